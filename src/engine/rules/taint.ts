// Taint mode: what a rule says of sources, sinks, sanitizers and propagators (RULE-LANGUAGE §4), read and compiled.
import type { PropagatorSpec, SanitizerSpec, SinkSpec, SourceSpec } from "../dataflow/specification";
import type { CompiledFormula } from "./compile";
import type { Formula, Place, Rule } from "./rule";

export { DEFAULT_LABEL, type LabelExpression } from "../dataflow/labels";
export type { SinkRequires } from "../dataflow/specification";

/** `F` is the formula as it is read, or as it is compiled. */
export type Source<F> = SourceSpec & { readonly formula: F };
export type Sink<F> = SinkSpec & { readonly formula: F };
export type Sanitizer<F> = SanitizerSpec & { readonly formula: F };
export type Propagator<F> = PropagatorSpec & {
  readonly formula: F;
  /** Where the two names stand. */
  readonly at?: { readonly from: Place; readonly to: Place };
};

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

/** The same with each formula made into another; what is said beside it stays. */
export function withFormulas<F, G>(taint: TaintOf<F>, made: (formula: F) => G): TaintOf<G> {
  const all = <Part extends { readonly formula: F }>(parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, formula: made(part.formula) }));
  return {
    type: "taint",
    sources: all(taint.sources),
    sinks: all(taint.sinks),
    sanitizers: all(taint.sanitizers),
    propagators: all(taint.propagators),
  };
}

/** The formulas of a rule, whatever its mode: of one in taint mode those of all its parts. */
export function formulasOf(root: Formula | Taint): readonly Formula[] {
  if (root.type !== "taint") return [root];
  const { sources, sinks, sanitizers, propagators } = root;
  return [sources, sinks, sanitizers, propagators].flatMap((parts) => parts.map(({ formula }) => formula));
}

/**
 * Whether sources of one file may reach the sinks of another: the rule asks for flows across files. It is also what
 * switches on what Caveat has beyond Semgrep's open engine.
 */
export function isAcrossFiles({ options }: Pick<Rule, "options">): boolean {
  return options.interfile === true;
}
