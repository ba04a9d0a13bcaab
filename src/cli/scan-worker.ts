// One worker thread of a scan: an engine, the rule sets, one job at a time.
import { parentPort } from "node:worker_threads";
import { type Analyzer, createAnalyzer, type RuleSet } from "../engine/analyzer";
import type { Rule } from "../engine/rules/rule";
import { grammars } from "./installation";
import type { FromScanWorker, Jobs, JobType, ToScanWorker, UnusableRule } from "./jobs";
import { scanFile } from "./scan-file";

/** Answers jobs until the thread is ended. */
export function serveScans(): void {
  const port = parentPort;
  if (port === null) {
    throw new Error("serveScans runs in a worker thread.");
  }
  let engine: Promise<Analyzer> | undefined;
  let ruleSets: readonly (readonly Rule[])[] = [];
  const compiled = new Map<number, RuleSet>();
  const ruleSet = (analyzer: Analyzer, index: number): RuleSet => {
    const known = compiled.get(index) ?? analyzer.ruleSet(ruleSets[index]);
    compiled.set(index, known);
    return known;
  };
  const answer = async (message: Exclude<ToScanWorker, { type: "rules" }>): Promise<Jobs[JobType]["answer"]> => {
    engine ??= createAnalyzer({ grammars: grammars(), log: (text) => process.stderr.write(`${text}\n`) });
    const analyzer = await engine;
    return message.type === "check"
      ? checkRules(analyzer, message.job.rules)
      : scanFile(analyzer, ruleSet(analyzer, message.job.ruleSet), message.job);
  };
  port.on("message", (message: ToScanWorker) => {
    if (message.type === "rules") {
      ruleSets = message.ruleSets;
      compiled.clear();
      return;
    }
    answer(message).then(
      (result) => port.postMessage({ id: message.id, answer: result } satisfies FromScanWorker),
      (error: Error) => port.postMessage({ id: message.id, error: error.message } satisfies FromScanWorker),
    );
  });
}

async function checkRules(analyzer: Analyzer, rules: readonly Rule[]): Promise<readonly UnusableRule[]> {
  const languages = new Set(rules.flatMap((rule) => rule.languages));
  // A grammar that is missing or damaged is said with the files that need it; rules of that language wait for it.
  await Promise.allSettled([...languages].map((language) => analyzer.ready(language)));
  return analyzer.ruleProblems(analyzer.ruleSet(rules));
}
