// What is known of the type of an expression: what a declaration, a cast, a literal or an operator says, no inference
// beyond. Typed metavariables and `metavariable-type` ask for it (RULE-LANGUAGE §2.7).
import { type BuiltinType, COMMON_TYPES, type Language, type TypeFacts } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import type { Names } from "./names";
import type { Constant } from "./values";
import type { Atoms } from "./variables";

/** A type: a row of the file that writes it, or a builtin one. */
export type Type =
  | { readonly row: number /** The type is a pointer to that one. */; readonly pointer?: true }
  | { readonly builtin: BuiltinType };

/** Names that take their type from one another; longer chains are not followed. */
const MAXIMUM_DEPTH = 16;
const COMPARISONS: ReadonlySet<string> = new Set([
  ...["==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "not in", "is", "is not"],
]);
/** Boolean where an operand is. */
const LOGICAL: ReadonlySet<string> = new Set(["&&", "||", "and", "or", "^", "|", "&"]);
/** Of integers they are an integer. */
const ARITHMETIC: ReadonlySet<string> = new Set(["+", "-", "*", "%"]);

export class Types {
  private readonly facts: TypeFacts;
  private readonly receiver: number;
  private fields: ReadonlyMap<number, ReadonlyMap<number, number>> | undefined;
  private depth = 0;

  constructor(
    private readonly tree: Tree,
    private readonly atoms: Atoms,
    private readonly language: Language,
    private readonly names: Names,
    private readonly constantOf: (row: number) => Constant | undefined,
  ) {
    this.facts = language.types ?? COMMON_TYPES;
    this.receiver = language.folding.receiver === undefined ? -1 : atoms.find(language.folding.receiver);
  }

  /** The type of an expression, or of a name that is declared; undefined where nothing says it. */
  typeOf(row: number): Type | undefined {
    if (row < 0 || this.depth > MAXIMUM_DEPTH) return undefined;
    this.depth++;
    const type = this.written(row) ?? this.constant(row);
    this.depth--;
    return type;
  }

  private written(row: number): Type | undefined {
    const { tree } = this;
    switch (tree.kind[row]) {
      case Kind.String:
      case Kind.Template:
        return { builtin: "string" };
      case Kind.Number:
        return { builtin: this.language.folding.integers && this.isInteger(row) ? "integer" : "float" };
      case Kind.Boolean:
        return { builtin: "boolean" };
      case Kind.Null:
        return this.facts.nullPointers ? { builtin: "null" } : undefined;
      case Kind.Identifier:
      case Kind.Name:
        return this.named(row);
      case Kind.Member:
        return this.field(row);
      case Kind.New:
        // An anonymous class is of no type that has a name.
        return tree.atom[row] === 0 ? at(childIn(tree, row, Role.Callee)) : undefined;
      case Kind.Cast:
        return at(childIn(tree, row, Role.Type));
      case Kind.Binary:
        return this.binary(row);
      case Kind.Unary:
        return this.unary(row);
      case Kind.Call:
        return this.result(row);
      case Kind.Conditional:
        return this.conditional(row);
      default:
        return undefined;
    }
  }

  private constant(row: number): Type | undefined {
    const constant = this.tree.kind[row] === Kind.Identifier ? this.constantOf(row) : undefined;
    if (!constant) return undefined;
    if (constant.type === "some-string" || constant.type === "string") return { builtin: "string" };
    if (constant.type === "boolean") return { builtin: "boolean" };
    return { builtin: typeof constant.value === "bigint" ? "integer" : "float" };
  }

  /** Written without a point. */
  private isInteger(row: number): boolean {
    return /^(?:0x[\da-f_]+|[\d_]+)[lun]*$/i.test(this.atoms.text(this.tree.atom[row]!));
  }

  private named(row: number): Type | undefined {
    const id = this.names.variableOf[row]!;
    return id < 0 ? undefined : this.declared(this.names.variables[id]!.row);
  }

  /** By the declaration of a name: the type written there, else that of its initialiser. */
  private declared(leaf: number): Type | undefined {
    const { tree } = this;
    const declaration = tree.parent[leaf]!;
    const role = tree.role[leaf];
    if (declaration < 0 || (role !== Role.Target && role !== Role.Name)) return undefined;
    const type = childIn(tree, declaration, Role.Type);
    if (type >= 0 && !this.facts.inferred?.includes(this.atoms.text(tree.atom[type]!))) return { row: type };
    const kind = tree.kind[declaration];
    if (kind === Kind.Parameter) return this.typeOf(childIn(tree, declaration, Role.Default));
    if (kind !== Kind.Variable && kind !== Kind.Field && kind !== Kind.Assign) return undefined;
    return this.initialised(childIn(tree, declaration, kind === Kind.Assign ? Role.Value : Role.Init));
  }

  /** What an initialiser says of the name: operators and calls say nothing. */
  private initialised(row: number): Type | undefined {
    if (row < 0) return undefined;
    switch (this.tree.kind[row]) {
      case Kind.Unary:
        return this.address(row);
      case Kind.Binary:
      case Kind.Conditional:
      case Kind.Member:
      case Kind.Call:
        return undefined;
      default:
        return this.typeOf(row);
    }
  }

  /** `this.x`: the type that the class around declares for its field. */
  private field(row: number): Type | undefined {
    const { tree } = this;
    const object = childIn(tree, row, Role.Object);
    const property = childIn(tree, row, Role.Property);
    if (object < 0 || property < 0) return undefined;
    if (this.facts.fieldsByName) return this.fieldNamed(tree.atom[property]!);
    const owner = this.classOf(object);
    this.fields ??= this.collectFields();
    const name = owner < 0 ? undefined : this.fields.get(owner)?.get(tree.atom[property]!);
    return name === undefined ? this.fact(this.facts.members, tree.atom[property]!) : this.declared(name);
  }

  /** The class whose fields `this` and its own name have, -1 for other expressions. */
  private classOf(object: number): number {
    const { tree } = this;
    if (tree.kind[object] !== Kind.Identifier) return -1;
    if (this.receiver >= 0 && tree.atom[object] === this.receiver) {
      let owner = tree.parent[object]!;
      while (owner >= 0 && tree.kind[owner] !== Kind.Class) owner = tree.parent[owner]!;
      return owner;
    }
    const id = this.names.variableOf[object]!;
    const declaration = id < 0 ? -1 : tree.parent[this.names.variables[id]!.row]!;
    return declaration >= 0 && tree.kind[declaration] === Kind.Class ? declaration : -1;
  }

  private fact(facts: Readonly<Record<string, BuiltinType>> | undefined, atom: number): Type | undefined {
    const name = this.atoms.text(atom);
    return facts && Object.hasOwn(facts, name) ? { builtin: facts[name]! } : undefined;
  }

  private fieldNamed(atom: number): Type | undefined {
    this.fields ??= this.collectFields();
    let last: number | undefined;
    for (const names of this.fields.values()) last = names.get(atom) ?? last;
    return last === undefined ? undefined : this.declared(last);
  }

  private collectFields(): ReadonlyMap<number, ReadonlyMap<number, number>> {
    const { tree } = this;
    const classes = new Map<number, Map<number, number>>();
    for (let row = 0; row < tree.length; row++) {
      // What a class is made with are its fields too.
      const role =
        tree.kind[row] === Kind.Field ? Role.Name : tree.kind[row] === Kind.Parameter ? Role.Target : undefined;
      if (role === undefined || tree.kind[tree.parent[row]!] !== Kind.Class) continue;
      const name = childIn(tree, row, role);
      if (name < 0) continue;
      const fields = classes.get(tree.parent[row]!) ?? new Map<number, number>();
      fields.set(tree.atom[name]!, name);
      classes.set(tree.parent[row]!, fields);
    }
    return classes;
  }

  private binary(row: number): Type | undefined {
    const operator = this.atoms.text(this.tree.atom[row]!);
    if (COMPARISONS.has(operator)) return { builtin: "boolean" };
    if (LOGICAL.has(operator)) return this.logical(row);
    if (!ARITHMETIC.has(operator) || !this.language.folding.integers) return undefined;
    const left = this.typeOf(childIn(this.tree, row, Role.Left));
    const right = this.typeOf(childIn(this.tree, row, Role.Right));
    return this.isBuiltin(left, "integer") && this.isBuiltin(right, "integer") ? { builtin: "integer" } : undefined;
  }

  /** Where both of its values are of one type. */
  private conditional(row: number): Type | undefined {
    const then = this.typeOf(childIn(this.tree, row, Role.Then));
    const other = this.typeOf(childIn(this.tree, row, Role.Else));
    if (!then || !other) return undefined;
    if ("builtin" in then) return this.isBuiltin(other, then.builtin) ? then : undefined;
    if ("builtin" in other) return this.isBuiltin(then, other.builtin) ? then : undefined;
    const equal = this.atoms.text(this.tree.atom[then.row]!) === this.atoms.text(this.tree.atom[other.row]!);
    return equal && this.tree.kind[then.row] === this.tree.kind[other.row] ? then : undefined;
  }

  /** Of booleans they are boolean, of whatever the other operand is. */
  private logical(row: number): Type | undefined {
    const operands = [Role.Left, Role.Right].map((role) => this.typeOf(childIn(this.tree, row, role)));
    return operands.some((type) => this.isBuiltin(type, "boolean")) ? { builtin: "boolean" } : undefined;
  }

  /** The builtin type that a type is. */
  builtinOf(type: Type): BuiltinType | undefined {
    if ("builtin" in type) return type.builtin;
    const name = this.atoms.text(this.tree.atom[type.row]!);
    const names = Object.keys(this.facts.builtins) as BuiltinType[];
    return names.find((builtin) => this.facts.builtins[builtin]?.includes(name));
  }

  private isBuiltin(type: Type | undefined, builtin: BuiltinType): boolean {
    if (!type) return false;
    if ("builtin" in type) return type.builtin === builtin;
    return this.facts.builtins[builtin]?.includes(this.atoms.text(this.tree.atom[type.row]!)) ?? false;
  }

  private unary(row: number): Type | undefined {
    const operator = this.atoms.text(this.tree.atom[row]!);
    if (operator === "!" || operator === "not") return { builtin: "boolean" };
    return undefined;
  }

  /** `&T{}`, `&x`: a pointer to the type of the operand. */
  private address(row: number): Type | undefined {
    if (this.atoms.text(this.tree.atom[row]!) !== this.facts.addressOf) return undefined;
    const type = this.typeOf(childIn(this.tree, row, Role.Operand));
    return type && "row" in type && !type.pointer ? { row: type.row, pointer: true } : undefined;
  }

  private result(row: number): Type | undefined {
    const { tree } = this;
    const callee = childIn(tree, row, Role.Callee);
    const property = callee >= 0 && tree.kind[callee] === Kind.Member ? childIn(tree, callee, Role.Property) : -1;
    if (property < 0) return undefined;
    const object = childIn(tree, callee, Role.Object);
    if (this.facts.elementMethods?.includes(this.atoms.text(tree.atom[property]!))) return this.element(object);
    return this.fact(this.facts.results, tree.atom[property]!) ?? this.classResult(object, property);
  }

  /** `Integer.parseInt(…)`. */
  private classResult(object: number, property: number): Type | undefined {
    if (this.tree.kind[object] !== Kind.Identifier) return undefined;
    const name = `${this.atoms.text(this.tree.atom[object]!)}.${this.atoms.text(this.tree.atom[property]!)}`;
    const { results } = this.facts;
    return results && Object.hasOwn(results, name) ? { builtin: results[name]! } : undefined;
  }

  /** What a collection holds, by the last of its type's arguments: `String` for `List<String>`. */
  private element(collection: number): Type | undefined {
    const type = this.typeOf(collection);
    if (!type || !("row" in type) || this.tree.kind[type.row] !== Kind.TypeApply) return undefined;
    return at(childrenIn(this.tree, type.row, Role.TypeArgument).at(-1) ?? -1);
  }
}

const at = (row: number): Type | undefined => (row < 0 ? undefined : { row });
