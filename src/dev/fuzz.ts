// Tries random patterns and texts at length: `npm run fuzz [-- --runs N --seed N LANGUAGE ...]`. What breaks is written to
// `artifacts`; moved to `test/engine/fuzz/cases` it is tried by every test run.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languageNamed } from "../engine/languages";
import { Broken, fuzz, sampled } from "./fuzz/try";
import { artifactsFolder } from "./paths";
import { asTask } from "./process";

const RUNS = 2_000;

function option(args: string[], name: string, otherwise: number): number {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args.splice(at, 2)[1]);
}

asTask(async (given) => {
  const args = [...given];
  const runs = option(args, "--runs", RUNS);
  const seed = option(args, "--seed", 0);
  const wanted = new Set(args.map((name) => languageNamed(name)?.id ?? name));
  let broken = 0;
  for (const language of sampled()) {
    if (wanted.size > 0 && !wanted.has(language.id)) continue;
    const started = performance.now();
    try {
      const { ran, findings } = await fuzz(language, runs, seed);
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.log(`${language.id}: ${runs} runs, ${ran} with a rule that loads, ${findings} findings (${seconds} s)`);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      broken++;
      mkdirSync(artifactsFolder, { recursive: true });
      const path = join(artifactsFolder, `fuzz-${language.id}-${seed}.json`);
      writeFileSync(path, `${JSON.stringify(error.input, undefined, 1)}\n`);
      console.log(`${language.id}: ${error.message.slice(0, 800)}\n  kept as ${path}`);
    }
  }
  return broken === 0 ? 0 : 1;
});
