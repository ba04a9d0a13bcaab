// The files and the rules that the invariant is tried on.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Language, languageNamed, languages } from "../../engine/languages";
import { loadRules } from "../../engine/rules/loader";
import type { Rule } from "../../engine/rules/rule";
import { languageOf } from "../../project/language-of";
import { type CorpusFile, corpusUnder, packageFolder, pythonLibrary, reactAdmin } from "../corpus";
import { inRoot } from "../paths";
import { readBuiltInRules } from "../rules";

export const LANGUAGES: readonly string[] = languages.map(({ id }) => id);

export const PACKS = ["broad", "built-in"] as const;
export type Pack = (typeof PACKS)[number];

/** Languages whose broad patterns are not all in a file of their own name. */
const BROAD: Readonly<Record<string, readonly string[]>> = {
  typescript: ["javascript", "typescript"],
  tsx: ["javascript", "typescript"],
  vue: ["html", "javascript"],
  svelte: ["html", "javascript"],
  html: ["html", "javascript"],
  ...Object.fromEntries(
    ["java", "kotlin", "go", "rust", "swift", "php", "ruby", "scala"].map((name) => [name, ["common", name]]),
  ),
};

export function known(language: string): Language {
  const found = languageNamed(language);
  if (!found) throw new Error(`There is no language ${language}.`);
  return found;
}

/** The rules of a pack; throws an Error where a file has mistakes. */
export function rulesOf(pack: Pack, language: string): readonly Rule[] {
  const rules = pack === "built-in" ? readBuiltInRules().rules : (BROAD[language] ?? [language]).flatMap(broad);
  const { id, accepts, inner } = known(language);
  // Scripts in a page have rules of their own.
  const accepted = [id, ...accepts, ...(inner && pack === "broad" ? ["javascript"] : [])];
  return rules.filter((rule) => rule.languages.some((name) => accepted.includes(name)));
}

function broad(name: string): readonly Rule[] {
  const file = `test/engine/invariant/broad-${name}.yml`;
  const { rules, errors } = loadRules(readFileSync(inRoot(file), "utf8"), file, { builtIn: false });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => `${file}: ${message}`).join("\n"));
  return rules;
}

/**
 * The files of the language below a folder. Without one, those at hand: installed packages, Python's library, a pinned
 * package for TSX, and our sample of any other language.
 */
export function filesOf(language: string, folder?: string): readonly CorpusFile[] {
  if (folder !== undefined) return below(folder, language);
  const installed = inRoot("node_modules");
  switch (language) {
    case "javascript":
      return corpusUnder(installed, "node_modules", /\/[\w.-]+\/(lib\/|src\/)?[\w-]+\.js$/, language);
    case "typescript":
      return corpusUnder(installed, "node_modules", /(?<!\.d)\.ts$/, language);
    case "tsx":
      return corpusUnder(packageFolder(reactAdmin), reactAdmin.name, /(?<!\.stories)\.tsx$/, language);
    case "python":
      return corpusUnder(pythonLibrary(), "python", /^python\/(?!site-packages|test|lib2to3|idlelib).*\.py$/, language);
    default:
      return below(inRoot("test/engine/languages/samples"), language);
  }
}

function below(folder: string, language: string): readonly CorpusFile[] {
  return corpusUnder(folder, basename(folder), /./, language).filter(({ path }) => languageOf(path) === language);
}
