// The texts of patterns as the numbers that documents have for them, looked up once for all states of a document.
import type { Interner } from "../syntax";
import { NEVER } from "./matching";
import type { CompiledPattern } from "./pattern";

/** What an interner has of a pattern. */
interface Looked {
  /** By textId; NEVER where the text does not occur. */
  readonly atoms: Int32Array;
  isWhole: boolean;
  /** Of each group of names that a match needs, one is there. */
  isPossible: boolean;
  /** The interner's size when it was looked up: what is missing may have come since. */
  size: number;
}

/** Texts only become more, so what is found of a pattern stays. */
export class PatternAtoms {
  private readonly known = new WeakMap<CompiledPattern, Looked>();

  constructor(private readonly interner: Interner) {}

  of(pattern: CompiledPattern): Int32Array {
    return this.look(pattern).atoms;
  }

  /** False where a name does not occur that every match holds. */
  mayOccur(pattern: CompiledPattern): boolean {
    return this.look(pattern).isPossible;
  }

  private look(pattern: CompiledPattern): Looked {
    const { interner } = this;
    let looked = this.known.get(pattern);
    if (!looked) {
      const atoms = new Int32Array(pattern.texts.length).fill(NEVER);
      looked = { atoms, isWhole: false, isPossible: false, size: -1 };
      this.known.set(pattern, looked);
    }
    if ((looked.isWhole && looked.isPossible) || looked.size === interner.size) return looked;
    looked.size = interner.size;
    looked.isWhole = true;
    for (const [i, text] of pattern.texts.entries()) {
      if (looked.atoms[i] !== NEVER) continue;
      looked.atoms[i] = text === "" ? 0 : interner.find(text) || NEVER;
      if (looked.atoms[i] === NEVER) looked.isWhole = false;
    }
    looked.isPossible ||= pattern.required.every((group) => group.some((text) => interner.find(text) > 0));
    return looked;
  }
}

const byInterner = new WeakMap<Interner, PatternAtoms>();

export function patternAtoms(interner: Interner): PatternAtoms {
  let atoms = byInterner.get(interner);
  if (!atoms) {
    atoms = new PatternAtoms(interner);
    byInterner.set(interner, atoms);
  }
  return atoms;
}
