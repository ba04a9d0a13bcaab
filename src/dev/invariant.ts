// Tries the invariant at length: `npm run invariant [-- --states N --seed N --files DIR LANGUAGE|PACK ...]`; with a folder,
// on the files of the named languages below it. A state that breaks it is
// written to `artifacts`, shortened; moved to `test/engine/invariant/cases` it is tried by every test run.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundled } from "./bundle";
import { LANGUAGES, PACKS } from "./invariant/packs";
import type { Failure, Tally } from "./invariant/try";
import { artifactsFolder } from "./paths";
import { asTask } from "./process";

const STATES = 2_000;

type Trial = typeof import("./invariant/try");

async function keep({ shortened }: Trial, failure: Failure, name: string): Promise<void> {
  const { file: _, mismatch: __, ...rest } = failure;
  mkdirSync(artifactsFolder, { recursive: true });
  const path = join(artifactsFolder, `invariant-${name}.json`);
  writeFileSync(path, `${JSON.stringify(await shortened(rest), undefined, 1)}\n`);
  console.log(`  ${failure.file}: ${failure.mismatch.slice(0, 600)}\n  kept as ${path}`);
}

function show(name: string, { files, states, errorFree, findings, fewestFindings, proofs, failures }: Tally): string {
  const share = ((100 * errorFree) / states).toFixed(0);
  return (
    `${name}: ${states} states of ${files} files compared, ${share} % error-free, ${findings} findings ` +
    `(at least ${fewestFindings} in a file), ${proofs} proofs, ${failures.length} mismatches`
  );
}

function option(args: readonly string[], name: string, otherwise: number): number {
  const given = args.indexOf(name);
  return given < 0 ? otherwise : Number(args[given + 1]);
}

asTask(async (args) => {
  const states = option(args, "--states", STATES);
  const seed = option(args, "--seed", 0);
  const folder = args.includes("--files") ? args[args.indexOf("--files") + 1] : undefined;
  const wanted = (name: string, all: readonly string[]) =>
    !args.some((arg) => all.includes(arg)) || args.includes(name);
  const trial: Trial = require(await bundled("invariant/try"));
  let mismatches = 0;
  for (const pack of PACKS.filter((name) => wanted(name, PACKS))) {
    for (const language of LANGUAGES.filter((name) => wanted(name, LANGUAGES))) {
      if (!trial.hasRules(language, pack)) continue;
      const started = performance.now();
      const tally = await trial.tryInvariant(language, pack, states, seed + trial.seedOf(language, pack), folder);
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.log(`${show(`${language}, ${pack} rules`, tally)} (${seconds} s)`);
      for (const [index, failure] of tally.failures.entries())
        await keep(trial, failure, `${language}-${pack}-${index}`);
      mismatches += tally.failures.length;
    }
  }
  return mismatches === 0 ? 0 : 1;
});
