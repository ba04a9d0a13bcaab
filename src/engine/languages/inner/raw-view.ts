// Reading access to a raw table by the grammar's names, for those who look for code of other languages in it.
import type { Grammar, ParsedText, TextRange } from "../../syntax";

export class RawView {
  readonly text: string;

  constructor(
    private readonly parsed: ParsedText,
    private readonly grammar: Grammar,
  ) {
    this.text = parsed.text;
  }

  /** All rows of a kind, in order. */
  *rowsOf(kind: string): Generator<number> {
    const id = this.grammar.namedKind(kind);
    const { table } = this.parsed;
    for (let row = 0; row < table.length; row++) if (table.kind[row] === id) yield row;
  }

  children(row: number): number[] {
    const { size } = this.parsed.table;
    const found: number[] = [];
    for (let child = row + 1; child < row + size[row]!; child += size[child]!) found.push(child);
    return found;
  }

  /** The first child of a kind, -1 where there is none or no row. */
  child(row: number, kind: string): number {
    return row < 0 ? -1 : (this.children(row).find((child) => this.kind(child) === kind) ?? -1);
  }

  /** The child in a grammar's field, or -1. */
  field(row: number, name: string): number {
    const field = this.grammar.field(name);
    return this.children(row).find((child) => this.parsed.table.field[child] === field) ?? -1;
  }

  parent(row: number): number {
    const { size } = this.parsed.table;
    let at = row - 1;
    while (at >= 0 && at + size[at]! <= row) at--;
    return at;
  }

  kind(row: number): string {
    return this.grammar.kindName(this.parsed.table.kind[row]!);
  }

  range(row: number): TextRange {
    return { start: this.parsed.table.start[row]!, end: this.parsed.table.end[row]! };
  }

  textOf(row: number): string {
    const { start, end } = this.range(row);
    return this.text.slice(start, end);
  }
}
