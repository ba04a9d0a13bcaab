// Lists as they change: what is put behind, before or between their elements, taken away, or given another order.
import { sameConstant } from "../semantics";
import { putUnder } from "./entries";
import { constantKey } from "./keys";
import type { Effect } from "./models";
import { ANY_ELEMENT, isElement, NOTHING, type Value } from "./values";

/** With an element behind the others, or several that are one. */
export function appended(held: Value, value: Value, several = false): Value {
  const { length } = held;
  if (length === undefined || several) return withoutLength(putUnder(held, ANY_ELEMENT, value));
  return { ...putUnder(held, `[${length}]`, value), length: length + 1 };
}

/** Nothing is said of how many elements it has. */
export function withoutLength(value: Value): Value {
  const { length: _, ...rest } = value;
  return rest;
}

/** Elements from an index on move up or down; one may come into the gap. */
export function shifted(held: Value, from: number, by: number, value?: Value): Value {
  const { length } = held;
  if (length === undefined) return value ? putUnder(held, ANY_ELEMENT, value) : held;
  const parts = new Map<string, Value>();
  for (const [key, part] of held.parts ?? []) {
    const index = isIndex(key) ? Number(key.slice(1, -1)) : undefined;
    if (index === undefined || index < from) parts.set(key, part);
    else if (by > 0 || index > from) parts.set(`[${index + by}]`, part);
  }
  if (value) parts.set(`[${from}]`, value);
  return { ...held, parts, length: Math.max(0, length + by) };
}

/** With an element at an index. */
export function insertedAt(held: Value, index: Value, value: Value): Value {
  const at = indexOf(index);
  return at === undefined ? withoutLength(putUnder(held, ANY_ELEMENT, value)) : shifted(held, at, 1, value);
}

/** Whether a key is that of an element of a list. */
export const isIndex = (key: string): boolean => /^\[\d+\]$/.test(key);

/** Less the first element that is known to equal a value; undefined where there is none. */
export function withoutEqual(held: Value, value: Value): Value | undefined {
  const equal = [...(held.parts ?? [])].find(([key, part]) => isIndex(key) && equals(part, value));
  return equal && held.length !== undefined ? shifted(held, Number(equal[0].slice(1, -1)), -1) : undefined;
}

const equals = ({ constant }: Value, other: Value): boolean =>
  constant !== undefined && other.constant !== undefined && sameConstant(constant, other.constant);

/** The index that a value is. */
export function indexOf({ constant }: Value): number | undefined {
  if (constant?.type !== "number") return undefined;
  const index = Number(constant.value);
  return Number.isInteger(index) && index >= 0 ? index : undefined;
}

/** The same elements in another order. */
export function reordered(
  held: Value,
  orders: NonNullable<Effect["orders"]>,
  argument: (index: number) => Value,
): Value {
  const { length, parts } = held;
  if (!parts) return held;
  const [one, other] = Array.isArray(orders) ? orders.map((at: number) => indexOf(argument(at))) : [];
  const isKnown = length !== undefined && [...parts.keys()].every((key) => !isElement(key) || isIndex(key));
  const moved = (index: number): number | undefined => {
    if (!isKnown || orders === "unknown") return undefined;
    if (orders === "reversed") return length - 1 - index;
    if (one === undefined || other === undefined) return undefined;
    return index === one ? other : index === other ? one : index;
  };
  return [...parts].reduce<Value>(
    (whole, [key, part]) => {
      const to = isIndex(key) ? moved(Number(key.slice(1, -1))) : undefined;
      return putUnder(whole, isElement(key) ? (to === undefined ? ANY_ELEMENT : `[${to}]`) : key, part);
    },
    { ...held, parts: new Map() },
  );
}

/** Less an element: the first, the last, or the one at a key or an index in an argument. */
export function removed(
  held: Value,
  which: number | "first" | "last",
  argument: (index: number) => Value,
  fieldKeys: boolean,
): Value {
  const { length } = held;
  if (which === "last") return length === undefined ? held : shifted(held, Math.max(0, length - 1), -1);
  if (which === "first") return shifted(held, 0, -1);
  const value = argument(which);
  const at = indexOf(value);
  if (at !== undefined && length !== undefined) return shifted(held, at, -1);
  if (!value.constant || !held.parts) return withoutLength(held);
  const isKey = held.parts.has(constantKey(value.constant, fieldKeys));
  const left = isKey ? undefined : withoutEqual(held, value);
  if (left) return left;
  const parts = new Map(held.parts);
  parts.set(constantKey(value.constant, fieldKeys), NOTHING);
  return { ...held, parts };
}
