/** Conditions on what a metavariable stands for. Expected results were seen from Semgrep 1.182.0. */
import { deepStrictEqual } from "node:assert";
import { type Bench, createBench, ruleOf } from "./support";

interface Case {
  readonly title: string;
  readonly formula: string;
  readonly code: string;
  /** `matched text` or `matched text | message`, each distinct one once. */
  readonly expected: readonly string[];
  readonly message?: string;
  readonly language?: string;
}

const cases: readonly Case[] = [
  {
    title: "metavariable-pattern looks into a list of statements",
    formula: `patterns:
- pattern: |
    def $F():
      $...BODY
- metavariable-pattern:
    metavariable: $...BODY
    pattern: |
      a()
      ...
      b()
- focus-metavariable: $F`,
    code: "def f():\n  a()\n  c()\n  b()\ndef g():\n  b()\n  a()\n",
    expected: ["f"],
  },
  {
    title: "an exclusion alone must be the whole list of statements",
    formula: `patterns:
- pattern: |
    def $F():
      $...BODY
- metavariable-pattern:
    metavariable: $...BODY
    patterns:
    - pattern-not: |
        ...
        a()
        ...
- focus-metavariable: $F`,
    code: "def f():\n  b()\n  a()\n  c()\ndef g():\n  b()\n",
    expected: ["g"],
  },
  {
    title: "metavariable-pattern sees the name that an import stands for",
    formula: "patterns: [{pattern: $M.$F()}, {metavariable-pattern: {metavariable: $M, pattern: foo}}]",
    code: "from foo import bar as baz\nfrom goo import bar as bay\nbaz()\nbay()\n",
    expected: ["baz()"],
  },
  {
    title: "an expression that a metavariable stands for is a statement too",
    formula: `patterns:
- pattern: "if ($C) { $S; }"
- metavariable-pattern: {metavariable: $S, patterns: [{pattern-not: die(...);}]}`,
    code: "if (a) { die(1); }\nif (a) { b(); }\n",
    expected: ["if (a) { b(); }"],
    language: "javascript",
  },
  {
    title: "metavariable-pattern reads code that lacks what its language wants before it",
    formula: `patterns:
- pattern: f("$X")
- metavariable-pattern: {metavariable: $X, language: php, pattern: eval($Y)}`,
    code: "f('<?php eval(1);')\nf('eval(2);')\nf('g(3);')\n",
    message: "$Y",
    expected: ["f('<?php eval(1);') | 1", "f('eval(2);') | 2"],
  },
  {
    title: "a comparison reads the text of an element",
    formula: "patterns: [{pattern: <a>$X</a>}, {metavariable-comparison: {comparison: int($X) == 20}}]",
    code: "<b><a>20</a><a>21</a></b>",
    expected: ["<a>20</a>"],
    language: "xml",
  },
  {
    title: "the name of a macro has its sign",
    formula: 'patterns: [{pattern: $W(...)}, {metavariable-regex: {metavariable: $W, regex: "^a!$"}}]',
    code: "fn m() { a!(b); a(b); }",
    expected: ["a!(b)"],
    language: "rust",
  },
];

describe("what a metavariable stands for", () => {
  let bench: Bench;
  before(async () => {
    bench = await createBench();
    await bench.load("php", "xml", "rust");
  });

  for (const { title, formula, code, expected, message, language = "python" } of cases) {
    it(title, () => {
      const hits = bench.run(ruleOf(formula, { language, ...(message ? { message } : {}) }), code);
      deepStrictEqual([...new Set(hits.map((hit) => (message ? `${hit.text} | ${hit.message}` : hit.text)))], expected);
    });
  }
});
