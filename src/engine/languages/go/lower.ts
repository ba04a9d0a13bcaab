// Go's statements and definitions, where a line in the table of shapes does not do.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";
import { ELLIPSIS } from "./expressions";

/** Roles in which a word names something and is no expression. */
const NAME_ROLES: ReadonlySet<Role> = new Set([Role.Name, Role.Property, Role.Alias]);

export const identifier: Lower = (to, row, role) => {
  const declares = role === Role.Target && to.builder.openKind === Kind.Variable;
  to.leaf(NAME_ROLES.has(role) || declares ? Kind.Name : Kind.Identifier, role, row);
};

/** The content between the quotes, as written; raw strings are strings. */
export const quoted: Lower = (to, row, role) => {
  const start = to.table.start[row]! + 1;
  to.leaf(Kind.String, role, row, to.intern(to.text.slice(start, Math.max(start, to.table.end[row]! - 1))));
};

/** One row as it is, several as a tuple. `name` makes leaves of plain words. */
function oneOrTuple(to: Lowerer, rows: readonly number[], role: Role, place = lowerPlace): void {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return;
  if (rows.length === 1) {
    place(to, first, role);
    return;
  }
  const opened = to.open(Kind.Tuple, role, first, 0, to.table.start[first], to.table.end[last]);
  for (const row of rows) place(to, row, Role.Element);
  to.close(opened);
}

const lowerPlace = (to: Lowerer, row: number, role: Role): void => to.lowerAs(row, role);

function declaredName(to: Lowerer, row: number, role: Role): void {
  if (to.kindName(row) === "identifier") to.leaf(Kind.Name, role, row);
  else to.lowerAs(row, role);
}

/** What `:=` declares is an expression too, as what `=` assigns to is. */
function usedName(to: Lowerer, row: number, role: Role): void {
  if (to.kindName(row) === "identifier") to.leaf(Kind.Identifier, role, row);
  else to.lowerAs(row, role);
}

export const expressionList: Lower = (to, row, role) => oneOrTuple(to, to.namedChildren(row), role);

const listIn = (to: Lowerer, row: number, field: string): readonly number[] => {
  const list = to.field(row, field);
  if (list < 0) return [];
  return to.kindName(list) === "expression_list" ? to.namedChildren(list) : [list];
};

/** `a, b := f()` is one declaration, marked by its operator. */
export const shortDeclaration: Lower = (to, row, role) => {
  const opened = to.open(Kind.Variable, role, row);
  to.leaf(Kind.Modifier, Role.Modifier, row, to.intern(":="));
  oneOrTuple(to, listIn(to, row, "left"), Role.Target, usedName);
  oneOrTuple(to, listIn(to, row, "right"), Role.Init);
  to.close(opened);
};

/** `v := <-c` and `v = <-c` in a `select`. */
export const receive: Lower = (to, row, role) => {
  if (to.childOfKind(row, ":=") >= 0) return shortDeclaration(to, row, role);
  if (to.field(row, "left") < 0) return to.lowerAll(row, role);
  assign(to, row, role, to.intern(""));
};

function assign(to: Lowerer, row: number, role: Role, operator: number): void {
  const opened = to.open(operator === 0 ? Kind.Assign : Kind.CompoundAssign, role, row, operator);
  oneOrTuple(to, listIn(to, row, "left"), Role.Target);
  oneOrTuple(to, listIn(to, row, "right"), Role.Value);
  to.close(opened);
}

export const assignment: Lower = (to, row, role) => {
  const operator = to.textOf(to.field(row, "operator"));
  const statement = to.open(Kind.ExpressionStatement, role, row);
  assign(to, row, Role.Value, operator === "=" ? 0 : to.intern(operator));
  to.close(statement);
};

/** `x++` is a statement only. */
export const update: Lower = (to, row, role) => {
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const operator = to.kindName(row) === "inc_statement" ? "++" : "--";
  const opened = to.open(Kind.Update, Role.Value, row, to.intern(operator));
  to.lowerAll(row, Role.Operand);
  to.close(opened);
  to.close(statement);
};

/**
 * `a, b T = 1, 2` of `var` and `const`: one Variable for each name that has a value of its own, else one for all. A
 * constant is `var` too, since patterns with `var` match both.
 */
export const specification: Lower = (to, row, role) => {
  const isName = (child: number): boolean => to.isNamed(child);
  const names = to.fieldAll(row, "name").filter(isName);
  const values = listIn(to, row, "value");
  const type = to.field(row, "type");
  const isConstant = to.kindName(row) === "const_spec";
  const declare = (targets: readonly number[], inits: readonly number[]): void => {
    const end = to.table.end[inits.at(-1) ?? (type >= 0 ? type : targets.at(-1)!)]!;
    const opened = to.open(Kind.Variable, role, targets[0]!, 0, to.table.start[targets[0]!], end);
    const start = to.table.start[targets[0]!]!;
    to.leaf(Kind.Modifier, Role.Modifier, row, to.intern("var"), start, start);
    if (isConstant) to.leaf(Kind.Modifier, Role.Modifier, row, to.intern("const"), start, start);
    oneOrTuple(to, targets, Role.Target, declaredName);
    to.lowerAs(type, Role.Type);
    oneOrTuple(to, inits, Role.Init);
    to.close(opened);
  };
  if (values.length > 0 && values.length !== names.length) return declare(names, values);
  for (const [index, name] of names.entries()) declare([name], values.slice(index, index + 1));
};

/** One `Import` for each path, from the keyword on. */
export const importDeclaration: Lower = (to, row, role) => {
  const list = to.childOfKind(row, "import_spec_list");
  for (const spec of to.namedChildren(list < 0 ? row : list)) {
    const opened = to.open(Kind.Import, role, spec, to.intern("import"), to.table.start[row]);
    to.lowerAs(to.field(spec, "path"), Role.Module);
    const alias = to.field(spec, "name");
    if (alias >= 0) to.leaf(Kind.Name, Role.Alias, alias);
    to.close(opened);
  }
};

// Functions.

/** `a, b T` is a parameter each. */
export const parameter: Lower = (to, row, role) => {
  const names = to.fieldAll(row, "name").filter((child) => to.isNamed(child));
  const isVariadic = to.kindName(row) === "variadic_parameter_declaration";
  const variadic = isVariadic ? to.intern("...") : 0;
  const type = to.field(row, "type");
  if (role === Role.Element) return to.lowerAs(type, role);
  const each = (name: number): void => {
    const opened = to.open(Kind.Parameter, role, row, variadic, to.table.start[name < 0 ? row : name]);
    if (name >= 0) to.leaf(Kind.Name, Role.Target, name);
    // The type of `a ...T` is that of one of many, and no evidence of what `a` is.
    if (name < 0 || to.textOf(name) !== ELLIPSIS) to.lowerAs(type, isVariadic ? Role.Parent : Role.Type);
    to.close(opened);
  };
  if (names.length === 0) each(-1);
  for (const name of names) each(name);
};

/**
 * The receiver is the first parameter. Its type stands in a role of its own, since it is no evidence of what the
 * receiver's type is.
 */
function receiver(to: Lowerer, row: number): void {
  for (const declaration of row < 0 ? [] : to.namedChildren(row)) {
    const name = to.field(declaration, "name");
    const opened = to.open(Kind.Parameter, Role.Parameter, declaration, to.intern("receiver"));
    if (name >= 0) to.leaf(Kind.Name, Role.Target, name);
    to.lowerAs(to.field(declaration, "type"), Role.Parent);
    to.close(opened);
  }
}

/** Results are their types: one, or a tuple. What they are called declares variables and says nothing to patterns. */
function results(to: Lowerer, row: number, always: boolean): void {
  const result = to.field(row, "result");
  if (result < 0 || to.kindName(result) !== "parameter_list") {
    if (result >= 0) to.lowerAs(result, Role.ReturnType);
    else if (always) to.leaf(Kind.Tuple, Role.ReturnType, row, 0);
    return;
  }
  const types: number[] = [];
  const names: number[] = [];
  for (const declaration of to.namedChildren(result)) {
    const own = to.fieldAll(declaration, "name").filter((child) => to.isNamed(child));
    for (let i = 0; i < Math.max(1, own.length); i++) types.push(to.field(declaration, "type"));
    names.push(...own);
  }
  oneOrTuple(to, types, Role.ReturnType);
  for (const name of names) {
    const opened = to.open(Kind.Variable, Role.Alias, name);
    to.leaf(Kind.Name, Role.Target, name);
    to.close(opened);
  }
}

const callable =
  (kind: number): Lower =>
  (to, row, role) => {
    const opened = to.open(kind, role, row);
    to.lowerAs(to.field(row, "name"), Role.Name);
    to.lowerAs(to.field(row, "type_parameters"), Role.TypeParameter);
    receiver(to, to.field(row, "receiver"));
    to.lowerAs(to.field(row, "parameters"), Role.Parameter);
    results(to, row, kind === FUNCTION_TYPE);
    to.lowerAs(to.field(row, "body"), Role.Body);
    to.close(opened);
  };

const FUNCTION_TYPE = kindOf("function_type");
export const functionDefinition = callable(Kind.Function);
export const functionLiteral = callable(Kind.Lambda);
export const functionType = callable(FUNCTION_TYPE);

// Statements.

/** `if a; b {}` is a block of the two. */
const withInitializer =
  (lower: Lower): Lower =>
  (to, row, role) => {
    const initializer = to.field(row, "initializer");
    if (initializer < 0) return lower(to, row, role);
    const block = to.open(Kind.Block, role, row);
    to.lowerAs(initializer, Role.Statement);
    lower(to, row, Role.Statement);
    to.close(block);
  };

const ifParts: Children = {
  fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  kinds: {},
};

export const ifStatement = withInitializer((to, row, role) => {
  const opened = to.open(Kind.If, role, row);
  for (const field of Object.keys(ifParts.fields!)) to.lowerAs(to.field(row, field), ifParts.fields![field]!);
  to.close(opened);
});

/** A case ends with its last statement: to the grammar it goes on to the next line. */
function caseEnd(to: Lowerer, row: number): number {
  const statements = to.childOfKind(row, "statement_list");
  return to.table.end[to.namedChildren(statements < 0 ? row : statements).at(-1) ?? row]!;
}

/** Where the last `case` ends: a `switch` is reported without its closing brace. */
function lastCase(to: Lowerer, row: number): number | undefined {
  const last = to.namedChildren(row).at(-1);
  return last !== undefined && to.kindName(last).endsWith("_case") ? caseEnd(to, last) : undefined;
}

export const selectStatement: Lower = (to, row, role) => {
  const opened = to.open(Kind.Switch, role, row, to.intern("select"), undefined, lastCase(to, row));
  to.lowerAll(row, Role.Case);
  to.close(opened);
};

export const switchStatement = withInitializer((to, row, role) => {
  const isTypeSwitch = to.kindName(row) === "type_switch_statement";
  const opened = to.open(Kind.Switch, role, row, isTypeSwitch ? to.intern("type") : 0, undefined, lastCase(to, row));
  const value = to.field(row, "value");
  const alias = listIn(to, row, "alias");
  if (alias.length > 0) {
    const declared = to.open(Kind.Variable, Role.Subject, alias[0]!, 0, to.table.start[alias[0]!], to.table.end[value]);
    oneOrTuple(to, alias, Role.Target, declaredName);
    to.lowerAs(value, Role.Init);
    to.close(declared);
  } else to.lowerAs(value, Role.Subject);
  for (const child of to.namedChildren(row)) if (to.kindName(child).endsWith("_case")) to.lowerAs(child, Role.Case);
  to.close(opened);
});

/** A `case` with all its alternatives as tests. */
export const caseClause: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row, 0, undefined, caseEnd(to, row));
  for (const value of listIn(to, row, "value")) to.lowerAs(value, Role.Test);
  for (const type of to.fieldAll(row, "type")) if (to.isNamed(type)) to.lowerAs(type, Role.Test);
  to.lowerAs(to.field(row, "communication"), Role.Test);
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "statement_list") to.lowerAll(child, Role.Statement);
  }
  to.close(opened);
};

/** `for`, by what stands in its header. */
export const forStatement: Lower = (to, row, role) => {
  const body = to.field(row, "body");
  const header = to.namedChildren(row).find((child) => child !== body) ?? -1;
  const kind = header < 0 ? "" : to.kindName(header);
  const isRange = kind === "range_clause";
  const opened = to.open(isRange ? Kind.ForEach : Kind.For, role, row);
  if (isRange) {
    const declares = to.childOfKind(header, ":=");
    if (declares >= 0) to.leaf(Kind.Modifier, Role.Modifier, declares);
    const place = declares >= 0 ? declaredName : lowerPlace;
    oneOrTuple(to, listIn(to, header, "left"), Role.Target, place);
    to.lowerAs(to.field(header, "right"), Role.Iterable);
  } else if (kind === "for_clause") {
    to.lowerAs(to.field(header, "initializer"), Role.Init);
    to.lowerAs(to.field(header, "condition"), Role.Condition);
    to.lowerAs(to.field(header, "update"), Role.Update);
  } else to.lowerAs(header, Role.Condition);
  to.lowerAs(body, Role.Body);
  to.close(opened);
};

/** The call of `go` and `defer` is a statement of its own, and where the whole is reported. */
export const detached: Lower = (to, row, role) => {
  const [first = row] = to.namedChildren(row);
  const opened = to.open(kindOf(to.kindName(row)), role, row, 0, to.table.start[first]);
  for (const call of to.namedChildren(row)) {
    const statement = to.open(Kind.ExpressionStatement, Role.Statement, call);
    to.lowerAs(call, Role.Value);
    to.close(statement);
  }
  to.close(opened);
};
