// Compiles the built-in rules to JSON: parsing YAML when the engine starts would cost over 100 times as much.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { stringify } from "yaml";
import { type CompiledRules, compileRules, type RuleFile } from "../engine/rules/compiled";
import { plain, readLocated } from "../engine/rules/located";
import { readSharedTexts, type SharedTexts, withShared } from "../engine/rules/shared";
import { filesUnder } from "./files";
import { inRoot } from "./paths";

/** Every rule file below `src/rules`, in order of path; throws an Error that lists all mistakes with their places. */
export function readBuiltInRules(): CompiledRules {
  const { compiled, errors } = compileRules(ruleFiles(), sharedTexts());
  if (errors.length === 0) return compiled;
  const lines = errors.map(({ file, at, message }) => {
    return `${file}:${(at?.line ?? 0) + 1}:${(at?.column ?? 0) + 1}: ${message}`;
  });
  throw new Error(`The built-in rules have mistakes.\n${lines.join("\n")}`);
}

/** Files of `src/rules` and of its folder `shared`, apart. */
function yamlFiles(shared: boolean): RuleFile[] {
  return filesUnder(inRoot("src/rules"))
    .map((path) => ({ path, file: relative(inRoot(), path).split(sep).join("/") }))
    .filter(({ file }) => /\.ya?ml$/.test(file) && file.startsWith("src/rules/shared/") === shared)
    .map(({ path, file }) => ({ file, text: readFileSync(path, "utf8") }));
}

const ruleFiles = (): RuleFile[] => yamlFiles(false);

const sharedTexts = (): SharedTexts => readSharedTexts(yamlFiles(true).map(({ text }) => text));

/** Writes every rule file to `folder` as plain Semgrep rules: what a real Semgrep is given to compare. */
export function writeExpanded(folder: string): void {
  const shared = sharedTexts();
  for (const { file, text } of ruleFiles()) {
    const target = join(folder, file.replace(/^src\/rules\//, ""));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, stringify(plain(withShared(readLocated(text), shared))));
  }
}

/** Writes the compiled built-in rules to `target`. */
export function buildRules(target: string): void {
  writeFileSync(target, `${JSON.stringify(readBuiltInRules())}\n`);
}
