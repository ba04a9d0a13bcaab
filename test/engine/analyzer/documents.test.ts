// The door: documents opened, edited and closed; what an analysis says besides its findings.
import assert from "node:assert/strict";
import { type Analyzer, createAnalyzer } from "../../../src/engine/analyzer";
import { disk } from "../syntax/support";
import { covered, createTestAnalyzer, Desk, rule, ruleFile, rulesOf, shown, TODAY } from "./desk";

const RULES = ruleFile(
  rule("t.danger", "danger($X)", "fix: safe($X)\n"),
  rule("t.look", "look(...)", "paths: { include: ['/src'], exclude: ['*.test.js'] }\n"),
  "  - { id: t.text, message: M., severity: INFO, languages: [regex], pattern-regex: 'TOP\\s?SECRET' }",
);

describe("the door: documents", () => {
  let analyzer: Analyzer;
  let desk: Desk;
  before(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, RULES);
  });
  after(() => analyzer.dispose());

  it("opens, edits and closes, and knows the text and its version", () => {
    assert.deepEqual(shown(desk.open("danger(1);\n")), ["t.danger@0-9"]);
    const edited = desk.type("1", "f(1)");
    assert.deepEqual([edited.version, analyzer.text("a"), shown(edited)], [2, "danger(f(1));\n", ["t.danger@0-12"]]);
    assert.deepEqual(shown(desk.type("danger", "harmless")), []);
    analyzer.close("a");
    assert.equal(analyzer.text("a"), undefined);
    assert.throws(() => desk.analyse("a"), /^Error: a is not open\.$/);
    assert.throws(() => analyzer.edit("a", 3, []), /^Error: a is not open\.$/);
    analyzer.close("a");
  });

  it("applies changes that refer to the text before the list, in whichever order they come", () => {
    desk.open("danger(1);\nx;\ndanger(2);\n");
    analyzer.edit("a", 2, [
      { start: 21, end: 22, text: "22" },
      { start: 0, end: 0, text: "y;\n" },
      { start: 11, end: 13, text: "" },
    ]);
    const text = "y;\ndanger(1);\n\ndanger(22);\n";
    assert.equal(analyzer.text("a"), text);
    assert.deepEqual(covered(text, desk.analyse()), ["danger(1)", "danger(22)"]);
  });

  it("takes a changed version without a change", () => {
    desk.open("danger(1);\n");
    analyzer.edit("a", 7, []);
    assert.equal(desk.analyse().version, 7);
  });

  it("opens anew what is opened twice, in another language too", () => {
    desk.open("danger(1)\n", "javascript");
    const again = desk.open("if x:\n    danger(1)\n", "python");
    assert.deepEqual([again.hasSyntaxErrors, shown(again)], [false, ["t.danger@10-19"]]);
  });

  it("keeps documents apart", () => {
    desk.open("danger(1);\n", "javascript", "one");
    desk.open("danger(2);\ndanger(3);\n", "javascript", "two");
    desk.type("danger", "safe", "one");
    assert.deepEqual([shown(desk.analyse("one")).length, shown(desk.analyse("two")).length], [0, 2]);
  });

  it("says all that a rule says of one place, each thing once", () => {
    const rules = ruleFile(rule("t.each", "f(..., $X, ...)").replace(/message: .*/, "message: has $$X"));
    const { findings } = new Desk(analyzer, rules).open("f(1, 2, 1);\n");
    assert.deepEqual(
      findings.map(({ message, start, end }) => [message, start, end]),
      [
        ["has 1", 0, 10],
        ["has 2", 0, 10],
      ],
    );
    assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 2);
  });

  it("runs rules for any text on languages that it does not know", () => {
    const analysis = desk.open("danger(1) TOP SECRET\n", "cobol");
    assert.deepEqual([shown(analysis), analysis.problems, analysis.hasSyntaxErrors], [["t.text@10-20"], [], false]);
  });

  it("asks the rules' paths of documents that have one, and not of untitled ones", () => {
    assert.deepEqual(shown(desk.open("look(1)", "javascript", "a", "src/a.js")), ["t.look@0-7"]);
    assert.deepEqual(shown(desk.open("look(1)", "javascript", "a", "lib/a.js")), []);
    assert.deepEqual(shown(desk.open("look(1)", "javascript", "a", "src/a.test.js")), []);
    assert.deepEqual(shown(desk.open("look(1)", "javascript", "untitled:1")), ["t.look@0-7"]);
  });

  it("gives only what touches the range that is asked for", () => {
    desk.open("danger(1);\ndanger(2);\ndanger(3);\n");
    const within = (start: number, end: number) => shown(desk.analyse("a", { range: { start, end } }));
    assert.deepEqual(within(13, 14), ["t.danger@11-20"]);
    assert.deepEqual(within(9, 11), ["t.danger@0-9", "t.danger@11-20"]);
    assert.deepEqual(within(10, 10), []);
    assert.deepEqual(within(15, 15), ["t.danger@11-20"]);
    assert.deepEqual(within(0, 33).length, 3);
  });

  it("yields between its steps, names each rule that runs, and can be stopped", () => {
    desk.open("danger(1);\n", "javascript", "a", "src/a.js");
    const phases = [...analyzer.analyze("a", desk.options)];
    assert.deepEqual(phases, [
      { phase: "parse" },
      { phase: "match" },
      { phase: "rule", ruleId: "t.danger" },
      { phase: "finish" },
    ]);
    const stopped = analyzer.analyze("a", desk.options);
    stopped.next();
    stopped.return(undefined as never);
    assert.deepEqual(shown(desk.analyse()), ["t.danger@0-9"]);
  });

  it("names statements that hold an error or the last edit as unsettled, and none in a text at rest", () => {
    const text = "danger(1);\nfunction f() {\n  danger(2);\n  g();\n}\n";
    assert.deepEqual(desk.open(text).unsettled, []);
    const typed = desk.type("g()", "danger(3)");
    assert.deepEqual(covered(analyzer.text("a")!, { findings: typed.unsettled as never }), ["danger(3);"]);
    const broken = desk.type("danger(3)", "danger(3, ");
    assert.equal(broken.hasSyntaxErrors, true);
    assert.ok(broken.unsettled.length > 0);
    const at = analyzer.text("a")!.indexOf("danger(3");
    assert.ok(broken.unsettled.some(({ start, end }) => start <= at && at < end));
    assert.ok(
      broken.unsettled.every(({ start }) => start > 0),
      "the first statement is whole",
    );
    assert.ok(shown(broken).includes("t.danger@0-9"));
  });

  it("counts milliseconds of the host's clock, steps and findings by rule", async () => {
    let clock = 0;
    const timed = new Desk(await createTestAnalyzer(() => clock++), RULES);
    assert.deepEqual(timed.analyzer.timings(), []);
    assert.ok(timed.open("danger(1);danger(2);\n").milliseconds > 0);
    timed.analyse();
    const [{ steps, ...timing }] = timed.analyzer.timings();
    assert.deepEqual(timing, { ruleId: "t.danger", milliseconds: 2, findings: 4 });
    assert.ok(steps > 0, "steps of matching are counted");
    timed.analyzer.dispose();
    const timeless = new Desk(await createAnalyzer({ grammars: disk, log: () => undefined }), RULES);
    await timeless.analyzer.ready("javascript");
    assert.equal(timeless.open("danger(1)").milliseconds, 0);
    timeless.analyzer.dispose();
  });
});

describe("the door: findings", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await createTestAnalyzer();
  });
  after(() => analyzer.dispose());

  it("are in order of place, one for each rule and range", () => {
    const desk = new Desk(
      analyzer,
      ruleFile(rule("t.outer", "f(...)"), rule("t.inner", "g(...)"), rule("t.first", "f($X)")),
    );
    assert.deepEqual(shown(desk.open("f(g(1)); g(2);\n")), [
      "t.first@0-7",
      "t.outer@0-7",
      "t.inner@2-6",
      "t.inner@9-13",
    ]);
  });

  it("keep their fingerprint under edits elsewhere and when their code moves, and tell equal ones apart", () => {
    const desk = new Desk(analyzer, RULES);
    const text = "function f() {\n  danger(1);\n  danger(1);\n}\ndanger(1);\n";
    const before = desk.open(text).findings.map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(before).size, 3);
    for (const print of before) assert.match(print, /^caveat\/v1:[0-9a-f]{32}$/);
    const fresh = desk.open(`// new\nconst x = 1;\n${text.replaceAll("  danger", "      danger")}more();\n`);
    assert.deepEqual(
      fresh.findings.map(({ fingerprint }) => fingerprint),
      before,
    );
    desk.open(text);
    const edited = desk.type("function f", "let y;\nfunction f");
    assert.deepEqual(
      edited.findings.map(({ fingerprint }) => fingerprint),
      before,
    );
    const renamed = desk.type("function f", "function g").findings.map(({ fingerprint }) => fingerprint);
    assert.notEqual(renamed[0], before[0]);
    assert.equal(renamed[2], before[2]);
  });

  it("show no secret, in their message or in what metavariables are bound to", () => {
    const secret = "s3cr3t-hunter2-8f7e6d5c4b3a29181706";
    const key = "AKIA9Q2W8E7R6T5Y4U3I1O0P";
    const rules = ruleFile(
      rule("t.password", "$PASSWORD = $VALUE").replace(
        "Do not PASSWORD VALUE.",
        "The value $VALUE of $PASSWORD is here.",
      ),
      rule("t.call", "send($X)").replace("Do not send X.", "It sends $X."),
    );
    const desk = new Desk(analyzer, rules);
    const { findings } = desk.open(`password = "${secret}";\nsend("${key}");\nsend("hello");\n`);
    assert.equal(findings.length, 3);
    const told = JSON.stringify(findings.map(({ message, metavariables }) => [message, metavariables]));
    assert.ok(!told.includes(secret) && !told.includes(key), told);
    assert.match(findings[0].message, /^The value "s3cr…" of password is here\.$/);
    assert.match(findings[1].message, /^It sends "AKIA…"\.$/);
    assert.equal(findings[2].message, 'It sends "hello".');
    assert.deepEqual(findings[1].metavariables.$X?.range, { start: 55, end: 81 });
  });
});

describe("the door: rules that cannot run", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await createTestAnalyzer();
  });
  after(() => analyzer.dispose());

  const BAD = ruleFile(
    rule("t.danger", "danger($X)"),
    rule("bad.pattern", "foo((", "", "[javascript]"),
    "  - id: bad.regex\n    message: M.\n    severity: INFO\n    languages: [regex]\n    pattern-regex: '(a'",
  );

  it("are named with what is wrong and where, at once when asked", () => {
    const problems = analyzer.ruleProblems(analyzer.ruleSet(rulesOf(BAD)));
    const lines = BAD.split("\n");
    const told = problems.map(({ ruleId, at }) => [ruleId, at && lines[at.line].slice(at.column)]);
    assert.deepEqual(told, [
      ["bad.pattern", 'pattern: "foo(("'],
      ["bad.regex", "pattern-regex: '(a'"],
    ]);
    for (const { message } of problems) assert.match(message, /^[A-Z].*\.$/);
    assert.match(problems[0].message, /foo\(\(/);
    assert.match(problems[1].message, /\(a/);
  });

  it("are problems of an analysis of a text that calls what they name, said once, and the others run", () => {
    const desk = new Desk(analyzer, BAD);
    for (let time = 0; time < 2; time++) {
      const analysis = desk.open("danger(1);\nfoo();\n");
      assert.deepEqual(shown(analysis), ["t.danger@0-9"]);
      assert.deepEqual(analysis.problems.map(({ ruleId, uri }) => [ruleId, uri]).sort(), [
        ["bad.pattern", "a"],
        ["bad.regex", "a"],
      ]);
      for (const { message, ruleId } of analysis.problems)
        assert.ok(message.startsWith(`The rule ${ruleId} cannot run: `));
    }
  });

  it("of a language whose grammar is not ready are not said to be wrong", async () => {
    const fresh = await createAnalyzer({ grammars: disk, log: () => undefined });
    await fresh.ready("javascript");
    const desk = new Desk(fresh, ruleFile(rule("t.py", "f((", "", "[python]"), rule("t.danger", "danger($X)")));
    assert.deepEqual(fresh.ruleProblems(desk.rules), []);
    assert.deepEqual(shown(desk.open("danger(1)")), ["t.danger@0-9"]);
    await fresh.ready("python");
    assert.deepEqual(
      fresh.ruleProblems(desk.rules).map(({ ruleId }) => ruleId),
      ["t.py"],
    );
    fresh.dispose();
  });

  it("in one of their languages run in the others", () => {
    const desk = new Desk(analyzer, ruleFile(rule("t.danger", "danger($X)", "", "[go, javascript]")));
    assert.deepEqual(analyzer.ruleProblems(desk.rules), []);
    assert.deepEqual(shown(desk.open("danger(1)")), ["t.danger@0-9"]);
  });

  it("that only the language with elements can read find them there", () => {
    const own = new Desk(analyzer, ruleFile(rule("t.own", "({a: 1, b: <i>...</i>})", "", "[typescript]")));
    assert.deepEqual(shown(own.open("x = {a: 1, b: <i>c</i>};\n", "typescriptreact")), ["t.own@4-23"]);
  });

  it("stop at their step limit, say so, and take nothing from the others", () => {
    const desk = new Desk(
      analyzer,
      ruleFile(
        rule("t.slow", "f(..., $A, ..., $B, ..., $A, ..., $B, ..., $A, ..., $B, ..., never)", "", "[javascript]"),
        rule("t.danger", "danger($X)"),
      ),
    );
    const analysis = desk.open(`danger(1);\nf(${"x, y, ".repeat(60)}z, never2, never);\nf(never);\n`);
    assert.ok(shown(analysis).includes("t.danger@0-9"));
    assert.equal(analysis.problems.length, 1, JSON.stringify(analysis.problems));
    assert.equal(analysis.problems[0].ruleId, "t.slow");
    assert.match(analysis.problems[0].message, /t\.slow took too many steps/);
  });

  it("stop a regular expression at its limit likewise", () => {
    const desk = new Desk(
      analyzer,
      ruleFile(
        "  - { id: t.slow, message: M., severity: INFO, languages: [regex], pattern-regex: '(a+)+$' }",
        rule("t.danger", "danger($X)"),
      ),
    );
    const analysis = desk.open(`danger(1);\n// ${"a".repeat(400)}b\n`);
    assert.ok(shown(analysis).includes("t.danger@0-9"));
    assert.deepEqual(
      analysis.problems.map(({ ruleId }) => ruleId),
      ["t.slow"],
    );
  });

  it("bind nothing on another day than today's", () => {
    const desk = new Desk(analyzer, ruleFile(rule("t.danger", "danger($X)")));
    desk.open("danger(1); // caveat-ignore t.danger(tried) until 2026-06-15\n");
    assert.deepEqual(shown(desk.analyse("a", { today: TODAY })), []);
    assert.equal(shown(desk.analyse("a", { today: "2026-06-16" }))[0], "t.danger@0-9");
  });
});
