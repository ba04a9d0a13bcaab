// What host and worker say to each other: plain data that structured cloning carries. Offsets are UTF-16, times ms.
import type { Analysis, DocumentInput, Phase, Proof, RuleTiming, TextChange } from "../engine/analyzer";
import type { Explanation } from "../engine/findings/explanation";
import type { Confidence, Finding, Fix, Range, Severity, Tier, TraceStep } from "../engine/findings/finding";
import type { Rule, RuleError } from "../engine/rules/rule";
import type { TargetVerdict } from "../project/rule-tests";

/** Raised whenever a message changes its meaning; host and worker of different versions refuse each other. */
export const PROTOCOL_VERSION = 3;

/** A text that the host has read (or that stands in an unsaved editor) and the project interprets. */
export interface ProjectFile {
  readonly uri: string;
  /** With `/`, relative to the project's root. */
  readonly path: string;
  readonly text: string;
}

/** The editor's own settings; `.caveat.yml` stands above them. */
export interface EditorSettings {
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly profile?: string;
  /** Ids of rules that are switched off. */
  readonly disabledRules: readonly string[];
  /** Globs relative to the project's root. */
  readonly exclude: readonly string[];
}

/** Least and greatest pause between the last key press and the analysis; between them it follows the analysis' cost. */
export interface Debounce {
  readonly least: number;
  readonly most: number;
  /** How long a document must rest until what was held back is shown. */
  readonly idle: number;
}

/** Everything that one project (a workspace folder, or "" for documents outside any) is analysed by. */
export interface ProjectInput {
  readonly settings: EditorSettings;
  readonly debounce: Debounce;
  /** Every `.caveat.yml` of the project. */
  readonly configurations: readonly ProjectFile[];
  /** The user's rule files; empty in a restricted workspace. */
  readonly ruleFiles: readonly ProjectFile[];
  /** False in a restricted workspace: rules and paths that the workspace chose are left out. */
  readonly trusted: boolean;
}

/** A mistake in a configuration or rule file. */
export interface FileMistake {
  readonly uri: string;
  readonly message: string;
  /** `error`: something is left out because of it. */
  readonly severity: "error" | "warning";
  readonly ruleId?: string;
  readonly range?: Range;
}

/** Files that end in one of `from` may hand data to files that end in one of `to`. */
export interface Followed {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface Configured {
  /** How many rules run by the root's configuration. */
  readonly rules: number;
  readonly mistakes: readonly FileMistake[];
  /** Rule files and folders that the configurations name, relative to the root: the host hands them in and configures again. */
  readonly ruleFiles: readonly string[];
  /** The files that the host hands in by `files` once one of their languages is open. */
  readonly followed: readonly Followed[];
}

/** Why an open or edit was answered: with its own analysis, with a later one, or not at all. */
export type Outcome = "analysed" | "superseded" | "closed";

/** What was looked at, so that an empty review can say so. */
export interface Review {
  readonly findings: readonly Finding[];
  readonly problems: readonly { readonly message: string }[];
  readonly hasSyntaxErrors: boolean;
  readonly rules: number;
  readonly milliseconds: number;
  /** Set when the file was not analysed at all: excluded, binary, minified. */
  readonly skipped?: string;
}

export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly tier: Tier;
  readonly builtIn: boolean;
}

/** A rule of a rule file, on its zero-based line. */
export interface OutlinedRule {
  readonly id: string;
  readonly line: number;
}

/** An annotated file that tests a rule file, and what all fixes are to make of it. */
export interface RuleTestTarget {
  readonly file: ProjectFile;
  readonly fixed?: ProjectFile;
}

export interface RuleTestResult {
  /** Ids of the rules that ran. */
  readonly rules: readonly string[];
  /** What is wrong with the rule file; its other rules are tested. */
  readonly mistakes: readonly FileMistake[];
  /** In the order of the targets. */
  readonly targets: readonly TargetVerdict[];
}

interface InDocument {
  readonly project: string;
  readonly uri: string;
  readonly version: number;
}

/** Every request: what it carries and what answers it. */
export interface Requests {
  hello: { params: { protocol: number; announceRules: boolean }; result: { protocol: number; builtInRules: number } };
  configure: { params: { project: string; input: ProjectInput; quarantined: readonly string[] }; result: Configured };
  open: { params: { project: string; document: DocumentInput }; result: Outcome };
  edit: { params: InDocument & { changes: readonly TextChange[] }; result: Outcome };
  close: { params: { project: string; uri: string }; result: "closed" };
  /**
   * Files of the project as they are stored, new or changed or gone: data flows to them though they are not open. `full`:
   * no more of them are held.
   */
  files: {
    params: { project: string; files: readonly ProjectFile[]; removed: readonly string[] };
    result: { full: boolean };
  };
  review: { params: InDocument & { range?: Range }; result: Review };
  prove: { params: InDocument & { finding: Finding; fix: Fix }; result: Proof };
  fixAll: { params: InDocument & { findings: readonly Finding[] }; result: Proof };
  suppress: { params: InDocument & { finding: Finding; scope: "line" | "file"; reason: string }; result: Proof };
  /** The text of a `.caveat.yml` that also accepts a rule's findings, in `paths` below it or everywhere. */
  accept: {
    params: { text: string; suppression: { rule: string; reason: string; paths?: readonly string[] } };
    result: string;
  };
  /** Why a rule does or does not match at a place of a document. */
  explain: { params: InDocument & { ruleId: string; place: Range }; result: Explanation };
  /** What is wrong with a rule file that no project uses. */
  check: { params: { file: ProjectFile }; result: readonly FileMistake[] };
  /** The rules of a rule file, those that cannot run among them. */
  outline: { params: { text: string }; result: readonly OutlinedRule[] };
  testRules: { params: { file: ProjectFile; targets: readonly RuleTestTarget[] }; result: RuleTestResult };
  rule: { params: { project: string; ruleId: string }; result: Rule | null };
  rules: { params: { project: string }; result: readonly RuleSummary[] };
  timings: { params: { project: string }; result: readonly RuleTiming[] };
  ping: { params: Record<string, never>; result: null };
}

export type RequestType = keyof Requests;
export type Params<T extends RequestType> = Requests[T]["params"];
export type Result<T extends RequestType> = Requests[T]["result"];

/** One request as it is sent. Past `deadline` (ms from its arrival) it is answered with the error `deadline`. */
export type Request = {
  [T in RequestType]: { readonly id: number; readonly type: T; readonly deadline?: number; readonly params: Params<T> };
}[RequestType];

export type ToWorker =
  | Request
  | { readonly type: "cancel"; readonly id: number }
  | { readonly type: "asset"; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: "asset"; readonly id: number; readonly error: string };

/** `stale`: the document has another version than the request says. `project`: no such project was configured. */
export type ErrorCode = "stale" | "cancelled" | "deadline" | "project" | "protocol" | "failed" | "stopped";

export interface WorkerFailure {
  readonly code: ErrorCode;
  /** A full sentence. */
  readonly message: string;
}

/** What a document's findings are now. `settled`: the document is at rest, so nothing need be held back. */
export interface AnalysisReport extends Analysis {
  readonly project: string;
  readonly settled: boolean;
  readonly rules: number;
  readonly skipped?: string;
}

export type FromWorker =
  | { readonly type: "reply"; readonly id: number; readonly result: Result<RequestType> }
  | { readonly type: "reply"; readonly id: number; readonly error: WorkerFailure }
  | { readonly type: "analysis"; readonly report: AnalysisReport }
  /** Said before it is done, so that the watchdog knows what hung. */
  | { readonly type: "phase"; readonly uri: string; readonly phase: Phase }
  /** Said now and then by a long run. */
  | { readonly type: "alive" }
  | { readonly type: "need"; readonly id: number; readonly asset: string }
  | { readonly type: "log"; readonly message: string };

export { Lines } from "../engine/findings/lines";
export { EXPIRED, SUPPRESSION_RULE_IDS, UNUSED, WITHOUT_REASON } from "../engine/findings/suppression";
export { SKIPPED_FOLDERS } from "../project/discover";
export { LARGEST_FOLLOWED } from "../project/followed";
export { folderOfGlob, isGlob, isRuleFile, looksLikeRules, RULE_PLACES } from "../project/rule-files";
export { fixedTarget, testTargets } from "../project/rule-tests";
export type {
  Analysis,
  DocumentInput,
  Explanation,
  Finding,
  Fix,
  Phase,
  Proof,
  Range,
  Rule,
  RuleError,
  RuleTiming,
  TargetVerdict,
  TextChange,
  TraceStep,
};
