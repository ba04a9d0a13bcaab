// The values that an enumeration lists, with what each of them was made with.
import { Role } from "../tree/kinds";
import { childrenIn } from "../tree/tree";
import { type ClassInfo, takes } from "./classes";
import type { Program } from "./program";
import { State } from "./state";
import { apply } from "./summaries";
import { Unit } from "./unit";
import { listedValue, NOTHING, type Value } from "./values";

/** One of the values that an enumeration lists; where it is made with arguments, with what its constructor keeps of them. */
export function listed(program: Program, info: ClassInfo, name: string): Value {
  const value = listedValue(info.name, name);
  const { document } = info;
  const { tree } = document;
  const at = program.fieldOf(info, name);
  if (at < 0) return value;
  const field = tree.parent[at]!;
  const rows = childrenIn(tree, field, Role.Argument);
  const making = program.methodsOf(info, info.name).find((row) => takes(document, row, rows.length));
  if (rows.length === 0 || making === undefined) return value;
  program.reads(document, field);
  const unit = new Unit(program, document, info.row, new State());
  const given = rows.map((row) => ({ row, value: unit.value(row) }));
  const object = unit.allocate(field, { taints: [], type: info.name });
  const summary = program.summary(document, making);
  if (summary)
    apply(unit, summary, { row: field, callee: -1, receiver: object, function: NOTHING, arguments: given }, object);
  const { parts } = unit.snapshot(object);
  return { ...value, ...(parts && { parts }) };
}
