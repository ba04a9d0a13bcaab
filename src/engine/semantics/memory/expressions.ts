// What expressions do with memory: which value they have, where pointers lead, and what is wrong there.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { childIn, childrenIn, type Tree } from "../../tree/tree";
import type { Names } from "../names";
import type { Atoms } from "../variables";
import { call } from "./calls";
import { numberOf, type Sizes, textLength } from "./sizes";
import { combine, exactly, isExact, type MemoryObject, type NumberValue, type PointerValue, type State, type Value } from "./values";

/** What is surely wrong with what an operand leads to, once it is evaluated. */
export type Fault =
  /** Memory behind the end, or before the start, of what it points into. */
  | "beyond"
  | "before"
  | "null"
  /** It has no value, or what it points to has none. */
  | "unset"
  /** What is released was not allocated so, or the pointer is not to its start. */
  | "not allocated"
  | "not the start"
  | "released otherwise"
  | "zero"
  /** The result does not fit its type. */
  | "overflow";

const CHARACTER = kindOf("character");
const DELETE = kindOf("delete");
const ARGUMENTS = kindOf("arguments");
const CASTS: ReadonlySet<string> = new Set(["static_cast", "reinterpret_cast", "const_cast"]);

/** Evaluates expressions in the state of one point, which it changes as they do. */
export class Expressions {
  /** By row of an operand. */
  readonly faults = new Map<number, Fault>();
  /** Objects whose contents are the same everywhere, or never known. */
  private readonly fixed = new Map<number, MemoryObject>();

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

  evaluate(row: number): Value | undefined {
    if (row < 0) return undefined;
    switch (this.tree.kind[row]) {
      case Kind.Number:
        return /^(?:0[xX][\da-fA-F]+|\d+)[uUlL]*$/.test(this.text(row)) ? exactly(numberOf(this.text(row))) : undefined;
      case CHARACTER:
        return characterOf(this.text(row));
      case Kind.Boolean:
        return exactly(this.text(row) === "true" ? 1 : 0);
      case Kind.Null:
        return { type: "null" };
      case Kind.String:
        return this.literal(row, textLength(this.text(row)));
      case Kind.Identifier:
        return this.identifier(row);
      case Kind.Assign:
        return this.assign(row);
      case Kind.CompoundAssign:
        return this.compound(row);
      case Kind.Update:
        return this.update(row);
      case Kind.Binary:
        return this.binary(row);
      case Kind.Unary:
        return this.unary(row);
      case Kind.Index:
        return this.access(row);
      case Kind.Member:
        return this.member(row, false);
      case Kind.Cast:
        return this.cast(this.child(row, Role.Type), this.child(row, Role.Value));
      case Kind.Call:
        return this.call(row);
      case Kind.New:
        return this.allocated(row);
      case Kind.Lambda:
        return undefined;
      default:
        return this.other(row);
    }
  }

  private call(row: number): Value | undefined {
    const callee = this.child(row, Role.Callee);
    if (CASTS.has(this.text(callee))) {
      return this.cast(this.child(row, Role.TypeArgument), this.child(row, Role.Argument));
    }
    return call(this, row, callee);
  }

  private other(row: number): Value | undefined {
    if (this.tree.kind[row] === DELETE) this.release(this.child(row, Role.Operand), this.text(row) === "[]" ? "new[]" : "new");
    else for (const child of childrenIn(this.tree, row)) this.keep(this.evaluate(child));
    return undefined;
  }

  /** What a pointer leads to is known elsewhere from here on. */
  keep(value: Value | undefined): void {
    if (value?.type === "pointer") this.state.shareObject(value.to);
  }

  // Names and constants.

  private literal(row: number, length: number): Value {
    this.fixed.set(row, { size: undefined, unit: undefined, by: "static", length, filled: length });
    return { type: "pointer", to: row, low: 0, high: 0 };
  }

  private identifier(row: number): Value | undefined {
    const id = this.local(row);
    if (id < 0) return this.global(row);
    const value = this.state.value(id);
    if (value?.type !== "unset") return value;
    this.fault(row, "unset");
    return undefined;
  }

  /** An array of the file, or a name that the preprocessor replaces. */
  private global(row: number): Value | undefined {
    const id = this.names.variableOf[row]!;
    const declaration = id < 0 ? -1 : this.tree.parent[this.names.variables[id]!.row]!;
    if (declaration < 0 || this.tree.kind[declaration] !== Kind.Variable) {
      const length = this.sizes.textOf(this.tree.atom[row]!);
      if (length !== undefined) return this.literal(row, length);
      return this.sizes.nameOf(this.tree.atom[row]!) === "NULL" ? { type: "null" } : this.sizes.constantOf(this.tree.atom[row]!);
    }
    const type = this.child(declaration, Role.Type);
    return this.sizes.isArray(type) ? this.fresh(declaration, type, "static") : undefined;
  }

  /** A pointer to memory of which only the size is known. */
  private fresh(row: number, type: number, by: MemoryObject["by"]): Value | undefined {
    const size = this.sizes.ofType(type);
    if (!size) return undefined;
    this.fixed.set(row, { size: size.low, unit: size.unit, by });
    return { type: "pointer", to: row, low: 0, high: 0 };
  }

  // What gives values.

  private assign(row: number): Value | undefined {
    const value = this.evaluate(this.child(row, Role.Value));
    this.store(this.child(row, Role.Target), value);
    return value;
  }

  store(target: number, value: Value | undefined): void {
    if (target < 0) return;
    if (this.tree.kind[target] === Kind.Identifier) {
      const id = this.local(target);
      if (id >= 0) this.state.set(id, this.fitted(id, value));
      return;
    }
    this.keep(value);
    if (this.tree.kind[target] === Kind.Member) this.member(target, true);
    else this.access(target, value ?? null);
  }

  /** Zero is no pointer. */
  fitted(id: number, value: Value | undefined): Value | undefined {
    if (!isExact(value) || value.low !== 0 || value.unit !== undefined) return value;
    return this.tree.kind[this.typeOfVariable(id)] === Kind.PointerType ? { type: "null" } : value;
  }

  typeOfVariable(id: number): number {
    return this.child(this.tree.parent[this.names.variables[id]!.row]!, Role.Type);
  }

  private compound(row: number): Value | undefined {
    const target = this.child(row, Role.Target);
    const before = this.evaluate(target);
    const value = this.evaluate(this.child(row, Role.Value));
    const after = this.combined(target, this.text(row).replace(/=$/, ""), before, value);
    if (this.tree.kind[target] === Kind.Identifier) this.store(target, after);
    return after;
  }

  private update(row: number): Value | undefined {
    const operand = this.child(row, Role.Operand);
    const before = this.evaluate(operand);
    const after = this.combined(operand, this.text(row).startsWith("+") ? "+" : "-", before, exactly(1));
    this.checkRange(operand, operand, after, before);
    if (this.tree.kind[operand] === Kind.Identifier) this.store(operand, after);
    return this.text(row).endsWith("before") ? after : before;
  }

  // Operators.

  private binary(row: number): Value | undefined {
    const left = this.child(row, Role.Left);
    const right = this.child(row, Role.Right);
    const operator = this.text(row);
    // `(TYPE)&name`, where nothing says that the first is a type.
    const isCast = operator === "&" && this.tree.kind[left] === Kind.Identifier && this.names.variableOf[left]! < 0;
    if (isCast && this.tree.kind[right] === Kind.Identifier) return this.address(right);
    const a = this.evaluate(left);
    const b = this.evaluate(right);
    // A stream gives the name behind it a value.
    if (operator === ">>" && this.sizes.facts.references) this.store(right, undefined);
    if ((operator === "/" || operator === "%") && isExact(b) && b.low === 0) {
      if (this.tree.kind[right] !== Kind.Number) this.fault(right, "zero");
      return undefined;
    }
    const result = this.combined(left, operator, a, b);
    this.checkRange(left, right, result, a);
    return result;
  }

  private combined(left: number, operator: string, a: Value | undefined, b: Value | undefined): Value | undefined {
    if (a?.type === "number" && b?.type === "number") return combine(operator, a, b);
    if (operator === "+" && a?.type === "number" && b?.type === "pointer") return this.moved(b, a, 1, -1);
    if (a?.type !== "pointer" || b?.type !== "number" || (operator !== "+" && operator !== "-")) return undefined;
    return this.moved(a, b, operator === "+" ? 1 : -1, left);
  }

  /** A pointer some elements further on. */
  private moved(pointer: PointerValue, by: NumberValue, sign: 1 | -1, row: number): PointerValue | undefined {
    const element = this.elementOf(row, pointer);
    if (!element || by.unit !== undefined) return undefined;
    const offset = combine(sign > 0 ? "+" : "-", { ...pointer, type: "number" }, scaled(by, element));
    return offset && { type: "pointer", to: pointer.to, low: offset.low, high: offset.high, ...(offset.each ? { each: true } : {}) };
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

  /** Signed arithmetic on known numbers that leaves the range of the type on its left. */
  private checkRange(row: number, operand: number, result: Value | undefined, before: Value | undefined): void {
    if (!isExact(result) || !isExact(before) || this.tree.kind[row] !== Kind.Identifier) return;
    const type = this.typeOf(row);
    const range = type < 0 ? undefined : this.sizes.facts.ranges[this.text(type)];
    if (range && before.low >= range[0] && before.low <= range[1] && (result.low < range[0] || result.low > range[1]))
      this.fault(operand, "overflow");
  }

  private unary(row: number): Value | undefined {
    const operator = this.text(row);
    const operand = this.child(row, Role.Operand);
    if (operator === "sizeof") return this.sizeOf(row, operand);
    if (operator === "&") return this.address(operand);
    if (operator === "*") return this.access(row);
    const value = this.evaluate(operand);
    if (operator === "-" && isExact(value)) return exactly(-value.low, value.unit);
    return operator === "+" ? value : undefined;
  }

  private sizeOf(row: number, operand: number): Value | undefined {
    const type = operand < 0 ? this.child(row, Role.Type) : this.typeOf(operand);
    // An array that is a parameter is a pointer.
    if (this.sizes.isArray(type) && this.tree.kind[this.tree.parent[type]!] === Kind.Parameter) {
      return exactly(this.sizes.facts.pointer);
    }
    if (type >= 0 && this.sizes.ofType(type)) return this.sizes.ofType(type);
    // A type whose name is read as that of a variable; or an array that its initialiser gives a size.
    if (operand < 0 || this.tree.kind[operand] !== Kind.Identifier) return undefined;
    const id = this.names.variableOf[operand]!;
    if (id < 0) return exactly(1, this.text(operand));
    const value = this.sizes.isArray(type) && this.local(operand) >= 0 ? this.state.value(id) : undefined;
    const object = value?.type === "pointer" ? this.object(value.to) : undefined;
    return object?.size === undefined ? undefined : exactly(object.size, object.unit);
  }

  private address(operand: number): Value | undefined {
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
  private access(row: number, written?: Value | null): Value | undefined {
    const { tree } = this;
    const kind = tree.kind[row];
    if (kind !== Kind.Index && !(kind === Kind.Unary && this.text(row) === "*")) return this.evaluate(row);
    const operand = this.child(row, kind === Kind.Index ? Role.Object : Role.Operand);
    const place = kind === Kind.Index ? this.place(row) : this.evaluate(operand);
    const key = this.keyOf(operand);
    if (place?.type === "null") this.fault(key, "null");
    if (place?.type !== "pointer") return undefined;
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
    if (this.object(place.to)?.untouched) this.fault(key, "unset");
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
  private place(row: number): Value | undefined {
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
    if (!object || object.unit !== bytes.unit || bytes.high <= 0) return true;
    const least = place.each ? place.high : place.low;
    const needed = bytes.each ? bytes.high : bytes.low;
    const isBefore = (place.each ? place.low : place.high) < 0;
    const isBeyond = object.size !== undefined && least + needed > object.size;
    if (isBefore || isBeyond) this.fault(key, isBefore ? "before" : "beyond");
    return !isBefore && !isBeyond;
  }

  /** @param isWritten whether what it leads to may be changed through it */
  private member(row: number, isWritten: boolean): Value | undefined {
    const object = this.child(row, Role.Object);
    const property = this.child(row, Role.Property);
    const type = property < 0 ? -1 : this.sizes.fieldType(this.tree.atom[property]!);
    const isArray = this.sizes.isArray(type);
    if (this.tree.kind[object] === Kind.Unary && this.text(object) === "*") {
      const operand = this.child(object, Role.Operand);
      const pointer = this.evaluate(operand);
      if (pointer?.type === "null") this.fault(operand, "null");
      if (isWritten || isArray) this.keep(pointer);
    } else if (this.tree.kind[object] === Kind.Index && (isWritten || isArray)) this.access(object, null);
    else if (this.tree.kind[object] === Kind.Member) this.member(object, isWritten || isArray);
    else if (this.tree.kind[object] !== Kind.Identifier) this.evaluate(object);
    return isArray ? this.fresh(row, type, "static") : undefined;
  }

  private cast(type: number, operand: number): Value | undefined {
    const value = this.evaluate(operand);
    if (value?.type !== "number") return value;
    if (this.tree.kind[type] === Kind.PointerType) return isExact(value) && value.low === 0 ? { type: "null" } : undefined;
    // A negative number is a large one without a sign, and one may be cut off.
    return value.low >= 0 && value.high <= 127 ? value : undefined;
  }

  // What is allocated and released.

  private allocated(row: number): Value | undefined {
    const type = this.child(row, Role.Callee);
    for (const argument of childrenIn(this.tree, row, Role.Argument)) this.evaluate(argument);
    const isArray = this.sizes.isArray(type);
    const element = this.sizes.ofType(isArray ? this.child(type, Role.Value) : type);
    const count = isArray ? this.evaluate(this.child(type, Role.Argument)) : exactly(1);
    const size = element && isExact(count) ? count.low * element.low : undefined;
    this.state.setObject(row, { size, unit: element?.unit, by: isArray ? "new[]" : "new" });
    return { type: "pointer", to: row, low: 0, high: 0 };
  }

  release(operand: number, by: MemoryObject["by"]): void {
    const value = this.evaluate(operand);
    if (value?.type !== "pointer") return;
    const object = this.object(value.to);
    if (!object) return;
    if (object.by === "stack" || object.by === "static") this.fault(operand, "not allocated");
    else if (value.low > 0) this.fault(operand, "not the start");
    else if (object.by !== by) this.fault(operand, "released otherwise");
  }

  /** The initialiser of a declared name, in braces or parentheses too. */
  initial(row: number): Value | undefined {
    const isList = row >= 0 && this.tree.kind[row] === ARGUMENTS;
    return isList ? this.evaluate(this.child(row, Role.Argument)) : this.evaluate(row);
  }
}

function scaled(number: NumberValue, by: number): NumberValue {
  return { ...number, low: number.low * by, high: number.high * by };
}

const ESCAPES: Readonly<Record<string, number>> = { "\\0": 0, "\\n": 10, "\\t": 9, "\\r": 13 };

/** The text stands between quotes, behind a letter where it is wide. */
function characterOf(text: string): Value | undefined {
  const content = /^\w*'(.*)'$/s.exec(text)?.[1] ?? "";
  const code = content.length === 1 ? content.charCodeAt(0) : ESCAPES[content];
  return code === undefined ? undefined : exactly(code);
}
