// Where ways part: what a condition says of variables on either side of it.
import { Kind, Role } from "../../tree/kinds";
import { Expressions } from "./expressions";
import {
  type Interval,
  isExact,
  isSameMultiple,
  type Multiple,
  type NumberValue,
  type State,
  type Value,
} from "./values";

/** The states behind a condition; undefined where it is never so. */
export interface Ways {
  readonly yes: State | undefined;
  readonly no: State | undefined;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
  "==": "==",
  "!=": "!=",
};
const NEGATED: Readonly<Record<string, string>> = {
  "<": ">=",
  ">": "<=",
  "<=": ">",
  ">=": "<",
  "==": "!=",
  "!=": "==",
};

export class Conditions extends Expressions {
  /** How many loops are around. */
  protected nested = 0;

  /** What holds behind a condition: whether a value was given may be what was asked, or decided by an earlier round. */
  protected doubt(...states: readonly (State | undefined)[]): void {
    for (const state of states) {
      state?.loseWhere((each) => each.type === "unset" && (this.nested > 0 || !!each.maybe));
      if (this.nested > 0) state?.loseUntouched();
    }
  }

  override evaluate(row: number): Value | undefined {
    if (row < 0) return undefined;
    const kind = this.tree.kind[row];
    if (kind === Kind.Conditional) return this.conditional(row);
    if (kind === Kind.Binary && this.isLogical(row)) {
      const { yes, no } = this.ways(row);
      this.state = joined(yes, no) ?? this.state;
      return undefined;
    }
    return super.evaluate(row);
  }

  private isLogical(row: number): boolean {
    const operator = this.text(row);
    return operator === "&&" || operator === "||";
  }

  private conditional(row: number): Value | undefined {
    const { yes, no } = this.ways(this.child(row, Role.Condition));
    this.doubt(yes, no);
    const before = this.state;
    const values: (Value | undefined)[] = [];
    const states: State[] = [];
    for (const [state, role] of [[yes, Role.Then] as const, [no, Role.Else] as const]) {
      if (!state) continue;
      this.state = state;
      values.push(this.evaluate(this.child(row, role)));
      states.push(this.state);
    }
    this.state = joined(states[0], states[1]) ?? before;
    if (values.length === 1) return values[0];
    const [a, b] = values;
    const isSame = a && b && JSON.stringify(a) === JSON.stringify(b);
    // Either may be meant further on.
    if (!isSame) for (const value of values) this.keep(value);
    return isSame ? a : undefined;
  }

  /** Evaluates a condition; the states are copies. */
  ways(row: number): Ways {
    if (row < 0) return { yes: this.state, no: undefined };
    const kind = this.tree.kind[row];
    if (kind === Kind.Unary && this.text(row) === "!") {
      const { yes, no } = this.ways(this.child(row, Role.Operand));
      return { yes: no, no: yes };
    }
    if (kind === Kind.Binary && this.isLogical(row)) return this.logical(row);
    return this.split(row);
  }

  private logical(row: number): Ways {
    const first = this.ways(this.child(row, Role.Left));
    const isAnd = this.text(row) === "&&";
    const way = isAnd ? first.yes : first.no;
    if (!way) return first;
    this.doubt(way);
    this.state = way;
    const second = this.ways(this.child(row, Role.Right));
    return isAnd
      ? { yes: second.yes, no: joined(first.no, second.no) }
      : { yes: joined(first.yes, second.yes), no: second.no };
  }

  private split(row: number): Ways {
    const { tree } = this;
    const operator = tree.kind[row] === Kind.Binary ? this.text(row) : "";
    if (!Object.hasOwn(NEGATED, operator)) {
      const value = this.evaluate(row);
      const truth = truthOf(value);
      const subject = this.subjectOf(row);
      return this.parted(truth, subject, "!=", { type: "number", low: 0, high: 0 });
    }
    const left = this.child(row, Role.Left);
    const right = this.child(row, Role.Right);
    const a = this.evaluate(left);
    const b = this.evaluate(right);
    const truth = compared(operator, this.ranged(a), this.ranged(b)) ?? compared(operator, a, b);
    const subject = this.subjectOf(left);
    if (b && (subject >= 0 || isNamed(a))) return this.parted(truth, subject, operator, b, a);
    return this.parted(truth, a ? this.subjectOf(right) : -1, OPPOSITE[operator]!, a, b);
  }

  /** The variable that a condition is about: `x` of `x = f()` too; -1. */
  private subjectOf(row: number): number {
    if (row < 0) return -1;
    const { tree } = this;
    if (tree.kind[row] === Kind.Identifier) return this.local(row);
    return tree.kind[row] === Kind.Assign ? this.subjectOf(this.child(row, Role.Target)) : -1;
  }

  private parted(truth: boolean | undefined, subject: number, operator: string, value?: Value, before?: Value): Ways {
    if (truth === true) return { yes: this.state, no: undefined };
    if (truth === false) return { yes: undefined, no: this.state };
    const yes = this.state.copy();
    const no = this.state;
    if (!value) return { yes, no };
    for (const [state, by] of [[yes, operator] as const, [no, NEGATED[operator]!] as const]) {
      if (isNamed(before)) limit(state, before, by, value);
      else if (subject >= 0) this.narrow(state, subject, by, value);
    }
    return { yes, no };
  }

  /** What a variable is where it compares so with a value. */
  private narrow(state: State, variable: number, operator: string, value: Value): void {
    const isNull = value.type === "null" || (isExact(value) && value.low === 0);
    const type = this.typeOfVariable(variable);
    const known = state.value(variable);
    if (known?.type === "pointer" && this.object(known.to)?.by === "descriptor") {
      if (!isNegative(operator, value)) return;
      state.releaseObject(known.to);
      state.set(variable, undefined);
      return;
    }
    if (isNull && type >= 0 && (known?.type === "pointer" || this.tree.kind[type] === Kind.PointerType)) {
      if (operator !== "==") return;
      if (known?.type === "pointer") state.releaseObject(known.to);
      state.set(variable, { type: "null" });
      return;
    }
    if (value.type !== "number" || value.unit !== undefined || !this.isWhole(type)) return;
    const before = known;
    if (before && (before.type !== "number" || before.unit !== undefined)) return;
    const { low, high } = state.rangeOf(value);
    const after = before?.plus ? undefined : narrowed(before ?? EVERY, operator, { low, high });
    if (after) state.set(variable, { ...after, type: "number" });
  }

  /** A value by what checks say of the number that it is a multiple of. */
  private ranged(value: Value | undefined): Value | undefined {
    return value?.type === "number" && value.plus && value.unit === undefined
      ? { ...this.state.rangeOf(value), type: "number" }
      : value;
  }
}

/** Whether a number that compares so with another is below zero, as a descriptor is that was not given. */
const isNegative = (operator: string, by: Value): boolean =>
  by.type === "number" &&
  ((operator === "<" && by.high <= 0) ||
    (operator === "<=" && by.high < 0) ||
    (operator === "==" && by.low === by.high && by.high < 0));

/** A number that is not known but has a name, and what is added to it. */
function isNamed(value: Value | undefined): value is NumberValue & { plus: Multiple } {
  return value?.type === "number" && value.plus?.times === 1 && value.low === value.high && value.unit === undefined;
}

/** What a comparison says of the number behind a value. */
function limit(state: State, value: NumberValue & { plus: Multiple }, operator: string, by: Value): void {
  if (by.type !== "number" || by.unit !== undefined) return;
  const after = narrowed(state.rangeOf(value), operator, state.rangeOf(by));
  if (after) state.bound(value.plus.of, { low: after.low - value.low, high: after.high - value.low });
}

const EVERY: Interval = { low: -Infinity, high: Infinity };

export function joined(left: State | undefined, right: State | undefined): State | undefined {
  if (!left || !right || left === right) return left ?? right;
  left.join(right);
  return left;
}

function truthOf(value: Value | undefined): boolean | undefined {
  if (value?.type === "null") return false;
  if (value?.type !== "number" || value.plus) return undefined;
  if (value.low > 0 || value.high < 0) return true;
  return value.low === 0 && value.high === 0 ? false : undefined;
}

/** Whether a comparison of two values holds; a counter's values are many. */
export function compared(operator: string, a: Value | undefined, b: Value | undefined): boolean | undefined {
  if (a?.type === "null" && b && (b.type === "null" || (isExact(b) && b.low === 0))) return operator === "==";
  if (a?.type !== "number" || b?.type !== "number" || a.unit !== b.unit) return undefined;
  if (!isSameMultiple(a.plus, b.plus)) return undefined;
  switch (operator) {
    case "<":
      return a.high < b.low ? true : a.low >= b.high ? false : undefined;
    case "<=":
      return a.high <= b.low ? true : a.low > b.high ? false : undefined;
    case ">":
    case ">=":
      return compared(operator === ">" ? "<" : "<=", b, a);
    default: {
      const apart = a.high < b.low || b.high < a.low;
      const same = a.low === a.high && b.low === b.high && a.low === b.low;
      if (!apart && !same) return undefined;
      return (operator === "==") === same;
    }
  }
}

function narrowed(before: Interval, operator: string, by: Interval): Interval | undefined {
  let { low, high } = before;
  if (operator === "<") high = Math.min(high, by.high - 1);
  else if (operator === "<=") high = Math.min(high, by.high);
  else if (operator === ">") low = Math.max(low, by.low + 1);
  else if (operator === ">=") low = Math.max(low, by.low);
  else if (operator === "==") [low, high] = [Math.max(low, by.low), Math.min(high, by.high)];
  else return undefined;
  return low <= high ? { low, high } : undefined;
}
