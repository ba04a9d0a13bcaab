// What is known of a value: its taint, the taint of its parts, and, where rules ask for it, what it is.
import type { Constant } from "../semantics";
import { sameConstant } from "../semantics";
import { limited, MAXIMUM_DEPTH, NO_TAINT, type RuleMask, sameTaints, type Taint, type Taints, unite } from "./taints";

/** A function that a value may be. */
export interface Callable {
  readonly document: number;
  /** Of the Function or Lambda. */
  readonly row: number;
  /** What it is a method of. */
  readonly receiver?: Value;
}

export interface Value {
  /** Of the whole; parts that are not known for themselves have it too. */
  readonly taints: Taints;
  /** By key: `.name` of a field, `[key]` of an element, `[]` of any element. */
  readonly parts?: ReadonlyMap<string, Value>;
  readonly constant?: Constant;
  readonly callables?: readonly Callable[];
  /** Objects in the state's heap that it may be; their parts are there. */
  readonly objects?: readonly string[];
  /** It is just what a parameter was given, or a field of that: `0.name`. A constant and a function stay what they are. */
  readonly is?: string;
  /** Of a list: how many elements it has. */
  readonly length?: number;
  /** Of a text that is not known as a whole: the pieces that it was put together of. */
  readonly spelled?: Spelled;
  /** Name of its class, as it was written where it was made. */
  readonly type?: string;
  /** Taint that an escape took away: what undoes the escape brings it back. */
  readonly escaped?: Taints;
  /** Rules for which a check has found it harmless, whatever its source. */
  readonly checked?: RuleMask;
  /** Settings files that it names, or holds the settings of. */
  readonly settings?: Settings;
  /** It is what such files hold under a parameter's value, where they hold that; it is told where the function is called. */
  readonly asked?: { readonly settings: Settings; readonly parameter: number };
}

/** Pieces of a text: known ones, and values. */
export type Spelled = readonly (string | Value)[];

/** Names of settings files. */
export type Settings = readonly string[];

export const NOTHING: Value = { taints: NO_TAINT };

/** What stands for an argument that a call leaves out: its default holds. */
export const NOT_GIVEN: Value = { taints: NO_TAINT };

/** A value of which no more is known than its taint. */
export function tainted(taints: Taints): Value {
  return taints.length === 0 ? NOTHING : { taints };
}

/** One of the values that an enumeration lists: equal to itself alone. */
export const listedValue = (type: string, name: string): Value => ({
  taints: [],
  type,
  constant: { type: "string", value: `${type}.${name}` },
});

/** The taint of a value and of all its parts. */
export function allTaints({ taints, parts }: Value): Taints {
  return parts ? unite(taints, taintsOfParts(parts)) : taints;
}

const knownOfParts = new WeakMap<ReadonlyMap<string, Value>, Taints>();

/** Found once: parts are not changed, and are asked at each place where their value is met. */
function taintsOfParts(parts: ReadonlyMap<string, Value>): Taints {
  let all = knownOfParts.get(parts);
  if (!all) {
    all = NO_TAINT;
    for (const part of parts.values()) all = unite(all, allTaints(part));
    knownOfParts.set(parts, all);
  }
  return all;
}

/** The same value with more taint. */
export function withTaints(value: Value, taints: Taints): Value {
  const united = unite(value.taints, taints);
  return united === value.taints ? value : { ...unspelled(value), taints: united };
}

/** The same value of which it is not told what it is put together of. */
function unspelled(value: Value): Value {
  const { spelled, ...rest } = value;
  return spelled ? rest : value;
}

/** The value and its parts, for some rules alone. */
export function limitedTo(value: Value, rules: RuleMask): Value {
  const taints = limited(value.taints, rules);
  const parts = value.parts && mapped(value.parts, (part) => limitedTo(part, rules));
  if (taints === value.taints && parts === value.parts) return value;
  const spelled = value.spelled?.map((piece) => (typeof piece === "string" ? piece : limitedTo(piece, rules)));
  return { ...value, taints, ...(parts && { parts }), ...(spelled && { spelled }) };
}

/** The map with each value changed; the same map where none is. */
export function mapped(parts: ReadonlyMap<string, Value>, change: (part: Value) => Value): ReadonlyMap<string, Value> {
  let changed: Map<string, Value> | undefined;
  for (const [key, part] of parts) {
    const other = change(part);
    if (other === part) continue;
    changed ??= new Map(parts);
    changed.set(key, other);
  }
  return changed ?? parts;
}

/** What two ways agree to know nothing of: unlike NOTHING, something was given there. */
const GIVEN: Value = { taints: NO_TAINT };

/** What is known where two ways meet: one of the two itself where the other adds nothing. */
export function join(left: Value, right: Value): Value {
  if (left === right) return left;
  const taints = unite(left.taints, right.taints);
  const parts = joinParts(left, right);
  if (isPlain(left) && isPlain(right)) {
    if (taints.length === 0 && !parts) return GIVEN;
    if (taints === left.taints && parts === left.parts) return left;
    if (taints === right.taints && parts === right.parts) return right;
    return parts ? { taints, parts } : { taints };
  }
  return joinAll(left, right, taints, parts);
}

/** Whether no more is known of a value than its taint and that of its parts. */
const isPlain = (value: Value): boolean =>
  value.constant === undefined &&
  value.callables === undefined &&
  value.objects === undefined &&
  value.type === undefined &&
  value.length === undefined &&
  value.spelled === undefined &&
  value.is === undefined &&
  value.escaped === undefined &&
  value.checked === undefined &&
  value.settings === undefined &&
  value.asked === undefined;

function joinAll(left: Value, right: Value, taints: Taints, parts: Value["parts"]): Value {
  const joined: { -readonly [Part in keyof Value]: Value[Part] } = { taints };
  if (parts) joined.parts = parts;
  const { constant, type, length } = left;
  if (constant && right.constant && sameConstant(constant, right.constant)) joined.constant = constant;
  const callables = joinLists(left.callables, right.callables, sameCallable);
  if (callables) joined.callables = callables;
  const objects = joinLists(left.objects, right.objects, (a, b) => a === b);
  if (objects) joined.objects = objects;
  if (type !== undefined && type === right.type) joined.type = type;
  if (length !== undefined && length === right.length) joined.length = length;
  if (left.spelled && left.spelled === right.spelled) joined.spelled = left.spelled;
  if (left.is !== undefined && left.is === right.is) joined.is = left.is;
  const checked = (left.checked ?? 0) & (right.checked ?? 0);
  if (checked !== 0) joined.checked = checked;
  const settings = joinLists(left.settings, right.settings, (a, b) => a === b);
  if (settings) joined.settings = settings;
  const asked = left.asked ?? right.asked;
  if (asked) joined.asked = asked;
  if (left.escaped || right.escaped) joined.escaped = unite(left.escaped ?? NO_TAINT, right.escaped ?? NO_TAINT);
  return joined;
}

function joinParts(left: Value, right: Value): Value["parts"] {
  if (left.parts === right.parts) return left.parts;
  const joined = new Map<string, Value>();
  let [isLeft, isRight] = [left.parts !== undefined, right.parts !== undefined];
  const add = (key: string, part: Value, one?: Value, other?: Value): void => {
    joined.set(key, part);
    isLeft &&= part === one;
    isRight &&= part === other;
  };
  for (const [key, part] of left.parts ?? []) {
    const other = right.parts?.get(key);
    add(key, join(part, other ?? inherited(right)), part, other);
  }
  for (const [key, part] of right.parts ?? []) {
    if (!left.parts?.has(key)) add(key, join(inherited(left), part), undefined, part);
  }
  return isLeft ? left.parts : isRight && !left.parts ? right.parts : joined;
}

/** What a part is that is not known for itself. */
const inherited = ({ taints }: Value): Value => tainted(taints);

export const sameCallable = (left: Callable, right: Callable): boolean =>
  left.row === right.row && left.document === right.document && left.receiver === right.receiver;

function joinLists<T>(
  left: readonly T[] | undefined,
  right: readonly T[] | undefined,
  same: (a: T, b: T) => boolean,
): readonly T[] | undefined {
  if (!left || !right || left === right) return left ?? right;
  const added = right.filter((item) => !left.some((other) => same(item, other)));
  return added.length === 0 ? left : [...left, ...added];
}

/** Whether nothing that matters tells two values apart. */
export function sameValue(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (!sameTaints(left.taints, right.taints) || left.length !== right.length || left.type !== right.type) return false;
  if ((left.checked ?? 0) !== (right.checked ?? 0) || left.is !== right.is) return false;
  if (left.spelled !== right.spelled) return false;
  if (!sameTaints(left.escaped ?? NO_TAINT, right.escaped ?? NO_TAINT)) return false;
  if (!sameConstants(left.constant, right.constant)) return false;
  if (!sameLists(left.callables, right.callables, sameCallable)) return false;
  if (!sameLists(left.objects, right.objects, (a, b) => a === b)) return false;
  if (!sameSettings(left, right)) return false;
  return sameOptional(left.parts, right.parts, sameParts);
}

export function sameSettings(left: Value, right: Value): boolean {
  const same = (a?: Settings, b?: Settings): boolean => sameLists(a, b, (one, other) => one === other);
  return (
    same(left.settings, right.settings) &&
    left.asked?.parameter === right.asked?.parameter &&
    same(left.asked?.settings, right.asked?.settings)
  );
}

export function sameConstants(left: Constant | undefined, right: Constant | undefined): boolean {
  return sameOptional(left, right, (a, b) => a.type === b.type && sameConstant(a, b));
}

function sameParts(left: ReadonlyMap<string, Value>, right: ReadonlyMap<string, Value>): boolean {
  if (left.size !== right.size) return false;
  for (const [key, part] of left) {
    const other = right.get(key);
    if (!other || !sameValue(part, other)) return false;
  }
  return true;
}

function sameLists<T>(
  left: readonly T[] | undefined,
  right: readonly T[] | undefined,
  same: (a: T, b: T) => boolean,
): boolean {
  return sameOptional(left, right, (a, b) => a.length === b.length && a.every((item, i) => same(item, b[i]!)));
}

function sameOptional<T>(left: T | undefined, right: T | undefined, same: (a: T, b: T) => boolean): boolean {
  return left === right || (left !== undefined && right !== undefined && same(left, right));
}

/** Whether a key is that of an element, and not of a field. */
export const isElement = (key: string): boolean => key.startsWith("[");

/** The key of every element where they are not told apart: as in Semgrep, one key as any other. */
export const THE_ELEMENT = ".[]";

/** The key of an element whose own is not known. */
export const ANY_ELEMENT = "[]";

/**
 * What a value holds under a key.
 * @param below the taint that a part takes from the whole
 */
export function partOf(value: Value, key: string, below: (taints: Taints) => Taints): Value {
  const { parts } = value;
  const known = parts?.get(key);
  if (known && (!isElement(key) || key === ANY_ELEMENT)) return key === ANY_ELEMENT ? anyElement(value, below) : known;
  if (key === ANY_ELEMENT && parts) return anyElement(value, below);
  const any = isElement(key) ? parts?.get(ANY_ELEMENT) : undefined;
  if (known) return any ? join(known, any) : known;
  const whole = tainted(below(value.taints));
  return any ? join(any, whole) : whole;
}

/** Whichever it is: where keys may be names of fields too, any part. */
function anyElement(value: Value, below: (taints: Taints) => Taints): Value {
  let joined = tainted(below(value.taints));
  const parts = [...(value.parts?.values() ?? [])];
  for (const part of parts) joined = join(joined, part);
  const [{ length } = NOTHING, ...others] = parts;
  // All that there is are tuples of one size.
  return length !== undefined && others.every((part) => part.length === length) ? { ...joined, length } : joined;
}

/** Parts of a value that are told apart, at most. */
const MOST_PARTS = 24;

/** The value with its parts told apart so many levels deep; what lies deeper is in the taint of what holds it. */
export function pruned(value: Value, depth: number): Value {
  const { parts } = value;
  if (!parts) return value;
  if (depth <= 0) {
    const { parts: _, ...rest } = value;
    return { ...rest, taints: allTaints(value) };
  }
  const shallower = mapped(parts, (part) => pruned(part, depth - 1));
  return shallower === parts ? value : { ...value, parts: shallower };
}

/** The value with a part set, or with it added where `weak`; too deep, the whole takes the part's taint. */
export function withPart(value: Value, keys: readonly string[], part: Value, weak: boolean, depth = 0): Value {
  const [key, ...others] = keys;
  if (key === undefined) {
    const shallow = pruned(part, MAXIMUM_DEPTH - depth);
    return weak ? join(value, shallow) : shallow;
  }
  if (depth >= MAXIMUM_DEPTH) return withTaints(value, allTaints(part));
  const { constant: _, is: __, spelled: ___, ...rest } = value;
  const before = value.parts?.get(key) ?? tainted(value.taints);
  const after = withPart(before, others, part, weak || key === ANY_ELEMENT, depth + 1);
  const { parts } = value;
  if (parts && parts.size >= MOST_PARTS && !parts.has(key)) return withTaints(value, allTaints(after));
  return { ...rest, parts: new Map(parts).set(key, after) };
}

/** The value less some taint, for some rules. */
export function without(value: Value, which: (taint: Taint) => boolean, rules: RuleMask): Value {
  const hit = value.taints.some(which);
  const taints = hit
    ? value.taints.flatMap((taint) => {
        const left = which(taint) ? taint.rules & ~rules : taint.rules;
        return left === 0 ? [] : [{ ...taint, rules: left }];
      })
    : value.taints;
  let parts = value.parts;
  for (const [key, part] of value.parts ?? []) {
    const other = without(part, which, rules);
    if (other !== part) parts = new Map(parts).set(key, other);
  }
  if (!hit && parts === value.parts) return value;
  const checkedFor = hit ? { checked: (value.checked ?? 0) | rules } : {};
  // What is decoded afterwards was not checked.
  const gone = hit ? { escaped: unite(value.escaped ?? [], limited(value.taints.filter(which), rules)) } : {};
  return { ...value, taints, ...(parts && { parts }), ...checkedFor, ...gone };
}
