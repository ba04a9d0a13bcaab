// Java's expressions and types, where a line in the table of shapes does not suffice.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";
import { ARRAY, name } from "./lower";

/** `x -> e`, `(x, y) -> { … }`; a body that is an expression is a statement, which Java does not return implicitly. */
export const lambda: Lower = (to, row, role) => {
  const opened = to.open(Kind.Lambda, role, row);
  const parameters = to.field(row, "parameters");
  if (parameters >= 0 && to.kindName(parameters) === "identifier") parameter(to, parameters);
  else to.lowerAs(parameters, Role.Parameter);
  const body = to.field(row, "body");
  if (body >= 0 && to.kindName(body) !== "block") {
    const statement = to.open(Kind.ExpressionStatement, Role.Body, body);
    to.lowerAs(body, Role.Value);
    to.close(statement);
  } else to.lowerAs(body, Role.Body);
  to.close(opened);
};

function parameter(to: Lowerer, row: number): void {
  const opened = to.open(Kind.Parameter, Role.Parameter, row);
  name(to, row, Role.Target);
  to.close(opened);
}

export const inferredParameters: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) parameter(to, child);
};

/** `f(…)`, `o.f(…)`, `A.super.f(…)`. */
export const invocation: Lower = (to, row, role) => {
  const call = to.open(Kind.Call, role, row);
  const property = to.field(row, "name");
  const object = to.field(row, "object");
  if (object < 0) to.lowerAs(property, Role.Callee);
  else {
    member(to, row, Role.Callee, object, property);
    to.lowerAs(to.field(row, "type_arguments"), Role.TypeArgument);
  }
  to.lowerAs(to.field(row, "arguments"), Role.Argument);
  to.close(call);
};

export const fieldAccess: Lower = (to, row, role) => {
  member(to, row, role, to.field(row, "object"), to.field(row, "field"));
};

function member(to: Lowerer, row: number, role: Role, object: number, property: number): void {
  if (property < 0) return;
  const end = to.table.end[property]!;
  const opened = to.open(Kind.Member, role, row, 0, undefined, end);
  const outer = to.children(row).find((child) => child > object && child < property && to.kindName(child) === "super");
  if (outer !== undefined) {
    const inner = to.open(Kind.Member, Role.Object, row, 0, undefined, to.table.end[outer]!);
    to.lowerAs(object, Role.Object);
    name(to, outer, Role.Property);
    to.close(inner);
  } else to.lowerAs(object, Role.Object);
  if (to.kindName(property) === "this") name(to, property, Role.Property);
  else to.lowerAs(property, Role.Property);
  to.close(opened);
}

/** `this(…);` and `super(…);` in a constructor. */
export const constructorCall: Lower = (to, row, role) => {
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const list = to.field(row, "arguments");
  const call = to.open(Kind.Call, Role.Value, row, 0, undefined, to.table.end[list < 0 ? row : list]!);
  to.lowerAs(to.field(row, "constructor"), Role.Callee);
  to.lowerAs(list, Role.Argument);
  to.close(call);
  to.close(statement);
};

/** `new T(…)`, `o.new T(…)`; with a body it is another thing to Semgrep, an anonymous class. */
export const creation: Lower = (to, row, role) => {
  const body = to.childOfKind(row, "class_body");
  const opened = to.open(Kind.New, role, row, body < 0 ? 0 : to.intern("class"));
  const [outer = -1, sign = -1] = to.children(row);
  if (sign >= 0 && to.kindName(sign) === ".") to.lowerAs(outer, Role.Object);
  to.lowerAs(to.field(row, "type"), Role.Callee);
  to.lowerAs(to.field(row, "arguments"), Role.Argument);
  to.lowerAs(body, Role.Member);
  to.close(opened);
};

/** `new int[n]`, `new int[] {1, 2}`: sizes and contents are arguments. */
export const arrayCreation: Lower = (to, row, role) => {
  const opened = to.open(Kind.New, role, row);
  const element = to.field(row, "type");
  const dimensions = to.fieldAll(row, "dimensions");
  const last = dimensions.at(-1) ?? element;
  if (element >= 0) {
    const array = to.open(ARRAY, Role.Callee, row, to.intern("[]"), to.table.start[element]!, to.table.end[last]!);
    to.lowerAs(element, Role.Value);
    to.close(array);
  }
  for (const each of dimensions) if (to.kindName(each) === "dimensions_expr") to.lowerAll(each, Role.Argument);
  to.lowerAs(to.field(row, "value"), Role.Argument);
  to.close(opened);
};

export const arrayType: Lower = (to, row, role) => {
  const opened = to.open(ARRAY, role, row, to.intern(to.textOf(to.field(row, "dimensions")).replace(/\s+/g, "")));
  to.lowerAs(to.field(row, "element"), Role.Value);
  to.close(opened);
};

/** `T::m` and `T::new`. */
export const methodReference: Lower = (to, row, role) => {
  const opened = to.open(kindOf("method reference"), role, row);
  const parts = to.children(row);
  const sign = parts.findIndex((part) => to.kindName(part) === "::");
  to.lowerAs(parts[0] ?? -1, Role.Object);
  const last = parts.slice(sign + 1).at(-1);
  if (last !== undefined) name(to, last, Role.Property);
  to.close(opened);
};

/** `a.b.C` as a type. */
export const scopedType: Lower = (to, row, role) => {
  const parts = to.namedChildren(row);
  const opened = to.open(Kind.Member, role, row);
  to.lowerAs(parts[0] ?? -1, Role.Object);
  name(to, parts.at(-1) ?? -1, Role.Property);
  to.close(opened);
};

export const genericType: Lower = (to, row, role) => {
  const opened = to.open(Kind.TypeApply, role, row);
  for (const child of to.namedChildren(row)) {
    to.lowerAs(child, to.kindName(child) === "type_arguments" ? Role.TypeArgument : Role.Value);
  }
  to.close(opened);
};

export const typeParameter: Lower = (to, row, role) => {
  const parameter = to.namedChildren(row).find((child) => to.kindName(child).endsWith("identifier"));
  if (parameter !== undefined) name(to, parameter, role);
};

/** `x instanceof T`; what a pattern behind it declares says nothing to rules. */
export const instanceOf: Lower = (to, row, role) => {
  const binary = to.open(Kind.Binary, role, row, to.intern("instanceof"));
  to.lowerAs(to.field(row, "left"), Role.Left);
  const pattern = to.field(row, "pattern");
  to.lowerAs(pattern >= 0 ? pattern : to.field(row, "right"), Role.Right);
  to.close(binary);
};

/** `++x` is not `x++`. */
export const update: Lower = (to, row, role) => {
  const parts = to.children(row);
  const operand = parts.find((part) => to.isNamed(part)) ?? -1;
  const before = parts[0] !== operand;
  const sign = parts.find((part) => part !== operand) ?? row;
  const opened = to.open(Kind.Update, role, row, to.intern(`${to.textOf(sign)}${before ? " before" : ""}`));
  to.lowerAs(operand, Role.Operand);
  to.close(opened);
};

/** What stands between the quotes, as written. */
export const quoted: Lower = (to, row, role) => {
  const text = to.textOf(row);
  const quotes = text.startsWith('"""') ? 3 : 1;
  to.leaf(Kind.String, role, row, to.intern(text.slice(quotes, Math.max(quotes, text.length - quotes))));
};

export const assignment: Lower = (to, row, role) => {
  const operator = to.field(row, "operator");
  const plain = operator < 0 || to.textOf(operator) === "=";
  const opened = to.open(plain ? Kind.Assign : Kind.CompoundAssign, role, row, plain ? 0 : to.atomOf(operator));
  to.lowerAs(to.field(row, "left"), Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(opened);
};
