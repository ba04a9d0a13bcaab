// Places that hold values: a name, and keys below it. `x.a[0]` is the key `.a`, then `[0]`, of `x`.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { keyOf } from "./keys";
import type { Key } from "./state";
import type { Unit } from "./unit";
import { ANY_ELEMENT, isElement, join, NOTHING, partOf, THE_ELEMENT, tainted, type Value, withPart } from "./values";

export interface Place {
  readonly key: Key;
  readonly path: readonly string[];
  /** An element of which not even the list is told apart, as in Semgrep: writing something clean cleans the whole. */
  readonly loose: boolean;
}

/** The key of the object whose method is walked. */
export const RECEIVER = "this";

/** The place that an expression names; undefined for one that names none. */
export function placeOf(unit: Unit, row: number): Place | undefined {
  const { document } = unit;
  const { tree } = document;
  switch (tree.kind[row]) {
    case Kind.Identifier:
    case Kind.Name:
      return namedPlace(unit, row);
    case Kind.Member: {
      const property = childIn(tree, row, Role.Property);
      const object = childIn(tree, row, Role.Object);
      if (property < 0 || object < 0) return undefined;
      if (!unit.extended && document.isReceiver(object)) return namedPlace(unit, property);
      const place = placeOf(unit, object);
      return place && { ...place, path: [...place.path, `.${document.textOf(property)}`] };
    }
    case Kind.Index: {
      const place = placeOf(unit, childIn(tree, row, Role.Object));
      const [index] = childrenIn(tree, row, Role.Index);
      // Semgrep does not follow `$list[] = x`.
      if (!place || (index === undefined && !unit.extended)) return undefined;
      const key = index === undefined ? ANY_ELEMENT : keyOf(unit, index);
      return { ...place, path: [...place.path, key], loose: !unit.extended };
    }
    case Kind.Call:
      return elementPlace(unit, row);
    case Kind.Cast:
    case Kind.Spread:
    case Kind.Await:
      return placeOf(unit, childIn(tree, row, Role.Value));
    // `buffer + used` is a place in `buffer`.
    case Kind.Binary:
      return unit.extended && document.movesPointers(row) ? placeOf(unit, childIn(tree, row, Role.Left)) : undefined;
    case Kind.Unary:
      return document.isAddress(row) ? placeOf(unit, childIn(tree, row, Role.Operand)) : undefined;
    case Kind.Variable:
    case Kind.Parameter:
      return placeOf(unit, childIn(tree, row, Role.Target));
    default:
      return undefined;
  }
}

function namedPlace(unit: Unit, row: number): Place {
  const { document } = unit;
  if (unit.extended && document.isReceiver(row)) return { key: RECEIVER, path: [], loose: false };
  if (unit.extended && document.isField(row)) {
    return { key: RECEIVER, path: [`.${document.textOf(row)}`], loose: false };
  }
  return { key: document.keyOf(row), path: [], loose: false };
}

/** What a place holds. */
export function readPlace(unit: Unit, { key, path }: Place): Value {
  let value = unit.state.get(key) ?? unit.program.unknown(unit, key);
  for (const part of path) value = readPart(unit, value, part);
  return value;
}

/** Whether it is known by itself what a value holds under a key. */
export const holds = ({ state }: Unit, { parts, objects = [] }: Value, key: string): boolean =>
  parts?.has(key) || objects.some((name) => state.get(name)?.parts?.has(key)) || false;

/** What a value holds under a key. */
export function readPart(unit: Unit, value: Value, key: string): Value {
  const { program, state } = unit;
  const below = (taints: Value["taints"]) => program.below(unit.document, taints, key);
  const own = partOf(value, key, below);
  const { objects } = value;
  if (!objects || objects.length === 0) return own;
  const held = objects.map((name) => state.get(name)).filter((each) => each !== undefined);
  const [first = NOTHING, ...others] = held.map((each) => partOf(each, key, below));
  const found = others.reduce(join, first);
  // What is known of an object is in the heap; the value's own taint is of the reference as a whole.
  if (held.length === objects.length && held.some((each) => each.parts?.has(key))) return found;
  const read = join(own, found);
  return value.is === undefined || isElement(key) ? read : { ...read, is: `${value.is}${key}` };
}

/** Sets what a place holds; with `weak`, it may still hold what it did. */
export function writePlace(unit: Unit, { key, path, loose }: Place, value: Value, weak = false): void {
  const { state } = unit;
  const before = state.get(key) ?? unit.program.unknown(unit, key);
  if (loose && path.at(-1) === THE_ELEMENT) {
    state.set(key, writeElement(before, path.slice(0, -1), value));
    return;
  }
  if (path.length === 0) {
    state.set(key, weak ? join(before, value) : value);
    return;
  }
  for (let at = path.length - 1; at >= 0; at--) {
    const owner = readPlace(unit, { key, path: path.slice(0, at), loose: false });
    if (owner.objects && owner.objects.length > 0) {
      writeBelow(unit, owner, path.slice(at), value, weak);
      return;
    }
  }
  state.set(key, withPart(before, path, value, weak));
}

/** Sets what the objects of a value hold under a key. */
export function writePart(unit: Unit, owner: Value, key: string, value: Value, weak = false): void {
  writeBelow(unit, owner, [key], value, weak);
}

function writeBelow(unit: Unit, owner: Value, keys: readonly string[], value: Value, weak: boolean): void {
  const { objects = [] } = owner;
  const { state } = unit;
  for (const name of objects) {
    const held = state.get(name) ?? NOTHING;
    state.set(name, withPart(held, keys, value, weak || objects.length > 1));
  }
}

/** Semgrep does not tell elements apart: what is tainted taints them all, what is clean cleans the whole. */
function writeElement(before: Value, path: readonly string[], value: Value): Value {
  const clean = value.taints.length === 0 && !value.parts;
  if (clean) return withPart(before, path, NOTHING, false);
  return withPart(before, [...path, THE_ELEMENT], tainted(value.taints), false);
}

/** `o[:name]` where that is a call (Ruby). */
function elementPlace(unit: Unit, row: number): Place | undefined {
  const { document } = unit;
  const { tree } = document;
  const callee = childIn(tree, row, Role.Callee);
  if (!unit.extended || callee < 0 || tree.kind[callee] !== Kind.Member) return undefined;
  if (document.textOf(childIn(tree, callee, Role.Property)) !== "[]") return undefined;
  const place = placeOf(unit, childIn(tree, callee, Role.Object));
  const [index, ...others] = childrenIn(tree, row, Role.Argument);
  if (!place || index === undefined || others.length > 0) return undefined;
  return { ...place, path: [...place.path, keyOf(unit, index)] };
}
