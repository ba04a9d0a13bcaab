// Where the ranges that rules speak of stand in a tree.
import { isExpression, type MatchDocument } from "../patterns/document";
import { Kind, Role } from "../tree/kinds";
import { childrenIn, type Range, type Tree } from "../tree/tree";

const known = new WeakMap<MatchDocument, Places>();

/** Those of a document: made once, whatever rules follow it. */
export function placesOf(document: MatchDocument): Places {
  let places = known.get(document);
  if (!places) {
    places = new Places(document);
    known.set(document, places);
  }
  return places;
}

/** Finds the rows of ranges in one document. */
export class Places {
  private readonly tree: Tree;
  private inOrder: Int32Array | undefined;

  constructor(document: MatchDocument) {
    this.tree = document.tree;
  }

  /** The largest rows that lie in a range. */
  largest(range: Range): readonly number[] {
    const firsts = this.firstsAt(range);
    if (firsts.length === 0) return this.search(0, range);
    return [...new Set(firsts.flatMap((first) => [first, ...this.following(first, range)]))];
  }

  private following(first: number, range: Range): readonly number[] {
    const { tree } = this;
    const rows: number[] = [];
    const parent = tree.parent[first]!;
    const end = parent < 0 ? tree.length : parent + tree.size[parent]!;
    for (let row = first + tree.size[first]!; row < end && this.isIn(row, range); row += tree.size[row]!)
      rows.push(row);
    return rows;
  }

  /** What is all of a row and stands for it: the expression of a statement, the statement of a body. */
  innermost(row: number): number {
    const { tree } = this;
    const range = { start: tree.start[row]!, end: tree.end[row]! };
    const [whole] = childrenIn(tree, row).filter(
      (child) => tree.role[child] !== Role.Callee && this.isAt(child, range) && !NO_VALUES.has(tree.role[child]!),
    );
    return whole === undefined ? row : this.innermost(whole);
  }

  /** The expressions of a row: itself, or those of the statement or list that it is. */
  expressions(row: number): readonly number[] {
    const { tree } = this;
    const kind = tree.kind[row]!;
    if (isExpression(kind) || kind === Kind.Name || kind === Kind.Lambda) return [row];
    return childrenIn(tree, row)
      .filter((child) => !NO_VALUES.has(tree.role[child]!))
      .flatMap((child) => this.expressions(child));
  }

  /** All expressions below a row. */
  within(row: number): readonly number[] {
    const rows: number[] = [];
    for (let each = row + 1; each < row + this.tree.size[row]!; each++) {
      if (isExpression(this.tree.kind[each]!)) rows.push(each);
    }
    return rows;
  }

  isAt(row: number, { start, end }: Range): boolean {
    return this.tree.start[row] === start && this.tree.end[row] === end;
  }

  private isIn(row: number, { start, end }: Range): boolean {
    return this.tree.start[row]! >= start && this.tree.end[row]! <= end;
  }

  /** Whether a range is that of a call. */
  isCall(range: Range): boolean {
    const { kind } = this.tree;
    const rows = this.largest(range).flatMap((row) => this.expressions(row));
    return rows.some((row) => this.isAt(row, range) && (kind[row] === Kind.Call || kind[row] === Kind.New));
  }

  /**
   * The outermost rows that begin where the range does and lie in it; their parents lie in the range too rarely to ask.
   * There are several where code stands for more than itself: the `a` of `a ?? b` is condition and value.
   */
  private firstsAt(range: Range): readonly number[] {
    const { tree } = this;
    const rows: number[] = [];
    let end = 0;
    for (const row of this.startingAt(range.start)) {
      if (row < end || !this.isIn(row, range)) continue;
      rows.push(row);
      end = row + tree.size[row]!;
    }
    return rows;
  }

  /** Rows that begin in a place, in order. */
  private startingAt(start: number): Int32Array {
    this.inOrder ??= byStart(this.tree);
    const rows = this.inOrder;
    const from = firstNotBefore(rows, this.tree.start, start);
    let to = from;
    while (to < rows.length && this.tree.start[rows[to]!] === start) to++;
    return rows.subarray(from, to);
  }

  /** Whether a row of one of some kinds, with nothing in it, has a range. */
  isLeaf(kinds: ReadonlySet<number>, range: Range): boolean {
    const { tree } = this;
    return this.startingAt(range.start).some(
      (row) => tree.end[row] === range.end && tree.size[row] === 1 && kinds.has(tree.kind[row]!),
    );
  }

  private search(row: number, range: Range): number[] {
    const { tree } = this;
    return childrenIn(tree, row).flatMap((child) => {
      if (this.isIn(child, range)) return [child];
      const touches = tree.start[child]! < range.end && range.start < tree.end[child]!;
      return touches ? this.search(child, range) : [];
    });
  }
}

/** Index of the first of rows, in order of their starts, that does not begin before a place. */
function firstNotBefore(rows: Int32Array, starts: ArrayLike<number>, place: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[rows[middle]!]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All rows but the first by their starts, then by number. Few begin in front of a row above them: these are put in. */
function byStart({ start, length }: Tree): Int32Array {
  const rows = new Int32Array(Math.max(0, length - 1));
  const early: number[] = [];
  let count = 0;
  for (let row = 1, last = 0; row < length; row++) {
    if (start[row]! < last) early.push(row);
    else {
      rows[count++] = row;
      last = start[row]!;
    }
  }
  early.sort((a, b) => start[a]! - start[b]! || a - b);
  for (let to = rows.length - 1; early.length > 0; to--) {
    const row = early[early.length - 1]!;
    const other = count > 0 ? rows[count - 1]! : -1;
    const isFirst = other >= 0 && (start[row]! - start[other]! || row - other) < 0;
    rows[to] = isFirst ? rows[--count]! : early.pop()!;
  }
  return rows;
}

/** Parts of statements that have no value. */
const NO_VALUES: ReadonlySet<number> = new Set([
  Role.Type,
  Role.ReturnType,
  Role.TypeParameter,
  Role.TypeArgument,
  Role.Modifier,
  Role.Decorator,
]);
