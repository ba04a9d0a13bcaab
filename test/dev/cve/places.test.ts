import assert from "node:assert/strict";
import { isAt, isOfFamily, repairedPlaces } from "../../../src/dev/cve/places";

const linesWithin = (places: ReturnType<typeof repairedPlaces>, last: number): number[] =>
  Array.from({ length: last }, (_, at) => at + 1).filter((line) => isAt(line, places));

describe("the place of a repair", () => {
  it("is the changed lines and three around, outside functions", () => {
    assert.deepEqual(linesWithin(repairedPlaces([[10, 11]], [[20, 30]]), 40), [7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it("is the whole function with a changed line, and not the one around it", () => {
    const places = repairedPlaces(
      [[12, 12]],
      [
        [1, 40],
        [10, 20],
        [30, 35],
      ],
    );
    assert.deepEqual(linesWithin(places, 40), [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it("is every function that the changed lines touch", () => {
    const places = repairedPlaces(
      [[4, 8]],
      [
        [1, 5],
        [7, 20],
      ],
    );
    assert.ok(isAt(1, places));
    assert.ok(isAt(20, places));
    assert.ok(!isAt(21, places));
  });
});

describe("a finding's weakness", () => {
  it("may be a relative of the advisory's", () => {
    assert.ok(isOfFamily(["CWE-78"], [77]));
    assert.ok(isOfFamily(["CWE-16", "CWE-943"], [89]));
    assert.ok(!isOfFamily(["CWE-79"], [89]));
    assert.ok(!isOfFamily([], [89]));
  });
});
