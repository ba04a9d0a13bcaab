// What is followed further than open-source Semgrep does, and what is not: checks, known values, calls.
import assert from "node:assert/strict";
import type { Analyzer } from "../../../src/engine/analyzer";
import { foldCall } from "../../../src/engine/dataflow/folding";
import { type LabelExpression, labelsHold } from "../../../src/engine/dataflow/labels";
import { NOTHING, type Value } from "../../../src/engine/dataflow/values";
import { covered, createTestAnalyzer, Desk } from "../analyzer/desk";

const text = (value: string): Value => ({ taints: [], constant: { type: "string", value } });
const number = (value: bigint): Value => ({ taints: [], constant: { type: "number", value } });

describe("functions of known operands", () => {
  const cases: readonly (readonly [name: string, receiver: Value, given: readonly Value[], result: unknown])[] = [
    ["charAt", text("abc"), [number(1n)], "b"],
    ["charAt", text("abc"), [number(9n)], undefined],
    ["length", text("abc"), [], 3n],
    ["concat", text("a"), [text("b"), number(1n)], "ab1"],
    ["equals", text("a"), [text("a")], true],
    ["equals", text("a"), [text("b")], false],
    ["equalsIgnoreCase", text("A"), [text("a")], true],
    ["startsWith", text("/a/b"), [text("/a/")], true],
    ["indexOf", text("abc"), [text("z")], -1n],
    ["substring", text("abcd"), [number(1n), number(3n)], "bc"],
    ["replace", text("a.b.c"), [text("."), text("/")], "a/b/c"],
    ["trim", text(" a "), [], "a"],
    ["boolean", text("TRUE"), [], true],
    ["boolean", text("no"), [], false],
    ["lastIndexOf", text("abcb"), [text("b")], 3n],
    ["compare", text("abc"), [text("abd")], -1n],
    ["before", text("k|v"), [text("|")], "k"],
    ["left", text("key"), [number(1n)], "k"],
    ["reverse", text("abc"), [], "cba"],
    ["repeat", text("ab"), [number(2n)], "abab"],
    ["bits", number(7n), [], 3n],
    ["modulo", number(-1n), [number(5n)], 4n],
  ];
  for (const [name, receiver, given, result] of cases) {
    it(`${name} gives ${String(result)}`, () => {
      const constant = foldCall(name, receiver, given);
      assert.equal(constant && "value" in constant ? constant.value : undefined, result);
    });
  }

  it("give nothing where one operand is not known, or the function is not", () => {
    assert.equal(foldCall("concat", text("a"), [NOTHING]), undefined);
    assert.equal(foldCall("frobnicate", text("a"), []), undefined);
    assert.equal(foldCall("length", number(1n), []), undefined);
  });
});

describe("labels", () => {
  const label = (name: string): LabelExpression => ({ type: "label", name });
  const sets = [[], ["A"], ["B"], ["A", "B"]];
  const cases: readonly (readonly [string, LabelExpression, readonly boolean[]])[] = [
    ["one", label("A"), [false, true, false, true]],
    ["not", { type: "not", operand: label("A") }, [true, false, true, false]],
    ["and", { type: "and", operands: [label("A"), label("B")] }, [false, false, false, true]],
    ["or", { type: "or", operands: [label("A"), label("B")] }, [false, true, true, true]],
    [
      "and not",
      { type: "and", operands: [label("B"), { type: "not", operand: label("A") }] },
      [false, false, true, false],
    ],
    ["true", { type: "constant", value: true }, [true, true, true, true]],
  ];
  for (const [title, expression, expected] of cases) {
    it(`hold by what is there: ${title}`, () => {
      assert.deepEqual(
        sets.map((set) => labelsHold(expression, (name) => set.includes(name))),
        expected,
      );
    });
  }
});

/** Code in which `s(x)` is a sink, and whether something is found. */
type Case = readonly [title: string, language: "javascript" | "python", code: string, found: boolean];

const guards: readonly Case[] = [
  ["one of a list", "python", "def f():\n    x = t()\n    if x in ['a', 'b']:\n        s(x)\n", false],
  ["none of a list", "python", "def f():\n    x = t()\n    if x not in ['a', 'b']:\n        s(x)\n", true],
  ["refused by a return", "python", "def f():\n    x = t()\n    if x not in ['a']:\n        return\n    s(x)\n", false],
  ["equal to a constant", "javascript", "function f() { const x = t(); if (x === 'a') s(x); }\n", false],
  ["unequal to it", "javascript", "function f() { const x = t(); if (x !== 'a') s(x); }\n", true],
  ["equal to something else", "javascript", "function f(y) { const x = t(); if (x === y) s(x); }\n", true],
  ["a number by its type", "javascript", "function f() { const x = t(); if (typeof x === 'number') s(x); }\n", false],
  ["a text by its type", "javascript", "function f() { const x = t(); if (typeof x === 'string') s(x); }\n", true],
  ["a whole match", "javascript", "function f() { const x = t(); if (/^[a-z0-9]{1,9}$/.test(x)) s(x); }\n", false],
  ["a match of a part", "javascript", "function f() { const x = t(); if (/[a-z]/.test(x)) s(x); }\n", true],
  ["either of two checks", "javascript", "function f(y) { const x = t(); if (x === 'a' || y) s(x); }\n", true],
  [
    "a prefix, to a rule that does not say so",
    "javascript",
    "function f() { const x = t(); if (x.startsWith('/a/')) s(x); }\n",
    true,
  ],
];

const branches: readonly Case[] = [
  ["that cannot run", "javascript", "function f() { let x = t(); if (1 > 2) s(x); }\n", false],
  ["that must run", "javascript", "function f() { let x = t(); if (2 > 1) x = 'a'; s(x); }\n", false],
  ["that may run", "javascript", "function f(y) { let x = t(); if (y > 1) x = 'a'; s(x); }\n", true],
  [
    "that is chosen by a known value",
    "javascript",
    "function f() { const k = 'b'; let x = t(); switch (k) { case 'a': s(x); break; case 'b': break; } }\n",
    false,
  ],
];

const values: readonly Case[] = [
  ["a call hands on its argument", "python", "def g(a):\n    s(a)\n\ndef f():\n    g(t())\n", true],
  ["and no other", "python", "def g(a, b):\n    s(b)\n\ndef f():\n    g(t(), 1)\n", false],
  ["a call gives what its function returns", "python", "def g(a):\n    return 'a'\n\ndef f():\n    s(g(t()))\n", false],
  ["elements are apart", "python", "def f():\n    x = [t(), 'a']\n    s(x[1])\n", false],
  ["and found", "python", "def f():\n    x = [t(), 'a']\n    s(x[0])\n", true],
  ["what is put into a list is in it", "python", "def f():\n    x = []\n    x.append(t())\n    s(x[0])\n", true],
  [
    "aliases share what is put into them",
    "python",
    "def f():\n    x = []\n    y = x\n    y.append(t())\n    s(x[0])\n",
    true,
  ],
];

describe("followed further", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await createTestAnalyzer();
  });
  after(() => analyzer.dispose());

  const groups = { guards, branches, values };
  for (const [group, cases] of Object.entries(groups)) {
    describe(group, () => {
      for (const [title, language, code, found] of cases) {
        it(`${title}: ${found ? "found" : "harmless"}`, () => {
          const rule =
            `rules:\n  - {id: r, message: m, severity: ERROR, languages: [${language}], mode: taint,\n` +
            "      pattern-sources: [{pattern: t()}],\n" +
            "      pattern-sinks: [{patterns: [{pattern: s($X)}, {focus-metavariable: $X}]}],\n" +
            "      options: {interfile: true}}\n";
          const desk = new Desk(analyzer, rule);
          const analysis = desk.open(code, language);
          assert.deepEqual(analysis.problems, []);
          assert.equal(covered(code, analysis).length, found ? 1 : 0);
        });
      }
    });
  }
});
