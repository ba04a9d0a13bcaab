import assert from "node:assert/strict";
import type { Analyzer } from "../../../src/engine/analyzer";
import type { ExplainedPart, Explanation } from "../../../src/engine/findings/explanation";
import type { Rule } from "../../../src/engine/rules/rule";
import { createTestAnalyzer, rulesOf, TODAY } from "./desk";

describe("an explanation", () => {
  let analyzer: Analyzer;

  before(async () => {
    analyzer = await createTestAnalyzer();
  });
  after(() => analyzer.dispose());

  const ruleWith = (formula: string, more = ""): Rule =>
    rulesOf(
      `rules:\n  - id: r\n    message: M.\n    severity: ERROR\n    languages: [python]\n${more}${formula.replace(/^(?=.)/gm, "    ")}\n`,
    )[0];

  /** Of the only place in the text that is between brackets `«»`. */
  const explain = (rule: Rule, marked: string, languageId = "python", path?: string): Explanation => {
    const [before, here, after] = marked.split(/[«»]/);
    const text = before + here + after;
    analyzer.open({ uri: "e", languageId, text, version: 1, ...(path === undefined ? {} : { path }) });
    return analyzer.explain("e", rule, { start: before.length, end: before.length + here.length }, TODAY);
  };

  /** `operator verdict matches/here`, one line per part, indented. */
  const drawn = (part: ExplainedPart | undefined, depth = 0): string[] =>
    part === undefined
      ? []
      : [
          `${" ".repeat(depth)}${part.operator} ${part.verdict} ${part.here.length}/${part.matches}`,
          ...part.parts.flatMap((inner) => drawn(inner, depth + 1)),
        ];
  const notes = (part: ExplainedPart | undefined): readonly string[] =>
    part === undefined ? [] : [...part.notes, ...part.parts.flatMap(notes)];

  const BLOCK = ruleWith(`patterns:
  - pattern-either:
      - pattern: eval($X)
      - pattern: exec($X)
  - pattern-inside: |
      def $F($X):
        ...
  - pattern-not: eval("safe")
  - metavariable-regex: { metavariable: $F, regex: ^do }
`);

  it("of a place that is reported says yes throughout", () => {
    const { reported, reasons, formula } = explain(BLOCK, "def do(a):\n  «eval(a)»\n");
    assert.deepEqual([reported, reasons], [true, []]);
    assert.deepEqual(drawn(formula), [
      "patterns yes 1/1",
      " pattern-either yes 1/1",
      "  pattern yes 1/1",
      "  pattern no 0/0",
      " pattern-inside yes 1/1",
      " pattern-not yes 0/0",
      " metavariable-regex yes 1/1",
    ]);
    assert.deepEqual(formula?.here[0]?.bindings, { $X: "a", $F: "do" });
  });

  it("names the condition that fails, with the text it failed on", () => {
    const { reported, formula } = explain(BLOCK, "def go(a):\n  «exec(a)»\n\ndef do(a):\n  exec(a)\n");
    assert.equal(reported, false);
    assert.deepEqual(drawn(formula).slice(0, 2), ["patterns no 0/1", " pattern-either yes 1/2"]);
    assert.equal(drawn(formula).at(-1), " metavariable-regex no 1/2");
    assert.deepEqual(notes(formula), ["`$F` is `go`."]);
    assert.equal(formula?.nearest?.bindings.$F, "do");
  });

  it("tells parts that match with other values from parts that do not match", () => {
    const { formula } = explain(BLOCK, "def do(a):\n  «eval(b)»\n");
    assert.deepEqual(drawn(formula).slice(4), [
      " pattern-inside no 1/1",
      " pattern-not open 0/0",
      " metavariable-regex open 0/0",
    ]);
    assert.equal(notes(formula)[0], "It matches here with `$X` as `a`, the parts above with `b`.");
  });

  it("names what excludes", () => {
    const rule = ruleWith('patterns: [{pattern: eval(...)}, {pattern-not: eval("safe")}]');
    const { formula } = explain(rule, 'x = 1\n«eval("safe")»\n');
    assert.deepEqual(drawn(formula), ["patterns no 0/0", " pattern yes 1/1", " pattern-not no 1/1"]);
    assert.deepEqual(notes(formula), ["It excludes everything that the parts above found here."]);
  });

  it("looks into metavariable-pattern, and shows comparisons with their values", () => {
    const rule = ruleWith(`patterns:
  - pattern: f($X, $N)
  - metavariable-pattern: { metavariable: $X, patterns: [{ pattern: "$A + $B" }] }
  - metavariable-comparison: { metavariable: $N, comparison: $N > 5 }
`);
    const { formula } = explain(rule, "«f(1 + 2, 3)»\nf(4, 7)\n");
    assert.deepEqual(drawn(formula), [
      "patterns no 0/0",
      " pattern yes 1/2",
      " metavariable-pattern yes 1/2",
      "  patterns yes 1/1",
      "   pattern yes 1/1",
      " metavariable-comparison no 1/2",
    ]);
    assert.deepEqual(notes(formula), ["`$X` is `1 + 2`.", "`$N` is `3`."]);
  });

  it("tells the newer syntax, where it matters not where a part stands", () => {
    const rule = ruleWith("match:\n  all: [f($X), anywhere: g($X)]");
    const { reported, formula } = explain(rule, "«f(1)»\n\nf(2)\n\ng(1)\n");
    assert.equal(reported, true);
    assert.deepEqual(drawn(formula).slice(0, 3), ["all yes 1/1", " pattern yes 1/2", " anywhere yes 0/1"]);
    const other = explain(rule, "«f(2)»\n\ng(1)\n").formula;
    assert.deepEqual(notes(other), ["It matches with `$X` as `1`, the parts above with `2`."]);
    const more = ruleWith(
      "match:\n  all: [f($X), not: f(1), inside: { any: [g(...), h(...)] }, not: { inside: k(...) }]\n" +
        '  where: [{ comparison: $X > 1 }, { metavariable: $X, regex: "2" }]',
    );
    assert.deepEqual(drawn(explain(more, "«g(f(2))»\n").formula), [
      "all yes 1/1",
      " pattern yes 1/1",
      " inside yes 1/1",
      "  any yes 1/1",
      "   pattern yes 1/1",
      "   pattern no 0/0",
      " not yes 0/0",
      " not inside yes 0/0",
      " where comparison yes 1/1",
      " where metavariable yes 1/1",
    ]);
  });

  it("says what keeps a rule from being looked for", () => {
    const rule = ruleWith("pattern: eval($X)", "    paths: { include: [lib] }\n");
    const reasons = (text: string, languageId = "python", path = "lib/a.py") => {
      const { reported, reasons: told } = explain(rule, text, languageId, path);
      assert.equal(reported, false);
      return told;
    };
    assert.deepEqual(reasons("«eval(1)»", "javascript"), [
      "The rule is for python, and the file is not: it is read as javascript.",
    ]);
    assert.deepEqual(reasons("«eval(1)»", "python", "src/a.py"), ["The rule's `paths` leave src/a.py out."]);
    assert.deepEqual(reasons("«f(1)»"), ["Every match holds `eval`, which does not occur in the file."]);
    assert.deepEqual(reasons("«eval(1)  # nosemgrep»"), ["It matches here, but a comment suppresses the finding."]);
    assert.deepEqual(reasons("«evil(1»\n\neval(2)\n"), [
      "The code here does not parse without errors, so patterns may not match it.",
    ]);
    const broken = explain(ruleWith("pattern: eval(("), "«eval(1)»");
    assert.match(broken.reasons.join(), /^The rule cannot run: The pattern `eval\(\(` cannot be read: .*\.$/);
    assert.equal(broken.formula, undefined);
  });

  it("of a rule in taint mode shows each of its parts", () => {
    const FLOW = ruleWith(`mode: taint
pattern-sources: [{ pattern: read() }]
pattern-sinks:
  - pattern: run(...)
  - patterns: [{ pattern: "send($X, ...)" }, { focus-metavariable: $X }]
pattern-sanitizers: [{ pattern: clean(...) }]
`);
    const { reported, formula } = explain(FLOW, "run(1)\n«run(2)»\nread()\n");
    assert.equal(reported, false);
    assert.deepEqual(drawn(formula), [
      "taint no 0/0",
      " pattern-sources yes 0/1",
      "  pattern no 0/1",
      " pattern-sinks yes 0/2",
      "  pattern yes 1/2",
      "  patterns no 0/0",
      "   pattern no 0/0",
      " pattern-sanitizers open 0/0",
      "  pattern no 0/0",
    ]);
    assert.equal(notes(formula)[0], "Nothing that the sources taint is seen to reach the sink here.");

    assert.deepEqual(notes(explain(FLOW, "«f()»\nrun(1)\n").formula).slice(0, 2), [
      "No source stands in the file.",
      "No sink stands here.",
    ]);
    const newer = ruleWith("taint: { sources: [read()], sinks: [run(...)] }\noptions: { interfile: true }\n");
    const elsewhere = explain(newer, "«run(1)»\n").formula;
    assert.deepEqual(
      drawn(elsewhere).filter((line) => !line.startsWith("  ")),
      ["taint no 0/0", " sources open 0/0", " sinks yes 0/1"],
    );
    assert.match(notes(elsewhere)[1], /it may stand in another/);
  });
});
