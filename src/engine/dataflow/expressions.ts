// Expressions: what they hold, by what their parts hold.
import { numberConstant } from "../semantics";
import { SHORT_CIRCUITS } from "../semantics/leaving";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { assignment, compoundAssignment, update } from "./assignments";
import { CLASS, calleesOf, classesMade, functionNamed, methodsReferred, typeOf } from "./callees";
import { call, inTurn } from "./calls";
import { isNoText, isText } from "./checked-texts";
import { elementOf, fromEnd, list, listsJoined, record, slice } from "./collections";
import { comprehension } from "./comprehensions";
import { creation } from "./creations";
import { perform, tablesJoined } from "./effects";
import { combined } from "./fold";
import { assume } from "./guards";
import { keyOf } from "./keys";
import { effectOf, propertyRead } from "./known-calls";
import { holds, placeOf, readPart, readPlace } from "./lvalues";
import { settingIndexed } from "./settings";
import { STATEMENTS } from "./statements";
import { type RuleMask, unite } from "./taints";
import { percented } from "./templates";
import { characterAt } from "./texts";
import { truthOf } from "./truths";
import type { Unit } from "./unit";
import { NOTHING, tainted, type Value, withTaints } from "./values";

type Evaluator = (unit: Unit, row: number) => Value;

/** What an expression or statement holds; statements hold what their last expression does. */
export function evaluate(unit: Unit, row: number): Value {
  const kind = unit.document.tree.kind[row]!;
  const evaluator = EXPRESSIONS[kind] ?? STATEMENTS[kind];
  return evaluator ? evaluator(unit, row) : any(unit, row);
}

const nothing: Evaluator = () => NOTHING;
const inner: Evaluator = (unit, row) => unit.value(childIn(unit.document.tree, row, Role.Value));

const EXPRESSIONS: Partial<Record<number, Evaluator>> = {
  [Kind.Identifier]: name,
  [Kind.Name]: name,
  [Kind.Modifier]: nothing,
  [Kind.Decorator]: nothing,
  [Kind.Null]: nothing,
  [Kind.Regex]: (unit, row) => literal(unit, { type: "string", value: unit.document.textOf(row) }),
  [Kind.String]: (unit, row) => literal(unit, { type: "string", value: unit.document.textOf(row) }),
  [Kind.StringPart]: (unit, row) => literal(unit, { type: "string", value: unit.document.textOf(row) }),
  [Kind.Number]: (unit, row) => literal(unit, numberConstant(unit.document.textOf(row), true)),
  [Kind.Boolean]: (unit, row) =>
    literal(unit, { type: "boolean", value: unit.document.textOf(row).toLowerCase() === "true" }),
  [Kind.Symbol]: (unit, row) =>
    literal(unit, { type: "string", value: unit.document.textOf(childIn(unit.document.tree, row, Role.Name)) }),
  [Kind.Template]: (unit, row) => operands(unit, row, "+"),
  [Kind.Call]: (unit, row) => typed(unit, row, call(unit, row)),
  [Kind.New]: creation,
  [Kind.TaggedTemplate]: call,
  [Kind.Argument]: inner,
  [Kind.Member]: member,
  [Kind.Index]: index,
  [Kind.Assign]: assignment,
  [Kind.CompoundAssign]: compoundAssignment,
  [Kind.Update]: update,
  [Kind.Binary]: binary,
  [Kind.Unary]: unary,
  [Kind.Await]: inner,
  [Kind.Cast]: (unit, row) => typed(unit, row, inner(unit, row)),
  [Kind.Spread]: inner,
  [Kind.TypeApply]: inner,
  [Kind.Sequence]: (unit, row) =>
    childrenIn(unit.document.tree, row)
      .map((part) => unit.value(part))
      .at(-1) ?? NOTHING,
  [Kind.Array]: list,
  [Kind.Tuple]: list,
  [Kind.Set]: list,
  [Kind.Object]: record,
  [Kind.Dict]: record,
  [Kind.Comprehension]: comprehension,
  [Kind.Lambda]: lambda,
  [Kind.Yield]: yielded,
  [Kind.Conditional]: STATEMENTS[Kind.Conditional]!,
};

function literal(unit: Unit, constant: Value["constant"]): Value {
  return unit.extended && constant ? { taints: [], constant } : NOTHING;
}

/** The union of all parts that have values; a leaf may be a character. */
function any(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  if (tree.size[row] === 1) {
    // As in texts, escapes stay as they are written, but for those of quotes.
    const [, escaped, character = escaped] = /^'(?:\\(['"])|(\\?.))'$/s.exec(unit.document.textOf(row)) ?? [];
    return character === undefined ? NOTHING : literal(unit, { type: "string", value: character });
  }
  const referred = unit.extended ? methodsReferred(unit, row) : [];
  if (referred.length > 0) return { taints: [], callables: referred };
  let taints = NOTHING.taints;
  for (const part of childrenIn(tree, row)) {
    if (NO_VALUE.has(tree.role[part]!)) continue;
    taints = unite(taints, unit.deepTaints(unit.value(part)));
  }
  return tainted(taints);
}

const NO_VALUE: ReadonlySet<number> = new Set([
  ...[Role.Type, Role.ReturnType, Role.TypeParameter, Role.TypeArgument, Role.Modifier, Role.Decorator],
  ...[Role.Name, Role.Property, Role.Flags],
]);

function name(unit: Unit, row: number): Value {
  const initial = unit.extended ? unit.program.initial(unit.document, row) : undefined;
  if (initial?.constant || initial?.callables) return initial;
  const place = placeOf(unit, row);
  const value = place ? readPlace(unit, place) : NOTHING;
  // A list or an object may have been filled since.
  if (initial) return value.parts || value.objects ? value : withTaints(initial, value.taints);
  const fn = unit.extended && value === NOTHING ? (functionMeant(unit, row) ?? classMeant(unit, row)) : undefined;
  if (fn) return fn;
  const imported = unit.extended && value === NOTHING ? unit.program.importedValue(unit.document, row) : undefined;
  if (imported) return imported;
  const isOwn = unit.document.semantics.declarationOf(row) < 0;
  const result = isOwn ? calledAlone(unit, row, value) : undefined;
  return result ?? typed(unit, row, unit.program.withConstant(unit, row, value));
}

/** A class by its name, as a value. */
function classMeant({ document }: Unit, row: number): Value | undefined {
  const { tree } = document;
  const role = tree.role[row];
  if (!document.classesCalled || role === Role.Callee || role === Role.Object || tree.kind[row] !== Kind.Identifier)
    return undefined;
  const name = document.textOf(row);
  const isClass = document.definitions.classes.has(name) && document.semantics.declarationOf(row) >= 0;
  return isClass ? { taints: [], type: `${CLASS}${name}` } : undefined;
}

/** A function that is defined in this one, by its name, or one in a table of functions. */
function functionMeant(unit: Unit, row: number): Value | undefined {
  const { tree } = unit.document;
  const fn = functionNamed(unit.document, row);
  if (fn < 0 || tree.role[row] === Role.Callee) return undefined;
  const isOwn = unit.defined.includes(fn);
  const isEntry = tree.kind[tree.parent[row]!] === Kind.Pair && tree.role[fn] !== Role.Member;
  if (!isOwn && !isEntry) return undefined;
  if (isOwn) unit.lambdas.set(fn, unit.lambdas.get(fn) ?? false);
  return { taints: [], callables: [{ document: unit.document.id, row: fn }] };
}

/** What a name by itself gives that calls a method (Ruby); undefined where it is none that is known. */
function calledAlone(unit: Unit, row: number, value: Value, receiver?: Value): Value | undefined {
  const { tree, callsAlone } = unit.document;
  const role = tree.role[row];
  if (!unit.extended || !callsAlone || role === Role.Callee || role === Role.Target) return undefined;
  const called = { row, callee: row, receiver, function: value, arguments: [] };
  const isKnown =
    calleesOf(unit, called).length > 0 ||
    classesMade(unit, called).length > 0 ||
    (receiver && effectOf(unit, called, false));
  if (!isKnown) return undefined;
  unit.calls.set(row, called);
  return unit.program.call(unit, called);
}

/** What has a type that rules take for harmless is so for them. */
function typed(unit: Unit, row: number, value: Value): Value {
  const { safeBooleans, safeNumbers } = unit.program;
  if ((safeBooleans | safeNumbers) === 0 || value.taints.length === 0) return value;
  const type = isComputed(unit, row) ? "integer" : unit.document.builtinTypeOf(row);
  const safe: RuleMask = type === "boolean" ? safeBooleans : type === "integer" || type === "float" ? safeNumbers : 0;
  return unit.without(value, safe);
}

/** What is subtracted or multiplied is a number, and what is added to one. */
function isComputed({ document }: Unit, row: number): boolean {
  const { tree } = document;
  if (tree.kind[row] !== Kind.Binary) return false;
  const operator = document.textOf(row);
  if (operator === "-" || operator === "*" || operator === "/") return true;
  const isNumber = (part: number): boolean => /^(integer|float)$/.test(document.builtinTypeOf(part) ?? "");
  const parts = childrenIn(tree, row);
  // `text + 1` where that is a pointer leads into the text.
  return operator === "+" && (document.movesPointers(row) ? parts.every(isNumber) : parts.some(isNumber));
}

function member(unit: Unit, row: number): Value {
  const { document } = unit;
  const object = childIn(document.tree, row, Role.Object);
  const property = childIn(document.tree, row, Role.Property);
  const whole = unit.value(object);
  unit.receivers.set(row, whole);
  if (property < 0) return whole;
  if (!unit.extended && object >= 0 && document.isReceiver(object)) {
    const place = placeOf(unit, row);
    return typed(unit, row, place ? readPlace(unit, place) : NOTHING);
  }
  const initial = unit.extended && document.isReceiver(object) ? unit.program.initial(document, property) : undefined;
  if (initial?.constant || initial?.callables) return initial;
  const read = readPart(unit, whole, `.${document.textOf(property)}`);
  const result = calledAlone(unit, row, read, whole) ?? (unit.extended ? propertyRead(unit, row, whole) : undefined);
  if (result) return result;
  const numeric = unit.extended && read.taints.length > 0 ? numbersIn(unit, object, property, whole) : 0;
  const safe = holds(unit, whole, `.${document.textOf(property)}`) ? 0 : unit.program.safeOperators;
  const value = unit.without(read, safe | numeric);
  return typed(unit, row, unit.program.withConstant(unit, row, unit.program.member(unit, row, whole, value)));
}

/** The rules for which a field is harmless, as its class says that it holds a number. */
function numbersIn(unit: Unit, object: number, property: number, whole: Value): RuleMask {
  const { document, program } = unit;
  const type = (program.safeNumbers | program.safeBooleans) === 0 ? undefined : typeOf(unit, object, whole);
  const [info] = type === undefined ? [] : program.classesNamed(document, type);
  const field = info ? program.fieldOf(info, document.textOf(property)) : -1;
  const held = info && field >= 0 ? info.document.builtinTypeOf(field) : undefined;
  return held === "boolean" ? program.safeBooleans : held === "integer" || held === "float" ? program.safeNumbers : 0;
}

function index(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  const whole = unit.value(childIn(tree, row, Role.Object));
  // What has no such key throws.
  if (unit.extended && unit.document.keysIterated) unit.mayThrow();
  let value = whole;
  let safe = unit.program.safeOperators;
  for (const each of childrenIn(tree, row, Role.Index)) {
    const at = unit.value(each);
    if (tree.kind[each] === Kind.Slice) {
      // Semgrep does not follow slices.
      value = unit.extended ? slice(unit, value, each) : NOTHING;
      continue;
    }
    if (holds(unit, value, keyOf(unit, each))) safe = 0;
    const by = unit.without(tainted(unit.deepTaints(at)), unit.program.safeIndexes | unit.program.safeOperators).taints;
    const held = unit.extended
      ? (characterAt(unit, value, at) ?? readPart(unit, value, fromEnd(unit, value, at) ?? keyOf(unit, each)))
      : readPart(unit, value, keyOf(unit, each));
    value = unit.extended ? settingIndexed(unit, whole, at, held) : withTaints(held, by);
  }
  return typed(unit, row, unit.without(value, safe));
}

/** `->(x) { x }` is its lambda, and `<<TEXT` its text. */
function unary(unit: Unit, row: number): Value {
  const { document } = unit;
  const operator = document.textOf(row);
  const isText = operator === "<<";
  if (isText || (unit.extended && operator === "->")) {
    const value = unit.value(childIn(document.tree, row, Role.Operand));
    // Semgrep does not follow what such a text is made of.
    return isText && !unit.extended ? NOTHING : value;
  }
  if (document.isAddress(row)) return unit.value(childIn(document.tree, row, Role.Operand));
  return operands(unit, row, operator);
}

/** `list << item`, `text << more`. */
function appending(unit: Unit, row: number): Value {
  const [left = -1, right = -1] = childrenIn(unit.document.tree, row);
  const value = unit.value(right);
  const object = unit.value(left);
  const parts = [left, right].map((part, index) => ({ row: part, value: index === 0 ? object : value }));
  const called = { row, callee: -1, receiver: object, function: NOTHING, arguments: parts };
  const isText = object.constant?.type === "string";
  return perform(unit, called, { of: 0, returns: "this", ...(isText ? { builds: 1 } : { append: 1 }) });
}

function binary(unit: Unit, row: number): Value {
  const { document } = unit;
  const operator = document.textOf(row);
  if (unit.extended && document.appends(operator)) return appending(unit, row);
  if (unit.extended && operator === "instanceof") return typeAsked(unit, row);
  if (!SHORT_CIRCUITS.has(operator)) return operands(unit, row, operator);
  const [first, ...others] = childrenIn(document.tree, row);
  if (first === undefined) return NOTHING;
  const values = [unit.value(first)];
  const isAnd = operator === "&&" || operator === "and";
  const isOr = operator === "||" || operator === "or";
  const rest = (at: number): void => {
    const part = others[at];
    if (part === undefined) return;
    const before = at === 0 ? first : others[at - 1]!;
    const truth = unit.extended ? truthOf(unit, values.at(-1)!) : undefined;
    if ((isAnd && truth === false) || (isOr && truth === true)) return;
    unit.fork(
      () => {
        if (unit.extended && (isAnd || isOr)) assume(unit, before, isAnd);
        values.push(unit.value(part));
        rest(at + 1);
      },
      () => {},
    );
  };
  rest(0);
  // What of `a and b` is not the last one is false: empty, nothing.
  const left = unit.extended && isAnd ? values.slice(-1) : values;
  const value = typed(unit, row, combined(unit, row, operator, left));
  const truth = unit.extended && (isAnd || isOr) ? junction(values, 1 + others.length, isAnd) : undefined;
  return truth === undefined ? value : { ...value, constant: { type: "boolean", value: truth } };
}

/** What `and` or `or` gives where operands are known: those that were not asked decide nothing. */
function junction(values: readonly Value[], count: number, isAnd: boolean): boolean | undefined {
  const truths = values.map(({ constant }) => (constant?.type === "boolean" ? constant.value : undefined));
  if (truths.includes(!isAnd)) return !isAnd;
  return truths.length === count && truths.every((truth) => truth === isAnd) ? isAnd : undefined;
}

/** `o instanceof T t`: the name is no row of the tree, as rules do not see it. What is a number there carries no text. */
function typeAsked(unit: Unit, row: number): Value {
  const { document } = unit;
  const { tree } = document;
  const [left = row, right = row] = childrenIn(tree, row);
  const value = unit.value(left);
  const [name] = /[\w$]+$/.exec(document.document.text.slice(tree.end[right]!, tree.end[row]!)) ?? [];
  const isNumber = isNoText(unit, right);
  if (name !== undefined) unit.state.set(name, isNumber ? NOTHING : value);
  const { constant } = value;
  if (constant?.type === "string" && isNumber) return known(false);
  const isPlain = constant?.type === "number" || constant?.type === "boolean";
  return isPlain && isText(unit, right) ? known(false) : NOTHING;
}

const known = (value: boolean): Value => ({ taints: [], constant: { type: "boolean", value } });

function operands(unit: Unit, row: number, operator: string): Value {
  const { tree } = unit.document;
  const parts = childrenIn(tree, row).filter((part) => !NO_VALUE.has(tree.role[part]!));
  const values = unit.extended ? parts.map((part) => unit.value(part)) : inTurn(unit, parts);
  const list = unit.extended && operator === "+" ? listsJoined(unit, row, values) : undefined;
  if (list) return list;
  const tables = operator === "|" && unit.extended ? tablesJoined(unit, row, values) : undefined;
  if (tables) return tables;
  const [left, right] = values;
  const isTemplate = operator === "%" && unit.extended && unit.document.overloads(row);
  const text = isTemplate && left && right ? percented(unit, left, right) : undefined;
  if (text) return text;
  return typed(unit, row, combined(unit, row, operator, values));
}

function lambda(unit: Unit, row: number): Value {
  if (!unit.lambdas.has(row)) unit.lambdas.set(row, false);
  return { taints: [], callables: [{ document: unit.document.id, row }] };
}

/** What a generator yields is what comes of the call that makes it, one by one. */
function yielded(unit: Unit, row: number): Value {
  const value = inner(unit, row);
  if (unit.extended) unit.yield(unit.document.textOf(row) === "from" ? elementOf(unit, value) : value);
  return NOTHING;
}
