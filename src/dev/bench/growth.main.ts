// How the time of an analysis grows with the rules and with the text. Run as a bundle: ROOT FILE LANGUAGE; prints a Growth.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Analyzer, createAnalyzer, type RuleSet } from "../../engine/analyzer";
import type { Rule } from "../../engine/rules/rule";
import { asMeasurement } from "./child";
import { now, since } from "./clock";
import type { Growth, Step } from "./growth";
import { quantile } from "./statistics";

const RULES = [10, 100, 1_000];
const SIZES = [1, 2, 4, 8];
const RUNS = 9;

/** As many rules as asked for: the given ones again and again, from the second round on with other names in their patterns. */
function manyRules(known: readonly Rule[], count: number): Rule[] {
  return Array.from({ length: count }, (_, at) => {
    const rule = known[at % known.length]!;
    const round = Math.floor(at / known.length);
    const formula = JSON.stringify(rule.formula, (key, value: unknown) =>
      round > 0 && key === "pattern" && typeof value === "string" ? renamed(value, round) : value,
    );
    return { ...rule, id: `${rule.id}.${round}`, aliases: [], formula: JSON.parse(formula) };
  });
}

/** The pattern with other names of methods and functions; its keywords stay. */
function renamed(pattern: string, round: number): string {
  return pattern.replace(
    /(?<=\.)[a-z]\w{2,}\b|(?<![$\w])(?!if|for|while|function|catch|switch|return)[a-z]\w{3,}(?=\()/g,
    (name) => `${name}${round}`,
  );
}

/** The median time of an analysis of the text after a key press. */
function timed(analyzer: Analyzer, rules: RuleSet, language: string, text: string): Step {
  const uri = "growth";
  analyzer.open({ uri, languageId: language, text, version: 1 });
  const times: number[] = [];
  let findings = 0;
  for (let run = 0; run < 2 * RUNS; run++) {
    analyzer.edit(uri, run + 2, [
      { start: text.length, end: text.length + (run % 2), text: run % 2 === 0 ? "\n" : "" },
    ]);
    const started = now();
    const steps = analyzer.analyze(uri, { rules, today: "2026-01-01" });
    for (let step = steps.next(); ; step = steps.next()) {
      if (!step.done) continue;
      findings = step.value.findings.length;
      break;
    }
    // The first runs compile.
    if (run >= RUNS) times.push(since(started));
  }
  analyzer.close(uri);
  return { milliseconds: quantile(times, 0.5), findings };
}

asMeasurement(async (root, [file = "", language = "", packed = ""]): Promise<Growth> => {
  const analyzer = await createAnalyzer({
    grammars: { load: async (name) => readFileSync(join(root, "grammars", name)) },
    log: console.error,
  });
  await analyzer.ready(language);
  const { rules }: { readonly rules: readonly Rule[] } = JSON.parse(readFileSync(packed, "utf8"));
  const known = rules.filter(({ languages }) => languages.includes(language));
  const text = readFileSync(file, "utf8");
  const byRules = RULES.map((count) => ({
    count,
    ...timed(analyzer, analyzer.ruleSet(manyRules(known, count)), language, text),
  }));
  const all = analyzer.ruleSet(known);
  const bySize = SIZES.map((count) => ({ count, ...timed(analyzer, all, language, text.repeat(count)) }));
  return { lines: text.split("\n").length - 1, known: known.length, byRules, bySize };
});
