// What imported names stand for: the canonical paths by which rules know them.
import type { Language } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import type { Names } from "./names";
import { type Atoms, isName } from "./variables";

export type Path = readonly string[];

interface Imported {
  readonly row: number;
  readonly path: Path;
}

export interface Imports {
  /** By id of the variable; of several imports the last. */
  readonly paths: ReadonlyMap<number, Path>;
  /** Of a variable that is imported several times: each import's row and path, in order. */
  readonly repeated: ReadonlyMap<number, readonly Imported[]>;
  /** Of the variables that stand for what a module exports by default: the module. */
  readonly defaults: ReadonlyMap<number, Path>;
  /** Modules of which everything is imported. */
  readonly wildcards: readonly Path[];
}

/** Reads the imports of a file; of several for one variable, the one that stands last before a name holds for it. */
export function collectImports(tree: Tree, atoms: Atoms, language: Language, names: Names): Imports {
  const collector = new Collector(tree, atoms, language, names);
  if (!language.importsFiles) for (const row of names.imports) collector.import(row);
  for (const row of names.requires) collector.require(row);
  return collector;
}

class Collector implements Imports {
  readonly paths = new Map<number, Path>();
  readonly repeated = new Map<number, Imported[]>();
  readonly defaults = new Map<number, Path>();
  private readonly first = new Map<number, Imported>();
  readonly wildcards: Path[] = [];

  constructor(
    private readonly tree: Tree,
    private readonly atoms: Atoms,
    private readonly language: Language,
    private readonly names: Names,
  ) {}

  import(row: number): void {
    const module = childIn(this.tree, row, Role.Module);
    const path = module < 0 ? undefined : this.modulePath(module, false);
    if (!path) return;
    const specifiers = childrenIn(this.tree, row, Role.Specifier);
    for (const specifier of specifiers) this.specifier(specifier, path);
    const alias = childIn(this.tree, row, Role.Alias);
    if (alias >= 0) this.bind(alias, path);
    // `import a.b` binds `a` alone.
    else if (specifiers.length === 0) this.bind(module, path.slice(0, 1));
  }

  /** `m = require("m")`, `{f: g} = require("m")`. */
  require(row: number): void {
    const { tree } = this;
    const call = childIn(tree, row, tree.kind[row] === Kind.Variable ? Role.Init : Role.Value);
    const callee = childIn(tree, call, Role.Callee);
    const [argument, ...others] = childrenIn(tree, call, Role.Argument);
    const target = childIn(tree, row, Role.Target);
    // A declaration of the same name makes it another function.
    if (this.names.variableOf[callee] !== -1 || argument === undefined || others.length > 0 || target < 0) return;
    const path = tree.kind[argument] === Kind.String ? this.modulePath(argument, true) : undefined;
    if (!path) return;
    if (isName(tree.kind[target]!)) this.bind(target, path);
    else if (tree.kind[target] === Kind.Object) this.destructured(target, path);
  }

  private destructured(target: number, path: Path): void {
    for (const pair of childrenIn(this.tree, target, Role.Element)) {
      const key = childIn(this.tree, pair, Role.Key);
      let value = childIn(this.tree, pair, Role.Value);
      if (value >= 0 && this.tree.kind[value] === Kind.Assign) value = childIn(this.tree, value, Role.Target);
      if (key >= 0 && value >= 0 && this.tree.kind[key] === Kind.Name) this.bind(value, [...path, this.text(key)]);
    }
  }

  private specifier(specifier: number, module: Path): void {
    const variant = this.text(specifier);
    // One in a function counts nowhere.
    const statement = this.tree.parent[specifier]!;
    if (variant === "*" && this.tree.kind[this.tree.parent[statement]!] === Kind.Program) this.wildcards.push(module);
    // What a default import is called says nothing of what it is.
    const name = childIn(this.tree, specifier, Role.Name);
    if (variant === "default" && name >= 0) this.defaults.set(this.names.variableOf[name]!, module);
    if (variant === "*" || variant === "default") return;
    const alias = childIn(this.tree, specifier, Role.Alias);
    if (name >= 0) this.bind(alias >= 0 ? alias : name, [...module, this.text(name)]);
  }

  private bind(row: number, path: Path): void {
    const variable = this.names.variableOf[row]!;
    if (variable < 0) return;
    const first = this.first.get(variable);
    if (first) this.repeated.set(variable, [...(this.repeated.get(variable) ?? [first]), { row, path }]);
    else this.first.set(variable, { row, path });
    this.paths.set(variable, path);
  }

  /** Undefined for what has no name of its own: `from . import x`. */
  private modulePath(module: number, fromRequire: boolean): Path | undefined {
    const { separator, moduleName } = this.language;
    const text = this.text(module);
    if (this.tree.kind[module] === Kind.String) return [moduleName ? moduleName(text, fromRequire) : text];
    return text === "" || text.startsWith(separator) ? undefined : text.split(separator);
  }

  private text(row: number): string {
    return this.atoms.text(this.tree.atom[row]!);
  }
}
