// Where patterns can begin, told for many of them at once.
import { type Span, someWithin } from "./area";
import type { MatchDocument } from "./document";
import type { CompiledPattern } from "./pattern";
import { calleeOf, kindsBegun, kindsIn } from "./starts";

/** What one of some patterns can begin with. */
export interface Beginnings {
  /** Nothing is known of one of them. */
  readonly anywhere: boolean;
  readonly kinds: ReadonlySet<number>;
  /** Calls of what has one of these names, as its last. */
  readonly calls: ReadonlySet<string>;
}

export const ANYWHERE: Beginnings = { anywhere: true, kinds: new Set(), calls: new Set() };

export function beginningsOf(shape: CompiledPattern["shape"], options: CompiledPattern["options"]): Beginnings {
  const call = shape.type === "node" ? calleeOf(shape.root) : undefined;
  if (call !== undefined) return { anywhere: false, kinds: new Set(), calls: new Set([call]) };
  const kinds = kindsBegun(shape, options);
  return kinds ? { anywhere: false, kinds: new Set(kinds), calls: new Set() } : ANYWHERE;
}

export function anyOf(all: readonly Beginnings[]): Beginnings {
  return {
    anywhere: all.some(({ anywhere }) => anywhere),
    kinds: new Set(all.flatMap(({ kinds }) => [...kinds])),
    calls: new Set(all.flatMap(({ calls }) => [...calls])),
  };
}

/** Some rows of a document, and what of patterns they can be the beginning of. */
export class Rows {
  private readonly kinds: ReadonlySet<number>;

  constructor(
    private readonly document: MatchDocument,
    private readonly spans: readonly Span[],
  ) {
    this.kinds = kindsIn(document.tree, spans);
  }

  get size(): number {
    return this.spans.reduce((size, { from, to }) => size + to - from, 0);
  }

  /** Whether one of the patterns may begin here. */
  mayBegin({ anywhere, kinds, calls }: Beginnings): boolean {
    if (anywhere) return true;
    for (const kind of kinds) if (this.kinds.has(kind)) return true;
    for (const name of calls) if (this.holdsCall(name)) return true;
    return false;
  }

  private holdsCall(name: string): boolean {
    const { document, spans } = this;
    const atom = document.interner.find(name);
    if (atom <= 0) return false;
    const rows = document.callsNamed(atom);
    return !rows || someWithin(rows, spans);
  }
}
