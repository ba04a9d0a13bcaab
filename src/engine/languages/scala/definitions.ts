// Scala's definitions and imports.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";
import { body, name } from "./lower";

/** `private[this]` is `private`. */
export const modifiers: Lower = (to, row) => {
  for (const child of to.children(row)) {
    if (to.kindName(child) === "annotation") to.lowerAs(child, Role.Decorator);
    else to.leaf(Kind.Modifier, Role.Modifier, child, to.intern(to.textOf(child).replace(/\[.*$/s, "").trim()));
  }
};

/** `@A(…)(…)`. */
export const annotation: Lower = (to, row) => {
  const named = to.field(row, "name");
  const lists = to.fieldAll(row, "arguments");
  const end = to.endOf(lists[0] ?? row);
  const opened = to.open(Kind.Decorator, Role.Decorator, row, 0, undefined, end);
  const call = to.open(Kind.Call, Role.Value, row, 0, to.table.start[named < 0 ? row : named]!, end);
  to.lowerAs(named, Role.Callee);
  // Those that follow the first are a class's parameters.
  if (lists[0] !== undefined) to.lowerAll(lists[0], Role.Argument);
  to.close(call);
  to.close(opened);
};

/** Annotations, modifiers and the keywords that stand before what is defined. */
function before(to: Lowerer, row: number, keywords: readonly string[]): void {
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    if (kind === "annotation" || kind === "modifiers") to.lowerAs(child, Role.None);
    else if (keywords.includes(kind) && !to.isNamed(child)) to.leaf(Kind.Modifier, Role.Modifier, child);
  }
}

/** `val x: T = e`; a pattern in place of the name takes the value apart. */
export const value: Lower = (to, row, role) => {
  const pattern = to.field(row, "pattern");
  const declared = pattern < 0 ? to.field(row, "name") : pattern;
  const kind = declared < 0 ? "" : to.kindName(declared);
  const plain = kind === "identifier" || kind === "operator_identifier";
  const isField = role === Role.Member && plain;
  const opened = to.open(isField ? Kind.Field : Kind.Variable, role, row, plain ? 0 : to.intern("several"));
  before(to, row, ["val", "var"]);
  to.lowerAs(to.field(row, "type"), Role.Type);
  if (plain) name(to, declared, isField ? Role.Name : Role.Target);
  else to.lowerAs(declared, Role.Target);
  to.lowerAs(to.field(row, "value"), Role.Init);
  to.lowerErrors(row);
  to.close(opened);
};

/** `(a, b)` where names are declared. */
export const tuplePattern: Lower = (to, row, role) => {
  const opened = to.open(role === Role.Target ? Kind.Tuple : kindOf("tuple pattern"), role, row);
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "identifier" && role === Role.Target) name(to, child, Role.Element);
    else to.lowerAs(child, Role.Element);
  }
  to.close(opened);
};

/** `List(a, b)` as a pattern. */
export const classPattern: Lower = (to, row, role) => {
  const opened = to.open(kindOf("class pattern"), role, row);
  to.lowerAs(to.field(row, "type"), Role.Callee);
  for (const child of to.fieldAll(row, "pattern")) if (to.isNamed(child)) to.lowerAs(child, Role.Argument);
  to.close(opened);
};

/** `x: T` as a pattern declares x. */
export const typedPattern: Lower = (to, row, role) => {
  const opened = to.open(Kind.Variable, role, row);
  to.lowerAs(to.field(row, "type"), Role.Type);
  const declared = to.field(row, "pattern");
  if (declared >= 0 && to.kindName(declared) === "identifier") name(to, declared, Role.Target);
  else to.lowerAs(declared, Role.Target);
  to.close(opened);
};

/** Lists of parameters are one list. */
export const functionDefinition: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row);
  before(to, row, []);
  name(to, to.field(row, "name"), Role.Name);
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "type_parameters") to.lowerAll(child, Role.TypeParameter);
    else if (kind === "parameters") to.lowerAll(child, Role.Parameter);
  }
  to.lowerAs(to.field(row, "return_type"), Role.ReturnType);
  const does = to.field(row, "body");
  if (does >= 0) body(to, [does], Role.Body);
  to.lowerErrors(row);
  to.close(opened);
};

export const parameter: Lower = (to, row) => {
  const opened = to.open(Kind.Parameter, Role.Parameter, row);
  before(to, row, ["val", "var", "implicit", "using"]);
  to.lowerAs(to.field(row, "type"), Role.Type);
  name(to, to.field(row, "name"), Role.Target);
  to.lowerAs(to.field(row, "default_value"), Role.Default);
  to.close(opened);
};

/** Classes, traits and objects; what a `case class` is besides, its modifiers say. */
export const classDefinition =
  (keyword: string): Lower =>
  (to, row, role) => {
    const opened = to.open(Kind.Class, role, row, to.intern(keyword));
    before(to, row, ["case", "enum"]);
    const named = to.field(row, "name");
    name(to, named, Role.Name);
    for (const child of to.children(row)) {
      if (child > named && to.kindName(child) === "annotation") constructorParameters(to, child);
    }
    to.lowerAs(to.field(row, "type_parameters"), Role.TypeParameter);
    for (const list of to.fieldAll(row, "class_parameters")) to.lowerAll(list, Role.Parameter);
    to.lowerAs(to.field(row, "extend"), Role.Parent);
    to.lowerAs(to.field(row, "body"), Role.Member);
    to.close(opened);
  };

/**
 * `@Inject() (a: A)(implicit b: B)` before a class's body: the grammar takes all lists for the annotation's, and what is
 * no expression for an error. All but the first are the class's parameters, read from their text.
 */
function constructorParameters(to: Lowerer, annotation: number): void {
  for (const list of to.fieldAll(annotation, "arguments").slice(1)) {
    const start = to.table.start[list]! + 1;
    const text = to.text.slice(start, to.table.end[list]! - 1);
    for (const { index, groups } of text.matchAll(TEXT_PARAMETER)) {
      const { head = "", word = "", between = "", type = "" } = groups ?? {};
      const at = start + index + head.length;
      const end = at + word.length + between.length + type.length;
      const opened = to.open(Kind.Parameter, Role.Parameter, list, 0, at, end);
      to.leaf(Kind.Identifier, Role.Type, list, to.intern(type), end - type.length, end);
      to.leaf(Kind.Name, Role.Target, list, to.intern(word), at, at + word.length);
      to.close(opened);
    }
  }
}

/** `name: Type` at the start of a list or behind a comma, with keywords before it. */
const TEXT_PARAMETER =
  /(?<head>(?:^|,)\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:private|protected|implicit|using|override|val|var)\s+)*)(?<word>\w+)(?<between>\s*:\s*)(?<type>[\w.]+)/g;

/** `extends A(1) with B`: the first is the parent, a class with arguments another thing than the class alone. */
export const extendsClause: Lower = (to, row) => {
  const types = to.namedChildren(row).filter((child) => to.kindName(child) !== "arguments");
  const lists = to.fieldAll(row, "arguments");
  const [parent, ...others] = types;
  if (parent !== undefined && lists.length > 0) {
    const made = to.open(kindOf("construction"), Role.Parent, parent, 0, undefined, to.endOf(lists.at(-1)!));
    to.lowerAs(parent, Role.Value);
    for (const list of lists) to.lowerAll(list, Role.Argument);
    to.close(made);
  } else to.lowerAs(parent ?? -1, Role.Parent);
  for (const type of others) to.lowerAs(type, Role.Implements);
};

/** `a.b.C` as one name. */
function dotted(to: Lowerer, rows: readonly number[], role: Role): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const [start, end] = [to.table.start[first]!, to.table.end[last]!];
  to.leaf(Kind.Name, role, first, to.intern(to.text.slice(start, end).replace(/\s+/g, "")), start, end);
}

export const packageClause: Lower = (to, row, role) => {
  const opened = to.open(kindOf("package"), role, row);
  const path = to.field(row, "name");
  if (path >= 0) dotted(to, to.namedChildren(path), Role.Module);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

/** `import a.b.C`, `import a.b.{C => D}`, `import a.b._`. */
export const importDeclaration: Lower = (to, row, role) => {
  const opened = to.open(Kind.Import, role, row);
  const path = to.fieldAll(row, "path").filter((part) => to.isNamed(part));
  const all = to.childOfKind(row, "namespace_wildcard");
  const selectors = to.childOfKind(row, "namespace_selectors");
  const whole = all >= 0 || selectors >= 0 || path.length === 1;
  dotted(to, whole ? path : path.slice(0, -1), Role.Module);
  if (all >= 0) to.leaf(Kind.ImportSpecifier, Role.Specifier, all, to.intern("*"));
  else if (selectors >= 0) for (const each of to.namedChildren(selectors)) selector(to, each);
  else if (!whole) selector(to, path.at(-1)!);
  to.close(opened);
};

function selector(to: Lowerer, row: number): void {
  const kind = to.kindName(row);
  if (kind === "namespace_wildcard") return void to.leaf(Kind.ImportSpecifier, Role.Specifier, row, to.intern("*"));
  const specifier = to.open(Kind.ImportSpecifier, Role.Specifier, row);
  const imported = to.field(row, "name");
  name(to, imported < 0 ? row : imported, Role.Name);
  const alias = to.field(row, "alias");
  if (alias >= 0) name(to, alias, Role.Alias);
  to.close(specifier);
}

export const typeDefinition: Lower = (to, row, role) => {
  const opened = to.open(Kind.TypeAlias, role, row);
  before(to, row, []);
  name(to, to.field(row, "name"), Role.Name);
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.close(opened);
};

/** `a.B` as a type. */
export const stableType: Lower = (to, row, role) => {
  const parts = to.namedChildren(row);
  const opened = to.open(Kind.Member, role, row);
  to.lowerAs(parts[0] ?? -1, Role.Object);
  name(to, parts.at(-1) ?? -1, Role.Property);
  to.close(opened);
};

export const typeParameter: Lower = (to, row, role) => name(to, to.field(row, "name"), role);
