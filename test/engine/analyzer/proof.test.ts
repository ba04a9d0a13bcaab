// Fixes are offered only when proved; what is wrong with the others is said.
import assert from "node:assert/strict";
import type { Analyzer, Proof } from "../../../src/engine/analyzer";
import type { Finding, TextEdit } from "../../../src/engine/findings/finding";
import { createTestAnalyzer, Desk, only, rule, ruleFile, shown } from "./desk";

const RULES = ruleFile(
  rule("t.good", "danger($X)", "fix: safe($X)\n"),
  rule("t.unparsable", "broken($X)", "fix: safe($X\n"),
  rule("t.staying", "stays($X)", "fix: stays($X, 1)\n").replace('stays($X)"', 'stays($X, ...)"'),
  rule("t.trading", "trade($X)", "fix: bad($X)\n"),
  rule("t.bad", "bad($X)"),
);

function textOf(proof: Proof): string {
  assert.ok(proof.proved, JSON.stringify(proof));
  return proof.text;
}

const reasonOf = (proof: Proof): string => (proof.proved ? assert.fail(`proved: ${proof.text}`) : proof.reason);

describe("the door: proofs", () => {
  let analyzer: Analyzer;
  let desk: Desk;
  before(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, RULES);
  });
  after(() => analyzer.dispose());

  const prove = (text: string, ruleId: string): Proof => {
    const finding = only(desk.open(text), ruleId);
    return analyzer.prove(finding, finding.fixes[0], desk.options);
  };
  /** A finding of the open document with other edits than its own. */
  const withEdits = (finding: Finding, ...edits: readonly TextEdit[]): Finding => ({
    ...finding,
    fixes: [{ title: "Other edits", files: [{ uri: finding.uri, edits }] }],
  });

  it("holds for a fix that removes its finding, and changes no open document", () => {
    const text = "x;\ndanger(f(1));\n";
    assert.equal(textOf(prove(text, "t.good")), "x;\nsafe(f(1));\n");
    assert.equal(analyzer.text("a"), text);
    assert.deepEqual(shown(desk.analyse()), ["t.good@3-15"]);
  });

  it("refuses a fix that does not parse, that leaves the finding, or that brings another", () => {
    assert.equal(reasonOf(prove("broken(1);\n", "t.unparsable")), "The text would not parse any more.");
    assert.equal(reasonOf(prove("stays(1);\n", "t.staying")), "The finding is still there after the fix.");
    assert.equal(reasonOf(prove("trade(1);\n", "t.trading")), "The fix would bring a new finding: t.bad.");
  });

  it("weighs new errors and findings, not those that stand there", () => {
    const text = "bad(0);\ndanger(1);\nfunction ( {\n";
    assert.equal(textOf(prove(text, "t.good")), text.replace("danger", "safe"));
  });

  it("knows again a finding within what the fix keeps", () => {
    const text = "danger(g(bad(1), danger(2)));\n";
    const [outer] = desk.open(text).findings;
    const proof = analyzer.prove(outer, outer.fixes[0], desk.options);
    assert.equal(textOf(proof), "safe(g(bad(1), danger(2)));\n");
  });

  it("sees a new finding also where a suppressed one was", () => {
    const text = "bad(1); // caveat-ignore t.bad(known)\ntrade(2);\n";
    assert.match(reasonOf(prove(text, "t.trading")), /t\.bad/);
  });

  it("looks at the whole text, whatever range was asked for", () => {
    desk.open("danger(1);\nx;\n");
    const finding = only(desk.analyse(), "t.good");
    const fix = {
      title: "Elsewhere",
      files: [
        {
          uri: "a",
          edits: [
            { start: 0, end: 10, text: "ok;" },
            { start: 11, end: 13, text: "bad(1);" },
          ],
        },
      ],
    };
    assert.match(reasonOf(analyzer.prove(finding, fix, { ...desk.options, range: { start: 0, end: 9 } })), /t\.bad/);
  });

  it("refuses edits of a document that is not open, or not of the finding's", () => {
    const finding = only(desk.open("danger(1);\n"), "t.good");
    const edits = [{ start: 0, end: 10, text: "" }];
    const elsewhere = { title: "T", files: [{ uri: "gone", edits }] };
    assert.equal(reasonOf(analyzer.prove(finding, elsewhere, desk.options)), "gone is not open.");
    desk.open("danger(1);\n", "javascript", "b");
    const other = { title: "T", files: [{ uri: "b", edits }] };
    assert.equal(reasonOf(analyzer.prove(finding, other, desk.options)), "The fix does not touch the finding's file.");
    analyzer.close("b");
  });

  it("refuses edits that overlap or lie outside, in place of failing", () => {
    const finding = only(desk.open("danger(1);\n"), "t.good");
    const outside = withEdits(finding, { start: 5, end: 500, text: "" });
    assert.match(
      reasonOf(analyzer.prove(finding, outside.fixes[0], desk.options)),
      /^Its edits overlap or lie outside the text\.$/,
    );
    const overlapping = withEdits(finding, { start: 0, end: 6, text: "a" }, { start: 2, end: 8, text: "b" });
    assert.match(reasonOf(analyzer.prove(finding, overlapping.fixes[0], desk.options)), /^Its edits overlap/);
    assert.ok(!analyzer.fixAll("a", [outside], desk.options).proved);
  });

  it("keeps line ends and a byte order mark", () => {
    assert.equal(textOf(prove("\uFEFFx;\r\ndanger(1);\r\n", "t.good")), "\uFEFFx;\r\nsafe(1);\r\n");
  });
});

describe("the door: fixing all", () => {
  let analyzer: Analyzer;
  let desk: Desk;
  before(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, RULES);
  });
  after(() => analyzer.dispose());

  const fixAll = (text: string, change = (finding: Finding): Finding => finding): Proof => {
    const { findings } = desk.open(text);
    return analyzer.fixAll("a", findings.map(change), desk.options);
  };

  it("fixes what can be fixed together, as one edit of the file", () => {
    const proof = fixAll("danger(1);\nx;\ndanger(2);\n");
    assert.equal(textOf(proof), "safe(1);\nx;\nsafe(2);\n");
    assert.ok(proof.proved);
    assert.deepEqual(
      proof.fix.files.map(({ uri, edits }) => [uri, edits.length]),
      [["a", 2]],
    );
  });

  it("takes the first of fixes that overlap", () => {
    assert.equal(textOf(fixAll("danger(danger(1));\ndanger(3);\n")), "safe(danger(1));\nsafe(3);\n");
  });

  it("makes once an edit that several need, such as an import", () => {
    const text = "danger(1);\ndanger(2);\n";
    const withImport = (finding: Finding): Finding => {
      const { title, files } = finding.fixes[0];
      const edits = [{ start: 0, end: 0, text: 'const safe = require("safe");\n' }, ...files[0].edits];
      return { ...finding, fixes: [{ title, files: [{ uri: "a", edits }] }] };
    };
    assert.equal(textOf(fixAll(text, withImport)), 'const safe = require("safe");\nsafe(1);\nsafe(2);\n');
  });

  it("leaves out a bad one, and keeps the others", () => {
    const text = "danger(1);\nbroken(2);\ndanger(3);\ntrade(4);\nstays(5);\n";
    assert.equal(textOf(fixAll(text)), "safe(1);\nbroken(2);\nsafe(3);\ntrade(4);\nstays(5);\n");
  });

  it("says when none is left, or none was there", () => {
    assert.equal(reasonOf(fixAll("broken(1);\ntrade(2);\n")), "None of the fixes could be proved.");
    assert.equal(reasonOf(fixAll("bad(1);\n")), "None of the fixes could be proved.");
    assert.equal(reasonOf(analyzer.fixAll("gone", [], desk.options)), "gone is not open.");
  });

  it("looks at the text a few times only, however many there are", async () => {
    let clock = 0;
    const counted = new Desk(await createTestAnalyzer(() => clock++), RULES);
    const { findings } = counted.open(`${"danger(1);\n".repeat(100)}broken(1);\n${"danger(1);\n".repeat(100)}`);
    const proof = counted.analyzer.fixAll("a", findings, counted.options);
    assert.equal(textOf(proof), `${"safe(1);\n".repeat(100)}broken(1);\n${"safe(1);\n".repeat(100)}`);
    // The clock ticks once in each evaluation of a rule.
    const [evaluations] = counted.analyzer.timings().filter(({ ruleId }) => ruleId === "t.good");
    assert.ok(evaluations.milliseconds < 20, `${evaluations.milliseconds} evaluations`);
    counted.analyzer.dispose();
  });
});
