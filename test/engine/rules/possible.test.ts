// Which formulas may match, by the names of a document: what was said of them holds until a name comes that they wait for.
import assert from "node:assert/strict";
import type { CompiledFormula } from "../../../src/engine/rules/compile";
import { Possible } from "../../../src/engine/rules/possible";
import { Interner } from "../../../src/engine/syntax";

/** A formula whose matches hold one of some names. */
const naming = (...names: string[]): CompiledFormula =>
  ({ type: "all", required: [names.map((text) => ({ text, as: "name" }))] }) as unknown as CompiledFormula;

describe("formulas that may match", () => {
  it("are those whose names are there", () => {
    const names = new Interner();
    names.id("exec");
    const [exec, run, either] = [naming("exec"), naming("run"), naming("run", "exec")];
    assert.deepEqual(Possible.in(names).of([exec, run, either]), [exec, either]);
  });

  it("become more with a name that some wait for, and stay the same list without", () => {
    const names = new Interner();
    const formulas = [naming("exec"), naming("run")];
    assert.deepEqual(Possible.in(names).of(formulas), []);
    const before = Possible.in(names).of(formulas);
    names.id("other");
    assert.equal(Possible.in(names).of(formulas), before);
    names.id("run");
    assert.deepEqual(Possible.in(names).of(formulas), [formulas[1]]);
    assert.equal(Possible.in(names).holds(formulas[0]!), false);
  });

  it("are all that need something other than a name", () => {
    const text = { type: "all", required: [[{ text: "x", as: "text" }]] } as unknown as CompiledFormula;
    assert.equal(Possible.in(new Interner()).holds(text), true);
  });
});
