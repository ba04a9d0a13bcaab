/**
 * Texts that every match of a pattern must hold, so that a search for them can stand before the pattern itself. Only
 * what is certain is said: where the pattern has a construct that is not understood here, nothing is.
 */

/** Thrown at a construct that could change the meaning of what stands around it. */
class Unsure extends Error {}

/**
 * Literals that occur, case and all, in the text of each match of the PCRE2 pattern (or just before it, left of `\K`),
 * in order of their place in the pattern; none where nothing is certain.
 */
export function literalsOf(pattern: string): string[] {
  try {
    const reader = new Reader(pattern);
    const literals = reader.alternatives();
    return reader.atEnd ? literals : [];
  } catch (error) {
    if (error instanceof Unsure) return [];
    throw error;
  }
}

/** A text that each match begins with, case and all; "" where none is certain. */
export function prefixOf(pattern: string): string {
  // What stands at the start of a match may be looked at by itself, and not taken with it, in places that are not read here.
  if (/\\[KG]/.test(pattern)) return "";
  const [first = ""] = literalsOf(pattern);
  const plain = pattern.replace(/^\(\?[ms]+\)/, "");
  return first !== "" && plain.startsWith(first) ? first : "";
}

/** The longest of literalsOf; "" where there is none. */
export function longestLiteralOf(pattern: string): string {
  return literalsOf(pattern).reduce((longest, literal) => (literal.length > longest.length ? literal : longest), "");
}

/** Constructs by which a part of a pattern may match more than once: repetition, back references, recursion, verbs. */
const REPEATS = /[*+{]|\\[1-9gkX]|\(\?(?!:|[=!]|<[=!]|[ims]+[:)])/;

/**
 * How many UTF-16 units from its start decide an anchored match, for a pattern that repeats nothing: each of its own
 * characters stands for one character of two units at most, and what follows (`$`, `\b`) looks at one more.
 */
export function reachOf(pattern: string): number {
  return REPEATS.test(pattern) ? Number.POSITIVE_INFINITY : 2 * pattern.length + 2;
}

/** What one item of a pattern is known to match: a character, or something that holds these literals. */
type Item = { readonly character: string } | { readonly literals: readonly string[] };

const NOTHING: Item = { literals: [] };

/** Escapes of one character each. */
const CONTROL: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", f: "\f", e: "\x1b", a: "\x07" };

/** A quantifier; the first group is a minimum in braces. */
const QUANTIFIER = /(?:[*?+]|\{[ \t]*(\d*)[ \t]*(?:,[ \t]*\d*[ \t]*)?\})[+?]?/y;

/** Openings of groups whose content every match goes through; of lookarounds, whose content is not part of it. */
const GROUP = /\((?:\?[ms]*:|\?>|\?P?<[A-Za-z_]\w*>)?(?![?*])/y;
const LOOKAROUND = /\(\?<?[=!]/y;

/** Options that change no character's meaning but that of `.`, `^` and `$`. */
const OPTIONS = /\(\?[ms]+\)/y;

/** A character class; what it holds may be anything but quoting by \Q and \E. */
const CLASS =
  /\[\^?\]?(?:\[:\^?[a-z]*:\]|\\[^QEcoNxpPg]|\\[pPxNo]\{[^}]*\}|\\[pP][A-Z]|\\x[0-9A-Fa-f]{0,2}(?!\{)|[^\]\\])*\]/y;

/** Escapes that match a kind of character or a place, and so say nothing of the text. */
const SPECIAL = /\\(?:[dDwWsShHvVbBAzZGRXK]|[pP](?:[A-Z]|\{[^}]*\})|x(?:\{[^}]*\}|[0-9A-Fa-f]{0,2}(?!\{)))/y;

class Reader {
  #at = 0;

  constructor(readonly pattern: string) {}

  get atEnd(): boolean {
    return this.#at === this.pattern.length;
  }

  /** Reads up to the end or a closing parenthesis; alternatives together say nothing. */
  alternatives(): string[] {
    const literals = this.#sequence();
    let alone = true;
    while (this.#take("|")) {
      alone = false;
      this.#sequence();
    }
    return alone ? literals : [];
  }

  #sequence(): string[] {
    const literals: string[] = [];
    let run = "";
    const endRun = () => {
      if (run) literals.push(run);
      run = "";
    };
    while (!this.atEnd && !"|)".includes(this.pattern[this.#at]!)) {
      const item = this.#item();
      const least = this.#quantifier();
      if ("literals" in item) {
        endRun();
        if (least !== 0) literals.push(...item.literals);
      } else {
        if (least !== 0) run += item.character;
        if (least !== undefined) endRun();
      }
    }
    endRun();
    return literals;
  }

  #item(): Item {
    const character = String.fromCodePoint(this.pattern.codePointAt(this.#at)!);
    if (character === "(") return this.#group();
    if (character === "[") return this.#skip(CLASS);
    if (character === "\\") return this.#escape();
    this.#at += character.length;
    // A lone surrogate of a subject is matched as U+FFFD, which is then not to be found in it.
    return "^$.\ufffd".includes(character) ? NOTHING : { character };
  }

  #group(): Item {
    if (this.#matches(OPTIONS)) return NOTHING;
    const looksAround = this.#matches(LOOKAROUND);
    if (!looksAround && !this.#matches(GROUP)) throw new Unsure();
    const literals = this.alternatives();
    if (!this.#take(")")) throw new Unsure();
    return looksAround ? NOTHING : { literals };
  }

  #escape(): Item {
    const next = this.pattern[this.#at + 1] ?? "";
    const character = CONTROL[next] ?? (/[^\w\s]/.test(next) && next < "\x7f" ? next : undefined);
    if (character === undefined) return this.#skip(SPECIAL);
    this.#at += 2;
    return { character };
  }

  /** The least number of times that the quantifiers here ask for; undefined where there are none. */
  #quantifier(): number | undefined {
    let least: number | undefined;
    for (let match = this.#matches(QUANTIFIER); match; match = this.#matches(QUANTIFIER)) {
      if (/^\{[ \t,]*\}/.test(match[0])) throw new Unsure(); // not a quantifier, but text
      const own = match[0].startsWith("{") ? Number(match[1]) : Number(match[0].startsWith("+"));
      least = (least ?? 1) * own;
    }
    return least;
  }

  #skip(expression: RegExp): Item {
    if (!this.#matches(expression)) throw new Unsure();
    return NOTHING;
  }

  #matches(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const match = sticky.exec(this.pattern);
    if (match) this.#at = sticky.lastIndex;
    return match;
  }

  #take(text: string): boolean {
    const found = this.pattern.startsWith(text, this.#at);
    if (found) this.#at += text.length;
    return found;
  }
}
