import assert from "node:assert/strict";
import type { FlowDocument } from "../../../src/engine/dataflow/flow-document";
import { Heap } from "../../../src/engine/dataflow/heap";
import type { Layout } from "../../../src/engine/dataflow/layout";
import { type Key, State } from "../../../src/engine/dataflow/state";
import { Origins } from "../../../src/engine/dataflow/taints";
import type { Value } from "../../../src/engine/dataflow/values";

/** A state that counts what is asked of it. */
class CountingState extends State {
  asked = 0;

  override get(key: Key): Value | undefined {
    this.asked++;
    return super.get(key);
  }
}

class TestHeap extends Heap {
  override spend(): void {}
}

describe("The heap of a walk", () => {
  const at = {} as Layout;
  const origins = new Origins(at);
  const taint = (name: string) => ({
    origin: origins.make(name, {}),
    rules: 1,
    step: { at, row: 0, kind: "source" as const, previous: undefined },
  });

  it("looks into each object once, however many hold it", () => {
    const heap = new TestHeap({} as FlowDocument, true, new State());
    const state = new CountingState();
    heap.state = state;
    const levels = 30;
    for (let level = 0; level < levels; level++) {
      const objects = level === 0 ? [] : [`${level - 1}:0`, `${level - 1}:1`];
      for (const side of [0, 1]) {
        const parts = new Map([[".next", { taints: [], objects }]]);
        state.set(`${level}:${side}`, { taints: level === 0 ? [taint(`source ${side}`)] : [], parts });
      }
    }
    const found = heap.deepTaints({ taints: [], objects: [`${levels - 1}:0`] });
    assert.deepEqual(found.map(({ origin }) => origin.key).sort(), ["source 0", "source 1"]);
    assert.equal(state.asked, 2 * levels - 1);
  });

  it("ends where objects hold each other", () => {
    const heap = new TestHeap({} as FlowDocument, true, new State());
    heap.state.set("0:1", { taints: [taint("one")], objects: ["0:2"] });
    heap.state.set("0:2", { taints: [taint("other")], objects: ["0:1"] });
    const found = heap.deepTaints({ taints: [], objects: ["0:2"] });
    assert.deepEqual(found.map(({ origin }) => origin.key).sort(), ["one", "other"]);
  });

  it("says where what flows is put into an object", () => {
    const heap = new TestHeap({ id: 7, layout: at } as FlowDocument, true, new State());
    const parts = new Map([[".next", { taints: [taint("part")] }]]);
    heap.allocate(5, { taints: [taint("whole")], parts });
    const held = heap.state.get("7:5");
    const rows = [...(held?.taints ?? []), ...(held?.parts?.get(".next")?.taints ?? [])].map(({ step }) => step.row);
    assert.deepEqual(rows, [5, 5]);
  });
});
