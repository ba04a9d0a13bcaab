// Values that equal what a call makes of them: `if (name !== path.basename(name)) throw …`.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { clean } from "./guards";
import type { Unit } from "./unit";
import type { Value } from "./values";

const MADE: ReadonlySet<number> = new Set([Kind.Call, Kind.New]);
const PLACES: ReadonlySet<number> = new Set([Kind.Identifier, Kind.Member]);

/**
 * What equals the result of a call to which it was handed is as harmless as that result.
 * @param row the value
 * @param other what it equals
 * @param result the value of that
 */
export function equalsItsResult(unit: Unit, row: number, other: number, result: Value): void {
  const { document } = unit;
  const { tree } = document;
  if (tree.kind[other] !== Kind.Call || !PLACES.has(tree.kind[row]!)) return;
  const called = unit.calledAt(other);
  if (!called) return;
  const text = document.sourceOf(row);
  const object = called.receiver ? childIn(tree, called.callee, Role.Object) : -1;
  const given = [object, ...called.arguments.map((argument) => argument.row)];
  // `new File(name).getName()`
  const handed = given.flatMap((each) =>
    each >= 0 && MADE.has(tree.kind[each]!) ? [each, ...childrenIn(tree, each, Role.Argument)] : [each],
  );
  if (!handed.some((each) => each >= 0 && PLACES.has(tree.kind[each]!) && document.sourceOf(each) === text)) return;
  const left = unit.deepRules(result);
  clean(unit, row, unit.deepRules(unit.aside(() => unit.value(row))) & ~left);
}
