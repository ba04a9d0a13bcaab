import assert from "node:assert/strict";
import type { Finding } from "../../src/engine/findings/finding";
import { fixedTarget, judgeTarget, testTargets } from "../../src/project/rule-tests";

describe("the files that test a rule file", () => {
  it("share its name up to the first dot", () => {
    const names = ["r.yml", "r.py", "r.test.js", "r.fixed.py", "r.test.yaml", "r.yaml", "rr.py", "other.py", "r"];
    assert.deepEqual(testTargets("r.yml", names), ["r", "r.py", "r.test.js", "r.test.yaml"]);
    assert.deepEqual(testTargets("none.yml", names), []);
  });

  it("may have one beside them that shows all fixes", () => {
    assert.equal(fixedTarget("r.py", ["r.py", "r.fixed.py"]), "r.fixed.py");
    assert.equal(fixedTarget("r.test.py", ["r.fixed.py"]), "r.fixed.py");
    assert.equal(fixedTarget("r.test.yaml", ["r.fixed.test.yaml", "r.test.fixed.yaml"]), "r.test.fixed.yaml");
    assert.equal(fixedTarget("r.test.yaml", ["r.fixed.test.yaml"]), "r.fixed.test.yaml");
    assert.equal(fixedTarget("Dockerfile", ["Dockerfile.fixed"]), "Dockerfile.fixed");
    assert.equal(fixedTarget("r.py", ["r.fixed.js"]), undefined);
  });
});

describe("the verdict on a target", () => {
  const finding = (ruleId: string, text: string, at: number, fix?: string): Finding => ({
    uri: "a",
    ruleId,
    start: at,
    end: at + text.length,
    message: "M.",
    severity: "high",
    confidence: "high",
    tier: "vuln",
    cwe: [],
    owasp: [],
    metavariables: {},
    trace: [],
    fixes:
      fix === undefined
        ? []
        : [{ title: "F", files: [{ uri: "a", edits: [{ start: at, end: at + text.length, text: fix }] }] }],
    fingerprint: "",
  });
  const TEXT = "# ruleid: a, b\neval(1)\n# ruleid: a\nsafe(1)\n# todook: a\neval(2)\n";
  const found = [
    finding("a", "eval(1)", TEXT.indexOf("eval(1)"), "safe(1)"),
    finding("a", "eval(2)", TEXT.indexOf("eval(2)")),
  ];

  it("counts what is as annotated, and lists lines by rule", () => {
    const { asExpected, mismatches, lines, fixes } = judgeTarget(["a", "b"], TEXT, found);
    assert.equal(asExpected, 1);
    assert.deepEqual(
      mismatches.map(({ verdict, ruleId, line }) => [verdict, ruleId, line]),
      [
        ["Missing", "b", 2],
        ["Missing", "a", 4],
      ],
    );
    assert.deepEqual(lines.get("a"), { expected: [2, 4, 6], actual: [2, 6] });
    assert.deepEqual(lines.get("b"), { expected: [2], actual: [] });
    assert.equal(fixes, undefined);
  });

  it("leaves suppressed findings out", () => {
    const suppressed = found.map((one) => ({ ...one, suppression: { by: "nosemgrep" as const, reason: "r" } }));
    assert.deepEqual(judgeTarget(["a"], TEXT, suppressed).lines.get("a")?.actual, []);
  });

  it("compares what the fixes make", () => {
    const fixed = TEXT.replace("eval(1)", "safe(1)");
    assert.equal(judgeTarget(["a"], TEXT, found, fixed).fixes, undefined);
    assert.deepEqual(judgeTarget(["a"], TEXT, found, TEXT.replace("eval(1)", "safe(2)")).fixes, {
      line: 2,
      expected: TEXT.replace("eval(1)", "safe(2)"),
      actual: fixed,
    });
  });
});
