// The built-in rules all together: the analyzer finds in each example what the rule alone finds there.
import assert from "node:assert/strict";
import { withNeeds } from "../../../src/dev/needs";
import { readBuiltInRules } from "../../../src/dev/rules";
import type { Analyzer } from "../../../src/engine/analyzer";
import { Lines } from "../../../src/engine/findings/lines";
import { loadCompiledRules, packed } from "../../../src/engine/rules/compiled";
import { examplesOf } from "../../../src/engine/rules/examples";
import { createTestAnalyzer, Desk, TODAY } from "./desk";

const { rules } = readBuiltInRules();

describe("the door: the built-in rules", () => {
  let analyzer: Analyzer;
  let desk: Desk;
  before(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, rules);
  });
  after(() => analyzer.dispose());

  it("can all run", () => {
    assert.deepEqual(analyzer.ruleProblems(desk.rules), []);
  });

  it("find their bad examples and not their good ones as they ship, whichever others run, and stop at no limit", async () => {
    const shipped = loadCompiledRules(JSON.parse(JSON.stringify(packed(await withNeeds(readBuiltInRules())))));
    // None of them is compiled yet: which ones need be, is told by what they need.
    const fresh = new Desk(analyzer, shipped);
    const wrong = shipped.flatMap((rule) =>
      examplesOf(rule).flatMap(({ kind, index, code }) => {
        const { findings, problems } = fresh.open(code, rule.languages[0]);
        const own = findings.filter(({ ruleId }) => ruleId === rule.id).length;
        const said = problems.map(({ message }) => `${rule.id}: ${message}`);
        return own === (kind === "bad" ? 1 : 0) ? said : [...said, `${rule.id}: ${kind} example ${index + 1}: ${own}`];
      }),
    );
    assert.deepEqual(wrong, []);
  }).timeout(120_000);

  it("are explained as they report: what holds at a line is what was found there", () => {
    const wrong = rules.flatMap((rule) =>
      examplesOf(rule).flatMap(({ kind, index, code }) => {
        const { findings } = desk.open(code, rule.languages[0]);
        const own = findings.filter(({ ruleId }) => ruleId === rule.id);
        const lines = new Lines(code);
        const telling = new Set([lines.lineAt(own[0]?.start ?? 0), lines.count >> 1]);
        return [...telling].flatMap((line) => {
          const place = { start: lines.start(line), end: lines.end(line) };
          const found = own.some((finding) => finding.start <= place.end && place.start <= finding.end);
          const { reported, formula } = analyzer.explain("a", rule, place, TODAY);
          return reported === found && formula?.verdict === (found ? "yes" : "no")
            ? []
            : [`${rule.id}: ${kind} example ${index + 1}, line ${line + 1}: ${reported}, ${formula?.verdict}`];
        });
      }),
    );
    assert.deepEqual(wrong, []);
  }).timeout(120_000);

  it("are told in messages of a length that a person reads", () => {
    const messages = rules.flatMap((rule) =>
      examplesOf(rule).flatMap(({ code }) => desk.open(code, rule.languages[0]).findings.map(({ message }) => message)),
    );
    assert.ok(messages.length > 0);
    for (const message of messages) assert.ok(message.length < 700, message);
  }).timeout(120_000);
});
