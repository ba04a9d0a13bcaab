// Values that are known to be true or false.
import { TABLE } from "./sequences";
import type { Unit } from "./unit";
import { ANY_ELEMENT, type Value } from "./values";

/** Whether a value is known to be true or false. */
export function truthOf(unit: Unit, value: Value): boolean | undefined {
  const { constant } = value;
  if (!unit.extended) return undefined;
  if (constant?.type === "boolean") return constant.value;
  if (!unit.document.keysIterated) return undefined;
  if (constant && "value" in constant) return Boolean(constant.value);
  const { length, taints, parts, type } = unit.snapshot(value);
  if (length === undefined || taints.length > 0 || parts?.has(ANY_ELEMENT)) return undefined;
  return (type === TABLE ? (parts?.size ?? 0) : length) > 0;
}
