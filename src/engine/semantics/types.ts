// What is known of the type of an expression: what a declaration, a cast, a literal or an operator says, no inference
// beyond. Typed metavariables and `metavariable-type` ask for it (RULE-LANGUAGE §2.7).
import { type BuiltinType, COMMON_TYPES, type Language, type TypeFacts } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";
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
  ...["==", "!=", "===", "!==", "<", ">", "<=", ">=", "&&", "||"],
  ...["and", "or", "in", "not in", "is", "is not", "instanceof"],
]);

export class Types {
  private readonly facts: TypeFacts;
  private readonly makers: ReadonlySet<number>;
  private readonly pointerMakers: ReadonlySet<number>;
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
    this.makers = new Set((this.facts.makers ?? []).map((name) => atoms.find(name)));
    this.pointerMakers = new Set((this.facts.pointerMakers ?? []).map((name) => atoms.find(name)));
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
        return { builtin: "null" };
      case Kind.Identifier:
      case Kind.Name:
        return this.named(row);
      case Kind.Member:
        return this.field(row);
      case Kind.New:
        return at(childIn(tree, row, Role.Callee));
      case Kind.Cast:
        return at(childIn(tree, row, Role.Type));
      case Kind.Binary:
        return this.binary(row);
      case Kind.Unary:
        return this.unary(row);
      case Kind.Call:
        return this.result(row);
      case Kind.Assign:
        return this.typeOf(childIn(tree, row, Role.Target)) ?? this.typeOf(childIn(tree, row, Role.Value));
      case Kind.Conditional:
        return this.typeOf(childIn(tree, row, Role.Then)) ?? this.typeOf(childIn(tree, row, Role.Else));
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
    if (type >= 0) return { row: type };
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
        return undefined;
      case Kind.Call:
        return this.made(row);
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
    if (tree.kind[object] !== Kind.Identifier) return undefined;
    if (this.receiver < 0 || tree.atom[object] !== this.receiver) return undefined;
    let owner = tree.parent[row]!;
    while (owner >= 0 && tree.kind[owner] !== Kind.Class) owner = tree.parent[owner]!;
    this.fields ??= this.collectFields();
    const name = this.fields.get(owner)?.get(tree.atom[property]!);
    return name === undefined ? undefined : this.declared(name);
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
      if (tree.kind[row] !== Kind.Field || tree.kind[tree.parent[row]!] !== Kind.Class) continue;
      const name = childIn(tree, row, Role.Name);
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
    if (operator === "^" || operator === "|" || operator === "&") return this.bitwise(row);
    if ((operator !== "+" && operator !== "-") || !this.language.folding.integers) return undefined;
    const left = this.typeOf(childIn(this.tree, row, Role.Left));
    const right = this.typeOf(childIn(this.tree, row, Role.Right));
    return this.isBuiltin(left, "integer") && this.isBuiltin(right, "integer") ? { builtin: "integer" } : undefined;
  }

  /** Of booleans they are boolean, of whatever the other operand is. */
  private bitwise(row: number): Type | undefined {
    const operands = [Role.Left, Role.Right].map((role) => this.typeOf(childIn(this.tree, row, role)));
    return operands.some((type) => this.isBuiltin(type, "boolean")) ? { builtin: "boolean" } : undefined;
  }

  private isBuiltin(type: Type | undefined, builtin: BuiltinType): boolean {
    if (!type) return false;
    if ("builtin" in type) return type.builtin === builtin;
    return this.facts.builtins[builtin]?.includes(this.atoms.text(this.tree.atom[type.row]!)) ?? false;
  }

  private unary(row: number): Type | undefined {
    const operator = this.atoms.text(this.tree.atom[row]!);
    if (operator === "!" || operator === "not") return { builtin: "boolean" };
    return operator === "-" ? this.typeOf(childIn(this.tree, row, Role.Operand)) : undefined;
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
    if (callee < 0) return undefined;
    const property = tree.kind[callee] === Kind.Member ? childIn(tree, callee, Role.Property) : -1;
    const { results } = this.facts;
    const name = property < 0 ? "" : this.atoms.text(tree.atom[property]!);
    const builtin = results && Object.hasOwn(results, name) ? results[name] : undefined;
    return builtin === undefined ? this.made(row) : { builtin };
  }

  /** `make(T)` and `new(T)`. */
  private made(row: number): Type | undefined {
    const { tree } = this;
    const callee = childIn(tree, row, Role.Callee);
    const written = childIn(tree, row, Role.TypeArgument);
    const type = written < 0 ? childIn(tree, row, Role.Argument) : written;
    if (callee < 0 || type < 0 || tree.kind[callee] !== Kind.Identifier) return undefined;
    if (this.makers.has(tree.atom[callee]!)) return { row: type };
    return this.pointerMakers.has(tree.atom[callee]!) ? { row: type, pointer: true } : undefined;
  }
}

const at = (row: number): Type | undefined => (row < 0 ? undefined : { row });
