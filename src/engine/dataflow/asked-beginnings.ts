// Comparisons that ask how a text begins: `path.indexOf(root) === 0`, `substr($path, 0, 1) === '/'`, `name[0] == "-"`.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { lastName } from "./classes";
import { checked, refusedBeginning } from "./guards";
import type { Unit } from "./unit";

/** A call, or an element of a text, was compared with a value, and equals it or does not. */
export function beginning(unit: Unit, row: number, other: number, equals: boolean): void {
  const { text, start } = askedIn(unit, row, other) ?? { text: -1, start: -1 };
  if (text < 0 || start < 0) return;
  if (equals) checked(unit, { kind: "prefix", value: 0, against: 1 }, text, start);
  else refusedBeginning(unit, text, start);
}

const FINDS = /^(?:last)?(?:index(?:of)?|find)$|^(?:mb_)?stri?pos$/i;
const CUTS = /^(?:mb_)?substr(?:ing)?$|^slice$/i;

/** The text and the beginning that a comparison is about. */
function askedIn(unit: Unit, row: number, other: number): { text: number; start: number } | undefined {
  const { document } = unit;
  const { tree } = document;
  if (tree.kind[row] === Kind.Index) {
    const isFirst = isZero(unit, childIn(tree, row, Role.Index));
    return isFirst ? { text: childIn(tree, row, Role.Object), start: other } : undefined;
  }
  const called = tree.kind[row] === Kind.Call ? unit.calledAt(row) : undefined;
  if (!called) return undefined;
  const name = lastName(document, called.callee);
  const given = called.arguments.map((argument) => argument.row);
  const [text = -1, first = -1] = called.receiver ? [childIn(tree, called.callee, Role.Object), ...given] : given;
  if (FINDS.test(name)) return isZero(unit, other) ? { text, start: first } : undefined;
  return CUTS.test(name) && isZero(unit, first) ? { text, start: other } : undefined;
}

function isZero(unit: Unit, row: number): boolean {
  if (row < 0) return false;
  const { constant } = unit.aside(() => unit.value(row));
  return constant?.type === "number" && Number(constant.value) === 0;
}
