// While a text is broken its flows rest: those found before stay, and are followed anew once it is whole or at rest.
import assert from "node:assert/strict";
import { covered, createTestAnalyzer, Desk, ruleFile } from "./desk";

const RULES = ruleFile(
  `  - id: t.flow
    message: "$X"
    severity: ERROR
    languages: [javascript]
    mode: taint
    pattern-sources:
      - pattern: source()
    pattern-sinks:
      - patterns:
          - pattern: sink($X)
          - focus-metavariable: $X`,
  `  - id: t.search
    message: "It is here."
    severity: ERROR
    languages: [javascript]
    pattern: danger(...)`,
);

const TEXT = `function one() {
  const a = source();
  sink(a);
}
function two() {
  sink(1);
  danger();
}
`;

const desk = async (): Promise<Desk> => new Desk(await createTestAnalyzer(), RULES);

describe("flows of a text that is broken", () => {
  it("stay where they were, moved along, while what is searched for is found anew", async () => {
    const typing = await desk();
    const whole = typing.open(TEXT);
    assert.deepEqual([covered(TEXT, whole, "t.flow"), whole.hasSyntaxErrors], [["a"], false]);
    const broken = typing.type("function one() {", "const = ;\nfunction one() {");
    const text = typing.analyzer.text("a")!;
    assert.ok(broken.hasSyntaxErrors);
    assert.deepEqual(covered(text, broken, "t.flow"), ["a"]);
    assert.equal(broken.findings[0]!.trace[0]!.start, text.indexOf("source()"));
    assert.deepEqual(covered(text, broken, "t.search"), ["danger()"]);
  });

  it("are followed where the text is whole again, and where it is at rest", async () => {
    const typing = await desk();
    typing.open(TEXT);
    const broken = typing.type("sink(1);\n", "sink(source());\nif (\n");
    assert.ok(broken.hasSyntaxErrors);
    assert.deepEqual(covered(typing.analyzer.text("a")!, broken, "t.flow"), ["a"]);
    const rested = typing.analyse("a", { idle: true });
    assert.deepEqual(covered(typing.analyzer.text("a")!, rested, "t.flow"), ["a", "source()"]);
    const mended = typing.type("if (\n", "");
    assert.deepEqual(covered(typing.analyzer.text("a")!, mended, "t.flow"), ["a", "source()"]);
  });

  it("are gone where they were edited", async () => {
    const typing = await desk();
    typing.open(TEXT);
    const broken = typing.type("sink(a)", "sink(a.b(c)");
    assert.ok(broken.hasSyntaxErrors);
    assert.deepEqual(covered(typing.analyzer.text("a")!, broken), ["danger()"]);
  });

  it("are followed in a text that was never whole", async () => {
    const typing = await desk();
    const broken = typing.open(`const = ;\n${TEXT}`);
    assert.ok(broken.hasSyntaxErrors);
    const more = typing.type("sink(1)", "sink(source())");
    assert.deepEqual(covered(typing.analyzer.text("a")!, more, "t.flow"), ["a", "source()"]);
  });

  it("are followed with the rules of the moment", async () => {
    const typing = await desk();
    typing.open(TEXT);
    typing.type("sink(1);\n", "sink(source());\nif (\n");
    const other = typing.analyzer.ruleSet(typing.rules.rules.filter(({ id }) => id === "t.flow"));
    const analysis = typing.analyse("a", { idle: false, rules: other });
    assert.deepEqual(covered(typing.analyzer.text("a")!, analysis), ["a", "source()"]);
  });
});

describe("a broken text in which an edit reaches most", () => {
  it("keeps what was found, and is searched once it is at rest", async () => {
    const functions = Array.from({ length: 40 }, (_, index) => `function f${index}() { danger(shared); }\n`).join("");
    const typing = await desk();
    typing.open(`let shared = 1;\n${functions}const last = 1;\n`);
    typing.type("const last = 1;", "const = ;");
    const lost = typing.type("let shared = 1;", "let other = 1; danger(0);");
    const text = typing.analyzer.text("a")!;
    assert.deepEqual(covered(text, lost), Array(40).fill("danger(shared)"));
    assert.deepEqual(covered(text, typing.analyse("a", { idle: true })), [
      "danger(0)",
      ...Array(40).fill("danger(shared)"),
    ]);
  });
});
