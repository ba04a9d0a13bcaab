// C#'s imports, namespaces, types and their members.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";
import { compact, name, startOf } from "./names";

/** `using a.b;` imports every name of `a.b`; `using c = a.b;` gives it another. */
export const using: Lower = (to, row, role) => {
  const opened = to.open(Kind.Import, role, row);
  const alias = to.field(row, "name");
  const module = to.namedChildren(row).findLast((child) => child !== alias) ?? -1;
  if (module >= 0) to.leaf(Kind.Name, Role.Module, module, compact(to, module));
  if (alias >= 0) name(to, alias, Role.Alias);
  else if (module >= 0) to.leaf(Kind.ImportSpecifier, Role.Specifier, module, to.intern("*"));
  to.close(opened);
};

export const namespace: Lower = (to, row, role) => {
  const path = to.field(row, "name");
  const body = to.field(row, "body");
  const opened = to.open(kindOf("namespace"), role, row, 0, body < 0 || path < 0 ? undefined : to.table.start[path]!);
  if (path >= 0) to.leaf(Kind.Name, Role.Name, path, compact(to, path));
  to.lowerAs(body, Role.Body);
  to.close(opened);
};

/** The body of a type, or of a namespace: there Semgrep has the first of the statements at the brace. */
export const declarations: Lower = (to, row, role) => {
  if (role !== Role.Body) return to.lowerAll(row, Role.Member);
  const opened = to.open(Kind.Block, role, row);
  to.leaf(kindOf("namespace start"), Role.Statement, to.childOfKind(row, "{"), 0);
  to.lowerAll(row, Role.Statement);
  to.close(opened);
};

/** The arguments of a base's constructor say nothing to rules. */
export const bases: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) if (to.kindName(child) !== "argument_list") to.lowerAs(child, role);
};

/** What is only read is constant to rules. */
export const modifier: Lower = (to, row, role) => {
  to.leaf(Kind.Modifier, role, row, to.textOf(row) === "readonly" ? to.intern("const") : undefined);
};

export const definition =
  (kind: Kind, children: Children): Lower =>
  (to, row, role) => {
    const opened = to.open(kind, role, row, 0, startOf(to, row));
    to.lowerChildren(row, children, opened);
    to.close(opened);
  };

/** `[F(a, K = v)]` is the call `F(a, K = v)` to rules, `[F]` the call `F()`. */
export const attribute: Lower = (to, row, role) => {
  const opened = to.open(Kind.Decorator, role, row);
  const call = to.open(Kind.Call, Role.Value, row);
  to.lowerAs(to.field(row, "name"), Role.Callee);
  to.lowerAs(to.childOfKind(row, "attribute_argument_list"), Role.Argument);
  to.close(call);
  to.close(opened);
};

/** Methods, constructors, operators, delegates and local functions. */
export const method: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row, 0, startOf(to, row));
  to.lowerChildren(row, methodChildren, opened);
  to.close(opened);
};
const methodChildren: Children = {
  fields: {
    name: Role.Name,
    returns: Role.ReturnType,
    type: Role.ReturnType,
    type_parameters: Role.TypeParameter,
    parameters: Role.Parameter,
    body: Role.Body,
  },
  kinds: {
    attribute_list: Role.Decorator,
    modifier: Role.Modifier,
    constructor_initializer: Role.Cause,
  },
};

/** `: base(a)` and `: this(a)` call another constructor. */
export const constructorInitializer: Lower = (to, row, role) => {
  const [colon, keyword = row] = to.children(row);
  const opened = to.open(Kind.Call, role, row, 0, to.table.start[keyword === row ? (colon ?? row) : keyword]!);
  to.leaf(Kind.Identifier, Role.Callee, keyword);
  to.lowerAs(to.childOfKind(row, "argument_list"), Role.Argument);
  to.close(opened);
};

/** A property is a field; those of its accessors that have a body are functions of the property's type. */
export const property: Lower = (to, row, role) => {
  const opened = to.open(Kind.Field, role, row, 0, startOf(to, row));
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "attribute_list") to.lowerAs(child, Role.Decorator);
    else if (to.kindName(child) === "modifier") to.lowerAs(child, Role.Modifier);
  }
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.lowerAs(to.field(row, "name"), Role.Name);
  const value = to.field(row, "value");
  const isArrow = value >= 0 && to.kindName(value) === "arrow_expression_clause";
  if (isArrow) accessor(to, row, value, value);
  else to.lowerAs(value, Role.Init);
  const list = to.field(row, "accessors");
  for (const child of list < 0 ? [] : to.namedChildren(list)) {
    const body = to.field(child, "body");
    if (body >= 0) accessor(to, row, to.field(child, "name"), body);
  }
  to.close(opened);
};
function accessor(to: Lowerer, property: number, called: number, body: number): void {
  const type = to.field(property, "type");
  const start = to.table.start[type < 0 ? property : type]!;
  const opened = to.open(Kind.Function, Role.Member, body, 0, start);
  to.lowerAs(type, Role.ReturnType);
  if (called === body) to.leaf(Kind.Name, Role.Name, body, to.intern("get"));
  else name(to, called, Role.Name);
  to.lowerAs(to.field(property, "parameters"), Role.Parameter);
  to.lowerAs(body, Role.Body);
  to.close(opened);
}

/** The last one may be `params T[] xs`, whose parts the grammar leaves in the list. */
export const parameters: Lower = (to, row, role) => {
  const rest = to.childOfKind(row, "params");
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "parameter") to.lowerAs(child, role);
  }
  if (rest < 0) return;
  const end = to.field(row, "name");
  const opened = to.open(Kind.Parameter, role, rest, to.intern("..."), undefined, to.table.end[end < 0 ? rest : end]!);
  to.lowerAs(to.field(row, "type"), Role.Type);
  name(to, end, Role.Target);
  to.close(opened);
};

export const parameter: Lower = (to, row, role) => {
  const opened = to.open(Kind.Parameter, role === Role.None ? Role.Parameter : role, row, 0, startOf(to, row));
  const declaredName = to.field(row, "name");
  const type = to.field(row, "type");
  if (to.kindName(row) === "implicit_parameter") name(to, row, Role.Target);
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "attribute_list") to.lowerAs(child, Role.Decorator);
    else if (kind === "modifier") to.lowerAs(child, Role.Modifier);
    else if (child === type) to.lowerAs(child, Role.Type);
    else if (child === declaredName) name(to, child, Role.Target);
    else to.lowerAs(child, Role.Default);
  }
  to.close(opened);
};
