// What a pattern yields: ranges with bindings. Formulas combine these; nothing here knows rules.
import type { MatchList, Regex } from "../regex";
import type { Range } from "../tree/tree";

/** What a metavariable stands for. */
export interface Binding extends Range {
  /** Source text; for a name made by import resolution, its canonical text. Strings keep their quotes unless bound by `"$X"`. */
  readonly text: string;
  /** `node`: a row of the tree. `rows`: what `$...X` skipped. `content`: inside a string (`"$X"`). `text`: a regex's capture or a made name. */
  readonly kind: "node" | "rows" | "content" | "text";
  /** Row of the neutral tree (the first one for `rows`, the name's for a made one), -1 where there is none. */
  readonly row: number;
  /** How many sibling rows `rows` spans. */
  readonly count: number;
  /** These rows, where others stand between them. */
  readonly apart?: readonly number[];
}

/** By name with its `$`: `$X`, `$...ARGS`, `$1`. */
export type Bindings = ReadonlyMap<string, Binding>;

export interface Match extends Range {
  readonly bindings: Bindings;
}

/** The rows that a binding stands for, by the size of each. */
export function rowsOf({ row, count, apart }: Binding, size: { readonly [row: number]: number }): readonly number[] {
  if (apart) return apart;
  const rows: number[] = [];
  if (row >= 0) for (let at = row; rows.length < count; at += size[at]!) rows.push(at);
  return rows;
}

/** A compiled code pattern. */
export interface Pattern {
  readonly source: string;
  /** Names of the metavariables it can bind. */
  readonly metavariables: ReadonlySet<string>;
  /** Groups of literals: every group must have a member that occurs in the text, or the pattern cannot match. */
  readonly required: readonly (readonly string[])[];
  /** Names before the last of dotted ones (`os` of `os.system`): each occurs, if only in the path of an import. */
  readonly qualifiers: readonly string[];
  /** Texts that every match holds, as they are written. */
  readonly literals?: readonly string[];
  /**
   * The pattern for where it is a context (`pattern-inside`): of matches that `...` lets go on, the longest alone. Absent
   * where that makes no difference.
   */
  readonly context?: Pattern;
  /** The pattern is a lone `$X`: a selector that a formula matches only inside ranges found so far. */
  readonly selector: boolean;
}

/** What stops a pattern from being compiled; offsets are UTF-16 units of the pattern's text. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = "PatternError";
  }
}

/** Bound code as a part of other code. */
export interface Piece {
  readonly text: string;
  /** `string`: a literal with its quotes, of which the content is bound. `keyword`: an argument with its name. */
  readonly kind: "expression" | "operation" | "string" | "keyword" | "statement" | "other";
}

/** Which matches are asked for. */
export interface Where {
  /** Only those that lie inside one of these ranges. */
  readonly within?: readonly Range[] | undefined;
  /** Those that overlap none of these ranges may be left out. */
  readonly near?: readonly Range[] | undefined;
  /** Those that bind a name to what is not accepted may be left out. */
  readonly accepts?: Accepts | undefined;
}

/** What matches are wanted to bind. */
export interface Accepts {
  /** Whether it says something of any of the names. */
  concerns(names: ReadonlySet<string>): boolean;
  accepts(name: string, binding: Binding): boolean;
}

/** One document, ready for matching: made by the analyzer for each analysis, and for the fragments of `metavariable-pattern`. */
export interface Target {
  readonly text: string;
  /** Id of its language; `regex` where it is looked at as a text. */
  readonly language: string;
  /** Its language has no integers: every number is a float. */
  readonly floats: boolean;
  /**
   * All matches of a regular expression in the text.
   * @throws RegexError where the text is too large.
   */
  matchAll(regex: Regex): MatchList;
  /** Matches in order of start, then longest first. */
  find(pattern: Pattern, where?: Where): readonly Match[];
  /** Matches of a formula's pattern anywhere inside a binding, with the outer bindings as constraints. */
  findIn(pattern: Pattern, binding: Binding, outer: Bindings): readonly Match[];
  /** Whether two bindings are equal as unification has it. */
  same(left: Binding, right: Binding): boolean;
  /** Whether what is bound is known to be of a type, a pattern made by `compileType`. */
  hasType(binding: Binding, type: Pattern): boolean;
  /** A range as something bound: the code that it is, or else mere text. */
  bindingAt(range: Range): Binding;
  /** A text that is bound, or what stands in a literal that is; undefined for other code. */
  content(binding: Binding): (Range & { readonly text: string }) | undefined;
  /** What a binding consists of: one piece, or for `$...X` each of the list. */
  pieces(binding: Binding): readonly Piece[];
  /** What is surely wrong with the memory that the bound operand leads to. */
  memoryFault(binding: Binding): string | undefined;
  /** The constant that a binding is known to be, `undefined` where unknown. */
  constant(binding: Binding): string | number | boolean | bigint | undefined;
  /** What a list holds that is bound, where lists are values; undefined for other code. */
  elements(binding: Binding): readonly Binding[] | undefined;
}
