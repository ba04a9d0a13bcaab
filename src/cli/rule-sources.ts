// Where the rules of a run come from: the built-in pack, files that `--config` names, files of the project.
import { readFile } from "node:fs/promises";
import type { LibraryModel } from "../engine/dataflow";
import { Lines } from "../engine/findings/lines";
import { loadCompiledModels, loadCompiledRules } from "../engine/rules/compiled";
import { loadRules, mergeRules } from "../engine/rules/loader";
import type { Rule, RuleError } from "../engine/rules/rule";
import type { ResolvedConfiguration } from "../project/configuration";
import { discover } from "../project/discover";
import { type MistakePlace, RuleFileText } from "../project/rule-file";
import {
  folderOfGlob,
  isConfiguredRuleFile,
  isCustomaryRuleFile,
  isGlob,
  isRuleFile,
  RULE_PLACES,
} from "../project/rule-files";
import { unboundMetavariables } from "../project/unbound";
import type { ScanProblem } from "../report/result";
import { builtInRulesFile } from "./installation";
import { absolutePath, explain, nodeFiles } from "./node-files";
import type { Pool } from "./pool";

/** Names the built-in rules for `--config`. */
export const BUILT_IN = "default";

export interface RuleFile {
  readonly path: string;
  /** Absent for the built-in rules. */
  readonly text?: string;
  readonly rules: readonly Rule[];
}

export interface GatheredRules {
  readonly files: readonly RuleFile[];
  readonly problems: readonly ScanProblem[];
  /** What is not run of rules that are. */
  readonly notes: readonly ScanProblem[];
}

/** The rules that ship with Caveat. Rejects with an Error in a sentence when they cannot be read. */
export async function builtInRules(): Promise<readonly Rule[]> {
  const file = builtInRulesFile();
  try {
    return loadCompiledRules(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new Error(`The built-in rules cannot be read from ${file}: ${explain(error)}`, { cause: error });
  }
}

/** What is known of libraries. Rejects with an Error in a sentence when it cannot be read. */
export async function libraryModels(): Promise<readonly LibraryModel[]> {
  const file = builtInRulesFile();
  try {
    return loadCompiledModels(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new Error(`What is known of libraries cannot be read from ${file}: ${explain(error)}`, { cause: error });
  }
}

/** Reads the files and folders that `--config` names. */
export async function configuredRules(
  named: readonly string[],
  display: (path: string) => string,
): Promise<GatheredRules> {
  const paths: string[] = [];
  const problems: ScanProblem[] = [];
  for (const name of named) {
    const path = absolutePath(name);
    const found = await discover(nodeFiles, path, [path]);
    problems.push(...found.problems.map((problem) => ({ ...problem, path: display(problem.path) })));
    for (const file of found.files) {
      // A folder may hold test targets and other YAML beside its rules.
      if (file.explicit || (isRuleFile(file.path) && (await holdsRules(file.path)))) {
        paths.push(file.path);
      }
    }
  }
  const read = await readRuleFiles(paths, display);
  return { ...read, problems: [...problems, ...read.problems] };
}

async function holdsRules(path: string): Promise<boolean> {
  return /^\s*(?:-\s*)?["']?rules["']?\s*:/m.test(await nodeFiles.readText(path));
}

/** Reads the rules that a project keeps: customary files of its root and those its configuration names. */
export async function projectRules(
  root: string,
  configurations: readonly ResolvedConfiguration[],
  display: (path: string) => string,
): Promise<GatheredRules> {
  const absolute = (path: string): string => (path.startsWith("/") ? path : path === "" ? root : `${root}/${path}`);
  const configured = configurations.flatMap(({ ruleFiles }) => ruleFiles);
  const named = new Set(configured.filter((path) => !isGlob(path)).map(absolute));
  const globbed = configured.filter(isGlob).map(folderOfGlob);
  const places = [...new Set([...[...RULE_PLACES, ...globbed].map(absolute), ...named])];
  const present: string[] = [];
  for (const place of places) {
    // A customary place may be missing; one that was named may not.
    if (named.has(place) || (await nodeFiles.stat(place)) !== undefined) {
      present.push(place);
    }
  }
  const found = await discover(nodeFiles, root, present);
  const isWanted = (path: string) =>
    isCustomaryRuleFile(path) || configurations.some((configuration) => isConfiguredRuleFile(path, configuration));
  const paths = found.files
    .filter(({ path, explicit }) => explicit || isWanted(path.slice(root.length + 1)))
    .map(({ path }) => path);
  const read = await readRuleFiles(paths, display);
  const problems = found.problems.map((problem) => ({ ...problem, path: display(problem.path) }));
  return { ...read, problems: [...problems, ...read.problems] };
}

/** Reads rule files as they are; `display` gives the path that messages show. */
export async function readRuleFiles(
  paths: readonly string[],
  display: (path: string) => string,
): Promise<GatheredRules> {
  const files: RuleFile[] = [];
  const problems: ScanProblem[] = [];
  const told: ScanProblem[] = [];
  for (const path of [...new Set(paths)]) {
    try {
      const text = await nodeFiles.readText(path);
      const { rules, errors, notes } = loadRules(text, display(path), { builtIn: false });
      files.push({ path: display(path), text, rules });
      problems.push(...errors.map((error) => toProblem(error, text)));
      told.push(...notes.map((note) => toProblem(note, text)));
    } catch (error) {
      problems.push({ path: display(path), message: (error as Error).message });
    }
  }
  return { files, problems, notes: told };
}

/** Joins rule files; a rule with the id of a built-in one is a problem. */
export function joinRules(files: readonly RuleFile[]): { rules: readonly Rule[]; problems: ScanProblem[] } {
  const { rules, errors } = mergeRules(files.map(({ path, rules: own }) => ({ file: path, rules: own })));
  return {
    rules,
    problems: errors.map((error) => toProblem(error, files.find(({ path }) => path === error.file)?.text)),
  };
}

/** Compiles the user's rules in a thread; gives those that can run, and what is wrong with the others. */
export async function usableRules(
  pool: Pool,
  rules: readonly Rule[],
  files: readonly RuleFile[],
): Promise<{ rules: readonly Rule[]; problems: ScanProblem[] }> {
  const own = rules.filter(({ builtIn }) => !builtIn);
  if (own.length === 0) {
    return { rules, problems: [] };
  }
  const unusable = await pool.run("check", { rules: own });
  const broken = new Set(unusable.map(({ index }) => own[index]));
  return {
    rules: rules.filter((rule) => !broken.has(rule)),
    problems: unusable.map((problem) => {
      const file = files.find((each) => each.rules.includes(own[problem.index]!));
      return toProblem({ ...problem, file: file?.path ?? "" }, file?.text);
    }),
  };
}

/** What a rule names though nothing in it binds it: worth a line, and no more, since the rule runs. */
export function unboundNames({ path, text, rules }: RuleFile): ScanProblem[] {
  if (text === undefined) {
    return [];
  }
  const file = new RuleFileText(text);
  const lines = new Lines(text);
  return rules.flatMap((rule) =>
    unboundMetavariables(rule, file).map(({ message, range }) => {
      const { line, column } = lines.positionAt((range ?? file.rangeOf({ ruleId: rule.id })).start);
      return { path, message, ruleId: rule.id, line: line + 1, column: column + 1 };
    }),
  );
}

function toProblem(error: RuleError & MistakePlace, text: string | undefined): ScanProblem {
  const { file, ruleId, message } = error;
  const at = text === undefined ? undefined : new Lines(text).positionAt(new RuleFileText(text).rangeOf(error).start);
  return {
    path: file,
    message,
    ...(ruleId === undefined ? {} : { ruleId }),
    ...(at === undefined ? {} : { line: at.line + 1, column: at.column + 1 }),
  };
}
