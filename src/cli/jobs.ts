// What the command line and its worker threads say to each other; plain data that structured cloning carries.

import type { RuleProblem } from "../engine/analyzer";
import type { Explanation } from "../engine/findings/explanation";
import type { Finding, Problem } from "../engine/findings/finding";
import type { Rule } from "../engine/rules/rule";
import type { SkipReason } from "../project/files";

/** Which fixes to apply: none, those that are proved, or all of the user's rules too, as Semgrep does. */
export type FixMode = "none" | "proved" | "all";

export interface ScanJob {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly uri: string;
  /** Relative to the project's root: what the rules' `paths` are matched against. */
  readonly projectPath: string;
  /** Index into the rule sets. */
  readonly ruleSet: number;
  /** Named itself: read even if it looks generated or minified. */
  readonly explicit: boolean;
  /** ISO date. */
  readonly today: string;
  /** Parameters of functions are untrusted. */
  readonly strict: boolean;
  /** Whether the report holds edits that a program may apply: those that are proved go in. */
  readonly proveFixes: boolean;
  /** Prove, and drop unproved, fixes of the user's rules too. */
  readonly onlyProved: boolean;
  readonly fix: FixMode;
}

export interface AppliedFixes {
  /** The text after them. */
  readonly text: string;
  readonly count: number;
  /** Rules of which fixes were applied that could not be proved. */
  readonly unproved: readonly string[];
}

export interface ScanAnswer {
  /** Of the text after fixes, if any were applied; suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** What `findings` refer to; absent when there are neither findings nor problems. */
  readonly text?: string;
  readonly skipped?: SkipReason;
  /** The file could not be read or analysed, in a sentence. */
  readonly error?: string;
  readonly fixed?: AppliedFixes;
  /** The file's language could not be analysed, in a sentence: a grammar is missing or damaged. */
  readonly lack?: string;
}

/** A rule and a line of a file; in the file's text as it is on disk. */
export interface ExplainJob {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly projectPath: string;
  readonly rule: Rule;
  /** Counted from one. */
  readonly line: number;
  readonly today: string;
  readonly strict: boolean;
}

export interface Jobs {
  scan: { readonly job: ScanJob; readonly answer: ScanAnswer };
  /** Compiles every rule and says which cannot run. */
  check: { readonly job: { readonly rules: readonly Rule[] }; readonly answer: readonly RuleProblem[] };
  explain: { readonly job: ExplainJob; readonly answer: { readonly explanation: Explanation; readonly text: string } };
}

export type JobType = keyof Jobs;

/** A file that data may flow to from others. */
export interface ContextFile {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly uri: string;
  /** Relative to the project's root. */
  readonly projectPath: string;
}

export type ToScanWorker =
  | {
      readonly type: "rules";
      readonly ruleSets: readonly (readonly Rule[])[];
      readonly context: readonly ContextFile[];
    }
  | { readonly [T in JobType]: { readonly type: T; readonly id: number; readonly job: Jobs[T]["job"] } }[JobType];

export type FromScanWorker =
  | { readonly id: number; readonly answer: Jobs[JobType]["answer"] }
  | { readonly id: number; readonly error: string };
