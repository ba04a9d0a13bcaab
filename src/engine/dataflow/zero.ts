// Checks against zero, null and nothing, for the rules that name the guard `zero`: what may be null, or divides.
import type { Constant } from "../semantics";
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { FlowDocument } from "./flow-document";
import type { Unit } from "./unit";

const NULLS: ReadonlySet<string> = new Set(["NULL", "nullptr", "nil", "null", "None"]);

/** A value that was asked as a truth is neither zero nor null where it holds. */
export function assumeTruthy(unit: Unit, row: number): void {
  const { document, program } = unit;
  const rules = program.rulesWithGuard("zero");
  if (rules === 0) return;
  const { tree } = document;
  const at = tree.kind[row] === Kind.Assign ? childIn(tree, row, Role.Target) : row;
  if (at < 0 || tree.kind[at] === Kind.Unary) return;
  // That a pointer leads somewhere says nothing of the numbers there.
  unit.cleanPlace(at, isPointer(document, at) ? rules & ~program.rulesWithGuard("divisor") : rules);
}

function isPointer(document: FlowDocument, row: number): boolean {
  const type = document.semantics.typeOf(row);
  return (
    type !== undefined && "row" in type && (type.pointer === true || document.tree.kind[type.row] === Kind.PointerType)
  );
}

/** Two values differ: what is not zero or null may be used as it is. */
export function unequal(unit: Unit, left: number, right: number): void {
  if (unit.program.rulesWithGuard("zero") === 0) return;
  if (isZero(unit, right)) assumeTruthy(unit, left);
  if (isZero(unit, left)) assumeTruthy(unit, right);
}

/** `n > 0`, `n >= 1` and the like, in the order in which the lesser stands first. */
export function ordered(unit: Unit, lesser: number, greater: number, strictly: boolean): void {
  if (unit.program.rulesWithGuard("zero") === 0) return;
  const low = numberAt(unit, lesser);
  const high = numberAt(unit, greater);
  if (low !== undefined && (strictly ? low >= 0 : low > 0)) assumeTruthy(unit, greater);
  if (high !== undefined && (strictly ? high <= 0 : high < 0)) assumeTruthy(unit, lesser);
  // A number without a sign that is greater than another is not zero.
  if (strictly && low === undefined && high === undefined) assumeTruthy(unit, greater);
}

function isZero(unit: Unit, row: number): boolean {
  if (NULLS.has(unit.document.textOf(row))) return true;
  const constant = constantAt(unit, row);
  if (constant?.type === "boolean") return !constant.value;
  return numberOf(constant) === 0;
}

const constantAt = (unit: Unit, row: number): Constant | undefined => unit.aside(() => unit.value(row)).constant;

const numberAt = (unit: Unit, row: number): number | undefined => numberOf(constantAt(unit, row));

function numberOf(constant: Constant | undefined): number | undefined {
  return constant?.type === "number" ? Number(constant.value) : undefined;
}
