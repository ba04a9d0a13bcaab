// Format, lint and types: `npm run check`.
import { inRoot } from "./paths";
import { asTask, runTool } from "./process";
import { type Results, summary } from "./results";

const checks: readonly (readonly [name: string, script: string, args: readonly string[]])[] = [
  ["format and lint", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]],
  ["types", "typescript/bin/tsc", ["-p", inRoot()]],
  ["types of the engine, without any host", "typescript/bin/tsc", ["-p", inRoot("src/engine")]],
];

/** Runs every check, each counted as one test. */
export async function check(): Promise<Results> {
  let failed = 0;
  for (const [name, script, args] of checks) {
    const code = await runTool(script, args);
    console.log(code === 0 ? `ok: ${name}` : `FAILED: ${name}`);
    if (code !== 0) failed++;
  }
  return { passed: checks.length - failed, failed };
}

if (require.main === module) {
  asTask(async () => {
    const results = await check();
    console.log(summary(results));
    return results.failed === 0 ? 0 : 1;
  });
}
