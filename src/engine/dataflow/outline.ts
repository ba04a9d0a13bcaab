// What other documents need to know of one: its functions by name, what each calls, and for which rules it has sinks.
import { lowerBound } from "../patterns/area";
import type { MatchDocument } from "../patterns/document";
import { editBetween } from "../patterns/edit";
import type { Reached } from "../semantics/reach";
import type { TreeChange } from "../tree/change";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Range, type Tree } from "../tree/tree";
import { lambdaName, lastName } from "./classes";
import type { FlowDocument } from "./flow-document";
import { CALLS_ITSELF } from "./known-calls";
import type { LabelGiver } from "./labels";
import { placesOf } from "./places";
import { fileNamed, filesRead } from "./settings";
import type { SinkRequires } from "./specification";
import type { RuleMask } from "./taints";

/** A function of a document, or statements of the file between functions: as long as their code says the same. */
export interface OutlinedFunction {
  readonly uri: string;
  /** Its name, and that of its class where it makes its objects; statements have none. */
  readonly names: readonly string[];
  /** The last names of what it calls, or gives to another function to be called. */
  readonly calls: ReadonlySet<string>;
  /** The last look at it, and whether it was seen in that: a note of CallIndex. */
  look: number;
}

/** Where one stands in a state of its document. */
export interface Standing {
  readonly row: number;
  /** Rules with sinks in it that are literals, and with others. */
  literalSinks: RuleMask;
  sinks: RuleMask;
}

export interface Sources {
  /** Rules of which sources were looked for. */
  asked: RuleMask;
  /** Rules by which a literal may be tainted, though it holds what it says and nothing else. */
  literal: RuleMask;
  /** What gives taint its labels, each but once. */
  readonly givers: Map<RuleMask, readonly LabelGiver[]>;
}

/** It follows from the document alone, and is kept when that is not. */
export interface Outline {
  readonly functions: ReadonlyMap<OutlinedFunction, Standing>;
  /** Rules with sinks anywhere, and with sinks that are literals. */
  readonly sinks: RuleMask;
  readonly literalSinks: RuleMask;
  /** What sinks ask of labels, each but once; undefined where they say nothing. */
  readonly asking: ReadonlyMap<RuleMask, ReadonlySet<SinkRequires | undefined>>;
  /** What may be looked for in other documents. */
  readonly names: ReadonlySet<string>;
  readonly sources: Sources;
  readonly pieces: readonly Piece[];
  readonly of: WeakRef<MatchDocument>;
}

/** A function, or statements between functions: whole segments (see Layout). */
interface Stretch {
  /** The first row; rows of its functions are counted from there. */
  readonly from: number;
  readonly size: number;
  readonly isFunction: boolean;
}

/** What a stretch says, whatever stands elsewhere. */
interface Piece extends Stretch {
  readonly facts: Facts;
}

interface Facts {
  readonly functions: readonly { readonly row: number; readonly outlined: OutlinedFunction }[];
  /** Names that may be those of functions and classes of other documents, or of what these hold. */
  readonly names: ReadonlySet<string>;
}

/**
 * @param former of earlier states of the document, where they are known: of the first one of which it can be told what
 * edits have left as it was, that is taken over
 */
export function outlineOf(document: FlowDocument, former: readonly Outline[] = []): Outline {
  const stretches = stretchesOf(document);
  const known = remaining(stretches, document, former);
  const pieces = stretches.map((stretch) => ({
    ...stretch,
    facts: known.get(stretch.from) ?? factsOf(document, stretch),
  }));
  const functions = new Map<OutlinedFunction, Standing>();
  for (const { from, facts } of pieces) {
    for (const { row, outlined } of facts.functions)
      functions.set(outlined, { row: from + row, literalSinks: 0, sinks: 0 });
  }
  noteSinks(document, pieces, functions);
  let [sinks, literalSinks] = [0, 0];
  for (const standing of functions.values()) {
    sinks |= standing.sinks | standing.literalSinks;
    literalSinks |= standing.literalSinks;
  }
  const sources: Sources = { asked: 0, literal: 0, givers: new Map() };
  const of = new WeakRef(document.document);
  const names = namesIn(pieces, former);
  return { functions, sinks, literalSinks, asking: askedOfLabels(document), names, sources, pieces, of };
}

function askedOfLabels(document: FlowDocument): Outline["asking"] {
  const asked = [...document.marks.matches].map(
    ([rule, { sinks }]) => [rule, new Set(sinks.map(({ spec }) => spec.requires))] as const,
  );
  return new Map(asked.filter(([, each]) => each.size > 0));
}

/** What to compare the next state of a document with: what was told of this one, and of the last one without errors. */
export function formerOutlines(latest: Outline, former: readonly Outline[]): readonly Outline[] {
  const isSound = (outline: Outline): boolean => outline.of.deref()?.isSound ?? false;
  return isSound(latest) ? [latest] : [latest, ...former.filter(isSound).slice(0, 1)];
}

const NOTHING: ReadonlyMap<number, Facts> = new Map();

/** What stretches say that edits have left alone, by their first rows now. */
function remaining(
  stretches: readonly Stretch[],
  document: FlowDocument,
  former: readonly Outline[],
): ReadonlyMap<number, Facts> {
  for (const outline of former) {
    const before = outline.of.deref();
    if (before?.interner !== document.document.interner) continue;
    const { change, reached } = editBetween(before, document.document);
    if (reached) return leftAlone(stretches, outline, change, reached);
  }
  return NOTHING;
}

function leftAlone(
  stretches: readonly Stretch[],
  { pieces }: Outline,
  change: TreeChange,
  reached: Reached,
): ReadonlyMap<number, Facts> {
  const old = new Map(pieces.map((piece) => [piece.from, piece]));
  const found = new Map<number, Facts>();
  for (const { from, size, isFunction } of stretches) {
    const isReached = reached.areas.some((area) => area.from <= from + size && from <= area.to);
    const piece = isReached ? undefined : old.get(change.oldRow(from));
    if (piece?.size === size && piece.isFunction === isFunction) found.set(from, piece.facts);
  }
  return found;
}

/** The functions of a document, and what is between them, in parts. */
function stretchesOf({ tree, layout }: FlowDocument): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  const end = (to: number, isFunction: boolean): void => {
    if (from < to) found.push({ from, size: to - from, isFunction });
    from = to;
  };
  for (const [segment, row] of layout.rows.entries()) {
    const isFunction = layout.isFunction(segment);
    if (isFunction || row - from >= LONGEST_STRETCH) end(row, false);
    if (isFunction) end(layout.rows[segment + 1] ?? tree.length, true);
  }
  end(tree.length, false);
  return found;
}

/** Rows of statements that are looked at together: those of a file without functions are not looked at whole at each edit. */
const LONGEST_STRETCH = 200;

/** All names of pieces; the same set where they are the same as before. */
function namesIn(pieces: readonly Piece[], former: readonly Outline[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { facts } of pieces) for (const name of facts.names) names.add(name);
  const isSame = (other: ReadonlySet<string>): boolean =>
    other.size === names.size && [...names].every((name) => other.has(name));
  return former.map((each) => each.names).find(isSame) ?? names;
}

/** Notes the rules with sinks in each function. */
function noteSinks(
  document: FlowDocument,
  pieces: readonly Piece[],
  functions: ReadonlyMap<OutlinedFunction, Standing>,
): void {
  const { tree } = document;
  const starts = pieces.map(({ from }) => tree.start[from]!);
  const pieceAt = (offset: number): number => Math.max(0, lowerBound(starts, offset + 1) - 1);
  for (const [rule, { sinks }] of document.marks.matches) {
    for (const { match } of sinks) {
      const kind = isLiteral(document, match) ? "literalSinks" : "sinks";
      const last = pieceAt(Math.max(match.start, match.end - 1));
      for (let piece = pieceAt(match.start); piece <= last; piece++) {
        const { from, facts } = pieces[piece]!;
        for (const { row, outlined } of facts.functions) {
          const at = from + row;
          const isIn = match.start < tree.end[at]! && tree.start[at]! < match.end;
          if (!isIn && outlined.names !== STATEMENTS) continue;
          functions.get(outlined)![kind] |= rule;
        }
      }
    }
  }
}

/** Rules that may find something at sinks of a function. */
export const sinksIn = ({ sources }: Outline, { sinks, literalSinks }: Standing): RuleMask =>
  sinks | (literalSinks & sources.literal);

/** Whether a text, a number or the like that nothing is put into stands in a place. */
export function isLiteral({ document }: FlowDocument, match: Range): boolean {
  return placesOf(document).isLeaf(LITERALS, match);
}

const LITERALS: ReadonlySet<number> = new Set([Kind.String, Kind.Number, Kind.Boolean, Kind.Null, Kind.Regex]);

/** The names of what is no function. */
const STATEMENTS: readonly string[] = [];

export const isFunction = ({ names }: OutlinedFunction): boolean => names !== STATEMENTS;

function factsOf(document: FlowDocument, { from, size, isFunction }: Stretch): Facts {
  const { tree, uri } = document;
  const to = from + size;
  const functions: { readonly row: number; readonly outlined: OutlinedFunction; readonly calls: Set<string> }[] = [];
  const names = new Set<string>();
  const add = (row: number, own: readonly string[]): void => {
    const calls = new Set<string>();
    functions.push({ row: row - from, outlined: { uri, names: own, calls, look: 0 }, calls });
  };
  if (!isFunction) add(from, STATEMENTS);
  // Functions that are still open where the walk is, by their place in the list; statements are around nothing but these.
  const open: number[] = [];
  for (let row = from; row < to; row++) {
    while (open.length > 0 && !isWithin(tree, row, from + functions[open.at(-1)!]!.row)) open.pop();
    const kind = tree.kind[row]!;
    if (kind === Kind.Function || (kind === Kind.Lambda && row === from && isFunction)) {
      open.push(functions.length);
      add(row, namesOf(document, row));
    }
    if (kind === Kind.Call || kind === Kind.New) {
      const called = calledBy(document, row);
      for (const index of isFunction ? open : [0]) for (const name of called) functions[index]!.calls.add(name);
    }
    addForeign(document, row, names);
  }
  for (const file of filesRead(document, from, to)) names.add(fileNamed(file));
  names.delete("");
  return { functions: functions.map(({ row, outlined }) => ({ row, outlined })), names };
}

const isWithin = ({ size }: Tree, row: number, around: number): boolean => row < around + size[around]!;

function namesOf(document: FlowDocument, fn: number): readonly string[] {
  const { tree } = document;
  if (tree.kind[fn] === Kind.Lambda) return [lambdaName(document, handedRow(tree, fn))];
  const name = document.nameOf(childIn(tree, fn, Role.Name));
  const owner = tree.role[fn] === Role.Member ? document.nameOf(childIn(tree, tree.parent[fn]!, Role.Name)) : "";
  return [name, owner].filter((each) => each !== "");
}

/** The call that a lambda is handed to, whose result may be the lambda: `f = lambda do … end`; itself where there is none. */
function handedRow({ kind, role, parent }: Tree, lambda: number): number {
  let at = lambda;
  while (role[at] === Role.Argument || kind[parent[at]!] === Kind.Argument) at = parent[at]!;
  return at;
}

/** The names of what a call may call: what it names, what it says is to be called, and functions that it hands over. */
function calledBy(document: FlowDocument, call: number): readonly string[] {
  const { tree } = document;
  const callee = childIn(tree, call, Role.Callee);
  const called = lastName(document, callee);
  const object = CALLS_ITSELF.has(called) ? childIn(tree, callee, Role.Object) : -1;
  const given = childrenIn(tree, call, Role.Argument).filter(
    (row) => tree.kind[row] === Kind.Identifier || tree.kind[row] === Kind.Member,
  );
  return [called, ...[object, ...given].map((row) => lastName(document, row))].filter((name) => name !== "");
}

/** Adds names that a row uses and the document does not define itself, where they may be of functions or classes. */
function addForeign(document: FlowDocument, row: number, names: Set<string>): void {
  const { tree, semantics } = document;
  switch (tree.kind[row]) {
    case Kind.Identifier: {
      const path = semantics.canonicalPath(row);
      if (path) for (const name of path.slice(-2)) names.add(name);
      if (path || semantics.declarationOf(row) < 0) names.add(document.nameOf(row));
      return;
    }
    case Kind.Name:
      if (mayBeForeign(document, row)) names.add(document.nameOf(row));
      return;
    case Kind.Class:
      for (const role of [Role.Parent, Role.Implements]) {
        for (const parent of childrenIn(tree, row, role)) names.add(lastName(document, parent));
      }
  }
}

/** Of a name that is no expression: whether it is called, looked into, imported, or a type, and is not defined there. */
function mayBeForeign({ tree }: FlowDocument, row: number): boolean {
  const around = tree.parent[row]!;
  switch (tree.role[row]) {
    case Role.Property:
      return tree.role[around] === Role.Callee || tree.role[around] === Role.Object;
    case Role.Name:
      return tree.kind[around] === Kind.ImportSpecifier;
    case Role.Key:
    case Role.Target:
      return false;
    default:
      return true;
  }
}
