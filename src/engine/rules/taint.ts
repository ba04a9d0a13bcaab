// Taint mode: what a rule says of sources, sinks, sanitizers and propagators (RULE-LANGUAGE §4), read and compiled.
import type { PropagatorSpec, SanitizerSpec, SinkSpec, SourceSpec } from "../dataflow/specification";
import type { CompiledFormula } from "./compile";
import type { Formula, Place } from "./rule";

export { DEFAULT_LABEL, type LabelExpression } from "../dataflow/labels";
export type { SinkRequires } from "../dataflow/specification";

/** `F` is the formula as it is read, or as it is compiled. */
export type Source<F> = SourceSpec & { readonly formula: F };
export type Sink<F> = SinkSpec & { readonly formula: F };
export type Sanitizer<F> = SanitizerSpec & { readonly formula: F };
export type Propagator<F> = PropagatorSpec & { readonly formula: F };

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
