// What a new state of a document has in common with the one before it: which of its functions are the same, if all that
// stands around them is.
import type { MatchDocument } from "../patterns/document";
import { editBetween } from "../patterns/edit";
import type { Match } from "../patterns/match";
import type { Area } from "../semantics/areas";
import type { TreeChange } from "../tree/change";
import { Role } from "../tree/kinds";
import { childrenIn, type Range } from "../tree/tree";
import type { FlowDocument } from "./flow-document";
import type { RowMarks } from "./marks";

/** What is the same in two states of a document. */
export interface Succession {
  /** Segments of the later one that are the same: of pieces, if all that they ask of others is. */
  readonly segments: ReadonlySet<number>;
  /** Whether that is all but some functions. */
  readonly keepsStatements: boolean;
}

/** Undefined where an edit may change what anything means. Segments that stay are given the names that they had. */
export function succession(before: FlowDocument, after: FlowDocument): Succession | undefined {
  const staying = stayingIn(before, after);
  if (!staying) return undefined;
  for (const { segment, former } of staying) after.layout.continue(segment, before.layout, former);
  const different = new MarkComparison(before, after).different();
  const same = staying.filter(({ segment, isSame }) => isSame && !different.has(segment));
  for (const { segment, former } of same) after.layout.repeat(segment, before.layout, former);
  const segments = new Set(same.map(({ segment }) => segment));
  const statements = same.filter(({ segment }) => !after.layout.isFunction(segment)).length;
  const keepsStatements = [before, after].every(({ layout }) => layout.rows.length - layout.functions === statements);
  return { segments, keepsStatements };
}

/** A segment that was there before, whether what it says is the same or not. */
interface Staying {
  readonly segment: number;
  readonly former: number;
  readonly isSame: boolean;
}

/** By the later of two texts, then the former. Each round of rules asks the same. */
const known = new WeakMap<MatchDocument, WeakMap<MatchDocument, readonly Staying[] | "none">>();

function stayingIn(before: FlowDocument, after: FlowDocument): readonly Staying[] | undefined {
  const byFormer = known.get(after.document) ?? new WeakMap<MatchDocument, readonly Staying[] | "none">();
  known.set(after.document, byFormer);
  let staying = byFormer.get(before.document);
  if (!staying) {
    staying = compare(before, after) ?? "none";
    byFormer.set(before.document, staying);
  }
  return staying === "none" ? undefined : staying;
}

function compare(before: FlowDocument, after: FlowDocument): Staying[] | undefined {
  if (before.document.interner !== after.document.interner) return undefined;
  const { change, reached } = editBetween(before.document, after.document);
  if (!reached) return undefined;
  const formers = new Map(before.layout.rows.map((row, segment) => [row, segment]));
  const staying: Staying[] = [];
  for (const [segment, from] of after.layout.rows.entries()) {
    const former = formers.get(change.oldRow(from));
    if (former === undefined || before.layout.kindOf(former) !== after.layout.kindOf(segment)) continue;
    const isSame = isLeft({ before, after, change }, reached.areas, former, segment);
    if (isSame || isTheSamePiece({ before, after, change }, former, segment)) staying.push({ segment, former, isSame });
  }
  // Of an error that takes up most of a text the state before is worth more, once it is mended.
  const functions = staying.filter(({ segment }) => after.layout.isFunction(segment)).length;
  return 2 * functions >= before.layout.functions ? staying : undefined;
}

interface States {
  readonly before: FlowDocument;
  readonly after: FlowDocument;
  readonly change: TreeChange;
}

/** Whether an edit has left a segment as it was. */
function isLeft({ before, after, change }: States, areas: readonly Area[], former: number, segment: number): boolean {
  const from = after.layout.rows[segment]!;
  const to = after.layout.rows[segment + 1] ?? after.tree.length;
  const oldTo = before.layout.rows[former + 1] ?? before.tree.length;
  if (change.oldRow(to - 1) !== oldTo - 1 || oldTo - before.layout.rows[former]! !== to - from) return false;
  return !areas.some((area) => from < area.to && area.from < to);
}

/** Whether a function or field that has changed is the same to all others, but for what it gives names. */
function isTheSamePiece({ before, after, change }: States, former: number, segment: number): boolean {
  const [one, other] = [before.layout.rows[former]!, after.layout.rows[segment]!];
  const isAlike =
    before.layout.isPiece(former) &&
    before.tree.kind[one] === after.tree.kind[other] &&
    before.tree.role[one] === after.tree.role[other] &&
    before.tree.parent[one] === change.oldRow(after.tree.parent[other]!);
  return isAlike && (!after.layout.isFunction(segment) || head(before, one) === head(after, other));
}

/** What rules say of two states whose segments go by the same names. */
class MarkComparison {
  constructor(
    private readonly before: FlowDocument,
    private readonly after: FlowDocument,
  ) {}

  /** Segments of the later state of which they say something else. */
  different(): ReadonlySet<number> {
    const { before, after } = this;
    const [one, other] = [new Map<number, number[]>(), new Map<number, number[]>()];
    for (const row of before.marks.rows) this.note(one, before.layout.rowIn(after.layout, row), row);
    for (const row of after.marks.rows) this.note(other, row, row);
    const found = new Set<number>();
    for (const segment of new Set([...one.keys(), ...other.keys()])) {
      if (!this.isSame(one.get(segment) ?? [], other.get(segment) ?? [])) found.add(segment);
    }
    return found;
  }

  private note(rows: Map<number, number[]>, now: number, row: number): void {
    if (now < 0) return;
    const segment = this.after.layout.segmentOf(now);
    const known = rows.get(segment);
    if (known) known.push(row);
    else rows.set(segment, [row]);
  }

  private isSame(rows: readonly number[], others: readonly number[]): boolean {
    const { before, after } = this;
    return (
      rows.length === others.length &&
      rows.every((row, index) => {
        const at = others[index]!;
        if (before.layout.rowIn(after.layout, row) !== at) return false;
        return this.sameMarks(before.marks.at(row)!, after.marks.at(at)!);
      })
    );
  }

  private sameMarks(one: RowMarks, other: RowMarks): boolean {
    const same = <T extends MarkLike>(some: readonly T[], others: readonly T[]): boolean =>
      some.length === others.length && some.every((mark, index) => this.sameMark(mark, others[index]!));
    return (
      same(one.sinks, other.sinks) &&
      same(one.sources, other.sources) &&
      same(one.sanitizers, other.sanitizers) &&
      same(one.propagators, other.propagators)
    );
  }

  private sameMark(one: MarkLike, other: MarkLike): boolean {
    const isAlike =
      one.rule === other.rule && one.spec === other.spec && one.whole === other.whole && one.kind === other.kind;
    return isAlike && this.sameMatch(one.match, other.match);
  }

  private sameMatch(one: Match, other: Match): boolean {
    if (!this.isAt(one, other) || one.bindings.size !== other.bindings.size) return false;
    const { before, after } = this;
    for (const [name, binding] of one.bindings) {
      const now = other.bindings.get(name);
      if (!now || now.text !== binding.text || !this.isAt(binding, now)) return false;
      if (before.layout.rowIn(after.layout, binding.row) !== now.row) return false;
    }
    return true;
  }

  /** Whether a range of the one state stands where another does in the other. */
  private isAt(one: Range, other: Range): boolean {
    const { start, end } = this.before.layout.rangeIn(this.after.layout, one);
    return start === other.start && end === other.end;
  }
}

interface MarkLike {
  readonly kind: string;
  readonly rule: number;
  readonly spec: unknown;
  readonly match: Match;
  readonly whole: boolean;
}

/** All of a function but its body. */
function head({ tree }: FlowDocument, row: number): string {
  const parts = childrenIn(tree, row).filter((child) => tree.role[child] !== Role.Body);
  return [tree.atom[row], ...parts.map((part) => content(tree, part))].join(" ");
}

function content(tree: FlowDocument["tree"], from: number): string {
  let text = "";
  for (let row = from; row < from + tree.size[from]!; row++) {
    text += `${tree.kind[row]},${tree.role[row]},${tree.atom[row]},${tree.size[row]};`;
  }
  return text;
}
