// `.caveat.yml`: what one file may say, and what several together mean for a file of the project. Above all stands the
// command line, then the nearest folder's file, key by key up to the root's, and at the bottom the editor's settings.
import { isMap, isScalar, parseDocument } from "yaml";
import { CONFIDENCES, type Confidence, type Finding, SEVERITIES, type Severity } from "../engine/findings/finding";
import { isDate } from "../engine/findings/suppression";
import { globMatcher } from "./globs";
import { type ConfigurationProblem, list, object, oneOf, Reader, record, string } from "./shape";

export type { ConfigurationProblem } from "./shape";

export const CONFIGURATION_FILE = ".caveat.yml";

export const PROFILES = ["recommended", "audit", "strict"] as const;
export type Profile = (typeof PROFILES)[number];

/** What a rule is set to: a severity, or not run at all. */
export type RuleSetting = Severity | "off";

/** Findings of a rule that a folder accepts. */
export interface ConfiguredSuppression {
  readonly rule: string;
  readonly reason: string;
  /** Relative to the file's folder; without them all that lies below it. */
  readonly paths?: readonly string[];
  readonly until?: string;
}

/** What one `.caveat.yml`, the editor's settings or the command line says; keys as they are written in the file. */
export interface Configuration {
  readonly profile?: Profile;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly "fail-on"?: Severity;
  /** Rule ids, or globs of them; of several that fit, an id wins over a glob, a later glob over an earlier one. */
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly "rule-files"?: readonly string[];
  readonly suppressions?: readonly ConfiguredSuppression[];
}

const DATE = string(
  "Last day on which it holds, such as 2027-01-31.",
  "a day such as 2027-01-31",
  "^\\d{4}-\\d{2}-\\d{2}$",
  isDate,
);

const SHAPE = object<Configuration>(
  {
    profile: oneOf(PROFILES, "Which rules run: recommended ones, with audit hints, or strict."),
    severity: oneOf(SEVERITIES, "The mildest severity that is reported."),
    confidence: oneOf(CONFIDENCES, "The least confidence that is reported."),
    "fail-on": oneOf(SEVERITIES, "The mildest severity that makes the command line fail."),
    rules: record(oneOf(["off", ...SEVERITIES], "A severity, or off."), "Severities by rule id; ids may hold *."),
    include: list(string("A glob.", "a glob"), "Globs of the only files to look at, relative to this file's folder."),
    exclude: list(string("A glob.", "a glob"), "Globs of files to leave out, relative to this file's folder."),
    "rule-files": list(
      string("A path.", "a path"),
      "Further rule files or folders of them, relative to this file's folder.",
    ),
    suppressions: list(
      object<ConfiguredSuppression>(
        {
          rule: string("The rule's id; it may hold *.", "a rule id", "^[A-Za-z0-9._*-]+$"),
          reason: string("Why its findings are accepted.", "a reason"),
          paths: list(string("A glob.", "a glob"), "Globs of the files it holds for; without them the whole folder."),
          until: DATE,
        },
        ["rule", "reason"],
        "Accepts findings of a rule.",
      ),
      "Findings that are accepted below this file's folder.",
    ),
  },
  [],
  "Configuration of Caveat for the folder of this file and all below it.",
);

/** The JSON schema of `.caveat.yml`. */
export function configurationSchema(): Record<string, unknown> {
  return { $schema: "http://json-schema.org/draft-07/schema#", title: CONFIGURATION_FILE, ...SHAPE.schema };
}

export interface ParsedConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads a `.caveat.yml`. Never throws: what is wrong is left out and reported. */
export function parseConfiguration(text: string): ParsedConfiguration {
  const document = parseDocument(text);
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    // The library's message ends with a drawing of the place.
    message: `${message.split(/ at line \d|:?\n/)[0].replace(/[.:]$/, "")}.`,
    range: { start: pos[0], end: Math.max(pos[0], pos[1]) },
  }));
  const { contents } = document;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  if (document.errors.length > 0 || isEmpty) {
    return { configuration: {}, problems };
  }
  const reader = new Reader(document);
  const configuration = SHAPE.read(contents, reader) ?? {};
  return { configuration, problems: [...problems, ...reader.problems] };
}

/** The text with one more suppression, its comments and order kept. Throws an Error when the text is no valid YAML mapping. */
export function addSuppression(text: string, suppression: ConfiguredSuppression): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) {
    throw new Error(`${CONFIGURATION_FILE} has mistakes; correct them first.`);
  }
  const item = document.createNode(suppression);
  if (document.get("suppressions") === undefined) {
    document.set("suppressions", document.createNode([item]));
  } else {
    document.addIn(["suppressions"], item);
  }
  return document.toString({ lineWidth: 0 });
}

/** A configuration and where it stands: a folder relative to the project's root, "" for the root, with `/`. */
export interface Layer {
  readonly folder: string;
  readonly configuration: Configuration;
}

/** Globs and the folder that they are relative to. */
export interface FolderGlobs {
  readonly folder: string;
  readonly globs: readonly string[];
}

/** What holds for the files of one folder. */
export interface ResolvedConfiguration {
  readonly profile: Profile;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly failOn: Severity;
  /** The nearest first. */
  readonly rules: readonly ReadonlyMap<string, RuleSetting>[];
  readonly include?: FolderGlobs;
  readonly exclude: readonly FolderGlobs[];
  /** Relative to the project's root. */
  readonly ruleFiles: readonly string[];
  readonly suppressions: readonly (ConfiguredSuppression & { readonly folder: string })[];
}

/** `layers` from the lowest to the highest. Suppressions add up, as do excludes of the command line to a file's. */
export function resolveConfiguration(layers: readonly Layer[], above: Configuration = {}): ResolvedConfiguration {
  const all = [...layers, { folder: "", configuration: above }].reverse();
  const pick = <K extends keyof Configuration>(key: K): NonNullable<Configuration[K]> | undefined =>
    all.find(({ configuration }) => configuration[key] !== undefined)?.configuration[key] ?? undefined;
  const globs = (key: "include" | "exclude" | "rule-files", from = all): FolderGlobs | undefined => {
    const layer = from.find(({ configuration }) => configuration[key] !== undefined);
    return layer === undefined ? undefined : { folder: layer.folder, globs: layer.configuration[key] ?? [] };
  };
  const include = globs("include");
  const ruleFiles = globs("rule-files");
  return {
    profile: pick("profile") ?? "recommended",
    severity: pick("severity") ?? "low",
    confidence: pick("confidence") ?? "low",
    failOn: pick("fail-on") ?? "low",
    rules: all.map(({ configuration }) => configuration.rules).filter((rules) => rules !== undefined),
    ...(include === undefined ? {} : { include }),
    exclude: [globs("exclude", all.slice(1)), globs("exclude", all.slice(0, 1))].filter((one) => one !== undefined),
    ruleFiles: (ruleFiles?.globs ?? []).map((path) => inFolder(ruleFiles?.folder ?? "", path)),
    suppressions: all.flatMap(({ folder, configuration }) =>
      (configuration.suppressions ?? []).map((one) => ({ ...one, folder })),
    ),
  };
}

function inFolder(folder: string, path: string): string {
  const plain = path.replace(/^\.\//, "").replace(/\/$/, "");
  return folder === "" || plain.startsWith("/") ? plain : `${folder}/${plain}`;
}

/** The path relative to `folder`; undefined when it lies elsewhere. */
function below(folder: string, path: string): string | undefined {
  return folder === "" ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function matches({ folder, globs }: FolderGlobs, path: string): boolean {
  const relative = below(folder, path);
  return relative !== undefined && globMatcher(globs)(relative);
}

/** Whether the configuration leaves a file out. `path` is relative to the project's root. */
export function isExcluded(configuration: ResolvedConfiguration, path: string): boolean {
  const { include, exclude } = configuration;
  const included = include === undefined || include.globs.length === 0 || matches(include, path);
  return !included || exclude.some((globs) => matches(globs, path));
}

/** What accepts the findings of a rule in a file, if anything does. `today` is an ISO date. */
export function acceptance(
  ruleId: string,
  configuration: ResolvedConfiguration,
  path: string,
  today: string,
): ConfiguredSuppression | undefined {
  return configuration.suppressions.find(
    ({ rule, paths, until, folder }) =>
      ruleIdMatches(rule, ruleId) &&
      (until === undefined || today <= until) &&
      (paths === undefined ? below(folder, path) !== undefined : matches({ folder, globs: paths }, path)),
  );
}

/** A finding of this rule in this file, marked when the configuration accepts it. `today` is an ISO date. */
export function suppressByConfiguration(
  finding: Finding,
  configuration: ResolvedConfiguration,
  path: string,
  today: string,
): Finding {
  const suppression = acceptance(finding.ruleId, configuration, path, today);
  if (suppression === undefined || finding.suppression !== undefined) {
    return finding;
  }
  const { reason, until } = suppression;
  return { ...finding, suppression: { by: "configuration", reason, ...(until === undefined ? {} : { until }) } };
}

/** Whether an id, or a glob in which `*` stands for anything, names the rule. */
export function ruleIdMatches(glob: string, ruleId: string): boolean {
  const literal = glob.split("*").map((part) => part.replace(/[^\w-]/g, "\\$&"));
  return glob === ruleId || (literal.length > 1 && new RegExp(`^${literal.join(".*")}$`).test(ruleId));
}
