// What declares: variables, parameters, decorators, the clauses of statements that catch and loop.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { matchNode, matchParts } from "./matcher";
import type { Matching, Next } from "./matching";
import { type PatternNode, partOf } from "./pattern";

/** `$X = e` also matches a declaration with that initialiser. */
export function matchDeclared(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const declared = childIn(tree, row, tree.kind[row] === Kind.Field ? Role.Name : Role.Target);
  const value = childIn(tree, row, Role.Init);
  if (declared < 0 || value < 0) return;
  matchNode(m, partOf(node, Role.Target)!, declared, () => matchNode(m, partOf(node, Role.Value)!, value, next));
}

export function matchParameter(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree, interner } = m.document;
  const rest = interner.text(tree.atom[row]!);
  const any = partOf(node, Role.Target)?.type === "metavariable" && rest === "...";
  if (any || m.sameText(node, row)) matchParts(m, node, row, next);
}
