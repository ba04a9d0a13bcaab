// While a text that has become broken is typed in, most of it may read as something else until a bracket is closed. So its
// flows are not followed, and where an edit reaches most of it nothing is searched: what was found before stays, moved along
// with the text, until the text is whole or at rest.
import type { AnalysisOptions } from "../analyzer";
import type { Finding, Problem, TextEdit } from "../findings/finding";
import { moveFinding } from "../findings/moved";
import { isAlike } from "./standing";

/** What rules have found in a text, none of it suppressed. */
export interface Found {
  readonly searched: readonly Finding[];
  readonly flows: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** What the last analysis of a text has found, its flows the last that followed them. */
export interface Resting extends Found {
  readonly options: AnalysisOptions;
  /** The fewest errors with which the text was analysed as a whole: some texts are never without. */
  readonly errors: number;
}

/** The same after edits. */
export function moved(resting: Resting, edits: readonly TextEdit[]): Resting {
  const move = (findings: readonly Finding[]) => findings.flatMap((finding) => moveFinding(finding, edits) ?? []);
  return { ...resting, searched: move(resting.searched), flows: move(resting.flows) };
}

/** What to go on with where the text is not worth a whole analysis now. */
export function atRest(resting: Resting | undefined, errors: number, options: AnalysisOptions): Found | undefined {
  if (!resting || options.idle || options.range || errors <= resting.errors) return undefined;
  return isAlike(resting.options, options) ? resting : undefined;
}

/** What is known once a text with so many errors was analysed. */
export function resting(before: Resting | undefined, errors: number, options: AnalysisOptions, found: Found): Resting {
  return { ...found, options, errors: Math.min(errors, before?.errors ?? errors) };
}
