// What the engine reports: plain data with UTF-16 offsets. Hosts translate it; nothing here knows an editor or a file format.

/** Half-open range of UTF-16 offsets in one text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces `range` of a text; edits of one list refer to the same text and do not overlap. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** Edits by document URI. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** From worst to mildest; the order of this list is the order of comparison. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** From surest to least sure; the order of this list is the order of comparison. */
export const CONFIDENCES = ["high", "medium", "low"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** `vuln` is a squiggle; `audit` is worth a reviewer's look and shown by the profiles that ask for it. */
export type Tier = "vuln" | "audit";

/** One place of the way a value takes; a finding of a search rule has an empty trace. */
export interface TraceStep extends Range {
  readonly uri: string;
  readonly kind: "source" | "step" | "sink";
  readonly message: string;
}

/** An edit that would remove the finding. It is a candidate until the analyzer has proved it. */
export interface Fix {
  readonly title: string;
  readonly files: readonly FileEdits[];
}

/** What a metavariable was bound to; `text` is redacted where it looks like a secret. */
export interface MetavariableValue {
  readonly text: string;
  readonly range?: Range;
}

/** Why a finding is not shown. */
export interface Suppression {
  readonly by: "caveat-ignore" | "caveat-ignore-file" | "nosemgrep" | "nosec" | "configuration" | "baseline";
  readonly reason?: string;
  /** ISO date, as written in `until`. */
  readonly until?: string;
  /** Where it stands in the same text, if it does. */
  readonly range?: Range;
}

export interface Finding extends Range {
  readonly uri: string;
  readonly ruleId: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tier: Tier;
  /** Most specific first: `CWE-89`. */
  readonly cwe: readonly string[];
  /** `A03:2021`, `A05:2025`. */
  readonly owasp: readonly string[];
  readonly metavariables: Readonly<Record<string, MetavariableValue>>;
  readonly trace: readonly TraceStep[];
  readonly fixes: readonly Fix[];
  /** `caveat/v1:` and 32 hex digits; see fingerprint.ts. */
  readonly fingerprint: string;
  readonly suppression?: Suppression;
}

/** Something the engine could not do for a document, said once and in a full sentence. */
export interface Problem {
  readonly uri: string;
  readonly message: string;
  readonly ruleId?: string;
  readonly range?: Range;
}
