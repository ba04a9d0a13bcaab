// What is known of variables at a point of the walk. Branches share one environment: changes are logged and undone.
import { joinKnown, type Known } from "./values";

/** What a branch leaves behind, relative to where it began. */
export interface Outcome {
  /** Whether its end is reached. */
  readonly live: boolean;
  /** Knowledge from before this time was lost in the branch. */
  readonly lostBefore: number;
  readonly changes: ReadonlyMap<number, Known | undefined>;
}

/** A point to return to. */
export interface Mark {
  readonly length: number;
  readonly lostBefore: number;
  readonly live: boolean;
}

const NO_CHANGES: ReadonlyMap<number, Known | undefined> = new Map();

export class Environment {
  live = true;
  /** Changes looked at so far: the walk's own measure of its cost. */
  steps = 0;
  private readonly values: (Known | undefined)[] = [];
  /** When each value was set; one older than `lostBefore` is lost. */
  private readonly times: number[] = [];
  private time = 1;
  private lostBefore = 0;
  private readonly log: { readonly variable: number; readonly value: Known | undefined; readonly time: number }[] = [];

  get(variable: number): Known | undefined {
    return this.live ? this.at(variable, this.lostBefore) : undefined;
  }

  set(variable: number, value: Known | undefined): void {
    if (!this.live) return;
    this.log.push({ variable, value: this.values[variable], time: this.times[variable] ?? 0 });
    this.values[variable] = value;
    this.times[variable] = this.time++;
  }

  /** Forgets all that is known. */
  loseAll(): void {
    this.lostBefore = this.time++;
  }

  mark(): Mark {
    return { length: this.log.length, lostBefore: this.lostBefore, live: this.live };
  }

  outcome(since: Mark): Outcome {
    const { live, lostBefore } = this;
    // Most branches change nothing.
    if (!live || this.log.length === since.length) return { live, lostBefore, changes: NO_CHANGES };
    const changes = new Map<number, Known | undefined>();
    for (let entry = since.length; entry < this.log.length; entry++) {
      const { variable } = this.log[entry]!;
      changes.set(variable, this.get(variable));
    }
    this.steps += this.log.length - since.length;
    return { live, lostBefore, changes };
  }

  /** Undoes everything since the mark. */
  rollback(to: Mark): void {
    while (this.log.length > to.length) {
      const { variable, value, time } = this.log.pop()!;
      this.values[variable] = value;
      this.times[variable] = time;
    }
    this.lostBefore = to.lostBefore;
    this.live = to.live;
  }

  /** Goes on from where several branches meet; the environment is rolled back to where they began. */
  merge(outcomes: readonly Outcome[]): void {
    const live = outcomes.filter((outcome) => outcome.live);
    if (live.length > 1) live.sort((a, b) => b.lostBefore - a.lostBefore);
    const [first] = live;
    if (!first) {
      this.live = false;
      return;
    }
    const merged = live.length === 1 ? first.changes : this.joined(live);
    if (live.length === 1) this.steps += merged.size;
    this.lostBefore = first.lostBefore;
    for (const [variable, value] of merged) this.set(variable, value);
  }

  /** What the branches change, where they meet. */
  private joined(live: readonly Outcome[]): ReadonlyMap<number, Known | undefined> {
    if (live.every(({ changes }) => changes.size === 0)) return NO_CHANGES;
    const merged = new Map<number, Known | undefined>();
    for (const { changes } of live) {
      this.steps += changes.size;
      for (const [variable, value] of changes) {
        merged.set(variable, merged.has(variable) ? joinKnown(merged.get(variable), value) : value);
      }
    }
    for (const [variable, value] of merged) {
      // Of the branches that leave the variable alone, the one that lost the most decides.
      const unchanged = live.find((outcome) => !outcome.changes.has(variable));
      if (unchanged) merged.set(variable, joinKnown(value, this.at(variable, unchanged.lostBefore)));
    }
    return merged;
  }

  private at(variable: number, lostBefore: number): Known | undefined {
    return (this.times[variable] ?? 0) > lostBefore ? this.values[variable] : undefined;
  }
}
