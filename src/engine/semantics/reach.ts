// How far an edit reaches: the places in which it may change what names and expressions mean. Whatever stands outside them
// means what it meant before.
import type { Language } from "../languages/language";
import type { TreeChange } from "../tree/change";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";
import { type Area, Areas, type Found, isFunction, isIn, isWithin, type Rows } from "./areas";
import type { Imports, Path } from "./imports";
import type { Names } from "./names";
import { type Constant, sameConstant } from "./values";
import { type Atoms, isName, NOT_WRITTEN, type Variable } from "./variables";

/** What is known of the names of one of the two trees. */
export interface Known {
  readonly names: Names;
  readonly imports: Imports;
  /** The value that a variable has wherever it is read. */
  constantEverywhere(variable: Variable): Constant | undefined;
  constantOf(row: number): Constant | undefined;
}

/** What an edit reaches, in order. */
export interface Reached {
  readonly areas: readonly Area[];
  /** Names outside them stand for the same code too: none for a value that holds something of an area. */
  readonly keepsValues: boolean;
}

/** An edit that reaches more places than this reaches all. */
const MOST_AREAS = 32;

/** Undefined where it is not known. */
export function reachOf(
  change: TreeChange,
  language: Language,
  atoms: Atoms,
  before: Known,
  after: Known,
): Reached | undefined {
  const [left, right] = [before.imports.wildcards, after.imports.wildcards];
  if (left.length !== right.length || !left.every((path, i) => samePath(path, right[i]))) return undefined;
  return new Reach(change, language, atoms, before, after).reached();
}

const NO_KINDS: readonly number[] = [];

class Reach {
  private readonly tree: Tree;
  private readonly old: Tree;
  private readonly areas: Areas;
  private keepsValues = true;
  /** By id of a new variable: 1 + the id of the former one that it is, -1 where it is not known to be one, 0 unasked. */
  private readonly same: Int32Array;
  /** `this`, where its fields may be constants that are no names. */
  private readonly receiver: number;
  /** Variables, by id now and as it was, to which statements that are areas give values, and atoms of what they declare. */
  private rewritten: ReadonlySet<number> = NONE;
  private rewrittenOld: ReadonlySet<number> = NONE;
  private declared: ReadonlySet<number> = NONE;

  constructor(
    private readonly change: TreeChange,
    private readonly language: Language,
    atoms: Atoms,
    private readonly before: Known,
    private readonly after: Known,
  ) {
    this.tree = change.after.tree;
    this.old = change.before.tree;
    this.areas = new Areas(change, language);
    this.same = new Int32Array(after.names.variables.length);
    const { folding, scoping } = language;
    this.receiver = folding.receiver !== undefined && !scoping.membersAreNames ? atoms.find(folding.receiver) : -1;
  }

  reached(): Reached | undefined {
    if (!this.areas.addHome()) return undefined;
    for (;;) {
      const { found } = this;
      if (found.length > MOST_AREAS || found.some((area) => this.declaresClass(area))) return undefined;
      if (!this.spread()) return undefined;
      if (this.found === found) return { areas: found, keepsValues: this.keepsValues };
    }
  }

  private get found(): readonly Found[] {
    return this.areas.found;
  }

  /** Where the types of fields are looked up by their names alone, wherever their classes stand, or sizes are. */
  private declaresClass({ inner: [now, old] }: Found): boolean {
    const { types, memory } = this.language;
    const kinds = memory ? memory.sizing : types?.fieldsByName ? [Kind.Class] : NO_KINDS;
    if (kinds.length === 0) return false;
    const holds = (tree: Tree, { from, to }: Rows): boolean => {
      const rows = tree.kind.subarray(from, to);
      return kinds.some((kind) => rows.includes(kind));
    };
    return holds(this.tree, now) || holds(this.old, old);
  }

  /** Adds what uses something that changed its meaning; false where that is not possible. */
  private spread(): boolean {
    this.same.fill(0);
    this.keepsValues = true;
    this.noteStatements();
    const fields = this.writtenFields();
    const { tree, found } = this;
    let next = 0;
    for (let row = 0; row < tree.length; row++) {
      while (next < found.length && (found[next]!.from < row || found[next]!.from >= found[next]!.to)) next++;
      if (next < found.length && found[next]!.from === row) {
        if (tree.kind[row] !== Kind.Function && this.givesValues(found[next]!)) this.keepsValues = false;
        row = found[next]!.to - 1;
        continue;
      }
      const kind = tree.kind[row]!;
      const isNew = isName(kind)
        ? this.isDeclaredAnew(row) || !this.meansTheSame(row)
        : kind === Kind.Member && this.readsAnew(row, fields);
      if (isNew && !this.areas.add(row)) return false;
    }
    return true;
  }

  /** What statements that are areas declare, and to what they give values: the flow of the file goes on behind them. */
  private noteStatements(): void {
    const statements = this.found.filter(({ isFunction }) => !isFunction);
    if (statements.length === 0) return;
    const [rewritten, rewrittenOld, declared] = [new Set<number>(), new Set<number>(), new Set<number>()];
    for (const { inner } of statements) {
      for (const [tree, { names }, { from, to }, written] of [
        [this.tree, this.after, inner[0], rewritten],
        [this.old, this.before, inner[1], rewrittenOld],
      ] as const) {
        for (let row = from; row < to; row++) {
          if (!isName(tree.kind[row]!)) continue;
          if (names.written[row] !== NOT_WRITTEN && names.variableOf[row]! >= 0) written.add(names.variableOf[row]!);
          if (tree.role[row] === Role.Name && DECLARING.has(tree.kind[tree.parent[row]!]!))
            declared.add(tree.atom[row]!);
        }
      }
    }
    this.rewritten = rewritten;
    this.rewrittenOld = rewrittenOld;
    this.declared = declared;
  }

  /** Whether a name is one of a member, and a statement that is an area declares such a one. */
  private isDeclaredAnew(row: number): boolean {
    return this.declared.size > 0 && this.tree.role[row] === Role.Property && this.declared.has(this.tree.atom[row]!);
  }

  /** Whether something around a function, or in a statement, is a value that names elsewhere may stand for. */
  private givesValues({ from, to, inner: [{ from: body, to: bodyEnd }], isFunction: hasBody }: Found): boolean {
    const { tree, after } = this;
    for (let row = from; row < to; row++) {
      if (hasBody && row === body) {
        row = bodyEnd - 1;
        continue;
      }
      const value = after.names.written[row]!;
      if (value > 0 && !isFunction(tree, value)) return true;
    }
    return false;
  }

  private meansTheSame(row: number): boolean {
    const old = this.change.oldRow(row);
    if (old < 0) return false;
    const value = this.after.names.written[row]!;
    if (value > 0 && !isFunction(this.tree, value)) this.keepsValues &&= !this.meets(value);
    const id = this.after.names.variableOf[row]!;
    const was = this.before.names.variableOf[old]!;
    if (id < 0 || was < 0) return id === was;
    if (this.same[id] === 0) this.same[id] = this.isSame(id, was) ? was + 1 : -1;
    return this.same[id] === was + 1;
  }

  private isSame(id: number, was: number): boolean {
    const { before, after, change } = this;
    const now = after.names.variables[id]!;
    const old = before.names.variables[was]!;
    if (now.value < 0 && now.writes === 1 && !now.defined)
      this.keepsValues &&= !this.meets(this.declarationOf(now.row));
    if (this.rewritten.has(id) || this.rewrittenOld.has(was)) return false;
    if (change.oldRow(now.row) !== old.row || change.oldRow(now.unit) !== old.unit || this.isInBody(now.row))
      return false;
    if (!sameFlags(now, old) || now.value < 0 !== old.value < 0 || !this.hasSameValue(now, old)) return false;
    if (after.imports.repeated.has(id) || before.imports.repeated.has(was)) return false;
    if (!samePath(after.imports.defaults.get(id), before.imports.defaults.get(was))) return false;
    return samePath(after.imports.paths.get(id), before.imports.paths.get(was));
  }

  private hasSameValue(now: Variable, old: Variable): boolean {
    // Of several values none is known anywhere but where it flows.
    if (now.value < 0 || now.writes !== 1) return true;
    const isKept = this.change.oldRow(now.value) === old.value;
    if (isKept && !this.isInBody(now.value)) return true;
    this.keepsValues = false;
    // A regular expression counts as what it says wherever its name stands.
    if (this.tree.kind[now.value] === Kind.Regex || this.change.before.tree.kind[old.value] === Kind.Regex)
      return false;
    const [one, other] = [this.after.constantEverywhere(now), this.before.constantEverywhere(old)];
    return one && other ? sameConstant(one, other) : one === other;
  }

  /** The statement that declares a name, where it is more than a definition. */
  private declarationOf(name: number): number {
    const { tree } = this;
    let row = name;
    while (row > 0 && tree.role[row] !== Role.Statement && tree.role[row] !== Role.Member) row = tree.parent[row]!;
    return tree.kind[row] === Kind.Function || tree.kind[row] === Kind.Class ? -1 : row;
  }

  /** Whether a row lies in a function reached or holds one. */
  private meets(row: number): boolean {
    if (row <= 0) return false;
    for (const area of this.found) if (isIn(row, area) || isWithin(this.tree, area.from, row)) return true;
    return false;
  }

  private isInBody(row: number): boolean {
    for (const { inner } of this.found) if (isIn(row, inner[0])) return true;
    return false;
  }

  /** Atoms of the fields that the functions write, or wrote. */
  private writtenFields(): ReadonlySet<number> {
    const written = new Set<number>();
    if (this.receiver < 0) return written;
    for (const { inner } of this.found) {
      for (const [each, { from, to }] of [
        [this.tree, inner[0]],
        [this.old, inner[1]],
      ] as const) {
        for (let row = from; row < to; row++) {
          const isTarget = each.role[row] === Role.Target || each.role[row] === Role.Operand;
          if (isTarget && each.kind[row] === Kind.Member) written.add(this.ownField(each, row));
        }
      }
    }
    return written.size > 0 ? new Set(this.declaredFields().filter((atom) => written.has(atom))) : written;
  }

  /** What only methods assign is no field. */
  private declaredFields(): readonly number[] {
    const { tree } = this;
    const found: number[] = [];
    for (let row = 0; row < tree.length; row++) {
      const name = tree.kind[row] === Kind.Field ? childIn(tree, row, Role.Name) : -1;
      if (name >= 0) found.push(tree.atom[name]!);
    }
    return found;
  }

  /** Whether a row reads a field whose value is another constant than it was. */
  private readsAnew(row: number, fields: ReadonlySet<number>): boolean {
    if (fields.size === 0 || !fields.has(this.ownField(this.tree, row))) return false;
    const old = this.change.oldRow(row);
    if (old < 0) return true;
    const [now, before] = [this.after.constantOf(row), this.before.constantOf(old)];
    return now && before ? !sameConstant(now, before) : now !== before;
  }

  /** The atom of `x` in `this.x`, or -1. */
  private ownField(tree: Tree, row: number): number {
    const object = childIn(tree, row, Role.Object);
    const property = childIn(tree, row, Role.Property);
    const isOwn = object >= 0 && property >= 0 && tree.atom[object] === this.receiver;
    return isOwn && tree.kind[object] === Kind.Identifier ? tree.atom[property]! : -1;
  }
}

const NONE: ReadonlySet<number> = new Set();

/** Kinds of rows whose names are looked up as members. */
const DECLARING: ReadonlySet<number> = new Set([Kind.Field, Kind.Function, Kind.Class, Kind.TypeAlias]);

function samePath(left: Path | undefined, right: Path | undefined): boolean {
  if (!left || !right) return left === right;
  return left.length === right.length && left.every((part, i) => part === right[i]);
}

/** Without their numbers and rows; asked of each variable at each edit. */
function sameFlags(left: Variable, right: Variable): boolean {
  return (
    left.module === right.module &&
    left.member === right.member &&
    left.implicit === right.implicit &&
    left.imported === right.imported &&
    left.defined === right.defined &&
    left.constant === right.constant &&
    left.writes === right.writes &&
    left.escapes === right.escapes &&
    left.field === right.field &&
    left.closed === right.closed &&
    left.late === right.late
  );
}
