// Which formulas a document may match, told from the names that it holds and from nothing else.
import type { CompiledFormula } from "./compile";
import { requiredLiterals } from "./prefilter";

/** The names of a document and of all its earlier states: they only become more. */
export interface Vocabulary {
  readonly size: number;
  text(id: number): string;
  find(text: string): number;
}

/** Asked for each formula at every key press: the answers are kept until a name comes that some of them wait for. */
export class Possible {
  private readonly known = new Map<CompiledFormula, boolean>();
  private readonly alternatives = new Map<readonly CompiledFormula[], readonly CompiledFormula[]>();
  private readonly awaited = new Set<string>();
  /** Names that were compared with these. */
  private read = 0;

  private constructor(private readonly names: Vocabulary) {}

  static in(names: Vocabulary): Possible {
    let possible = all.get(names);
    if (!possible) {
      possible = new Possible(names);
      all.set(names, possible);
    }
    possible.learn();
    return possible;
  }

  /** False where names are missing that every match holds. */
  holds(formula: CompiledFormula): boolean {
    let holds = this.known.get(formula);
    if (holds === undefined) {
      holds = this.hasNames(formula);
      this.known.set(formula, holds);
    }
    return holds;
  }

  /** Those of some formulas that may match. */
  of(formulas: readonly CompiledFormula[]): readonly CompiledFormula[] {
    let possible = this.alternatives.get(formulas);
    if (!possible) {
      possible = formulas.filter((formula) => this.holds(formula));
      this.alternatives.set(formulas, possible);
    }
    return possible;
  }

  private hasNames(formula: CompiledFormula): boolean {
    for (const group of requiredLiterals(formula)) {
      if (!group.every(({ as }) => as === "name") || group.some(({ text }) => this.names.find(text) > 0)) continue;
      for (const { text } of group) this.awaited.add(text);
      return false;
    }
    return true;
  }

  private learn(): void {
    const { names } = this;
    let isAwaited = false;
    for (; this.read < names.size; this.read++) isAwaited ||= this.awaited.has(names.text(this.read));
    if (!isAwaited) return;
    this.known.clear();
    this.alternatives.clear();
    this.awaited.clear();
  }
}

const all = new WeakMap<Vocabulary, Possible>();
