// What declarations say of variables and of the memory that they are.
import { Kind, Role } from "../../tree/kinds";
import { childrenIn } from "../../tree/tree";
import { Conditions } from "./conditions";
import { sized } from "./places";
import { textLength } from "./sizes";
import { combine, exactly, isExact, type MemoryObject, type NumberValue } from "./values";

export class Declarations extends Conditions {
  protected declare(row: number): void {
    const name = this.child(row, Role.Target);
    const type = this.child(row, Role.Type);
    const init = this.child(row, Role.Init);
    const id = name < 0 ? -1 : this.local(name);
    const modifiers = childrenIn(this.tree, row, Role.Modifier).map((modifier) => this.text(modifier));
    if (id < 0 || type < 0 || modifiers.includes("extern")) {
      this.keep(this.initial(init));
      return;
    }
    const isStatic = modifiers.includes("static") || modifiers.includes("thread_local");
    if (this.sizes.isArray(type)) return this.declareArray(row, id, type, init, isStatic);
    if (isStatic || this.text(type) === "&" || this.text(type) === "&&") {
      if (init >= 0) this.refer(init);
      this.state.share(id);
      return;
    }
    if (init >= 0) this.state.set(id, this.fitted(id, this.initial(init), name));
    else this.state.set(id, this.isPlain(type) ? { type: "unset" } : undefined);
  }

  /** A reference: what it names is known by another name from here on. */
  private refer(init: number): void {
    const id = this.tree.kind[init] === Kind.Identifier ? this.local(init) : -1;
    const value = id < 0 ? this.evaluate(init) : this.state.value(id);
    this.keep(value);
    if (id >= 0) this.state.share(id);
  }

  /** Whether nothing gives a variable of the type a value where it is declared. */
  private isPlain(type: number): boolean {
    if (this.tree.kind[type] === Kind.PointerType) return true;
    return this.tree.kind[type] === Kind.Identifier && Object.hasOwn(this.sizes.facts.sizes, this.text(type));
  }

  private declareArray(row: number, id: number, type: number, init: number, isStatic: boolean): void {
    const element = this.sizes.ofType(this.child(type, Role.Value));
    const argument = this.child(type, Role.Argument);
    const value = argument < 0 ? undefined : this.evaluate(argument);
    const count = argument < 0 ? this.elementsOf(init) : value?.type === "number" ? value : undefined;
    const size = element && count ? combine("*", count, element) : undefined;
    const object: MemoryObject = { ...sized(size), by: isStatic ? "static" : "stack" };
    const width = element?.unit === undefined ? (element?.low ?? 1) : 1;
    this.state.setObject(row, { ...object, ...(isStatic ? {} : this.contentsOf(init, width)) });
    if (isStatic) this.state.shareObject(row, "shared");
    this.state.set(id, { type: "pointer", to: row, low: 0, high: 0 });
  }

  private contentsOf(init: number, width: number): Partial<MemoryObject> {
    if (init < 0) return { untouched: true };
    const length = this.lengthOf(init);
    if (length !== undefined) return { length: length * width, filled: length * width };
    for (const element of childrenIn(this.tree, init)) this.keep(this.evaluate(element));
    const [first, second] = this.tree.kind[init] === Kind.Array ? childrenIn(this.tree, init) : [];
    const value = first === undefined || second !== undefined ? undefined : this.evaluate(first);
    return isExact(value) && value.low === 0 ? { length: 0 } : {};
  }

  private lengthOf(init: number): number | undefined {
    if (this.tree.kind[init] === Kind.String) return textLength(this.text(init));
    return this.tree.kind[init] === Kind.Identifier ? this.sizes.textOf(this.tree.atom[init]!) : undefined;
  }

  /** How many elements an initialiser has. */
  private elementsOf(init: number): NumberValue | undefined {
    if (init < 0) return undefined;
    const length = this.lengthOf(init);
    if (length !== undefined) return exactly(length + 1);
    if (this.tree.kind[init] !== Kind.Array) return undefined;
    const elements = childrenIn(this.tree, init);
    return elements.some(
      (element) => this.tree.kind[element] !== Kind.Number && this.tree.kind[element] !== Kind.String,
    )
      ? undefined
      : exactly(elements.length);
  }
}
