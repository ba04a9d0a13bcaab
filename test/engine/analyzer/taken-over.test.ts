// Matches that are taken over at an edit: the findings are those of a fresh analysis, and only what is new is searched.
import assert from "node:assert/strict";
import type { Analyzer } from "../../../src/engine/analyzer";
import { createTestAnalyzer, Desk, ruleFile } from "./desk";

const RULES = ruleFile(
  `  - id: t.inside
    message: "$X in $F"
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: danger($X)
      - pattern-inside: function $F(...) { ... }
      - pattern-not-inside: |
          allow($X);
          ...`,
  `  - id: t.class
    message: "$NAME of $C"
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern-inside: |
          class $C {
            safe() { return $FLAG; }
          }
      - pattern: danger($NAME)`,
  `  - id: t.constant
    message: "It is 7."
    severity: ERROR
    languages: [javascript]
    pattern: see(7)`,
  `  - id: t.text
    message: "$1"
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: mark(...)
      - pattern-regex: mark\\((\\w+)`,
  `  - id: t.unless
    message: "No note."
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: danger($X)
      - pattern-not-regex: danger\\([^)]*/\\*`,
  `  - id: t.after
    message: "After the word."
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: see($X)
      - pattern-inside:
          pattern-regex: (?s)level.*`,
  `  - id: t.name
    message: "$C has a method that returns."
    severity: ERROR
    languages: [javascript]
    patterns:
      - pattern: |
          class $C {
            safe() { return on; }
          }
      - focus-metavariable: $C`,
  `  - id: t.flow
    message: Data flows.
    severity: ERROR
    languages: [javascript]
    mode: taint
    pattern-sources: [{ pattern: input(...) }]
    pattern-sinks: [{ pattern: run($X) }]`,
);

const TEXT = `let level = 7;
function first(a) {
  danger(a);
  see(level);
  run(input(a));
}
class Box {
  safe() { return on; }
  open(x) {
    danger(x);
    mark(x);
  }
  shut(y) {
    danger(y);
  }
}
function last(b) {
  danger(b);
  run(input(b));
}
`;

describe("matches that are taken over", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await createTestAnalyzer();
  });
  after(() => analyzer.dispose());

  const edits: readonly (readonly [string, string, string])[] = [
    ["a statement is added", "  danger(b);", "  more();\n  danger(b);"],
    ["a match is added", "  danger(b);", "  danger(b);\n  danger(1);"],
    ["a match goes", "  danger(a);\n", ""],
    ["a statement before allows", "  danger(b);", "  allow(b);\n  danger(b);"],
    ["what stands around others is no more what it was", "return on;", "other(); return on;"],
    ["the class is called otherwise", "class Box", "class Crate"],
    ["a comment is put between", "  see(level);", "  // note\n  see(level);"],
    ["lines are put in front", "let level", "\n\nlet level"],
    ["a constant gets another value", "level = 7", "level = 8"],
    ["a constant is written elsewhere", "  danger(b);", "  level = 3;\n  danger(b);"],
    ["a note is put into a call", "  danger(b);", "  danger(b /* ours */);"],
    ["a note is put in front of what is elsewhere", "  see(level);", "  danger( /*\n  see(level);"],
    ["a word goes that others stand behind", "let level = 7", "let lever = 7"],
    ["a source goes", "run(input(b))", "run(b)"],
    ["a text is written otherwise", "mark(x)", "mark( x)"],
    ["the function is open", "  danger(y);\n  }", "  danger(y);\n  "],
  ];
  for (const [title, from, to] of edits) {
    it(`are those of a fresh analysis: ${title}`, () => {
      const desk = new Desk(analyzer, RULES);
      desk.open(TEXT);
      const typed = desk.type(from, to);
      // A text that is broken is searched and followed as a whole once it is at rest.
      const followed = (typed.hasSyntaxErrors ? desk.analyse("a", { idle: true }) : typed).findings;
      const fresh = new Desk(analyzer, RULES).open(TEXT.replace(from, to), "javascript", "fresh").findings;
      const plain = (findings: typeof fresh) =>
        findings.map(({ uri: _, trace, fixes: __, ...rest }) => ({
          ...rest,
          trace: trace.map(({ start, end }) => [start, end]),
        }));
      assert.deepEqual(plain(followed), plain(fresh));
      assert.ok(fresh.length > 3);
      // And as it was before.
      const again = desk.type(to === "" ? "first(a) {\n" : to, to === "" ? `first(a) {\n${from}` : from).findings;
      const before = new Desk(analyzer, RULES).open(TEXT, "javascript", "fresh").findings;
      assert.deepEqual(plain(again), plain(before));
    });
  }

  it("are not looked for again in the functions that the edit does not reach", async () => {
    const own = await createTestAnalyzer();
    const functions = Array.from({ length: 200 }, (_, i) => `function f${i}(a) {\n  danger(a, ${i});\n}\n`).join("");
    const desk = new Desk(
      own,
      ruleFile("  - {id: t.any, message: M., severity: ERROR, languages: [javascript], pattern: '$F($X, $Y)'}"),
    );
    const steps = (): number => own.timings().find(({ ruleId }) => ruleId === "t.any")!.steps;
    assert.equal(desk.open(functions).findings.length, 200);
    const whole = steps();
    assert.equal(desk.type("danger(a, 77)", "danger(b, 77)").findings.length, 200);
    assert.ok(20 * (steps() - whole) < whole, `${steps() - whole} steps after ${whole}`);
    own.dispose();
  });

  const many = (body: (i: number) => string): string =>
    Array.from({ length: 200 }, (_, i) => `function f${i}(a) {\n  ${body(i)}\n}\n`).join("");

  it("are known again once an error that took up much of the text is mended", async () => {
    const own = await createTestAnalyzer();
    const desk = new Desk(
      own,
      ruleFile("  - {id: t.any, message: M., severity: ERROR, languages: [javascript], pattern: '$F($X, $Y)'}"),
    );
    const steps = (): number => own.timings().find(({ ruleId }) => ruleId === "t.any")!.steps;
    assert.equal(desk.open(many((i) => `danger(a, ${i});`)).findings.length, 200);
    assert.ok(desk.type("danger(a, 77);", "danger(a, 77; if ((").hasSyntaxErrors);
    assert.ok(desk.type("77; if ((", "78; if ((").hasSyntaxErrors);
    const before = steps();
    assert.equal(desk.type("danger(a, 78; if ((", "danger(b, 77);").findings.length, 200);
    const mended = steps() - before;
    const whole = steps();
    new Desk(own, desk.rules.rules).open(
      many((i) => `danger(a, ${i});`),
      "javascript",
      "fresh",
    );
    assert.ok(4 * mended < steps() - whole, `${mended} steps after ${steps() - whole}`);
    own.dispose();
  });
});
