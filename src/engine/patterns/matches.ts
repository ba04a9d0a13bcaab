// The matches of one search, without repeats.
import type { Bindings, Match } from "./match";

/** Matches without repeats: of one range and the same places of bindings only one is kept. */
export class Matches {
  private readonly all: Match[] = [];
  private byHash: Map<number, Match[]> | undefined;

  add(start: number, end: number, bindings: Bindings): void {
    // Most searches find nothing.
    this.byHash ??= new Map();
    const hash = hashOf(start, end, bindings);
    const known = this.byHash.get(hash);
    if (known?.some((match) => match.start === start && match.end === end && samePlaces(match.bindings, bindings)))
      return;
    const match = { start, end, bindings: new Map(bindings) };
    this.all.push(match);
    if (known) known.push(match);
    else this.byHash.set(hash, [match]);
  }

  sorted(): readonly Match[] {
    return this.all.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/** Of the range and the places of the bindings, whatever the order in which these were made, so that equal matches meet. */
function hashOf(start: number, end: number, bindings: Bindings): number {
  let hash = Math.imul(start, 31) + end;
  for (const [name, binding] of bindings) {
    const place = Math.imul(binding.start, 961) + Math.imul(binding.end, 29791);
    // With its name, or all ways to hand the same rows to several metavariables would meet.
    hash += Math.imul(place, hashOfName(name));
  }
  return hash | 0;
}

function hashOfName(name: string): number {
  let hash = 1;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash, 31) + name.charCodeAt(i);
  return hash | 1;
}

function samePlaces(left: Bindings, right: Bindings): boolean {
  if (left.size !== right.size) return false;
  for (const [name, { start, end }] of left) {
    const other = right.get(name);
    if (!other || other.start !== start || other.end !== end) return false;
  }
  return true;
}
