// What the service asks of a project: which rules run on which document. Configuration itself is the project room's.
import type { Analyzer, RuleSet } from "../engine/analyzer";
import type { Rule } from "../engine/rules/rule";
import type { Configured, ProjectInput } from "./protocol";

/** The rules for one document. */
export interface Selection {
  /** By the configured profile: what is shown while typing. */
  readonly rules: RuleSet;
  /** By the profile `audit`: what a review runs. */
  readonly review: RuleSet;
  /** Why the document is not analysed: a full sentence. */
  readonly skipped?: string;
}

/** One configured project. */
export interface Project {
  readonly input: ProjectInput;
  readonly configured: Configured;
  /** Every rule that the project knows, switched off or not. */
  readonly rules: readonly Rule[];
  /** `path` is relative to the project's root; a document without one is selected for by its text alone. */
  select(path: string | undefined, text: string): Selection;
  /** The text of a `.caveat.yml` with the rule turned off; rejects a text that is not YAML. */
  turnOff(text: string, ruleId: string, reason: string): string;
}

/** Makes a project out of what the host sent. */
export type ProjectFactory = (
  analyzer: Analyzer,
  builtIn: readonly Rule[],
  input: ProjectInput,
  quarantined: readonly string[],
) => Project;
