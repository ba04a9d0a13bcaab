// The calls that every match of a pattern holds: code without one of them need not be compared.
import { Kind, Role } from "../tree/kinds";
import { lowerBound } from "./area";
import { type Matching, NEVER } from "./matching";
import type { PatternNode } from "./pattern";
import { calleeOf } from "./starts";

/** Parts in which a call is none: what is decorated with, types. */
const OTHERWISE: ReadonlySet<Role> = new Set([
  ...[Role.Decorator, Role.Modifier, Role.Type, Role.ReturnType, Role.TypeArgument, Role.TypeParameter],
]);

const known = new WeakMap<PatternNode, readonly string[]>();

/** The last names of the callees of the calls in a node. */
function calleesIn(node: PatternNode): readonly string[] {
  let names = known.get(node);
  if (!names) {
    const found = new Set<string>();
    collect(node, found);
    names = [...found];
    known.set(node, names);
  }
  return names;
}

function collect(node: PatternNode, found: Set<string>): void {
  if (node.type === "deep" && node.inner) return collect(node.inner, found);
  if (node.type !== "node" || node.kind === Kind.Import) return;
  const name = calleeOf(node);
  if (name !== undefined) found.add(name);
  for (const [role, parts] of node.places) if (!OTHERWISE.has(role)) for (const part of parts) collect(part, found);
}

/** Some calls that stand in every match, by name: the rows of each in order. */
export class HeldCalls {
  private readonly lists: readonly (readonly number[])[];

  /** @param nodes of which a match has all */
  constructor({ document, options }: Matching, nodes: readonly PatternNode[]) {
    const lists: (readonly number[])[] = [];
    this.lists = lists;
    // What a name stands for may be such a call.
    if (options.symbolic_propagation || options.caveat_derived_names) return;
    for (const node of nodes) {
      for (const name of calleesIn(node)) {
        const calls = document.callsNamed(document.interner.find(name) || NEVER);
        if (calls) lists.push(calls);
      }
    }
  }

  /** Whether the rows [from, to) have a call of each. */
  isIn(from: number, to: number): boolean {
    for (const calls of this.lists) {
      const at = lowerBound(calls, from);
      if (at >= calls.length || calls[at]! >= to) return false;
    }
    return true;
  }
}
