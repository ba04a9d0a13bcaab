// Ruby's names, calls, strings and operators.
import { Kind, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";

/** Roles in which a word names something; assignments alone have an expression for target. */
const NAME_ROLES: ReadonlySet<Role> = new Set([Role.Name, Role.Property, Role.Alias, Role.Target]);

/** In a pattern a class is named by `K`, a letter that begins constants, and the stand-in; see the rewrites. */
export const CLASS_STAND_IN = "Kꓘ";

const ANY = "ꓘꓘꓘ";

export const identifier: Lower = (to, row, role) => {
  const kind = NAME_ROLES.has(role) ? Kind.Name : Kind.Identifier;
  const text = to.textOf(row);
  to.leaf(kind, role, row, text.startsWith(CLASS_STAND_IN) ? to.intern(text.slice(1)) : to.atomOf(row));
};

/** `a.b` reads a member, `a.b(1)` and `a.b 1` call it; a block calls once more what it is given to. */
export const call: Lower = (to, row, role) => {
  const block = to.field(row, "block");
  if (block < 0) return plainCall(to, row, role, to.table.end[row]!, false);
  const outer = to.open(Kind.Call, role, row);
  const end = to.table.end[previous(to, row, block)]!;
  plainCall(to, row, Role.Callee, end, true);
  to.lowerAs(block, Role.Argument);
  to.close(outer);
};

/** The child before another. */
function previous(to: Lowerer, row: number, child: number): number {
  const children = to.children(row);
  return children[children.indexOf(child) - 1] ?? row;
}

function plainCall(to: Lowerer, row: number, role: Role, end: number, always: boolean): void {
  const given = to.field(row, "arguments");
  const start = to.table.start[row]!;
  if (given < 0 && !always && to.childOfKind(row, "(") < 0) return member(to, row, role, end);
  const opened = to.open(Kind.Call, role, row, 0, start, end);
  const last = given < 0 ? end : to.table.end[previous(to, row, given)]!;
  member(to, row, Role.Callee, last);
  to.lowerAs(given, Role.Argument);
  to.close(opened);
}

/** `a.b` of a call, or `b` where it has no receiver; `a.()` calls `a` itself. */
function member(to: Lowerer, row: number, role: Role, end: number): void {
  const receiver = to.field(row, "receiver");
  const method = to.field(row, "method");
  if (receiver < 0 || method < 0) return to.lowerAs(receiver < 0 ? method : receiver, role);
  const opened = to.open(Kind.Member, role, row, 0, to.table.start[row]!, end);
  to.lowerAs(receiver, Role.Object);
  to.leaf(Kind.Name, Role.Property, method);
  to.close(opened);
}

/** `a[b]` calls a method of this name, as in Semgrep. */
export const elementReference: Lower = (to, row, role) => {
  const object = to.field(row, "object");
  const opened = to.open(Kind.Call, role, row);
  const [start, end] = [to.table.start[row]!, to.table.end[row]!];
  const callee = to.open(Kind.Member, Role.Callee, row, 0, start, end);
  to.lowerAs(object, Role.Object);
  to.leaf(Kind.Name, Role.Property, row, to.intern("[]"), object < 0 ? start : to.table.end[object]!, end);
  to.close(callee);
  for (const child of to.namedChildren(row)) if (child !== object) to.lowerAs(child, Role.Argument);
  to.close(opened);
};

export const scopeResolution: Lower = (to, row, role) => {
  const scope = to.field(row, "scope");
  const opened = to.open(Kind.Member, role, row);
  if (scope >= 0) to.lowerAs(scope, Role.Object);
  else to.leaf(Kind.Identifier, Role.Object, row + 1);
  to.leaf(Kind.Name, Role.Property, to.field(row, "name"));
  to.close(opened);
};

/** `k: v` and `:k => v` are keyword arguments, `"k" => v` is none; in a hash all are pairs. */
export const pair: Lower = (to, row, role) => {
  const key = to.field(row, "key");
  const value = to.field(row, "value");
  const keyword = role === Role.Argument && to.kindName(key) !== "string" && isSymbol(to, key);
  const opened = to.open(keyword ? Kind.Argument : Kind.Pair, role, row);
  if (keyword) to.leaf(Kind.Name, Role.Name, key, symbolAtom(to, key));
  else if (to.childOfKind(row, ":") >= 0) symbol(to, key, Role.Key);
  else to.lowerAs(key, Role.Key);
  // `{k:}` is `{k: k}`.
  if (value < 0) to.leaf(Kind.Identifier, Role.Value, key, symbolAtom(to, key));
  else to.lowerAs(value, Role.Value);
  to.close(opened);
};

const isSymbol = (to: Lowerer, row: number): boolean =>
  to.kindName(row) === "simple_symbol" || to.kindName(row) === "hash_key_symbol";

const symbolAtom = (to: Lowerer, row: number): number => to.intern(to.textOf(row).replace(/^[:"']+|["']$/g, ""));

/** `:a`: the name without its colon is a row of its own, which `:$A` binds. */
export const symbol: Lower = (to, row, role) => {
  const opened = to.open(Kind.Symbol, role, row);
  const interpolated = to.namedChildren(row).some((child) => to.kindName(child) === "interpolation");
  if (interpolated) parts(to, row, Role.Part);
  else {
    const text = to.textOf(row);
    const start = to.table.start[row]! + (/^[:"']*/.exec(text)?.[0].length ?? 0);
    to.leaf(Kind.Name, Role.Name, row, symbolAtom(to, row), start, to.table.end[row]!);
  }
  to.close(opened);
};

/** Text and interpolations as they follow each other; neighbouring pieces of text are one. */
function parts(to: Lowerer, row: number, role: Role): void {
  const pieces = to.namedChildren(row);
  for (let i = 0; i < pieces.length; i++) {
    if (to.kindName(pieces[i]!) === "interpolation") {
      to.lowerAll(pieces[i]!, role);
      continue;
    }
    let until = i;
    while (until + 1 < pieces.length && to.kindName(pieces[until + 1]!) !== "interpolation") until++;
    const [start, end] = [to.table.start[pieces[i]!]!, to.table.end[pieces[until]!]!];
    to.leaf(Kind.StringPart, role, pieces[i]!, to.intern(to.text.slice(start, end)), start, end);
    i = until;
  }
}

/** One string of one or more adjacent literals: a plain one where none interpolates. */
export const string: Lower = (to, row, role) => {
  const literals = to.kindName(row) === "chained_string" ? to.namedChildren(row) : [row];
  const pieces = literals.flatMap((literal) => to.namedChildren(literal));
  if (pieces.every((piece) => to.kindName(piece) !== "interpolation")) {
    const content = literals.map((literal) => contentOf(to, literal)).join("");
    to.leaf(Kind.String, role, row, to.intern(content));
    return;
  }
  const opened = to.open(Kind.Template, role, row);
  for (const literal of literals) parts(to, literal, Role.Part);
  to.close(opened);
};

/** An item of `%w[…]`: three dots among them stand for any items. */
export const bareString: Lower = (to, row, role) => {
  if (to.textOf(row) === ANY) to.leaf(Kind.Identifier, role, row, to.intern(ANY));
  else string(to, row, role);
};

function contentOf(to: Lowerer, row: number): string {
  const pieces = to.namedChildren(row);
  const last = pieces.at(-1);
  return last === undefined ? "" : to.text.slice(to.table.start[pieces[0]!]!, to.table.end[last]!);
}

/** A command is a template always, so that what it gives is no constant. */
export const subshell: Lower = (to, row, role) => {
  const opened = to.open(Kind.Unary, role, row, to.intern("`"));
  const template = to.open(Kind.Template, Role.Operand, row);
  parts(to, row, Role.Part);
  to.close(template);
  to.close(opened);
};

const heredocs = new WeakMap<Lowerer, ReadonlyMap<number, number>>();

/** The bodies of heredocs by the rows where they begin: both stand in the same order. */
function bodiesOf(to: Lowerer): ReadonlyMap<number, number> {
  let bodies = heredocs.get(to);
  if (!bodies) {
    const beginnings: number[] = [];
    const ends: number[] = [];
    const [beginning, end] = [to.grammar.namedKind("heredoc_beginning"), to.grammar.namedKind("heredoc_body")];
    for (let row = 0; row < to.table.length; row++) {
      const kind = to.table.kind[row]!;
      if (kind === beginning) beginnings.push(row);
      else if (kind === end) ends.push(row);
    }
    bodies = new Map(beginnings.flatMap((row, index) => (ends[index] === undefined ? [] : [[row, ends[index]]])));
    heredocs.set(to, bodies);
  }
  return bodies;
}

/**
 * Stands where it begins; what it interpolates keeps its place further down. One that interpolates is no string that a
 * pattern in quotes matches, as in Semgrep.
 */
export const heredoc: Lower = (to, row, role) => {
  const body = bodiesOf(to).get(row) ?? -1;
  const pieces = body < 0 ? [] : to.namedChildren(body).filter((piece) => to.kindName(piece) !== "heredoc_end");
  const [start, end] = [to.table.start[row]!, to.table.end[row]!];
  const interpolated = pieces.some((piece) => to.kindName(piece) === "interpolation");
  const command = to.textOf(row).includes("`");
  if (!interpolated && !command) {
    const content = pieces.map((piece) => to.textOf(piece)).join("");
    return void to.leaf(Kind.String, role, row, to.intern(content.replace(/^\n/, "")));
  }
  const outer = to.open(Kind.Unary, role, row, to.intern(command ? "`" : "<<"));
  const opened = to.open(Kind.Template, Role.Operand, row);
  for (const piece of pieces) {
    if (to.kindName(piece) === "interpolation") to.lowerAll(piece, Role.Part);
    else to.leaf(Kind.StringPart, Role.Part, row, to.intern(to.textOf(piece).replace(/^\n/, "")), start, end);
  }
  to.close(opened);
  to.close(outer);
};

/** What is interpolated makes parts; the text as it is written stands for the whole all the same. */
export const regex: Lower = (to, row, role) => {
  const opened = to.open(Kind.Regex, role, row, to.intern(contentOf(to, row)));
  const closing = to.children(row).at(-1) ?? row;
  const flags = to.textOf(closing).replace(/^\W+/, "");
  if (flags !== "") to.leaf(Kind.Name, Role.Flags, closing, to.intern(flags));
  for (const piece of to.namedChildren(row)) {
    if (to.kindName(piece) === "interpolation") to.lowerAll(piece, Role.Part);
  }
  to.close(opened);
};

/** `a = e` and `a += e`; several at once are tuples. */
export const assignment =
  (kind: Kind.Assign | Kind.CompoundAssign): Lower =>
  (to, row, role) => {
    const operator = to.field(row, "operator");
    const opened = to.open(kind, role, row, operator < 0 ? 0 : to.atomOf(operator));
    const left = to.builder.rows;
    to.lowerAs(to.field(row, "left"), Role.Left);
    if (to.builder.rows > left) to.builder.setRole(left, Role.Target);
    to.lowerAs(to.field(row, "right"), Role.Value);
    to.close(opened);
  };

const OPERATORS: Readonly<Record<string, string>> = { and: "&&", or: "||", not: "!" };

/** The operator's atom; words are the signs that they stand for. */
const operatorAtom = (to: Lowerer, row: number): number => {
  const operator = to.field(row, "operator");
  const text = operator < 0 ? "" : to.textOf(operator);
  return to.intern(OPERATORS[text] ?? text);
};

const BINARY: Children = { fields: { left: Role.Left, right: Role.Right } };
const UNARY: Children = { fields: { operand: Role.Operand } };

export const binary: Lower = (to, row, role) => {
  const opened = to.open(Kind.Binary, role, row, operatorAtom(to, row));
  to.lowerChildren(row, BINARY, opened);
  to.close(opened);
};

export const unary: Lower = (to, row, role) => {
  const opened = to.open(Kind.Unary, role, row, operatorAtom(to, row));
  to.lowerChildren(row, UNARY, opened);
  to.close(opened);
};

/** `1..` goes up to nothing. */
export const range: Lower = (to, row, role) => {
  const opened = to.open(Kind.Binary, role, row, operatorAtom(to, row));
  for (const [field, part] of [
    ["begin", Role.Left],
    ["end", Role.Right],
  ] as const) {
    const bound = to.field(row, field);
    if (bound >= 0) to.lowerAs(bound, part);
    else to.leaf(Kind.Null, part, row, 0, to.table.start[row]!, to.table.start[row]!);
  }
  to.close(opened);
};

/** The arguments of `return`, `yield` and `next`: one as it is, several as a tuple. */
export const returned: Lower = (to, row, role) => {
  const given = to.namedChildren(row);
  if (given.length === 1) return to.lowerAs(given[0]!, role);
  const opened = to.open(Kind.Tuple, role, row);
  for (const each of given) to.lowerAs(each, Role.Element);
  to.close(opened);
};
