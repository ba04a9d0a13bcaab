// What of Rust's grammar needs more than a line in the table of shapes: statements, definitions, patterns.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";

/** Roles in which a word names something and is no expression. */
const NAME_ROLES: ReadonlySet<Role> = new Set([Role.Name, Role.Property, Role.Alias]);

export const identifier: Lower = (to, row, role) => {
  const declares = role === Role.Target && DECLARING.has(to.builder.openKind);
  to.leaf(NAME_ROLES.has(role) || declares ? Kind.Name : Kind.Identifier, role, row);
};

const DECLARING: ReadonlySet<number> = new Set([Kind.Variable, Kind.Parameter, Kind.ForEach]);

/** A type is no expression but where it is called: `T { … }`. */
export const typeName: Lower = (to, row, role) => {
  to.leaf(role === Role.Callee ? Kind.Identifier : Kind.Name, role, row);
};

/** Raw rows without `pub`, which says nothing to patterns. */
const parts = (to: Lowerer, row: number): number[] =>
  to.children(row).filter((child) => to.kindName(child) !== "visibility_modifier");

/** Where a definition starts: behind `pub`. */
const startOf = (to: Lowerer, row: number): number => to.table.start[parts(to, row)[0] ?? row]!;

// Statements.

/** Expressions that are statements of their own. */
const STATEMENTS: ReadonlySet<string> = new Set([
  ...["if_expression", "match_expression", "while_expression", "loop_expression", "for_expression"],
  ...["return_expression", "break_expression", "continue_expression", "block", "unsafe_block", "async_block"],
  ...["const_block", "gen_block", "try_block"],
]);

/** An expression where a statement stands; the last one of a block needs no semicolon. */
function statement(to: Lowerer, row: number, role: Role, whole = row): void {
  const kind = to.kindName(row);
  if (STATEMENTS.has(kind)) return to.lowerAs(row, role);
  if (!isExpression(kind)) return to.lowerAs(row, role);
  const opened = to.open(Kind.ExpressionStatement, role, whole);
  to.lowerAs(row, Role.Value);
  to.close(opened);
}

const isExpression = (kind: string): boolean =>
  kind.endsWith("_expression") || kind.endsWith("_literal") || kind.endsWith("identifier") || EXPRESSIONS.has(kind);

const EXPRESSIONS: ReadonlySet<string> = new Set(["compound_assignment_expr", "macro_invocation", "self"]);

export const expressionStatement: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) statement(to, child, role, row);
};

/** Statements and definitions; attributes stand before what they belong to, and with `widens` it begins with them. */
export function list(to: Lowerer, row: number, role: Role, widens = true): void {
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "attribute_item") to.before.push({ row: child, role: Role.Decorator, widens });
    else {
      statement(to, child, role);
      to.before = [];
    }
  }
  to.before = [];
}

const listOf =
  (kind: number): Lower =>
  (to, row, role) => {
    const opened = to.open(kind, role, row);
    list(to, row, Role.Statement);
    to.close(opened);
  };

export const program = listOf(Kind.Program);
export const block = listOf(Kind.Block);

/** What stands between the braces of `impl`, `trait` and `mod`: as in Semgrep it is reported without its attributes. */
export const declarations: Lower = (to, row, role) => {
  if (role === Role.Member) return list(to, row, role, false);
  const opened = to.open(Kind.Block, role, row);
  list(to, row, Role.Statement, false);
  to.close(opened);
};

/** `let x: T = e;` is reported from the name, or attributes before it, to the semicolon. */
export const letDeclaration: Lower = (to, row, role) => {
  const pattern = to.field(row, "pattern");
  const mutable = to.childOfKind(row, "mutable_specifier");
  const start = to.table.start[mutable < 0 ? pattern : mutable]!;
  const opened = to.open(Kind.Variable, role, row, 0, start);
  to.takeBefore(opened);
  to.leaf(Kind.Modifier, Role.Modifier, row, to.intern("let"), start, start);
  if (mutable >= 0) to.leaf(Kind.Modifier, Role.Modifier, mutable);
  to.lowerAs(pattern, Role.Target);
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.lowerAs(to.field(row, "value"), Role.Init);
  to.lowerAs(to.field(row, "alternative"), Role.Else);
  to.close(opened);
};

/** `const` and `static`. */
export const item: Lower = (to, row, role) => {
  const opened = to.open(Kind.Variable, role, row, 0, startOf(to, row));
  to.takeBefore(opened);
  for (const child of parts(to, row)) {
    const kind = to.kindName(child);
    if (kind === "const" || kind === "static" || kind === "mutable_specifier") {
      to.leaf(Kind.Modifier, Role.Modifier, child);
    }
  }
  to.leaf(Kind.Name, Role.Target, to.field(row, "name"));
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.lowerAs(to.field(row, "value"), Role.Init);
  to.close(opened);
};

/** `let p = e` of an `if` or `while` is no condition like others: no metavariable stands for it. */
export const condition: Lower = (to, row) => {
  const opened = to.open(Kind.WithItem, Role.Init, row);
  to.lowerAs(to.field(row, "pattern"), Role.Target);
  to.lowerAs(to.field(row, "value"), Role.Value);
  to.close(opened);
};

export const letChain: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) to.lowerAs(child, Role.Init);
};

/** A loop with the names that its header declares. */
export const forLoop: Lower = (to, row, role) => {
  const opened = to.open(Kind.ForEach, role, row);
  to.leaf(Kind.Modifier, Role.Modifier, to.childOfKind(row, "for"), to.intern("let"));
  to.lowerAs(to.field(row, "pattern"), Role.Target);
  to.lowerAs(to.field(row, "value"), Role.Iterable);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

/** Where an arm ends, without its comma. */
function armEnd(to: Lowerer, row: number): number {
  const comma = to.childOfKind(row, ",");
  return comma < 0 ? to.table.end[row]! : to.table.start[comma]!;
}

/** `match` is reported without its closing brace. */
export const match: Lower = (to, row, role) => {
  const body = to.field(row, "body");
  const arms = to.namedChildren(body).filter((child) => to.kindName(child) === "match_arm");
  const last = arms.at(-1);
  const end = last === undefined ? to.table.start[body] : armEnd(to, last);
  const opened = to.open(Kind.Switch, role, row, 0, undefined, end);
  to.lowerAs(to.field(row, "value"), Role.Subject);
  for (const arm of arms) to.lowerAs(arm, Role.Case);
  to.close(opened);
};

export const arm: Lower = (to, row, role) => {
  const pattern = to.field(row, "pattern");
  const value = to.field(row, "value");
  const opened = to.open(Kind.Case, role, row, 0, undefined, armEnd(to, row));
  const guard = to.field(pattern, "condition");
  for (const child of patternsOf(to, pattern)) if (child !== guard) alternatives(to, child);
  to.lowerAs(guard, Role.Condition);
  if (value >= 0 && to.kindName(value) === "block") to.lowerAs(value, Role.Statement);
  else if (value >= 0) statement(to, value, Role.Statement);
  to.close(opened);
};

/** `A | B`: a test each. */
function alternatives(to: Lowerer, row: number): void {
  if (to.kindName(row) !== "or_pattern") return pattern(to, row, Role.Test);
  for (const child of patternsOf(to, row)) alternatives(to, child);
}

// Patterns look like the expressions that they take apart.

/** Named children, and `_`, which is a bare token. */
const patternsOf = (to: Lowerer, row: number): number[] =>
  to.children(row).filter((child) => to.isNamed(child) || to.kindName(child) === "_");

function pattern(to: Lowerer, row: number, role: Role): void {
  if (to.kindName(row) === "_") to.leaf(Kind.Identifier, role, row);
  else to.lowerAs(row, role);
}

/** `(a, b)` and `[a, b]`. */
export const elements =
  (kind: Kind): Lower =>
  (to, row, role) => {
    const opened = to.open(kind, role, row);
    for (const child of patternsOf(to, row)) {
      // A name of a declaration is one at any depth.
      if (to.kindName(child) === "identifier") to.leaf(Kind.Name, Role.Element, child);
      else pattern(to, child, Role.Element);
    }
    to.close(opened);
  };

/** `Some(x)`, which calls nothing. */
export const tupleStruct: Lower = (to, row, role) => {
  const type = to.field(row, "type");
  const opened = to.open(kindOf("tuple_struct_pattern"), role, row);
  to.lowerAs(type, Role.Callee);
  for (const child of patternsOf(to, row)) if (child !== type) pattern(to, child, Role.Argument);
  to.close(opened);
};

/** `T { x, y: p, .. }`. */
export const structPattern: Lower = (to, row, role) => {
  const opened = to.open(Kind.New, role, row);
  const type = to.field(row, "type");
  to.lowerAs(type, Role.Callee);
  const fields = to.open(Kind.Set, Role.Argument, row, 0, to.table.end[type]);
  for (const child of patternsOf(to, row)) if (child !== type) to.lowerAs(child, Role.Element);
  to.close(fields);
  to.close(opened);
};

const fieldParts: Children = { fields: { name: Role.Name, pattern: Role.Init } };

export const fieldPattern: Lower = (to, row, role) => {
  const opened = to.open(Kind.Field, role, row);
  to.lowerChildren(row, fieldParts, opened);
  to.close(opened);
};

// Definitions.

/** A statement that says nothing. */
export const macroDefinition: Lower = (to, row, role) => to.close(to.open(kindOf("macro definition"), role, row));

/** `pub` is left out, a block of type parameters and bounds with it. */
export const functionItem: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row, 0, startOf(to, row));
  to.takeBefore(opened);
  const modifiers = to.childOfKind(row, "function_modifiers");
  for (const child of modifiers < 0 ? [] : to.children(modifiers)) to.leaf(Kind.Modifier, Role.Modifier, child);
  to.lowerAs(to.field(row, "name"), Role.Name);
  to.lowerAs(to.field(row, "type_parameters"), Role.TypeParameter);
  to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  to.lowerAs(to.field(row, "return_type"), Role.ReturnType);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

const parameterParts: Children = { fields: { pattern: Role.Target, type: Role.Type } };

/** A parameter may be a name, a pattern, a type alone, or `self` in any form. */
export const parameters: Lower = (to, row) => {
  for (const child of patternsOf(to, row)) {
    const kind = to.kindName(child);
    if (kind === "attribute_item") continue;
    const opened = to.open(Kind.Parameter, Role.Parameter, child, kind === "variadic_parameter" ? to.intern("...") : 0);
    const self = kind === "self_parameter" ? to.childOfKind(child, "self") : child;
    if (kind === "parameter") to.lowerChildren(child, parameterParts, opened);
    else if (to.table.size[self] === 1) to.leaf(Kind.Name, Role.Target, self);
    else pattern(to, self, Role.Target);
    to.close(opened);
  }
};

/** A lambda begins with its parameters: `move` is left out. */
export const closure: Lower = (to, row, role) => {
  const list = to.field(row, "parameters");
  const opened = to.open(Kind.Lambda, role, row, 0, to.table.start[list < 0 ? row : list]);
  to.lowerAs(list, Role.Parameter);
  to.lowerAs(to.field(row, "return_type"), Role.ReturnType);
  const body = to.field(row, "body");
  if (body >= 0 && to.kindName(body) !== "block") {
    // The variant tells it from a block, which JavaScript's arrows take for the same.
    const returned = to.open(Kind.ImplicitReturn, Role.Body, body, to.intern("|"));
    to.lowerAs(body, Role.Value);
    to.close(returned);
  } else to.lowerAs(body, Role.Body);
  to.close(opened);
};

/** `struct`, `enum`, `union`, `trait`; the semicolon behind fields without names is left out. */
export const type: Lower = (to, row, role) => {
  const semicolon = to.childOfKind(row, ";");
  const end = semicolon >= 0 ? to.table.start[semicolon] : undefined;
  const keyword = to.kindName(row).replace(/_item$/, "");
  const opened = to.open(Kind.Class, role, row, to.intern(keyword), startOf(to, row), end);
  to.takeBefore(opened);
  to.lowerAs(to.field(row, "name"), Role.Name);
  to.lowerAs(to.field(row, "type_parameters"), Role.TypeParameter);
  to.lowerAs(to.field(row, "bounds"), Role.Implements);
  to.lowerAs(to.field(row, "body"), Role.Member);
  to.close(opened);
};

/** The type that an `impl` is for is its name; which trait it is of says nothing. It is reported up to its last member. */
export const implementation: Lower = (to, row, role) => {
  const body = to.field(row, "body");
  const own = to.field(row, "type");
  const last = body < 0 ? undefined : to.namedChildren(body).at(-1);
  const end = to.table.end[last ?? (own < 0 ? row : own)];
  const opened = to.open(Kind.Class, role, row, to.intern("impl"), undefined, end);
  to.takeBefore(opened);
  to.lowerAs(own, Role.Name);
  to.lowerAs(body, Role.Member);
  to.close(opened);
};

const member = (to: Lowerer, row: number, name: number, value: number): void => {
  const opened = to.open(Kind.Field, Role.Member, row, 0, startOf(to, row));
  if (name >= 0) to.leaf(Kind.Name, Role.Name, name);
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.lowerAs(value, Role.Init);
  to.close(opened);
};

export const fieldDeclaration: Lower = (to, row) => member(to, row, to.field(row, "name"), -1);
export const variant: Lower = (to, row) => member(to, row, to.field(row, "name"), to.field(row, "value"));

/** Fields without names. */
export const orderedFields: Lower = (to, row) => {
  for (const type of to.fieldAll(row, "type")) {
    const opened = to.open(Kind.Field, Role.Member, type);
    to.lowerAs(type, Role.Type);
    to.close(opened);
  }
};

/** `mod m { … }`, `extern "C" { … }`: a name and a block. */
export const container: Lower = (to, row, role) => {
  const opened = to.open(kindOf(to.kindName(row)), role, row, 0, startOf(to, row));
  to.takeBefore(opened);
  to.lowerAs(to.field(row, "name"), Role.Name);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};
