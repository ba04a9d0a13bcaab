/** Changes of a text, as editors report them. */

/** Replaces [start, end) by `text`; UTF-16 offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The part of a text that a list of changes touched: old [start, oldEnd) became new [start, newEnd). */
export interface ChangedSpan {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * The changes from the last offset to the first, so that none moves another that is still to come. All offsets are in
 * the text before any of them, as in VS Code's `contentChanges`; of several insertions at one offset the one listed
 * later comes first in the text, as when they are applied in turn.
 * @throws RangeError where a change lies outside the text or overlaps another.
 */
export function fromLastToFirst(length: number, changes: readonly TextChange[]): TextChange[] {
  const sorted = [...changes].sort((a, b) => b.start - a.start || b.end - a.end);
  let limit = length;
  for (const { start, end } of sorted) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= limit)) {
      throw new RangeError(`Change [${start}, ${end}) overlaps another or lies outside the text of ${length} units`);
    }
    limit = start;
  }
  return sorted;
}

/** `text` with all `changes` made; see fromLastToFirst for their order and errors. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = "";
  let at = 0;
  for (const change of fromLastToFirst(text.length, changes).reverse()) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}

/** The span that encloses all `changes`, of which there is at least one, sorted by fromLastToFirst. */
export function spanOf(sorted: readonly TextChange[]): ChangedSpan {
  const first = sorted[sorted.length - 1] as TextChange;
  const last = sorted[0] as TextChange;
  const growth = sorted.reduce((sum, change) => sum + change.text.length - (change.end - change.start), 0);
  return { start: first.start, oldEnd: last.end, newEnd: last.end + growth };
}

/** The least span in which two texts differ; the part that they have in common at the start is as long as can be. */
export function changeBetween(old: string, text: string): ChangedSpan {
  const start = commonStart(old, text);
  const tail = commonEnd(old, text, Math.min(old.length, text.length) - start);
  return { start, oldEnd: old.length - tail, newEnd: text.length - tail };
}

/** How many units two texts have in common at their start: slices are compared as fast as memory is read. */
function commonStart(left: string, right: string): number {
  let [low, high] = [0, Math.min(left.length, right.length)];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (left.slice(low, middle) === right.slice(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same at their end, of the last `most` units. */
function commonEnd(left: string, right: string, most: number): number {
  let [low, high] = [0, most];
  const piece = (text: string, from: number, to: number): string => text.slice(text.length - to, text.length - from);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (piece(left, low, middle) === piece(right, low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
