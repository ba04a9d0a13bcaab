// Compiles the built-in rules to JSON: parsing YAML when the engine starts would cost over 100 times as much.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { stringify } from "yaml";
import type { LibraryModel } from "../engine/dataflow";
import { readModel } from "../engine/dataflow/model-reader";
import { type CompiledRules, compileRules, packed, type RuleFile } from "../engine/rules/compiled";
import { plain, readLocated } from "../engine/rules/located";
import { readSharedTexts, type SharedTexts, withShared } from "../engine/rules/shared";
import { filesUnder } from "./files";
import { inRoot } from "./paths";

/** Every rule file below `src/rules`, in order of path; throws an Error that lists all mistakes with their places. */
export function readBuiltInRules(): CompiledRules {
  const { compiled, errors } = compileRules(ruleFiles(), sharedTexts(), libraryModels());
  if (errors.length === 0) return compiled;
  const lines = errors.map(({ file, at, message }) => {
    return `${file}:${(at?.line ?? 0) + 1}:${(at?.column ?? 0) + 1}: ${message}`;
  });
  throw new Error(`The built-in rules have mistakes.\n${lines.join("\n")}`);
}

/** The models of libraries, in order of path; throws an Error that names what cannot be read. */
export function libraryModels(): LibraryModel[] {
  return yamlFiles("models").map(({ file, text }) => readModel(plain(readLocated(text)), file));
}

/** Files of `src/rules`: of its folder `shared` or `models`, or of all others. */
function yamlFiles(folder?: "shared" | "models"): RuleFile[] {
  return filesUnder(inRoot("src/rules"))
    .map((path) => ({ path, file: relative(inRoot(), path).split(sep).join("/") }))
    .filter(({ file }) => /\.ya?ml$/.test(file) && folderOf(file) === folder)
    .map(({ path, file }) => ({ file, text: readFileSync(path, "utf8") }));
}

function folderOf(file: string): "shared" | "models" | undefined {
  const [, folder] = /^src\/rules\/(shared|models)\//.exec(file) ?? [];
  return folder as "shared" | "models" | undefined;
}

const ruleFiles = (): RuleFile[] => yamlFiles();

const sharedTexts = (): SharedTexts => readSharedTexts(yamlFiles("shared").map(({ text }) => text));

/** Writes every rule file to `folder` as plain Semgrep rules: what a real Semgrep is given to compare. */
export function writeExpanded(folder: string): void {
  const shared = sharedTexts();
  for (const { file, text } of ruleFiles()) {
    const target = join(folder, file.replace(/^src\/rules\//, ""));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, stringify(plain(withShared(readLocated(text), shared))));
  }
}

/** Writes compiled rules to `target`: the built-in ones. */
export function buildRules(target: string, rules: CompiledRules = readBuiltInRules()): void {
  writeFileSync(target, `${JSON.stringify(packed(rules))}\n`);
}
