/**
 * The raw table: a whole syntax tree as typed arrays in preorder, so that a subtree is a contiguous slice of rows and
 * walking it allocates nothing.
 */

/** Bits of a row's flags. */
export const RowFlag = { named: 1, extra: 2, missing: 4, error: 8 } as const;

/** The kind of rows over text that the parser could not fit in, in every grammar. */
export const ERROR_KIND = 65535;

/** A syntax tree in preorder. Row 0 is the root; the subtree of row i is the rows [i, i + size[i]). */
export interface RawTable {
  readonly length: number;
  /** Kind ids of the grammar; ERROR_KIND for errors. */
  readonly kind: Uint16Array;
  /** Field ids of the grammar; 0 where the row has no field. */
  readonly field: Uint16Array;
  /** UTF-16 offset of the row's first unit. */
  readonly start: Uint32Array;
  /** UTF-16 offset after the row's last unit. */
  readonly end: Uint32Array;
  /** Rows of the subtree, itself included. */
  readonly size: Uint32Array;
  /** RowFlag bits. */
  readonly flags: Uint8Array;
  /** Whether the tree holds an error or a missing token, hidden ones included. */
  readonly hasError: boolean;
}

/** Whether two tables are equal, row for row. */
export function equalTables(a: RawTable, b: RawTable): boolean {
  if (a.length !== b.length || a.hasError !== b.hasError) return false;
  for (let i = 0; i < a.length; i++) {
    if (a.kind[i] !== b.kind[i] || a.field[i] !== b.field[i] || a.flags[i] !== b.flags[i]) return false;
    if (a.start[i] !== b.start[i] || a.end[i] !== b.end[i] || a.size[i] !== b.size[i]) return false;
  }
  return true;
}
