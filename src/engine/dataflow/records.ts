// Objects that are made of fields alone: records, named tuples, data classes; and fields that are meant by their names as texts.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { typeOf } from "./callees";
import type { Called } from "./calls";
import { type ClassInfo, lastName } from "./classes";
import type { FlowDocument } from "./flow-document";
import { readPart, writePart } from "./lvalues";
import { placed, TABLE } from "./sequences";
import type { Unit } from "./unit";
import { join, NOTHING, type Value, withTaints } from "./values";

/** What is made of a record: a table by the names of its fields, a tuple, or another record with some fields changed. */
export type Remaking = "table" | "tuple" | "changed";

/** Names of the fields of a tuple that a call defines: `namedtuple("Row", "key text")`; undefined for any other call. */
export function fieldsNamed(document: FlowDocument, call: number): readonly string[] | undefined {
  const { tree } = document;
  if (call < 0 || tree.kind[call] !== Kind.Call) return undefined;
  const names = document.document.language.flow?.tupleClasses ?? [];
  const callee = childIn(tree, call, Role.Callee);
  const [, fields = -1] = childrenIn(tree, call, Role.Argument);
  if (!names.includes(lastName(document, callee)) || fields < 0) return undefined;
  if (tree.kind[fields] === Kind.String)
    return document
      .textOf(fields)
      .split(/[\s,]+/)
      .filter(Boolean);
  const firsts = childrenIn(tree, fields).map((each) =>
    tree.kind[each] === Kind.Tuple ? (childrenIn(tree, each)[0] ?? -1) : each,
  );
  return firsts.length > 0 && firsts.every((each) => tree.kind[each] === Kind.String)
    ? firsts.map((each) => document.textOf(each))
    : undefined;
}

/** Whether what a class makes is a tuple too. */
export const isTuple = ({ document, parents }: ClassInfo): boolean =>
  parents.some((parent) => document.document.language.flow?.tupleClasses?.includes(parent));

/** The parts of a record of a class with these fields; of a tuple also by their places. */
export function recordParts(info: ClassInfo, fields: ReadonlyMap<string, Value>): Pick<Value, "parts" | "length"> {
  const parts = new Map([...fields].map(([name, value]) => [`.${name}`, value]));
  if (!isTuple(info)) return { parts };
  for (const [index, name] of info.components.entries()) parts.set(`[${index}]`, fields.get(name) ?? NOTHING);
  return { parts, length: info.components.length };
}

/** What a call makes of the record that it is given, or called on; undefined where that is none of the program's. */
export function remade(unit: Unit, called: Called, how: Remaking, record: Value): Value | undefined {
  const { type } = unit.snapshot(record);
  const [info] = type === undefined ? [] : unit.program.classesNamed(unit.document, type);
  if (!info || info.components.length === 0 || type === undefined) return undefined;
  const fields = new Map(info.components.map((name) => [name, readPart(unit, record, `.${name}`)]));
  const { length } = info.components;
  if (how === "changed") {
    for (const [name, value] of namedIn(unit, called)) fields.set(name, value);
    return unit.allocate(called.row, { taints: [], type, ...recordParts(info, fields) });
  }
  const keyed = [...fields].map(([name, value], index) => [`[${how === "tuple" ? index : name}]`, value] as const);
  return unit.allocate(called.row, {
    taints: [],
    parts: new Map(keyed),
    length,
    ...(how === "table" && { type: TABLE }),
  });
}

/** Arguments by name. */
export function namedIn({ document }: Unit, { arguments: given }: Called): readonly (readonly [string, Value])[] {
  const { tree } = document;
  return given
    .filter(({ row }) => tree.kind[row] === Kind.Argument)
    .map(({ row, value }) => [document.textOf(childIn(tree, row, Role.Name)), value] as const);
}

/** `setattr(object, "name", value)`: the field, where its name is known. */
export function setField(unit: Unit, called: Called): void {
  const [object = NOTHING, name = NOTHING, value = NOTHING] = placed(unit, called).map((each) => each.value);
  const taints = unit.deepTaints(value);
  if (name.constant?.type === "string") writePart(unit, object, `.${name.constant.value}`, value);
  else
    for (const each of object.objects ?? []) unit.state.set(each, withTaints(unit.state.get(each) ?? NOTHING, taints));
}

/** `getattr(object, "name")`: the field, or the method of that name; undefined where the name is not known. */
export function fieldGot(unit: Unit, called: Called): Value | undefined {
  const [object, name, instead] = placed(unit, called);
  const key = name?.value.constant;
  if (!object || !name || key?.type !== "string") return undefined;
  const field = key.value;
  const type = typeOf(unit, object.row, object.value);
  const infos = type === undefined ? [] : unit.program.classesNamed(unit.document, type);
  const methods = infos.flatMap((info) =>
    unit.program.methodsOf(info, field).map((row) => ({ document: info.document.id, row, receiver: object.value })),
  );
  if (methods.length > 0) return { taints: [], callables: methods };
  const found = readPart(unit, object.value, `.${field}`);
  const isKnown = unit.snapshot(object.value).parts?.has(`.${field}`);
  return withTaints(instead && !isKnown ? join(found, instead.value) : found, unit.deepTaints(name.value));
}
