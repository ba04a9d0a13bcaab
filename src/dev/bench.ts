// Prints how fast and how large the engine is, against its budgets: `npm run bench [-- --seconds N --files FOLDER PART ...]`,
// where a part is one of keystrokes, cold, scan, growth, memory, package. All of it is measured on bundled, minified code,
// and in the shorter of wall and processor time: see bench/clock.ts. With a folder, keystrokes and scan work on its files.
import { readdirSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { cold } from "./bench/cold";
import { growth } from "./bench/growth";
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

const parts: Readonly<Record<string, (seconds: number, folder?: string) => Promise<void>>> = {
  keystrokes: async (seconds, folder) => keystrokes(await bundled("bench/keystrokes.main"), seconds, folder),
  cold: async () => cold(await bundled("bench/cold.main")),
  scan: async (_, folder) => scan(await bundled("bench/parse.main"), folder),
  growth: async () => growth(await bundled("bench/growth.main")),
  memory: async () => memory(await bundled("bench/memory.main")),
  package: async () => vsix(),
};

asTask(async (args) => {
  await build();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
  console.log(`Node ${process.version}, ${machine}, load before the run ${loadavg()[0]?.toFixed(1)}`);
  const given = args.indexOf("--seconds");
  const seconds = given < 0 ? SECONDS : Number(args[given + 1]);
  const folder = args.includes("--files") ? args[args.indexOf("--files") + 1] : undefined;
  const wanted = Object.keys(parts).filter((name) => !args.some((arg) => arg in parts) || args.includes(name));
  for (const name of wanted) await parts[name]?.(seconds, folder);
  return 0;
});
