// The vocabulary of name resolution: variables, scopes, and what a target's leaves are.
import type { Language } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";

/** The texts of a tree's atoms. */
export interface Atoms {
  readonly size: number;
  /** -1 where no atom has the text. */
  find(text: string): number;
  text(id: number): string;
}

/** A name that the file declares; every occurrence that means it shares one. */
export interface Variable {
  readonly id: number;
  /** The leaf that declares it; the first of several. */
  readonly row: number;
  /** Row of the function or lambda that it lives in, 0 for the file's own statements. */
  readonly unit: number;
  /** Declared at the top of the file. */
  readonly module: boolean;
  /** A member of a class whose body is a scope that inner functions do not see: no name to them, nor to unification. */
  readonly member: boolean;
  /** Declared by nothing but assignments. */
  implicit: boolean;
  imported: boolean;
  /** A parameter, function or class. */
  defined: boolean;
  /** Declared with a modifier that makes it constant. */
  constant: boolean;
  /** Occurrences that give it a value, initialisers included. */
  writes: number;
  /** Row of a value given to it, the last one where several are known; -1: none is. */
  value: number;
  /** Some function other than its own writes it. */
  escapes: boolean;
  /** A field, where those are names. */
  field: boolean;
  /** A field that no other class sees. */
  closed: boolean;
  /** A field that something other than its declaration, a constructor or an initialiser of its class writes. */
  late: boolean;
}

export interface Scope {
  /** The scope holds for the rows from `start` to `end`. */
  readonly start: number;
  readonly end: number;
  readonly parent: Scope | undefined;
  readonly unit: number;
  /** Where names go that do not belong to a block. */
  readonly functional: boolean;
  /** A class body whose names inner functions do not see. */
  readonly hidden: boolean;
  /** A class body whose members are names. */
  readonly members: boolean;
  names: Map<number, Variable> | undefined;
  /** Names that belong to an outer function: `nonlocal`. */
  outer: Set<number> | undefined;
}

/** What a declaration says of its variable. */
export enum Mark {
  None = 0,
  Implicit = 1,
  Import = 2,
  Definition = 4,
  Constant = 8,
  Field = 16,
  Closed = 32,
}

/** In `Scopes.written`: the row is not a write, or writes what is not known. */
export const NOT_WRITTEN = 0;
export const UNKNOWN_VALUE = -1;

export interface Scopes {
  readonly variables: Variable[];
  /** In order of their start. */
  readonly scopes: readonly Scope[];
  /** By row: id of the variable that the row declares, -1 for other rows. */
  readonly variableOf: Int32Array;
  /** By row of a name: the row of the value it is given, UNKNOWN_VALUE or NOT_WRITTEN. */
  readonly written: Int32Array;
  /** Rows of `Import`. */
  readonly imports: readonly number[];
  /** Rows of `Variable` and `Assign` whose value is a call of the language's `require`. */
  readonly requires: readonly number[];
}

/** The leaves of a target that a value goes to: the name itself, or the names of a destructuring. */
export function targetLeaves(tree: Tree, target: number): Iterable<number> {
  // Nearly every target is a name.
  return isName(tree.kind[target]!) ? [target] : leavesBelow(tree, target);
}

function* leavesBelow(tree: Tree, target: number): Generator<number> {
  const end = target + tree.size[target]!;
  for (let row = target; row < end; ) {
    const role = tree.role[row]!;
    const skipped =
      row !== target && (role === Role.Key || (role === Role.Value && tree.kind[tree.parent[row]!] === Kind.Assign));
    if (!skipped && isName(tree.kind[row]!)) yield row;
    row += !skipped && isDestructuring(tree.kind[row]!) ? 1 : tree.size[row]!;
  }
}

/** The function or lambda that a row stands in, or is; 0 for the file's own statements. */
export function unitAround(tree: Tree, row: number): number {
  let unit = row;
  while (unit > 0 && tree.kind[unit] !== Kind.Function && tree.kind[unit] !== Kind.Lambda) unit = tree.parent[unit]!;
  return unit;
}

/** The names that a pattern of a `case` gives values: `x` and `y` of `(x, y)`. */
export function* capturedNames(tree: Tree, test: number): Generator<number> {
  const end = test + tree.size[test]!;
  for (let part = test; part < end; ) {
    const outside = tree.role[part] === Role.Callee || tree.role[part] === Role.Key;
    const isAlias = tree.role[part] === Role.Target && tree.kind[tree.parent[part]!] === Kind.WithItem;
    if (!outside && (isAlias || tree.kind[part] === Kind.Identifier)) yield part;
    part += outside || tree.kind[part] === Kind.Member ? tree.size[part]! : 1;
  }
}

/** Whether rows of a kind are names, used or declared. */
export function isName(kind: number): boolean {
  return kind === Kind.Identifier || kind === Kind.Name;
}

function isDestructuring(kind: number): boolean {
  switch (kind) {
    case Kind.Array:
    case Kind.Tuple:
    case Kind.Object:
    case Kind.Dict:
    case Kind.Pair:
    case Kind.Spread:
    case Kind.Assign:
      return true;
    default:
      return false;
  }
}

/** The atom of the word whose members are the fields of the class, where those are names; -1 elsewhere. */
export function receiverAtom({ scoping, folding }: Language, atoms: Atoms): number {
  return scoping.membersAreNames && folding.receiver !== undefined ? atoms.find(folding.receiver) : -1;
}

/** The name in `this.name`, given the atom of `this`; -1 for other rows. */
export function ownMember(tree: Tree, row: number, receiver: number): number {
  if (receiver < 0 || tree.kind[row] !== Kind.Member) return -1;
  const object = childIn(tree, row, Role.Object);
  const isOwn = object >= 0 && tree.kind[object] === Kind.Identifier && tree.atom[object] === receiver;
  return isOwn ? childIn(tree, row, Role.Property) : -1;
}

/** A variable that nothing is known of yet. */
export function newVariable(id: number, row: number, unit: number, module: boolean, member = false): Variable {
  return {
    id,
    row,
    unit,
    module,
    member,
    implicit: true,
    imported: false,
    defined: false,
    constant: false,
    writes: 0,
    value: -1,
    escapes: false,
    field: false,
    closed: false,
    late: false,
  };
}

/** A scope that declares nothing yet. */
export function newScope(start: number, end: number, parent: Scope | undefined, what: Partial<Scope>): Scope {
  return {
    start,
    end,
    parent,
    unit: what.unit ?? parent?.unit ?? 0,
    functional: what.functional ?? false,
    hidden: what.hidden ?? false,
    members: what.members ?? false,
    names: undefined,
    outer: undefined,
  };
}
