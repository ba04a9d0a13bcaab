// What of C's grammar needs more than a line in the table of shapes, declarations aside.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { childIn, type Tree } from "../../tree/tree";
import type { TextOf } from "../language";
import type { Children, Lower, Lowerer } from "../lowering";

const DEFINE = kindOf("define");

/** Names are expressions but where their role says that they are declared. */
export const identifier: Lower = (to, row, role) => {
  to.leaf(
    role === Role.Name || role === Role.Target || role === Role.Property ? Kind.Name : Kind.Identifier,
    role,
    row,
  );
};

/** `unsigned  int`: one name. */
export const words: Lower = (to, row, role) => {
  to.leaf(Kind.Identifier, role, row, to.intern(to.textOf(row).replace(/\s+/g, " ")));
};

export const modifier: Lower = (to, row) => {
  to.leaf(Kind.Modifier, Role.Modifier, row);
};

/** `#include <a.h>`, which ends with its path. */
export const include: Lower = (to, row, role) => {
  const path = to.field(row, "path");
  const opened = to.open(kindOf("include"), role, row, 0, undefined, to.table.end[path < 0 ? row : path]!);
  if (path >= 0) to.leaf(Kind.Name, Role.Module, path);
  to.close(opened);
};

const MACRO = /^[A-Z_][A-Z\d_]*$/;
const NUMBER = /^(?:0[xX][\da-fA-F]+|\d+(?:\.\d+)?)[uUlL]*$/;
const TEXT = /^"((?:[^"\\]|\\.)*)"$/;

/** Arguments; `BAD_CAST text` is a cast to the preprocessor and an error to the grammar, which keeps the first name. */
export const callArguments: Lower = (to, row) => {
  const last = row + to.table.size[row]!;
  for (let child = row + 1; child < last; child += to.table.size[child]!) {
    if (!to.isNamed(child) || to.isExtra(child)) continue;
    const next = child + to.table.size[child]!;
    const isCast = next < last && to.isError(next) && to.table.size[next] === 2 && MACRO.test(to.textOf(child));
    to.lowerAs(isCast ? next + 1 : child, Role.Argument);
  }
};

/** `#define A 1`, from its name on. */
export const define: Lower = (to, row, role) => {
  const name = to.field(row, "name");
  const value = to.field(row, "value");
  const last = value < 0 ? to.field(row, "parameters") : value;
  const end = to.table.end[last < 0 ? name : last]!;
  const opened = to.open(DEFINE, role, row, 0, to.table.start[name < 0 ? row : name]!, end);
  if (name >= 0) to.leaf(Kind.Name, Role.Name, name);
  to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  if (value >= 0) replacement(to, value, to.textOf(value).trim());
  to.close(opened);
};

function replacement(to: Lowerer, row: number, text: string): void {
  const content = TEXT.exec(text)?.[1];
  const kind = content !== undefined ? Kind.String : NUMBER.test(text) ? Kind.Number : Kind.Identifier;
  to.leaf(kind, Role.Value, row, to.intern(content ?? text));
}

/** What names that the preprocessor replaces stand for. */
export function defined(tree: Tree, textOf: TextOf): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (let row = 0; row < tree.length; row++) {
    if (tree.kind[row] !== DEFINE) continue;
    const value = childIn(tree, row, Role.Value);
    const name = textOf(childIn(tree, row, Role.Name));
    // Of several, one is chosen by what is not known here.
    if (value >= 0 && childIn(tree, row, Role.Parameter) < 0) values.set(name, values.has(name) ? row : value);
  }
  return values;
}

/** What `#if` holds is code, its condition is not. */
export const conditional: Lower = (to, row, role) => {
  const condition = to.field(row, "condition");
  const name = to.field(row, "name");
  for (const child of to.namedChildren(row)) if (child !== condition && child !== name) to.lowerAs(child, role);
};

/** `(void)` has no parameter. */
export const parameters: Lower = (to, row, role) => {
  const list = to.namedChildren(row);
  if (list.length === 1 && to.textOf(list[0]!) === "void") return;
  for (const child of list) to.lowerAs(child, role);
};

export const variadic: Lower = (to, row, role) => {
  to.close(to.open(Kind.Parameter, role, row, to.intern("...")));
};

/** `{ … }` of `extern "C"` and of a namespace. */
export const declarationList: Lower = (to, row, role) => {
  if (role !== Role.Body) return to.lowerAll(row, role);
  const opened = to.open(Kind.Block, role, row);
  to.lowerAll(row, Role.Statement);
  to.close(opened);
};

/** `struct a { … }` defines, `struct a` names a type. */
export const specifier =
  (keyword: string): Lower =>
  (to, row, role) => {
    if (to.field(row, "body") < 0) {
      const named = to.open(kindOf("type"), role, row, to.intern(keyword));
      to.lowerAs(to.field(row, "name"), Role.Value);
      return to.close(named);
    }
    const opened = to.open(Kind.Class, role, row, to.intern(keyword));
    to.lowerChildren(row, specifierParts, opened);
    to.close(opened);
  };
const specifierParts: Children = {
  fields: { name: Role.Name, body: Role.Member },
  kinds: { base_class_clause: Role.Parent },
};

export const expressionStatement: Lower = (to, row, role) => {
  if (to.namedChildren(row).length === 0) {
    to.leaf(Kind.Empty, role, row);
    return;
  }
  const opened = to.open(Kind.ExpressionStatement, role, row);
  to.lowerAll(row, Role.Value);
  to.close(opened);
};

/** `p->x` is `(*p).x`. */
export const fieldAccess: Lower = (to, row, role) => {
  const object = to.field(row, "argument");
  const operator = to.field(row, "operator");
  const opened = to.open(Kind.Member, role, row);
  if (operator >= 0 && to.textOf(operator) === "->") {
    const target = to.open(Kind.Unary, Role.Object, row, to.intern("*"), undefined, to.table.end[operator]!);
    to.lowerAs(object, Role.Operand);
    to.close(target);
  } else to.lowerAs(object, Role.Object);
  to.lowerAs(to.field(row, "field"), Role.Property);
  to.close(opened);
};

export { assignment } from "../assignment";

/** `.a = 1`, `[2] = 3`. */
export const initializerPair: Lower = (to, row, role) => {
  const opened = to.open(Kind.Pair, role, row);
  for (const designator of to.fieldAll(row, "designator")) to.lowerAll(designator, Role.Key);
  to.lowerAs(to.field(row, "value"), Role.Value);
  to.close(opened);
};

/** The content between the quotes, as written. */
const contentOf = (text: string): string =>
  /^\w*R"([^()\s]*)\(([\s\S]*)\)\1"$/.exec(text)?.[2] ??
  text.slice(text.indexOf('"') + 1, Math.max(1, text.length - 1));

export const string: Lower = (to, row, role) => {
  to.leaf(Kind.String, role, row, to.intern(contentOf(to.textOf(row))));
};

/** Adjacent strings are one; among them may be macros. */
export const joined: Lower = (to, row, role) => {
  const parts = to.namedChildren(row);
  if (parts.every((part) => to.kindName(part).endsWith("string_literal"))) {
    to.leaf(Kind.String, role, row, to.intern(parts.map((part) => contentOf(to.textOf(part))).join("")));
    return;
  }
  const opened = to.open(Kind.Template, role, row);
  for (const part of parts) to.lowerAs(part, Role.Part);
  to.close(opened);
};
