// What one function leaves in fields of its object or in variables of the file, and others find there.
import type { ClassInfo } from "./classes";
import { fileVariables } from "./file-variables";
import type { FlowDocument } from "./flow-document";
import type { Reached } from "./heap";
import type { Program } from "./program";
import { State } from "./state";
import { Filling, type Summary, THE_FILE, THE_RECEIVER } from "./summaries";
import { type Taints, unite } from "./taints";
import { Unit } from "./unit";
import { allTaints, join, NOTHING, type Value } from "./values";

/** What one method of a class leaves in its object, the others find there. */
export function throughFields(program: Program, info: ClassInfo, methods: readonly Summary[]): Reached[] {
  const { document, fields } = info;
  const row = Math.max(0, info.row);
  const fieldOf = ([key = ""]: readonly string[]): number => fields.get(key.slice(1)) ?? row;
  return through(new Unit(program, document, row, new State()), THE_RECEIVER, fieldOf, program.fieldsOf(info), methods);
}

/** What one function leaves in variables of the file, the others find there. */
export function throughFile(program: Program, document: FlowDocument, functions: readonly Summary[]): Reached[] {
  const rows = new Map([...fileVariables(document).names].map(([row, name]) => [`.${name}`, row]));
  const variableOf = ([key = ""]: readonly string[]): number => rows.get(key) ?? 0;
  return through(new Unit(program, document, 0, new State()), THE_FILE, variableOf, NOTHING, functions);
}

function through(
  unit: Unit,
  index: number,
  rowOf: (path: readonly string[]) => number,
  initially: Value,
  functions: readonly Summary[],
): Reached[] {
  const left = functions.flatMap(({ effects }) => leftBy(effects.get(index)) ?? []);
  if (allTaints(initially).length === 0 && !left.some(({ isTainted }) => isTainted)) return [];
  // A field that is harmless is no part of what an object holds elsewhere.
  const held = joinFields([initially, ...left.map(({ value }) => value)]);
  const filled = new Filling(unit, rowOf, (each) => (each === index ? held : NOTHING));
  return functions.flatMap(({ reached }) =>
    reached.flatMap((each) => {
      const taints = filled.taints(each.taints, true);
      return taints.length > 0 ? [{ ...each, taints }] : [];
    }),
  );
}

/** What any of some has; a field that only one has is that one's. */
function joinFields(values: readonly Value[]): Value {
  const parts = new Map<string, Value>();
  for (const value of values) {
    for (const [key, part] of value.parts ?? []) {
      const known = parts.get(key);
      parts.set(key, known ? join(known, part) : part);
    }
  }
  return { taints: values.reduce<Taints>((all, { taints }) => unite(all, taints), []), parts };
}

/** What of an effect comes from sources. */
interface Left {
  readonly value: Value;
  readonly isTainted: boolean;
}

const leftOf = new WeakMap<Value, Left>();

/** Found out once: it is asked of each method of a class at each edit. */
function leftBy(effect: Value | undefined): Left | undefined {
  if (!effect) return undefined;
  let left = leftOf.get(effect);
  if (!left) {
    const value = fromSources(effect);
    left = { value, isTainted: allTaints(value).length > 0 };
    leftOf.set(effect, left);
  }
  return left;
}

/** The taint of a value and its parts that comes from sources, and not from parameters. */
function fromSources(value: Value): Value {
  const parts = value.parts && new Map([...value.parts].map(([key, part]) => [key, fromSources(part)]));
  const taints = value.taints.filter(({ origin }) => origin.parameter === undefined);
  return { ...value, taints, ...(parts && { parts }) };
}
