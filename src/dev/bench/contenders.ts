// Who scans: the command line as it ships, and where they are on the PATH a real Semgrep and ast-grep; each with one job.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { semgrepArguments } from "../differential/semgrep";
import { inRoot } from "../paths";
import { isOnPath, metered } from "./meter";

export interface Scanned {
  /** Of the processor, start included. */
  readonly milliseconds: number;
  readonly findings: number;
  readonly errors: number;
}

/**
 * `config` is a file of rules, or `default`. The report is the plain one: others hold fixes, each proved by an analysis of
 * its own. Throws an Error where it does not scan that many files.
 */
export function caveat(config: string, tree: string, files: number): Scanned {
  const report = join(tree, "../caveat.txt");
  const command = [process.execPath, inRoot("dist/cli.js"), "scan", "--jobs", "1", "--profile", "audit"];
  const args = ["--config", config, "--format", "text", "--output", report, "."];
  const { status, said, milliseconds } = metered([...command, ...args], tree, join(tree, "../caveat.out"));
  if (status > 1) throw new Error(`The scan ended with ${status}: ${said}`);
  const text = readFileSync(report, "utf8");
  const [, findings, scanned] = /^(\d+) findings?\b.*; (\d+) files? scanned\b/m.exec(text) ?? [];
  if (Number(scanned) !== files) throw new Error(`${scanned} files were scanned, not ${files}.`);
  return { milliseconds, findings: Number(findings), errors: said.match(/^caveat: /gm)?.length ?? 0 };
}

/** Undefined where there is no Semgrep on the PATH. */
export function semgrep(config: string, tree: string): Scanned | undefined {
  if (!isOnPath("semgrep")) return undefined;
  const output = join(tree, "../semgrep.json");
  // Its default list of ignored paths leaves out tests and the like.
  writeFileSync(join(tree, ".semgrepignore"), "");
  const { said, milliseconds } = metered(["semgrep", ...semgrepArguments(config), "."], tree, output);
  const text = readFileSync(output, "utf8");
  if (text === "") throw new Error(`Semgrep said: ${said.slice(-2_000)}`);
  const { results, errors } = JSON.parse(text) as { results: readonly unknown[]; errors: readonly unknown[] };
  return { milliseconds, findings: results.length, errors: errors.length };
}

/** Undefined where there is no ast-grep on the PATH. */
export function astGrep(rules: string, tree: string): Scanned | undefined {
  if (!isOnPath("ast-grep")) return undefined;
  const output = join(tree, "../ast-grep.jsonl");
  const ran = metered(["ast-grep", "scan", "--rule", rules, "--json=stream", "--threads", "1", "."], tree, output);
  if (ran.status > 1) throw new Error(`ast-grep ended with ${ran.status}: ${ran.said}`);
  const findings = readFileSync(output, "utf8").split("\n").filter(Boolean).length;
  return { milliseconds: ran.milliseconds, findings, errors: 0 };
}
