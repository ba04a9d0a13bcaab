import { deepStrictEqual } from "node:assert";
import { type Bench, createBench, ruleOf } from "./support";

describe("the newer rule syntax", () => {
  let bench: Bench;
  before(async () => {
    bench = await createBench();
  });

  const texts = (formula: string, code: string, language = "python"): string[] =>
    bench.run(ruleOf(formula, { language }), code, language).map(({ text }) => text);

  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["a pattern alone", "match: f($X)", "f(1)\ng(1)\n", ["f(1)"]],
    ["a pattern by its key", "match: {pattern: f($X)}", "f(1)\n", ["f(1)"]],
    ["a regular expression", "match: {regex: 'g.1'}", "f(1)\ng(1)\n", ["g(1"]],
    ["all", "match: {all: [f(...), {not: f(1)}]}", "f(1)\nf(2)\n", ["f(2)"]],
    ["any", "match: {any: [f(1), {pattern: g(1)}]}", "f(1)\ng(1)\nf(2)\n", ["f(1)", "g(1)"]],
    ["inside", "match: {all: [f(...), {inside: 'g(...)'}]}", "g(f(1))\nf(2)\n", ["f(1)"]],
    ["not inside", "match: {all: [f(...), {not: {inside: 'g(...)'}}]}", "g(f(1))\nf(2)\n", ["f(2)"]],
    ["not a regular expression", "match: {all: [f(...), {not: {regex: '2'}}]}", "f(1)\nf(2)\n", ["f(1)"]],
    ["several exclusions", "match: {all: [x, {not: {any: [{inside: f(x)}, {inside: g(x)}]}}]}", "f(x)\nh(x)\n", ["x"]],
    ["a comparison", "match: {pattern: f($X), where: [{comparison: $X > 1}]}", "f(1)\nf(2)\n", ["f(2)"]],
    ["a focus", "match: {pattern: f($X), where: [{focus: $X}]}", "f(1)\n", ["1"]],
    [
      "a regular expression of what is bound, by its value",
      "match: {pattern: f($X), where: [{metavariable: $X, regex: ^a}]}",
      "f('ab')\nf('ba')\nf(ab)\n",
      ["f('ab')", "f(ab)"],
    ],
    [
      "a formula inside what is bound",
      "match: {pattern: f($X), where: [{metavariable: $X, all: [{not: g(1)}]}]}",
      "f(g(1))\nf(g(2))\n",
      ["f(g(2))"],
    ],
    [
      "a formula in another language",
      "match: {pattern: 'f(\"$X\")', where: [{metavariable: $X, language: js, pattern: a()}]}",
      "f('a()')\nf('b()')\n",
      ["f('a()')"],
    ],
    [
      "conditions on a part",
      "match: {any: [{pattern: f($X), where: [{comparison: $X == 1}]}, g($X)]}",
      "f(1)\nf(2)\ng(3)\n",
      ["f(1)", "g(3)"],
    ],
    [
      "conditions that stand beside an exclusion",
      "match: {all: [f(...), {not: f($X), where: [{comparison: 1 == 2}]}]}",
      "f(1)\n",
      [],
    ],
    [
      "an analysis",
      "match: {pattern: f($X), where: [{metavariable: $X, analyzer: redos}]}",
      "f('(a+)+$')\nf('a+$')\n",
      ["f('(a+)+$')"],
    ],
    ["a place that does not matter", "match: {all: [f($X), {anywhere: g($X)}]}", "f(1)\nf(2)\ng(1)\n", ["f(1)"]],
    ["anywhere, even within", "match: {all: [f(...), {anywhere: g()}]}", "f(g())\n", ["f(g())", "g()"]],
    ["nowhere", "match: {all: [f($X), {not: {anywhere: g($X)}}]}", "f(1)\nf(2)\ng(1)\n", []],
    [
      "the older key for a place that does not matter",
      "patterns: [{pattern: f($X)}, {semgrep-internal-pattern-anywhere: g($X)}]",
      "f(1)\nf(2)\ng(1)\n",
      ["f(1)"],
    ],
    [
      "a name for the whole match",
      "match: {all: [{pattern: 'f($X)', as: $F}, {inside: h($F)}]}",
      "h(f(1))\nh(1, f(1))\n",
      ["f(1)"],
    ],
  ];
  for (const [title, formula, code, expected] of cases) {
    it(`knows ${title}`, () => deepStrictEqual(texts(formula, code), expected));
  }

  it("knows conditions on types, in either syntax", () => {
    const code = "function g(a: Foo, b: Bar, c: Baz) { f(a); f(b); f(c); }";
    deepStrictEqual(
      texts("match: {pattern: f($X), where: [{metavariable: $X, types: [Foo, Bar]}]}", code, "typescript"),
      ["f(a)", "f(b)"],
    );
    const older = "patterns: [{pattern: f($X)}, {metavariable-type: {metavariable: $X, type: Baz}}]";
    deepStrictEqual(texts(older, code, "typescript"), ["f(c)"]);
    const content = `patterns: [{pattern: 'f("$X")'}, {metavariable-type: {metavariable: $X, type: string}}]`;
    deepStrictEqual(texts(content, 'f("a"); f(1)', "typescript"), ['f("a")']);
  });

  it("has fixes of parts, which the rule's own replaces", () => {
    const fixed = (formula: string): (string | undefined)[] =>
      bench.run(ruleOf(formula), "f(1)\ng(1)\n").map((hit) => hit.fixed);
    const parts = "match: {any: [{pattern: f($X), fix: h($X)}, g($X)]}";
    deepStrictEqual(fixed(parts), ["h(1)\ng(1)\n", undefined]);
    deepStrictEqual(fixed(`${parts}\nfix: k($X)`), ["k(1)\ng(1)\n", "f(1)\nk(1)\n"]);
  });

  it("keeps what a name for the whole match stands for as code", () => {
    const rule = ruleOf("match: {pattern: f($X), as: $F, where: [{focus: $X}]}", { message: "$F" });
    deepStrictEqual(
      bench.run(rule, "f(1)").map(({ message }) => message),
      ["1"],
    );
  });
});
