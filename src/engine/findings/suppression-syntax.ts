// Reads suppression comments: `caveat-ignore rule-id(reason), other-id(reason) until 2027-01-31` and its `-file`
// form, Semgrep's `nosemgrep`, and the `nosec` of Bandit and gosec.
import type { Range, Suppression } from "./finding";
import type { Lines } from "./lines";

/** One rule of a suppression; without an id all rules (`nosemgrep`, `nosec`), or none was written. */
export interface DirectiveEntry {
  readonly ruleId?: string;
  readonly reason?: string;
  readonly range: Range;
}

export interface Directive {
  readonly by: Suppression["by"];
  /** From the keyword to the end of its list. */
  readonly range: Range;
  /** The comment around it. */
  readonly comment: Range;
  /** Never empty. */
  readonly entries: readonly DirectiveEntry[];
  /** As written; perhaps no date. */
  readonly until?: string;
  /** Zero-based lines whose findings it suppresses. */
  readonly covers: readonly number[] | "all";
  /** A file's suppression that stands after code and therefore covers nothing. */
  readonly misplaced?: boolean;
}

const OPENER = /#|\/\/|;|--|\/\*|<!--|%/;
const KEYWORD = /(?<![\w-])caveat-ignore(-file)?(?![\w-])/g;
const RULE_ID = /[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*/y;
const NOSEMGREP = /[ \t]nosem(?:grep)?(?::[ \t]?([^\r\n]+)|(?![\w-]))/i;
const NOSEC = /(?:#|\/\/|\/\*|<!--)\s*nosec(?![\w-])/i;

/** All suppressions of a text, in order of place. Without `comments` each line is looked at for itself. */
export function readDirectives(lines: Lines, comments: readonly Range[] | undefined): Directive[] {
  const ranges = comments ?? guessComments(lines);
  const places = new CommentPlaces(lines, ranges);
  const ours = ranges.flatMap((comment) => readComment(lines, comment, places));
  const foreign = ranges.flatMap((comment) => readNosec(lines, comment));
  return [...ours, ...foreign, ...readNosemgrep(lines)].sort((a, b) => a.range.start - b.range.start);
}

/** For languages without a grammar: what follows a usual comment opener, where a line starts with it or holds a keyword. */
function guessComments(lines: Lines): Range[] {
  const ranges: Range[] = [];
  for (let line = 0; line < lines.count; line++) {
    const text = lines.line(line);
    const whole = /^\s*(?:#|\/\/|;|--|\/\*|\*|<!--|%)/.exec(text);
    const keyword = /caveat-ignore|nosec/i.exec(text);
    if (whole !== null) {
      ranges.push({ start: lines.start(line) + text.search(/\S/), end: lines.end(line) });
    } else if (keyword !== null) {
      // What stands right before the keyword may open a comment.
      let from = keyword.index;
      while (from > 0 && /\W/.test(text[from - 1])) {
        from--;
      }
      const opener = text.slice(from, keyword.index).search(OPENER);
      const start = lines.start(line) + (opener < 0 ? keyword.index : from + opener);
      ranges.push({ start, end: lines.end(line) });
    }
  }
  return ranges;
}

/** Where comments stand among the code. */
class CommentPlaces {
  /** Lines that hold nothing but comments, to the first line after them that holds something else. */
  readonly #next = new Map<number, number>();
  /** Offset at which the code starts. */
  readonly #code: number;

  /** `comments` in order of place. */
  constructor(
    private readonly lines: Lines,
    comments: readonly Range[],
  ) {
    this.#code = firstCode(lines.text, comments);
    for (const line of aloneLines(lines, comments).sort((a, b) => b - a)) {
      this.#next.set(line, this.#next.get(line + 1) ?? line + 1);
    }
  }

  isBeforeCode(comment: Range): boolean {
    return comment.start < this.#code;
  }

  /** The lines of the keyword and of the comment's ends; when it stands alone, the next line of code too. */
  covers(comment: Range, keyword: number): number[] {
    const last = this.lines.lineAt(comment.end);
    const next = this.#next.get(last);
    return [this.lines.lineAt(comment.start), this.lines.lineAt(keyword), last, ...(next === undefined ? [] : [next])];
  }
}

/** Lines on which there are comments and nothing else but blanks and the braces of JSX around a comment. */
function aloneLines(lines: Lines, comments: readonly Range[]): number[] {
  const alone = new Set<number>();
  const shared = new Set<number>();
  comments.forEach((comment, index) => {
    const first = lines.lineAt(comment.start);
    const last = lines.lineAt(comment.end);
    for (let line = first; line <= last; line++) {
      alone.add(line);
    }
    const from = Math.max(lines.start(first), comments[index - 1]?.end ?? 0);
    if (!/^[\s{}]*$/.test(lines.text.slice(from, comment.start))) {
      shared.add(first);
    }
    const to = Math.min(lines.end(last), comments[index + 1]?.start ?? lines.text.length);
    if (!/^[\s{}]*$/.test(lines.text.slice(comment.end, to))) {
      shared.add(last);
    }
  });
  return [...alone].filter((line) => !shared.has(line));
}

/** The end of the first comment block: what precedes may be blank, a byte order mark, `#!`, `<?php`, `<?xml …?>` or a doctype. */
function firstCode(text: string, comments: readonly Range[]): number {
  let at = /^\uFEFF?(?:#!.*|<\?\w.*|<!doctype[^>]*>)?/i.exec(text)?.[0].length ?? 0;
  for (const comment of comments) {
    if (comment.end <= at) {
      continue;
    }
    if (/\S/.test(text.slice(at, Math.max(at, comment.start)))) {
      break;
    }
    at = comment.end;
  }
  return at;
}

function readComment(lines: Lines, comment: Range, places: CommentPlaces): Directive[] {
  const text = lines.text.slice(comment.start, comment.end);
  const directives: Directive[] = [];
  let lineOfLast = -1;
  for (const keyword of text.matchAll(KEYWORD)) {
    const after = keyword.index + keyword[0].length;
    const line = lines.lineAt(comment.start + keyword.index);
    const from = Math.max(0, lines.start(line) - comment.start);
    // Only the first of a line can lead it; looking no further keeps the work linear.
    const leads = line !== lineOfLast && !/\w/.test(text.slice(from, keyword.index));
    lineOfLast = line;
    // In the middle of prose only the full form is a suppression.
    if (leads || /^[ \t]+[\w.-]+\s*\(/.test(text.slice(after))) {
      directives.push(readOne(text, comment, keyword.index, after, keyword[1] !== undefined, places));
    }
  }
  return directives;
}

function readOne(
  text: string,
  comment: Range,
  start: number,
  after: number,
  file: boolean,
  places: CommentPlaces,
): Directive {
  const { entries, end } = readEntries(text, after);
  const until = /^[ \t]+until[ \t]+([0-9A-Za-z]+(?:-[0-9A-Za-z]+)*)/.exec(text.slice(end));
  const range = { start: comment.start + start, end: comment.start + end + (until?.[0].length ?? 0) };
  const placed = entries.map((entry) => ({
    ...entry,
    range: { start: comment.start + entry.range.start, end: comment.start + entry.range.end },
  }));
  const misplaced = file && !places.isBeforeCode(comment);
  const whole = misplaced ? [] : "all";
  return {
    by: file ? "caveat-ignore-file" : "caveat-ignore",
    range,
    comment,
    entries: placed.length > 0 ? placed : [{ range }],
    ...(until === null ? {} : { until: until[1] as string }),
    covers: file ? whole : places.covers(comment, range.start),
    ...(misplaced ? { misplaced } : {}),
  };
}

/** `id(reason), id(reason)` from `from` on; offsets relative to the comment. */
function readEntries(text: string, from: number): { entries: DirectiveEntry[]; end: number } {
  const entries: DirectiveEntry[] = [];
  let end = from;
  for (;;) {
    const gap = /^[ \t]*(,?)[ \t]*/.exec(text.slice(end)) as RegExpExecArray;
    RULE_ID.lastIndex = end + gap[0].length;
    const id = RULE_ID.exec(text);
    const listed = entries.length === 0 ? gap[0] !== "" : gap[1] === ",";
    if (id === null || !listed || id[0] === "until" || entries.length === MOST_ENTRIES) {
      return { entries, end };
    }
    const idEnd = id.index + id[0].length;
    const reason = readReason(text, idEnd);
    end = reason?.end ?? idEnd;
    const said = reason?.text.trim() ?? "";
    entries.push({ ruleId: id[0], ...(said === "" ? {} : { reason: said }), range: { start: id.index, end } });
  }
}

/** UTF-16 units; what is longer was never closed. */
const LONGEST_REASON = 1_000;
/** More rules than anyone names in one comment. */
const MOST_ENTRIES = 100;

/** What stands between balanced parentheses; undefined when there are none or they do not close. */
function readReason(text: string, from: number): { text: string; end: number } | undefined {
  const open = /^[ \t]*\(/.exec(text.slice(from));
  if (open === null) {
    return undefined;
  }
  const start = from + open[0].length;
  let depth = 1;
  const end = Math.min(text.length, start + LONGEST_REASON);
  for (let at = start; at < end; at++) {
    depth += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
    if (depth === 0) {
      return { text: text.slice(start, at).replace(/\s+/g, " "), end: at + 1 };
    }
  }
  return undefined;
}

/** As Semgrep does: anywhere in a line, or on a line with no letter or digit before it for the next one. */
function readNosemgrep(lines: Lines): Directive[] {
  const directives: Directive[] = [];
  for (let line = 0; line < lines.count; line++) {
    const text = lines.line(line);
    const found = NOSEMGREP.exec(text);
    if (found === null) {
      continue;
    }
    const start = lines.start(line) + found.index + 1;
    const range = { start, end: lines.start(line) + found.index + found[0].trimEnd().length };
    const ids = found[1]?.split(/[,\s]+/, MOST_ENTRIES).filter((id) => /^[\w.-]*$/.test(id) && /\w/.test(id));
    const alone = !/[A-Za-z0-9]/.test(text.slice(0, found.index));
    directives.push({
      by: "nosemgrep",
      range,
      comment: range,
      entries: ids === undefined ? [{ range }] : ids.map((ruleId) => ({ ruleId, range })),
      covers: alone ? [line, line + 1] : [line],
    });
  }
  return directives;
}

/** Names after `nosec` are other tools' and cannot be compared with ours: the line is left alone. */
function readNosec(lines: Lines, comment: Range): Directive[] {
  const found = NOSEC.exec(lines.text.slice(comment.start, comment.end));
  if (found === null) {
    return [];
  }
  const start = comment.start + found.index;
  const range = { start, end: start + found[0].length };
  const line = lines.lineAt(start);
  return [{ by: "nosec", range, comment, entries: [{ range }], covers: [line] }];
}
