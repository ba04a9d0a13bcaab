// PowerShell's statements and definitions.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";
import { name, narrow, startOf } from "./expressions";

/** Pipelines are the grammar's expressions; in a list each is a statement. */
export const statementList: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) statement(to, child, role);
};

function statement(to: Lowerer, row: number, role: Role): void {
  if (to.kindName(row) !== "pipeline") return to.lowerAs(row, role);
  const opened = to.open(Kind.ExpressionStatement, role, row);
  to.lowerAs(row, Role.Value);
  to.close(opened);
}

export const program: Lower = (to, row, role) => {
  const opened = to.open(Kind.Program, role, row);
  to.lowerAll(row, Role.Statement);
  to.close(opened);
};

/** `{ … }` of a statement, with the braces. */
export const block: Lower = (to, row, role) => {
  const opened = to.open(Kind.Block, role, row);
  to.lowerAll(row, Role.Statement);
  to.close(opened);
};

/** `begin { … } process { … }`: one after the other. */
export const namedBlock: Lower = (to, row, role) => {
  const list = to.childOfKind(row, "statement_block");
  if (list >= 0) to.lowerAll(list, role);
};

/** `[type] $a = e` declares its type. */
export const assignment: Lower = (to, row, role) => {
  const operator = to.childOfKind(row, "assignement_operator");
  const sign = operator < 0 ? "=" : to.textOf(operator).trim();
  const plain = sign === "=";
  const opened = to.open(plain ? Kind.Assign : Kind.CompoundAssign, role, row, plain ? 0 : to.intern(sign));
  const target = narrow(to, to.namedChildren(row)[0] ?? -1);
  const inner = to.kindName(target) === "expression_with_unary_operator" ? (to.namedChildren(target)[0] ?? -1) : -1;
  const typed = inner >= 0 && to.kindName(inner) === "cast_expression";
  const [type = -1, value = -1] = typed ? to.namedChildren(inner) : [];
  const start = to.builder.rows;
  to.lowerAs(typed ? value : target, Role.Left);
  if (to.builder.rows > start) to.builder.setRole(start, Role.Target);
  to.lowerAs(type, Role.Type);
  to.lowerAs(to.field(row, "value"), Role.Value);
  to.close(opened);
};

export const ifStatement: Lower = (to, row, role) => {
  const end = to.table.end[row]!;
  const opened = [branch(to, row, role, end)];
  const clauses = to.field(row, "elseif_clauses");
  for (const clause of clauses < 0 ? [] : to.namedChildren(clauses)) opened.push(branch(to, clause, Role.Else, end));
  const last = to.field(row, "else_clause");
  if (last >= 0) to.lowerAll(last, Role.Else);
  for (const each of opened.reverse()) to.close(each);
};

function branch(to: Lowerer, row: number, role: Role, end: number): number {
  const opened = to.open(Kind.If, role, row, 0, to.table.start[row]!, end);
  to.lowerAs(to.field(row, "condition"), Role.Condition);
  to.lowerAs(to.childOfKind(row, "statement_block"), Role.Then);
  return opened;
}

/** `foreach ($a in $b) { … }`. */
export const forEach: Lower = (to, row, role) => {
  const opened = to.open(Kind.ForEach, role, row, to.intern("in"));
  const parts = to.namedChildren(row).filter((child) => to.kindName(child) !== "foreach_parameter");
  const [target = -1, iterable = -1, body = -1] = parts;
  to.lowerAs(target, Role.Target);
  to.lowerAs(iterable, Role.Iterable);
  to.lowerAs(body, Role.Body);
  to.close(opened);
};

/** `do { … } until (e)` goes on while `e` is not so. */
export const doWhile: Lower = (to, row, role) => {
  const opened = to.open(Kind.DoWhile, role, row);
  to.lowerAs(to.childOfKind(row, "statement_block"), Role.Body);
  const condition = to.field(row, "condition");
  const until = to.childOfKind(row, "until") >= 0;
  const negated = until ? to.open(Kind.Unary, Role.Condition, condition, to.intern("!")) : -1;
  to.lowerAs(condition, until ? Role.Operand : Role.Condition);
  if (until) to.close(negated);
  to.close(opened);
};

export const switchClause: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row);
  const condition = to.childOfKind(row, "switch_clause_condition");
  // A clause of one word is compared with the word, and `default` takes the rest.
  const text = condition < 0 ? "" : to.textOf(condition).trim().toLowerCase();
  if (condition >= 0 && to.table.size[condition]! > 1) to.lowerAll(condition, Role.Test);
  else if (text !== "" && text !== "default") to.leaf(Kind.String, Role.Test, condition, to.intern(text));
  const body = to.childOfKind(row, "statement_block");
  if (body >= 0) to.lowerAll(body, Role.Statement);
  to.close(opened);
};

const FLOWS: Readonly<Record<string, Kind>> = {
  return: Kind.Return,
  throw: Kind.Throw,
  break: Kind.Break,
  continue: Kind.Continue,
};

/** `return`, `throw`, `break`, `continue`; `exit` is a call. */
export const flowControl: Lower = (to, row, role) => {
  const kind = FLOWS[to.kindName(row + 1).toLowerCase()];
  if (kind !== undefined) {
    const opened = to.open(kind, role, row);
    to.lowerAll(row, Role.Value);
    return to.close(opened);
  }
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const call = to.open(Kind.Call, Role.Value, row);
  to.leaf(Kind.Identifier, Role.Callee, row + 1, to.intern("exit"));
  to.lowerAll(row, Role.Argument);
  to.close(call);
  to.close(statement);
};

/** `function f($a) { … }` and `function f { param($a) … }` are one. */
export const functionStatement: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row);
  const body = to.childOfKind(row, "script_block");
  const parameters = parametersOf(to, body);
  attributes(to, parameters, Role.Decorator);
  name(to, Kind.Name, Role.Name, to.childOfKind(row, "function_name"));
  to.lowerAs(to.childOfKind(row, "function_parameter_declaration"), Role.Parameter);
  to.lowerAs(parameters < 0 ? -1 : to.childOfKind(parameters, "parameter_list"), Role.Parameter);
  bodyOf(to, row, body);
  to.close(opened);
};

const parametersOf = (to: Lowerer, block: number): number => (block < 0 ? -1 : to.childOfKind(block, "param_block"));

/** The braces of a function, with what they hold. */
function bodyOf(to: Lowerer, row: number, block: number): void {
  const open = to.childOfKind(row, "{");
  const start = open < 0 ? to.table.end[row]! : to.table.start[open]!;
  const opened = to.open(Kind.Block, Role.Body, row, 0, start, to.table.end[row]!);
  const body = block < 0 ? -1 : to.childOfKind(block, "script_block_body");
  if (body >= 0) to.lowerAll(body, Role.Statement);
  to.close(opened);
}

/** `{ param($a) … }` as a value. */
export const scriptBlock: Lower = (to, row, role) => {
  const opened = to.open(Kind.Lambda, role, row);
  const block = to.childOfKind(row, "script_block");
  // A block's parameters stand before it or in it.
  const own = to.childOfKind(row, "param_block");
  const parameters = own < 0 ? parametersOf(to, block) : own;
  to.lowerAs(parameters < 0 ? -1 : to.childOfKind(parameters, "parameter_list"), Role.Parameter);
  bodyOf(to, row, block);
  to.close(opened);
};

/** The parameters of a whole script. */
export const scriptParameters: Lower = (to, row, role) => {
  const opened = to.open(kindOf("param"), role, row);
  attributes(to, row, Role.Decorator);
  to.lowerAs(to.childOfKind(row, "parameter_list"), Role.Parameter);
  to.close(opened);
};

/** `[Parameter(Mandatory)] [int] $a = 1`: attributes, types, a name, a default. */
export const parameter: Lower = (to, row, role) => {
  const opened = to.open(Kind.Parameter, role, row);
  attributes(to, row, Role.Decorator);
  to.lowerAs(to.childOfKind(row, "variable"), Role.Target);
  const type = to.childOfKind(row, "type_literal");
  if (type >= 0) to.lowerAs(type, Role.Type);
  else typesOf(to, row);
  const value = to.childOfKind(row, "script_parameter_default");
  if (value >= 0) to.lowerAll(value, Role.Default);
  to.close(opened);
};

const attributesOf = (to: Lowerer, row: number): number[] => {
  const list = row < 0 ? -1 : to.childOfKind(row, "attribute_list");
  return list < 0 ? [] : to.namedChildren(list);
};

function attributes(to: Lowerer, row: number, role: Role): void {
  for (const attribute of attributesOf(to, row)) {
    const callee = to.childOfKind(attribute, "attribute_name");
    if (callee < 0) continue;
    const decorator = to.open(Kind.Decorator, role, attribute);
    const call = to.open(Kind.Call, Role.Value, attribute);
    to.lowerAll(callee, Role.Callee);
    const given = to.childOfKind(attribute, "attribute_arguments");
    if (given >= 0) to.lowerAll(given, Role.Argument);
    to.close(call);
    to.close(decorator);
  }
}

function typesOf(to: Lowerer, row: number): void {
  for (const attribute of attributesOf(to, row)) {
    const type = to.childOfKind(attribute, "type_literal");
    if (type >= 0) return to.lowerAs(type, Role.Type);
  }
}

/** `Name = value` or a value. */
export const attributeArgument: Lower = (to, row, role) => {
  const keyword = to.childOfKind(row, "simple_name");
  if (keyword < 0) return to.lowerAll(row, role);
  const opened = to.open(Kind.Argument, role, row, 0, startOf(to, row));
  name(to, Kind.Name, Role.Name, keyword);
  for (const child of to.namedChildren(row)) if (child !== keyword) to.lowerAs(child, Role.Value);
  to.close(opened);
};

export const classStatement =
  (variant: string): Lower =>
  (to, row, role) => {
    const opened = to.open(Kind.Class, role, row, to.intern(variant));
    let role_ = Role.Name;
    for (const child of to.namedChildren(row)) {
      if (to.kindName(child) === "simple_name") {
        name(to, role_ === Role.Name ? Kind.Name : Kind.Identifier, role_, child);
        role_ = Role.Parent;
      } else to.lowerAs(child, Role.Member);
    }
    to.close(opened);
  };

export const property: Lower = (to, row, role) => {
  const opened = to.open(Kind.Field, role, row, 0, startOf(to, row));
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "class_attribute") to.leaf(Kind.Modifier, Role.Modifier, child);
    else if (kind === "type_literal") to.lowerAs(child, Role.Type);
    else if (kind === "variable" || kind === "simple_name") to.lowerAs(child, Role.Name);
    else if (kind !== "attribute") to.lowerAs(child, Role.Init);
  }
  to.close(opened);
};

export const method: Lower = (to, row, role) => {
  const opened = to.open(Kind.Function, role, row, 0, startOf(to, row));
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "class_attribute") to.leaf(Kind.Modifier, Role.Modifier, child);
    else if (kind === "type_literal") to.lowerAs(child, Role.ReturnType);
    else if (kind === "simple_name") to.lowerAs(child, Role.Name);
    else if (kind === "class_method_parameter_list") to.lowerAll(child, Role.Parameter);
  }
  bodyOf(to, row, to.childOfKind(row, "script_block"));
  to.close(opened);
};
