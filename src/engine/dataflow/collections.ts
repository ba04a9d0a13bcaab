// Lists, maps and records: what they hold under known keys, and under keys that are not known.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { Called } from "./calls";
import { isClosed } from "./entries";
import { entryKey } from "./keys";
import { readPart } from "./lvalues";
import type { Part } from "./models";
import { listOf, sequenceOf, TABLE } from "./sequences";
import { type Taints, unite } from "./taints";
import { textBetween } from "./texts";
import type { Unit } from "./unit";
import { ANY_ELEMENT, isElement, join, NOTHING, tainted, type Value, withTaints } from "./values";

/** What an element of a value may be, whichever it is. */
export function elementOf(unit: Unit, value: Value): Value {
  if (!unit.extended) return tainted(unit.deepTaints(value));
  return readPart(unit, value, ANY_ELEMENT);
}

/** The elements from an index to before another one, or to the end; where these are not known, any of them. */
export function sliced(unit: Unit, value: Value, from: Value | undefined, to: Value | undefined): Value {
  const { constant: _, length, parts, ...rest } = unit.snapshot(value);
  const elements = [...(parts ?? [])].filter(([key]) => isElement(key));
  if (elements.length === 0) return rest;
  const [first, end] = [boundOf(from, 0, length), boundOf(to, length, length)];
  if (first === undefined || end === undefined || parts?.has(ANY_ELEMENT))
    return { ...rest, parts: new Map([[ANY_ELEMENT, elements.map(([, part]) => part).reduce(join)]]) };
  const held = Array.from({ length: Math.max(0, end - first) }, (__, index) => parts?.get(`[${first + index}]`));
  const kept = held.map((part, index) => [`[${index}]`, part ?? NOTHING] as const);
  return { ...rest, length: held.length, parts: new Map(kept) };
}

/** The key of an element that is counted from the end of a list; undefined for any other. */
export function fromEnd(unit: Unit, value: Value, { constant }: Value): string | undefined {
  if (constant?.type !== "number" || constant.value >= 0) return undefined;
  const { length } = unit.snapshot(value);
  const index = length === undefined ? -1 : length + Number(constant.value);
  return index >= 0 ? `[${index}]` : undefined;
}

/** `[a] + [b]`; undefined where one is no list of known length. */
export function listsJoined(unit: Unit, row: number, values: readonly Value[]): Value | undefined {
  const parts = new Map<string, Value>();
  const taints = NOTHING.taints;
  let length = 0;
  for (const value of values) {
    const held = unit.snapshot(value);
    if (held.length === undefined || held.taints.length > 0) return undefined;
    for (let index = 0; index < held.length; index++)
      parts.set(`[${length + index}]`, readPart(unit, held, `[${index}]`));
    length += held.length;
  }
  return unit.allocate(row, { taints, parts, length });
}

/** An index of a list of known length, counted from its end where it is negative. */
function boundOf(value: Value | undefined, absent: number | undefined, length: number | undefined): number | undefined {
  if (length === undefined) return undefined;
  if (value === undefined) return absent;
  if (value.constant?.type !== "number") return undefined;
  const index = Number(value.constant.value);
  return Number.isInteger(index) ? Math.min(length, index < 0 ? Math.max(0, length + index) : index) : undefined;
}

/** `list[1:3]`. */
export function slice(unit: Unit, value: Value, row: number): Value {
  const { tree } = unit.document;
  const [from, to, step] = [Role.Lower, Role.Upper, Role.Step].map((role) => {
    const at = childIn(tree, row, role);
    return at < 0 ? undefined : unit.value(at);
  });
  const isTurned = step?.constant?.type === "number" && Number(step.constant.value) === -1 && !from && !to;
  const all = isTurned ? sequenceOf(unit, value)?.toReversed() : undefined;
  if (all && !value.constant) return listOf(unit, row, all);
  const text = step ? undefined : textBetween(unit, value, from, to);
  if (text) return text;
  return step ? sliced(unit, value, NOTHING, NOTHING) : sliced(unit, value, from, to);
}

/** `[a, b]`, `(a, b)`, `{a, b}`. */
export function list(unit: Unit, row: number, rows = childrenIn(unit.document.tree, row)): Value {
  const { tree } = unit.document;
  const elements = rows.map((element) => {
    const isPair = tree.kind[element] === Kind.Pair;
    return { element, isPair, value: unit.value(isPair ? childIn(tree, element, Role.Value) : element) };
  });
  if (!unit.extended) return tainted(unit.deepTaints(elements.map(({ value }) => value).reduce(join, NOTHING)));
  const parts = new Map<string, Value>();
  let known = true;
  for (const [index, { element, isPair, value }] of elements.entries()) {
    const spread =
      tree.kind[element] === Kind.Spread && known && unit.document.keysIterated ? sequenceOf(unit, value) : undefined;
    if (spread) {
      for (const each of spread) parts.set(`[${parts.size}]`, each);
      continue;
    }
    if (tree.kind[element] === Kind.Spread) known = false;
    const held = tree.kind[element] === Kind.Spread ? elementOf(unit, value) : value;
    const key = isPair ? entryKey(unit, element) : known ? `[${isPair ? index : parts.size}]` : ANY_ELEMENT;
    parts.set(key, parts.has(key) ? join(parts.get(key)!, held) : held);
  }
  return unit.allocate(row, { taints: [], parts, ...(known && { length: Math.max(parts.size, elements.length) }) });
}

/** `{a: 1, b}`, `{"a": 1}`. */
export function record(unit: Unit, row: number): Value {
  const { document } = unit;
  const { tree } = document;
  const parts = new Map<string, Value>();
  let whole = NOTHING;
  let isOpen = false;
  // In Semgrep what stands last does not take the place of what an object was taken in with.
  const put = (key: string, value: Value): unknown =>
    parts.set(key, unit.extended ? value : join(parts.get(key) ?? value, value));
  for (const entry of childrenIn(tree, row)) {
    switch (tree.kind[entry]) {
      case Kind.Pair: {
        const key = childIn(tree, entry, Role.Key);
        const keyed = document.textOf(entry) === "computed" || tree.kind[row] === Kind.Dict ? unit.value(key) : NOTHING;
        const value = unit.value(childIn(tree, entry, Role.Value));
        if (unit.extended || document.fieldKeys) put(entryKey(unit, entry), value);
        else whole = join(whole, tainted([...unit.deepTaints(join(value, keyed))]));
        break;
      }
      case Kind.Identifier:
        put(`.${document.textOf(entry)}`, unit.value(entry));
        break;
      case Kind.Spread: {
        const spread = unit.value(entry);
        const held = (spread.objects ?? []).map((name) => unit.state.get(name) ?? NOTHING).reduce(join, spread);
        for (const [key, part] of held.parts ?? []) put(key, part);
        isOpen ||= held.type !== TABLE || !isClosed(held);
        whole = join(whole, tainted(held.taints));
        break;
      }
      default:
        unit.value(entry);
    }
  }
  if (!unit.extended) for (const [key, part] of parts) parts.set(key, withTaints(part, whole.taints));
  const isTable = document.keysIterated && !parts.has(ANY_ELEMENT) && whole.taints.length === 0 && isOpen === false;
  return unit.allocate(row, { taints: whole.taints, parts, ...(isTable && { length: parts.size, type: TABLE }) });
}

/** The taint of what a model names: arguments, the object, its elements, or all. */
export function partsOf(unit: Unit, called: Called, parts: readonly Part[]): Taints {
  const { receiver = NOTHING, arguments: given } = called;
  return parts.reduce<Taints>((taints, part) => {
    if (part === "all") {
      const all = given.map(({ value }) => unit.deepTaints(value)).reduce(unite, unit.deepTaints(receiver));
      return unite(taints, all);
    }
    if (part === "this") return unite(taints, unit.deepTaints(receiver));
    if (part === "elements") return unite(taints, unit.deepTaints(elementOf(unit, receiver)));
    return unite(taints, unit.deepTaints(given[part]?.value ?? NOTHING));
  }, []);
}
