// Matching takes counted steps in proportion to the file: the built-in rules, and patterns whose number of matches is
// linear. Patterns that are not end at their bound, and it is said.
import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { generate } from "../../../src/dev/differential/generate";
import { filesUnder } from "../../../src/dev/files";
import { ruleLanguage, sampled, sampleOf, sourceOf } from "../../../src/dev/fuzz/try";
import { inRoot } from "../../../src/dev/paths";
import { seeded } from "../../../src/dev/random";
import { readBuiltInRules } from "../../../src/dev/rules";
import { type Analysis, createAnalyzer } from "../../../src/engine/analyzer";
import { loadRules } from "../../../src/engine/rules/loader";
import type { Rule } from "../../../src/engine/rules/rule";

/** How often the code is repeated, and how much steeper than the file steps may grow: indexes are not free. */
const SMALL = 2;
const LARGE = 8;
const SLACK = 1.5;

/** Analyses a text once and tells the steps of each rule. */
async function analysed(rules: readonly Rule[], languageId: string, text: string) {
  const analyzer = await createAnalyzer({
    grammars: { load: (file) => readFile(inRoot("grammars", file)) },
    log: assert.fail,
  });
  await analyzer.ready(languageId, text);
  analyzer.open({ uri: "file", languageId, text, version: 1 });
  const run = analyzer.analyze("file", { rules: analyzer.ruleSet(rules), today: "2026-01-01" });
  let analysis: Analysis | undefined;
  while (!analysis) {
    const step = run.next();
    if (step.done) analysis = step.value;
  }
  const steps = new Map(analyzer.timings().map((timing) => [timing.ruleId, timing.steps]));
  analyzer.dispose();
  return { steps, problems: analysis.problems };
}

/** Copies stand in scopes of their own, or each name would mean as many things as there are copies. */
const scoped: Readonly<Record<string, (code: string, index: number) => string>> = {
  javascript: (code, index) => `function part${index}() {\n${code}\n}\n`,
  python: (code, index) => `def part${index}():\n${code.replace(/^(?=.)/gm, "    ")}\n    pass\n`,
};

async function assertLinear(
  rules: readonly Rule[],
  languageId: string,
  code: string,
  copy = scoped[languageId],
): Promise<void> {
  const copies = (count: number): string => Array.from({ length: count }, (_, i) => copy(code, i)).join("");
  const small = await analysed(rules, languageId, copies(SMALL));
  const large = await analysed(rules, languageId, copies(LARGE));
  const steep = [...large.steps].filter(([rule, steps]) => {
    const before = small.steps.get(rule) ?? 0;
    return steps > 1_000 && steps > before * (LARGE / SMALL) * SLACK;
  });
  assert.deepEqual(
    steep.map(([rule, steps]) => `${rule}: ${small.steps.get(rule)} → ${steps}`),
    [],
  );
  const bounds = large.problems.filter(({ message }) => message.includes("too many steps"));
  assert.deepEqual(bounds, [], "no rule hits a bound");
}

const code = (folder: string, extension: string): string =>
  filesUnder(inRoot("test/recall", folder))
    .filter((path) => path.endsWith(extension))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");

const rulesFor = (language: string): readonly Rule[] =>
  readBuiltInRules().rules.filter(({ languages }) => languages.includes(language));

const pattern = (id: string, language: string, formula: object): object => ({
  id,
  message: "M.",
  severity: "INFO",
  languages: [language],
  ...formula,
});

function load(...rules: readonly object[]): readonly Rule[] {
  const loaded = loadRules(JSON.stringify({ rules }), "rules.json", { builtIn: false });
  assert.deepEqual(loaded.errors, []);
  return loaded.rules;
}

describe("matching in proportion to the file", () => {
  it("by the built-in rules for JavaScript", () =>
    assertLinear(rulesFor("javascript"), "javascript", code("javascript", ".js")));

  it("by the built-in rules for Python", () => assertLinear(rulesFor("python"), "python", code("python", ".py")));

  it("by patterns of every form with a linear number of matches", async () => {
    const rules = load(
      pattern("call", "javascript", { pattern: "$F($X, ...)" }),
      pattern("deep", "javascript", { pattern: "f(<... $X ...>)" }),
      pattern("chain", "javascript", { pattern: "$A. ... .$F()" }),
      pattern("inside", "javascript", {
        patterns: [{ pattern: "f($X)" }, { "pattern-inside": "function $G(...) { ... }" }],
      }),
      pattern("not", "javascript", { patterns: [{ pattern: "$F($X)" }, { "pattern-not-inside": "if (...) { ... }" }] }),
      pattern("body", "javascript", { pattern: "function $G(...) { ... f($X); ... }" }),
      pattern("string", "javascript", { pattern: '"..."' }),
      pattern("object", "javascript", { pattern: "{ ..., a: $X, ... }" }),
    );
    await assertLinear(
      rules,
      "javascript",
      'function g(a, b) { const o = { a: 1, b: "x" }; if (a) { f(a + b); } return o.p().q(f([a, b])).r(); }\n',
    );
  });

  for (const language of sampled()) {
    it(`by patterns drawn from ${language.id}`, async () => {
      const code = `${sampleOf(language)}\n`;
      const source = await sourceOf(language, code);
      const drawn = generate({ language: ruleLanguage(language), sources: [source], count: 44, random: seeded(3) });
      // Pairs of statements with anything between them are as many as the pairs that there are.
      const single = drawn.filter(({ rule }) => !/(?:^|"|\\n)\.\.\.(?:\\n|")/.test(JSON.stringify(rule)));
      assert.ok(single.length > 0, `${single.length} patterns`);
      const rules = load(...single.map(({ rule }) => rule));
      await assertLinear(rules, language.id, code, (copy) => copy);
    }).timeout(60_000);
  }

  it("ends at its bound where it cannot be, and says so", async () => {
    const rules = load(
      pattern("pairs", "javascript", { pattern: "f($A);\n...\nf($B);\n...\nf($C);\n...\nf($D);" }),
      pattern("plain", "javascript", { pattern: "f($X)" }),
    );
    const { problems } = await analysed(
      rules,
      "javascript",
      Array.from({ length: 400 }, (_, i) => `f(${i});`).join("\n"),
    );
    assert.deepEqual(
      problems.map(({ ruleId }) => ruleId),
      ["pairs"],
    );
    assert.match(problems[0].message, /took too many steps/);
  });
});
