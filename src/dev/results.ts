// What a run of one suite comes to, and how runs are summed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Results {
  readonly passed: number;
  readonly failed: number;
}

/** A suite that ended without a result counts as one failure. */
export const died: Results = { passed: 0, failed: 1 };

/** Sums the results of several suites. */
export function sum(results: readonly Results[]): Results {
  return {
    passed: results.reduce((total, each) => total + each.passed, 0),
    failed: results.reduce((total, each) => total + each.failed, 0),
  };
}

/** The line that a run ends with. */
export function summary({ passed, failed }: Results): string {
  return `${passed} passed, ${failed} failed`;
}

/**
 * Lends a file for a suite to write its results to as JSON, and reads it afterwards.
 * @param suite runs the suite and settles with its exit code; a code other than 0 without a failure in the file, or no
 * file at all, counts as a failure
 */
export async function collect(suite: (file: string) => Promise<number>): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), "caveat-results-"));
  const file = join(folder, "results.json");
  try {
    const code = await suite(file);
    if (!existsSync(file)) return died;
    const results: Results = JSON.parse(readFileSync(file, "utf8"));
    return code !== 0 && results.failed === 0 ? sum([results, died]) : results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
