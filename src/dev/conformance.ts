// Runs Semgrep's own tests, from a checkout of its repository: `npm run conformance -- DIR [SUITE ...] [--language NAME]
// [--case NAME]`. DIR is its folder `tests`. Prints pass rates and what fails; what is known to fail is named,
// with its reason, in `test/conformance/known-failures.json`: a failure that is not there makes the run fail, and so does
// one that is there and passes. A SUITE is a folder, or what the table calls it: `rules (taint)`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageNamed } from "../engine/languages";
import { Engine } from "./conformance/engine";
import type { Outcome, Wanted } from "./conformance/outcome";
import { patternTests } from "./conformance/patterns";
import { fixTests, nestedRuleTests, ruleTests, syntaxTests } from "./conformance/rules";
import { inRoot } from "./paths";
import { asTask } from "./process";

const KNOWN = "test/conformance/known-failures.json";

type Suite = (folder: string, engine: Engine, wanted: Wanted) => AsyncGenerator<Outcome>;

const SUITES: Readonly<Record<string, Suite>> = {
  patterns: patternTests,
  rules: ruleTests,
  rules_v2: ruleTests,
  tainting_rules: nestedRuleTests,
  taint_maturity: nestedRuleTests,
  syntax_v2: syntaxTests,
  autofix: fixTests,
};

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

/** By suite and language: how many pass of how many. */
function table(outcomes: readonly Outcome[]): string {
  const rows = new Map<string, { passed: number; all: number }>();
  for (const { suite, language, failure } of outcomes) {
    for (const key of [`${suite} ${language}`, `${suite} (all)`]) {
      const row = rows.get(key) ?? { passed: 0, all: 0 };
      rows.set(key, { passed: row.passed + (failure === undefined ? 1 : 0), all: row.all + 1 });
    }
  }
  const lines = [...rows].map(([key, { passed, all }]) => {
    const share = ((100 * passed) / all).toFixed(1);
    return `${key.padEnd(24)} ${String(passed).padStart(4)} of ${String(all).padStart(4)}  ${share.padStart(5)} %`;
  });
  return lines.join("\n");
}

interface KnownFailure {
  readonly suite: string;
  readonly language: string;
  readonly name: string;
  readonly reason: string;
}

/** What the run says against the list of known failures, a line each. */
function complaints(outcomes: readonly Outcome[]): string[] {
  const known = JSON.parse(readFileSync(inRoot(KNOWN), "utf8")) as readonly KnownFailure[];
  const isKnown = ({ suite, language, name }: Outcome): boolean =>
    known.some((one) => one.suite === suite && one.language === language && one.name === name);
  return outcomes.flatMap((outcome) => {
    const { suite, language, name, failure } = outcome;
    if (isKnown(outcome) === (failure !== undefined)) return [];
    const what = failure === undefined ? "passes, and is to be taken from the list" : "is not known to fail";
    return [`${suite} ${language} ${name} ${what}.`];
  });
}

asTask(async (given) => {
  const args = [...given];
  const language = option(args, "--language");
  const only = option(args, "--case");
  const [folder, ...suites] = args;
  if (folder === undefined || !existsSync(folder)) {
    console.error("Name the folder `tests` of a checkout of Semgrep's repository.");
    return 2;
  }
  const canonical = language && (languageNamed(language)?.id ?? language);
  const isAsked = (suite: string): boolean => suites.length === 0 || suites.includes(suite);
  const wanted: Wanted = (suite, of, name) =>
    (isAsked(suite) || isAsked(suite.split(" ")[0]!)) &&
    (canonical === undefined || of === canonical) &&
    (!only || name === only);
  const outcomes: Outcome[] = [];
  for (const [name, run] of Object.entries(SUITES)) {
    if (!isAsked(name) && !isAsked(`${name} (taint)`)) continue;
    if (!existsSync(join(folder, name))) continue;
    for await (const outcome of run(join(folder, name), await Engine.start(), wanted)) outcomes.push(outcome);
  }
  for (const { suite, language: of, name, failure } of outcomes) {
    if (failure !== undefined) console.log(`${suite} ${of} ${name}: ${failure}`);
  }
  console.log(table(outcomes));
  const said = complaints(outcomes);
  for (const line of said) console.log(line);
  return said.length === 0 ? 0 : 1;
});
