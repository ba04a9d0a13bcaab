/** Compiling and matching with the PCRE2 module. */
import { KeptResults } from "./kept-results";
import { longestLiteralOf, prefixOf, reachOf } from "./literals";
import { Pcre2, Pcre2Module } from "./pcre2";
import {
  isLimitHit,
  type LimitHit,
  type MatchList,
  type Regex,
  type RegexEngine,
  RegexError,
  type RegexMatch,
  type Span,
} from "./regex";

/** The steps that one match on a subject may take. */
const stepsFor = (subject: string): number => 100_000 + 4 * subject.length;

/** The steps that all matches of one matchAll may take together, as a multiple of one match's. */
const MATCH_ALL_FACTOR = 16;

/** PCRE2's codes for a match given up. */
const GIVEN_UP: readonly number[] = [Pcre2.matchLimit, Pcre2.heapLimit, Pcre2.noMemory];

/** Makes an engine from the bytes of `pcre2.wasm`; rejects where they are no such module. */
export async function createRegexEngine(wasm: Uint8Array): Promise<RegexEngine> {
  const module = await Pcre2Module.load(wasm);
  const kept = new KeptResults();
  return { compile: (pattern, flags) => compile(module, kept, pattern, flags?.multiline ?? false) };
}

function compile(module: Pcre2Module, kept: KeptResults, pattern: string, multiline: boolean): Regex {
  const { calls } = module;
  const options = Pcre2.utf | Pcre2.useOffsetLimit | (multiline ? Pcre2.multiline : 0);
  const source = asBefore(pattern);
  const code = module.withText(source, (address) => calls.compile(address, source.length, options));
  if (code) return new CompiledRegex(module, kept, code, pattern);
  throw new RegexError(module.message(calls.error_code()), calls.error_offset());
}

/** PCRE2 10.43 took up `{,3}` and `{ 1, 3 }`, which are texts to the version that Semgrep has. */
const asBefore = (pattern: string): string =>
  pattern.replace(OTHERWISE_READ, (found) => (found === "{" ? "\\{" : found));

/** Such a brace; what is quoted or escaped is passed over. */
const OTHERWISE_READ = /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\{(?=\s*\d*\s*(?:,\s*\d*\s*)?\})(?!\d+(?:,\d*)?\}|\s*,?\s*\})/g;

/** Where, and within how many steps, one match may be looked for. */
interface Search {
  readonly from: number;
  /** The last offset that a match may start at. */
  readonly last: number;
  readonly options: number;
  readonly steps: number;
}

class CompiledRegex implements Regex {
  readonly groupNames: readonly (string | undefined)[];
  readonly #module: Pcre2Module;
  /** The compiled pattern's address; 0 once disposed. */
  #code: number;
  /** A text that every match holds: where it is missing, PCRE2 need not be asked. */
  readonly #literal: string;
  /** What every match begins with: only where this stands need PCRE2 try. */
  readonly #prefix: string;
  /** Anchored, it sees no more than so many units of a subject. */
  readonly #reach: number;
  readonly #kept: KeptResults;
  /** The steps that the last search took. */
  #taken = 0;

  constructor(
    module: Pcre2Module,
    kept: KeptResults,
    code: number,
    readonly source: string,
  ) {
    this.#module = module;
    this.#code = code;
    this.#literal = longestLiteralOf(source);
    this.#prefix = prefixOf(source);
    this.#reach = reachOf(source);
    this.#kept = kept;
    this.groupNames = namesOf(module, code);
  }

  exec(subject: string, from = 0, anchored = false): RegexMatch | LimitHit | undefined {
    const seen = anchored && from === 0 && subject.length > this.#reach ? subject.slice(0, this.#reach) : subject;
    if (from !== 0 || !this.#code) return this.#exec(seen, from, anchored);
    return this.#kept.of(this, seen, anchored, () => this.#exec(seen, 0, anchored));
  }

  #exec(subject: string, from: number, anchored: boolean): RegexMatch | LimitHit | undefined {
    const start = characterStart(subject, from);
    if (start > subject.length || (anchored && start !== from)) return undefined;
    const options = anchored ? Pcre2.anchored : 0;
    return this.#search(subject, { from: start, last: subject.length, options, steps: stepsFor(subject) });
  }

  matchAll(subject: string, from = 0, to = subject.length): MatchList {
    const matches: RegexMatch[] = [];
    let limitAt: number | undefined;
    let left = MATCH_ALL_FACTOR * stepsFor(subject);
    let at = characterStart(subject, from);
    let options = 0;
    while (at <= to && at <= subject.length && left > 0) {
      const steps = Math.min(left, stepsFor(subject));
      const found = this.#search(subject, { from: at, last: Math.min(to, subject.length), options, steps });
      left -= this.#taken;
      if (found === undefined) break;
      if (isLimitHit(found)) {
        limitAt ??= found.at;
        at = subject.indexOf("\n", found.at) + 1 || subject.length + 1;
        options = 0;
        continue;
      }
      if (found.start === to && found.end > to) break;
      matches.push(found);
      at = found.end;
      options = found.start === found.end ? Pcre2.notEmptyAtStart : 0;
    }
    if (left <= 0) limitAt ??= at;
    return limitAt === undefined ? { matches } : { matches, limitAt };
  }

  dispose(): void {
    if (this.#code) this.#module.calls.dispose(this.#code);
    this.#code = 0;
  }

  #search(subject: string, search: Search): RegexMatch | LimitHit | undefined {
    if (!this.#code) throw new Error("The regular expression is disposed");
    this.#taken = 0;
    if (this.#literal && !subject.includes(this.#literal, search.from)) return undefined;
    if (!this.#prefix || (search.options & Pcre2.anchored) !== 0) return this.#match(subject, search);
    let at = subject.indexOf(this.#prefix, search.from);
    for (; at >= 0 && at <= search.last; at = subject.indexOf(this.#prefix, at + 1)) {
      const options = search.options | Pcre2.anchored;
      const found = this.#match(subject, { from: at, last: at, options, steps: search.steps - this.#taken });
      if (found !== undefined) return found;
      if (this.#taken >= search.steps) return { limit: true, at };
    }
    return undefined;
  }

  #match(subject: string, { from, last, options, steps }: Search): RegexMatch | LimitHit | undefined {
    const { calls } = this.#module;
    const address = this.#module.subject(subject);
    const pairs = calls.match(this.#code, address, subject.length, from, last, options | Pcre2.noUtfCheck, steps);
    this.#taken += calls.steps();
    if (pairs === Pcre2.noMatch) return undefined;
    if (GIVEN_UP.includes(pairs)) return { limit: true, at: Math.max(from, calls.stopped_at()) };
    if (pairs < 0) throw new RegexError(this.#module.message(pairs), 0);
    return this.#matchOf(pairs);
  }

  #matchOf(pairs: number): RegexMatch {
    const { calls } = this.#module;
    const offsets = new Int32Array(calls.memory.buffer, calls.ovector(), 2 * pairs);
    const groups = Array.from(this.groupNames, (_, group): Span | undefined => {
      const start = group < pairs ? offsets[2 * group]! : -1; // PCRE2_UNSET reads as -1
      return start < 0 ? undefined : { start, end: offsets[2 * group + 1]! };
    });
    return { ...groups[0]!, groups };
  }
}

/** `offset`, or the next one where it lies inside a surrogate pair, where no character starts. */
function characterStart(subject: string, offset: number): number {
  const inside = offset > 0 && subject.codePointAt(offset - 1)! > 0xffff;
  return inside ? offset + 1 : offset;
}

function namesOf(module: Pcre2Module, code: number): (string | undefined)[] {
  const { calls } = module;
  const names = new Array<string | undefined>(calls.capture_count(code) + 1).fill(undefined);
  const [count, size, table] = [calls.name_count(code), calls.name_entry_size(code), calls.name_table(code)];
  for (let entry = 0; entry < count; entry++) {
    const text = module.read(table + 2 * size * entry, size);
    names[text.charCodeAt(0)] = text.slice(1, text.indexOf("\0", 1));
  }
  return names;
}
