import assert from "node:assert/strict";
import Ajv from "ajv";
import { parse } from "yaml";
import { conditionReaders } from "../../src/engine/rules/condition-reader";
import { FORMULA_KEYS } from "../../src/engine/rules/formula-reader";
import { ruleSchema } from "../../src/project/rule-schema";

const validate = new Ajv({ allErrors: true }).compile(ruleSchema());
const mistakes = (keys: string): string[] => {
  const rule = `rules:\n  - id: a.b\n    message: M.\n    severity: ERROR\n    languages: [python]\n${keys.replace(/^(?=.)/gm, "    ")}`;
  validate(parse(rule));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe("the schema of rule files", () => {
  it("takes rules of both syntaxes", () => {
    const rules = [
      "pattern: f($X)\nfix: g($X)\nunknown-key: 1",
      `patterns:
  - pattern-either: [{ pattern: f($X) }, { pattern-regex: a }, { patterns: [{ pattern: g($X) }] }]
  - pattern-not: f(1)
  - pattern-not-inside: { pattern-either: [{ pattern: h(...) }] }
  - metavariable-regex: { metavariable: $X, regex: a }
  - metavariable-pattern: { metavariable: $X, language: regex, pattern-regex: a }
  - metavariable-comparison: { comparison: $X > 1 }
  - focus-metavariable: [$X]
options: { symbolic_propagation: true }
paths: { include: [a], exclude: [b] }`,
      "match:\n  all:\n    - f($X)\n    - not: f(1)\n    - inside: { any: [g(...), { regex: a }] }\n  where:\n    - { metavariable: $X, regex: a }\n    - focus: $X",
      `mode: taint
pattern-sources:
  - { pattern: f(), exact: true, by-side-effect: only, control: true, label: A, requires: B }
pattern-sinks:
  - { patterns: [{ pattern: g($X) }, { focus-metavariable: $X }], requires: A and not B }
  - { pattern: h($X), requires: [{ $X: A }], at-exit: true }
pattern-sanitizers: [{ pattern: k(), not_conflicting: true, by-side-effect: true }]
pattern-propagators: [{ pattern: "l($A, $B)", from: $A, to: $B, label: C, replace-labels: [A] }]`,
      "taint: { sources: [f(), { pattern: g($X), where: [{ focus: $X }], label: A }], sinks: [{ any: [h()] }] }",
    ];
    for (const rule of rules) assert.deepEqual(mistakes(rule), [], rule);
  });

  it("refuses what is misspelt", () => {
    assert.match(mistakes("patterns: [{ patern: f() }]").join(), /additional properties/);
    assert.match(mistakes("patterns: [{ pattern: f(), pattern-not: g() }]").join(), /more than 1/);
    assert.match(mistakes("pattern: f()\nmode: fast").join(), /\/rules\/0\/mode/);
    assert.match(mistakes("taint: { sources: [f()] }").join(), /sinks/);
    assert.match(mistakes("pattern-sources: [{ pattern: f(), by-side-effect: no }]").join(), /by-side-effect/);
    assert.match(mistakes("pattern-propagators: [{ pattern: f($A), from: $A }]").join(), /'to'/);
    assert.equal(validate({ rule: [] }), false);
  });

  it("knows every operator that rules are read with", () => {
    const { definitions } = ruleSchema() as { definitions: Record<string, { properties: object }> };
    const part = Object.keys(definitions.part.properties);
    const rule = Object.keys(definitions.rule.properties);
    for (const key of FORMULA_KEYS) assert.ok(part.includes(key) && rule.includes(key), key);
    // Those about names are read in order to be refused.
    const conditions = Object.keys(conditionReaders).filter((key) => !key.endsWith("-name"));
    for (const key of conditions) assert.ok(part.includes(key), key);
  });
});
