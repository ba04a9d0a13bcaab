import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import {
  addSuppression,
  configurationSchema,
  isExcluded,
  parseConfiguration,
  resolveConfiguration,
  ruleIdMatches,
  suppressByConfiguration,
} from "../../src/project/configuration";
import { ConfigurationTree } from "../../src/project/configuration-tree";
import { finding } from "../engine/findings/example";

const WHOLE = `
profile: audit
severity: medium
confidence: medium
fail-on: high
rules:
  javascript.eval: off
  "python.*": critical
include: [src]
exclude:
  - "**/*.spec.{js,ts}"
rule-files: [rules, ./more/own.yml]
suppressions:
  - rule: javascript.xss
    reason: only shown to admins
    paths: [admin]
    until: 2027-01-31
`;

/** Each problem as the text it points at and what it says. */
function problems(text: string): string[] {
  return parseConfiguration(text).problems.map(
    ({ message, range }) => `${text.slice(range.start, range.end).trim()} → ${message}`,
  );
}

describe("parseConfiguration", () => {
  it("reads every key", () => {
    const { configuration, problems } = parseConfiguration(WHOLE);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration, {
      profile: "audit",
      severity: "medium",
      confidence: "medium",
      "fail-on": "high",
      rules: new Map([
        ["javascript.eval", "off"],
        ["python.*", "critical"],
      ]),
      include: ["src"],
      exclude: ["**/*.spec.{js,ts}"],
      "rule-files": ["rules", "./more/own.yml"],
      suppressions: [{ rule: "javascript.xss", reason: "only shown to admins", paths: ["admin"], until: "2027-01-31" }],
    });
  });

  it("takes an empty file", () => {
    for (const text of ["", "# nothing\n", "{}", "---\n"]) {
      assert.deepEqual(parseConfiguration(text), { configuration: {}, problems: [] });
    }
  });

  it("reports each mistake at its place and keeps the rest", () => {
    assert.deepEqual(problems("profile: all\nseverity: high\n"), ["all → Expected one of recommended, audit, strict."]);
    assert.equal(parseConfiguration("profile: all\nseverity: high\n").configuration.severity, "high");
    assert.match(problems("profil: audit")[0], /^profil → Unknown key “profil”; known are profile, /);
    assert.deepEqual(problems("rules:\n  a: of\n  b: low"), ["of → Expected one of off, critical, high, medium, low."]);
    assert.deepEqual(problems("exclude: test"), ["test → Expected a list."]);
    assert.deepEqual(problems("exclude: [3]"), ["3 → Expected a glob."]);
    assert.deepEqual(problems("severity:"), ["severity → Expected one of critical, high, medium, low."]);
    assert.deepEqual(problems("suppressions:\n  - rule: a"), ["rule: a → Missing: reason."]);
    assert.deepEqual(problems("suppressions:\n  - {rule: a, reason: b, until: 2027-02-30}"), [
      "2027-02-30 → Expected a day such as 2027-01-31.",
    ]);
    assert.match(problems("- a")[0], /^- a → Expected a mapping with profile/);
  });

  it("reports broken YAML and duplicate keys", () => {
    assert.equal(problems("rules: [a").length > 0, true);
    assert.match(problems("profile: audit\nprofile: strict").join(), /unique/);
    assert.deepEqual(parseConfiguration("rules: [a").configuration, {});
  });

  it("follows aliases", () => {
    assert.deepEqual(parseConfiguration("include: &all [a]\nexclude: *all").configuration.exclude, ["a"]);
  });

  it("has a schema that is committed as it is and agrees with the parser", () => {
    const file = join(__dirname, "../../src/project/caveat.schema.json");
    const committed: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!isDeepStrictEqual(committed, configurationSchema())) {
      writeFileSync(file, `${JSON.stringify(configurationSchema(), undefined, 2)}\n`);
      assert.fail("caveat.schema.json was out of date; it has been written anew");
    }
    const ajv = new Ajv();
    addFormats(ajv);
    const valid = ajv.compile(configurationSchema());
    const texts = [
      WHOLE,
      "{}",
      "profile: all",
      "profil: audit",
      "rules: {a: of}",
      "exclude: test",
      "exclude: [3]",
      "suppressions: [{rule: a}]",
      "severity:",
      "include: ['']",
    ];
    for (const text of texts) {
      assert.equal(valid(parse(text)), parseConfiguration(text).problems.length === 0, text);
    }
  });
});

describe("layers", () => {
  const layer = (folder: string, text: string) => ({ folder, configuration: parseConfiguration(text).configuration });

  it("take the nearest, key by key, below the command line", () => {
    const resolved = resolveConfiguration([layer("", "profile: audit\nseverity: high"), layer("a", "severity: low")], {
      confidence: "high",
    });
    assert.deepEqual(
      [resolved.profile, resolved.severity, resolved.confidence, resolved.failOn],
      ["audit", "low", "high", "low"],
    );
    assert.equal(resolveConfiguration([layer("", "profile: audit")], { profile: "strict" }).profile, "strict");
    assert.equal(resolveConfiguration([]).profile, "recommended");
  });

  it("judge globs from the folder that says them", () => {
    const root = resolveConfiguration([layer("", "exclude: [/gen, '*.spec.js']\ninclude: []")]);
    assert.deepEqual(
      ["gen/a.js", "a/gen/a.js", "a/b.spec.js", "a.js"].map((path) => isExcluded(root, path)),
      [true, false, true, false],
    );
    const nested = resolveConfiguration([layer("", "include: [src]"), layer("src/web", "exclude: [/gen]")]);
    assert.deepEqual(
      ["src/web/gen/a.js", "src/web/a.js", "src/gen/a.js", "lib/a.js"].map((path) => isExcluded(nested, path)),
      [true, false, false, true],
    );
  });

  it("let the command line exclude more, not less", () => {
    const resolved = resolveConfiguration([layer("", "exclude: [a]")], { exclude: ["b"] });
    assert.deepEqual(
      ["a/x.js", "b/x.js", "c/x.js"].map((path) => isExcluded(resolved, path)),
      [true, true, false],
    );
  });

  it("give the paths of rule files from the root", () => {
    assert.deepEqual(resolveConfiguration([layer("a/b", "rule-files: [./own.yml, rules/]")]).ruleFiles, [
      "a/b/own.yml",
      "a/b/rules",
    ]);
  });

  it("make a tree in which each folder has its own", () => {
    const tree = new ConfigurationTree(
      [
        { path: "a/.caveat.yml", text: "profile: audit\nnonsense: 1" },
        { path: ".caveat.yml", text: "severity: high" },
      ],
      { profile: "strict", severity: "low" },
    );
    const of = (path: string) => [tree.forPath(path).profile, tree.forPath(path).severity];
    assert.deepEqual(of("x.js"), ["strict", "high"]);
    assert.deepEqual(of("a/deep/x.js"), ["audit", "high"]);
    assert.equal(tree.forPath("b/x.js"), tree.forPath("c/d/x.js"));
    assert.equal(tree.all().length, 2);
    assert.deepEqual(
      [...tree.problems].map(([path, list]) => [path, list.length]),
      [
        ["a/.caveat.yml", 1],
        [".caveat.yml", 0],
      ],
    );
  });
});

describe("suppressions of a folder", () => {
  const configuration = resolveConfiguration([
    {
      folder: "web",
      configuration: parseConfiguration(
        "suppressions:\n  - {rule: 'javascript.*', reason: why, paths: [admin], until: 2026-06-15}\n  - {rule: python.x, reason: so}",
      ).configuration,
    },
  ]);
  const by = (ruleId: string, path: string, today = "2026-06-15") =>
    suppressByConfiguration(finding({ ruleId }), configuration, path, today).suppression;

  it("hold for their rules and paths, through their last day", () => {
    assert.deepEqual(by("javascript.eval", "web/admin/x.js"), {
      by: "configuration",
      reason: "why",
      until: "2026-06-15",
    });
    assert.equal(by("javascript.eval", "web/admin/x.js", "2026-06-16"), undefined);
    assert.equal(by("javascript.eval", "web/x.js"), undefined);
    assert.equal(by("javascript.eval", "admin/x.js"), undefined);
    assert.deepEqual(by("python.x", "web/any.py"), { by: "configuration", reason: "so" });
    assert.equal(by("python.x", "any.py"), undefined);
  });

  it("can be written, keeping the rest of the file", () => {
    const text = "# Ours.\nprofile: audit # all\nsuppressions:\n  - rule: a\n    reason: b\n";
    const after = addSuppression(text, { rule: "c.d", reason: "e: f" });
    assert.ok(after.startsWith(text));
    assert.deepEqual(parseConfiguration(after).configuration.suppressions?.[1], { rule: "c.d", reason: "e: f" });
    assert.deepEqual(parseConfiguration(addSuppression("", { rule: "a", reason: "b" })).configuration, {
      suppressions: [{ rule: "a", reason: "b" }],
    });
    assert.throws(() => addSuppression("rules: [", { rule: "a", reason: "b" }), /mistakes/);
    assert.throws(() => addSuppression("- a", { rule: "a", reason: "b" }), /mistakes/);
  });
});

describe("ruleIdMatches", () => {
  it("takes an id itself or a glob with stars", () => {
    assert.ok(ruleIdMatches("python.eval", "python.eval"));
    assert.ok(ruleIdMatches("python.*", "python.a.b"));
    assert.ok(ruleIdMatches("*eval*", "python.eval-of-x"));
    assert.ok(!ruleIdMatches("python.ev", "python.eval"));
    assert.ok(!ruleIdMatches("python*eval", "pythonxeva"));
    assert.ok(!ruleIdMatches("py.on*", "pyxon.eval"));
  });
});
