import assert from "node:assert/strict";
import { unknownRules } from "../../src/project/unknown-rules";

describe("unknownRules", () => {
  const ids = ["javascript.eval", "javascript.old", "caveat.suppression-unused"];
  const unknown = (text: string) => unknownRules(text, ids).map(({ range }) => text.slice(range.start, range.end));

  it("points at names that fit no rule, in rules and suppressions", () => {
    const text =
      "rules: {javascript.eval: off, javascript.evil: off, 'python.*': off, '*.old': low}\nsuppressions:\n  - {rule: javascript.x, reason: r}\n  - {rule: 'caveat.*', reason: r}\n";
    assert.deepEqual(unknown(text), ["javascript.evil", "'python.*'", "javascript.x"]);
    assert.equal(unknownRules("rules: {a: off}", ids)[0].message, "There is no rule a.");
  });

  it("has nothing to say about files that hold no rule, or are broken", () => {
    for (const text of ["", "profile: audit", "rules: [", "- a", "rules: 3\nsuppressions: 4", "suppressions: [3]"]) {
      assert.deepEqual(unknown(text), [], text);
    }
  });
});
