import assert from "node:assert/strict";
import { atRepair, isOfFamily } from "../../../src/dev/cve/places";

const NOTHING: ReadonlySet<number> = new Set();

/** The lines at which a finding without a flow counts. */
const linesAt = (
  changed: readonly (readonly [number, number])[],
  functions: readonly (readonly [number, number])[],
  last: number,
): number[] => {
  const counts = atRepair(changed, { functions, top: NOTHING });
  return Array.from({ length: last }, (_, at) => at + 1).filter((line) => counts({ line, passes: [] }));
};

describe("the place of a repair", () => {
  it("is the changed lines and three around, outside functions", () => {
    assert.deepEqual(linesAt([[10, 11]], [[20, 30]], 40), [7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it("is the whole function with a changed line, and not the one around it", () => {
    const functions = [
      [1, 40],
      [10, 20],
      [30, 35],
    ] as const;
    assert.deepEqual(linesAt([[12, 12]], functions, 40), [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it("is every function that the changed lines touch, and none that only stands near", () => {
    const functions = [
      [1, 5],
      [7, 20],
      [21, 30],
    ] as const;
    assert.deepEqual(
      linesAt([[4, 18]], functions, 30),
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
  });

  it("is in what runs outside of functions wherever a flow passes it", () => {
    const counts = atRepair([[10, 10]], { functions: [[30, 40]], top: new Set([10, 25, 26]) });
    assert.ok(counts({ line: 25, passes: [2, 9, 25] }));
    assert.ok(!counts({ line: 26, passes: [2, 26] }));
    assert.ok(!counts({ line: 35, passes: [10, 35] }));
  });
});

describe("a finding's weakness", () => {
  it("may be a relative of the advisory's", () => {
    assert.ok(isOfFamily(["CWE-78"], [77]));
    assert.ok(isOfFamily(["CWE-16", "CWE-943"], [89]));
    assert.ok(isOfFamily(["CWE-78"], [94]));
    assert.ok(!isOfFamily(["CWE-79"], [89]));
    assert.ok(!isOfFamily(["CWE-89"], [94]));
    assert.ok(!isOfFamily([], [89]));
  });
});
