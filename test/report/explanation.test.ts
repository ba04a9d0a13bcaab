import assert from "node:assert/strict";
import type { ExplainedPart, Explanation } from "../../src/engine/findings/explanation";
import { explanationPage, explanationText } from "../../src/report/explanation";

const TEXT = "one\n  two(`x`)\n";
const part = (operator: string, over: Partial<ExplainedPart> = {}): ExplainedPart => ({
  operator,
  text: "",
  condition: false,
  verdict: "yes",
  matches: 0,
  here: [],
  notes: [],
  parts: [],
  ...over,
});
const found = { start: 6, end: 14, bindings: { $X: "`x`" } };
const EXPLANATION: Explanation = {
  ruleId: "own.two",
  uri: "file:///a.js",
  place: { start: 6, end: 14 },
  reported: false,
  reasons: ["It is excluded."],
  formula: part("patterns", {
    verdict: "no",
    parts: [
      part("pattern", { text: "two($X)", matches: 1, here: [found] }),
      part("pattern-inside", { text: "f() {\n  ...\n}", verdict: "no", matches: 2, nearest: { ...found, end: 20 } }),
      part("metavariable-regex", { text: "$X: ^y", condition: true, verdict: "open", notes: ["Nothing was left."] }),
    ],
  }),
};

describe("an explanation", () => {
  it("is a tree in a terminal", () => {
    assert.equal(
      explanationText(EXPLANATION, "a.js", TEXT),
      `own.two reports nothing at a.js:2

It is excluded.

  ✗ patterns
      It matches nowhere in the file.
    ✓ pattern: two($X)
        Matches 2:3–11 with $X = \`x\`.
    ✗ pattern-inside:
      | f() {
      |   ...
      | }
        Nothing here; 2 matches elsewhere, the nearest at 2:3–3:1 with $X = \`x\`.
    · metavariable-regex: $X: ^y
        Nothing was left.
`,
    );
  });

  it("is a list on a page", () => {
    const page = explanationPage(EXPLANATION, "a.js", TEXT);
    assert.match(
      page,
      /^# own\.two reports nothing at a\.js:2\n\n {4}two\(`x`\)\n\nIt is excluded\.\n\n- ✗ \*\*patterns/,
    );
    assert.ok(page.includes("\n  - ✓ **pattern** `two($X)`  \n    Matches 2:3–11 with `$X` = `` `x` ``.\n"), page);
    assert.ok(page.includes("`f() { ⏎ ... ⏎ }`"), page);
    const plain = explanationPage({ ...EXPLANATION, formula: undefined }, "a.js", TEXT);
    assert.equal(plain, "# own.two reports nothing at a.js:2\n\n    two(`x`)\n\nIt is excluded.\n");
  });
});
