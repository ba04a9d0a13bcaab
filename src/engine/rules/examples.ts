// The examples that rules carry in `metadata.caveat`: they are shown to people and run as tests.
import type { Rule } from "./rule";

export interface RuleExample {
  readonly ruleId: string;
  /** A bad example must give exactly one finding of the rule, a good one none. */
  readonly kind: "bad" | "good";
  /** Zero-based, among those of its kind. */
  readonly index: number;
  readonly code: string;
}

/** The bad examples of a rule, then the good ones. */
export function examplesOf(rule: Rule): readonly RuleExample[] {
  const { bad = [], good = [] } = rule.metadata.caveat?.examples ?? {};
  const listed = (kind: RuleExample["kind"], codes: readonly string[]): RuleExample[] =>
    codes.map((code, index) => ({ ruleId: rule.id, kind, index, code }));
  return [...listed("bad", bad), ...listed("good", good)];
}
