// Comparisons that ask how a text begins: `path.indexOf(root) === 0`, `substr($path, 0, 1) === '/'`, `name[0] == "-"`.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { Called } from "./calls";
import { isNormalised, isOtherHost, isStepUp, isWayUp, targetOfWay } from "./checked-texts";
import { lastName } from "./classes";
import { checked, clean, cleanOrigins, isConstant } from "./guards";
import type { Check } from "./models";
import { argumentRow } from "./summaries";
import type { Unit } from "./unit";

/** What does not begin so: the way to a path not with a step up, an address not with a host. */
export function refused(unit: Unit, called: Called, { value, against }: Check): void {
  const at = value === "this" ? childIn(unit.document.tree, called.callee, Role.Object) : argumentRow(called, value);
  const beside = typeof against === "number" ? argumentRow(called, against) : -1;
  if (at >= 0 && beside >= 0) refusedBeginning(unit, at, beside);
}

/** The text at a row does not begin as another one. */
function refusedBeginning(unit: Unit, at: number, beside: number): void {
  const other = unit.aside(() => unit.value(beside));
  if (isOtherHost(other)) clean(unit, at, unit.program.rulesWithGuard("host"));
  // What does not begin as an option is none.
  if (isConstant(other, "-")) clean(unit, at, unit.program.rulesWithGuard("dash"));
  const path = isWayUp(unit, beside, other) ? targetOfWay(unit, at) : -1;
  if (path >= 0) cleanOrigins(unit, path, unit.program.rulesWithGuard("prefix"));
  // Steps up stand at the beginning of a path that was normalised, and nowhere else.
  else if (isStepUp(unit, beside, other) && isNormalised(unit, at))
    cleanOrigins(unit, at, unit.program.rulesWithGuard("prefix"));
}

/** A call, or an element of a text, was compared with a value, and equals it or does not. */
export function beginning(unit: Unit, row: number, other: number, equals: boolean): void {
  const { text, start } = askedIn(unit, row, other) ?? { text: -1, start: -1 };
  if (text < 0 || start < 0) return;
  if (equals) checked(unit, { kind: "prefix", value: 0, against: 1 }, text, start);
  else refusedBeginning(unit, text, start);
}

const FINDS = /^(?:last)?(?:index(?:of)?|find)$|^(?:mb_)?stri?pos$|^strn(?:case)?cmp$|^substr_compare$/i;
const CUTS = /^(?:mb_)?substr(?:ing)?$|^slice$|^\[\]$/i;

/** The text and the beginning that a comparison is about. */
function askedIn(unit: Unit, row: number, other: number): { text: number; start: number } | undefined {
  const { document } = unit;
  const { tree } = document;
  if (tree.kind[row] === Kind.Index)
    return isFirstOf(unit, row) ? { text: childIn(tree, row, Role.Object), start: other } : undefined;
  const called = tree.kind[row] === Kind.Call ? unit.calledAt(row) : undefined;
  if (!called) return undefined;
  const name = lastName(document, called.callee);
  const given = called.arguments.map((argument) => argument.row);
  const [text = -1, first = -1] = called.receiver ? [childIn(tree, called.callee, Role.Object), ...given] : given;
  if (FINDS.test(name)) return isZero(unit, other) ? { text, start: first } : undefined;
  return CUTS.test(name) && isZero(unit, lowerOf(unit, first)) ? { text, start: other } : undefined;
}

/** Where a range begins, `0...size`; what is none itself. */
function lowerOf({ document }: Unit, row: number): number {
  const { tree } = document;
  const isRange = row >= 0 && tree.kind[row] === Kind.Binary && /^\.{2,3}$/.test(document.textOf(row));
  return isRange ? childIn(tree, row, Role.Left) : row;
}

/** `name[0]`, `path[:len(root)]`, `path[0, root.length]`: the first letter, or the first ones. */
function isFirstOf(unit: Unit, row: number): boolean {
  const { tree } = unit.document;
  const index = childIn(tree, row, Role.Index);
  if (index < 0 || tree.kind[index] !== Kind.Slice) return isZero(unit, index);
  const lower = childIn(tree, index, Role.Lower);
  return childIn(tree, index, Role.Upper) >= 0 && (lower < 0 || isZero(unit, lower));
}

function isZero(unit: Unit, row: number): boolean {
  if (row < 0) return false;
  const { constant } = unit.aside(() => unit.value(row));
  return constant?.type === "number" && Number(constant.value) === 0;
}
