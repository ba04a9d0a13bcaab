// What Swift declares.
import { Kind, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** Attributes are decorators, all else that stands before a definition modifiers. */
function modifiers(to: Lowerer, row: number): void {
  const before = to.childOfKind(row, "modifiers");
  for (const child of before < 0 ? [] : to.namedChildren(before)) {
    if (to.kindName(child) === "attribute") to.lowerAs(child, Role.Decorator);
    else to.leaf(Kind.Modifier, Role.Modifier, child);
  }
}

/** `@a`, `@a(b)`. */
export const attribute: Lower = (to, row, role) => {
  const [name = -1, ...others] = to.namedChildren(row);
  const decorator = to.open(Kind.Decorator, role, row);
  if (others.length > 0) {
    const call = to.open(Kind.Call, Role.Value, row, 0, to.table.start[name]);
    attributeName(to, name, Role.Callee);
    for (const other of others) to.lowerAs(other, Role.Argument);
    to.close(call);
  } else attributeName(to, name, Role.Value);
  to.close(decorator);
};

function attributeName(to: Lowerer, row: number, role: Role): void {
  if (row >= 0) to.leaf(Kind.Identifier, role, row, to.intern(to.textOf(row)));
}

/** `let a = 1, b = 2`: a Variable each, from the keyword to the end of its value. */
export const property: Lower = (to, row, role) => {
  const rows = to.children(row).filter((child) => to.kindName(child) !== ",");
  const keyword = to.childOfKind(row, "value_binding_pattern");
  const names = rows.filter(
    (child) => to.kindName(child) === "pattern" && to.grammar.field("name") === fieldOf(to, child),
  );
  names.forEach((name, index) => {
    const from = rows.indexOf(name);
    const until = names[index + 1] === undefined ? rows.length : rows.indexOf(names[index + 1]!);
    const own = rows.slice(from, until);
    const opened = to.open(Kind.Variable, role, row, 0, undefined, to.table.end[own.at(-1)!]);
    modifiers(to, row);
    if (keyword >= 0) to.leaf(Kind.Modifier, Role.Modifier, keyword);
    to.lowerAs(name, Role.Target);
    for (const part of own.slice(1)) {
      if (to.kindName(part) === "type_annotation") to.lowerAs(part, Role.Type);
      else if (to.isNamed(part) && VALUES.has(to.grammar.fieldNames[fieldOf(to, part)]!)) to.lowerAs(part, Role.Init);
    }
    to.close(opened);
  });
};

const fieldOf = (to: Lowerer, row: number): number => to.table.field[row]!;
const VALUES: ReadonlySet<string> = new Set(["value", "computed_value"]);

/** Of a protocol: `var x: T { get }`. */
export const protocolProperty: Lower = (to, row, role) => {
  const opened = to.open(Kind.Variable, role, row);
  modifiers(to, row);
  const pattern = to.field(row, "name");
  const keyword = to.childOfKind(pattern, "value_binding_pattern");
  if (keyword >= 0) to.leaf(Kind.Modifier, Role.Modifier, keyword);
  to.lowerAs(pattern, Role.Target);
  to.lowerAs(to.childOfKind(row, "type_annotation"), Role.Type);
  to.close(opened);
};

const isType = (kind: string): boolean => kind.endsWith("_type") || kind === "metatype";

/** A function, `init`, `deinit` or `subscript`; it begins with its modifiers, or with its name where it has none. */
export const callable: Lower = (to, row, role) => {
  const rows = to.children(row);
  const before = to.childOfKind(row, "modifiers");
  const first = rows.find((child) => NAMES.has(to.kindName(child))) ?? row;
  const opened = to.open(Kind.Function, role, row, 0, to.table.start[before >= 0 ? before : first]);
  modifiers(to, row);
  to.leaf(Kind.Name, Role.Name, first);
  to.lowerAs(to.childOfKind(row, "type_parameters"), Role.TypeParameter);
  rows.forEach((child, index) => {
    if (to.kindName(child) === "parameter") parameter(to, child, defaultBehind(to, rows, index));
  });
  const arrow = rows.findIndex((child) => to.kindName(child) === "->");
  for (const child of arrow < 0 ? [] : rows.slice(arrow + 1)) {
    if (isType(to.kindName(child))) to.lowerAs(child, Role.ReturnType);
  }
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.lowerAs(to.childOfKind(row, "computed_property"), Role.Body);
  to.close(opened);
};

const NAMES: ReadonlySet<string> = new Set(["simple_identifier", "init", "deinit", "subscript"]);

/** The value behind `=` that follows a parameter, -1 without one. */
function defaultBehind(to: Lowerer, rows: readonly number[], index: number): number {
  const sign = rows[index + 1];
  return sign !== undefined && to.kindName(sign) === "=" ? (rows[index + 2] ?? -1) : -1;
}

/** The name by which the caller knows a parameter says nothing to patterns. */
function parameter(to: Lowerer, row: number, value: number): void {
  const rows = to.namedChildren(row);
  const name = rows.filter((child) => to.kindName(child) === "simple_identifier").at(-1) ?? -1;
  const type = rows.find((child) => isType(to.kindName(child))) ?? -1;
  const end = value >= 0 ? to.table.end[value] : undefined;
  const opened = to.open(Kind.Parameter, Role.Parameter, row, 0, undefined, end);
  for (const child of rows) if (to.kindName(child) === "attribute") to.lowerAs(child, Role.Decorator);
  if (name >= 0) to.leaf(Kind.Name, Role.Target, name);
  to.lowerAs(type, Role.Type);
  to.lowerAs(value, Role.Default);
  to.close(opened);
}

export const lambdaParameter: Lower = (to, row, role) => {
  const rows = to.namedChildren(row);
  const opened = to.open(Kind.Parameter, role, row);
  const name = rows.filter((child) => to.kindName(child) === "simple_identifier").at(-1) ?? -1;
  if (name >= 0) to.leaf(Kind.Name, Role.Target, name);
  to.lowerAs(rows.find((child) => isType(to.kindName(child))) ?? -1, Role.Type);
  to.close(opened);
};

/** Classes, structures, extensions and actors are one; a pattern that says `enum` means that. */
export const type: Lower = (to, row, role) => {
  const keyword = to.field(row, "declaration_kind");
  const opened = to.open(Kind.Class, role, row, to.intern(to.textOf(keyword) === "protocol" ? "protocol" : "class"));
  modifiers(to, row);
  if (to.textOf(keyword) === "enum") to.leaf(Kind.Modifier, Role.Modifier, keyword);
  to.lowerAs(to.field(row, "name"), Role.Name);
  to.lowerAs(to.childOfKind(row, "type_parameters"), Role.TypeParameter);
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "inheritance_specifier") to.lowerAll(child, Role.Parent);
  }
  to.lowerAs(to.field(row, "body"), Role.Member);
  to.close(opened);
};

/** `case a = "x", b`: a field each. */
export const enumEntry: Lower = (to, row, role) => {
  const names = to.fieldAll(row, "name").filter((child) => to.isNamed(child));
  const rows = to.children(row);
  for (const name of names) {
    const sign = rows[rows.indexOf(name) + 1];
    const value = sign !== undefined && to.kindName(sign) === "=" ? (rows[rows.indexOf(name) + 2] ?? -1) : -1;
    const opened = to.open(Kind.Field, role, name, 0, undefined, to.table.end[value < 0 ? name : value]);
    to.leaf(Kind.Name, Role.Name, name);
    to.lowerAs(value, Role.Init);
    to.close(opened);
  }
};

/** `import A.B`: the name of a module is one leaf. */
export const importDeclaration: Lower = (to, row, role) => {
  const opened = to.open(Kind.Import, role, row, to.intern("import"));
  const name = to.childOfKind(row, "identifier");
  if (name >= 0) to.leaf(Kind.Name, Role.Module, name, to.intern(to.textOf(name)));
  to.close(opened);
};

/** `A`, `A.B`, `A<T>`. */
export const userType: Lower = (to, row, role) => {
  const words = to.namedChildren(row).filter((child) => to.kindName(child) === "type_identifier");
  const types = to.childOfKind(row, "type_arguments");
  const opened: number[] = [];
  if (types >= 0) opened.push(to.open(Kind.TypeApply, role, row));
  for (let i = words.length - 1; i > 0; i--) {
    const place = opened.length > 0 ? (types >= 0 && opened.length === 1 ? Role.Value : Role.Object) : role;
    opened.push(to.open(Kind.Member, place, row, 0, undefined, to.table.end[words[i]!]));
  }
  const innermost = words.length > 1 ? Role.Object : types >= 0 ? Role.Value : role;
  const [first, ...others] = words;
  if (first !== undefined) to.leaf(isNameOf(innermost), innermost, first);
  for (const word of others) {
    to.leaf(Kind.Name, Role.Property, word);
    to.close(opened.pop()!);
  }
  to.lowerAs(types, Role.TypeArgument);
  while (opened.length > 0) to.close(opened.pop()!);
};

/** What a path begins with may be imported; a type by itself is no expression. */
const isNameOf = (role: Role): Kind => (role === Role.Object || role === Role.Callee ? Kind.Identifier : Kind.Name);
