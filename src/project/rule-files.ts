// Where a project keeps rules of its own.
import type { ResolvedConfiguration } from "./configuration";
import { globMatcher } from "./globs";

/** Files and folders of rules that need not be named, relative to a project's root. */
export const RULE_PLACES = [".semgrep.yml", ".semgrep.yaml", ".semgrep", ".caveat/rules"] as const;

const RULE_FILE = /\.(?:ya?ml|json)$/;
/** A YAML target of an annotated rule test, not a rule. */
const TEST_TARGET = /\.test\.ya?ml$/;

/** Whether a file in a folder of rules may hold some. */
export function isRuleFile(path: string): boolean {
  return RULE_FILE.test(path) && !TEST_TARGET.test(path);
}

/** Whether a path, relative to the project's root, is a rule file by custom: `.semgrep.yml`, `.semgrep/`, `.caveat/rules/`. */
export function isCustomaryRuleFile(path: string): boolean {
  return RULE_PLACES.some((place) => path === place || path.startsWith(`${place}/`)) && isRuleFile(path);
}

/** Whether a path, relative to the project's root, is one that a configuration names, by a glob as well, or lies in a folder that it names. */
export function isConfiguredRuleFile(path: string, { ruleFiles }: ResolvedConfiguration): boolean {
  return ruleFiles.some((named) => {
    if (isGlob(named)) return globMatcher([`/${named}`])(path) && isRuleFile(path);
    return path === named || (path.startsWith(`${named}/`) && isRuleFile(path));
  });
}

/** Whether a named place of rules is a glob. */
export function isGlob(named: string): boolean {
  return /[*?{[]/.test(named);
}

/** The folder in which everything lies that a glob may stand for; "" for the root. */
export function folderOfGlob(glob: string): string {
  return glob.replace(/\/?[^/]*[*?{[].*$/s, "");
}

/** Whether a text, by what it says, is a rule file: a list under `rules` whose entries have an id and languages. */
export function looksLikeRules(text: string): boolean {
  const holds = (key: string): boolean => new RegExp(`["']?\\b${key}["']?[ \\t]*:`).test(text);
  return /^[ \t]*(?:\{[ \t]*)?["']?rules["']?[ \t]*:/m.test(text) && holds("id") && holds("languages");
}
