// Ruby's statements and definitions. The grammar knows no statements: whatever stands in a list is wrapped here.
import { Kind, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** Grammar kinds that are statements of their own. */
const STATEMENTS: ReadonlySet<string> = new Set([
  "alias",
  "begin",
  "begin_block",
  "break",
  "case",
  "case_match",
  "class",
  "empty_statement",
  "end_block",
  "for",
  "if",
  "if_modifier",
  "method",
  "module",
  "next",
  "redo",
  "rescue_modifier",
  "retry",
  "return",
  "singleton_class",
  "singleton_method",
  "undef",
  "unless",
  "unless_modifier",
  "until",
  "until_modifier",
  "while",
  "while_modifier",
]);

/** Calls that load a file: imports to Semgrep. */
const LOADERS: ReadonlySet<string> = new Set(["require", "require_relative", "load"]);

/** A statement: a word alone is a call of it. */
export function statement(to: Lowerer, row: number, role: Role): void {
  const kind = to.kindName(row);
  if (STATEMENTS.has(kind)) return to.lowerAs(row, role);
  if (kind === "heredoc_body" || kind === "uninterpreted") return;
  if (kind === "ERROR") return to.lowerAs(row, role);
  if (kind === "call" && imported(to, row, role)) return;
  const opened = to.open(Kind.ExpressionStatement, role, row);
  const alone = kind === "call" && to.table.size[row] === 2;
  if ((kind === "identifier" || alone) && !to.textOf(row).includes("ꓘ")) {
    const call = to.open(Kind.Call, Role.Value, row);
    to.lowerAs(row, Role.Callee);
    to.close(call);
  } else to.lowerAs(row, Role.Value);
  to.close(opened);
}

/** A text as it is written, or a name: what else is loaded makes a call. */
function isFile(to: Lowerer, row: number): boolean {
  const kind = to.kindName(row);
  if (kind === "identifier") return to.textOf(row) !== "ꓘꓘꓘ";
  return kind === "string" && !to.namedChildren(row).some((part) => to.kindName(part) === "interpolation");
}

function imported(to: Lowerer, row: number, role: Role): boolean {
  const method = to.field(row, "method");
  const given = to.field(row, "arguments");
  if (to.field(row, "receiver") >= 0 || method < 0 || given < 0 || !LOADERS.has(to.textOf(method))) return false;
  const files = to.namedChildren(given);
  if (files.length !== 1 || !isFile(to, files[0]!)) return false;
  const opened = to.open(Kind.Import, role, row);
  to.lowerAs(files[0]!, Role.Module);
  to.close(opened);
  return true;
}

/** A list of statements. Clauses that catch are statements of a `try` around those before them. */
export const statements: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) statement(to, child, role);
};

export const program: Lower = (to, row, role) => {
  const opened = to.open(Kind.Program, role, row);
  for (const child of to.namedChildren(row)) statement(to, child, Role.Statement);
  to.close(opened);
};

/** A body as a block; at its end there may be `rescue`, `else` and `ensure`. */
export const block: Lower = (to, row, role) => {
  const opened = to.open(Kind.Block, role, row);
  if (catches(to, row)) tried(to, row, Role.Statement, "body");
  else for (const child of to.namedChildren(row)) statement(to, child, Role.Statement);
  to.close(opened);
};

/** In a class what the body holds are its members. */
export const classBody: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) statement(to, child, role);
};

const catches = (to: Lowerer, row: number): boolean =>
  to.childOfKind(row, "rescue") >= 0 || to.childOfKind(row, "ensure") >= 0;

/** `begin … rescue … end`; without clauses it only groups. */
export const begin: Lower = (to, row, role) => {
  if (catches(to, row)) return tried(to, row, role);
  const opened = to.open(Kind.Block, role, row);
  for (const child of to.namedChildren(row)) statement(to, child, Role.Statement);
  to.close(opened);
};

/** @param variant tells the body of a method from a `begin`, which patterns do not take for each other */
function tried(to: Lowerer, row: number, role: Role, variant = ""): void {
  const opened = to.open(Kind.Try, role, row, variant === "" ? 0 : to.intern(variant));
  const children = to.namedChildren(row);
  const clause = children.findIndex((child) => CLAUSES[to.kindName(child)] !== undefined);
  const body = children.slice(0, clause);
  const [first, last] = [body[0], body.at(-1)];
  const start = first === undefined ? to.table.start[children[clause]!]! : to.table.start[first]!;
  const list = to.open(Kind.Block, Role.Body, row, 0, start, last === undefined ? start : to.table.end[last]!);
  for (const child of body) statement(to, child, Role.Statement);
  to.close(list);
  for (const child of children.slice(clause)) {
    const role = CLAUSES[to.kindName(child)] ?? Role.None;
    if (role === Role.Else) bodyOf(to, child, child, role);
    else to.lowerAs(child, role);
  }
  to.close(opened);
}

const CLAUSES: Readonly<Record<string, Role>> = { rescue: Role.Catch, else: Role.Else, ensure: Role.Finally };

export const rescue: Lower = (to, row, role) => {
  const opened = to.open(Kind.Catch, role, row);
  to.lowerAs(to.field(row, "exceptions"), Role.Type);
  const variable = to.field(row, "variable");
  if (variable >= 0) to.lowerAll(variable, Role.Target);
  bodyOf(to, row, to.field(row, "body"), Role.Body);
  to.close(opened);
};

export const ensure: Lower = (to, row, role) => {
  const opened = to.open(Kind.Finally, role, row);
  bodyOf(to, row, row, Role.Body);
  to.close(opened);
};

/** `a rescue b`. */
export const rescueModifier: Lower = (to, row, role) => {
  const opened = to.open(Kind.Try, role, row, to.intern("modifier"));
  bodyOf(to, row, to.field(row, "body"), Role.Body);
  const handler = to.field(row, "handler");
  const clause = to.open(Kind.Catch, Role.Catch, handler);
  bodyOf(to, handler, handler, Role.Body);
  to.close(clause);
  to.close(opened);
};

/** The statements of a part, or the part as the only statement; an empty block where there is none. */
function bodyOf(to: Lowerer, owner: number, row: number, role: Role): void {
  const end = to.table.end[owner]!;
  const kind = row < 0 ? "" : to.kindName(row);
  const list = kind === "then" || kind === "do" || kind === "else" || kind === "ensure";
  const opened = row < 0 ? to.open(Kind.Block, role, owner, 0, end, end) : to.open(Kind.Block, role, row);
  if (list) for (const child of to.namedChildren(row)) statement(to, child, Role.Statement);
  else if (row >= 0) statement(to, row, Role.Statement);
  to.close(opened);
}

/** `if`, `unless`, their modifiers, `elsif`. What has no `else` matches whatever that is, but an `unless` has an empty one. */
export const conditional =
  (negated: boolean): Lower =>
  (to, row, role) => {
    const opened = to.open(Kind.If, role, row);
    condition(to, row, negated);
    const then = to.field(row, "consequence");
    bodyOf(to, row, then < 0 ? to.field(row, "body") : then, Role.Then);
    const alternative = to.field(row, "alternative");
    if (alternative >= 0 && to.kindName(alternative) === "elsif") to.lowerAs(alternative, Role.Else);
    else if (alternative >= 0) bodyOf(to, row, alternative, Role.Else);
    else if (negated) to.close(to.open(Kind.Block, Role.Else, row, 0, to.endOf(row), to.endOf(row)));
    to.close(opened);
  };

/** `while`, `until` and their modifiers. */
export const loop =
  (negated: boolean): Lower =>
  (to, row, role) => {
    const opened = to.open(Kind.While, role, row);
    condition(to, row, negated);
    bodyOf(to, row, to.field(row, "body"), Role.Body);
    to.close(opened);
  };

/** `unless a` is `if !a`. */
function condition(to: Lowerer, row: number, negated: boolean): void {
  const tested = to.field(row, "condition");
  if (!negated || tested < 0) return to.lowerAs(tested, Role.Condition);
  const opened = to.open(Kind.Unary, Role.Condition, tested, to.intern("!"));
  to.lowerAs(tested, Role.Operand);
  to.close(opened);
}

export const forIn: Lower = (to, row, role) => {
  const opened = to.open(Kind.ForEach, role, row);
  to.lowerAs(to.field(row, "pattern"), Role.Target);
  const value = to.field(row, "value");
  if (value >= 0) to.lowerAll(value, Role.Iterable);
  bodyOf(to, row, to.field(row, "body"), Role.Body);
  to.close(opened);
};

export const switchOn: Lower = (to, row, role) => {
  const opened = to.open(Kind.Switch, role, row);
  const subject = to.field(row, "value");
  to.lowerAs(subject, Role.Subject);
  for (const child of to.namedChildren(row)) if (child !== subject) to.lowerAs(child, Role.Case);
  to.close(opened);
};

/** `when a, b`, `in pattern if guard`, and the `else` of a `case`. */
export const branch: Lower = (to, row, role) => {
  if (role !== Role.Case) return statements(to, row, role);
  const opened = to.open(Kind.Case, role, row);
  for (const pattern of to.fieldAll(row, "pattern")) to.lowerAs(pattern, Role.Test);
  const guard = to.field(row, "guard");
  if (guard >= 0) to.lowerAll(guard, Role.Condition);
  const body = to.kindName(row) === "else" ? row : to.field(row, "body");
  if (body >= 0) statements(to, body, Role.Statement);
  to.close(opened);
};

/** `def a`, `def self.a`: of a singleton the object is the variant. A body that is one expression is a block of it. */
export const method: Lower = (to, row, role) => {
  const object = to.field(row, "object");
  const opened = to.open(Kind.Function, role, row, object < 0 ? 0 : to.atomOf(object));
  to.leaf(Kind.Name, Role.Name, to.field(row, "name"));
  to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  const body = to.field(row, "body");
  if (body >= 0 && to.kindName(body) === "body_statement") block(to, body, Role.Body);
  else bodyOf(to, row, body, Role.Body);
  to.close(opened);
};

/** A block with its parameters, a `->`: a lambda. */
export const lambda: Lower = (to, row, role) => {
  const arrow = to.kindName(row) === "lambda";
  const opened = to.open(Kind.Lambda, role, row);
  to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  let body = to.field(row, "body");
  // The body of `-> { }` is itself a block.
  if (arrow && body >= 0) body = to.field(body, "body");
  if (body >= 0) block(to, body, Role.Body);
  else bodyOf(to, row, -1, Role.Body);
  to.close(opened);
};

/** Grammar kinds that are whole parameters; any other is a parameter's name. */
const WHOLE: ReadonlySet<string> = new Set([
  "optional_parameter",
  "splat_parameter",
  "hash_splat_parameter",
  "hash_splat_nil",
  "block_parameter",
  "keyword_parameter",
  "forward_parameter",
]);

export const parameters: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    if (to.table.field[child] === to.grammar.field("locals")) continue;
    if (WHOLE.has(to.kindName(child))) {
      to.lowerAs(child, role);
      continue;
    }
    const opened = to.open(Kind.Parameter, role, child);
    to.lowerAs(child, Role.Target);
    to.close(opened);
  }
};
