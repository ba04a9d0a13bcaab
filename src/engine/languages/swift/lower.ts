// Swift's statements, definitions and patterns, where a line in the table of shapes does not do.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** Roles in which a word names something and is no expression. */
const NAME_ROLES: ReadonlySet<Role> = new Set([Role.Name, Role.Property, Role.Alias]);

export const identifier: Lower = (to, row, role) => {
  to.leaf(NAME_ROLES.has(role) ? Kind.Name : Kind.Identifier, role, row);
};

// Statements.

const NOT_EXPRESSIONS = /_(?:statement|declaration)$|^assignment$|^ERROR$/;

/** Statements, expressions among them. */
function statements(to: Lowerer, row: number, role: Role): void {
  let thrown = -1;
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "throw_keyword") thrown = child;
    else if (NOT_EXPRESSIONS.test(kind)) to.lowerAs(child, role);
    else {
      // At the top of a file the grammar leaves a `throw` apart from what is thrown.
      const opened = to.open(thrown < 0 ? Kind.ExpressionStatement : Kind.Throw, role, child, 0, startOf(to, thrown));
      to.lowerAs(child, Role.Value);
      to.close(opened);
      thrown = -1;
    }
  }
}

const startOf = (to: Lowerer, row: number): number | undefined => (row < 0 ? undefined : to.table.start[row]);

export const program: Lower = (to, row, role) => {
  const opened = to.open(Kind.Program, role, row);
  statements(to, row, Role.Statement);
  to.close(opened);
};

export const statementList: Lower = (to, row, role) => statements(to, row, role);

/** Rows between `{` and `}` as a block; returns how many of the rows it took, 0 where none opens one. */
function block(to: Lowerer, rows: readonly number[], role: Role): number {
  const open = rows.findIndex((child) => to.kindName(child) === "{");
  if (open < 0) return 0;
  let close = rows.findIndex((child, index) => index > open && to.kindName(child) === "}");
  if (close < 0) close = rows.length - 1;
  const opened = to.open(Kind.Block, role, rows[open]!, 0, undefined, to.table.end[rows[close]!]);
  for (const child of rows.slice(open + 1, close)) if (to.isNamed(child)) to.lowerAs(child, Role.Statement);
  to.close(opened);
  return close + 1;
}

export const functionBody: Lower = (to, row, role) => {
  block(to, to.children(row), role);
};

/** Everything between the keyword and the block: the parts, divided by commas. */
function conditions(to: Lowerer, rows: readonly number[]): number[][] {
  const parts: number[][] = [[]];
  for (const row of rows) {
    if (to.kindName(row) === ",") parts.push([]);
    else parts.at(-1)!.push(row);
  }
  return parts.filter((part) => part.length > 0);
}

const spanOf = (to: Lowerer, rows: readonly number[]): [start: number, end: number] => [
  to.table.start[rows[0]!]!,
  to.table.end[rows.at(-1)!]!,
];

/** An expression, or `let x = e`, or `case p = e`. */
function condition(to: Lowerer, part: readonly number[], role: Role): void {
  const sign = part.findIndex((row) => to.kindName(row) === "=");
  const head = to.kindName(part[0]!);
  if (sign < 0 && head !== "value_binding_pattern" && head !== "case") {
    for (const row of part) if (to.isNamed(row)) to.lowerAs(row, role);
    return;
  }
  const opened = to.open(Kind.WithItem, role, part[0]!, 0, ...spanOf(to, part));
  pattern(to, part.slice(0, sign < 0 ? part.length : sign), Role.Target);
  for (const row of sign < 0 ? [] : part.slice(sign + 1)) if (to.isNamed(row)) to.lowerAs(row, Role.Value);
  to.close(opened);
}

/** Several conditions are one that joins them. */
function allConditions(to: Lowerer, rows: readonly number[], role: Role): void {
  const parts = conditions(to, rows);
  if (parts.length === 1) return condition(to, parts[0]!, role);
  if (parts.length === 0) return;
  const opened = to.open(Kind.Binary, role, rows[0]!, to.intern("&&"), ...spanOf(to, rows));
  for (const [index, part] of parts.entries()) condition(to, part, index === 0 ? Role.Left : Role.Right);
  to.close(opened);
}

const indexOf = (to: Lowerer, rows: readonly number[], kind: string): number =>
  rows.findIndex((child) => to.kindName(child) === kind);

export const ifStatement: Lower = (to, row, role) => {
  const rows = to.children(row);
  const opened = to.open(Kind.If, role, row);
  const brace = indexOf(to, rows, "{");
  allConditions(to, rows.slice(1, brace), Role.Condition);
  const rest = rows.slice(brace + block(to, rows.slice(brace), Role.Then));
  const last = rest.at(-1);
  if (last !== undefined && to.kindName(last) === "if_statement") to.lowerAs(last, Role.Else);
  else block(to, rest, Role.Else);
  to.close(opened);
};

/** `guard c else { … }` is an `if` of the opposite. */
export const guard: Lower = (to, row, role) => {
  const rows = to.children(row);
  const otherwise = indexOf(to, rows, "else");
  const held = rows.slice(1, otherwise < 0 ? undefined : otherwise);
  const opened = to.open(Kind.If, role, row);
  if (held.length > 0) {
    const not = to.open(Kind.Unary, Role.Condition, held[0]!, to.intern("!"), ...spanOf(to, held));
    allConditions(to, held, Role.Operand);
    to.close(not);
  }
  block(to, rows.slice(otherwise), Role.Then);
  to.close(opened);
};

export const whileLoop: Lower = (to, row, role) => {
  const rows = to.children(row);
  const brace = indexOf(to, rows, "{");
  const opened = to.open(Kind.While, role, row);
  allConditions(to, rows.slice(1, brace), Role.Condition);
  block(to, rows.slice(brace), Role.Body);
  to.close(opened);
};

export const repeat: Lower = (to, row, role) => {
  const rows = to.children(row);
  const opened = to.open(Kind.DoWhile, role, row);
  const taken = block(to, rows, Role.Body);
  allConditions(to, rows.slice(taken + 1), Role.Condition);
  to.close(opened);
};

export const forLoop: Lower = (to, row, role) => {
  const rows = to.children(row);
  const opened = to.open(Kind.ForEach, role, row);
  to.leaf(Kind.Modifier, Role.Modifier, rows[0]!, to.intern("let"));
  to.lowerAs(to.field(row, "item"), Role.Target);
  to.lowerAs(to.field(row, "collection"), Role.Iterable);
  to.lowerAs(to.childOfKind(row, "where_clause"), Role.Condition);
  block(to, rows, Role.Body);
  to.close(opened);
};

export const switchStatement: Lower = (to, row, role) => {
  const opened = to.open(Kind.Switch, role, row);
  to.lowerAs(to.field(row, "expr"), Role.Subject);
  for (const child of to.namedChildren(row)) if (to.kindName(child) === "switch_entry") to.lowerAs(child, Role.Case);
  to.close(opened);
};

export const switchEntry: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row);
  let guarded = false;
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "switch_pattern") to.lowerAll(child, Role.Test);
    else if (kind === "where_keyword") guarded = true;
    else if (kind === "statements") to.lowerAs(child, Role.Statement);
    else if (guarded) to.lowerAs(child, Role.Condition);
  }
  to.close(opened);
};

/** `do` with its clauses; without any it is tried all the same. */
export const doStatement: Lower = (to, row, role) => {
  const opened = to.open(Kind.Try, role, row);
  block(to, to.children(row), Role.Body);
  for (const child of to.namedChildren(row)) if (to.kindName(child) === "catch_block") to.lowerAs(child, Role.Catch);
  to.close(opened);
};

export const catchBlock: Lower = (to, row, role) => {
  const opened = to.open(Kind.Catch, role, row);
  to.lowerAs(to.field(row, "error"), Role.Target);
  block(to, to.children(row), Role.Body);
  to.close(opened);
};

const TRANSFERS: Readonly<Record<string, Kind>> = {
  return: Kind.Return,
  break: Kind.Break,
  continue: Kind.Continue,
  throw_keyword: Kind.Throw,
};

export const transfer: Lower = (to, row, role) => {
  const [keyword = row, ...others] = to.children(row);
  const kind = TRANSFERS[to.kindName(keyword)];
  const opened = to.open(kind ?? kindOf("control_transfer_statement"), role, row);
  const part = kind === Kind.Break || kind === Kind.Continue ? Role.Name : Role.Value;
  for (const other of others) if (to.isNamed(other)) to.lowerAs(other, part);
  to.close(opened);
};

export const assignment: Lower = (to, row, role) => {
  const operator = to.textOf(to.field(row, "operator"));
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const kind = operator === "=" ? Kind.Assign : Kind.CompoundAssign;
  const opened = to.open(kind, Role.Value, row, operator === "=" ? 0 : to.intern(operator));
  to.lowerAs(to.field(row, "target"), Role.Target);
  to.lowerAs(to.field(row, "result"), Role.Value);
  to.close(opened);
  to.close(statement);
};

// Patterns: `x`, `let x`, `(a, b)`, `.some(let x)`, `is T`.

export const patternShape: Lower = (to, row, role) => {
  if (to.table.size[row] === 1) to.lowerAs(row, role);
  else pattern(to, to.children(row), role);
};

function pattern(to: Lowerer, rows: readonly number[], role: Role): void {
  const rest = rows.filter((row) => to.kindName(row) !== "value_binding_pattern" && to.kindName(row) !== "case");
  const [first] = rest;
  if (first === undefined) return;
  const open = indexOf(to, rest, "(");
  const dotted = indexOf(to, rest, ".");
  const named = rest.filter((row) => to.isNamed(row));
  if (open < 0 && dotted < 0) {
    for (const row of named) declaredOrUsed(to, row, role);
    return;
  }
  const [start, end] = spanOf(to, rest);
  if (open === 0) {
    const tuple = to.open(Kind.Tuple, role, first, 0, start, end);
    for (const row of named) to.lowerAs(row, Role.Element);
    return to.close(tuple);
  }
  const kind = kindOf("enum_case_pattern");
  const opened = to.open(kind, role, first, 0, start, end);
  const head = open < 0 ? rest : rest.slice(0, open);
  for (const row of head) if (to.isNamed(row)) to.leaf(Kind.Name, Role.Name, row);
  if (open >= 0) arguments_(to, rest.slice(open + 1));
  to.close(opened);
}

/** What is declared is an expression too, as what is assigned to is. */
function declaredOrUsed(to: Lowerer, row: number, role: Role): void {
  if (to.kindName(row) !== "simple_identifier") return to.lowerAs(row, role);
  to.leaf(role === Role.Element ? Kind.Name : Kind.Identifier, role, row);
}

/** `x: let y` is an argument with a name. */
function arguments_(to: Lowerer, rows: readonly number[]): void {
  let label = -1;
  for (const [index, row] of rows.entries()) {
    if (!to.isNamed(row)) continue;
    const behind = rows[index + 1];
    if (behind !== undefined && to.kindName(behind) === ":") label = row;
    else if (label < 0) to.lowerAs(row, Role.Argument);
    else {
      const opened = to.open(Kind.Argument, Role.Argument, label, 0, undefined, to.table.end[row]);
      to.leaf(Kind.Name, Role.Name, label);
      to.lowerAs(row, Role.Value);
      to.close(opened);
      label = -1;
    }
  }
}
