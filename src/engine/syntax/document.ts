/**
 * One text and its syntax tree, kept up to date edit by edit. The parser's tree never leaves this file: what others
 * see is an immutable snapshot, a raw table with the texts of its leaves.
 */
import { Edit, type Point, type Tree } from "web-tree-sitter";
import { atomsAfter, atomsOf } from "./atoms";
import { Interner } from "./interner";
import { equalTables, type RawTable } from "./raw-table";
import { applyChanges, fromLastToFirst, spanOf, type TextChange } from "./text-change";
import type { Before, Reading } from "./tree-reader";
import type { ChangedWindow } from "./window";

/** A text and its tree as plain data. */
export interface ParsedText {
  readonly text: string;
  readonly table: RawTable;
  /** Row by row, the interned text of a leaf; 0 on rows with children. */
  readonly atoms: Uint32Array;
  /** Made the atoms' ids. A document keeps its interner from snapshot to snapshot, until it has grown too much. */
  readonly interner: Interner;
  /** Of the document that it is a snapshot of. */
  readonly lineage?: Lineage;
}

/** The state of a document after its latest change. */
export interface SyntaxSnapshot extends ParsedText {
  /** Which rows the snapshot before had already; none after a fresh parse. */
  readonly window: ChangedWindow;
  readonly lineage: Lineage;
  /** Number among the document's snapshots. */
  readonly serial: number;
  /** What it has in common with the lineage's base, as that was when the snapshot was made. */
  readonly shared: Shared | undefined;
}

/** All snapshots of one document. Who keeps what was made of one of them makes that one the base of those to come. */
export interface Lineage {
  /** The serial of a snapshot. */
  base: number;
}

/** The parts of a snapshot that are those of an earlier one: its first and last rows, as in a ChangedWindow, and text. */
export interface Shared extends ChangedWindow {
  /** Serial of the earlier one. */
  readonly with: number;
  /** UTF-16 units at the front and at the back of the text. */
  readonly start: number;
  readonly tail: number;
}

/** What a document needs of its grammar. */
export interface TreeParser {
  /** Parses `text`, reusing what it can of `old`, which was edited to match; the caller frees the tree. */
  parseTree(text: string, old?: Tree): Tree;
  /** The tree's table. */
  read(tree: Tree): RawTable;
  /** The same, and what of it is new, where the tree was parsed with an old one. */
  readAfter(tree: Tree, before: Before): Reading;
}

const FRESH: ChangedWindow = { front: 0, back: 0 };

/** An interner that weighs this many times what its snapshot's own texts do is replaced… */
const MAX_GROWTH = 4;
/** …unless it is still small (in UTF-16 units). */
const SMALL_INTERNER = 1 << 16;

/** In UTF-16 units: a text of this length is parsed in a few milliseconds. A longer one is parsed afresh at rest. */
const VERIFIED_AT_ONCE = 40_000;

export class SyntaxDocument {
  readonly #parser: TreeParser;
  readonly #lines = new LineCounter();
  readonly #lineage: Lineage = { base: -1 };
  #tree: Tree | undefined;
  #snapshot: SyntaxSnapshot;
  #isDoubtful = false;
  /** The weight of the interner when it held the texts of one snapshot only. */
  #liveWeight: number;

  /** Parses `text`; dispose() frees the tree. */
  constructor(parser: TreeParser, text: string) {
    this.#parser = parser;
    this.#tree = parser.parseTree(text);
    this.#snapshot = this.#fresh(text, parser.read(this.#tree), new Interner(), 0);
    this.#liveWeight = this.#snapshot.interner.weight;
  }

  /** The present state. */
  get snapshot(): SyntaxSnapshot {
    return this.#snapshot;
  }

  /**
   * Makes all changes and reparses incrementally. Offsets are in the text before any of the changes, as in VS Code's
   * `contentChanges`.
   * @throws RangeError where changes overlap or lie outside the text; the document is then as it was.
   */
  edit(changes: readonly TextChange[]): SyntaxSnapshot {
    const old = this.#open();
    const before = this.#snapshot;
    const sorted = fromLastToFirst(before.text.length, changes);
    if (sorted.length === 0) return before;
    for (const change of sorted) old.edit(this.#lines.edit(before.text, change));
    const text = applyChanges(before.text, changes);
    const { interner } = before;
    const tree = this.#parser.parseTree(text, old);
    const span = spanOf(sorted);
    const { table, window } = this.#parser.readAfter(tree, { tree: old, table: before.table, span });
    old.delete();
    this.#tree = tree;
    const atoms = atomsAfter(before.atoms, window, text, table, interner);
    const shared = sharedAfter(before, { ...window, start: span.start, tail: before.text.length - span.oldEnd });
    const { lineage, serial } = before;
    this.#keep({ text, table, atoms, interner, window, lineage, serial: serial + 1, shared });
    this.#isDoubtful ||= before.table.hasError || table.hasError;
    return this.#isDoubtful && !table.hasError && text.length <= VERIFIED_AT_ONCE ? this.#verified() : this.#snapshot;
  }

  /** Whether a fresh parse might say something else: what stands beside an error may be taken for what parses as well. */
  get isDoubtful(): boolean {
    return this.#isDoubtful;
  }

  /** The present state, or that of a fresh parse where the two differ. */
  #verified(): SyntaxSnapshot {
    const tree = this.#parser.parseTree(this.#snapshot.text);
    const table = this.#parser.read(tree);
    this.#isDoubtful = false;
    if (equalTables(table, this.#snapshot.table)) {
      tree.delete();
      return this.#snapshot;
    }
    this.#open().delete();
    this.#tree = tree;
    const { text, interner, serial } = this.#snapshot;
    return this.#keep(this.#fresh(text, table, interner, serial + 1));
  }

  /** Parses the present text afresh: where it is doubtful, an incremental tree may differ from a fresh one. */
  reparse(): SyntaxSnapshot {
    const old = this.#open();
    const { text, interner, serial } = this.#snapshot;
    this.#tree = this.#parser.parseTree(text);
    this.#isDoubtful = false;
    old.delete();
    return this.#keep(this.#fresh(text, this.#parser.read(this.#tree), interner, serial + 1));
  }

  /** Frees the tree; snapshots stay valid, edits do not. */
  dispose(): void {
    this.#tree?.delete();
    this.#tree = undefined;
  }

  #open(): Tree {
    if (!this.#tree) throw new Error("The document is disposed");
    return this.#tree;
  }

  #fresh(text: string, table: RawTable, interner: Interner, serial: number): SyntaxSnapshot {
    const atoms = atomsOf(text, table, interner);
    return { text, table, atoms, interner, window: FRESH, lineage: this.#lineage, serial, shared: undefined };
  }

  /** Keeps `snapshot`, with an interner of its own where the present one holds mostly texts that are gone. */
  #keep(snapshot: SyntaxSnapshot): SyntaxSnapshot {
    this.#snapshot = snapshot;
    if (isOvergrown(snapshot.interner, this.#liveWeight)) {
      const interner = new Interner();
      this.#snapshot = { ...snapshot, interner, atoms: atomsOf(snapshot.text, snapshot.table, interner) };
      this.#liveWeight = interner.weight;
    }
    return this.#snapshot;
  }
}

/**
 * Whether an interner holds mostly texts that are gone.
 * @param liveWeight its weight when it held the texts of one state only
 */
export const isOvergrown = ({ weight }: Interner, liveWeight: number): boolean =>
  weight > SMALL_INTERNER && weight > MAX_GROWTH * liveWeight;

/** A part of a text, parsed, where it stands in the text now: what it says is what it said. */
export function moved({ table, atoms, interner }: ParsedText, text: string, shift: number): ParsedText {
  if (shift === 0) return { text, table, atoms, interner };
  const start = table.start.map((offset) => offset + shift);
  const end = table.end.map((offset) => offset + shift);
  return { text, table: { ...table, start, end }, atoms, interner };
}

/** What a snapshot shares with the lineage's base, given the one before it and what it shares with that. */
function sharedAfter(
  { lineage: { base }, serial, shared: known }: SyntaxSnapshot,
  last: Omit<Shared, "with">,
): Shared | undefined {
  if (base === serial) return { with: base, ...last };
  if (known?.with !== base) return undefined;
  return {
    with: base,
    front: Math.min(known.front, last.front),
    back: Math.min(known.back, last.back),
    start: Math.min(known.start, last.start),
    tail: Math.min(known.tail, last.tail),
  };
}

/** A text parsed once, without a tree to keep. */
export function parseOnce(parser: TreeParser, text: string, interner = new Interner()): ParsedText {
  const tree = parser.parseTree(text);
  try {
    const table = parser.read(tree);
    return { text, table, atoms: atomsOf(text, table, interner), interner };
  } finally {
    tree.delete();
  }
}

/**
 * Rows and columns (UTF-16 units) of offsets, which tree-sitter wants beside them. Lines are counted from the last
 * place asked for, so that typing in one place costs next to nothing.
 */
class LineCounter {
  #offset = 0;
  #row = 0;

  /** The edit that tells tree-sitter of `change`, whose offsets are in `text`; nothing after it was asked for before. */
  edit(text: string, change: TextChange): Edit {
    const oldEndPosition = this.#pointAt(text, change.end);
    const startPosition = this.#pointAt(text, change.start);
    const inserted = change.text;
    const lastLine = inserted.lastIndexOf("\n") + 1;
    return new Edit({
      startIndex: change.start,
      oldEndIndex: change.end,
      newEndIndex: change.start + inserted.length,
      startPosition,
      oldEndPosition,
      newEndPosition: {
        row: startPosition.row + newlines(inserted, 0, inserted.length),
        column: inserted.length - lastLine + (lastLine ? 0 : startPosition.column),
      },
    });
  }

  #pointAt(text: string, offset: number): Point {
    const lines = offset < this.#offset ? -newlines(text, offset, this.#offset) : newlines(text, this.#offset, offset);
    this.#row += lines;
    this.#offset = offset;
    const lineStart = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
    return { row: this.#row, column: offset - lineStart };
  }
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
