// Statements: how control passes through them, and what they leave in their names.
import { Kind, kindOf, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { assign } from "./assignments";
import { isHost } from "./checked-texts";
import { elementOf } from "./collections";
import { madeAbove } from "./creations";
import { provedInLoop } from "./elements";
import { assume, cleanOrigins } from "./guards";
import type { Frame } from "./heap";
import { arrive, giveBack, goTo, jump, labelled, takeLabel } from "./jumps";
import { run } from "./known-calls";
import { placeOf, writePlace } from "./lvalues";
import { turnsChecksOff } from "./options";
import { matchOver } from "./shapes";
import { specialMethod } from "./special-methods";
import type { Changes } from "./state";
import { truthOf } from "./truths";
import type { Unit } from "./unit";
import { counted, unrolled, unrolling } from "./unrolling";
import { join, listedValue, NOTHING, type Value } from "./values";

type Walker = (unit: Unit, row: number) => Value;

/** A loop's head is joined with its end at most so often; what is still not settled then is reported as far as it goes. */
const MOST_ROUNDS = 12;

/** By kind: what runs a statement and gives the value of its last expression, where a language takes it for one. */
export const STATEMENTS: Partial<Record<number, Walker>> = {
  [Kind.Program]: block,
  [Kind.Block]: block,
  [Kind.ExpressionStatement]: (unit, row) => {
    const expression = child(unit, row, Role.Value);
    const value = unit.value(expression);
    if (unit.extended) madeAbove(unit, expression, value);
    return value;
  },
  [Kind.If]: conditional,
  [Kind.Conditional]: conditional,
  [Kind.While]: loop,
  [Kind.DoWhile]: loop,
  [Kind.For]: loop,
  [Kind.ForEach]: loop,
  [Kind.Switch]: switchOver,
  [Kind.Try]: tryAndCatch,
  [Kind.Catch]: caught,
  [Kind.Finally]: (unit, row) => unit.value(child(unit, row, Role.Body)),
  [Kind.With]: withItems,
  [Kind.Return]: leave,
  [Kind.Delete]: deletion,
  [Kind.ImplicitReturn]: leave,
  [Kind.Throw]: thrown,
  [Kind.Break]: (unit, row) => jump(unit, row, true),
  [Kind.Continue]: (unit, row) => jump(unit, row, false),
  [Kind.Label]: labelled,
  [kindOf("goto")]: goTo,
  [Kind.Variable]: declaration,
  [Kind.Field]: declaration,
  [Kind.Function]: (unit, row) => unit.define(row),
  [Kind.Class]: classBody,
  [Kind.Import]: () => NOTHING,
  [Kind.Global]: () => NOTHING,
  [Kind.TypeAlias]: () => NOTHING,
  [Kind.Package]: () => NOTHING,
  [Kind.Assert]: (unit, row) => {
    const values = childrenIn(unit.document.tree, row, Role.Value);
    for (const value of values) unit.value(value);
    if (unit.extended && values[0] !== undefined) assume(unit, values[0], true);
    return NOTHING;
  },
};

function block(unit: Unit, row: number): Value {
  let last = NOTHING;
  const { tree } = unit.document;
  for (const statement of childrenIn(tree, row)) {
    if (tree.kind[statement] === Kind.Label) arrive(unit, statement);
    last = unit.value(statement);
  }
  return last;
}

function conditional(unit: Unit, row: number): Value {
  const condition = child(unit, row, Role.Condition);
  const truth = condition < 0 ? undefined : truthOf(unit, unit.value(condition));
  let result: Value | undefined;
  const arm = (role: Role, holds: boolean) => (): void => {
    if (condition >= 0 && unit.extended) assume(unit, condition, holds);
    const part = child(unit, row, role);
    const value = unit.value(part);
    if (unit.state.live && part >= 0) result = result ? join(result, value) : value;
  };
  const then = arm(Role.Then, true);
  const other = arm(Role.Else, false);
  const isOption = unit.extended && child(unit, row, Role.Else) < 0 && turnsChecksOff(unit.document, condition, false);
  if (truth === true || (isOption && child(unit, row, Role.Then) >= 0)) then();
  else if (truth === false) other();
  else unit.fork(then, other);
  return result ?? NOTHING;
}

function loop(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  const kind = tree.kind[row];
  const label = takeLabel(unit);
  for (const init of childrenIn(tree, row, Role.Init)) unit.value(init);
  const iterable = child(unit, row, Role.Iterable);
  const items = iterable < 0 ? NOTHING : unit.value(iterable);
  const condition = child(unit, row, Role.Condition);
  const base = unit.state;
  if (!base.live) return NOTHING;
  const each = unrolling(unit, row, items);
  if (each) return unrolled(unit, row, label, each);
  if (condition >= 0 && counted(unit, row, condition, label)) return NOTHING;
  let breaks: Changes[] = [];
  let proved = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const frame: Frame = { loop: true, label, base, breaks: [], continues: [] };
    unit.frames.push(frame);
    unit.state = base.branch();
    let stopped = false;
    if (condition >= 0 && kind !== Kind.DoWhile) {
      stopped = truthOf(unit, unit.value(condition)) === false;
      if (unit.extended && !stopped) assume(unit, condition, true);
    }
    if (stopped) {
      unit.frames.pop();
      break;
    }
    const target = child(unit, row, Role.Target);
    if (target >= 0) assign(unit, target, elementOf(unit, items), iterable, child(unit, row, Role.Type) >= 0);
    for (const body of childrenIn(tree, row, Role.Body)) unit.value(body);
    if (unit.state.live) frame.continues.push(unit.state.changesSince(base));
    proved = provedInLoop(unit, target, items, frame.continues);
    unit.frames.pop();
    unit.state = base.branch();
    unit.state.meet(frame.continues);
    for (const update of childrenIn(tree, row, Role.Update)) unit.value(update);
    if (condition >= 0 && kind === Kind.DoWhile) unit.value(condition);
    breaks = frame.breaks;
    const changes = unit.state.live ? unit.state.changesSince(base) : undefined;
    unit.state = base;
    if (!changes || !base.absorb(changes)) break;
  }
  unit.state = base;
  const ways = [...breaks];
  const isEndless = condition < 0 && iterable < 0 && unit.extended;
  if (!isEndless) {
    unit.state = base.branch();
    if (condition >= 0 && unit.extended) assume(unit, condition, false);
    cleanOrigins(unit, iterable, proved);
    unit.value(child(unit, row, Role.Else));
    if (unit.state.live) ways.push(unit.state.changesSince(base));
    unit.state = base;
  }
  base.meet(ways);
  return NOTHING;
}

function switchOver(unit: Unit, row: number): Value {
  const { document } = unit;
  const { tree } = document;
  const label = takeLabel(unit);
  const subject = child(unit, row, Role.Subject);
  const value = subject < 0 ? NOTHING : unit.value(subject);
  const base = unit.state;
  if (!base.live) return NOTHING;
  if (unit.extended && document.hasShapes)
    return matchOver(unit, row, value, (tests) => caseValue(unit, subject, tests, value, true));
  const given: Value[] = [];
  const frame: Frame = { loop: false, label, base, breaks: [], continues: [], given };
  unit.frames.push(frame);
  const cases = childrenIn(tree, row, Role.Case);
  const chosen = unit.extended ? chosenCase(unit, value, cases) : -1;
  const ends: Changes[] = [];
  let result: Value | undefined;
  let exhaustive = false;
  let before: Changes | undefined;
  for (const [index, each] of cases.entries()) {
    const tests = childrenIn(tree, each, Role.Test);
    if (tests.length === 0) exhaustive = true;
    const entered = chosen < 0 || chosen === index;
    if (!entered && !before) continue;
    unit.state = base.branch();
    unit.state.meet([...(entered ? [new Map()] : []), ...(before ? [before] : [])]);
    for (const test of tests) if (subject < 0) unit.value(test);
    const held = caseValue(unit, subject, tests, value, chosen < 0);
    for (const part of childrenIn(tree, each)) {
      if (tree.role[part] === Role.Test) captures(unit, part, held);
    }
    let last = NOTHING;
    const guard = child(unit, each, Role.Condition);
    if (guard >= 0) unit.value(guard);
    for (const statement of childrenIn(tree, each)) {
      if (tree.role[statement] !== Role.Test && tree.role[statement] !== Role.Condition) last = unit.value(statement);
    }
    before = undefined;
    if (!unit.state.live) continue;
    result = result ? join(result, last) : last;
    const end = unit.state.changesSince(base);
    const falls = document.fallsThrough && !(unit.extended && document.isArrow(each));
    if (falls && index + 1 < cases.length) before = end;
    if (!falls || index + 1 === cases.length || !unit.extended) ends.push(end);
  }
  unit.frames.pop();
  unit.state = base;
  if (chosen >= 0) exhaustive = true;
  base.meet([...(exhaustive ? [] : [new Map()]), ...ends, ...frame.breaks]);
  return unit.extended ? [...(result ? [result] : []), ...given].reduce(join, given[0] ?? result ?? NOTHING) : NOTHING;
}

/** Index of the case that a known value chooses, the default's where no other does; -1 where it cannot be told. */
function chosenCase(unit: Unit, { constant, type }: Value, cases: readonly number[]): number {
  const { document } = unit;
  if (!constant || !("value" in constant)) return -1;
  let fallback = -1;
  for (const [index, each] of cases.entries()) {
    const tests = childrenIn(document.tree, each, Role.Test);
    if (tests.length === 0) fallback = index;
    for (const test of tests) {
      // Of an enumeration, its values by their names alone.
      const isListed = type !== undefined && document.tree.kind[test] === Kind.Identifier;
      const own = unit.aside(() => unit.value(test)).constant;
      const known = own ?? (isListed ? listedValue(type, document.textOf(test)).constant : undefined);
      if (!known || !("value" in known)) return -1;
      if (String(known.value) === String(constant.value)) return index;
    }
  }
  return fallback;
}

/** In a case of constants the subject is one of them. */
function caseValue(unit: Unit, subject: number, tests: readonly number[], value: Value, sole: boolean): Value {
  if (!unit.extended || !sole || subject < 0 || tests.length === 0) return value;
  const constants = tests.map((test) => unit.aside(() => unit.value(test)).constant);
  if (!constants.every((constant) => constant !== undefined)) return value;
  if (isHost(unit.document, subject)) cleanOrigins(unit, subject, unit.program.rulesWithGuard("host"));
  unit.cleanPlace(subject);
  return unit.document.hasShapes ? NOTHING : value;
}

/** Names in the pattern of a case get the subject, or parts of it. */
function captures(unit: Unit, test: number, value: Value): void {
  for (const name of unit.document.capturesOf(test)) assign(unit, name, value, test, true);
}

function tryAndCatch(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  const base = unit.state;
  const ways: Changes[] = [];
  let result: Value | undefined;
  const way = (walk: () => Value): void => {
    const value = walk();
    if (!unit.state.live) return;
    result = result ? join(result, value) : value;
    ways.push(unit.state.changesSince(base));
  };
  unit.tries.push({ base, thrown: undefined, value: NOTHING });
  unit.state = base.branch();
  let tried: (typeof unit.tries)[number];
  way(() => {
    for (const item of childrenIn(tree, row, Role.Item)) unit.value(item);
    const value = unit.value(child(unit, row, Role.Body));
    // What is thrown from here on the handlers beside do not see.
    tried = unit.tries.pop()!;
    const other = child(unit, row, Role.Else);
    return other < 0 ? value : unit.value(other);
  });
  const { value: thrownValue, thrown: atThrow } = tried!;
  // What throws nowhere is not caught.
  for (const handler of atThrow ? childrenIn(tree, row, Role.Catch) : []) {
    unit.state = base.branch();
    unit.state.meet([atThrow!]);
    unit.caught = thrownValue;
    way(() => unit.value(handler));
  }
  unit.state = base;
  const last = child(unit, row, Role.Finally);
  if (last < 0) base.meet(ways);
  else {
    const ends = ways.length > 0;
    base.meet(ends ? ways : [atThrow ?? new Map()]);
    unit.value(last);
    // Semgrep goes on behind it whatever was thrown.
    if (!ends && unit.extended) base.live = false;
  }
  return unit.extended ? (result ?? NOTHING) : NOTHING;
}

function caught(unit: Unit, row: number): Value {
  const target = child(unit, row, Role.Target);
  if (target >= 0) assign(unit, target, unit.extended ? unit.caught : NOTHING, row);
  return unit.value(child(unit, row, Role.Body));
}

function withItems(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  for (const item of childrenIn(tree, row, Role.Item)) {
    const target = tree.kind[item] === Kind.WithItem ? child(unit, item, Role.Target) : -1;
    const inner = tree.kind[item] === Kind.WithItem ? child(unit, item, Role.Value) : item;
    const value = entered(unit, inner, unit.value(inner));
    if (target >= 0) assign(unit, target, value, inner);
  }
  return unit.value(child(unit, row, Role.Body));
}

/** What entering an object gives: itself, unless its class says else. */
function entered(unit: Unit, row: number, object: Value): Value {
  const callees = unit.extended ? specialMethod(unit, unit.document.document.language.flow?.enters, object) : [];
  const called = { row, callee: row, receiver: object, function: NOTHING, arguments: [] };
  return (callees.length > 0 ? run(unit, called, callees) : undefined) ?? object;
}

function leave(unit: Unit, row: number): Value {
  const value = child(unit, row, Role.Value);
  if (unit.extended && unit.document.textOf(row) === "yield") return giveBack(unit, unit.value(value));
  unit.return(unit.value(value), value);
  return NOTHING;
}

/** The statements in the body of a class are run where it stands; its fields and methods are looked at by themselves. */
function classBody(unit: Unit, row: number): Value {
  const { tree } = unit.document;
  for (const member of childrenIn(tree, row, Role.Member)) {
    if (tree.kind[member] !== Kind.Function && tree.kind[member] !== Kind.Field) unit.value(member);
    else if (unit.extended && tree.kind[member] === Kind.Field) initialised(unit, member);
  }
  return NOTHING;
}

/** What a field begins with is computed once, wherever that is: sinks in it are reached. */
function initialised(unit: Unit, field: number): void {
  const { tree, marks } = unit.document;
  const init = childIn(tree, field, Role.Init);
  if (init < 0 || tree.kind[init] === Kind.Lambda) return;
  if (marks.between(init, init + tree.size[init]!).some((row) => marks.at(row)!.sinks.length > 0)) unit.value(init);
}

/** What is taken away is there no more. */
function deletion(unit: Unit, row: number): Value {
  for (const part of childrenIn(unit.document.tree, row)) {
    unit.value(part);
    const place = unit.extended && unit.document.tree.kind[part] === Kind.Index ? placeOf(unit, part) : undefined;
    if (place) writePlace(unit, place, NOTHING);
  }
  return NOTHING;
}

function thrown(unit: Unit, row: number): Value {
  const values = childrenIn(unit.document.tree, row).map((part) => unit.value(part));
  unit.throw(values[0] ?? NOTHING);
  return NOTHING;
}

function declaration(unit: Unit, row: number): Value {
  const init = child(unit, row, Role.Init);
  const target = child(unit, row, Role.Target);
  const name = target < 0 ? child(unit, row, Role.Name) : target;
  // The size of an array stands in its type.
  const type = child(unit, row, Role.Type);
  if (type >= 0) for (const size of childrenIn(unit.document.tree, type, Role.Argument)) unit.value(size);
  const value = init < 0 ? unit.program.uninitialised(unit, row) : unit.value(init);
  if (!unit.extended && unit.document.wholeDeclarations && name >= 0 && !placeOf(unit, name)) return value;
  if (name >= 0 && (init >= 0 || unit.document.marks.at(name))) assign(unit, name, value, init);
  return value;
}

function child(unit: Unit, row: number, role: Role): number {
  return childIn(unit.document.tree, row, role);
}
