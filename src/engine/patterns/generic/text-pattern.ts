// A pattern over plain text, whichever of the two engines it is for.
import type { RegexEngine } from "../../regex";
import { type Match, type Pattern, PatternError } from "../match";
import { aliengrep } from "./aliengrep";
import { spacegrep } from "./spacegrep";
import type { CommentStyle, TokenTable } from "./tokens";

/** A text as a pattern's search asks for it. */
export interface SearchedText {
  readonly text: string;
  tokens(style: CommentStyle | undefined): TokenTable;
}

export interface TextPattern extends Pattern {
  /** All matches in order of start; throws StepLimit where the search takes too many steps. */
  readonly search: (text: SearchedText) => readonly Match[];
}

/** What a rule's `options` say of its generic patterns. */
export interface TextPatternOptions {
  readonly engine: "spacegrep" | "aliengrep";
  /** Lines that `...` may reach over (spacegrep). */
  readonly maxSpan: number;
  readonly comments: CommentStyle | undefined;
  /** `...` crosses line ends (aliengrep). */
  readonly multiline: boolean;
  readonly caseless: boolean;
  readonly extraWordCharacters: readonly string[];
  readonly extraBrackets: readonly (readonly [string, string])[];
}

/** What a rule's `options` say of its generic patterns; by default as in Semgrep. */
export function textOptionsFrom(options: Readonly<Record<string, unknown>>): TextPatternOptions {
  const { generic_engine: engine, generic_ellipsis_max_span: span, generic_comment_style: comments } = options;
  const { generic_extra_word_characters: letters, generic_extra_braces: brackets } = options;
  return {
    engine: engine === "aliengrep" ? engine : "spacegrep",
    maxSpan: typeof span === "number" ? span : 10,
    comments: comments === "c" || comments === "cpp" || comments === "shell" ? comments : undefined,
    multiline: options.generic_multiline !== false,
    caseless: options.generic_caseless === true,
    extraWordCharacters: Array.isArray(letters) ? letters.filter((letter) => typeof letter === "string") : [],
    extraBrackets: Array.isArray(brackets) ? brackets.filter(isPair) : [],
  };
}

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");

/** @throws PatternError where the pattern is empty or holds what its engine has no meaning for. */
export function compileTextPattern(source: string, options: TextPatternOptions, regexes: RegexEngine): TextPattern {
  if (source.trim() === "") throw new PatternError("The pattern is empty.", 0);
  return options.engine === "aliengrep" ? aliengrep(source, options, regexes) : spacegrep(source, options);
}

export const isTextPattern = (pattern: Pattern): pattern is TextPattern => "search" in pattern;
