// The state of one search: the document, the bindings made so far, the steps left. The matcher's parts are functions
// over it, written in continuation-passing style: a function calls `next` once for each way in which it holds, and takes
// its bindings back when `next` returns. Sequencing is nesting, alternatives are calls one after the other.

import type { Regex, RegexEngine } from "../regex";
import type { Constant } from "../semantics/values";
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { MatchDocument } from "./document";
import { type Accepts, type Binding, type Bindings, rowsOf } from "./match";
import type { PatternOptions } from "./options";
import type { CompiledPattern, PatternNode } from "./pattern";

export type Next = () => void;

/** Thrown when a search has used its steps up. */
export class StepLimit extends Error {}

export class Matching {
  readonly bindings = new Map<string, Binding>();
  /** Taken so far. */
  steps = 0;
  /** How often what would have matched was not wanted. */
  refused = 0;
  /** Names being looked through; each counts once, so that `x = x` ends. */
  private through: Set<number> | undefined;

  /**
   * @param pattern what is searched
   * @param atoms the document's atom by textId of the pattern, NEVER where the text does not occur
   * @param limit counted steps after which StepLimit is thrown
   * @param wanted what may be bound, where it is known before
   */
  constructor(
    readonly document: MatchDocument,
    private readonly pattern: CompiledPattern,
    readonly atoms: Int32Array,
    private readonly regexes: RegexEngine,
    private readonly limit: number,
    outer?: Bindings,
    private readonly wanted?: Accepts,
  ) {
    if (outer) for (const [name, binding] of outer) this.bindings.set(name, binding);
  }

  get options(): PatternOptions {
    return this.pattern.options;
  }

  /** The pattern's last `...` takes any number of statements. */
  get isOpen(): boolean {
    return this.pattern.open;
  }

  /** The value that a row is known to have, where the rule lets constants be propagated. */
  constantOf(row: number): Constant | undefined {
    return this.options.constant_propagation ? this.document.semantics.constantOf(row) : undefined;
  }

  step(): void {
    if (++this.steps > this.limit) throw new StepLimit();
  }

  /** The regular expression of a `"=~/re/"`. */
  regexOf(node: PatternNode): Regex {
    return compiledRegex(this.regexes, node);
  }

  /** Where symbolic propagation is on: calls `next` with the row of the value that a name stands for, if it is one. */
  throughName(row: number, next: (value: number) => void): void {
    const { options } = this;
    if (!options.symbolic_propagation) return;
    this.through ??= new Set();
    if (this.through.has(row) || this.through.size >= DEEPEST) return;
    const value = symbolicValue(this.document, row, options);
    if (value < 0) return;
    this.through.add(row);
    next(value);
    this.through.delete(row);
  }

  /** Whether a row's leaf text or variant is what the pattern says. */
  sameText(node: PatternNode, row: number): boolean {
    const atom = this.document.tree.atom[row];
    return atom === this.atoms[node.textId] || (node.other !== undefined && atom === this.atoms[node.other.textId]);
  }

  bind(name: string, binding: Binding, next: Next): void {
    if (name === "$_" || name === "") return next();
    const prior = this.bindings.get(name);
    if (prior) {
      if (sameBinding(this.document, prior, binding, this.options.unify_ids_strictly)) next();
      return;
    }
    if (this.wanted && !this.wanted.accepts(name, binding)) {
      this.refused++;
      return;
    }
    this.bindings.set(name, binding);
    next();
    this.bindings.delete(name);
  }

  bindRow(name: string, row: number, next: Next): void {
    const prior = this.bindings.get(name);
    // Most candidates fail here, so nothing is made for them.
    const strict = this.options.unify_ids_strictly;
    if (prior?.kind === "node" && prior.row !== row && !sameNodes(this.document, prior.row, row, strict)) return;
    this.bind(name, this.rowBinding(row), next);
  }

  /** Atom of the name that a metavariable is bound to; NEVER where it is bound to none, or a name may match otherwise. */
  boundName(name: string): number {
    const binding = this.pattern.options.symbolic_propagation ? undefined : this.bindings.get(name);
    const { tree } = this.document;
    if (binding?.kind !== "node" || !isName(tree.kind[binding.row]!)) return NEVER;
    return tree.atom[binding.row]!;
  }

  rowBinding(row: number): Binding {
    const { tree, text } = this.document;
    const start = tree.start[row]!;
    const end = tree.end[row]!;
    return { kind: "node", start, end, row, count: 1, text: text.slice(start, end) };
  }

  /** `$...X` over rows[from, to); an empty one stands where the list goes on. */
  listBinding(rows: readonly number[], from: number, to: number, place: number): Binding {
    const { tree, text } = this.document;
    if (from === to) return { kind: "rows", start: place, end: place, row: -1, count: 0, text: "" };
    const start = tree.start[rows[from]!]!;
    const end = tree.end[rows[to - 1]!]!;
    const binding: Binding = {
      kind: "rows",
      start,
      end,
      row: rows[from]!,
      count: to - from,
      text: text.slice(start, end),
    };
    const together = rows.slice(from + 1, to).every((row, i) => row === rows[from + i]! + tree.size[rows[from + i]!]!);
    return together ? binding : { ...binding, apart: rows.slice(from, to) };
  }
}

const regexesOf = new WeakMap<RegexEngine, WeakMap<PatternNode, Regex>>();

/** Compiled once, for what it found in a text is kept with it. */
function compiledRegex(engine: RegexEngine, node: PatternNode): Regex {
  let known = regexesOf.get(engine);
  if (!known) {
    known = new WeakMap();
    regexesOf.set(engine, known);
  }
  let regex = known.get(node);
  if (!regex) {
    const { source, flags } = node.regex!;
    const inline = [...flags].filter((flag) => "imsx".includes(flag)).join("");
    regex = engine.compile(inline ? `(?${inline})${source}` : source);
    known.set(node, regex);
  }
  return regex;
}

/** Atom of a text that does not occur in the document; no row has it. */
export const NEVER = -1;

/** Names that one match may look through. */
const DEEPEST = 50;

/** What a name may stand for: not functions, arrays and choices between values (RULE-LANGUAGE §2.8). */
export const OPAQUE: ReadonlySet<number> = new Set([
  Kind.Lambda,
  Kind.Function,
  Kind.Class,
  Kind.Array,
  Kind.Conditional,
]);

function symbolicValue({ tree, semantics }: MatchDocument, row: number, options: PatternOptions): number {
  if (tree.kind[row] !== Kind.Identifier) return -1;
  // Our own option looks through names that are given one value, whatever loops stand between.
  const once = options.caveat_derived_names ? semantics.initialiserOf(row) : -1;
  const value = once >= 0 ? once : semantics.symbolOf(row);
  if (value < 0) return options.caveat_derived_names ? semantics.takenFrom(row) : -1;
  if (tree.kind[value] === Kind.Await && !options.caveat_derived_names) return -1;
  return OPAQUE.has(tree.kind[value]!) ? -1 : value;
}

/** Equality of two bindings: structural, positions aside; names must also mean the same where both are resolved. */
export function sameBinding(document: MatchDocument, left: Binding, right: Binding, strict = true): boolean {
  if (left.kind === "node" && right.kind === "node") {
    return sameNodes(document, left.row, right.row, strict);
  }
  if (left.kind === "rows" && right.kind === "rows") return sameLists(document, left, right, strict);
  return left.text === right.text && !isDeclared(document, left) && !isDeclared(document, right);
}

/** A name whose declaration is known is no text, but for that of a function or class where it is no variable. */
function isDeclared(document: MatchDocument, { kind, row }: Binding): boolean {
  const { tree, language } = document;
  if (kind !== "node" || row < 0 || !isName(tree.kind[row]!)) return false;
  const declared = meant(document, row);
  if (declared < 0 || tree.role[declared] !== Role.Name || language.scoping.functionsAreVariables) return declared >= 0;
  const owner = tree.kind[tree.parent[declared]!];
  return owner !== Kind.Function && owner !== Kind.Class;
}

/** The declaration that a name means; -1 where it is known by its spelling, as what takes the rest of the arguments is. */
function meant({ tree, interner, semantics, language }: MatchDocument, row: number): number {
  const declared = semantics.identityOf(row);
  if (declared < 0) return -1;
  const owner = tree.parent[declared]!;
  if (tree.kind[owner] === Kind.Parameter) return REST.has(interner.text(tree.atom[owner]!)) ? -1 : declared;
  const around = tree.kind[tree.parent[owner]!]!;
  const isGiven = tree.kind[owner] !== Kind.Tuple || around === Kind.Variable || around === Kind.Assign;
  return language.scoping.partsAreSpelt?.includes(tree.kind[owner]!) && isGiven ? -1 : declared;
}

const REST: ReadonlySet<string> = new Set(["...", "*", "**", "&"]);

/** A cast of either counts as what it casts. */
function sameNodes(document: MatchDocument, left: number, right: number, strict: boolean): boolean {
  const [one, other] = [uncast(document, left), uncast(document, right)];
  return sameRows(document, one, other, strict) || sameConstant(document, one, other);
}

function uncast({ tree, interner }: MatchDocument, row: number): number {
  let at = row;
  while (at >= 0 && tree.kind[at] === Kind.Cast && interner.text(tree.atom[at]!) === "as")
    at = childIn(tree, at, Role.Value);
  return at < 0 ? row : at;
}

function sameLists(document: MatchDocument, left: Binding, right: Binding, strict: boolean): boolean {
  if (left.count !== right.count) return false;
  const others = rowsOf(right, document.tree.size);
  return rowsOf(left, document.tree.size).every((row, i) => sameRows(document, row, others[i]!, strict));
}

/** @param strict names must mean the same too, where both are known to mean something */
function sameRows(document: MatchDocument, left: number, right: number, strict: boolean): boolean {
  const { tree } = document;
  if (left === right) return true;
  const size = tree.size[left]!;
  if (size === 1 && tree.size[right] === 1) {
    if (tree.atom[left] !== tree.atom[right]) return false;
    const names = Number(isName(tree.kind[left]!)) + Number(isName(tree.kind[right]!));
    // A key may be written as a name or as a string.
    if (names === 1) return tree.role[left] === Role.Key && tree.role[right] === Role.Key;
    if (names === 0) return tree.kind[left] === tree.kind[right];
  }
  if (tree.size[right] !== size) return false;
  for (let i = 0; i < size; i++) {
    const [one, other] = [left + i, right + i];
    if (tree.atom[one] !== tree.atom[other]) return false;
    // A name alone may be a declaration or a use; within more code the two are different (`{a}` as a pattern and a value).
    if (size > 1 && tree.kind[one] !== tree.kind[other]) return false;
    if (isName(tree.kind[one]!) && isName(tree.kind[other]!)) {
      const declaration = strict ? meant(document, one) : -1;
      if (declaration < 0) continue;
      const second = meant(document, other);
      if (second >= 0 && second !== declaration) return false;
    } else if (tree.kind[one] !== tree.kind[other]) return false;
    if (i > 0 && (tree.role[one] !== tree.role[other] || tree.size[one] !== tree.size[other])) return false;
  }
  return true;
}

/** A literal equals a variable known to hold that literal. */
function sameConstant({ tree, semantics }: MatchDocument, left: number, right: number): boolean {
  const literal = (row: number): boolean => tree.kind[row] === Kind.String || tree.kind[row] === Kind.Number;
  const numbers = tree.kind[left] === Kind.Number && tree.kind[right] === Kind.Number;
  if (literal(left) === literal(right) && !numbers) return false;
  const one = semantics.constantOf(left);
  const other = semantics.constantOf(right);
  return (
    one !== undefined &&
    other !== undefined &&
    one.type === other.type &&
    "value" in one &&
    "value" in other &&
    one.value === other.value
  );
}

const isName = (kind: number): boolean => kind === Kind.Identifier || kind === Kind.Name;
