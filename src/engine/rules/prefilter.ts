// Which texts a rule cannot match, told from literals that they lack.
import { literalsOf } from "../regex";
import type { CompiledFormula } from "./compile";

/** Groups of literals: a text that lacks every literal of some group cannot match. */
export type Required = readonly (readonly string[])[];

/** `has` says whether the text holds a literal. */
export function couldMatch(required: Required, has: (literal: string) => boolean): boolean {
  return required.every((group) => group.some(has));
}

/** What every match of the formula needs; conditions and exclusions need nothing. */
export function requiredLiterals(formula: CompiledFormula): Required {
  switch (formula.type) {
    case "pattern":
      return formula.pattern.required;
    case "regex":
      return literalsOf(formula.regex.source).map((literal) => [literal]);
    case "inside":
      return requiredLiterals(formula.formula);
    case "all":
      return distinct(formula.positives.flatMap(requiredLiterals));
    case "any":
      return requiredByAny(formula.formulas.map(requiredLiterals));
  }
}

/** One group that holds a literal of each alternative: the most telling group of each. */
function requiredByAny(alternatives: readonly Required[]): Required {
  const groups = alternatives.map((required) => required.toSorted((a, b) => shortest(b) - shortest(a))[0]);
  return groups.every((group) => group !== undefined) ? [[...new Set(groups.flat())]] : [];
}

/** A group tells as much as its shortest literal: the one most likely to occur. */
function shortest(group: readonly string[]): number {
  return Math.min(...group.map((literal) => literal.length));
}

function distinct(required: Required): Required {
  const byKey = new Map(required.map((group) => [JSON.stringify(group), group]));
  return [...byKey.values()];
}
