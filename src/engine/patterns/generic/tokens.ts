// A text as generic patterns see it: words, punctuation and the rest, in blocks told by indentation and, within a line,
// by brackets (RULE-LANGUAGE §2, "generic"; the model is Semgrep's spacegrep).

/** Comments that are taken out first, each replaced by as many blanks. */
export type CommentStyle = "c" | "cpp" | "shell";

/** The tokens in order, and the tree of blocks that they stand in; block 0 is the whole text. */
export interface TokenTable {
  readonly length: number;
  readonly texts: readonly string[];
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Zero-based. */
  readonly line: Uint32Array;
  /** The innermost block of each token. */
  readonly block: Uint32Array;
  /** The block that begins with a token, -1 for none. */
  readonly opens: Int32Array;
  /** By block: the token behind its last one, and the block around it. */
  readonly blockEnd: readonly number[];
  readonly parent: readonly number[];
  /** Tokens by their text. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const TOKEN = /[A-Za-z0-9_]+|\S/g;
/** A line's indentation counts a tab for this many blanks. */
const TAB = 8;
const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const OPENING = new Set(Object.values(CLOSING));

export const isWord = (text: string): boolean => /^\w/.test(text);

const COMMENTS: Readonly<Record<CommentStyle, RegExp>> = {
  c: /\/\*[\s\S]*?\*\//g,
  cpp: /\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
  shell: /#[^\n]*/g,
};

/** The text without its comments; every offset stays what it was. */
export function withoutComments(text: string, style: CommentStyle | undefined): string {
  return style ? text.replace(COMMENTS[style], (comment) => comment.replace(/[^\n]/g, " ")) : text;
}

/** The width of the blanks at a line's start, in columns. */
export function indentation(line: string): number {
  let width = 0;
  for (const char of line) {
    if (char === "\t") width += TAB;
    else if (char === " ") width++;
    else break;
  }
  return width;
}

/** The words and signs of a text, with UTF-16 offsets. */
export function tokenize(text: string): TokenTable {
  const texts: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const line: number[] = [];
  let number = 0;
  let from = 0;
  const blocks = new Blocks();
  for (const content of text.split("\n")) {
    const first = texts.length;
    for (const match of content.matchAll(TOKEN)) {
      texts.push(match[0]);
      start.push(from + match.index);
      end.push(from + match.index + match[0].length);
      line.push(number);
    }
    if (texts.length > first) blocks.line(indentation(content), texts, first);
    from += content.length + 1;
    number++;
  }
  return {
    length: texts.length,
    texts,
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    line: Uint32Array.from(line),
    ...blocks.finish(texts.length),
    places: placesOf(texts),
  };
}

function placesOf(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const known = places.get(text);
    if (known) known.push(index);
    else places.set(text, [index]);
  });
  return places;
}

/** Collects the blocks line by line. */
class Blocks {
  private readonly blockStart = [0];
  private readonly blockEnd = [0];
  private readonly parent = [-1];
  /** The open blocks of indented lines. */
  private readonly open = [{ block: 0, indent: 0 }];

  line(indent: number, texts: readonly string[], first: number): void {
    const { open } = this;
    while (open.at(-1)!.indent > indent) this.blockEnd[open.pop()!.block] = first;
    if (open.at(-1)!.indent < indent) open.push({ block: this.add(first, open.at(-1)!.block), indent });
    this.brackets(texts, first, open.at(-1)!.block);
  }

  finish(length: number): Pick<TokenTable, "block" | "opens" | "blockEnd" | "parent"> {
    for (const { block } of this.open) this.blockEnd[block] = length;
    const block = new Uint32Array(length);
    const opens = new Int32Array(length).fill(-1);
    // Blocks are numbered from the outside in, so that the innermost writes last.
    const order = this.parent.map((_, index) => index).sort((a, b) => this.depth(a) - this.depth(b));
    for (const each of order) {
      if (each > 0) opens[this.blockStart[each]!] = each;
      block.fill(each, this.blockStart[each], this.blockEnd[each]);
    }
    return { block, opens, blockEnd: this.blockEnd, parent: this.parent };
  }

  private depth(block: number): number {
    let depth = 0;
    for (let at = block; at > 0; at = this.parent[at]!) depth++;
    return depth;
  }

  private add(start: number, parent: number): number {
    this.blockStart.push(start);
    this.blockEnd.push(start);
    this.parent.push(parent);
    return this.parent.length - 1;
  }

  /** What stands between brackets of one line is a block; a bracket without its partner is punctuation. */
  private brackets(texts: readonly string[], first: number, around: number): void {
    const pending: number[] = [];
    const pairs: { from: number; to: number }[] = [];
    for (let at = first; at < texts.length; at++) {
      const text = texts[at]!;
      if (OPENING.has(text)) pending.push(at);
      const wanted = CLOSING[text];
      if (wanted === undefined) continue;
      while (pending.length > 0 && texts[pending.at(-1)!] !== wanted) pending.pop();
      const from = pending.pop();
      if (from !== undefined && at > from + 1) pairs.push({ from: from + 1, to: at });
    }
    const enclosing = [{ block: around, to: Number.POSITIVE_INFINITY }];
    for (const { from, to } of pairs.sort((a, b) => a.from - b.from)) {
      while (enclosing.at(-1)!.to <= from) enclosing.pop();
      const block = this.add(from, enclosing.at(-1)!.block);
      this.blockEnd[block] = to;
      enclosing.push({ block, to });
    }
  }
}
