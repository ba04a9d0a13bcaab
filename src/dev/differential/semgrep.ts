// A real Semgrep, as it is on the PATH, run over a folder.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** The version whose language ours is. */
export const SEMGREP_VERSION = "1.182.0";

export interface Report {
  /** `rule`, `file` relative to the folder, one-based `line`. */
  readonly hits: readonly Hit[];
  /** Rules that it cannot read, with its reason. */
  readonly refused: ReadonlyMap<string, string>;
  /** Files, or rules on a file (`rule\0file`), that it gave up. */
  readonly abandoned: ReadonlySet<string>;
}

export interface Hit {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

interface Output {
  readonly results: readonly { check_id: string; path: string; start: { line: number } }[];
  readonly errors: readonly { type?: unknown; rule_id?: string; path?: string; message?: string; level?: string }[];
}

/** Its version, or undefined where there is none on the PATH. */
export function semgrepVersion(): string | undefined {
  const { status, stdout } = spawnSync("semgrep", ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim().split("\n").at(-1) : undefined;
}

/** Of a scan with one job that prints JSON and leaves nothing out; the paths follow. */
export const semgrepArguments = (config: string): readonly string[] => [
  ...["scan", "--metrics=off", "--disable-version-check", "--no-git-ignore", "--no-rewrite-rule-ids"],
  ...["--disable-nosem", "--oss-only", "--json", "--jobs", "1", "--max-target-bytes", "0"],
  // Without the threshold a file is passed over in silence once three rules have taken too long.
  ...["--timeout", "30", "--timeout-threshold", "0"],
  ...["--config", config],
];

/** Runs the rules (any JSON or YAML text) over all files of `folder`; throws an Error where it prints no result. */
export async function runSemgrep(rules: string, folder: string): Promise<Report> {
  const config = join(mkdtempSync(join(tmpdir(), "semgrep-")), "rules.yaml");
  writeFileSync(config, rules);
  // Its default list of ignored paths leaves out tests and the like.
  writeFileSync(join(folder, ".semgrepignore"), "");
  try {
    return read(await output([...semgrepArguments(config), folder]), folder);
  } finally {
    rmSync(join(config, ".."), { recursive: true });
  }
}

function output(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("semgrep", args, { stdio: ["ignore", "pipe", "pipe"] });
    let [text, said] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    child.on("error", reject);
    child.on("close", () => (text === "" ? reject(new Error(`Semgrep said: ${said.slice(-2_000)}`)) : resolve(text)));
  });
}

function read(text: string, folder: string): Report {
  const { results, errors } = JSON.parse(text) as Output;
  const refused = new Map<string, string>();
  const abandoned = new Set<string>();
  for (const { type, rule_id: rule, path, message = "", level } of errors) {
    if (path?.startsWith(folder)) {
      const file = relative(folder, path);
      // With too many matches in a file those of other rules are dropped too.
      const whole = rule === undefined || type === "Too many matches";
      abandoned.add(whole ? file : `${rule}\0${file}`);
    } else if (rule !== undefined && level !== "info") refused.set(rule, message.replace(/\s+/g, " ").slice(0, 200));
  }
  const hits = results.map(({ check_id: rule, path, start }) => ({
    rule,
    file: relative(folder, path),
    line: start.line,
  }));
  return { hits, refused, abandoned };
}
