// Where in a document what rules say holds: by row, so that the walk over it finds what concerns each expression.
import { lowerBound } from "../patterns/area";
import type { Match } from "../patterns/match";
import type { Range } from "../tree/tree";
import type { Places } from "./places";
import type {
  FlowOptions,
  PropagatorSpec,
  RuleMatches,
  SanitizerSpec,
  SinkSpec,
  SourceSpec,
  SpecMatch,
} from "./specification";
import type { RuleMask } from "./taints";

/** A rule of a round. */
export interface RoundRule {
  /** Its bit. */
  readonly rule: RuleMask;
  readonly options: FlowOptions;
}

interface MarkOf<Kind extends string, Spec> {
  readonly kind: Kind;
  readonly rule: RuleMask;
  readonly spec: Spec;
  readonly match: Match;
  /** Tells matches apart. */
  readonly id: number;
  /** The row has the range of the match. */
  readonly whole: boolean;
}

export interface SourceMark extends MarkOf<"source", SourceSpec> {
  /** An exact match, a call in another of the same spec. */
  readonly inner: boolean;
}

export interface SinkMark extends MarkOf<"sink", SinkSpec> {
  readonly focused: boolean;
  /** The widest match of the same spec around this one. */
  readonly within: Range | undefined;
}
export type SanitizerMark = MarkOf<"sanitizer", SanitizerSpec>;
export type PropagatorMark = MarkOf<"from" | "to", PropagatorSpec>;

/** What concerns one row. */
export interface RowMarks {
  readonly sources: SourceMark[];
  readonly sinks: SinkMark[];
  readonly sanitizers: SanitizerMark[];
  readonly propagators: PropagatorMark[];
}

/** What rules say of a name that is assigned: of sources, those by side effect, which then hold of what it is given. */
export function ofAssigned(marks: RowMarks): RowMarks {
  if (marks.sources.every(({ spec }) => spec.control)) return marks;
  const sources = marks.sources.filter(({ spec }) => spec.control || spec.bySideEffect !== "no");
  const lasting = sources.map((mark) => ({ ...mark, spec: { ...mark.spec, bySideEffect: "yes" as const } }));
  return { ...marks, sources: lasting };
}

export class Marks {
  /** Of all marks, so that those of several states of a document are told apart. */
  private static next = 0;
  private made: Map<number, RowMarks> | undefined;
  private sorted: readonly number[] | undefined;

  /** Nothing is looked for until it is asked for. */
  constructor(
    private readonly places: Places,
    readonly matches: ReadonlyMap<RuleMask, RuleMatches>,
    /** As `FlowInput.alone`. */
    readonly alone: boolean,
    /** The rules that matter. */
    private rules: RuleMask,
  ) {}

  /** Whether marks of some rules are there, or will be. */
  covers(rules: RuleMask): boolean {
    if (!this.made) this.rules |= rules;
    return (rules & ~this.rules) === 0;
  }

  get hasSinks(): boolean {
    return this.wanted.some(([, { sinks }]) => sinks.length > 0);
  }

  get hasSources(): boolean {
    return this.wanted.some(([, { sources }]) => sources.length > 0);
  }

  private get wanted(): readonly (readonly [RuleMask, RuleMatches])[] {
    return [...this.matches].filter(([rule]) => (rule & this.rules) !== 0);
  }

  at(row: number): RowMarks | undefined {
    return this.byRow.get(row);
  }

  private get byRow(): Map<number, RowMarks> {
    if (!this.made) {
      this.made = new Map();
      for (const [rule, each] of this.wanted) this.add(rule, each);
    }
    return this.made;
  }

  /** Rows that have a mark, in order. */
  get rows(): readonly number[] {
    this.sorted ??= [...this.byRow.keys()].sort((a, b) => a - b);
    return this.sorted;
  }

  /** Those of them from one row to before another. */
  between(from: number, to: number): readonly number[] {
    const { rows } = this;
    const found: number[] = [];
    for (let at = lowerBound(rows, from); at < rows.length && rows[at]! < to; at++) found.push(rows[at]!);
    return found;
  }

  private add(rule: RuleMask, { sources, sinks, sanitizers, propagators }: RuleMatches): void {
    // There may be thousands of them, and it is asked of few rules.
    const all: readonly Nested<SourceSpec>[] = sources.some(({ spec }) => spec.exact) ? nested(sources) : sources;
    for (const { match, spec, within } of all) {
      const inner = spec.exact && within !== undefined && this.places.isCall(match) && this.places.isCall(within);
      this.mark(match, spec.exact, (row, whole, id) =>
        this.marksAt(row).sources.push({ kind: "source", rule, spec, match, id, whole, inner }),
      );
    }
    for (const { match, spec, focused, within } of nested(sinks)) {
      if (within && this.places.isCall(match) && this.places.isCall(within)) continue;
      const note = (row: number, whole: boolean, id: number): void =>
        void this.marksAt(row).sinks.push({ kind: "sink", rule, spec, match, id, whole, focused, within });
      this.mark(match, true, note);
      if (!spec.exact) this.markWithin(match, note);
    }
    const taken = new Set([...sources, ...sinks].map(({ match }) => `${match.start} ${match.end}`));
    for (const { match, spec } of sanitizers) {
      if (spec.notConflicting && taken.has(`${match.start} ${match.end}`)) continue;
      this.mark(match, spec.exact, (row, whole, id) =>
        this.marksAt(this.places.innermost(row)).sanitizers.push({ kind: "sanitizer", rule, spec, match, id, whole }),
      );
    }
    for (const { match, spec } of propagators) {
      const from = match.bindings.get(spec.from);
      const to = match.bindings.get(spec.to);
      if (!from || !to) continue;
      const id = Marks.next++;
      const note = (kind: "from" | "to") => (row: number, whole: boolean) =>
        this.marksAt(row).propagators.push({ kind, rule, spec, match, id, whole });
      this.mark(from, true, note("from"));
      this.mark(to, true, note("to"));
    }
  }

  private mark(range: Range, exact: boolean, note: (row: number, whole: boolean, id: number) => void): void {
    const id = Marks.next++;
    for (const row of this.places.largest(range)) {
      const rows = exact ? this.places.expressions(row) : [row];
      for (const each of rows) note(each, this.places.isAt(each, range), id);
    }
  }

  /** Every expression of a match, and not the largest alone. */
  private markWithin(range: Range, note: (row: number, whole: boolean, id: number) => void): void {
    const id = Marks.next++;
    for (const row of this.places.largest(range)) for (const each of this.places.within(row)) note(each, false, id);
  }

  private marksAt(row: number): RowMarks {
    let marks = this.byRow.get(row);
    if (!marks) {
      marks = { sources: [], sinks: [], sanitizers: [], propagators: [] };
      this.byRow.set(row, marks);
    }
    return marks;
  }
}

type Nested<Spec> = SpecMatch<Spec> & { readonly within?: Range | undefined };

/** Matches of specs, each with the widest of the same that it lies in. */
function nested<Spec>(matches: readonly SpecMatch<Spec>[]): readonly Nested<Spec>[] {
  if (matches.length < 2) return matches;
  // Each comes after those that it may lie in.
  const inOrder = matches.toSorted(({ match: a }, { match: b }) => a.start - b.start || b.end - a.end);
  const furthest = new Map<Spec, Range>();
  const within = new Map<SpecMatch<Spec>, Range>();
  for (const each of inOrder) {
    const { spec, match } = each;
    const around = furthest.get(spec);
    if (match.end > (around?.end ?? -1)) furthest.set(spec, match);
    else if (around && (around.start < match.start || around.end > match.end)) within.set(each, around);
  }
  return within.size === 0 ? matches : matches.map((each) => ({ ...each, within: within.get(each) }));
}
