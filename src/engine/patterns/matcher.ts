// One pattern node against one row. What a pattern may leave out, and which kinds stand for each other, is the table
// PLACES and the switch below it (RULE-LANGUAGE §2.6, §2.8); lists, literals, statements and imports have files of their own.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { matchDeep } from "./deep";
import {
  matchCatch,
  matchDeclared,
  matchDecorator,
  matchDefaultImport,
  matchLoop,
  matchPairs,
  matchParameter,
} from "./definitions";
import { matchMember, matchName } from "./dotted";
import { matchImport } from "./imports";
import {
  matchArguments,
  matchOperands,
  matchOrdered,
  matchSubsequence,
  matchSubset,
  matchUnordered,
  operandsOf,
} from "./lists";
import type { Matching, Next } from "./matching";
import { listOf, type PatternNode, partOf } from "./pattern";
import { matchBlock, matchExpressionStatement, matchStatements, onlyRow, onlyStatement } from "./statements";
import { matchLiteral, matchRegex, matchStringNode } from "./strings";
import { matchTyped } from "./types";

/** How the children in a role are compared. */
type Place =
  | "ordered" // as many, in order, with gaps where the pattern has them; none if the pattern has none
  | "optional" // as ordered, but a pattern without any accepts all
  | "subset" // each of the pattern's is one of the target's, in any order
  | "subsequence" // the same, in their order
  | "unordered" // in any order, but as many unless the pattern has gaps
  | "prefix" // the target may go on
  | "arguments"
  | "statements";

/** Places that a pattern need not speak of. */
const MAY_BE_LEFT_OUT: ReadonlySet<Place> = new Set<Place>(["optional", "subset", "subsequence", "prefix"]);

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
function placeOf({ options }: Matching, role: Role, kind: number): Place {
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
  if (role === Role.Condition && kind === Kind.Catch) return "optional";
  return PLACES[role] ?? "ordered";
}

/** Calls `next` once for each way in which the node matches the row; below the root a name also as its value. */
export function matchNode(m: Matching, node: PatternNode, row: number, next: Next): void {
  matchRoot(m, node, row, next);
  if (node.type === "node" && m.document.tree.kind[row] === Kind.Reference) {
    const marked = m.document.markedFor(row);
    if (marked >= 0) matchNode(m, node, marked, next);
  }
  if (node.type !== "ellipsis" && node.type !== "deep") m.throughName(row, (value) => matchNode(m, node, value, next));
}

/** As matchNode, for the row that a pattern begins with. */
export function matchRoot(m: Matching, node: PatternNode, row: number, next: Next): void {
  m.step();
  switch (node.type) {
    case "ellipsis":
      return next();
    case "metavariable":
    case "ellipsis-metavariable":
      return matchMetavariable(m, node, row, next);
    case "deep":
      return matchDeep(m, node.inner!, row, next);
    case "any-string":
    case "string-metavariable":
    case "string-regex":
      if (m.document.tree.kind[row] === Kind.Cast) return matchThroughCast(m, node, row, next);
      return matchStringNode(m, node, row, next);
    case "node":
      return matchCode(m, node, row, next);
  }
}

function matchMetavariable(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const kind = tree.kind[row];
  // The text between interpolations is no expression, and a keyword argument is more than one.
  if (
    (kind === Kind.StringPart && node.kind !== Kind.StringPart) ||
    (kind === Kind.Argument && node.type === "metavariable")
  )
    return;
  if (node.typed) {
    matchTyped(m, node.typed, row, () => m.bindRow(node.name, row, next));
    return kind === Kind.Cast ? matchThroughCast(m, node, row, next) : undefined;
  }
  // A parameter is bound by what it declares: its default and type are not part of the name.
  if (tree.kind[row] === Kind.Parameter && node.kind === Kind.Parameter) {
    const declared = childIn(tree, row, Role.Target);
    if (declared >= 0) return m.bindRow(node.name, declared, next);
  }
  // What is bound already is also found under a cast.
  if (kind === Kind.Cast && m.bindings.has(node.name)) matchThroughCast(m, node, row, next);
  m.bindRow(node.name, row, next);
}

function matchCode(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const kind = tree.kind[row]!;
  if (kind === Kind.Block && node.kind !== Kind.Block) {
    if (node.kind === Kind.ExpressionStatement && partOf(node, Role.Value)?.type === "metavariable") {
      return m.bindRow(partOf(node, Role.Value)!.name, row, next);
    }
    const only = onlyStatement(m, row);
    return only < 0 ? undefined : matchNode(m, node, only, next);
  }
  if (matchExpression(m, node, row, kind, next) || matchDefinition(m, node, row, kind, next)) return;
  if (kind !== node.kind) return matchThroughCast(m, node, row, next);
  // `/re/` flags and the like aside, the variant (operator, keyword) is part of what a row is.
  if (!m.sameText(node, row) && node.kind !== Kind.Global) return;
  if (tree.size[row] === 1 && node.places.length === 0) return next();
  matchParts(m, node, row, next);
}

/** Expressions and statements with rules of their own; false where the common ones hold. */
function matchExpression(m: Matching, node: PatternNode, row: number, kind: number, next: Next): boolean {
  const { tree } = m.document;
  switch (node.kind) {
    case Kind.Identifier:
    case Kind.Name:
      matchName(m, node, row, next);
      return true;
    case Kind.String:
    case Kind.Number:
    case Kind.Boolean:
      if (kind === Kind.Cast) return false;
      if (node.kind === Kind.String) matchStringNode(m, node, row, next);
      else matchLiteral(m, node, row, next);
      return true;
    case Kind.Regex:
      matchRegex(m, node, row, next);
      return true;
    case Kind.Member:
      matchMember(m, node, row, next);
      return true;
    case Kind.ExpressionStatement:
      matchExpressionStatement(m, node, row, next);
      return true;
    case Kind.Block:
      matchBlock(m, node, row, next);
      return true;
    case Kind.Binary: {
      const operands = kind === Kind.Binary && m.sameText(node, row) ? operandsOf(node, m.options) : undefined;
      if (operands) matchOperands(m, node, operands, row, next);
      return operands !== undefined;
    }
    case Kind.Pair: {
      // A property that is a function has no value but `...`.
      const [key, name] = [partOf(node, Role.Key), kind === Kind.Function ? childIn(tree, row, Role.Name) : -1];
      if (!key || name < 0 || partOf(node, Role.Value)?.type !== "ellipsis") return false;
      matchNode(m, key, name, next);
      return true;
    }
    case Kind.Call:
      return matchCallLike(m, node, row, kind, next);
    case Kind.Index:
      if (kind !== Kind.Index || m.sameText(node, row) || !mayBeOptional(node)) return false;
      matchParts(m, node, row, next);
      return true;
    case Kind.Template:
      // `...${x}...` is no text without a substitution.
      return kind === Kind.Template && holdsCode(node) && !hasCode(tree, row);
    default:
      return false;
  }
}

/** As matchExpression, for what declares, assigns, returns and loops. */
function matchDefinition(m: Matching, node: PatternNode, row: number, kind: number, next: Next): boolean {
  const { tree } = m.document;
  switch (node.kind) {
    case Kind.Import:
      matchImport(m, node, row, next);
      return true;
    case Kind.Assign:
      if (kind === Kind.Variable || kind === Kind.Field) {
        if (m.document.language.declarationsAssign !== false) matchDeclared(m, node, row, next);
        return true;
      }
      if (kind === Kind.Assign) {
        matchPairs(m, node, childIn(tree, row, Role.Target), childIn(tree, row, Role.Value), next);
      }
      return false;
    case Kind.Variable:
      if (kind !== Kind.Field || !m.sameText(node, row)) return false;
      if (m.document.language.scoping.membersAreNames) matchParts(m, node, row, next);
      return true;
    case Kind.Return:
    case Kind.ImplicitReturn:
      return matchReturn(m, node, row, kind, next);
    case Kind.Function:
      if (kind !== Kind.Lambda || partOf(node, Role.Name)?.type !== "ellipsis") return false;
      matchParts(m, node, row, next);
      return true;
    case Kind.Lambda:
      if (kind !== Kind.Lambda || !m.options.arrow_is_function) return false;
      matchParts(m, node, row, next);
      return true;
    case Kind.Parameter:
      if (kind === Kind.Parameter) matchParameter(m, node, row, next);
      return kind === Kind.Parameter;
    case Kind.Decorator:
      if (kind === Kind.Decorator) matchDecorator(m, node, row, next);
      return kind === Kind.Decorator;
    case Kind.Catch:
      if (kind === Kind.Catch) matchCatch(m, node, row, next);
      return kind === Kind.Catch;
    case Kind.ImportSpecifier:
      return kind === Kind.ImportSpecifier && matchDefaultImport(m, node, row, next);
    case Kind.For:
    case Kind.ForEach:
      return matchLoop(m, node, row, kind, next);
    default:
      return false;
  }
}

function matchReturn(m: Matching, node: PatternNode, row: number, kind: number, next: Next): boolean {
  const { tree } = m.document;
  if (node.kind === Kind.ImplicitReturn) {
    // The body `=> e` is also one that is `{ return e }`.
    const only = kind === Kind.Block ? onlyRow(tree, row) : row;
    if (only < 0 || tree.kind[only] !== Kind.Return) return false;
    matchParts(m, node, only, next);
    return true;
  }
  if (kind === Kind.ImplicitReturn && m.options.implicit_return && m.sameText(node, row)) {
    matchParts(m, node, row, next);
    return true;
  }
  if (m.options.implicit_return && m.document.returned.has(row)) {
    matchReturned(m, node, row, next);
    return true;
  }
  if (kind !== Kind.Return || partOf(node, Role.Value)?.type !== "ellipsis") return false;
  next();
  return true;
}

/** Whether `a.b` also stands for `a?.b`: there the object counts as `a?`, which only a metavariable takes. */
export const mayBeOptional = (node: PatternNode): boolean =>
  node.text === "" && partOf(node, Role.Object)?.type === "metavariable";

/** Tagged templates are calls, and to a pattern of any call so is what deletes. */
function matchCallLike(m: Matching, node: PatternNode, row: number, kind: number, next: Next): boolean {
  const { tree, interner } = m.document;
  const callee = partOf(node, Role.Callee);
  if (!callee) return false;
  if (kind === Kind.TaggedTemplate) {
    const own = childIn(tree, row, Role.Callee);
    const text = childrenIn(tree, row, Role.Value);
    matchNode(m, callee, own, () => matchArguments(m, listOf(node, Role.Argument), text, tree.end[row]!, next));
    return true;
  }
  if (kind !== Kind.Unary || callee.type !== "metavariable") return false;
  if (interner.text(tree.atom[row]!) !== "delete") return false;
  const operand = childrenIn(tree, row, Role.Operand);
  const end = tree.start[row]! + "delete".length;
  const operator = { start: tree.start[row]!, end, row: -1, count: 0, text: "delete" };
  m.bind(callee.name, { kind: "text", ...operator }, () =>
    matchArguments(m, listOf(node, Role.Argument), operand, tree.end[row]!, next),
  );
  return true;
}

/** `return $X` against a last expression; a `return` without a value is none. */
function matchReturned(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const value = tree.kind[row] === Kind.ExpressionStatement ? childIn(tree, row, Role.Value) : row;
  const pattern = partOf(node, Role.Value);
  if (pattern && value >= 0) matchNode(m, pattern, value, next);
}

const holdsCode = (node: PatternNode): boolean =>
  listOf(node, Role.Part).some(({ kind }) => kind !== Kind.StringPart && kind !== Kind.String);

const hasCode = (tree: Tree, row: number): boolean =>
  childrenIn(tree, row, Role.Part).some((part) => tree.kind[part] !== Kind.StringPart);

/** A cast in the target is looked through below the pattern's root. */
export function matchThroughCast(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree, interner } = m.document;
  if (tree.kind[row] === Kind.Cast && node.role !== Role.None && interner.text(tree.atom[row]!) === "as") {
    return matchNode(m, node, childIn(tree, row, Role.Value), next);
  }
  // `List` is any list, of whatever.
  if (tree.kind[row] === Kind.TypeApply) return matchNode(m, node, childIn(tree, row, Role.Value), next);
  // `[...]` is any list, a comprehension too; `{...}` any set or dictionary.
  const hollow = node.places.length === 1 && node.places[0]![1].every(({ type }) => type === "ellipsis");
  if (!hollow) return;
  const kind = tree.kind[row]!;
  const variant = interner.text(tree.atom[row]!);
  const comprehension = kind === Kind.Comprehension ? variant : "";
  if (node.kind === Kind.Array && comprehension === "list") return next();
  const braces = kind === Kind.Set || kind === Kind.Dict || comprehension === "set" || comprehension === "dict";
  if (braces && (node.kind === Kind.Set || node.kind === Kind.Dict)) next();
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
  if (rows.length === 0 && role === Role.Init && tree.kind[row] !== Kind.For) return;
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
      return matchStatements(m, patterns, rows, true, next);
    case "subset":
      return matchSubset(m, patterns, rows, next);
    case "subsequence":
      return matchSubsequence(m, patterns, rows, tree.end[row]!, next);
    case "unordered":
      return matchUnordered(m, patterns, rows, next);
    case "prefix":
      return matchOrdered(m, patterns, rows.slice(0, patterns.length), tree.start[row]!, next);
    case "ordered":
    case "optional":
      return matchOrdered(m, patterns, rows, tree.end[row]!, next);
  }
}
