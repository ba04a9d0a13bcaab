// What a call does with memory: as the language's library says, or anything.
import type { MemoryAccess, MemoryCall } from "../../languages/memory-facts";
import { Kind, Role } from "../../tree/kinds";
import { childrenIn } from "../../tree/tree";
import type { Expressions } from "./expressions";
import { releasesOf } from "./helpers";
import { sized } from "./places";
import { combine, exactly, isExact, type MemoryObject, type NumberValue, named, type Value } from "./values";

/** Evaluates a call. */
export function call(to: Expressions, row: number, callee: number): Value | undefined {
  const known = knownCall(to, callee);
  const rows = childrenIn(to.tree, row, Role.Argument);
  if (!known || known.lends) return unknownCall(to, callee, rows, !known);
  // Sizes of arrays that are asked for are no reads of them.
  const values = rows.map((argument) => to.evaluate(argument));
  return new Known(to, row, known, rows, values).result();
}

export function knownCall(to: Expressions, callee: number): MemoryCall | undefined {
  const name = nameOf(to, callee);
  const { calls } = to.sizes.facts;
  return Object.hasOwn(calls, name) ? calls[name] : undefined;
}

/** `strcpy`, or what of it follows `std::`. */
function nameOf(to: Expressions, callee: number): string {
  const { tree } = to;
  if (callee < 0) return "";
  if (tree.kind[callee] === Kind.Identifier) {
    return to.names.variableOf[callee]! >= 0 && to.local(callee) >= 0 ? "" : to.sizes.nameOf(tree.atom[callee]!);
  }
  const object = to.child(callee, Role.Object);
  const isStandard = tree.kind[callee] === Kind.Member && object >= 0 && to.text(object) === "std";
  return isStandard ? to.text(to.child(callee, Role.Property)) : "";
}

const CAPITALS = /^_*[A-Z][A-Z\d_]+$/;

/** It may write to all that it can reach. */
function unknownCall(to: Expressions, callee: number, rows: readonly number[], mayKeep: boolean): undefined {
  const isName = callee >= 0 && to.tree.kind[callee] === Kind.Identifier;
  if (!isName) to.evaluate(callee);
  const isMacro = isName && (CAPITALS.test(to.text(callee)) || to.sizes.isMacro(to.tree.atom[callee]!));
  // What it does with names that it is not given is not known.
  if (isMacro) to.state.loseWhere(({ type }) => type === "unset");
  const isFunction = isName && !isMacro && to.names.variableOf[callee]! >= 0;
  const releases = isName ? releasesOf(to.tree, to.atoms, to.sizes, to.tree.atom[callee]!) : [];
  for (const [at, row] of rows.entries()) {
    const release = releases.find((each) => each.at === at);
    if (release) {
      to.release(row, release.by, true);
      continue;
    }
    const id = to.tree.kind[row] === Kind.Identifier ? to.local(row) : -1;
    const value = id < 0 ? undefined : to.state.value(id);
    // What is given by its name may be given to be set: by reference, or to what is no function but text to be replaced.
    const isSet =
      value && (isMacro || (to.sizes.facts.references ? value.type !== "pointer" : !isFunction && isEmpty(value)));
    if (isSet) {
      to.keep(value);
      to.state.set(id, undefined);
    } else to.lend(to.evaluate(row), mayKeep);
  }
  return undefined;
}

const isEmpty = ({ type }: Value): boolean => type === "unset" || type === "null";

class Known {
  private readonly width: number;

  constructor(
    private readonly to: Expressions,
    private readonly row: number,
    private readonly known: MemoryCall,
    private readonly rows: readonly number[],
    private readonly values: readonly (Value | undefined)[],
  ) {
    this.width = known.width ?? 1;
  }

  result(): Value | undefined {
    const { known, values, to } = this;
    if (known.frees !== undefined) to.release(this.rows[known.frees] ?? -1, known.by ?? "malloc");
    if (known.takes !== undefined) to.keep(values[known.takes]);
    if (known.reads) this.check(known.reads, this.amount(known.reads), true);
    if (known.writes) this.write(known.writes);
    if (known.allocates) return this.allocated(known.allocates);
    if (known.lengthOf !== undefined) return this.length(known.lengthOf);
    return known.gives === undefined ? undefined : values[known.gives];
  }

  private allocated(sizes: readonly number[]): Value {
    const { known, row, to } = this;
    const size = sizes.length === 0 ? undefined : this.product(sizes);
    const [old] = known.moves ? this.values : [];
    if (old?.type === "pointer") to.state.releaseObject(old.to);
    const object: MemoryObject = { ...sized(size), by: known.by ?? "malloc" };
    const contents = known.zeroed
      ? { length: 0 }
      : known.moves || known.filled || known.by === "file" || known.by === "descriptor"
        ? {}
        : { untouched: true as const };
    to.state.setObject(row, { ...object, ...contents });
    return { type: "pointer", to: row, low: 0, high: 0 };
  }

  private product(places: readonly number[]): NumberValue | undefined {
    let product: NumberValue | undefined = exactly(1);
    for (const at of places) {
      const factor: Value | undefined = this.values[at];
      product = product && factor?.type === "number" ? combine("*", product, factor) : undefined;
    }
    return product;
  }

  /** Bytes that are read or written; undefined where it is not known. */
  private amount(access: MemoryAccess): NumberValue | undefined {
    if (access.counts) return scale(this.product(access.counts), this.width);
    const length = access.text === undefined ? undefined : this.textLength(access.text);
    const copied = length && this.known.most !== undefined ? this.atMost(length, this.values[this.known.most]) : length;
    const before = this.known.appends ? this.textLength(access.at) : exactly(0);
    const whole = copied && before && combine("+", combine("+", before, copied) ?? exactly(0), exactly(1));
    return whole && scale(whole, this.width);
  }

  private atMost(length: NumberValue, most: Value | undefined): NumberValue | undefined {
    if (!isExact(most)) return undefined;
    return isExact(length) ? exactly(Math.min(length.low, most.low)) : undefined;
  }

  /** Characters of the text at an argument. */
  private textLength(at: number): NumberValue | undefined {
    const value = this.values[at];
    if (value?.type !== "pointer" || value.low !== value.high || value.plus) return undefined;
    const object = this.to.object(value.to);
    if (object?.named !== undefined && value.low % this.width === 0) {
      const more = ((object.length ?? 0) - value.low) / this.width;
      return combine("+", named(object.named), exactly(more));
    }
    if (object?.length === undefined) return undefined;
    // A text that stands in the code has its length in characters, others have it in bytes.
    const rest = object.by === "literal" ? object.length - value.low : (object.length - value.low) / this.width;
    return rest < 0 ? undefined : exactly(rest);
  }

  private length(at: number): Value | undefined {
    if (this.values[at]?.type === "null") this.to.fault(this.rows[at] ?? -1, "null");
    const object = this.objectAt(at);
    if (object?.untouched) this.to.fault(this.rows[at] ?? -1, "unset");
    return this.textLength(at) ?? this.nameLength(at);
  }

  /** The length of a text that is not known is the same until something writes to it. */
  private nameLength(at: number): NumberValue | undefined {
    const value = this.values[at];
    const object = this.objectAt(at);
    if (value?.type !== "pointer" || value.low !== 0 || value.plus || !object || object.shared) return undefined;
    const name = `length ${this.row}`;
    this.to.state.setContents(value.to, { named: name });
    return named(name);
  }

  private objectAt(at: number): MemoryObject | undefined {
    const value = this.values[at];
    return value?.type === "pointer" ? this.to.object(value.to) : undefined;
  }

  private check({ at }: MemoryAccess, amount: NumberValue | undefined, isRead: boolean): void {
    const { to } = this;
    const place = this.values[at];
    const row = this.rows[at] ?? -1;
    if (place?.type === "null" && (amount === undefined || amount.low > 0)) to.fault(row, "null");
    if (place?.type !== "pointer") return;
    const object = to.object(place.to);
    if (isRead && object?.untouched) to.fault(row, "unset");
    else if (amount) to.checkRoom(row, place, amount);
    else if (place.high < 0) to.fault(row, "before");
  }

  private write(access: MemoryAccess): void {
    const { to, known } = this;
    const amount = this.amount(access);
    const place = this.values[access.at];
    if (access.text !== undefined) {
      const from = this.values[access.text];
      const row = this.rows[access.text] ?? -1;
      if (from?.type === "null") to.fault(row, "null");
      if (this.objectAt(access.text)?.untouched) to.fault(row, "unset");
      if (from?.type === "pointer" && from.high < 0) to.fault(row, "before");
    }
    if (known.appends && this.objectAt(access.at)?.untouched) to.fault(this.rows[access.at] ?? -1, "unset");
    const after = this.contentsAfter(access, amount);
    this.check(access, amount, false);
    if (place?.type !== "pointer") return;
    if (to.object(place.to)?.gone) to.fault(this.rows[access.at] ?? -1, "released");
    to.state.setContents(place.to, place.low === 0 && place.high === 0 ? after : {});
  }

  /** What is known of an object after a write to its start. */
  private contentsAfter(
    access: MemoryAccess,
    amount: NumberValue | undefined,
  ): Pick<MemoryObject, "length" | "named" | "filled"> {
    if (!amount || amount.low !== amount.high || amount.unit !== undefined) return {};
    if (access.text !== undefined && this.known.most === undefined) {
      const length = amount.low - this.width;
      if (!amount.plus) return { length, filled: length };
      return amount.plus.times === this.width ? { length, named: amount.plus.of } : {};
    }
    if (amount.plus) return {};
    const fill = this.known.fill === undefined ? undefined : this.values[this.known.fill];
    if (!isExact(fill)) return {};
    return fill.low === 0 ? { length: 0 } : { filled: amount.low };
  }
}

function scale(amount: NumberValue | undefined, by: number): NumberValue | undefined {
  return amount && combine("*", amount, exactly(by));
}
