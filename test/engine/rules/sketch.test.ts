import assert from "node:assert/strict";
import type { Formula, Rule } from "../../../src/engine/rules/rule";
import { mayMatch, ruleMayMatch } from "../../../src/engine/rules/sketch";

import { only, ruleWith } from "./rule-files";

const KEYWORDS = new Set(["if", "for", "function"]);
const may = (formula: Formula, ...names: string[]): boolean =>
  mayMatch(
    formula,
    ({ text }) => names.includes(text),
    (word) => KEYWORDS.has(word),
  );
const pattern = (text: string): Formula => ({ type: "pattern", pattern: text });

describe("what a rule needs before it is compiled", () => {
  it("is every name that a pattern calls or defines", () => {
    assert.equal(may(pattern("$X.exec(run($Y))"), "exec", "run"), true);
    assert.equal(may(pattern("$X.exec(run($Y))"), "exec"), false);
    assert.equal(may(pattern("function $F(...) { if (a) { ... } }")), true);
  });

  it("is nothing of strings, templates, metavariables and patterns with regular expressions", () => {
    assert.equal(may(pattern('f("g(" + `h(`)'), "f"), true);
    assert.equal(may(pattern("$F($X)")), true);
    assert.equal(may(pattern("$X.match(/a(b)/)")), true);
  });

  it("is one of the alternatives, and all of the positives", () => {
    assert.equal(may({ type: "any", formulas: [pattern("f()"), pattern("g()")] }, "g"), true);
    assert.equal(may({ type: "any", formulas: [pattern("f()"), pattern("g()")] }, "h"), false);
    const all: Formula = {
      type: "all",
      positives: [pattern("f()"), pattern("g()")],
      negatives: [],
      conditions: [],
      focus: [],
    };
    assert.equal(may(all, "f", "g"), true);
    assert.equal(may(all, "f"), false);
  });

  it("is what was found out when the rule was built, whatever its patterns call", () => {
    const needs = [
      [
        { text: "a", as: "name" as const },
        { text: "b", as: "name" as const },
      ],
    ];
    assert.equal(may({ ...pattern("f()"), needs }, "b"), true);
    assert.equal(may({ ...pattern("f()"), needs }, "f"), false);
    assert.equal(may({ ...pattern("f()"), needs: [] }), true);
  });

  it("is of a flow a source and a sink, or across files any part of it", () => {
    const flow = (more = ""): Rule =>
      only(
        ruleWith(
          `  mode: taint\n${more}  pattern-sources: [{pattern: f()}, {pattern: g()}]\n` +
            "  pattern-sinks: [{pattern: s()}, {pattern: t()}]\n  pattern-sanitizers: [{pattern: clean()}]\n",
        ),
      );
    const mayRun = (rule: Rule, ...names: string[]): boolean =>
      ruleMayMatch(
        rule,
        ({ text }) => names.includes(text),
        () => false,
      );
    assert.equal(mayRun(flow(), "g", "s"), true);
    assert.equal(mayRun(flow(), "s", "t"), false);
    assert.equal(mayRun(flow(), "f", "g"), false);
    const acrossFiles = flow("  options: {interfile: true}\n");
    for (const name of ["f", "t", "clean"]) assert.equal(mayRun(acrossFiles, name), true);
    assert.equal(mayRun(acrossFiles, "other"), false);
  });
});
