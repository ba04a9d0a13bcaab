// A few lines of source around a range, for people to read. Secrets are cut, long lines shortened.
import type { Range } from "../engine/findings/finding";
import type { Lines } from "../engine/findings/lines";
import { redactText } from "../engine/findings/redact";

const WIDTH = 160;

export interface FrameLine {
  /** One-based. */
  readonly number: number;
  readonly text: string;
  /** Columns of `text` that the range covers; undefined on lines around it. */
  readonly marked?: Range;
}

/** The lines of the range, at most `most` of them, and `around` lines before and after. */
export function codeFrame(lines: Lines, range: Range, around = 1, most = 5): FrameLine[] {
  const first = lines.lineAt(range.start);
  const last = Math.min(lines.lineAt(Math.max(range.start, range.end - 1)), first + most - 1);
  const frame: FrameLine[] = [];
  for (let line = Math.max(0, first - around); line <= Math.min(lines.count - 1, last + around); line++) {
    const inside = line >= first && line <= last;
    frame.push(
      inside ? markedLine(lines, line, range) : { number: line + 1, text: shorten(redactText(lines.line(line))) },
    );
  }
  return frame;
}

function markedLine(lines: Lines, line: number, range: Range): FrameLine {
  const text = lines.line(line);
  const start = Math.max(0, range.start - lines.start(line));
  const end = Math.max(start, Math.min(text.length, range.end - lines.start(line)));
  const indented = start === 0 && range.start < lines.start(line) ? text.search(/\S|$/) : start;
  const [before, inside, after] = cutOut(text, indented, Math.max(indented, end));
  // A cut secret shortens the line: what is marked is measured after cutting.
  return {
    number: line + 1,
    text: before + inside + after,
    marked: { start: before.length, end: before.length + inside.length },
  };
}

/** The text of a range with secrets cut, judged with the rest of its lines: `password = "…"` tells what `"…"` is. */
export function redactedSlice(lines: Lines, { start, end }: Range): string {
  const from = lines.start(lines.lineAt(start));
  const text = lines.text.slice(from, lines.end(lines.lineAt(end)));
  const whole = redactText(text);
  return whole === text ? lines.text.slice(start, end) : split(text, whole, start - from, end - from)[1];
}

/** The three parts of a line, cut and shortened so that the middle one stays in sight. */
function cutOut(text: string, start: number, end: number): [string, string, string] {
  const whole = redactText(text);
  // Where nothing was cut the parts are the text's own; else the change is looked for part by part.
  const parts =
    whole === text ? [text.slice(0, start), text.slice(start, end), text.slice(end)] : split(text, whole, start, end);
  const [before, inside, after] = parts;
  const room = Math.max(20, WIDTH - inside.length) >> 1;
  return [
    before.length > room ? `…${before.slice(1 - room)}` : before,
    shorten(inside),
    after.length > room ? `${after.slice(0, room - 1)}…` : after,
  ];
}

/** Splits a redacted line where the original's parts end, as far as the unchanged ends of the line tell. */
function split(text: string, whole: string, start: number, end: number): [string, string, string] {
  let same = 0;
  while (same < start && text[same] === whole[same]) {
    same++;
  }
  let tail = 0;
  while (tail < text.length - end && tail < whole.length - same && text.at(-1 - tail) === whole.at(-1 - tail)) {
    tail++;
  }
  return [whole.slice(0, same), whole.slice(same, whole.length - tail), whole.slice(whole.length - tail)];
}

function shorten(text: string): string {
  return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text;
}
