// Makes Semgrep's pattern syntax parsable by the language's own grammar, and undoes it in what was parsed.
//
// With the letter ꓘ: `$X` is ꓘX, `...` is ꓘꓘꓘ, `$...X` is ꓘꓘꓘꓘX, and `<... e ...>` is the call `ꓘd ( e     )`. Each is as
// long as what it replaces, so that offsets in the parsed text are offsets in the pattern.
import type { PatternSyntax } from "../languages/language";
import { PatternError } from "./match";

export interface StandIns {
  /** The pattern's text with stand-ins of its own length. */
  readonly text: string;
  /** Offsets of each plain `...`. */
  readonly ellipses: readonly number[];
}

const TOKEN = /\$\.\.\.[A-Z_][A-Z0-9_]*|\$[A-Z_][A-Z0-9_]*|<\.\.\.|\.\.\.>|\.\.\./g;

/** @throws PatternError where `<...` and `...>` do not pair. */
export function standIns(pattern: string, syntax: PatternSyntax): StandIns {
  const { letter } = syntax;
  const ellipses: number[] = [];
  const open: number[] = [];
  const text = pattern.replace(TOKEN, (token, at: number) => {
    if (token === "<...") {
      open.push(at);
      return `${letter}d (`;
    }
    if (token === "...>" && open.length > 0) {
      open.pop();
      return "   )";
    }
    if (token.startsWith("...")) {
      if (syntax.spread && isSpread(pattern, at)) return token;
      ellipses.push(at);
      return letter.repeat(3) + token.slice(3);
    }
    return token.startsWith("$...") ? letter.repeat(4) + token.slice(4) : letter + token.slice(1);
  });
  if (open.length > 0) throw new PatternError("`<...` has no matching `...>`.", open[0]!);
  return { text, ellipses };
}

/** `...x`, `...[`, `...f(x)`: an operand follows at once, and an item of a list is what stands here. */
function isSpread(pattern: string, at: number): boolean {
  return /[\w$[({"'`]/.test(pattern[at + 3] ?? "") && /(^|[([{,])\s*$/.test(pattern.slice(0, at));
}

/** What a leaf of the parsed text says in the pattern. */
export function undo(text: string, letter: string): string {
  if (!text.includes(letter)) return text;
  const l = letter;
  return text
    .replaceAll(new RegExp(`${l}${l}${l}${l}(?=[A-Z_])`, "g"), "$...")
    .replaceAll(l.repeat(3), "...")
    .replaceAll(l, "$");
}

/**
 * The texts to try for a pattern: first with plain stand-ins, then with the language's alternatives at single places,
 * then at several. Where the next line would continue an ellipsis, it is closed as a statement first.
 */
export function* candidates(text: string, ellipses: readonly number[], syntax: PatternSyntax): Generator<string> {
  const alternatives = ["@", ...syntax.ellipses];
  const preferred = ellipses.map((at) => (isContinued(text, at) && alternatives.includes("@;") ? "@;" : "@"));
  yield fill(text, ellipses, preferred, syntax.letter);
  yield fill(
    text,
    ellipses,
    preferred.map(() => "@"),
    syntax.letter,
  );
  // A single place, then all places alike, then pairs: patterns hold few ellipses, and one odd place is the rule.
  for (const alternative of syntax.ellipses) {
    for (let i = 0; i < ellipses.length; i++)
      yield fill(text, ellipses, replaced(preferred, i, alternative), syntax.letter);
  }
  for (const alternative of syntax.ellipses)
    yield fill(
      text,
      ellipses,
      preferred.map(() => alternative),
      syntax.letter,
    );
  if (ellipses.length > 6) return;
  for (let i = 0; i < ellipses.length; i++) {
    for (let j = i + 1; j < ellipses.length; j++) {
      for (const first of alternatives) {
        for (const second of alternatives) {
          yield fill(text, ellipses, replaced(replaced(preferred, i, first), j, second), syntax.letter);
        }
      }
    }
  }
}

const replaced = (list: readonly string[], at: number, by: string): string[] =>
  list.map((item, i) => (i === at ? by : item));

function isContinued(text: string, at: number): boolean {
  return /(^|[\n{;])[ \t]*$/.test(text.slice(0, at)) && /^[ \t]*\n\s*[([`+\-/]/.test(text.slice(at + 3));
}

/** Alternatives are longer than what they replace: offsets behind them shift, which only error places notice. */
function fill(text: string, ellipses: readonly number[], by: readonly string[], letter: string): string {
  let filled = "";
  let from = 0;
  ellipses.forEach((at, i) => {
    filled += text.slice(from, at) + by[i]!.replace("@", letter.repeat(3));
    from = at + 3;
  });
  return filled + text.slice(from);
}
