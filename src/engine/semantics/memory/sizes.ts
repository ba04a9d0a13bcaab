// Sizes of types, and numbers that the file gives names to.
import type { MemoryFacts } from "../../languages/memory-facts";
import { Kind, kindOf, Role } from "../../tree/kinds";
import { childIn, type Tree } from "../../tree/tree";
import type { Atoms } from "../variables";
import type { NumberValue } from "./values";
import { exactly } from "./values";

const DEFINE = kindOf("define");
const TYPE = kindOf("type");

/** Names defined by names; longer chains are not followed. */
const MOST_NAMES = 8;

export class Sizes {
  /** By atom of a name that the preprocessor replaces: the text of it; undefined for one with several. */
  private readonly defined = new Map<number, string | undefined>();
  /** Atoms of names that are replaced with what they are given. */
  private readonly macros = new Set<number>();
  /** By atom of a field: row of its type, -1 where fields of several classes have the name. */
  private readonly fields = new Map<number, number>();
  /** By atom of its name: row of a function, -1 where several have the name. */
  private readonly functions = new Map<number, number>();
  /** By atom: the row of the type that a name of a type stands for. */
  private readonly aliases = new Map<number, number>();

  constructor(
    private readonly tree: Tree,
    private readonly atoms: Atoms,
    readonly facts: MemoryFacts,
  ) {
    for (let row = 1; row < tree.length; row++) {
      const kind = tree.kind[row]!;
      if (kind === Kind.Function) {
        this.note(this.functions, childIn(tree, row, Role.Name), row);
        row += tree.size[row]! - 1;
      } else if (kind === DEFINE) this.define(row);
      else if (kind === Kind.Field)
        this.note(this.fields, childIn(tree, row, Role.Name), childIn(tree, row, Role.Type));
      else if (kind === Kind.TypeAlias)
        this.note(this.aliases, childIn(tree, row, Role.Name), childIn(tree, row, Role.Type));
    }
  }

  private define(row: number): void {
    const { tree, atoms } = this;
    const name = childIn(tree, row, Role.Name);
    const value = childIn(tree, row, Role.Value);
    if (name >= 0 && childIn(tree, row, Role.Parameter) >= 0) this.macros.add(tree.atom[name]!);
    if (name < 0 || value < 0 || this.macros.has(tree.atom[name]!)) return;
    const content = atoms.text(tree.atom[value]!);
    const text = tree.kind[value] === Kind.String ? `"${content}"` : content;
    const other = this.defined.get(tree.atom[name]!);
    const isNew = !this.defined.has(tree.atom[name]!);
    this.defined.set(tree.atom[name]!, isNew || other === text ? text : undefined);
  }

  private note(rows: Map<number, number>, name: number, type: number): void {
    if (name < 0 || type < 0) return;
    const atom = this.tree.atom[name]!;
    rows.set(atom, rows.has(atom) ? -1 : type);
  }

  /** The function of the file that alone has a name; -1. */
  functionOf(atom: number): number {
    return this.functions.get(atom) ?? -1;
  }

  isMacro(atom: number): boolean {
    return this.macros.has(atom);
  }

  /** The name that a name stands for once the preprocessor has run. */
  nameOf(atom: number): string {
    return this.replaced(this.atoms.text(atom));
  }

  private replaced(text: string): string {
    let name = text;
    for (let i = 0; i < MOST_NAMES; i++) {
      const atom = this.atoms.find(name);
      const next = atom < 0 ? undefined : this.defined.get(atom);
      if (next === undefined) return name;
      name = next.replace(/^\(\s*([\w"].*?)\s*\)$/, "$1");
    }
    return name;
  }

  /** The number that a name stands for. */
  constantOf(atom: number): NumberValue | undefined {
    const text = this.nameOf(atom);
    const { constants } = this.facts;
    if (Object.hasOwn(constants, text)) return exactly(constants[text]!);
    return /^(?:0[xX][\da-fA-F]+|\d+)[uUlL]*$/.test(text) ? exactly(numberOf(text)) : undefined;
  }

  /** The length of the text that a name stands for. */
  textOf(atom: number): number | undefined {
    const text = /^L?"((?:[^"\\]|\\.)*)"$/.exec(this.nameOf(atom))?.[1];
    return text === undefined ? undefined : textLength(text);
  }

  /** The size of a type: bytes, or one of a type whose size is not known; undefined for what has none. */
  ofType(row: number): NumberValue | undefined {
    const { tree, facts } = this;
    if (row < 0) return undefined;
    const kind = tree.kind[row];
    if (kind === Kind.PointerType) return exactly(facts.pointer);
    if (kind === TYPE) return this.ofOther(row);
    if (kind !== Kind.Identifier) return undefined;
    const name = this.atoms.text(tree.atom[row]!);
    if (Object.hasOwn(facts.sizes, name)) return exactly(facts.sizes[name]!);
    const alias = this.aliases.get(tree.atom[row]!) ?? -1;
    if (alias >= 0 && alias !== row && tree.kind[alias] !== Kind.Class) return this.ofType(alias);
    return name === "void" || name === "auto" ? undefined : exactly(1, name);
  }

  private ofOther(row: number): NumberValue | undefined {
    const { tree } = this;
    if (this.atoms.text(tree.atom[row]!) !== "[]") {
      const name = childIn(tree, row, Role.Value);
      return name < 0 || tree.kind[name] !== Kind.Identifier
        ? undefined
        : exactly(1, this.atoms.text(tree.atom[name]!));
    }
    const element = this.ofType(childIn(tree, row, Role.Value));
    const count = this.number(childIn(tree, row, Role.Argument));
    if (!element || count === undefined) return undefined;
    return exactly(element.low * count, element.unit);
  }

  /** What is written as a number, or a name of one, or a sum or product of such. */
  number(row: number): number | undefined {
    const { tree } = this;
    if (row < 0) return undefined;
    if (tree.kind[row] === Kind.Number) {
      const text = this.atoms.text(tree.atom[row]!);
      return /^(?:0[xX][\da-fA-F]+|\d+)[uUlL]*$/.test(text) ? numberOf(text) : undefined;
    }
    if (tree.kind[row] === Kind.Identifier) return this.constantOf(tree.atom[row]!)?.low;
    if (tree.kind[row] !== Kind.Binary) return undefined;
    const left = this.number(childIn(tree, row, Role.Left));
    const right = this.number(childIn(tree, row, Role.Right));
    if (left === undefined || right === undefined) return undefined;
    const operator = this.atoms.text(tree.atom[row]!);
    return operator === "+"
      ? left + right
      : operator === "-"
        ? left - right
        : operator === "*"
          ? left * right
          : undefined;
  }

  /** The type of a field that one class alone has; -1. */
  fieldType(atom: number): number {
    return this.fields.get(atom) ?? -1;
  }

  /** The type of what an array or a pointer of a type holds; -1 for other types. */
  elementType(row: number): number {
    const { tree } = this;
    if (row < 0) return -1;
    const isArray = tree.kind[row] === TYPE && this.atoms.text(tree.atom[row]!) === "[]";
    return isArray || tree.kind[row] === Kind.PointerType ? childIn(tree, row, Role.Value) : -1;
  }

  /** An array of no or one element. */
  isOpen(row: number): boolean {
    return this.isArray(row) && (this.number(childIn(this.tree, row, Role.Argument)) ?? 0) <= 1;
  }

  isArray(row: number): boolean {
    return row >= 0 && this.tree.kind[row] === TYPE && this.atoms.text(this.tree.atom[row]!) === "[]";
  }
}

export const numberOf = (text: string): number => {
  const digits = text.replace(/[uUlL]+$/, "");
  return /^-?0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
};

/** How many characters a text has whose escapes stand as they are written. */
export const textLength = (text: string): number =>
  text.replace(/\\(?:x[\da-fA-F]+|[0-7]{1,3}|u[\da-fA-F]{4}|.)/gs, "_").length;
