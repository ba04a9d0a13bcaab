// What maps hold under their keys: what is put there, what stands there for want of it, and in which order it comes.
import type { Called } from "./calls";
import { elementOf } from "./collections";
import { constantKey } from "./keys";
import { placeOf, readPart, writePart, writePlace } from "./lvalues";
import type { Effect } from "./models";
import { unite } from "./taints";
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
  if (length === 0) return unit.allocate(row, { taints: [], length: 0 });
  return unit.allocate(row, {
    taints: [],
    parts: new Map([["[0]", first]]),
    ...(length !== undefined && { length: 1 }),
  });
}

/** What says nothing of a value any more, and may be made to say it again. */
export function hidden(unit: Unit, value: Value): Value {
  const taints = unite(unit.deepTaints(value), value.escaped ?? []);
  return taints.length === 0 ? NOTHING : { taints: [], escaped: taints };
}

/** Elements of one list come into another one: which of them where, if that is known. */
export function copied(
  unit: Unit,
  { arguments: given }: Called,
  [of, from, into, to, count]: NonNullable<Effect["copies"]>,
): void {
  const source = given[of]?.value ?? NOTHING;
  const place = given[into] && placeOf(unit, given[into].row);
  const write = (key: string, value: Value, weak: boolean): void => {
    if (place) writePlace(unit, { ...place, path: [...place.path, key] }, value, weak);
    else writePart(unit, given[into]?.value ?? NOTHING, key, value, weak);
  };
  const [first, at, many] = [from, to, count].map((index) => {
    const constant = given[index]?.value.constant;
    return constant?.type === "number" ? Number(constant.value) : undefined;
  });
  if (first === undefined || at === undefined || many === undefined || many > MOST_COPIED) {
    write(ANY_ELEMENT, elementOf(unit, source), true);
    return;
  }
  const all = Array.from({ length: many }, (_, index) => readPart(unit, source, `[${first + index}]`));
  for (const [index, element] of all.entries()) write(`[${at + index}]`, element, false);
}

const MOST_COPIED = 16;
