import assert from "node:assert/strict";
import {
  compareConfidence,
  compareSeverity,
  confidenceAtLeast,
  parseConfidence,
  parseSeverity,
  severityAtLeast,
} from "../../../src/engine/findings/severity";

describe("severity", () => {
  it("sorts the worst and the surest first", () => {
    assert.deepEqual((["low", "critical", "medium", "high"] as const).toSorted(compareSeverity), [
      "critical",
      "high",
      "medium",
      "low",
    ]);
    assert.deepEqual((["low", "high", "medium"] as const).toSorted(compareConfidence), ["high", "medium", "low"]);
  });

  it("includes the threshold", () => {
    assert.deepEqual(
      [severityAtLeast("high", "high"), severityAtLeast("critical", "high"), severityAtLeast("medium", "high")],
      [true, true, false],
    );
    assert.deepEqual([confidenceAtLeast("medium", "medium"), confidenceAtLeast("low", "medium")], [true, false]);
  });

  it("reads Semgrep's names and ours in any case", () => {
    const names = ["ERROR", "WARNING", "INFO", "CRITICAL", "high", "Medium", "LOW", "INVENTORY", "constructor"];
    assert.deepEqual(names.map(parseSeverity), [
      "high",
      "medium",
      "low",
      "critical",
      "high",
      "medium",
      "low",
      undefined,
      undefined,
    ]);
    assert.deepEqual(["HIGH", "low", "none"].map(parseConfidence), ["high", "low", undefined]);
  });
});
