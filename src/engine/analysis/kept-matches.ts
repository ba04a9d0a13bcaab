// What the formulas of rules find in a document, kept for the other rules that have the same formula.
import type { MatchDocument } from "../patterns/document";
import type { CompiledFormula } from "../rules/compile";
import { type EvaluationContext, evaluate } from "../rules/formula";
import type { FormulaMatch } from "../rules/ranges";

/** Said by whoever searches: some search was given up. */
export interface Limits {
  hit: boolean;
}

export class KeptMatches {
  private readonly found = new Map<CompiledFormula, readonly FormulaMatch[]>();
  private today: string | undefined;

  /** All matches of a formula in the document. What was not finished, or said something, is not kept. */
  of(formula: CompiledFormula, context: EvaluationContext, limits: Limits): readonly FormulaMatch[] {
    if (this.today !== context.today) this.found.clear();
    this.today = context.today;
    const known = this.found.get(formula);
    if (known) return known;
    let isQuiet = true;
    const report = (message: string): void => {
      isQuiet = false;
      context.report(message);
    };
    limits.hit = false;
    const matches = evaluate(formula, { ...context, report });
    if (isQuiet && !limits.hit) this.found.set(formula, matches);
    return matches;
  }
}

const byDocument = new WeakMap<MatchDocument, KeptMatches>();

/** What is kept of a document. */
export function keptMatches(document: MatchDocument): KeptMatches {
  let kept = byDocument.get(document);
  if (!kept) {
    kept = new KeptMatches();
    byDocument.set(document, kept);
  }
  return kept;
}
