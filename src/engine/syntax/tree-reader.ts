/**
 * Fills raw tables from web-tree-sitter's trees. The fast way is one call into a side module (reader/reader.c), for
 * which this file, alone, uses internals of web-tree-sitter 0.27.1: `loadWebAssemblyModule`, the heap, and a tree's
 * address. The slow way is web-tree-sitter's own cursor, which also checks the fast one at start.
 */
import { type Language, Parser, type Tree } from "web-tree-sitter";
import { messageOf } from "./grammar-source";
import { equalTables, type RawTable, RowFlag } from "./raw-table";
import type { ChangedSpan } from "./text-change";
import { type ChangedWindow, changedWindow } from "./window";

/** Turns a parsed tree into a table; the tree stays the caller's. */
export type ReadTree = (tree: Tree) => RawTable;

/** The tree that another was parsed from: edited to match, its table as it was read before that, and what was changed. */
export interface Before {
  readonly tree: Tree;
  readonly table: RawTable;
  readonly span: ChangedSpan;
}

/** A table, and which of its rows are rows of the one before. */
export interface Reading {
  readonly table: RawTable;
  readonly window: ChangedWindow;
}

/** Reads trees, whole, or as what was changed in the one before. */
export interface TreeReader {
  readonly read: ReadTree;
  readonly readAfter: (tree: Tree, before: Before) => Reading;
}

/** What web-tree-sitter's Emscripten module holds, of which we need this. */
interface Emscripten {
  loadWebAssemblyModule(bytes: Uint8Array, options: { loadAsync: true }): Promise<ReaderExports>;
  _malloc(bytes: number): number;
  _free(address: number): void;
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
}

/** The functions of reader.c. */
interface ReaderExports {
  tree_rows(tree: number): number;
  tree_read(tree: number, from: number, to: number, out: number): number;
  tree_compare(before: number, after: number, from: number, to: number): number;
}

/** An initialised web-tree-sitter. There can be only one in a process: the library keeps it in a global. */
let emscripten: Promise<Emscripten> | undefined;

/**
 * Starts web-tree-sitter with the bytes of its own `.wasm`; later calls do nothing.
 * @throws Error as web-tree-sitter does; then the next call tries again.
 */
export async function startTreeSitter(wasm: () => Promise<Uint8Array>): Promise<void> {
  emscripten ??= initialise(wasm).catch((error: unknown) => {
    emscripten = undefined;
    throw error;
  });
  await emscripten;
}

async function initialise(wasm: () => Promise<Uint8Array>): Promise<Emscripten> {
  // Parser.init fills the object that it is given. Without `locateFile` it asks for its own place, even though it has
  // the bytes, and a script that was started from a Blob has none.
  const module = { wasmBinary: await wasm(), locateFile: (file: string) => file };
  await Parser.init(module);
  return module as unknown as Emscripten;
}

const BYTES_PER_ROW = 17;

/**
 * The side module's reader. web-tree-sitter must be started.
 * @throws Error where the module does not load, or misses the functions.
 */
export async function loadReader(bytes: Uint8Array): Promise<TreeReader> {
  if (!emscripten) throw new Error("web-tree-sitter is not started");
  const memory = await emscripten;
  const reader = await memory.loadWebAssemblyModule(bytes, { loadAsync: true });
  for (const name of ["tree_rows", "tree_read", "tree_compare"] as const) {
    if (typeof reader[name] !== "function") throw new Error(`the module does not export ${name}`);
  }
  return new ModuleReader(memory, reader);
}

/** A row before the window that encloses it, with its end and size in the new tree. */
interface Enclosing {
  readonly row: number;
  readonly end: number;
  readonly size: number;
}

const addressOf = (tree: Tree): number => (tree as unknown as { readonly 0: number })[0];

class ModuleReader implements TreeReader {
  constructor(
    private readonly memory: Emscripten,
    private readonly reader: ReaderExports,
  ) {}

  readonly read: ReadTree = (tree) => {
    return this.rows(tree, 0, this.reader.tree_rows(addressOf(tree)));
  };

  readonly readAfter = (tree: Tree, { tree: old, table: before, span }: Before): Reading => {
    const length = this.reader.tree_rows(addressOf(tree));
    const at = this.reader.tree_compare(addressOf(old), addressOf(tree), span.start, span.newEnd) >> 2;
    if (!at) throw new Error("No memory to compare two trees");
    const [most = 0, shared = 0, enclosing = 0] = this.memory.HEAPU32.subarray(at, at + 3);
    const around: Enclosing[] = [];
    for (let i = 0; i < enclosing; i++) {
      const [row = 0, end = 0, size = 0] = this.memory.HEAPU32.subarray(at + 3 + 3 * i, at + 6 + 3 * i);
      around.push({ row, end, size });
    }
    const shift = span.newEnd - span.oldEnd;
    // One that an edit cut ends where the new one does, but did not before.
    const cut = around.findIndex(({ row, end }) => {
      return before.start[row]! > span.start || before.end[row]! < span.oldEnd || before.end[row]! + shift !== end;
    });
    const front = cut < 0 ? most : around[cut]!.row;
    // Rows that repeat each other may count twice.
    const back = Math.min(shared, Math.min(length, before.length) - front);
    const table = spliced(before, this.rows(tree, front, length - back), { front, back }, shift);
    for (const { row, end, size } of cut < 0 ? around : around.slice(0, cut)) {
      table.end[row] = end;
      table.size[row] = size;
    }
    return { table, window: { front, back } };
  };

  private rows(tree: Tree, from: number, to: number): RawTable {
    const { memory, reader } = this;
    const out = memory._malloc(Math.max(1, to - from) * BYTES_PER_ROW);
    if (!out) throw new Error(`No memory to read ${to - from} rows of a tree`);
    try {
      const written = reader.tree_read(addressOf(tree), from, to, out);
      if (written !== to - from) throw new Error(`Read ${written} of a tree's ${to - from} rows`);
      // Looked up after the calls: they may have grown the memory, which replaces the view.
      return columnsAt(memory.HEAPU8, out, to - from, tree.rootNode.hasError);
    } finally {
      memory._free(out);
    }
  }
}

/** The rows of the window between the rows that were there before, of which those at the back have moved by `shift`. */
function spliced(before: RawTable, middle: RawTable, { front, back }: ChangedWindow, shift: number): RawTable {
  const length = front + middle.length + back;
  const splice = <Column extends Uint8Array | Uint16Array | Uint32Array>(
    to: Column,
    from: Column,
    put: Column,
  ): Column => {
    to.set(from.subarray(0, front));
    to.set(put, front);
    to.set(from.subarray(from.length - back), length - back);
    return to;
  };
  const start = splice(new Uint32Array(length), before.start, middle.start);
  const end = splice(new Uint32Array(length), before.end, middle.end);
  for (let row = length - back; row < length; row++) {
    start[row]! += shift;
    end[row]! += shift;
  }
  return {
    length,
    start,
    end,
    size: splice(new Uint32Array(length), before.size, middle.size),
    kind: splice(new Uint16Array(length), before.kind, middle.kind),
    field: splice(new Uint16Array(length), before.field, middle.field),
    flags: splice(new Uint8Array(length), before.flags, middle.flags),
    hasError: middle.hasError,
  };
}

function columnsAt(heap: Uint8Array, out: number, length: number, hasError: boolean): RawTable {
  const words = new Uint32Array(heap.buffer, out, 3 * length);
  const halves = new Uint16Array(heap.buffer, out + 12 * length, 2 * length);
  return {
    length,
    start: words.slice(0, length),
    end: words.slice(length, 2 * length),
    size: words.slice(2 * length),
    kind: halves.slice(0, length),
    field: halves.slice(length),
    flags: heap.slice(out + 16 * length, out + 17 * length),
    hasError,
  };
}

/** The slow way, which is also the reference: all is read, and compared row by row. */
export const cursorReader: TreeReader = {
  read: readByCursor,
  readAfter: (tree, { table: before, span }) => {
    const table = readByCursor(tree);
    return { table, window: changedWindow(before, table, span) };
  },
};

/** Reads by web-tree-sitter's cursor: several calls a node. */
export function readByCursor(tree: Tree): RawTable {
  const root = tree.rootNode;
  const length = root.descendantCount;
  const table = {
    length,
    kind: new Uint16Array(length),
    field: new Uint16Array(length),
    start: new Uint32Array(length),
    end: new Uint32Array(length),
    size: new Uint32Array(length),
    flags: new Uint8Array(length),
    hasError: root.hasError,
  };
  const cursor = tree.walk();
  const open: number[] = []; // rows of the nodes around the cursor's
  let rows = 0;
  for (;;) {
    const node = cursor.currentNode;
    const row = rows++;
    table.kind[row] = node.typeId;
    table.field[row] = cursor.currentFieldId;
    table.start[row] = node.startIndex;
    table.end[row] = node.endIndex;
    table.flags[row] =
      (node.isNamed ? RowFlag.named : 0) |
      (node.isExtra ? RowFlag.extra : 0) |
      (node.isMissing ? RowFlag.missing : 0) |
      (node.isError ? RowFlag.error : 0);
    open.push(row);
    if (cursor.gotoFirstChild()) continue;
    for (;;) {
      const closed = open.pop() as number;
      table.size[closed] = rows - closed;
      if (cursor.gotoNextSibling()) break;
      if (!cursor.gotoParent()) {
        cursor.delete();
        return table;
      }
    }
  }
}

/**
 * Texts that between them have a field, an alias, an extra, an error and a missing token in JavaScript and Python
 * (in any grammar, two trees to compare).
 */
export const PROBES = [
  "a.b = `x`; // note\nif (f(1)) { let { c } = d; }\n",
  "def f(a): return a # note\n",
  "f(a b, ]\n(",
  "f(g(1);\n",
  "x = (",
];

/**
 * Compares `read` with the cursor on small trees of this language.
 * @returns why `read` cannot be trusted, or undefined where both give the same tables.
 */
export function disagreement(read: ReadTree, language: Language): string | undefined {
  const parser = new Parser();
  try {
    parser.setLanguage(language);
    for (const text of PROBES) {
      const tree = parser.parse(text);
      if (!tree) return "a probe was not parsed";
      try {
        if (!equalTables(read(tree), readByCursor(tree))) return `the tree of ${JSON.stringify(text)} differs`;
      } finally {
        tree.delete();
      }
    }
    return undefined;
  } catch (error) {
    return messageOf(error);
  } finally {
    parser.delete();
  }
}
