// Prints how fast and how large the engine is, against its budgets: `npm run bench [-- --seconds N --files FOLDER
// --scan LANGUAGE=FOLDER PART ...]`, where a part is one of keystrokes, cold, scan, across, growth, memory, package. All is
// measured on bundled, minified code, and in the shorter of wall and processor time: see bench/clock.ts. With a folder,
// keystrokes and scan work on its files; `--scan`, as often as there are languages, names the trees to scan.
import { readdirSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { across } from "./bench/across";
import { cold } from "./bench/cold";
import { growth } from "./bench/growth";
import { keystrokes } from "./bench/keystrokes";
import { memory } from "./bench/memory";
import { scan, trees } from "./bench/scan";
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

/** What the command line says. */
interface Wanted {
  readonly seconds: number;
  readonly folder?: string;
  /** `LANGUAGE=FOLDER`. */
  readonly scan: readonly string[];
}

const parts: Readonly<Record<string, (wanted: Wanted) => Promise<void>>> = {
  keystrokes: async ({ seconds, folder }) => keystrokes(await bundled("bench/keystrokes.main"), seconds, folder),
  cold: async () => cold(await bundled("bench/cold.main")),
  scan: async (wanted) => scan(await bundled("bench/parse.main"), wanted.scan, wanted.folder),
  across: async ({ scan: pairs, folder }) => across(await bundled("bench/across.main"), trees(pairs, folder)),
  growth: async () => growth(await bundled("bench/growth.main")),
  memory: async () => memory(await bundled("bench/memory.main")),
  package: async () => vsix(),
};

const options = {
  seconds: { type: "string" },
  files: { type: "string" },
  scan: { type: "string", multiple: true },
} as const;

asTask(async (args) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const unknown = positionals.find((name) => !(name in parts));
  if (unknown !== undefined)
    throw new Error(`There is no part “${unknown}”; there are ${Object.keys(parts).join(", ")}.`);
  await build();
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
  console.log(`Node ${process.version}, ${machine}, load before the run ${loadavg()[0]?.toFixed(1)}`);
  const { files: folder, scan = [] } = values;
  const wanted = { seconds: Number(values.seconds ?? SECONDS), scan, ...(folder === undefined ? {} : { folder }) };
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) await parts[name]?.(wanted);
  return 0;
});
