// What of Scala's grammar needs more than a line in the table of shapes: statements and expressions.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** Kinds that stand among statements as they are; all others are expressions there. */
const STATEMENTS: ReadonlySet<string> = new Set([
  ...["package_clause", "package_object", "import_declaration", "export_declaration", "object_definition"],
  ...["class_definition", "trait_definition", "enum_definition", "val_definition", "val_declaration", "var_definition"],
  ...["var_declaration", "type_definition", "function_definition", "function_declaration", "extension_definition"],
  ...["given_definition", "if_expression", "match_expression", "try_expression", "return_expression"],
  ...["throw_expression", "while_expression", "do_while_expression", "for_expression", "_end_ident"],
]);

/** A declared name is not an expression. */
export const name = (to: Lowerer, row: number, role: Role): void => {
  if (row >= 0) to.leaf(Kind.Name, role, row);
};

const isBlock = (kind: string): boolean => kind === "block" || kind === "indented_block";

/** A statement, or an expression as one. */
export function statement(to: Lowerer, row: number, role: Role): void {
  const kind = to.kindName(row);
  if (STATEMENTS.has(kind) || isBlock(kind) || to.isError(row)) return to.lowerAs(row, role);
  const opened = to.open(Kind.ExpressionStatement, role, row);
  to.lowerAs(row, Role.Value);
  to.close(opened);
}

/** What a function, a lambda or a clause does: an expression is a block of that alone. */
export function body(to: Lowerer, rows: readonly number[], role: Role): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  if (rows.length === 1 && isBlock(to.kindName(first))) return to.lowerAs(first, role);
  const block = to.open(Kind.Block, role, first, 0, undefined, to.endOf(last));
  for (const row of rows) statement(to, row, Role.Statement);
  to.close(block);
}

export const statements: Lower = (to, row, role) => {
  const opened = to.open(role === Role.None ? Kind.Program : Kind.Block, role, row);
  for (const child of to.namedChildren(row)) statement(to, child, Role.Statement);
  to.close(opened);
};

/** The members of a class; code among them runs when it is made. */
export const members: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "self_type") continue;
    if (STATEMENTS.has(to.kindName(child))) to.lowerAs(child, role);
    else statement(to, child, role);
  }
};

export const identifier: Lower = (to, row, role) => {
  to.leaf(role === Role.Name || role === Role.Property ? Kind.Name : Kind.Identifier, role, row);
};

const callee = (to: Lowerer, row: number, object: number, property: number, role: Role): void => {
  const member = to.open(Kind.Member, role, row, 0, undefined, to.endOf(property));
  to.lowerAs(object, Role.Object);
  name(to, property, Role.Property);
  to.close(member);
};

/** `a op b` is `a.op(b)`, of signs too. */
export const infix: Lower = (to, row, role) => {
  const opened = to.open(Kind.Call, role, row);
  const operator = to.field(row, "operator");
  callee(to, row, to.field(row, "left"), operator < 0 ? row : operator, Role.Callee);
  to.lowerAs(to.field(row, "right"), Role.Argument);
  to.close(opened);
};

/** `a op` is `a.op`. */
export const postfix: Lower = (to, row, role) => {
  const [object, property] = to.namedChildren(row);
  if (object !== undefined && property !== undefined) callee(to, row, object, property, role);
};

/** `f(…)`, `f { … }`: braces around one expression are parentheses. */
export const call: Lower = (to, row, role) => {
  const called = to.field(row, "function");
  const made = madeBy(to, called);
  const opened = to.open(made < 0 ? Kind.Call : Kind.New, role, row);
  to.lowerAs(made < 0 ? called : made, Role.Callee);
  const list = to.field(row, "arguments");
  if (list >= 0) argument(to, list);
  to.lowerErrors(row);
  to.close(opened);
};

/** The `A` of `A.apply(…)`, which is `new A(…)` to Semgrep; -1 for other functions. */
function madeBy(to: Lowerer, called: number): number {
  if (called < 0 || to.kindName(called) !== "field_expression") return -1;
  const [object, method] = [to.field(called, "value"), to.field(called, "field")];
  const isClass = object >= 0 && to.kindName(object) === "identifier" && /^[A-Z]/.test(to.textOf(object));
  return isClass && method >= 0 && to.textOf(method) === "apply" ? object : -1;
}

function argument(to: Lowerer, row: number): void {
  const inside = to.namedChildren(row);
  const only = inside.length === 1 ? inside[0]! : -1;
  const kind = to.kindName(row);
  if (kind === "arguments") to.lowerAll(row, Role.Argument);
  else if (kind === "colon_argument") argument(to, inside.at(-1) ?? row);
  else if (isBlock(kind) && only >= 0 && !STATEMENTS.has(to.kindName(only))) to.lowerAs(only, Role.Argument);
  else to.lowerAs(row, Role.Argument);
}

/** `{ case a => b }` is a function of what it takes apart. */
export const caseBlock: Lower = (to, row, role) => {
  if (role === Role.Case || role === Role.Catch) return to.lowerAll(row, role);
  const lambda = to.open(Kind.Lambda, role, row);
  const choice = to.open(Kind.Switch, Role.Body, row);
  to.lowerAll(row, Role.Case);
  to.close(choice);
  to.close(lambda);
};

/** `case a if b => c`; in a `catch` what is caught. */
export const caseClause: Lower = (to, row, role) => {
  const pattern = to.field(row, "pattern");
  const guard = to.childOfKind(row, "guard");
  const does = to.fieldAll(row, "body").filter((child) => to.isNamed(child));
  const opened = to.open(role === Role.Catch ? Kind.Catch : Kind.Case, role, row);
  if (role === Role.Catch) caught(to, pattern);
  else to.lowerAs(pattern, Role.Test);
  if (guard >= 0) to.lowerAs(to.field(guard, "condition"), Role.Condition);
  if (role === Role.Catch) body(to, does, Role.Body);
  else for (const child of does) statement(to, child, Role.Statement);
  to.close(opened);
};

function caught(to: Lowerer, pattern: number): void {
  if (pattern < 0) return;
  const kind = to.kindName(pattern);
  if (kind === "typed_pattern") {
    to.lowerAs(to.field(pattern, "type"), Role.Type);
    name(to, to.field(pattern, "pattern"), Role.Target);
  } else if (kind === "identifier") name(to, pattern, Role.Target);
  else to.lowerAs(pattern, Role.Type);
}

export const tryExpression: Lower = (to, row, role) => {
  const opened = to.open(Kind.Try, role, row);
  const tried = to.field(row, "body");
  if (tried >= 0) body(to, [tried], Role.Body);
  const handlers = to.childOfKind(row, "catch_clause");
  if (handlers >= 0) to.lowerAll(handlers, Role.Catch);
  const last = to.childOfKind(row, "finally_clause");
  if (last >= 0) {
    const opened = to.open(Kind.Finally, Role.Finally, last);
    body(to, to.namedChildren(last), Role.Body);
    to.close(opened);
  }
  to.close(opened);
};

export const ifExpression: Lower = (to, row, role) => {
  const opened = to.open(Kind.If, role, row);
  to.lowerAs(to.field(row, "condition"), Role.Condition);
  const then = to.field(row, "consequence");
  const other = to.field(row, "alternative");
  if (then >= 0) statement(to, then, Role.Then);
  if (other >= 0) statement(to, other, Role.Else);
  to.close(opened);
};

export const loop =
  (kind: Kind.While | Kind.DoWhile): Lower =>
  (to, row, role) => {
    const opened = to.open(kind, role, row);
    const does = to.field(row, "body");
    if (kind === Kind.While) to.lowerAs(to.field(row, "condition"), Role.Condition);
    if (does >= 0) statement(to, does, Role.Body);
    if (kind === Kind.DoWhile) to.lowerAs(to.field(row, "condition"), Role.Condition);
    to.close(opened);
  };

/** `for (x <- xs if c; y <- ys) yield e`: what names are taken from, in order, and what is done with them. */
export const forExpression: Lower = (to, row, role) => {
  const yields = to.childOfKind(row, "yield") >= 0;
  const opened = to.open(Kind.With, role, row, to.intern(yields ? "yield" : "for"));
  to.lowerAs(to.childOfKind(row, "enumerators"), Role.Item);
  const does = to.field(row, "body");
  if (does >= 0) body(to, [does], Role.Body);
  to.close(opened);
};

export const enumerator: Lower = (to, row, role) => {
  const parts = to.namedChildren(row);
  const guard = to.childOfKind(row, "guard");
  const [target, value] = parts.filter((part) => part !== guard);
  const opened = to.open(Kind.WithItem, role, row);
  if (target !== undefined && value !== undefined) {
    if (to.kindName(target) === "identifier") name(to, target, Role.Target);
    else to.lowerAs(target, Role.Target);
  }
  to.lowerAs(value ?? target ?? -1, Role.Value);
  if (guard >= 0) to.lowerAs(to.field(guard, "condition"), Role.Condition);
  to.close(opened);
};

/** `x => e`, `(x: T, y) => { … }`. */
export const lambda: Lower = (to, row, role) => {
  const opened = to.open(Kind.Lambda, role, row);
  const parameters = to.field(row, "parameters");
  if (parameters >= 0) {
    const list = to.kindName(parameters) === "bindings" ? to.namedChildren(parameters) : [parameters];
    for (const each of list) {
      const parameter = to.open(Kind.Parameter, Role.Parameter, each);
      to.lowerAs(to.field(each, "type"), Role.Type);
      const declared = to.field(each, "name");
      name(to, declared < 0 ? each : declared, Role.Target);
      to.close(parameter);
    }
  }
  body(
    to,
    to.namedChildren(row).filter((child) => child > parameters + (parameters < 0 ? 0 : to.table.size[parameters]! - 1)),
    Role.Body,
  );
  to.close(opened);
};

/** `x.asInstanceOf[T]` is a cast; other functions with types are no names to a pattern of a call, as in Semgrep. */
export const genericFunction: Lower = (to, row, role) => {
  const called = to.field(row, "function");
  const given = to.field(row, "type_arguments");
  const method = called >= 0 && to.kindName(called) === "field_expression" ? to.field(called, "field") : -1;
  const isCast = method >= 0 && to.textOf(method) === "asInstanceOf";
  const opened = to.open(isCast ? Kind.Cast : kindOf("typed function"), role, row, isCast ? to.intern("as") : 0);
  to.lowerAs(isCast ? to.field(called, "value") : called, Role.Value);
  to.lowerAs(given, isCast ? Role.Type : Role.TypeArgument);
  to.close(opened);
};

/** `new T(…)`; with a body it is an anonymous class. */
export const creation: Lower = (to, row, role) => {
  const anonymous = to.childOfKind(row, "template_body");
  const opened = to.open(Kind.New, role, row, anonymous < 0 ? 0 : to.intern("class"));
  to.namedChildren(row).forEach((child, i) => {
    if (i === 0) to.lowerAs(child, Role.Callee);
    else if (child === anonymous) to.lowerAs(child, Role.Member);
    else argument(to, child);
  });
  to.close(opened);
};

/** `s"a $b"`: a text by what stands before the quotes, which Semgrep takes for no call. */
export const interpolated: Lower = (to, row, role) => {
  const opened = to.open(Kind.TaggedTemplate, role, row, to.intern("text"));
  to.lowerAs(to.field(row, "interpolator"), Role.Callee);
  to.lowerAs(to.childOfKind(row, "interpolated_string"), Role.Value);
  to.close(opened);
};

export const template: Lower = (to, row, role) => {
  const opened = to.open(Kind.Template, role, row);
  const quotes = to.textOf(row).startsWith('"""') ? 3 : 1;
  let from = to.table.start[row]! + quotes;
  const part = (until: number): void => {
    if (until > from) to.leaf(Kind.StringPart, Role.Part, row, to.intern(to.text.slice(from, until)), from, until);
  };
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) !== "interpolation") continue;
    part(to.table.start[child]!);
    const inner = to.namedChildren(child)[0];
    if (inner !== undefined && isBlock(to.kindName(inner))) to.lowerAll(inner, Role.Part);
    else if (inner !== undefined) to.lowerAs(inner, Role.Part);
    from = to.table.end[child]!;
  }
  part(to.table.end[row]! - quotes);
  to.close(opened);
};

/** What stands between the quotes, as written. */
export const quoted: Lower = (to, row, role) => {
  const text = to.textOf(row);
  const quotes = text.startsWith('"""') ? 3 : 1;
  to.leaf(Kind.String, role, row, to.intern(text.slice(quotes, Math.max(quotes, text.length - quotes))));
};
