// What the formulas of rules find in a document, kept for the other rules that have the same formula, and for the document
// as it is after the next edit.
import type { MatchDocument } from "../patterns/document";
import type { Target } from "../patterns/match";
import { Successor } from "../patterns/successor";
import type { Clip } from "../patterns/target";
import type { RegexEngine } from "../regex";
import type { CompiledFormula } from "../rules/compile";
import { type EvaluationContext, evaluate } from "../rules/formula";
import { localPatterns } from "../rules/locality";
import { type FormulaMatch, inOrder } from "../rules/ranges";

/** What an analysis searches with. */
export interface Search {
  readonly regexes: RegexEngine;
  /** Whether a search was given up since it was last set to false. */
  readonly limits: { hit: boolean };
  /** The document as a target, in which what begins elsewhere need not be looked for. */
  clipped(clip: Clip): Target;
}

export class KeptMatches {
  private readonly found = new Map<CompiledFormula, readonly FormulaMatch[]>();
  private today: string | undefined;
  /** Of the document as it was when it was last analysed to the end. */
  private before: KeptMatches | undefined;
  private isWhole = false;
  private successor: Successor | "unasked" | undefined = "unasked";

  constructor(private readonly document: MatchDocument) {}

  /** Lets matches be taken over from a former state of the document. */
  follow(former: KeptMatches): void {
    const before = former.isWhole ? former : former.before;
    if (before?.document.interner === this.document.interner) this.before = before;
  }

  /** To be called when all that is wanted of the document was found. */
  settle(): void {
    this.isWhole = true;
    this.before = undefined;
    this.successor = undefined;
  }

  /** All matches of a formula in the document. What was not finished, or said something, is not kept. */
  of(formula: CompiledFormula, context: EvaluationContext, search: Search): readonly FormulaMatch[] {
    if (this.today !== context.today) this.found.clear();
    this.today = context.today;
    const known = this.found.get(formula);
    if (known) return known;
    const carried = this.carried(formula, context, search);
    if (carried) {
      this.found.set(formula, carried);
      return carried;
    }
    const { matches, isQuiet } = quietly(formula, context, search);
    if (isQuiet) this.found.set(formula, matches);
    return matches;
  }

  /** Those that stand where nothing changed, and what is found anew elsewhere. */
  private carried(
    formula: CompiledFormula,
    context: EvaluationContext,
    search: Search,
  ): readonly FormulaMatch[] | undefined {
    const { before } = this;
    const old = before?.today === context.today ? before?.found.get(formula) : undefined;
    const patterns = old && localPatterns(formula);
    if (!before || !patterns) return undefined;
    if (this.successor === "unasked") this.successor = Successor.of(before.document, this.document, search.regexes);
    const { successor } = this;
    if (!successor || !patterns.every((pattern) => successor.agrees(pattern))) return undefined;
    const kept: FormulaMatch[] = [];
    for (const match of old) {
      if (successor.touched(match)) continue;
      const moved = successor.moved(match);
      if (!moved) return undefined;
      kept.push(moved);
    }
    const { matches, isQuiet } = quietly(formula, { ...context, target: search.clipped(successor) }, search, successor);
    return isQuiet ? inOrder([...kept, ...matches.filter((match) => successor.touches(match))]) : undefined;
  }
}

/** What a formula finds, and whether it did so without a word. */
function quietly(formula: CompiledFormula, context: EvaluationContext, { limits }: Search, clip?: Clip) {
  let isQuiet = true;
  const report = (message: string): void => {
    isQuiet = false;
    context.report(message);
  };
  limits.hit = false;
  const matches = evaluate(formula, { ...context, report }, clip?.ranges);
  return { matches, isQuiet: isQuiet && !limits.hit };
}

const byDocument = new WeakMap<MatchDocument, KeptMatches>();

/** What is kept of a document. */
export function keptMatches(document: MatchDocument): KeptMatches {
  let kept = byDocument.get(document);
  if (!kept) {
    kept = new KeptMatches(document);
    byDocument.set(document, kept);
  }
  return kept;
}
