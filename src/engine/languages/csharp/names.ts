// C#'s names and types, and where a definition begins.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** Names are expressions but where their role says that they are declared or follow a dot. */
export const identifier: Lower = (to, row, role) => {
  to.leaf(
    role === Role.Name || role === Role.Target || role === Role.Property ? Kind.Name : Kind.Identifier,
    role,
    row,
  );
};

/** A name that is declared, or follows a dot; -1 is none. */
export const name = (to: Lowerer, row: number, role: Role): void => {
  if (row >= 0) to.leaf(Kind.Name, role, row);
};

/** The text without its blanks, as one atom. */
export const compact = (to: Lowerer, row: number): number => to.intern(to.textOf(row).replace(/\s+/g, ""));

/** Where a definition begins: at its first attribute, without the bracket, as in Semgrep. */
export function startOf(to: Lowerer, row: number): number {
  const list = to.children(row)[0] ?? -1;
  const attribute = list >= 0 && to.kindName(list) === "attribute_list" ? to.childOfKind(list, "attribute") : -1;
  return to.table.start[attribute < 0 ? row : attribute]!;
}

/** A type made of another: `T?`, `T[]`, `T*`. */
export const type =
  (is: string): Lower =>
  (to, row, role) => {
    const opened = to.open(TYPE, role, row, to.intern(is));
    const [inner = -1, ...others] = to.namedChildren(row);
    to.lowerAs(inner, Role.Value);
    for (const rank of others) to.lowerAll(rank, Role.Argument);
    to.close(opened);
  };
const TYPE = kindOf("type");

/** `a.b.C` as a type is the member access that it is elsewhere; the arguments of a last `C<T>` are those of the whole. */
export const qualified: Lower = (to, row, role) => {
  member(to, row, role, to.field(row, "qualifier"), to.field(row, "name"));
};

export const generic: Lower = (to, row, role) => {
  const [base = -1, list = -1] = to.namedChildren(row);
  if (role === Role.Callee && to.builder.openKind === Kind.Call) {
    to.lowerAs(base, role);
    return to.lowerAs(list, Role.TypeArgument);
  }
  const opened = to.open(Kind.TypeApply, role, row);
  to.lowerAs(base, Role.Value);
  to.lowerAs(list, Role.TypeArgument);
  to.close(opened);
};

/** `a.b`, and `a.b<T>`: the call that has it for callee takes the type arguments. */
export function member(to: Lowerer, row: number, role: Role, object: number, property: number): void {
  if (property < 0 || to.kindName(property) !== "generic_name") {
    const opened = to.open(Kind.Member, role, row);
    to.lowerAs(object, Role.Object);
    name(to, property, Role.Property);
    return to.close(opened);
  }
  const [base = -1, list = -1] = to.namedChildren(property);
  const called = role === Role.Callee && to.builder.openKind === Kind.Call;
  const whole = called ? -1 : to.open(Kind.TypeApply, role, row);
  const end = to.table.end[base < 0 ? row : base]!;
  const opened = to.open(Kind.Member, called ? role : Role.Value, row, 0, undefined, end);
  to.lowerAs(object, Role.Object);
  name(to, base, Role.Property);
  to.close(opened);
  to.lowerAs(list, Role.TypeArgument);
  if (whole >= 0) to.close(whole);
}
