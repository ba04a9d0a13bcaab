// What a rule needs, told before it is compiled, which for most files most rules need not be: of a rule that ships it was
// found out when it was built, of another it is told from the text of its patterns alone.
import { couldMatch, type Literal } from "./prefilter";
import type { Formula, Rule } from "./rule";
import { formulasOf, isAcrossFiles } from "./taint";

/**
 * Of a whole rule: a flow needs a source and a sink; across files any part of the rule may stand alone in one.
 * `has` and `isKeyword` as below.
 */
export function ruleMayMatch(
  rule: Rule,
  has: (literal: Literal) => boolean,
  isKeyword: (word: string) => boolean,
): boolean {
  const may = (formula: Formula): boolean => mayMatch(formula, has, isKeyword);
  const { formula } = rule;
  if (formula.type !== "taint") return may(formula);
  if (isAcrossFiles(rule)) return formulasOf(formula).some(may);
  const some = (parts: readonly { readonly formula: Formula }[]): boolean => parts.some((part) => may(part.formula));
  return some(formula.sinks) && some(formula.sources);
}

/**
 * False where some positive part of the formula calls a name that the text lacks. Only names before a `(` are looked at:
 * whatever is called or defined under such a name stands in the text, if only in the import that renames it.
 * @param has whether the text holds a literal
 * @param isKeyword whether a word is one of the pattern's language (`if (`), and so no name
 */
export function mayMatch(
  formula: Formula,
  has: (literal: Literal) => boolean,
  isKeyword: (word: string) => boolean,
): boolean {
  if (formula.needs) return couldMatch(formula.needs, has);
  switch (formula.type) {
    case "pattern":
      return calledNames(formula.pattern).every((text) => isKeyword(text) || has({ text, as: "name" }));
    case "all":
      return formula.positives.every((part) => mayMatch(part, has, isKeyword));
    case "any":
      return formula.formulas.some((part) => mayMatch(part, has, isKeyword));
    case "inside":
    case "anywhere":
      return mayMatch(formula.formula, has, isKeyword);
    default:
      return true;
  }
}

const memory = new Map<string, readonly string[]>();

function calledNames(pattern: string): readonly string[] {
  let names = memory.get(pattern);
  if (!names) {
    // Of a pattern with a `/`, a regular expression or a comment could hold what looks like a call.
    const code = pattern.replaceAll(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/g, " ");
    const calls = code.includes("/") || /["'`#]/.test(code) ? [] : code.matchAll(/(?<![\w$])([A-Za-z_]\w*)\s*\(/g);
    names = [...new Set([...calls].map(([, name]) => name!))];
    memory.set(pattern, names);
  }
  return names;
}
