// The neutral tree: typed arrays in preorder, so that a subtree is a contiguous slice and matching allocates nothing.
import type { Role } from "./kinds";

/** Half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Row i is node i in preorder; row 0 is the root (`Program`). Offsets are UTF-16 units of the document's text and say
 * what to report. A leaf's `atom` is its interned text (0: none); on other rows it is the variant (see Kind).
 */
export interface Tree {
  readonly length: number;
  readonly kind: Uint16Array;
  readonly role: Uint8Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Rows of the subtree, itself included: the next sibling of i is i + size[i]. */
  readonly size: Uint32Array;
  readonly atom: Uint32Array;
  /** -1 for the root. */
  readonly parent: Int32Array;
  /** The row of the raw table it was made from. */
  readonly raw: Uint32Array;
}

/** The first child of `row` in `role`, or -1. */
export function childIn(tree: Tree, row: number, role: Role): number {
  const end = row + tree.size[row]!;
  for (let child = row + 1; child < end; child += tree.size[child]!) {
    if (tree.role[child] === role) return child;
  }
  return -1;
}

/** All children of `row` in `role`, in order; of every role where none is given. */
export function childrenIn(tree: Tree, row: number, role?: Role): number[] {
  const found: number[] = [];
  const end = row + tree.size[row]!;
  for (let child = row + 1; child < end; child += tree.size[child]!) {
    if (role === undefined || tree.role[child] === role) found.push(child);
  }
  return found;
}

/** Writes a tree in preorder; its arrays grow and are handed over by `finish`. */
export class TreeBuilder {
  private length = 0;
  private capacity: number;
  private kind: Uint16Array;
  private role: Uint8Array;
  private start: Uint32Array;
  private end: Uint32Array;
  private size: Uint32Array;
  private atom: Uint32Array;
  private parent: Int32Array;
  private raw: Uint32Array;
  private current = -1;

  /** @param expected rows, a guess that avoids growing */
  constructor(expected = 256) {
    this.capacity = Math.max(16, expected);
    this.kind = new Uint16Array(this.capacity);
    this.role = new Uint8Array(this.capacity);
    this.start = new Uint32Array(this.capacity);
    this.end = new Uint32Array(this.capacity);
    this.size = new Uint32Array(this.capacity);
    this.atom = new Uint32Array(this.capacity);
    this.parent = new Int32Array(this.capacity);
    this.raw = new Uint32Array(this.capacity);
  }

  /** Opens a row as a child of the open one; close it with the row that this returns. */
  open(kind: number, role: number, start: number, end: number, raw: number, atom = 0): number {
    if (this.length === this.capacity) this.grow();
    const row = this.length++;
    this.kind[row] = kind;
    this.role[row] = role;
    this.start[row] = start;
    this.end[row] = end;
    this.atom[row] = atom;
    this.parent[row] = this.current;
    this.raw[row] = raw;
    this.size[row] = 1;
    this.current = row;
    return row;
  }

  close(row: number): void {
    this.size[row] = this.length - row;
    this.current = this.parent[row]!;
  }

  leaf(kind: number, role: number, start: number, end: number, raw: number, atom: number): number {
    const row = this.open(kind, role, start, end, raw, atom);
    this.current = this.parent[row]!;
    return row;
  }

  /** Writes rows [from, to) of a tree, whole subtrees, below the open row; offsets and raw rows are moved. */
  copy(tree: Tree, from: number, to: number, shift: number, rawShift: number): void {
    while (this.length + to - from > this.capacity) this.grow();
    const { kind, role, start, end, size, atom, parent, raw, length, current } = this;
    kind.set(tree.kind.subarray(from, to), length);
    role.set(tree.role.subarray(from, to), length);
    size.set(tree.size.subarray(from, to), length);
    atom.set(tree.atom.subarray(from, to), length);
    for (let row = from, at = length; row < to; row++, at++) {
      start[at] = tree.start[row]! + shift;
      end[at] = tree.end[row]! + shift;
      parent[at] = tree.parent[row]! < from ? current : tree.parent[row]! - from + length;
      raw[at] = tree.raw[row]! + rawShift;
    }
    this.length += to - from;
  }

  setAtom(row: number, atom: number): void {
    this.atom[row] = atom;
  }

  setRange(row: number, start: number, end: number): void {
    this.start[row] = start;
    this.end[row] = end;
  }

  /** Lets all rows since one that begin at an offset begin at another. */
  moveStarts(since: number, start: number, to: number): void {
    for (let row = since; row < this.rows; row++) if (this.start[row] === start) this.start[row] = to;
  }

  /** Lets a row begin earlier than its node. */
  widenStart(row: number, start: number): void {
    this.start[row] = Math.min(this.start[row]!, start);
  }

  setRole(row: number, role: number): void {
    this.role[row] = role;
  }

  setKind(row: number, kind: number): void {
    this.kind[row] = kind;
  }

  kindAt(row: number): number {
    return this.kind[row]!;
  }

  startAt(row: number): number {
    return this.start[row]!;
  }

  endAt(row: number): number {
    return this.end[row]!;
  }

  /** Kind of the open row, 0 at the root. */
  get openKind(): number {
    return this.current < 0 ? 0 : this.kind[this.current]!;
  }

  /** Rows written so far; the next one gets this number. */
  get rows(): number {
    return this.length;
  }

  /** Hands the arrays over; the builder is not to be used afterwards. */
  finish(): Tree {
    const { length, kind, role, start, end, size, atom, parent, raw } = this;
    return { length, kind, role, start, end, size, atom, parent, raw };
  }

  private grow(): void {
    this.capacity *= 2;
    const copy = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.kind = copy(new Uint16Array(this.capacity), this.kind);
    this.role = copy(new Uint8Array(this.capacity), this.role);
    this.start = copy(new Uint32Array(this.capacity), this.start);
    this.end = copy(new Uint32Array(this.capacity), this.end);
    this.size = copy(new Uint32Array(this.capacity), this.size);
    this.atom = copy(new Uint32Array(this.capacity), this.atom);
    this.parent = copy(new Int32Array(this.capacity), this.parent);
    this.raw = copy(new Uint32Array(this.capacity), this.raw);
  }
}
