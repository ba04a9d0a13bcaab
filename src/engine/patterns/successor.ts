// A document after an edit, and what of it is as it was before: where matches are taken over, and where they are looked
// for again.
import { type Regex, type RegexEngine, RegexError, type RegexMatch } from "../regex";
import type { Area } from "../semantics/areas";
import type { TreeChange } from "../tree/change";
import type { Range, Tree } from "../tree/tree";
import { Near, type Span } from "./area";
import { Rows } from "./beginnings";
import type { MatchDocument } from "./document";
import { editBetween } from "./edit";
import type { Binding, Match, Pattern } from "./match";
import { type Clip, DocumentTarget } from "./target";

/** The matches that begin in rows around areas of one document, by pattern. */
export interface Surroundings extends Clip {
  readonly matches: Map<Pattern, readonly Match[]>;
}

/**
 * Whatever begins in a row outside the areas that an edit reaches, and does not hold one of them, matches as it did. What
 * holds one is compared pattern by pattern: where that is the same too, formulas find the same outside the areas.
 */
export class Successor implements Clip {
  readonly spans: readonly Span[];
  readonly ranges: readonly Range[];
  private readonly oldRanges: readonly Range[];
  private readonly near: Near;
  private readonly oldNear: Near;
  /** Rows that hold an area, each a span of its own. */
  private readonly around: readonly Span[];
  private readonly oldAround: readonly Span[];
  /** By pattern: the names whose code around an area is not what it was; undefined where more is not. */
  private readonly compared = new Map<Pattern, ReadonlySet<string> | undefined>();
  private readonly kept = new Map<Regex, boolean>();
  /** What begins around the areas. */
  readonly surroundings: Surroundings;
  /** The rows around the areas, and these with all rows of the areas. */
  readonly rowsAround: Rows;
  readonly rows: Rows;
  /** The same as it was, where that is known. */
  private readonly saw: ReadonlyMap<Pattern, readonly Match[]>;
  private readonly targets: readonly [DocumentTarget, DocumentTarget];
  private readonly hasAreas: boolean;
  private isLimited = false;

  /**
   * Undefined where the edit may have changed anything.
   * @param former of `before`, if it is known
   */
  static of(
    before: MatchDocument,
    after: MatchDocument,
    regexes: RegexEngine,
    former?: Surroundings,
  ): Successor | undefined {
    const { change, reached } = editBetween(before, after);
    if (!reached) return undefined;
    return new Successor(change, before, after, regexes, former, disjoint(reached.areas), reached.keepsValues);
  }

  /** @param areas none overlapping another; without any nothing changed but the text between rows */
  private constructor(
    private readonly change: TreeChange,
    before: MatchDocument,
    after: MatchDocument,
    regexes: RegexEngine,
    former: Surroundings | undefined,
    areas: readonly Area[],
    /** Names outside the areas stand for the same code as before. */
    readonly keepsValues: boolean,
  ) {
    const { start, oldEnd, newEnd } = change;
    this.hasAreas = areas.length > 0;
    const limited = (): void => {
      this.isLimited = true;
    };
    const host = { regexes, limited };
    this.targets = [new DocumentTarget(before, host), new DocumentTarget(after, host)];
    const edit = { now: { start, end: newEnd }, old: { start, end: oldEnd } };
    this.ranges = this.hasAreas ? areas.map((area) => rangeOf(after.tree, area.from, area.to, edit.now)) : [edit.now];
    this.oldRanges = this.hasAreas
      ? areas.map((area) => rangeOf(before.tree, area.oldFrom, area.oldTo, edit.old))
      : [edit.old];
    const around = this.hasAreas ? ancestors(after.tree, areas) : touching(after.tree, start, newEnd);
    this.near = new Near(this.ranges);
    this.oldNear = new Near(this.oldRanges);
    this.around = around.map((row) => ({ from: row, to: row + 1 }));
    this.oldAround = around.map((row) => change.oldRow(row)).map((row) => ({ from: row, to: row + 1 }));
    this.saw = former && isOf(former, this.oldAround, this.oldRanges) ? former.matches : new Map();
    this.surroundings = { spans: this.around, ranges: this.ranges, matches: new Map() };
    this.spans = [...this.around, ...areas.filter(({ from, to }) => from < to)].sort((a, b) => a.from - b.from);
    this.rowsAround = new Rows(after, this.around);
    this.rows = new Rows(after, this.spans);
  }

  /**
   * Whether a pattern matches around the areas where it did and binds the same there, but for names that say nothing
   * beyond it.
   */
  agrees(pattern: Pattern, isAlone: (name: string) => boolean): boolean {
    if (!this.compared.has(pattern)) this.compared.set(pattern, this.compare(pattern));
    const changed = this.compared.get(pattern);
    if (!changed) return false;
    for (const name of changed) if (!isAlone(name)) return false;
    return true;
  }

  /** Whether a regular expression matches outside the areas where it did, in part or whole, and captures the same. */
  keeps(regex: Regex): boolean {
    let keeps = this.kept.get(regex);
    if (keeps === undefined) {
      keeps = this.compareLists(regex);
      this.kept.set(regex, keeps);
    }
    return keeps;
  }

  private compareLists(regex: Regex): boolean {
    const [before, after] = this.targets;
    try {
      const [old, now] = [before.matchAll(regex), after.matchAll(regex)];
      if (old.limitAt !== undefined || now.limitAt !== undefined) return false;
      const left = now.matches.filter((match) => !this.ranges.some((area) => holds(area, match)));
      const was = old.matches.filter((match) => !this.oldRanges.some((area) => holds(area, match)));
      return was.length === left.length && was.every((match, i) => this.isMoved(match, left[i]!));
    } catch (error) {
      if (error instanceof RegexError) return false;
      throw error;
    }
  }

  private isMoved(old: RegexMatch, now: RegexMatch): boolean {
    return old.groups.every((group, i) => {
      const other = now.groups[i];
      if (!group || !other) return group === other;
      if (this.startAt(group.start) !== other.start || this.endAt(group.end) !== other.end) return false;
      // The first is the whole match: what is in it is bound to nothing.
      return i === 0 || !this.touched(group);
    });
  }

  private compare(pattern: Pattern): ReadonlySet<string> | undefined {
    const [before, after] = this.targets;
    const now = after.findFrom(pattern, this.around, this.near);
    const old = this.saw.get(pattern) ?? before.findFrom(pattern, this.oldAround, this.oldNear);
    if (this.isLimited) {
      this.isLimited = false;
      return undefined;
    }
    this.surroundings.matches.set(pattern, now);
    if (now.length !== old.length) return undefined;
    const changed = new Set<string>();
    return old.every((match, i) => this.isSame(match, now[i]!, changed)) ? changed : undefined;
  }

  /** Whether a match is a former one, as far as nothing that it binds has something of an area: such names are added. */
  private isSame(old: Match, now: Match, changed: Set<string>): boolean {
    if (this.startAt(old.start) !== now.start || this.endAt(old.end) !== now.end) return false;
    if (old.bindings.size !== now.bindings.size) return false;
    for (const [name, binding] of old.bindings) {
      const other = now.bindings.get(name);
      const moved = this.movedPlace(binding);
      if (!other || !moved || !isAt(moved, other)) return false;
      if (this.touched(binding)) changed.add(name);
      else if (moved.text !== other.text) return false;
    }
    return true;
  }

  /** Whether a range of the document has something of an area, or lies next to the text that alone changed. */
  touches(range: Range): boolean {
    return this.ranges.some((area) => this.overlap(area, range));
  }

  /** The same of the document as it was. */
  touched(range: Range): boolean {
    return this.oldRanges.some((area) => this.overlap(area, range));
  }

  private overlap(left: Range, right: Range): boolean {
    if (!this.hasAreas) return left.start <= right.end && right.start <= left.end;
    return left.start < right.end && right.start < left.end;
  }

  /** A former match where it stands now; undefined where it binds something in an area, or holds the edit. */
  moved<M extends Match>(match: M): M | undefined {
    const start = this.startAt(match.start);
    const end = this.endAt(match.end);
    if (start < 0 || end < 0) return undefined;
    let bindings: Map<string, Binding> | undefined;
    for (const [name, binding] of match.bindings) {
      const moved = this.movedBinding(binding);
      if (!moved) return undefined;
      if (moved === binding) continue;
      bindings ??= new Map(match.bindings);
      bindings.set(name, moved);
    }
    // Most that stands before the edit is what it was.
    if (!bindings && start === match.start && end === match.end) return match;
    return { ...match, start, end, bindings: bindings ?? match.bindings };
  }

  private movedBinding(binding: Binding): Binding | undefined {
    return this.touched(binding) ? undefined : this.movedPlace(binding);
  }

  private movedPlace(binding: Binding): Binding | undefined {
    const { change } = this;
    const start = this.startAt(binding.start);
    const end = this.endAt(binding.end);
    const row = binding.row < 0 ? -1 : change.newRow(binding.row);
    if (start < 0 || end < 0 || (row < 0 && binding.row >= 0)) return undefined;
    const { apart } = binding;
    if (start === binding.start && end === binding.end && row === binding.row && !apart) return binding;
    return { ...binding, start, end, row, ...(apart && { apart: apart.map((each) => change.newRow(each)) }) };
  }

  private startAt(offset: number): number {
    const { start, oldEnd, shift } = this.change;
    return offset >= oldEnd ? offset + shift : offset <= start ? offset : -1;
  }

  private endAt(offset: number): number {
    const { start, oldEnd, shift } = this.change;
    return offset <= start ? offset : offset >= oldEnd ? offset + shift : -1;
  }
}

const isOf = ({ spans, ranges }: Clip, otherSpans: readonly Span[], otherRanges: readonly Range[]): boolean =>
  spans.length === otherSpans.length &&
  ranges.length === otherRanges.length &&
  spans.every(({ from }, i) => from === otherSpans[i]!.from) &&
  ranges.every(({ start, end }, i) => start === otherRanges[i]!.start && end === otherRanges[i]!.end);

/** Where some siblings stand, with all that they hold; an edit among them counts with what it left between them. */
function rangeOf(tree: Tree, from: number, to: number, edit: Range): Range {
  if (from >= to) return edit;
  let [start, end] = [tree.start[from]!, tree.end[from]!];
  // What a row holds need not stand within it: the text behind `<<END`.
  for (let row = from; row < to; row++) {
    start = Math.min(start, tree.start[row]!);
    end = Math.max(end, tree.end[row]!);
  }
  const isEdited = edit.start <= end && edit.end >= start;
  return isEdited ? { start: Math.min(start, edit.start), end: Math.max(end, edit.end) } : { start, end };
}

/** Areas without those that lie in others; they are in order. */
function disjoint(areas: readonly Area[]): readonly Area[] {
  const found: Area[] = [];
  let end = 0;
  for (const area of areas) {
    if (area.from < end) continue;
    found.push(area);
    end = area.to;
  }
  return found;
}

/** All rows around some areas, in order. */
function ancestors(tree: Tree, areas: readonly Area[]): readonly number[] {
  const found = new Set<number>();
  for (const { parent } of areas) for (let at = parent; at >= 0; at = tree.parent[at]!) found.add(at);
  return [...found].sort((a, b) => a - b);
}

/** All rows that hold something of a range or lie next to it, in order. */
function touching(tree: Tree, start: number, end: number): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < tree.length; row++) {
    if (tree.start[row]! <= end && tree.end[row]! >= start) found.push(row);
  }
  return found;
}

const holds = (area: Range, { start, end }: Range): boolean => area.start <= start && end <= area.end;

const isAt = (left: Binding, right: Binding): boolean =>
  left.start === right.start &&
  left.end === right.end &&
  left.row === right.row &&
  left.kind === right.kind &&
  left.count === right.count;
