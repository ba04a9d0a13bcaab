// Makes Semgrep's pattern syntax parsable by the language's own grammar, and undoes it in what was parsed.
//
// With the letter ꓘ: `$X` is ꓘX, `...` is ꓘꓘꓘ, `$...X` is ꓘꓘꓘꓘX, and `<... e ...>` is the call ` ꓘd( e     )`. Each is as
// long as what it replaces, so that offsets in the parsed text are offsets in the pattern.
import type { Language, PatternSyntax } from "../languages/language";
import { PatternError } from "./match";

export interface StandIns {
  /** The pattern's text with stand-ins of its own length. */
  readonly text: string;
  /** Each `...` and `$...X`, in order. */
  readonly ellipses: readonly Ellipsis[];
}

interface Ellipsis {
  readonly at: number;
  /** The plain stand-in. */
  readonly text: string;
}

const TOKEN = /\$\.\.\.[A-Z_][A-Z0-9_]*|\$[A-Z_][A-Z0-9_]*|<\.\.\.(?!\s*[>,])|\.\.\.>|\.\.\./g;

/** @throws PatternError where `<...` and `...>` do not pair. */
export function standIns(pattern: string, syntax: PatternSyntax): StandIns {
  const { letter } = syntax;
  const ellipses: Ellipsis[] = [];
  const ellipsis = (at: number, text: string): string => {
    ellipses.push({ at, text });
    return text;
  };
  const open: number[] = [];
  const text = pattern.replace(TOKEN, (token, at: number) => {
    if (token === "<...") {
      open.push(at);
      return ` ${letter}d(`;
    }
    if (token === "...>" && open.length > 0) {
      open.pop();
      return "   )";
    }
    if (token.startsWith("...")) {
      if (syntax.spread && isSpread(pattern, at)) return token;
      if (syntax.varargs && isVarargs(pattern, at)) return token;
      if (syntax.variadic && isVariadic(pattern, at)) return token;
      // Right behind a variable within a text the stand-in would be a part of its name.
      if (syntax.textsHoldText && /\$[A-Z_][A-Z0-9_]*$/.test(pattern.slice(0, at))) return token;
      return ellipsis(at, letter.repeat(3)) + token.slice(3);
    }
    if (token.startsWith("$...")) return ellipsis(at, letter.repeat(4) + token.slice(4));
    return isVariable(pattern, at, token, syntax) ? token : letter + token.slice(1);
  });
  if (open.length > 0) throw new PatternError("`<...` has no matching `...>`.", open[0]!);
  return { text, ellipses };
}

/** A metavariable that the language itself takes for a variable. */
function isVariable(pattern: string, at: number, token: string, { bareName, reserved }: PatternSyntax): boolean {
  if (reserved?.includes(token)) return true;
  return bareName !== undefined && !bareName(pattern.slice(0, at), pattern.slice(at + token.length));
}

/** `...x`, `...[`, `...f(x)`: an operand follows at once, and an item of a list is what stands here. */
function isSpread(pattern: string, at: number): boolean {
  return /[\w$[({"'`]/.test(pattern[at + 3] ?? "") && /(^|[([{,])\s*$/.test(pattern.slice(0, at));
}

/** `int... $X`: a type stands right before, a name behind. */
function isVarargs(pattern: string, at: number): boolean {
  return /[\w>\]]/.test(pattern[at - 1] ?? "") && /^\s*[\w$]/.test(pattern.slice(at + 3));
}

/** `args...`, and `args ...T`. */
function isVariadic(pattern: string, at: number): boolean {
  const before = pattern.slice(0, at);
  return /[\w)\]]$/.test(before) || (/[(,]\s*[\w$]+[ \t]+$/.test(before) && /^[\w$*[]/.test(pattern.slice(at + 3)));
}

/** What a leaf of the parsed text says in the pattern. */
export function undo(text: string, letter: string): string {
  if (!text.includes(letter)) return text;
  const written = letter === "$" ? "\\$" : letter;
  return text
    .replaceAll(new RegExp(`(?:${written}){4}(?=[A-Z_])`, "g"), "$...")
    .replaceAll(letter.repeat(3), "...")
    .replaceAll(letter, "$");
}

/**
 * The texts to try for a pattern: first with what its surroundings suggest for each place, then with the language's
 * alternatives at single places, then at several.
 */
export function* candidates(
  text: string,
  ellipses: readonly Ellipsis[],
  { pattern: syntax, comments }: Language,
): Generator<string> {
  const alternatives = ["@", ...syntax.ellipses];
  const plain = ellipses.map(() => "@");
  const preferred = ellipses.map((ellipsis) => suggested(text, ellipsis, syntax, comments.line));
  yield fill(text, ellipses, preferred);
  yield fill(text, ellipses, plain);
  // A single place, then all places alike, then pairs: patterns hold few ellipses, and one odd place is the rule.
  for (const by of alternatives) {
    for (let i = 0; i < ellipses.length; i++) yield fill(text, ellipses, replaced(preferred, i, by));
  }
  for (const by of syntax.ellipses) {
    yield fill(
      text,
      ellipses,
      plain.map(() => by),
    );
  }
  if (ellipses.length > 6) return;
  for (let i = 0; i < ellipses.length; i++) {
    for (let j = i + 1; j < ellipses.length; j++) {
      for (const first of alternatives) {
        for (const second of alternatives) {
          yield fill(text, ellipses, replaced(replaced(preferred, i, first), j, second));
        }
      }
    }
  }
}

const replaced = (list: readonly string[], at: number, by: string): string[] =>
  list.map((item, i) => (i === at ? by : item));

/** What the text around tells: a statement where the next line would continue an expression, or what the language says. */
function suggested(text: string, { at, text: plain }: Ellipsis, syntax: PatternSyntax, comment?: string): string {
  const before = comment === undefined ? text.slice(0, at) : withoutComments(text.slice(0, at), comment);
  const behind = text.slice(at + plain.length);
  const place = syntax.places?.find((each) => each.before.test(before) && each.behind.test(behind));
  if (place) return place.by;
  return syntax.ellipses.includes("@;") && isContinued(before, behind) ? "@;" : "@";
}

/** Without the comments at its end, which stand on lines of their own or behind code. */
function withoutComments(before: string, sign: string): string {
  let code = before.trimEnd();
  const blank = before.slice(code.length);
  for (;;) {
    const line = code.slice(code.lastIndexOf("\n") + 1);
    const at = line.startsWith(sign) ? 0 : line.search(new RegExp(`\\s${sign}`));
    if (at < 0) return code + blank;
    code = code.slice(0, code.length - line.length + at).trimEnd();
  }
}

function isContinued(before: string, behind: string): boolean {
  return /(^|[\n{;])[ \t]*$/.test(before) && /^[ \t]*\n\s*[([`+\-/]/.test(behind);
}

/** Alternatives are longer than what they replace: offsets behind them shift, which only error places notice. */
function fill(text: string, ellipses: readonly Ellipsis[], by: readonly string[]): string {
  let filled = "";
  let from = 0;
  ellipses.forEach((ellipsis, i) => {
    filled += text.slice(from, ellipsis.at) + by[i]!.replaceAll("@", () => ellipsis.text);
    from = ellipsis.at + ellipsis.text.length;
  });
  return filled + text.slice(from);
}
