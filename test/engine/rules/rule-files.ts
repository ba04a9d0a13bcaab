/** Shared by the loader's tests: small rule files, loaded. */
import { deepStrictEqual, strictEqual } from "node:assert";
import { type LoadedRules, loadRules } from "../../../src/engine/rules/loader";
import type { Rule } from "../../../src/engine/rules/rule";

export const load = (text: string): LoadedRules => loadRules(text, "rules.yml", { builtIn: false });

/** A file of one rule, with id `a`, and further lines of it. */
export const ruleWith = (lines: string): string => `rules:
- id: a
  message: Say what.
  severity: ERROR
  languages: [python]
${lines}
`;

/** The only rule of a file without mistakes. */
export function only(text: string): Rule {
  const { rules, errors } = load(text);
  deepStrictEqual(errors, []);
  strictEqual(rules.length, 1);
  return rules[0]!;
}
