// Offsets to lines and columns and back. Lines end as in VS Code: at `\n`, `\r\n` or a lone `\r`.

/** Zero-based; `column` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export class Lines {
  /** Offset at which each line starts; never empty. */
  readonly starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10)) {
        starts.push(offset + 1);
      }
    }
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  /** The line that holds `offset`; offsets outside the text are clamped. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(inside);
    return { line, column: inside - this.start(line) };
  }

  /** Lines outside the text are clamped, columns to the end of their line. */
  offsetAt({ line, column }: Position): number {
    if (line < 0) {
      return 0;
    }
    return line >= this.count ? this.text.length : Math.min(this.start(line) + column, this.end(line));
  }

  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Offset after the last character of the line, before its line break. */
  end(line: number): number {
    let end = this.next(line);
    while (end > this.start(line) && /[\r\n]/.test(this.text[end - 1])) {
      end--;
    }
    return end;
  }

  /** Offset at which the next line starts, or the end of the text. */
  next(line: number): number {
    return this.start(line + 1);
  }

  /** The text of a line without its line break. */
  line(line: number): string {
    return this.text.slice(this.start(line), this.end(line));
  }
}
