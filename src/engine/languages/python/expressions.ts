// Python's names, expressions and strings.
import { Kind, Role } from "../../tree/kinds";
import { type Children, custom, type Lower, type Lowerer } from "../lowering";

/** Roles in which a word names something and is no expression: assignments alone have an expression for target. */
const NAME_ROLES: ReadonlySet<Role> = new Set([Role.Name, Role.Property, Role.Alias, Role.Target]);

export const identifier: Lower = (to, row, role) => {
  to.leaf(NAME_ROLES.has(role) ? Kind.Name : Kind.Identifier, role, row);
};

export const hasComma = (to: Lowerer, row: number): boolean => to.childOfKind(row, ",") >= 0;

/** One row as it is; several, or one with a comma behind it, as a tuple without parentheses. */
export function oneOrTuple(to: Lowerer, rows: readonly number[], role: Role, comma = false): void {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return;
  if (rows.length === 1 && !comma) {
    to.lowerAs(first, role);
    return;
  }
  const opened = to.open(Kind.Tuple, role, first, 0, to.table.start[first], to.table.end[last]);
  for (const row of rows) to.lowerAs(row, Role.Element);
  to.close(opened);
}

const ASSIGNMENT: Children = {
  fields: { left: Role.Left, name: Role.Left, type: Role.Type, right: Role.Value, value: Role.Value },
  variant: "operator",
};

/** `a = b = 1` is `a, b = 1` to Semgrep. */
export const assignment = (kind: Kind.Assign | Kind.CompoundAssign) =>
  custom((to, row, role) => {
    const opened = to.open(kind, role, row);
    const target = to.builder.rows;
    const links = chainOf(to, row);
    if (links.length > 1) chained(to, links);
    else to.lowerChildren(row, ASSIGNMENT, opened);
    if (to.builder.rows > target) to.builder.setRole(target, Role.Target);
    to.close(opened);
  });

/** The assignments of `a = b = 1`, from the outermost on. */
function chainOf(to: Lowerer, row: number): readonly number[] {
  const right = to.kindName(row) === "assignment" ? to.field(row, "right") : -1;
  return right >= 0 && to.kindName(right) === "assignment" ? [row, ...chainOf(to, right)] : [row];
}

function chained(to: Lowerer, links: readonly number[]): void {
  const targets = links.map((link) => to.field(link, "left"));
  const [first, last] = [targets[0]!, targets.at(-1)!];
  const tuple = to.open(Kind.Tuple, Role.Left, first, 0, to.table.start[first], to.table.end[last]);
  for (const target of targets) to.lowerAs(target, Role.Element);
  to.close(tuple);
  to.lowerAs(to.field(links.at(-1)!, "right"), Role.Value);
}

const SPLAT_PARAMETER: Children = { rest: Role.Target, variant: ["*", "**"] };
const SPLAT_VALUE: Children = { rest: Role.Value, variant: ["*", "**"] };

/** `*a` and `**k`: a parameter, or the items of a value. */
export const splat: Lower = (to, row, role) => {
  const isParameter = role === Role.Parameter;
  const opened = to.open(isParameter ? Kind.Parameter : Kind.Spread, role, row);
  to.lowerChildren(row, isParameter ? SPLAT_PARAMETER : SPLAT_VALUE, opened);
  to.close(opened);
};

/** Grammar kinds that are whole parameters; any other (a word, Python 2's tuple) is a parameter's target. */
const WHOLE_PARAMETERS: ReadonlySet<string> = new Set([
  "default_parameter",
  "typed_parameter",
  "typed_default_parameter",
  "list_splat_pattern",
  "dictionary_splat_pattern",
  "keyword_separator",
  "positional_separator",
]);

export const parameters: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    if (WHOLE_PARAMETERS.has(to.kindName(child))) {
      to.lowerAs(child, role);
      continue;
    }
    const opened = to.open(Kind.Parameter, role, child);
    to.lowerAs(child, Role.Target);
    to.close(opened);
  }
};

export const typedParameter: Lower = (to, row, role) => {
  const opened = to.open(Kind.Parameter, role, row);
  const type = to.field(row, "type");
  for (const child of to.namedChildren(row)) {
    if (child === type) to.lowerAs(child, Role.Type);
    else if (to.kindName(child).endsWith("_splat_pattern")) to.lowerChildren(child, SPLAT_PARAMETER, opened);
    else to.lowerAs(child, Role.Target);
  }
  to.close(opened);
};

export const lambda: Lower = (to, row, role) => {
  const opened = to.open(Kind.Lambda, role, row);
  const body = to.field(row, "body");
  for (const child of to.namedChildren(row)) {
    if (child !== body) {
      to.lowerAs(child, Role.Parameter);
      continue;
    }
    const returned = to.open(Kind.ImplicitReturn, Role.Body, child);
    to.lowerAs(child, Role.Value);
    to.close(returned);
  }
  to.close(opened);
};

/** `a and b and c` is one row: Left, Right, Right. */
export const booleanOperator: Lower = (to, row, role) => {
  const operator = to.atomOf(to.field(row, "operator"));
  const operands: number[] = [];
  let left = row;
  while (to.kindName(left) === "boolean_operator" && to.atomOf(to.field(left, "operator")) === operator) {
    operands.push(to.field(left, "right"));
    left = to.field(left, "left");
  }
  const opened = to.open(Kind.Binary, role, row, operator);
  to.lowerAs(left, Role.Left);
  for (const operand of operands.reverse()) to.lowerAs(operand, Role.Right);
  to.close(opened);
};

/** `a < b <= c` is one row of variant `< <=`, which no simple comparison has. */
export const comparison: Lower = (to, row, role) => {
  const operators: string[] = [];
  const opened = to.open(Kind.Binary, role, row);
  for (const child of to.children(row)) {
    if (to.isNamed(child)) to.lowerAs(child, operators.length === 0 ? Role.Left : Role.Right);
    else operators.push(to.kindName(child) === "<>" ? "!=" : to.kindName(child));
  }
  to.builder.setAtom(opened, to.intern(operators.join(" ")));
  to.close(opened);
};

/** The source order is Then, Condition, Else. */
export const conditional: Lower = (to, row, role) => {
  const opened = to.open(Kind.Conditional, role, row);
  const roles = [Role.Then, Role.Condition, Role.Else];
  for (const [index, child] of to.namedChildren(row).entries()) to.lowerAs(child, roles[index] ?? Role.None);
  to.close(opened);
};

/** `a[1, 2]` has a tuple for index. A slice is marked on the access: no index expression stands for it. */
function access(
  to: Lowerer,
  row: number,
  role: Role,
  object: number,
  indexes: readonly number[],
  comma: boolean,
): void {
  const first = indexes[0];
  const isSlice = first !== undefined && indexes.length === 1 && !comma && to.kindName(first) === "slice";
  const opened = to.open(Kind.Index, role, row, isSlice ? to.intern(":") : 0);
  to.lowerAs(object, Role.Object);
  oneOrTuple(to, indexes, Role.Index, comma);
  to.close(opened);
}

export const subscript: Lower = (to, row, role) => {
  access(to, row, role, to.field(row, "value"), to.fieldAll(row, "subscript"), hasComma(to, row));
};

/** `List[int]` in an annotation is the index that it is elsewhere. */
export const genericType: Lower = (to, row, role) => {
  const [object = -1, types = -1] = to.namedChildren(row);
  access(to, row, role, object, types < 0 ? [] : to.namedChildren(types), types >= 0 && hasComma(to, types));
};

/** `T: int` of a type parameter. */
export const constrainedType: Lower = (to, row, role) => {
  const opened = to.open(Kind.Parameter, role, row);
  const [name = -1, bound = -1] = to.namedChildren(row);
  to.lowerAs(name, Role.Target);
  to.lowerAs(bound, Role.Type);
  to.close(opened);
};

export const slice: Lower = (to, row, role) => {
  const opened = to.open(Kind.Slice, role, row);
  const roles = [Role.Lower, Role.Upper, Role.Step];
  let colons = 0;
  for (const child of to.children(row)) {
    if (to.isNamed(child)) to.lowerAs(child, roles[colons] ?? Role.None);
    else colons++;
  }
  to.close(opened);
};

const COMPREHENSION: Children = {
  fields: { body: Role.Element },
  kinds: { for_in_clause: Role.Clause, if_clause: Role.Clause },
};

/** The only argument of a call, without parentheses of its own, counts as the list that it could be. */
export const generator: Lower = (to, row, role) => {
  const bare = to.table.field[row] === to.grammar.field("arguments");
  const parts = bare ? to.namedChildren(row) : [];
  const first = parts[0] ?? row;
  const last = parts.at(-1) ?? row;
  const variant = to.intern(bare ? "list" : "generator");
  const opened = to.open(Kind.Comprehension, role, row, variant, to.table.start[first], to.endOf(last));
  to.lowerChildren(row, COMPREHENSION, opened);
  to.close(opened);
};

export const forInClause: Lower = (to, row, role) => {
  const opened = to.open(Kind.ComprehensionFor, role, row);
  const async = to.childOfKind(row, "async");
  if (async >= 0) to.leaf(Kind.Modifier, Role.Modifier, async);
  to.lowerAs(to.field(row, "left"), Role.Target);
  // The grammar puts the commas between several into the field too.
  const iterables = to.fieldAll(row, "right").filter((child) => to.isNamed(child));
  oneOrTuple(to, iterables, Role.Iterable, hasComma(to, row));
  to.close(opened);
};

/** In a comprehension a clause, in a `case` its condition. */
export const ifClause: Lower = (to, row, role) => {
  if (role !== Role.Clause) return to.lowerAll(row, role);
  const opened = to.open(Kind.ComprehensionIf, role, row);
  to.lowerAll(row, Role.Condition);
  to.close(opened);
};

/** `a.b.c` of a `case`, which the grammar keeps as one list of words. */
export function memberPath(to: Lowerer, row: number, role: Role): void {
  const words = to.namedChildren(row);
  const opened: number[] = [];
  for (let last = words.length - 1; last > 0; last--) {
    const roleOfMember = opened.length === 0 ? role : Role.Object;
    opened.push(to.open(Kind.Member, roleOfMember, row, 0, to.table.start[row], to.table.end[words[last]!]));
  }
  to.lowerAs(words[0] ?? -1, opened.length > 0 ? Role.Object : role);
  for (const property of words.slice(1)) {
    to.lowerAs(property, Role.Property);
    to.close(opened.pop()!);
  }
}

// Strings. A prefix that allows interpolations (f"…", t"…") makes a template; any other is a modifier of the string.

const FORMATTED = /^[a-z]*[ft]/i;

const isFormatted = (to: Lowerer, row: number): boolean => FORMATTED.test(to.textOf(row + 1));

/** Where the text between the quotes starts and ends. */
function contentOf(to: Lowerer, row: number): { readonly start: number; readonly end: number } {
  const { table } = to;
  const start = table.end[row + 1]!;
  const closing = to.childOfKind(row, "string_end");
  return { start, end: Math.max(start, closing < 0 ? table.end[row]! : table.start[closing]!) };
}

/** The prefix as a modifier: `b` of `b"…"`. */
function prefix(to: Lowerer, piece: number): void {
  const start = to.table.start[piece]!;
  const text = /^[a-z]*/i.exec(to.text.slice(start, start + 2))![0].toLowerCase();
  if (text !== "") to.leaf(Kind.Modifier, Role.Modifier, piece, to.intern(text), start, start + text.length);
}

const SPECIFIERS: ReadonlySet<string> = new Set(["type_conversion", "format_specifier"]);

export const string: Lower = (to, row, role) => {
  if (isFormatted(to, row)) {
    const opened = to.open(Kind.Template, role, row);
    to.lowerAll(row, Role.Part);
    return to.close(opened);
  }
  const { start, end } = contentOf(to, row);
  const opened = to.open(Kind.String, role, row, to.intern(to.text.slice(start, end)));
  prefix(to, row);
  to.close(opened);
};

/** Adjacent literals are one text, and each is an expression of its own, as in Semgrep. */
export const concatenatedString: Lower = (to, row, role) => {
  const opened = to.open(Kind.Template, role, row, to.intern("adjacent"));
  to.lowerAll(row, Role.Part);
  to.close(opened);
};

/** `{x!r}` and `{x:>9}` hold more than the expression, which `{$X}` of a pattern does not match. */
export const interpolation: Lower = (to, row, role) => {
  const alone = to.children(row).every((child) => to.kindName(child) !== "=" && !SPECIFIERS.has(to.kindName(child)));
  if (alone) return to.lowerAll(row, role);
  const opened = to.open(Kind.FormattedPart, role, row);
  to.lowerAll(row, Role.Part);
  to.close(opened);
};
