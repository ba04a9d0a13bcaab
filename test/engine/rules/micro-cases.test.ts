// Conditions together, in many languages, from a rule's file to findings: the answers are those of a real Semgrep (1.182).
import assert from "node:assert/strict";
import type { Analyzer } from "../../../src/engine/analyzer";
import { covered, createTestAnalyzer, Desk } from "../analyzer/desk";

/** A language, and a file in it that holds one expression where `@` stands. */
const files: Readonly<Record<string, string>> = {
  javascript: "@;\n",
  typescript: "@;\n",
  python: "@\n",
  java: "class A { void m() { @; } }\n",
  go: "package a\nfunc m() {\n\t@\n}\n",
  ruby: "@\n",
  php: "<?php @;\n",
  csharp: "class A { void M() { @; } }\n",
  kotlin: "fun m() { @ }\n",
  scala: "object A { def m() = { @ } }\n",
  rust: "fn m() { @; }\n",
  swift: "@\n",
  solidity: "contract A { function m() public { @; } }\n",
  c: "void m() { @; }\n",
  cpp: "void m() { @; }\n",
};

interface AnywhereCase {
  readonly title: string;
  readonly formula: string;
  /** An expression, and what is found in it. */
  readonly found: readonly (readonly [code: string, ...matched: string[]])[];
}

const anywhere: readonly AnywhereCase[] = [
  {
    title: "the text of a string begins with its quote",
    formula: "patterns: [{pattern: f($S)}, {metavariable-regex: {metavariable: $S, regex: v}}]",
    found: [['f("v")'], ["f(v)", "f(v)"]],
  },
  {
    title: "but its content does not",
    formula: "patterns: [{pattern: 'f(\"$S\")'}, {metavariable-regex: {metavariable: $S, regex: v}}]",
    found: [['f("v")', 'f("v")'], ['f("wv")']],
  },
  {
    title: "what is excluded is the same place, not a larger one",
    formula: "patterns: [{pattern: f(...)}, {pattern-not: 'f(\"...\")'}]",
    found: [['f("a")'], ['f(g("a"))', 'f(g("a"))']],
  },
  {
    title: "a place within another is not the other",
    formula: "patterns: [{pattern: g(...)}, {pattern-not: f(...)}]",
    found: [["f(g())", "g()"], ["f(1)"]],
  },
  {
    title: "but is inside it",
    formula: "patterns: [{pattern: g(...)}, {pattern-not-inside: f(...)}]",
    found: [["f(g())"], ["h(g())", "g()"]],
  },
  {
    title: "one focus on two is each of them",
    formula: "patterns: [{pattern: 'f($A, $B)'}, {focus-metavariable: [$A, $B]}]",
    found: [["f(1, 2)", "1", "2"]],
  },
  {
    title: "two are what both share",
    formula: "patterns: [{pattern: 'f($A, $B)'}, {focus-metavariable: $A}, {focus-metavariable: $B}]",
    found: [["f(1, 2)"]],
  },
];

/** Languages, formula, options, code, what is found. */
type Case = readonly [
  title: string,
  language: string,
  formula: string,
  options: string,
  code: string,
  matched: readonly string[],
];

const numbered = "metavariable-regex: {metavariable: $1, regex: '6'}";
const named = "metavariable-regex: {metavariable: $NN, regex: '6'}";
const inner = "{pattern: f($X)}, {metavariable-pattern: {metavariable: $X, pattern: g($Z)}}";
const isOne = "{metavariable-regex: {metavariable: $Z, regex: '1'}}";
const member = "patterns: [{pattern: f($X)}, {metavariable-comparison: {comparison: '$X in [1, 2]'}}]";
const startsWithA = "patterns: [{pattern: k=$...X;}, {metavariable-regex: {metavariable: $...X, regex: a}}]";
const symbolic = "symbolic_propagation: true";

const cases: readonly Case[] = [
  [
    "a group's number is no metavariable",
    "regex",
    `patterns: [{pattern-regex: 'k=(\\d+)'}, {${numbered}}]`,
    "",
    "k=6\n",
    [],
  ],
  ["its name is", "regex", `patterns: [{pattern-regex: 'k=(?P<NN>\\d+)'}, {${named}}]`, "", "k=6\n", ["k=6"]],
  ["a block does not see what it binds within", "javascript", `patterns: [${inner}, ${isOne}]`, "", "f(g(1));\n", []],
  [
    "a block around it does",
    "javascript",
    `patterns: [{patterns: [${inner}]}, ${isOne}]`,
    "",
    "f(g(1));\n",
    ["f(g(1))"],
  ],
  ["an integer is in a list", "python", member, "", "f(2)\nf(3)\n", ["f(2)"]],
  ["a float is in none", "javascript", member, "", "f(2);\n", []],
  ["text behind ... begins where it does", "generic", startsWithA, "", "k=a b;\n", ["k=a b;"]],
  ["with its blanks", "generic", startsWithA, "", "k= a b;\n", []],
  ["a variable stands for what it is", "javascript", "pattern: f(g(1))", symbolic, "const x = g(1); f(x);\n", ["f(x)"]],
  ["only where that is asked for", "javascript", "pattern: f(g(1))", "", "const x = g(1); f(x);\n", []],
  ["a list is not what it was", "javascript", "pattern: 'f([1])'", symbolic, "const x = [1]; f(x);\n", []],
];

const indented = (text: string): string => text.replace(/^(?=.)/gm, "    ");
const ruleFile = (language: string, formula: string, options: string): string =>
  `rules:\n  - id: r\n    message: m\n    severity: ERROR\n    languages: [${language}]\n${indented(formula)}\n` +
  (options ? `    options: {${options}}\n` : "");

describe("rules, as Semgrep runs them", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await createTestAnalyzer();
    await Promise.all(Object.keys(files).map((language) => analyzer.ready(language)));
  });
  after(() => analyzer.dispose());

  const found = (language: string, formula: string, options: string, code: string): readonly string[] => {
    const desk = new Desk(analyzer, ruleFile(language, formula, options));
    assert.deepEqual(analyzer.ruleProblems(desk.rules), []);
    const document = language === "regex" || language === "generic" ? "plaintext" : language;
    const analysis = desk.open(code, document, "a", "a.txt");
    assert.deepEqual(analysis.problems, []);
    return covered(code, analysis);
  };

  for (const { title, formula, found: expected } of anywhere) {
    it(title, () => {
      for (const [language, file] of Object.entries(files)) {
        for (const [code, ...matched] of expected) {
          assert.deepEqual(found(language, formula, "", file.replace("@", code)), matched, `${language}: ${code}`);
        }
      }
    });
  }

  for (const [title, language, formula, options, code, matched] of cases) {
    it(`${language}: ${title}`, () => assert.deepEqual(found(language, formula, options, code), matched));
  }
});
