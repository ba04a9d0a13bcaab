// What a function puts into a parameter, and its caller finds there: `char *out`, `std::string &out`.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { FlowDocument } from "./flow-document";
import { parameterObject } from "./heap";
import type { Key } from "./state";
import type { Taints } from "./taints";
import type { Unit } from "./unit";
import { type Value, withTaints } from "./values";

/** The key of the name of a parameter. */
export const nameKey = (document: FlowDocument, parameter: number): Key =>
  document.keyOf(childIn(document.tree, parameter, Role.Target));

/**
 * What the caller's object holds where a function ends: what is known of the object, and what the parameter's name holds
 * that stands for it.
 * @param parameter row of the parameter
 * @param begun taint of the name where the function began
 * @param held what is known of the object
 * @param index the parameter's place among the others
 */
export function handedBack(unit: Unit, parameter: number, begun: Taints, held: Value, index: number): Value {
  const { document, state } = unit;
  const { tree } = document;
  const type = childIn(tree, parameter, Role.Type);
  const isPointer = type >= 0 && tree.kind[type] === Kind.PointerType;
  const sign = type < 0 || isPointer ? "" : document.textOf(type);
  if (!isPointer && sign !== "[]" && sign !== "&") return held;
  const named = state.get(nameKey(document, parameter));
  // A pointer that leads elsewhere now says nothing of what it led to; a reference always stands for the same.
  if (!named || (sign !== "&" && !named.objects?.includes(parameterObject(index)))) return held;
  const before = new Set(begun.map(({ origin }) => origin));
  const put = named.taints.filter(({ origin }) => !before.has(origin) && !origin.assumed);
  return put.length === 0 ? held : withTaints(held, put);
}
