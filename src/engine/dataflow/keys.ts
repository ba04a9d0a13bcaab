// Keys of elements: which one an index means, where that is known.

import type { Constant } from "../semantics";
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { Unit } from "./unit";
import { ANY_ELEMENT, THE_ELEMENT } from "./values";

/** The key of an element under an index. */
export function keyOf(unit: Unit, index: number): string {
  if (!unit.extended) return THE_ELEMENT;
  const { tree } = unit.document;
  if (tree.kind[index] === Kind.Slice) return ANY_ELEMENT;
  const { constant } = unit.aside(() => unit.value(index));
  // `(a, b)[x > 1]`
  if (constant?.type === "boolean" && unit.document.keysIterated) return constant.value ? "[1]" : "[0]";
  return constantKey(constant, unit.document.fieldKeys);
}

/** The key that a constant is. */
export function constantKey(constant: Constant | undefined, fieldKeys: boolean): string {
  // Counted from the end: which one that is, the length alone tells.
  if (!constant || !("value" in constant) || (constant.type === "number" && constant.value < 0)) return ANY_ELEMENT;
  return fieldKeys && constant.type === "string" ? `.${constant.value}` : `[${String(constant.value)}]`;
}

/** The key of an entry in an object, a dictionary or a list of named arguments. */
export function entryKey(unit: Unit, pair: number): string {
  const { document } = unit;
  const { tree } = document;
  const key = childIn(tree, pair, Role.Key);
  if (key < 0) return ANY_ELEMENT;
  const kind = tree.kind[key]!;
  const named = kind === Kind.Name || kind === Kind.String || kind === Kind.Number || kind === Kind.Symbol;
  if (named && document.textOf(pair) !== "computed")
    return `${document.fieldKeys ? "." : "["}${plainText(unit, key)}${document.fieldKeys ? "" : "]"}`;
  return keyOf(unit, key);
}

function plainText(unit: Unit, key: number): string {
  const { tree } = unit.document;
  const name = tree.kind[key] === Kind.Symbol ? childIn(tree, key, Role.Name) : key;
  return unit.document.textOf(name < 0 ? key : name);
}
