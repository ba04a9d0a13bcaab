// C#'s expressions and literals.
import { Kind, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";
import { member, name } from "./names";

/** `ref` and `out` say nothing to rules; `k: v` and an attribute's `K = v` are keyword arguments. */
export const argument: Lower = (to, row, role) => {
  const keyword = to.field(row, "name");
  const value = to.namedChildren(row).findLast((child) => child !== keyword) ?? -1;
  if (keyword < 0 || role !== Role.Argument) return to.lowerAs(value < 0 ? keyword : value, role);
  const opened = to.open(Kind.Argument, role, row);
  name(to, keyword, Role.Name);
  to.lowerAs(value, Role.Value);
  to.close(opened);
};

export const invocation: Lower = (to, row, role) => {
  const opened = to.open(Kind.Call, role, row);
  to.lowerAs(to.field(row, "function"), Role.Callee);
  to.lowerAs(to.field(row, "arguments"), Role.Argument);
  to.close(opened);
};

export const memberAccess: Lower = (to, row, role) => {
  member(to, row, role, to.field(row, "expression"), to.field(row, "name"));
};

/** `a?.b` is an access of `a?`. */
export const conditionalAccess: Lower = (to, row, role) => {
  to.lowerAs(to.namedChildren(row)[1] ?? -1, role);
};

/** What a `.b` or `[b]` behind a `?` belongs to: the nearest row around it that has the `?`. */
function conditionOf(to: Lowerer, row: number): { readonly access: number; readonly condition: number } {
  for (let access = row - 1; access >= 0; access--) {
    if (to.kindName(access) !== "conditional_access_expression" || access + to.table.size[access]! <= row) continue;
    return { access, condition: to.field(access, "condition") };
  }
  return { access: row, condition: -1 };
}

function conditionalObject(to: Lowerer, access: number, condition: number): void {
  const sign = to.childOfKind(access, "?");
  const end = to.table.end[sign < 0 ? access : sign]!;
  const opened = to.open(Kind.Unary, Role.Object, access, to.intern("?"), undefined, end);
  to.lowerAs(condition, Role.Operand);
  to.close(opened);
}

export const memberBinding: Lower = (to, row, role) => {
  const { access, condition } = conditionOf(to, row);
  const property = to.field(row, "name");
  const isGeneric = property >= 0 && to.kindName(property) === "generic_name";
  const opened = to.open(Kind.Member, role, row, 0, to.table.start[access]!);
  conditionalObject(to, access, condition);
  name(to, isGeneric ? (to.namedChildren(property)[0] ?? -1) : property, Role.Property);
  to.close(opened);
};

export const elementBinding: Lower = (to, row, role) => {
  const { access, condition } = conditionOf(to, row);
  const opened = to.open(Kind.Index, role, row, 0, condition < 0 ? undefined : to.table.start[access]!);
  if (condition >= 0) conditionalObject(to, access, condition);
  to.lowerAll(row, Role.Index);
  to.close(opened);
};

/** `new T(…) { A = 1 }`: what stands in the braces are elements, in their order. */
export const creation: Lower = (to, row, role) => {
  const opened = to.open(Kind.New, role, row);
  to.lowerAs(to.field(row, "type"), Role.Callee);
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "argument_list") to.lowerAs(child, Role.Argument);
    else if (kind === "initializer_expression") to.lowerAll(child, Role.Element);
  }
  to.close(opened);
};

/** `new { A = 1, b }`. */
export const anonymousObject: Lower = (to, row, role) => {
  const opened = to.open(Kind.New, role, row);
  const parts = to.children(row);
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (!to.isNamed(part)) continue;
    const value = to.kindName(parts[i + 1] ?? part) === "=" ? parts[i + 2] : undefined;
    if (value === undefined) to.lowerAs(part, Role.Element);
    else {
      // To Semgrep a declaration.
      const field = to.open(Kind.Field, Role.Element, part, 0, undefined, to.table.end[value]!);
      name(to, part, Role.Name);
      to.lowerAs(value, Role.Init);
      to.close(field);
      i += 2;
    }
  }
  to.close(opened);
};

/** `A = 1` of `x with { A = 1 }`. */
export const withInitializer: Lower = (to, row, role) => {
  const [target = -1, value = -1] = to.namedChildren(row);
  const opened = to.open(Kind.Assign, role, row);
  to.lowerAs(target, Role.Target);
  to.lowerAs(value, Role.Value);
  to.close(opened);
};

/** `new T<U>(a) { b }`, which the grammar takes for comparisons with a cast where something stands before it. */
function misread(
  to: Lowerer,
  row: number,
): readonly [type: number, argument: number, list: number, cast: number] | undefined {
  const cast = to.field(row, "right");
  const left = to.field(row, "left");
  if (cast < 0 || to.kindName(cast) !== "cast_expression" || to.kindName(left) !== "binary_expression")
    return undefined;
  const made = to.field(left, "left");
  const list = to.field(cast, "value");
  const bare = to.kindName(made) === "object_creation_expression" && to.namedChildren(made).length === 1;
  if (!bare || to.kindName(list) !== "initializer_expression") return undefined;
  return [to.field(made, "type"), to.field(left, "right"), list, cast];
}

export const binary: Lower = (to, row, role) => {
  const parts = misread(to, row);
  const opened = to.open(parts ? Kind.New : Kind.Binary, role, row);
  if (!parts) to.lowerChildren(row, operands, opened);
  else {
    const [type, argument, list, cast] = parts;
    const callee = to.open(Kind.TypeApply, Role.Callee, type, 0, undefined, to.table.end[argument]!);
    to.lowerAs(type, Role.Value);
    to.lowerAs(argument, Role.TypeArgument);
    to.close(callee);
    to.lowerAs(to.field(cast, "type"), Role.Argument);
    to.lowerAll(list, Role.Element);
  }
  to.close(opened);
};
const operands: Children = { fields: { left: Role.Left, right: Role.Right }, variant: "operator" };

export { assignment } from "../assignment";

/** `x!` says nothing of what is done, but is another expression than `x`. */
export const unary: Lower = (to, row, role) => {
  const children = to.children(row);
  const operator = children.find((child) => !to.isNamed(child)) ?? row;
  const text = to.kindName(operator);
  const postfix = operator !== children[0];
  const update = text === "++" || text === "--";
  const opened = to.open(
    update ? Kind.Update : Kind.Unary,
    role,
    row,
    to.intern(update ? `${text}${postfix ? "" : " before"}` : postfix ? `_${text}` : text),
  );
  for (const child of children) if (child !== operator) to.lowerAs(child, Role.Operand);
  to.close(opened);
};

/** `=> e` is a body of one statement, which Semgrep does not take for a `return`. */
export const arrowBody: Lower = (to, row, role) => {
  if (role !== Role.Body) return to.lowerAll(row, role);
  const opened = to.open(Kind.Block, role, row);
  arrow(to, row, to.namedChildren(row)[0] ?? -1, Role.Statement);
  to.close(opened);
};

function arrow(to: Lowerer, row: number, value: number, role: Role): void {
  const opened = to.open(Kind.ImplicitReturn, role, value < 0 ? row : value, to.intern("=>"));
  to.lowerAs(value, Role.Value);
  to.close(opened);
}

/** `x => e`, `(a, b) => { … }`, `delegate (int a) { … }`. */
export const lambda: Lower = (to, row, role) => {
  const opened = to.open(Kind.Lambda, role, row);
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "modifier") to.lowerAs(child, Role.Modifier);
  }
  to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  const block = to.childOfKind(row, "block");
  if (block >= 0) to.lowerAs(block, Role.Body);
  else arrow(to, row, to.field(row, "body"), Role.Body);
  to.close(opened);
};

export const fromClause: Lower = (to, row, role) => {
  const opened = to.open(Kind.ComprehensionFor, role, row);
  const target = to.field(row, "name");
  name(to, target, Role.Target);
  const iterable = to.namedChildren(row).findLast((child) => child !== target);
  to.lowerAs(iterable ?? -1, Role.Iterable);
  to.close(opened);
};

const QUOTES = /^(?:@"|"+)/;

/** The content between the quotes, as written. */
export const string: Lower = (to, row, role) => {
  const text = to.textOf(row).replace(/(?<=")u8$/i, "");
  const open = QUOTES.exec(text)?.[0].length ?? 1;
  // An empty string is all quotes.
  const quotes = text === '""' ? 1 : open;
  const close = text.startsWith("@") ? 1 : quotes;
  to.leaf(Kind.String, role, row, to.intern(text.slice(quotes, Math.max(quotes, text.length - close))));
};

/** Text between interpolations, escapes included, is one part each. */
export const interpolated: Lower = (to, row, role) => {
  const opened = to.open(Kind.Template, role, row);
  let from = -1;
  let until = -1;
  const part = (): void => {
    if (from >= 0) to.leaf(Kind.StringPart, Role.Part, row, to.intern(to.text.slice(from, until)), from, until);
    from = -1;
  };
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    if (kind === "interpolation") {
      part();
      const value = to.namedChildren(child).find((each) => !to.kindName(each).startsWith("interpolation_"));
      to.lowerAs(value ?? -1, Role.Part);
    } else if (kind === "string_content" || kind === "escape_sequence") {
      if (from < 0) from = to.table.start[child]!;
      until = to.table.end[child]!;
    }
  }
  part();
  to.close(opened);
};
