// Statements that lack a call of the pattern are passed over, but not where a name stands for it.
import { deepStrictEqual } from "node:assert/strict";
import { DEFAULT_OPTIONS, optionsFrom } from "../../../src/engine/patterns/options";
import { textsOf } from "./matches";

const NAMES = optionsFrom({ symbolic_propagation: true, caveat_derived_names: true });

const PATTERN = "$OBJ = Object.create(null);\n...\nuse($OBJ);";

describe("calls that a match holds", () => {
  const cases: readonly (readonly [title: string, code: string, plain: number, looking: number])[] = [
    ["stand in the statement", "let o = Object.create(null);\nuse(o);", 1, 1],
    ["stand deeper in it", "let o = wrap(Object.create(null));\nuse(o);", 0, 0],
    ["are what a name stands for", "const made = Object.create(null);\nlet o = made;\nuse(o);", 0, 2],
    ["are what a name of a name stands for", "const a = Object.create(null);\nconst b = a;\nlet o = b;\nuse(o);", 0, 3],
    ["have a callee that a name stands for", "const make = Object.create;\nlet o = make(null);\nuse(o);", 0, 1],
    ["are renamed", "const { create: make } = Object;\nlet o = make(null);\nuse(o);", 0, 0],
    ["stand in another function", "function f() { let o = Object.create(null); }\nuse(o);", 0, 0],
    ["are followed by none of the other", "let o = Object.create(null);\nkeep(o);", 0, 0],
  ];
  for (const [title, code, plain, looking] of cases) {
    it(title, async () => {
      deepStrictEqual((await textsOf("javascript", PATTERN, code, DEFAULT_OPTIONS)).length, plain);
      deepStrictEqual((await textsOf("javascript", PATTERN, code, NAMES)).length, looking);
    });
  }

  it("are found in long lists of statements", async () => {
    const others = Array.from({ length: 3_000 }, (_, i) => `let v${i} = Object.keys(w${i});`).join("\n");
    const code = `${others}\nlet o = Object.create(null);\n${others}\nuse(o);`;
    deepStrictEqual((await textsOf("javascript", PATTERN, code, NAMES)).length, 1);
  });
});
