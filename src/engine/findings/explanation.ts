// Why a rule does or does not match at a place: plain data, which hosts show as a text or as a page.
import type { Range } from "./finding";

/** Whether a part lets the rule match at the place; `open` where nothing was left for it to judge. */
export type Verdict = "yes" | "no" | "open";

/** What a part matched, with the source text that each metavariable stands for. */
export interface ExplainedMatch extends Range {
  readonly bindings: Readonly<Record<string, string>>;
}

/** One operator of the rule's formula. */
export interface ExplainedPart {
  /** As rule files write it: `pattern-not-inside`, `metavariable-regex`. */
  readonly operator: string;
  /** Its pattern, regular expression, condition or metavariables; empty where it only holds other parts. */
  readonly text: string;
  /** It judges what others found, and finds nothing itself. */
  readonly condition: boolean;
  readonly verdict: Verdict;
  /** How much it matches by itself, in the whole file; for a condition, how many candidates it judged. */
  readonly matches: number;
  /** Of these, the ones at the place, at most `MOST_MATCHES`. */
  readonly here: readonly ExplainedMatch[];
  /** Where there is none at the place: the one that is nearest to it. */
  readonly nearest?: ExplainedMatch;
  /** Full sentences that say what the verdict follows from, where the matches alone do not. */
  readonly notes: readonly string[];
  readonly parts: readonly ExplainedPart[];
}

export interface Explanation {
  readonly ruleId: string;
  readonly uri: string;
  /** The place that was asked about. */
  readonly place: Range;
  /** Whether the rule reports something there. */
  readonly reported: boolean;
  /** Full sentences: what stands in the way beside the formula, or what is worth knowing of the file. */
  readonly reasons: readonly string[];
  /** Absent where the formula could not be evaluated at all. */
  readonly formula?: ExplainedPart;
}

/** More matches of one part than this are counted, not shown. */
export const MOST_MATCHES = 3;
