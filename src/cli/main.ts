// The `caveat` command. The same file serves as the worker thread of a scan.
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";
import { readArguments, UsageError } from "./arguments";
import { explain } from "./explain";
import { version } from "./installation";
import { listRules } from "./rules";
import { type Process, scan } from "./scan";
import { serveScans } from "./scan-worker";
import { testRules } from "./test";
import { USAGE } from "./usage";

/** What V8 may run of a function before it optimises it: at its default of a fourth, the compiler takes a fifth of a scan. */
const INTERRUPT_BUDGET = 500_000;

/** Gives the exit status. */
async function run(args: readonly string[], process: Process): Promise<number> {
  const options = readArguments(args);
  switch (options.command) {
    case "scan":
      return scan(options, process);
    case "test":
      return testRules(options.paths, process);
    case "rules":
      return listRules(options.format, process);
    case "explain":
      return explain(options, process);
    case "version":
      process.stdout.write(`${version()}\n`);
      return 0;
    case "help":
      process.stdout.write(USAGE);
      return 0;
  }
}

async function main(): Promise<void> {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
  // A reader that closes the pipe early, such as `head`, is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 2);
  });
  try {
    process.exitCode = await run(process.argv.slice(2), {
      stdout: process.stdout,
      stderr: process.stderr,
      script: __filename,
    });
  } catch (error) {
    const hint = error instanceof UsageError ? " (See caveat --help.)" : "";
    process.stderr.write(`caveat: ${(error as Error).message}${hint}\n`);
    process.exitCode = 2;
  }
}

if (isMainThread) {
  void main();
} else {
  serveScans();
}
