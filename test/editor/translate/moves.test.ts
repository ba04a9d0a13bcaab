import assert from "node:assert/strict";
import fc from "fast-check";
import { ChangeLog, moveRange } from "../../../src/editor/translate/moves";

const apply = (text: string, changes: readonly { start: number; end: number; text: string }[]) =>
  [...changes]
    .sort((a, b) => b.start - a.start)
    .reduce((now, change) => now.slice(0, change.start) + change.text + now.slice(change.end), text);

describe("moving ranges", () => {
  it("shifts what stands after an edit and leaves what stands before", () => {
    assert.deepEqual(moveRange({ start: 5, end: 8 }, [{ start: 0, end: 2, text: "abcd" }]), { start: 7, end: 10 });
    assert.deepEqual(moveRange({ start: 5, end: 8 }, [{ start: 8, end: 8, text: "x" }]), { start: 5, end: 8 });
    assert.deepEqual(moveRange({ start: 5, end: 8 }, [{ start: 5, end: 5, text: "x" }]), { start: 6, end: 9 });
  });

  it("stretches around an edit within, and clips one across a border", () => {
    assert.deepEqual(moveRange({ start: 5, end: 8 }, [{ start: 6, end: 7, text: "xyz" }]), { start: 5, end: 10 });
    assert.deepEqual(moveRange({ start: 5, end: 8 }, [{ start: 3, end: 6, text: "" }]), { start: 3, end: 5 });
    assert.deepEqual(moveRange({ start: 5, end: 8 }, [{ start: 7, end: 9, text: "ab" }]), { start: 5, end: 9 });
  });

  it("loses what was replaced as a whole", () => {
    assert.equal(moveRange({ start: 5, end: 8 }, [{ start: 4, end: 9, text: "whatever" }]), undefined);
  });

  it("keeps the marked text whenever no edit touches it", () => {
    const text = "....................MARKED....................";
    const marked = { start: 20, end: 26 };
    const place = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 26, max: text.length }));
    const change = fc.tuple(place, place, fc.string({ maxLength: 5 })).map(([a, b, inserted]) => {
      const start = Math.min(a, b);
      const end = Math.max(a, b);
      const sameSide = end <= 20 || start >= 26;
      return { start, end: sameSide ? end : start, text: inserted };
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const apart = changes.every((a, i) => changes.every((b, j) => i === j || a.end < b.start || b.end < a.start));
        fc.pre(apart);
        const moved = moveRange(marked, changes);
        assert.equal(apply(text, changes).slice(moved?.start, moved?.end), "MARKED");
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("the change log", () => {
  const log = new ChangeLog(1);
  log.record(2, [{ start: 0, end: 0, text: "ab" }]);
  log.record(3, [{ start: 0, end: 1, text: "" }]);

  it("moves from any remembered version to any later one", () => {
    assert.deepEqual(log.move({ start: 4, end: 5 }, 1), { start: 5, end: 6, touched: false });
    assert.deepEqual(log.move({ start: 4, end: 5 }, 2), { start: 3, end: 4, touched: false });
    assert.deepEqual(log.move({ start: 4, end: 5 }, 1, 2), { start: 6, end: 7, touched: false });
    assert.deepEqual(log.move({ start: 4, end: 5 }, 3), { start: 4, end: 5, touched: false });
  });

  it("tells whether the text inside was changed", () => {
    const touched = (start: number, end: number) => {
      const one = new ChangeLog(1);
      one.record(2, [{ start, end, text: "x" }]);
      return one.move({ start: 10, end: 20 }, 1)?.touched;
    };
    assert.deepEqual([touched(10, 10), touched(20, 20), touched(0, 10), touched(20, 30)], [false, false, false, false]);
    assert.deepEqual([touched(15, 15), touched(5, 11), touched(19, 30)], [true, true, true]);
  });

  it("says nothing about versions from before it was kept", () => {
    assert.equal(log.move({ start: 4, end: 5 }, 0), undefined);
  });

  it("forgets the oldest changes, and what they moved", () => {
    const long = new ChangeLog(0);
    for (let version = 1; version <= 600; version++) long.record(version, [{ start: 0, end: 0, text: "x" }]);
    assert.equal(long.move({ start: 1, end: 2 }, 50), undefined);
    assert.deepEqual(long.move({ start: 1, end: 2 }, 590), { start: 11, end: 12, touched: false });
  });
});
