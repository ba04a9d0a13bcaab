// Statements that go on elsewhere: `break`, `continue`, `goto`, and the labels that they name.
import { labelOf } from "../semantics/leaving";
import { Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { Frame } from "./heap";
import type { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

/** `break` and `continue`. */
export function jump(unit: Unit, row: number, isBreak: boolean): Value {
  const label = labelOf(unit.document.tree, row);
  const frame = unit.frames.findLast((each) =>
    label !== 0 ? each.label === label && (isBreak || each.loop) : each.loop || isBreak,
  );
  if (frame && unit.state.live) {
    (isBreak ? frame.breaks : frame.continues).push(unit.state.changesSince(frame.base));
  }
  unit.state.live = false;
  return NOTHING;
}

/** What a switch gives that is an expression: it ends there. */
export function giveBack(unit: Unit, value: Value): Value {
  const frame = unit.frames.findLast(({ given }) => given);
  if (frame && unit.state.live) {
    frame.given!.push(value);
    frame.breaks.push(unit.state.changesSince(frame.base));
  }
  unit.state.live = false;
  return NOTHING;
}

export function labelled(unit: Unit, row: number): Value {
  const label = labelOf(unit.document.tree, row);
  const base = unit.state;
  const frame: Frame = { loop: false, label, base, breaks: [], continues: [] };
  unit.frames.push(frame);
  unit.label = label;
  unit.state = base.branch();
  unit.value(childIn(unit.document.tree, row, Role.Body));
  const ends = unit.state.live ? [unit.state.changesSince(base)] : [];
  unit.label = 0;
  unit.frames.pop();
  unit.state = base;
  base.meet([...ends, ...frame.breaks]);
  return NOTHING;
}

/** The label of the statement that is run, which is taken once. */
export function takeLabel(unit: Unit): number {
  const { label } = unit;
  unit.label = 0;
  return label;
}

/** `goto`: what holds here holds at the label too, if that comes later; the way back is not followed. */
export function goTo(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  const [name] = childrenIn(tree, row);
  if (name !== undefined && unit.state.live) {
    const { entry } = unit;
    unit.jumps.push({ entry, label: tree.atom[name]!, changes: unit.state.changesSince(entry) });
  }
  unit.state.live = false;
  return NOTHING;
}

/** A label is come to, which a `goto` may have named. */
export function arrive(unit: Unit, row: number): void {
  const { entry, state } = unit;
  const label = labelOf(unit.document.tree, row);
  const ways = unit.jumps.filter((jump) => jump.label === label && jump.entry === entry).map(({ changes }) => changes);
  if (ways.length === 0) return;
  const own = state.changesSince(entry);
  if (state.live) ways.push(own);
  const joined = ways.slice(1).reduce((all, way) => entry.either(all, way), ways[0]!);
  for (const key of new Set([...own.keys(), ...joined.keys()])) {
    state.set(key, joined.get(key) ?? entry.get(key) ?? NOTHING);
  }
  state.live = true;
}
