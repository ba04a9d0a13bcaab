/**
 * What regular expressions found in texts they may be asked about again: of a document that is typed in, nearly all names
 * and arguments are those of the last key press.
 */
import type { LimitHit, Regex, RegexMatch } from "./regex";

type Result = RegexMatch | LimitHit | undefined;

/** Longer texts are looked at anew each time. */
const LONGEST = 20_000;
/** How much is kept: units of the texts, and so many for each result. */
const MOST_UNITS = 4_000_000;
const UNITS_A_RESULT = 16;

interface Results {
  readonly anchored: Map<Regex, Result>;
  readonly unanchored: Map<Regex, Result>;
}

/** One for all patterns of an engine, so that a text is kept once. */
export class KeptResults {
  readonly #texts = new Map<string, Results>();
  #units = 0;

  /** What `compute` gave for the regex and the text when it was last asked, or gives now. */
  of(regex: Regex, text: string, anchored: boolean, compute: () => Result): Result {
    if (text.length > LONGEST) return compute();
    const known = this.#texts.get(text);
    const results = known && (anchored ? known.anchored : known.unanchored);
    const result = results?.get(regex);
    if (result !== undefined || results?.has(regex)) return result;
    return this.#keep(regex, text, anchored, compute());
  }

  #keep(regex: Regex, text: string, anchored: boolean, result: Result): Result {
    if (this.#units > MOST_UNITS) {
      this.#texts.clear();
      this.#units = 0;
    }
    let results = this.#texts.get(text);
    if (!results) {
      results = { anchored: new Map(), unanchored: new Map() };
      // A copy: a slice of a document would keep the document's whole text alive.
      this.#texts.set(` ${text}`.slice(1), results);
      this.#units += text.length;
    }
    this.#units += UNITS_A_RESULT;
    (anchored ? results.anchored : results.unanchored).set(regex, result);
    return result;
  }
}
