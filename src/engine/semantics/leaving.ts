// How statements are left: by `break` and `continue`, and by what may throw.
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";
import type { Mark, Outcome } from "./environment";

/** Operators that may leave their right side out. */
export const SHORT_CIRCUITS: ReadonlySet<string> = new Set(["&&", "||", "??", "and", "or"]);
/** Statements that take a label themselves. */
export const LABELLED: ReadonlySet<number> = new Set([Kind.While, Kind.DoWhile, Kind.For, Kind.ForEach, Kind.Switch]);

/** A statement that `break` or `continue` may leave. */
export interface Frame {
  readonly loop: boolean;
  /** Atom of its label, 0 without. */
  readonly label: number;
  readonly mark: Mark;
  readonly breaks: Outcome[];
  readonly continues: Outcome[];
}

/** The frame that a `break` or `continue` leaves; \`label\` is 0 without one. */
export function frameLeft(frames: readonly Frame[], label: number, isBreak: boolean): Frame | undefined {
  return frames.findLast((each) =>
    label !== 0 ? each.label === label && (isBreak || each.loop) : each.loop || isBreak,
  );
}

/** The body of a lambda that is an expression, -1 where it is a block. */
export function expressionBody(tree: Tree, lambda: number): number {
  const body = childIn(tree, lambda, Role.Body);
  return body >= 0 && tree.kind[body] === Kind.ImplicitReturn ? body : -1;
}

/** The atom of a statement's label, 0 without one. */
export function labelOf(tree: Tree, row: number): number {
  const name = childIn(tree, row, Role.Name);
  return name < 0 ? 0 : tree.atom[name]!;
}

/** What may leave the body of a `try` for its handlers. */
const THROWING: ReadonlySet<number> = new Set([
  ...[Kind.Throw, Kind.Call, Kind.New, Kind.TaggedTemplate, Kind.Await, Kind.Yield, Kind.Assert, Kind.Import],
]);
/**
 * How many rows of a body come before the first that may throw, and whether there is one: calls may, an assignment does
 * not, nor does a function that is defined there.
 */
export function untilThrown(tree: Tree, body: number): { readonly rows: number; readonly throws: boolean } {
  const end = body < 0 ? 0 : body + tree.size[body]!;
  for (let row = body; row < end; row++) {
    const kind = tree.kind[row]!;
    if (THROWING.has(kind)) return { rows: row - body, throws: true };
    if (kind === Kind.Function || kind === Kind.Lambda) row += tree.size[row]! - 1;
  }
  return { rows: Math.max(0, end - body), throws: false };
}
