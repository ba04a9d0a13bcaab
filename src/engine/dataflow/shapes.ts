// Cases that are shapes: `case {"kind": "a", "data": d}`. Which of them a value has, and what its parts are called there.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { assign } from "./assignments";
import { lastName } from "./classes";
import { elementOf } from "./collections";
import { equality } from "./fold";
import { assume } from "./guards";
import { entryKey } from "./keys";
import { readPart } from "./lvalues";
import { listOf, sequenceOf, TABLE } from "./sequences";
import type { Changes } from "./state";
import { truthOf } from "./truths";
import type { Unit } from "./unit";
import { join, NOTHING, type Value } from "./values";

/** Types whose values are known by what they are. */
const TYPES: Readonly<Record<string, string>> = { str: "string", int: "number", float: "number", bool: "boolean" };

/**
 * Walks the cases that a value may have the shape of, in their order.
 * @param clean what is done about the subject where the tests of a case say what it is
 */
export function matchOver(unit: Unit, row: number, value: Value, clean: (tests: readonly number[]) => Value): Value {
  const { tree } = unit.document;
  const base = unit.state;
  const ends: Changes[] = [];
  let result: Value | undefined;
  let isOpen = true;
  for (const each of childrenIn(tree, row, Role.Case)) {
    const tests = childrenIn(tree, each, Role.Test);
    unit.state = base.branch();
    const held = tests.every((test) => isConstant(unit, test)) && !value.constant ? clean(tests) : value;
    const fit = tests.length === 0 ? true : fitsOne(unit, tests, held);
    const isMet = fit === false ? false : guarded(unit, each, fit);
    if (isMet === false) continue;
    for (const statement of childrenIn(tree, each, Role.Statement)) result = joined(result, unit.value(statement));
    if (unit.state.live) ends.push(unit.state.changesSince(base));
    if (isMet) {
      isOpen = false;
      break;
    }
  }
  unit.state = base;
  base.meet([...(isOpen ? [new Map()] : []), ...ends]);
  return result ?? NOTHING;
}

const joined = (before: Value | undefined, value: Value): Value => (before ? join(before, value) : value);

/** Whether the condition of a case holds too. */
function guarded(unit: Unit, row: number, fit: boolean | undefined): boolean | undefined {
  const guard = childIn(unit.document.tree, row, Role.Condition);
  if (guard < 0) return fit;
  const truth = truthOf(unit, unit.value(guard));
  if (truth === undefined) assume(unit, guard, true);
  return truth === true ? fit : truth;
}

const CONSTANTS: ReadonlySet<number> = new Set([Kind.String, Kind.Number, Kind.Boolean, Kind.Null, Kind.Unary]);

const isConstant = ({ document: { tree } }: Unit, test: number): boolean => CONSTANTS.has(tree.kind[test]!);

function fitsOne(unit: Unit, tests: readonly number[], value: Value): boolean | undefined {
  const answers = tests.map((test) => fits(unit, test, value));
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}

/** Whether a value has a shape; names in it get its parts. */
function fits(unit: Unit, test: number, value: Value): boolean | undefined {
  const { document } = unit;
  const { tree } = document;
  const parts = childrenIn(tree, test);
  switch (tree.kind[test]) {
    case Kind.Identifier:
    case Kind.Name:
      if (document.textOf(test) !== "_") assign(unit, test, value, test, true);
      return true;
    case Kind.WithItem: {
      const fit = fits(unit, childIn(tree, test, Role.Value), value);
      assign(unit, childIn(tree, test, Role.Target), value, test, true);
      return fit;
    }
    case Kind.Array:
    case Kind.Tuple:
      return fitsList(unit, test, parts, value);
    case Kind.Dict:
      return fitsTable(unit, parts, value);
    case Kind.Call:
      return fitsClass(unit, test, value);
    case Kind.Binary:
      return fitsOne(unit, parts, value);
    default:
      return equals(unit, test, value);
  }
}

function equals(unit: Unit, test: number, value: Value): boolean | undefined {
  if (unit.document.tree.kind[test] === Kind.Null) return value.constant ? false : undefined;
  const { constant } = unit.aside(() => unit.value(test));
  const same = constant && value.constant && equality(value.constant, constant, true);
  if (same?.type === "boolean") return same.value;
  // Of another type, it is another value.
  const isOther = constant && value.constant && "value" in constant && "value" in value.constant;
  return isOther && constant.type !== value.constant?.type ? false : undefined;
}

function fitsList(unit: Unit, test: number, parts: readonly number[], value: Value): boolean | undefined {
  const { tree } = unit.document;
  const rest = parts.findIndex((part) => tree.kind[part] === Kind.Spread);
  const elements = value.constant ? undefined : sequenceOf(unit, value);
  if (value.constant || unit.snapshot(value).type === TABLE) return false;
  if (!elements) {
    for (const [index, part] of parts.entries()) {
      const isAfter = rest >= 0 && index >= rest;
      const held = isAfter ? elementOf(unit, value) : readPart(unit, value, `[${index}]`);
      fits(unit, inner(unit, part), index === rest ? value : held);
    }
    return undefined;
  }
  const behind = rest < 0 ? 0 : parts.length - rest - 1;
  const least = rest < 0 ? parts.length : parts.length - 1;
  if (rest < 0 ? elements.length !== least : elements.length < least) return false;
  const held =
    rest < 0
      ? elements
      : [
          ...elements.slice(0, rest),
          listOf(unit, test, elements.slice(rest, elements.length - behind)),
          ...elements.slice(elements.length - behind),
        ];
  return all(parts.map((part, index) => fits(unit, inner(unit, part), held[index] ?? NOTHING)));
}

/** What stands behind the stars of `*rest`. */
function inner({ document: { tree } }: Unit, part: number): number {
  return tree.kind[part] === Kind.Spread ? childIn(tree, part, Role.Value) : part;
}

function fitsTable(unit: Unit, parts: readonly number[], value: Value): boolean | undefined {
  const { tree } = unit.document;
  if (value.constant) return false;
  const held = unit.snapshot(value);
  if (held.length !== undefined && held.type !== TABLE) return false;
  const isClosed = held.length !== undefined && held.taints.length === 0;
  return all(
    parts.map((part) => {
      if (tree.kind[part] !== Kind.Pair) return fits(unit, inner(unit, part), value);
      const key = entryKey(unit, part);
      if (isClosed && !held.parts?.has(key)) return false;
      const fit = fits(unit, childIn(tree, part, Role.Value), readPart(unit, value, key));
      return held.parts?.has(key) || fit === false ? fit : undefined;
    }),
  );
}

function fitsClass(unit: Unit, test: number, value: Value): boolean | undefined {
  const { document, program } = unit;
  const { tree } = document;
  const name = lastName(document, childIn(tree, test, Role.Callee));
  const { type = value.type } = unit.snapshot(value);
  const builtin = TYPES[name];
  const [info] = program.classesNamed(document, name);
  const isOf = builtin ? value.constant && value.constant.type === builtin : type === name || undefined;
  const isOther = !builtin && type !== undefined && type !== name && program.classesNamed(document, type).length > 0;
  if (
    isOf === false ||
    (isOther && !program.classesNamed(document, type).some(({ parents }) => parents.includes(name)))
  )
    return false;
  const fit = childrenIn(tree, test, Role.Argument).map((argument, index) => {
    const named = tree.kind[argument] === Kind.Argument ? childIn(tree, argument, Role.Name) : -1;
    const field = named < 0 ? info?.components[index] : document.textOf(named);
    const part = named < 0 ? argument : childIn(tree, argument, Role.Value);
    return fits(
      unit,
      part,
      builtin ? value : field === undefined ? elementOf(unit, value) : readPart(unit, value, `.${field}`),
    );
  });
  return all([isOther ? true : isOf, ...fit]);
}

/** Whether all are true; one that is not known may be either. */
const all = (answers: readonly (boolean | undefined)[]): boolean | undefined =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
