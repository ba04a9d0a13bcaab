import assert from "node:assert/strict";
import { join } from "node:path";
import type { ScanJob } from "../../src/cli/jobs";
import { Pool } from "../../src/cli/pool";

const SCRIPT = join(__dirname, "fixtures/odd-worker.cjs");

/** What became of each job, in their order. */
async function run(size: number, jobs: string[], longest?: number): Promise<unknown[]> {
  const pool = new Pool(size, SCRIPT, longest);
  pool.useRules([[], []]);
  try {
    return await Promise.all(
      jobs.map((uri) => pool.run("scan", { uri } as ScanJob).catch((error: Error) => error.message)),
    );
  } finally {
    await pool.close();
  }
}

describe("Pool", () => {
  it("answers every job, with the rule sets in each thread", async () => {
    const jobs = Array.from({ length: 20 }, (_, index) => String(index));
    assert.deepEqual(
      await run(3, jobs),
      jobs.map((uri) => ({ uri, ruleSets: 2 })),
    );
  });

  it("loses only the job at which a thread dies, and says how", async () => {
    assert.deepEqual(await run(1, ["a", "throw", "b", "exit", "c", "refuse", "d"]), [
      { uri: "a", ruleSets: 2 },
      "The engine failed: out of memory.",
      { uri: "b", ruleSets: 2 },
      "The engine stopped unexpectedly.",
      { uri: "c", ruleSets: 2 },
      "No.",
      { uri: "d", ruleSets: 2 },
    ]);
  });

  it("stops a thread that hangs", async () => {
    assert.deepEqual(await run(1, ["hang", "a"], 2000), [
      "The engine took longer than 2 seconds and was stopped.",
      { uri: "a", ruleSets: 2 },
    ]);
  });
});
