// Go's expressions and types, where a line in the table of shapes does not do.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";

/** The letter of stand-ins in patterns, and what stands for `...`. */
export const LETTER = "ꓘ";
export const ELLIPSIS = LETTER.repeat(3);

const callParts: Children = {
  fields: { function: Role.Callee, type_arguments: Role.TypeArgument, arguments: Role.Argument },
};

/** `make(T, …)` is `T{…}`, as in Semgrep, and `new(T)` is `&T{}`. */
export const call: Lower = (to, row, role) => {
  const list = to.field(row, "arguments");
  const [type, ...others] = list < 0 ? [] : to.namedChildren(list);
  const name = to.textOf(to.field(row, "function"));
  if (type !== undefined && (name === "make" || name === "new")) {
    const pointer = name === "new" ? to.open(Kind.Unary, role, row, to.intern("&")) : undefined;
    const made = to.open(Kind.New, pointer === undefined ? role : Role.Operand, row);
    to.lowerAs(type, Role.Callee);
    // `make(...)` is of any type, with anything behind it.
    const any = to.textOf(type) === ELLIPSIS;
    for (const other of any ? [type, ...others] : others) to.lowerAs(other, Role.Argument);
    to.close(made);
    if (pointer !== undefined) to.close(pointer);
    return;
  }
  const opened = to.open(Kind.Call, role, row);
  to.lowerChildren(row, callParts, opened);
  to.close(opened);
};

/** `T{…}` is a `New`; what is in braces below it, without a type, a list. */
export const compositeLiteral: Lower = (to, row, role) => {
  const opened = to.open(Kind.New, role, row);
  to.lowerAs(to.field(row, "type"), Role.Callee);
  to.lowerAll(to.field(row, "body"), Role.Argument);
  to.close(opened);
};

/** `K: v` is an argument with a name where the key is a word, a pair otherwise. */
export const keyedElement: Lower = (to, row, role) => {
  const key = to.namedChildren(to.field(row, "key"))[0] ?? -1;
  const isWord = key >= 0 && to.kindName(key) === "identifier";
  const opened = to.open(isWord ? Kind.Argument : Kind.Pair, role, row);
  if (isWord) to.leaf(Kind.Name, Role.Name, key);
  else to.lowerAs(key, Role.Key);
  to.lowerAll(to.field(row, "value"), Role.Value);
  to.close(opened);
};

/** `chan T`, `chan<- T`, `<-chan T`: which way values go is part of what it is. */
export const channel: Lower = (to, row, role) => {
  const value = to.field(row, "value");
  const [start, end] = [to.table.start[row]!, value < 0 ? to.table.end[row]! : to.table.start[value]!];
  const opened = to.open(kindOf("channel"), role, row, to.intern(to.text.slice(start, end).trim()));
  to.lowerAs(value, Role.None);
  to.close(opened);
};

/** `f[int](x)` is the call that it looks like; any other conversion a cast. */
export const conversion: Lower = (to, row, role) => {
  const type = to.field(row, "type");
  const isCall = type >= 0 && to.kindName(type) === "generic_type";
  const opened = to.open(isCall ? Kind.Call : Kind.Cast, role, row, isCall ? 0 : to.intern("as"));
  if (isCall) {
    to.lowerAs(type, Role.Callee);
    to.lowerAs(to.field(row, "operand"), Role.Argument);
  } else {
    const operand = to.builder.rows;
    to.lowerAs(to.field(row, "operand"), Role.Value);
    // The parentheses belong to what is converted.
    const open = to.childOfKind(row, "(");
    if (open >= 0) to.builder.setRange(operand, to.table.start[open]!, to.table.end[row]!);
    to.lowerAs(type, Role.Type);
  }
  to.close(opened);
};

const sliceParts: Children = { fields: { start: Role.Lower, end: Role.Upper, capacity: Role.Step } };

/** `a[1:2]`, marked on the access. */
export const slice: Lower = (to, row, role) => {
  const opened = to.open(Kind.Index, role, row, to.intern(":"));
  const operand = to.field(row, "operand");
  to.lowerAs(operand, Role.Object);
  const start = to.table.end[operand]! + 1;
  const part = to.open(Kind.Slice, Role.Index, row, 0, start, Math.max(start, to.table.end[row]! - 1));
  for (const [field, each] of Object.entries(sliceParts.fields!)) to.lowerAs(to.field(row, field), each);
  to.close(part);
  to.close(opened);
};

// Types.

const structMember = (to: Lowerer, row: number, name: number): void => {
  const opened = to.open(Kind.Field, Role.Member, row, 0, to.table.start[name < 0 ? row : name]);
  if (name >= 0) to.leaf(Kind.Name, Role.Name, name);
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.lowerAs(to.field(row, "tag"), Role.Attribute);
  to.close(opened);
};

/** `A, B T` is a field each. */
export const fieldDeclaration: Lower = (to, row) => {
  const names = to.fieldAll(row, "name").filter((child) => to.isNamed(child));
  if (names.length === 0) structMember(to, row, -1);
  for (const name of names) structMember(to, row, name);
};
