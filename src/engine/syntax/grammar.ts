/** A loaded grammar: its names, and parsing with it. */
import {
  type Language,
  type ParseOptions,
  Parser,
  type ParseState,
  type Point,
  type Range,
  type Tree,
} from "web-tree-sitter";
import { type ParsedText, parseOnce, SyntaxDocument, type TreeParser } from "./document";
import type { Interner } from "./interner";
import { ERROR_KIND, type RawTable } from "./raw-table";
import type { TreeReader } from "./tree-reader";

/** How a grammar's tables are read: by the side module, or, where that cannot be trusted, by the slower cursor. */
export type ReaderName = "module" | "cursor";

const NOTHING: readonly TextRange[] = [{ start: 0, end: 0 }];

export class Grammar {
  /** The kinds' names by id; "" for ids that no row has. ERROR_KIND is not among them: see kindName. */
  readonly kindNames: readonly string[];
  /** The fields' names by id; [0], for no field, is "". */
  readonly fieldNames: readonly string[];
  readonly #language: Language;
  readonly #parser = new Parser();
  readonly #reader: TreeReader;
  readonly #tokens = new Map<string, number>();

  /** @throws Error where the language's ABI is not one that web-tree-sitter takes. */
  constructor(
    readonly name: string,
    readonly reader: ReaderName,
    language: Language,
    reading: TreeReader,
  ) {
    this.#language = language;
    this.#reader = reading;
    this.#parser.setLanguage(language);
    this.kindNames = Array.from({ length: language.nodeTypeCount }, (_, id) => language.types[id] ?? "");
    this.fieldNames = Array.from({ length: language.fieldCount + 1 }, (_, id) => language.fields[id] ?? "");
  }

  /** The name of any row's kind; "ERROR" for ERROR_KIND. */
  kindName(kind: number): string {
    return kind === ERROR_KIND ? "ERROR" : (this.kindNames[kind] ?? "");
  }

  /** The id of a named kind ("call_expression"), or -1, which no row has, where the grammar knows none. */
  namedKind(name: string): number {
    return this.#kind(name, true);
  }

  /** The id of a token that is its own name ("=>", "if"), or -1. Asked of many words at every key press. */
  anonymousKind(text: string): number {
    let id = this.#tokens.get(text);
    if (id === undefined) {
      id = this.#kind(text, false);
      this.#tokens.set(text, id);
    }
    return id;
  }

  /** The id of a field, or -1. */
  field(name: string): number {
    return this.#language.fieldIdForName(name) ?? -1;
  }

  /**
   * Parses a text that will not be edited: a pattern, a snippet. Any text parses; see `table.hasError`.
   * @param part only these ranges of the text, ascending, are read, as if they stood one behind the other; offsets stay
   * those of the whole text. Leaves are interned in `interner` where one is given.
   */
  parse(text: string, part: { readonly ranges?: readonly TextRange[]; readonly interner?: Interner } = {}): ParsedText {
    const { ranges, interner } = part;
    // Without any range tree-sitter reads all of the text.
    const read = ranges?.length === 0 ? NOTHING : ranges;
    const parser: TreeParser = read
      ? { ...this.#treeParser, parseTree: () => this.#parse(text, undefined, { includedRanges: placesOf(text, read) }) }
      : this.#treeParser;
    return parseOnce(parser, text, interner);
  }

  /** Parses a text that will be edited; the caller disposes the document. */
  open(text: string): SyntaxDocument {
    return new SyntaxDocument(this.#treeParser, text);
  }

  #kind(name: string, named: boolean): number {
    const id = this.#language.idForNodeType(name, named);
    return id !== null && this.kindNames[id] === name ? id : -1;
  }

  #parse(text: string, old?: Tree, options?: ParseOptions): Tree {
    const usable = old && this.#stuck.has(old) ? undefined : old;
    const tree = this.#parser.parse(text, usable, { ...options, progressCallback: stuckness(text) });
    if (tree) return tree;
    // Scanners of some grammars return the same empty token for ever while the text has errors: Kotlin's.
    this.#parser.reset();
    const blank = this.#parser.parse(text.replace(/[^\n]/g, " "), undefined, options);
    if (!blank) throw new Error(`The ${this.name} parser returned no tree`);
    this.#stuck.add(blank);
    return blank;
  }

  /** Trees of texts on which the parser came no further: they hold nothing, and count as having errors. */
  readonly #stuck = new WeakSet<Tree>();

  #marked(tree: Tree, table: RawTable): RawTable {
    return this.#stuck.has(tree) ? { ...table, hasError: true } : table;
  }

  readonly #treeParser: TreeParser = {
    parseTree: (text, old) => this.#parse(text, old),
    read: (tree) => this.#marked(tree, this.#reader.read(tree)),
    readAfter: (tree, before) => {
      const { table, window } = this.#reader.readAfter(tree, before);
      return { table: this.#marked(tree, table), window };
    },
  };
}

/**
 * So many reports of progress (one in a hundred steps) without a letter more mean that the parser comes no further. A
 * large text may need many at its end, where all that is open is closed.
 */
const mostAtOnePlace = ({ length }: string): number => 2_000 + length / 10;

/** Tells tree-sitter to stop where it comes no further; counted, not timed. */
function stuckness(text: string): (state: ParseState) => boolean {
  const most = mostAtOnePlace(text);
  let [place, reports] = [-1, 0];
  return ({ currentOffset }) => {
    reports = currentOffset === place ? reports + 1 : 0;
    place = currentOffset;
    return reports > most;
  };
}

/** Half-open, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** With the rows and columns that tree-sitter wants beside offsets. */
function placesOf(text: string, ranges: readonly TextRange[]): Range[] {
  let [row, lineStart, at] = [0, 0, 0];
  const pointAt = (offset: number): Point => {
    for (let end = text.indexOf("\n", at); end >= 0 && end < offset; end = text.indexOf("\n", at)) {
      row++;
      at = lineStart = end + 1;
    }
    return { row, column: offset - lineStart };
  };
  return ranges.map(({ start, end }) => {
    const startPosition = pointAt(start);
    return { startIndex: start, endIndex: end, startPosition, endPosition: pointAt(end) };
  });
}
