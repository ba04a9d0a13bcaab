// What a new state of a document has in common with the one before: which of its functions are the same, if all that
// stands around them is.
import type { MatchDocument } from "../patterns/document";
import type { Match } from "../patterns/match";
import { Kind, Role } from "../tree/kinds";
import { childrenIn, type Range, type Tree } from "../tree/tree";
import { writerOf } from "./file-variables";
import type { FlowDocument } from "./flow-document";
import type { RowMarks } from "./marks";

/** What is the same in two states of a document. */
export interface Succession {
  /** Segments that are the same: of functions, if all that stands around them is. */
  readonly segments: ReadonlySet<number>;
  /** Whether functions and fields give the file's names, and objects, the values that they gave them. */
  readonly keepsNames: boolean;
}

/** Undefined where something differs that all functions may rest on. */
export function succession(before: FlowDocument, after: FlowDocument): Succession | undefined {
  const comparison = new Comparison(before, after);
  const alike = alikeIn(before, after, comparison);
  if (!alike) return undefined;
  const segments = new Set<number>();
  for (let segment = 0; segment < after.layout.rows.length; segment++) {
    const isPiece = after.layout.isPiece(segment);
    if (isPiece && !alike.segments.has(segment)) continue;
    if (comparison.hasSameMarks(segment)) segments.add(segment);
    else if (!isPiece) return undefined;
  }
  return { segments, keepsNames: alike.keepsNames };
}

/** By the later of two texts, then the former: what has the same rows. Each round of rules asks the same. */
const compared = new WeakMap<MatchDocument, WeakMap<MatchDocument, Succession | "none">>();

/** What is the same, whatever rules say of it; undefined where something else differs that all may rest on. */
function alikeIn(before: FlowDocument, after: FlowDocument, comparison: Comparison): Succession | undefined {
  const known = compared.get(after.document) ?? new WeakMap<MatchDocument, Succession | "none">();
  compared.set(after.document, known);
  let alike = known.get(before.document);
  if (!alike) {
    alike = comparison.alike() ?? "none";
    known.set(before.document, alike);
  }
  return alike === "none" ? undefined : alike;
}

class Comparison {
  constructor(
    private readonly before: FlowDocument,
    private readonly after: FlowDocument,
  ) {}

  alike(): Succession | undefined {
    const { before, after } = this;
    const count = after.layout.rows.length;
    if (before.document.interner !== after.document.interner || before.layout.rows.length !== count) return undefined;
    const segments = new Set<number>();
    const written = new Set<number>();
    const declared = new Set<number>();
    for (let segment = 0; segment < count; segment++) {
      const isPiece = after.layout.isPiece(segment);
      if (this.isSame(segment, isPiece)) segments.add(segment);
      else if (!isPiece || !this.looksSame(segment)) return undefined;
      else if (after.layout.isFunction(segment)) for (const name of this.writtenAnew(segment)) written.add(name);
      else for (const one of [before, after]) for (const name of declares(one, segment)) declared.add(name);
    }
    if (!this.leaveOut(segments, written, declared)) return undefined;
    return { segments, keepsNames: written.size + declared.size === 0 };
  }

  /**
   * Takes what mentions some names from the segments that are the same, and what that gives values in its turn.
   * @param written by functions; false where statements of the file use them
   * @param declared as fields
   */
  private leaveOut(segments: Set<number>, written: Set<number>, declared: Set<number>): boolean {
    const { after } = this;
    for (let known = 0; known < written.size + declared.size; ) {
      known = written.size + declared.size;
      for (const segment of segments) {
        const isPiece = after.layout.isPiece(segment);
        if (!mentions(after, segment, written) && !(isPiece && mentions(after, segment, declared))) continue;
        if (!isPiece) return false;
        segments.delete(segment);
        if (!after.layout.isFunction(segment)) for (const name of declares(after, segment)) declared.add(name);
        else for (const name of writes(after, segment, [written, declared]).keys()) written.add(name);
      }
    }
    return true;
  }

  /** Whether a segment has the same rows; `whole`: with all that they hold. */
  private isSame(segment: number, whole: boolean): boolean {
    const { before, after } = this;
    const from = before.layout.rows[segment]!;
    const to = before.layout.rows[segment + 1] ?? before.tree.length;
    const shift = after.layout.rows[segment]! - from;
    const moved = before.layout.shiftIn(after.layout, segment);
    if ((after.layout.rows[segment + 1] ?? after.tree.length) - shift !== to) return false;
    const [one, other] = [before.tree, after.tree];
    for (let row = from; row < to; row++) {
      const at = row + shift;
      if (one.kind[row] !== other.kind[at] || one.atom[row] !== other.atom[at] || one.role[row] !== other.role[at])
        return false;
      if (one.start[row]! + moved !== other.start[at] && row > 0) return false;
      const parent = one.parent[row]!;
      if ((parent >= from ? parent + shift : before.layout.rowIn(after.layout, parent)) !== other.parent[at])
        return false;
      if (!whole && row + one.size[row]! > to) continue;
      if (one.size[row] !== other.size[at] || one.end[row]! + moved !== other.end[at]) return false;
    }
    return true;
  }

  /** Whether a function or field that has changed is the same to all others, but for what it gives names. */
  private looksSame(segment: number): boolean {
    const { before, after } = this;
    if (before.layout.isFunction(segment) !== after.layout.isFunction(segment)) return false;
    const one = before.layout.rows[segment]!;
    const other = after.layout.rows[segment]!;
    const isAlike =
      before.tree.kind[one] === after.tree.kind[other] &&
      before.tree.role[one] === after.tree.role[other] &&
      before.layout.rowIn(after.layout, before.tree.parent[one]!) === after.tree.parent[other];
    return isAlike && (!after.layout.isFunction(segment) || head(before, one) === head(after, other));
  }

  /** Names to which a function gives other values than it did. */
  private writtenAnew(segment: number): number[] {
    const [one, other] = [writes(this.before, segment), writes(this.after, segment)];
    return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
  }

  hasSameMarks(segment: number): boolean {
    const { before, after } = this;
    const one = before.marks.between(before.layout.rows[segment]!, before.layout.rows[segment + 1] ?? Infinity);
    const other = after.marks.between(after.layout.rows[segment]!, after.layout.rows[segment + 1] ?? Infinity);
    return (
      one.length === other.length &&
      one.every((row, index) => {
        const at = other[index]!;
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
    const [before, after] = [this.before.layout, this.after.layout];
    return before.offsetIn(after, one.start) === other.start && before.offsetIn(after, one.end) === other.end;
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

/** Of a declaration or an assignment with more rows than these, only the name counts; so of functions and classes. */
const LARGEST_WRITE = 200;

/**
 * What the function of a segment makes of names that other segments know, by their atoms.
 * @param of where given, names: what is made without any of them is left out
 */
function writes(
  document: FlowDocument,
  segment: number,
  of?: readonly ReadonlySet<number>[],
): ReadonlyMap<number, string> {
  const { tree, layout } = document;
  const from = layout.rows[segment]!;
  const to = layout.rows[segment + 1]!;
  const { declarations, fields } = sharedNames(document);
  const found = new Map<number, string>();
  const add = (name: number, owner: number): void => {
    if (of && (isDefinition(tree, owner) || !holds(tree, owner, of))) return;
    found.set(name, `${found.get(name) ?? ""}${short(document, owner)}\n`);
  };
  for (let row = from; row < to; row++) {
    const kind = tree.kind[row];
    if (kind === Kind.Identifier || kind === Kind.Name) {
      const declaration = document.semantics.declarationOf(row);
      if (!declarations.has(declaration)) continue;
      const owner = declaration === row ? tree.parent[row]! : writerOf(tree, row);
      if (owner >= 0) add(tree.atom[row]!, owner);
    } else if (kind === Kind.Member) {
      const owner = writerOf(tree, row);
      const property = owner < 0 ? -1 : document.child(row, Role.Property);
      if (property >= 0 && fields.has(tree.atom[property]!)) add(tree.atom[property]!, owner);
    }
  }
  return found;
}

/** The atom of the name that the field of a segment declares. */
function declares(document: FlowDocument, segment: number): readonly number[] {
  const name = document.child(document.layout.rows[segment]!, Role.Name);
  return name < 0 ? [] : [document.tree.atom[name]!];
}

/** What a function or a class says is no value that is told by its name alone. */
const isDefinition = ({ kind }: Tree, row: number): boolean => kind[row] === Kind.Function || kind[row] === Kind.Class;

function holds({ atom, size }: Tree, row: number, names: readonly ReadonlySet<number>[]): boolean {
  return atom.subarray(row, row + size[row]!).some((each) => names.some((some) => some.has(each)));
}

/** Whether a segment uses one of some names; between functions a declaration is no use. */
function mentions({ tree, layout, semantics }: FlowDocument, segment: number, names: ReadonlySet<number>): boolean {
  if (names.size === 0) return false;
  const to = layout.rows[segment + 1] ?? tree.length;
  for (let row = layout.rows[segment]!; row < to; row++) {
    if (!names.has(tree.atom[row]!) || (tree.kind[row] !== Kind.Identifier && tree.kind[row] !== Kind.Name)) continue;
    const isField = tree.role[row] === Role.Name && tree.kind[tree.parent[row]!] === Kind.Field;
    if (layout.isFunction(segment) || (semantics.declarationOf(row) !== row && !isField)) return true;
  }
  return false;
}

function short({ tree }: FlowDocument, row: number): string {
  const isWhole = !isDefinition(tree, row) && tree.size[row]! <= LARGEST_WRITE;
  return isWhole ? content(tree, row) : `${tree.kind[row]}`;
}

interface Shared {
  /** Rows of declarations whose names more than one segment knows. */
  readonly declarations: ReadonlySet<number>;
  /** Atoms of the names of fields that classes declare. */
  readonly fields: ReadonlySet<number>;
}

const known = new WeakMap<MatchDocument, Shared>();

function sharedNames(document: FlowDocument): Shared {
  let shared = known.get(document.document);
  if (!shared) {
    const { layout, tree, semantics } = document;
    const declarations = new Set<number>();
    for (const kind of [Kind.Identifier, Kind.Name]) {
      let segment = 0;
      for (const row of document.document.rowsOfKind(kind)) {
        // They come in order, and so do the segments.
        while (row >= (layout.rows[segment + 1] ?? Infinity)) segment++;
        const declaration = semantics.declarationOf(row);
        const isHere = declaration >= layout.rows[segment]! && declaration < (layout.rows[segment + 1] ?? Infinity);
        if (declaration >= 0 && !isHere) declarations.add(declaration);
      }
    }
    const names = [...document.document.rowsOfKind(Kind.Field)].map((row) => document.child(row, Role.Name));
    const fields = new Set(names.filter((name) => name >= 0).map((name) => tree.atom[name]!));
    shared = { declarations, fields };
    known.set(document.document, shared);
  }
  return shared;
}
