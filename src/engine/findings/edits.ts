// Lists of edits: applied, merged, moved to another text.
import type { Range, TextEdit } from "./finding";

function byPlace(a: TextEdit, b: TextEdit): number {
  return a.start - b.start || a.end - b.end;
}

/** Whether two edits want the same characters, or one inserts inside what the other replaces. Touching is no overlap. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The text after all edits. Insertions at one place keep their order. Throws a RangeError when edits overlap or lie outside. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort(byPlace)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`The edit at ${edit.start}–${edit.end} overlaps another one or lies outside the text.`);
    }
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

export interface MergedEdits {
  /** In order of place. */
  readonly edits: readonly TextEdit[];
  /** Indices of the lists that went in, whole. */
  readonly taken: readonly number[];
}

/**
 * Joins lists of edits of one text: a list that overlaps an earlier one is left out as a whole, and an edit that an
 * earlier list also makes (an import that both need) is made once.
 */
export function mergeEdits(lists: readonly (readonly TextEdit[])[]): MergedEdits {
  const merged: TextEdit[] = [];
  const taken: number[] = [];
  lists.forEach((list, index) => {
    const news = list.filter((edit) => !merged.some((other) => isSameEdit(edit, other)));
    if (!news.some((edit) => merged.some((other) => overlaps(edit, other)))) {
      merged.push(...news);
      taken.push(index);
    }
  });
  return { edits: merged.sort(byPlace), taken };
}

function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/**
 * Where a range lies after the edits; undefined when an edit changes something inside it. Text inserted at either
 * border stays outside.
 */
export function moveRange(range: Range, edits: readonly TextEdit[]): Range | undefined {
  let shift = 0;
  for (const edit of edits) {
    const insertionInside = edit.start === edit.end && edit.start > range.start && edit.start < range.end;
    if (overlaps(edit, range) || insertionInside) {
      return undefined;
    }
    if (edit.end <= range.start) {
      shift += edit.text.length - (edit.end - edit.start);
    }
  }
  return { start: range.start + shift, end: range.end + shift };
}

/** The smallest single edit that turns `before` into `after`; undefined when they are equal. */
export function difference(before: string, after: string): TextEdit | undefined {
  if (before === after) {
    return undefined;
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) {
    start++;
  }
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
