// Calls of which more is known than that they are calls: functions of the program, and of libraries.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { referenceCalled } from "./callbacks";
import { calleesOf, classesMade, gettersOf, typeOf } from "./callees";
import { type Called, plainCall } from "./calls";
import { type ClassInfo, lastName, takes } from "./classes";
import { elementOf } from "./collections";
import { begunWith } from "./creations";
import { perform } from "./effects";
import { cleanedByName, passed, passedByName } from "./guards";
import { filledBehindHost } from "./hosts";
import { readPart } from "./lvalues";
import type { Effect } from "./models";
import { recordParts } from "./records";
import { handedTo } from "./registered";
import { leadingOn } from "./settings";
import { decorated } from "./special-methods";
import { specialised } from "./specialised";
import { apply, argumentsFor } from "./summaries";
import { unite } from "./taints";
import { words } from "./texts";
import type { Unit } from "./unit";
import { type Callable, join, NOTHING, tainted, type Value } from "./values";

/** What a call gives. */
export function extendedCall(unit: Unit, asWritten: Called): Value {
  const called = filledBehindHost(unit, asWritten);
  const result = knownCall(unit, called) ?? plainCall(unit, called);
  const rules = passedByName(unit, called, "asked") | cleanedByName(unit, called);
  return leadingOn(unit, called, rules === 0 ? result : unit.escaped(result, rules));
}

/** The same; undefined for a call of which nothing is known. */
function knownCall(unit: Unit, called: Called): Value | undefined {
  const isNew = unit.document.tree.kind[called.row] === Kind.New;
  const callees = calleesOf(unit, called);
  const [info] = classesMade(unit, called);
  if (info) return madeBy(unit, called, callees, info);
  if (callees.length > 0) {
    const result =
      isNew || isConstructor(unit, called, callees) ? made(unit, called, callees) : run(unit, called, callees);
    if (result) return result;
  }
  const making = isNew ? undefined : makingOf(unit, called);
  if (making) return madeByModel(unit, called, making);
  const effect = effectOf(unit, called, isNew);
  const named =
    (effect?.runs && runNamed(unit, called, effect.runs)) ??
    (effect?.makes && madeByName(unit, called)) ??
    (effect?.invokes !== undefined ? invoked(unit, called, effect.invokes) : undefined);
  if (named) return named;
  const referred = referenceCalled(unit, called);
  if (referred) return referred;
  if (effect?.folds === "number" && isNoNumber(called)) {
    unit.throw(NOTHING);
    return NOTHING;
  }
  if (effect) {
    const result = isNew ? madeByModel(unit, called, effect) : perform(unit, called, effect);
    for (const check of [effect.checks ?? []].flat()) if (check.always) passed(unit, called, check);
    return result;
  }
  if (isNew) return recordMade(unit, called) ?? unknownObject(unit, called);
  const component = componentRead(unit, called);
  if (component) return component;
  runGiven(unit, called);
  return undefined;
}

/** `Integer.parseInt("twelve")` never comes back. */
function isNoNumber({ arguments: [only] }: Called): boolean {
  const constant = only?.value.constant;
  return constant?.type === "string" && !/^[+-]?\d+$/.test(constant.value);
}

/** `call_user_func("f", x)`; undefined where the name is not known, or nothing has it. */
function runNamed(unit: Unit, called: Called, { name, given }: NonNullable<Effect["runs"]>): Value | undefined {
  const constant = called.arguments[name]?.value.constant;
  const list = given === "others" ? undefined : called.arguments[given];
  if (constant?.type !== "string") return undefined;
  const others = list
    ? Array.from({ length: MOST_SPREAD }, () => ({ row: list.row, value: elementOf(unit, list.value) }))
    : called.arguments.slice(name + 1);
  const callees = unit.program.functionsNamed(unit.document, unit.document.folded(constant.value));
  return callees.length > 0 ? run(unit, { ...called, arguments: others }, callees) : undefined;
}

/** `Class.forName("a.B").newInstance()`; undefined where the name is not known, or none of the program's. */
function madeByName(unit: Unit, called: Called): Value | undefined {
  const name = called.receiver?.constant;
  const [info] =
    name?.type === "string" ? unit.program.classesNamed(unit.document, name.value.split(/[.$]/).at(-1)!) : [];
  const count = called.arguments.length;
  const rows = info ? unit.program.methodsOf(info, info.name).filter((row) => takes(info.document, row, count)) : [];
  return (
    info &&
    madeBy(
      unit,
      called,
      rows.map((row) => ({ document: info.document.id, row })),
      info,
    )
  );
}

/** `method.invoke(object, x)`; undefined where the name is not known, or no class that is meant has it. */
function invoked(unit: Unit, called: Called, on: number): Value | undefined {
  const { document, program } = unit;
  const name = called.receiver?.constant;
  const object = called.arguments[on];
  if (name?.type !== "string" || !object) return undefined;
  const others = called.arguments.filter((each) => each !== object);
  const type = typeOf(unit, object.row, object.value);
  const infos = type === undefined ? [...document.definitions.classes.values()] : program.classesNamed(document, type);
  const callees = infos.flatMap((info) =>
    program
      .methodsOf(info, name.value)
      .filter((row) => takes(info.document, row, others.length))
      .map((row) => ({ document: info.document.id, row, receiver: object.value })),
  );
  return callees.length > 0 ? run(unit, { ...called, arguments: others }, callees) : undefined;
}

/** Elements of a list that stand for arguments, at most. */
const MOST_SPREAD = 8;

/** Methods by which an object that is a function is called. */
export const CALLS_ITSELF: ReadonlySet<string> = new Set([
  ...["apply", "accept", "call", "get", "invoke", "run", "test", "execute", "Invoke", "__invoke"],
]);

/** What the functions that a call may run give; undefined where none can be followed. */
export function run(unit: Unit, called: Called, callees: readonly Callable[]): Value | undefined {
  const results: Value[] = [];
  const way = (callee: Callable) => (): void => {
    const result = runOne(unit, called, callee);
    if (result) results.push(result);
  };
  const [only] = callees;
  if (callees.length === 1 && only) way(only)();
  else unit.fork(...callees.map(way));
  return results.length > 0 ? results.reduce(join) : undefined;
}

function runOne(unit: Unit, called: Called, { document: id, row, receiver }: Callable): Value | undefined {
  const { program } = unit;
  const document = program.documents[id];
  if (!document) return undefined;
  const { tree } = document;
  const around = document === unit.document && receiver === undefined ? decorated(unit, called, row) : undefined;
  if (around) return around;
  if (document === unit.document && seesAround(unit, row)) {
    if (unit.inlining.includes(row)) return NOTHING;
    return unit.inline(row, argumentsFor(unit, called, document, row));
  }
  // What a function that calls itself gives is what its other ways give.
  if (program.isOpen(document, row)) return NOTHING;
  const object = receiver ?? called.receiver;
  const summary =
    specialised(program, document, row, argumentsFor(unit, called, document, row), object) ??
    program.summary(document, row);
  const result = summary && apply(unit, summary, called, object);
  // Of an object of which nothing is known it is known what the function says that it returns.
  const type = lastName(document, childIn(tree, row, Role.ReturnType));
  const isTyped = type !== "" && program.classesNamed(document, type).length > 0;
  const typed = result && result.type === undefined && isTyped ? { ...result, type } : result;
  return typed && isOwnObject(typed) ? unit.allocate(called.row, typed) : typed;
}

/** Whether a function gives an object that it has made, and nothing beside that is told of it where it is. */
const isOwnObject = ({ objects, parts, type, callables, constant, asked, escaped }: Value): boolean =>
  !objects && (parts !== undefined || type !== undefined) && !callables && !constant && !asked && !escaped;

/** What the reading of a property gives that is a function; undefined for any other. */
export function propertyRead(unit: Unit, row: number, receiver: Value): Value | undefined {
  const { document } = unit;
  if (document.tree.role[row] === Role.Callee || document.tree.role[row] === Role.Target) return undefined;
  const object = childIn(document.tree, row, Role.Object);
  const name = document.textOf(childIn(document.tree, row, Role.Property));
  const getters = gettersOf(unit, object, receiver, name);
  const called = { row, callee: row, receiver, function: NOTHING, arguments: [] };
  return getters.length > 0 ? run(unit, called, getters) : undefined;
}

/**
 * Whether a function is run where it is called: one within this one sees what is around it, and so does a lambda but where
 * it is one of the file's functions.
 */
function seesAround(unit: Unit, row: number): boolean {
  if (within(unit, row)) return true;
  const { tree, layout } = unit.document;
  return tree.kind[row] === Kind.Lambda && (unit.row === 0 || !layout.isFunctionPiece(row));
}

/** Methods of a class stand for themselves, wherever it is defined. */
function within({ document: { tree }, row: outer }: Unit, row: number): boolean {
  if (tree.role[row] === Role.Member && tree.kind[tree.parent[row]!] === Kind.Class) return false;
  return outer > 0 && row > outer && row < outer + tree.size[outer]!;
}

/** A class that is called as a function. */
function isConstructor(unit: Unit, called: Called, callees: readonly Callable[]): boolean {
  // A function of a file that is not open here has no name that could be asked.
  const document = unit.program.documents[callees[0]!.document];
  if (!document || unit.document.tree.kind[called.callee] !== Kind.Identifier) return false;
  const name = document.textOf(childIn(document.tree, callees[0]!.row, Role.Name));
  return name === "__init__" && unit.document.textOf(called.callee) !== name;
}

/** The object that `C.new` makes, whose constructor may be none of the program's. */
function madeBy(unit: Unit, called: Called, callees: readonly Callable[], info: ClassInfo): Value {
  const { name: type } = info;
  // One of the values that it lists.
  if (called.arguments.length === 1 && info.parents.some((parent) => unit.document.isEnum(parent)))
    return { taints: [], type };
  if (callees.length === 0 && unit.document.classesCalled)
    return completed(unit, called, info, recordOf(unit, called, info) ?? unknownObject(unit, called, type));
  const object = unit.allocate(called.row, { ...begunWith(unit, info), type });
  const constructors = callees.map((callee) => ({ ...callee, receiver: object }));
  if (constructors.length > 0) run(unit, called, constructors);
  return object;
}

/** A record on which the method has been run that its class names for that. */
function completed(unit: Unit, called: Called, info: ClassInfo, receiver: Value): Value {
  const name = unit.document.document.language.flow?.completes;
  const rows = name === undefined ? [] : unit.program.methodsOf(info, name);
  for (const row of rows) runOne(unit, { ...called, arguments: [] }, { document: info.document.id, row, receiver });
  return receiver;
}

/** A new object of a class of the program. */
function made(unit: Unit, called: Called, callees: readonly Callable[]): Value | undefined {
  const type = lastName(unit.document, called.callee);
  const [info] = unit.program.classesNamed(unit.document, type);
  const object = unit.allocate(called.row, { ...(info ? begunWith(unit, info) : NOTHING), type });
  const result = run(
    unit,
    called,
    callees.map((callee) => ({ ...callee, receiver: object })),
  );
  return result && object;
}

function madeByModel(unit: Unit, called: Called, effect: Effect): Value {
  const type = lastName(unit.document, called.callee);
  const wrapped = effect.same === undefined ? undefined : called.arguments[effect.same]?.value;
  // What is done to the one is done to the other: a writer before a stream.
  if (wrapped) return wrapped.objects ? { ...wrapped, type } : unknownObject(unit, called, type);
  // A text that is made of a text is that.
  if (effect.folds) return { ...perform(unit, called, effect), type };
  if (effect.words) {
    const object = words(unit, called, effect.words);
    return object ? { ...object, type } : unknownObject(unit, called, type);
  }
  if (effect.gathers) return { ...perform(unit, called, effect), type };
  const object = unit.allocate(called.row, { taints: [], type, length: 0 });
  perform(unit, { ...called, receiver: object }, { ...effect, returns: "none" });
  return object;
}

/** An object of a class that says itself what its objects are made of. */
function recordMade(unit: Unit, called: Called): Value | undefined {
  const [info] = unit.program.classesNamed(unit.document, lastName(unit.document, called.callee));
  return info && recordOf(unit, called, info);
}

function recordOf(unit: Unit, called: Called, info: ClassInfo): Value | undefined {
  const { components, name: type } = info;
  const { tree } = unit.document;
  if (components.length === 0 || called.arguments.length > components.length) return undefined;
  const fields = new Map<string, Value>();
  for (const [index, { row, value }] of called.arguments.entries()) {
    const isNamed = tree.kind[row] === Kind.Argument;
    const name = isNamed ? unit.document.textOf(childIn(tree, row, Role.Name)) : components[index]!;
    if (tree.kind[row] === Kind.Spread || !components.includes(name)) return undefined;
    fields.set(name, value);
  }
  return unit.allocate(called.row, { taints: [], type, ...recordParts(info, fields) });
}

/** `point.label()` of a record reads what it was made of. */
function componentRead(unit: Unit, { callee, receiver, arguments: given }: Called): Value | undefined {
  const { document } = unit;
  if (!receiver || given.length > 0 || callee < 0 || document.tree.kind[callee] !== Kind.Member) return undefined;
  const name = document.textOf(childIn(document.tree, callee, Role.Property));
  const type = typeOf(unit, childIn(document.tree, callee, Role.Object), receiver);
  const [info] = type === undefined ? [] : unit.program.classesNamed(document, type);
  return info?.components.includes(name) ? readPart(unit, receiver, `.${name}`) : undefined;
}

/** An object of a class that nothing is known of holds what it was made with. */
function unknownObject(unit: Unit, called: Called, type = lastName(unit.document, called.callee)): Value {
  runGiven(unit, called);
  const taints = called.arguments.map(({ value }) => unit.deepTaints(value)).reduce(unite, []);
  const [info] = unit.program.classesNamed(unit.document, type);
  const { parts } = info ? begunWith(unit, info) : NOTHING;
  const whole = unit.without(tainted(taints), unit.program.safeOperators);
  return unit.allocate(called.row, { ...whole, ...(parts && parts.size > 0 && { parts }), type });
}

/** What is known of making an object of a library's class, where that is a call of the class. */
function makingOf({ document, program }: Unit, { callee, arguments: given }: Called): Effect | undefined {
  const { semantics } = document;
  if (!document.classesCalled || callee < 0) return undefined;
  const path = semantics.canonicalPath(callee) ?? semantics.unknownPath(callee);
  return path && program.models.making(path.join("."), given.length);
}

/** What is known of the library function that a call runs. */
export function effectOf(unit: Unit, called: Called, isNew: boolean): Effect | undefined {
  const { document, program } = unit;
  const { models } = program;
  const { tree, semantics } = document;
  const { callee } = called;
  const count = called.arguments.length;
  if (callee < 0) return undefined;
  if (isNew) return models.making(lastName(document, callee), count);
  const path = semantics.canonicalPath(callee) ?? semantics.defaultPath(callee) ?? semantics.unknownPath(callee);
  const named = path && models.function(path, count);
  if (named) return named;
  if (tree.kind[callee] !== Kind.Member) return undefined;
  const object = childIn(tree, callee, Role.Object);
  const name = document.textOf(childIn(tree, callee, Role.Property));
  const { receiver = NOTHING } = called;
  const type =
    typeOf(unit, object, receiver) ?? (receiver.constant?.type === "string" || receiver.spelled ? "string" : undefined);
  const effect = models.method(type, name, count);
  return effect?.literal && called.arguments.some(({ value }) => !value.constant) ? undefined : effect;
}

/** Functions that an unknown function is given may be called by it. */
function runGiven(unit: Unit, called: Called): void {
  for (const { value } of called.arguments) {
    const callables = value.callables?.filter(
      ({ row, document }) => document !== unit.document.id || !unit.standsAlone(row),
    );
    const own = callables?.find(({ document }) => document === unit.document.id)?.row ?? -1;
    if (callables) unit.callValue({ ...value, callables }, handedTo(unit, called, own));
  }
  const { callee, receiver } = called;
  const property = receiver ? childIn(unit.document.tree, callee, Role.Property) : -1;
  const fn = receiver ? (CALLS_ITSELF.has(unit.document.textOf(property)) ? receiver : NOTHING) : called.function;
  if (fn.taints.length === 0) return;
  const given = called.arguments.map(({ value }) => value);
  unit.callValue(fn, given);
}
