// Kotlin's definitions and the statements that branch.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";
import { name, statement } from "./lower";

const isType = (kind: string): boolean => kind.endsWith("_type");

/** The type behind the first `:`, or -1. */
function typeOf(to: Lowerer, row: number): number {
  const children = to.children(row);
  const colon = children.findIndex((child) => to.kindName(child) === ":");
  return colon < 0 ? -1 : (children.slice(colon + 1).find((child) => to.isNamed(child)) ?? -1);
}

/** The expression behind the first `=`, or -1. */
function initialOf(to: Lowerer, row: number): number {
  const children = to.children(row);
  const sign = children.findIndex((child) => to.kindName(child) === "=");
  return sign < 0 ? -1 : (children[sign + 1] ?? -1);
}

/** `val x: T = e`, `val (a, b) = e`; a member of a class is a field. What it is `by` is its value. */
export const property: Lower = (to, row, role) => {
  const isField = role === Role.Member;
  const several = to.childOfKind(row, "multi_variable_declaration") >= 0;
  const opened = to.open(isField ? Kind.Field : Kind.Variable, role, row, several ? to.intern("several") : 0);
  to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    if (kind === "val" || kind === "var") to.leaf(Kind.Modifier, Role.Modifier, child);
    else if (kind === "variable_declaration") {
      to.lowerAs(typeOf(to, child), Role.Type);
      name(to, to.childOfKind(child, "identifier"), isField ? Role.Name : Role.Target);
    } else if (kind === "multi_variable_declaration") names(to, child, Role.Target);
    else if (kind === "property_delegate") to.lowerAll(child, Role.Init);
    else if (kind === "getter" || kind === "setter") to.lowerAs(child, Role.Member);
  }
  to.lowerAs(initialOf(to, row), Role.Init);
  to.close(opened);
};

/** `(a, b)` where names are declared. */
function names(to: Lowerer, row: number, role: Role): void {
  const opened = to.open(Kind.Tuple, role, row);
  for (const child of to.namedChildren(row)) name(to, to.childOfKind(child, "identifier"), Role.Element);
  to.close(opened);
}

/** An expression without its annotations; `annotation class A` behind them is taken by the grammar for an infix call. */
export const annotated: Lower = (to, row, role) => {
  const annotations: number[] = [];
  let inner = row;
  while (inner >= 0 && to.kindName(inner) === "annotated_expression") {
    const children = to.namedChildren(inner);
    annotations.push(...children.slice(0, -1));
    inner = children.at(-1) ?? -1;
  }
  const [modifier, word, named] =
    inner >= 0 && to.kindName(inner) === "infix_expression" ? to.namedChildren(inner) : [];
  if (modifier === undefined || word === undefined || named === undefined || to.textOf(word) !== "class")
    return to.lowerAs(inner, role);
  const opened = to.open(Kind.Class, role, row, to.intern("class"));
  for (const each of annotations) to.lowerAs(each, Role.Decorator);
  to.leaf(Kind.Modifier, Role.Modifier, modifier);
  name(to, named, Role.Name);
  to.close(opened);
};

export const accessor: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row);
  to.lowerAs(to.childOfKind(row, "function_value_parameters"), Role.Parameter);
  to.lowerAs(to.childOfKind(row, "function_body"), Role.Body);
  to.close(opened);
};

export const functionDeclaration: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row);
  to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
  name(to, to.field(row, "name"), Role.Name);
  to.lowerAs(to.childOfKind(row, "type_parameters"), Role.TypeParameter);
  to.lowerAs(to.childOfKind(row, "function_value_parameters"), Role.Parameter);
  to.lowerAs(typeOf(to, row), Role.ReturnType);
  to.lowerAs(to.childOfKind(row, "function_body"), Role.Body);
  to.close(opened);
};

/** `{ … }`, or `= e`, which is another body than a block that returns. */
export const functionBody: Lower = (to, row, role) => {
  const block = to.childOfKind(row, "block");
  if (block >= 0) return to.lowerAs(block, role);
  const value = to.namedChildren(row)[0];
  if (value === undefined) return;
  const opened = to.open(kindOf("expression body"), role, row);
  to.lowerAs(value, Role.Value);
  to.close(opened);
};

/** The default of a parameter is its sibling, and so are its modifiers. */
export const parameters: Lower = (to, row) => {
  const children = to.children(row);
  children.forEach((child, i) => {
    const kind = to.kindName(child);
    if (kind !== "parameter" && kind !== "parameter_with_optional_type") return;
    const value = children[i + 1] !== undefined && to.kindName(children[i + 1]!) === "=" ? children[i + 2] : undefined;
    const before = i > 0 && to.kindName(children[i - 1]!) === "parameter_modifiers" ? children[i - 1]! : -1;
    const start = to.table.start[before < 0 ? child : before]!;
    const end = to.table.end[value ?? child]!;
    const opened = to.open(Kind.Parameter, Role.Parameter, child, 0, start, end);
    to.lowerAs(before, Role.None);
    to.lowerAs(typeOf(to, child), Role.Type);
    name(to, to.childOfKind(child, "identifier"), Role.Target);
    if (value !== undefined) to.lowerAs(value, Role.Default);
    to.close(opened);
  });
};

export const classParameter: Lower = (to, row) => {
  const opened = to.open(Kind.Parameter, Role.Parameter, row);
  to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    if (kind === "val" || kind === "var") to.leaf(Kind.Modifier, Role.Modifier, child);
  }
  to.lowerAs(typeOf(to, row), Role.Type);
  name(to, to.childOfKind(row, "identifier"), Role.Target);
  to.lowerAs(initialOf(to, row), Role.Default);
  to.close(opened);
};

/** Classes, interfaces and objects; what an `enum class` is besides, its modifiers say. */
export const classDeclaration =
  (keyword?: string): Lower =>
  (to, row, role) => {
    const variant = keyword ?? (to.childOfKind(row, "interface") >= 0 ? "interface" : "class");
    const opened = to.open(Kind.Class, role, row, to.intern(variant));
    for (const child of to.children(row)) {
      const kind = to.kindName(child);
      if (kind === "modifiers") to.lowerAs(child, Role.None);
      else if (kind === "companion" || kind === "enum") to.leaf(Kind.Modifier, Role.Modifier, child);
      else if (kind === "identifier") name(to, child, Role.Name);
      else if (kind === "type_parameters") to.lowerAs(child, Role.TypeParameter);
      else if (kind === "primary_constructor") to.lowerAs(child, Role.Parameter);
      else if (kind === "delegation_specifiers") to.lowerAs(child, Role.Implements);
      else if (kind === "class_body" || kind === "enum_class_body") to.lowerAs(child, Role.Member);
    }
    to.close(opened);
  };

/** Annotations and `private` before `constructor` belong to the class's parameters as a whole: nothing asks for them. */
export const primaryConstructor: Lower = (to, row) => {
  to.lowerAs(to.childOfKind(row, "class_parameters"), Role.Parameter);
};

export const enumEntry: Lower = (to, row, role) => {
  const opened = to.open(Kind.Field, role, row);
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "identifier") name(to, child, Role.Name);
    else to.lowerAs(child, kind === "value_arguments" ? Role.Argument : kind === "modifiers" ? Role.None : Role.Member);
  }
  to.close(opened);
};

/** `constructor(…) : this(…) { … }`, a function by that name. */
export const secondaryConstructor: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row);
  to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
  name(to, to.childOfKind(row, "constructor"), Role.Name);
  to.lowerAs(to.childOfKind(row, "function_value_parameters"), Role.Parameter);
  to.lowerAs(to.childOfKind(row, "constructor_delegation_call"), Role.Implements);
  to.lowerAs(to.childOfKind(row, "block"), Role.Body);
  to.close(opened);
};

export const delegationCall: Lower = (to, row, role) => {
  const opened = to.open(Kind.Call, role, row);
  const word = to.children(row)[0];
  if (word !== undefined) to.leaf(Kind.Identifier, Role.Callee, word);
  to.lowerAs(to.childOfKind(row, "value_arguments"), Role.Argument);
  to.close(opened);
};

export const initializer: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row);
  const word = to.childOfKind(row, "init");
  if (word >= 0) to.leaf(Kind.Modifier, Role.Modifier, word);
  to.lowerAs(to.childOfKind(row, "block"), Role.Body);
  to.close(opened);
};

/** `{ x, (y, z) -> … }`. */
export const lambda: Lower = (to, row, role) => {
  const opened = to.open(Kind.Lambda, role, row);
  const inside = to.namedChildren(row);
  const parameters = inside.find((child) => to.kindName(child) === "lambda_parameters");
  if (parameters !== undefined) {
    for (const child of to.namedChildren(parameters)) {
      const parameter = to.open(Kind.Parameter, Role.Parameter, child);
      if (to.kindName(child) === "multi_variable_declaration") names(to, child, Role.Target);
      else {
        to.lowerAs(typeOf(to, child), Role.Type);
        name(to, to.childOfKind(child, "identifier"), Role.Target);
      }
      to.close(parameter);
    }
  }
  const body = inside.filter((child) => child !== parameters);
  const first = body[0];
  const [start, end] =
    first === undefined ? [to.table.end[row]! - 1] : [to.table.start[first]!, to.table.end[body.at(-1)!]!];
  const block = to.open(Kind.Block, Role.Body, first ?? row, 0, start, end ?? start);
  for (const child of body) statement(to, child, Role.Statement);
  to.close(block);
  to.close(opened);
};

export const anonymousFunction: Lower = (to, row, role) => {
  const opened = to.open(Kind.Lambda, role, row);
  to.lowerAs(to.childOfKind(row, "function_value_parameters"), Role.Parameter);
  to.lowerAs(typeOf(to, row), Role.ReturnType);
  to.lowerAs(to.childOfKind(row, "function_body"), Role.Body);
  to.close(opened);
};

/** The branches of an `if` are what stands behind the condition and behind `else`. */
export const ifExpression: Lower = (to, row, role) => {
  const opened = to.open(Kind.If, role, row);
  const children = to.children(row);
  to.lowerAs(to.field(row, "condition"), Role.Condition);
  const branch = (word: string, part: Role): void => {
    const at = children.findIndex((child) => to.kindName(child) === word && !to.isNamed(child));
    const next = at < 0 ? undefined : children[at + 1];
    if (next !== undefined && to.isNamed(next)) statement(to, next, part);
  };
  branch(")", Role.Then);
  branch("else", Role.Else);
  to.close(opened);
};

export const whenExpression: Lower = (to, row, role) => {
  const opened = to.open(Kind.Switch, role, row);
  const subject = to.childOfKind(row, "when_subject");
  if (subject >= 0) {
    const declared = to.childOfKind(subject, "variable_declaration");
    if (declared < 0) to.lowerAll(subject, Role.Subject);
    else {
      const variable = to.open(Kind.Variable, Role.Subject, subject);
      name(to, to.childOfKind(declared, "identifier"), Role.Target);
      to.lowerAs(initialOf(to, subject), Role.Init);
      to.close(variable);
    }
  }
  for (const child of to.namedChildren(row)) if (to.kindName(child) === "when_entry") to.lowerAs(child, Role.Case);
  to.close(opened);
};

export const whenEntry: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row);
  for (const test of to.fieldAll(row, "condition")) to.lowerAs(test, Role.Test);
  const body = to.children(row).at(-1);
  if (body !== undefined && to.isNamed(body)) statement(to, body, Role.Statement);
  to.close(opened);
};

/** `is T` and `in a..b` as a test of `when`. */
export const test: Lower = (to, row, role) => {
  const sign = to.children(row)[0];
  const opened = to.open(kindOf("test"), role, row, sign === undefined ? 0 : to.atomOf(sign));
  to.lowerAll(row, Role.Value);
  to.close(opened);
};

export const tryExpression: Lower = (to, row, role) => {
  const opened = to.open(Kind.Try, role, row);
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    to.lowerAs(child, kind === "catch_block" ? Role.Catch : kind === "finally_block" ? Role.Finally : Role.Body);
  }
  to.close(opened);
};

export const catchBlock: Lower = (to, row, role) => {
  const opened = to.open(Kind.Catch, role, row);
  to.lowerAs(typeOf(to, row), Role.Type);
  name(to, to.childOfKind(row, "identifier"), Role.Target);
  to.lowerAs(to.childOfKind(row, "block"), Role.Body);
  to.close(opened);
};

export const returnExpression: Lower = (to, row, role) => {
  const opened = to.open(Kind.Return, role, row);
  const label = to.field(row, "label");
  for (const child of to.namedChildren(row)) if (child !== label) to.lowerAs(child, Role.Value);
  to.close(opened);
};

export const forStatement: Lower = (to, row, role) => {
  const opened = to.open(Kind.ForEach, role, row);
  const children = to.children(row);
  const at = children.findIndex((child) => to.kindName(child) === "in" && !to.isNamed(child));
  const target = children[at - 1];
  if (target !== undefined && to.kindName(target) === "multi_variable_declaration") names(to, target, Role.Target);
  else if (target !== undefined) {
    to.lowerAs(typeOf(to, target), Role.Type);
    name(to, to.childOfKind(target, "identifier"), Role.Target);
  }
  to.lowerAs(children[at + 1] ?? -1, Role.Iterable);
  const body = children.at(-1);
  if (body !== undefined && body > (children[at + 1] ?? 0) && to.isNamed(body)) statement(to, body, Role.Body);
  to.close(opened);
};

export const whileStatement =
  (kind: Kind.While | Kind.DoWhile): Lower =>
  (to, row, role) => {
    const opened = to.open(kind, role, row);
    const condition = to.field(row, "condition");
    if (kind === Kind.While) to.lowerAs(condition, Role.Condition);
    const body = to.namedChildren(row).find((child) => child !== condition && to.kindName(child) !== "label");
    if (body !== undefined) statement(to, body, Role.Body);
    if (kind === Kind.DoWhile) to.lowerAs(condition, Role.Condition);
    to.close(opened);
  };

/** `object : A(1), B { … }`. */
export const objectLiteral: Lower = (to, row, role) => {
  const opened = to.open(Kind.Class, role, row, to.intern("object"));
  to.lowerAs(to.childOfKind(row, "delegation_specifiers"), Role.Implements);
  to.lowerAs(to.childOfKind(row, "class_body"), Role.Member);
  to.close(opened);
};

export const typeAlias: Lower = (to, row, role) => {
  const opened = to.open(Kind.TypeAlias, role, row);
  const parts = to.namedChildren(row);
  to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
  name(to, parts.find((part) => to.kindName(part) === "identifier") ?? -1, Role.Name);
  to.lowerAs(parts.find((part) => isType(to.kindName(part))) ?? -1, Role.Type);
  to.close(opened);
};

export const typeParameter: Lower = (to, row, role) => name(to, to.childOfKind(row, "identifier"), role);
