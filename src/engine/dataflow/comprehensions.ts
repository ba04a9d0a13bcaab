// Comprehensions: `[f(x) for x in items if g(x)]`, element by element where these are known.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { assign } from "./assignments";
import { callsSomething } from "./calls";
import { elementOf } from "./collections";
import { assume } from "./guards";
import { keyOf } from "./keys";
import { listOf, sequenceOf, TABLE } from "./sequences";
import { truthOf } from "./truths";
import type { Unit } from "./unit";
import { ANY_ELEMENT, join, NOTHING, tainted, type Value } from "./values";

/** Elements that are made one by one, at most. */
const MOST = 8;

export function comprehension(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  const [first] = childrenIn(tree, row, Role.Clause);
  const iterable = first === undefined ? -1 : childIn(tree, first, Role.Iterable);
  const items = iterable < 0 ? NOTHING : unit.value(iterable);
  const known = unit.extended && !unit.frames.some(({ loop }) => loop) ? oneByOne(unit, row, items) : undefined;
  return known ?? allAtOnce(unit, row, iterable, items);
}

/** Every element as one. */
function allAtOnce(unit: Unit, row: number, first: number, ofFirst: Value): Value {
  const { tree } = unit.document;
  const elementsOf = childrenIn(tree, row, Role.Element);
  // In Semgrep calls come first of all, when no name has been given its value.
  const early = unit.extended ? [] : elementsOf.filter((element) => callsSomething(tree, element));
  const before = new Map(early.map((element) => [element, unit.value(element)]));
  for (const clause of childrenIn(tree, row, Role.Clause)) {
    const iterable = childIn(tree, clause, Role.Iterable);
    const condition = childIn(tree, clause, Role.Condition);
    if (iterable >= 0) {
      const items = iterable === first ? ofFirst : unit.value(iterable);
      const target = childIn(tree, clause, Role.Target);
      if (target >= 0) assign(unit, target, elementOf(unit, items), -1);
    } else if (condition >= 0) {
      unit.value(condition);
      if (unit.extended) assume(unit, condition, true);
    }
  }
  const elements = elementsOf.map((element) => before.get(element) ?? unit.value(element));
  const held = elements.reduce(join, NOTHING);
  if (!unit.extended) return tainted(unit.deepTaints(held));
  return unit.allocate(row, { taints: [], parts: new Map([["[]", held]]) });
}

/** What is made of elements that are all known; undefined where one is not, or whether it counts. */
function oneByOne(unit: Unit, row: number, items: Value): Value | undefined {
  const { tree } = unit.document;
  const clauses = childrenIn(tree, row, Role.Clause);
  const rows = childrenIn(tree, row, Role.Element);
  const made: (readonly [key: string, value: Value])[] = [];
  let isTable = false;
  const element = (): boolean => {
    const [first = -1, second = -1] = rows;
    const isPair = tree.kind[first] === Kind.Pair || second >= 0;
    isTable ||= isPair;
    const [key, value] =
      tree.kind[first] !== Kind.Pair
        ? [first, second]
        : [childIn(tree, first, Role.Key), childIn(tree, first, Role.Value)];
    if (isPair) unit.value(key);
    // What is made anew for each would be one and the same in the heap.
    const held = unit.snapshot(unit.value(isPair ? value : first));
    made.push([isPair ? keyOf(unit, key) : `[${made.length}]`, held]);
    return made.length <= MOST;
  };
  const from = (at: number): boolean => {
    const clause = clauses[at];
    if (clause === undefined) return element();
    const iterable = childIn(tree, clause, Role.Iterable);
    if (iterable < 0) {
      const condition = childIn(tree, clause, Role.Condition);
      const truth = truthOf(unit, unit.value(condition));
      return truth === true ? from(at + 1) : truth === false;
    }
    const target = childIn(tree, clause, Role.Target);
    const sequence = sequenceOf(unit, at === 0 ? items : unit.value(iterable));
    if (!sequence || sequence.length > MOST || target < 0) return false;
    return sequence.every((each) => {
      assign(unit, target, each, -1);
      return from(at + 1);
    });
  };
  if (!from(0)) return undefined;
  if (!isTable)
    return listOf(
      unit,
      row,
      made.map(([, value]) => value),
    );
  const parts = new Map(made);
  return parts.has(ANY_ELEMENT)
    ? undefined
    : unit.allocate(row, { taints: [], parts, length: parts.size, type: TABLE });
}
