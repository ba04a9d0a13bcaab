// What names and expressions of a file mean: declarations, imports, constants. All is computed when first asked for.
import type { BuiltinType, Language } from "../languages/language";
import type { TreeChange } from "../tree/change";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";
import { Constants } from "./constants";
import { Flow } from "./flow";
import { collectImports, type Imports, type Path } from "./imports";
import { type Fault, Memory } from "./memory";
import { type Names, resolveNames } from "./names";
import { type Reached, reachOf } from "./reach";
import { type Type, Types } from "./types";
import { EXPRESSIONS } from "./valuation";
import type { Constant } from "./values";
import type { Atoms, Variable } from "./variables";

export type { Type } from "./types";
export { type Constant, numberConstant, sameConstant } from "./values";
export type { Atoms } from "./variables";

/** What the target of an assignment is made of. */
const TARGETS: ReadonlySet<number> = new Set([
  Kind.Name,
  Kind.Identifier,
  Kind.Pair,
  Kind.Object,
  Kind.Array,
  Kind.Tuple,
  Kind.Spread,
  Kind.Assign,
]);

/** Semantics of one tree; immutable, as the tree is. Every question after the first of its sort is a look-up. */
export class Semantics {
  private readNames: Names | undefined;
  private readImports: Imports | undefined;
  private readConstants: Constants | undefined;
  private readTypes: Types | undefined;
  private readSymbols: Flow | undefined;
  private readMemory: Memory | undefined;

  /** @param atoms the interner that made the tree's atoms */
  constructor(
    private readonly tree: Tree,
    private readonly atoms: Atoms,
    private readonly language: Language,
  ) {}

  /**
   * Row of the leaf that declares what an Identifier, or a declaring Name, means; the first where there are several.
   * -1: declared nowhere in the file, or no name. Rows with the same declaration are the same variable.
   */
  declarationOf(row: number): number {
    const id = this.names.variableOf[row]!;
    return id < 0 ? -1 : this.names.variables[id]!.row;
  }

  /** As declarationOf, but -1 for a member of a class that is no name to its methods: it is known by its spelling. */
  identityOf(row: number): number {
    const id = this.names.variableOf[row]!;
    return id < 0 || this.names.variables[id]!.member ? -1 : this.names.variables[id]!.row;
  }

  /**
   * The path by which rules know an Identifier or a chain of Members: `["os", "system"]` for `run` after
   * `from os import system as run`. Undefined unless it begins with an imported name.
   */
  canonicalPath(row: number): Path | undefined {
    const chain = this.chain(row);
    if (!chain) return undefined;
    const id = this.names.variableOf[chain.object]!;
    if (id < 0 || this.names.variables[id]!.defined) return undefined;
    const before = this.imports.repeated.get(id)?.findLast((each) => each.row <= row);
    const path = before?.path ?? this.imports.paths.get(id);
    return path && chain.members.length > 0 ? [...path, ...chain.members] : path;
  }

  /** The path of a chain of Members of a module's default export, as of members of the module: `fs.open` after `import fs from "fs"`. */
  defaultPath(row: number): Path | undefined {
    const chain = this.chain(row);
    const module = chain && this.imports.defaults.get(this.names.variableOf[chain.object]!);
    return module && chain.members.length > 0 ? [...module, ...chain.members] : undefined;
  }

  /** An Identifier or a chain of Members as it is written, where the file does not declare what it begins with. */
  unknownPath(row: number): Path | undefined {
    const chain = this.chain(row);
    if (!chain || this.declarationOf(chain.object) >= 0) return undefined;
    return [this.atoms.text(this.tree.atom[chain.object]!), ...chain.members];
  }

  /** The names behind an Identifier. */
  private chain(row: number): { readonly object: number; readonly members: string[] } | undefined {
    const { tree } = this;
    const members: string[] = [];
    let object = row;
    while (tree.kind[object] === Kind.Member) {
      const property = childIn(tree, object, Role.Property);
      object = childIn(tree, object, Role.Object);
      if (object < 0 || property < 0 || tree.kind[property] !== Kind.Name) return undefined;
      members.push(this.atoms.text(tree.atom[property]!));
    }
    return tree.kind[object] === Kind.Identifier ? { object, members: members.reverse() } : undefined;
  }

  /** Modules of which the file imports everything: `from os import *`. */
  get wildcards(): readonly Path[] {
    return this.imports.wildcards;
  }

  /** The value that an expression is known to have before the program runs; a name being assigned has none. */
  constantOf(row: number): Constant | undefined {
    return this.constants.constantOf(row);
  }

  /** What is known of the type of an expression or a declared name. */
  typeOf(row: number): Type | undefined {
    this.readTypes ??= new Types(this.tree, this.atoms, this.language, this.names, (each) => this.constantOf(each));
    return this.readTypes.typeOf(row);
  }

  /** The builtin type that an expression is known to have, whatever the language calls it. */
  builtinTypeOf(row: number): BuiltinType | undefined {
    const type = this.typeOf(row);
    return type && this.readTypes!.builtinOf(type);
  }

  /** What is surely wrong with the memory that an operand leads to, where the language says how pointers are followed. */
  memoryFault(row: number): Fault | undefined {
    const { memory } = this.language;
    if (!memory) return undefined;
    this.readMemory ??= new Memory(this.tree, this.atoms, this.names, memory);
    return this.readMemory.faultOf(row);
  }

  /** Whether a name means a field of the class around it by itself. */
  isField(row: number): boolean {
    const id = this.names.variableOf[row]!;
    return id >= 0 && this.names.variables[id]!.field;
  }

  /**
   * Row of the expression that a name stands for where it is read, -1 where none is known: the only value that it is ever
   * given, where the language takes names so, or else what the flow of its function says.
   */
  symbolOf(row: number): number {
    const id = this.names.variableOf[row]!;
    const variable = id < 0 ? undefined : this.names.variables[id];
    if (!variable) return -1;
    const declares = variable.implicit || this.tree.role[variable.value] === Role.Init;
    if (declares && this.constants.isAssignedOnce(variable)) return variable.value;
    this.readSymbols ??= new Flow(this.tree, this.atoms, this.language, this.names, EXPRESSIONS);
    if (!this.readSymbols.follows(row, variable)) return this.initialiserOf(row);
    const known = this.readSymbols.knownAt(row, variable);
    return known?.type === "code" ? known.row : -1;
  }

  /** For a name that is given a value once in the file: row of that value; else -1. */
  initialiserOf(row: number): number {
    const id = this.names.variableOf[row]!;
    const variable = id < 0 ? undefined : this.names.variables[id];
    return variable?.writes === 1 ? variable.value : -1;
  }

  /** For a name that is given a value once, as a part of another one (`const {a} = e`, `for (a of e)`): row of `e`; else -1. */
  takenFrom(row: number): number {
    const id = this.names.variableOf[row]!;
    const variable = id < 0 ? undefined : this.names.variables[id];
    if (variable?.writes !== 1 || variable.value >= 0) return -1;
    const { tree } = this;
    for (let at = variable.row; at > 0 && TARGETS.has(tree.kind[at]!); at = tree.parent[at]!) {
      if (tree.role[at] === Role.Default) return -1;
      if (tree.role[at] !== Role.Target) continue;
      const whole = tree.parent[at]!;
      for (const role of [Role.Init, Role.Value, Role.Iterable]) {
        const value = childIn(tree, whole, role);
        if (value >= 0 && tree.kind[whole] !== Kind.Parameter && !TARGETS.has(tree.kind[whole]!)) return value;
      }
    }
    return -1;
  }

  /** The functions that an edit of the tree reaches; see reachOf. `before` is of the tree as it was. */
  reachOf(change: TreeChange, before: Semantics): Reached | undefined {
    return reachOf(change, this.language, this.atoms, before, this);
  }

  /** @internal */
  constantEverywhere(variable: Variable): Constant | undefined {
    return this.constants.constantEverywhere(variable);
  }

  private get constants(): Constants {
    this.readConstants ??= new Constants(this.tree, this.atoms, this.language, this.names);
    return this.readConstants;
  }

  /** @internal */
  get names(): Names {
    this.readNames ??= resolveNames(this.tree, this.atoms, this.language);
    return this.readNames;
  }

  /** @internal */
  get imports(): Imports {
    this.readImports ??= collectImports(this.tree, this.atoms, this.language, this.names);
    return this.readImports;
  }
}
