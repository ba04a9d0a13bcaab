// What a modelled call does to what it is given, and what it gives.
import type { Constant } from "../semantics";
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { callBack, sifted } from "./callbacks";
import { typeOf } from "./callees";
import type { Called } from "./calls";
import { elementOf, partsOf, sliced } from "./collections";
import { copied, elementOr, firstOf, hidden, inOrder, isClosed, putInto, putUnder } from "./entries";
import { foldCall } from "./folding";
import { foundIn, matchOf } from "./found-texts";
import { groupRead, matchTruth } from "./groups";
import { constantKey } from "./keys";
import {
  appended,
  indexOf,
  insertedAt,
  isIndex,
  removed,
  reordered,
  shifted,
  withoutEqual,
  withoutLength,
} from "./lists";
import { placeOf, readPart, readPlace, writePlace } from "./lvalues";
import type { Effect } from "./models";
import { fieldGot, namedIn, remade, setField } from "./records";
import { listOf, sequenced, TABLE, tableOf } from "./sequences";
import { loaded, settingRead } from "./settings";
import { joinedText } from "./spelled";
import { type Taints, unite } from "./taints";
import { filledIn } from "./templates";
import { endsItself, foldedInPart, formatted, parted, pieces, withoutRange } from "./texts";
import type { Unit } from "./unit";
import { ANY_ELEMENT, join, NOTHING, tainted, type Value, withPart, withTaints } from "./values";

/** Does what a model says of a call, and gives its result. */
export function perform(unit: Unit, asWritten: Called, effect: Effect): Value {
  const called =
    effect.of === undefined ? asWritten : { ...asWritten, receiver: asWritten.arguments[effect.of]?.value };
  const { receiver = NOTHING } = called;
  const written = (index: number): Value => called.arguments[index]?.value ?? NOTHING;
  const returned = effect.calls ? callBack(unit, called, effect.calls, effect.put?.[0]) : undefined;
  const argument = (index: number): Value => (index === effect.calls?.argument && returned) || written(index);
  // What is taken away is what stood there before.
  const isSwapped = effect.remove === undefined && effect.holds !== undefined && effect.element === "any";
  const before = isSwapped ? taken(unit, receiver, "any", argument) : undefined;
  const gone = effect.remove === undefined ? before : takenOr(unit, called, effect, receiver, argument);
  change(unit, called, effect, (held) => changed(unit, called, effect, held, argument));
  const { taints, builds, loads, setting } = effect;
  if (effect.copies) copied(unit, called, effect.copies);
  if (effect.field === "set") setField(unit, called);
  if (loads !== undefined) change(unit, called, effect, (held) => withoutLength(loaded(unit, held, argument(loads))));
  if (taints) taint(unit, called, effect, partsOf(unit, called, taints.from));
  if (builds !== undefined) build(unit, called, effect, argument(builds));
  const givesElement = effect.element !== undefined;
  const given =
    gone ?? (returned && !givesElement ? returned : undefined) ?? resultOf(unit, called, effect, receiver, argument);
  const undone =
    effect.undoes === undefined ? undefined : effect.undoes === "this" ? receiver : argument(effect.undoes);
  const result = undone?.escaped ? withTaints(given, undone.escaped) : given;
  const typed = effect.type === undefined ? result : { ...result, type: effect.type };
  const part = effect.folds ? foldedInPart(unit, called, effect.folds, receiver) : undefined;
  if (part) return part;
  const [check] = [effect.checks ?? []].flat();
  const matched = check?.kind === "regex" ? matchTruth(unit, called, check) : undefined;
  const constant = effect.folds ? folded(unit, called, effect.folds, receiver) : matched;
  if (effect.leaves) unit.state.live = false;
  const read = setting && settingRead(unit, called, setting, typed);
  if (read) return read;
  return constant ? { ...typed, constant } : typed;
}

/** What a function gives of known operands, or of a list of known length. */
function folded(unit: Unit, { arguments: given }: Called, folds: string, receiver: Value): Constant | undefined {
  const values = given.map(({ value }) => value);
  if (folds === "text") return unit.snapshot(receiver).constant;
  const known = foldCall(folds, unit.snapshot(receiver), values);
  if (known || (folds !== "length" && folds !== "size")) return known;
  const [of = receiver] = values;
  const { length: count, type, parts } = unit.snapshot(of);
  const length = type === TABLE && count !== undefined ? parts?.size : count;
  return length === undefined ? undefined : { type: "number", value: BigInt(length) };
}

function resultOf(
  unit: Unit,
  called: Called,
  effect: Effect,
  receiver: Value,
  argument: (index: number) => Value,
): Value {
  const { returns, element, elements, keys, same, gathers, slices, tuples, sequence, table } = effect;
  const all = sequence && sequenced(unit, called, sequence);
  if (all) return listOf(unit, called.row, all);
  if (effect.record) {
    const record = remade(unit, called, effect.record, receiver);
    if (record) return record;
  }
  const other = remembered(unit, called, effect, receiver, argument);
  if (other) return other;
  const field = effect.field === "got" ? fieldGot(unit, called) : undefined;
  if (field) return field;
  const made = table === undefined ? undefined : tableOf(unit, called.row, argument(table));
  if (made) return made;
  if (gathers === "fields")
    return unit.allocate(called.row, {
      taints: [],
      parts: new Map(namedIn(unit, called).map(([name, value]) => [`.${name}`, value])),
    });
  if (gathers === "layers") return named(unit, { ...called, arguments: called.arguments.toReversed() });
  if (gathers) return gathers === "named" ? named(unit, called) : gathered(unit, called, gathers === "pairs");
  if (same !== undefined) return argument(same);
  if (effect.hides !== undefined) return hidden(unit, argument(effect.hides));
  const text = effect.group ? groupRead(unit, called) : textMade(unit, called, effect);
  if (text) return text;
  if (element !== undefined) {
    const found = taken(unit, receiver, element, argument);
    const [only] = Array.isArray(returns) ? returns : [];
    if (typeof element === "number" && typeof only === "number") {
      const either = elementOr(unit, receiver, argument(element), found, argument(only));
      if (either) return either;
    }
    if (element === "first" && typeof only === "number") {
      const { length } = unit.snapshot(receiver);
      if (length !== undefined) return length > 0 ? found : argument(only);
      return join(found, argument(only));
    }
    return Array.isArray(returns) ? join(found, tainted(partsOf(unit, called, returns))) : found;
  }
  if (elements === "first") return firstOf(unit, called, receiver);
  const ordered = elements === "kept" || elements === "sorted" ? inOrder(unit, called, receiver, elements) : undefined;
  if (ordered) return ordered;
  if (elements === "deep") return unit.allocate(called.row, holding(unit, receiver, true));
  if (elements !== undefined && elements !== true)
    return unit.allocate(called.row, { taints: [], parts: new Map([[ANY_ELEMENT, elementOf(unit, receiver)]]) });
  if (elements) return unit.allocate(called.row, holding(unit, receiver));
  if (slices) return unit.allocate(called.row, sliced(unit, receiver, ...boundsOf(called, slices)));
  if (tuples) return tuplesOf(unit, called, receiver, tuples);
  if (keys) return tainted(receiver.taints);
  if (returns === "none") return NOTHING;
  if (returns === "this") return ownOf(unit, called, receiver);
  if (returns) return tainted(partsOf(unit, called, returns));
  return tainted(partsOf(unit, called, ["all"]));
}

/** What a match leaves of a text, and what was packed; undefined where that is not told. */
function remembered(
  unit: Unit,
  called: Called,
  { finds, packs, unpacks }: Effect,
  receiver: Value,
  argument: (index: number) => Value,
): Value | undefined {
  const operand = (which: number | "this"): Value => (which === "this" ? receiver : argument(which));
  if (finds === "match") {
    const isCompiled = receiver.constant?.type === "string";
    return matchOf(unit, called.row, isCompiled ? receiver : argument(0), argument(isCompiled ? 0 : 1));
  }
  if (finds) return foundIn(unit, called, finds);
  if (packs !== undefined) {
    const held = unit.snapshot(operand(packs));
    const isKnown = held.constant ?? held.parts ?? held.spelled;
    return isKnown && { taints: unit.deepTaints(held), parts: new Map([[PACKED, held]]) };
  }
  return unpacks === undefined ? undefined : unit.snapshot(operand(unpacks)).parts?.get(PACKED);
}

/** The key of what was packed. */
const PACKED = ".packed";

/** The text, or the pieces of one, that a call makes of what is known. */
function textMade(unit: Unit, called: Called, { formats, splits, parting }: Effect): Value | undefined {
  if (parting) return parted(unit, called, parting);
  if (formats === "percent" || formats === "braces") return formatted(unit, called, formats);
  if (formats) return filledIn(unit, called, formats);
  return splits ? pieces(unit, called) : undefined;
}

/** `entries()`, `zip(a, b)`: which tuple holds what is not told. */
function tuplesOf(
  unit: Unit,
  { row, arguments: given }: Called,
  receiver: Value,
  tuples: NonNullable<Effect["tuples"]>,
): Value {
  const place = { keys: () => tainted(receiver.taints), element: () => elementOf(unit, receiver), none: () => NOTHING };
  const held =
    tuples === "arguments" ? given.map(({ value }) => elementOf(unit, value)) : tuples.map((of) => place[of]());
  const parts = new Map(held.map((value, index) => [`[${index}]`, value]));
  const tuple: Value = { taints: [], parts, length: held.length };
  return unit.allocate(row, { taints: [], parts: new Map([[ANY_ELEMENT, tuple]]) });
}

/** The object of a call, of the class that it is known to be of where it stands. */
function ownOf(unit: Unit, { callee }: Called, receiver: Value): Value {
  if (receiver.type !== undefined || callee < 0) return receiver;
  const type = typeOf(unit, childIn(unit.document.tree, callee, Role.Object), receiver);
  return type === undefined ? receiver : { ...receiver, type };
}

const boundsOf = ({ arguments: given }: Called, [from, to]: readonly [number, number]) =>
  [given[from]?.value, given[to]?.value] as const;

/** `List.of(a, b)`, `Map.of("a", b)`; of one array, its elements. */
function gathered(unit: Unit, { row, arguments: given }: Called, inPairs: boolean): Value {
  const values = given.map(({ value }) => value);
  const [only] = values;
  if (only && values.length === 1 && isArray(unit.snapshot(only))) return unit.allocate(row, holding(unit, only));
  const parts = new Map<string, Value>();
  for (const [index, value] of values.entries()) {
    if (inPairs && index % 2 === 0) continue;
    const key = inPairs ? constantKey(values[index - 1]!.constant, unit.document.fieldKeys) : `[${index}]`;
    const before = parts.get(key);
    parts.set(key, before ? join(before, value) : value);
  }
  return unit.allocate(row, { taints: [], parts, ...(!inPairs && { length: values.length }) });
}

const isArray = ({ length, parts }: Value): boolean =>
  length !== undefined || (parts !== undefined && [...parts.keys()].every(isIndex));

/** `dict(other, a=1)`. */
function named(unit: Unit, { row, arguments: given }: Called): Value {
  return unit.allocate(row, filledWith(unit, unit.document.keysIterated ? EMPTY_TABLE : NOTHING, given));
}

/** `{…} | {…}`; undefined where one of them is no table. */
export function tablesJoined(unit: Unit, row: number, values: readonly Value[]): Value | undefined {
  if (!values.every((value) => unit.snapshot(value).type === TABLE)) return undefined;
  return unit.allocate(
    row,
    values.reduce((whole, value) => takenIn(unit, whole, value), EMPTY_TABLE),
  );
}

const EMPTY_TABLE: Value = { taints: [], length: 0, type: TABLE };

/** What something holds with all elements of arguments, and what these have by name. */
function filledWith(unit: Unit, held: Value, given: Called["arguments"]): Value {
  const { document } = unit;
  return given.reduce((whole, { row, value }) => {
    const name = document.tree.kind[row] === Kind.Argument ? childIn(document.tree, row, Role.Name) : -1;
    return name < 0 ? takenIn(unit, whole, value) : withPart(whole, [`[${document.textOf(name)}]`], value, false);
  }, held);
}

/** A map with what another one holds under its keys; undefined where these are not known. */
function takenIn(unit: Unit, held: Value, other: Value): Value {
  const { parts, length, taints, type } = unit.snapshot(other);
  const keys = [...(parts?.keys() ?? [])];
  const isList =
    type !== TABLE && length !== undefined && keys.every((key) => isIndex(key) && Number(key.slice(1, -1)) < length);
  if (isList && held.length !== undefined && taints.length === 0 && !parts?.has(ANY_ELEMENT))
    return Array.from({ length }, (_, index) => parts?.get(`[${index}]`) ?? NOTHING).reduce<Value>(
      (whole, part) => appended(whole, part),
      held,
    );
  if (!parts || isList || !keys.some((key) => key !== ANY_ELEMENT)) return appended(held, elementOf(unit, other), true);
  const all = [...parts].reduce(
    (whole, [key, part]) => putUnder(whole, key, part),
    isClosed(unit.snapshot(other)) ? held : withoutLength(held),
  );
  return taints.length > 0 ? appended(all, tainted(taints), true) : all;
}

/** The same elements, in a collection of their own; they themselves are what they were. */
function holding(unit: Unit, value: Value, isDeep = false): Value {
  const held = (value.objects ?? []).map((name) => unit.state.get(name));
  const whole = isDeep || held.length === 0 || held.includes(undefined) ? unit.snapshot(value) : undefined;
  const { constant: _, ...rest } = whole ?? held.filter((each) => each !== undefined).reduce(join);
  return rest;
}

/** What is taken away; where there is nothing, or may be, what a call is given to stand for it. */
function takenOr(
  unit: Unit,
  called: Called,
  { remove = "first", returns }: Effect,
  receiver: Value,
  argument: (index: number) => Value,
): Value {
  const gone = taken(unit, receiver, remove, argument);
  const [only] = Array.isArray(returns) ? returns : [];
  if (typeof only !== "number" || called.arguments.length <= only) return gone;
  if (typeof remove === "number")
    return elementOr(unit, receiver, argument(remove), gone, argument(only)) ?? join(gone, argument(only));
  const { length } = unit.snapshot(receiver);
  return length === 0 ? argument(only) : length === undefined ? join(gone, argument(only)) : gone;
}

function taken(
  unit: Unit,
  receiver: Value,
  which: number | "any" | "first" | "last",
  argument: (index: number) => Value,
): Value {
  if (typeof which === "number")
    return readPart(unit, receiver, constantKey(argument(which).constant, unit.document.fieldKeys));
  if (which === "any") return elementOf(unit, receiver);
  const { length } = unit.snapshot(receiver);
  if (which === "first") return readPart(unit, receiver, length === undefined ? ANY_ELEMENT : "[0]");
  return readPart(unit, receiver, length === undefined || length === 0 ? ANY_ELEMENT : `[${length - 1}]`);
}

/** Changes what the object of a call holds: in the heap, or where its place is. */
function change(unit: Unit, called: Called, { of }: Effect, made: (held: Value) => Value): void {
  const { callee, receiver } = called;
  if (!receiver) return;
  const { objects = [] } = receiver;
  for (const name of objects) {
    const held = unit.state.get(name) ?? NOTHING;
    const after = made(held);
    if (after !== held) unit.state.set(name, objects.length > 1 ? join(held, after) : after);
  }
  if (objects.length > 0) return;
  const object = of === undefined ? childIn(unit.document.tree, callee, Role.Object) : called.arguments[of]!.row;
  const place = placeOf(unit, object);
  if (!place) return;
  const held = readPlace(unit, place);
  const after = made(held);
  if (after !== held) writePlace(unit, place, after);
}

function changed(unit: Unit, called: Called, effect: Effect, held: Value, argument: (index: number) => Value): Value {
  const { append, prepend, put, insert, remove, removeEqual, clear, addAll, holds, orders, cuts, drops } = effect;
  if (effect.arranges) {
    const all = sequenced(unit, { ...called, receiver: held }, effect.arranges);
    return all
      ? { ...held, parts: new Map(all.map((each, index) => [`[${index}]`, each])) }
      : reordered(held, "unknown", argument);
  }
  if (drops !== undefined) return sifted(unit, held, argument(drops), false) ?? withoutLength(held);
  if (cuts) {
    const [from, to] = cuts.map((at = 0) => indexOf(argument(at)));
    return withoutRange(unit, held, from, to, cuts[1] === undefined || endsItself(unit, called, cuts[1]));
  }
  if (orders !== undefined) return reordered(held, orders, argument);
  if (holds !== undefined) return { taints: [], parts: new Map([[ANY_ELEMENT, argument(holds)]]) };
  if (clear) return { taints: [], length: 0 };
  if (append !== undefined) return appended(held, argument(append));
  if (prepend !== undefined) return shifted(held, 0, 1, argument(prepend));
  if (put) {
    return putInto(unit, effect, held, put, argument);
  }
  if (insert) return insertedAt(held, argument(insert[0]), argument(insert[1]));
  if (remove !== undefined) return removed(held, remove, argument, unit.document.fieldKeys);
  if (removeEqual !== undefined) return withoutEqual(held, argument(removeEqual)) ?? withoutLength(held);
  if (addAll !== undefined) return filledWith(unit, held, called.arguments.slice(addAll));
  return held;
}

/** Text that comes to what the object holds. */
function build(unit: Unit, called: Called, effect: Effect, value: Value): void {
  change(unit, called, effect, (held) => {
    const taints = unite(held.taints, unit.deepTaints(value));
    const { constant: before, length, spelled: _, ...rest } = held;
    const isEmpty = before === undefined && length === 0 && held.taints.length === 0;
    const text = isEmpty ? "" : before?.type === "string" ? before.value : undefined;
    const known = text !== undefined && value.constant && "value" in value.constant;
    const constant = known ? { type: "string" as const, value: text + String(value.constant.value) } : undefined;
    const spelled = taints.length > 0 && !isEmpty ? joinedText(unit, [held, value]) : undefined;
    return {
      ...rest,
      taints,
      ...(spelled && { spelled }),
      ...(constant && constant.value.length <= LONGEST && { constant }),
    };
  });
}

const LONGEST = 10_000;

function taint(unit: Unit, called: Called, effect: Effect, taints: Taints): void {
  const to = effect.taints?.to;
  if (to === "this") {
    // What it says now is not known, whatever came to it.
    change(unit, called, effect, ({ constant: _, spelled: __, ...held }) => withTaints(withoutLength(held), taints));
    return;
  }
  if (taints.length === 0 || to === undefined) return;
  const argument = called.arguments[to];
  if (!argument) return;
  for (const name of argument.value.objects ?? []) {
    unit.state.set(name, withTaints(unit.state.get(name) ?? NOTHING, taints));
  }
  const place = argument.value.objects ? undefined : placeOf(unit, argument.row);
  if (place) writePlace(unit, place, withTaints(readPlace(unit, place), taints));
}
