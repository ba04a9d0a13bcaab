// Functions that a modelled call is given, and calls: lambdas, and methods that are handed on by their names.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { typeOf } from "./callees";
import type { Called } from "./calls";
import { Checks } from "./checks";
import { lastName } from "./classes";
import { elementOf, sliced } from "./collections";
import { perform } from "./effects";
import { isClosed } from "./entries";
import { constantKey } from "./keys";
import { CALLS_ITSELF } from "./known-calls";
import { readPart } from "./lvalues";
import type { Effect } from "./models";
import { listOf, sequenceOf } from "./sequences";
import { ALL_RULES, type RuleMask, rulesOf } from "./taints";
import { truthOf } from "./truths";
import type { Unit } from "./unit";
import { ANY_ELEMENT, join, NOTHING, type Value } from "./values";

/** What the function gives that is called; undefined where it is none of the program. */
export function callBack(
  unit: Unit,
  called: Called,
  { argument, given, returns = "none" }: NonNullable<Effect["calls"]>,
  key?: number,
): Value | undefined {
  const { receiver = NOTHING, arguments: all } = called;
  const handed = given.map((what): Value => {
    if (what === "element") return elementOf(unit, receiver);
    if (what === "held")
      return readPart(unit, receiver, constantKey(all[key ?? 0]?.value.constant, unit.document.fieldKeys));
    if (what === "this") return receiver;
    return what === "none" ? NOTHING : (all[what]?.value ?? NOTHING);
  });
  if (returns === "passing") return passing(unit, called, all[argument]?.value ?? NOTHING, handed);
  if (returns === "fold")
    return readPart(unit, inOne(unit, called, all[argument]?.value ?? NOTHING, all[2]?.value), "[0]");
  const sequence = returns === "elements" && all.length === 2 ? sequenceOf(unit, receiver) : undefined;
  const each = all[argument]?.value;
  if (sequence && each?.callables && sequence.length <= MOST_FOLDED)
    return listOf(
      unit,
      called.row,
      sequence.map((element) => unit.snapshot(unit.callValue(each, [element]))),
    );
  if (returns === "folded") return inOne(unit, called, all[argument]?.value ?? NOTHING);
  const isUnknown = (all[argument]?.value.callables ?? []).length === 0;
  const referred = isUnknown && all[argument] ? referredTo(unit, all[argument].row, handed) : undefined;
  const result = referred ?? unit.callValue(all[argument]?.value ?? NOTHING, handed);
  if (referred && returns === "none") return NOTHING;
  if (isUnknown && !referred && (returns === "result" || returns === "elements")) return undefined;
  if (returns === "result") return result;
  if (returns === "elements") return unit.allocate(called.row, { taints: [], parts: new Map([[ANY_ELEMENT, result]]) });
  return returns === "this" ? receiver : NOTHING;
}

/** Elements that are folded one by one, at most. */
const MOST_FOLDED = 8;

/** `reduce((a, b) -> a)`: the first element with the second, what comes of it with the third, and so on. */
function inOne(unit: Unit, called: Called, fold: Value, initial?: Value): Value {
  const { receiver = NOTHING } = called;
  const { length = 0 } = unit.snapshot(receiver);
  const any = elementOf(unit, receiver);
  const isKnown = length > 0 && length <= MOST_FOLDED && fold.callables !== undefined;
  const all = isKnown ? Array.from({ length }, (_, index) => readPart(unit, receiver, `[${index}]`)) : [any, any];
  const last = [...(initial ? [initial] : []), ...all].reduce((before, each) => unit.callValue(fold, [before, each]));
  const result = isKnown ? last : join(any, last);
  return unit.allocate(called.row, { taints: [], parts: new Map([["[0]", result]]), length: 1 });
}

/** What a method of a library does that is handed on by its name: `list::add`, `String::trim`, `String::valueOf`. */
function referredTo(unit: Unit, row: number, handed: readonly Value[]): Value | undefined {
  const { document, program } = unit;
  const { tree, semantics } = document;
  const object = childIn(tree, row, Role.Object);
  const property = childIn(tree, row, Role.Property);
  if (tree.kind[row] === Kind.Member || object < 0 || property < 0) return undefined;
  const name = document.textOf(property);
  const calledWith = (receiver: Value | undefined, given: readonly Value[]): Called => {
    return { row, callee: row, receiver, function: NOTHING, arguments: given.map((value) => ({ row, value })) };
  };
  if (semantics.declarationOf(object) >= 0 || document.isField(object)) {
    const receiver = unit.value(object);
    const effect = program.models.method(typeOf(unit, object, receiver), name, handed.length);
    return effect && perform(unit, calledWith(receiver, handed), effect);
  }
  const type = lastName(document, object);
  const effect = program.models.function([type, name], handed.length);
  if (effect) return perform(unit, calledWith(undefined, handed), effect);
  const [receiver, ...others] = handed;
  const own = receiver && program.models.method(type, name, others.length);
  return own && perform(unit, calledWith(receiver, others), own);
}

/** The rules for which elements are harmless that a method of a library lets through: `Character::isDigit`, `KNOWN::contains`. */
export function checkReferred(unit: Unit, row: number): RuleMask {
  const { document, program } = unit;
  const [object, property] = [childIn(document.tree, row, Role.Object), childIn(document.tree, row, Role.Property)];
  if (document.tree.kind[row] === Kind.Member || object < 0 || property < 0) return 0;
  const name = document.textOf(property);
  const isName = document.semantics.declarationOf(object) < 0 && !document.isField(object);
  const owner = isName ? NOTHING : unit.aside(() => unit.value(object));
  const effect = isName
    ? program.models.function([lastName(document, object), name], 1)
    : program.models.method(typeOf(unit, object, owner), name, 1);
  const checks = [effect?.checks ?? []].flat().filter(({ kind, value }) => value === 0 && REFERRED.has(kind));
  // What callers may bring into it is not taken for data.
  const own = rulesOf(unit.deepTaints(owner).filter(({ origin }) => origin.parameter === undefined));
  return checks.reduce((mask, { kind }) => mask | (program.rulesWithGuard(kind) & ~own), 0);
}

const REFERRED: ReadonlySet<string> = new Set(["number", "membership"]);

/** What a name gives that stands for a method of a library: `Consumer<String> keep = list::add; keep.accept(x)`. */
export function referenceCalled(unit: Unit, { callee, arguments: given }: Called): Value | undefined {
  const { tree, semantics } = unit.document;
  const object = callee >= 0 && tree.kind[callee] === Kind.Member ? childIn(tree, callee, Role.Object) : -1;
  if (object < 0 || tree.kind[object] !== Kind.Identifier) return undefined;
  const made = semantics.initialiserOf(object);
  const isNamed = CALLS_ITSELF.has(unit.document.textOf(childIn(tree, callee, Role.Property)));
  if (made < 0 || !isNamed || tree.kind[made] === Kind.Lambda || childIn(tree, made, Role.Property) < 0)
    return undefined;
  return referredTo(
    unit,
    made,
    given.map(({ value }) => value),
  );
}

/** The elements for which a function says yes, or no; undefined where that is not known of all of them. */
export function sifted(unit: Unit, held: Value, fn: Value, isKept: boolean): Value | undefined {
  const { length = 0 } = held;
  if (length === 0 || length > MOST_FOLDED || !isClosed(held) || !fn.callables) return undefined;
  const kept: Value[] = [];
  for (let index = 0; index < length; index++) {
    const element = held.parts?.get(`[${index}]`) ?? NOTHING;
    const truth =
      element.constant &&
      truthOf(
        unit,
        unit.aside(() => unit.callValue(fn, [element])),
      );
    if (truth === undefined) return undefined;
    if (truth === isKept) kept.push(element);
  }
  const parts = new Map(kept.map((each, index) => [`[${index}]`, each]));
  return { taints: [], parts, length: kept.length };
}

/** Elements for which a function gives true are harmless where it has checked them. */
function passing(unit: Unit, called: Called, { callables = [] }: Value, handed: readonly Value[]): Value {
  const { document, checks, checkedAt } = unit;
  const { receiver = NOTHING } = called;
  const isReferred = callables.length === 0 && called.arguments[0] !== undefined;
  let rules: RuleMask = isReferred
    ? checkReferred(unit, called.arguments[0]!.row)
    : callables.length > 0 && callables.every(({ document: id }) => id === document.id)
      ? ALL_RULES
      : 0;
  for (const { row } of callables.filter(({ document: id }) => id === document.id)) {
    const names = childrenIn(document.tree, row, Role.Parameter).map((each) =>
      document.tree.kind[each] === Kind.Parameter ? childIn(document.tree, each, Role.Target) : each,
    );
    unit.checks = new Checks(names.map((name) => document.keyOf(name)));
    unit.checkedAt = unit.inlining.length + 1;
    unit.inline(row, handed);
    rules &= unit.checks.when(true).get(0) ?? 0;
  }
  unit.checks = checks;
  unit.checkedAt = checkedAt;
  const known = sifted(unit, unit.snapshot(receiver), called.arguments[0]?.value ?? NOTHING, true);
  // Which of them are left is not told.
  const left = known ?? sliced(unit, receiver, NOTHING, NOTHING);
  return unit.allocate(called.row, rules === 0 ? left : unit.limitedTo(left, ~rules));
}
