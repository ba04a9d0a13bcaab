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

/** Where the functions of a text are, and what runs outside of them. */
export interface Outline {
  /** First and last line of each function. */
  readonly functions: readonly Lines[];
  /** Lines of statements that stand in no function. */
  readonly top: ReadonlySet<number>;
}

/** What was found: where it is shown, and which lines of the file its flow passes. */
export interface Place {
  readonly line: number;
  readonly passes: readonly number[];
}

/**
 * Tells whether a finding stands at a repair. It does in a function with a changed line, and in the three lines before and
 * after a changed one, unless they belong to another function. What runs outside of functions (a page of PHP, a script) can
 * be long: there a finding counts whose flow passes such lines.
 */
export function atRepair(changed: readonly Lines[], { functions, top }: Outline): (place: Place) => boolean {
  const lines = changed.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  const repaired = new Set(lines.map((line) => innermost(line, functions)).filter((one) => one !== undefined));
  const isNear = (line: number): boolean =>
    changed.some(([first, last]) => first - AROUND <= line && line <= last + AROUND);
  return ({ line, passes }) => {
    const around = innermost(line, functions);
    if ([...repaired].some(([first, last]) => first <= line && line <= last)) return true;
    if (around !== undefined) return lines.includes(line) || (repaired.size === 0 && isNear(line));
    return isNear(line) || (top.has(line) && passes.some(isNear));
  };
}

/** Whether a finding's weaknesses (`CWE-89`) are of one family with the advisory's. */
export function isOfFamily(found: readonly string[], cwes: readonly number[]): boolean {
  const wanted = new Set(FAMILIES.filter((family) => family.some((cwe) => cwes.includes(cwe))).flat());
  return found.some((cwe) => wanted.has(Number(cwe.replace("CWE-", ""))));
}
