// One configured project in the worker: which rules run on which of its documents.
import type { RuleSet } from "../engine/analyzer";
import type { Finding } from "../engine/findings/finding";
import { languages } from "../engine/languages";
import type { Rule } from "../engine/rules/rule";
import {
  type Configuration,
  isExcluded,
  PROFILES,
  type ResolvedConfiguration,
  suppressByConfiguration,
} from "../project/configuration";
import { ConfigurationTree } from "../project/configuration-tree";
import { skipReason } from "../project/files";
import { distrustsParameters, selectRules, showsAudit, whyNotShown } from "../project/select-rules";
import type { Configured, EditorSettings, FileMistake, Followed, ProjectFile, ProjectInput } from "./protocol";
import { readRuleFiles } from "./rule-files";
import type { Engine } from "./service";

/** What holds for one document. */
export interface Selection {
  /** By the configured profile: what is shown while typing. */
  readonly rules: RuleSet;
  /** By the profile `audit` at least: what a review runs. */
  readonly review: RuleSet;
  /** Parameters of functions are untrusted, while typing and in a review. */
  readonly strict: boolean;
  /** Why the document is not analysed: a full sentence. */
  readonly skipped?: string;
  /** Full sentences: why nothing of the rule is shown in the document. */
  whyNotShown(rule: Rule, today: string): readonly string[];
  /** The finding, marked where the configuration accepts it. */
  mark(finding: Finding, today: string): Finding;
}

export interface Project {
  readonly input: ProjectInput;
  readonly configured: Configured;
  /** Every rule that the project knows, switched off or not. */
  readonly rules: readonly Rule[];
  /** `path` is relative to the project's root; a document without one is judged by its text alone. */
  select(path: string | undefined, text: string): Selection;
}

/** Reads what the host sent. Never fails over its content: mistakes are reported, and what is right is used. */
export async function createProject(
  engine: Engine,
  input: ProjectInput,
  quarantined: readonly string[],
): Promise<Project> {
  const tree = new ConfigurationTree(input.configurations, fromSettings(input.settings));
  const own = await readRuleFiles(engine, input.ruleFiles);
  const rules = [...engine.builtIn, ...own.rules];
  const usable = rules.filter(({ id }) => !quarantined.includes(id));
  const sets = new Map<ResolvedConfiguration, { rules: RuleSet; review: RuleSet }>();
  const setsFor = (configuration: ResolvedConfiguration) => {
    const known = sets.get(configuration);
    if (known) return known;
    const profile = showsAudit(configuration.profile) ? configuration.profile : "audit";
    const made = {
      rules: engine.analyzer.ruleSet(selectRules(usable, configuration)),
      review: engine.analyzer.ruleSet(selectRules(usable, { ...configuration, profile })),
    };
    sets.set(configuration, made);
    return made;
  };
  return {
    input,
    rules,
    configured: {
      rules: setsFor(tree.forPath("")).rules.rules.length,
      mistakes: [...configurationMistakes(tree, input.configurations), ...own.mistakes],
      ruleFiles: [...new Set(tree.all().flatMap(({ ruleFiles }) => ruleFiles))],
      followed: followedBy(setsFor(tree.forPath("")).rules),
    },
    select(path, text) {
      const configuration = tree.forPath(path ?? "");
      const skipped = whySkipped(configuration, path, text);
      return {
        ...setsFor(configuration),
        strict: distrustsParameters(configuration.profile),
        ...(skipped === undefined ? {} : { skipped }),
        whyNotShown: (rule, today) => [
          ...(quarantined.includes(rule.id) ? ["The rule is left out, because the engine stopped at it."] : []),
          ...whyNotShown(rule, configuration, path, today),
        ],
        mark: (finding, today) =>
          path === undefined ? finding : suppressByConfiguration(finding, configuration, path, today),
      };
    },
  };
}

function followedBy(rules: RuleSet): Followed[] {
  return languages.flatMap(({ id, extensions }) => {
    const names = rules.followedFrom(id);
    const others = languages.filter((other) => names.includes(other.id)).flatMap((other) => other.extensions);
    return others.length > 0 ? [{ from: extensions, to: others }] : [];
  });
}

function fromSettings({ severity, confidence, profile, disabledRules, exclude }: EditorSettings): Configuration {
  const named = PROFILES.find((name) => name === profile);
  return {
    ...(severity ? { severity } : {}),
    ...(confidence ? { confidence } : {}),
    ...(named ? { profile: named } : {}),
    rules: new Map(disabledRules.map((id) => [id, "off" as const])),
    exclude,
  };
}

function whySkipped(configuration: ResolvedConfiguration, path: string | undefined, text: string): string | undefined {
  if (path !== undefined && isExcluded(configuration, path)) return "The configuration excludes this file.";
  const reason = skipReason(path ?? "", text);
  return reason === undefined ? undefined : `This file is not analysed: it is ${reason}.`;
}

function configurationMistakes(tree: ConfigurationTree, files: readonly ProjectFile[]): FileMistake[] {
  return files.flatMap(({ path, uri }) =>
    (tree.problems.get(path) ?? []).map((problem) => ({ uri, severity: "error" as const, ...problem })),
  );
}
