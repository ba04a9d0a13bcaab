// What a worker thread does with one file: reads it, judges whether it is source, analyses it, proves or applies fixes.
import { writeFile } from "node:fs/promises";
import type { Analysis, AnalysisOptions, Analyzer, RuleSet } from "../engine/analyzer";
import { applyEdits, mergeEdits } from "../engine/findings/edits";
import type { Finding, Fix, Problem } from "../engine/findings/finding";
import { EXPIRED, WITHOUT_REASON } from "../engine/findings/suppression";
import { isBinary, skipReason } from "../project/files";
import { languageOf } from "../project/language-of";
import type { AppliedFixes, ScanAnswer, ScanJob } from "./jobs";
import { decode, encodeLike, explain, readBytes } from "./node-files";

/** Fixes make room for others, which earlier ones overlapped; more rounds than this mean that they chase each other. */
const MOST_ROUNDS = 10;

/** Never rejects over the file: what is wrong with it is in the answer. */
export async function scanFile(analyzer: Analyzer, rules: RuleSet, job: ScanJob): Promise<ScanAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(job.path);
  } catch (error) {
    return { findings: [], problems: [], error: (error as Error).message };
  }
  if (isBinary(bytes)) {
    return { findings: [], problems: [], skipped: "binary" };
  }
  const text = decode(bytes);
  const skipped = job.explicit ? undefined : skipReason(job.path, text);
  if (skipped !== undefined) {
    return { findings: [], problems: [], skipped };
  }
  const file = new ScannedFile(analyzer, rules, job);
  try {
    const answer = await file.scan(text, encodeLike(bytes, text) !== undefined);
    return answer.fixed === undefined ? answer : await write(job.path, bytes, answer, answer.fixed.text);
  } finally {
    analyzer.close(job.uri);
  }
}

async function write(path: string, original: Uint8Array, answer: ScanAnswer, text: string): Promise<ScanAnswer> {
  try {
    await writeFile(path, encodeLike(original, text) ?? original);
    return answer;
  } catch (error) {
    return { ...answer, fixed: undefined, error: `The fixed text could not be written: ${explain(error)}` };
  }
}

class ScannedFile {
  readonly #options: AnalysisOptions;
  readonly #problems: Problem[] = [];
  /** Ids of the user's rules. */
  readonly #own: ReadonlySet<string>;
  #version = 0;
  #languageId = "plaintext";
  #lack: string | undefined;

  constructor(
    private readonly analyzer: Analyzer,
    rules: RuleSet,
    private readonly job: ScanJob,
  ) {
    this.#options = { rules, today: job.today, strict: job.strict, idle: true };
    this.#own = new Set(rules.rules.filter(({ builtIn }) => !builtIn).map(({ id }) => id));
  }

  /** `writable` says whether an edited text could be written back without changing anything else. */
  async scan(text: string, writable: boolean): Promise<ScanAnswer> {
    await this.#prepare(text);
    let analysis = this.#analyse(text);
    const wanted = this.job.fix !== "none" && fixable(analysis).length > 0;
    if (wanted && !writable) {
      this.#problems.push({ uri: this.job.uri, message: "Its fixes are not applied: it is not in UTF-8." });
    }
    const fixed = wanted && writable ? this.#fix(text, analysis) : undefined;
    if (fixed !== undefined) {
      analysis = this.#analyse(fixed.text);
    }
    const findings = analysis.findings.map((finding) => this.#withShownFixes(finding));
    const problems = [...this.#problems, ...analysis.problems];
    return {
      findings,
      problems,
      ...(findings.length + problems.length > 0 ? { text: fixed?.text ?? text } : {}),
      ...(fixed === undefined ? {} : { fixed }),
      ...(this.#lack === undefined ? {} : { lack: this.#lack }),
    };
  }

  /** Without its grammar a file is still looked at as a text, and the lack is said. */
  async #prepare(text: string): Promise<void> {
    const language = languageOf(this.job.path, text.slice(0, 200).split("\n", 1)[0]);
    if (language === undefined) {
      return;
    }
    try {
      await this.analyzer.ready(language);
      this.#languageId = language;
      await this.analyzer.ready(language, text);
    } catch (error) {
      this.#lack = (error as Error).message;
    }
  }

  #analyse(text: string): Analysis {
    const { uri, projectPath } = this.job;
    this.#version++;
    this.analyzer.close(uri);
    this.analyzer.open({ uri, languageId: this.#languageId, text, version: this.#version, path: projectPath });
    const run = this.analyzer.analyze(uri, this.#options);
    for (;;) {
      const step = run.next();
      if (step.done) {
        return step.value;
      }
    }
  }

  /** Applies fixes round by round, until none is left that can be; undefined when there was none. */
  #fix(text: string, first: Analysis): AppliedFixes | undefined {
    let current = { text, count: 0 };
    let analysis = first;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const proof = this.analyzer.fixAll(this.job.uri, fixable(analysis), this.#options);
      if (!proof.proved || proof.text === current.text) {
        break;
      }
      const edits = proof.fix.files.reduce((sum, file) => sum + file.edits.length, 0);
      current = { text: proof.text, count: current.count + edits };
      analysis = this.#analyse(proof.text);
    }
    const others = this.job.fix === "all" ? this.#fixUnproved(current.text, analysis) : undefined;
    const total = {
      text: others?.text ?? current.text,
      count: current.count + (others?.count ?? 0),
      unproved: others?.unproved ?? [],
    };
    return total.count > 0 ? total : undefined;
  }

  /** As Semgrep does: fixes of the user's rules are applied once, of overlapping ones the first. */
  #fixUnproved(text: string, analysis: Analysis): AppliedFixes {
    const candidates = fixable(analysis).filter(({ ruleId }) => this.#own.has(ruleId));
    const lists = candidates.map(({ fixes }) => fixes[0].files.flatMap(({ edits }) => edits));
    const { edits, taken } = mergeEdits(lists);
    return {
      text: applyEdits(text, edits),
      count: taken.length,
      unproved: [...new Set(taken.map((index) => candidates[index].ruleId))],
    };
  }

  /**
   * A fix of a built-in rule is shown only when it is proved. Fixes of the user's rules are shown as Semgrep would,
   * unless only proved ones are wanted.
   */
  #withShownFixes(finding: Finding): Finding {
    const own = this.#own.has(finding.ruleId) && !this.job.onlyProved;
    if (finding.fixes.length === 0 || own) {
      return finding;
    }
    const isProved = (fix: Fix) => this.job.proveFixes && this.analyzer.prove(finding, fix, this.#options).proved;
    return { ...finding, fixes: finding.fixes.filter(isProved) };
  }
}

/** Suppressions that are wrong are left for a person to judge; only those that do nothing are taken away. */
const LEFT_ALONE: ReadonlySet<string> = new Set([WITHOUT_REASON, EXPIRED]);

function fixable(analysis: Analysis): Finding[] {
  return analysis.findings.filter(
    ({ ruleId, fixes, suppression }) => fixes.length > 0 && suppression === undefined && !LEFT_ALONE.has(ruleId),
  );
}
