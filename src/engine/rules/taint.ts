// Taint mode: what a rule says of sources, sinks, sanitizers and propagators (RULE-LANGUAGE §4), read and compiled.
import type { CompiledFormula } from "./compile";
import type { Formula, Place } from "./rule";

/** The label of sources that name none, and what a sink asks for that says nothing of labels. */
export const DEFAULT_LABEL = "__SOURCE__";

/** A boolean expression over labels: `A and not (B or C)`. */
export type LabelExpression =
  | { readonly type: "label"; readonly name: string }
  | { readonly type: "constant"; readonly value: boolean }
  | { readonly type: "not"; readonly operand: LabelExpression }
  | { readonly type: "and" | "or"; readonly operands: readonly LabelExpression[] };

/** What a sink asks of labels: of all that reaches it, or of what reaches each of some metavariables; all must hold. */
export type SinkRequires =
  | { readonly type: "all"; readonly expression: LabelExpression }
  | {
      readonly type: "each";
      readonly parts: readonly { readonly metavariable: string; readonly expression: LabelExpression }[];
    };

/** `F` is the formula as it is read, or as it is compiled. */
export interface Source<F> {
  readonly formula: F;
  /** Only the largest expression of a match is tainted, and not all within it. */
  readonly exact: boolean;
  /** Whether what is matched stays tainted: from then on too (`yes`), or from then on alone (`only`). */
  readonly bySideEffect: "no" | "yes" | "only";
  /** Taints by the flow of control: every later sink is reached. */
  readonly control: boolean;
  readonly label: string;
  readonly requires?: LabelExpression;
}

export interface Sink<F> {
  readonly formula: F;
  readonly exact: boolean;
  readonly atExit: boolean;
  readonly requires?: SinkRequires;
}

export interface Sanitizer<F> {
  readonly formula: F;
  readonly exact: boolean;
  /** What is matched stays clean from then on. */
  readonly bySideEffect: boolean;
  /** Left out where it is also exactly a source or a sink. */
  readonly notConflicting: boolean;
}

export interface Propagator<F> {
  readonly formula: F;
  /** Names of metavariables with their `$`. */
  readonly from: string;
  readonly to: string;
  readonly bySideEffect: boolean;
  readonly label?: string;
  readonly replaceLabels?: readonly string[];
  readonly requires?: LabelExpression;
}

/** The root of a rule in taint mode. */
export interface TaintOf<F> {
  readonly type: "taint";
  readonly sources: readonly Source<F>[];
  readonly sinks: readonly Sink<F>[];
  readonly sanitizers: readonly Sanitizer<F>[];
  readonly propagators: readonly Propagator<F>[];
}

export type Taint = TaintOf<Formula> & { readonly at?: Place };
export type CompiledTaint = TaintOf<CompiledFormula>;
