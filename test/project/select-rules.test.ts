import assert from "node:assert/strict";
import type { Rule } from "../../src/engine/rules/rule";
import { type Configuration, parseConfiguration, resolveConfiguration } from "../../src/project/configuration";
import { folderOfGlob, isConfiguredRuleFile, isCustomaryRuleFile, isGlob } from "../../src/project/rule-files";
import { selectRules } from "../../src/project/select-rules";

function rule(id: string, changes: Partial<Rule> = {}): Rule {
  return {
    id,
    aliases: [],
    message: "Bad.",
    severity: "medium",
    confidence: "high",
    tier: "vuln",
    languages: ["javascript"],
    formula: { type: "pattern", pattern: "eval(...)" },
    paths: { include: [], exclude: [] },
    options: {},
    metadata: {},
    builtIn: true,
    ...changes,
  };
}

const RULES = [
  rule("js.a"),
  rule("js.hint", { tier: "audit", confidence: "medium" }),
  rule("js.sure", { tier: "audit" }),
  rule("py.mild", { severity: "low", confidence: "low" }),
  rule("py.new", { aliases: ["py.old"] }),
];

/** What runs under a configuration file, as id, severity and tier where these were changed. */
function selected(text: string, above: Configuration = {}): string[] {
  const { configuration, problems } = parseConfiguration(text);
  assert.deepEqual(problems, []);
  return selectRules(RULES, resolveConfiguration([{ folder: "", configuration }], above)).map((one) => {
    const original = RULES.find(({ id }) => id === one.id);
    return one === original ? one.id : `${one.id} ${one.severity} ${one.tier}`;
  });
}

describe("selectRules", () => {
  it("goes by profile", () => {
    assert.deepEqual(selected(""), ["js.a", "py.mild", "py.new"]);
    assert.deepEqual(selected("profile: audit"), ["js.a", "js.hint", "js.sure", "py.mild", "py.new"]);
    assert.deepEqual(selected("profile: strict"), ["js.a", "js.sure", "py.mild", "py.new"]);
  });

  it("goes by severity and confidence", () => {
    assert.deepEqual(selected("severity: medium"), ["js.a", "py.new"]);
    assert.deepEqual(selected("confidence: medium"), ["js.a", "py.new"]);
    assert.deepEqual(selected("severity: high"), []);
    assert.deepEqual(selected("severity: high\nrules: {js.a: critical}"), ["js.a critical vuln"]);
  });

  it("switches rules off and changes their severity, by id, former id and glob", () => {
    assert.deepEqual(selected("rules: {'py.*': off, js.a: low}"), ["js.a low vuln"]);
    assert.deepEqual(selected("rules: {py.old: off}"), ["js.a", "py.mild"]);
    assert.deepEqual(selected("rules: {py.new: high, 'py.*': off}"), ["js.a", "py.new high vuln"]);
    assert.deepEqual(selected("rules: {'*': off, 'js.*': low}"), ["js.a low vuln"]);
  });

  it("runs a hint that is set by its very id", () => {
    assert.deepEqual(selected("rules: {js.hint: medium}"), ["js.a", "js.hint medium vuln", "py.mild", "py.new"]);
    assert.deepEqual(selected("rules: {'js.*': high}"), ["js.a high vuln", "py.mild", "py.new"]);
  });

  it("lets the higher layer decide even by a glob", () => {
    assert.deepEqual(selected("rules: {js.a: low}", { rules: new Map([["*", "off"]]) }), []);
  });
});

describe("rule files of a project", () => {
  it("are known by custom", () => {
    const paths = [
      ".semgrep.yml",
      ".semgrep/a/b.yaml",
      ".caveat/rules/own.json",
      ".semgrep/x.test.yaml",
      ".semgrep/x.py",
      "semgrep/x.yml",
      "a/.semgrep.yml",
    ];
    assert.deepEqual(paths.map(isCustomaryRuleFile), [true, true, true, false, false, false, false]);
  });

  it("are known by configuration", () => {
    const configuration = resolveConfiguration([
      { folder: "", configuration: { "rule-files": ["rules", "own.rule"] } },
    ]);
    const paths = ["rules/a.yml", "rules/a.py", "own.rule", "rules.yml"];
    assert.deepEqual(
      paths.map((path) => isConfiguredRuleFile(path, configuration)),
      [true, false, true, false],
    );
  });

  it("may be named by globs", () => {
    const configuration = resolveConfiguration([
      { folder: "a", configuration: { "rule-files": ["checks/**/*.rule.yml"] } },
    ]);
    assert.deepEqual(configuration.ruleFiles, ["a/checks/**/*.rule.yml"]);
    const known = (path: string) => isConfiguredRuleFile(path, configuration);
    assert.deepEqual(
      ["a/checks/b/c.rule.yml", "a/checks/c.rule.yml", "a/checks/c.yml", "checks/c.rule.yml"].map(known),
      [true, true, false, false],
    );
    assert.deepEqual([folderOfGlob("a/checks/**/*.yml"), folderOfGlob("*.yml")], ["a/checks", ""]);
    assert.deepEqual(["a/{b,c}.yml", "a/b.yml"].map(isGlob), [true, false]);
  });
});
