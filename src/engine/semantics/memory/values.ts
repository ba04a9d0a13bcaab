// What is known of variables and of the memory that pointers lead to, at one point of a function.

/** So many times a number that is not known, but has a name; or the sum of several such, by their names. */
export interface Multiple {
  readonly of: string;
  readonly times: number;
}

/** A whole number between two, both included; more than the multiple by them, where there is one. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly plus?: Multiple;
  /** Each number between them is the value at some time: the counter of a loop. */
  readonly each?: true;
}

/** Undefined wherever nothing is known. */
export type Value =
  /** As many as it says, of `unit`'s size where there is one. */
  | ({ readonly type: "number"; readonly unit?: string } & Interval)
  /** Into the object, so far from its start in units of the object. */
  | ({ readonly type: "pointer"; readonly to: number } & Interval)
  | { readonly type: "null" }
  /** No value has been given, on some way here at least. */
  | { readonly type: "unset"; readonly maybe?: true; readonly hidden?: true };

export type NumberValue = Value & { type: "number" };
export type PointerValue = Value & { type: "pointer" };

type Contents = Pick<MemoryObject, "length" | "named" | "filled" | "untouched">;

/** Memory with a beginning and an end. */
export interface MemoryObject {
  /** How many units; undefined where it is not known. */
  readonly size: number | undefined;
  /** It is larger by a multiple. */
  readonly plus?: Multiple;
  /** Name of a type of unknown size, none for bytes. */
  readonly unit: string | undefined;
  /** What it was made with, as what releases it must know. */
  readonly by: "stack" | "static" | "malloc" | "new" | "new[]" | "file" | "descriptor" | "literal" | "unknown";
  /** Bytes of the text at its start, without its end. */
  readonly length?: number;
  /** It has so many characters more as the number of this name. */
  readonly named?: string;
  /** Bytes from its start that are known not to be zero. */
  readonly filled?: number;
  /** No byte of it was ever written. */
  readonly untouched?: true;
  /** Something else may write to it at any time: what it holds is never known. */
  readonly shared?: true;
  /** It was only given to other functions for as long as they run, as far as is known. */
  readonly lent?: true;
  /** It was given back, or never was. */
  readonly released?: true;
  /** It was surely given back; by a function of the file that was called with it. */
  readonly gone?: true | "elsewhere";
}

/** A point of a function; changed in place, copied where ways part. */
export class State {
  constructor(
    private readonly values = new Map<number, Value>(),
    private readonly objects = new Map<number, MemoryObject>(),
    /** Variables whose addresses are known elsewhere: what they are is never known again. */
    private readonly shared = new Set<number>(),
    /** What checks say of numbers that have names. */
    private readonly bounds = new Map<string, Interval>(),
  ) {}

  copy(): State {
    return new State(new Map(this.values), new Map(this.objects), new Set(this.shared), new Map(this.bounds));
  }

  /** Between which numbers a value is. */
  rangeOf({ low, high, plus }: Interval): Interval {
    if (!plus) return { low, high };
    const sum = { low, high };
    for (const name of namesOf(plus.of)) {
      const { low: least, high: most } = this.bounds.get(name) ?? ANY;
      const [from, to] = plus.times > 0 ? [least, most] : [most, least];
      sum.low += from * plus.times;
      sum.high += to * plus.times;
    }
    return sum;
  }

  /** A check has found a number between two others. */
  bound(name: string, { low, high }: Interval): void {
    const before = this.bounds.get(name) ?? ANY;
    this.bounds.set(name, { low: Math.max(low, before.low), high: Math.min(high, before.high) });
  }

  get cost(): number {
    return this.values.size + this.objects.size + 1;
  }

  value(variable: number): Value | undefined {
    return this.values.get(variable);
  }

  set(variable: number, value: Value | undefined): void {
    if (value && !this.shared.has(variable)) this.values.set(variable, value);
    else this.values.delete(variable);
  }

  share(variable: number): void {
    this.shared.add(variable);
    this.values.delete(variable);
  }

  object(id: number): MemoryObject | undefined {
    return this.objects.get(id);
  }

  setObject(id: number, object: MemoryObject): void {
    this.objects.set(id, object);
  }

  /** Replaces what is known of what an object holds. */
  setContents(id: number, contents: Contents): void {
    const object = this.objects.get(id);
    if (!object) return;
    this.objects.set(id, object.shared ? bare(object) : { ...bare(object), ...contents });
  }

  /** Something else knows the object, while a function runs or for longer. */
  shareObject(id: number, how: "lent" | "shared"): void {
    const object = this.objects.get(id);
    if (object) this.objects.set(id, { ...bare(object), [how]: true });
  }

  /** @param gone undefined where there never was one */
  releaseObject(id: number, gone?: MemoryObject["gone"]): void {
    const object = this.objects.get(id);
    if (object) this.objects.set(id, { ...bare(object), released: true, ...(gone ? { gone } : {}) });
  }

  /** Objects that a variable leads to and nothing else does. */
  get held(): readonly number[] {
    const ids = [...this.values.values()].map((value) => (value.type === "pointer" ? value.to : -1));
    return ids.filter((id) => id >= 0 && !this.objects.get(id)?.shared && !this.objects.get(id)?.released);
  }

  loseContents(id: number): void {
    this.setContents(id, {});
  }

  /** What was never written to may have been in an earlier round. */
  loseUntouched(): void {
    for (const [id, { untouched }] of this.objects) if (untouched) this.loseContents(id);
  }

  loseAllContents(): void {
    for (const id of this.objects.keys()) this.loseContents(id);
  }

  /** Variables that may have no value: from here on it is not said of them until it is `shown`. */
  hideUnset(): number[] {
    const ids: number[] = [];
    for (const [variable, value] of this.values) {
      if (value.type === "unset" && value.maybe && !value.hidden) ids.push(variable);
    }
    for (const id of ids) this.values.set(id, HIDDEN);
    return ids;
  }

  /** Takes back what hid them, where it still does. */
  show(ids: readonly number[], again: boolean): void {
    for (const id of ids) {
      const value = this.values.get(id);
      if (value?.type === "unset" && value.hidden) this.set(id, again ? MAYBE_UNSET : undefined);
    }
  }

  loseWhere(is: (value: Value) => boolean): void {
    for (const [variable, value] of this.values) if (is(value)) this.values.delete(variable);
  }

  /** All variables but those that `keeps` names. */
  loseValues(keeps: (variable: number) => boolean): void {
    for (const variable of this.values.keys()) if (!keeps(variable)) this.values.delete(variable);
  }

  /** Takes in what another way here brings. */
  join(other: State): void {
    for (const [id, value] of other.values) {
      if (value.type !== "unset" || this.shared.has(id) || this.values.get(id)?.type === "unset") continue;
      this.values.set(id, value.hidden ? HIDDEN : MAYBE_UNSET);
    }
    for (const [id, value] of this.values) {
      const joined = joinValues(value, other.values.get(id));
      if (joined) this.values.set(id, joined);
      else this.values.delete(id);
    }
    for (const [id, object] of other.objects) {
      const mine = this.objects.get(id);
      this.objects.set(id, mine ? joinObjects(mine, object) : object);
    }
    for (const id of other.shared) this.share(id);
    for (const [name, mine] of this.bounds) {
      const { low, high } = other.bounds.get(name) ?? ANY;
      this.bounds.set(name, { low: Math.min(low, mine.low), high: Math.max(high, mine.high) });
    }
  }
}

const MAYBE_UNSET: Value = { type: "unset", maybe: true };

const HIDDEN: Value = { type: "unset", maybe: true, hidden: true };

const ANY: Interval = { low: -Infinity, high: Infinity };

/** Without what is known of its contents. */
const bare = ({ length, named: name, filled, untouched, ...others }: MemoryObject): MemoryObject => others;

export const exactly = (value: number, unit?: string): NumberValue =>
  unit === undefined ? { type: "number", low: value, high: value } : { type: "number", low: value, high: value, unit };

/** A number of which only that it is the same is known. */
export const named = (of: string): NumberValue => ({ type: "number", low: 0, high: 0, plus: { of, times: 1 } });

export const isExact = (value: Value | undefined): value is NumberValue =>
  value?.type === "number" && value.low === value.high && !value.plus;

/** Whether two numbers are the same multiple of the same, as those are that are none. */
export const isSameMultiple = (a: Multiple | undefined, b: Multiple | undefined): boolean =>
  a?.of === b?.of && a?.times === b?.times;

/** Where two ways meet. */
function joinValues(left: Value, right: Value | undefined): Value | undefined {
  if (left.type === "unset") {
    if (right?.type === "unset" && !right.maybe) return left;
    return left.hidden || (right?.type === "unset" && right.hidden) ? HIDDEN : MAYBE_UNSET;
  }
  if (!right || left.type !== right.type) return undefined;
  if (left.type === "number" && right.type === "number") {
    if (left.unit !== right.unit || !isSameMultiple(left.plus, right.plus)) return undefined;
    if (left.low === right.low && left.high === right.high) return left;
    return { ...hull(left, right), type: "number", ...(left.unit === undefined ? {} : { unit: left.unit }) };
  }
  if (left.type === "pointer" && right.type === "pointer") {
    if (left.to !== right.to || !isSameMultiple(left.plus, right.plus)) return undefined;
    return { ...hull(left, right), type: "pointer", to: left.to };
  }
  return left;
}

function hull(left: Interval, right: Interval): Interval {
  const both = { low: Math.min(left.low, right.low), high: Math.max(left.high, right.high) };
  return left.plus ? { ...both, plus: left.plus } : both;
}

const lengthOf = ({ length, named: name }: MemoryObject): Contents => ({
  ...(length === undefined ? {} : { length }),
  ...(name === undefined ? {} : { named: name }),
});

function joinObjects(left: MemoryObject, right: MemoryObject): MemoryObject {
  const isSame = left.size === right.size && left.unit === right.unit && isSameMultiple(left.plus, right.plus);
  const { gone, ...same } = bare(left);
  return {
    ...(isSame ? same : { size: undefined, unit: left.unit, by: left.by }),
    ...(left.length === right.length && left.named === right.named ? lengthOf(left) : {}),
    ...(left.filled !== undefined && left.filled === right.filled ? { filled: left.filled } : {}),
    ...(left.untouched && right.untouched ? { untouched: true } : {}),
    ...(left.shared || right.shared ? { shared: true } : {}),
    ...(left.lent || right.lent ? { lent: true } : {}),
    ...(left.released || right.released ? { released: true } : {}),
    ...(gone && right.gone ? { gone } : {}),
  };
}

/** The sum, difference or product; undefined where it says nothing. */
export function combine(operator: string, a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (operator === "*") return multiply(a, b);
  if (a.unit !== b.unit && !(isExact(a) && a.low === 0) && !(isExact(b) && b.low === 0)) return undefined;
  const sign = operator === "+" ? 1 : operator === "-" ? -1 : 0;
  if (sign === 0) return divide(operator, a, b);
  const plus = sumOf(a.plus, b.plus, sign);
  if (plus === null) return undefined;
  const [from, to] = sign > 0 ? [b.low, b.high] : [-b.high, -b.low];
  const unit = a.unit ?? b.unit;
  // A counter stays one when a constant is added.
  const each = (a.each && b.low === b.high) || (b.each && a.low === a.high);
  const sum: NumberValue = { type: "number", low: a.low + from, high: a.high + to };
  const parts = { ...(unit === undefined ? {} : { unit }), ...(each ? { each: true as const } : {}) };
  return { ...sum, ...parts, ...(plus ? { plus } : {}) };
}

/** Null where it is no multiple of one number. */
export function sumOf(a: Multiple | undefined, b: Multiple | undefined, sign: number): Multiple | undefined | null {
  if (!b) return a;
  if (a && a.of !== b.of) return a.times === b.times ? together(a, b, sign) : null;
  const times = (a?.times ?? 0) + sign * b.times;
  return times === 0 ? undefined : { of: b.of, times };
}

const AND = " + ";

const namesOf = (of: string): readonly string[] => of.split(AND);

/** The sum of multiples of different names, or what is left of one without the other. */
function together(a: Multiple, b: Multiple, sign: number): Multiple | null {
  const names = [...namesOf(a.of)];
  if (sign > 0) return { of: [...names, ...namesOf(b.of)].sort().join(AND), times: a.times };
  for (const name of namesOf(b.of)) {
    const at = names.indexOf(name);
    if (at < 0) return null;
    names.splice(at, 1);
  }
  return { of: names.join(AND), times: a.times };
}

function multiply(a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (a.unit !== undefined && b.unit !== undefined) return undefined;
  if (a.plus) return isExact(b) ? scaled(a, b) : undefined;
  if (b.plus) return isExact(a) ? scaled(b, a) : undefined;
  const unit = a.unit ?? b.unit;
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  if (products.some(Number.isNaN)) return undefined;
  const whole: NumberValue = { type: "number", low: Math.min(...products), high: Math.max(...products) };
  const each = (a.each && isExact(b) && b.low > 0) || (b.each && isExact(a) && a.low > 0);
  return { ...whole, ...(unit === undefined ? {} : { unit }), ...(each ? { each: true as const } : {}) };
}

/** A multiple and what is added to it, so many times. */
function scaled(a: NumberValue, { low: by, unit: other }: NumberValue): NumberValue | undefined {
  const unit = a.unit ?? other;
  if (by <= 0 || !a.plus) return undefined;
  const plus = { of: a.plus.of, times: a.plus.times * by };
  const sum: NumberValue = { type: "number", low: a.low * by, high: a.high * by, plus };
  return { ...sum, ...(unit === undefined ? {} : { unit }), ...(a.each ? { each: true } : {}) };
}

/** Of exact numbers alone; `sizeof a / sizeof *a` has no unit left. */
function divide(operator: string, a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (!isExact(a) || !isExact(b) || b.low === 0) return undefined;
  if (operator === "/") return exactly(Math.trunc(a.low / b.low));
  return operator === "%" && a.unit === undefined ? exactly(a.low % b.low) : undefined;
}
