// Runs a rule file's annotated tests in the worker, on texts that the host hands in.
import { languageOf } from "../project/language-of";
import { forTests, judgeTarget, type TargetVerdict } from "../project/rule-tests";
import type { ProjectFile, RuleTestResult, RuleTestTarget } from "./protocol";
import type { Checkpoint, ServiceState } from "./requests";
import { readRuleFiles } from "./rule-files";
import { drive } from "./run";
import type { Engine } from "./service";

/** A target is analysed under a name of its own: it may be open in an editor as well. */
const nameOf = (uri: string): string => `caveat-test:${uri}`;

/** Built-in rules take no part. Rejects over nothing but what `check` throws. */
export async function testRules(
  state: ServiceState,
  { analyzer }: Engine,
  file: ProjectFile,
  targets: readonly RuleTestTarget[],
  check: Checkpoint,
): Promise<RuleTestResult> {
  const { rules, mistakes } = await readRuleFiles({ analyzer, builtIn: [] }, [file]);
  const set = analyzer.ruleSet(rules.map(forTests));
  const ids = rules.map(({ id }) => id);
  const verdicts: TargetVerdict[] = [];
  for (const { file: target, fixed } of targets) {
    const language = languageOf(target.path, target.text.slice(0, 200).split("\n", 1)[0]) ?? "plaintext";
    const uri = nameOf(target.uri);
    // Rules for any text still run where its grammar is damaged, and the file shows what is missing.
    await Promise.allSettled([analyzer.ready(language)]);
    analyzer.open({ uri, languageId: language, text: target.text, version: 1, path: target.path });
    try {
      const run = await drive(
        analyzer.analyze(uri, { rules: set, today: state.host.today(), idle: true }),
        {
          now: state.host.now,
          pause: state.host.pause,
          announce: (phase) => state.host.post({ type: "phase", uri: target.uri, phase }),
          alive: () => state.host.post({ type: "alive" }),
        },
        state.announceRules,
        () => false,
      );
      check();
      if (run.finished) verdicts.push(judgeTarget(ids, target.text, run.value.findings, fixed?.text));
    } finally {
      analyzer.close(uri);
    }
  }
  return { rules: ids, mistakes, targets: verdicts };
}
