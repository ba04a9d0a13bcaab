// Prints how fast and how large the engine is, against its budgets: `npm run bench [-- --seconds N] [-- PART ...]`, where a
// part is one of keystrokes, cold, scan, memory, package. All of it is measured on bundled, minified code,
// and in the shorter of wall and processor time: see bench/clock.ts.
import { readdirSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { cold } from "./bench/cold";
import { keystrokes } from "./bench/keystrokes";
import { memory } from "./bench/memory";
import { scan } from "./bench/scan";
import { printRows, row } from "./bench/statistics";
import { build } from "./build";
import { bundled } from "./bundle";
import { inRoot } from "./paths";
import { asTask } from "./process";

/** How long each file is typed in. */
const SECONDS = 15;
const VSIX_BUDGET = 8;

function vsix(): void {
  const sizes = readdirSync(inRoot()).filter((name) => name.endsWith(".vsix"));
  if (sizes.length === 0) console.log("\nPackage: there is none yet (npm run package)");
  else
    printRows(
      "Package",
      sizes.map((name) => row(name, statSync(inRoot(name)).size / 1e6, VSIX_BUDGET, "MB")),
    );
}

const parts: Readonly<Record<string, (seconds: number) => Promise<void>>> = {
  keystrokes: async (seconds) => keystrokes(await bundled("bench/keystrokes.main"), seconds),
  cold: async () => cold(await bundled("bench/cold.main")),
  scan: async () => scan(await bundled("bench/parse.main")),
  memory: async () => memory(await bundled("bench/memory.main")),
  package: async () => vsix(),
};

asTask(async (args) => {
  await build();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
  console.log(`Node ${process.version}, ${machine}, load before the run ${loadavg()[0]?.toFixed(1)}`);
  const given = args.indexOf("--seconds");
  const seconds = given < 0 ? SECONDS : Number(args[given + 1]);
  const wanted = Object.keys(parts).filter((name) => !args.some((arg) => arg in parts) || args.includes(name));
  for (const name of wanted) await parts[name]?.(seconds);
  return 0;
});
