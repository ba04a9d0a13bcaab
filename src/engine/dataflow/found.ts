// Searches whose result is a place, a number or nothing: what a comparison with it says of whether something was found.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lastName } from "./classes";
import { effectOf } from "./known-calls";
import type { Unit } from "./unit";

/**
 * What the result of a search is compared with says of it: `-1`, null or a collection's end that nothing was found, as
 * `0` does of a count; a truth that it is that.
 */
export function foundBy(unit: Unit, call: number, other: number): "missing" | "found" | undefined {
  const { document } = unit;
  const { tree } = document;
  if (tree.kind[call] !== Kind.Call) return undefined;
  if (tree.kind[other] === Kind.Null || isEnd(unit, other)) return "missing";
  const { constant } = unit.aside(() => unit.value(other));
  if (!constant || !("value" in constant)) return undefined;
  if (constant.type === "number" && Number(constant.value) === (isCount(unit, call) ? 0 : -1)) return "missing";
  if (constant.type === "boolean") return constant.value ? "found" : "missing";
  return constant.type === "number" && Number(constant.value) === 1 ? "found" : undefined;
}

/** Whether a call gives a place that says that something was found where it is greater, or not less, than a number. */
export function isFound(unit: Unit, operator: string, call: number, row: number): boolean {
  const { constant } = unit.aside(() => unit.value(row));
  if (constant?.type !== "number") return false;
  const least = unit.document.tree.kind[call] === Kind.Call && isCount(unit, call) ? 1 : 0;
  return Number(constant.value) === (operator === ">" ? least - 1 : least);
}

/** `elements.end()`, `std::string::npos` */
function isEnd({ document }: Unit, row: number): boolean {
  const { tree } = document;
  if (tree.kind[row] === Kind.Identifier || tree.kind[row] === Kind.Member) return lastName(document, row) === "npos";
  if (tree.kind[row] !== Kind.Call || childrenIn(tree, row, Role.Argument).length > 0) return false;
  return /^c?end$/.test(lastName(document, childIn(tree, row, Role.Callee)));
}

/** Whether a call says how often something is there, or how far it is from something: zero is told apart from the rest. */
function isCount(unit: Unit, row: number): boolean {
  const called = unit.calledAt(row);
  const checks = called && effectOf(unit, called, false)?.checks;
  return [checks ?? []].flat().some(({ counts, zero }) => counts === true || zero === true);
}
