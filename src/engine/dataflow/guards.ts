// Conditions: what is known to be true or false, and which values are clean where a check of them has passed.
import type { Unit } from "./unit";
import type { Value } from "./values";

/** Whether a value is known to be true or false. */
export function truthOf(unit: Unit, { constant }: Value): boolean | undefined {
  return unit.extended && constant?.type === "boolean" ? constant.value : undefined;
}

/** Goes on as where a condition holds, or does not. */
export function assume(_unit: Unit, _condition: number, _holds: boolean): void {}
