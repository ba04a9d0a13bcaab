// A rule as the engine holds it, after the loader has read Semgrep's YAML or the compiled JSON of the built-in rules.
import type { Confidence, Severity, Tier } from "../findings/finding";
import type { Required } from "./prefilter";
import type { Taint } from "./taint";

/** A boolean combination of patterns; ranges and bindings are combined as RULE-LANGUAGE §3 says. */
export type Formula = FormulaBody & {
  /** Of a rule that ships: what a text must hold for the formula to match, so that it need not be compiled to find out. */
  readonly needs?: Required;
};

type FormulaBody =
  | { readonly type: "pattern"; readonly pattern: string; readonly at?: Place }
  | { readonly type: "regex"; readonly regex: string; readonly at?: Place }
  | {
      readonly type: "all";
      readonly positives: readonly Formula[];
      readonly negatives: readonly Formula[];
      readonly conditions: readonly Condition[];
      /** One entry per `focus-metavariable`, each a union over its names. */
      readonly focus: readonly (readonly string[])[];
      /** A metavariable for the whole match. */
      readonly as?: string;
      /** A fix for the matches of this part alone; the rule's own comes first. */
      readonly fix?: string;
      readonly at?: Place;
    }
  | { readonly type: "any"; readonly formulas: readonly Formula[]; readonly at?: Place }
  /** As a positive: the context a match must stand in. */
  | { readonly type: "inside"; readonly formula: Formula; readonly at?: Place }
  /** Joined by its bindings alone: where it stands does not matter. */
  | { readonly type: "anywhere"; readonly formula: Formula; readonly at?: Place }
  /** As a negative: `not` removes equal ranges, `not-inside` removes contained ones, `not-regex` either way round. */
  | { readonly type: "not"; readonly formula: Formula; readonly at?: Place }
  | { readonly type: "not-inside"; readonly formula: Formula; readonly at?: Place }
  | { readonly type: "not-regex"; readonly regex: string; readonly at?: Place };

export type Condition =
  | {
      readonly type: "regex";
      readonly metavariable: string;
      readonly regex: string;
      readonly constantPropagation: boolean;
      readonly at?: Place;
    }
  | {
      readonly type: "pattern";
      readonly metavariable: string;
      readonly language?: string;
      readonly formula: Formula;
      readonly at?: Place;
    }
  | {
      readonly type: "comparison";
      readonly metavariable?: string;
      readonly comparison: string;
      readonly strip: boolean;
      readonly base?: number;
      readonly at?: Place;
    }
  /** The type of what is bound is one of these, in the rule's language or the one named. */
  | {
      readonly type: "type";
      readonly metavariable: string;
      readonly types: readonly string[];
      readonly language?: string;
      readonly at?: Place;
    }
  | {
      readonly type: "analysis";
      readonly metavariable: string;
      readonly analyzer: "entropy" | "redos";
      readonly at?: Place;
    };

/** Where a key stands in the rule file, zero-based; absent for compiled rules. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Metadata {
  readonly category?: string;
  readonly subcategory?: readonly string[];
  readonly cwe?: readonly string[];
  readonly owasp?: readonly string[];
  readonly references?: readonly string[];
  readonly confidence?: string;
  readonly caveat?: CaveatMetadata;
  readonly [key: string]: unknown;
}

/** What Semgrep has no key for. */
export interface CaveatMetadata {
  readonly title?: string;
  /** Markdown: what goes wrong, how it is attacked, what to do. */
  readonly explanation?: string;
  readonly examples?: { readonly bad: readonly string[]; readonly good: readonly string[] };
  /** What the quick fix is called; with it, why it is right. */
  readonly fix?: { readonly title: string; readonly note?: string };
  /** Former ids; suppressions that name one still hold. */
  readonly aliases?: readonly string[];
}

export interface FixRegex {
  readonly regex: string;
  readonly replacement: string;
  readonly count?: number;
}

export interface Rule {
  readonly id: string;
  /** Former ids; suppressions that name one still hold. */
  readonly aliases: readonly string[];
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tier: Tier;
  /** Canonical names (RULE-LANGUAGE §1); `regex` alone means any text. */
  readonly languages: readonly string[];
  readonly formula: Formula | Taint;
  /** The formula stands under `match` or `taint`, in the newer syntax. */
  readonly syntax?: "match";
  readonly fix?: string;
  readonly fixRegex?: FixRegex;
  readonly paths: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly options: Readonly<Record<string, unknown>>;
  readonly metadata: Metadata;
  /** Ships with Caveat, as opposed to a user's. */
  readonly builtIn: boolean;
}

/** What is wrong with a rule file: the rule (or, without an id, the file) is not run; the others are. */
export interface RuleError {
  readonly file: string;
  readonly ruleId?: string;
  readonly message: string;
  readonly at?: Place;
}
