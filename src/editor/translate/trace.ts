// What a person reads of a trace: which steps are listed, under which numbers, and how a walk through them goes.
import type { TraceStep } from "../../worker/protocol";
import type { Translate } from "./translate";

/** A step and its number, from 1. */
export interface NumberedStep {
  readonly step: TraceStep;
  readonly number: number;
}

export function numberedSteps(trace: readonly TraceStep[]): NumberedStep[] {
  return trace.map((step, index) => ({ step, number: index + 1 }));
}

/** At most so many: where the data comes from, and the last ones before it is used. */
export function mainSteps(trace: readonly TraceStep[], most: number): NumberedStep[] {
  const all = numberedSteps(trace);
  return all.length <= most ? all : [...all.slice(0, 1), ...all.slice(all.length - most + 1)];
}

/** `Step 2 of 4: It is kept here.` */
export function stepTitle(trace: readonly TraceStep[], index: number, t: Translate): string {
  return t("Step {0} of {1}: {2}", index + 1, trace.length, trace[index]?.message ?? "");
}

/** What stands beside a place that several steps may share: `1, 3`. */
export function badges(steps: readonly NumberedStep[]): { readonly step: TraceStep; readonly text: string }[] {
  const places = new Map<string, NumberedStep[]>();
  for (const one of steps) {
    const place = `${one.step.uri} ${one.step.start} ${one.step.end}`;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  return [...places.values()].map((shared) => ({
    step: shared[0]!.step,
    text: shared.map(({ number }) => number).join(", "),
  }));
}

/** The step after (or before) another; after the last comes the first. */
export function stepBeside(count: number, index: number, by: 1 | -1): number {
  return (index + by + count) % count;
}
