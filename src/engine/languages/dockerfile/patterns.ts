// Patterns of Dockerfiles. Most of the grammar's texts take plain names only, so that `$X` and `...` are spelt in such.
import { rewrites } from "../bash";
import { PLAIN_ELLIPSIS, PLAIN_LETTER } from "../plain-names";

/** The shell text of an instruction that is spelt out for a place where the grammar takes no stand-in. */
export const WHOLE = "qzWh";

const WORDS =
  "ADD|ARG|CMD|COPY|CROSS_BUILD|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR";
const INSTRUCTION = new RegExp(String.raw`^\s*(${WORDS})\s`, "i");

/** Code of the shell: no line begins with an instruction. */
export const SHELL_PATTERN = new RegExp(String.raw`^(?![\s\S]*(?:^|\n)[ \t]*(?:${WORDS})\s)`);

/** An instruction that does not take what stands behind it is a command of that name to the shell, which no file has. */
export const COMMAND = new RegExp(String.raw`^\s*(?:${WORDS})\s[^\n]*$`, "i");

const HOLE = String.raw`(\.\.\.|\$[A-Z_][A-Z0-9_]*)`;

/** A port or a signal is of certain letters, or a variable that is expanded. */
const EXPANDED = [[/(?=\.\.\.|\$[A-Z_])/g, "$$"]] as const;

/** By instruction, what is spelt otherwise in it. */
const SPELT: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  LABEL: [[/(?<=\s)\.\.\.(?=\s|$)/g, "...=..."]],
  ENV: [
    [/(?<=\s)\.\.\.(?=\s|$)/g, "...=..."],
    // A key is no metavariable, as in Semgrep: it is spelt as a name that no file has.
    [/(?<=\s)\$(?=[A-Z_][A-Z0-9_]*[\s=])/g, "qz"],
  ],
  HEALTHCHECK: [
    [/(^\s*\w+\s+)\.\.\.\s+(?=CMD\s)/i, "$1"],
    [new RegExp(String.raw`(^\s*\w+\s+)${HOLE}\s*$`), `$1CMD ${WHOLE}$2`],
  ],
  ONBUILD: [[new RegExp(String.raw`(^\s*\w+\s+)${HOLE}\s*$`), `$1RUN ${WHOLE}$2`]],
  EXPOSE: EXPANDED,
  STOPSIGNAL: EXPANDED,
};

/** Items of `[...]` are strings to the grammar. */
const ITEM = /(?<=[[,]\s*)(\.\.\.|\$(?:\.\.\.)?[A-Z_][A-Z0-9_]*)(?=\s*[,\]])/g;

const plain = (text: string): string =>
  text.replace(/\$(?=[A-Z_])/g, PLAIN_LETTER).replace(/\$\.\.\.(?=[A-Z_])|\.\.\./g, PLAIN_ELLIPSIS);

function line(text: string, instruction: string): string {
  if (new RegExp(String.raw`^\s*${HOLE}\s*$`).test(text)) return `RUN ${WHOLE}${plain(text.trim())}`;
  let spelt = text.replace(ITEM, `"${WHOLE}$1"`);
  for (const [what, by] of SPELT[instruction] ?? []) spelt = spelt.replace(what, by);
  return plain(spelt);
}

/** The pattern in plain names, line by line; a line behind `\` belongs to the instruction before. */
export function prepare(pattern: string): string {
  const text = rewrites.reduce((before, [what, by]) => before.replace(what, by), pattern);
  let instruction = "";
  let continued = false;
  const lines = text.split("\n").map((each) => {
    if (!continued) instruction = INSTRUCTION.exec(each)?.[1]?.toUpperCase() ?? "";
    const open = continued;
    continued = /\\\s*$/.test(each);
    return open ? plain(each) : line(each, instruction);
  });
  return lines.join("\n");
}

/** Outside of the shell's code `$...X` is a text to Semgrep, which no file holds. */
export const NAMED_ELLIPSIS = new RegExp(
  String.raw`^(?!.*\b(?:RUN|CMD|ENTRYPOINT)\b).*\b${PLAIN_ELLIPSIS}[A-Z_]|\[.*${PLAIN_ELLIPSIS}[A-Z_].*\]`,
  "im",
);
