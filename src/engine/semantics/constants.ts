// Constant values of expressions. Two layers: variables and fields that are constant wherever they are read (below), and
// what else is known at a point of a function (flow.ts).
import type { Language } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { FieldConstants } from "./fields";
import { Flow } from "./flow";
import type { Names } from "./names";
import {
  type Constant,
  concatenate,
  constantIn,
  foldBinary,
  foldUnary,
  joinConstants,
  numberConstant,
  stringConstant,
} from "./values";
import { type Atoms, NOT_WRITTEN, unitAround, type Variable } from "./variables";

/** What an identifier is known to be. */
export type Lookup = (row: number) => Constant | undefined;

/** Constants defined by constants that come later in the file, one by the other; longer chains are not followed. */
const MAXIMUM_FORWARD = 50;

const LITERALS = new Set<number>([Kind.String, Kind.Number, Kind.Boolean]);

export class Constants {
  /** By id of the variable. */
  private readonly everywhere: (Constant | undefined)[] = [];
  private readonly visited: Uint8Array;
  private forward = 0;
  private readonly fields: FieldConstants;
  private readonly flow: Flow;
  private values: ReadonlyMap<string, number> | undefined;
  private readonly settled = new Map<number, Constant | undefined>();

  constructor(
    private readonly tree: Tree,
    private readonly atoms: Atoms,
    private readonly language: Language,
    private readonly names: Names,
  ) {
    this.visited = new Uint8Array(names.variables.length);
    this.fields = new FieldConstants(tree, atoms, language, (row) => this.evaluate(row, this.lookupEverywhere));
    this.flow = new Flow(tree, atoms, language, names, this);
    for (const variable of names.variables) this.constantEverywhere(variable);
  }

  /** The value of an expression's row; a name that is being declared or assigned has none. */
  constantOf(row: number): Constant | undefined {
    switch (this.tree.kind[row]) {
      case Kind.Binary:
      case Kind.Template:
      case Kind.Conditional:
        if (!this.settled.has(row)) this.settled.set(row, this.compute(row, this.constantAt));
        return this.settled.get(row);
      default:
        return this.compute(row, this.constantAt);
    }
  }

  /** The value of a variable that is the same wherever it is read. */
  constantEverywhere(variable: Variable): Constant | undefined {
    const { id } = variable;
    // A constant defined by itself is found unset here.
    if (this.visited[id] === 1 || !this.isAssignedOnce(variable) || this.forward > MAXIMUM_FORWARD) {
      return this.everywhere[id];
    }
    this.visited[id] = 1;
    this.forward++;
    this.everywhere[id] = this.evaluate(variable.value, this.lookupEverywhere);
    this.forward--;
    return this.everywhere[id];
  }

  /** The value of an expression, given what its names are. */
  evaluate(row: number, lookup: Lookup): Constant | undefined {
    return this.compute(row, lookup);
  }

  private readonly lookupEverywhere: Lookup = (row) => {
    const id = this.names.variableOf[row]!;
    return id < 0 ? undefined : this.constantRead(row, this.names.variables[id]!);
  };

  /** What a variable is everywhere, where `row` may read it. */
  constantRead(row: number, variable: Variable): Constant | undefined {
    if (!this.language.folding.inOrder) return this.constantEverywhere(variable);
    if (row < variable.row) return undefined;
    // What its own function assigns it, and not its declaration, is known only along the flow.
    const { value, unit } = variable;
    const along = value >= 0 && this.tree.role[value] !== Role.Init && unitAround(this.tree, value) === unit;
    return along && unit > 0 && unitAround(this.tree, row) === unit ? undefined : this.constantEverywhere(variable);
  }

  private readonly constantAt: Lookup = (row) => {
    const id = this.names.variableOf[row]!;
    if (id < 0 || this.names.written[row] !== NOT_WRITTEN) return undefined;
    const variable = this.names.variables[id]!;
    return this.constantRead(row, variable) ?? constantIn(this.flow.knownAt(row, variable));
  };

  isAssignedOnce(variable: Variable): boolean {
    if (variable.writes !== 1 || variable.value < 0 || variable.imported || variable.defined) return false;
    const { folding, moduleConstants } = this.language;
    if (variable.field && variable.closed && !variable.late) return true;
    // What a function makes of a name of the file is not the name's value there.
    if (this.language.scoping.assignmentDeclares && unitAround(this.tree, variable.value) !== variable.unit)
      return false;
    return variable.constant || folding.locals || (moduleConstants && variable.module);
  }

  private compute(row: number, lookup: Lookup): Constant | undefined {
    const { folding } = this.language;
    switch (this.tree.kind[row]) {
      case Kind.String:
      case Kind.StringPart:
        return stringConstant(this.text(row));
      case Kind.Number:
        return numberConstant(this.text(row), folding.integers);
      case Kind.Boolean:
        return { type: "boolean", value: this.text(row).toLowerCase() === "true" };
      case Kind.Identifier:
        return lookup(row) ?? (this.names.variableOf[row]! < 0 ? this.declared(row) : undefined);
      case Kind.Member:
        return this.fields.constantOf(row) ?? this.memberConstant(row, lookup) ?? this.declared(row);
      case Kind.Template:
        return concatenate(
          childrenIn(this.tree, row).map((part) => this.value(part, lookup)),
          folding.joinsNumbers,
        );
      case Kind.TaggedTemplate: {
        const tag = this.child(row, Role.Callee);
        const plain = tag >= 0 && folding.interpolators?.includes(this.text(tag));
        return plain ? this.value(this.child(row, Role.Value), lookup) : undefined;
      }
      case Kind.Call:
        return folding.formats ? this.formatted(row, folding.formats, lookup) : undefined;
      case Kind.Binary:
        return this.binary(row, lookup);
      case Kind.Unary:
        return foldUnary(this.text(row), this.value(this.child(row, Role.Operand), lookup)) ?? this.declared(row);
      case Kind.Conditional:
        return joinConstants(
          this.value(this.child(row, Role.Then), lookup),
          this.value(this.child(row, Role.Else), lookup),
        );
      case Kind.Cast:
        return folding.casts === false ? undefined : this.value(this.child(row, Role.Value), lookup);
      case Kind.Assign:
        return this.value(this.child(row, Role.Value), lookup);
      default:
        return undefined;
    }
  }

  /** `String.format("a %s", K)`: what it gives is not computed, only that it is constant. */
  private formatted(row: number, formats: readonly string[], lookup: Lookup): Constant | undefined {
    const callee = this.child(row, Role.Callee);
    if (callee < 0 || !formats.includes(this.dotted(callee))) return undefined;
    const values = childrenIn(this.tree, row, Role.Argument).map((argument) => this.value(argument, lookup));
    return values.length > 0 && values.every((value) => value !== undefined) ? { type: "some-string" } : undefined;
  }

  /** The text of a dotted name, empty for other expressions. */
  private dotted(row: number): string {
    if (this.tree.kind[row] === Kind.Identifier) return this.text(row);
    if (this.tree.kind[row] === Kind.Unary) return this.text(row) + this.dotted(this.child(row, Role.Operand));
    const object = this.tree.kind[row] === Kind.Member ? this.child(row, Role.Object) : -1;
    const property = object < 0 ? -1 : this.child(row, Role.Property);
    return property < 0 ? "" : `${this.dotted(object)}.${this.text(property)}`;
  }

  /** `this.x`, where the fields of a class are names. */
  private memberConstant(row: number, lookup: Lookup): Constant | undefined {
    const property = this.child(row, Role.Property);
    return property >= 0 && this.names.variableOf[property]! >= 0 ? lookup(property) : undefined;
  }

  /** What a name with a value elsewhere in the file stands for, one step only. */
  private declared(row: number): Constant | undefined {
    const { declaredValues } = this.language.folding;
    if (!declaredValues) return undefined;
    this.values ??= declaredValues(this.tree, (each) => (each < 0 ? "" : this.text(each)));
    const value = this.values.get(this.dotted(row));
    return value !== undefined && LITERALS.has(this.tree.kind[value]!)
      ? this.compute(value, () => undefined)
      : undefined;
  }

  private binary(row: number, lookup: Lookup): Constant | undefined {
    const [left, ...others] = childrenIn(this.tree, row);
    const [other, third] = others;
    if (left === undefined || other === undefined) return undefined;
    const chosen = third === undefined ? this.chosen(row, left) : -1;
    if (chosen >= 0) return joinConstants(this.value(chosen, lookup), this.value(other, lookup));
    let value = this.value(left, lookup);
    for (const next of others) {
      if (!value) return undefined;
      value = foldBinary(this.text(row), value, this.value(next, lookup), this.language.folding);
    }
    return value;
  }

  /** `a` of `c and a or b`, which chooses as `c ? a : b` does; -1 for others. */
  private chosen(row: number, left: number): number {
    const joins = (at: number, ...operators: readonly string[]): boolean => operators.includes(this.text(at));
    if (this.tree.kind[left] !== Kind.Binary || !joins(row, "or", "||") || !joins(left, "and", "&&")) return -1;
    return childrenIn(this.tree, left).at(-1) ?? -1;
  }

  /** What is asked for rows below each other is computed once. */
  private value(row: number, lookup: Lookup): Constant | undefined {
    if (row < 0) return undefined;
    return lookup === this.constantAt ? this.constantOf(row) : this.compute(row, lookup);
  }

  private child(row: number, role: Role): number {
    return childIn(this.tree, row, role);
  }

  private text(row: number): string {
    return this.atoms.text(this.tree.atom[row]!);
  }
}
