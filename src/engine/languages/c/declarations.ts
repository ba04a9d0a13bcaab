// Declarations of C and C++: what a declarator says of a name's type goes to the type (`char *a[2]` is an array of
// pointers to char named `a`), and each declarator makes a row of its own.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** What a declarator makes of the type before it. */
interface Wrapper {
  readonly row: number;
  readonly is: "*" | "&" | "&&" | "[]" | "()";
}

interface Declarator {
  /** The declared name, -1 for none. */
  readonly name: number;
  /** From the type outwards. */
  readonly wrappers: readonly Wrapper[];
}

/** Reads a declarator from its outermost part, which is the innermost of the type. */
function read(to: Lowerer, row: number): Declarator {
  const wrappers: Wrapper[] = [];
  let name = row;
  while (name >= 0) {
    const is = wrapperOf(to, name);
    if (is) wrappers.push({ row: name, is });
    else if (!PASSED.has(to.kindName(name))) break;
    name = innerOf(to, name);
  }
  return { name, wrappers };
}

const PASSED = new Set([
  "parenthesized_declarator",
  "abstract_parenthesized_declarator",
  "attributed_declarator",
  "init_declarator",
  "variadic_declarator",
  "optional_type_parameter_declaration",
]);

function wrapperOf(to: Lowerer, row: number): Wrapper["is"] | undefined {
  const kind = to.kindName(row);
  if (kind.endsWith("pointer_declarator") || kind === "pointer_type_declarator") return "*";
  if (kind.endsWith("array_declarator")) return "[]";
  if (kind.endsWith("function_declarator")) return "()";
  if (kind.endsWith("reference_declarator")) return to.childOfKind(row, "&&") >= 0 ? "&&" : "&";
  return undefined;
}

/** The declarator within another: by its field, else the one named child that can be one. */
function innerOf(to: Lowerer, row: number): number {
  const inner = to.field(row, "declarator");
  if (inner >= 0) return inner;
  return (
    to
      .namedChildren(row)
      .find((child) => /declarator$|^(field_|type_)?identifier$|^qualified_identifier$/.test(to.kindName(child))) ?? -1
  );
}

const TYPE = kindOf("type");

/** Behind its sign, or all of what has brackets or parentheses. */
function endOf(to: Lowerer, { row, is }: Wrapper): number {
  const sign = is === "[]" || is === "()" ? -1 : to.childOfKind(row, is);
  return to.table.end[sign < 0 ? row : sign]!;
}

/** The type that the wrappers make of `base`, from the base to the last sign of it. */
function lowerType(to: Lowerer, base: number, wrappers: readonly Wrapper[], role: Role): void {
  const wrapper = wrappers.at(-1);
  if (!wrapper) return to.lowerAs(base, role);
  const { row, is } = wrapper;
  const start = to.table.start[base < 0 ? row : base]!;
  const end = Math.max(start, ...wrappers.map((each) => endOf(to, each)));
  const pointer = is === "*";
  const opened = to.open(pointer ? Kind.PointerType : TYPE, role, row, pointer ? 0 : to.intern(is), start, end);
  lowerType(to, base, wrappers.slice(0, -1), Role.Value);
  if (is === "[]") to.lowerAs(to.field(row, "size"), Role.Argument);
  if (is === "()") to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  to.close(opened);
}

/** `auto` says nothing of a type. */
const typeOf = (to: Lowerer, row: number): number => to.field(row, "type");

/** Keywords and qualifiers that stand before, and what C++ has of them behind a function's parameters. */
function lowerModifiers(to: Lowerer, row: number, kinds: ReadonlySet<string> = MODIFIERS): void {
  for (const child of to.namedChildren(row)) {
    if (kinds.has(to.kindName(child))) to.lowerAs(child, Role.Modifier);
  }
}
const MODIFIERS: ReadonlySet<string> = new Set(["storage_class_specifier", "type_qualifier"]);
/** `static` of a function says nothing to rules. */
const FUNCTION_MODIFIERS: ReadonlySet<string> = new Set([
  "virtual",
  "virtual_specifier",
  "explicit_function_specifier",
]);

/** `int a = 1, *b;`: one row each, all from the first modifier; the last has the `;`. */
export const declaration: Lower = (to, row, role) => declare(to, row, role, Kind.Variable);

export const fieldDeclaration: Lower = (to, row, role) => declare(to, row, role, Kind.Field);

function declare(to: Lowerer, row: number, role: Role, kind: Kind.Variable | Kind.Field): void {
  const declarators = to.fieldAll(row, "declarator").filter((child) => to.isNamed(child));
  // `struct a { … };`, or a field without a name.
  if (declarators.length === 0) return to.lowerAs(typeOf(to, row), role);
  for (const [index, outer] of declarators.entries()) {
    const end = index === declarators.length - 1 ? undefined : to.table.end[outer]!;
    const declarator = read(to, outer);
    if (declarator.wrappers.at(-1)?.is === "()") {
      lowerFunction(to, row, role, declarator, -1, end);
      continue;
    }
    const opened = to.open(kind, role, row, 0, undefined, end);
    lowerModifiers(to, row);
    lowerType(to, typeOf(to, row), declarator.wrappers, Role.Type);
    to.lowerAs(declarator.name, kind === Kind.Field ? Role.Name : Role.Target);
    const made = to.kindName(outer) === "init_declarator" ? outer : row;
    lowerInitial(to, made, to.field(made, kind === Kind.Field ? "default_value" : "value"));
    to.close(opened);
  }
}

/** `T a(1)` and `T a{1}` of C++ give arguments. */
function lowerInitial(to: Lowerer, outer: number, value: number): void {
  if (value < 0) return;
  if (to.childOfKind(outer, "=") >= 0) return to.lowerAs(value, Role.Init);
  const opened = to.open(ARGUMENTS, Role.Init, value);
  to.lowerAll(value, Role.Argument);
  to.close(opened);
}
const ARGUMENTS = kindOf("arguments");

/** `{ … }`. In it `T a(b);` declares a variable made from `b`, though the grammar takes it for a function. */
export const block: Lower = (to, row, role) => {
  if (role === Role.Case) return to.lowerAll(row, role);
  const opened = to.open(Kind.Block, role, row);
  for (const child of to.namedChildren(row)) {
    const made = to.kindName(child) === "declaration" ? constructorCall(to, child) : undefined;
    if (made) lowerMade(to, child, made);
    else to.lowerAs(child, Role.Statement);
  }
  to.close(opened);
};

interface Made {
  readonly name: number;
  readonly parameters: number;
}

/** A lone declarator with parameters that can be values; an ellipsis of a pattern is any parameters. */
function constructorCall(to: Lowerer, row: number): Made | undefined {
  const head = to.field(row, "declarator");
  if (head < 0 || to.kindName(head) !== "function_declarator") return undefined;
  const name = to.field(head, "declarator");
  const parameters = to.field(head, "parameters");
  const list = parameters < 0 ? [] : to.namedChildren(parameters);
  const isOpen = list.some((each) => to.textOf(each) === "ꓘꓘꓘ");
  const isExternal = to.textOf(row + 1) === "extern";
  if (list.length === 0 || isOpen || isExternal || to.kindName(name) !== "identifier") return undefined;
  return list.every((each) => canBeValue(to, each)) ? { name, parameters } : undefined;
}

const NAMES: ReadonlySet<string> = new Set(["type_identifier", "qualified_identifier"]);

/** Whether what the grammar takes for a parameter without a name can be a name, or a call: `b`, `f(b)`. */
function canBeValue(to: Lowerer, parameter: number): boolean {
  if (to.kindName(parameter) !== "parameter_declaration" || !NAMES.has(to.kindName(parameter + 1))) return false;
  if (to.table.size[parameter] === to.table.size[parameter + 1]! + 1) return true;
  const list = argumentsOf(to, parameter);
  return list >= 0 && to.namedChildren(list).every((each) => canBeValue(to, each));
}

/** The `(b)` of `f(b)`, -1 where the parameter has no other than that behind its type. */
function argumentsOf(to: Lowerer, parameter: number): number {
  const head = to.field(parameter, "declarator");
  if (head < 0 || to.kindName(head) !== "abstract_function_declarator" || to.field(head, "declarator") >= 0) return -1;
  return to.field(head, "parameters");
}

function lowerMade(to: Lowerer, row: number, { name, parameters }: Made): void {
  const opened = to.open(Kind.Variable, Role.Statement, row);
  lowerModifiers(to, row);
  to.lowerAs(typeOf(to, row), Role.Type);
  to.lowerAs(name, Role.Target);
  const list = to.open(ARGUMENTS, Role.Init, parameters);
  for (const each of to.namedChildren(parameters)) lowerValue(to, each);
  to.close(list);
  to.close(opened);
}

function lowerValue(to: Lowerer, parameter: number): void {
  const list = argumentsOf(to, parameter);
  if (list < 0) return lowerName(to, parameter + 1, Role.Argument);
  const opened = to.open(Kind.Call, Role.Argument, parameter);
  lowerName(to, parameter + 1, Role.Callee);
  for (const each of to.namedChildren(list)) lowerValue(to, each);
  to.close(opened);
}

/** A value's name, which the grammar takes for a type's. */
function lowerName(to: Lowerer, row: number, role: Role): void {
  if (to.kindName(row) === "type_identifier") to.leaf(Kind.Identifier, role, row);
  else to.lowerAs(row, role);
}

function lowerFunction(to: Lowerer, row: number, role: Role, declarator: Declarator, body: number, end?: number): void {
  const head = declarator.wrappers.at(-1)!.row;
  const opened = to.open(Kind.Function, role, row, 0, undefined, end);
  to.takeBefore(opened);
  lowerModifiers(to, row, FUNCTION_MODIFIERS);
  if (typeOf(to, row) >= 0) lowerType(to, typeOf(to, row), declarator.wrappers.slice(0, -1), Role.ReturnType);
  // A constructor returns nothing, as far as rules go.
  else to.leaf(Kind.Identifier, Role.ReturnType, declarator.name, to.intern("void"));
  to.lowerAs(declarator.name, Role.Name);
  to.lowerAs(to.field(head, "parameters"), Role.Parameter);
  lowerModifiers(to, head, FUNCTION_MODIFIERS);
  to.lowerAs(to.childOfKind(row, "field_initializer_list"), Role.Cause);
  to.lowerAs(body, Role.Body);
  to.close(opened);
}

export const functionDefinition: Lower = (to, row, role) => {
  const declarator = read(to, to.field(row, "declarator"));
  const body = to.field(row, "body");
  if (declarator.wrappers.at(-1)?.is === "()") return lowerFunction(to, row, role, declarator, body);
  // Macros before a function can hide what it is.
  const opened = to.open(Kind.Function, role, row);
  lowerModifiers(to, row);
  to.lowerAs(typeOf(to, row), Role.ReturnType);
  to.lowerAs(declarator.name, Role.Name);
  to.lowerAs(body, Role.Body);
  to.close(opened);
};

export const parameter: Lower = (to, row, role) => {
  const { name, wrappers } = read(to, to.field(row, "declarator"));
  const opened = to.open(Kind.Parameter, role, row);
  lowerModifiers(to, row);
  lowerType(to, typeOf(to, row), wrappers, Role.Type);
  to.lowerAs(name, Role.Target);
  to.lowerAs(to.field(row, "default_value"), Role.Default);
  to.close(opened);
};

/** The name and type of what is declared without a value: in a `catch`, in a `for` over a range. */
export function lowerDeclared(to: Lowerer, row: number): void {
  const { name, wrappers } = read(to, to.field(row, "declarator"));
  lowerModifiers(to, row);
  lowerType(to, typeOf(to, row), wrappers, Role.Type);
  to.lowerAs(name, Role.Target);
}

/** `(char *)`, `sizeof(int[2])`. */
export const typeDescriptor: Lower = (to, row, role) => {
  lowerType(to, typeOf(to, row), read(to, to.field(row, "declarator")).wrappers, role);
};

export const typeDefinition: Lower = (to, row, role) => {
  for (const outer of to.fieldAll(row, "declarator").filter((child) => to.isNamed(child))) {
    const { name, wrappers } = read(to, outer);
    const opened = to.open(Kind.TypeAlias, role, row);
    to.lowerAs(name, Role.Name);
    lowerType(to, typeOf(to, row), wrappers, Role.Type);
    to.close(opened);
  }
};
