/** The interned texts of a table's leaves. */
import type { Interner } from "./interner";
import type { RawTable } from "./raw-table";
import type { ChangedWindow } from "./window";

/** One id per row: the text of a leaf (a row of size 1), 0 on other rows and empty leaves. */
export function atomsOf(text: string, table: RawTable, interner: Interner): Uint32Array {
  const atoms = new Uint32Array(table.length);
  fill(atoms, text, table, interner, 0, table.length);
  return atoms;
}

/** The same after an edit: only leaves inside the window are looked at, the others keep their ids. */
export function atomsAfter(
  before: Uint32Array,
  window: ChangedWindow,
  text: string,
  table: RawTable,
  interner: Interner,
): Uint32Array {
  const atoms = new Uint32Array(table.length);
  const rest = table.length - window.back;
  atoms.set(before.subarray(0, window.front));
  fill(atoms, text, table, interner, window.front, rest);
  atoms.set(before.subarray(before.length - window.back), rest);
  return atoms;
}

function fill(atoms: Uint32Array, text: string, table: RawTable, interner: Interner, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    if (table.size[row] === 1) atoms[row] = interner.id(text.slice(table.start[row], table.end[row]));
  }
}
