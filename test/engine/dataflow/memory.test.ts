import assert from "node:assert/strict";
import { type Kept, Memory } from "../../../src/engine/dataflow/memory";

describe("What is found out once", () => {
  const resting = (memory: Memory, on: () => Kept<unknown>): Kept<string> =>
    memory.keep(() => {
      memory.rest("other", 1, () => memory.holds(on()));
      return "found";
    });

  it("holds as long as what it rests on does", () => {
    const memory = new Memory();
    const ground = memory.keep(() => {
      memory.rest("ground", 1, () => true);
      return "ground";
    });
    const kept = resting(memory, () => ground);
    memory.advance(1);
    assert.equal(memory.holds(kept), true);
  });

  it("is found out anew where it rests on itself", () => {
    const memory = new Memory();
    const one: Kept<string> = resting(memory, () => other);
    const other: Kept<string> = resting(memory, () => one);
    memory.advance(1);
    assert.equal(memory.holds(one), false);
  });
});
