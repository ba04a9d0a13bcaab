// What sets of taint, values and states obey, whatever they hold: against naive models.

import assert from "node:assert/strict";
import fc from "fast-check";
import type { Layout } from "../../../src/engine/dataflow/layout";
import { type Changes, State } from "../../../src/engine/dataflow/state";
import {
  ALL_RULES,
  limited,
  type Origin,
  Origins,
  rulesOf,
  type Step,
  sameTaints,
  type Taint,
  type Taints,
  unite,
} from "../../../src/engine/dataflow/taints";
import {
  allTaints,
  join,
  limitedTo,
  NOTHING,
  partOf,
  sameValue,
  type Value,
  withPart,
} from "../../../src/engine/dataflow/values";

const SETTINGS = { seed: 20_260_101, numRuns: 300 };
const holds = <T>(property: fc.IProperty<T>): void => fc.assert(property, SETTINGS);

const made = new Origins({} as Layout);
const origins: readonly Origin[] = ["a", "b", "c", "d", "e"].map((key) => made.make(key, { label: key }));
const step = { kind: "source", row: 0, previous: undefined } as unknown as Step;

/** Any set: of some origins, each for some of three rules. */
const taints: fc.Arbitrary<Taints> = fc
  .array(fc.integer({ min: 0, max: 7 }), { minLength: origins.length, maxLength: origins.length })
  .map((masks) =>
    masks.flatMap((rules, index): Taint[] => (rules === 0 ? [] : [{ origin: origins[index]!, rules, step }])),
  );

/** What a set says: every origin with every rule for which it counts. */
const pairs = (set: Taints): string[] =>
  set.flatMap(({ origin, rules }) => [1, 2, 4].filter((rule) => rules & rule).map((rule) => `${origin.key}${rule}`));

const KEYS = [".x", ".y", "[0]", "[]"];
const constants: readonly Value["constant"][] = [
  undefined,
  { type: "string", value: "s" },
  { type: "number", value: 1n },
];
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc
    .record({
      taints,
      parts: fc.option(fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 2 }), {
        nil: undefined,
        maxDepth: 2,
        depthSize: "small",
      }),
      constant: fc.constantFrom(...constants),
      checked: fc.integer({ min: 0, max: 3 }),
    })
    .map(
      ({ taints, parts, constant, checked }): Value => ({
        taints,
        ...(parts && Object.keys(parts).length > 0 && { parts: new Map(Object.entries(parts)) }),
        ...(constant && { constant }),
        ...(checked !== 0 && { checked }),
      }),
    ),
}));

const alike = (left: Value, right: Value): void => assert.ok(sameValue(left, right), "the values differ");

describe("sets of taint", () => {
  it("unite as sets do: in any order, in any groups, and with themselves", () => {
    holds(
      fc.property(taints, taints, taints, (a, b, c) => {
        assert.deepEqual(pairs(unite(a, b)), [...new Set([...pairs(a), ...pairs(b)])].sort());
        assert.ok(sameTaints(unite(a, b), unite(b, a)));
        assert.ok(sameTaints(unite(unite(a, b), c), unite(a, unite(b, c))));
        assert.equal(unite(a, a), a);
      }),
    );
  });

  it("are the same object where nothing comes to them", () => {
    holds(
      fc.property(taints, taints, (a, b) => {
        const both = unite(a, b);
        assert.equal(unite(both, b), both);
        assert.equal(unite(both, a), both);
      }),
    );
  });

  it("are limited to rules one by one", () => {
    holds(
      fc.property(taints, taints, fc.integer({ min: 0, max: 7 }), (a, b, rules) => {
        const wanted = [1, 2, 4].filter((rule) => rules & rule).map(String);
        assert.deepEqual(
          pairs(limited(a, rules)),
          pairs(a).filter((pair) => wanted.includes(pair.slice(1))),
        );
        assert.ok(sameTaints(limited(unite(a, b), rules), unite(limited(a, rules), limited(b, rules))));
        assert.equal(limited(a, ALL_RULES), a);
        assert.equal(rulesOf(limited(a, rules)) & ~rules, 0);
      }),
    );
  });
});

describe("values", () => {
  it("join in any order, in any groups, and with themselves", () => {
    holds(
      fc.property(value, value, value, (a, b, c) => {
        alike(join(a, b), join(b, a));
        alike(join(join(a, b), c), join(a, join(b, c)));
        alike(join(a, { ...a }), a);
      }),
    );
  });

  it("hold all taint of both where they meet, and no more", () => {
    holds(
      fc.property(value, value, (a, b) => {
        assert.ok(sameTaints(allTaints(join(a, b)), unite(allTaints(a), allTaints(b))));
      }),
    );
  });

  it("know nothing for sure that one of two did not know", () => {
    holds(
      fc.property(value, value, (a, b) => {
        const { constant, checked = 0 } = join(a, b);
        assert.equal(checked, (a.checked ?? 0) & (b.checked ?? 0));
        if (constant) assert.deepEqual([a.constant, b.constant], [constant, constant]);
      }),
    );
  });

  it("are limited with all their parts", () => {
    holds(
      fc.property(value, fc.integer({ min: 0, max: 7 }), (a, rules) => {
        assert.ok(sameTaints(allTaints(limitedTo(a, rules)), limited(allTaints(a), rules)));
      }),
    );
  });

  it("give back the part that was set", () => {
    const all = (set: Taints): Taints => set;
    holds(
      fc.property(value, value, fc.constantFrom(".x", ".y"), (whole, part, key) => {
        alike(partOf(withPart(whole, [key], part, false), key, all), part);
        const other = key === ".x" ? ".y" : ".x";
        alike(partOf(withPart(whole, [key], part, false), other, all), partOf(whole, other, all));
        const kept = allTaints(partOf(withPart(whole, [key], part, true), key, all));
        assert.ok(sameTaints(kept, unite(allTaints(partOf(whole, key, all)), allTaints(part))));
      }),
    );
  });
});

const NAMES = ["p", "q", "r"];
const writes = fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 4 });
const ways = fc.array(fc.record({ before: writes, inner: writes }), { maxLength: 3 });

/** A state as one map; a branch is a copy of it. */
type Model = ReadonlyMap<string, Value>;
const written = (model: Model, given: readonly (readonly [string, Value])[]): Model => new Map([...model, ...given]);
const heldBy = (model: Model, name: string): Value => model.get(name) ?? NOTHING;

function write(state: State, given: readonly (readonly [string, Value])[]): void {
  for (const [name, held] of given) state.set(name, held);
}

describe("states", () => {
  it("meet as copies of the whole would, from branches in branches", () => {
    holds(
      fc.property(writes, ways, (first, branches) => {
        const base = new State();
        write(base, first);
        const model = written(new Map(), first);
        const changes: Changes[] = branches.map(({ before, inner }) => {
          const branch = base.branch();
          write(branch, before);
          const within = branch.branch();
          write(within, inner);
          return within.changesSince(base);
        });
        base.meet(changes);
        assert.equal(base.live, branches.length > 0);
        if (branches.length === 0) return;
        const copies = branches.map(({ before, inner }) => written(written(model, before), inner));
        for (const name of NAMES) {
          alike(base.get(name) ?? NOTHING, copies.map((copy) => heldBy(copy, name)).reduce(join));
        }
      }),
    );
  });

  it("say what either of two ways may have changed", () => {
    holds(
      fc.property(writes, writes, writes, (first, left, right) => {
        const base = new State();
        write(base, first);
        const either = base.either(new Map(left), new Map(right));
        const model = written(new Map(), first);
        for (const [key, held] of either) {
          const name = String(key);
          alike(held, join(heldBy(written(model, left), name), heldBy(written(model, right), name)));
        }
        assert.deepEqual([...either.keys()].sort(), [...new Set([...left, ...right].map(([name]) => name))].sort());
      }),
    );
  });

  it("absorb what comes round a loop, until nothing new does", () => {
    holds(
      fc.property(writes, writes, (first, round) => {
        const base = new State();
        write(base, first);
        const [model, changes] = [written(new Map(), first), new Map(round)];
        const changed = base.absorb(changes);
        let differs = false;
        for (const name of NAMES) {
          const [before, given] = [heldBy(model, name), changes.get(name)];
          const after = given ? join(before, given) : before;
          alike(base.get(name) ?? NOTHING, after);
          if (!sameValue(before, after)) differs = true;
        }
        assert.equal(changed, differs);
        assert.equal(base.absorb(changes), false);
      }),
    );
  });

  it("leave what is below them alone", () => {
    holds(
      fc.property(writes, writes, (first, own) => {
        const base = new State();
        write(base, first);
        const before = new Map(base.entries());
        write(base.branch(), own);
        assert.deepEqual(base.entries(), before);
      }),
    );
  });
});
