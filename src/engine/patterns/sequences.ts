// Where in a document a sequence of statements begins.
import { Kind, Role } from "../tree/kinds";
import { childrenIn } from "../tree/tree";
import { type Area, eachWithin } from "./area";
import { HeldCalls } from "./held";
import type { Matches } from "./matches";
import type { Matching } from "./matching";
import { type PatternNode, partOf } from "./pattern";
import { startKinds } from "./starts";
import { matchStatements, standsAlone } from "./statements";

/** Adds all matches of a sequence that begin in an area. */
export function searchSequence(m: Matching, statements: readonly PatternNode[], area: Area, matches: Matches): void {
  const { document } = m;
  const { tree } = document;
  const mayBegin = beginning(m, statements[0]!);
  const held = new HeldCalls(m, statements);
  const search = (rows: readonly number[], first: number): void => {
    if (!mayBegin(rows[first]!)) return;
    const start = tree.start[rows[first]!]!;
    matchStatements(m, statements, rows, false, (last) => matches.add(start, tree.end[last]!, m.bindings), first);
  };
  for (const [first] of area.list?.entries() ?? []) search(area.list!, first);
  const until = area.near?.end ?? Number.POSITIVE_INFINITY;
  eachWithin(document.lists, area, (list) => {
    if (area.near && !area.near.overlaps(tree.start[list]!, tree.end[list]!)) return;
    if (!held.mayBeIn(list, tree.size[list]!)) return;
    const rows = document.statementsIn(list);
    if (rows.length === 1 && standsAlone(document, list)) return;
    for (let first = 0; first < rows.length && tree.start[rows[first]!]! <= until; first++) search(rows, first);
  });
  document.eachOfKind(Kind.Class, area, (list) => {
    if (!held.mayBeIn(list, tree.size[list]!)) return;
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

/** Tells the statements that can be the first of a sequence, by their kind and by the calls that they must hold. */
function beginning(m: Matching, first: PatternNode): (row: number) => boolean {
  const { tree } = m.document;
  if (first.type !== "node") return () => true;
  const kinds = TOLD_BY_KIND.has(first.kind) ? startKinds(first) : undefined;
  const held = new HeldCalls(m, [first]);
  const isDefinition = first.kind === Kind.ExpressionStatement && !isAny(partOf(first, Role.Value));
  return (row) => {
    const kind = tree.kind[row]!;
    if (kinds && !kinds.includes(kind)) return false;
    if (isDefinition && (kind === Kind.Function || kind === Kind.Class)) return false;
    return held.mayBeIn(row, tree.size[row]!);
  };
}

const isAny = (value: PatternNode | undefined): boolean =>
  !value || value.type === "metavariable" || value.type === "ellipsis";

/** Kinds of statements that nothing stands for but what `startKinds` says. */
const TOLD_BY_KIND: ReadonlySet<number> = new Set([
  ...[Kind.Variable, Kind.If, Kind.While, Kind.For, Kind.ForEach, Kind.Try, Kind.Class, Kind.TypeAlias],
]);
