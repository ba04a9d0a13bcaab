/** Shared by the tests of this room: the engine on the real module, and short ways to ask it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  createRegexEngine,
  isLimitHit,
  type Regex,
  type RegexEngine,
  type RegexMatch,
} from "../../../src/engine/regex";

let loaded: Promise<RegexEngine> | undefined;

export function engine(): Promise<RegexEngine> {
  loaded ??= readFile(join(__dirname, "../../../grammars/pcre2.wasm")).then(createRegexEngine);
  return loaded;
}

/** Compiles, hands the regex to `use`, and disposes it. */
export async function using<T>(pattern: string, use: (regex: Regex) => T, multiline = false): Promise<T> {
  const regex = (await engine()).compile(pattern, { multiline });
  try {
    return use(regex);
  } finally {
    regex.dispose();
  }
}

/** The match, which must not have hit a limit. */
export function matchOf(regex: Regex, subject: string, from?: number, anchored?: boolean): RegexMatch | undefined {
  const result = regex.exec(subject, from, anchored);
  if (isLimitHit(result)) throw new Error(`Limit hit at ${result.at}`);
  return result;
}

/** The text of the first match, or undefined. */
export function firstMatch(pattern: string, subject: string, multiline = false): Promise<string | undefined> {
  return using(
    pattern,
    (regex) => {
      const match = matchOf(regex, subject);
      return match && subject.slice(match.start, match.end);
    },
    multiline,
  );
}

/** The texts of all matches. */
export function allMatches(pattern: string, subject: string, from?: number, to?: number): Promise<string[]> {
  return using(pattern, (regex) => {
    const { matches, limitAt } = regex.matchAll(subject, from, to);
    if (limitAt !== undefined) throw new Error(`Limit hit at ${limitAt}`);
    return matches.map(({ start, end }) => subject.slice(start, end));
  });
}
