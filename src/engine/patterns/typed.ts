// Typed metavariables: `(T $X)`, `($X : T)` and `$X: T`. The type is taken off before the pattern is parsed, parsed by
// itself, and kept at the metavariable as a condition (RULE-LANGUAGE §2.7).
import type { PatternSyntax } from "../languages/language";

export interface Untyped {
  /** The pattern without types; a metavariable that had one is marked with the stand-in letter and the type's number. */
  readonly text: string;
  /** The types' texts by number. */
  readonly types: readonly string[];
}

/** A metavariable of a pattern with the mark of its type. */
export const TYPED_METAVARIABLE = /^(\$[A-Z_][A-Z0-9_]*)\$(\d+)$/;

type Mark = (name: string, type: string, length: number) => string;

const NAME = String.raw`\$[A-Z_][A-Z0-9_]*`;
const BEFORE_NAME = new RegExp(String.raw`^\s*(${NAME})\s*:(?!:)\s*(\S[\s\S]*?)\s*$`);
const BEHIND_TYPE = new RegExp(String.raw`^\s*(\S[\s\S]*?)\s*(?<=[\s*&>\]?])(${NAME})\s*$`);
/** One or more words, each with what types have: qualifiers, arguments, arrays, pointers. */
const TYPE = /^(?:[\w$]+(?:(?:\.|::)[\w$]+)*(?:<[^()=;]*>)?(?:\[[\w$]*\]|\?)*(?:\s+|(?=[*&])|$))+[*&\s]*$/;
/** Words that take an operand: `(await $X)` has no type. */
const OPERATORS = /^(?:new|await|typeof|not|throw|return|delete|sizeof|yield|else|in|is|as|case|void|out|ref|raise)$/;
/**
 * What may stand before parentheses that hold an expression, a cast among it; behind any other word they hold parameters
 * or arguments.
 */
const OPENING =
  /(?:^|[^\w$)\]>"'])$|(?:^|[=(,;{])\s*\([\w$]+[\s*]*\)$|(?:=>|->)$|\b(?:return|throw|case|in|await|yield|else|and|or|not|is|puts|echo)$/;
/** Behind parentheses that hold parameters. */
const PARAMETERS = /^\s*(?:=>|->(?![\w$])|\{|:(?!:))/;
/** Before a list of parameters that looks like a call's arguments. */
const DEFINITION = /\b(?:def|fun|func|fn|function|class|constructor|init)\s+[\w$.]*\s*$/;

/** Takes the types off a pattern in the forms that the language has. */
export function takeTypes(pattern: string, syntax: PatternSyntax): Untyped {
  const { typed = [] } = syntax;
  const types: string[] = [];
  let text = pattern;
  /** The marked name, as long as what it replaces where that is long enough. */
  const mark: Mark = (name, type, length) => `${name}${syntax.letter}${types.push(type) - 1}`.padEnd(length);
  for (const form of typed) {
    for (let open = text.indexOf("("); open >= 0; open = text.indexOf("(", open + 1)) {
      const close = closing(text, open);
      if (close < 0) break;
      const inner = text.slice(open + 1, close);
      const taken =
        form === "argument"
          ? fromArguments(text.slice(0, open), inner, mark)
          : fromParentheses(text.slice(0, open), inner, text.slice(close + 1), form, mark);
      if (taken === undefined) continue;
      // Without their parentheses, which a target of an assignment cannot have everywhere.
      const blank = form === "argument" ? "" : " ";
      const [before, behind] = [open + 1 - blank.length, close + blank.length];
      text = text.slice(0, before) + blank + taken + blank + text.slice(behind);
    }
  }
  return { text, types };
}

function fromParentheses(
  before: string,
  inner: string,
  behind: string,
  form: "type-first" | "name-first",
  mark: Mark,
): string | undefined {
  if (!OPENING.test(before.trimEnd()) || PARAMETERS.test(behind)) return undefined;
  const match = (form === "name-first" ? BEFORE_NAME : BEHIND_TYPE).exec(inner);
  if (!match) return undefined;
  const [name, type] = form === "name-first" ? [match[1]!, match[2]!] : [match[2]!, match[1]!];
  if (form === "type-first" && !isType(type, inner)) return undefined;
  return mark(name, type, inner.length);
}

/** `a * $X` multiplies, `char *$X` and `unsigned char * $X` declare. */
function isType(type: string, inner: string): boolean {
  if (!TYPE.test(type) || OPERATORS.test(type)) return false;
  return !/[*&]\s+\$[A-Z0-9_]+\s*$/.test(inner) || /\w\s+\w/.test(type) || PRIMITIVE.test(type);
}
const PRIMITIVE = /^(?:char|int|void|float|double|long|short|signed|unsigned|bool)\b/;

/** `$X: T` in the arguments of a call. */
function fromArguments(before: string, inner: string, mark: Mark): string | undefined {
  if (!/[\w$)\]]\s*$/.test(before) || DEFINITION.test(before)) return undefined;
  let taken = "";
  let changed = false;
  for (const argument of splitArguments(inner)) {
    const match = BEFORE_NAME.exec(argument);
    taken += match ? mark(match[1]!, match[2]!, argument.length) : argument;
    changed ||= match !== null;
  }
  return changed ? taken : undefined;
}

/** Arguments with the commas between them as parts of their own. */
function splitArguments(inner: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const unit of inner) {
    if ("([{".includes(unit)) depth++;
    if (")]}".includes(unit)) depth--;
    if (unit === "," && depth === 0) parts.push(",", "");
    else parts[parts.length - 1] += unit;
  }
  return parts;
}

/** Where the parenthesis at `open` is closed, -1 where it is not; what quotes hold does not count. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '"' || unit === "'" || unit === "`") {
      const end = text.indexOf(unit, at + 1);
      if (end >= 0) at = end;
    } else if (unit === "(") depth++;
    else if (unit === ")" && --depth === 0) return at;
  }
  return -1;
}
