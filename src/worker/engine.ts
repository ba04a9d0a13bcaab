// Makes the engine from the extension's files.
import { createAnalyzer } from "../engine/analyzer";
import { loadCompiledModels, loadCompiledRules } from "../engine/rules/compiled";
import type { Engine } from "./service";

/**
 * @param load gives a file of the extension by its path there
 * @returns the analyzer with no document open, and the rules that ship with it
 */
export async function createEngine(
  load: (path: string) => Promise<Uint8Array>,
  log: (message: string) => void,
): Promise<Engine> {
  const rules: unknown = JSON.parse(new TextDecoder().decode(await load("dist/rules.json")));
  const builtIn = loadCompiledRules(rules);
  const grammars = { load: (file: string) => load(`grammars/${file}`) };
  const models = loadCompiledModels(rules);
  return { analyzer: await createAnalyzer({ grammars, log, models, now: () => performance.now() }), builtIn };
}
