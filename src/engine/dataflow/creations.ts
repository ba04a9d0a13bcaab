// New objects that are filled where they are made: `new Filter { Name = n }`, `new List<string> { a, b }`, `new[] { a }`.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { calleesOf, makesAbove } from "./callees";
import { call } from "./calls";
import type { ClassInfo } from "./classes";
import { list } from "./collections";
import { keyOf } from "./keys";
import { RECEIVER } from "./lvalues";
import type { FlowDocument, Program } from "./program";
import { State } from "./state";
import { Unit } from "./unit";
import { ANY_ELEMENT, NOTHING, tainted, type Value, withTaints } from "./values";

export function creation(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  const members = childrenIn(tree, row, Role.Member).filter((member) => tree.kind[member] === Kind.Function);
  if (unit.extended && members.length > 0) return anonymous(unit, row, members);
  const elements = childrenIn(tree, row, Role.Element);
  const array = unit.extended ? arrayIn(unit, row) : -1;
  if (array >= 0) return unit.value(array);
  if (elements.length === 0) return call(unit, row);
  if (childIn(tree, row, Role.Callee) < 0) return list(unit, row, elements);
  const made = call(unit, row);
  const filled = elements.map((element, index) => entry(unit, element, index));
  if (!unit.extended) {
    return filled.reduce((object, [, value]) => withTaints(object, unit.deepTaints(value)), made);
  }
  const object = made.objects ? made : unit.allocate(row, made);
  for (const name of object.objects ?? []) {
    const held = unit.state.get(name) ?? tainted([]);
    const isList = filled.every(([key], index) => key === `[${index}]`);
    unit.state.set(name, {
      ...held,
      parts: new Map([...(held.parts ?? []), ...filled]),
      ...(isList && { length: filled.length }),
    });
  }
  return object;
}

/** `new String[] { a, b }` is the list behind its type; -1 of any other. */
function arrayIn({ document }: Unit, row: number): number {
  const { tree } = document;
  const [only = -1, ...others] = childrenIn(tree, row, Role.Argument);
  const isArray = only >= 0 && others.length === 0 && tree.kind[only] === Kind.Array;
  return isArray && document.textOf(childIn(tree, row, Role.Callee)) === "[]" ? only : -1;
}

/** An object of a class without a name is its methods, which see what is around it. */
function anonymous(unit: Unit, row: number, members: readonly number[]): Value {
  for (const member of members) unit.define(member);
  return { ...call(unit, row), callables: members.map((member) => ({ document: unit.document.id, row: member })) };
}

/** `Name = n`, `["a"] = n`, `{ "a", n }`, `n`: under which key stands what. */
function entry(unit: Unit, element: number, index: number): readonly [key: string, value: Value] {
  const { document } = unit;
  const { tree } = document;
  if (tree.kind[element] === Kind.Assign) {
    const target = childIn(tree, element, Role.Target);
    const at = childIn(tree, target, Role.Index);
    const key =
      tree.kind[target] !== Kind.Index ? `.${document.textOf(target)}` : at < 0 ? ANY_ELEMENT : keyOf(unit, at);
    return [key, unit.value(childIn(tree, element, Role.Value))];
  }
  const [key, value, ...others] = tree.kind[element] === Kind.Array ? childrenIn(tree, element) : [];
  if (key === undefined || value === undefined || others.length > 0) return [`[${index}]`, unit.value(element)];
  return [keyOf(unit, key), unit.value(value)];
}

/** What a class above, of which nothing is known, is given by the constructor of one below is in the object. */
export function madeAbove(unit: Unit, row: number, value: Value): void {
  const called = unit.calledAt(row);
  if (value.taints.length === 0 || !called || !makesAbove(unit.document, row) || calleesOf(unit, called).length > 0)
    return;
  const self = unit.state.get(RECEIVER) ?? NOTHING;
  const { objects = [] } = self;
  for (const name of objects) unit.state.set(name, withTaints(unit.state.get(name) ?? NOTHING, value.taints));
  if (objects.length === 0) unit.state.set(RECEIVER, withTaints(self, value.taints));
}

const LITERALS: ReadonlySet<number> = new Set([Kind.String, Kind.Number, Kind.Boolean]);

/** What the fields of a new object hold before its constructor runs, where they are declared with a text or a number. */
export function begunWith({ program }: Unit, { document, row }: ClassInfo): Value {
  if (row < 0) return NOTHING;
  const { tree } = document;
  const parts = new Map<string, Value>();
  for (const field of childrenIn(tree, row, Role.Member)) {
    const init = tree.kind[field] === Kind.Field ? childIn(tree, field, Role.Init) : -1;
    if (init < 0 || !LITERALS.has(tree.kind[init]!)) continue;
    program.reads(document, field);
    parts.set(`.${document.textOf(childIn(tree, field, Role.Name))}`, heldIn(program, document, row, init));
  }
  return parts.size > 0 ? { taints: [], parts } : NOTHING;
}

const heldIn = (program: Program, document: FlowDocument, row: number, init: number): Value =>
  new Unit(program, document, row, new State()).value(init);
