// What appends to a string that a variable holds.
import type { Language } from "../languages/language";
import { Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import type { Atoms } from "./variables";

/** What `a << b` and `a.concat(b)` append to `a`; undefined for what does not append. */
export function appendedTo(
  tree: Tree,
  atoms: Atoms,
  { folding: { appends } }: Language,
  value: number,
  callee: number,
): number[] | undefined {
  const name = callee === value ? callee : childIn(tree, callee, Role.Property);
  if (!appends || name < 0 || !appends.includes(atoms.text(tree.atom[name]!))) return undefined;
  return childrenIn(tree, value, callee === value ? Role.Right : Role.Argument);
}
