// Statements: sequences with gaps that reach into nested statements, blocks, and expression statements, which look for
// their expression a little deeper (RULE-LANGUAGE §2.4, §2.5).
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { matchDeep } from "./deep";
import { isExpression, type MatchDocument } from "./document";
import { matchNode } from "./matcher";
import { type Matching, NEVER, type Next } from "./matching";
import { listOf, type PatternNode, partOf } from "./pattern";

/**
 * A sequence against the list `rows` from its first on. Before the first `...` statements follow each other; behind it they
 * are looked for in the flattened rest, and more may follow. With `exact` (a block) nothing may be left over before a `...`.
 * `next` gets the last row of the list that took part.
 */
export function matchStatements(
  m: Matching,
  patterns: readonly PatternNode[],
  rows: readonly number[],
  exact: boolean,
  next: (last: number) => void,
  first = 0,
): void {
  const direct = (pattern: number, index: number): void => {
    m.step();
    const node = patterns[pattern];
    if (!node) {
      if (!exact || index === rows.length) next(rows[index - 1] ?? -1);
      return;
    }
    if (node.type === "ellipsis") {
      if (pattern === patterns.length - 1) return ends(m, rows, index - 1, exact, next);
      return deeper(m, patterns, pattern + 1, rows, index, exact, next);
    }
    if (node.type === "ellipsis-metavariable") {
      for (let to = rows.length; to >= index; to--) {
        m.bind(node.name, m.listBinding(rows, index, to, place(m, rows, index)), () => direct(pattern + 1, to));
      }
      return;
    }
    if (index < rows.length) matchNode(m, node, rows[index]!, () => direct(pattern + 1, index + 1));
  };
  direct(0, first);
}

/** What a last `...` takes behind `rows[from]`: all; of an open pattern, any number. */
function ends(m: Matching, rows: readonly number[], from: number, exact: boolean, next: (last: number) => void): void {
  if (exact || !m.isOpen || from < 0) return next(rows.at(-1) ?? -1);
  for (let last = from; last < rows.length; last++) {
    m.step();
    next(rows[last]!);
  }
}

/** The rest of a sequence behind its first `...`, in the flattened list. */
function deeper(
  m: Matching,
  patterns: readonly PatternNode[],
  from: number,
  rows: readonly number[],
  index: number,
  exact: boolean,
  next: (last: number) => void,
): void {
  if (index >= rows.length) return;
  const { tree } = m.document;
  const end = rows.at(-1)! + tree.size[rows.at(-1)!]!;
  const nested = m.options.go_deeper_stmt && tree.role[rows[index]!] !== Role.Element;
  const flat = nested ? m.document.flattened(rows[index]!, end) : rows.slice(index);
  const at = (pattern: number, position: number, gap: boolean, level: Level): void => {
    m.step();
    const node = patterns[pattern];
    if (!node) return next(owner(tree, rows, flat[position - 1]!));
    if (node.type === "ellipsis" || node.type === "ellipsis-metavariable") {
      if (pattern === patterns.length - 1) {
        return ends(m, rows, rows.indexOf(owner(tree, rows, flat[position - 1]!)), exact, next);
      }
      return at(pattern + 1, position, true, level);
    }
    const take = (i: number, by: Level): void => {
      const outer = by === "nested" || indexOf(rows, flat[i]!) >= 0;
      if (!outer && by === "outer") return;
      matchNode(m, node, flat[i]!, () => at(pattern + 1, i + 1, false, outer ? by : "nested"));
    };
    if (gap) {
      for (const i of mentioning(m, node, flat, position)) take(i, level);
      return;
    }
    const sibling = level === "nested" ? -1 : indexOf(flat, behind(tree, flat[position - 1]!));
    if (level !== "outer" && position < flat.length) take(position, level);
    // The list is also read as it stands, where what a statement holds is not behind it.
    if (sibling >= 0 && (level === "outer" || sibling !== position)) take(sibling, "outer");
  };
  at(from, 0, true, "any");
}

/** Whether all that a sequence took so far are statements of the list itself, and whether the others must be. */
type Level = "any" | "outer" | "nested";

/** The row behind all that a row holds. */
const behind = (tree: Tree, row: number): number => row + tree.size[row]!;

/**
 * Indices from `position` on of statements that the pattern can match: where it names something that is bound to a name,
 * only those that hold the name, which keeps a search for `$X = …; ... f($X)` from growing with the square of the file.
 */
function mentioning(m: Matching, node: PatternNode, flat: readonly number[], position: number): Iterable<number> {
  const atom = firstBoundName(m, node);
  if (atom === NEVER) return range(position, flat.length);
  const { tree } = m.document;
  const indices = new Set<number>();
  const end = flat.length > 0 ? flat.at(-1)! + tree.size[flat.at(-1)!]! : 0;
  for (const row of m.document.rowsNamed(atom)) {
    if (row >= end) break;
    // Every statement of the list around the name, which stand before it in preorder.
    for (let at = row; at >= 0; at = tree.parent[at]!) {
      const index = indexOf(flat, at);
      if (index >= position) indices.add(index);
    }
  }
  return [...indices].sort((a, b) => a - b);
}

function* range(from: number, to: number): Generator<number> {
  for (let i = from; i < to; i++) yield i;
}

/** Atom of the first metavariable below the node that is bound to a name, or NEVER. */
function firstBoundName(m: Matching, node: PatternNode): number {
  if (node.type === "metavariable") return m.boundName(node.name);
  if (node.type === "deep") return firstBoundName(m, node.inner!);
  if (node.type !== "node") return NEVER;
  for (const [, parts] of node.places) {
    for (const part of parts) {
      const atom = firstBoundName(m, part);
      if (atom !== NEVER) return atom;
    }
  }
  return NEVER;
}

/** Index of a value in an ascending list, or -1. */
function indexOf(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! === value) return middle;
    if (list[middle]! < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The row of the list that a nested statement stands in. */
function owner(tree: Tree, rows: readonly number[], nested: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (rows[middle]! <= nested) low = middle;
    else high = middle - 1;
  }
  return nested < rows[low]! + tree.size[rows[low]!]! ? rows[low]! : nested;
}

function place(m: Matching, rows: readonly number[], index: number): number {
  const { tree } = m.document;
  return index < rows.length ? tree.start[rows[index]!]! : rows.length > 0 ? tree.end[rows.at(-1)!]! : 0;
}

/** `foo();` against a statement: the expression itself, or one that the statement computes on the way. */
export function matchExpressionStatement(m: Matching, node: PatternNode, row: number, next: Next): void {
  const value = partOf(node, Role.Value);
  if (!value) return;
  const { tree } = m.document;
  if (value.type === "metavariable") {
    // `$S;` is any statement; where one is an expression, also that.
    m.bindRow(value.name, row, next);
    const expression = tree.kind[row] === Kind.ExpressionStatement ? childIn(tree, row, Role.Value) : -1;
    if (expression >= 0 && tree.end[expression] !== tree.end[row]) m.bindRow(value.name, expression, next);
    return;
  }
  switch (tree.kind[row]) {
    case Kind.ExpressionStatement: {
      const expression = childIn(tree, row, Role.Value);
      if (expression < 0) return;
      if (value.type === "deep") return matchNode(m, value, expression, next);
      if (!m.options.implicit_deep_exprstmt) return matchNode(m, value, expression, next);
      return matchShallow(m, value, expression, next);
    }
    case Kind.Variable:
    case Kind.Field:
      if (value.kind === Kind.Assign && value.type === "node") matchNode(m, value, row, next);
      return matchInitialiser(m, value, row, Role.Init, next);
    case Kind.Return:
    case Kind.ImplicitReturn:
      return matchInitialiser(m, value, row, Role.Value, next);
    default:
      if (value.type === "deep") matchDeepHeader(m, value, row, next);
      // What a metavariable stands for may be an expression, which is a statement by itself.
      else if (isExpression(tree.kind[row]!)) matchShallow(m, value, row, next);
  }
}

function matchInitialiser(m: Matching, value: PatternNode, row: number, role: Role, next: Next): void {
  const initialiser = childIn(m.document.tree, row, role);
  if (initialiser < 0) return;
  if (value.type === "deep") matchNode(m, value, initialiser, next);
  else matchDeep(m, value, initialiser, next);
}

/** `<... e ...>;` searches a statement's own expressions, not the statements nested in it. */
function matchDeepHeader(m: Matching, value: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  for (const child of childrenIn(tree, row)) {
    const role = tree.role[child];
    if (
      role === Role.Condition ||
      role === Role.Value ||
      role === Role.Iterable ||
      role === Role.Subject ||
      role === Role.Item
    ) {
      matchNode(m, value, child, next);
    }
  }
}

/** Which parts of an expression statement are looked into for the expression of the pattern. */
const SHALLOW: ReadonlyMap<number, readonly Role[]> = new Map<number, readonly Role[]>([
  [Kind.Assign, [Role.Value]],
  [Kind.CompoundAssign, [Role.Value]],
  [Kind.Binary, [Role.Left, Role.Right]],
  [Kind.Unary, [Role.Operand]],
  [Kind.Call, [Role.Callee, Role.Argument]],
  [Kind.Argument, [Role.Value]],
  // A block within the body of another (Terraform).
  [Kind.ExpressionStatement, [Role.Value]],
  [Kind.Member, [Role.Object]],
  [Kind.Await, [Role.Value]],
  [Kind.Cast, [Role.Value]],
  [Kind.Spread, [Role.Value]],
  [Kind.Template, [Role.Part]],
  [Kind.Array, [Role.Element]],
  [Kind.Tuple, [Role.Element]],
  [Kind.Object, [Role.Element]],
  [Kind.Dict, [Role.Element]],
  [Kind.Pair, [Role.Value]],
]);

function matchShallow(m: Matching, value: PatternNode, row: number, next: Next): void {
  m.step();
  matchNode(m, value, row, next);
  const { tree, interner } = m.document;
  // A statement within an expression (the shell's `$(…)`) stands in a row of a kind that the language alone knows.
  const holdsOne = tree.kind[row]! >= Kind.Other && onlyRow(tree, row) >= 0;
  const roles = SHALLOW.get(tree.kind[row]!) ?? (holdsOne ? [Role.Statement] : undefined);
  if (!roles) return;
  // What a pointer points to, and an address, are no operations to Semgrep.
  if (tree.kind[row] === Kind.Unary && /^[*&]$/.test(interner.text(tree.atom[row]!))) return;
  for (const child of childrenIn(tree, row)) {
    if (roles.includes(tree.role[child]! as Role)) matchShallow(m, value, child, next);
  }
}

/** The only statement of a branch, or of a lambda's body, that is a block; -1 where there is no such one. */
export function onlyStatement({ document: { tree } }: Matching, row: number): number {
  const role = tree.role[row];
  if (tree.kind[row] !== Kind.Block) return -1;
  const ofLambda = role === Role.Body && tree.kind[tree.parent[row]!] === Kind.Lambda;
  return role === Role.Then || role === Role.Else || ofLambda ? onlyRow(tree, row) : -1;
}

/** Whether what holds one statement only is no list, but that statement. */
export function standsAlone({ tree, language }: MatchDocument, row: number): boolean {
  const kind = tree.kind[row]!;
  if (kind === Kind.Case) return language.loneCases ?? false;
  if (kind >= Kind.Other) return true;
  return (language.loneBranches ?? false) && (tree.role[row] === Role.Then || tree.role[row] === Role.Else);
}

/** The only child of a row, or -1. */
export function onlyRow(tree: Tree, row: number): number {
  const first = row + 1;
  return tree.size[row]! > 1 && tree.size[first] === tree.size[row]! - 1 ? first : -1;
}

/** What a case holds, where it is its only statement or else a block: braces around several say nothing, around one they do. */
export function matchCase(m: Matching, patterns: readonly PatternNode[], rows: readonly number[], next: Next): void {
  const { tree } = m.document;
  const [node, second] = patterns;
  const lone = node && !second && node.type !== "ellipsis" && node.type !== "ellipsis-metavariable" ? node : undefined;
  const inner = rows.length === 1 && tree.kind[rows[0]!] === Kind.Block ? rows[0]! : -1;
  const isBlock = inner >= 0 || rows.length !== 1;
  if (lone && lone.kind !== Kind.Block) return isBlock ? undefined : matchNode(m, lone, rows[0]!, next);
  if (!isBlock && (lone || second)) return;
  const statements = lone ? listOf(lone, Role.Statement) : patterns;
  const list = inner >= 0 ? childrenIn(tree, inner, Role.Statement) : rows;
  matchStatements(m, statements, list, true, () => next());
}

/** A block by its statements; for `if` and `else` a lone statement is a block of one. */
export function matchBlock(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const statements = node.parts.get(Role.Statement) ?? [];
  const kind = tree.kind[row]!;
  if (kind === Kind.Block) {
    if (statements.length > 1 && onlyRow(tree, row) >= 0 && standsAlone(m.document, row)) return;
    const only = statements.length === 1 && m.document.language.pattern.loneStatements ? statements[0]! : undefined;
    const value = only?.kind === Kind.ExpressionStatement ? partOf(only, Role.Value) : undefined;
    if (value?.type === "metavariable" && tree.size[row]! > 1 && onlyRow(tree, row) < 0) {
      return m.bindRow(value.name, row, next);
    }
    return matchStatements(m, statements, childrenIn(tree, row, Role.Statement), true, () => next());
  }
  const any = statements.length === 1 && statements[0]!.type === "ellipsis";
  // The body of a lambda that is an expression: a block of that one statement.
  const alone = kind === Kind.ExpressionStatement && tree.kind[tree.parent[row]!] === Kind.Lambda;
  if ((kind === Kind.ImplicitReturn && m.sameText(node, row)) || alone) {
    if (any) next();
    else if (statements.length > 0) matchStatements(m, statements, [row], true, () => next());
    return;
  }
  if (kind === Kind.Empty && statements.length === 0) return next();
  const role = tree.role[row];
  // Only a block of one is the same as that one.
  const bare = statements.length === 1 && (role === Role.Then || role === Role.Else) && kind !== Kind.Block;
  if (bare) matchStatements(m, statements, [row], true, () => next());
}
