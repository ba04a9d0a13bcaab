// A line on a terminal that says how far a scan is; nothing elsewhere.

/** Milliseconds between two updates. */
const PAUSE = 100;

export class Progress {
  #done = 0;
  #shownAt = 0;
  #width = 0;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly total: number,
  ) {}

  /** One more file is done. */
  step(): void {
    this.#done++;
    const now = performance.now();
    if (this.stream.isTTY && now - this.#shownAt > PAUSE) {
      this.#shownAt = now;
      const line = `Scanning ${this.#done} of ${this.total} files`;
      this.stream.write(`\r${line.padEnd(this.#width)}`);
      this.#width = line.length;
    }
  }

  /** Takes the line away. */
  end(): void {
    if (this.#width > 0) {
      this.stream.write(`\r${" ".repeat(this.#width)}\r`);
    }
  }
}
