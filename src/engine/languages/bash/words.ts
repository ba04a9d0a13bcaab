// The shell's words: quotes say nothing where nothing is expanded in them, and a pattern's stand-ins may be parts of a word.
import { Kind, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";
import { LETTER, PLAIN_ELLIPSIS, PLAIN_LETTER, spelt } from "../plain-names";

const NAME = "[A-Z_][A-Z0-9_]*";
const STAND_IN = new RegExp(
  `${LETTER}{4}${NAME}|${LETTER}{3}|${LETTER}${NAME}|${PLAIN_LETTER}${NAME}|${PLAIN_ELLIPSIS}(?:${NAME})?`,
  "g",
);

/** Whether a text holds a stand-in. */
export const hasStandIn = (text: string): boolean =>
  text.includes(LETTER) || text.includes(PLAIN_LETTER) || text.includes(PLAIN_ELLIPSIS);

/** Whether a word is `...` or `$...X` and nothing else. */
export const isEllipsis = (text: string): boolean =>
  new RegExp(`^(?:${LETTER}{3}|${LETTER}{4}${NAME}|${PLAIN_ELLIPSIS}(?:${NAME})?)$`).test(text);

const DOTS = new RegExp(`(?<!${LETTER})${LETTER}{3}(?!${LETTER})|${PLAIN_ELLIPSIS}(?!${NAME})`, "g");

/** In a longer text three dots are dots, as in Semgrep: only alone they stand for anything. */
const literal = (text: string): string => (isEllipsis(text) ? text : text.replace(DOTS, "..."));

export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly standIn: boolean;
}

/** A text of the source as plain pieces and stand-ins; in a file it is one plain piece. */
export function pieces(text: string, start: number): Piece[] {
  if (!hasStandIn(text)) return text === "" ? [] : [{ text, start, standIn: false }];
  const found: Piece[] = [];
  let from = 0;
  for (const { 0: token, index } of text.matchAll(STAND_IN)) {
    if (index > from) found.push({ text: text.slice(from, index), start: start + from, standIn: false });
    found.push({ text: token, start: start + index, standIn: true });
    from = index + token.length;
  }
  if (from < text.length) found.push({ text: text.slice(from), start: start + from, standIn: false });
  return found;
}

/** A row for a piece: a name for a stand-in, text for anything else. */
export function piece(to: Lowerer, row: number, { text, start, standIn }: Piece, role: Role): void {
  const kind = standIn ? Kind.Identifier : role === Role.Part ? Kind.StringPart : Kind.String;
  to.leaf(kind, role, row, to.intern(standIn ? spelt(text) : text), start, start + text.length);
}

/** Part of a word without quotes, or all of it. */
export const word: Lower = (to, row, role) => {
  const start = to.table.start[row]!;
  const found = pieces(literal(to.textOf(row)), start);
  if (found.length === 1) return piece(to, row, found[0]!, role);
  if (role === Role.Part) {
    for (const each of found) piece(to, row, each, Role.Part);
    return;
  }
  const template = to.open(Kind.Template, role, row);
  for (const each of found) piece(to, row, each, Role.Part);
  to.close(template);
};

export const concatenation: Lower = (to, row, role) => {
  const template = to.open(Kind.Template, role, row);
  for (const child of to.namedChildren(row)) to.lowerAs(child, Role.Part);
  to.close(template);
};

/** `'…'` and `$'…'`: the content as written. */
export const rawString: Lower = (to, row, role) => {
  const text = to.textOf(row);
  to.leaf(Kind.String, role, row, to.intern(spelt(literal(text.slice(text.indexOf("'") + 1, -1)))));
};

function quotedParts(to: Lowerer, row: number, role: Role, parts: () => void): void {
  const template = to.open(Kind.Template, role, row, to.intern('"'));
  parts();
  to.close(template);
}

/** `"…"`: a plain word where nothing is expanded in it. */
export const string: Lower = (to, row, role) => {
  const { table, text } = to;
  const start = table.start[row]! + 1;
  const end = Math.max(start, table.end[row]! - 1);
  const expanded = to.namedChildren(row).filter((child) => to.kindName(child) !== "string_content");
  const content = literal(text.slice(start, end));
  if (expanded.length === 0 && !hasStandIn(content)) {
    to.leaf(Kind.String, role, row, to.intern(content));
    return;
  }
  const dotted = (part: string): string => (expanded.length === 0 ? literal(part) : part.replace(DOTS, "..."));
  quotedParts(to, row, role, () => {
    let from = start;
    const plain = (until: number): void => {
      for (const each of pieces(dotted(text.slice(from, until)), from)) piece(to, row, each, Role.Part);
    };
    for (const child of expanded) {
      // The grammar may count the blanks before `${` as part of it.
      const at = table.start[child]! + /^\s*/.exec(to.textOf(child))![0].length;
      plain(at);
      to.lowerAs(child, Role.Part);
      from = table.end[child]!;
    }
    plain(end);
  });
};

/** `$x`, `${x}` and `${x:-1}` are the same, as in Semgrep; an element of an array is another thing. */
export const expansion: Lower = (to, row, role) => {
  const [name] = to.namedChildren(row);
  const element = name !== undefined && to.kindName(name) === "subscript";
  const blanks = /^\s*/.exec(to.textOf(row))![0].length;
  const opened = to.open(Kind.Unary, role, row, to.intern(element ? "$[" : "$"), to.table.start[row]! + blanks);
  if (name !== undefined) to.lowerAs(name, Role.Operand);
  to.close(opened);
};

/** A name after `$` or before `=`. */
export const variableName: Lower = (to, row, role) => {
  const text = to.textOf(row);
  const atom = hasStandIn(text) ? to.intern(spelt(text)) : to.atomOf(row);
  to.leaf(role === Role.Name || role === Role.Target ? Kind.Name : Kind.Identifier, role, row, atom);
};
