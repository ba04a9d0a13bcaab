// The children of a node against those of a row, role by role: what a pattern may leave out is the table PLACES
// (RULE-LANGUAGE §2.6).
import { Kind, Role } from "../tree/kinds";
import { childrenIn, type Tree } from "../tree/tree";
import { matchArguments, matchBeginning, matchOrdered, matchSubsequence, matchSubset, matchUnordered } from "./lists";
import { matchNode } from "./matcher";
import type { Matching, Next } from "./matching";
import type { PatternNode } from "./pattern";
import { matchCase, matchStatements } from "./statements";

/** How the children in a role are compared. */
type Place =
  | "ordered" // as many, in order, with gaps where the pattern has them; none if the pattern has none
  | "optional" // as ordered, but a pattern without any accepts all
  | "subset" // each of the pattern's is one of the target's, in any order
  | "subsequence" // the same, in their order
  | "unordered" // in any order, but as many unless the pattern has gaps
  | "prefix" // the target may go on
  | "beginning" // as prefix, with gaps
  | "arguments"
  | "statements";

/** Places that a pattern need not speak of. */
const MAY_BE_LEFT_OUT: ReadonlySet<Place> = new Set<Place>([
  "optional",
  "subset",
  "subsequence",
  "prefix",
  "beginning",
]);

/** By role; what is not named here is ordered. */
const PLACES: readonly (Place | undefined)[] = byRole([
  [Role.Decorator, "subset"],
  [Role.Modifier, "subset"],
  [Role.Attribute, "subset"],
  [Role.Implements, "subset"],
  [Role.Catch, "subset"],
  [Role.Case, "subset"],
  [Role.Member, "subset"],
  [Role.Parent, "prefix"],
  [Role.Type, "optional"],
  [Role.ReturnType, "optional"],
  [Role.TypeParameter, "optional"],
  [Role.TypeArgument, "optional"],
  [Role.Default, "optional"],
  [Role.Flags, "optional"],
  [Role.Alias, "optional"],
  [Role.Cause, "optional"],
  [Role.Child, "optional"],
  [Role.Argument, "arguments"],
  [Role.Statement, "statements"],
]);

function byRole(places: readonly (readonly [Role, Place])[]): (Place | undefined)[] {
  const table: (Place | undefined)[] = [];
  for (const [role, place] of places) table[role] = place;
  return table;
}

/** An `else` may be left out, but not of a `try`; a function expression's name and what a `with` is called say nothing. */
function placeOf({ options, document: { language } }: Matching, role: Role, kind: number): Place {
  if (role === Role.Else && kind !== Kind.Try) return "optional";
  if (role === Role.Name && kind === Kind.Lambda) return "optional";
  if (role === Role.Target && kind === Kind.WithItem) return "optional";
  if (role === Role.Decorator && options.decorators_order_matters) return "subsequence";
  if (role === Role.Element && kind === Kind.Object) return options.implicit_ellipsis ? "subset" : "unordered";
  if (role === Role.Element && (kind === Kind.Dict || kind === Kind.Set)) return "unordered";
  if (role === Role.Member && !options.implicit_ellipsis) return "unordered";
  if (role === Role.Attribute && !options.xml_attrs_implicit_ellipsis) return "unordered";
  if (role === Role.Child && !options.xml_children_ordered) return "subset";
  if (role === Role.Child && !options.xml_singleton_loose_matching) return "ordered";
  if (role === Role.Child && language.looseChildren) return "beginning";
  if (role === Role.Condition && kind === Kind.Catch) return "optional";
  // Where something is made: `new (place) T`.
  if (role === Role.Operand && kind === Kind.New) return "optional";
  return PLACES[role] ?? "ordered";
}

/** What a field declares is its name, a variable its target: to a pattern of a declaration the two are one. */
function asRole(pattern: number, kind: number, role: Role): Role {
  if (pattern !== Kind.Variable || kind !== Kind.Field) return role;
  return role === Role.Name ? Role.Target : role === Role.Target ? Role.Name : role;
}

/** Children role by role; the roles that only the target has must be ones that a pattern may leave out. */
export function matchParts(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const kind = tree.kind[row]!;
  const end = row + tree.size[row]!;
  for (let child = row + 1; child < end; child += tree.size[child]!) {
    const role = asRole(node.kind, kind, tree.role[child]! as Role);
    if (node.parts.has(role)) continue;
    const place = placeOf(m, role, kind);
    if (!MAY_BE_LEFT_OUT.has(place)) return;
  }
  matchPlacesFrom(m, node, 0, row, next);
}

function matchPlacesFrom(m: Matching, node: PatternNode, index: number, row: number, next: Next): void {
  const entry = node.places[index];
  if (!entry) return next();
  const [written, patterns] = entry;
  const role = asRole(node.kind, m.document.tree.kind[row]!, written);
  const last = index === node.places.length - 1;
  const then = last ? next : () => matchPlacesFrom(m, node, index + 1, row, next);
  const { tree } = m.document;
  const place = placeOf(m, role, tree.kind[row]!);
  const only = patterns.length === 1 && (place === "ordered" || place === "optional") ? patterns[0]! : undefined;
  if (only && only.type !== "ellipsis" && only.type !== "ellipsis-metavariable") {
    const child = onlyChildIn(tree, row, role);
    if (child >= 0) matchNode(m, only, child, then);
    return;
  }
  const rows = childrenIn(tree, row, role);
  // `$X = ...` is any value, but not none.
  const placed = role === Role.Operand && tree.kind[row] === Kind.New;
  const valued = role === Role.Default || placed || (role === Role.Init && tree.kind[row] !== Kind.For);
  if (rows.length === 0 && valued) return;
  matchPlace(m, place, patterns, row, rows, then);
}

/** The child in a role, -1 where there is none or more than one. */
function onlyChildIn(tree: Tree, row: number, role: Role): number {
  let found = -1;
  const end = row + tree.size[row]!;
  for (let child = row + 1; child < end; child += tree.size[child]!) {
    if (tree.role[child] !== role) continue;
    if (found >= 0) return -1;
    found = child;
  }
  return found;
}

function matchPlace(
  m: Matching,
  place: Place,
  patterns: readonly PatternNode[],
  row: number,
  rows: readonly number[],
  next: Next,
): void {
  const { tree } = m.document;
  switch (place) {
    case "arguments":
      return matchArguments(m, patterns, rows, tree.end[row]! - 1, next);
    case "statements":
      if (tree.kind[row] === Kind.Case && m.document.language.loneCases) return matchCase(m, patterns, rows, next);
      return matchStatements(m, patterns, rows, true, next);
    case "subset":
      return matchSubset(m, patterns, rows, next);
    case "subsequence":
      return matchSubsequence(m, patterns, rows, tree.end[row]!, next);
    case "unordered":
      return matchUnordered(m, patterns, rows, next);
    case "prefix":
      return matchOrdered(m, patterns, rows.slice(0, patterns.length), tree.start[row]!, next);
    case "beginning":
      return matchBeginning(m, patterns, rows, tree.end[row]!, next);
    case "ordered":
    case "optional":
      return matchOrdered(m, patterns, rows, tree.end[row]!, next);
  }
}
