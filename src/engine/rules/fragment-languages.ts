// Which languages rules look for inside the texts of others: a script in a string, SQL in a call.
import type { Condition, Formula, Rule } from "./rule";
import { formulasOf } from "./taint";

/** The languages that `metavariable-pattern` names in these rules; their grammars must be ready beside the document's. */
export function fragmentLanguages(rules: readonly Rule[]): string[] {
  return [...new Set(rules.flatMap(({ formula }) => formulasOf(formula).flatMap(ofFormula)))];
}

function ofFormula(formula: Formula): string[] {
  switch (formula.type) {
    case "any":
      return formula.formulas.flatMap(ofFormula);
    case "inside":
    case "anywhere":
    case "not":
    case "not-inside":
      return ofFormula(formula.formula);
    case "all":
      return [
        ...[...formula.positives, ...formula.negatives].flatMap(ofFormula),
        ...formula.conditions.flatMap(ofCondition),
      ];
    default:
      return [];
  }
}

function ofCondition(condition: Condition): string[] {
  if (condition.type !== "pattern") return [];
  return [...(condition.language === undefined ? [] : [condition.language]), ...ofFormula(condition.formula)];
}
