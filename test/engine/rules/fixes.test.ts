/** Every fix of a built-in rule, on the rule's own bad examples, proved with all built-in rules watching. */
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { readBuiltInRules } from "../../../src/dev/rules";
import type { Analyzer } from "../../../src/engine/analyzer";
import { examplesOf } from "../../../src/engine/rules/examples";
import type { Rule } from "../../../src/engine/rules/rule";
import { createTestAnalyzer, Desk } from "../analyzer/desk";

const rules = readBuiltInRules().rules;
const hasFix = (rule: Rule): boolean => rule.fix !== undefined || rule.fixRegex !== undefined;

describe("fixes of built-in rules", () => {
  let analyzer: Analyzer;
  let desk: Desk;
  before(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, rules);
  });
  after(() => analyzer.dispose());

  /** What keeps the fix of each of the rule's findings in a code from being offered. */
  function objections(rule: Rule, code: string, language: string): string[] {
    const findings = desk.open(code, language).findings.filter(({ ruleId }) => ruleId === rule.id);
    ok(findings.length > 0, `${rule.id} finds nothing in\n${code}`);
    return findings.flatMap((finding) => {
      const [fix] = finding.fixes;
      const proof = fix && analyzer.prove(finding, fix, desk.options);
      return proof && !proof.proved ? [`${proof.reason}\n${code}`] : [];
    });
  }

  /** A text with elements in it is no plain TypeScript. */
  const dialect = (code: string, language: string): string =>
    language === "typescript" && desk.open(code, language).hasSyntaxErrors ? "typescriptreact" : language;

  for (const rule of rules.filter(hasFix)) {
    it(rule.id, () => {
      const bad = examplesOf(rule).filter(({ kind }) => kind === "bad");
      for (const language of rule.languages) {
        for (const { code } of bad) deepStrictEqual(objections(rule, code, dialect(code, language)), [], language);
      }
    });
  }

  it("are offered by at least half of the rules that search", () => {
    const searching = rules.filter(({ formula }) => formula.type !== "taint");
    const fixable = searching.filter(hasFix).length;
    ok(fixable * 2 >= searching.length, `${fixable} of ${searching.length} rules have a fix`);
  });

  it("are offered for at least one bad example of each rule that has one", () => {
    const idle = rules.filter(hasFix).filter((rule) => {
      const bad = examplesOf(rule).filter(({ kind }) => kind === "bad");
      return !bad.some(({ code }) =>
        desk
          .open(code, rule.languages[0]!)
          .findings.some(({ ruleId, fixes }) => ruleId === rule.id && fixes.length > 0),
      );
    });
    strictEqual(idle.map(({ id }) => id).join(), "");
  });
});
