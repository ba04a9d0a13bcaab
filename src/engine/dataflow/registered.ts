// Inner functions that others call: those that are handed out, and those that are registered under a name.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { Called } from "./calls";
import { parametersOf } from "./classes";
import type { Unit } from "./unit";
import { tainted, type Value } from "./values";

/** What an inner function that is handed out may be called with: what nothing in the file says. */
export function strangersFor(unit: Unit, row: number): Value[] {
  const { program, document } = unit;
  if (!unit.extended) return [];
  return parametersOf(document, row).rows.map((parameter) => tainted(program.untrusted(document, row, parameter)));
}

/** What a call hands to a lambda among its arguments: nothing that is known, and what others bring where it registers it. */
export function handedTo(unit: Unit, called: Called, lambda: number): Value[] {
  return isRegistered(unit, called, lambda) ? strangersFor(unit, lambda) : [];
}

/** Whether a lambda is registered under a name that is written out, as in `server.tool("read", ({ path }) => …)`. */
function isRegistered({ document }: Unit, { arguments: given }: Called, row: number): boolean {
  const { tree } = document;
  const [name, last] = [given[0]?.row ?? -1, given.at(-1)?.row ?? -1];
  if (given.length < 2 || tree.kind[name] !== Kind.String || tree.kind[row] !== Kind.Lambda) return false;
  const [first] = childrenIn(tree, row, Role.Parameter);
  if (first === undefined || row < last || row >= last + tree.size[last]!) return false;
  // What answers a call tells of its failure first.
  return !/^_?e(?:rr(?:or)?)?$/.test(document.textOf(childIn(tree, first, Role.Target)));
}
