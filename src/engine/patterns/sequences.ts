// Where in a document a sequence of statements begins.
import type { Language } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childrenIn } from "../tree/tree";
import type { Area } from "./area";
import type { Matches } from "./matches";
import type { Matching } from "./matching";
import { type PatternNode, partOf } from "./pattern";
import { namedCalls } from "./starts";
import { matchStatements, standsAlone } from "./statements";

/** Adds all matches of a sequence that begin in an area. */
export function searchSequence(m: Matching, statements: readonly PatternNode[], area: Area, matches: Matches): void {
  const { document } = m;
  const { tree } = document;
  const mayBegin = beginning(m, statements[0]!);
  const search = (rows: readonly number[], first: number): void => {
    if (!mayBegin(rows[first]!)) return;
    const start = tree.start[rows[first]!]!;
    matchStatements(m, statements, rows, false, (last) => matches.add(start, tree.end[last]!, m.bindings), first);
  };
  for (const [first] of area.list?.entries() ?? []) search(area.list!, first);
  for (const kind of [...LISTS, ...innerLists(document.language)]) {
    document.eachOfKind(kind, area, (list) => {
      if (area.near && !area.near.overlaps(tree.start[list]!, tree.end[list]!)) return;
      const rows = childrenIn(tree, list, Role.Statement);
      if (rows.length === 1 && standsAlone(document, list)) return;
      const until = area.near?.end ?? Number.POSITIVE_INFINITY;
      for (let first = 0; first < rows.length && tree.start[rows[first]!]! <= until; first++) search(rows, first);
    });
  }
  document.eachOfKind(Kind.Class, area, (list) => {
    const rows = childrenIn(tree, list, Role.Member);
    const starts = document.language.classStatements ? rows.length : Math.min(rows.length, 1);
    for (let first = 0; first < starts; first++) search(rows, first);
  });
  // Entries without their braces are the first of an object.
  if (!statements.some(({ kind }) => kind === Kind.Pair)) return;
  document.eachOfKind(Kind.Object, area, (list) => {
    const rows = childrenIn(tree, list, Role.Element);
    if (rows.length > 0) search(rows, 0);
  });
}

const LISTS = [Kind.Program, Kind.Block, Kind.Case] as const;

/** Kinds of rows that the language alone knows and that hold statements of their own: the shell's `$(…)`. */
const innerLists = ({ closed = [] }: Language): number[] =>
  closed.flatMap(({ kind }) => (kind >= Kind.Other ? [kind] : []));

/** Tells the statements that can be the first of a sequence, by their kind and by a call that they must hold. */
function beginning(m: Matching, first: PatternNode): (row: number) => boolean {
  const { tree } = m.document;
  if (first.type !== "node" || first.kind !== Kind.ExpressionStatement) return () => true;
  const value = partOf(first, Role.Value);
  if (!value || value.type === "metavariable" || value.type === "ellipsis") return () => true;
  // What a name stands for may be such a call.
  const { symbolic_propagation: symbolic, caveat_derived_names: derived } = m.options;
  const calls = symbolic || derived ? undefined : callsWithin(m, value);
  const holders = calls && new Set<number>();
  for (const call of calls ?? []) {
    for (let row = call; row >= 0 && !holders!.has(row); row = tree.parent[row]!) holders!.add(row);
  }
  return (row) => {
    if (tree.kind[row] === Kind.Function || tree.kind[row] === Kind.Class) return false;
    return !holders || holders.has(row);
  };
}

/** The calls of which every match of an expression holds one; undefined where none are known. */
function callsWithin(m: Matching, node: PatternNode): readonly number[] | undefined {
  if (node.type === "deep") return callsWithin(m, node.inner!);
  if (node.type !== "node") return undefined;
  const own = namedCalls(m.document, node);
  if (own) return own;
  if (node.kind !== Kind.Assign) return undefined;
  const value = partOf(node, Role.Value);
  return value && callsWithin(m, value);
}
