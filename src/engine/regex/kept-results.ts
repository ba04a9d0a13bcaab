/**
 * What regular expressions found in texts they may be asked about again: of a document that is typed in, nearly all names
 * and arguments are those of the last key press.
 */
import { detached } from "../syntax";
import type { LimitHit, Regex, RegexMatch } from "./regex";

type Result = RegexMatch | LimitHit | undefined;

/** Longer texts are looked at anew each time. */
const LONGEST = 20_000;
/** Of what was asked about last, and so many of what was asked about before that: bytes, as they are estimated. */
const MOST_BYTES = 2_000_000;
const BYTES_A_TEXT = 400;
const BYTES_A_RESULT = 40;

/** By text, the results of each regex. */
type Results = Map<string, Map<Regex, Result>>;

/** One for all patterns of an engine, so that a text is kept once. */
export class KeptResults {
  readonly #anchored = new Recent();
  readonly #unanchored = new Recent();

  /** What `compute` gave for the regex and the text when it was last asked, or gives now. */
  of(regex: Regex, text: string, anchored: boolean, compute: () => Result): Result {
    if (text.length > LONGEST) return compute();
    return (anchored ? this.#anchored : this.#unanchored).of(regex, text, compute);
  }
}

/** Keeps what was asked about last: what has not been for long goes, however many documents are typed in. */
class Recent {
  #young: Results = new Map();
  #old: Results = new Map();
  #bytes = 0;

  of(regex: Regex, text: string, compute: () => Result): Result {
    const results = this.#young.get(text) ?? this.#add(text);
    const result = results.get(regex);
    if (result !== undefined || results.has(regex)) return result;
    const found = compute();
    results.set(regex, found);
    this.#bytes += BYTES_A_RESULT;
    return found;
  }

  #add(text: string): Map<Regex, Result> {
    if (this.#bytes > MOST_BYTES) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#bytes = 0;
    }
    const results = this.#old.get(text) ?? new Map<Regex, Result>();
    this.#young.set(detached(text), results);
    this.#bytes += text.length + BYTES_A_TEXT + results.size * BYTES_A_RESULT;
    return results;
  }
}
