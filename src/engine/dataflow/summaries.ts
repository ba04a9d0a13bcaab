// What a call of a function does, told in terms of what it is called with: computed once, used at every call.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { Called } from "./calls";
import { Checks } from "./checks";
import { isRest, parametersOf } from "./classes";
import { fileVariables } from "./file-variables";
import type { FlowDocument } from "./flow-document";
import { bindParameters, finish, runBody } from "./functions";
import { parameterObject, type Reached } from "./heap";
import { placeOf, readPart, readPlace, writePart, writePlace } from "./lvalues";
import { handedBack, nameKey } from "./out-parameters";
import type { Program } from "./program";
import { answered, loaded } from "./settings";
import { textOf } from "./spelled";
import { State } from "./state";
import { limited, type Origin, type Step, type Taint, type Taints, unite } from "./taints";
import { Unit } from "./unit";
import { ANY_ELEMENT, join, NOT_GIVEN, NOTHING, sameValue, tainted, type Value, withPart, withTaints } from "./values";

/** The receiver's place among the parameters. */
export const THE_RECEIVER = -1;

/** The place of the variables of its file, as parts of one value. */
export const THE_FILE = -2;

export interface Summary {
  /** Where the function stands now. */
  document: FlowDocument;
  row: number;
  /** Parts of it may be parts of parameters. */
  returned: Value;
  /** All sinks reached: from sources of its own, and from parameters. */
  readonly reached: readonly Reached[];
  /** What it leaves in the objects that it is given, by parameter. */
  effects: ReadonlyMap<number, Value>;
  /** Parameters that it calls as functions, and with what. */
  invoked: readonly { readonly parameter: number; readonly given: readonly Value[] }[];
  /** What it has checked of its parameters where it ends, where it gives true, and where it gives false. */
  readonly checks: Checks;
  readonly exhausted: boolean;
}

/**
 * Walks a function with parameters that stand for whatever it is called with.
 * @param known what is known of some, by their place: a constant, or the class of an object
 */
export function summarise(
  program: Program,
  document: FlowDocument,
  row: number,
  known: ReadonlyMap<number, Value> = NONE_KNOWN,
): Summary {
  const entry = new State();
  const standIn = (index: number, declared?: string): Value => {
    const { constant, type = declared } = known.get(index) ?? NOTHING;
    const { taints } = tainted(constant ? [] : [program.parameterTaint(document, row, index)]);
    entry.set(parameterObject(index), { taints });
    const typed = type !== undefined && { type };
    return constant && index !== THE_RECEIVER
      ? { taints, constant, ...typed }
      : { taints, objects: [parameterObject(index)], is: `${index}`, ...(constant && { constant }), ...typed };
  };
  const { receiver, rows } = parametersOf(document, row);
  const around = document.definitions.classAround(row);
  const unit = new Unit(program, document, row, entry);
  const { names } = fileVariables(document);
  if (names.size > 0) unit.file = tainted([program.parameterTaint(document, row, THE_FILE)]);
  const self = standIn(THE_RECEIVER, around?.name);
  unit.state.set("this", self);
  for (const [name, taints] of program.untrustedFields(document, row)) {
    const held = readPart(unit, self, `.${name}`);
    writePart(unit, self, `.${name}`, withTaints(held, taints));
  }
  entry.set(parameterObject(THE_RECEIVER), unit.state.get(parameterObject(THE_RECEIVER))!);
  if (receiver >= 0) unit.state.set(document.keyOf(childIn(document.tree, receiver, Role.Target)), self);
  const given = rows.map((parameter, index) => {
    const value = standIn(index);
    return withTaints(value, program.untrusted(document, row, parameter));
  });
  unit.checks = new Checks(rows.map((parameter) => nameKey(document, parameter)));
  bindParameters(unit, row, given, rows);
  const begun = rows.map((parameter) => unit.state.get(nameKey(document, parameter))?.taints ?? []);
  runBody(unit, row);
  if (unit.state.live) unit.checks.note(unit, NOTHING, -1);
  finish(unit);
  const after = unit.after();
  const effects = new Map<number, Value>();
  unit.state = after;
  for (const index of [THE_RECEIVER, ...rows.keys()]) {
    const before = entry.get(parameterObject(index))!;
    const held = after.get(parameterObject(index)) ?? before;
    const now = index === THE_RECEIVER ? held : handedBack(unit, rows[index]!, begun[index]!, held, index);
    if (!sameValue(before, now)) effects.set(index, unit.told(now));
  }
  const left = new Map<string, Value>();
  for (const [declaration, name] of names) {
    const value = after.get(declaration);
    if (value) left.set(`.${name}`, unit.snapshot(value));
  }
  if (left.size > 0) effects.set(THE_FILE, { taints: [], parts: left });
  const { exhausted, reached } = unit;
  const invoked = invokedOnce(unit.invoked);
  // Objects that it was not handed are told by what they hold.
  const returned = unit.returned ? unit.told(unit.returned) : NOTHING;
  return { document, row, returned, reached, effects, invoked, checks: unit.checks, exhausted };
}

const NONE_KNOWN: ReadonlyMap<number, Value> = new Map();

/** Each parameter that is called, once: with what any of its calls is given. */
function invokedOnce(invoked: Summary["invoked"]): Summary["invoked"] {
  const byParameter = new Map<number, readonly Value[]>();
  for (const { parameter, given } of invoked) {
    const before = byParameter.get(parameter);
    const longer = before && before.length > given.length ? before : given;
    const joined = longer.map((_, index) => join(before?.[index] ?? NOTHING, given[index] ?? NOTHING));
    byParameter.set(parameter, before ? joined : given);
  }
  return [...byParameter].map(([parameter, given]) => ({ parameter, given }));
}

/** What is handed to a function's parameters, in their order. */
export function argumentsFor(unit: Unit, { arguments: given }: Called, document: FlowDocument, row: number): Value[] {
  const { rows } = parametersOf(document, row);
  const { tree } = unit.document;
  const values: (Value | undefined)[] = rows.map(() => undefined);
  let next = 0;
  let spread: Value | undefined;
  for (const { row: argument, value } of given) {
    if (tree.kind[argument] === Kind.Argument) {
      const name = unit.document.textOf(childIn(tree, argument, Role.Name));
      const at = rows.findIndex((each) => document.textOf(childIn(document.tree, each, Role.Target)) === name);
      const all = rows.findIndex((each) => document.textOf(each) === "**");
      if (at >= 0) values[at] = value;
      else if (all >= 0) values[all] = withPart(values[all] ?? NOTHING, [`[${name}]`], value, false);
      continue;
    }
    if (tree.kind[argument] === Kind.Spread) {
      spread = spread ? join(spread, value) : value;
      continue;
    }
    const at = Math.min(next, rows.length - 1);
    const parameter = rows[at];
    if (parameter === undefined) break;
    if (isRest(document, parameter)) {
      values[at] = withPart(values[at] ?? NOTHING, [`[${next - at}]`], value, false);
    } else if (next < rows.length) values[at] = value;
    next++;
  }
  return values.map((value) => value ?? (spread ? readPart(unit, spread, ANY_ELEMENT) : NOT_GIVEN));
}

/** What a call with a known function gives, and does to what it was given. */
export function apply(unit: Unit, summary: Summary, called: Called, receiver: Value | undefined): Value {
  const { document } = unit;
  const given = argumentsFor(unit, called, summary.document, summary.row);
  const actual = (index: number): Value => {
    if (index === THE_FILE) return summary.document === document ? variablesHeld(unit) : NOTHING;
    return index === THE_RECEIVER ? (receiver ?? NOTHING) : (given[index] ?? NOTHING);
  };
  const filled = new Filling(unit, () => called.row, actual);
  unit.spend(summary.reached.length + summary.effects.size);
  for (const reached of summary.reached) {
    const handed = filled.taints(reached.taints, true);
    if (handed.length === 0) continue;
    // Where labels are asked for, what the function has of its own counts beside what it is given.
    const taints = reached.mark.spec.requires ? filled.taints(reached.taints) : handed;
    const each = reached.each && new Map([...reached.each].map(([name, of]) => [name, filled.taints(of)]));
    const calls = [{ at: document.layout, row: called.row }, ...(reached.calls ?? [])];
    unit.reach({ ...reached, taints, calls, ...(each && { each }) });
  }
  // What a call makes harmless is so in what it fills, too.
  const cleaned = (document.marks.at(called.row)?.sanitizers ?? []).reduce((mask, { rule }) => mask | rule, 0);
  for (const [index, effect] of summary.effects) {
    if (index !== THE_FILE) leaveIn(unit, called, index, actual(index), unit.without(filled.value(effect), cleaned));
    else if (summary.document === document) leaveInFile(unit, filled.value(effect));
  }
  for (const { parameter, given: handed } of summary.invoked) {
    for (const { row, document: where } of actual(parameter).callables ?? []) {
      if (where === document.id)
        unit.inline(
          row,
          handed.map((value) => filled.value(value)),
        );
    }
  }
  for (const [index, rules] of summary.checks.always) {
    const argument = argumentRow(called, index);
    if (argument >= 0) unit.cleanPlace(argument, rules);
  }
  return filled.value(summary.returned);
}

/** What the variables of the file hold where a function of it is called. */
function variablesHeld(unit: Unit): Value {
  const { names } = fileVariables(unit.document);
  const parts = [...names].map(
    ([key, name]) => [`.${name}`, readPlace(unit, { key, path: [], loose: false })] as const,
  );
  return { taints: [], parts: new Map(parts) };
}

/** What a function gives variables of the file, they may hold once it has been called. */
function leaveInFile(unit: Unit, { parts }: Value): void {
  for (const [key, name] of fileVariables(unit.document).names) {
    const part = parts?.get(`.${name}`);
    if (part) writePlace(unit, { key, path: [], loose: false }, part, true);
  }
}

/** Leaves in an argument what the function left in its parameter. */
function leaveIn(unit: Unit, called: Called, index: number, actual: Value, effect: Value): void {
  if (actual.objects && actual.objects.length > 0) {
    for (const [key, part] of effect.parts ?? []) writePart(unit, actual, key, part);
    for (const name of actual.objects) {
      const held = unit.state.get(name) ?? NOTHING;
      unit.state.set(name, loaded(unit, withTaints(held, effect.taints), effect));
    }
    return;
  }
  const row =
    index === THE_RECEIVER ? childIn(unit.document.tree, called.callee, Role.Object) : argumentRow(called, index);
  const place = row < 0 ? undefined : placeOf(unit, row);
  if (place) writePlace(unit, place, join(readPlace(unit, place), effect));
}

/** The row of a positional argument, -1 where there is none. */
export const argumentRow = ({ arguments: given }: Called, index: number): number => given[index]?.row ?? -1;

/** Puts what a function was called with in the place of its parameters. */
export class Filling {
  private readonly filled = new Map<Value, Value>();
  private readonly arguments = new Map<Origin, Taints>();

  constructor(
    private readonly unit: Unit,
    /** The row at which data is handed on: of a call, or of the name that holds it in the meantime. */
    private readonly handOver: (path: readonly string[]) => number,
    private readonly actual: (index: number) => Value,
  ) {}

  /** Taint of parameters becomes that of the arguments; with `only`, the function's own is left out. */
  taints(taints: Taints, only = false): Taints {
    let filled: Taints = [];
    for (const taint of taints) {
      const { origin } = taint;
      if (origin.parameter !== undefined) filled = unite(filled, this.fromArgument(taint, origin));
      // What its own parameters may bring is what this call brings.
      else if (!only && !origin.assumed)
        filled = unite(filled, [{ origin, rules: taint.rules, step: this.stepped(taint.step) }]);
    }
    return filled;
  }

  value(value: Value): Value {
    let filled = this.filled.get(value);
    if (!filled) {
      const { is, ...rest } = value;
      const told = is === undefined ? value : rest;
      filled = told.asked ? answered(this.unit, this.fill(told), this.actual) : this.fill(told);
      if (is !== undefined) filled = sameAs(filled, this.handed(is));
      this.filled.set(value, filled);
    }
    return filled;
  }

  private handed(which: string): Value {
    const [parameter, ...fields] = which.split(".");
    return fields.reduce((value, name) => readPart(this.unit, value, `.${name}`), this.actual(Number(parameter)));
  }

  private fill(value: Value): Value {
    const given = value.objects?.map((name) => Number(name.slice("parameter ".length)));
    const objects = given?.flatMap((parameter) => this.actual(parameter).objects ?? []);
    // What is an argument itself has of it what that has, and its parts are its parts.
    const isSame = ({ origin: { parameter, path } }: Taint): boolean =>
      parameter !== undefined &&
      path.length === 0 &&
      given?.includes(parameter) === true &&
      this.actual(parameter).objects !== undefined;
    const same = value.taints.filter(isSame);
    const taints = same.reduce<Taints>(
      (all, { origin, rules }) => unite(all, limited(this.actual(origin.parameter!).taints, rules)),
      this.taints(same.length === 0 ? value.taints : value.taints.filter((taint) => !isSame(taint))),
    );
    const parts = value.parts && new Map([...value.parts].map(([key, part]) => [key, this.value(part)]));
    const { objects: held, type } = this.partRead(value);
    if (held) return { ...value, taints, objects: held, ...(type !== undefined && { type }) };
    const spelled = value.spelled?.map((piece) => (typeof piece === "string" ? piece : this.value(piece)));
    if (!parts && !objects && !value.escaped && !spelled && taints === value.taints) return value;
    const { objects: _, spelled: __, ...rest } = value;
    const escaped = value.escaped && { escaped: this.taints(value.escaped) };
    const text = spelled && textOf(spelled);
    return {
      ...rest,
      ...escaped,
      ...(text?.spelled && { spelled: text.spelled }),
      taints,
      ...(parts && { parts }),
      ...(objects && objects.length > 0 && { objects }),
    };
  }

  /** What is read of an argument is that part of it, with its own parts. */
  private partRead({ taints: [taint, ...others], parts, objects, constant }: Value): Value {
    const { parameter, path = [] } = taint?.origin ?? {};
    if (parameter === undefined || path.length === 0 || others.length > 0 || parts || objects || constant)
      return NOTHING;
    return path.reduce((value, key) => readPart(this.unit, value, key), this.actual(parameter));
  }

  private fromArgument(taint: Taint, { parameter, path }: Origin): Taints {
    let all = this.arguments.get(taint.origin);
    if (!all) {
      const { unit } = this;
      let value = this.actual(parameter!);
      for (const key of path) value = readPart(unit, value, key);
      all = unit.deepTaints(value);
      this.arguments.set(taint.origin, all);
    }
    return limited(all, taint.rules).map((given) => ({
      ...given,
      step: this.appended(given.step, taint.step, path),
    }));
  }

  /** The way to the call, then the way within the function. */
  private appended(before: Step, within: Step, path: readonly string[]): Step {
    return { at: this.unit.document.layout, row: this.handOver(path), kind: "call", previous: before, within };
  }

  private stepped(step: Step): Step {
    return { at: this.unit.document.layout, row: this.handOver([]), kind: "call", previous: step };
  }
}

/** A value that is just what was handed over is what that is. */
function sameAs(value: Value, { constant, callables, is }: Value): Value {
  return {
    ...value,
    ...(constant && { constant }),
    ...(callables && { callables }),
    ...(is !== undefined && { is }),
  };
}
