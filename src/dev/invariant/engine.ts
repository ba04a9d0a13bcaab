// Two analyzers over one text: one that follows its edits, one that sees every state for the first time.
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import {
  type Analysis,
  type AnalysisOptions,
  type Analyzer,
  createAnalyzer,
  type RuleSet,
} from "../../engine/analyzer";
import type { Rule } from "../../engine/rules/rule";
import { inRoot } from "../paths";
import { libraryModels } from "../rules";
import type { Changes } from "./edits";

const URI = "file";
const TODAY = "2026-06-15";

interface Engine {
  readonly analyzer: Analyzer;
  readonly rules: RuleSet;
}

async function newEngine(language: string, rules: readonly Rule[], text?: string): Promise<Engine> {
  const analyzer = await createAnalyzer({
    grammars: { load: (file) => readFile(inRoot("grammars", file)) },
    models: libraryModels(),
    log: (message) => {
      throw new Error(`Unexpected: ${message}`);
    },
  });
  await analyzer.ready(language, text);
  return { analyzer, rules: analyzer.ruleSet(rules) };
}

function finish<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What was found out about one state. */
export interface Comparison {
  readonly errorFree: boolean;
  readonly findings: number;
  readonly proofs: number;
  /** What the two disagree on, in a sentence; undefined where they agree. */
  readonly mismatch?: string;
}

/** A document that is edited, with a second analyzer to compare with. */
export class Pair {
  private version = 1;
  private seen = 0;

  private constructor(
    private readonly language: string,
    private readonly following: Engine,
    private seeing: Engine,
  ) {}

  /** Throws an Error where a rule cannot run. */
  static async of(language: string, rules: readonly Rule[]): Promise<Pair> {
    const following = await newEngine(language, rules);
    const problems = following.analyzer.ruleProblems(following.rules);
    if (problems.length > 0) throw new Error(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`).join("\n"));
    return new Pair(language, following, await newEngine(language, rules));
  }

  /** Starts with another text: the one analyzer goes on with all that it remembers, the other is made anew. */
  async open(text: string): Promise<Analysis> {
    this.seeing.analyzer.dispose();
    this.seeing = await newEngine(this.language, this.seeing.rules.rules, text);
    await this.following.analyzer.ready(this.language, text);
    this.following.analyzer.open({ uri: URI, languageId: this.language, text, version: ++this.version });
    return this.analysis();
  }

  edit(changes: Changes): void {
    this.following.analyzer.edit(URI, ++this.version, changes);
  }

  get text(): string {
    return this.following.analyzer.text(URI) ?? "";
  }

  /** Analyses the document; at idle when `idle` is set. */
  analysis(idle = false): Analysis {
    const { analyzer, rules } = this.following;
    return finish(analyzer.analyze(URI, { rules, today: TODAY, idle }));
  }

  /** Compares `followed` with an analysis of the same text by one who never saw another; with proofs of all fixes. */
  compare(followed: Analysis, proofs: boolean): Comparison {
    const { analyzer, rules } = this.seeing;
    // By a name of its own: what is known of flows outlives a document.
    const uri = `${URI} ${++this.seen}`;
    analyzer.open({ uri, languageId: this.language, text: this.text, version: this.version });
    const fresh = finish(analyzer.analyze(uri, { rules, today: TODAY }));
    const count = proofs ? fresh.findings.flatMap(({ fixes }) => fixes).length : 0;
    const mismatch =
      difference(followed, renamed(fresh, uri)) ?? (proofs ? this.differentProof(fresh.findings, uri) : undefined);
    analyzer.close(uri);
    const state = { errorFree: !fresh.hasSyntaxErrors, findings: fresh.findings.length, proofs: count };
    return mismatch === undefined ? state : { ...state, mismatch };
  }

  dispose(): void {
    this.following.analyzer.dispose();
    this.seeing.analyzer.dispose();
  }

  private differentProof(findings: Analysis["findings"], uri: string): string | undefined {
    const prove = ({ analyzer, rules }: Engine, found: Analysis["findings"]) => {
      const options: AnalysisOptions = { rules, today: TODAY };
      return found.flatMap((finding) => finding.fixes.map((fix) => analyzer.prove(finding, fix, options)));
    };
    const followed = prove(this.following, renamed(findings, uri));
    const fresh = renamed(prove(this.seeing, findings), uri);
    const at = fresh.findIndex((proof, index) => !isDeepStrictEqual(proof, followed[index]));
    return at < 0 ? undefined : `Proof ${at} is ${show(followed[at])} after edits and ${show(fresh[at])} afresh.`;
  }
}

/** The same with the document called as the one that is followed. */
function renamed<T>(value: T, uri: string): T {
  if (value === uri) return URI as T;
  if (Array.isArray(value)) return value.map((item) => renamed(item, uri)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, uri)])) as T;
}

function difference(followed: Analysis, fresh: Analysis): string | undefined {
  if (followed.hasSyntaxErrors !== fresh.hasSyntaxErrors) {
    return `After edits the text has ${followed.hasSyntaxErrors ? "" : "no "}syntax errors, afresh it is the other way.`;
  }
  if (!isDeepStrictEqual(followed.problems, fresh.problems)) {
    return `Problems are ${show(followed.problems)} after edits and ${show(fresh.problems)} afresh.`;
  }
  const length = Math.max(followed.findings.length, fresh.findings.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [followed.findings[at], fresh.findings[at]];
    if (!isDeepStrictEqual(one, other)) return `Finding ${at} is ${show(one)} after edits and ${show(other)} afresh.`;
  }
  return undefined;
}

const show = (value: unknown): string => JSON.stringify(value) ?? "nothing";
