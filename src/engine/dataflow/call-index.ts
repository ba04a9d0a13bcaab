// The functions of all documents that are known, by their names and by the names of what they call.
import type { Outline, OutlinedFunction } from "./outline";
import type { RuleMask } from "./taints";

/** When so many outlines are no longer those of their documents, they are thrown out. */
const MOST_GONE = 100;

export class CallIndex {
  private readonly live = new Set<Outline>();
  private readonly defined = new Map<string, OutlinedFunction[]>();
  private readonly callers = new Map<string, OutlinedFunction[]>();
  private gone = 0;

  add(outline: Outline): void {
    this.live.add(outline);
    for (const fn of outline.functions) {
      for (const name of fn.names) put(this.defined, name, fn);
      for (const name of fn.calls) put(this.callers, name, fn);
    }
  }

  delete(outline: Outline): void {
    this.live.delete(outline);
    if (++this.gone < MOST_GONE) return;
    this.gone = 0;
    this.defined.clear();
    this.callers.clear();
    for (const each of this.live) this.add(each);
  }

  /** Rules with sinks that calls of a document may lead to within some: by names alone, more than may happen, not less. */
  sinksFrom({ functions }: Outline, within: ReadonlySet<Outline>): RuleMask {
    const [whole] = functions;
    const seen = new Set<OutlinedFunction>(functions);
    const names = new Set(whole!.calls);
    let found = whole!.sinks;
    for (const name of names) {
      for (const fn of this.defined.get(name) ?? []) {
        if (seen.has(fn) || !within.has(fn.outline)) continue;
        seen.add(fn);
        found |= fn.sinks;
        for (const called of fn.calls) names.add(called);
      }
    }
    return found;
  }

  /** Functions from which a sink of some rules may be reached in the same way. */
  leadingTo(rules: RuleMask, within: ReadonlySet<Outline>): ReadonlySet<OutlinedFunction> {
    const leading = new Set<OutlinedFunction>();
    for (const { functions } of within) {
      if ((functions[0]!.sinks & rules) === 0) continue;
      for (const fn of functions) if ((fn.sinks & rules) !== 0) leading.add(fn);
    }
    const names = new Set<string>();
    for (const { names: own } of leading) {
      for (const name of own) {
        if (names.has(name)) continue;
        names.add(name);
        for (const fn of this.callers.get(name) ?? []) if (within.has(fn.outline)) leading.add(fn);
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
