// PHP's statements, definitions and imports.
import { Kind, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";
import { foldedName } from "./lower";

/** `elseif` is an `if` in the `else` of the one before. */
export const ifStatement: Lower = (to, row, role) => {
  const alternatives = to.fieldAll(row, "alternative");
  const end = to.endOf(row);
  const opened = [branch(to, row, role, end)];
  for (const alternative of alternatives) {
    if (to.kindName(alternative) === "else_if_clause") opened.push(branch(to, alternative, Role.Else, end));
    else to.lowerAs(to.field(alternative, "body"), Role.Else);
  }
  for (const each of opened.reverse()) to.close(each);
};

function branch(to: Lowerer, row: number, role: Role, end: number): number {
  const opened = to.open(Kind.If, role, row, 0, to.table.start[row]!, end);
  to.lowerAs(to.field(row, "condition"), Role.Condition);
  to.lowerAs(to.field(row, "body"), Role.Then);
  return opened;
}

/** `foreach ($a as $k => $v)`: the two names are a tuple. */
export const forEach: Lower = (to, row, role) => {
  const loop = to.open(Kind.ForEach, role, row);
  const body = to.field(row, "body");
  const [iterable = -1, target = -1] = to.namedChildren(row).filter((child) => child !== body);
  if (target >= 0 && to.kindName(target) === "pair") {
    const pair = to.open(Kind.Tuple, Role.Target, target);
    for (const child of to.namedChildren(target)) declared(to, child, Role.Element);
    to.close(pair);
  } else to.lowerAs(target, Role.Target);
  to.lowerAs(iterable, Role.Iterable);
  // `endforeach;` closes what has no statement of its own.
  if (body >= 0) to.lowerAs(body, Role.Body);
  to.close(loop);
};

function declared(to: Lowerer, row: number, role: Role): void {
  const name = to.builder.rows;
  to.lowerAs(row, Role.Target);
  if (to.builder.rows > name) to.builder.setRole(name, role);
}

/** `const A = 1, B = 2;` is one definition each: fields in a class, variables elsewhere. */
export const constants: Lower = (to, row, role) => {
  const isField = role === Role.Member;
  const elements = to.namedChildren(row).filter((child) => to.kindName(child) === "const_element");
  for (const element of elements) {
    const end = elements.length === 1 ? to.table.end[row]! : to.table.end[element]!;
    const opened = to.open(isField ? Kind.Field : Kind.Variable, role, row, 0, to.table.start[row]!, end);
    modifiers(to, row);
    to.leaf(Kind.Modifier, Role.Modifier, to.childOfKind(row, "const"));
    to.lowerAs(to.field(row, "type"), Role.Type);
    const [name = -1, value = -1] = to.namedChildren(element);
    if (name >= 0) to.leaf(Kind.Name, isField ? Role.Name : Role.Target, name);
    to.lowerAs(value, Role.Init);
    to.close(opened);
  }
};

/** `public $a = 1, $b;`: a field each. */
export const properties: Lower = (to, row, role) => {
  const elements = to.namedChildren(row).filter((child) => to.kindName(child) === "property_element");
  for (const element of elements) {
    const end = elements.length === 1 ? to.table.end[row]! : to.table.end[element]!;
    const opened = to.open(Kind.Field, role, row, 0, to.table.start[row]!, end);
    modifiers(to, row);
    to.lowerAs(to.field(row, "type"), Role.Type);
    to.lowerAs(to.field(element, "name"), Role.Name);
    to.lowerAs(to.field(element, "default_value"), Role.Init);
    to.close(opened);
  }
};

/** `static $a = 1, $b;` in a function. */
export const statics: Lower = (to, row, role) => {
  for (const element of to.namedChildren(row)) {
    const opened = to.open(Kind.Variable, role, row, 0, to.table.start[row]!, to.table.end[element]!);
    to.leaf(Kind.Modifier, Role.Modifier, to.childOfKind(row, "static"));
    to.lowerAs(to.field(element, "name"), Role.Target);
    to.lowerAs(to.field(element, "value"), Role.Init);
    to.close(opened);
  }
};

function modifiers(to: Lowerer, row: number): void {
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "attribute_list") to.lowerAs(child, Role.Decorator);
    else if (kind.endsWith("_modifier")) to.leaf(Kind.Modifier, Role.Modifier, child);
  }
}

/** A method that is only declared has an empty body, so that patterns for any body match it. */
export const method =
  (children: Children): Lower =>
  (to, row, role) => {
    const opened = to.open(Kind.Function, role, row);
    to.lowerChildren(row, children, opened);
    const end = to.table.end[row]!;
    if (to.field(row, "body") < 0) to.close(to.open(Kind.Block, Role.Body, row, 0, end, end));
    to.close(opened);
  };

/** `fn($x) => e`: a body of one statement, which counts for no `return`. */
export const arrow: Lower = (to, row, role) => {
  const lambda = to.open(Kind.Lambda, role, row);
  modifiers(to, row);
  to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  to.lowerAs(to.field(row, "return_type"), Role.ReturnType);
  const body = to.field(row, "body");
  if (body >= 0) {
    const block = to.open(Kind.Block, Role.Body, body, to.intern("fn"));
    const statement = to.open(Kind.ExpressionStatement, Role.Statement, body);
    to.lowerAs(body, Role.Value);
    to.close(statement);
    to.close(block);
  }
  to.close(lambda);
};

/** `use A\B, C as D;` is an import each; `use A\{B, C as D};` one of several names, but for those with paths of their own. */
export const useDeclaration: Lower = (to, row, role) => {
  const group = to.field(row, "body");
  const clauses = to.namedChildren(group < 0 ? row : group).filter((child) => to.kindName(child) === CLAUSE);
  const prefix = group < 0 ? -1 : to.childOfKind(row, "namespace_name");
  const plain = prefix < 0 ? [] : clauses.filter((clause) => to.kindName(clause + 1) === "name");
  if (plain.length > 0) {
    const opened = to.open(Kind.Import, role, row);
    to.leaf(Kind.Name, Role.Module, prefix, pathAtom(to, to.textOf(prefix)));
    for (const clause of plain) specifier(to, clause, to.textOf(clause + 1));
    to.close(opened);
  }
  for (const clause of clauses) {
    if (plain.includes(clause)) continue;
    const end = clauses.length === 1 ? to.table.end[row]! : to.table.end[clause]!;
    const opened = to.open(Kind.Import, role, row, 0, to.table.start[row]!, end);
    imported(to, clause, prefix < 0 ? "" : `${to.textOf(prefix)}\\`);
    to.close(opened);
  }
};
const CLAUSE = "namespace_use_clause";

/** The module of `use A\B` is `A`, of which `B` is taken; it reads as the whole path. */
function imported(to: Lowerer, clause: number, prefix: string): void {
  const path = to.namedChildren(clause).find((child) => to.table.field[child] !== to.grammar.field("alias")) ?? clause;
  const text = prefix + to.textOf(path).replace(/^\\/, "");
  const last = text.lastIndexOf("\\");
  to.leaf(Kind.Name, Role.Module, path, pathAtom(to, last < 0 ? text : text.slice(0, last)));
  if (last >= 0) specifier(to, clause, text.slice(last + 1));
  else {
    const alias = to.field(clause, "alias");
    foldedName(Kind.Name, to, alias, Role.Alias);
  }
}

function specifier(to: Lowerer, clause: number, name: string): void {
  const opened = to.open(Kind.ImportSpecifier, Role.Specifier, clause);
  to.leaf(Kind.Name, Role.Name, clause + 1, pathAtom(to, name));
  foldedName(Kind.Name, to, to.field(clause, "alias"), Role.Alias);
  to.close(opened);
}

const pathAtom = (to: Lowerer, path: string): number => to.intern(/[þ]/.test(path) ? path : path.toLowerCase());

/** Of several namespaces without braces each goes to the next, and what stands in one is a block of its own. */
export const program: Lower = (to, row, role) => {
  const opened = to.open(Kind.Program, role, row);
  const children = to.namedChildren(row);
  const heads = children.filter(
    (child) => to.kindName(child) === "namespace_definition" && to.field(child, "body") < 0,
  );
  let block = -1;
  for (const child of children) {
    const next = heads.length > 1 ? heads.indexOf(child) + 1 : 0;
    if (next > 0) {
      if (block >= 0) to.close(block);
      const end = heads[next] === undefined ? to.endOf(row) : to.table.start[heads[next]!]!;
      block = to.open(Kind.Block, Role.Statement, child, 0, undefined, end);
    }
    to.lowerAs(child, Role.Statement);
  }
  if (block >= 0) to.close(block);
  to.close(opened);
};
