import assert from "node:assert/strict";
import type { Finding } from "../../../src/engine/findings/finding";
import { moveFinding } from "../../../src/engine/findings/moved";

const step = { kind: "source", message: "Data enters here." } as const;
const finding: Finding = {
  uri: "a",
  ruleId: "rule",
  start: 20,
  end: 30,
  message: "",
  severity: "high",
  confidence: "high",
  tier: "vuln",
  cwe: [],
  owasp: [],
  metavariables: { $X: { text: "x", range: { start: 22, end: 24 } }, $Y: { text: "y", range: { start: 5, end: 8 } } },
  trace: [
    { uri: "a", start: 5, end: 8, ...step },
    { uri: "b", start: 5, end: 8, ...step },
  ],
  fixes: [
    { title: "here", files: [{ uri: "a", edits: [{ start: 20, end: 22, text: "" }] }] },
    { title: "there", files: [{ uri: "a", edits: [{ start: 5, end: 8, text: "" }] }] },
  ],
  fingerprint: "",
};

describe("a finding of a text that is edited", () => {
  it("moves with all that it tells of the text, and of no other", () => {
    const moved = moveFinding(finding, [{ start: 0, end: 1, text: "abc" }])!;
    assert.deepEqual([moved.start, moved.end], [22, 32]);
    assert.deepEqual(
      moved.trace.map(({ start }) => start),
      [7, 5],
    );
    assert.deepEqual(moved.metavariables.$X, { text: "x", range: { start: 24, end: 26 } });
    assert.deepEqual(
      moved.fixes.map(({ files }) => files[0]!.edits[0]!.start),
      [22, 7],
    );
  });

  it("loses what was edited of it", () => {
    const moved = moveFinding(finding, [{ start: 6, end: 6, text: "abc" }])!;
    assert.equal(moved.start, 23);
    assert.deepEqual(
      moved.trace.map(({ uri }) => uri),
      ["b"],
    );
    assert.deepEqual(moved.metavariables.$Y, { text: "y" });
    assert.deepEqual(
      moved.fixes.map(({ title }) => title),
      ["here"],
    );
  });

  it("is gone where it was edited itself", () => {
    assert.equal(moveFinding(finding, [{ start: 25, end: 25, text: "x" }]), undefined);
  });
});
