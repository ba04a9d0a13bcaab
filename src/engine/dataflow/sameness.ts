// Whether two summaries, found out about different states of a document, say the same: of the same places too, so that a
// caller who knows one knows the other.
import type { Match } from "../patterns/match";
import type { Reached } from "./heap";
import type { Layout } from "./layout";
import type { Summary } from "./summaries";
import type { Origin, Step, Taint, Taints } from "./taints";
import { sameCallable, sameConstants, sameSettings, type Value } from "./values";

export function sameSummary(one: Summary, other: Summary): boolean {
  return (
    one.exhausted === other.exhausted &&
    sameHeld(one.returned, other.returned) &&
    sameList(one.reached, other.reached, sameReached) &&
    sameMap(one.effects, other.effects, sameHeld) &&
    sameList(
      one.invoked,
      other.invoked,
      (a, b) => a.parameter === b.parameter && sameList(a.given, b.given, sameHeld),
    ) &&
    [true, false, undefined].every((holds) =>
      sameMap(
        holds === undefined ? one.checks.always : one.checks.when(holds),
        holds === undefined ? other.checks.always : other.checks.when(holds),
        (a, b) => a === b,
      ),
    )
  );
}

export function sameReached(one: Reached, other: Reached): boolean {
  return (
    samePlace(one, other) &&
    one.mark.rule === other.mark.rule &&
    one.mark.spec === other.mark.spec &&
    sameMatch(one.at, one.mark.match, other.at, other.mark.match) &&
    sameList(one.taints, other.taints, sameTaint) &&
    sameList(one.calls ?? [], other.calls ?? [], samePlace) &&
    sameMap(one.each ?? NONE, other.each ?? NONE, (a, b) => sameList(a, b, sameTaint))
  );
}

const NONE: ReadonlyMap<string, Taints> = new Map();

const samePiece = (one: string | Value, other: string | Value): boolean =>
  typeof one === "string" || typeof other === "string" ? one === other : sameHeld(one, other);

/** Whether nothing tells two values apart, not even the ways of their taint. */
export function sameHeld(one: Value, other: Value): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.type === other.type &&
      one.checked === other.checked &&
      one.is === other.is &&
      sameList(one.spelled ?? [], other.spelled ?? [], samePiece) &&
      sameConstants(one.constant, other.constant) &&
      sameSettings(one, other) &&
      sameList(one.taints, other.taints, sameTaint) &&
      sameList(one.escaped ?? [], other.escaped ?? [], sameTaint) &&
      sameList(one.callables ?? [], other.callables ?? [], sameCallable) &&
      sameList(one.objects ?? [], other.objects ?? [], (a, b) => a === b) &&
      sameMap(one.parts ?? NO_PARTS, other.parts ?? NO_PARTS, sameHeld))
  );
}

const NO_PARTS: ReadonlyMap<string, Value> = new Map();

function sameTaint(one: Taint, other: Taint): boolean {
  return (
    one === other ||
    (one.rules === other.rules &&
      sameOrigin(one.origin, other.origin) &&
      sameWay(one.step, other.step) &&
      sameList([...(one.grounds ?? [])], [...(other.grounds ?? [])], sameOrigin))
  );
}

function sameOrigin(one: Origin, other: Origin): boolean {
  if (one === other) return true;
  return (
    one.label === other.label &&
    one.parameter === other.parameter &&
    one.control === other.control &&
    one.assumed === other.assumed &&
    sameList(one.path, other.path, (a, b) => a === b) &&
    sameMap(one.matches, other.matches, ([a], [b]) => sameMatch(one.at, a!, other.at, b!))
  );
}

function sameWay(one: Step | undefined, other: Step | undefined): boolean {
  let [left, right] = [one, other];
  while (left && right && left !== right) {
    if (left.kind !== right.kind || !samePlace(left, right) || !sameWay(left.within, right.within)) return false;
    left = left.previous;
    right = right.previous;
  }
  return left === right;
}

interface Place {
  readonly at: Layout;
  readonly row: number;
}

function samePlace(one: Place, other: Place): boolean {
  return one.at.lineage === other.at.lineage && one.at.rowIn(other.at, one.row) === other.row;
}

function sameMatch(at: Layout, one: Match, otherAt: Layout, other: Match): boolean {
  if (one === other) return true;
  if (at.lineage !== otherAt.lineage || one.bindings.size !== other.bindings.size) return false;
  const { start, end, bindings } = at.matchIn(otherAt, one);
  return (
    start === other.start &&
    end === other.end &&
    [...bindings].every(([name, binding]) => {
      const same = other.bindings.get(name);
      return same?.start === binding.start && same.end === binding.end && same.text === binding.text;
    })
  );
}

function sameList<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return one === other || (one.length === other.length && one.every((item, index) => same(item, other[index]!)));
}

function sameMap<K, T>(one: ReadonlyMap<K, T>, other: ReadonlyMap<K, T>, same: (a: T, b: T) => boolean): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [key, item] of one) {
    const counterpart = other.get(key);
    if (counterpart === undefined || !same(item, counterpart)) return false;
  }
  return true;
}
