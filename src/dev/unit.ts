// The unit suites, in plain Node: `npm run unit [-- FILE|GLOB ...] [-- MOCHA-OPTION ...]`.
import { build } from "./build";
import { packageFolder, reactAdmin } from "./corpus";
import { inRoot } from "./paths";
import { asTask, runTool } from "./process";
import { collect, type Results, summary } from "./results";

/** These run in a VS Code: `npm run host`. */
const hostSuites = ["suite", "web", "restricted", "person"].flatMap((name) => ["--ignore", `test/editor/${name}/**`]);

/** Runs mocha with our reporter: over the files that the arguments name, or over every unit suite. */
export function unit(args: readonly string[]): Promise<Results> {
  // Fetched before the tests, which open no socket.
  packageFolder(reactAdmin);
  const files = args.some((arg) => arg.includes(".test.ts")) ? [] : ["test/**/*.test.ts", ...hostSuites];
  const reporter = ["--reporter", inRoot("src/dev/reporter.ts")];
  return collect((file) => runTool("mocha/bin/mocha.js", [...reporter, ...files, ...args], { CAVEAT_RESULTS: file }));
}

if (require.main === module) {
  asTask(async (args) => {
    await build();
    const results = await unit(args);
    console.log(summary(results));
    return results.failed === 0 ? 0 : 1;
  });
}
