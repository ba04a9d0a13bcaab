// What functions return without saying so: the last expression on each path, where the language has it so.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";

/**
 * Rows of the statements and expressions that are the value of a function's body, or of those of lambdas alone.
 * @param closedCases what chooses within a case is a mere expression, which is no return
 */
export function implicitReturns(tree: Tree, lambdas = false, closedCases = false): ReadonlySet<number> {
  const found = new Set<number>();
  for (let row = 0; row < tree.length; row++) {
    const kind = tree.kind[row];
    if (kind !== Kind.Lambda && (lambdas || kind !== Kind.Function)) continue;
    const body = childIn(tree, row, Role.Body);
    // A block with a variant returns nothing that a pattern sees.
    if (body < 0 || (tree.kind[body] === Kind.Block && tree.atom[body] !== 0)) continue;
    if (tree.kind[body] !== Kind.ImplicitReturn) collect(tree, body, found, closedCases);
    // One with a variant matches no `return` by itself.
    else if (tree.atom[body] !== 0) found.add(childIn(tree, body, Role.Value));
  }
  return found;
}

function collect(tree: Tree, row: number, found: Set<number>, closedCases: boolean, inCase = false): void {
  if (row < 0 || (inCase && CHOOSING.has(tree.kind[row]!))) return;
  const go = (part: number, closed = inCase): void => collect(tree, part, found, closedCases, closed);
  switch (tree.kind[row]) {
    case Kind.Block:
      return go(childrenIn(tree, row, Role.Statement).at(-1) ?? -1);
    case Kind.Case:
      return go(childrenIn(tree, row, Role.Statement).at(-1) ?? -1, closedCases);
    case Kind.If:
      go(childIn(tree, row, Role.Then));
      return go(childIn(tree, row, Role.Else));
    case Kind.Switch:
      for (const branch of childrenIn(tree, row, Role.Case)) go(branch);
      return;
    case Kind.Try: {
      const last = childIn(tree, row, Role.Finally);
      if (last >= 0) return go(childIn(tree, last, Role.Body));
      go(childIn(tree, row, Role.Body));
      for (const handler of childrenIn(tree, row, Role.Catch)) go(childIn(tree, handler, Role.Body));
      return;
    }
    case Kind.ExpressionStatement: {
      const value = childIn(tree, row, Role.Value);
      if (value >= 0 && isBranching(tree.kind[value]!)) return go(value);
      if (value < 0 || !isPassed(tree.kind[value]!)) found.add(row);
      return;
    }
    default:
      if (isValue(tree.kind[row]!)) found.add(row);
  }
}

const isBranching = (kind: number): boolean =>
  kind === Kind.Block || kind === Kind.If || kind === Kind.Switch || kind === Kind.Try;

const CHOOSING: ReadonlySet<number> = new Set([Kind.If, Kind.Switch]);

/** What assigns or chooses is not taken for what a function returns, as in Semgrep. */
const isPassed = (kind: number): boolean =>
  kind === Kind.Assign || kind === Kind.CompoundAssign || kind === Kind.Conditional;

/** Statements and definitions are no values; lambdas and what a grammar has of its own are. */
const isValue = (kind: number): boolean => kind >= Kind.Identifier || kind === Kind.Lambda;
