import assert from "node:assert/strict";
import { type JsonSchema, suggestionsAt } from "../../../src/editor/translate/rule-completion";
import { ruleSchema } from "../../../src/project/rule-schema";

const schema = ruleSchema() as JsonSchema;

/** Labels of what is suggested at `|`. */
const at = (marked: string): string[] => {
  const [before, after] = marked.split("|");
  return suggestionsAt(schema, before, after).map(({ label }) => label);
};
const RULE = "rules:\n  - id: a\n    message: M.\n    languages: [python]\n";

describe("completion in rule files", () => {
  it("suggests keys by the place", () => {
    assert.deepEqual(at("|"), ["rules"]);
    assert.deepEqual(at("rules:\n  - |").slice(0, 3), ["id", "message", "severity"]);
    const rule = at(`${RULE}    |`);
    assert.ok(rule.includes("severity") && rule.includes("patterns") && !rule.includes("id"), rule.join());
    const part = at(`${RULE}    patterns:\n      - pattern: f($X)\n      - |`);
    assert.ok(part.includes("pattern-not") && part.includes("metavariable-regex") && !part.includes("id"), part.join());
    assert.deepEqual(at(`${RULE}    patterns:\n    - pattern-either:\n      - |`).slice(0, 2), ["pattern", "patterns"]);
    assert.deepEqual(at(`${RULE}    patterns:\n      - metavariable-regex:\n          metavariable: $X\n          |`), [
      "regex",
      "constant-propagation",
    ]);
    assert.ok(at(`${RULE}    match:\n      all:\n        - |`).includes("inside"));
  });

  it("suggests nothing beside the one operator of an entry, in texts and within lines", () => {
    assert.deepEqual(at(`${RULE}    patterns:\n      - pattern: f()\n        |`), []);
    assert.deepEqual(at(`${RULE}    pattern: |-\n      fo`.replace("|-", ">-").concat("|")), []);
    assert.deepEqual(at(`${RULE}    sev|erity: a`), []);
  });

  it("suggests values", () => {
    assert.deepEqual(at(`${RULE}    severity: |`).slice(0, 3), ["CRITICAL", "ERROR", "HIGH"]);
    assert.ok(at("rules:\n  - id: a\n    languages: [python, |]").includes("python"));
    assert.ok(at("rules:\n  - id: a\n    languages:\n      - |").includes("regex"));
    assert.deepEqual(at(`${RULE}    options:\n      symbolic_propagation: |`), ["true", "false"]);
    assert.deepEqual(at(`${RULE}    message: |`), []);
  });

  it("gives what follows a key, indented for its place", () => {
    const snippet = (marked: string, label: string) =>
      suggestionsAt(schema, marked, "").find((one) => one.label === label)?.snippet;
    assert.equal(snippet(`${RULE}    `, "severity"), "severity: $0");
    assert.equal(snippet(`${RULE}    `, "patterns"), "patterns:\n  - $0");
    assert.equal(snippet("rules:\n  - ", "languages"), "languages: [$0]");
    assert.equal(snippet(`${RULE}    patterns:\n      - `, "metavariable-regex"), "metavariable-regex:\n    $0");
    assert.equal(snippet(`${RULE}    patterns:\n      - `, "pattern-not"), "pattern-not: $0");
  });
});
