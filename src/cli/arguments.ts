// What was typed, as options with types; mistakes become one clear sentence.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { SEVERITIES, type Severity } from "../engine/findings/finding";
import { PROFILES, type Profile } from "../project/configuration";

export const FORMATS = ["text", "json", "sarif", "github", "html"] as const;
export type Format = (typeof FORMATS)[number];

export interface ScanOptions {
  readonly command: "scan";
  readonly paths: readonly string[];
  /** Files or folders of rules, or `default` for the built-in ones; empty: built-in rules and the project's own. */
  readonly config: readonly string[];
  readonly profile?: Profile;
  readonly format: Format;
  readonly output?: string;
  readonly severity?: Severity;
  readonly failOn?: Severity;
  readonly baseline?: string;
  /** Write the baseline instead of reading it. */
  readonly updateBaseline: boolean;
  /** A git revision; "" for the last commit. */
  readonly changed?: string;
  readonly autofix: boolean;
  /** Apply and report only fixes that are proved, of the user's own rules too. */
  readonly proved: boolean;
  readonly jobs: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface ExplainOptions {
  readonly command: "explain";
  readonly ruleId: string;
  /** Where to say why the rule does or does not match. */
  readonly at?: { readonly path: string; readonly line: number };
  readonly config: readonly string[];
  readonly profile?: Profile;
}

export type Options =
  | ScanOptions
  | { readonly command: "test"; readonly paths: readonly string[] }
  | { readonly command: "rules"; readonly format: "text" | "json" }
  | ExplainOptions
  | { readonly command: "help" | "version" };

/** Something that was typed wrong; its message is a full sentence. */
export class UsageError extends Error {}

const STRING = { type: "string" } as const;
const STRINGS = { type: "string", multiple: true } as const;
const FLAG = { type: "boolean" } as const;

const SCAN = {
  config: { ...STRINGS, short: "c" },
  profile: STRING,
  format: { ...STRING, short: "f" },
  output: { ...STRING, short: "o" },
  severity: STRING,
  "fail-on": STRING,
  baseline: STRING,
  "update-baseline": FLAG,
  changed: STRING,
  autofix: FLAG,
  proved: FLAG,
  jobs: { ...STRING, short: "j" },
  include: STRINGS,
  exclude: STRINGS,
} as const;

/** Reads the arguments after the program's name. Throws a UsageError. */
export function readArguments(args: readonly string[]): Options {
  const [command, ...rest] = args;
  if (command === undefined || rest.includes("--help") || ["help", "--help", "-h"].includes(command)) {
    return { command: "help" };
  }
  switch (command) {
    case "version":
    case "--version":
      return { command: "version" };
    case "scan":
      return readScan(rest);
    case "test":
      return { command, paths: required(parse(rest, {}).positionals, "test needs a rule file or a folder of them.") };
    case "rules": {
      const { values } = parse(rest, { format: STRING }, 0);
      return { command, format: choice("--format", values.format, ["text", "json"]) ?? "text" };
    }
    case "explain":
      return readExplain(rest);
    default:
      throw new UsageError(`There is no command “${command}”; there are scan, test, rules and explain.`);
  }
}

function readExplain(args: readonly string[]): ExplainOptions {
  const { values, positionals } = parse(args, { config: SCAN.config, profile: STRING }, 2);
  const [ruleId, place] = required(positionals, "explain needs the id of a rule.");
  const at = /^(.+):([1-9]\d*)(?::\d+)?$/s.exec(place ?? "");
  if (place !== undefined && at === null) {
    throw new UsageError(`explain takes a place such as src/app.py:12, not “${place}”.`);
  }
  const profile = choice("--profile", values.profile, PROFILES);
  return {
    command: "explain",
    ruleId,
    config: values.config ?? [],
    ...(at === null ? {} : { at: { path: at[1], line: Number(at[2]) } }),
    ...(profile === undefined ? {} : { profile }),
  };
}

function readScan(args: readonly string[]): ScanOptions {
  // `--changed` may stand without a value, which parseArgs does not know.
  const { values, positionals } = parse(
    args.map((arg) => (arg === "--changed" ? "--changed=" : arg)),
    SCAN,
  );
  if (values["update-baseline"] && values.baseline === undefined) {
    throw new UsageError("--update-baseline needs --baseline FILE.");
  }
  const profile = choice("--profile", values.profile, PROFILES);
  const severity = choice("--severity", values.severity, SEVERITIES);
  const failOn = choice("--fail-on", values["fail-on"], SEVERITIES);
  return {
    command: "scan",
    paths: required(positionals, "scan needs a file or a folder."),
    config: values.config ?? [],
    format: choice("--format", values.format, FORMATS) ?? "text",
    updateBaseline: values["update-baseline"] ?? false,
    autofix: values.autofix ?? false,
    proved: values.proved ?? false,
    jobs: readJobs(values.jobs),
    include: values.include ?? [],
    exclude: values.exclude ?? [],
    ...(profile === undefined ? {} : { profile }),
    ...(severity === undefined ? {} : { severity }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(values.output === undefined ? {} : { output: values.output }),
    ...(values.baseline === undefined ? {} : { baseline: values.baseline }),
    ...(values.changed === undefined ? {} : { changed: values.changed }),
  };
}

type OptionTypes = Record<string, typeof STRING | typeof STRINGS | typeof FLAG>;

function parse<T extends OptionTypes>(args: readonly string[], options: T, most = Number.POSITIVE_INFINITY) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length > most) {
      throw new UsageError(`“${parsed.positionals[most]}” is one argument too many.`);
    }
    return parsed;
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(`${(error as Error).message.split(". ")[0].replace(/\.$/, "")}.`);
  }
}

function required(values: readonly string[], message: string): readonly string[] {
  if (values.length === 0) {
    throw new UsageError(message);
  }
  return values;
}

function choice<const T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined {
  const chosen = choices.find((one) => one === value);
  if (value !== undefined && chosen === undefined) {
    throw new UsageError(`${option} takes one of ${choices.join(", ")}, not “${value}”.`);
  }
  return chosen;
}

function readJobs(value: string | undefined): number {
  if (value === undefined) {
    return availableParallelism();
  }
  if (!/^[1-9]\d{0,2}$/.test(value)) {
    throw new UsageError(`--jobs takes a number from 1 to 999, not “${value}”.`);
  }
  return Number(value);
}
