// `<... e ...>`: expressions below a row.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { isExpression } from "./document";
import { matchRoot } from "./matcher";
import type { Matching, Next } from "./matching";
import type { PatternNode } from "./pattern";

/**
 * `<... e ...>`: the row or an expression below it, not inside functions and classes. A value that several names or
 * occurrences stand for is looked into once (`seen`), or chains of names would take exponential time.
 */
export function matchDeep(m: Matching, inner: PatternNode, row: number, next: Next, seen = new Set<number>()): void {
  if (!m.options.go_deeper_expr) return matchRoot(m, inner, row, next);
  const { tree } = m.document;
  const end = row + tree.size[row]!;
  for (let at = row; at < end; ) {
    m.step();
    const kind = tree.kind[at]!;
    if (closed(m, at)) {
      if (isExpression(kind)) matchRoot(m, inner, at, next);
      at += tree.size[at]!;
      continue;
    }
    m.throughName(at, (value) => {
      if (!seen.has(value)) matchDeep(m, inner, value, next, seen.add(value));
    });
    const key = tree.role[at] === Role.Key;
    if (!key && (isExpression(kind) || kind === Kind.StringPart || at === row)) matchRoot(m, inner, at, next);
    if (inner.type === "metavariable" && !inner.typed) matchOperator(m, inner, at, next);
    at += key ? tree.size[at]! : 1;
  }
}

/** Functions, classes and declared patterns are not looked into; a lambda that is one expression is, where the language says so. */
function closed({ document }: Matching, row: number): boolean {
  const { tree, language } = document;
  switch (tree.kind[row]) {
    case Kind.Lambda: {
      const body = childIn(tree, row, Role.Body);
      return !(language.deepLambdas && body >= 0 && tree.kind[body] !== Kind.Block);
    }
    case Kind.Function:
    case Kind.Class:
    case Kind.Block:
      return true;
    default:
      return false;
  }
}

/** A lone `$E` inside `<... ...>` is the operator too. */
function matchOperator(m: Matching, inner: PatternNode, row: number, next: Next): void {
  const { tree, interner, text } = m.document;
  if (tree.kind[row] !== Kind.Binary) return;
  const operator = interner.text(tree.atom[row]!);
  const left = childIn(tree, row, Role.Left);
  const start = left < 0 ? -1 : text.indexOf(operator, tree.end[left]!);
  if (start < 0) return;
  m.bind(inner.name, { kind: "text", start, end: start + operator.length, row: -1, count: 0, text: operator }, next);
}
