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

/** What was found: where it is shown, which lines of the file its flow passes, and what it is that flows there. */
export interface Place {
  readonly line: number;
  readonly passes: readonly number[];
  /** Variables and fields, as they are written: `name`, `request.query.name`; those where the data enters apart. */
  readonly names: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
}

/** Variables and fields that the lines of a change name, before or after it. */
export interface Touched {
  readonly all: ReadonlySet<string>;
  /** Those that they name more often on one side: what else is there, a request that is handed on, tells of nothing. */
  readonly uneven: ReadonlySet<string>;
}

/** @param sides names by side, each as often as it stands there */
export function touchedOf(sides: readonly (readonly string[])[]): Touched {
  const all = new Set(sides.flat());
  const times = (name: string) => new Set(sides.map((names) => names.filter((each) => each === name).length));
  return { all, uneven: new Set([...all].filter((name) => times(name).size > 1)) };
}

/** Whether one of the names is another one, or a part of what it holds: a check of `order` is one of `order.name`. */
function speaksOf(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const isPart = (name: string, whole: string): boolean => name === whole || name.startsWith(`${whole}.`);
  return [...names].some((name) => [...others].some((other) => isPart(name, other) || isPart(other, name)));
}

/**
 * Tells whether a finding stands at a repair: on the changed lines, or where the change protects it, which is in a function
 * with a changed line, or at most three lines beside one outside of functions, if the flow passes a changed line or carries
 * what those name. Another flow in a long function, or on the next line of a page, is none of the repair's. What is found
 * without a flow stands where it is shown: three lines around count.
 */
export function atRepair(
  changed: readonly Lines[],
  { functions, top }: Outline,
  touched: Touched,
): (place: Place) => boolean {
  const lines = changed.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  const repaired = new Set(lines.map((line) => innermost(line, functions)).filter((one) => one !== undefined));
  const isNear = (line: number): boolean =>
    changed.some(([first, last]) => first - AROUND <= line && line <= last + AROUND);
  const isIn = (line: number): boolean => [...repaired].some(([first, last]) => first <= line && line <= last);
  return ({ line, passes, names, origins }) => {
    if (lines.includes(line)) return true;
    const isInFunction = innermost(line, functions) !== undefined;
    const isAround = isInFunction ? isIn(line) || (repaired.size === 0 && isNear(line)) : isNear(line) || top.has(line);
    if (!isAround) return false;
    if (passes.length === 0) return isNear(line);
    if (passes.some((each) => lines.includes(each))) return true;
    if (!isInFunction && !isNear(line)) return false;
    return speaksOf(names, touched.all) || speaksOf(origins, touched.uneven);
  };
}

/** Whether a finding's weaknesses (`CWE-89`) are of one family with the advisory's. */
export function isOfFamily(found: readonly string[], cwes: readonly number[]): boolean {
  const wanted = new Set(FAMILIES.filter((family) => family.some((cwe) => cwes.includes(cwe))).flat());
  return found.some((cwe) => wanted.has(Number(cwe.replace("CWE-", ""))));
}
