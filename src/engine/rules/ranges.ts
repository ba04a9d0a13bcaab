// Ranges with bindings, and how formulas combine them.
import type { Range } from "../findings/finding";
import type { Binding, Bindings, Match } from "../patterns/match";
import type { FixTemplate } from "./fix-template";

/** A match of a formula. */
export interface FormulaMatch extends Match {
  /** The fix of the part of the formula that found it. */
  readonly fix?: FixTemplate;
}

/**
 * A match on its way through a formula. The kind says what found it: `inside` is only a context, which never narrows
 * a plain match, and as an exclusion removes what it contains; `regex` as an exclusion removes either way round;
 * `anywhere` is joined by its bindings wherever it stands, and as an exclusion removes all.
 */
export interface Candidate extends FormulaMatch {
  readonly kind: "plain" | "inside" | "regex" | "anywhere";
}

/** Whether two bindings are equal. */
export type Same = (left: Binding, right: Binding) => boolean;

/** Whether a range lies in another, or is it. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the bindings that both have are equal; numbered captures of regular expressions never conflict. */
export function compatible(left: Bindings, right: Bindings, same: Same): boolean {
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  for (const [name, binding] of few) {
    const other = many.get(name);
    if (other && other !== binding && !isNumbered(name) && !same(binding, other)) return false;
  }
  return true;
}

/** `$1`, which only a regular expression binds. */
export function isNumbered(name: string): boolean {
  return name.charCodeAt(1) <= 57 && name.charCodeAt(1) >= 48;
}

/** The bindings of the first, and those that only the second has. */
export function union(first: Bindings, second: Bindings): Bindings {
  let merged: Map<string, Binding> | undefined;
  for (const [name, binding] of second) {
    if (first.has(name)) continue;
    merged ??= new Map(first);
    merged.set(name, binding);
  }
  return merged ?? first;
}

/**
 * Every pair of which one contains the other and whose bindings agree gives the smaller one with the bindings of both.
 * `spend` is called per pair and says whether to go on.
 */
export function intersect(
  left: readonly Candidate[],
  right: readonly Candidate[],
  same: Same,
  spend: () => boolean,
): readonly Candidate[] {
  const result: Candidate[] = [];
  const anywhere = right.filter(isAnywhere);
  const placed = anywhere.length === 0 ? right : right.filter((y) => !isAnywhere(y));
  const index = new RangeIndex(placed);
  for (const x of left) {
    for (const y of chain(isAnywhere(x) ? placed : index.nestedWith(x), anywhere)) {
      if (!spend()) return distinct(result);
      const first = survives(x, y);
      const second = survives(y, x) && (!first || isAnywhere(x) || isAnywhere(y));
      if (!(first || second) || !compatible(x.bindings, y.bindings, same)) continue;
      if (first) result.push(joined(x, y));
      if (second) result.push(joined(y, x));
    }
  }
  return distinct(result);
}

const isAnywhere = ({ kind }: Candidate): boolean => kind === "anywhere";

function* chain<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

/** Whether of two candidates this one goes on: it lies in the other, and is not a mere context inside a plain match. */
function survives(inner: Candidate, outer: Candidate): boolean {
  return (isAnywhere(outer) || contains(outer, inner)) && (inner.kind !== "inside" || outer.kind === "inside");
}

function joined(kept: Candidate, other: Candidate): Candidate {
  const bindings = union(kept.bindings, other.bindings);
  return bindings === kept.bindings ? kept : { ...kept, bindings };
}

/** The candidates that no excluded one removes. */
export function subtract(
  candidates: readonly Candidate[],
  excluded: readonly Candidate[],
  same: Same,
  spend: () => boolean,
): readonly Candidate[] {
  if (excluded.length === 0) return candidates;
  if (excluded.some(isAnywhere)) return [];
  const index = new RangeIndex(excluded);
  return candidates.filter((candidate) => {
    for (const other of index.nestedWith(candidate)) {
      if (!spend()) return false;
      if (removes(other, candidate) && compatible(candidate.bindings, other.bindings, same)) return false;
    }
    return true;
  });
}

function removes(excluded: Candidate, candidate: Candidate): boolean {
  if (excluded.kind === "regex") return true;
  return contains(excluded, candidate) && (excluded.kind === "inside" || contains(candidate, excluded));
}

/** Without those that equal an earlier one in range, kind and the places of all bindings. */
export function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const byHash = new Map<number, Candidate[]>();
  return candidates.filter((candidate) => {
    const hash = hashOf(candidate);
    const known = byHash.get(hash);
    if (!known) byHash.set(hash, [candidate]);
    else if (known.some((other) => isSame(other, candidate))) return false;
    else known.push(candidate);
    return true;
  });
}

/** Of the range and the places of the bindings, in any order, so that equal candidates meet. */
function hashOf({ start, end, bindings }: Candidate): number {
  let hash = Math.imul(start, 31) + end;
  for (const binding of bindings.values()) hash += Math.imul(binding.start, 961) + Math.imul(binding.end, 29791);
  return hash | 0;
}

function isSame(left: Candidate, right: Candidate): boolean {
  const { start, end, kind, bindings } = left;
  return start === right.start && end === right.end && kind === right.kind && samePlaces(bindings, right.bindings);
}

function samePlaces(left: Bindings, right: Bindings): boolean {
  if (left === right) return true;
  if (left.size !== right.size) return false;
  for (const [name, { start, end, kind }] of left) {
    const other = right.get(name);
    if (other?.start !== start || other.end !== end || other.kind !== kind) return false;
  }
  return true;
}

/** In order of start, then longest first. */
export function inOrder<T extends Range>(ranges: readonly T[]): T[] {
  return ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Finds which of many ranges contain a range or lie in it, in time that grows with the answer. */
class RangeIndex<T extends Range> {
  private readonly ranges: readonly T[];
  /** A heap-shaped tree: node i has the largest end below it; leaves from `leaf` on. */
  private readonly largestEnd: Float64Array;
  private readonly leaf: number;

  constructor(ranges: readonly T[]) {
    this.ranges = inOrder(ranges);
    this.leaf = 2 ** Math.ceil(Math.log2(Math.max(ranges.length, 1)));
    this.largestEnd = new Float64Array(2 * this.leaf).fill(-1);
    for (const [i, { end }] of this.ranges.entries()) this.largestEnd[this.leaf + i] = end;
    for (let i = this.leaf - 1; i > 0; i--) {
      this.largestEnd[i] = Math.max(this.largestEnd[2 * i]!, this.largestEnd[2 * i + 1]!);
    }
  }

  /** Each once: those that contain the range, then those that lie in it. */
  *nestedWith(range: Range): Generator<T> {
    const first = this.firstFrom(range.start);
    const after = this.firstFrom(range.start + 1);
    yield* this.endingFrom(range.end, after, 1, 0, this.leaf);
    for (let i = first; i < this.ranges.length; i++) {
      const inner = this.ranges[i]!;
      if (inner.start > range.end) return;
      // Those that also contain it were given above.
      if (inner.end <= range.end && (inner.start > range.start || inner.end < range.end)) yield inner;
    }
  }

  /** Ranges before index `before`, below the tree's node for [from, from + width), that end at `end` or later. */
  private *endingFrom(end: number, before: number, node: number, from: number, width: number): Generator<T> {
    if (from >= before || this.largestEnd[node]! < end) return;
    if (width === 1) {
      yield this.ranges[from]!;
      return;
    }
    yield* this.endingFrom(end, before, 2 * node, from, width / 2);
    yield* this.endingFrom(end, before, 2 * node + 1, from + width / 2, width / 2);
  }

  /** Index of the first range that starts at `start` or later. */
  private firstFrom(start: number): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ranges[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
