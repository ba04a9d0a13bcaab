/**
 * What an edit changed in a table: the new rows are compared with the old ones from the front and from the back, and
 * the window between is what changed. Needs neither changed ranges nor node ids from the parser (freed ids are
 * reused): the tables themselves are the reference.
 */
import type { RawTable } from "./raw-table";
import type { ChangedSpan } from "./text-change";

/**
 * Which rows of a table are rows of the one before it.
 * - Rows [0, front) are the old rows of the same index; one that encloses the changed text may differ in end and size.
 * - The last `back` rows are the old table's last `back` rows, their offsets shifted by the change of the text's length.
 * - All others are new. A leaf whose text changed is always among these.
 */
export interface ChangedWindow {
  readonly front: number;
  readonly back: number;
}

/** The window between two tables of one document, where `span` encloses all that was changed in its text. */
export function changedWindow(before: RawTable, after: RawTable, span: ChangedSpan): ChangedWindow {
  const front = equalFront(before, after, span);
  return { front, back: equalBack(before, after, span, Math.min(before.length, after.length) - front) };
}

function equalFront(before: RawTable, after: RawTable, { start, oldEnd, newEnd }: ChangedSpan): number {
  const shift = newEnd - oldEnd;
  const limit = Math.min(before.length, after.length);
  let row = 0;
  for (; row < limit; row++) {
    if (before.start[row] !== after.start[row] || !sameNode(before, after, row, row)) break;
    const end = before.end[row]!;
    const size = before.size[row]!;
    const precedes = end <= start && after.end[row] === end && after.size[row] === size;
    const encloses =
      size > 1 &&
      after.size[row]! > 1 &&
      before.start[row]! <= start &&
      end >= oldEnd &&
      after.end[row] === end + shift;
    if (!precedes && !encloses) break;
  }
  return row;
}

function equalBack(before: RawTable, after: RawTable, { oldEnd, newEnd }: ChangedSpan, limit: number): number {
  const shift = newEnd - oldEnd;
  let back = 0;
  for (; back < limit; back++) {
    const old = before.length - 1 - back;
    const row = after.length - 1 - back;
    if (before.start[old]! < oldEnd || !sameNode(before, after, old, row) || before.size[old] !== after.size[row])
      break;
    if (after.start[row] !== before.start[old]! + shift || after.end[row] !== before.end[old]! + shift) break;
  }
  return back;
}

function sameNode(before: RawTable, after: RawTable, old: number, row: number): boolean {
  return (
    before.kind[old] === after.kind[row] &&
    before.field[old] === after.field[row] &&
    before.flags[old] === after.flags[row]
  );
}
