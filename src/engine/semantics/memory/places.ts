// Where pointers lead: places in memory, what is wrong with them, what is allocated and released.
import { Kind, Role } from "../../tree/kinds";
import { childIn, childrenIn, type Tree } from "../../tree/tree";
import type { Names } from "../names";
import type { Atoms } from "../variables";
import type { Sizes } from "./sizes";
import {
  combine,
  exactly,
  isExact,
  type MemoryObject,
  type NumberValue,
  named,
  type PointerValue,
  type State,
  sumOf,
  type Value,
} from "./values";

/** What is surely wrong with what an operand leads to, once it is evaluated. */
export type Fault =
  /** Memory behind the end, or before the start, of what it points into. */
  | "beyond"
  | "before"
  /** The same for the largest number that a check lets through. */
  | "maybe beyond"
  | "null"
  /** It has no value, or what it points to has none. */
  | "unset"
  /** The same on one of the ways here that met just before. */
  | "maybe unset"
  /** What is released was not allocated so, or the pointer is not to its start. */
  | "not allocated"
  | "not the start"
  | "released otherwise"
  /** It is written to after it was released, or read after a function of the file released it. */
  | "released"
  /** It is released once more, where a function of the file was the first. */
  | "released before"
  | "zero"
  /** It is given back on one way out of the function, but not on another. */
  | "kept"
  /** The result does not fit its type. */
  | "overflow";

const NOT_HEAP: ReadonlySet<MemoryObject["by"]> = new Set(["stack", "static", "literal"]);

/** What expressions need to know of memory, in the state of one point. */
export abstract class Places {
  /** By row of an operand. */
  readonly faults = new Map<number, Fault>();
  /** Objects that the function gives back somewhere. */
  protected readonly settled = new Set<number>();
  /** By object: the name that it was first given to. */
  protected readonly owners = new Map<number, number>();
  /** Objects whose contents are the same everywhere, or never known. */
  protected readonly fixed = new Map<number, MemoryObject>();

  constructor(
    readonly tree: Tree,
    readonly atoms: Atoms,
    readonly names: Names,
    readonly sizes: Sizes,
    public state: State,
    /** Row of the function. */
    readonly unit: number,
  ) {}

  text(row: number): string {
    return this.atoms.text(this.tree.atom[row]!);
  }

  child(row: number, role: Role): number {
    return row < 0 ? -1 : childIn(this.tree, row, role);
  }

  object(id: number): MemoryObject | undefined {
    return this.state.object(id) ?? this.fixed.get(id);
  }

  fault(row: number, fault: Fault): void {
    if (row >= 0 && !this.faults.has(row)) this.faults.set(row, fault);
    const base = this.baseOf(row);
    // What follows is the same fault.
    if (base >= 0 && fault !== "overflow") this.state.set(base, undefined);
  }

  /** The local variable that a name means; -1 for others. */
  local(row: number): number {
    const id = row < 0 ? -1 : this.names.variableOf[row]!;
    if (id < 0) return -1;
    const variable = this.names.variables[id]!;
    return variable.unit === this.unit && !variable.escapes ? id : -1;
  }

  private baseOf(row: number): number {
    return row >= 0 && this.tree.kind[row] === Kind.Identifier ? this.local(row) : -1;
  }

  abstract evaluate(row: number): Value | undefined;

  /** What a pointer leads to is known elsewhere from here on. */
  keep(value: Value | undefined): void {
    if (value?.type === "pointer") this.state.shareObject(value.to, "shared");
  }

  /** Whoever gets a pointer has to give back what it leads to from here on. */
  protected handOn(value: Value | undefined): void {
    this.keep(value);
    if (value?.type === "pointer" && value.low === 0) this.settled.add(value.to);
  }

  /**
   * What a pointer leads to may be written to by a function that is called with it.
   * @param mayKeep whether nothing is known of that function: a descriptor is a number that it may note
   */
  lend(value: Value | undefined, mayKeep = true): void {
    if (value?.type !== "pointer") return;
    const isNoted = mayKeep && this.object(value.to)?.by === "descriptor";
    this.state.shareObject(value.to, isNoted ? "shared" : "lent");
  }

  /** A pointer to memory of which only the size is known. */
  protected fresh(row: number, type: number, by: MemoryObject["by"]): Value | undefined {
    const size = this.sizes.ofType(type);
    // `char data[1];` at the end of a structure may stand for as many as were allocated.
    if (!size || (by === "static" && this.sizes.isOpen(type))) return undefined;
    this.fixed.set(row, { size: size.low, unit: size.unit, by });
    return { type: "pointer", to: row, low: 0, high: 0 };
  }

  /** Zero is no pointer; a number that is not known has a name, so that it is known to be the same elsewhere. */
  fitted(id: number, value: Value | undefined, row: number): Value | undefined {
    if (value?.type === "pointer" && !this.owners.has(value.to)) this.owners.set(value.to, row);
    if (!value && this.isWhole(this.typeOfVariable(id))) return named(`${row}`);
    if (!isExact(value) || value.low !== 0 || value.unit !== undefined) return value;
    return this.tree.kind[this.typeOfVariable(id)] === Kind.PointerType ? { type: "null" } : value;
  }

  /** Whether a type is of whole numbers. */
  isWhole(type: number): boolean {
    if (type < 0 || this.tree.kind[type] !== Kind.Identifier) return false;
    const name = this.text(type);
    return Object.hasOwn(this.sizes.facts.sizes, name) && name !== "float" && name !== "double";
  }

  typeOfVariable(id: number): number {
    return this.child(this.tree.parent[this.names.variables[id]!.row]!, Role.Type);
  }

  /** A pointer some elements further on. */
  protected moved(pointer: PointerValue, by: NumberValue, sign: 1 | -1, row: number): PointerValue | undefined {
    const element = this.elementOf(row, pointer);
    if (!element || by.unit !== undefined) return undefined;
    const { low, high, each, plus } = pointer;
    const from = { low, high, ...(each ? { each } : {}), ...(plus ? { plus } : {}), type: "number" as const };
    const scaledBy = combine("*", by, exactly(element));
    const offset = scaledBy && combine(sign > 0 ? "+" : "-", from, scaledBy);
    return offset && { ...offset, type: "pointer", to: pointer.to };
  }

  /** How many units of its object an element is that an expression points to. */
  private elementOf(row: number, pointer: PointerValue): number | undefined {
    const object = this.object(pointer.to);
    const type = this.sizes.elementType(this.typeOf(row));
    const size = this.sizes.ofType(type);
    return object && size && size.unit === object.unit ? size.low : undefined;
  }

  /** Row of the type that an expression is declared to have; -1. */
  typeOf(row: number): number {
    if (row < 0) return -1;
    switch (this.tree.kind[row]) {
      case Kind.Identifier: {
        const id = this.names.variableOf[row]!;
        return id < 0 ? -1 : this.typeOfVariable(id);
      }
      case Kind.Member:
        return this.sizes.fieldType(this.tree.atom[this.child(row, Role.Property)] ?? 0);
      case Kind.Cast:
        return this.child(row, Role.Type);
      case Kind.Binary:
      case Kind.Assign:
      case Kind.Update:
        return this.typeOf(row + 1);
      case Kind.Index:
        return this.sizes.elementType(this.typeOf(this.child(row, Role.Object)));
      case Kind.Unary:
        return this.text(row) === "*" ? this.sizes.elementType(this.typeOf(this.child(row, Role.Operand))) : -1;
      default:
        return -1;
    }
  }

  protected address(operand: number): Value | undefined {
    if (operand < 0) return undefined;
    const kind = this.tree.kind[operand];
    if (kind === Kind.Identifier) return this.addressOfVariable(operand);
    if (kind === Kind.Index) return this.place(operand);
    if (kind === Kind.Unary && this.text(operand) === "*") return this.evaluate(this.child(operand, Role.Operand));
    if (kind === Kind.Member) this.member(operand, true);
    return undefined;
  }

  private addressOfVariable(operand: number): Value | undefined {
    const id = this.local(operand);
    if (id < 0) return undefined;
    const type = this.typeOfVariable(id);
    if (this.sizes.isArray(type)) return this.state.value(id);
    this.state.share(id);
    const declaration = this.tree.parent[this.names.variables[id]!.row]!;
    return this.tree.kind[declaration] === Kind.Variable ? this.fresh(declaration, type, "stack") : undefined;
  }

  // Where pointers lead.

  /** A read, or with a value (null: an unknown one) a write, of what an index, a `*` or a member stands for. */
  protected access(row: number, written?: Value | null): Value | undefined {
    const { tree } = this;
    const kind = tree.kind[row];
    if (kind !== Kind.Index && !(kind === Kind.Unary && this.text(row) === "*")) return this.evaluate(row);
    const operand = this.child(row, kind === Kind.Index ? Role.Object : Role.Operand);
    const place = kind === Kind.Index ? this.place(row) : this.evaluate(operand);
    const key = this.keyOf(operand);
    if (place?.type === "null") this.fault(key, "null");
    if (place?.type !== "pointer") return undefined;
    if (written !== undefined && this.object(place.to)?.gone) this.fault(key, "released");
    const element = this.sizes.ofType(this.typeOf(row));
    // An array within an array is no access.
    if (this.sizes.isArray(this.typeOf(row))) return place;
    if (element && !this.checkRoom(key, place, element)) return undefined;
    return written === undefined ? this.read(key, place) : this.write(place, written);
  }

  /** The operand that a fault is reported for: `p` of `*(p + 1)` too. */
  private keyOf(row: number): number {
    return this.tree.kind[row] === Kind.Update ? this.child(row, Role.Operand) : row;
  }

  private read(key: number, place: PointerValue): undefined {
    const object = this.object(place.to);
    if (object?.gone === "elsewhere") this.fault(key, "released");
    else if (object?.untouched) this.fault(key, "unset");
    return undefined;
  }

  private write({ to, low, high }: PointerValue, value: Value | null): undefined {
    const object = this.object(to);
    if (!object) return undefined;
    const { filled } = object;
    const isEnd = low === high && value !== null && isExact(value) && value.low === 0;
    const length = isEnd && (low === 0 || (filled ?? -1) >= low) ? low : undefined;
    this.state.setContents(to, {
      ...(length === undefined ? {} : { length }),
      ...(length !== undefined && filled !== undefined ? { filled: Math.min(length, filled) } : {}),
    });
    return undefined;
  }

  /** The address of an element. */
  protected place(row: number): Value | undefined {
    const object = this.child(row, Role.Object);
    const pointer = this.evaluate(object);
    const indices = childrenIn(this.tree, row, Role.Index).map((index) => this.evaluate(index));
    if (pointer?.type === "null") return pointer;
    const index = indices[0];
    return pointer?.type === "pointer" && index?.type === "number" && indices.length === 1
      ? this.moved(pointer, index, 1, object)
      : undefined;
  }

  /** Whether so much lies within the object, from a place on; says what is wrong. */
  checkRoom(key: number, place: PointerValue, bytes: NumberValue): boolean {
    const object = this.object(place.to);
    // A parameter may point into the middle of something.
    if (!object || object.unit !== bytes.unit || (object.by === "unknown" && object.size === undefined)) return true;
    const end = this.rest(object, place, bytes);
    const start = this.state.rangeOf(place);
    const isRead = bytes.plus ?? bytes.high > 0;
    if (!isRead) return true;
    const isBefore = (place.each && !place.plus ? start.low : start.high) < 0;
    if (isBefore) this.fault(key, "before");
    else if (end && end.least > 0) this.fault(key, "beyond");
    else if (end && end.most > 0 && end.most < Infinity) this.fault(key, "maybe beyond");
    else return true;
    return false;
  }

  /** How far the end of an access lies behind the end of an object: at least, and at most by what checks let through. */
  private rest({ size, plus }: MemoryObject, place: PointerValue, bytes: NumberValue) {
    if (size === undefined) return undefined;
    const sum = sumOf(place.plus, bytes.plus, 1);
    const over = sum === null ? null : sumOf(sum, plus, -1);
    if (over === null) return undefined;
    const least = (place.each ? place.high : place.low) + (bytes.each ? bytes.high : bytes.low) - size;
    if (!over) return { least, most: least };
    const range = this.state.rangeOf({ low: least, high: least, plus: over });
    return { least: range.low, most: range.high };
  }

  /** @param isWritten whether what it leads to may be changed through it */
  protected member(row: number, isWritten: boolean): Value | undefined {
    const object = this.child(row, Role.Object);
    const property = this.child(row, Role.Property);
    const type = property < 0 ? -1 : this.sizes.fieldType(this.tree.atom[property]!);
    const isArray = this.sizes.isArray(type);
    if (this.tree.kind[object] === Kind.Unary && this.text(object) === "*") {
      const operand = this.child(object, Role.Operand);
      const pointer = this.evaluate(operand);
      if (pointer?.type === "null") this.fault(operand, "null");
      const gone = pointer?.type === "pointer" ? this.object(pointer.to)?.gone : undefined;
      if (gone === "elsewhere" || (gone && isWritten)) this.fault(operand, "released");
      if (isWritten || isArray) this.lend(pointer, false);
    } else if (this.tree.kind[object] === Kind.Index && (isWritten || isArray)) this.access(object, null);
    else if (this.tree.kind[object] === Kind.Member) this.member(object, isWritten || isArray);
    else if (this.tree.kind[object] !== Kind.Identifier) this.evaluate(object);
    return isArray ? this.fresh(row, type, "static") : undefined;
  }

  // What is allocated and released.

  protected allocated(row: number): Value | undefined {
    const type = this.child(row, Role.Callee);
    for (const argument of childrenIn(this.tree, row, Role.Argument)) this.keep(this.evaluate(argument));
    // Where the object is made, if not on the heap.
    this.keep(this.evaluate(this.child(row, Role.Operand)));
    const isArray = this.sizes.isArray(type);
    const element = this.sizes.ofType(isArray ? this.child(type, Role.Value) : type);
    const count = isArray ? this.evaluate(this.child(type, Role.Argument)) : exactly(1);
    const size = element && count?.type === "number" ? combine("*", count, element) : undefined;
    this.state.setObject(row, { ...sized(size), by: isArray ? "new[]" : "new" });
    return { type: "pointer", to: row, low: 0, high: 0 };
  }

  /** The grammar reads `new T *[n]` as `new T`. */
  private isOfPointers(operand: number): boolean {
    const element = this.sizes.elementType(this.typeOf(operand));
    return element >= 0 && this.tree.kind[element] === Kind.PointerType;
  }

  /** @param isElsewhere whether a function of the file does it */
  release(operand: number, by: MemoryObject["by"], isElsewhere = false): void {
    const value = this.evaluate(operand);
    if (value?.type !== "pointer") return;
    const object = this.object(value.to);
    if (!object) return;
    this.settled.add(value.to);
    this.state.releaseObject(value.to, isElsewhere ? "elsewhere" : true);
    if (object.gone === "elsewhere" || (object.gone && isElsewhere)) return this.fault(operand, "released before");
    if (object.by === "unknown") return;
    if (NOT_HEAP.has(object.by)) this.fault(operand, "not allocated");
    else if (value.low > 0) this.fault(operand, "not the start");
    else if (object.by !== by && !this.isOfPointers(operand)) this.fault(operand, "released otherwise");
  }
}

/** The size of an object, where it is one number or a multiple of one. */
export function sized(size: NumberValue | undefined): Pick<MemoryObject, "size" | "unit" | "plus"> {
  if (!size || size.low !== size.high) return { size: undefined, unit: undefined };
  return { size: size.low, unit: size.unit, ...(size.plus ? { plus: size.plus } : {}) };
}
