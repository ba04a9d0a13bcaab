// What of Java's grammar needs more than a line in the table of shapes: definitions and statements.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { type Children, custom, type Lower, type Lowerer } from "../lowering";

export const ARRAY = kindOf("array_type");

/** A declared name is not an expression. */
export const name = (to: Lowerer, row: number, role: Role): void => {
  if (row >= 0) to.leaf(Kind.Name, role, row);
};

/** Names are expressions but where their role says that they are declared or follow a dot. */
export const identifier: Lower = (to, row, role) => {
  to.leaf(role === Role.Name || role === Role.Property ? Kind.Name : Kind.Identifier, role, row);
};

/** Where a row ends without a token that is its last. */
function endWithout(to: Lowerer, row: number, token: string): number {
  const children = to.children(row);
  const last = children.at(-1);
  const before = children.at(-2);
  const ends = last !== undefined && before !== undefined && to.kindName(last) === token;
  return ends ? to.endOf(before) : to.endOf(row);
}

/** A statement that ends before its `;`, as Semgrep reports it. */
export const unended = (kind: Kind, children: Children) =>
  custom((to, row, role) => {
    const opened = to.open(kind, role, row, 0, undefined, endWithout(to, row, ";"));
    to.lowerChildren(row, children, opened);
    to.close(opened);
  });

/** Reported without its last `}`. */
export const switchOver: Lower = (to, row, role) => {
  const body = to.field(row, "body");
  const opened = to.open(Kind.Switch, role, row, 0, undefined, endWithout(to, body < 0 ? row : body, "}"));
  to.lowerAs(to.field(row, "condition"), Role.Subject);
  to.lowerAs(body, Role.Case);
  to.close(opened);
};

/** `@A public static`: annotations and keywords are children of what they stand before. */
export const modifiers: Lower = (to, row) => {
  for (const child of to.children(row)) {
    if (to.isNamed(child)) to.lowerAs(child, Role.Decorator);
    else to.leaf(Kind.Modifier, Role.Modifier, child);
  }
};

/** `a.b.C` as one name. */
const dotted = (to: Lowerer, row: number, role: Role): void =>
  void to.leaf(Kind.Name, role, row, to.intern(to.textOf(row).replace(/\s+/g, "")));

export const packageDeclaration: Lower = (to, row, role) => {
  const opened = to.open(kindOf("package"), role, row);
  const path = to.namedChildren(row).at(-1);
  if (path !== undefined) dotted(to, path, Role.Module);
  to.builder.setRange(opened, to.table.start[row]!, endWithout(to, row, ";"));
  to.close(opened);
};

/** `import a.b.C` imports C from `a.b`; of `import static a.b.C.m` that is m. The `;` is no part of it. */
export const importDeclaration: Lower = (to, row, role) => {
  const parts = to.namedChildren(row);
  const path = parts.find((part) => to.kindName(part) !== "asterisk");
  if (path === undefined) return;
  const wildcard = parts.find((part) => to.kindName(part) === "asterisk");
  const opened = to.open(Kind.Import, role, row, 0, undefined, to.table.end[wildcard ?? path]!);
  const keyword = to.childOfKind(row, "static");
  if (keyword >= 0) to.leaf(Kind.Modifier, Role.Modifier, keyword);
  const scope = wildcard === undefined ? to.field(path, "scope") : path;
  dotted(to, scope < 0 ? path : scope, Role.Module);
  if (wildcard !== undefined) to.leaf(Kind.ImportSpecifier, Role.Specifier, wildcard);
  else if (scope >= 0) {
    const last = to.field(path, "name");
    const specifier = to.open(Kind.ImportSpecifier, Role.Specifier, last);
    name(to, last, Role.Name);
    to.close(specifier);
  }
  to.close(opened);
};

/** The type of `byte a[]` is that of `byte[] a`. */
function declaredType(to: Lowerer, type: number, dimensions: number): void {
  if (dimensions < 0) return to.lowerAs(type, Role.Type);
  const opened = to.open(ARRAY, Role.Type, type, to.intern(to.textOf(dimensions).replace(/\s+/g, "")));
  to.lowerAs(type, Role.Value);
  to.close(opened);
}

/** `int a = 1, b;`: one row each, from the first modifier to the end of its declarator. */
export const declaration =
  (kind: Kind.Variable | Kind.Field): Lower =>
  (to, row, role) => {
    const declarators = to.fieldAll(row, "declarator");
    for (const declarator of declarators) {
      // A lone local variable is a statement, which ends with its `;`.
      const whole = kind === Kind.Variable && declarators.length === 1;
      const end = whole ? undefined : to.table.end[declarator]!;
      const opened = to.open(kind, role, row, 0, undefined, end);
      to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
      declaredType(to, to.field(row, "type"), to.field(declarator, "dimensions"));
      name(to, to.field(declarator, "name"), kind === Kind.Field ? Role.Name : Role.Target);
      to.lowerAs(to.field(declarator, "value"), Role.Init);
      to.close(opened);
    }
  };

/** A part that stands in braces by itself: a static block, an initialiser, the body of a compact constructor. */
export const block: Lower = (to, row, role) => {
  // Among the members of a class it is code of its own, run when the class or the object is made.
  const initializer = role === Role.Member ? to.open(Kind.Function, role, row) : -1;
  const opened = to.open(Kind.Block, initializer < 0 ? role : Role.Body, row);
  to.lowerAll(row, Role.Statement);
  to.close(opened);
  if (initializer >= 0) to.close(initializer);
};

export const staticBlock: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row);
  const keyword = to.childOfKind(row, "static");
  if (keyword >= 0) to.leaf(Kind.Modifier, Role.Modifier, keyword);
  to.lowerAs(to.childOfKind(row, "block"), Role.Body);
  to.close(opened);
};

/** `throws E` of a method. */
export const throws: Lower = (to, row) => {
  for (const thrown of to.namedChildren(row)) {
    const opened = to.open(kindOf("throws"), Role.Modifier, thrown);
    to.lowerAs(thrown, Role.Type);
    to.close(opened);
  }
};

/** `final String... names`. */
export const spreadParameter: Lower = (to, row, role) => {
  const opened = to.open(Kind.Parameter, role, row, to.intern("..."));
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "modifiers") to.lowerAs(child, Role.None);
    else if (kind === "variable_declarator") name(to, to.field(child, "name"), Role.Target);
    else {
      const sign = to.childOfKind(row, "...");
      const array = to.open(ARRAY, Role.Type, child, to.intern("..."), undefined, to.table.end[sign]!);
      to.lowerAs(child, Role.Value);
      to.close(array);
    }
  }
  to.close(opened);
};

/** `@A(k = v)` is the call `A(k = v)` to rules, `@A` one without arguments. */
export const annotation: Lower = (to, row, role) => {
  const opened = to.open(Kind.Decorator, role, row);
  const called = to.field(row, "name");
  const list = to.field(row, "arguments");
  const call = to.open(Kind.Call, Role.Value, row, 0, to.table.start[called]!);
  to.lowerAs(called, Role.Callee);
  to.lowerAs(list, Role.Argument);
  to.close(call);
  to.close(opened);
};

/** `try (R r = open()) { … } catch …` is a `try` within the use of its resources. */
export const tryWithResources: Lower = (to, row, role) => {
  const opened = to.open(Kind.With, role, row);
  to.lowerAs(to.field(row, "resources"), Role.Item);
  const inner = to.open(Kind.Try, Role.Body, row);
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "catch_clause") to.lowerAs(child, Role.Catch);
    else if (kind === "finally_clause") to.lowerAs(child, Role.Finally);
    else if (kind === "block") to.lowerAs(child, Role.Body);
  }
  to.close(inner);
  to.close(opened);
};

/** `R r = open()`, or a variable that is closed at the end. */
export const resource: Lower = (to, row, role) => {
  if (to.field(row, "name") < 0) return to.lowerAll(row, role);
  const opened = to.open(Kind.Variable, role, row);
  to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
  to.lowerAs(to.field(row, "type"), Role.Type);
  name(to, to.field(row, "name"), Role.Target);
  to.lowerAs(to.field(row, "value"), Role.Init);
  to.close(opened);
};

export const forEach: Lower = (to, row, role) => {
  const opened = to.open(Kind.ForEach, role, row);
  to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
  to.lowerAs(to.field(row, "type"), Role.Type);
  name(to, to.field(row, "name"), Role.Target);
  to.lowerAs(to.field(row, "value"), Role.Iterable);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

export const formalParameter: Lower = (to, row, role) => {
  const opened = to.open(Kind.Parameter, role, row);
  to.lowerAs(to.childOfKind(row, "modifiers"), Role.None);
  const [type, target] = [to.field(row, "type"), to.field(row, "name")];
  // A pattern's bare metavariable is written twice.
  if (to.textOf(type) !== to.textOf(target)) to.lowerAs(type, Role.Type);
  name(to, target, Role.Target);
  to.close(opened);
};

/** Of several types Semgrep knows the first. */
export const catchClause: Lower = (to, row, role) => {
  const opened = to.open(Kind.Catch, role, row);
  const parameter = to.childOfKind(row, "catch_formal_parameter");
  if (parameter >= 0) {
    const types = to.childOfKind(parameter, "catch_type");
    const first = types < 0 ? undefined : to.namedChildren(types)[0];
    if (first !== undefined) to.lowerAs(first, Role.Type);
    name(to, to.field(parameter, "name"), Role.Target);
  }
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(opened);
};

/** The labels of a `case` are its tests; `default` has none. */
export const caseGroup: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row);
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "switch_label") to.lowerAll(child, Role.Test);
    else to.lowerAs(child, Role.Statement);
  }
  to.close(opened);
};
