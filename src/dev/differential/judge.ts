// What the runs share: a folder for each, both engines on it, and how a comparison is printed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { filesUnder } from "../files";
import { runCaveat } from "./caveat";
import { type Comparison, compare } from "./compare";
import { type Hit, type Report, runSemgrep } from "./semgrep";

/** A folder that is there while the work is done. */
export async function inTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "differential-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Names of all files, relative to the folder. */
export const filesIn = (folder: string): string[] => filesUnder(folder).map((path) => relative(folder, path));

/** What Semgrep says of the files of a folder, and how what we say compares. */
export async function judge(rules: string, folder: string): Promise<{ semgrep: Report; comparison: Comparison }> {
  const semgrep = await runSemgrep(rules, folder);
  return { semgrep, comparison: compare(semgrep, await runCaveat(rules, folder, filesIn(folder))) };
}

const share = ({ agreed, missing, added }: Comparison): string => {
  const all = agreed + missing.length + added.length;
  return `${agreed} of ${all} (rule, line) pairs agree, ${all === 0 ? "–" : ((100 * agreed) / all).toFixed(2)} %`;
};

/** Each difference that is to be seen, and how many agree. */
export function print(
  name: string,
  comparison: Comparison,
  describe: (hit: Hit) => string,
  isSeen: (hit: Hit) => boolean = () => true,
): void {
  const shown = (hit: Hit): string => `${hit.rule} ${hit.file}:${hit.line}${describe(hit)}`;
  for (const hit of comparison.missing.filter(isSeen)) console.log(`  - ${shown(hit)}`);
  for (const hit of comparison.added.filter(isSeen)) console.log(`  + ${shown(hit)}`);
  for (const reason of comparison.left) console.log(`  ? ${reason}`);
  console.log(`${name}: ${share(comparison)}; ${comparison.left.length} rules left aside`);
}
