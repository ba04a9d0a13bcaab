// The shell's commands: a command is a call whose arguments are all its words, its own name too; redirections, and
// variables set for one command, say nothing to a pattern, as in Semgrep.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";
import { LETTER } from "../plain-names";
import { isEllipsis } from "./words";

/** Statements that are not expressions. */
const STATEMENTS = new Set([
  "if_statement",
  "for_statement",
  "c_style_for_statement",
  "while_statement",
  "case_statement",
  "function_definition",
  "compound_statement",
  "unset_command",
  "ERROR",
]);

/** A list of statements: children of `row` from `from` up to `until`, which anonymous tokens separate. */
export function statements(to: Lowerer, children: readonly number[]): void {
  children.forEach((child, index) => {
    if (!to.isNamed(child)) return;
    const next = children[index + 1];
    if (next !== undefined && to.kindName(next) === "&") {
      const background = to.open(kindOf("background"), Role.Statement, child, 0, undefined, to.table.end[next]!);
      to.lowerAs(child, Role.Value);
      to.close(background);
    } else statement(to, child);
  });
}

function statement(to: Lowerer, row: number): void {
  const kind = to.kindName(row);
  if (STATEMENTS.has(kind)) return to.lowerAs(row, Role.Statement);
  if (kind === "redirected_statement" && heredocRest(to, row).length === 0) {
    const body = to.field(row, "body");
    if (body >= 0) statement(to, body);
    return;
  }
  if (kind === "declaration_command" || kind === "variable_assignments") {
    for (const assignment of assignments(to, row)) expressionStatement(to, assignment);
    return;
  }
  expressionStatement(to, row);
}

function expressionStatement(to: Lowerer, row: number): void {
  const opened = to.open(Kind.ExpressionStatement, Role.Statement, row);
  const before = to.builder.rows;
  to.lowerAs(row, Role.Value);
  to.close(opened);
  if (to.builder.rows > before) to.builder.setRange(opened, ...rangeOf(to, before));
}

const rangeOf = (to: Lowerer, row: number): [number, number] => [to.builder.startAt(row), to.builder.endAt(row)];

const assignments = (to: Lowerer, row: number): number[] =>
  to.namedChildren(row).filter((child) => to.kindName(child) === "variable_assignment");

/** `export A=1`, `A=1 B=2` where an expression stands. */
export const declarations: Lower = (to, row, role) => {
  const found = assignments(to, row);
  if (found.length === 1) return to.lowerAs(found[0]!, role);
  const opened = to.open(Kind.Sequence, role, row);
  for (const assignment of found) to.lowerAs(assignment, Role.Element);
  to.close(opened);
};

/** A block of the given statements, with their range; a separator at its end is left out unless it says something. */
export function block(to: Lowerer, row: number, children: readonly number[], role: Role): void {
  const said = children.filter((child) => to.isNamed(child) || to.kindName(child) === "&");
  const first = said.find((child) => to.isNamed(child));
  const end = first === undefined ? undefined : to.table.end[said.at(-1)!];
  const opened = to.open(Kind.Block, role, first ?? row, 0, undefined, end);
  statements(to, children);
  to.close(opened);
}

export const program: Lower = (to, row, role) => {
  if (to.isEmbedded) return statements(to, to.children(row));
  const opened = to.open(Kind.Program, role, row);
  statements(to, to.children(row));
  to.close(opened);
};

export const compound: Lower = (to, row, role) => {
  const opened = to.open(Kind.Block, role, row);
  statements(to, to.children(row));
  to.close(opened);
};

/** `$( … )`, `<( … )`: statements in a row of its own kind. */
export const nested =
  (kind: string): Lower =>
  (to, row, role) => {
    if (isDeep(to, row)) return deep(to, row, role);
    const opened = to.open(kindOf(kind), role, row);
    statements(to, to.children(row));
    to.close(opened);
  };

/** `( … )` as a statement: a list that stands for itself. */
export const subshell: Lower = (to, row, role) => {
  const opened = to.open(kindOf("subshell"), role, row);
  block(to, row, to.children(row), Role.Body);
  to.close(opened);
};

const words = (to: Lowerer, command: number): number[] =>
  to.namedChildren(command).filter((child) => {
    const kind = to.kindName(child);
    return !kind.endsWith("_redirect") && kind !== "variable_assignment";
  });

/** `<... e ...>` of a pattern stands as `$(ꓘd e )`. */
function isDeep(to: Lowerer, row: number): boolean {
  const [command] = to.namedChildren(row);
  const [name] = command === undefined ? [] : words(to, command);
  return name !== undefined && to.textOf(name) === `${LETTER}d`;
}

function deep(to: Lowerer, row: number, role: Role): void {
  const [name, ...rest] = words(to, to.namedChildren(row)[0]!);
  const opened = to.open(Kind.Call, role, row);
  to.leaf(Kind.Identifier, Role.Callee, name!);
  if (rest.length === 1) to.lowerAs(rest[0]!, Role.Argument);
  else call(to, row, rest, Role.Argument);
  to.close(opened);
}

function call(to: Lowerer, row: number, found: readonly number[], role: Role): void {
  const last = found.at(-1);
  const first = to.namedChildren(row).find((child) => !to.kindName(child).endsWith("_redirect")) ?? row;
  const end = last === undefined ? undefined : to.table.end[last];
  const opened = to.open(Kind.Call, role, row, 0, to.table.start[first], end);
  for (const each of found) to.lowerAs(each, Role.Argument);
  to.close(opened);
}

export const command: Lower = (to, row, role) => {
  const found = words(to, row);
  // `...` alone is any command; `$X` alone is one without arguments.
  if (found.length === 1 && isEllipsis(to.textOf(found[0]!))) return to.lowerAs(found[0]!, role);
  call(to, row, found, role);
};

/** `a | b | c` is `(a | b) | c`; not the operator that numbers have, whose operands may be swapped. */
export const pipeline: Lower = (to, row, role) => chain(to, to.namedChildren(row), role);

function chain(to: Lowerer, operands: readonly number[], role: Role): void {
  const last = operands.at(-1);
  if (last === undefined) return;
  if (operands.length === 1) return to.lowerAs(last, role);
  const opened = to.open(Kind.Binary, role, operands[0]!, to.intern("pipe"), undefined, to.table.end[last]);
  chain(to, operands.slice(0, -1), Role.Left);
  to.lowerAs(last, Role.Right);
  to.close(opened);
}

/** `a && b`, `a || b`. */
export const list: Lower = (to, row, role) => {
  const opened = to.open(Kind.Binary, role, row);
  let side = Role.Left;
  for (const child of to.children(row)) {
    if (to.isNamed(child)) {
      to.lowerAs(child, side);
      side = Role.Right;
    } else to.builder.setAtom(opened, to.atomOf(child));
  }
  to.close(opened);
};

/** What stands behind `<<EOF` on its line: the other commands of a pipeline. */
const heredocRest = (to: Lowerer, row: number): number[] =>
  to
    .namedChildren(row)
    .filter((child) => to.kindName(child) === "heredoc_redirect")
    .flatMap((redirect) => to.namedChildren(redirect).filter((child) => to.kindName(child) === "pipeline"))
    .flatMap((rest) => to.namedChildren(rest));

export const redirected: Lower = (to, row, role) => {
  const body = to.field(row, "body");
  if (body >= 0) chain(to, [body, ...heredocRest(to, row)], role);
};

/** A condition is one command, or a list of them. */
function condition(to: Lowerer, row: number, children: readonly number[]): void {
  const named = children.filter((child) => to.isNamed(child));
  if (named.length === 1) to.lowerAs(named[0]!, Role.Condition);
  else block(to, row, children, Role.Condition);
}

/** `if` and `elif` with what follows: `rest` are the clauses behind it. */
function branches(to: Lowerer, row: number, clauses: readonly number[], role: Role): void {
  const children = to.children(row);
  const then = children.findIndex((child) => to.kindName(child) === "then");
  const isClause = (child: number): boolean => /^(elif|else)_clause$/.test(to.kindName(child));
  const end = clauses.length > 0 && role === Role.Else ? to.table.end[clauses.at(-1)!] : undefined;
  const opened = to.open(Kind.If, role, row, 0, undefined, end);
  condition(to, row, children.slice(0, then));
  const body = children.slice(then + 1).filter((child) => !isClause(child));
  block(to, row, body, Role.Then);
  const [next, ...rest] = clauses;
  if (next !== undefined && to.kindName(next) === "elif_clause") branches(to, next, rest, Role.Else);
  else if (next !== undefined) block(to, next, to.children(next), Role.Else);
  to.close(opened);
}

export const ifStatement: Lower = (to, row, role) => {
  const clauses = to.namedChildren(row).filter((child) => /^(elif|else)_clause$/.test(to.kindName(child)));
  branches(to, row, clauses, role);
};

export const whileStatement: Lower = (to, row, role) => {
  const until = to.childOfKind(row, "until") >= 0;
  const opened = to.open(Kind.While, role, row, until ? to.intern("until") : 0);
  condition(to, row, to.fieldAll(row, "condition"));
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

export const forStatement: Lower = (to, row, role) => {
  const select = to.childOfKind(row, "select") >= 0;
  const opened = to.open(Kind.ForEach, role, row, to.intern(select ? "select" : "in"));
  to.lowerAs(to.field(row, "variable"), Role.Target);
  for (const value of to.fieldAll(row, "value")) to.lowerAs(value, Role.Iterable);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

export const caseItem: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row);
  for (const value of to.fieldAll(row, "value")) to.lowerAs(value, Role.Test);
  const tests = new Set(to.fieldAll(row, "value"));
  statements(
    to,
    to.children(row).filter((child) => !tests.has(child)),
  );
  to.close(opened);
};

/** `x=1`, `x+=1`, `x=(…)`; of an element (`x[0]=1`) the array alone counts. */
export const assignment: Lower = (to, row, role) => {
  const added = to.childOfKind(row, "+=");
  const opened = to.open(added >= 0 ? Kind.CompoundAssign : Kind.Assign, role, row, added >= 0 ? to.atomOf(added) : 0);
  const name = to.field(row, "name");
  if (name >= 0) to.lowerAs(to.kindName(name) === "subscript" ? to.field(name, "name") : name, Role.Target);
  const value = to.field(row, "value");
  const end = to.table.end[row]!;
  if (value >= 0) to.lowerAs(value, Role.Value);
  else to.leaf(Kind.String, Role.Value, row, to.intern(""), end, end);
  to.close(opened);
};
