/**
 * Regular expressions as rules mean them: PCRE2 in UTF mode, bounded by counted steps so that no pattern can hang the
 * engine and every machine gives the same answer. This file is what other rooms see of it.
 */

export interface RegexEngine {
  /**
   * Compiles a PCRE2 pattern, always in UTF mode; with `multiline`, `^` and `$` match at line ends too.
   * @throws RegexError where the pattern is wrong or too large.
   */
  compile(pattern: string, flags?: { readonly multiline?: boolean }): Regex;
}

/** A compiled pattern. All offsets are UTF-16 units. A lone surrogate in a subject is matched as U+FFFD. */
export interface Regex {
  /** The pattern. */
  readonly source: string;
  /** By group number; undefined for [0], the whole match, and for groups without a name. */
  readonly groupNames: readonly (string | undefined)[];
  /**
   * The first match that starts at or after `from` (exactly there, if `anchored`); undefined for none; a LimitHit where
   * 100,000 + 4 × the subject's length steps did not suffice to tell.
   * @throws RegexError where the subject is too large.
   */
  exec(subject: string, from?: number, anchored?: boolean): RegexMatch | LimitHit | undefined;
  /**
   * All matches that start in [from, to), and an empty one at `to`, one after the other as with JavaScript's `g`.
   * Where a limit is hit the search goes on at the next line, as long as the steps for all together suffice.
   * @throws RegexError where the subject is too large.
   */
  matchAll(subject: string, from?: number, to?: number): MatchList;
  /** Frees the compiled pattern; the regex must not be used again. */
  dispose(): void;
}

/** A half-open range. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface RegexMatch extends Span {
  /** By group number, [0] the whole match; undefined for groups that did not take part. */
  readonly groups: readonly (Span | undefined)[];
}

export interface MatchList {
  readonly matches: readonly RegexMatch[];
  /** Set where a limit was hit: the start at which the first attempt was given up. Matches from there on may be missing. */
  readonly limitAt?: number;
}

/** A match was given up: steps or memory ran out. */
export interface LimitHit {
  readonly limit: true;
  /** The start at which the match was tried then. */
  readonly at: number;
}

/** Whether `exec` gave up. */
export function isLimitHit(result: RegexMatch | LimitHit | undefined): result is LimitHit {
  return result !== undefined && "limit" in result;
}

/** A pattern that PCRE2 rejects, or a text too large to be matched. */
export class RegexError extends Error {
  constructor(
    message: string,
    /** UTF-16 offset in the pattern; 0 where no place is to blame. */
    readonly offset: number,
  ) {
    super(message);
    this.name = "RegexError";
  }
}
