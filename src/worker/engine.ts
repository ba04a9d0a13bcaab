// Makes the engine from the extension's files.
import { createAnalyzer } from "../engine/analyzer";
import { loadCompiledRules } from "../engine/rules/compiled";
import type { Engine } from "./service";

/**
 * @param load gives a file of the extension by its path there
 * @returns the analyzer with no document open, and the rules that ship with it
 */
export async function createEngine(
  load: (path: string) => Promise<Uint8Array>,
  log: (message: string) => void,
): Promise<Engine> {
  const [analyzer, rules] = await Promise.all([
    createAnalyzer({ grammars: { load: (file) => load(`grammars/${file}`) }, log, now: () => performance.now() }),
    load("dist/rules.json"),
  ]);
  return { analyzer, builtIn: loadCompiledRules(JSON.parse(new TextDecoder().decode(rules))) };
}
