import { deepStrictEqual, strictEqual } from "node:assert";
import * as fc from "fast-check";
import type { Binding, Bindings } from "../../../src/engine/patterns/match";
import {
  type Candidate,
  compatible,
  contains,
  distinct,
  intersect,
  subtract,
  union,
} from "../../../src/engine/rules/ranges";

const same = (left: Binding, right: Binding): boolean => left.text === right.text;
const always = (): boolean => true;

function bindingsOf(values: Readonly<Record<string, number>>): Bindings {
  const make = (value: number): Binding => ({
    start: value,
    end: value,
    text: String(value),
    kind: "node",
    row: 0,
    count: 1,
  });
  return new Map(Object.entries(values).map(([name, value]) => [name, make(value)]));
}

const candidate: fc.Arbitrary<Candidate> = fc
  .record({
    start: fc.nat(12),
    length: fc.nat(8),
    kind: fc.constantFrom("plain" as const, "inside" as const, "regex" as const),
    bindings: fc.dictionary(fc.constantFrom("$A", "$B", "$1"), fc.nat(1), { maxKeys: 2 }),
  })
  .map(({ start, length, kind, bindings }) => ({ start, end: start + length, kind, bindings: bindingsOf(bindings) }));

const candidates = fc.array(candidate, { maxLength: 12 });
const settings = { seed: 20260615, numRuns: 500 };

/** As texts in order, for comparing sets. */
function shown(list: readonly Candidate[]): string[] {
  return list
    .map(
      ({ start, end, kind, bindings }) =>
        `${start}-${end} ${kind} ${JSON.stringify([...bindings].map(([name, { text }]) => name + text).sort())}`,
    )
    .sort();
}

describe("ranges", () => {
  it("intersect as comparing every pair does", () => {
    return fc.assert(
      fc.property(candidates, candidates, (xs, ys) => {
        const pairs = xs.flatMap((x) => ys.map((y) => [x, y] as const));
        const expected = pairs.flatMap(([x, y]): Candidate[] => {
          if (!compatible(x.bindings, y.bindings, same)) return [];
          const xMay = contains(y, x) && !(x.kind === "inside" && y.kind !== "inside");
          const yMay = contains(x, y) && !(y.kind === "inside" && x.kind !== "inside");
          if (xMay) return [{ ...x, bindings: union(x.bindings, y.bindings) }];
          return yMay ? [{ ...y, bindings: union(y.bindings, x.bindings) }] : [];
        });
        deepStrictEqual(shown(intersect(xs, ys, same, always)), shown(distinct(expected)));
      }),
      settings,
    );
  });

  it("subtract as comparing every pair does", () => {
    return fc.assert(
      fc.property(candidates, candidates, (xs, ys) => {
        const removes = (y: Candidate, x: Candidate): boolean =>
          compatible(x.bindings, y.bindings, same) &&
          ((y.kind === "regex" && (contains(x, y) || contains(y, x))) ||
            (y.kind === "inside" && contains(y, x)) ||
            (y.kind === "plain" && contains(y, x) && contains(x, y)));
        const expected = xs.filter((x) => !ys.some((y) => removes(y, x)));
        deepStrictEqual(subtract(xs, ys, same, always), expected);
      }),
      settings,
    );
  });

  it("stop when the steps are spent, and drop what was not compared", () => {
    const range = (start: number, end: number): Candidate => ({ start, end, kind: "plain", bindings: new Map() });
    const many = Array.from({ length: 50 }, (_, i) => range(i, 100 - i));
    let left = 20;
    const spend = (): boolean => left-- > 0;
    strictEqual(intersect(many, many, same, spend).length <= 20, true);
    left = 0;
    deepStrictEqual(subtract(many, [range(0, 100)], same, spend), []);
  });

  it("let numbered captures differ, and nothing else", () => {
    strictEqual(compatible(bindingsOf({ $1: 1 }), bindingsOf({ $1: 2 }), same), true);
    strictEqual(compatible(bindingsOf({ $A: 1 }), bindingsOf({ $A: 2 }), same), false);
    strictEqual(compatible(bindingsOf({ $A: 1 }), bindingsOf({ $B: 2 }), same), true);
  });

  it("keep equal texts at different places apart", () => {
    const at = (start: number): Bindings =>
      new Map([["$A", { start, end: start + 1, text: "a", kind: "node", row: 0, count: 1 }]]);
    const list: Candidate[] = [1, 2, 1].map((start) => ({ start: 0, end: 9, kind: "plain", bindings: at(start) }));
    strictEqual(distinct(list).length, 2);
  });
});
