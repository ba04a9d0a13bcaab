// Where a repair took place, and whether a finding tells of it.
import { FAMILIES } from "./advisories";
import type { Lines } from "./changes";

/** How far from a changed line a finding may stand. */
const AROUND = 3;

const size = ([first, last]: Lines): number => last - first;

/** The smallest of the functions that the line stands in. */
function innermost(line: number, functions: readonly Lines[]): Lines | undefined {
  return functions
    .filter(([first, last]) => first <= line && line <= last)
    .reduce<Lines | undefined>((best, one) => (best && size(best) <= size(one) ? best : one), undefined);
}

/**
 * The lines at which a finding counts: the changed ones and those around, and every function with a changed line.
 * @param functions the lines of each function of the text
 */
export function repairedPlaces(changed: readonly Lines[], functions: readonly Lines[]): Lines[] {
  return changed.flatMap(([first, last]) => {
    const lines = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const around = lines.map((line) => innermost(line, functions)).filter((one) => one !== undefined);
    return [[first - AROUND, last + AROUND] as const, ...new Set(around)];
  });
}

export const isAt = (line: number, places: readonly Lines[]): boolean =>
  places.some(([first, last]) => first <= line && line <= last);

/** Whether a finding's weaknesses (`CWE-89`) are of one family with the advisory's. */
export function isOfFamily(found: readonly string[], cwes: readonly number[]): boolean {
  const wanted = new Set(FAMILIES.filter((family) => family.some((cwe) => cwes.includes(cwe))).flat());
  return found.some((cwe) => wanted.has(Number(cwe.replace("CWE-", ""))));
}
