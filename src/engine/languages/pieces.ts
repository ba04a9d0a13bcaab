// What a lowering made of each statement and member, so that the next one, after an edit elsewhere, takes it over. Only
// for languages in which that follows from the statement's own rows, its role, and the kind and depth of where it stands.
import type { Interner, ParsedText, SyntaxSnapshot } from "../syntax";
import type { Tree, TreeBuilder } from "../tree/tree";

/** A lowered snapshot. */
interface Lowered {
  readonly serial: number;
  readonly rows: number;
  readonly units: number;
  readonly interner: Interner;
  readonly tree: Tree;
  readonly pieces: Pieces;
}

/** Pieces in the order in which they were begun: those within one follow it. */
class Pieces {
  length = 0;
  /** Raw row; -1 for what is not to be taken over. */
  raw: Int32Array;
  /** First neutral row, and the row behind the last. */
  from: Uint32Array;
  to: Uint32Array;
  /** The number of the piece that follows all within this one. */
  until: Uint32Array;
  /** Role, and the kind of the row where it stands. */
  context: Uint32Array;
  /** How deep that is. */
  depth: Uint32Array;
  /** By raw row: the number of the last piece made of it, plus 1. */
  readonly ofRow: Uint32Array;

  /** @param expected pieces, a guess that avoids growing */
  constructor(rawRows: number, expected: number) {
    this.raw = new Int32Array(expected);
    this.from = new Uint32Array(expected);
    this.to = new Uint32Array(expected);
    this.until = new Uint32Array(expected);
    this.context = new Uint32Array(expected);
    this.depth = new Uint32Array(expected);
    this.ofRow = new Uint32Array(rawRows);
  }

  add(raw: number, from: number, context: number, depth: number): number {
    if (this.length === this.raw.length) this.grow();
    const piece = this.length++;
    this.raw[piece] = raw;
    this.from[piece] = from;
    this.context[piece] = context;
    this.depth[piece] = depth;
    return piece;
  }

  close(piece: number, to: number): void {
    this.to[piece] = to;
    this.until[piece] = this.length;
    this.ofRow[this.raw[piece]!] = piece + 1;
  }

  isIn(piece: number, context: number, depth: number): boolean {
    return this.context[piece] === context && this.depth[piece] === depth;
  }

  drop(piece: number): void {
    this.raw[piece] = -1;
  }

  private grow(): void {
    for (const column of ["from", "to", "until", "context", "depth"] as const) {
      const larger = new Uint32Array(2 * this.raw.length);
      larger.set(this[column]);
      this[column] = larger;
    }
    const larger = new Int32Array(2 * this.raw.length);
    larger.set(this.raw);
    this.raw = larger;
  }
}

/** By lineage: of the snapshot that was lowered last. */
const kept = new WeakMap<object, Lowered>();

const isSnapshot = (parsed: ParsedText): parsed is SyntaxSnapshot => parsed.lineage !== undefined;

/** The pieces of one lowering, and those of the one before that still stand. */
export class Takeover {
  private readonly pieces: Pieces;
  private readonly before: Lowered | undefined;
  private readonly rowShift: number;
  private readonly shift: number;

  /** Undefined for a text that will not be edited. */
  static of(parsed: ParsedText, builder: TreeBuilder): Takeover | undefined {
    return isSnapshot(parsed) ? new Takeover(parsed, builder) : undefined;
  }

  private constructor(
    private readonly parsed: SyntaxSnapshot,
    private readonly builder: TreeBuilder,
  ) {
    const { table, text, interner, shared, lineage } = parsed;
    const before = kept.get(lineage);
    this.pieces = new Pieces(table.length, (before?.pieces.length ?? 0) + 256);
    this.before = before && before.serial === shared?.with && before.interner === interner ? before : undefined;
    this.rowShift = table.length - (before?.rows ?? 0);
    this.shift = text.length - (before?.units ?? 0);
  }

  /**
   * Begins a piece: a raw row in a role, which stands in an open row of a kind, so many rows deep. Where it stood before,
   * its rows are written.
   * @returns the number to close it with, or -1 where it is complete
   */
  open(raw: number, role: number, kind: number, depth: number): number {
    const context = role | (kind << 8);
    const old = this.oldRow(raw);
    const piece = old < 0 ? -1 : this.before!.pieces.ofRow[old]! - 1;
    if (piece < 0 || !this.before!.pieces.isIn(piece, context, depth)) {
      return this.pieces.add(raw, this.builder.rows, context, depth);
    }
    this.take(piece, raw);
    return -1;
  }

  close(piece: number): void {
    this.pieces.close(piece, this.builder.rows);
  }

  /** The piece is not to be taken over: what follows depends on it. */
  drop(piece: number): void {
    this.pieces.drop(piece);
  }

  /** Keeps what was made, for the snapshots that follow. */
  finish(tree: Tree): void {
    const { table, text, interner, serial, lineage } = this.parsed;
    lineage.base = serial;
    kept.set(lineage, { serial, rows: table.length, units: text.length, interner, tree, pieces: this.pieces });
  }

  /** The row of the snapshot before that has the same text and the same rows below, or -1. */
  private oldRow(raw: number): number {
    const { parsed, before } = this;
    const { table, text, shared } = parsed;
    if (!before || !shared) return -1;
    if (this.isInFront(raw)) return raw;
    const follows = raw >= table.length - shared.back && table.start[raw]! >= text.length - shared.tail;
    return follows ? raw - this.rowShift : -1;
  }

  private isInFront(raw: number): boolean {
    const { table, shared } = this.parsed;
    return raw + table.size[raw]! <= shared!.front && table.end[raw]! <= shared!.start;
  }

  private take(piece: number, raw: number): void {
    const { builder, pieces } = this;
    const { tree, pieces: old } = this.before!;
    const shift = this.isInFront(raw) ? 0 : this.shift;
    const rawShift = raw - old.raw[piece]!;
    const rows = builder.rows - old.from[piece]!;
    builder.copy(tree, old.from[piece]!, old.to[piece]!, shift, rawShift);
    const offset = pieces.length - piece;
    for (let each = piece; each < old.until[piece]!; each++) {
      const row = old.raw[each]! < 0 ? -1 : old.raw[each]! + rawShift;
      const added = pieces.add(row, old.from[each]! + rows, old.context[each]!, old.depth[each]!);
      if (row < 0) continue;
      pieces.to[added] = old.to[each]! + rows;
      pieces.until[added] = old.until[each]! + offset;
      pieces.ofRow[row] = added + 1;
    }
  }
}
