// What rules in taint mode say, and where in a document it holds: the input of the analysis, which knows no rules.
import type { Match } from "../patterns/match";
import type { LabelExpression } from "./labels";

/** What a sink asks of labels: of all that reaches it, or of what reaches each of some metavariables; all must hold. */
export type SinkRequires =
  | { readonly type: "all"; readonly expression: LabelExpression }
  | {
      readonly type: "each";
      readonly parts: readonly { readonly metavariable: string; readonly expression: LabelExpression }[];
    };

export interface SourceSpec {
  /** Only the largest expression of a match is tainted, and not all within it. */
  readonly exact: boolean;
  /** Whether what is matched stays tainted: from then on too (`yes`), or from then on alone (`only`). */
  readonly bySideEffect: "no" | "yes" | "only";
  /** Taints by the flow of control: every later sink is reached. */
  readonly control: boolean;
  readonly label: string;
  readonly requires?: LabelExpression;
  /** It is a source where its value is known to be one of these, as text in lower case; the empty one: there is none. */
  readonly values?: readonly string[];
  /** The key under which such a value stands in what is matched. */
  readonly under?: string;
}

export interface SinkSpec {
  readonly exact: boolean;
  readonly atExit: boolean;
  readonly requires?: SinkRequires;
}

export interface SanitizerSpec {
  readonly exact: boolean;
  /** What is matched stays clean from then on. */
  readonly bySideEffect: boolean;
  /** Left out where it is also exactly a source or a sink. */
  readonly notConflicting: boolean;
}

export interface PropagatorSpec {
  /** Names of metavariables with their `$`. */
  readonly from: string;
  readonly to: string;
  readonly bySideEffect: boolean;
  readonly label?: string;
  readonly replaceLabels?: readonly string[];
  readonly requires?: LabelExpression;
}

/** A match of a source's, sink's… formula. */
export interface SpecMatch<Spec> {
  readonly spec: Spec;
  readonly match: Match;
  /** The formula narrows its matches to a metavariable. */
  readonly focused: boolean;
}

/** What a rule says of one document. */
export interface RuleMatches {
  readonly sources: readonly SpecMatch<SourceSpec>[];
  readonly sinks: readonly SpecMatch<SinkSpec>[];
  readonly sanitizers: readonly SpecMatch<SanitizerSpec>[];
  readonly propagators: readonly SpecMatch<PropagatorSpec>[];
}

/** Options of a rule that change what is followed. */
export interface FlowOptions {
  readonly taint_unify_mvars: boolean;
  readonly taint_focus_on: "sink" | "source";
  readonly taint_assume_safe_functions: boolean;
  readonly taint_assume_safe_indexes: boolean;
  readonly taint_assume_safe_comparisons: boolean;
  readonly taint_assume_safe_booleans: boolean;
  readonly taint_assume_safe_numbers: boolean;
  readonly taint_only_propagate_through_assignments: boolean;
  /** Beyond what open-source Semgrep follows: other functions and files, constants, elements, guards. */
  readonly interfile: boolean;
  /** Guards that clean for this rule, beside those that clean for every rule. */
  readonly caveat_guards: readonly string[];
  /** Whether profile `strict` takes parameters for sources of this rule, or the label that they have as such. */
  readonly caveat_strict: boolean | string;
  /** Sources with this label count in functions that nothing in the file calls; else what callers hand over does. */
  readonly caveat_uncalled: string;
  /** Whether what a value holds reaches a sink with it: the elements of a list, say. */
  readonly caveat_parts: boolean;
  /** A metavariable of sanitizers: they count only where it is not known to be false. */
  readonly caveat_switch: string;
  /** Sources are looked for in settings files too. */
  readonly caveat_settings: boolean;
}
