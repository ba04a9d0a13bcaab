// What a function puts into a parameter, and its caller finds there: `char *out`, `std::string &out`.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { parameterObject } from "./heap";
import type { Unit } from "./unit";
import { type Value, withTaints } from "./values";

/**
 * What the caller's object holds where a function ends: what is known of the object, and what the parameter's name holds
 * that stands for it.
 * @param parameter row of the parameter
 * @param index its place among the others
 * @param held what is known of the object
 */
export function handedBack(unit: Unit, parameter: number, index: number, held: Value): Value {
  const { document, state } = unit;
  const { tree } = document;
  const type = childIn(tree, parameter, Role.Type);
  const isPointer = type >= 0 && tree.kind[type] === Kind.PointerType;
  const sign = type < 0 || isPointer ? "" : document.textOf(type);
  if (!isPointer && sign !== "[]" && sign !== "&") return held;
  const named = state.get(document.keyOf(childIn(tree, parameter, Role.Target)));
  // A pointer that leads elsewhere now says nothing of what it led to; a reference always stands for the same.
  if (!named || (sign !== "&" && !named.objects?.includes(parameterObject(index)))) return held;
  const put = named.taints.filter(({ origin }) => origin.parameter !== index && !origin.assumed);
  return put.length === 0 ? held : withTaints(held, put);
}
