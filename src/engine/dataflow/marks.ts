// Where in a document what rules say holds: by row, so that the walk over it finds what concerns each expression.
import { lowerBound } from "../patterns/area";
import { isExpression, type MatchDocument } from "../patterns/document";
import type { Match } from "../patterns/match";
import { Kind, Role } from "../tree/kinds";
import { childrenIn, type Range, type Tree } from "../tree/tree";
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

export type SourceMark = MarkOf<"source", SourceSpec>;
export type SinkMark = MarkOf<"sink", SinkSpec> & { readonly focused: boolean };
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
    for (const { match, spec } of sources) {
      this.mark(match, spec.exact, (row, whole, id) =>
        this.marksAt(row).sources.push({ kind: "source", rule, spec, match, id, whole }),
      );
    }
    for (const { match, spec, focused } of outermost(sinks)) {
      const note = (row: number, whole: boolean, id: number): void =>
        void this.marksAt(row).sinks.push({ kind: "sink", rule, spec, match, id, whole, focused });
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

/** Without the matches of a spec that lie in others of the same. */
function outermost<Spec>(matches: readonly SpecMatch<Spec>[]): readonly SpecMatch<Spec>[] {
  if (matches.length < 2) return matches;
  const inner = new Set<SpecMatch<Spec>>();
  // Each comes after those that it may lie in.
  const inOrder = matches.toSorted(({ match: a }, { match: b }) => a.start - b.start || b.end - a.end);
  const last = new Map<Spec, { range: Range; before: number }>();
  for (const each of inOrder) {
    const { spec, match } = each;
    const known = last.get(spec);
    const isSame = known?.range.start === match.start && known.range.end === match.end;
    const before = isSame ? known.before : Math.max(known?.before ?? -1, known?.range.end ?? -1);
    if (before >= match.end) inner.add(each);
    last.set(spec, { range: match, before });
  }
  return inner.size === 0 ? matches : matches.filter((each) => !inner.has(each));
}

/** Finds the rows of ranges in one document. */
export class Places {
  private readonly tree: Tree;
  private starts: Beginnings | undefined;

  constructor(document: MatchDocument) {
    this.tree = document.tree;
  }

  /** The largest rows that lie in a range. */
  largest(range: Range): readonly number[] {
    const firsts = this.firstsAt(range);
    if (firsts.length === 0) return this.search(0, range);
    return [...new Set(firsts.flatMap((first) => [first, ...this.following(first, range)]))];
  }

  private following(first: number, range: Range): readonly number[] {
    const { tree } = this;
    const rows: number[] = [];
    const parent = tree.parent[first]!;
    const end = parent < 0 ? tree.length : parent + tree.size[parent]!;
    for (let row = first + tree.size[first]!; row < end && this.isIn(row, range); row += tree.size[row]!)
      rows.push(row);
    return rows;
  }

  /** What is all of a row and stands for it: the expression of a statement, the statement of a body. */
  innermost(row: number): number {
    const { tree } = this;
    const range = { start: tree.start[row]!, end: tree.end[row]! };
    const [whole] = childrenIn(tree, row).filter(
      (child) => tree.role[child] !== Role.Callee && this.isAt(child, range) && !NO_VALUES.has(tree.role[child]!),
    );
    return whole === undefined ? row : this.innermost(whole);
  }

  /** The expressions of a row: itself, or those of the statement or list that it is. */
  expressions(row: number): readonly number[] {
    const { tree } = this;
    const kind = tree.kind[row]!;
    if (isExpression(kind) || kind === Kind.Name || kind === Kind.Lambda) return [row];
    return childrenIn(tree, row)
      .filter((child) => !NO_VALUES.has(tree.role[child]!))
      .flatMap((child) => this.expressions(child));
  }

  /** All expressions below a row. */
  within(row: number): readonly number[] {
    const rows: number[] = [];
    for (let each = row + 1; each < row + this.tree.size[row]!; each++) {
      if (isExpression(this.tree.kind[each]!)) rows.push(each);
    }
    return rows;
  }

  isAt(row: number, { start, end }: Range): boolean {
    return this.tree.start[row] === start && this.tree.end[row] === end;
  }

  private isIn(row: number, { start, end }: Range): boolean {
    return this.tree.start[row]! >= start && this.tree.end[row]! <= end;
  }

  /**
   * The outermost rows that begin where the range does and lie in it; their parents lie in the range too rarely to ask.
   * There are several where code stands for more than itself: the `a` of `a ?? b` is condition and value.
   */
  private firstsAt(range: Range): readonly number[] {
    const { tree } = this;
    this.starts ??= beginnings(tree);
    const rows: number[] = [];
    let end = 0;
    for (let row = this.starts.first.get(range.start) ?? 0; row > 0; row = this.starts.next[row]!) {
      if (row < end || !this.isIn(row, range)) continue;
      rows.push(row);
      end = row + tree.size[row]!;
    }
    return rows;
  }

  private search(row: number, range: Range): number[] {
    const { tree } = this;
    return childrenIn(tree, row).flatMap((child) => {
      if (this.isIn(child, range)) return [child];
      const touches = tree.start[child]! < range.end && range.start < tree.end[child]!;
      return touches ? this.search(child, range) : [];
    });
  }
}

/** By place, the first row that begins there, and by row, the next one that begins where it does; 0 where there is none. */
interface Beginnings {
  readonly first: ReadonlyMap<number, number>;
  readonly next: Int32Array;
}

function beginnings(tree: Tree): Beginnings {
  const first = new Map<number, number>();
  const next = new Int32Array(tree.length);
  for (let row = tree.length - 1; row > 0; row--) {
    const start = tree.start[row]!;
    next[row] = first.get(start) ?? 0;
    first.set(start, row);
  }
  return { first, next };
}

/** Parts of statements that have no value. */
const NO_VALUES: ReadonlySet<number> = new Set([
  Role.Type,
  Role.ReturnType,
  Role.TypeParameter,
  Role.TypeArgument,
  Role.Modifier,
  Role.Decorator,
]);
