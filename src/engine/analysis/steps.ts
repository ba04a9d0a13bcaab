// Work that is done in steps.

/** Runs a generator to its end. */
export function toEnd<Result>(generator: Generator<unknown, Result>): Result {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
}
