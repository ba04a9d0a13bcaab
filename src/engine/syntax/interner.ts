/** Texts as small numbers: equal texts have equal ids, so that comparing leaves is comparing numbers. */

/** Strings this long keep the text they were cut from alive, unless copied. */
const SHARED_LENGTH = 13;

/** First words longer than this are not kept. */
const LONGEST_START = 40;

/** Numbers texts from 1; id 0 is reserved for the empty text, "none". */
export class Interner {
  readonly #ids = new Map<string, number>([["", 0]]);
  readonly #texts: string[] = [""];
  /** First words of the texts before `#read`. */
  readonly #starts = new Set<string>();
  #read = 0;
  #units = 0;

  /** How many ids there are, 0 included. */
  get size(): number {
    return this.#texts.length;
  }

  /** The memory held, in UTF-16 units, about. */
  get weight(): number {
    return this.#units + 32 * this.size;
  }

  /** The id of `text`, given out now if it is new. */
  id(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    const own = text.length < SHARED_LENGTH ? text : detached(text);
    this.#ids.set(own, id);
    this.#texts.push(own);
    this.#units += own.length;
    return id;
  }

  /** The id of `text`, or -1 where it has none. */
  find(text: string): number {
    return this.#ids.get(text) ?? -1;
  }

  /** Whether a text begins with the word: with its letters, digits and `_`, and no more of these. */
  hasStart(word: string): boolean {
    for (; this.#read < this.#texts.length; this.#read++) {
      const start = /^\w+/.exec(this.#texts[this.#read]!)?.[0];
      if (start !== undefined && start.length <= LONGEST_START) this.#starts.add(start);
    }
    return word.length > LONGEST_START || this.#starts.has(word);
  }

  /** The text of an id given out by this interner. */
  text(id: number): string {
    const text = this.#texts[id];
    if (text === undefined) throw new RangeError(`No text has the id ${id}`);
    return text;
  }
}

/** An equal string with memory of its own: a slice of a document would keep the document's whole text alive. */
export function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
