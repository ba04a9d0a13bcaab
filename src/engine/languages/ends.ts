// Where rows begin and end that hold more than is theirs: white space before, comments behind.
import { type RawTable, RowFlag } from "../syntax";

/** The ends of all rows but the root, without the comments that are last in them. */
export function trimmedEnds({ length, size, end, flags }: RawTable): Uint32Array {
  let ends = end;
  for (let row = length - 1; row > 0; row--) {
    const last = row + size[row]! - 1;
    if (last === row || (flags[last]! & RowFlag.extra) === 0) continue;
    if (ends === end) ends = end.slice();
    for (let child = row + 1; child <= last; child += size[child]!) {
      if ((flags[child]! & RowFlag.extra) === 0) ends[row] = ends[child]!;
    }
  }
  return ends;
}

const isBlank = (code: number): boolean => code <= 0x20;

/**
 * The table with words and signs beginning at their first letter, and all that begins with them. Some grammars let
 * such a token take the line break before it, or not, as the parser's state was when it was read (PowerShell's `[`): a
 * tree that followed edits keeps what it read.
 */
export function withoutBlanksBefore(table: RawTable, text: string): RawTable {
  const { length, size, end, flags } = table;
  let { start } = table;
  for (let row = 0; row < length; row++) {
    if (size[row] !== 1 || (flags[row]! & RowFlag.named) !== 0) continue;
    const from = start[row]!;
    if (!isBlank(text.charCodeAt(from)) || from === end[row]) continue;
    let first = from;
    while (first < end[row]! && isBlank(text.charCodeAt(first))) first++;
    if (first === end[row]) continue;
    if (start === table.start) start = start.slice();
    for (let above = row; above >= 0 && start[above] === from; above--) {
      if (end[above]! >= first) start[above] = first;
    }
  }
  return start === table.start ? table : { ...table, start };
}
