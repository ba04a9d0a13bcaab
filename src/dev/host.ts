// The suites that run in a real VS Code: `npm run host [-- SUITE ...] [--grep TEXT]`.
import { type HostSuite, launch } from "../../test/host/launch";
import { build } from "./build";
import { filesUnder } from "./files";
import { inRoot } from "./paths";
import { asTask, runTool } from "./process";
import { collect, type Results, sum, summary } from "./results";

const inHost: readonly HostSuite[] = [
  { name: "suite", kind: "node", trusted: true },
  { name: "web", kind: "web", trusted: true },
  { name: "restricted", kind: "node", trusted: false },
];

/** Runs the suites that the arguments name, or all, one after the other. */
export async function host(args: readonly string[]): Promise<Results> {
  const grepAt = args.indexOf("--grep");
  const grep = grepAt >= 0 ? (args[grepAt + 1] ?? "") : "";
  const names = grepAt >= 0 ? args.slice(0, grepAt) : args;
  const wanted = (name: string) => names.length === 0 || names.includes(name);
  const results: Results[] = [];
  for (const suite of inHost) if (wanted(suite.name)) results.push(await launch(suite, grep));
  if (wanted("person")) results.push(await person(grep));
  return sum(results);
}

/** The tests that look and type as a person does: they run here, and drive a VS Code through the browser. */
async function person(grep: string): Promise<Results> {
  const files = filesUnder(inRoot("test/editor/person")).filter((file) => file.endsWith(".test.ts"));
  if (files.length === 0) return { passed: 0, failed: 0 };
  console.log("\nperson: in the browser");
  const options = [
    "--no-config",
    "--node-option",
    "import=tsx",
    "--forbid-only",
    "--forbid-pending",
    "--timeout",
    "120000",
  ];
  const reporter = ["--reporter", inRoot("src/dev/reporter.ts")];
  const filter = grep ? ["--fgrep", grep] : [];
  return collect((file) =>
    runTool("mocha/bin/mocha.js", [...options, ...reporter, ...filter, ...files], { CAVEAT_RESULTS: file }),
  );
}

if (require.main === module) {
  asTask(async (args) => {
    await build();
    const results = await host(args);
    console.log(summary(results));
    return results.failed === 0 ? 0 : 1;
  });
}
