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

  /** Rules with sinks that calls of a document may lead to within some: by names alone, more than may happen, not less. */
  sinksFrom({ functions }: Outline, within: Outlines): RuleMask {
    const names = new Set<string>();
    const seen = new Set<OutlinedFunction>();
    let found = 0;
    const see = (fn: OutlinedFunction): void => {
      const outline = within.get(fn.uri);
      const standing = outline?.functions.get(fn);
      // It may be in its document no more.
      if (!standing || seen.has(fn)) return;
      seen.add(fn);
      found |= sinksIn(outline!, standing);
      for (const called of fn.calls) names.add(called);
    };
    for (const fn of functions.keys()) see(fn);
    for (const name of names) for (const fn of this.defined.get(name) ?? []) see(fn);
    return found;
  }

  /** Functions from which a sink of some rules may be reached in the same way. */
  leadingTo(rules: RuleMask, within: Outlines): ReadonlySet<OutlinedFunction> {
    const leading = new Set<OutlinedFunction>();
    for (const outline of within.values()) {
      if ((outline.sinks & rules) === 0) continue;
      for (const [fn, standing] of outline.functions) if ((sinksIn(outline, standing) & rules) !== 0) leading.add(fn);
    }
    const names = new Set<string>();
    for (const { names: own } of leading) {
      for (const name of own) {
        if (names.has(name)) continue;
        names.add(name);
        for (const fn of this.callers.get(name) ?? []) if (within.get(fn.uri)?.functions.has(fn)) leading.add(fn);
      }
    }
    return leading;
  }
}

function put(map: Map<string, OutlinedFunction[]>, name: string, fn: OutlinedFunction): void {
  const known = map.get(name);
  if (known) known.push(fn);
  else map.set(name, [fn]);
}
