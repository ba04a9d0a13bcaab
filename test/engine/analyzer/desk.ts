/** Shared by the tests of the door: a real analyzer, a user's rules, and documents by short names. */
import assert from "node:assert/strict";
import { libraryModels } from "../../../src/dev/rules";
import {
  type Analysis,
  type AnalysisOptions,
  type Analyzer,
  createAnalyzer,
  type RuleSet,
} from "../../../src/engine/analyzer";
import type { Finding } from "../../../src/engine/findings/finding";
import { loadRules } from "../../../src/engine/rules/loader";
import type { Rule } from "../../../src/engine/rules/rule";
import { disk } from "../syntax/support";

export const TODAY = "2026-06-15";

/** Rules of a file that must hold no mistake. */
export function rulesOf(text: string): readonly Rule[] {
  const { rules, errors } = loadRules(text, "rules.yml", { builtIn: false });
  assert.deepEqual(errors, []);
  return rules;
}

/** One rule of a file, with `more` as further keys of it. */
export const rule = (id: string, pattern: string, more = "", languages = "[javascript, typescript, python]"): string =>
  `  - id: ${id}\n    message: Do not ${pattern.replace(/\W+/g, " ").trim()}.\n    severity: ERROR\n` +
  `    languages: ${languages}\n    pattern: ${JSON.stringify(pattern)}\n${more.replace(/^(?=.)/gm, "    ")}`;

export const ruleFile = (...rules: readonly string[]): string => `rules:\n${rules.join("\n")}\n`;

export async function createTestAnalyzer(now = (): number => performance.now()): Promise<Analyzer> {
  const log = (message: string): void => assert.fail(`Unexpected log: ${message}`);
  const analyzer = await createAnalyzer({ grammars: disk, models: libraryModels(), log, now });
  await Promise.all(
    ["javascript", "typescript", "typescriptreact", "python", "php", "csharp", "ruby", "go", "c", "cpp", "java"].map(
      (name) => analyzer.ready(name),
    ),
  );
  return analyzer;
}

/** What the engine is asked, with one set of rules; documents are opened at version 1. */
export class Desk {
  readonly rules: RuleSet;

  constructor(
    readonly analyzer: Analyzer,
    rules: string | readonly Rule[],
  ) {
    this.rules = analyzer.ruleSet(typeof rules === "string" ? rulesOf(rules) : rules);
  }

  get options(): AnalysisOptions {
    return { rules: this.rules, today: TODAY, idle: true };
  }

  /** Opens a document, in place of any of this name, and analyses it. */
  open(text: string, languageId = "javascript", uri = "a", path?: string): Analysis {
    this.analyzer.open({ uri, languageId, text, version: 1, ...(path === undefined ? {} : { path }) });
    return this.analyse(uri);
  }

  /** Replaces the only occurrence of `before`, and analyses. */
  type(before: string, after: string, uri = "a"): Analysis {
    const text = this.analyzer.text(uri)!;
    const start = text.indexOf(before);
    assert.ok(start >= 0 && text.indexOf(before, start + 1) < 0, `${before} does not stand there once`);
    this.analyzer.edit(uri, 2, [{ start, end: start + before.length, text: after }]);
    return this.analyse(uri, { idle: false });
  }

  analyse(uri = "a", over: Partial<AnalysisOptions> = {}): Analysis {
    const run = this.analyzer.analyze(uri, { ...this.options, ...over });
    for (;;) {
      const step = run.next();
      if (step.done) return step.value;
    }
  }
}

/** `rule@start-end`, of findings that are not suppressed. */
export const shown = ({ findings }: Pick<Analysis, "findings">): string[] =>
  findings
    .filter(({ suppression }) => suppression === undefined)
    .map(({ ruleId, start, end }) => `${ruleId}@${start}-${end}`);

/** The texts that the findings of one rule cover. */
export const covered = (text: string, { findings }: Pick<Analysis, "findings">, ruleId?: string): string[] =>
  findings
    .filter((finding) => ruleId === undefined || finding.ruleId === ruleId)
    .map(({ start, end }) => text.slice(start, end));

/** The only finding of a rule. */
export function only({ findings }: Pick<Analysis, "findings">, ruleId: string): Finding {
  const own = findings.filter((finding) => finding.ruleId === ruleId);
  assert.equal(own.length, 1, `${own.length} findings of ${ruleId}`);
  return own[0];
}
