// What a loop has asked of each part of a text it has asked of the text: `for part in name.split("/"): if part == "..": raise`.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { lastName } from "./classes";
import { elementOf } from "./collections";
import { collectionOf } from "./flags";
import type { FlowDocument } from "./flow-document";
import { cleanOrigins } from "./guards";
import type { Changes } from "./state";
import { ALL_RULES, type RuleMask } from "./taints";
import type { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

const STEP = "..";

const isCharacters = (document: FlowDocument, row: number): boolean =>
  row >= 0 &&
  document.tree.kind[row] === Kind.Call &&
  /^(?:toCharArray|chars)$/.test(lastName(document, childIn(document.tree, row, Role.Callee)));

/** A part of a path is no step up: what it is a part of is none there, and in the end nowhere. */
export function refusedStep(unit: Unit, row: number, other: number): void {
  const rules = unit.program.rulesWithGuard("traversal");
  if (rules === 0 || row < 0 || other < 0) return;
  const { constant } = unit.aside(() => unit.value(other));
  if (constant?.type !== "string" || constant.value !== STEP) return;
  const part = partAt(unit, row);
  if (collectionOf(unit.document, part) >= 0) cleanOrigins(unit, part, rules);
}

/** `part`, also where it is written `part.toString()`. */
function partAt({ document: { tree } }: Unit, row: number): number {
  const callee = tree.kind[row] === Kind.Call ? childIn(tree, row, Role.Callee) : -1;
  const isOfObject = callee >= 0 && tree.kind[callee] === Kind.Member;
  return isOfObject && childrenIn(tree, row, Role.Argument).length === 0 ? childIn(tree, callee, Role.Object) : row;
}

/**
 * The rules for which what a loop goes over is harmless where each of its elements has passed.
 * @param target what an element is called there
 * @param ends what holds where the loop goes on to the next one
 */
export function provedInLoop(unit: Unit, target: number, items: Value, ends: readonly Changes[]): RuleMask {
  const { document } = unit;
  const { tree } = document;
  if (!unit.extended || target < 0 || ends.length === 0) return 0;
  const name = tree.kind[target] === Kind.Tuple ? (childrenIn(tree, target).at(-1) ?? -1) : target;
  const iterable = childIn(tree, tree.parent[target]!, Role.Iterable);
  // All characters of a text are the text.
  const guarded = isCharacters(document, iterable) ? ALL_RULES : unit.program.rulesWithGuard("traversal");
  const all = unit.deepRules(elementOf(unit, items));
  const rules = all & guarded;
  if (name < 0 || all === 0) return 0;
  const key = document.keyOf(name);
  const asked = ends.reduce((proved, changes) => proved & (changes.get(key)?.checked ?? 0), all & ~rules);
  return (
    asked |
    ends.reduce((proved, changes) => {
      const left = unit.deepRules(changes.get(key) ?? NOTHING);
      // Where nothing is left, it is a constant that an element equals: a step up, say, that is passed over.
      return left === 0 ? 0 : proved & ~left;
    }, rules)
  );
}
