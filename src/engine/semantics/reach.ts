// How far an edit reaches: the functions in which it may change what names and expressions mean. Whatever stands outside
// them means what it meant before.
import type { Language } from "../languages/language";
import type { TreeChange } from "../tree/change";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";
import type { Imports, Path } from "./imports";
import type { Names } from "./names";
import { type Constant, sameConstant } from "./values";
import { type Atoms, isName, type Variable } from "./variables";

/** What is known of the names of one of the two trees. */
export interface Known {
  readonly names: Names;
  readonly imports: Imports;
  /** The value that a variable has wherever it is read. */
  constantEverywhere(variable: Variable): Constant | undefined;
}

/** A function in which things may mean something else, or the statement that it is nearly all of; rows of the new tree. */
export interface Area {
  readonly row: number;
  /** The body of the function: nothing outside it is new. */
  readonly body: number;
}

/** The functions that an edit reaches, in order. */
export interface Reached {
  readonly areas: readonly Area[];
  /** Names outside them stand for the same code too: none for a value that holds something of a function reached. */
  readonly keepsValues: boolean;
}

/** An edit that reaches more functions than this reaches all. */
const MOST_AREAS = 32;

/** Undefined where it is not known: the edit touches what stands outside functions, or changes what is seen there. */
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

class Reach {
  private readonly tree: Tree;
  private found: readonly Area[] = [];
  private keepsValues = true;
  /** By id of a new variable: 1 + the id of the former one that it is, -1 where it is not known to be one, 0 unasked. */
  private readonly same: Int32Array;
  /** `this`, where its fields may be constants that are no names. */
  private readonly receiver: number;

  constructor(
    private readonly change: TreeChange,
    private readonly language: Language,
    atoms: Atoms,
    private readonly before: Known,
    private readonly after: Known,
  ) {
    this.tree = change.after.tree;
    this.same = new Int32Array(after.names.variables.length);
    const { folding, scoping } = language;
    this.receiver = folding.receiver !== undefined && !scoping.membersAreNames ? atoms.find(folding.receiver) : -1;
  }

  reached(): Reached | undefined {
    if (!this.add(this.home())) return undefined;
    for (;;) {
      const { found } = this;
      if (found.length > MOST_AREAS || found.some((area) => this.declaresClass(area))) return undefined;
      if (!this.spread()) return undefined;
      if (this.found === found) return { areas: found, keepsValues: this.keepsValues };
    }
  }

  /** The function whose body holds all that is new, 0 where there is none. */
  private home(): number {
    const { tree } = this;
    const { front, back, start, oldEnd, newEnd, before } = this.change;
    const sides = [
      { tree: before.tree, to: before.tree.length - back, end: oldEnd },
      { tree, to: tree.length - back, end: newEnd },
    ];
    let row = Math.max(0, front - 1);
    for (const side of sides) {
      for (let at = front; at < side.to; at++) row = Math.min(row, Math.max(0, side.tree.parent[at]!));
    }
    const holds = (function_: number): boolean =>
      sides.every((side) => {
        const body = bodyOf(side.tree, function_);
        if (body < 0 || side.tree.start[body]! > start || side.tree.end[body]! < side.end) return false;
        return front === side.to || (body <= front && side.to <= body + side.tree.size[body]!);
      });
    while (row > 0 && !holds(row)) row = tree.parent[row]!;
    return row;
  }

  /** Adds the function whose body holds a row, or which it is; false where there is none. */
  private add(row: number): boolean {
    const { tree } = this;
    for (let at = row; at > 0; at = tree.parent[at]!) {
      const body = bodyOf(tree, at);
      if (body < 0 || (at !== row && !isWithin(tree, row, body)) || !this.isApart(at)) continue;
      if (this.found.some((other) => isWithin(tree, body, other.body))) return true;
      const area = { row: this.statementOf(at), body };
      const others = this.found.filter((other) => !isWithin(tree, other.row, body));
      this.found = [...others, area].sort((a, b) => a.row - b.row);
      return true;
    }
    return false;
  }

  /** Whether what a function's body says changes nothing that is known in the function around it. */
  private isApart(row: number): boolean {
    const { tree } = this;
    return !this.language.scoping.lambdasShare || tree.kind[row] !== Kind.Lambda;
  }

  /** The statement that is little more than a lambda: patterns name what stands around one. */
  private statementOf(row: number): number {
    const { tree } = this;
    if (tree.kind[row] !== Kind.Lambda) return row;
    let at = row;
    while (at > 0 && tree.role[at] !== Role.Statement && tree.role[at] !== Role.Member) at = tree.parent[at]!;
    return at > 0 && tree.size[at]! <= 64 + 1.5 * tree.size[row]! ? at : row;
  }

  /** Where the types of fields are looked up by their names alone, wherever their classes stand. */
  private declaresClass({ body }: Area): boolean {
    const { tree, change, language } = this;
    if (!language.types?.fieldsByName) return false;
    const old = change.before.tree;
    const holds = (each: Tree, from: number): boolean =>
      each.kind.subarray(from, from + each.size[from]!).includes(Kind.Class);
    return holds(tree, body) || holds(old, this.oldBody(body));
  }

  /** Bodies may be new themselves, as one of Python is where its first statement is; the function is not. */
  private oldBody(body: number): number {
    return bodyOf(this.change.before.tree, this.change.oldRow(this.tree.parent[body]!));
  }

  /** Adds the functions that use what changed its meaning; false where something else does. */
  private spread(): boolean {
    this.same.fill(0);
    this.keepsValues = true;
    const fields = this.writtenFields();
    const { tree, found } = this;
    let next = 0;
    for (let row = 0; row < tree.length; row++) {
      while (next < found.length && found[next]!.row < row) next++;
      if (next < found.length && found[next]!.row === row) {
        if (tree.kind[row] !== Kind.Function && this.givesValues(found[next]!)) this.keepsValues = false;
        row += tree.size[row]! - 1;
        continue;
      }
      const kind = tree.kind[row]!;
      const isNew = isName(kind) ? !this.meansTheSame(row) : kind === Kind.Member && this.readsField(row, fields);
      if (isNew && !this.add(row)) return false;
    }
    return true;
  }

  /** Whether something in the statement around a lambda is a value that names elsewhere may stand for. */
  private givesValues({ row: statement, body }: Area): boolean {
    const { tree, after } = this;
    for (let row = statement; row < statement + tree.size[statement]!; row++) {
      if (row === body) {
        row += tree.size[body]! - 1;
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
    const [now, old] = [after.names.variables[id]!, before.names.variables[was]!];
    if (now.value < 0 && now.writes === 1 && !now.defined)
      this.keepsValues &&= !this.meets(this.declarationOf(now.row));
    if (change.oldRow(now.row) !== old.row || change.oldRow(now.unit) !== old.unit || this.isInBody(now.row))
      return false;
    if (!sameFlags(now, old) || now.value < 0 !== old.value < 0 || !this.hasSameValue(now, old)) return false;
    if (after.imports.repeated.has(id) || before.imports.repeated.has(was)) return false;
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
    return this.found.some((area) => isWithin(this.tree, row, area.row) || isWithin(this.tree, area.row, row));
  }

  private isInBody(row: number): boolean {
    return this.found.some(({ body }) => isWithin(this.tree, row, body));
  }

  /** Atoms of the fields that the functions write, or wrote. */
  private writtenFields(): ReadonlySet<number> {
    const written = new Set<number>();
    if (this.receiver < 0) return written;
    for (const { body } of this.found) {
      for (const [each, from] of [
        [this.tree, body],
        [this.change.before.tree, this.oldBody(body)],
      ] as const) {
        for (let row = from; row < from + each.size[from]!; row++) {
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

  private readsField(row: number, fields: ReadonlySet<number>): boolean {
    return fields.size > 0 && fields.has(this.ownField(this.tree, row));
  }

  /** The atom of `x` in `this.x`, or -1. */
  private ownField(tree: Tree, row: number): number {
    const object = childIn(tree, row, Role.Object);
    const property = childIn(tree, row, Role.Property);
    const isOwn = object >= 0 && property >= 0 && tree.atom[object] === this.receiver;
    return isOwn && tree.kind[object] === Kind.Identifier ? tree.atom[property]! : -1;
  }
}

const isFunction = (tree: Tree, row: number): boolean =>
  tree.kind[row] === Kind.Function || tree.kind[row] === Kind.Lambda;

const isWithin = (tree: Tree, row: number, around: number): boolean =>
  row >= around && row < around + tree.size[around]!;

/** The block that is the body of a function; -1 for other rows. */
function bodyOf(tree: Tree, row: number): number {
  const body = row < 0 || !isFunction(tree, row) ? -1 : childIn(tree, row, Role.Body);
  return body >= 0 && tree.kind[body] === Kind.Block ? body : -1;
}

function samePath(left: Path | undefined, right: Path | undefined): boolean {
  if (!left || !right) return left === right;
  return left.length === right.length && left.every((part, i) => part === right[i]);
}

/** Without their numbers and rows. */
function sameFlags(left: Variable, right: Variable): boolean {
  return FLAGS.every((flag) => left[flag] === right[flag]);
}

const FLAGS = [
  ...(["module", "member", "implicit", "imported", "defined", "constant"] as const),
  ...(["writes", "escapes", "field", "closed", "late"] as const),
];
