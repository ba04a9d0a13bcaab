// Edits that write and remove suppression comments. A place that suits a grammar is not known here: candidates are
// offered in order, and the caller takes the first that parses and suppresses.
import type { Range, TextEdit } from "./finding";
import { Lines } from "./lines";
import type { Directive, DirectiveEntry } from "./suppression-syntax";

/** How a language writes comments: `{ line: "//", block: ["/*", "*" + "/"] }`. */
export interface CommentSyntax {
  readonly line?: string;
  readonly block?: readonly [string, string];
}

export interface SuppressionRequest {
  readonly ruleId: string;
  readonly reason: string;
  /** Where the finding starts. */
  readonly offset: number;
  /** Where the statement around it starts, if that is another line: the last resort. */
  readonly statement?: number;
}

/** Candidates that suppress one finding, most natural first: the line above, the line's end, right before the finding. */
export function insertSuppression(text: string, syntax: CommentSyntax, request: SuppressionRequest): TextEdit[] {
  const lines = new Lines(text);
  const directive = `caveat-ignore ${request.ruleId}(${cleanReason(request.reason, syntax)})`;
  const whole = syntax.line !== undefined ? `${syntax.line} ${directive}` : inBlock(syntax, directive);
  const block = inBlock(syntax, directive);
  const jsx = syntax.block?.[0] === "/*" ? `{${block}}` : undefined;
  const line = lines.lineAt(request.offset);
  const candidates = [
    above(lines, line, whole),
    above(lines, line, jsx),
    trailing(lines, line, whole),
    block === undefined ? undefined : insert(request.offset, `${block} `),
    jsx === undefined ? undefined : insert(request.offset, jsx),
  ];
  const statementLine = lines.lineAt(request.statement ?? request.offset);
  if (statementLine !== line) {
    candidates.push(above(lines, statementLine, whole), trailing(lines, statementLine, whole));
  }
  return candidates.filter((candidate) => candidate !== undefined);
}

/** Candidates that suppress a rule in the whole file: after `#!` and encoding lines, then after the first line. */
export function insertFileSuppression(text: string, syntax: CommentSyntax, ruleId: string, reason: string): TextEdit[] {
  const lines = new Lines(text);
  const directive = `caveat-ignore-file ${ruleId}(${cleanReason(reason, syntax)})`;
  const comment = syntax.line !== undefined ? `${syntax.line} ${directive}` : inBlock(syntax, directive);
  if (comment === undefined) {
    return [];
  }
  const header = /^\uFEFF?(?:#!.*(?:\r\n|\n|\r))?(?:#.*coding[:=].*(?:\r\n|\n|\r))?/.exec(text)?.[0].length ?? 0;
  const eol = lineBreak(lines, 0);
  const second = lines.next(0);
  return [
    insert(header, comment + eol),
    ...(second > header && lines.count > 1 ? [insert(second, comment + eol)] : []),
  ];
}

function inBlock(syntax: CommentSyntax, directive: string): string | undefined {
  return syntax.block === undefined ? undefined : `${syntax.block[0]} ${directive} ${syntax.block[1]}`;
}

/** A reason that closes neither its parentheses nor its comment, on one line. */
function cleanReason(reason: string, syntax: CommentSyntax): string {
  const oneLine = reason.replace(/\s+/g, " ").trim();
  let depth = 0;
  const balanced = [...oneLine].every((character) => {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    return depth >= 0;
  });
  const safe = balanced && depth === 0 ? oneLine : oneLine.replace(/\(/g, "[").replace(/\)/g, "]");
  const [open, close] = syntax.block ?? ["", ""];
  return [open, close]
    .filter((mark) => mark !== "")
    .reduce((text, mark) => text.split(mark).join([...mark].join(" ")), safe);
}

function insert(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

function above(lines: Lines, line: number, comment: string | undefined): TextEdit | undefined {
  if (comment === undefined || (line > 0 && isContinued(lines, line - 1))) {
    return undefined;
  }
  const indentation = /^[ \t]*/.exec(lines.line(line))?.[0] ?? "";
  return insert(lines.start(line), indentation + comment + lineBreak(lines, line));
}

function trailing(lines: Lines, line: number, comment: string | undefined): TextEdit | undefined {
  return comment === undefined || isContinued(lines, line) ? undefined : insert(lines.end(line), `  ${comment}`);
}

/** Whether a backslash joins the line to the next: grammars let a comment stand between them, languages do not. */
function isContinued(lines: Lines, line: number): boolean {
  return lines.line(line).endsWith("\\");
}

/** The line break that ends this line, or the one before, or the usual one. */
function lineBreak(lines: Lines, line: number): string {
  const own = lines.text.slice(lines.end(line), lines.next(line));
  const previous = line > 0 ? lines.text.slice(lines.end(line - 1), lines.next(line - 1)) : "";
  return own || previous || "\n";
}

/** Edits that take one rule out of a suppression, and the whole comment when nothing else is in it. */
export function removeSuppression(lines: Lines, directive: Directive, entry: DirectiveEntry): TextEdit[] {
  const { text } = lines;
  if (directive.entries.length > 1) {
    return [{ ...entrySpan(directive, entry), text: "" }];
  }
  const { comment, range } = directive;
  const rest = text.slice(comment.start, range.start) + text.slice(range.end, comment.end);
  if (/\w/.test(rest)) {
    const blanks = /[ \t]*$/.exec(text.slice(comment.start, range.start))?.[0].length ?? 0;
    return [{ start: range.start - blanks, end: range.end, text: "" }];
  }
  return [{ ...commentSpan(lines, comment), text: "" }];
}

/** The entry and the comma that joins it to its neighbour. */
function entrySpan({ entries }: Directive, entry: DirectiveEntry): Range {
  const index = entries.indexOf(entry);
  const next = entries[index + 1];
  return next !== undefined
    ? { start: entry.range.start, end: next.range.start }
    : { start: (entries[index - 1] as DirectiveEntry).range.end, end: entry.range.end };
}

/** The comment with its lines when it stands alone, else with the blanks that set it off. */
function commentSpan(lines: Lines, comment: Range): Range {
  const { text } = lines;
  const first = lines.lineAt(comment.start);
  const last = lines.lineAt(comment.end);
  const before = text.slice(lines.start(first), comment.start);
  const after = text.slice(comment.end, lines.end(last));
  if (/^\s*\{?$/.test(before) && /^\}?\s*$/.test(after)) {
    const end = lines.next(last);
    const endsFile = end === text.length && lines.end(last) === end && first > 0;
    return { start: endsFile ? lines.end(first - 1) : lines.start(first), end };
  }
  const leading = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  const following = leading === before.length ? (/^[ \t]*/.exec(after)?.[0].length ?? 0) : 0;
  return { start: following > 0 ? comment.start : comment.start - leading, end: comment.end + following };
}
