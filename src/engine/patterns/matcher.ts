// One pattern node against one row. Which kinds stand for each other is said here (RULE-LANGUAGE §2.8); what may be left
// out in parts.ts; lists, literals, statements, definitions, names and imports have files of their own.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { matchDeep } from "./deep";
import {
  matchCatch,
  matchDeclared,
  matchDecorator,
  matchDefaultImport,
  matchLoop,
  matchMethodAssigned,
  matchPairs,
  matchParameter,
} from "./definitions";
import { matchMember, matchName } from "./dotted";
import { matchImport } from "./imports";
import { matchArguments, matchOperands, operandsOf } from "./lists";
import type { Matching, Next } from "./matching";
import { matchParts } from "./parts";
import { listOf, type PatternNode, partOf } from "./pattern";
import { matchBlock, matchExpressionStatement, onlyRow, onlyStatement } from "./statements";
import { matchLiteral, matchRegex, matchStringNode } from "./strings";
import { matchTyped } from "./types";

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
  // The text between interpolations and an interpolation that says a format are no expressions; a keyword argument is more,
  // and `$X` as the text of an element is text.
  if (
    (kind === Kind.StringPart && node.kind !== Kind.StringPart && node.kind !== Kind.String) ||
    (kind !== Kind.StringPart && node.kind === Kind.String) ||
    (kind === Kind.FormattedPart && node.kind !== Kind.FormattedPart) ||
    (kind !== Kind.MarkupText && node.kind === Kind.MarkupText && node.type === "metavariable") ||
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
  m.bindRow(node.name, row, next);
}

function matchCode(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const kind = tree.kind[row]!;
  if (kind === Kind.Block && node.kind !== Kind.Block && node.kind !== Kind.ImplicitReturn) {
    if (node.kind === Kind.ExpressionStatement && partOf(node, Role.Value)?.type === "metavariable") {
      return m.bindRow(partOf(node, Role.Value)!.name, row, next);
    }
    const only = onlyStatement(m, row);
    if (only < 0) return;
    // The body `-> e` is also `{ return e; }`.
    const value =
      tree.role[row] === Role.Body && tree.kind[only] === Kind.Return ? partOf(node, Role.Value) : undefined;
    const returned = value ? childIn(tree, only, Role.Value) : -1;
    return value && returned >= 0 ? matchNode(m, value, returned, next) : matchNode(m, node, only, next);
  }
  if (matchExpression(m, node, row, kind, next) || matchDefinition(m, node, row, kind, next)) return;
  if (kind !== node.kind) return matchThroughCast(m, node, row, next);
  // `/re/` flags and the like aside, the variant (operator, keyword) is part of what a row is.
  if (!m.sameText(node, row) && node.kind !== Kind.Global && !isOpenInBraces(m, node, row)) return;
  if (tree.size[row] === 1 && node.places.length === 0) return next();
  matchParts(m, node, row, next);
}

/** `{... for a in b}` may make a dictionary too. */
const isOpenInBraces = ({ document: { tree, interner } }: Matching, node: PatternNode, row: number): boolean =>
  node.kind === Kind.Comprehension &&
  node.text === "set" &&
  partOf(node, Role.Element)?.type === "ellipsis" &&
  interner.text(tree.atom[row]!) === "dict";

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
      if (kind !== Kind.Index || !mayBeOptional(m, node, row)) return false;
      matchParts(m, node, row, next);
      return true;
    case Kind.Dict: {
      // What another dictionary brings in is passed over by `{...}` alone.
      const said = listOf(node, Role.Element).filter(({ type }) => type !== "ellipsis");
      const takes = said.length === 0 || said.some((each) => each.kind === Kind.Spread);
      return !takes && childrenIn(tree, row, Role.Element).some((each) => tree.kind[each] === Kind.Spread);
    }
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
      if (kind === Kind.Function) {
        if (m.options.flddef_assign) matchMethodAssigned(m, node, row, next);
        return true;
      }
      if (kind === Kind.Variable || kind === Kind.Field) {
        if (m.document.language.declarationsAssign !== false) matchDeclared(m, node, row, next);
        return true;
      }
      if (kind === Kind.Assign && !partOf(node, Role.Type)) {
        matchPairs(m, node, childIn(tree, row, Role.Target), childIn(tree, row, Role.Value), next);
      }
      return false;
    case Kind.Variable:
      if (kind === Kind.Variable && m.document.language.destructuringAssigns) return isOfSeveral(m, node, row);
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

/** Whether `$X = e` stands beside a declaration of several names, which is an assignment of its own to Semgrep. */
function isOfSeveral({ document: { tree } }: Matching, node: PatternNode, row: number): boolean {
  const init = partOf(node, Role.Init)?.type;
  if (partOf(node, Role.Target)?.type !== "metavariable" || init === "metavariable" || init === "ellipsis")
    return false;
  const target = childIn(tree, row, Role.Target);
  return target >= 0 && (tree.kind[target] === Kind.Object || tree.kind[target] === Kind.Array);
}

function matchReturn(m: Matching, node: PatternNode, row: number, kind: number, next: Next): boolean {
  const { tree } = m.document;
  if (node.kind === Kind.ImplicitReturn) {
    // The body `=> e` is also one that is `{ return e }`.
    const isPlain = node.text === "" && m.options.arrow_is_function;
    const only = kind === Kind.Block && isPlain ? onlyRow(tree, row) : -1;
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

/** Whether `$A.b` stands for a row that is `a?.b`: its object counts as `a?`, which only a metavariable takes. */
export function mayBeOptional({ document }: Matching, node: PatternNode, row: number): boolean {
  const free = node.text === "" && partOf(node, Role.Object)?.type === "metavariable";
  return free && document.interner.text(document.tree.atom[row]!) === "?.";
}

/** Tagged templates are calls, and to a pattern of any call so is what deletes. */
function matchCallLike(m: Matching, node: PatternNode, row: number, kind: number, next: Next): boolean {
  const { tree, interner } = m.document;
  const callee = partOf(node, Role.Callee);
  if (!callee) return false;
  if (kind === Kind.TaggedTemplate && tree.atom[row] === 0) {
    const own = childIn(tree, row, Role.Callee);
    const text = childrenIn(tree, row, Role.Value);
    // Its template is another thing than one that is passed.
    if (listOf(node, Role.Argument).some(({ type }) => type === "node")) return true;
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
