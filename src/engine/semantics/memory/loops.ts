// What loops change, and which values their counters have.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { knownCall } from "./calls";
import type { Expressions } from "./expressions";
import { combine, exactly, type NumberValue } from "./values";

const GOTO = kindOf("goto");
const LEAVES: ReadonlySet<number> = new Set([Kind.Break, Kind.Continue, Kind.Return, Kind.Throw, GOTO, Kind.Label]);

/** The variables that are given values within a row. */
export function changedIn(to: Expressions, row: number): Set<number> {
  const ids = new Set<number>();
  const { tree } = to;
  for (let at = row; at < row + tree.size[row]!; at++) {
    const target = targetOf(to, at);
    if (target >= 0 && tree.kind[target] === Kind.Identifier && to.local(target) >= 0) ids.add(to.local(target));
  }
  return ids;
}

/** Those of them that only ever go on by one. */
export function steppedIn(to: Expressions, row: number): Set<number> {
  const ids = changedIn(to, row);
  const { tree } = to;
  for (let at = row; at < row + tree.size[row]!; at++) {
    if (tree.kind[at] === Kind.Update) continue;
    const target = targetOf(to, at);
    if (target >= 0 && tree.kind[target] === Kind.Identifier) ids.delete(to.local(target));
  }
  return ids;
}

function targetOf(to: Expressions, row: number): number {
  switch (to.tree.kind[row]) {
    case Kind.Assign:
    case Kind.CompoundAssign:
      return to.child(row, Role.Target);
    case Kind.Update:
      return to.child(row, Role.Operand);
    case Kind.Unary:
      return to.text(row) === "&" ? to.child(row, Role.Operand) : -1;
    case Kind.Binary:
      return to.text(row) === ">>" ? to.child(row, Role.Right) : -1;
    default:
      return -1;
  }
}

/** Whether some round may be the last. */
export function leavesEarly(to: Expressions, row: number): boolean {
  const { tree } = to;
  for (let at = row; at < row + tree.size[row]!; at++) {
    if (LEAVES.has(tree.kind[at]!)) return true;
    if (tree.kind[at] === Kind.Call && knownCall(to, to.child(at, Role.Callee))?.leaves) return true;
  }
  return false;
}

/** The value that a counter has in the last round before a bound. */
export function lastOf(operator: string, bound: NumberValue): NumberValue | undefined {
  if (operator === "<=") return bound;
  return operator === "<" || operator === "!=" ? combine("-", bound, exactly(1)) : undefined;
}

/** The values that a counter has within its loop, at least one. */
export function rangeOf(operator: string, isUp: boolean, start: number, bound: number): NumberValue | undefined {
  const last = operator === "<" || operator === "!=" ? bound - 1 : operator === "<=" ? bound : undefined;
  if (isUp) return last === undefined || last < start ? undefined : { type: "number", low: start, high: last };
  const least = operator === ">" ? bound + 1 : operator === ">=" ? bound : undefined;
  return least === undefined || least > start ? undefined : { type: "number", low: least, high: start };
}
