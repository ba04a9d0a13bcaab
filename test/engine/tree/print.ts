/** Shared by tests: a neutral tree as text. */
import type { Interner } from "../../../src/engine/syntax";
import { Kind, otherName, Role } from "../../../src/engine/tree/kinds";
import { childrenIn, type Tree } from "../../../src/engine/tree/tree";

/** `Call`, or the grammar's name in angle brackets where a kind passed through. */
export function kindText(kind: number): string {
  return kind >= Kind.Other ? `<${otherName(kind)}>` : Kind[kind]!;
}

const lower = (word: string): string => word[0]!.toLowerCase() + word.slice(1);

/**
 * A subtree on one line: `(Call callee:(Identifier f) argument:(Number 1))`. A variant or a leaf's text follows the kind,
 * in quotes where it is not a plain word or sign. Children in Role.None have no label, statements neither.
 */
export function print(tree: Tree, interner: Interner, row = 0): string {
  const text = interner.text(tree.atom[row]!);
  const words = [kindText(tree.kind[row]!)];
  if (text !== "") words.push(/^[^\s()"]+$/.test(text) ? text : JSON.stringify(text));
  for (const child of childrenIn(tree, row)) {
    const role = tree.role[child]!;
    const plain = role === Role.None || role === Role.Statement;
    words.push((plain ? "" : `${lower(Role[role]!)}:`) + print(tree, interner, child));
  }
  return `(${words.join(" ")})`;
}

/** The children of the root, one string each. */
export function printAll(tree: Tree, interner: Interner): string[] {
  return childrenIn(tree, 0).map((row) => print(tree, interner, row));
}
