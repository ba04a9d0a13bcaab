// What is told of formulas before they are evaluated.
import assert from "node:assert/strict";
import type { CompiledFormula } from "../../../src/engine/rules/compile";
import { schemeOf } from "../../../src/engine/rules/locality";
import { type Bench, createBench, ruleOf } from "./support";

describe("the gate of a formula", () => {
  let bench: Bench;
  before(async () => {
    bench = await createBench();
  });

  const CASES: readonly (readonly [title: string, formula: string, gate: string | undefined])[] = [
    [
      "is what is looked for before a context of statements",
      "patterns:\n- pattern-inside: |\n    $A()\n    ...\n- pattern: f($X)\n",
      "f($X)",
    ],
    [
      "is what negatives are taken from",
      "patterns:\n- pattern: f($X)\n- pattern-not-inside: |\n    $A()\n    ...\n",
      "f($X)",
    ],
    [
      "has one of each alternative",
      "pattern-either:\n- pattern: g($X)\n- patterns:\n  - pattern: f($X)\n  - pattern-inside: 'def $F(...): ...'\n",
      "g($X) f($X)",
    ],
    [
      "has the conditions on what it binds",
      "patterns:\n- pattern: f($X)\n- pattern-not-inside: 'def $C(...): ...'\n- metavariable-regex: {metavariable: $X, regex: a}\n- metavariable-regex: {metavariable: $C, regex: b}\n",
      "f($X) if $X",
    ],
    ["is not asked where contexts cost no more", "patterns:\n- pattern: f($X)\n- pattern-inside: g(...)\n", undefined],
    ["is not asked of one pattern", "pattern: |\n  $A()\n  ...\n", undefined],
    [
      "is what a search of the raw text narrows",
      "patterns:\n- pattern: f($X)\n- pattern: g($X)\n- pattern-regex: abc\n",
      "f($X) g($X)",
    ],
  ];
  for (const [title, formula, gate] of CASES) {
    it(title, () => {
      const compiled = bench.compile(ruleOf(formula));
      const found = schemeOf(compiled.formula as CompiledFormula).gate;
      assert.equal(found && said(found), gate);
    });
  }
});

function said(formula: CompiledFormula): string {
  switch (formula.type) {
    case "pattern":
      return formula.pattern.source.trim();
    case "regex":
      return formula.regex.source;
    case "inside":
    case "anywhere":
      return said(formula.formula);
    case "any":
      return formula.formulas.map(said).join(" ");
    case "all": {
      assert.deepEqual(formula.negatives, []);
      const conditions = formula.conditions.map(({ metavariable }) => ` if ${metavariable}`);
      return `${formula.positives.map(said).join(" ")}${conditions.join("")}`;
    }
  }
}
