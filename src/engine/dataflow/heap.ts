// What a walk over a function works on: its state, the objects that values may be, and how control leaves places.
import type { FlowDocument } from "./flow-document";
import type { Layout } from "./layout";
import type { SinkMark } from "./marks";
import { type Changes, type Key, State } from "./state";
import { MAXIMUM_DEPTH, type RuleMask, rulesOf, stepped, type Taints, unite } from "./taints";
import { allTaints, join, limitedTo, mapped, NOTHING, type Value, withTaints } from "./values";

/** A sink that taint came to. */
export interface Reached {
  readonly at: Layout;
  readonly mark: SinkMark;
  readonly row: number;
  /** For the sink's rule alone; from sources, and from parameters of the function. */
  readonly taints: Taints;
  /** Calls on the way to it, the outermost first: it stands in a function that they reach. */
  readonly calls?: readonly { readonly at: Layout; readonly row: number }[];
  /** Taint of what single metavariables are bound to, where the sink asks for it. */
  readonly each?: ReadonlyMap<string, Taints>;
}

/** A sink that was reached twice: all that came to it. */
export function reachedBoth(left: Reached, right: Reached): Reached {
  const taints = unite(left.taints, right.taints);
  if (!left.each || !right.each) return { ...left, taints };
  const each = new Map(left.each);
  for (const [name, of] of right.each) each.set(name, unite(each.get(name) ?? [], of));
  return { ...left, taints, each };
}

/** A statement that `break` or `continue` may leave. */
export interface Frame {
  readonly loop: boolean;
  readonly label: number;
  readonly base: State;
  readonly breaks: Changes[];
  /** Of a switch that is an expression: what it gives. */
  readonly given?: Value[];
  readonly continues: Changes[];
}

/** A `try` around what is walked. */
interface Attempt {
  readonly base: State;
  /** What had changed where something may have thrown. */
  thrown: Changes | undefined;
  value: Value;
  /** Where that was last: as long as nothing is written there is no more to it. */
  last?: { readonly state: State; readonly written: number };
}

/** Of what a value holds so many parts are told apart when it leaves its function. */
const LARGEST_SNAPSHOT = 150;

/** The name of the object that is made at a row. */
const objectAt = ({ id }: FlowDocument, row: number): string => `${id}:${row}`;

/** Whether a key of the state is that of an object, and not of a name. */
export const isObject = (key: Key): boolean => typeof key === "string" && /^\d+:\d+$/.test(key);

/** The name of what a parameter holds. */
export const parameterObject = (index: number): string => `parameter ${index}`;

/** Whether an object is what a parameter holds. */
export const isHanded = (name: string): boolean => name.startsWith("parameter ");

export abstract class Heap {
  state: State;
  /** What had changed since the entry where the function was left. */
  exits: Changes[] = [];
  /** What held where the function that is walked began. */
  entry: State;
  readonly frames: Frame[] = [];
  /** What may hold where each `try` around is left for its handlers. */
  readonly tries: Attempt[] = [];
  /** What the handler that is run may have caught. */
  caught = NOTHING;

  constructor(
    readonly document: FlowDocument,
    /** Whether rules ask for more than Semgrep follows. */
    readonly extended: boolean,
    entry: State,
  ) {
    this.entry = entry;
    this.state = entry.branch();
  }

  /** Counts work that is done for one row: what a call brings with it. */
  abstract spend(steps: number): void;

  /** Whether what is walked is walked again: in a loop. */
  private get isRepeated(): boolean {
    return this.frames.some(({ loop }) => loop);
  }

  /**
   * The taint of a value and of all that it holds, objects of the heap too.
   * @param seen objects whose taint is counted already: each is looked into once, however many hold it
   */
  deepTaints(value: Value, seen: Set<string> = new Set()): Taints {
    const { objects, parts } = value;
    let all = allTaints(value);
    if (objects) all = this.heldTaints(all, objects, seen);
    for (const { objects: inner } of parts?.values() ?? []) if (inner) all = this.heldTaints(all, inner, seen);
    return all;
  }

  private heldTaints(taints: Taints, objects: readonly string[], seen: Set<string>): Taints {
    let all = taints;
    for (const name of objects) {
      if (seen.has(name)) continue;
      seen.add(name);
      const held = this.state.get(name);
      if (held) all = unite(all, this.deepTaints(held, seen));
    }
    return all;
  }

  /** The rules for which a value is tainted, or anything that it holds. */
  deepRules(value: Value, seen: Set<string> = new Set()): RuleMask {
    const { objects, parts } = value;
    let rules = rulesOf(allTaints(value));
    if (objects) rules |= this.heldRules(objects, seen);
    for (const { objects: inner } of parts?.values() ?? []) if (inner) rules |= this.heldRules(inner, seen);
    return rules;
  }

  private heldRules(objects: readonly string[], seen: Set<string>): RuleMask {
    let rules = 0;
    for (const name of objects) {
      if (seen.has(name)) continue;
      seen.add(name);
      const held = this.state.get(name);
      if (held) rules |= this.deepRules(held, seen);
    }
    return rules;
  }

  /** The taint of a value and of the objects that it may be, without that of their parts. */
  ownTaints({ taints, objects = [] }: Value): Taints {
    return objects.reduce((all, name) => unite(all, this.state.get(name)?.taints ?? []), taints);
  }

  /** A new object, with what it holds: named by the place that makes it, which is a place on the way of what it holds. */
  allocate(row: number, given: Value): Value {
    if (!this.extended) return given;
    const value = this.passing(given, row);
    const name = objectAt(this.document, row);
    const before = this.isRepeated ? this.state.get(name) : undefined;
    this.state.set(name, before ? join(before, value) : value);
    const { type } = value;
    return { taints: [], objects: [name], ...(type !== undefined && { type }) };
  }

  private passing({ taints, parts, ...rest }: Value, row: number): Value {
    const through = (held: Taints): Taints => stepped(held, this.document.layout, row, "step");
    if (!parts) return { ...rest, taints: through(taints) };
    const passed = [...parts].map(([key, part]) => {
      return [key, part.taints.length === 0 ? part : { ...part, taints: through(part.taints) }] as const;
    });
    return { ...rest, taints: through(taints), parts: new Map(passed) };
  }

  /** A value with all that its objects hold, as it is now; no later change reaches it. */
  snapshot(value: Value): Value {
    return this.held(value, 0, { left: LARGEST_SNAPSHOT, handed: false });
  }

  /** The same, but for what the function was handed: that stays what it is. */
  told(value: Value): Value {
    return this.held(value, 0, { left: LARGEST_SNAPSHOT, handed: true });
  }

  private held(value: Value, depth: number, budget: { left: number; readonly handed: boolean }): Value {
    const { objects, ...own } = value;
    if (!objects && !own.parts) return value;
    if (budget.handed && objects?.every(isHanded)) return value;
    if (depth > MAXIMUM_DEPTH || budget.left <= 0) {
      const { parts: _, ...rest } = own;
      return { ...rest, taints: this.deepTaints(value) };
    }
    let whole: Value = own;
    const held = (objects ?? []).map((name) => this.state.get(name)).filter((each) => each !== undefined);
    const [first, ...others] = held;
    if (first) whole = withTaints({ ...own, ...others.reduce(join, first) }, own.taints);
    if (!whole.parts) return whole;
    budget.left -= whole.parts.size;
    this.spend(whole.parts.size);
    const parts = mapped(whole.parts, (part) => this.held(part, depth + 1, budget));
    return parts !== whole.parts ? { ...whole, parts } : objects ? whole : value;
  }

  /** The value for some rules alone, whatever its objects hold. */
  limitedTo(value: Value, rules: RuleMask): Value {
    if (!value.objects) return limitedTo(value, rules);
    // What stays as it is stays the same object, too.
    return (this.deepRules(value) & ~rules) === 0 ? value : limitedTo(this.snapshot(value), rules);
  }

  /** Rules for which a value is not followed by an option of theirs. */
  without(value: Value, rules: RuleMask): Value {
    return rules === 0 ? value : this.limitedTo(value, ~rules);
  }

  /** How the function is left: by each `return`, and by its end. */
  ways(): Changes[] {
    return this.state.live ? [...this.exits, this.state.changesSince(this.entry)] : this.exits;
  }

  /** What names hold where the function has been left, whichever way. */
  after(): State {
    const state = this.entry.branch();
    state.meet(this.ways());
    state.live = true;
    return state;
  }

  /** A value is thrown: to the handlers around. */
  throw(value: Value): void {
    const innermost = this.tries.at(-1);
    if (innermost) innermost.value = join(innermost.value, value);
    this.mayThrow();
    this.state.live = false;
  }

  /** Something that may throw was run: handlers around may go on from here. */
  mayThrow(): void {
    const innermost = this.tries.at(-1);
    if (!innermost || !this.state.live) return;
    const { base, thrown, last } = innermost;
    if (thrown && last?.state === this.state && last.written === State.written) return;
    innermost.thrown = base.either(thrown, this.state.changesSince(base));
    innermost.last = { state: this.state, written: State.written };
  }
}
