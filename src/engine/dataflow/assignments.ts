// What is given to names: assignments, destructuring, parameters.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { elementOf, listsJoined } from "./collections";
import { entryKey } from "./keys";
import { placeOf, readPart, readPlace, writePlace } from "./lvalues";
import { ofAssigned } from "./marks";
import { listOf, sequenceOf } from "./sequences";
import type { Unit } from "./unit";
import { join, NOTHING, tainted, type Value, withTaints } from "./values";

/**
 * Gives a value to a target: a name, a place, or several of a destructuring.
 * @param from the row of the value, or -1
 * @param isPart whether sources may stand at a name itself: at one that gets part of a value, or a parameter
 */
export function assign(unit: Unit, target: number, value: Value, from: number, isPart = false): void {
  const { tree } = unit.document;
  const kind = tree.kind[target];
  if (kind !== Kind.Member && kind !== Kind.Index && tree.size[target]! > 1) value = unit.declared(target, value);
  switch (kind) {
    case Kind.Array:
    case Kind.Tuple:
    case Kind.Sequence:
      return assignElements(unit, target, value, from);
    case Kind.Object:
    case Kind.Dict:
      return assignEntries(unit, target, value, from);
    case Kind.Assign:
      // A default in a destructuring.
      return assign(unit, childIn(tree, target, Role.Target), withDefault(unit, target, value), from, isPart);
    case Kind.Spread:
    case Kind.Pair:
      return assign(unit, childIn(tree, target, Role.Value), value, from);
    case Kind.Parameter:
    case Kind.Variable:
      return assign(unit, childIn(tree, target, Role.Target), value, from, isPart);
    case Kind.Member:
    case Kind.Index:
      return assignPart(unit, target, value);
    default:
      // What `*p` is given goes where `p`, which is read, leads.
      if (kind === Kind.Unary && unit.document.textOf(target) === "*")
        putWhereItLeads(unit, unit.value(childIn(tree, target, Role.Operand)), value);
      if (target < 0 || tree.size[target] === 1 || placeOf(unit, target)) return give(unit, target, value, isPart);
      for (const name of namesIn(tree, target)) give(unit, name, value, true);
  }
}

/** The objects that a pointer may lead to hold a value beside what they held. */
function putWhereItLeads(unit: Unit, pointer: Value, value: Value): void {
  if (!unit.extended) return;
  const taints = unit.deepTaints(value);
  if (taints.length === 0) return;
  for (const name of pointer.objects ?? []) unit.state.set(name, withTaints(unit.state.get(name) ?? NOTHING, taints));
}

/** Names to which a pattern gives parts of a value: `Some(x)`, `Foo { a, b: c } | d`. */
function namesIn(tree: Tree, row: number): number[] {
  const kind = tree.kind[row];
  if (kind === Kind.Identifier || kind === Kind.Name) return [row];
  const parts = childrenIn(tree, row);
  const named = kind === Kind.Field && parts.length > 1;
  return parts
    .filter((part) => !NO_NAMES.has(tree.role[part]!) && !(named && tree.role[part] === Role.Name))
    .flatMap((part) => namesIn(tree, part));
}

const NO_NAMES: ReadonlySet<number> = new Set([Role.Callee, Role.Type, Role.Key, Role.Modifier]);

/** What is assigned as a whole is a source by side effect alone, as in Semgrep. */
function give(unit: Unit, target: number, value: Value, isPart: boolean): void {
  const place = target < 0 ? undefined : placeOf(unit, target);
  if (!place) return;
  const marks = unit.document.marks.at(target);
  const given = unit.declared(target, value, marks && !isPart && !unit.extended ? ofAssigned(marks) : marks);
  writePlace(unit, place, unit.step(given, target));
}

function assignPart(unit: Unit, target: number, value: Value): void {
  const { tree } = unit.document;
  unit.value(childIn(tree, target, Role.Object));
  for (const index of childrenIn(tree, target, Role.Index)) unit.value(index);
  give(unit, target, value, false);
}

function assignElements(unit: Unit, target: number, value: Value, from: number): void {
  const { tree } = unit.document;
  const targets = childrenIn(tree, target);
  // `a, b = c, d` gives each its own.
  const values = from >= 0 && isList(tree.kind[from]!) ? childrenIn(tree, from) : [];
  const paired = values.length === targets.length;
  const rest = targets.findIndex((each) => tree.kind[each] === Kind.Spread);
  const all = unit.extended && !unit.document.fieldKeys && rest >= 0 ? sequenceOf(unit, value) : undefined;
  if (all && all.length >= targets.length - 1) {
    const behind = targets.length - rest - 1;
    const held = [
      ...all.slice(0, rest),
      listOf(unit, target, all.slice(rest, all.length - behind)),
      ...all.slice(all.length - behind),
    ];
    for (const [index, each] of targets.entries()) assign(unit, each, held[index]!, -1);
    return;
  }
  for (const [index, each] of targets.entries()) {
    if (!unit.extended) {
      const isRest = tree.kind[each] === Kind.Spread && paired;
      assign(unit, each, isRest ? NOTHING : tainted(unit.deepTaints(value)), -1, true);
    } else if (tree.kind[each] === Kind.Spread) assign(unit, each, elementOf(unit, value), -1);
    else assign(unit, each, readPart(unit, value, `[${index}]`), paired ? values[index]! : -1);
  }
}

const isList = (kind: number): boolean => kind === Kind.Array || kind === Kind.Tuple || kind === Kind.Sequence;

function assignEntries(unit: Unit, target: number, value: Value, from: number): void {
  const { tree } = unit.document;
  for (const entry of childrenIn(tree, target)) {
    switch (tree.kind[entry]) {
      case Kind.Pair:
        assign(unit, entry, entryOf(unit, value, entryKey(unit, entry)), -1);
        break;
      case Kind.Identifier:
      case Kind.Name:
        assign(unit, entry, entryOf(unit, value, `.${unit.document.textOf(entry)}`), -1, true);
        break;
      default:
        assign(unit, entry, value, from);
    }
  }
}

/** Every name of a destructuring takes the taint of the whole, in Semgrep. */
function entryOf(unit: Unit, value: Value, key: string): Value {
  return readPart(unit, value, key);
}

function withDefault(unit: Unit, target: number, value: Value): Value {
  const given = childIn(unit.document.tree, target, Role.Value);
  if (given < 0) return value;
  const fallback = unit.value(given);
  return unit.extended ? join(value, fallback) : value;
}

/** `x = e` as an expression. */
export function assignment(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  const from = childIn(tree, row, Role.Value);
  const target = childIn(tree, row, Role.Target);
  const value = unit.value(from);
  if (target >= 0) assign(unit, target, value, from);
  return value;
}

/** `x += e`: what it was, joined with what comes to it. */
export function compoundAssignment(unit: Unit, row: number): Value {
  const { document } = unit;
  const target = childIn(document.tree, row, Role.Target);
  const added = unit.value(childIn(document.tree, row, Role.Value));
  const place = target < 0 ? undefined : placeOf(unit, target);
  const before = target < 0 ? NOTHING : unit.value(target);
  const operator = document.textOf(row).replace(/=$/, "");
  const list = unit.extended && operator === "+" ? listsJoined(unit, row, [before, added]) : undefined;
  const value = list ?? unit.program.combine(unit, row, operator, [before, added]);
  if (place) writePlace(unit, place, unit.step(value, target));
  return value;
}

/** `x++`: the same taint, another value. */
export function update(unit: Unit, row: number): Value {
  const operand = childIn(unit.document.tree, row, Role.Operand);
  const { constant, ...value } = unit.value(operand);
  const place = operand < 0 ? undefined : placeOf(unit, operand);
  const one = { taints: [], constant: { type: "number", value: 1n } } as const;
  const before = constant ? { ...value, constant } : value;
  const operator = unit.document.textOf(row).startsWith("-") ? "-" : "+";
  const { safeOperators } = unit.program;
  const after = unit.extended
    ? unit.program.combine(unit, row, operator, [before, one])
    : unit.without(value, safeOperators);
  if (place && (unit.extended || safeOperators !== 0)) writePlace(unit, place, after);
  return after;
}

/** What a place holds after something was added to it. */
export function addTo(unit: Unit, row: number, value: Value): void {
  const place = placeOf(unit, row);
  if (place) writePlace(unit, place, join(readPlace(unit, place), value));
}
