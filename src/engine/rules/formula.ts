// Evaluates a rule's formula over one target, as RULE-LANGUAGE §3 has it: positives, then exclusions, conditions, focus.
import type { Range } from "../findings/finding";
import type { Accepts, Binding, Target } from "../patterns/match";
import type { CompiledAll, CompiledFormula } from "./compile";
import { Conditions } from "./conditions";
import type { Possible } from "./possible";
import { couldMatch, type Literal } from "./prefilter";
import { type Candidate, contains, distinct, type FormulaMatch, inOrder, intersect, subtract, union } from "./ranges";
import type { Recorder } from "./recorder";
import { DocumentScope, type Scope } from "./scope";

export interface EvaluationContext {
  readonly target: Target;
  /** ISO date that `today()` of a comparison gives. */
  readonly today: string;
  /** A text as a target of its own, for `metavariable-pattern` with a language; `undefined` where that one is not run. */
  fragment(text: string, language: string): Target | undefined;
  /** Whether the target's text holds a literal; blocks that lack what they need are not evaluated. */
  readonly has?: ((literal: Literal) => boolean) | undefined;
  /** The formulas that the target may match. */
  readonly possible?: Possible | undefined;
  /** Told what each part gives; with it, no part is skipped because others found nothing. */
  readonly recorder?: Recorder | undefined;
  /** Told, in a full sentence, what could not be finished; may say the same thing repeatedly. */
  report(message: string): void;
}

/** How many pairs of ranges one evaluation may compare: a limit in steps is the same on every machine. */
const maxPairs = 1_000_000;

/**
 * All matches of the formula, in order of start, then longest first, no two with the same range and bindings; with
 * `near`, at least those that overlap one of these ranges.
 */
export function evaluate(
  formula: CompiledFormula,
  context: EvaluationContext,
  near?: readonly Range[],
): readonly FormulaMatch[] {
  return evaluateIn(formula, new DocumentScope(context.target, context.report), context, near);
}

/** The same over any scope: a document, or the fragment that a metavariable stands for. */
export function evaluateIn(
  formula: CompiledFormula,
  scope: Scope,
  context: EvaluationContext,
  near?: readonly Range[],
): readonly FormulaMatch[] {
  return inOrder(distinct(new Evaluation(scope, context).candidates(formula, near)));
}

class Evaluation {
  private pairs = 0;

  constructor(
    private readonly scope: Scope,
    private readonly context: EvaluationContext,
  ) {}

  /**
   * The formula's candidates; with `near`, at least those that overlap one of these ranges. All that is later combined
   * with what was found before must be nested with it, so each part looks only where the parts before it found something.
   * Those that bind what is not accepted may be left out.
   */
  candidates(formula: CompiledFormula, near?: readonly Range[], accepts?: Accepts): readonly Candidate[] {
    const { recorder } = this.context;
    if (!recorder) return this.search(formula, near, accepts);
    const found = this.search(formula);
    recorder.found(formula, found);
    return found;
  }

  private search(formula: CompiledFormula, near?: readonly Range[], accepts?: Accepts): readonly Candidate[] {
    switch (formula.type) {
      case "pattern":
        return this.scope.find(formula.pattern, { near, accepts }).map((match) => asCandidate(match, "plain"));
      case "regex":
        return this.scope.findRegex(formula.regex).map((match) => asCandidate(match, "regex"));
      case "inside":
        return this.candidates(formula.formula, near, accepts).map((match) => asCandidate(match, "inside"));
      case "anywhere":
        return this.candidates(formula.formula).map((match) => asCandidate(match, "anywhere"));
      case "any":
        return distinct(this.possible(formula.formulas).flatMap((part) => this.candidates(part, near, accepts)));
      case "all":
        return this.all(formula, near);
    }
  }

  private possible(formulas: readonly CompiledFormula[]): readonly CompiledFormula[] {
    const { possible, recorder } = this.context;
    return possible && !recorder ? possible.of(formulas) : formulas;
  }

  private all(formula: CompiledAll, near: readonly Range[] | undefined): readonly Candidate[] {
    const { has, recorder } = this.context;
    if (has && !recorder && !couldMatch(formula.required, has)) return [];
    const conditions = new Conditions(formula.conditions, this.scope, this.context);
    let found = this.positives(formula, conditions, near);
    for (const pattern of formula.selectors) {
      if (found.length === 0 && !recorder) return [];
      const selected = this.scope.find(pattern, { within: found }).map((match) => asCandidate(match, "plain"));
      found = intersect(found, selected, this.scope.same, this.spend);
      recorder?.found(pattern, selected);
      recorder?.left(formula, pattern, found);
    }
    for (const negative of formula.negatives) {
      if (found.length === 0 && !recorder) return [];
      found = subtract(found, this.candidates(negative, found), this.scope.same, this.spend);
      recorder?.left(formula, negative, found);
    }
    const kept = found.flatMap((candidate) => {
      const copies = conditions.bindings(candidate);
      return copies.map((made) =>
        made.size > 0 ? { ...candidate, bindings: union(candidate.bindings, made) } : candidate,
      );
    });
    const focus =
      formula.focus.length > 0 ? distinct(kept.flatMap((candidate) => focused(candidate, formula.focus))) : kept;
    return this.marked(formula, focus);
  }

  /** With the block's own fix, and the metavariable for the whole match. */
  private marked({ as, fix }: CompiledAll, found: readonly Candidate[]): readonly Candidate[] {
    if (as === undefined && fix === undefined) return found;
    return found.map((candidate) => {
      const named = as === undefined ? none : new Map([[as, this.scope.target.bindingAt(candidate)]]);
      return { ...candidate, bindings: union(named, candidate.bindings), ...(fix && { fix }) };
    });
  }

  /**
   * Combined in their order, contexts after the rest and searches of raw text last, each only where the others found
   * something. Conditions that can already fail a candidate do so before the next part is looked for.
   */
  private positives(
    formula: CompiledAll,
    conditions: Conditions,
    near: readonly Range[] | undefined,
  ): readonly Candidate[] {
    const { positives } = formula;
    const { recorder } = this.context;
    if (positives.length === 0) return [this.scope.whole];
    let found: readonly Candidate[] | undefined;
    for (const part of inTurn(positives)) {
      // What a part finds and a condition refuses would be left out below.
      const result = this.candidates(part, found ?? near, conditions);
      found = found ? intersect(found, result, this.scope.same, this.spend) : result;
      recorder?.left(formula, part, found);
      if (recorder) continue;
      found = found.filter(({ bindings }) => conditions.mayHold(bindings));
      if (found.length === 0) return [];
    }
    return found ?? [];
  }

  private readonly spend = (): boolean => {
    if (++this.pairs <= maxPairs) return true;
    this.context.report("The rule matches too many combinations of places in this file; some were left out.");
    return false;
  };
}

const none: ReadonlyMap<string, Binding> = new Map();

function asCandidate({ start, end, bindings, fix }: FormulaMatch, kind: Candidate["kind"]): Candidate {
  return { start, end, bindings, kind, ...(fix && { fix }) };
}

const turns = new WeakMap<readonly CompiledFormula[], readonly CompiledFormula[]>();

/** Positives in the order in which they are looked for. */
export function inTurn(positives: readonly CompiledFormula[]): readonly CompiledFormula[] {
  let turn = turns.get(positives);
  if (!turn) {
    turn = positives.toSorted((a, b) => cost(a) - cost(b));
    turns.set(positives, turn);
  }
  return turn;
}

/** Plain patterns first, then contexts, which are only looked for around what was found, then the raw text. */
function cost(formula: CompiledFormula): number {
  if (formula.type === "anywhere") return 3;
  if (needsRegex(formula)) return 2;
  return isContext(formula) ? 1 : 0;
}

/** Whether all that the formula finds are contexts: one, a choice between some, or several at once. */
function isContext(formula: CompiledFormula): boolean {
  if (formula.type === "any") return formula.formulas.every(isContext);
  if (formula.type !== "all") return formula.type === "inside";
  return formula.positives.length > 0 && formula.focus.length === 0 && formula.positives.every(isContext);
}

/** Whether the formula searches the raw text, which costs more than finding a code pattern through the index. */
function needsRegex(formula: CompiledFormula): boolean {
  if (formula.type === "all") return formula.positives.some(needsRegex);
  if (formula.type === "any") return formula.formulas.some(needsRegex);
  return "formula" in formula ? needsRegex(formula.formula) : formula.type === "regex";
}

/** A candidate narrowed to its focus: one per name of a list, all entries at once where there are several. */
function focused(candidate: Candidate, focus: readonly (readonly string[])[]): readonly Candidate[] {
  return focus.reduce<readonly Candidate[]>(
    (candidates, names) => candidates.flatMap((outer) => names.flatMap((name) => focusedOn(outer, name))),
    [{ ...candidate, kind: "plain" }],
  );
}

function focusedOn(candidate: Candidate, name: string): readonly Candidate[] {
  const range: Range | undefined = candidate.bindings.get(name);
  if (!range) return [];
  if (contains(candidate, range)) return [{ ...candidate, start: range.start, end: range.end }];
  return contains(range, candidate) ? [candidate] : [];
}
