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
  /** Variables and fields, as they are written: `name`, `request.query.name`. */
  readonly names: ReadonlySet<string>;
}

/** Whether one of the names is another one, or a part of what it holds: a check of `order` is one of `order.name`. */
function speaksOf(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const isPart = (name: string, whole: string): boolean => name === whole || name.startsWith(`${whole}.`);
  return [...names].some((name) => [...others].some((other) => isPart(name, other) || isPart(other, name)));
}

/**
 * Tells whether a finding stands at a repair: on the changed lines or at most three beside them, or where the change
 * protects it, which is in a function with a changed line, if the flow passes one or carries what the changed lines name.
 * Another flow in a long function is none of the repair's. In what runs outside of functions (a page of PHP, a script) a
 * finding counts whose flow passes changed lines.
 * @param touched variables and fields that the changed lines name, before the repair or after it
 */
export function atRepair(
  changed: readonly Lines[],
  { functions, top }: Outline,
  touched: ReadonlySet<string>,
): (place: Place) => boolean {
  const lines = changed.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  const repaired = new Set(lines.map((line) => innermost(line, functions)).filter((one) => one !== undefined));
  const isNear = (line: number): boolean =>
    changed.some(([first, last]) => first - AROUND <= line && line <= last + AROUND);
  const isIn = (line: number): boolean => [...repaired].some(([first, last]) => first <= line && line <= last);
  return ({ line, passes, names }) => {
    if (isIn(line)) return isNear(line) || passes.some((each) => lines.includes(each)) || speaksOf(names, touched);
    if (innermost(line, functions) !== undefined) return lines.includes(line) || (repaired.size === 0 && isNear(line));
    return isNear(line) || (top.has(line) && passes.some(isNear));
  };
}

/** Whether a finding's weaknesses (`CWE-89`) are of one family with the advisory's. */
export function isOfFamily(found: readonly string[], cwes: readonly number[]): boolean {
  const wanted = new Set(FAMILIES.filter((family) => family.some((cwe) => cwes.includes(cwe))).flat());
  return found.some((cwe) => wanted.has(Number(cwe.replace("CWE-", ""))));
}
