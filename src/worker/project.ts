// One configured project in the worker: which rules run on which of its documents.
import type { RuleSet } from "../engine/analyzer";
import type { Finding } from "../engine/findings/finding";
import { Lines } from "../engine/findings/lines";
import { fragmentLanguages } from "../engine/rules/fragment-languages";
import { loadRules, mergeRules } from "../engine/rules/loader";
import type { Place, Rule } from "../engine/rules/rule";
import {
  type Configuration,
  isExcluded,
  PROFILES,
  type ResolvedConfiguration,
  suppressByConfiguration,
} from "../project/configuration";
import { ConfigurationTree } from "../project/configuration-tree";
import { skipReason } from "../project/files";
import { selectRules, showsAudit } from "../project/select-rules";
import type { Configured, EditorSettings, FileMistake, ProjectFile, ProjectInput } from "./protocol";
import type { Engine } from "./service";

/** What holds for one document. */
export interface Selection {
  /** By the configured profile: what is shown while typing. */
  readonly rules: RuleSet;
  /** By the profile `audit` at least: what a review runs. */
  readonly review: RuleSet;
  /** Why the document is not analysed: a full sentence. */
  readonly skipped?: string;
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
    },
    select(path, text) {
      const configuration = tree.forPath(path ?? "");
      const skipped = whySkipped(configuration, path, text);
      return {
        ...setsFor(configuration),
        ...(skipped === undefined ? {} : { skipped }),
        mark: (finding, today) =>
          path === undefined ? finding : suppressByConfiguration(finding, configuration, path, today),
      };
    },
  };
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
  return files.flatMap(({ path, uri }) => (tree.problems.get(path) ?? []).map((problem) => ({ uri, ...problem })));
}

/** The user's rules that can run, and what is wrong with the others. */
async function readRuleFiles(
  { analyzer, builtIn }: Engine,
  files: readonly ProjectFile[],
): Promise<{ rules: readonly Rule[]; mistakes: FileMistake[] }> {
  if (files.length === 0) return { rules: [], mistakes: [] };
  const loaded = files.map((file) => ({ file: file.path, ...loadRules(file.text, file.path, { builtIn: false }) }));
  const merged = mergeRules([{ file: "(built in)", rules: builtIn }, ...loaded]);
  const rules = merged.rules.filter((rule) => !rule.builtIn);
  const languages = new Set([...rules.flatMap((rule) => rule.languages), ...fragmentLanguages(rules)]);
  // A grammar that is missing or damaged is said with the documents that need it; rules of that language wait for it.
  await Promise.allSettled([...languages].map((language) => analyzer.ready(language)));
  const fileOfRule = new Map(
    loaded.flatMap(({ file, rules: its }) => its.map(({ id }) => [id, file] as const)).reverse(),
  );
  const unusable = analyzer.ruleProblems(analyzer.ruleSet(rules)).map((problem) => {
    return { ...problem, file: fileOfRule.get(problem.ruleId) ?? "" };
  });
  const errors = [...loaded.flatMap((one) => one.errors), ...merged.errors, ...unusable];
  const mistakes = errors.flatMap((error) => {
    const file = files.find(({ path }) => path === error.file);
    return file ? [toMistake(file, error)] : [];
  });
  const broken = new Set(unusable.map(({ ruleId }) => ruleId));
  return { rules: rules.filter(({ id }) => !broken.has(id)), mistakes };
}

function toMistake(
  { uri, text }: ProjectFile,
  error: { readonly message: string; readonly ruleId?: string; readonly at?: Place },
): FileMistake {
  const lines = new Lines(text);
  const { line, column } = error.at ?? { line: 0, column: 0 };
  return {
    uri,
    message: error.message,
    range: { start: lines.offsetAt({ line, column }), end: lines.end(line) },
    ...(error.ruleId === undefined ? {} : { ruleId: error.ruleId }),
  };
}
