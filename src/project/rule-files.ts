// Where a project keeps rules of its own.
import type { ResolvedConfiguration } from "./configuration";

const CUSTOMARY = /^(?:\.semgrep\.ya?ml|\.semgrep\/.*|\.caveat\/rules\/.*)$/;
const RULE_FILE = /\.(?:ya?ml|json)$/;
/** A YAML target of an annotated rule test, not a rule. */
const TEST_TARGET = /\.test\.ya?ml$/;

/** Whether a file in a folder of rules may hold some. */
export function isRuleFile(path: string): boolean {
  return RULE_FILE.test(path) && !TEST_TARGET.test(path);
}

/** Whether a path, relative to the project's root, is a rule file by custom: `.semgrep.yml`, `.semgrep/`, `.caveat/rules/`. */
export function isCustomaryRuleFile(path: string): boolean {
  return CUSTOMARY.test(path) && isRuleFile(path);
}

/** Whether a path, relative to the project's root, is one that a configuration names, or lies in a folder that it names. */
export function isConfiguredRuleFile(path: string, { ruleFiles }: ResolvedConfiguration): boolean {
  return ruleFiles.some((named) => path === named || (path.startsWith(`${named}/`) && isRuleFile(path)));
}
