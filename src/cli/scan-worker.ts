// One worker thread of a scan: an engine, the rule sets, one job at a time.
import { parentPort } from "node:worker_threads";
import { type Analyzer, createAnalyzer, type RuleProblem, type RuleSet } from "../engine/analyzer";
import { fragmentLanguages } from "../engine/rules/fragment-languages";
import type { Rule } from "../engine/rules/rule";
import { explainAt } from "./explain-at";
import { grammars } from "./installation";
import type { FromScanWorker, Jobs, JobType, ToScanWorker } from "./jobs";
import { libraryModels } from "./rule-sources";
import { ScanContext } from "./scan-context";
import { scanFile } from "./scan-file";

/** An engine with what ships beside it. */
async function start(): Promise<Analyzer> {
  const log = (text: string): void => void process.stderr.write(`${text}\n`);
  return createAnalyzer({ grammars: grammars(), models: await libraryModels(), log });
}

/** Answers jobs until the thread is ended. */
export function serveScans(): void {
  const port = parentPort;
  if (port === null) {
    throw new Error("serveScans runs in a worker thread.");
  }
  let engine: Promise<Analyzer> | undefined;
  let ruleSets: readonly (readonly Rule[])[] = [];
  let context = new ScanContext([]);
  const compiled = new Map<number, RuleSet>();
  const ruleSet = async (analyzer: Analyzer, index: number): Promise<RuleSet> => {
    const known = compiled.get(index);
    if (known !== undefined) {
      return known;
    }
    await readyAll(analyzer, fragmentLanguages(ruleSets[index]));
    const made = analyzer.ruleSet(ruleSets[index]);
    compiled.set(index, made);
    return made;
  };
  const answer = async (message: Exclude<ToScanWorker, { type: "rules" }>): Promise<Jobs[JobType]["answer"]> => {
    engine ??= start();
    const analyzer = await engine;
    switch (message.type) {
      case "check":
        return checkRules(analyzer, message.job.rules);
      case "explain":
        await readyAll(analyzer, fragmentLanguages([message.job.rule]));
        return explainAt(analyzer, message.job);
      case "scan": {
        const rules = await ruleSet(analyzer, message.job.ruleSet);
        await context.add(analyzer, rules, message.job.path);
        return scanFile(analyzer, rules, message.job);
      }
    }
  };
  port.on("message", (message: ToScanWorker) => {
    if (message.type === "rules") {
      ruleSets = message.ruleSets;
      context = new ScanContext(message.context);
      compiled.clear();
      return;
    }
    answer(message).then(
      (result) => port.postMessage({ id: message.id, answer: result } satisfies FromScanWorker),
      (error: Error) => port.postMessage({ id: message.id, error: error.message } satisfies FromScanWorker),
    );
  });
}

async function checkRules(analyzer: Analyzer, rules: readonly Rule[]): Promise<readonly RuleProblem[]> {
  await readyAll(analyzer, [...rules.flatMap((rule) => rule.languages), ...fragmentLanguages(rules)]);
  return analyzer.ruleProblems(analyzer.ruleSet(rules));
}

/** A grammar that is missing or damaged is said with the files that need it; rules of that language wait for it. */
async function readyAll(analyzer: Analyzer, languages: readonly string[]): Promise<void> {
  await Promise.allSettled([...new Set(languages)].map((language) => analyzer.ready(language)));
}
