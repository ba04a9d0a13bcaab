// Where the functions of a document stand in one of its states, so that what is known of one state can be told of the next.
import { lowerBound } from "../patterns/area";
import type { Match } from "../patterns/match";
import { isFunction, isMadeOfFunctions } from "../semantics/areas";
import { Kind, Role } from "../tree/kinds";
import type { Range, Tree } from "../tree/tree";
import type { FlowDocument } from "./flow-document";

/** The states of a document, as long as it is known what of one is in the next. */
export class Lineage {
  private static next = 0;
  readonly id = Lineage.next++;
  /** The document as it is now; undefined once it is something else. */
  latest: FlowDocument | undefined;
}

/** What a segment is: a function, a field that a class declares, a statement or member that holds neither, or what is around. */
export type SegmentKind = "function" | "field" | "statement" | "frame";

/**
 * The segments of a document, by their first rows. Functions, with those in them, and plain fields are pieces: what is
 * known of one is kept as long as nothing that it rests on has changed. A large lambda that is made of functions, such as
 * a module's or a suite's of tests, is no piece: they are, and its statements are the file's. Of what is around pieces
 * each statement or member without any is a segment, and so is each run of rows between them.
 */
export class Layout {
  readonly rows: readonly number[];
  private readonly kinds: readonly SegmentKind[];
  /** Where the first row of each segment begins, and where it ends. */
  private readonly starts: readonly number[];
  private readonly ends: readonly number[];
  /** Rows of lambdas that are no pieces. */
  private readonly opened: ReadonlySet<number>;
  /** Of each segment, a number that tells it from the others in all states of the lineage. */
  private readonly ids: number[];
  /** Of each segment, a number that tells its content from any other. */
  private readonly contents: number[];
  private byId: Map<number, number> | undefined;
  private static next = 0;

  constructor(
    readonly uri: string,
    readonly lineage: Lineage,
    tree: Tree,
  ) {
    const { rows, kinds, opened } = new Segmentation(tree);
    this.rows = rows;
    this.kinds = kinds;
    this.opened = opened;
    this.starts = rows.map((row) => tree.start[row]!);
    this.ends = rows.map((row, segment) => (kinds[segment] === "frame" ? Infinity : tree.end[row]!));
    this.ids = rows.map(() => Layout.next++);
    this.contents = [...this.ids];
  }

  /** A segment of this state is one of the state before, whatever it says. */
  continue(segment: number, { ids }: Layout, before: number): void {
    this.ids[segment] = ids[before]!;
    this.byId = undefined;
  }

  /** It says the same, too. */
  repeat(segment: number, { contents }: Layout, before: number): void {
    this.contents[segment] = contents[before]!;
  }

  kindOf(segment: number): SegmentKind {
    return this.kinds[segment]!;
  }

  /** How many segments are functions. */
  get functions(): number {
    return this.kinds.filter((kind) => kind === "function").length;
  }

  /** Whether a segment is a function or a field, and not what is around them. */
  isPiece(segment: number): boolean {
    return this.kinds[segment] === "function" || this.kinds[segment] === "field";
  }

  isFunction(segment: number): boolean {
    return this.kinds[segment] === "function";
  }

  /** Whether a row is that of a function which is a piece. */
  isFunctionPiece(row: number): boolean {
    const segment = this.segmentOf(row);
    return this.isFunction(segment) && this.rows[segment] === row;
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
    return Math.max(0, lastAtMost(this.starts, offset));
  }

  /** The content of the segment of a row. */
  contentAt(row: number): number {
    return this.contents[this.segmentOf(row)]!;
  }

  /** A row as it is called in each state of the lineage. */
  placeIn(row: number): string {
    const segment = this.segmentOf(row);
    return `${this.lineage.id}:${this.ids[segment]}:${row - this.rows[segment]!}`;
  }

  /** Where a row of this state stands now, if the document has its segment still. */
  now(row: number): { readonly document: FlowDocument; readonly row: number } | undefined {
    const document = this.lineage.latest;
    const now = document ? this.rowIn(document.layout, row) : -1;
    return document && now >= 0 ? { document, row: now } : undefined;
  }

  /** The row in another state of the lineage; -1 where its segment is not there. */
  rowIn(other: Layout, row: number): number {
    if (row < 0 || other === this) return row;
    const segment = this.segmentOf(row);
    const there = other.segmentWith(this.ids[segment]!);
    return there < 0 ? -1 : row - this.rows[segment]! + other.rows[there]!;
  }

  private segmentWith(id: number): number {
    this.byId ??= new Map(this.ids.map((each, segment) => [each, segment]));
    return this.byId.get(id) ?? -1;
  }

  /** A range in another state of the lineage; NOWHERE if its segments are not there. */
  rangeIn(other: Layout, { start, end }: Range): Range {
    // What ends where the next segment begins is of the one before.
    const from = this.offsetIn(other, start, this.segmentAt(start));
    const to = this.offsetIn(other, end, this.segmentAt(Math.max(start, end - 1)));
    return from < 0 || to < 0 ? NOWHERE : { start: from, end: to };
  }

  private offsetIn(other: Layout, offset: number, segment: number): number {
    const there = other.segmentWith(this.ids[segment]!);
    if (there < 0) return -1;
    const isBehind = offset >= this.ends[segment]!;
    return isBehind
      ? offset - this.ends[segment]! + other.ends[there]!
      : offset - this.starts[segment]! + other.starts[there]!;
  }

  /** A match as it stands in another state of the lineage. */
  matchIn(other: Layout, match: Match): Match {
    if (other === this) return match;
    const moved = <T extends Range>(range: T): T => ({ ...range, ...this.rangeIn(other, range) });
    const bindings = [...match.bindings].map(
      ([name, binding]) => [name, { ...moved(binding), row: this.rowIn(other, binding.row) }] as const,
    );
    return { ...moved(match), bindings: new Map(bindings) };
  }
}

const NOWHERE: Range = { start: -1, end: -1 };

/** Divides a tree into segments. */
class Segmentation {
  readonly rows: number[] = [];
  readonly kinds: SegmentKind[] = [];
  readonly opened = new Set<number>();
  /** By row, whether pieces are in it. */
  private readonly around: Uint8Array;

  constructor(private readonly tree: Tree) {
    this.around = new Uint8Array(tree.length);
    const pieces = this.pieces();
    for (let row = 0; row < tree.length; ) {
      const kind = pieces.get(row) ?? this.kindAround(row);
      if (kind === undefined) row += this.around[row] ? 1 : tree.size[row]!;
      else if (kind === "frame") this.begin(row++, kind);
      else {
        this.begin(row, kind);
        row += tree.size[row]!;
        if (row < tree.length) this.begin(row, "frame");
      }
    }
  }

  /** The kinds of the pieces, by row. */
  private pieces(): ReadonlyMap<number, SegmentKind> {
    const { tree, around } = this;
    const found = new Map<number, SegmentKind>();
    around[0] = 1;
    for (let row = 1; row < tree.length; row++) {
      const isCode = isFunction(tree, row);
      if (!isCode && !isPlainField(tree, row)) continue;
      if (isCode && isMadeOfFunctions(tree, row)) {
        this.opened.add(row);
        continue;
      }
      found.set(row, isCode ? "function" : "field");
      for (let at = tree.parent[row]!; around[at] === 0; at = tree.parent[at]!) around[at] = 1;
      row += tree.size[row]! - 1;
    }
    return found;
  }

  /** Of a row that is in no piece, what begins there. */
  private kindAround(row: number): SegmentKind | undefined {
    const role = this.tree.role[row];
    if (row > 0 && role !== Role.Statement && role !== Role.Member) return undefined;
    return this.around[row] ? "frame" : "statement";
  }

  private begin(row: number, kind: SegmentKind): void {
    if (this.rows.at(-1) === row) this.kinds[this.kinds.length - 1] = kind;
    else {
      this.rows.push(row);
      this.kinds.push(kind);
    }
  }
}

/** Whether a row is a field that a class declares, and no function is in what it holds at first. */
function isPlainField(tree: Tree, row: number): boolean {
  if (tree.kind[row] !== Kind.Field || tree.role[row] !== Role.Member) return false;
  for (let at = row + 1; at < row + tree.size[row]!; at++) if (isFunction(tree, at)) return false;
  return true;
}

/** Index of the last of ascending values that is not above another. */
const lastAtMost = (values: readonly number[], most: number): number => lowerBound(values, most + 1) - 1;
