// Drives the analyzer's generators in short slices, so that messages are read between them.
import type { Phase } from "../engine/analyzer";

/** How long the worker computes before it looks at its messages again. */
export const SLICE = 4;

/** At least so often a long run says that it is alive. */
const SIGN_OF_LIFE = 250;

export interface RunHost {
  /** Milliseconds of a clock that does not jump. */
  now(): number;
  /** Resolves after the messages that have arrived meanwhile were handled. */
  pause(): Promise<void>;
  announce(phase: Phase): void;
  alive(): void;
}

export type RunResult<T> = { readonly finished: true; readonly value: T } | { readonly finished: false };

/**
 * Runs `steps` to its end, or until `abandon` says after a pause that the result is no longer wanted.
 * Announces every phase before the work of it starts; phases of single rules only when `announceRules` asks for them.
 */
export async function drive<T>(
  steps: Generator<Phase, T>,
  host: RunHost,
  announceRules: boolean,
  abandon: () => boolean,
): Promise<RunResult<T>> {
  let sliceEnd = host.now() + SLICE;
  let nextSign = host.now() + SIGN_OF_LIFE;
  let last = "";
  for (;;) {
    const step = steps.next();
    if (step.done) return { finished: true, value: step.value };
    if (announceRules || (step.value.phase !== "rule" && step.value.phase !== last)) host.announce(step.value);
    last = step.value.phase;
    const now = host.now();
    if (now < sliceEnd) continue;
    if (now >= nextSign) {
      host.alive();
      nextSign = now + SIGN_OF_LIFE;
    }
    await host.pause();
    if (abandon()) {
      // Runs the generator's `finally` blocks; its result is not looked at.
      steps.return(undefined as never);
      return { finished: false };
    }
    sliceEnd = host.now() + SLICE;
  }
}
