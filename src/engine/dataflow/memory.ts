// What is found out once and kept as long as all that it rests on is the same. The idea is that of salsa, which
// rust-analyzer is built on: what was asked on the way is asked again, in the same order, before anything is done anew.

/** Says whether something that was asked is still answered in the same way. */
export type Premise = () => boolean;

export interface Kept<T> {
  readonly value: T;
  readonly premises: readonly Premise[];
  /** When the premises were last seen to hold. */
  checked: number;
}

export class Memory {
  /** Another number whenever some document is no longer what it was. */
  private now = 0;
  private readonly frames: Map<string, Premise>[] = [];

  /** Something has changed: nothing that is kept holds unasked. */
  advance(): void {
    this.now++;
  }

  /** Finds something out, and notes what it rests on. */
  keep<T>(find: () => T): Kept<T> {
    const frame = new Map<string, Premise>();
    this.frames.push(frame);
    try {
      const value = find();
      return { value, premises: [...frame.values()], checked: this.now };
    } finally {
      this.frames.pop();
    }
  }

  /** What is being found out rests on an answer: to a question that the key tells from others. */
  rest(key: string, premise: () => Premise): void {
    const frame = this.frames.at(-1);
    if (frame && !frame.has(key)) frame.set(key, premise());
  }

  isChecked({ checked }: Kept<unknown>): boolean {
    return checked === this.now;
  }

  /** Asks again what something rests on, until an answer is another one. */
  holds(kept: Kept<unknown>): boolean {
    if (this.isChecked(kept)) return true;
    this.frames.push(new Map());
    const holds = kept.premises.every((premise) => premise());
    this.frames.pop();
    if (holds) kept.checked = this.now;
    return holds;
  }
}
