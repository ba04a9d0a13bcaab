// The files and the rules that the invariant is tried on.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { loadRules } from "../../engine/rules/loader";
import type { Rule } from "../../engine/rules/rule";
import { languageOf } from "../../project/language-of";
import { type CorpusFile, corpusUnder, packageFolder, pythonLibrary, reactAdmin } from "../corpus";
import { inRoot } from "../paths";
import { readBuiltInRules } from "../rules";

export const LANGUAGES = ["javascript", "typescript", "tsx", "python"] as const;
/** Languages of which no package at hand holds files: they are tried on the files of a folder that is named. */
export const ELSEWHERE = [
  "bash",
  "dockerfile",
  "yaml",
  "terraform",
  "json",
  "html",
  "xml",
  "properties",
  "csharp",
  "c",
  "cpp",
  "solidity",
] as const;
export type LanguageName = (typeof LANGUAGES)[number] | (typeof ELSEWHERE)[number];

export const PACKS = ["broad", "built-in"] as const;
export type Pack = (typeof PACKS)[number];

/** Languages whose broad patterns run on a language, where these are not its own alone. */
const broad: Readonly<Partial<Record<LanguageName, readonly string[]>>> = {
  typescript: ["javascript", "typescript"],
  tsx: ["javascript", "typescript"],
};

/** The rules of a pack; throws an Error where a file has mistakes. */
export function rulesOf(pack: Pack, language: LanguageName): readonly Rule[] {
  if (pack === "built-in") return readBuiltInRules().rules.filter((rule) => runsOn(rule, language));
  return (broad[language] ?? [language]).flatMap((name) => {
    const file = `test/engine/invariant/broad-${name}.yml`;
    const { rules, errors } = loadRules(readFileSync(inRoot(file), "utf8"), file, { builtIn: false });
    if (errors.length > 0) throw new Error(errors.map(({ message }) => `${file}: ${message}`).join("\n"));
    return rules;
  });
}

function runsOn({ languages }: Rule, language: LanguageName): boolean {
  const accepted = language === "tsx" ? ["tsx", "typescript"] : [language];
  return languages.some((name) => accepted.includes(name));
}

/**
 * Every file of the language that there is at hand: installed packages, Python's library, a pinned package for TSX; with
 * `folder`, those below it instead.
 */
export function filesOf(language: LanguageName, folder?: string): readonly CorpusFile[] {
  if (folder !== undefined) {
    return corpusUnder(folder, basename(folder), /./, language).filter(({ path }) => languageOf(path) === language);
  }
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
      return [];
  }
}
