// The unit suites, in plain Node: `npm run unit [-- FILE|GLOB|MOCHA-OPTION ...]`.
import { build } from "./build";
import { inRoot } from "./paths";
import { asTask, runTool } from "./process";
import { collect, type Results, summary } from "./results";

/** Runs mocha with our reporter; without arguments, over every unit suite. */
export function unit(args: readonly string[]): Promise<Results> {
  return collect((file) =>
    runTool("mocha/bin/mocha.js", ["--reporter", inRoot("src/dev/reporter.ts"), ...args], { CAVEAT_RESULTS: file }),
  );
}

if (require.main === module) {
  asTask(async (args) => {
    await build();
    const results = await unit(args);
    console.log(summary(results));
    return results.failed === 0 ? 0 : 1;
  });
}
