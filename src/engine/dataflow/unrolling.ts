// Loops over a few elements that are all known are walked once for each of them, in their order: the last one wins.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { assign } from "./assignments";
import { type Frame, isObject } from "./heap";
import { sequenceOf } from "./sequences";
import type { Changes, State } from "./state";
import { truthOf } from "./truths";
import type { Unit } from "./unit";
import { join, NOTHING, type Value } from "./values";

/** Rounds that are walked one by one, at most: hardly more than it takes until a loop says nothing new. */
const MOST_ROUNDS = 4;

/** What a loop goes over, where all of it is known; undefined of any other loop, and of one in a loop. */
export function unrolling(unit: Unit, row: number, items: Value): readonly Value[] | undefined {
  if (!unit.extended || unit.document.tree.kind[row] !== Kind.ForEach) return undefined;
  const elements = sequenceOf(unit, items);
  if (!elements || elements.length > MOST_ROUNDS || unit.frames.some(({ loop }) => loop)) return undefined;
  return elements.length > 0 || unit.document.keysIterated ? elements : undefined;
}

/** Rounds of a loop whose condition is known each time, at most, and the size of one. */
const MOST_COUNTED = 6;
const LARGEST = 200;

/** Walks a loop round by round as long as its condition is known to hold; false where that does not come to an end. */
export function counted(unit: Unit, row: number, condition: number, label: Frame["label"]): boolean {
  const { tree } = unit.document;
  const asksLast = tree.kind[row] === Kind.DoWhile;
  const isAsked = asksLast || tree.kind[row] === Kind.While || tree.kind[row] === Kind.For;
  if (!unit.extended || !isAsked || tree.kind[condition] === Kind.Boolean || tree.size[row]! > LARGEST) return false;
  if (unit.frames.some(({ loop }) => loop)) return false;
  const base = unit.state;
  if (!asksLast && unit.aside(() => truthOf(unit, unit.value(condition))) !== true) return false;
  const breaks: Changes[] = [];
  let state = base.branch();
  for (let round = 0; round <= MOST_COUNTED; round++) {
    unit.state = state;
    const holds = state.live && ((asksLast && round === 0) || truthOf(unit, unit.value(condition)));
    if (holds === undefined || round === MOST_COUNTED) break;
    if (!holds) {
      const otherwise = childIn(tree, row, Role.Else);
      if (state.live && otherwise >= 0) unit.value(otherwise);
      const ways = unit.state.live ? [...breaks, unit.state.changesSince(base)] : breaks;
      unit.state = base;
      base.meet(ways);
      return true;
    }
    const frame: Frame = { loop: true, label, base, breaks, continues: [] };
    const before = state.changesSince(base);
    unit.frames.push(frame);
    for (const body of childrenIn(tree, row, Role.Body)) unit.value(body);
    if (unit.state.live) frame.continues.push(unit.state.changesSince(base));
    unit.frames.pop();
    state = base.branch();
    state.meet(frame.continues);
    keepMade(base, before, state);
    unit.state = state;
    if (state.live) for (const update of childrenIn(tree, row, Role.Update)) unit.value(update);
  }
  unit.state = base;
  return false;
}

/** What each round makes in one place is one object: it is what it was made in any of them. */
function keepMade(base: State, before: Changes, after: State): void {
  for (const [key, value] of after.changesSince(base)) {
    const made = isObject(key) && !base.get(key) ? before.get(key) : undefined;
    if (made) after.set(key, join(made, value));
  }
}

/** Walks the body once for each element. */
export function unrolled(unit: Unit, row: number, label: Frame["label"], elements: readonly Value[]): Value {
  const { tree } = unit.document;
  const base = unit.state;
  const target = childIn(tree, row, Role.Target);
  const iterable = childIn(tree, row, Role.Iterable);
  const breaks: Changes[] = [];
  let state = base.branch();
  for (const element of elements) {
    const frame: Frame = { loop: true, label, base, breaks, continues: [] };
    const before = state.changesSince(base);
    unit.frames.push(frame);
    unit.state = state;
    if (target >= 0) assign(unit, target, element, iterable, childIn(tree, row, Role.Type) >= 0);
    for (const body of childrenIn(tree, row, Role.Body)) unit.value(body);
    if (unit.state.live) frame.continues.push(unit.state.changesSince(base));
    unit.frames.pop();
    state = base.branch();
    state.meet(frame.continues);
    keepMade(base, before, state);
    if (!state.live) break;
  }
  unit.state = state;
  const otherwise = childIn(tree, row, Role.Else);
  if (state.live && otherwise >= 0) unit.value(otherwise);
  const ways = unit.state.live ? [...breaks, unit.state.changesSince(base)] : breaks;
  unit.state = base;
  base.meet(ways);
  return NOTHING;
}
