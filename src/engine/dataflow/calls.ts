// Calls: what goes into them, and what comes of it.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { isNumber } from "./folding";
import { effectOf } from "./known-calls";
import { placeOf, readPart, writePlace } from "./lvalues";
import { handedTo } from "./registered";
import { unite } from "./taints";
import type { Unit } from "./unit";
import { NOTHING, tainted, type Value, withTaints } from "./values";

/** A call as it stands: its parts walked, in the order in which Semgrep does. */
export interface Called {
  readonly row: number;
  readonly callee: number;
  /** Of a method. */
  readonly receiver: Value | undefined;
  readonly function: Value;
  readonly arguments: readonly { readonly row: number; readonly value: Value }[];
}

export function call(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  const inner = childIn(tree, row, Role.Callee);
  if (unit.extended && unit.document.takesBlock(row)) {
    const rows = [...childrenIn(tree, inner, Role.Argument), ...childrenIn(tree, row, Role.Argument)];
    return unit.declared(inner, callOf(unit, row, childIn(tree, inner, Role.Callee), rows));
  }
  return callOf(unit, row, inner, childrenIn(tree, row, Role.Argument));
}

function callOf(unit: Unit, row: number, callee: number, rows: number[]): Value {
  const { tree } = unit.document;
  if (tree.kind[row] === Kind.TaggedTemplate) rows.push(childIn(tree, row, Role.Value));
  const isNew = tree.kind[row] === Kind.New;
  // A call that makes the object comes first of all; what merely names it comes last.
  const early = callee >= 0 && callsSomething(tree, callee) ? unit.value(callee) : undefined;
  const values = inTurn(unit, rows);
  // One of them may never come back.
  if (!unit.state.live) return NOTHING;
  const named = early ?? (callee < 0 ? NOTHING : unit.value(callee));
  // What names the class of a new object says nothing of the object.
  const fn = isNew ? NOTHING : named;
  const isMethod = callee >= 0 && tree.kind[callee] === Kind.Member && !isNew;
  const receiver = isMethod ? unit.receivers.get(callee) : undefined;
  const made = rows.map((argument, index) => ({ row: argument, value: values[index]! }));
  const called: Called = { row, callee, receiver, function: fn, arguments: made };
  unit.calls.set(row, called);
  if (unit.extended && values.length > 0 && values.every(isKnown) && unit.program.computes(unit, called)) {
    const result = unit.program.call(unit, called);
    if (!result.constant && !succeeds(unit, called)) unit.mayThrow();
    return result;
  }
  if (!succeeds(unit, called)) unit.mayThrow();
  return unit.extended ? unit.program.call(unit, called) : plainCall(unit, called);
}

/** Whether a value is known: what is computed of such alone throws always, or never. */
const isKnown = ({ constant }: Value): boolean => constant !== undefined && "value" in constant;

/** Whether a call that throws at texts of another form is known to have one of its own: `Integer.parseInt("12")`. */
function succeeds(unit: Unit, called: Called): boolean {
  const [only, ...others] = called.arguments;
  if (!unit.extended || unit.tries.length === 0 || !only || others.length > 0) return false;
  const { value } = only;
  return value.constant?.type === "string" && effectOf(unit, called, false)?.folds === "number" && isNumber(value);
}

/** Parts that call something are evaluated before those that only name it. */
export function inTurn(unit: Unit, rows: readonly number[]): Value[] {
  const values = new Map<number, Value>();
  for (const first of [true, false]) {
    for (const row of rows) if (callsSomething(unit.document.tree, row) === first) values.set(row, unit.value(row));
  }
  return rows.map((row) => values.get(row)!);
}

export function callsSomething(tree: Tree, row: number): boolean {
  for (let at = row; at < row + tree.size[row]!; at++) {
    const kind = tree.kind[at]!;
    if (kind === Kind.Lambda || kind === Kind.Function) return false;
    if (kind === Kind.Call || kind === Kind.New) return true;
  }
  return false;
}

/** As Semgrep: all that goes in comes out, and lambdas run where they are given, unless more is followed: then they did. */
export function plainCall(unit: Unit, called: Called): Value {
  const { document, program } = unit;
  if (!unit.extended) runLambdas(unit, called);
  const accessed = accessor(unit, called);
  if (accessed) return accessed;
  const result = tainted(handedOn(unit, called));
  putBehind(unit, called, result);
  if (document.tree.kind[called.row] === Kind.New) return unit.without(result, program.safeOperators);
  const limited = unit.without(result, program.safeFunctions | program.safeOperators);
  // A function that is tainted itself is no safe one.
  return called.receiver ? limited : withTaints(limited, unit.without(called.function, program.safeOperators).taints);
}

/** `x.concat(y)` changes `x`, where the language has it so. */
function putBehind(unit: Unit, { callee, receiver }: Called, result: Value): void {
  const { document } = unit;
  const { tree } = document;
  if (!receiver || unit.extended || !document.changes(document.textOf(childIn(tree, callee, Role.Property)))) return;
  const place = placeOf(unit, childIn(tree, callee, Role.Object));
  if (place) writePlace(unit, place, result);
}

/** The taint of all that a call is given. */
export function handedOn(unit: Unit, called: Called): Value["taints"] {
  let taints = unit.deepTaints(called.function);
  if (called.receiver) taints = unite(taints, unit.deepTaints(called.receiver));
  for (const { value } of called.arguments) taints = unite(taints, unit.deepTaints(value));
  return taints;
}

/** Several lambdas of one call are alternatives. */
function runLambdas(unit: Unit, called: Called): void {
  const { arguments: given, function: fn } = called;
  const rows = [fn, ...given.map(({ value }) => value)].flatMap(({ callables = [] }) =>
    callables.map(({ row }) => row),
  );
  if (rows.length === 0) return;
  unit.fork(...rows.map((row) => () => void unit.inline(row, handedTo(unit, called, row))), () => {});
}

/** `o.getName()` and `o.setName(v)` read and write a field, where the language has such. */
function accessor(unit: Unit, { callee, receiver, arguments: given }: Called): Value | undefined {
  const { document } = unit;
  if (!document.hasAccessors || !receiver || callee < 0) return undefined;
  const property = childIn(document.tree, callee, Role.Property);
  const [, verb, name] = /^(get|is|set)([A-Z]\w*)$/.exec(property < 0 ? "" : document.textOf(property)) ?? [];
  if (verb === undefined || name === undefined) return undefined;
  const key = `.${name[0]!.toLowerCase()}${name.slice(1)}`;
  if (verb !== "set") return given.length === 0 ? readPart(unit, receiver, key) : undefined;
  const [argument] = given;
  const object = placeOf(unit, childIn(document.tree, callee, Role.Object));
  if (!argument || given.length !== 1 || !object) return undefined;
  writePlace(unit, { ...object, path: [...object.path, key] }, argument.value);
  return NOTHING;
}
