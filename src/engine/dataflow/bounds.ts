// Comparisons of numbers: which of them are known to be not too large.
import type { Constant } from "../semantics";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { FlowDocument } from "./flow-document";
import { clean } from "./guards";
import { ALL_RULES, rulesOf, type Taint } from "./taints";
import type { Unit } from "./unit";
import { ordered } from "./zero";

const ORDERING: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

/** Of two numbers in the order in which the comparison says it, or the reverse of it: the lesser one is not too large. */
export function bounded(unit: Unit, operator: string, holds: boolean, [left, right]: readonly [number, number]): void {
  const { document } = unit;
  const [lesser, greater] = operator.startsWith("<") ? [left, right] : [right, left];
  if (!ORDERING.has(operator)) return;
  const { limit, parts } = limitOf(document, greater);
  const beside = rulesOf(unit.deepTaints(unit.aside(() => unit.value(limit))).filter(isKnown));
  const rules = unit.program.rulesWithGuard("bound") & ~beside;
  for (const part of [...summands(document, lesser), ...parts]) clean(unit, part, rules);
  ordered(unit, lesser, greater, holds === (operator.length === 1));
}

/** What holds where `0 < a <= b` does: each comparison of the chain. */
export function chained(unit: Unit, operators: string, parts: readonly number[]): void {
  for (const [index, operator] of operators.split(" ").entries()) {
    const [left, right] = [parts[index], parts[index + 1]];
    if (left !== undefined && right !== undefined) bounded(unit, operator, true, [left, right]);
  }
}

/** `a` and `b` of `a + b < c` and `a * b < c`. */
function summands(document: FlowDocument, lesser: number): readonly number[] {
  const operator = operatorOf(document, lesser);
  return operator === "+" || operator === "*" ? childrenIn(document.tree, lesser) : [lesser];
}

/** Of `a < c - b` and `a < c / b`: what bounds `a` and `b` together, and `b`. */
function limitOf(document: FlowDocument, greater: number): { readonly limit: number; readonly parts: number[] } {
  const parts: number[] = [];
  let limit = greater;
  for (;;) {
    const operator = operatorOf(document, limit);
    if (operator !== "-" && operator !== "/") return { limit, parts };
    const [first, second] = childrenIn(document.tree, limit);
    if (first === undefined || second === undefined) return { limit, parts };
    parts.push(second);
    limit = first;
  }
}

const operatorOf = (document: FlowDocument, row: number): string =>
  document.tree.kind[row] === Kind.Binary ? document.textOf(row) : "";

/** Taint that does not come from what is only assumed of a caller. */
const isKnown = ({ origin }: Taint): boolean => origin.parameter === undefined && !origin.assumed;

/** Whether a part of a condition only asks whether another part may divide: `n != 0 && count > LIMIT / n`. */
export function asksForDivision(document: FlowDocument, part: number, parts: readonly number[]): boolean {
  const { tree } = document;
  const asked = tree.kind[part] === Kind.Binary ? comparedWithZero(document, part) : part;
  if (asked < 0 || tree.kind[asked] !== Kind.Identifier) return false;
  return parts.some((other) => other !== part && divides(document, other, tree.atom[asked]!));
}

function comparedWithZero(document: FlowDocument, row: number): number {
  const [left, right] = childrenIn(document.tree, row);
  const isZero = right !== undefined && document.tree.kind[right] === Kind.Number && document.textOf(right) === "0";
  return isZero ? (left ?? -1) : -1;
}

/** Whether something is divided by a name. */
function divides(document: FlowDocument, row: number, name: number): boolean {
  const { tree } = document;
  for (let at = row; at < row + tree.size[row]!; at++) {
    if (tree.kind[at] !== Kind.Binary || document.textOf(at) !== "/") continue;
    let by = childrenIn(tree, at)[1] ?? -1;
    if (by >= 0 && tree.kind[by] === Kind.Cast) by = childIn(tree, by, Role.Value);
    if (by >= 0 && tree.kind[by] === Kind.Identifier && tree.atom[by] === name) return true;
  }
  return false;
}

/** A comparison of a value with a character or its code: the least that it may be there, or the most. */
function characterBound(
  unit: Unit,
  part: number,
  holds: boolean,
): { row: number; least?: number; most?: number } | undefined {
  const { document } = unit;
  const operator = operatorOf(document, part);
  const [left, right] = childrenIn(document.tree, part);
  if (!ORDERING.has(operator) || left === undefined || right === undefined) return undefined;
  const codes = [left, right].map((row) => codeOf(unit.aside(() => unit.value(row)).constant));
  const [one, other] = codes;
  if ((one === undefined) === (other === undefined)) return undefined;
  const [row, code] = other === undefined ? [right, one!] : [left, other];
  // Whether the value is the lesser one of the two, where this holds.
  const isLesser = (operator.startsWith("<") === (row === left)) === holds;
  const isStrict = (operator.length === 1) === holds;
  return isLesser ? { row, most: isStrict ? code - 1 : code } : { row, least: isStrict ? code + 1 : code };
}

const codeOf = (constant: Constant | undefined): number | undefined =>
  constant?.type === "string" && constant.value.length === 1 ? constant.value.codePointAt(0) : undefined;

/** `c >= '0' && c <= '9'`: a character between two others is harmless where all of those are letters or digits. */
export function betweenLetters(unit: Unit, parts: readonly number[], holds: boolean): void {
  const bounds = parts.flatMap((part) => characterBound(unit, part, holds) ?? []);
  const { document } = unit;
  for (const { row, least } of bounds) {
    if (least === undefined) continue;
    const same = bounds.find(
      (each) => each.most !== undefined && document.sourceOf(each.row) === document.sourceOf(row),
    );
    const count = (same?.most ?? least + MOST_LETTERS) - least + 1;
    const all = Array.from({ length: Math.max(0, Math.min(count, MOST_LETTERS)) }, (_, at) =>
      String.fromCodePoint(least + at),
    );
    if (count <= MOST_LETTERS && all.every((each) => /\w/.test(each))) clean(unit, row, ALL_RULES);
  }
}

const MOST_LETTERS = 26;
