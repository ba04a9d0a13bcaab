// The calls that every match of a pattern holds: code without one of them need not be compared.
import { targetLeaves } from "../semantics/variables";
import { Kind, Role } from "../tree/kinds";
import { childrenIn, type Tree } from "../tree/tree";
import { lowerBound } from "./area";
import type { MatchDocument } from "./document";
import { type Matching, NEVER, OPAQUE } from "./matching";
import type { PatternNode } from "./pattern";
import { calleeOf } from "./starts";

/** Parts in which a call is none: what is decorated with, types. */
const OTHERWISE: ReadonlySet<Role> = new Set([
  ...[Role.Decorator, Role.Modifier, Role.Type, Role.ReturnType, Role.TypeArgument, Role.TypeParameter],
]);

const known = new WeakMap<PatternNode, readonly string[]>();

/** The last names of the callees of the calls in a node. */
function calleesIn(node: PatternNode): readonly string[] {
  let names = known.get(node);
  if (!names) {
    const found = new Set<string>();
    collect(node, found);
    names = [...found];
    known.set(node, names);
  }
  return names;
}

function collect(node: PatternNode, found: Set<string>): void {
  if (node.type === "deep" && node.inner) return collect(node.inner, found);
  if (node.type !== "node" || node.kind === Kind.Import) return;
  const name = calleeOf(node);
  if (name !== undefined) found.add(name);
  for (const [role, parts] of node.places) if (!OTHERWISE.has(role)) for (const part of parts) collect(part, found);
}

/** Tells code that has some calls of every match from code that lacks one. */
export class HeldCalls {
  /** The rows of each call, in order. */
  private readonly calls: (readonly number[])[] = [];
  /** The rows that hold a call, or a name that may stand for one, of each call. */
  private readonly holders: ReadonlySet<number>[] = [];

  /** @param nodes of which a match has all */
  constructor({ document, options }: Matching, nodes: readonly PatternNode[]) {
    const looksThrough = options.symbolic_propagation || options.caveat_derived_names;
    for (const node of nodes) {
      for (const name of calleesIn(node)) {
        const atom = document.interner.find(name) || NEVER;
        const calls = document.callsNamed(atom);
        const holders = calls && looksThrough ? holdersOf(document, atom) : undefined;
        if (holders) this.holders.push(holders);
        else if (calls && !looksThrough) this.calls.push(calls);
      }
    }
  }

  /** Whether a row, or one below it, may be such a call of each. */
  mayBeIn(row: number, size: number): boolean {
    for (const calls of this.calls) {
      const at = lowerBound(calls, row);
      if (at >= calls.length || calls[at]! >= row + size) return false;
    }
    for (const holders of this.holders) if (!holders.has(row)) return false;
    return true;
  }
}

/** Where a name stands so often nearly everything holds it. */
const MOST_ROWS = 500;

const holdersByDocument = new WeakMap<MatchDocument, Map<number, ReadonlySet<number> | undefined>>();

/** The rows that are a name or hold it, or a name that may stand for what does; undefined where these are too many. */
function holdersOf(document: MatchDocument, atom: number): ReadonlySet<number> | undefined {
  let known = holdersByDocument.get(document);
  if (!known) {
    known = new Map();
    holdersByDocument.set(document, known);
  }
  if (!known.has(atom)) known.set(atom, findHolders(document, atom));
  return known.get(atom);
}

function findHolders(document: MatchDocument, atom: number): ReadonlySet<number> | undefined {
  const { tree, semantics } = document;
  const holders = new Set<number>();
  const given = new Set<number>();
  const next = [document.rowsNamed(atom)];
  for (let rows = next.pop(); rows; rows = next.pop()) {
    for (const from of rows) {
      for (let row = from; row >= 0 && !holders.has(row); row = tree.parent[row]!) {
        holders.add(row);
        if (holders.size > MOST_ROWS) return undefined;
        for (const leaf of givenNames(tree, row)) {
          const declared = semantics.declarationOf(leaf);
          if (declared < 0 || given.has(declared)) continue;
          given.add(declared);
          next.push(document.rowsNamed(tree.atom[leaf]!).filter((use) => semantics.declarationOf(use) === declared));
        }
      }
    }
  }
  return holders;
}

/** The names that may stand for a value, and those that are taken from it. */
function* givenNames(tree: Tree, value: number): Generator<number> {
  const role = tree.role[value];
  if (role !== Role.Init && role !== Role.Value && role !== Role.Iterable) return;
  const whole = tree.parent[value]!;
  for (const target of [...childrenIn(tree, whole, Role.Target), ...childrenIn(tree, whole, Role.Name)]) {
    for (const leaf of targetLeaves(tree, target)) if (leaf !== target || !OPAQUE.has(tree.kind[value]!)) yield leaf;
  }
}
