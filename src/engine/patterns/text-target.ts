// A text without a tree: regular expressions and generic patterns find something in it.
import type { MatchList, Regex } from "../regex";
import type { Range } from "../tree/tree";
import { isTextPattern, type SearchedText } from "./generic/text-pattern";
import { type CommentStyle, type TokenTable, tokenize, withoutComments } from "./generic/tokens";
import type { Binding, Match, Pattern, Piece, Target, Where } from "./match";
import { StepLimit } from "./matching";

export class TextTarget implements Target, SearchedText {
  readonly language = "generic";
  readonly floats = false;
  private readonly found = new Map<Pattern, readonly Match[]>();
  private readonly tables = new Map<CommentStyle | undefined, TokenTable>();

  /**
   * @param limited hears of a pattern whose search was ended by its step limit
   * @param isPart a part of a document that a rule names is searched whatever it looks like
   */
  constructor(
    readonly text: string,
    private readonly limited: (pattern: Pattern) => void,
    private readonly isPart = false,
  ) {}

  tokens(style: CommentStyle | undefined): TokenTable {
    let table = this.tables.get(style);
    if (!table) {
      table = tokenize(withoutComments(this.text, style));
      this.tables.set(style, table);
    }
    return table;
  }

  matchAll(regex: Regex): MatchList {
    return regex.matchAll(this.text);
  }

  find(pattern: Pattern, { within }: Where = {}): readonly Match[] {
    if (!isTextPattern(pattern)) return [];
    let matches = this.found.get(pattern);
    if (!matches) {
      matches = this.isPart || isReadable(this.text) ? this.search(pattern) : [];
      this.found.set(pattern, matches);
    }
    return within ? matches.filter((match) => within.some((range) => isWithin(match, range))) : matches;
  }

  /** A captured text is searched for itself, without what stands around it. */
  findIn(pattern: Pattern, { start, text }: Binding): readonly Match[] {
    const shift = <T extends Range>(range: T): T => ({ ...range, start: range.start + start, end: range.end + start });
    return new TextTarget(text, this.limited, true).find(pattern).map((match) => ({
      ...shift(match),
      bindings: new Map([...match.bindings].map(([name, binding]) => [name, shift(binding)])),
    }));
  }

  same(left: Binding, right: Binding): boolean {
    return left.text === right.text;
  }

  hasType(): boolean {
    return false;
  }

  bindingAt({ start, end }: Range): Binding {
    return { start, end, text: this.text.slice(start, end), kind: "text", row: -1, count: 0 };
  }

  pieces({ text }: Binding): readonly Piece[] {
    return [{ text, kind: "other" }];
  }

  content(binding: Binding): Binding {
    return binding;
  }

  memoryFault(): undefined {
    return undefined;
  }

  constant(): undefined {
    return undefined;
  }

  elements(): undefined {
    return undefined;
  }

  private search(pattern: Pattern): readonly Match[] {
    if (!isTextPattern(pattern)) return [];
    try {
      return pattern.search(this);
    } catch (error) {
      if (!(error instanceof StepLimit)) throw error;
      this.limited(pattern);
      return [];
    }
  }
}

const isWithin = (inner: Range, outer: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Texts of this length are read whatever their lines; longer ones only where lines are, on average, this long at most. */
const SHORT = 500;
const LONGEST_LINE = 150;

/** What has no lines has no layout that a generic pattern could mean: minified code, data. */
function isReadable(text: string): boolean {
  if (text.length <= SHORT) return true;
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return text.length / lines <= LONGEST_LINE;
}
