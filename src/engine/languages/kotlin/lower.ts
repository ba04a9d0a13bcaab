// What of Kotlin's grammar needs more than a line in the table of shapes: statements, calls, strings, types.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** Kinds that stand among statements as they are; all others are expressions there. */
const STATEMENTS: ReadonlySet<string> = new Set([
  ...["package_header", "import", "property_declaration", "function_declaration", "class_declaration"],
  ...["object_declaration", "companion_object", "type_alias", "for_statement", "while_statement", "do_while_statement"],
  ...["if_expression", "when_expression", "try_expression", "return_expression", "throw_expression", "file_annotation"],
]);

/** A declared name is not an expression. */
export const name = (to: Lowerer, row: number, role: Role): void => {
  if (row >= 0) to.leaf(Kind.Name, role, row);
};

/** A statement, or an expression as one. */
export function statement(to: Lowerer, row: number, role: Role): void {
  const kind = to.kindName(row);
  if (kind === "block") return to.lowerAs(row, role);
  const jump = jumps(to, row);
  if (jump !== undefined) return void to.leaf(jump, role, row, 0);
  if (STATEMENTS.has(kind) || to.isError(row)) return to.lowerAs(row, role);
  const opened = to.open(Kind.ExpressionStatement, role, row);
  to.lowerAs(row, Role.Value);
  to.close(opened);
}

/** `break` and `continue`, which the grammar takes for names; with a label too. */
function jumps(to: Lowerer, row: number): Kind.Break | Kind.Continue | undefined {
  const kind = to.kindName(row);
  if (kind !== "identifier" && kind !== "labeled_expression") return undefined;
  const word = to.textOf(row).split("@")[0];
  return word === "break" ? Kind.Break : word === "continue" ? Kind.Continue : undefined;
}

export const statements: Lower = (to, row, role) => {
  const opened = to.open(role === Role.None ? Kind.Program : Kind.Block, role, row);
  for (const child of to.namedChildren(row)) statement(to, child, Role.Statement);
  to.close(opened);
};

/** `true`, `null` and the like are names to the grammar. */
export const identifier: Lower = (to, row, role) => {
  const text = to.textOf(row);
  const declared = role === Role.Name || role === Role.Property || role === Role.Target;
  const literal = text === "true" || text === "false" ? Kind.Boolean : text === "null" ? Kind.Null : Kind.Identifier;
  to.leaf(declared ? Kind.Name : literal, role, row);
};

/** `this@C` is `this`. */
export const receiver =
  (word: string): Lower =>
  (to, row, role) =>
    void to.leaf(Kind.Identifier, role, row, to.intern(word));

/** Annotations and keywords are children of what they stand before. */
export const modifiers: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "annotation") to.lowerAs(child, Role.Decorator);
    else to.leaf(Kind.Modifier, Role.Modifier, child);
  }
};

/** `@A` is a call without arguments to rules; of `@[A B]` each is one. */
export const annotation: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind !== "user_type" && kind !== "constructor_invocation") continue;
    const opened = to.open(Kind.Decorator, Role.Decorator, row);
    construction(to, child, Role.Value);
    to.close(opened);
  }
};

/** `T(…)`, of which the arguments may be missing. */
function construction(to: Lowerer, row: number, role: Role): void {
  const call = to.open(Kind.Call, role, row);
  if (to.kindName(row) === "constructor_invocation") {
    for (const child of to.namedChildren(row)) {
      to.lowerAs(child, to.kindName(child) === "value_arguments" ? Role.Argument : Role.Callee);
    }
  } else to.lowerAs(row, Role.Callee);
  to.close(call);
}

/** The class that another extends, with what its constructor is given. */
export const constructorInvocation: Lower = (to, row, role) => {
  const opened = to.open(Kind.TypeApply, role, row);
  for (const child of to.namedChildren(row)) {
    to.lowerAs(child, to.kindName(child) === "value_arguments" ? Role.Argument : Role.Value);
  }
  to.close(opened);
};

/** `a.b.C`. */
const dotted = (to: Lowerer, rows: readonly number[], role: Role): void => {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const [start, end] = [to.table.start[first]!, to.table.end[last]!];
  to.leaf(Kind.Name, role, first, to.intern(to.text.slice(start, end).replace(/\s+/g, "")), start, end);
};

export const packageHeader: Lower = (to, row, role) => {
  const opened = to.open(kindOf("package"), role, row);
  const path = to.childOfKind(row, "qualified_identifier");
  if (path >= 0) dotted(to, to.namedChildren(path), Role.Module);
  to.close(opened);
};

/** `import a.b.C as D` imports C from `a.b`. */
export const importHeader: Lower = (to, row, role) => {
  const path = to.childOfKind(row, "qualified_identifier");
  const parts = path < 0 ? [] : to.namedChildren(path);
  const opened = to.open(Kind.Import, role, row);
  const all = to.childOfKind(row, "*");
  const alone = parts.length === 1;
  dotted(to, all >= 0 || alone ? parts : parts.slice(0, -1), Role.Module);
  if (all >= 0) to.leaf(Kind.ImportSpecifier, Role.Specifier, all);
  else if (!alone && parts.length > 0) {
    const alias = to.childOfKind(row, "identifier");
    const last = parts.at(-1)!;
    const end = to.table.end[alias < 0 ? last : alias]!;
    const specifier = to.open(Kind.ImportSpecifier, Role.Specifier, last, 0, undefined, end);
    name(to, last, Role.Name);
    name(to, alias, Role.Alias);
    to.close(specifier);
  }
  to.close(opened);
};

/** `f(…)`, `f<T>(…)`, `f(…) { … }`: a lambda behind is the last argument; the types say nothing, as in Semgrep. */
export const call: Lower = (to, row, role) => {
  const opened = to.open(Kind.Call, role, row);
  let from = row;
  const callee = to.namedChildren(row)[0];
  const bare = to.childOfKind(row, "value_arguments") < 0;
  if (bare && callee !== undefined && to.kindName(callee) === "call_expression") from = callee;
  callParts(to, from);
  if (from !== row) to.lowerAs(to.childOfKind(row, "annotated_lambda"), Role.Argument);
  to.close(opened);
};

function callParts(to: Lowerer, row: number): void {
  to.namedChildren(row).forEach((child, i) => {
    const kind = to.kindName(child);
    if (i === 0) to.lowerAs(child, Role.Callee);
    else if (kind !== "type_arguments") to.lowerAs(child, Role.Argument);
  });
}

/** `x = e` among arguments has a name. */
export const valueArgument: Lower = (to, row, role) => {
  const parts = to.namedChildren(row).filter((part) => to.kindName(part) !== "annotation");
  const value = parts.at(-1);
  if (value === undefined) return;
  if (parts.length === 1) return to.lowerAs(value, role);
  const opened = to.open(Kind.Argument, role, row);
  name(to, parts[0]!, Role.Name);
  to.lowerAs(value, Role.Value);
  to.close(opened);
};

/** `f<T>(x)` and `f<T> { … }`, which the grammar takes for comparisons, are calls. */
export const binary: Lower = (to, row, role) => {
  const [left, right] = [to.field(row, "left"), to.field(row, "right")];
  const operator = to.field(row, "operator");
  const inner = left >= 0 && to.kindName(left) === "binary_expression" ? to.field(left, "operator") : -1;
  const generic = inner >= 0 && right >= 0 && to.textOf(operator) === ">" && to.textOf(inner) === "<";
  const behind = generic ? to.kindName(right) : "";
  const together = generic && to.table.end[inner] === to.table.start[to.field(left, "right")];
  if (together && (behind === "parenthesized_expression" || behind === "lambda_literal")) {
    const opened = to.open(Kind.Call, role, row);
    to.lowerAs(to.field(left, "left"), Role.Callee);
    to.lowerAs(right, Role.Argument);
    return to.close(opened);
  }
  const opened = to.open(Kind.Binary, role, row, operator < 0 ? 0 : to.atomOf(operator));
  to.lowerAs(left, Role.Left);
  to.lowerAs(right, Role.Right);
  to.close(opened);
};

/** `a in b`, `a !is B`, `a..b`: two operands and a sign between them. */
export const operation: Lower = (to, row, role) => {
  const children = to.children(row);
  const [left, right] = [children[0], children.at(-1)];
  // By its kind: the text of `!is` is `is` to the grammar.
  const sign = children.slice(1, -1).find((child) => !to.isNamed(child));
  const opened = to.open(Kind.Binary, role, row, sign === undefined ? 0 : to.intern(to.kindName(sign)));
  to.lowerAs(left ?? -1, Role.Left);
  to.lowerAs(right ?? -1, Role.Right);
  to.close(opened);
};

/** `a shl b` is the call `shl(a, b)`. */
export const infix: Lower = (to, row, role) => {
  const [left, operator, right] = to.namedChildren(row);
  const opened = to.open(Kind.Call, role, row);
  to.lowerAs(operator ?? -1, Role.Callee);
  to.lowerAs(left ?? -1, Role.Argument);
  to.lowerAs(right ?? -1, Role.Argument);
  to.close(opened);
};

export const index: Lower = (to, row, role) => {
  const opened = to.open(Kind.Index, role, row);
  to.namedChildren(row).forEach((child, i) => {
    to.lowerAs(child, i === 0 ? Role.Object : Role.Index);
  });
  to.close(opened);
};

export const unary: Lower = (to, row, role) => {
  const operand = to.field(row, "argument");
  if (outer.get(to) === row) return to.lowerAs(operand, role);
  const opened = openUnary(to, row, row, role);
  to.lowerAs(operand, Role.Operand);
  to.close(opened);
};

/** The row of what an operator says, over all of `row`. */
function openUnary(to: Lowerer, unary: number, row: number, role: Role): number {
  const operator = to.field(unary, "operator");
  const sign = operator < 0 ? "" : to.textOf(operator);
  const steps = sign === "++" || sign === "--";
  const before = steps && operator < to.field(unary, "argument") ? " before" : "";
  return to.open(steps ? Kind.Update : Kind.Unary, role, row, to.intern(sign + before));
}

/** The operator before a chain that is being lowered, which the chain itself does not hold. */
const outer = new WeakMap<Lowerer, number>();

/** A call or access: in `!a.b()` it is what is negated, where the grammar takes `!a` for what is called upon. */
export const behindOperator =
  (lower: Lower): Lower =>
  (to, row, role) => {
    const before = outer.get(to) ?? -1;
    const operator = operatorBefore(to, row);
    if (operator < 0 || operator === before) return lower(to, row, role);
    const opened = openUnary(to, operator, row, role);
    const first = to.builder.rows;
    outer.set(to, operator);
    lower(to, row, Role.Operand);
    outer.set(to, before);
    to.builder.moveStarts(first, to.table.start[operator]!, to.table.start[to.field(operator, "argument")]!);
    to.close(opened);
  };

/** The row of the unary expression that a chain begins with, its operator in front; -1 where there is none. */
function operatorBefore(to: Lowerer, row: number): number {
  let at = to.namedChildren(row)[0] ?? -1;
  for (;;) {
    const kind = at < 0 ? "" : to.kindName(at);
    if (kind === "unary_expression") {
      if (to.field(at, "operator") < to.field(at, "argument")) return at;
    } else if (!CHAINED.has(kind)) return -1;
    at = to.namedChildren(at)[0] ?? -1;
  }
}

const CHAINED: ReadonlySet<string> = new Set(["call_expression", "navigation_expression", "index_expression"]);

/** `a.b`, `a?.b`, `A::b`. */
export const navigation: Lower = (to, row, role) => {
  const parts = to.children(row);
  const [object, property] = [parts[0], parts.at(-1)];
  const reference = parts.some((part) => to.kindName(part) === "::");
  const safe = parts.some((part) => to.kindName(part) === "?.");
  const opened = to.open(reference ? REFERENCE : Kind.Member, role, row, safe ? to.intern("?") : 0);
  if (parts.length > 2 || !reference) to.lowerAs(object ?? -1, Role.Object);
  name(to, property ?? -1, Role.Property);
  to.close(opened);
};
const REFERENCE = kindOf("callable reference");

export const assignment: Lower = (to, row, role) => {
  const operator = to.field(row, "operator");
  const plain = operator < 0 || to.textOf(operator) === "=";
  const left = to.field(row, "left");
  // An annotation before it is no part of what is assigned to.
  const annotated = left >= 0 && to.kindName(left) === "annotated_expression";
  const target = annotated ? (to.namedChildren(left).at(-1) ?? left) : left;
  const start = to.table.start[target < 0 ? row : target]!;
  const opened = to.open(plain ? Kind.Assign : Kind.CompoundAssign, role, row, plain ? 0 : to.atomOf(operator), start);
  if (target >= 0 && to.kindName(target) === "identifier") to.leaf(Kind.Identifier, Role.Target, target);
  else to.lowerAs(target, Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(opened);
};

/** Text between substitutions is one StringPart each; `$name` is one that the grammar takes for text. */
export const text: Lower = (to, row, role) => {
  const whole = to.textOf(row);
  const quotes = whole.startsWith('"""') ? 3 : 1;
  const [start, end] = [
    to.table.start[row]! + quotes,
    Math.max(to.table.start[row]! + quotes, to.table.end[row]! - quotes),
  ];
  const pieces = substitutions(to, row, start, end);
  // `"$X"` alone is a metavariable to a pattern, and in code still no text.
  const alone = pieces.length === 1 && to.text[start] === "ꓘ" && pieces[0]!.start === start && pieces[0]!.end === end;
  if (pieces.length === 0 || alone) {
    to.leaf(Kind.String, role, row, to.intern(to.text.slice(start, end)));
    return;
  }
  const opened = to.open(Kind.Template, role, row);
  let from = start;
  const part = (until: number): void => {
    if (until > from) to.leaf(Kind.StringPart, Role.Part, row, to.intern(to.text.slice(from, until)), from, until);
  };
  for (const piece of pieces) {
    part(piece.start);
    if (piece.row >= 0) to.lowerAll(piece.row, Role.Part);
    else {
      const atom = to.intern(to.text.slice(piece.start + 1, piece.end));
      to.leaf(Kind.Identifier, Role.Part, row, atom, piece.start + 1, piece.end);
    }
    from = piece.end;
  }
  part(end);
  to.close(opened);
};

/** `$name`; in a pattern its `$` is the stand-in letter, which there names no metavariable but the name itself. */
const NAME_IN_TEXT = /(?<![\\\uA4D8])[$\uA4D8][A-Za-z_]\w*/g;

/** What a string puts in: an `interpolation`, or a bare name behind `$` (its row is -1). */
function substitutions(
  to: Lowerer,
  row: number,
  start: number,
  end: number,
): { readonly row: number; readonly start: number; readonly end: number }[] {
  const found: { row: number; start: number; end: number }[] = [];
  let from = start;
  const scan = (until: number): void => {
    for (const match of to.text.slice(from, until).matchAll(NAME_IN_TEXT)) {
      const at = from + match.index;
      found.push({ row: -1, start: at, end: at + match[0].length });
    }
  };
  for (const child of to.children(row)) {
    if (to.kindName(child) !== "interpolation") continue;
    scan(to.table.start[child]!);
    found.push({ row: child, start: to.table.start[child]!, end: to.table.end[child]! });
    from = to.table.end[child]!;
  }
  scan(end);
  return found;
}

/** `a.B<C>`. */
export const userType: Lower = (to, row, role) => {
  const parts = to.namedChildren(row);
  const given = parts.find((part) => to.kindName(part) === "type_arguments");
  const names = parts.filter((part) => to.kindName(part) === "identifier");
  const opened = given === undefined ? -1 : to.open(Kind.TypeApply, role, row);
  path(to, names, given === undefined ? role : Role.Value);
  if (given === undefined) return;
  to.lowerAs(given, Role.TypeArgument);
  to.close(opened);
};

function path(to: Lowerer, names: readonly number[], role: Role): void {
  const last = names.at(-1);
  if (last === undefined) return;
  if (names.length === 1) return void to.leaf(Kind.Identifier, role, last);
  const opened = to.open(Kind.Member, role, names[0]!, 0, undefined, to.table.end[last]!);
  path(to, names.slice(0, -1), Role.Object);
  name(to, last, Role.Property);
  to.close(opened);
}
