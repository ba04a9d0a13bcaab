// Where the functions of a document stand in one of its states, so that what is known of one state can be told of the next.
import { lowerBound } from "../patterns/area";
import type { Match } from "../patterns/match";
import { Kind, Role } from "../tree/kinds";
import type { Range, Tree } from "../tree/tree";
import type { FlowDocument } from "./flow-document";

/** The states of a document that differ within functions alone. */
export class Lineage {
  private static next = 0;
  readonly id = Lineage.next++;
  /** The document as it is now; undefined once it is something else. */
  latest: FlowDocument | undefined;
}

/**
 * The segments of a document, by their first rows and offsets: what stands before the first piece, the piece, what stands
 * between it and the next one, and so on. A piece is a function, with those in it, or a field that a class declares. A
 * large lambda that is made of functions, such as a module's or a suite's of tests, is no piece: they are, and its
 * statements are the file's.
 */
export class Layout {
  readonly rows: readonly number[];
  readonly offsets: readonly number[];
  /** Where the first row of each segment begins: behind the blanks and comments that follow a function. */
  private readonly begins: readonly number[];
  /** Of each segment, whether it is a function. */
  private readonly functions: readonly boolean[];
  /** Rows of lambdas that are no pieces. */
  private readonly opened = new Set<number>();
  /** Of each segment, a number that tells its content from any other. */
  readonly contents: number[];
  private static nextContent = 0;

  constructor(
    readonly uri: string,
    readonly lineage: Lineage,
    tree: Tree,
  ) {
    const rows = [0];
    const offsets = [0];
    const functions = [false];
    for (let row = 1; row < tree.length; row++) {
      const isFunction = isFunctionAt(tree, row);
      if (!isFunction && !isPlainField(tree, row)) continue;
      if (isFunction && isMadeOfFunctions(tree, row)) {
        this.opened.add(row);
        continue;
      }
      rows.push(row, row + tree.size[row]!);
      offsets.push(tree.start[row]!, tree.end[row]!);
      functions.push(isFunction, false);
      row += tree.size[row]! - 1;
    }
    this.functions = functions;
    this.contents = rows.map(() => Layout.nextContent++);
    this.rows = rows;
    this.offsets = offsets;
    this.begins = rows.map((row, segment) => (row < (rows[segment + 1] ?? tree.length) ? tree.start[row]! : Infinity));
  }

  isFunction(segment: number): boolean {
    return this.functions[segment]!;
  }

  /** Whether a segment is a function or a field, and not what stands between them. */
  isPiece(segment: number): boolean {
    return segment % 2 === 1;
  }

  /** Whether a row is that of a function which is a piece. */
  isFunctionPiece(row: number): boolean {
    const segment = this.segmentOf(row);
    return this.functions[segment]! && this.rows[segment] === row;
  }

  /** Whether a function is one whose statements are the file's. */
  isOpened(row: number): boolean {
    return this.opened.has(row);
  }

  segmentOf(row: number): number {
    return lastAtMost(this.rows, row);
  }

  /** The segment that begins at an offset, or last before it. */
  segmentAt(offset: number): number {
    return lastAtMost(this.offsets, offset);
  }

  /** The content of the segment of a row. */
  contentAt(row: number): number {
    return this.contents[this.segmentOf(row)]!;
  }

  /** How far the first row of a segment is from where it is in another state of the lineage. */
  shiftIn({ begins }: Layout, segment: number): number {
    return begins[segment]! - this.begins[segment]!;
  }

  /** Where a row of this state stands now, if the document has the same segments still. */
  now(row: number): { readonly document: FlowDocument; readonly row: number } | undefined {
    const document = this.lineage.latest;
    return document && { document, row: this.rowIn(document.layout, row) };
  }

  /** The row in another state of the lineage. */
  rowIn({ rows }: Layout, row: number): number {
    const segment = this.segmentOf(row);
    return row < 0 ? row : row - this.rows[segment]! + rows[segment]!;
  }

  /** The offset in another state of the lineage. */
  offsetIn({ offsets, begins }: Layout, offset: number): number {
    const segment = this.segmentAt(offset);
    const begin = this.begins[segment]!;
    return offset >= begin ? offset - begin + begins[segment]! : offset - this.offsets[segment]! + offsets[segment]!;
  }

  /** A match as it stands in another state of the lineage. */
  matchIn(other: Layout, match: Match): Match {
    if (other === this) return match;
    const moved = <T extends Range>(range: T): T => ({
      ...range,
      start: this.offsetIn(other, range.start),
      end: this.offsetIn(other, range.end),
    });
    const bindings = [...match.bindings].map(
      ([name, binding]) => [name, { ...moved(binding), row: this.rowIn(other, binding.row) }] as const,
    );
    return { ...moved(match), bindings: new Map(bindings) };
  }
}

const isFunctionAt = (tree: Tree, row: number): boolean =>
  tree.kind[row] === Kind.Function || tree.kind[row] === Kind.Lambda;

/** A lambda with fewer rows is a piece, whatever it is made of. */
const LEAST_OPENED = 1000;

/** Whether a row is a large lambda, and more than half of it is functions. */
function isMadeOfFunctions(tree: Tree, row: number): boolean {
  const size = tree.size[row]!;
  if (tree.kind[row] !== Kind.Lambda || size < LEAST_OPENED) return false;
  let inner = 0;
  for (let at = row + 1; at < row + size; at++) {
    if (!isFunctionAt(tree, at)) continue;
    inner += tree.size[at]!;
    at += tree.size[at]! - 1;
  }
  return inner > size / 2;
}

/** Whether a row is a field that a class declares, and no function is in what it holds at first. */
function isPlainField(tree: Tree, row: number): boolean {
  if (tree.kind[row] !== Kind.Field || tree.role[row] !== Role.Member) return false;
  for (let at = row + 1; at < row + tree.size[row]!; at++) if (isFunctionAt(tree, at)) return false;
  return true;
}

/** Index of the last of ascending values that is not above another. */
const lastAtMost = (values: readonly number[], most: number): number => lowerBound(values, most + 1) - 1;
