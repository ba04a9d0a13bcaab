// Where rows end that hold comments behind all else.
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
