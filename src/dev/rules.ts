// Compiles the built-in rules to JSON: parsing YAML when the engine starts would cost over 100 times as much.
import { readFileSync, writeFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { type CompiledRules, compileRules } from "../engine/rules/compiled";
import { filesUnder } from "./files";
import { inRoot } from "./paths";

/** Every rule file below `src/rules`, in order of path; throws an Error that lists all mistakes with their places. */
export function readBuiltInRules(): CompiledRules {
  const paths = filesUnder(inRoot("src/rules")).filter((path) => /\.ya?ml$/.test(path));
  const files = paths.map((path) => ({
    file: relative(inRoot(), path).split(sep).join("/"),
    text: readFileSync(path, "utf8"),
  }));
  const { compiled, errors } = compileRules(files);
  if (errors.length === 0) return compiled;
  const lines = errors.map(({ file, at, message }) => {
    return `${file}:${(at?.line ?? 0) + 1}:${(at?.column ?? 0) + 1}: ${message}`;
  });
  throw new Error(`The built-in rules have mistakes.\n${lines.join("\n")}`);
}

/** Writes the compiled built-in rules to `target`. */
export function buildRules(target: string): void {
  writeFileSync(target, `${JSON.stringify(readBuiltInRules())}\n`);
}
