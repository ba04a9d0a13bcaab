import assert from "node:assert/strict";
import type { Phase } from "../../src/engine/analyzer";
import { drive, SLICE } from "../../src/worker/run";

/** A clock that every step moves by `cost`. */
function host(cost: number) {
  const said: string[] = [];
  const clock = { now: 0, pauses: 0, alive: 0 };
  return {
    said,
    clock,
    now: () => clock.now,
    pause: async () => {
      clock.pauses += 1;
    },
    announce: (phase: Phase) => said.push(phase.phase === "rule" ? phase.ruleId : phase.phase),
    alive: () => {
      clock.alive += 1;
    },
    *steps(count: number): Generator<Phase, string> {
      yield { phase: "parse" };
      for (let step = 0; step < count; step++) {
        clock.now += cost;
        yield { phase: "rule", ruleId: `rule-${step}` };
      }
      yield { phase: "finish" };
      return "done";
    },
  };
}

describe("driving an analysis", () => {
  it("lets messages in once a slice is used up, and says that it is alive", async () => {
    const it = host(1);
    const result = await drive(it.steps(1000), it, false, () => false);
    assert.deepEqual(result, { finished: true, value: "done" });
    assert.equal(it.clock.pauses, 1000 / SLICE);
    assert.ok(it.clock.alive >= 3);
  });

  it("never pauses for work that fits a slice", async () => {
    const it = host(0.01);
    await drive(it.steps(100), it, false, () => false);
    assert.equal(it.clock.pauses, 0);
  });

  it("names phases once, and rules only where they are asked for", async () => {
    const quiet = host(0);
    await drive(quiet.steps(3), quiet, false, () => false);
    assert.deepEqual(quiet.said, ["parse", "finish"]);
    const loud = host(0);
    await drive(loud.steps(2), loud, true, () => false);
    assert.deepEqual(loud.said, ["parse", "rule-0", "rule-1", "finish"]);
  });

  it("stops after a pause when the result is no longer wanted, closing the generator", async () => {
    const it = host(SLICE);
    let closed = false;
    function* steps(): Generator<Phase, string> {
      try {
        yield* it.steps(100);
      } finally {
        closed = true;
      }
      return "never";
    }
    let looks = 0;
    const result = await drive(steps(), it, false, () => ++looks === 3);
    assert.deepEqual([result.finished, closed, it.clock.pauses], [false, true, 3]);
  });
});
