// Tries the invariant: after any edits that end in a text without errors, and in any text at idle, findings equal those
// of a fresh analysis.
import { readFileSync } from "node:fs";
import type { Rule } from "../../engine/rules/rule";
import type { CorpusFile } from "../corpus";
import { type Random, seeded } from "../random";
import { applied, type Changes } from "./edits";
import { Pair } from "./engine";
import { filesOf, known, type Pack, rulesOf } from "./packs";
import { type Step, steps, withExamples, withSuppressions } from "./script";

/** Edits of a text after which the analyzer went wrong: what a case file holds. */
export interface Case {
  readonly language: string;
  readonly pack: Pack;
  readonly text: string;
  readonly edits: readonly Changes[];
  /** The last state was analysed at idle. */
  readonly idle: boolean;
}

export interface Failure extends Case {
  readonly file: string;
  readonly mismatch: string;
}

export interface Tally {
  readonly files: number;
  /** States compared. */
  readonly states: number;
  readonly errorFree: number;
  readonly findings: number;
  /** Of the file with the fewest findings, before any edit. */
  readonly fewestFindings: number;
  readonly proofs: number;
  readonly failures: readonly Failure[];
}

/** States compared in one file before the next is opened. */
const STATES_A_FILE = 25;
/** Which files are tried on: by characters, and by how many things a pack finds in them at least. */
interface Wanted {
  readonly least: number;
  readonly most: number;
  readonly findings: Readonly<Record<Pack, number>>;
}

/** Real work for the rules, and quick enough for many states. */
const AT_HAND: Wanted = { least: 1_500, most: 12_000, findings: { broad: 50, "built-in": 1 } };
/** Of a folder that is named. */
const NAMED: Wanted = { least: 100, most: 12_000, findings: { broad: 3, "built-in": 1 } };
/** One state in so many has its proofs compared. */
const PROOFS = 100;
/** A file in which the analyzer went wrong is left: its further states would say the same. */
const MOST_FAILURES = 5;

/**
 * Compares `states` states of files of one language; the same ones for the same seed.
 * @param folder where the files are, if not at hand; these are taken as they come, and small ones too
 */
export async function tryInvariant(
  language: string,
  pack: Pack,
  states: number,
  seed: number,
  folder?: string,
): Promise<Tally> {
  const random = seeded(seed);
  const rules = rulesOf(pack, language);
  const pair = await Pair.of(language, rules);
  const trial = new Trial(language, pack, random, pair, rules, folder === undefined ? AT_HAND : NAMED);
  const files: CorpusFile[] = [];
  let before = -1;
  while (trial.states < states && trial.failures.length < MOST_FAILURES) {
    // Where states are left over, the files are gone through again, with other edits.
    if (files.length === 0) {
      if (trial.files === before) throw new Error(`There are no files in ${language} to try the invariant on.`);
      before = trial.files;
      files.push(...filesOf(language, folder));
    }
    const [file] = files.splice(random(files.length), 1);
    if (file) await trial.file(file, Math.min(STATES_A_FILE, states - trial.states));
  }
  pair.dispose();
  return trial;
}

class Trial implements Tally {
  files = 0;
  states = 0;
  errorFree = 0;
  findings = 0;
  fewestFindings = Number.POSITIVE_INFINITY;
  proofs = 0;
  readonly failures: Failure[] = [];
  private readonly ruleIds: readonly string[];

  constructor(
    private readonly language: string,
    private readonly pack: Pack,
    private readonly random: Random,
    private readonly pair: Pair,
    private readonly rules: readonly Rule[],
    private readonly wanted: Wanted,
  ) {
    this.ruleIds = rules.map(({ id }) => id);
  }

  async file({ name, path }: CorpusFile, states: number): Promise<void> {
    const original = readFileSync(path, "utf8");
    if (original.length < this.wanted.least || original.length > this.wanted.most) return;
    if (original.split("\n").length < 10) return;
    const richer = withExamples(original, this.rules, this.random);
    let text = withSuppressions(richer, known(this.language).comments, this.ruleIds, this.random);
    let { hasSyntaxErrors, findings } = await this.pair.open(text);
    // Not every line takes a comment above it, and not every example is of this language alone.
    for (const plainer of [richer, original]) {
      if (!hasSyntaxErrors) break;
      text = plainer;
      ({ hasSyntaxErrors, findings } = await this.pair.open(text));
    }
    if (hasSyntaxErrors || findings.length < this.wanted.findings[this.pack]) return;
    this.files++;
    this.fewestFindings = Math.min(this.fewestFindings, findings.length);
    const until = this.states + states;
    const edits: Changes[] = [];
    for (const step of steps(text, this.random)) {
      edits.push(step.changes);
      const failure = this.step(step);
      if (failure) this.failures.push({ ...this.caseOf(text, edits), ...failure, file: name });
      if (failure || this.states >= until) return;
    }
  }

  /** Makes an edit and compares where there is something to compare: a text without errors, or one at idle. */
  private step({ changes, compared }: Step): { readonly mismatch: string; readonly idle: boolean } | undefined {
    this.pair.edit(changes);
    // Between two key presses there is not always time for an analysis.
    if (!compared && this.random(4) > 0) return undefined;
    let analysis = this.pair.analysis();
    const idle = analysis.hasSyntaxErrors;
    // Not always at idle: errors must also be followed by edits of the tree that holds them.
    if (!compared || (idle && this.random(3) > 0)) return undefined;
    if (idle) analysis = this.pair.analysis(true);
    this.states++;
    const { errorFree, findings, proofs, mismatch } = this.pair.compare(analysis, this.states % PROOFS === 0);
    if (errorFree) this.errorFree++;
    this.findings += findings;
    this.proofs += proofs;
    return mismatch === undefined ? undefined : { mismatch, idle };
  }

  private caseOf(text: string, edits: readonly Changes[]): Omit<Case, "idle"> {
    return { language: this.language, pack: this.pack, text, edits };
  }
}

/** What a kept case disagrees on now; undefined where the invariant holds. */
export async function tryCase({ language, pack, text, edits, idle }: Case): Promise<string | undefined> {
  const pair = await Pair.of(language, rulesOf(pack, language));
  let analysis = await pair.open(text);
  for (const changes of edits) {
    pair.edit(changes);
    analysis = pair.analysis();
  }
  if (idle) analysis = pair.analysis(true);
  const { mismatch } = pair.compare(analysis, false);
  pair.dispose();
  return mismatch;
}

/** The case with the edits before the last ones left out that it does not need. */
export async function shortened(failure: Case): Promise<Case> {
  let { text, edits } = failure;
  while (edits.length > 1) {
    const [first, ...rest] = edits;
    const shorter = { ...failure, text: applied(text, first ?? []), edits: rest };
    if ((await tryCase(shorter)) === undefined) break;
    ({ text, edits } = shorter);
  }
  return { ...failure, text, edits };
}

/** The fixed seed of a language and a pack. */
export const seedOf = (language: string, pack: Pack): number => 1000 * language.length + pack.length;

/** Whether there is anything to try a pack with. */
export const hasRules = (language: string, pack: Pack): boolean => rulesOf(pack, language).length > 0;
