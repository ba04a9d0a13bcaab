// What maps hold under their keys: what is put there, what stands there for want of it, and in which order it comes.
import type { Called } from "./calls";
import { elementOf } from "./collections";
import { constantKey } from "./keys";
import { readPart } from "./lvalues";
import type { Effect } from "./models";
import type { Unit } from "./unit";
import { ANY_ELEMENT, isElement, join, NOTHING, type Value } from "./values";

/** What comes under a key: what an argument is, or a function gives of what stands there. */
export function putInto(
  unit: Unit,
  effect: Effect,
  held: Value,
  [at, from, first]: NonNullable<Effect["put"]>,
  argument: (index: number) => Value,
): Value {
  const key = constantKey(argument(at).constant, unit.document.fieldKeys);
  const before = key === ANY_ELEMENT ? undefined : held.parts?.get(key);
  if (effect.keeps && before) return held;
  const value = first === undefined ? argument(from) : before ? argument(from) : argument(first);
  // Where it is not told whether something stands there, it may be either.
  const isOpen = first !== undefined && !before && (key === ANY_ELEMENT || !isClosed(held));
  return putUnder(held, key, isOpen ? join(value, argument(from)) : value);
}

/** Whether all keys that a map has are known. */
export const isClosed = ({ parts, length, taints }: Value): boolean =>
  length !== undefined && taints.length === 0 && !parts?.has(ANY_ELEMENT);

/** The map with a value under a key; with one more, where the key is not known. */
export function putUnder(held: Value, key: string, value: Value): Value {
  const before = held.parts?.get(key);
  const weak = key === ANY_ELEMENT && before;
  return { ...held, parts: new Map(held.parts).set(key, weak ? join(before, value) : value) };
}

/** What a map holds under a key, and the value that stands for it where the map is known to have none. */
export function elementOr(unit: Unit, receiver: Value, key: Value, found: Value, instead: Value): Value | undefined {
  const held = unit.snapshot(receiver);
  if (!key.constant || held.settings || held.asked) return undefined;
  if (held.parts?.has(constantKey(key.constant, unit.document.fieldKeys)))
    return held.parts.has(ANY_ELEMENT) ? undefined : found;
  return isClosed(held) ? instead : undefined;
}

/** What a map holds, as a list: in the order in which it came, or in that of the keys; undefined where that is not known. */
export function inOrder(unit: Unit, { row }: Called, receiver: Value, order: "kept" | "sorted"): Value | undefined {
  const held = unit.snapshot(receiver);
  const entries = [...(held.parts ?? [])].filter(([key]) => isElement(key));
  if (!isClosed(held) || entries.length === 0 || receiver.objects?.length !== 1) return undefined;
  if (order === "sorted") entries.sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = new Map(entries.map(([key], index) => [`[${index}]`, readPart(unit, receiver, key)]));
  return unit.allocate(row, { taints: [], parts, length: entries.length });
}

/** The first element, in a collection of its own. */
export function firstOf(unit: Unit, { row }: Called, receiver: Value): Value {
  const { length } = unit.snapshot(receiver);
  const first = length === undefined ? elementOf(unit, receiver) : readPart(unit, receiver, "[0]");
  return unit.allocate(row, { taints: [], parts: new Map([["[0]", length === 0 ? NOTHING : first]]), length: 1 });
}
