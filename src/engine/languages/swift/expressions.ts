// Swift's expressions, where a line in the table of shapes does not do.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** A closure is reported without its closing brace, and so is a call that ends with one. */
function endOf(to: Lowerer, row: number): number {
  const rows = to.children(row);
  const last = rows.at(-1);
  if (last === undefined) return to.table.end[row]!;
  if (to.kindName(row) === "lambda_literal") return to.table.end[rows.at(-2) ?? last]!;
  const inside = to.kindName(last) === "call_suffix" || to.kindName(last) === "lambda_literal";
  return inside ? endOf(to, last) : to.table.end[last]!;
}

/** Closures behind the parentheses are arguments; `a[0]` is a call as `a(0)` is. */
export const call: Lower = (to, row, role) => {
  const [callee = -1, ...others] = to.namedChildren(row);
  const opened = to.open(Kind.Call, role, row, 0, undefined, endOf(to, row));
  to.lowerAs(callee, Role.Callee);
  for (const other of others) if (to.kindName(other).endsWith("_suffix")) to.lowerAs(other, Role.Argument);
  to.close(opened);
};

export const callSuffix: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) {
    // The label of a further closure says nothing.
    if (to.kindName(child) !== "simple_identifier") to.lowerAs(child, Role.Argument);
  }
};

/** `x: 1` has a name. */
export const argument: Lower = (to, row, role) => {
  const label = to.field(row, "name");
  const value = to.field(row, "value");
  if (label < 0) return to.lowerAs(value, role);
  const opened = to.open(Kind.Argument, role, row);
  to.leaf(Kind.Name, Role.Name, label, to.intern(to.textOf(label)));
  to.lowerAs(value, Role.Value);
  to.close(opened);
};

export const member: Lower = (to, row, role) => {
  const opened = to.open(Kind.Member, role, row);
  to.lowerAs(to.field(row, "target"), Role.Object);
  const suffix = to.field(to.field(row, "suffix"), "suffix");
  if (suffix >= 0) to.leaf(Kind.Name, Role.Property, suffix);
  to.close(opened);
};

/** `\A.b` is the key path of `A`, one that the context tells is one of `self`. */
export const keyPath: Lower = (to, row, role) => {
  const opened = to.open(Kind.Unary, role, row, to.intern("\\"));
  const [type] = to.namedChildren(row);
  if (type === undefined) to.leaf(Kind.Identifier, Role.Operand, row, to.intern("self"));
  else to.leaf(Kind.Identifier, Role.Operand, type);
  to.close(opened);
};

/** `[a]` before a dot is a list of one, which the grammar takes for a type. */
export const listOrType: Lower = (to, row, role) => {
  const [element = -1] = to.namedChildren(row);
  const isList = role === Role.Object && element >= 0 && /^[^A-Z\s.<?][^\s.<?]*$/.test(to.textOf(element));
  const opened = to.open(isList ? Kind.Array : kindOf("array_type"), role, row);
  if (isList) to.leaf(Kind.Identifier, Role.Element, element);
  else to.lowerAs(element, Role.None);
  to.close(opened);
};

/** `.x` is a member of what the context tells; signs before an operand are operators. */
export const prefix: Lower = (to, row, role) => {
  const [operation, target] = [to.field(row, "operation"), to.field(row, "target")];
  const sign = to.textOf(operation);
  if (sign === "." && target >= 0 && to.kindName(target) === "simple_identifier") {
    const opened = to.open(Kind.Member, role, row);
    to.leaf(IMPLIED, Role.Object, operation);
    to.leaf(Kind.Name, Role.Property, target);
    return to.close(opened);
  }
  const opened = to.open(Kind.Unary, role, row, to.intern(sign));
  to.lowerAs(target, Role.Operand);
  to.close(opened);
};

/** The type that stands before the dot of `.x`. */
const IMPLIED = kindOf("implied type");

/** `x!`, which is not `!x`. */
export const postfix: Lower = (to, row, role) => {
  const opened = to.open(Kind.Unary, role, row, to.intern(` ${to.textOf(to.field(row, "operation"))}`));
  to.lowerAs(to.field(row, "target"), Role.Operand);
  to.close(opened);
};

/** `as`, `as?` and `as!` alike. */
export const cast: Lower = (to, row, role) => {
  const value = to.field(row, "expr");
  const opened = to.open(Kind.Cast, role, row, to.intern("as"));
  to.lowerAs(value, Role.Value);
  for (const child of to.namedChildren(row)) {
    if (child !== value && to.kindName(child) !== "as_operator") to.lowerAs(child, Role.Type);
  }
  to.close(opened);
};

export const check: Lower = (to, row, role) => {
  const target = to.field(row, "target");
  const opened = to.open(Kind.Binary, role, row, to.intern("is"));
  to.lowerAs(target, Role.Left);
  for (const child of to.namedChildren(row)) if (child !== target) to.lowerAs(child, Role.Right);
  to.close(opened);
};

/** One value in parentheses is that value. */
export const tuple: Lower = (to, row, role) => {
  const values = to.fieldAll(row, "value").filter((child) => to.isNamed(child));
  if (values.length === 1) return to.lowerAs(values[0]!, role);
  const opened = to.open(Kind.Tuple, role, row);
  for (const value of values) to.lowerAs(value, Role.Element);
  to.close(opened);
};

export const dictionary: Lower = (to, row, role) => {
  const keys = to.fieldAll(row, "key").filter((child) => to.isNamed(child));
  const values = to.fieldAll(row, "value").filter((child) => to.isNamed(child));
  const opened = to.open(Kind.Dict, role, row);
  keys.forEach((key, index) => {
    const value = values[index];
    if (value === undefined) return;
    const pair = to.open(Kind.Pair, Role.Element, key, 0, undefined, to.table.end[value]);
    to.lowerAs(key, Role.Key);
    to.lowerAs(value, Role.Value);
    to.close(pair);
  });
  to.close(opened);
};

/** The parameters of a closure; what it returns says nothing. */
export const lambdaType: Lower = (to, row) => {
  const list = to.childOfKind(row, "lambda_function_type_parameters");
  if (list >= 0) to.lowerAll(list, Role.Parameter);
};

export const lambda: Lower = (to, row, role) => {
  const end = endOf(to, row);
  const opened = to.open(Kind.Lambda, role, row, 0, undefined, end);
  to.lowerAs(to.childOfKind(row, "lambda_function_type"), Role.Parameter);
  const statements = to.childOfKind(row, "statements");
  const start = statements < 0 ? end : to.table.start[statements];
  const body = to.open(Kind.Block, Role.Body, statements < 0 ? row : statements, 0, start, end);
  to.lowerAs(statements, Role.Statement);
  to.close(body);
  to.close(opened);
};

const SUBSTITUTIONS: ReadonlySet<string> = new Set(["interpolated_expression", "raw_str_interpolation"]);

/** Text between quotes; with substitutions a template, of which each text counts as a string. */
export const string: Lower = (to, row, role) => {
  const quote = /^#*(?:"""|")/.exec(to.textOf(row))?.[0].length ?? 1;
  const start = to.table.start[row]! + quote;
  const end = Math.max(start, to.table.end[row]! - quote);
  const substitutions = to.namedChildren(row).filter((child) => SUBSTITUTIONS.has(to.kindName(child)));
  if (substitutions.length === 0) {
    to.leaf(Kind.String, role, row, to.intern(to.text.slice(start, end)));
    return;
  }
  const opened = to.open(Kind.Template, role, row);
  let from = start;
  const text = (until: number): void => {
    if (until > from) to.leaf(Kind.String, Role.Part, row, to.intern(to.text.slice(from, until)), from, until);
  };
  for (const substitution of substitutions) {
    const whole = to.kindName(substitution) === "raw_str_interpolation";
    const [first, last] = [to.table.start[substitution]!, to.table.end[substitution]!];
    // Elsewhere the grammar leaves the sign and the parentheses outside.
    text(whole ? first : Math.max(from, to.text.lastIndexOf("\\", first)));
    to.lowerAll(substitution, Role.Part);
    from = whole ? last : to.text.indexOf(")", last) + 1;
  }
  text(end);
  to.close(opened);
};
