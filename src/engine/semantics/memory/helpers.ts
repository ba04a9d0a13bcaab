// Functions of the file that do nothing but give back what they are given, as seen by those who call them.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { childIn, childrenIn, type Tree } from "../../tree/tree";
import type { Atoms } from "../variables";
import type { Sizes } from "./sizes";
import type { MemoryObject } from "./values";

const DELETE = kindOf("delete");

/** Which argument a function gives back on every way, and how it was allocated. */
export interface Release {
  readonly at: number;
  readonly by: MemoryObject["by"];
}

/** What a function of the file gives back of its arguments: `free(p);` among the statements that are always run. */
export function releasesOf(tree: Tree, atoms: Atoms, sizes: Sizes, name: number): readonly Release[] {
  const row = sizes.functionOf(name);
  const body = row < 0 ? -1 : childIn(tree, row, Role.Body);
  if (body < 0) return [];
  const parameters = childrenIn(tree, row, Role.Parameter).map((each) => childIn(tree, each, Role.Target));
  const releases: Release[] = [];
  for (const statement of childrenIn(tree, body)) {
    // What may leave, or give the parameter another value, ends what is known.
    if (tree.kind[statement] !== Kind.ExpressionStatement) break;
    const released = releasedBy(tree, atoms, sizes, childIn(tree, statement, Role.Value));
    const at = released ? parameters.findIndex((each) => each >= 0 && tree.atom[each] === released.name) : -1;
    if (released && at >= 0) releases.push({ at, by: released.by });
  }
  return releases;
}

function releasedBy(
  tree: Tree,
  atoms: Atoms,
  sizes: Sizes,
  row: number,
): { readonly name: number; readonly by: Release["by"] } | undefined {
  const nameAt = (operand: number): number =>
    operand >= 0 && tree.kind[operand] === Kind.Identifier ? tree.atom[operand]! : -1;
  if (row < 0) return undefined;
  if (tree.kind[row] === DELETE) {
    const name = nameAt(childIn(tree, row, Role.Operand));
    return name < 0 ? undefined : { name, by: atoms.text(tree.atom[row]!) === "[]" ? "new[]" : "new" };
  }
  const callee = tree.kind[row] === Kind.Call ? childIn(tree, row, Role.Callee) : -1;
  if (callee < 0 || tree.kind[callee] !== Kind.Identifier) return undefined;
  const { calls } = sizes.facts;
  const text = sizes.nameOf(tree.atom[callee]!);
  const known = Object.hasOwn(calls, text) ? calls[text] : undefined;
  if (known?.frees === undefined) return undefined;
  const name = nameAt(childrenIn(tree, row, Role.Argument)[known.frees] ?? -1);
  return name < 0 ? undefined : { name, by: known.by ?? "malloc" };
}
