// The texts of patterns as the numbers that documents have for them, looked up once for all states of a document.
import type { Interner } from "../syntax";
import { NEVER } from "./matching";
import type { CompiledPattern } from "./pattern";

/** What an interner has of a pattern that may match. */
interface Looked {
  /** By textId; NEVER where the text does not occur. */
  readonly atoms: Int32Array;
  isWhole: boolean;
  /** The interner's size when it was looked up: what is missing may have come since. */
  size: number;
}

/** Texts only become more, so what is found of a pattern stays. Of most patterns a document lacks a name: they take no room. */
export class PatternAtoms {
  private readonly known = new WeakMap<CompiledPattern, Looked>();
  /** The interner's size when a name was missing that every match holds. */
  private readonly lacking = new WeakMap<CompiledPattern, number>();

  constructor(private readonly interner: Interner) {}

  of(pattern: CompiledPattern): Int32Array {
    const { interner } = this;
    let looked = this.known.get(pattern);
    if (!looked) {
      const atoms = new Int32Array(pattern.texts.length).fill(NEVER);
      looked = { atoms, isWhole: false, size: -1 };
      this.known.set(pattern, looked);
    }
    if (looked.isWhole || looked.size === interner.size) return looked.atoms;
    looked.size = interner.size;
    looked.isWhole = true;
    for (const [i, text] of pattern.texts.entries()) {
      if (looked.atoms[i] !== NEVER) continue;
      looked.atoms[i] = text === "" ? 0 : interner.find(text) || NEVER;
      if (looked.atoms[i] === NEVER) looked.isWhole = false;
    }
    return looked.atoms;
  }

  /** False where a name does not occur that every match holds. */
  mayOccur(pattern: CompiledPattern): boolean {
    const { interner } = this;
    if (this.known.has(pattern)) return true;
    if (this.lacking.get(pattern) === interner.size) return false;
    if (pattern.required.every((group) => group.some((text) => interner.find(text) > 0))) return true;
    this.lacking.set(pattern, interner.size);
    return false;
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
