// Compiles the built-in rules to JSON: parsing YAML when the engine starts would cost over 100 times as much.
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { parse } from "yaml";
import { filesUnder } from "./files";
import { inRoot } from "./paths";

/** Version of the layout of `rules.json`. */
const version = 1;

/** Reads every rule file below `src/rules` and writes them, in order of path, to `target`. */
export function buildRules(target: string): void {
  const folder = inRoot("src/rules");
  const rules: unknown[] = [];
  for (const file of filesUnder(folder).filter((name) => /\.ya?ml$/.test(name))) {
    const content: { rules?: unknown[] } | null = parse(readFileSync(file, "utf8"));
    if (!Array.isArray(content?.rules)) throw new Error(`${relative(inRoot(), file)}: no list of rules`);
    rules.push(...content.rules);
  }
  writeFileSync(target, `${JSON.stringify({ version, rules })}\n`);
}
