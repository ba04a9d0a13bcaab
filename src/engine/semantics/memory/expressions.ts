// What expressions do with memory, and which values they have.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { childrenIn } from "../../tree/tree";
import { call } from "./calls";
import { Places } from "./places";
import { numberOf, textLength } from "./sizes";
import { combine, exactly, isExact, type Value } from "./values";

const CHARACTER = kindOf("character");
const DELETE = kindOf("delete");
const ARGUMENTS = kindOf("arguments");
const CASTS: ReadonlySet<string> = new Set(["static_cast", "reinterpret_cast", "const_cast"]);

/** Evaluates expressions in the state of one point, which it changes as they do. */
export class Expressions extends Places {
  evaluate(row: number): Value | undefined {
    if (row < 0) return undefined;
    switch (this.tree.kind[row]) {
      case Kind.Number:
        return /^-?(?:0[xX][\da-fA-F]+|\d+)[uUlL]*$/.test(this.text(row))
          ? exactly(numberOf(this.text(row)))
          : undefined;
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
    if (this.tree.kind[row] === DELETE)
      this.release(this.child(row, Role.Operand), this.text(row) === "[]" ? "new[]" : "new");
    else for (const child of childrenIn(this.tree, row)) this.keep(this.evaluate(child));
    return undefined;
  }

  // Names and constants.

  private literal(row: number, length: number): Value {
    this.fixed.set(row, { size: undefined, unit: undefined, by: "literal", length, filled: length });
    return { type: "pointer", to: row, low: 0, high: 0 };
  }

  private identifier(row: number): Value | undefined {
    const id = this.local(row);
    if (id < 0) return this.global(row);
    const value = this.state.value(id);
    if (value?.type === "number" && value.plus) {
      const { low, high } = this.state.rangeOf(value);
      return low === high ? exactly(low, value.unit) : value;
    }
    if (value?.type !== "unset") return value;
    if (value.hidden) this.state.set(id, undefined);
    else this.fault(row, value.maybe ? "maybe unset" : "unset");
    return undefined;
  }

  /** An array of the file, or a name that the preprocessor replaces. */
  private global(row: number): Value | undefined {
    const id = this.names.variableOf[row]!;
    const declaration = id < 0 ? -1 : this.tree.parent[this.names.variables[id]!.row]!;
    if (declaration < 0 || this.tree.kind[declaration] !== Kind.Variable) {
      const length = this.sizes.textOf(this.tree.atom[row]!);
      if (length !== undefined) return this.literal(row, length);
      return this.sizes.nameOf(this.tree.atom[row]!) === "NULL"
        ? { type: "null" }
        : this.sizes.constantOf(this.tree.atom[row]!);
    }
    const type = this.child(declaration, Role.Type);
    return this.sizes.isArray(type) ? this.fresh(declaration, type, "static") : undefined;
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
      if (id >= 0) this.state.set(id, this.fitted(id, value, target));
      return;
    }
    this.handOn(value);
    if (this.tree.kind[target] === Kind.Member) this.member(target, true);
    else this.access(target, value ?? null);
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
    this.checkRange(operand, after, before);
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
    this.checkRange(left, result, a);
    return result;
  }

  private combined(left: number, operator: string, a: Value | undefined, b: Value | undefined): Value | undefined {
    if (a?.type === "number" && b?.type === "number") return combine(operator, a, b);
    if (operator === "+" && a?.type === "number" && b?.type === "pointer") return this.moved(b, a, 1, -1);
    if (a?.type !== "pointer" || b?.type !== "number" || (operator !== "+" && operator !== "-")) return undefined;
    return this.moved(a, b, operator === "+" ? 1 : -1, left);
  }

  /** Signed arithmetic on known numbers that leaves the range of the type on its left. */
  private checkRange(row: number, result: Value | undefined, before: Value | undefined): void {
    if (!isExact(result) || !isExact(before) || this.tree.kind[row] !== Kind.Identifier) return;
    const type = this.typeOf(row);
    const range = type < 0 ? undefined : this.sizes.facts.ranges[this.text(type)];
    if (range && before.low >= range[0] && before.low <= range[1] && (result.low < range[0] || result.low > range[1]))
      this.fault(row, "overflow");
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

  /** Whether a type holds any number that sizes have. */
  private isWide(type: number): boolean {
    return this.isWhole(type) && (this.sizes.ofType(type)?.low ?? 0) >= 4;
  }

  private cast(type: number, operand: number): Value | undefined {
    const value = this.evaluate(operand);
    if (value?.type !== "number") return value;
    if (this.tree.kind[type] === Kind.PointerType)
      return isExact(value) && value.low === 0 ? { type: "null" } : undefined;
    if (value.plus) return this.isWide(type) ? value : undefined;
    // A negative number is a large one without a sign, and one may be cut off.
    return value.low >= 0 && value.high <= 127 ? value : undefined;
  }

  /** The initialiser of a declared name, in braces or parentheses too. */
  initial(row: number): Value | undefined {
    const isList = row >= 0 && this.tree.kind[row] === ARGUMENTS;
    return isList ? this.evaluate(this.child(row, Role.Argument)) : this.evaluate(row);
  }
}

const ESCAPES: Readonly<Record<string, number>> = { "\\0": 0, "\\n": 10, "\\t": 9, "\\r": 13 };

/** The text stands between quotes, behind a letter where it is wide. */
function characterOf(text: string): Value | undefined {
  const content = /^\w*'(.*)'$/s.exec(text)?.[1] ?? "";
  const code = content.length === 1 ? content.charCodeAt(0) : ESCAPES[content];
  return code === undefined ? undefined : exactly(code);
}
