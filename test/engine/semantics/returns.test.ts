// What a body returns without saying so, on the neutral trees of a language that does not: the rows alone are asked for.
import assert from "node:assert/strict";
import { implicitReturns } from "../../../src/engine/semantics/returns";
import { snippet } from "./support";

type Case = readonly [name: string, text: string, returned: readonly string[]];

const CASES: readonly Case[] = [
  ["the last statement", "function f() { a; b }", ["b"]],
  ["each branch", "function f() { if (a) { b } else if (c) d; else { e } }", ["b", "d;", "e"]],
  ["a branch that is missing", "function f() { if (a) { b } }", ["b"]],
  ["the cases of a switch", "function f() { switch (a) { case 1: b; c; default: d } }", ["c;", "d"]],
  ["a body and its handlers", "function f() { try { a } catch { b } }", ["a", "b"]],
  ["what comes last", "function f() { try { a } catch { b } finally { c } }", ["c"]],
  ["no loop", "function f() { while (a) { b } }", []],
  ["no declaration", "function f() { const a = 1 }", []],
  ["nothing at the top", "a", []],
];

describe("semantics: implicit returns", () => {
  for (const [name, text, returned] of CASES) {
    it(name, async () => {
      const { tree } = await snippet("js", text);
      const rows = [...implicitReturns(tree)].sort((a, b) => a - b);
      assert.deepEqual(
        rows.map((row) => text.slice(tree.start[row], tree.end[row])),
        returned,
      );
    });
  }
});
