// The statements of a file: what they reach, and what its names hold at their end.
import type { FlowDocument } from "./flow-document";
import { walkUnit } from "./functions";
import { isObject, type Reached } from "./heap";
import type { Program } from "./program";
import { sameHeld } from "./sameness";
import { type Key, State } from "./state";
import { Unit } from "./unit";
import { tainted, type Value } from "./values";

export interface Top {
  readonly reached: readonly Reached[];
  /** What its functions find in names of the file. */
  globals: ReadonlyMap<Key, Value>;
  /** Rows of the lambdas in them that stand for themselves. */
  lambdas: readonly number[];
}

/** Before the statements are walked nothing is known of them. */
export const UNKNOWN_TOP: Top = { reached: [], globals: new Map(), lambdas: [] };

export function walkTop(program: Program, document: FlowDocument): Top {
  const entry = new State();
  for (const [name, row] of document.freeVariables) entry.set(name, tainted(program.untrustedOnPage(document, row)));
  const unit = new Unit(program, document, 0, entry);
  walkUnit(unit);
  unit.state = unit.after();
  const names = [...unit.state.entries()].filter(([key]) => !isObject(key));
  const globals = new Map(names.map(([key, value]) => [key, unit.snapshot(value)]));
  const lambdas = [...unit.lambdas].filter(([row, called]) => !called && unit.standsAlone(row)).map(([row]) => row);
  return { reached: unit.reached, globals, lambdas };
}

/** What is known now, with what was held before where that is the same: functions rest on it. */
export function keepingHeld(before: Top, now: Top): Top {
  const globals = [...now.globals].map(([key, value]) => {
    const held = before.globals.get(key);
    return [key, held && sameHeld(held, value) ? held : value] as const;
  });
  return { ...now, globals: new Map(globals) };
}
