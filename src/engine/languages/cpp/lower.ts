// What of C++'s grammar needs more than a line in the table of shapes.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { lowerDeclared } from "../c/declarations";
import type { Children, Lower, Lowerer } from "../lowering";

export { identifier } from "../c/lower";

const compact = (to: Lowerer, row: number): number => to.intern(to.textOf(row).replace(/\s+/g, ""));

/** `~A`, `operator +`. */
export const compactName: Lower = (to, row, role) => {
  to.leaf(Kind.Name, role, row, compact(to, row));
};

/** The names of `a::b::c`, which the grammar nests to the right. */
function partsOf(to: Lowerer, row: number): number[] {
  if (to.kindName(row) === "nested_namespace_specifier")
    return to.namedChildren(row).flatMap((part) => partsOf(to, part));
  if (to.kindName(row) !== "qualified_identifier") return [row];
  const scope = to.field(row, "scope");
  const name = to.field(row, "name");
  return [...(scope < 0 ? [] : [scope]), ...(name < 0 ? [] : partsOf(to, name))];
}

/** `a::b` is the member `b` of `a`; the arguments of a last `b<T>` are those of the whole. */
export const qualified: Lower = (to, row, role) => {
  const parts = partsOf(to, row);
  const last = parts.pop() ?? row;
  const kind = to.kindName(last);
  const isFunction = kind === "template_function";
  const isType = kind === "template_type";
  const called = isFunction && role === Role.Callee;
  const whole = (isType || isFunction) && !called ? to.open(Kind.TypeApply, role, row) : -1;
  const name = isType || isFunction ? to.field(last, "name") : last;
  member(to, row, whole < 0 ? role : Role.Value, parts, name);
  if (isType || isFunction) to.lowerAs(to.field(last, "arguments"), Role.TypeArgument);
  if (whole >= 0) to.close(whole);
};

function member(to: Lowerer, row: number, role: Role, objects: readonly number[], name: number, isScope = false): void {
  const object = objects.at(-1);
  if (object === undefined) return to.lowerAs(name, role);
  // What stands before a name is no name by itself: no pattern of one is found there.
  const variant = isScope ? to.intern("scope") : 0;
  const opened = to.open(Kind.Member, role, row, variant, undefined, to.table.end[name]!);
  member(to, row, Role.Object, objects.slice(0, -1), object, true);
  to.lowerAs(name, Role.Property);
  to.close(opened);
}

/** `f<T>(…)`: the call takes the arguments. */
export const templateFunction: Lower = (to, row, role) => {
  if (role === Role.Callee || role === Role.Property) {
    to.lowerAs(to.field(row, "name"), role);
    if (role === Role.Callee) to.lowerAs(to.field(row, "arguments"), Role.TypeArgument);
    return;
  }
  const opened = to.open(Kind.TypeApply, role, row);
  to.lowerAs(to.field(row, "name"), Role.Value);
  to.lowerAs(to.field(row, "arguments"), Role.TypeArgument);
  to.close(opened);
};

/** `using namespace a;` imports every name of `a`, `using a::b;` one. */
export const using: Lower = (to, row, role) => {
  const path = to.namedChildren(row).at(-1) ?? row;
  const parts = partsOf(to, path);
  const opened = to.open(Kind.Import, role, row, 0, undefined, to.table.end[path]!);
  const all = to.childOfKind(row, "namespace") >= 0;
  const last = all ? undefined : parts.at(-1);
  const modules = last === undefined ? parts : parts.slice(0, -1);
  const module = modules.map((part) => to.textOf(part)).join("::");
  if (module !== "") to.leaf(Kind.Name, Role.Module, path, to.intern(module));
  if (last === undefined) to.leaf(Kind.ImportSpecifier, Role.Specifier, path, to.intern("*"));
  else {
    const specifier = to.open(Kind.ImportSpecifier, Role.Specifier, last);
    to.leaf(Kind.Name, Role.Name, last);
    to.close(specifier);
  }
  to.close(opened);
};

/** `namespace a = b::c;`. */
export const namespaceAlias: Lower = (to, row, role) => {
  const name = to.field(row, "name");
  const path = to.namedChildren(row).at(-1) ?? row;
  const opened = to.open(Kind.Import, role, row);
  to.leaf(Kind.Name, Role.Module, path, compact(to, path));
  if (name >= 0) to.leaf(Kind.Name, Role.Alias, name);
  to.close(opened);
};

/** Parameters of templates say nothing to rules; what is defined begins with them. */
export const template: Lower = (to, row, role) => {
  const parameters = to.field(row, "parameters");
  const defined = to.builder.rows;
  for (const child of to.namedChildren(row)) if (child !== parameters) to.lowerAs(child, role);
  if (to.builder.rows > defined) to.builder.setRange(defined, to.table.start[row]!, to.builder.endAt(defined));
};

/** `: a(1)` of a constructor gives a field its value. */
export const fieldInitializer: Lower = (to, row, role) => {
  const opened = to.open(kindOf("field initializer"), role, row);
  const [name = -1, list = -1] = to.namedChildren(row);
  to.lowerAs(name, Role.Name);
  to.lowerAs(list, Role.Argument);
  to.close(opened);
};

/** A declaration in a condition, and one before it, are evaluated with it. */
export const condition: Lower = (to, row, role) => {
  to.lowerAs(to.field(row, "value"), role);
  to.lowerAs(to.field(row, "initializer"), Role.Cause);
};

export const forRange: Lower = (to, row, role) => {
  const opened = to.open(Kind.ForEach, role, row);
  lowerDeclared(to, row);
  to.lowerAs(to.field(row, "right"), Role.Iterable);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

export const catchClause: Lower = (to, row, role) => {
  const opened = to.open(Kind.Catch, role, row);
  const list = to.field(row, "parameters");
  const parameter = list < 0 ? undefined : to.namedChildren(list)[0];
  if (parameter !== undefined) lowerDeclared(to, parameter);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

const isPrimitive = (to: Lowerer, row: number): boolean => row >= 0 && to.kindName(row) === "primitive_type";

/** `bool()` makes a value of a type and calls nothing. */
export const call: Lower = (to, row, role) => {
  const makes = isPrimitive(to, to.field(row, "function"));
  const opened = makes ? to.open(Kind.New, role, row, to.intern(PRIMITIVE)) : to.open(Kind.Call, role, row);
  to.lowerChildren(row, CALL, opened);
  to.close(opened);
};

/** `T{a}` makes an object as `new` does. */
export const literal: Lower = (to, row, role) => {
  const type = to.field(row, "type");
  const opened = to.open(Kind.New, role, row, isPrimitive(to, type) ? to.intern(PRIMITIVE) : 0);
  to.lowerAs(type, Role.Callee);
  to.lowerAll(to.field(row, "value"), Role.Argument);
  to.close(opened);
};

/** Objects are told from values that are none. */
const PRIMITIVE = "primitive";

const CALL: Children = { fields: { function: Role.Callee, arguments: Role.Argument } };

/** `new T(a)`, `new T[n]`. */
export const creation: Lower = (to, row, role) => {
  const opened = to.open(Kind.New, role, row);
  // Where it is made: `new (place) T`.
  const place = to.field(row, "placement");
  if (place >= 0) to.lowerAll(place, Role.Operand);
  const array = to.field(row, "declarator");
  const type = to.field(row, "type");
  if (array < 0) to.lowerAs(type, Role.Callee);
  else {
    const made = to.open(kindOf("type"), Role.Callee, type, to.intern("[]"), undefined, to.table.end[array]!);
    to.lowerAs(type, Role.Value);
    to.lowerAs(to.field(array, "length"), Role.Argument);
    to.close(made);
  }
  const list = to.field(row, "arguments");
  if (list >= 0) to.lowerAll(list, Role.Argument);
  to.close(opened);
};

/** A statement to Semgrep, which no call matches as it does operators. */
const DELETION = kindOf("delete");

export const deletion: Lower = (to, row, role) => {
  const array = to.childOfKind(row, "[") >= 0;
  const opened = to.open(DELETION, role, row, to.intern(array ? "[]" : ""));
  to.lowerAll(row, Role.Operand);
  to.close(opened);
};

/** What a lambda captures says nothing to rules. */
export const lambda: Lower = (to, row, role) => {
  const opened = to.open(Kind.Lambda, role, row);
  const head = to.field(row, "declarator");
  if (head >= 0) to.lowerChildren(head, lambdaHead, opened);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};
const lambdaHead: Children = {
  fields: { parameters: Role.Parameter },
  kinds: { trailing_return_type: Role.ReturnType },
};

/** `T a(b);` of a pattern: a type, a name and arguments, none of which is a type with or without a name. */
const CONSTRUCTED =
  /(?<=^\s*|[;{}]\s*)(?!(?:return|throw|delete|else|new|typedef|using|co_\w+|case|goto|extern|virtual|friend)\b)((?:const\s+|static\s+)*[\w$:]+(?:<[^;{}()]*>)?(?:::\w+)*\s+\$?\w+)\((?=[^\s)])((?![^;{}]*(?:[\w>&*]\s+[&*]*\$?\w|[&*]\s*[,)]|\b(?:void|bool|char|short|int|long|float|double|unsigned|size_t)\s*[,)]))[^;{}]*)\)(?=\s*;)/g;

/** Braces make a variable without doubt, where `{...}` alone would be a block; what is `extern` is a function. */
export const declared = (pattern: string, isFunction: boolean): string =>
  pattern.replace(CONSTRUCTED, (_, head: string, list: string) =>
    isFunction ? `extern ${head}(${list})` : `${head}{${list === "..." ? "..., ..." : list}}`,
  );
