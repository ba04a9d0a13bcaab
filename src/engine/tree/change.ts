// Where the tree of a text differs from the tree of an earlier one: the rows in front and at the back that are the same.
import { changeBetween } from "../syntax";
import type { Tree } from "./tree";

interface Parsed {
  readonly tree: Tree;
  readonly text: string;
}

/** The text [start, oldEnd) became [start, newEnd), and the rows between the first `front` and the last `back` new ones. */
export class TreeChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  /** Rows at the front that are equal, but that those around the edit may end elsewhere. */
  readonly front: number;
  /** Rows at the back that are equal, moved. */
  readonly back: number;

  constructor(
    readonly before: Parsed,
    readonly after: Parsed,
  ) {
    const [old, text] = [before.text, after.text];
    const { start, oldEnd, newEnd } = changeBetween(old, text);
    this.start = start;
    this.oldEnd = oldEnd;
    this.newEnd = newEnd;
    this.front = this.equalFront();
    this.back = this.equalBack();
  }

  /** How far what follows the edit was moved. */
  get shift(): number {
    return this.newEnd - this.oldEnd;
  }

  /** How many rows there are more. */
  get rowShift(): number {
    return this.after.tree.length - this.before.tree.length;
  }

  /** The row that a row was before, -1 for a new one. */
  oldRow(row: number): number {
    if (row < this.front) return row;
    return row >= this.after.tree.length - this.back ? row - this.rowShift : -1;
  }

  /** The row that a former row is now, -1 where there is none. */
  newRow(row: number): number {
    if (row < this.front) return row;
    return row >= this.before.tree.length - this.back ? row + this.rowShift : -1;
  }

  private equalFront(): number {
    const [old, tree] = [this.before.tree, this.after.tree];
    const { start } = this;
    const length = Math.min(old.length, tree.length);
    let row = 0;
    for (; row < length; row++) {
      if (old.kind[row] !== tree.kind[row] || old.atom[row] !== tree.atom[row] || old.role[row] !== tree.role[row])
        break;
      if (old.start[row] !== tree.start[row] || old.parent[row] !== tree.parent[row]) break;
      const isAround = old.end[row]! >= start && tree.end[row]! >= start;
      if (!isAround && (old.end[row] !== tree.end[row] || old.size[row] !== tree.size[row])) break;
    }
    return row;
  }

  private equalBack(): number {
    const [old, tree] = [this.before.tree, this.after.tree];
    const { shift, rowShift, oldEnd, front } = this;
    const most = Math.min(old.length, tree.length) - front;
    let count = 0;
    for (; count < most; count++) {
      const [was, row] = [old.length - 1 - count, tree.length - 1 - count];
      if (old.kind[was] !== tree.kind[row] || old.atom[was] !== tree.atom[row] || old.role[was] !== tree.role[row])
        break;
      if (old.start[was]! < oldEnd || old.start[was]! + shift !== tree.start[row]) break;
      if (old.end[was]! + shift !== tree.end[row] || old.size[was] !== tree.size[row]) break;
      const [above, parent] = [old.parent[was]!, tree.parent[row]!];
      if (above < front || parent < front ? above !== parent : above + rowShift !== parent) break;
    }
    return count;
  }
}
