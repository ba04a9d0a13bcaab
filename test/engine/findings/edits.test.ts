import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits, difference, mergeEdits, moveRange } from "../../../src/engine/findings/edits";
import { Lines } from "../../../src/engine/findings/lines";

const edit = (start: number, end: number, text: string) => ({ start, end, text });

describe("applyEdits", () => {
  it("applies edits in order of place, however they are listed", () => {
    assert.equal(applyEdits("abcdef", [edit(4, 5, "E"), edit(0, 1, "A"), edit(2, 2, "-")]), "Ab-cdEf");
  });

  it("keeps the order of insertions at one place", () => {
    assert.equal(applyEdits("x", [edit(0, 0, "1"), edit(0, 0, "2")]), "12x");
  });

  it("refuses edits that overlap or lie outside", () => {
    assert.throws(() => applyEdits("abc", [edit(0, 2, ""), edit(1, 3, "")]), RangeError);
    assert.throws(() => applyEdits("abc", [edit(2, 4, "")]), RangeError);
  });
});

describe("mergeEdits", () => {
  it("leaves out a list that overlaps an earlier one, as a whole", () => {
    const merged = mergeEdits([[edit(0, 3, "a")], [edit(2, 4, "b"), edit(8, 9, "c")], [edit(5, 6, "d")]]);
    assert.deepEqual(merged, { edits: [edit(0, 3, "a"), edit(5, 6, "d")], taken: [0, 2] });
  });

  it("makes an edit that two lists share once", () => {
    const insertion = edit(0, 0, "import x\n");
    const merged = mergeEdits([
      [insertion, edit(10, 12, "a")],
      [insertion, edit(20, 22, "b")],
    ]);
    assert.deepEqual(merged, { edits: [insertion, edit(10, 12, "a"), edit(20, 22, "b")], taken: [0, 1] });
  });

  it("always gives edits that can be applied", () => {
    const edits = fc.array(
      fc
        .tuple(fc.nat(20), fc.nat(5), fc.string({ maxLength: 3 }))
        .map(([start, length, text]) => edit(start, start + length, text)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(edits, (list) => {
        applyEdits("x".repeat(25), mergeEdits(list.map((one) => [one])).edits);
      }),
      { seed: 2 },
    );
  });
});

describe("moveRange", () => {
  it("moves what lies behind an edit and leaves what lies before", () => {
    assert.deepEqual(moveRange({ start: 5, end: 8 }, [edit(0, 1, "abc"), edit(9, 10, "")]), { start: 7, end: 10 });
  });

  it("keeps insertions at its borders outside and gives up on those inside", () => {
    assert.deepEqual(moveRange({ start: 5, end: 8 }, [edit(5, 5, "ab"), edit(8, 8, "c")]), { start: 7, end: 10 });
    assert.equal(moveRange({ start: 5, end: 8 }, [edit(6, 6, "a")]), undefined);
    assert.equal(moveRange({ start: 5, end: 8 }, [edit(7, 9, "a")]), undefined);
  });
});

describe("difference", () => {
  it("leads from one text to the other and is undefined for equal ones", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = difference(before, after);
        assert.equal(change === undefined ? before : applyEdits(before, [change]), after);
        assert.equal(change === undefined, before === after);
      }),
      { seed: 3 },
    );
  });
});

describe("Lines", () => {
  it("ends lines at every kind of line break", () => {
    const lines = new Lines("a\r\nbc\rd\n\ne");
    assert.deepEqual(
      Array.from({ length: lines.count }, (_, line) => lines.line(line)),
      ["a", "bc", "d", "", "e"],
    );
  });

  it("counts UTF-16 units and clamps", () => {
    const lines = new Lines("😀x\ny");
    assert.deepEqual(lines.positionAt(2), { line: 0, column: 2 });
    assert.deepEqual(lines.positionAt(99), { line: 1, column: 1 });
    assert.equal(lines.offsetAt({ line: 0, column: 99 }), 3);
    assert.equal(lines.offsetAt({ line: 9, column: 0 }), 5);
  });

  it("translates every offset there and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\r", "\n") }), (text) => {
        const lines = new Lines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const back = lines.offsetAt(lines.positionAt(offset));
          // Inside a line break the offset is clamped to the end of its line.
          assert.ok(back === offset || (back < offset && /^[\r\n]+$/.test(text.slice(back, offset))));
        }
      }),
      { seed: 4 },
    );
  });
});
