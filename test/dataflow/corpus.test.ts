// The built-in rules, profile `recommended`, on the corpus of flows; `strict` on programs called `NAME.strict`. What fails
// is named in `known-gaps.json`, each with its reason: the list may only shrink.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { libraryModels, readBuiltInRules } from "../../src/dev/rules";
import { type Analyzer, createAnalyzer, type RuleSet } from "../../src/engine/analyzer";
import type { Finding } from "../../src/engine/findings/finding";
import { resolveConfiguration } from "../../src/project/configuration";
import { selectRules } from "../../src/project/select-rules";
import { finding } from "../editor/findings";
import { disk } from "../engine/syntax/support";
import { expectationsOf, judge, languagesOf, type Pair, type Program, pairsOf, summary } from "./corpus";

interface Gap {
  /** `java/guard-allow-list.good` */
  readonly program: string;
  readonly reason: string;
}

const gaps: readonly Gap[] = JSON.parse(readFileSync(join(__dirname, "known-gaps.json"), "utf8"));

const isStrict = (program: string): boolean => /\.strict\.(bad|good)$/.test(program);

describe("the corpus of flows", () => {
  let analyzer: Analyzer;
  let recommended: RuleSet;
  let strict: RuleSet;
  before(async () => {
    analyzer = await createAnalyzer({
      grammars: disk,
      models: libraryModels(),
      log: (message) => assert.fail(message),
    });
    const { rules } = readBuiltInRules();
    recommended = analyzer.ruleSet(selectRules(rules, resolveConfiguration([])));
    strict = analyzer.ruleSet(selectRules(rules, resolveConfiguration([], { profile: "strict" })));
  });
  after(() => analyzer.dispose());

  /** The program is a workspace of its own: all of its files are there when one is analysed. */
  const findings = ({ id, files }: Program): ReadonlyMap<string, readonly Finding[]> => {
    const uri = (path: string): string => `corpus:/${id}/${path}`;
    for (const { path, text, language } of files) {
      analyzer.open({ uri: uri(path), languageId: language, text, version: 1, path });
    }
    const found = files.map(({ path }) => {
      const distrusts = isStrict(id);
      const rules = distrusts ? strict : recommended;
      const steps = analyzer.analyze(uri(path), { rules, today: "2026-01-01", idle: true, strict: distrusts });
      for (;;) {
        const step = steps.next();
        if (step.done) return [path, step.value.findings] as const;
      }
    });
    for (const { path } of files) {
      analyzer.close(uri(path));
      analyzer.removeFile(uri(path));
    }
    return new Map(found);
  };

  for (const language of languagesOf(__dirname)) {
    const pairs = pairsOf(__dirname, language);

    it(`${language}: every vulnerable program says what it must be found to have, and no safe one does`, () => {
      const silent = pairs.filter(({ bad }) => expectationsOf(bad).length === 0);
      const telling = pairs.filter(({ good }) => expectationsOf(good).length > 0);
      assert.deepEqual(
        [...silent, ...telling].map(({ id }) => id),
        [],
      );
    });

    it(`${language}: what is vulnerable is found, and its safe twin passes, but for known gaps`, async () => {
      const languages = new Set(
        pairs.flatMap(({ bad, good }) => [...bad.files, ...good.files].map((one) => one.language)),
      );
      await Promise.all([...languages].map((name) => analyzer.ready(name)));
      const wrong = new Map(pairs.flatMap((pair: Pair) => [...judge(pair, findings)]));
      console.log(`      ${summary(language, pairs, wrong)}`);
      const known = new Set(gaps.map(({ program }) => program).filter((program) => program.startsWith(`${language}/`)));
      const fresh = [...wrong].filter(([program]) => !known.has(program));
      const mended = [...known].filter((program) => !wrong.has(program));
      assert.deepEqual(
        { "fails, and is no known gap": fresh.map((one) => one.join(": ")), "passes, or is not there": mended },
        { "fails, and is no known gap": [], "passes, or is not there": [] },
      );
    }).timeout(120_000);
  }

  it("has gaps with reasons, each once, of languages that are there", () => {
    const programs = gaps.map(({ program }) => program);
    assert.equal(new Set(programs).size, programs.length);
    const languages = languagesOf(__dirname);
    for (const { program, reason } of gaps) {
      assert.ok(languages.includes(program.split("/")[0]), program);
      assert.match(reason, /^[A-Z].{15,}\.$/, program);
    }
  });

  it("is judged by line and weakness", () => {
    const file = (text: string) => ({ path: "a.js", text, language: "javascript" });
    const pair: Pair = {
      id: "js/a",
      language: "js",
      topic: "a",
      bad: { id: "js/a.bad", files: [file("f();\ng(); // expect: CWE-89\n")] },
      good: { id: "js/a.good", files: [file("f();\ng();\n")] },
    };
    const at = (start: number, cwe: string, trace: Finding["trace"] = []): ReadonlyMap<string, readonly Finding[]> =>
      new Map([["a.js", [finding(start, start + 1, { ruleId: "r", cwe: [cwe], trace })]]]);
    const judged = (inBad: ReturnType<typeof at>, inGood: ReturnType<typeof at> = new Map(), judgedPair = pair) =>
      [...judge(judgedPair, ({ id }) => (id === "js/a.bad" ? inBad : inGood))].map(([, reason]) => reason);
    assert.deepEqual(judged(at(5, "CWE-89")), []);
    assert.deepEqual(judged(at(0, "CWE-89")), ["no CWE-89 at a.js:2"]);
    assert.deepEqual(judged(at(5, "CWE-79")), ["no CWE-89 at a.js:2"]);
    assert.deepEqual(judged(at(5, "CWE-89"), at(0, "CWE-89")), ["r at a.js:1"]);
    assert.deepEqual(judged(at(5, "CWE-89"), at(0, "CWE-79")), []);
    // A finding stands where data leaves its file; the sink that is expected is where its trace ends.
    const lib = { path: "lib.js", text: "\nh(); // expect: CWE-89\n", language: "javascript" };
    const across = { ...pair, bad: { id: "js/a.bad", files: [file("f();\n"), lib] } };
    const sink = { uri: "corpus:/js/a.bad/lib.js", kind: "sink", start: 1, end: 2, message: "" } as const;
    assert.deepEqual(judged(at(0, "CWE-89", [sink]), new Map(), across), []);
    assert.deepEqual(judged(at(0, "CWE-89"), new Map(), across), ["no CWE-89 at lib.js:2"]);
  });
});
