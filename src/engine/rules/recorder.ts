// What an explanation is told while a formula is evaluated. With a recorder nothing is skipped: every part is looked for
// in the whole target, so that what it found by itself can be shown.
import type { Bindings } from "../patterns/match";
import type { CompiledCondition, CompiledFormula } from "./compile";
import type { Candidate } from "./ranges";

export interface Recorder {
  /** What a part of a formula finds by itself; a block, after all of its parts. May be told of the same part repeatedly. */
  found(part: object, candidates: readonly Candidate[]): void;
  /** What is left of a block's candidates once one of its parts was combined with those before it. */
  left(block: CompiledFormula, part: object, candidates: readonly Candidate[]): void;
  /** Whether a condition of a block held for what was bound. */
  judged(condition: CompiledCondition, candidate: Candidate, held: boolean, made: readonly Bindings[]): void;
}
