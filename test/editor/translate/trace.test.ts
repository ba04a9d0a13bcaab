import assert from "node:assert/strict";
import { badges, mainSteps, numberedSteps, stepBeside, stepTitle } from "../../../src/editor/translate/trace";
import type { TraceStep } from "../../../src/worker/protocol";
import { URI } from "../findings";

const t = (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_, index) => String(args[index]));
const step = (start: number, message = `At ${start}.`): TraceStep => {
  return { uri: URI, start, end: start + 1, kind: "step", message };
};

describe("a trace, as a person reads it", () => {
  it("lists its source and its last steps where it is long", () => {
    const trace = [1, 2, 3, 4, 5, 6].map((start) => step(start));
    assert.deepEqual(
      mainSteps(trace, 4).map(({ step: { start }, number }) => [start, number]),
      [
        [1, 1],
        [4, 4],
        [5, 5],
        [6, 6],
      ],
    );
    assert.deepEqual(mainSteps(trace.slice(0, 4), 4), numberedSteps(trace.slice(0, 4)));
    assert.deepEqual(mainSteps([], 4), []);
  });

  it("says at which step a walk is", () => {
    assert.equal(stepTitle([step(1), step(5, "It is kept.")], 1, t), "Step 2 of 2: It is kept.");
  });

  it("has one badge where several steps stand", () => {
    const shown = badges(numberedSteps([step(1), step(5), step(1), { ...step(1), uri: "file:///w/b.js" }]));
    assert.deepEqual(
      shown.map(({ step: { uri, start }, text }) => [uri, start, text]),
      [
        [URI, 1, "1, 3"],
        [URI, 5, "2"],
        ["file:///w/b.js", 1, "4"],
      ],
    );
  });

  it("is walked round and round, both ways", () => {
    assert.deepEqual(
      [0, 1, 2].map((at) => stepBeside(3, at, 1)),
      [1, 2, 0],
    );
    assert.deepEqual(
      [0, 1, 2].map((at) => stepBeside(3, at, -1)),
      [2, 0, 1],
    );
    assert.equal(stepBeside(1, 0, -1), 0);
  });
});
