// The functions of all documents that are known, by their names and by the names of what they call.
import { type Outline, type OutlinedFunction, sinksIn } from "./outline";
import type { RuleMask } from "./taints";

/** Outlines by URI. */
export type Outlines = ReadonlyMap<string, Outline>;

/** When so many functions are no longer in their documents, and as many as there are, they are thrown out. */
const MOST_GONE = 1000;

export class CallIndex {
  private readonly live = new Map<string, Outline>();
  private readonly defined = new Map<string, OutlinedFunction[]>();
  private readonly callers = new Map<string, OutlinedFunction[]>();
  private size = 0;
  private gone = 0;
  private looks = 0;

  /** Takes what a document is now in the place of what it was. */
  set(uri: string, outline: Outline): void {
    const before = this.live.get(uri)?.functions;
    this.live.set(uri, outline);
    let kept = 0;
    for (const fn of outline.functions.keys()) {
      if (before?.has(fn)) kept++;
      else this.add(fn);
    }
    this.gone += (before?.size ?? 0) - kept;
    if (this.gone > MOST_GONE && this.gone > this.size / 2) this.rebuild();
  }

  private add(fn: OutlinedFunction): void {
    this.size++;
    for (const name of fn.names) put(this.defined, name, fn);
    for (const name of fn.calls) put(this.callers, name, fn);
  }

  private rebuild(): void {
    this.defined.clear();
    this.callers.clear();
    this.size = 0;
    this.gone = 0;
    for (const { functions } of this.live.values()) for (const fn of functions.keys()) this.add(fn);
  }

  /**
   * Which of some rules have sinks that calls of a document may lead to within some: by names alone, more than may
   * happen, not less.
   */
  sinksFrom({ functions }: Outline, within: Outlines, wanted: RuleMask): RuleMask {
    const look = this.lookAt(within);
    const names = new Set<string>();
    let found = 0;
    const see = (fn: OutlinedFunction): void => {
      if (fn.look !== look) return;
      fn.look = look + 1;
      const outline = within.get(fn.uri)!;
      found |= sinksIn(outline, outline.functions.get(fn)!) & wanted;
      for (const called of fn.calls) names.add(called);
    };
    for (const fn of functions.keys()) see(fn);
    for (const name of names) {
      // Most have been met long before all that may be called was seen.
      if (found === wanted) break;
      for (const fn of this.defined.get(name) ?? []) see(fn);
    }
    return found;
  }

  /** Functions from which a sink of some rules may be reached in the same way. */
  leadingTo(rules: RuleMask, within: Outlines): ReadonlySet<OutlinedFunction> {
    const look = this.lookAt(within);
    const leading = new Set<OutlinedFunction>();
    const lead = (fn: OutlinedFunction): void => {
      if (fn.look !== look) return;
      fn.look = look + 1;
      leading.add(fn);
    };
    for (const outline of within.values()) {
      if ((outline.sinks & rules) === 0) continue;
      for (const [fn, standing] of outline.functions) if ((sinksIn(outline, standing) & rules) !== 0) lead(fn);
    }
    const names = new Set<string>();
    for (const { names: own } of leading) {
      for (const name of own) {
        if (names.has(name)) continue;
        names.add(name);
        for (const fn of this.callers.get(name) ?? []) lead(fn);
      }
    }
    return leading;
  }

  /** Begins to look at functions, which are told by the number that is given: one may be in its document no more. */
  private lookAt(within: Outlines): number {
    this.looks += 2;
    for (const { functions } of within.values()) for (const fn of functions.keys()) fn.look = this.looks;
    return this.looks;
  }
}

function put(map: Map<string, OutlinedFunction[]>, name: string, fn: OutlinedFunction): void {
  const known = map.get(name);
  if (known) known.push(fn);
  else map.set(name, [fn]);
}
