// The one door of the engine: documents are opened, edited and closed; findings come out; fixes are proved.
// Types first; hosts import nothing else from the engine but findings, rules and the byte sources below.
import type { Finding, Fix, Problem, Range, TextEdit } from "./findings/finding";
import type { Rule } from "./rules/rule";

export interface DocumentInput {
  /** Any string that names the document; a URI in hosts. */
  readonly uri: string;
  /** VS Code's language id or our canonical name; unknown ones get only the rules for any text. */
  readonly languageId: string;
  readonly text: string;
  readonly version: number;
  /** With `/`, relative to the project's root: what the rules' `paths` are matched against. */
  readonly path?: string;
}

/** All offsets refer to the text before the list; changes do not overlap (VS Code's contentChanges). */
export type TextChange = TextEdit;

/** Names the rule set, profile and suppressions that an analysis uses; made once per project and configuration. */
export interface AnalysisOptions {
  /** Rules to run, already chosen by profile, severity and configuration. */
  readonly rules: RuleSet;
  /** Only findings that touch it are returned. */
  readonly range?: Range;
  /** ISO date (`2027-01-31`) against which `until` of suppressions is judged. */
  readonly today: string;
  /** The document is at rest: a fresh parse replaces a tree that holds errors. */
  readonly idle?: boolean;
}

/** Rules prepared for running; compiled lazily, shared by all documents. Made by `Analyzer.ruleSet`. */
export interface RuleSet {
  readonly rules: readonly Rule[];
}

export interface RuleTiming {
  readonly ruleId: string;
  readonly milliseconds: number;
  readonly findings: number;
}

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  /** In order of place, suppressed ones included (they carry `suppression`). */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** The text does not parse without errors; `heldRange` is the innermost statement around the first error after the last edit. */
  readonly hasSyntaxErrors: boolean;
  /** The innermost statement that holds an error or the last edit: an editor may hold findings in it back while typing goes on. */
  readonly unsettled: readonly Range[];
  readonly milliseconds: number;
}

/** What an analysis is doing, announced before it is done, so that a watchdog can tell what hung. */
export type Phase = { readonly phase: "parse" | "match" | "finish" } | { readonly phase: "rule"; readonly ruleId: string };

export interface ProvedFix {
  readonly fix: Fix;
  /** The text of the document after it. */
  readonly text: string;
}

export type Proof =
  | { readonly proved: true; readonly fix: Fix; readonly text: string }
  | { readonly proved: false; readonly reason: string };

export interface Analyzer {
  /** Makes grammars ready that the language needs; resolves at once for unknown languages; rejects with a clear error. */
  ready(languageId: string): Promise<void>;
  /** Compiles lazily; rules whose patterns do not parse report themselves as problems of the first analysis and in `ruleProblems`. */
  ruleSet(rules: readonly Rule[]): RuleSet;
  /** Compiles every rule now and says what is wrong with each that cannot run. Grammars must be ready. */
  ruleProblems(rules: RuleSet): readonly { readonly ruleId: string; readonly message: string; readonly at?: { line: number; column: number } }[];
  open(document: DocumentInput): void;
  edit(uri: string, version: number, changes: readonly TextChange[]): void;
  close(uri: string): void;
  text(uri: string): string | undefined;
  /** A generator that yields between short steps (a millisecond or less each as a rule), so that its caller can stop it. */
  analyze(uri: string, options: AnalysisOptions): Generator<Phase, Analysis>;
  /** Applies the fix in memory and analyses: holds if no new error node, the finding gone, no new finding. */
  prove(finding: Finding, fix: Fix, options: AnalysisOptions): Proof;
  /** The non-overlapping fixes of these findings as one edit, imports merged, proved as a whole; unproved ones are left out. */
  fixAll(uri: string, findings: readonly Finding[], options: AnalysisOptions): Proof;
  /** An edit that inserts a suppression comment with its reason, proved to parse and to suppress. `scope` line or file. */
  suppress(finding: Finding, scope: "line" | "file", reason: string, options: AnalysisOptions): Proof;
  timings(): readonly RuleTiming[];
  dispose(): void;
}
