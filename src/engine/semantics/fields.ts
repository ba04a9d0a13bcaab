// Fields of a class that are assigned once: `this.k` is known wherever the class reads it.
import type { Language } from "../languages/language";
import { Kind, Role } from "../tree/kinds";
import { childIn, type Tree } from "../tree/tree";
import type { Constant } from "./values";
import type { Atoms } from "./variables";

interface Field {
  /** Whether the class declares it; what only its methods assign is no field. */
  declared: boolean;
  writes: number;
  /** Row of a value given to it, -1: none. */
  value: number;
  known: "unasked" | "asked" | { readonly constant: Constant | undefined };
}

/** By atom of the name. */
type Fields = Map<number, Field>;

export class FieldConstants {
  private readonly receiver: number;
  private readonly inOrder: boolean;
  private classes: Map<number, Fields> | undefined;

  constructor(
    private readonly tree: Tree,
    atoms: Atoms,
    language: Language,
    private readonly evaluate: (row: number) => Constant | undefined,
  ) {
    const { receiver, inOrder = false } = language.folding;
    this.inOrder = inOrder;
    // Where members are names, theirs is the name's own value.
    this.receiver = receiver !== undefined && !language.scoping.membersAreNames ? atoms.find(receiver) : -1;
  }

  /** The value of a `Member` row, if it reads a field of the class around it. */
  constantOf(row: number): Constant | undefined {
    const name = this.ownMember(row);
    if (name < 0 || this.isTarget(row)) return undefined;
    this.classes ??= this.collect();
    let owner = this.tree.parent[row]!;
    while (owner >= 0 && this.tree.kind[owner] !== Kind.Class) owner = this.tree.parent[owner]!;
    const field = this.classes.get(owner)?.get(name);
    if (this.inOrder && field && row < field.value) return undefined;
    if (!field?.declared || field.writes !== 1 || field.value < 0 || field.known === "asked") return undefined;
    if (field.known === "unasked") {
      // A field defined by itself is found asked for.
      field.known = "asked";
      field.known = { constant: this.evaluate(field.value) };
    }
    return field.known.constant;
  }

  private collect(): Map<number, Fields> {
    const { tree } = this;
    const classes = new Map<number, Fields>();
    const open: number[] = [];
    for (let row = 0; row < tree.length; row++) {
      while (open.length > 0 && row >= open[open.length - 1]! + tree.size[open[open.length - 1]!]!) open.pop();
      const kind = tree.kind[row]!;
      const owner = open[open.length - 1];
      if (kind === Kind.Class) {
        open.push(row);
        classes.set(row, new Map());
      } else if (owner !== undefined) this.note(classes.get(owner)!, row, kind);
    }
    return classes;
  }

  private note(fields: Fields, row: number, kind: number): void {
    const { tree } = this;
    if (kind === Kind.Field) {
      const name = childIn(tree, row, Role.Name);
      if (name < 0 || tree.kind[tree.parent[row]!] !== Kind.Class) return;
      this.write(fields, tree.atom[name]!, childIn(tree, row, Role.Init)).declared = true;
    } else if (kind === Kind.Member && this.isTarget(row)) {
      const name = this.ownMember(row);
      if (name < 0) return;
      const parent = tree.parent[row]!;
      const value = tree.kind[parent] === Kind.Assign ? childIn(tree, parent, Role.Value) : -1;
      const field = this.write(fields, name, value);
      if (value < 0) field.writes++;
    }
  }

  private write(fields: Fields, name: number, value: number): Field {
    let field = fields.get(name);
    if (!field) {
      field = { declared: false, writes: 0, value: -1, known: "unasked" };
      fields.set(name, field);
    }
    if (value < 0) return field;
    field.writes++;
    field.value = value;
    return field;
  }

  private isTarget(row: number): boolean {
    const role = this.tree.role[row];
    return role === Role.Target || (role === Role.Operand && this.tree.kind[this.tree.parent[row]!] === Kind.Update);
  }

  /** The atom of `x` in `this.x`, or -1. */
  private ownMember(row: number): number {
    const { tree } = this;
    const object = childIn(tree, row, Role.Object);
    if (this.receiver < 0 || object < 0 || tree.kind[object] !== Kind.Identifier) return -1;
    const property = childIn(tree, row, Role.Property);
    return tree.atom[object] === this.receiver && property >= 0 ? tree.atom[property]! : -1;
  }
}
