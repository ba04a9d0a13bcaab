// Sets of taint: where data came from, and for which rules it still counts. Immutable; most hold one or two origins.

import type { Match } from "../patterns/match";
import type { Layout } from "./layout";

/**
 * Which of the rules that are followed together: a bit for each. As many are followed at once as a number has bits.
 */
export type RuleMask = number;

/** All rules of a round: every bit, the sign included. */
export const ALL_RULES: RuleMask = -1;
export const RULES_PER_ROUND = 32;

/** Where a value has been on its way, the last place first. A place is a row of a document in one of its states. */
export interface Step {
  readonly at: Layout;
  readonly row: number;
  readonly kind: "source" | "step" | "call";
  readonly previous: Step | undefined;
  /** Of a call: the last place of the way through the function. */
  readonly within?: Step;
}

/** Where taint comes from. Origins are made once per key, so that equal ones are the same object. */
export interface Origin {
  /** In order of their making. */
  readonly id: number;
  readonly label: string;
  /** The parameter of the function under analysis that stands for what callers hand over: -1 for its receiver. */
  readonly parameter: number | undefined;
  /** Below a parameter: the keys by which it was reached. */
  readonly path: readonly string[];
  /** Of a part of a parameter: the parameter itself. */
  readonly whole: Origin | undefined;
  /** Reached by the flow of control, whatever the values. */
  readonly control: boolean;
  /** A parameter that is taken for untrusted, though nothing says so. */
  readonly assumed: boolean;
  /** Names the origin among those of its kind. */
  readonly key: string;
  /** The state of the document in which it was made, and its matches were found. */
  readonly at: Layout;
  /** Of a source: its matches, by rule; behind the first those in the same place that give metavariables other values. */
  matches: ReadonlyMap<RuleMask, readonly Match[]>;
}

export interface Taint {
  readonly origin: Origin;
  readonly rules: RuleMask;
  readonly step: Step;
  /** Of a label that asks for others: the origins of what had them. What makes those harmless makes this harmless. */
  readonly grounds?: ReadonlySet<Origin>;
}

/** In order of their origins' ids, each origin once. */
export type Taints = readonly Taint[];

export const NO_TAINT: Taints = [];

/** What either holds; of one origin the first way that was found is kept. */
export function unite(left: Taints, right: Taints): Taints {
  if (left === right || right.length === 0) return left;
  if (left.length === 0) return right;
  const united: Taint[] = [];
  let changed = false;
  let i = 0;
  for (const taint of right) {
    while (i < left.length && left[i]!.origin.id < taint.origin.id) united.push(left[i++]!);
    const same = left[i];
    if (same?.origin !== taint.origin) {
      united.push(taint);
      changed = true;
    } else {
      const rules = same.rules | taint.rules;
      const isSame = rules === same.rules && isWithin(taint.grounds, same.grounds);
      if (!isSame) changed = true;
      united.push(isSame ? same : withGrounds({ ...same, rules }, taint.grounds));
      i++;
    }
  }
  if (!changed) return left;
  while (i < left.length) united.push(left[i++]!);
  if (united.length <= MOST_TOLD_APART) return united;
  const fewer = withoutParts(united);
  return fewer.length > MOST_ORIGINS ? fewer.slice(0, MOST_ORIGINS) : fewer;
}

/** Whether nothing is added by grounds to others; unknown ones add that nothing makes it harmless. */
function isWithin(added: Taint["grounds"], grounds: Taint["grounds"]): boolean {
  if (added === grounds || !grounds) return true;
  return added !== undefined && [...added].every((origin) => grounds.has(origin));
}

function withGrounds({ grounds, ...taint }: Taint, added: Taint["grounds"]): Taint {
  return grounds && added ? { ...taint, grounds: new Set([...grounds, ...added]) } : taint;
}

/** What taint rests on that is there for the labels of others: their origins, or what those rest on. */
export function groundsOf(taints: Taints, labels: ReadonlySet<string>): ReadonlySet<Origin> | undefined {
  const asked = taints.filter(({ origin }) => labels.has(origin.label));
  const all = asked.flatMap(({ origin, grounds }) => (grounds ? [...grounds] : [origin]));
  return all.length > 0 ? new Set(all) : undefined;
}

/** With parameters in the place of their parts. */
function withoutParts(taints: Taints): Taints {
  if (!taints.some(({ origin }) => origin.whole)) return taints;
  const byOrigin = new Map<Origin, Taint>();
  for (const taint of taints) {
    const origin = taint.origin.whole ?? taint.origin;
    const before = byOrigin.get(origin);
    byOrigin.set(origin, { origin, rules: taint.rules | (before?.rules ?? 0), step: before?.step ?? taint.step });
  }
  return [...byOrigin.values()].sort((a, b) => a.origin.id - b.origin.id);
}

/** Of more origins than these, parts of one parameter are not told apart: what holds so many may hold any. */
const MOST_TOLD_APART = 10;

/** Of more origins than these the first are kept: as in Semgrep, what comes from everywhere is not told apart for ever. */
const MOST_ORIGINS = 40;

/** Those that count for some of the rules, and for these alone. */
export function limited(taints: Taints, rules: RuleMask): Taints {
  if ((rulesOf(taints) & ~rules) === 0) return taints;
  const kept: Taint[] = [];
  for (const taint of taints) {
    const left = taint.rules & rules;
    if (left === taint.rules) kept.push(taint);
    else if (left !== 0) kept.push({ ...taint, rules: left });
  }
  return kept.length === 0 ? NO_TAINT : kept;
}

/** The rules for which something is tainted. */
export function rulesOf(taints: Taints): RuleMask {
  let rules = 0;
  for (const taint of taints) rules |= taint.rules;
  return rules;
}

/** Whether both hold the same origins for the same rules; the ways do not count. */
export function sameTaints(left: Taints, right: Taints): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  return left.every((taint, i) => taint.origin === right[i]!.origin && taint.rules === right[i]!.rules);
}

/** Each with one more place on its way. */
export function stepped(taints: Taints, at: Layout, row: number, kind: Step["kind"]): Taints {
  if (taints.length === 0) return taints;
  return taints.map((taint) => ({ ...taint, step: { at, row, kind, previous: taint.step } }));
}

/** The origins of the functions of one document. */
export class Origins {
  private static next = 0;
  private readonly known = new Map<string, Origin>();
  /** Those below another one, by their last keys. */
  private readonly parts = new Map<Origin, Map<string, Origin>>();

  constructor(private readonly at: Layout) {}

  make(key: string, what: Partial<Omit<Origin, "id" | "key" | "matches" | "at">>): Origin {
    let origin = this.known.get(key);
    if (!origin) {
      const { label = "", parameter, path = [], whole, control = false, assumed = false } = what;
      origin = {
        id: Origins.next++,
        key,
        label,
        parameter,
        path,
        whole,
        control,
        assumed,
        at: this.at,
        matches: NO_MATCHES,
      };
      this.known.set(key, origin);
    }
    return origin;
  }

  /** What a parameter holds under a key; the parameter itself where it lies too deep. */
  below(origin: Origin, key: string): Origin {
    if (origin.parameter === undefined || origin.path.length >= MAXIMUM_DEPTH) return origin;
    // In a document with very many parts of parameters, no more are told apart.
    if (this.known.size >= MOST_KNOWN) return origin;
    const known = this.parts.get(origin)?.get(key);
    if (known) return known;
    const path = origin.path.concat(key);
    const { label, parameter, control, whole = origin } = origin;
    const made = this.make(`${origin.key}\0${key}`, { label, parameter, control, path, whole });
    const parts = this.parts.get(origin) ?? new Map<string, Origin>();
    this.parts.set(origin, parts.set(key, made));
    return made;
  }

  /** The same source under another label. */
  relabelled(origin: Origin, label: string): Origin {
    const { parameter, control, path } = origin;
    const made = this.make(`${origin.id}\0label ${label}`, { label, parameter, control, path });
    made.matches = origin.matches;
    return made;
  }
}

/** Most origins are parameters and what is in these. */
const NO_MATCHES: Origin["matches"] = new Map();

/** Origins of one document, at most; those of sources are always made. */
const MOST_KNOWN = 5_000;

/** How many keys below a name are told apart. */
export const MAXIMUM_DEPTH = 3;

/** What a part takes from the taints of the whole: of a parameter, that part of it. */
export function taintsBelow(origins: Origins, taints: Taints, key: string): Taints {
  if (taints.every(({ origin }) => origin.parameter === undefined)) return taints;
  let all: Taints = [];
  const part = (origin: Origin): Origin => origins.below(origin, key);
  for (const { grounds, ...taint } of taints) {
    const parts = grounds && { grounds: new Set([...grounds].map(part)) };
    all = unite(all, [{ ...taint, origin: part(taint.origin), ...parts }]);
  }
  return all;
}
