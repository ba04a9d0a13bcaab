// Numbers in a table.

/** The value below which the share lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it may be at most, and whether it is; absent where a row only informs. */
  readonly budget?: { readonly text: string; readonly kept: boolean };
}

/** A row of a value with its budget, both in the unit. */
export function row(what: string, value: number, most: number | undefined, unit: string, more = ""): Row {
  const measured = `${Number.isNaN(value) ? "–" : value.toFixed(1)} ${unit}${more}`;
  if (most === undefined || Number.isNaN(value)) return { what, measured };
  return { what, measured, budget: { text: `≤ ${most} ${unit}`, kept: value <= most } };
}

/** Prints rows below a title. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, measured, budget } of rows) {
    const judged = budget ? `${budget.text.padEnd(14)} ${budget.kept ? "ok" : "over"}` : "";
    console.log(`  ${what.padEnd(width)}  ${measured.padEnd(26)} ${judged}`.trimEnd());
  }
}
