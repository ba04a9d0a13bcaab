// Where in a document a search looks.
import type { Range } from "../tree/tree";
import type { Accepts, Bindings } from "./match";

/** Rows [from, to), what is bound already, the ranges that a match must overlap, and what it may bind. */
export interface Area {
  readonly from: number;
  readonly to: number;
  readonly outer?: Bindings;
  /** The rows are themselves a list of statements: these. */
  readonly list?: readonly number[];
  readonly near?: Near | undefined;
  readonly accepts?: Accepts | undefined;
  /** Of these rows only what lies in one of the spans can begin a match; in order, none overlapping another. */
  readonly spans?: readonly Span[] | undefined;
}

/** Rows [from, to). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Of ascending rows those in the area. */
export function* within(rows: ArrayLike<number>, { from, to, spans }: Area): Generator<number> {
  for (const span of spans ?? [{ from, to }]) {
    for (let i = lowerBound(rows, span.from); i < rows.length && rows[i]! < span.to; i++) yield rows[i]!;
  }
}

/** Index of the first of ascending values that is not less. */
export function lowerBound(rows: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Many ranges as few: overlapping ones joined, in order. */
export class Near {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(ranges: readonly Range[]) {
    for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
      const last = this.ends.length - 1;
      if (last >= 0 && start <= this.ends[last]!) this.ends[last] = Math.max(this.ends[last]!, end);
      else {
        this.starts.push(start);
        this.ends.push(end);
      }
    }
  }

  /** Where the last of them ends. */
  get end(): number {
    return this.ends.at(-1) ?? -1;
  }

  overlaps(start: number, end: number): boolean {
    const at = lowerBound(this.ends, start);
    return at < this.ends.length && this.starts[at]! <= end;
  }
}
