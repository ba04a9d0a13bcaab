// Checks that compare a path with a folder, and parts of it with a step up.
import { Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { Called } from "./calls";
import { isFolderOf, isNormalised } from "./checked-texts";
import { refusedStep } from "./elements";
import { checked, cleanOrigins, dataIn } from "./guards";
import type { Check } from "./models";
import { argumentRow } from "./summaries";
import { rulesOf } from "./taints";
import type { Unit } from "./unit";
import type { Value } from "./values";

/** `os.path.dirname(path) == ROOT`: the folder of a path, without steps up, is another value, so the path lies there. */
export function liesIn(unit: Unit, row: number, folder: Value): void {
  if (!isFolderOf(unit.document, row) || !isNormalised(unit, row)) return;
  cleanOrigins(unit, row, unit.program.rulesWithGuard("prefix") & ~rulesOf(dataIn(unit, folder, row)));
}

/** The rows of what a check asks about, and of what it is compared with. */
export function askedOf(
  { document: { tree } }: Unit,
  called: Called,
  { value, against }: Check,
): readonly [number, number] {
  const at = (part: number | "this"): number =>
    part === "this" ? childIn(tree, called.callee, Role.Object) : argumentRow(called, part);
  return [at(value), against === undefined ? -1 : at(against)];
}

/** `part.equals("..")` was denied. */
export function differs(unit: Unit, called: Called, check: Check): void {
  const [one, other] = askedOf(unit, called, check);
  refusedStep(unit, one, other);
  refusedStep(unit, other, one);
}

/** `strpos(realpath($path), realpath($folder)) !== false`: the folder that is found in a path is where that begins. */
export function foldersIn(unit: Unit, called: Called, check: Check): void {
  const [path, folder] = askedOf(unit, called, check);
  if (path < 0 || folder < 0 || !isNormalised(unit, folder)) return;
  if (unit.aside(() => unit.value(folder)).constant) return;
  checked(unit, { kind: "prefix", value: 0, against: 1 }, path, folder);
}
