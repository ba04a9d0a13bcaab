// What of C#'s grammar needs more than a line in the table of shapes.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";

/** Names are expressions but where their role says that they are declared or follow a dot. */
export const identifier: Lower = (to, row, role) => {
  to.leaf(
    role === Role.Name || role === Role.Target || role === Role.Property ? Kind.Name : Kind.Identifier,
    role,
    row,
  );
};

const name = (to: Lowerer, row: number, role: Role): void => {
  if (row >= 0) to.leaf(Kind.Name, role, row);
};

const compact = (to: Lowerer, row: number): number => to.intern(to.textOf(row).replace(/\s+/g, ""));

/** Where a definition begins: at its first attribute, without the bracket, as in Semgrep. */
function startOf(to: Lowerer, row: number): number {
  const list = to.children(row)[0] ?? -1;
  const attribute = list >= 0 && to.kindName(list) === "attribute_list" ? to.childOfKind(list, "attribute") : -1;
  return to.table.start[attribute < 0 ? row : attribute]!;
}

/** What `#if` holds is code, its condition is not. */
export const conditional: Lower = (to, row, role) => {
  const condition = to.field(row, "condition");
  for (const child of to.namedChildren(row)) if (child !== condition) to.lowerAs(child, role);
};

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

/** The body of a type, or of a namespace. */
export const declarations: Lower = (to, row, role) => {
  if (role !== Role.Body) return to.lowerAll(row, Role.Member);
  const opened = to.open(Kind.Block, role, row);
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

/** `int a = 1, b;`: one row each, all from the first modifier; the last has the `;`. */
export const declaration =
  (kind: Kind.Variable | Kind.Field): Lower =>
  (to, row, role) => {
    const list = to.childOfKind(row, "variable_declaration");
    if (list < 0) return;
    const type = to.field(list, "type");
    const declarators = to.namedChildren(list).filter((child) => to.kindName(child) === "variable_declarator");
    for (const [index, declarator] of declarators.entries()) {
      const end = index === declarators.length - 1 ? undefined : to.table.end[declarator]!;
      const opened = to.open(kind, role, row, 0, startOf(to, declaredIn(to, row, list)), end);
      for (const child of to.children(row)) {
        if (to.kindName(child) === "attribute_list") to.lowerAs(child, Role.Decorator);
        else if (to.kindName(child) === "modifier") to.lowerAs(child, Role.Modifier);
        else if (to.kindName(child) === "using") to.leaf(Kind.Modifier, Role.Modifier, child);
      }
      declared(to, declarator, type, kind);
      to.close(opened);
    }
  };

/** `var` is no part of what Semgrep reports. */
function declaredIn(to: Lowerer, row: number, list: number): number {
  const bare = to.children(row)[0] === list && to.kindName(to.field(list, "type")) === "implicit_type";
  return bare ? to.childOfKind(list, "variable_declarator") : row;
}

/** In the header of a statement: `using (var a = b())`, `for (int i = 0; …)`. */
export const variables: Lower = (to, row, role) => {
  const type = to.field(row, "type");
  for (const declarator of to.namedChildren(row).filter((child) => to.kindName(child) === "variable_declarator")) {
    const opened = to.open(Kind.Variable, role, row, 0, undefined, to.table.end[declarator]!);
    declared(to, declarator, type, Kind.Variable);
    to.close(opened);
  }
};

function declared(to: Lowerer, declarator: number, type: number, kind: Kind): void {
  to.lowerAs(type, Role.Type);
  const [target = -1, ...others] = to.namedChildren(declarator);
  to.lowerAs(target, kind === Kind.Field ? Role.Name : Role.Target);
  const value = others.findLast((child) => to.kindName(child) !== "bracketed_argument_list");
  to.lowerAs(value ?? -1, Role.Init);
}

export const forEach: Lower = (to, row, role) => {
  const opened = to.open(Kind.ForEach, role, row);
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.lowerAs(to.field(row, "left"), Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Iterable);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

/** What stands before the colon is tested, what follows is done. */
export const section: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row);
  let behind = false;
  for (const child of to.children(row)) {
    if (to.kindName(child) === ":") behind = true;
    else if (to.kindName(child) === "when_clause") to.lowerAll(child, Role.Condition);
    else if (to.isNamed(child)) to.lowerAs(child, behind ? Role.Statement : Role.Test);
  }
  to.close(opened);
};

export const labelled: Lower = (to, row, role) => {
  const [label = -1, body = -1] = to.namedChildren(row);
  const opened = to.open(Kind.Label, role, row);
  name(to, label, Role.Name);
  to.lowerAs(body, Role.Body);
  to.close(opened);
};

export const yields: Lower = (to, row, role) => {
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const opened = to.open(Kind.Yield, Role.Value, row, to.intern("yield"));
  to.lowerAll(row, Role.Value);
  to.close(opened);
  to.close(statement);
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

// Types.

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
function member(to: Lowerer, row: number, role: Role, object: number, property: number): void {
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

// Expressions.

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

export const assignment: Lower = (to, row, role) => {
  const operator = to.field(row, "operator");
  const plain = operator < 0 || to.textOf(operator) === "=";
  const opened = to.open(plain ? Kind.Assign : Kind.CompoundAssign, role, row, plain ? 0 : to.atomOf(operator));
  const left = to.field(row, "left");
  // What is assigned is declared elsewhere.
  if (left >= 0 && to.kindName(left) === "identifier") to.leaf(Kind.Identifier, Role.Target, left);
  else to.lowerAs(left, Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(opened);
};

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

// Literals.

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
