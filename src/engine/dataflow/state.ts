// What names hold at a point of a function. Branches work on a layer of their own above the state they began with.
import { join, NOTHING, sameValue, type Value } from "./values";

/** The row that declares a variable, the text of an undeclared name, or the name of an object in the heap. */
export type Key = number | string;

/** What a branch has changed: the state at its end, told from where it began. */
export type Changes = ReadonlyMap<Key, Value>;

export class State {
  /** How often any state was written, so far. */
  static written = 0;
  private readonly own = new Map<Key, Value>();
  /** Whether control comes here at all. */
  live = true;

  constructor(private readonly base?: State) {}

  get(key: Key): Value | undefined {
    for (let state: State | undefined = this; state; state = state.base) {
      const value = state.own.get(key);
      if (value) return value;
    }
    return undefined;
  }

  set(key: Key, value: Value): void {
    State.written++;
    this.own.set(key, value);
  }

  /** A layer above this state. */
  branch(): State {
    const state = new State(this);
    state.live = this.live;
    return state;
  }

  /** What differs from `base`, which this state is a layer of, at any depth. */
  changesSince(base: State): Changes {
    if (this === base) return new Map();
    return this.base === base ? new Map(this.own) : this.endedSince(base);
  }

  /** The same for a state that is written no more. */
  endedSince(base: State): Changes {
    if (this === base) return new Map();
    if (this.base === base) return this.own;
    const changes = new Map<Key, Value>();
    for (let state: State = this; state !== base; state = state.base!) {
      for (const [key, value] of state.own) if (!changes.has(key)) changes.set(key, value);
    }
    return changes;
  }

  /** Goes on from where several ways meet, each told from this state; from nowhere where there is none. */
  meet(ways: readonly Changes[]): void {
    this.live = ways.length > 0;
    State.written++;
    const [only] = ways;
    if (ways.length === 1 && only) {
      for (const [key, value] of only) this.own.set(key, value);
      return;
    }
    const met = new Set<Key>();
    for (const way of ways) {
      for (const key of way.keys()) {
        if (met.has(key)) continue;
        met.add(key);
        this.own.set(key, this.joined(key, ways));
      }
    }
  }

  private joined(key: Key, ways: readonly Changes[]): Value {
    const before = this.get(key) ?? NOTHING;
    let value: Value | undefined;
    for (const way of ways) {
      const other = way.get(key) ?? before;
      value = value ? join(value, other) : other;
    }
    return value!;
  }

  /** What either of two ways from this state may have changed. */
  either(left: Changes | undefined, right: Changes): Changes {
    if (!left) return right;
    const joined = new Map<Key, Value>();
    for (const [key, value] of left) joined.set(key, join(value, right.get(key) ?? this.get(key) ?? NOTHING));
    for (const [key, value] of right) if (!left.has(key)) joined.set(key, join(this.get(key) ?? NOTHING, value));
    return joined;
  }

  /** Takes what may be into what is: the head of a loop. Says whether that changed anything. */
  absorb(changes: Changes): boolean {
    let changed = false;
    for (const [key, value] of changes) {
      const before = this.get(key) ?? NOTHING;
      const joined = join(before, value);
      if (sameValue(before, joined)) continue;
      State.written++;
      this.own.set(key, joined);
      changed = true;
    }
    return changed;
  }

  /** Every name that holds something, with what it holds. */
  entries(): ReadonlyMap<Key, Value> {
    const all = new Map<Key, Value>();
    for (let state: State | undefined = this; state; state = state.base) {
      for (const [key, value] of state.own) if (!all.has(key)) all.set(key, value);
    }
    return all;
  }
}
