// What is found out once and kept as long as all that it rests on is the same. The idea is that of salsa, which
// rust-analyzer is built on: what was asked on the way is asked again, in the same order, before anything is done anew.

/** Says whether something that was asked is still answered in the same way. */
export type Premise = () => boolean;

/** Of what something rests on: premises, and the lineages of all documents that these look at, and theirs in their turn. */
interface Ground {
  readonly premises: readonly Premise[];
  readonly documents: ReadonlySet<number>;
  /** Whether it is the same in whatever order things are found out: not where something was not yet known. */
  readonly settled: boolean;
}

export interface Kept<T> extends Ground {
  readonly value: T;
  /** When the premises were last seen to hold. */
  checked: number;
}

interface Frame {
  /** By what was asked. */
  readonly premises: Map<unknown, Premise>;
  readonly documents: Set<number>;
  settled: boolean;
}

const newFrame = (): Frame => ({ premises: new Map(), documents: new Set(), settled: true });

export class Memory {
  /** Another number whenever some document is no longer what it was. */
  private now = 0;
  /** By lineage of a document, when it was last changed. */
  private readonly changes = new Map<number, number>();
  private readonly frames: Frame[] = [];
  /** What is being asked again just now. */
  private readonly open = new Set<Kept<unknown>>();

  /** A document has changed: what rests on it does not hold unasked. */
  advance(lineage: number): void {
    this.changes.set(lineage, ++this.now);
  }

  /** Finds something out, and notes what it rests on. */
  keep<T>(find: () => T): Kept<T> {
    const frame = newFrame();
    this.frames.push(frame);
    try {
      const value = find();
      const { premises, documents, settled } = frame;
      return { value, premises: [...premises.values()], documents, settled, checked: this.now };
    } finally {
      this.frames.pop();
    }
  }

  /** Whether something is being found out that is not known yet to rest on the answer to a question, by its key. */
  asks(key: unknown): boolean {
    const frame = this.frames.at(-1);
    return frame !== undefined && !frame.premises.has(key);
  }

  /**
   * What is being found out rests on the answer to a question about a document. The premise is kept for long, and all
   * that it holds: nothing of a document's state but its layout.
   */
  rest(key: unknown, lineage: number, premise: Premise): void {
    const frame = this.frames.at(-1)!;
    frame.documents.add(lineage);
    frame.premises.set(key, premise);
  }

  /** It rests on all that something else does; undefined for what is not yet known. */
  build(ground: Ground | undefined): void {
    const frame = this.frames.at(-1);
    if (!frame) return;
    for (const lineage of ground?.documents ?? []) frame.documents.add(lineage);
    frame.settled &&= ground?.settled ?? false;
  }

  /** Whether something is known to hold, without a premise being asked. */
  isChecked(kept: Kept<unknown>): boolean {
    if (kept.checked === this.now) return true;
    if (!kept.settled || [...kept.documents].some((each) => (this.changes.get(each) ?? 0) > kept.checked)) return false;
    kept.checked = this.now;
    return true;
  }

  /** Asks again what something rests on, until an answer is another one. What rests on itself is found out anew. */
  holds(kept: Kept<unknown>): boolean {
    if (this.isChecked(kept)) return true;
    if (this.open.has(kept)) return false;
    this.open.add(kept);
    this.frames.push(newFrame());
    const holds = kept.premises.every((premise) => premise());
    this.frames.pop();
    this.open.delete(kept);
    if (holds) kept.checked = this.now;
    return holds;
  }
}
