// Carries ranges of an older text over to a newer one.
import type { Range, TextChange } from "../../worker/protocol";

export interface MovedRange extends Range {
  readonly touched: boolean;
}

/** So many changes are remembered; a range from before them is lost. */
const MOST_REMEMBERED = 500;

/**
 * Where `range` stands after one list of changes (offsets of the text before the list, not overlapping).
 * An edit across a border moves the border to the edit's edge; undefined when all of the range was replaced.
 */
export function moveRange(range: Range, changes: readonly TextChange[]): Range | undefined {
  let start = range.start;
  let end = range.end;
  for (const change of changes) {
    const growth = change.text.length - (change.end - change.start);
    if (change.end <= range.start) {
      start += growth;
      end += growth;
    } else if (change.start < range.end) {
      if (change.start <= range.start && change.end >= range.end) return undefined;
      if (change.start < range.start) start += change.start + change.text.length - range.start;
      end += change.end > range.end ? change.start + change.text.length - range.end : growth;
    }
  }
  return { start, end };
}

/** Whether a change replaces, removes or inserts something inside the range, not merely at its border. */
function touches(range: Range, { start, end }: TextChange): boolean {
  return start < range.end && end > range.start;
}

/** The recent changes of one document, by the version that they led to. */
export class ChangeLog {
  readonly #changes: { readonly version: number; readonly changes: readonly TextChange[] }[] = [];
  /** Ranges of versions before this one are lost. */
  #oldest: number;

  /** @param version that of the text at the start */
  constructor(version: number) {
    this.#oldest = version;
  }

  record(version: number, changes: readonly TextChange[]): void {
    this.#changes.push({ version, changes });
    if (this.#changes.length <= MOST_REMEMBERED) return;
    const dropped = this.#changes.shift();
    this.#oldest = dropped?.version ?? this.#oldest;
  }

  /**
   * Where a range of the text of version `from` stands in that of `to`, by default now, and whether the text inside it
   * was changed; undefined where that is not known.
   */
  move(range: Range, from: number, to = Number.POSITIVE_INFINITY): MovedRange | undefined {
    if (from < this.#oldest) return undefined;
    let moved: Range | undefined = range;
    let touched = false;
    for (const { version, changes } of this.#changes) {
      if (version <= from || version > to) continue;
      const now: Range = moved;
      touched ||= changes.some((change) => touches(now, change));
      moved = moveRange(now, changes);
      if (!moved) return undefined;
    }
    return { start: moved.start, end: moved.end, touched };
  }
}
