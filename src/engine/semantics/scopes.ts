// Which scopes a file has and what each declares: one pass over the neutral tree, without recursion.
import type { Language } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import {
  type Atoms,
  capturedNames,
  isName,
  Mark,
  NOT_WRITTEN,
  newScope,
  newVariable,
  ownMember,
  receiverAtom,
  type Scope,
  type Scopes,
  targetLeaves,
  UNKNOWN_VALUE,
  type Variable,
} from "./variables";

/** Builds the scopes of a file. */
export function collectScopes(tree: Tree, atoms: Atoms, language: Language): Scopes {
  const collector = new Collector(tree, atoms, language);
  collector.run();
  return collector;
}

class Collector implements Scopes {
  readonly variables: Variable[] = [];
  readonly scopes: Scope[] = [];
  readonly variableOf: Int32Array;
  readonly written: Int32Array;
  readonly imports: number[] = [];
  readonly requires: number[] = [];
  private readonly pending: Scope[] = [];
  private readonly hoisted: ReadonlySet<number>;
  private readonly constant: ReadonlySet<number>;
  private readonly closed: ReadonlySet<number>;
  private readonly receiver: number;
  private readonly separator: string;
  private readonly require: number;
  private readonly global: number;
  private scope: Scope;

  constructor(
    private readonly tree: Tree,
    private readonly atoms: Atoms,
    private readonly language: Language,
  ) {
    this.variableOf = new Int32Array(tree.length).fill(-1);
    this.written = new Int32Array(tree.length);
    this.hoisted = new Set(language.scoping.hoisted.map((word) => atoms.find(word)));
    this.constant = new Set(language.constantModifiers.map((word) => atoms.find(word)));
    this.closed = new Set((language.closedModifiers ?? []).map((word) => atoms.find(word)));
    this.receiver = receiverAtom(language, atoms);
    this.separator = language.separator;
    this.require = language.requireCall === undefined ? -1 : atoms.find(language.requireCall);
    this.global = atoms.find("global");
    this.scope = this.enter(0, tree.length, { unit: 0, functional: true });
  }

  run(): void {
    const { tree } = this;
    const visitors = this.visitors();
    for (let row = 0; row < tree.length; row++) {
      while (row >= this.scope.end && this.scope.parent) this.scope = this.scope.parent;
      while (this.pending.length > 0 && this.pending[this.pending.length - 1]!.start === row) {
        this.scope = this.pending.pop()!;
        this.scopes.push(this.scope);
      }
      visitors[tree.kind[row]!]?.(row);
    }
  }

  /** By kind: what the rows of it declare, write or open. */
  private visitors(): ((row: number) => void)[] {
    const visitors: ((row: number) => void)[] = [];
    visitors[Kind.Function] = (row) => this.function(row);
    visitors[Kind.Lambda] = (row) => this.lambda(row);
    visitors[Kind.Class] = (row) => this.class(row);
    visitors[Kind.New] = (row) => this.members(row);
    visitors[Kind.Parameter] = (row) => this.parameter(row);
    visitors[Kind.Variable] = (row) => this.variable(row);
    visitors[Kind.Field] = (row) => this.field(row);
    visitors[Kind.Assign] = (row) => this.assign(row, this.valueOf(row));
    visitors[Kind.CompoundAssign] = (row) => this.assign(row, UNKNOWN_VALUE);
    visitors[Kind.WithItem] = (row) => this.assign(row, this.valueOf(row));
    visitors[Kind.Update] = (row) => this.change(row, Role.Operand);
    if (this.language.scoping.addresses) visitors[Kind.Unary] = (row) => this.address(row);
    visitors[Kind.Delete] = (row) => this.change(row, Role.Value);
    visitors[Kind.ForEach] = (row) => this.forEach(row);
    visitors[Kind.Comprehension] = (row) => this.openScope(row);
    visitors[Kind.ComprehensionFor] = (row) => this.declareTarget(row, UNKNOWN_VALUE, Mark.None, this.scope);
    visitors[Kind.Catch] = (row) => this.catch(row);
    visitors[Kind.Case] = (row) => this.captures(row);
    visitors[Kind.Block] = (row) => this.block(row);
    visitors[Kind.Switch] = (row) => this.block(row);
    visitors[Kind.For] = (row) => this.block(row);
    visitors[Kind.Import] = (row) => this.import(row);
    visitors[Kind.Global] = (row) => this.redirect(row);
    visitors[Kind.TypeAlias] = (row) => this.declareName(row, NOT_WRITTEN, Mark.None);
    return visitors;
  }

  private function(row: number): void {
    const role = this.tree.role[row]!;
    if (role === Role.Member ? this.namesMembers && !this.isNoName(row) : role !== Role.Element) {
      this.declareName(row, UNKNOWN_VALUE, Mark.Definition);
    }
    this.enterBelow(row, { unit: row, functional: true });
  }

  /** A method with the name of a field, which that name means, or a constructor, where members are names. */
  private isNoName(row: number): boolean {
    if (!this.language.scoping.membersAreNames) return false;
    const name = this.child(row, Role.Name);
    if (this.child(row, Role.ReturnType) < 0) return true;
    return name >= 0 && this.scope.names?.get(this.tree.atom[name]!)?.field === true;
  }

  private lambda(row: number): void {
    const functional = this.language.scoping.lambdasShare !== true;
    const scope = this.enterBelow(row, { unit: row, functional });
    const name = this.child(row, Role.Name);
    if (scope && name >= 0) this.declare(scope, name, UNKNOWN_VALUE, Mark.Definition);
  }

  private parameter(row: number): void {
    const owner = this.tree.kind[this.tree.parent[row]!];
    // Types of functions have parameters too.
    const ofClass = owner === Kind.Class && this.scope.members;
    if (owner !== Kind.Function && owner !== Kind.Lambda && !ofClass) return;
    this.declareTarget(row, UNKNOWN_VALUE, ofClass ? Mark.Field : Mark.Definition, this.scope);
  }

  private class(row: number): void {
    const { tree } = this;
    const name = this.child(row, Role.Name);
    const scope = this.members(row);
    if (name < 0) return;
    // A type is no value: it does not count as a write, for a constant may have its name.
    const type = this.atoms.text(tree.atom[row]!) === "interface";
    const owner = this.isStatement(row) ? this.scope : scope;
    if (owner) this.declare(owner, name, type ? NOT_WRITTEN : UNKNOWN_VALUE, type ? Mark.None : Mark.Definition);
  }

  /** The scope of a class body, if there is one. */
  private members(row: number): Scope | undefined {
    const { classScopeHidden: hidden, membersAreNames: members = false } = this.language.scoping;
    const parameter = members ? this.child(row, Role.Parameter) : -1;
    const start = parameter < 0 ? this.child(row, Role.Member) : parameter;
    const end = row + this.tree.size[row]!;
    return start < 0 ? undefined : this.later(start, end, { hidden, functional: hidden, members });
  }

  private isStatement(row: number): boolean {
    const role = this.tree.role[row]!;
    if (role === Role.Member) return this.namesMembers;
    return role === Role.Statement || this.tree.kind[this.tree.parent[row]!] === Kind.Export;
  }

  private variable(row: number): void {
    const { tree } = this;
    if (tree.role[row] === Role.Member && !this.namesMembers) return;
    let mark = Mark.None;
    let scope = this.scope;
    const end = row + tree.size[row]!;
    for (let child = row + 1; child < end; child += tree.size[child]!) {
      if (tree.role[child] !== Role.Modifier) continue;
      if (this.hoisted.has(tree.atom[child]!)) scope = this.functional();
      if (this.constant.has(tree.atom[child]!)) mark = Mark.Constant;
    }
    if (!this.language.scoping.blocks) scope = this.functional();
    const value = this.child(row, Role.Init);
    this.noteRequire(row, value);
    this.declareTarget(row, value < 0 ? NOT_WRITTEN : value, mark, scope);
  }

  private field(row: number): void {
    const { tree } = this;
    if (!this.namesMembers || tree.role[row] !== Role.Member) return;
    const init = this.child(row, Role.Init);
    const value = init < 0 ? NOT_WRITTEN : init;
    if (!this.scope.members) return this.declareName(row, value, Mark.Implicit);
    const modifiers = childrenIn(tree, row, Role.Modifier).map((modifier) => tree.atom[modifier]!);
    const name = this.child(row, Role.Name);
    if (name >= 0 && !this.scope.names?.get(tree.atom[name]!)?.field) this.scope.names?.delete(tree.atom[name]!);
    let mark = Mark.Field;
    if (modifiers.some((atom) => this.constant.has(atom))) mark |= Mark.Constant;
    if (modifiers.some((atom) => this.closed.has(atom))) mark |= Mark.Closed;
    this.declareName(row, value, mark);
  }

  private assign(row: number, value: number): void {
    const target = this.child(row, Role.Target);
    // The default of a name in a destructuring is no assignment: what encloses it has written the name.
    if (target < 0 || this.written[target] !== NOT_WRITTEN) return;
    this.noteRequire(row, value);
    this.assignTo(target, value);
  }

  private valueOf(row: number): number {
    const value = this.child(row, Role.Value);
    // `x: int` declares only.
    return value < 0 ? NOT_WRITTEN : value;
  }

  /** Writes without a target: `x++`, `del x`. */
  private change(row: number, role: Role): void {
    for (const target of childrenIn(this.tree, row, role)) this.assignTo(target, UNKNOWN_VALUE);
  }

  /** Who has `&x` may write `x`. */
  private address(row: number): void {
    if (this.atoms.text(this.tree.atom[row]!) === "&") this.change(row, Role.Operand);
  }

  private forEach(row: number): void {
    this.block(row);
    const { tree } = this;
    const target = this.child(row, Role.Target);
    const keyword = this.child(row, Role.Modifier);
    const named = this.child(row, Role.Type) >= 0 || (target >= 0 && tree.kind[target] === Kind.Name);
    if (!this.language.scoping.blocks || (keyword < 0 && !named)) this.assign(row, UNKNOWN_VALUE);
    else {
      const hoisted = keyword >= 0 && this.hoisted.has(tree.atom[keyword]!);
      this.declareTarget(row, UNKNOWN_VALUE, Mark.None, hoisted ? this.functional() : this.scope);
    }
  }

  private catch(row: number): void {
    this.block(row);
    if (this.language.scoping.blocks) this.declareTarget(row, UNKNOWN_VALUE, Mark.Definition, this.scope);
    else this.assign(row, UNKNOWN_VALUE);
  }

  private captures(row: number): void {
    if (!this.language.scoping.caseCaptures) return;
    for (const test of childrenIn(this.tree, row, Role.Test)) {
      for (const name of capturedNames(this.tree, test)) this.assignTo(name, UNKNOWN_VALUE);
    }
  }

  private block(row: number): void {
    const { tree } = this;
    if (!this.language.scoping.blocks) return;
    const parent = tree.kind[tree.parent[row]!];
    // A function's body shares the scope of its parameters.
    if (tree.role[row] === Role.Body && (parent === Kind.Function || parent === Kind.Lambda)) return;
    this.openScope(row);
  }

  private openScope(row: number): void {
    this.scope = this.enter(row, row + this.tree.size[row]!, {});
  }

  private import(row: number): void {
    const { tree } = this;
    this.imports.push(row);
    let named = false;
    for (const specifier of childrenIn(tree, row, Role.Specifier)) {
      named = true;
      const alias = this.child(specifier, Role.Alias);
      const name = alias >= 0 ? alias : this.child(specifier, Role.Name);
      if (name >= 0 && isName(tree.kind[name]!)) this.declareImport(name);
    }
    const alias = this.child(row, Role.Alias);
    const module = this.child(row, Role.Module);
    if (alias >= 0) this.declareImport(alias);
    else if (!named && module >= 0 && isName(tree.kind[module]!)) this.declareImport(module);
    else if (!named && module >= 0 && this.language.importsBind) this.declarePath(module, this.language.importsBind);
  }

  /** `import a.b` binds `a`, which the tree has no leaf of its own for where the path is one leaf. */
  private declareImport(name: number): void {
    const [first] = this.atoms.text(this.tree.atom[name]!).split(this.separator);
    const atom = this.atoms.find(first!);
    const scope = this.language.scoping.blocks ? this.scope : this.functional();
    this.declare(scope, name, UNKNOWN_VALUE, Mark.Import, atom < 0 ? this.tree.atom[name]! : atom);
  }

  /** A path that is a string binds a name that the file may use elsewhere. */
  private declarePath(module: number, nameOf: (path: string) => string): void {
    const atom = this.atoms.find(nameOf(this.atoms.text(this.tree.atom[module]!)));
    if (atom > 0) this.declare(this.scope, module, UNKNOWN_VALUE, Mark.Import, atom);
  }

  private redirect(row: number): void {
    const scope = this.functional();
    const module = this.scopes[0]!;
    if (scope === module) return;
    for (const name of childrenIn(this.tree, row, Role.Name)) {
      const atom = this.tree.atom[name]!;
      if (this.tree.atom[row] === this.global) {
        scope.names ??= new Map();
        scope.names.set(atom, this.declare(module, name, NOT_WRITTEN, Mark.Implicit));
      } else {
        scope.outer ??= new Set();
        scope.outer.add(atom);
      }
    }
  }

  private get namesMembers(): boolean {
    return this.language.scoping.classScopeHidden || this.language.scoping.membersAreNames === true;
  }

  private noteRequire(row: number, value: number): void {
    if (this.require < 0 || value < 0 || this.tree.kind[value] !== Kind.Call) return;
    const callee = this.child(value, Role.Callee);
    if (callee >= 0 && this.tree.kind[callee] === Kind.Identifier && this.tree.atom[callee] === this.require) {
      this.requires.push(row);
    }
  }

  private declareName(row: number, value: number, mark: Mark): void {
    const name = this.child(row, Role.Name);
    if (name < 0 || !isName(this.tree.kind[name]!)) return;
    this.declare(this.language.scoping.blocks ? this.scope : this.functional(), name, value, mark);
  }

  private declareTarget(row: number, value: number, mark: Mark, scope: Scope): void {
    const target = this.child(row, Role.Target);
    if (target < 0) return;
    const each = isName(this.tree.kind[target]!) || value === NOT_WRITTEN ? value : UNKNOWN_VALUE;
    for (const leaf of targetLeaves(this.tree, target)) this.declare(scope, leaf, each, mark);
  }

  /** An assignment: a declaration where the language has it so, else a write to what the name turns out to mean. */
  private assignTo(target: number, value: number): void {
    const member = ownMember(this.tree, target, this.receiver);
    if (member >= 0) this.written[member] = value;
    const whole = isName(this.tree.kind[target]!);
    const scope = this.functional();
    for (const leaf of targetLeaves(this.tree, target)) {
      this.written[leaf] = whole ? value : UNKNOWN_VALUE;
      if (!this.language.scoping.assignmentDeclares) continue;
      const atom = this.tree.atom[leaf]!;
      if (scope.outer?.has(atom) || scope.names?.has(atom)) continue;
      const variable = this.declare(scope, leaf, this.written[leaf]!, Mark.Implicit);
      // Looked up like any other: an import of this name may stand outside.
      if (variable.implicit) this.variableOf[leaf] = -1;
    }
  }

  private declare(scope: Scope, leaf: number, value: number, mark: Mark, atom = this.tree.atom[leaf]!): Variable {
    scope.names ??= new Map();
    let variable = scope.names.get(atom);
    if (!variable) {
      variable = newVariable(this.variables.length, leaf, scope.unit, scope === this.scopes[0], scope.hidden);
      this.variables.push(variable);
      scope.names.set(atom, variable);
    }
    if (!(mark & Mark.Implicit)) variable.implicit = false;
    if (mark & Mark.Import) variable.imported = true;
    if (mark & Mark.Definition) variable.defined = true;
    if (mark & Mark.Constant) variable.constant = true;
    if (mark & Mark.Field) variable.field = true;
    if (mark & Mark.Closed) variable.closed = true;
    this.variableOf[leaf] = variable.id;
    this.written[leaf] = value;
    return variable;
  }

  private functional(): Scope {
    let scope = this.scope;
    while (!scope.functional && scope.parent) scope = scope.parent;
    return scope;
  }

  private enter(start: number, end: number, what: Partial<Scope>): Scope {
    const scope = newScope(start, end, start === 0 ? undefined : this.scope, what);
    this.scopes.push(scope);
    return scope;
  }

  /** A scope for the parts of a definition but its decorators and modifiers, which belong outside. */
  private enterBelow(row: number, what: Partial<Scope>): Scope | undefined {
    const { tree } = this;
    const end = row + tree.size[row]!;
    let start = row + 1;
    while (start < end && (tree.role[start] === Role.Decorator || tree.role[start] === Role.Modifier)) {
      start += tree.size[start]!;
    }
    return start < end ? this.later(start, end, what) : undefined;
  }

  private later(start: number, end: number, what: Partial<Scope>): Scope {
    const scope = newScope(start, end, start === 0 ? undefined : this.scope, what);
    this.pending.push(scope);
    return scope;
  }

  private child(row: number, role: Role): number {
    return childIn(this.tree, row, role);
  }
}
