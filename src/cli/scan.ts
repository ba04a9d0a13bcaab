// `caveat scan`: from arguments to a report and an exit status.
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { Lines } from "../engine/findings/lines";
import { SUPPRESSION_RULE_IDS } from "../engine/findings/suppression";
import { TEXT_LANGUAGES } from "../engine/rules/language-names";
import type { Rule } from "../engine/rules/rule";
import { type Configuration, isExcluded, type ResolvedConfiguration } from "../project/configuration";
import { ConfigurationTree } from "../project/configuration-tree";
import { type DiscoveredFile, type Discovery, discover } from "../project/discover";
import { languageOf } from "../project/language-of";
import { distrustsParameters, selectRules } from "../project/select-rules";
import type { ConfigurationProblem } from "../project/shape";
import { unknownRules } from "../project/unknown-rules";
import type { ScanProblem } from "../report/result";
import type { ScanOptions } from "./arguments";
import { changedFiles } from "./changed";
import type { ScanAnswer } from "./jobs";
import { absolutePath, nodeFiles } from "./node-files";
import { finish } from "./outcome";
import { Pool } from "./pool";
import { Progress } from "./progress";
import {
  BUILT_IN,
  builtInRules,
  configuredRules,
  type GatheredRules,
  joinRules,
  projectRules,
  usableRules,
} from "./rule-sources";

/** What a command needs of its process. */
export interface Process {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The script that serves as a worker thread. */
  readonly script: string;
}

/** A file to scan. */
export interface Target extends DiscoveredFile {
  readonly uri: string;
  /** Relative to the project's root where it lies below it. */
  readonly projectPath: string;
  /** Relative to the current folder where it lies below it. */
  readonly displayPath: string;
  readonly configuration: ResolvedConfiguration;
}

export interface ScannedTarget extends Target {
  readonly answer: ScanAnswer;
}

/** Everything that the report and the exit status follow from. */
export interface Scan {
  readonly options: ScanOptions;
  readonly targets: readonly ScannedTarget[];
  readonly rules: readonly Rule[];
  /** Ids of rules that were asked for by `--config`. */
  readonly asked: ReadonlySet<string>;
  readonly problems: readonly ScanProblem[];
  /** Worth a line on standard error, and no more. */
  readonly notes: readonly ScanProblem[];
  readonly skipped: Readonly<Record<string, number>>;
  readonly today: string;
  readonly started: number;
}

/** Runs the command and gives the exit status. Throws a UsageError, or an Error in a sentence. */
export async function scan(options: ScanOptions, process: Process): Promise<number> {
  const started = performance.now();
  const paths = options.paths.map(absolutePath);
  const root = await projectRoot(paths[0]);
  const discovery = await discover(nodeFiles, root, paths);
  const tree = new ConfigurationTree(discovery.configurations, {}, fromOptions(options));
  const gathered = await gatherRules(options, root, tree);
  const joined = joinRules(gathered.files);
  const { wanted, around, skipped } = await chooseFiles(options, root, discovery, tree);
  const pool = new Pool(Math.min(options.jobs, Math.ceil(wanted.length / 8) || 1), process.script);
  try {
    const usable = await usableRules(pool, joined.rules, gathered.files);
    const asked = new Set(
      options.config.length > 0 ? usable.rules.filter(({ builtIn }) => !builtIn).map(({ id }) => id) : [],
    );
    const sets = ruleSets(wanted, usable.rules, asked, options);
    pool.useRules(
      sets.lists,
      around.map(({ path, uri, projectPath }) => ({ path, uri, projectPath })),
    );
    const known = [...joined.rules.flatMap(({ id, aliases }) => [id, ...aliases]), ...SUPPRESSION_RULE_IDS];
    const today = new Date().toISOString().slice(0, 10);
    const { targets, passed } = await scanAll(pool, wanted, sets, options, today, process);
    return await finish(
      {
        options,
        targets,
        rules: [...new Map(sets.lists.flat().map((rule) => [rule.id, rule])).values()],
        asked,
        problems: [
          ...discovery.problems.map(({ path, message }) => ({ path: display(path), message })),
          ...configurationProblems(discovery, root, (path) => tree.problems.get(path) ?? []),
          ...gathered.problems,
          ...joined.problems,
          ...usable.problems,
        ],
        // With `--config` a project's configuration may well name rules that this run does not know.
        notes: [
          ...gathered.notes,
          ...(options.config.length > 0
            ? []
            : configurationProblems(discovery, root, (_, text) => unknownRules(text, known))),
        ],
        skipped: { ...skipped, "without rules": passed, ignored: discovery.ignored },
        today,
        started,
      },
      process,
    );
  } finally {
    await pool.close();
  }
}

/** The repository of a path; else the current folder if it holds the path; else the path's own folder. */
export async function projectRoot(path: string): Promise<string> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if ((await nodeFiles.stat(`${folder}/.git`).catch(() => undefined)) !== undefined) {
      return folder;
    }
  }
  const current = absolutePath(".");
  const isFolder = (await nodeFiles.stat(path).catch(() => undefined)) === "folder";
  return path === current || path.startsWith(`${current}/`) ? current : isFolder ? path : dirname(path);
}

/** The path relative to the current folder where it lies below it. */
export function display(path: string): string {
  const current = `${absolutePath(".")}/`;
  return path.startsWith(current) ? path.slice(current.length) : path;
}

function fromOptions({ profile, severity, failOn, include, exclude }: ScanOptions): Configuration {
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(severity === undefined ? {} : { severity }),
    ...(failOn === undefined ? {} : { "fail-on": failOn }),
    ...(include.length === 0 ? {} : { include }),
    ...(exclude.length === 0 ? {} : { exclude }),
  };
}

export async function gatherRules(
  { config }: Pick<ScanOptions, "config">,
  root: string,
  tree: ConfigurationTree,
): Promise<GatheredRules> {
  const named = config.filter((name) => name !== BUILT_IN);
  const withBuiltIn = config.length === 0 || named.length < config.length;
  const builtIn = withBuiltIn ? [{ path: "the built-in rules", rules: await builtInRules() }] : [];
  const own =
    config.length === 0 ? await projectRules(root, tree.all(), display) : await configuredRules(named, display);
  return { ...own, files: [...builtIn, ...own.files] };
}

function configurationProblems(
  discovery: Discovery,
  root: string,
  mistakesOf: (path: string, text: string) => readonly ConfigurationProblem[],
): ScanProblem[] {
  return discovery.configurations.flatMap(({ path, text }) => {
    const lines = new Lines(text);
    return mistakesOf(path, text).map(({ message, range }) => {
      const { line, column } = lines.positionAt(range.start);
      return {
        path: display(path.startsWith("/") ? path : `${root}/${path}`),
        line: line + 1,
        column: column + 1,
        message,
      };
    });
  });
}

async function chooseFiles(
  options: ScanOptions,
  root: string,
  discovery: Discovery,
  tree: ConfigurationTree,
): Promise<{ wanted: Target[]; around: Target[]; skipped: Record<string, number> }> {
  const changed = options.changed === undefined ? undefined : await changedFiles(root, options.changed);
  const skipped = { unchanged: 0, excluded: 0 };
  const wanted: Target[] = [];
  // Data flows to files that did not change, too.
  const around: Target[] = [];
  for (const file of discovery.files) {
    const projectPath = file.path.startsWith(`${root}/`) ? file.path.slice(root.length + 1) : file.path;
    const configuration = tree.forPath(projectPath);
    const isUnchanged = changed !== undefined && !changed.has(file.path);
    const excluded = isExcluded(configuration, projectPath);
    skipped.unchanged += isUnchanged ? 1 : 0;
    skipped.excluded += excluded && !isUnchanged ? 1 : 0;
    if (excluded) {
      continue;
    }
    const uri = pathToFileURL(file.path).href;
    const target = { ...file, uri, projectPath, displayPath: display(file.path), configuration };
    around.push(target);
    if (!isUnchanged) {
      wanted.push(target);
    }
  }
  return { wanted, around, skipped };
}

interface RuleSets {
  readonly lists: readonly (readonly Rule[])[];
  indexOf(configuration: ResolvedConfiguration): number;
}

/** One rule set for each configuration; rules asked for by `--config` run whatever their tier, unless a profile was given. */
function ruleSets(
  targets: readonly Target[],
  rules: readonly Rule[],
  asked: ReadonlySet<string>,
  options: ScanOptions,
): RuleSets {
  const configurations = [...new Set(targets.map(({ configuration }) => configuration))];
  const lists = configurations.map((configuration) => [
    ...selectRules(
      rules.filter(({ id }) => !asked.has(id)),
      configuration,
    ),
    ...selectRules(
      rules.filter(({ id }) => asked.has(id)),
      { ...configuration, profile: options.profile ?? "audit" },
    ),
  ]);
  return { lists, indexOf: (configuration) => configurations.indexOf(configuration) };
}

async function scanAll(
  pool: Pool,
  targets: readonly Target[],
  sets: RuleSets,
  options: ScanOptions,
  today: string,
  process: Process,
): Promise<{ targets: ScannedTarget[]; passed: number }> {
  const relevant = targets.filter((target) => mayMatter(target, sets.lists[sets.indexOf(target.configuration)]));
  const progress = new Progress(process.stderr, relevant.length);
  const fix = options.autofix ? (options.proved ? "proved" : "all") : "none";
  const scanned = relevant.map(async (target): Promise<ScannedTarget> => {
    const { path, uri, projectPath, explicit } = target;
    const ruleSet = sets.indexOf(target.configuration);
    const job = {
      path,
      uri,
      projectPath,
      explicit,
      ruleSet,
      today,
      strict: distrustsParameters(target.configuration.profile),
      fix,
      proveFixes: options.format === "json" || options.format === "sarif",
      onlyProved: options.proved,
    } as const;
    const answer = await pool
      .run("scan", job)
      .catch((error: Error) => ({ findings: [], problems: [], error: error.message }));
    progress.step();
    return { ...target, answer };
  });
  const all = await Promise.all(scanned);
  progress.end();
  return { targets: all, passed: targets.length - relevant.length };
}

/** Whether any rule may look at the file: by its language, or, for a name without extension, by what its first line may say. */
function mayMatter({ path }: Target, rules: readonly Rule[]): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (
    !name.includes(".") ||
    languageOf(path) !== undefined ||
    rules.some(({ languages }) => languages.some((one) => TEXT_LANGUAGES.has(one)))
  );
}
