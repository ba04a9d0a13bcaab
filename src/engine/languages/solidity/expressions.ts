// Operators and what binds to their operands. The grammar takes `a || b[0]` for `(a || b)[0]`, so such expressions are
// read as a list of operands and operators, as they are written, and put together by their precedence.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";

/** What stands behind an operand and belongs to it, with the field that holds the operand. */
const POSTFIX: ReadonlyMap<string, string> = new Map([
  ["member_expression", "object"],
  ["call_expression", "function"],
  ["array_access", "base"],
  ["slice_access", "base"],
  ["struct_expression", "type"],
]);

interface Operand {
  readonly type: "operand";
  readonly row: number;
  /** Rows of what stands behind it, in order. */
  readonly behind: number[];
}

type Token =
  | Operand
  | { readonly type: "prefix"; readonly row: number; readonly operator: string }
  | { readonly type: "binary"; readonly row: number; readonly operator: string }
  | { readonly type: "choice"; readonly row: number; readonly chosen: number };

type Expression =
  | Operand
  | { readonly type: "prefix"; readonly row: number; readonly operator: string; readonly operand: Expression }
  | {
      readonly type: "binary";
      readonly row: number;
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly type: "choice";
      readonly row: number;
      readonly condition: Expression;
      readonly chosen: number;
      readonly otherwise: Expression;
    };

const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["|"],
  ["^"],
  ["&"],
  ["<<", ">>", ">>>"],
  ["+", "-"],
  ["*", "/", "%"],
  ["**"],
];
const levelOf = (operator: string): number => LEVELS.findIndex((level) => level.includes(operator));

export const expression: Lower = (to, row, role) => {
  const tokens: Token[] = [];
  read(to, row, tokens);
  const whole = new Reader(tokens).choice();
  if (whole) write(to, whole, role);
};

function read(to: Lowerer, wrapped: number, tokens: Token[]): void {
  let row = wrapped;
  while (to.kindName(row) === "expression") row = to.namedChildren(row)[0] ?? row + 1;
  const kind = to.kindName(row);
  const postfix = POSTFIX.get(kind);
  if (postfix !== undefined) readBehind(to, row, to.field(row, postfix), tokens);
  else if (kind === "binary_expression") {
    read(to, to.field(row, "left"), tokens);
    tokens.push({ type: "binary", row, operator: to.textOf(to.field(row, "operator")) });
    read(to, to.field(row, "right"), tokens);
  } else if (kind === "unary_expression" || kind === "update_expression") {
    const operator = to.field(row, "operator");
    const argument = to.field(row, "argument");
    if (operator > argument) readBehind(to, row, argument, tokens);
    else {
      tokens.push({ type: "prefix", row, operator: to.textOf(operator) });
      read(to, argument, tokens);
    }
  } else if (kind === "ternary_expression") {
    const [condition = row, then = -1, otherwise = row] = to.namedChildren(row);
    if (condition === row || otherwise === row) tokens.push({ type: "operand", row, behind: [] });
    else {
      read(to, condition, tokens);
      tokens.push({ type: "choice", row, chosen: then });
      read(to, otherwise, tokens);
    }
  } else tokens.push({ type: "operand", row, behind: [] });
}

function readBehind(to: Lowerer, row: number, object: number, tokens: Token[]): void {
  read(to, object, tokens);
  const last = tokens.at(-1);
  if (last?.type === "operand") last.behind.push(row);
}

/** Puts tokens together, from those that bind least. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  choice(): Expression | undefined {
    const condition = this.binary(0);
    const token = this.tokens[this.at];
    if (!condition || token?.type !== "choice") return condition;
    this.at++;
    const otherwise = this.choice();
    return otherwise && { type: "choice", row: token.row, condition, chosen: token.chosen, otherwise };
  }

  private binary(least: number): Expression | undefined {
    let left = this.prefix();
    for (;;) {
      const token = this.tokens[this.at];
      if (!left || token?.type !== "binary") return left;
      const level = levelOf(token.operator);
      if (level < least) return left;
      this.at++;
      const right = this.binary(token.operator === "**" ? level : level + 1);
      if (!right) return left;
      left = { type: "binary", row: token.row, operator: token.operator, left, right };
    }
  }

  private prefix(): Expression | undefined {
    const token = this.tokens[this.at];
    if (token?.type === "operand") {
      this.at++;
      return token;
    }
    if (token?.type !== "prefix") return undefined;
    this.at++;
    const operand = this.prefix();
    return operand && { type: "prefix", row: token.row, operator: token.operator, operand };
  }
}

function startOf(to: Lowerer, expression: Expression): number {
  switch (expression.type) {
    case "binary":
      return startOf(to, expression.left);
    case "choice":
      return startOf(to, expression.condition);
    default:
      return to.table.start[expression.row]!;
  }
}

function endOf(to: Lowerer, expression: Expression): number {
  switch (expression.type) {
    case "binary":
      return endOf(to, expression.right);
    case "choice":
      return endOf(to, expression.otherwise);
    case "prefix":
      return endOf(to, expression.operand);
    case "operand":
      return to.table.end[expression.behind.at(-1) ?? expression.row]!;
  }
}

function write(to: Lowerer, expression: Expression, role: Role): void {
  if (expression.type === "operand") return writeOperand(to, expression, expression.behind.length - 1, role);
  const { row } = expression;
  const open = (kind: Kind, variant = ""): number =>
    to.open(kind, role, row, variant === "" ? 0 : to.intern(variant), startOf(to, expression), endOf(to, expression));
  let opened: number;
  if (expression.type === "prefix") {
    const update = expression.operator === "++" || expression.operator === "--";
    opened = update ? open(Kind.Update, `${expression.operator} before`) : open(Kind.Unary, expression.operator);
    write(to, expression.operand, Role.Operand);
  } else if (expression.type === "binary") {
    opened = open(Kind.Binary, expression.operator);
    write(to, expression.left, Role.Left);
    write(to, expression.right, Role.Right);
  } else {
    opened = open(Kind.Conditional);
    write(to, expression.condition, Role.Condition);
    to.lowerAs(expression.chosen, Role.Then);
    write(to, expression.otherwise, Role.Else);
  }
  to.close(opened);
}

/** The operand with the first `last + 1` of what stands behind it. */
function writeOperand(to: Lowerer, operand: Operand, last: number, role: Role): void {
  const row = operand.behind[last];
  if (row === undefined) return to.lowerAs(operand.row, role);
  const object = (as: Role): void => writeOperand(to, operand, last - 1, as);
  const start = to.table.start[operand.row]!;
  const kind = to.kindName(row);
  const made = kind === "call_expression" && last === 0 && to.kindName(operand.row) === "new_expression";
  const opened = to.open(made ? Kind.New : KINDS[kind]!, role, row, 0, start);
  if (made) to.lowerAs(to.field(operand.row, "name"), Role.Callee);
  else object(OBJECTS[kind]!);
  to.lowerChildren(row, PARTS[kind]!, opened);
  to.close(opened);
}

const KINDS: Readonly<Record<string, number>> = {
  member_expression: Kind.Member,
  call_expression: Kind.Call,
  array_access: Kind.Index,
  slice_access: Kind.Index,
  struct_expression: kindOf("call options"),
  update_expression: Kind.Update,
};
const OBJECTS: Readonly<Record<string, Role>> = {
  member_expression: Role.Object,
  call_expression: Role.Callee,
  array_access: Role.Object,
  slice_access: Role.Object,
  struct_expression: Role.Value,
  update_expression: Role.Operand,
};
/** All but the operand, which is lowered by itself. */
const PARTS: Readonly<Record<string, Children>> = {
  member_expression: { fields: { property: Role.Property }, omit: "object" },
  call_expression: { rest: Role.Argument, omit: "function" },
  array_access: { fields: { index: Role.Index }, omit: "base" },
  slice_access: { fields: { from: Role.Lower, to: Role.Upper }, omit: "base", is: ":" },
  struct_expression: { rest: Role.Argument, omit: "type" },
  update_expression: { omit: "argument", variant: "operator" },
};
