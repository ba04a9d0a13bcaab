// What sources and propagators that ask for labels, or give others, make of a value's taint.
import { isClosed } from "./entries";
import { labelsHold, labelsNamed } from "./labels";
import type { PropagatorMark, SourceMark } from "./marks";
import { sourceOrigin } from "./origins";
import { groundsOf, limited, NO_TAINT, type Step, type Taints, unite } from "./taints";
import type { Unit } from "./unit";
import { allTaints, type Value } from "./values";

/** The taint that a source gives a value, if the labels that it asks for are there. */
export function taintsOf(unit: Unit, { rule, spec, match }: SourceMark, row: number, value: Value): Taints {
  const { document, program } = unit;
  if (!hasValue(unit, spec, value)) return NO_TAINT;
  let assumed = program.isAssumed(rule, spec.label);
  const present = spec.requires ? limited(allTaints(value), rule) : NO_TAINT;
  if (spec.requires) {
    if (!labelsHold(spec.requires, (label) => present.some(({ origin }) => origin.label === label))) return NO_TAINT;
    // What is made of nothing but what is assumed of callers, is so itself.
    assumed ||= present.length > 0 && present.every(({ origin }) => origin.assumed);
  }
  const origin = sourceOrigin(document, match, spec, rule, assumed);
  const step: Step = { at: document.layout, row, kind: "source", previous: undefined };
  const grounds = spec.requires && groundsOf(present, labelsNamed(spec.requires));
  return [{ origin, rules: rule, step, ...(grounds && { grounds }) }];
}

/** Whether a value is one of those that a source is asked for, if it is. */
function hasValue(unit: Unit, { values, under }: SourceMark["spec"], value: Value): boolean {
  if (!values) return true;
  const held = under === undefined ? value : unit.snapshot(value);
  const of = under === undefined ? value : held.parts?.get(`[${under}]`);
  if (!of) return values.includes("") && isClosed(held);
  const { constant } = of;
  return constant !== undefined && "value" in constant && values.includes(String(constant.value).toLowerCase());
}

/** Taint as a propagator hands it on: under the label that it names. */
export function relabelled(unit: Unit, { spec }: PropagatorMark, taints: Taints): Taints {
  const { label, replaceLabels, requires } = spec;
  if (requires && !labelsHold(requires, (name) => taints.some(({ origin }) => origin.label === name))) return NO_TAINT;
  if (label === undefined) return taints;
  const { origins } = unit.document;
  return taints
    .map((taint): Taints => {
      if (replaceLabels && !replaceLabels.includes(taint.origin.label)) return [taint];
      const grounds = taint.grounds ?? new Set([taint.origin]);
      return [{ ...taint, origin: origins.relabelled(taint.origin, label), grounds }];
    })
    .reduce(unite, NO_TAINT);
}
