// What the formulas of rules find in a document, kept for the other rules that have the same formula, and for the document
// as it is after the next edit.
import type { Range } from "../findings/finding";
import type { MatchDocument } from "../patterns/document";
import type { Target } from "../patterns/match";
import { Successor, type Surroundings } from "../patterns/successor";
import type { Clip } from "../patterns/target";
import type { RegexEngine } from "../regex";
import type { CompiledFormula } from "../rules/compile";
import { type EvaluationContext, evaluate } from "../rules/formula";
import { schemeOf } from "../rules/locality";
import { couldMatch } from "../rules/prefilter";
import { type FormulaMatch, inOrder } from "../rules/ranges";

/** What an analysis searches with. */
export interface Search {
  readonly regexes: RegexEngine;
  /** To be called before each evaluation: it has all the steps that a rule may take. */
  begin(): void;
  /** Whether a search was given up since then. */
  wasLimited(): boolean;
  /** The document as a target, in which what begins elsewhere need not be looked for. */
  clipped(clip: Clip): Target;
}

export class KeptMatches {
  private readonly found = new Map<CompiledFormula, readonly FormulaMatch[]>();
  private today: string | undefined;
  /** Of the document as it was when it was last analysed to the end. */
  private before: KeptMatches | undefined;
  /**
   * The same of the last time that it had no syntax errors, where it has had some since: an error takes up much of a text,
   * and once it is mended little differs from what was there before it.
   */
  private sound: KeptMatches | undefined;
  private isWhole = false;
  /** Of these two, as far as they were asked for: what an edit has left of each. */
  private readonly successors = new Map<KeptMatches, Successor | undefined>();
  private nearestFormer: Former | "none" | undefined;
  private surroundings: Surroundings | undefined;

  constructor(private readonly document: MatchDocument) {}

  /** Lets matches be taken over from a former state of the document. */
  follow(former: KeptMatches): void {
    const before = former.isWhole ? former : former.before;
    if (before?.document.interner !== this.document.interner) return;
    this.before = before;
    this.sound = before.document.isSound ? before : before.sound;
  }

  /** To be called when all that is wanted of the document was found. */
  settle(): void {
    this.isWhole = true;
    this.before = undefined;
    if (this.document.isSound) this.sound = undefined;
    if (this.nearestFormer && this.nearestFormer !== "none")
      this.surroundings = this.nearestFormer.successor.surroundings;
    // They hold former documents.
    this.nearestFormer = undefined;
    this.successors.clear();
  }

  /** The last state or, where an edit has left more of it, the last sound one. */
  private nearest(search: Search): Former | undefined {
    if (this.nearestFormer === undefined) {
      let nearest: Former | undefined;
      for (const kept of this.formers) {
        if (nearest && nearest.successor.rows.size * FEW < this.document.tree.length) break;
        const former = this.since(kept, search);
        if (former && !(nearest && nearest.successor.rows.size <= former.successor.rows.size)) nearest = former;
      }
      this.nearestFormer = nearest ?? "none";
    }
    return this.nearestFormer === "none" ? undefined : this.nearestFormer;
  }

  private get formers(): ReadonlySet<KeptMatches> {
    return new Set([this.before, this.sound].filter((kept) => kept !== undefined));
  }

  private since(kept: KeptMatches, { regexes }: Search): Former | undefined {
    if (!this.successors.has(kept)) {
      const successor = Successor.of(kept.document, this.document, regexes, kept.surroundings);
      this.successors.set(kept, successor);
    }
    const successor = this.successors.get(kept);
    return successor && { kept, successor };
  }

  /** Whether there is a former state of the document, and little of it can be taken over. */
  isLost(search: Search): boolean {
    if (!this.before) return false;
    const former = this.nearest(search);
    return !former || former.successor.rows.size > this.document.tree.length / 2;
  }

  /** All matches of a formula in the document. What was not finished, or said something, is not kept. */
  of(formula: CompiledFormula, context: EvaluationContext, search: Search): readonly FormulaMatch[] {
    if (this.today !== context.today) this.found.clear();
    this.today = context.today;
    const known = this.found.get(formula);
    if (known) return known;
    const { required, gate } = schemeOf(formula);
    const isOut = context.possible?.holds(formula) === false || (context.has && !couldMatch(required, context.has));
    const near = isOut ? NOTHING : gate && this.of(gate, context, search);
    const carried = near?.length === 0 ? NOTHING : this.carried(formula, context, search, near);
    if (carried) {
      this.found.set(formula, carried);
      return carried;
    }
    const { matches, isQuiet } = quietly(formula, context, search, near);
    if (isQuiet) this.found.set(formula, matches);
    return matches;
  }

  /** The former state in which a formula was looked for: flows are not followed in one with errors. */
  private formerOf(formula: CompiledFormula, { today }: EvaluationContext, search: Search) {
    const nearest = this.nearest(search);
    for (const kept of new Set([...(nearest ? [nearest.kept] : []), ...this.formers])) {
      const found = kept.today === today ? kept.found.get(formula) : undefined;
      const successor = found && this.since(kept, search)?.successor;
      if (successor) return { successor, found };
    }
    return undefined;
  }

  /** Those that stand where nothing changed, and what is found anew elsewhere. */
  private carried(
    formula: CompiledFormula,
    context: EvaluationContext,
    search: Search,
    near: readonly FormulaMatch[] | undefined,
  ): readonly FormulaMatch[] | undefined {
    const { patterns, regexes, first, all, isAlone, isSimple, looksThrough } = schemeOf(formula);
    if (!patterns) return undefined;
    const former = this.formerOf(formula, context, search);
    if (!former || (looksThrough && !former.successor.keepsValues)) return undefined;
    const { successor, found: old } = former;
    const mayBeginAround = !isSimple && successor.rowsAround.mayBegin(all);
    // Around so few places it is found sooner than compared.
    if (mayBeginAround && near && near.length <= FEW) return undefined;
    if (mayBeginAround && !patterns.every((pattern) => successor.agrees(pattern, isAlone))) return undefined;
    if (!regexes.every((regex) => successor.keeps(regex))) return undefined;
    const kept: FormulaMatch[] = [];
    for (const match of old) {
      if (successor.touched(match)) continue;
      const moved = successor.moved(match);
      if (!moved) return undefined;
      kept.push(moved);
    }
    if (!successor.rows.mayBegin(first)) return kept;
    const clipped = { ...context, target: search.clipped(successor) };
    const { matches, isQuiet } = quietly(formula, clipped, search, successor.ranges);
    return isQuiet ? inOrder([...kept, ...matches.filter((match) => successor.touches(match))]) : undefined;
  }
}

/** A former state of a document, and what an edit has left of it. */
interface Former {
  readonly kept: KeptMatches;
  readonly successor: Successor;
}

/** What a formula finds, near some ranges if they are given, and whether it did so without a word. */
function quietly(formula: CompiledFormula, context: EvaluationContext, search: Search, near?: readonly Range[]) {
  let isQuiet = true;
  const report = (message: string): void => {
    isQuiet = false;
    context.report(message);
  };
  search.begin();
  const matches = evaluate(formula, { ...context, report }, near);
  return { matches, isQuiet: isQuiet && !search.wasLimited() };
}

const NOTHING: readonly FormulaMatch[] = [];

/** Less than one in so many rows is searched fast, and so is what is near no more matches. */
const FEW = 8;

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
