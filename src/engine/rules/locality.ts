// Which formulas find in a place what that place and what stands around it hold, whatever stands elsewhere.
import type { Pattern } from "../patterns/match";
import type { CompiledPattern } from "../patterns/pattern";
import type { CompiledFormula } from "./compile";

const known = new WeakMap<CompiledFormula, readonly Pattern[] | "everywhere">();

/**
 * The patterns of a formula whose matches alone decide where it matches; undefined where other things do: a search of the
 * raw text, what may stand anywhere, values that names are looked through for, and the document as a whole.
 */
export function localPatterns(formula: CompiledFormula): readonly Pattern[] | undefined {
  let patterns = known.get(formula);
  if (!patterns) {
    const found = new Set<Pattern>();
    patterns = collect(formula, found) ? [...found] : "everywhere";
    known.set(formula, patterns);
  }
  return patterns === "everywhere" ? undefined : patterns;
}

function collect(formula: CompiledFormula, found: Set<Pattern>): boolean {
  switch (formula.type) {
    case "regex":
    case "anywhere":
      return false;
    case "inside":
      return collect(formula.formula, found);
    case "any":
      return formula.formulas.every((part) => collect(part, found));
    case "all":
      return (
        formula.positives.length > 0 &&
        [...formula.positives, ...formula.negatives].every((part) => collect(part, found))
      );
    case "pattern": {
      const { options } = formula.pattern as CompiledPattern;
      found.add(formula.pattern);
      return options !== undefined && !options.symbolic_propagation && !options.caveat_derived_names;
    }
  }
}
