import assert from "node:assert/strict";
import { atRepair, isOfFamily, touchedOf } from "../../../src/dev/cve/places";

const NOTHING: ReadonlySet<number> = new Set();

const NO_NAMES: ReadonlySet<string> = new Set();

/** The lines at which a finding counts that stands there alone and carries what the change names. */
const linesAt = (
  changed: readonly (readonly [number, number])[],
  functions: readonly (readonly [number, number])[],
  last: number,
): number[] => {
  const names = new Set(["name"]);
  const counts = atRepair(changed, { functions, top: NOTHING }, touchedOf([["name"]]));
  return Array.from({ length: last }, (_, at) => at + 1).filter((line) =>
    counts({ line, passes: [1], names, origins: NO_NAMES }),
  );
};

describe("the place of a repair", () => {
  it("is the changed lines and three around, outside functions", () => {
    assert.deepEqual(linesAt([[10, 11]], [[20, 30]], 40), [7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it("is the function with a changed line, for what the change names, and not the one around it", () => {
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

  it("is not where another flow of the same function stands", () => {
    const counts = atRepair(
      [[12, 13]],
      { functions: [[1, 40]], top: NOTHING },
      touchedOf([
        ["name", "request"],
        ["request", "query.id"],
      ]),
    );
    const origins = NO_NAMES;
    assert.ok(!counts({ line: 30, passes: [2, 29], names: new Set(["other", "response.body"]), origins }));
    assert.ok(counts({ line: 30, passes: [2, 13], names: new Set(["other"]), origins }), "passes the change");
    assert.ok(!counts({ line: 16, passes: [2], names: NO_NAMES, origins }), "stands beside it, and is another flow");
    assert.ok(counts({ line: 16, passes: [], names: NO_NAMES, origins }), "stands beside it, without a flow");
    assert.ok(counts({ line: 30, passes: [30], names: new Set(["name"]), origins }), "is of a name in it");
    assert.ok(counts({ line: 30, passes: [30], names: new Set(["query"]), origins }), "holds what it names");
    const from = (...names: string[]) => counts({ line: 30, passes: [30], names: NO_NAMES, origins: new Set(names) });
    assert.ok(from("name") && !from("request"), "what both sides name is no sign where the data enters");
    assert.ok(!counts({ line: 30, passes: [30], names: new Set(["names", "requests"]), origins }));
  });

  it("is in what runs outside of functions wherever a flow passes it", () => {
    const counts = atRepair([[10, 10]], { functions: [[30, 40]], top: new Set([10, 25, 26]) }, touchedOf([]));
    const none = { names: NO_NAMES, origins: NO_NAMES };
    assert.ok(counts({ line: 25, passes: [2, 10, 25], ...none }));
    assert.ok(!counts({ line: 26, passes: [2, 26], ...none }));
    assert.ok(!counts({ line: 35, passes: [10, 35], ...none }));
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
