// Flows of a text that has become broken are not followed while it is typed in: most of it may read as something else
// until a bracket is closed. What was found before stays, moved along with the text, until the text is whole or at rest.
import type { AnalysisOptions } from "../analyzer";
import type { Finding, TextEdit } from "../findings/finding";
import { moveFinding } from "../findings/moved";
import { isAlike } from "./standing";

/** The flows that the last whole analysis of a text has found. */
export interface Resting {
  readonly options: AnalysisOptions;
  readonly flows: readonly Finding[];
  /** The fewest errors with which the text was analysed as a whole: some texts are never without. */
  readonly errors: number;
}

/** The flows as they stand after edits. */
export function moved(resting: Resting, edits: readonly TextEdit[]): Resting {
  return { ...resting, flows: resting.flows.flatMap((finding) => moveFinding(finding, edits) ?? []) };
}

/** The flows to go on with where those of the text are not worth following now. */
export function flowsAtRest(
  resting: Resting | undefined,
  errors: number,
  options: AnalysisOptions,
): readonly Finding[] | undefined {
  if (!resting || options.idle || options.range || errors <= resting.errors) return undefined;
  return isAlike(resting.options, options) ? resting.flows : undefined;
}

/** What is known once a text with so many errors was analysed as a whole. */
export function resting(
  before: Resting | undefined,
  errors: number,
  options: AnalysisOptions,
  flows: readonly Finding[],
): Resting {
  return { options, flows, errors: Math.min(errors, before?.errors ?? errors) };
}
