// What is known of variables and of the memory that pointers lead to, at one point of a function.

/** A whole number between two, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
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
  /** No value has been given. */
  | { readonly type: "unset" };

export type NumberValue = Value & { type: "number" };
export type PointerValue = Value & { type: "pointer" };

type Contents = Pick<MemoryObject, "length" | "filled" | "untouched">;

/** Memory with a beginning and an end. */
export interface MemoryObject {
  /** How many units; undefined where it is not known. */
  readonly size: number | undefined;
  /** Name of a type of unknown size, none for bytes. */
  readonly unit: string | undefined;
  /** What it was made with, as what releases it must know. */
  readonly by: "stack" | "static" | "malloc" | "new" | "new[]";
  /** Bytes of the text at its start, without its end. */
  readonly length?: number;
  /** Bytes from its start that are known not to be zero. */
  readonly filled?: number;
  /** No byte of it was ever written. */
  readonly untouched?: true;
  /** Something else may write to it at any time: what it holds is never known. */
  readonly shared?: true;
}

/** A point of a function; changed in place, copied where ways part. */
export class State {
  constructor(
    private readonly values = new Map<number, Value>(),
    private readonly objects = new Map<number, MemoryObject>(),
    /** Variables whose addresses are known elsewhere: what they are is never known again. */
    private readonly shared = new Set<number>(),
  ) {}

  copy(): State {
    return new State(new Map(this.values), new Map(this.objects), new Set(this.shared));
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
    const { size, unit, by, shared } = object;
    this.objects.set(id, shared ? { size, unit, by, shared } : { size, unit, by, ...contents });
  }

  shareObject(id: number): void {
    const object = this.objects.get(id);
    if (object && object.by !== "static") {
      this.objects.set(id, { size: object.size, unit: object.unit, by: object.by, shared: true });
    }
  }

  /** What an object holds is no longer known, its size is. */
  loseContents(id: number): void {
    this.setContents(id, {});
  }

  loseAllContents(): void {
    for (const id of this.objects.keys()) this.loseContents(id);
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
  }
}

export const exactly = (value: number, unit?: string): NumberValue =>
  unit === undefined ? { type: "number", low: value, high: value } : { type: "number", low: value, high: value, unit };

export const between = (low: number, high: number): NumberValue => ({ type: "number", low, high });

export const isExact = (value: Value | undefined): value is NumberValue =>
  value?.type === "number" && value.low === value.high;

/** Where two ways meet. */
function joinValues(left: Value, right: Value | undefined): Value | undefined {
  if (!right || left.type !== right.type) return undefined;
  if (left.type === "number" && right.type === "number") {
    if (left.low === right.low && left.high === right.high && left.unit === right.unit) return left;
    if (left.unit !== right.unit) return undefined;
    const unit = left.unit === undefined ? {} : { unit: left.unit };
    return { type: "number", low: Math.min(left.low, right.low), high: Math.max(left.high, right.high), ...unit };
  }
  if (left.type === "pointer" && right.type === "pointer") {
    if (left.to !== right.to) return undefined;
    return { type: "pointer", to: left.to, low: Math.min(left.low, right.low), high: Math.max(left.high, right.high) };
  }
  return left;
}

function joinObjects(left: MemoryObject, right: MemoryObject): MemoryObject {
  const { unit, by } = left;
  return {
    size: left.size === right.size && unit === right.unit ? left.size : undefined,
    unit,
    by,
    ...(left.length !== undefined && left.length === right.length ? { length: left.length } : {}),
    ...(left.filled !== undefined && left.filled === right.filled ? { filled: left.filled } : {}),
    ...(left.untouched && right.untouched ? { untouched: true } : {}),
    ...(left.shared || right.shared ? { shared: true } : {}),
  };
}

/** The sum, difference or product; undefined where it says nothing. */
export function combine(operator: string, a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (operator === "*") return multiply(a, b);
  if (a.unit !== b.unit && !(isExact(a) && a.low === 0) && !(isExact(b) && b.low === 0)) return undefined;
  const sign = operator === "+" ? 1 : operator === "-" ? -1 : 0;
  if (sign === 0) return divide(operator, a, b);
  const [from, to] = sign > 0 ? [b.low, b.high] : [-b.high, -b.low];
  const unit = a.unit ?? b.unit;
  // A counter stays one when a constant is added.
  const each = (a.each && isExact(b)) || (b.each && isExact(a));
  const sum: NumberValue = { type: "number", low: a.low + from, high: a.high + to };
  return { ...sum, ...(unit === undefined ? {} : { unit }), ...(each ? { each: true } : {}) };
}

function multiply(a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (a.unit !== undefined && b.unit !== undefined) return undefined;
  const unit = a.unit ?? b.unit;
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  if (products.some(Number.isNaN)) return undefined;
  const whole: NumberValue = { type: "number", low: Math.min(...products), high: Math.max(...products) };
  return unit === undefined ? whole : { ...whole, unit };
}

/** Of exact numbers alone; `sizeof a / sizeof *a` has no unit left. */
function divide(operator: string, a: NumberValue, b: NumberValue): NumberValue | undefined {
  if (!isExact(a) || !isExact(b) || b.low === 0) return undefined;
  if (operator === "/") return exactly(Math.trunc(a.low / b.low));
  return operator === "%" && a.unit === undefined ? exactly(a.low % b.low) : undefined;
}
