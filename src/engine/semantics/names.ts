// What each name means: one pass over the rows with, per text, a stack of the declarations in force.
import type { Language } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { collectScopes } from "./scopes";
import {
  type Atoms,
  isName,
  NOT_WRITTEN,
  newVariable,
  ownMember,
  receiverAtom,
  type Scope,
  type Scopes,
  type Variable,
} from "./variables";

export interface Names {
  readonly variables: readonly Variable[];
  /** By row: id of the variable that a name means, -1 where it means none of this file or is no name. */
  readonly variableOf: Int32Array;
  /** By row of a name: the row of the value it is given there, UNKNOWN_VALUE or NOT_WRITTEN. */
  readonly written: Int32Array;
  readonly imports: readonly number[];
  readonly requires: readonly number[];
}

/** Resolves every name of a file. */
export function resolveNames(tree: Tree, atoms: Atoms, language: Language): Names {
  const scopes = collectScopes(tree, atoms, language);
  new Resolver(tree, atoms, language, scopes).run();
  return scopes;
}

class Resolver {
  /** By atom: the binding in force, as an index into the stack; 0 is none. */
  private readonly top: Int32Array;
  private readonly boundAtom: number[] = [0];
  private readonly boundTo: (Variable | undefined)[] = [undefined];
  private readonly boundIn: (Scope | undefined)[] = [undefined];
  private readonly previous: number[] = [0];
  /** Where the stack was when the open scopes began. */
  private readonly bases: number[] = [];
  private scope: Scope | undefined;
  /** Parts of a scope that are evaluated outside it. */
  private readonly skipped: { readonly scope: Scope; readonly end: number }[] = [];
  private readonly firstIterables = new Set<number>();
  private readonly receiver: number;
  private readonly unresolved: { readonly row: number; readonly unit: number }[] = [];

  constructor(
    private readonly tree: Tree,
    atoms: Atoms,
    private readonly language: Language,
    private readonly scopes: Scopes,
  ) {
    this.top = new Int32Array(atoms.size);
    this.receiver = receiverAtom(language, atoms);
  }

  run(): void {
    const { tree, scopes } = this;
    const { scopes: all, variableOf, written } = scopes;
    let next = 0;
    for (let row = 0; row < tree.length; row++) {
      while (this.scope && row >= this.scope.end) this.leave();
      while (next < all.length && all[next]!.start === row) this.enter(all[next++]!);
      while (this.skipped.length > 0 && row >= this.skipped[this.skipped.length - 1]!.end) this.skipped.pop();
      const kind = tree.kind[row]!;
      if (kind === Kind.Comprehension) this.noteFirstIterable(row);
      else if (this.isOutside(row)) this.skipped.push({ scope: this.scope!, end: row + tree.size[row]! });
      if (!isName(kind)) continue;
      const isWrite = written[row] !== NOT_WRITTEN;
      const isUse = kind === Kind.Identifier || isWrite || tree.kind[tree.parent[row]!] === Kind.Global;
      const own = this.receiver >= 0 && ownMember(tree, tree.parent[row]!, this.receiver) === row;
      if (variableOf[row] === -1 && (isUse || own)) {
        const variable = own ? this.lookupMember(tree.atom[row]!) : this.lookup(tree.atom[row]!);
        if (variable) variableOf[row] = variable.id;
        else if (isWrite) this.unresolved.push({ row, unit: this.scope!.unit });
      }
      if (isWrite && variableOf[row] !== -1) this.write(variableOf[row]!, row, this.scope!.unit);
    }
    if (this.language.scoping.implicitGlobals && this.unresolved.length > 0) this.declareGlobals();
  }

  private enter(scope: Scope): void {
    this.scope = scope;
    this.bases.push(this.boundAtom.length);
    if (!scope.names || scope.hidden) return;
    // Called for each name: pairs made on the way would cost more than what is done with them.
    scope.names.forEach((variable, atom) => {
      // An assignment in a function does not shadow what the file imports under the name.
      if (variable.implicit && this.boundTo[this.top[atom]!]?.imported) return;
      this.boundAtom.push(atom);
      this.boundTo.push(variable);
      this.boundIn.push(scope);
      this.previous.push(this.top[atom]!);
      this.top[atom] = this.boundAtom.length - 1;
    });
  }

  private leave(): void {
    const base = this.bases.pop()!;
    for (let binding = this.boundAtom.length - 1; binding >= base; binding--) {
      this.top[this.boundAtom[binding]!] = this.previous[binding]!;
    }
    // One by one: a shorter `length` gives up the memory that the next scope needs.
    for (let left = this.boundAtom.length - base; left > 0; left--) {
      this.boundAtom.pop();
      this.boundTo.pop();
      this.boundIn.pop();
      this.previous.pop();
    }
    this.scope = this.scope!.parent;
  }

  private lookup(atom: number): Variable | undefined {
    let scope = this.scope;
    while (scope && this.isSkipped(scope)) scope = scope.parent;
    if (scope?.hidden) {
      const own = scope.names?.get(atom);
      if (own) return own;
    }
    let binding = this.top[atom]!;
    while (binding !== 0 && this.isSkipped(this.boundIn[binding]!)) binding = this.previous[binding]!;
    return this.boundTo[binding];
  }

  /** A field of the class around. */
  private lookupMember(atom: number): Variable | undefined {
    let scope = this.scope;
    while (scope && !scope.members) scope = scope.parent;
    const variable = scope?.names?.get(atom);
    return variable?.field ? variable : undefined;
  }

  private isSkipped(scope: Scope): boolean {
    for (const skipped of this.skipped) if (skipped.scope === scope) return true;
    return false;
  }

  private noteFirstIterable(row: number): void {
    const clause = childIn(this.tree, row, Role.Clause);
    if (clause >= 0) this.firstIterables.add(childIn(this.tree, clause, Role.Iterable));
  }

  private isOutside(row: number): boolean {
    const role = this.tree.role[row]!;
    if (role === Role.Iterable) return this.firstIterables.has(row);
    if (role !== Role.Default || !this.language.scoping.defaultsOutside) return false;
    return this.tree.kind[this.tree.parent[row]!] === Kind.Parameter;
  }

  private write(id: number, row: number, unit: number): void {
    const variable = this.scopes.variables[id]!;
    const value = this.scopes.written[row]!;
    variable.writes++;
    if (value > 0) variable.value = value;
    if (variable.unit === unit) return;
    variable.escapes = true;
    if (variable.field && !this.isInitializer(unit)) variable.late = true;
  }

  /** The only constructor of a class, which returns nothing, or a block of code in a class. */
  private isInitializer(unit: number): boolean {
    const { tree } = this;
    if (tree.role[unit] !== Role.Member || childIn(tree, unit, Role.ReturnType) >= 0) return false;
    if (childIn(tree, unit, Role.Name) < 0) return true;
    const constructors = childrenIn(tree, tree.parent[unit]!, Role.Member).filter(
      (member) =>
        tree.kind[member] === Kind.Function &&
        childIn(tree, member, Role.ReturnType) < 0 &&
        childIn(tree, member, Role.Name) >= 0,
    );
    return constructors.length === 1;
  }

  /** Names that are assigned but declared nowhere are globals. */
  private declareGlobals(): void {
    const { tree } = this;
    const { variables, variableOf } = this.scopes;
    const globals = new Map<number, Variable>();
    for (const { row } of this.unresolved) {
      const atom = tree.atom[row]!;
      if (globals.has(atom)) continue;
      const variable = newVariable(variables.length, row, 0, true);
      variables.push(variable);
      globals.set(atom, variable);
    }
    for (let row = 0; row < tree.length; row++) {
      if (tree.kind[row] !== Kind.Identifier || variableOf[row] !== -1) continue;
      const variable = globals.get(tree.atom[row]!);
      if (variable) variableOf[row] = variable.id;
    }
    for (const { row, unit } of this.unresolved) {
      const variable = globals.get(tree.atom[row]!)!;
      variableOf[row] = variable.id;
      this.write(variable.id, row, unit);
    }
  }
}
