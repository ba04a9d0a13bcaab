// PowerShell's commands, operators, names and strings.
import { Kind, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** Stands in patterns for what the grammar lacks; names outside commands and braces take none but ASCII. */
export const LETTER = "ꓘ";
/** Before a metavariable's name, where letters must be ASCII; see the rewrites. */
export const NAME_STAND_IN = "Mv__";

/** Names, variables and operators do not tell upper from lower case; metavariables do. */
export function folded(to: Lowerer, text: string): number {
  if (text.startsWith(NAME_STAND_IN)) return to.intern(`${LETTER}${text.slice(NAME_STAND_IN.length)}`);
  return to.intern(text.includes(LETTER) ? text : text.toLowerCase());
}

const trimmed = (to: Lowerer, row: number): string => to.textOf(row).trim();

/** Where a row's text starts: after an edit a name, and what begins with one, may begin with the blanks before it. */
export function startOf(to: Lowerer, row: number): number {
  const start = to.table.start[row]!;
  return start + (/^\s*/.exec(to.text.slice(start, to.table.end[row]!))?.[0].length ?? 0);
}

/** A leaf for a name. */
export function name(to: Lowerer, kind: Kind.Name | Kind.Identifier, role: Role, row: number): void {
  if (row >= 0) to.leaf(kind, role, row, folded(to, trimmed(to, row)), startOf(to, row));
}

export const word: Lower = (to, row, role) => {
  name(to, role === Role.Name || role === Role.Property ? Kind.Name : Kind.Identifier, role, row);
};

const VALUES: Readonly<Record<string, readonly [Kind, string]>> = {
  $true: [Kind.Boolean, "true"],
  $false: [Kind.Boolean, "false"],
  $null: [Kind.Null, "null"],
};

/** `$x`, `${x}`, `$script:x`, `@x`: where a variable lives says nothing; `@x` spreads it. */
export const variable: Lower = (to, row, role) => {
  const text = to.textOf(row).replace(/^([$@])\{(.*)\}$/s, "$1$2");
  const written = text.replace(/^([$@])(?:script|global|local|private):/i, "$1");
  const value = VALUES[written.toLowerCase()];
  if (value) return void to.leaf(value[0], role, row, to.intern(value[1]));
  if (written.startsWith("@")) {
    const spread = to.open(Kind.Spread, role, row, to.intern("@"));
    to.leaf(Kind.Identifier, Role.Value, row, folded(to, `$${written.slice(1)}`));
    return to.close(spread);
  }
  const isName = role === Role.Name || role === Role.Property || role === Role.Target;
  const bare = written.slice(1);
  const stands = bare.startsWith(LETTER) || bare.startsWith(NAME_STAND_IN);
  const atom = folded(to, stands ? bare : written);
  to.leaf(isName ? Kind.Name : Kind.Identifier, role, row, atom);
};

const OPERATORS: Readonly<Record<string, string>> = {
  "-and": "&&",
  "-or": "||",
  "-not": "!",
  "-ieq": "-eq",
  "-ine": "-ne",
  "-ilike": "-like",
  "-imatch": "-match",
  "-ireplace": "-replace",
};

/** The operator's atom: case-insensitive ones are the plain ones. */
function operatorAtom(to: Lowerer, row: number): number {
  const text = trimmed(to, row).toLowerCase();
  return to.intern(OPERATORS[text] ?? text);
}

/** One of the grammar's levels of operators: most hold nothing but the next. */
export const operation: Lower = (to, row, role) => {
  if (holdsOne(to, row)) return to.lowerAs(narrow(to, row + 1), role);
  const [left, operator, right] = to.children(row);
  if (left === undefined || operator === undefined || right === undefined) return to.lowerAll(row, role);
  const opened = to.open(Kind.Binary, role, row, operatorAtom(to, operator));
  to.lowerAs(left, Role.Left);
  to.lowerAs(right, Role.Right);
  to.close(opened);
};

/** `1, 2` is an array. */
export const list: Lower = (to, row, role) => {
  if (holdsOne(to, row)) return to.lowerAs(narrow(to, row + 1), role);
  const elements = to.namedChildren(row);
  if (elements.length === 1) return to.lowerAs(elements[0]!, role);
  const opened = to.open(Kind.Array, role, row);
  for (const element of elements) to.lowerAs(element, Role.Element);
  to.close(opened);
};

/** `@(1, 2)` too, and what its statements give. */
export const arrayOf: Lower = (to, row, role) => {
  const opened = to.open(Kind.Array, role, row);
  for (const statements of to.namedChildren(row)) {
    for (const statement of to.namedChildren(statements)) {
      const inner = narrow(to, statement);
      if (to.kindName(inner) === "array_literal_expression") to.lowerAll(inner, Role.Element);
      else to.lowerAs(inner, Role.Element);
    }
  }
  to.close(opened);
};

/** What a row holds below levels that hold nothing else. */
export function narrow(to: Lowerer, row: number): number {
  let inner = row;
  while (holdsOne(to, inner) && LEVELS.test(to.kindName(inner))) inner++;
  return inner;
}

/** Whether a row has one child, which is then the next row. */
const holdsOne = (to: Lowerer, row: number): boolean =>
  row >= 0 && to.table.size[row]! > 1 && to.table.size[row + 1] === to.table.size[row]! - 1;

const LEVELS =
  /^(?:pipeline|pipeline_chain|(?:(?:logical|bitwise|comparison|additive|multiplicative|format|range)_(?:argument_)?|array_literal_|unary_|left_assignment_)expression|while_condition)$/;

/** `a | b | c`, each given what the one before it puts out. */
export const pipeline: Lower = (to, row, role) => {
  if (holdsOne(to, row)) return to.lowerAs(narrow(to, row + 1), role);
  const children = to.children(row);
  const opened: number[] = [];
  // The last operator is the outermost.
  for (let last = children.length - 1; last >= 2; last -= 2) {
    const sign = to.textOf(children[last - 1]!);
    const atom = to.intern(sign === "|" ? "pipe" : sign);
    const end = to.table.end[children[last]!]!;
    const own = opened.length === 0 ? role : Role.Left;
    opened.push(to.open(Kind.Binary, own, row, atom, to.table.start[row]!, end));
  }
  to.lowerAs(children[0] ?? -1, opened.length > 0 ? Role.Left : role);
  for (let right = 2; right < children.length; right += 2) {
    to.lowerAs(children[right]!, Role.Right);
    to.close(opened.pop()!);
  }
};

export const unary: Lower = (to, row, role) => {
  const [operator = -1, operand = -1] = to.children(row);
  if (operand < 0) return to.lowerAs(operator, role);
  const opened = to.open(Kind.Unary, role, row, operatorAtom(to, operator));
  to.lowerAs(operand, Role.Operand);
  to.close(opened);
};

export const update: Lower = (to, row, role) => {
  const operator = to.children(row).find((child) => !to.isNamed(child)) ?? row;
  const opened = to.open(Kind.Update, role, row, to.atomOf(operator));
  to.lowerAll(row, Role.Operand);
  to.close(opened);
};

export const cast: Lower = (to, row, role) => {
  const [type = -1, value = -1] = to.namedChildren(row);
  const opened = to.open(Kind.Cast, role, row, to.intern("as"));
  to.lowerAs(type, Role.Type);
  to.lowerAs(value, Role.Value);
  to.close(opened);
};

/** `[System.Net.X]` as members of members, as `[Net.X]`, which means the same. */
export const typeName: Lower = (to, row, role) => {
  const words: number[] = [];
  for (let at = row + 1; at < row + to.table.size[row]!; at++) {
    if (to.kindName(at) === "type_identifier") words.push(at);
  }
  const known = words.length > 1 && trimmed(to, words[0]!).toLowerCase() === "system" ? words.slice(1) : words;
  const opened: number[] = [];
  for (let last = known.length - 1; last > 0; last--) {
    const own = opened.length === 0 ? role : Role.Object;
    opened.push(to.open(Kind.Member, own, row, 0, to.table.start[row]!, to.table.end[known[last]!]!));
  }
  if (known[0] !== undefined) {
    name(to, Kind.Identifier, opened.length > 0 ? Role.Object : role, known[0]);
  }
  for (const property of known.slice(1)) {
    name(to, Kind.Name, Role.Property, property);
    to.close(opened.pop()!);
  }
};

/** `$a.b`, `[A]::b`. */
export const member: Lower = (to, row, role) => memberOf(to, row, role, to.table.end[row]!);

function memberOf(to: Lowerer, row: number, role: Role, end: number): void {
  const [object = -1, property = -1] = to.namedChildren(row);
  const opened = to.open(Kind.Member, role, row, 0, to.table.start[row]!, end);
  to.lowerAs(object, Role.Object);
  to.lowerAs(property, Role.Property);
  to.close(opened);
}

/** `$a.b($c)`, `[A]::b($c)`; `[A]::new($c)` makes an object. */
export const invocation: Lower = (to, row, role) => {
  const [object = -1, method = -1] = to.namedChildren(row);
  const isNew = method >= 0 && to.kindName(object) === "type_literal" && trimmed(to, method).toLowerCase() === "new";
  const opened = to.open(isNew ? Kind.New : Kind.Call, role, row);
  if (isNew) to.lowerAs(object, Role.Callee);
  else memberOf(to, row, Role.Callee, to.table.end[method < 0 ? row : method]!);
  to.lowerAs(to.childOfKind(row, "argument_list"), Role.Argument);
  to.close(opened);
};

export const element: Lower = (to, row, role) => {
  const opened = to.open(Kind.Index, role, row);
  const [object = -1, ...indexes] = to.namedChildren(row);
  to.lowerAs(object, Role.Object);
  for (const index of indexes) to.lowerAs(index, Role.Index);
  to.close(opened);
};

export const entry: Lower = (to, row, role) => {
  const opened = to.open(Kind.Pair, role, row, 0, startOf(to, row));
  const [key = -1, value = -1] = to.namedChildren(row);
  if (key >= 0) {
    const start = to.builder.rows;
    const simple = to.childOfKind(key, "simple_name");
    if (simple >= 0) name(to, Kind.Name, Role.Key, simple);
    else to.lowerAll(key, Role.Key);
    if (to.builder.rows > start) to.builder.setRole(start, Role.Key);
  }
  to.lowerAs(value, Role.Value);
  to.close(opened);
};

/** Strings in quotes and here-strings: plain where nothing is expanded in them. */
export const string: Lower = (to, row, role) => {
  const literal = to.namedChildren(row)[0] ?? row;
  const text = to.textOf(literal);
  const quotes = text.startsWith("@") ? 2 : 1;
  const from = to.table.start[literal]! + quotes;
  const until = Math.max(from, to.table.end[literal]! - quotes);
  const content = (start: number, end: number): string => {
    const piece = to.text.slice(start, end);
    // A here-string begins and ends behind and before a line break.
    const opened = quotes === 2 && start === from ? piece.replace(/^[^\S\n]*\n/, "") : piece;
    return quotes === 2 && end === until ? opened.replace(/\r?\n$/, "") : opened;
  };
  const expanded = to.namedChildren(literal);
  if (expanded.length === 0) {
    to.leaf(Kind.String, role, row, to.intern(content(from, until)));
    return;
  }
  const opened = to.open(Kind.Template, role, row);
  let at = from;
  const part = (end: number): void => {
    if (end > at) to.leaf(Kind.StringPart, Role.Part, literal, to.intern(content(at, end)), at, end);
  };
  for (const piece of expanded) {
    part(to.table.start[piece]!);
    to.lowerAs(piece, Role.Part);
    at = to.table.end[piece]!;
  }
  part(until);
  to.close(opened);
};
