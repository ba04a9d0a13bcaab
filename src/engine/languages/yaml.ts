// YAML. Quotes and styles say nothing: a scalar is what it means, as in Semgrep.
import { Kind, Role } from "../tree/kinds";
import { data } from "./data";
import { steps } from "./inner/workflows";
import type { Language } from "./language";
import { custom, drop, flatten, type Lower, type Lowerer, node, type Shapes, unwrap } from "./lowering";

const LETTER = "ꓘ";
const PLAIN_LETTER = "METAVARIABLE__";

const STAND_IN = new RegExp(`^(${LETTER}{3}|${LETTER}{1,4}(?!${LETTER})[A-Z_][A-Z0-9_]*|${LETTER}d\\(.*)$`, "s");
const TRUE = /^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(~|null|Null|NULL)$/;
const NUMBER = /^[-+]?(0x[\da-fA-F]+|0o[0-7]+|\d+(\.\d*)?([eE][-+]?\d+)?|\.\d+)$/;

/** A scalar without quotes: what its text says it is. */
const plain: Lower = (to, row, role) => {
  const text = to.textOf(row);
  if (STAND_IN.test(text)) return standIn(to, row, text, role);
  if (TRUE.test(text)) to.leaf(Kind.Boolean, role, row, to.intern("true"));
  else if (FALSE.test(text)) to.leaf(Kind.Boolean, role, row, to.intern("false"));
  else if (NULL.test(text)) to.leaf(Kind.Null, role, row, to.intern("null"));
  // A zero at the front means nothing.
  else if (NUMBER.test(text)) to.leaf(Kind.Number, role, row, to.intern(text.replace(/^([-+]?)0+(?=\d)/, "$1")));
  else to.leaf(Kind.String, role, row, to.intern(folded(text)));
};

/** `$X`, `...`, and `<... e ...>`, which is written as `ꓘd( e     )`. */
function standIn(to: Lowerer, row: number, text: string, role: Role): void {
  const inner = /^.d\(\s*(.*?)\s*\)$/s.exec(text)?.[1];
  if (inner === undefined) {
    to.leaf(Kind.Identifier, role, row, to.intern(text));
    return;
  }
  const deep = to.open(Kind.Call, role, row);
  to.leaf(Kind.Identifier, Role.Callee, row, to.intern(`${LETTER}d`));
  const kind = STAND_IN.test(inner) ? Kind.Identifier : NUMBER.test(inner) ? Kind.Number : Kind.String;
  to.leaf(kind, Role.Argument, row, to.intern(inner.replace(/^(["'])(.*)\1$/s, "$2")));
  to.close(deep);
}

/** Lines of a scalar that runs on are one. */
const folded = (text: string): string =>
  text.includes("\n") ? text.replace(/[ \t]*\n[ \t]*(\n?)/g, (_, blank: string) => blank || " ") : text;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "\0", e: "\x1b" };

/** What a scalar in quotes says. */
function unescaped(scalar: string): string {
  const text = scalar.slice(1, -1);
  if (scalar.startsWith("'")) return text.replaceAll("''", "'");
  return text.replace(/\\(["\\/nrt0e])/g, (_, sign: string) => ESCAPES[sign] ?? sign);
}

/** `"..."` is the text `...` here and no ellipsis, as in Semgrep; so that no file matches it, it gets a letter more. */
const quoted: Lower = (to, row, role) => {
  const text = unescaped(folded(to.textOf(row)));
  to.leaf(Kind.String, role, row, to.intern(text === LETTER.repeat(3) ? `${text}${LETTER}` : text));
};

/** Lines without the indentation of the first. */
function dedented(text: string): string {
  const indentation = /^[ ]*/.exec(text)![0];
  return text.replaceAll(`\n${indentation}`, "\n").slice(indentation.length);
}

/** The text of `|` and `>` begins behind the sign; what it says, at its first word, and ends its last line unless `-` is there. */
const blockScalar: Lower = (to, row, role) => {
  const text = to.textOf(row);
  const header = /^[|>]\S*/.exec(text)?.[0] ?? "";
  const content = text
    .slice(header.length)
    .replace(/^[ \t]*(#.*)?/, "")
    .replace(/^\s*\n/, "");
  const lines = dedented(content).trim();
  const value = header.startsWith(">") ? folded(lines) : lines;
  const end = header.includes("-") ? "" : "\n";
  const atom = to.intern(value === LETTER.repeat(3) ? `${value}${LETTER}` : value + end);
  to.leaf(Kind.String, role, row, atom, to.table.start[row]! + header.length);
};

/** The grammar's blocks reach over the blanks behind them where the text ends. */
function endOf(to: Lowerer, row: number): number {
  let end = to.endOf(row);
  while (end > to.table.start[row]! && " \t\r\n".includes(to.text[end - 1]!)) end--;
  return end;
}

const block =
  (kind: Kind.Dict | Kind.Array): Lower =>
  (to, row, role) => {
    const opened = to.open(kind, role, row, 0, undefined, endOf(to, row));
    to.lowerAll(row, Role.Element);
    to.close(opened);
  };

/** A key with its value; what is not there is an empty text. */
const pair: Lower = (to, row, role) => {
  const end = endOf(to, row);
  const opened = to.open(Kind.Pair, role, row, 0, undefined, end);
  const key = to.field(row, "key");
  const value = to.field(row, "value");
  to.lowerAs(key, Role.Key);
  if (value >= 0) to.lowerAs(value, Role.Value);
  else to.leaf(Kind.String, Role.Value, row, to.intern(""), end, end);
  to.close(opened);
};

/**
 * A node with what stands before it, where it is found: `&name` marks what `*name` stands for, a tag is looked through as a
 * cast is.
 */
const withProperties: Lower = (to, row, role) => {
  const children = to.namedChildren(row);
  const anchor = children.find((child) => to.kindName(child) === "anchor");
  const tag = children.find((child) => to.kindName(child) === "tag");
  const value = children.find((child) => child !== anchor && child !== tag);
  if (anchor !== undefined) to.leaf(Kind.Modifier, Role.Modifier, anchor);
  if (tag === undefined) {
    if (value !== undefined) return whole(to, row, value, role);
    to.leaf(Kind.String, role, row, to.intern(""), to.table.end[row]!, to.table.end[row]!);
    return;
  }
  const opened = to.open(Kind.Cast, role, row, to.intern("as"));
  const name = to.textOf(tag);
  const bound = name.startsWith(`!${PLAIN_LETTER}`) ? LETTER + name.slice(PLAIN_LETTER.length + 1) : name;
  to.leaf(Kind.Identifier, Role.Type, tag, to.intern(bound));
  if (value !== undefined) whole(to, row, value, Role.Value);
  to.close(opened);
};

function whole(to: Lowerer, row: number, value: number, role: Role): void {
  const first = to.builder.rows;
  to.lowerAs(value, role);
  to.builder.widenStart(first, to.table.start[row]!);
}

/** In `{a, b: 1}` the first entry is a key alone. */
const flowMapping: Lower = (to, row, role) => {
  const opened = to.open(Kind.Dict, role, row);
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) !== "flow_node") {
      to.lowerAs(child, Role.Element);
      continue;
    }
    const entry = to.open(Kind.Pair, Role.Element, child);
    to.lowerAs(child, Role.Key);
    to.close(entry);
  }
  to.close(opened);
};

const shapes: Shapes = {
  comment: drop,
  yaml_directive: drop,
  tag_directive: drop,
  reserved_directive: drop,
  stream: node(Kind.Program, { rest: Role.Statement }),
  document: flatten(),
  block_node: custom(withProperties),
  flow_node: custom(withProperties),
  block_mapping: custom(block(Kind.Dict)),
  block_mapping_pair: custom(pair),
  flow_mapping: custom(flowMapping),
  flow_pair: custom(pair),
  block_sequence: custom(block(Kind.Array)),
  block_sequence_item: unwrap,
  flow_sequence: node(Kind.Array, { rest: Role.Element }),
  plain_scalar: custom(plain),
  double_quote_scalar: custom(quoted),
  single_quote_scalar: custom(quoted),
  block_scalar: custom(blockScalar),
  alias: custom((to, row, role) => to.leaf(Kind.Reference, role, row, to.intern(`&${to.textOf(row).slice(1)}`))),
  anchor: drop,
  tag: drop,
};

interface Line {
  /** Where its parts begin: `- - a` at three columns. */
  readonly columns: readonly number[];
  readonly text: string;
  readonly blank: boolean;
  readonly ellipsis: boolean;
}

function readLine(text: string): Line {
  const columns = [text.search(/\S|$/)];
  for (let dash = /^ *- +/.exec(text); dash; dash = new RegExp(`^.{${columns.at(-1)}}- +`).exec(text)) {
    columns.push(dash[0].length);
  }
  const rest = text
    .slice(columns.at(-1))
    .replace(/\s+#.*$/, "")
    .trimEnd();
  return { columns, text, blank: rest === "" || rest.startsWith("#"), ellipsis: rest === "..." };
}

/** What the lines from `at` on, by `step`, have at a column: an item of a sequence, an entry of a mapping, or nothing. */
function partAt(lines: readonly Line[], at: number, step: 1 | -1, column: number): "item" | "entry" | undefined {
  for (let i = at; i >= 0 && i < lines.length; i += step) {
    const { blank, columns, text, ellipsis } = lines[i]!;
    if (blank) continue;
    if (step === 1 && columns[0]! < column) return undefined;
    const last = columns.at(-1) === column;
    if (columns.includes(column) && !(ellipsis && last)) return text[column] === "-" ? "item" : "entry";
    if (columns[0]! < column) return undefined;
  }
  return undefined;
}

/** A line `...` becomes an item or an entry, as its neighbours are; between none it is any value. */
function spellEllipses(pattern: string): string {
  const lines = pattern.split("\n").map(readLine);
  const spelt = lines.map((line, i) => {
    if (!line.ellipsis) return line.text;
    const column = line.columns.at(-1)!;
    const item = line.columns.length > 1;
    const part = partAt(lines, i + 1, 1, column) ?? (item ? undefined : partAt(lines, i - 1, -1, column));
    const before = line.text.slice(0, column);
    return `${before}${part === "item" ? "- ..." : part === "entry" ? "...: ..." : "..."}`;
  });
  return spelt.join("\n").replace(/!\$(?=[A-Z_])/g, `!${PLAIN_LETTER}`);
}

export const yaml: Language = {
  ...data,
  id: "yaml",
  aliases: ["yml", "github-actions-workflow", "dockercompose", "home-assistant"],
  extensions: [".yml", ".yaml"],
  grammar: "yaml",
  shapes,
  pattern: {
    letter: LETTER,
    spread: false,
    looseModifiers: [],
    ellipses: [],
    prepare: spellEllipses,
    loneParts: [Kind.Dict, Kind.Array],
    contexts: [{ before: "", after: "" }],
  },
  comments: { line: "#" },
  inner: steps,
};
