// As many rules are followed together as a mask has bits; of none are flows lost, and none is taken for another.
import assert from "node:assert/strict";
import { createAnalyzer } from "../../../src/engine/analyzer";
import { loadRules } from "../../../src/engine/rules/loader";
import { disk } from "../syntax/support";

const COUNT = 70;
const numbers = Array.from({ length: COUNT }, (_, index) => index);

const rule = (index: number, interfile: boolean) => ({
  id: `rule${index}`,
  mode: "taint",
  languages: ["javascript"],
  severity: "ERROR",
  message: "Taint.",
  options: { interfile },
  "pattern-sources": [{ pattern: `source${index}()` }],
  "pattern-sanitizers": [{ pattern: `clean${index}($X)` }],
  "pattern-sinks": [{ pattern: `sink${index}(...)` }],
});

/** What reaches the sink of each rule: its own source, that of its neighbour, and its own once it is cleaned. */
const TEXT = numbers
  .map(
    (index) => `function f${index}() {
  sink${index}(pass(source${index}()));
  sink${index}(pass(source${(index + 1) % COUNT}()));
  sink${index}(clean${index}(source${index}()));
}`,
  )
  .join("\n")
  .concat("\nfunction pass(x) { return x; }\n");

describe("Rules of many rounds", () => {
  for (const interfile of [false, true]) {
    it(`each find their own flow, ${interfile ? "through functions" : "in a function"}`, async () => {
      const analyzer = await createAnalyzer({ grammars: disk, log: assert.fail });
      await analyzer.ready("javascript");
      const text = JSON.stringify({ rules: numbers.map((index) => rule(index, interfile)) });
      const { rules, errors } = loadRules(text, "rules.json", { builtIn: false });
      assert.deepEqual(errors, []);
      analyzer.open({ uri: "file:///a.js", languageId: "javascript", text: TEXT, version: 1 });
      const steps = analyzer.analyze("file:///a.js", { rules: analyzer.ruleSet(rules), today: "2026-01-01" });
      let step = steps.next();
      while (!step.done) step = steps.next();
      const found = step.value.findings.map(({ ruleId, start, end }) => `${ruleId} ${TEXT.slice(start, end)}`);
      const expected = numbers.map((index) => `rule${index} sink${index}(pass(source${index}()))`);
      assert.deepEqual(found, expected);
      analyzer.dispose();
    });
  }
});
