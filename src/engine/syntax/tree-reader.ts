/**
 * Fills raw tables from web-tree-sitter's trees. The fast way is one call into a side module (reader/reader.c), for
 * which this file, alone, uses internals of web-tree-sitter 0.27.1: `loadWebAssemblyModule`, the heap, and a tree's
 * address. The slow way is web-tree-sitter's own cursor, which also checks the fast one at start.
 */
import { type Language, Parser, type Tree } from "web-tree-sitter";
import { messageOf } from "./grammar-source";
import { equalTables, type RawTable, RowFlag } from "./raw-table";

/** Turns a parsed tree into a table; the tree stays the caller's. */
export type ReadTree = (tree: Tree) => RawTable;

/** What web-tree-sitter's Emscripten module holds, of which we need this. */
interface Emscripten {
  loadWebAssemblyModule(bytes: Uint8Array, options: { loadAsync: true }): Promise<ReaderExports>;
  _malloc(bytes: number): number;
  _free(address: number): void;
  readonly HEAPU8: Uint8Array;
}

/** The functions of reader.c. */
interface ReaderExports {
  tree_rows(tree: number): number;
  tree_read(tree: number, out: number): number;
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
export async function loadReader(bytes: Uint8Array): Promise<ReadTree> {
  if (!emscripten) throw new Error("web-tree-sitter is not started");
  const memory = await emscripten;
  const reader = await memory.loadWebAssemblyModule(bytes, { loadAsync: true });
  if (typeof reader.tree_rows !== "function" || typeof reader.tree_read !== "function") {
    throw new Error("the module does not export tree_rows and tree_read");
  }
  return (tree) => {
    const address = (tree as unknown as { readonly 0: number })[0];
    const rows = reader.tree_rows(address);
    const out = memory._malloc(rows * BYTES_PER_ROW);
    if (!out) throw new Error(`No memory to read a tree of ${rows} rows`);
    try {
      const written = reader.tree_read(address, out);
      if (written !== rows) throw new Error(`Read ${written} of a tree's ${rows} rows`);
      // Looked up after the calls: they may have grown the memory, which replaces the view.
      return columnsAt(memory.HEAPU8, out, rows, tree.rootNode.hasError);
    } finally {
      memory._free(out);
    }
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
