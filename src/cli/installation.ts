// Where the files that ship with the program are: beside the bundle, or in the project when run from source.
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GrammarSource } from "../engine/syntax";

/** The first place that exists; a path of the installed layout when none does, for the error message. */
function locate(installed: string, source: string): string {
  const path = join(__dirname, installed);
  return existsSync(path) ? path : existsSync(join(__dirname, source)) ? join(__dirname, source) : path;
}

export const builtInRulesFile = (): string => locate("rules.json", "../../dist/rules.json");

export function version(): string {
  const file = locate("../package.json", "../../package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

export function grammars(): GrammarSource {
  const folder = locate("../grammars", "../../grammars");
  return { load: (file) => readFile(join(folder, file)) };
}
