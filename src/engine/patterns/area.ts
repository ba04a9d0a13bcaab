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

/** Calls `visit` with each of ascending rows, all or those from index `low` to `high`, that is in the area. */
export function eachWithin(
  rows: ArrayLike<number>,
  area: Area,
  visit: (row: number) => void,
  low = 0,
  high = rows.length,
): void {
  // Asked for each pattern: a generator, or a view of the rows, would cost more than they do.
  for (const { from, to } of area.spans ?? [area]) {
    for (let i = lowerBound(rows, from, low, high); i < high && rows[i]! < to; i++) visit(rows[i]!);
  }
}

/** Whether one of ascending rows is in some spans. */
export function someWithin(rows: ArrayLike<number>, spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => {
    const at = lowerBound(rows, from);
    return at < rows.length && rows[at]! < to;
  });
}

/** Index of the first of ascending values, all or those from `low` to `high`, that is not less. */
export function lowerBound(rows: ArrayLike<number>, value: number, low = 0, high = rows.length): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (rows[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
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
