// Every weakness of the corpus is found on its line by a rule that squiggles by default; its safe twins stay silent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { type Analyzer, createAnalyzer } from "../../src/engine/analyzer";
import type { Finding } from "../../src/engine/findings/finding";
import { libraryModels, readBuiltInRules } from "../../src/dev/rules";
import { grammarFiles } from "../engine/patterns/matches";
import knownGaps from "./gaps.json";
import { type Marker, readMarkers } from "./markers";

const LANGUAGES: Readonly<Record<string, string>> = { ".js": "javascript", ".ts": "typescript", ".py": "python" };

/** What is not yet as it should be; an entry that has come right must be taken out. */
const gaps: { readonly missed: readonly string[]; readonly noisy: readonly string[] } = knownGaps;

/** A finding with the line (1-based) that it starts on. */
interface Found {
  readonly line: number;
  readonly finding: Finding;
}

const name = (folder: string, { file, line, subject }: Marker): string => `${folder}/${file}:${line} ${subject}`;

describe("recall", () => {
  let analyzer: Analyzer;
  const found = new Map<string, readonly Found[]>();
  const rules = readBuiltInRules().rules.filter(({ tier }) => tier === "vuln");

  before(async () => {
    analyzer = await createAnalyzer({ grammars: grammarFiles, models: libraryModels(), log: assert.fail });
    for (const language of Object.values(LANGUAGES)) await analyzer.ready(language);
  });
  after(() => analyzer.dispose());

  const findingsIn = (path: string): readonly Found[] => {
    let findings = found.get(path);
    if (!findings) {
      findings = analyse(analyzer, path, rules);
      found.set(path, findings);
    }
    return findings;
  };

  for (const folder of ["javascript", "python"]) {
    const markers = readMarkers(join(__dirname, folder));
    const missed = (): string[] =>
      markers
        .filter(({ expected }) => expected === "weakness")
        .filter(({ file, line }) => !findingsIn(join(__dirname, folder, file)).some((each) => each.line === line))
        .map((marker) => name(folder, marker));
    const noisy = (): string[] =>
      markers
        .filter(({ expected }) => expected === "safe")
        .filter(({ file, extent }) =>
          findingsIn(join(__dirname, folder, file)).some(({ line }) => extent.first <= line && line <= extent.last),
        )
        .map((marker) => name(folder, marker));

    it(`finds every weakness of the ${folder} application, but for the known gaps`, () => {
      assert.deepEqual(missed(), gaps.missed.filter((gap) => gap.startsWith(`${folder}/`)));
    });

    it(`is silent on every safe twin of the ${folder} application, but for the known gaps`, () => {
      assert.deepEqual(noisy(), gaps.noisy.filter((gap) => gap.startsWith(`${folder}/`)));
    });
  }
});

function analyse(analyzer: Analyzer, path: string, rules: ReturnType<typeof readBuiltInRules>["rules"]): Found[] {
  const text = readFileSync(path, "utf8");
  analyzer.open({ uri: path, languageId: LANGUAGES[extname(path)]!, text, version: 1 });
  const run = analyzer.analyze(path, { rules: analyzer.ruleSet(rules), today: "2026-01-01" });
  let step = run.next();
  while (!step.done) step = run.next();
  analyzer.close(path);
  return step.value.findings.map((finding) => ({ line: text.slice(0, finding.start).split("\n").length, finding }));
}
