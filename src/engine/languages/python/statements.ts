// Python's statements, imports and the patterns of `case`.
import { Kind, Role } from "../../tree/kinds";
import { type Children, type Lower, type Lowerer, decorator as nameDecorator } from "../lowering";
import { hasComma, memberPath, oneOrTuple } from "./expressions";

/** Roles whose owner holds the statements of a block itself. */
const LIST_ROLES: ReadonlySet<Role> = new Set([Role.Member, Role.Case, Role.Statement]);

export const block: Lower = (to, row, role) => {
  if (LIST_ROLES.has(role)) return to.lowerAll(row, role);
  const opened = to.open(Kind.Block, role, row);
  to.lowerAll(row, Role.Statement);
  to.close(opened);
};

const fieldName = (to: Lowerer, row: number): string => to.grammar.fieldNames[to.table.field[row]!]!;

const DECLARATION: Children = { fields: { left: Role.Target, type: Role.Type } };

/** `x: int` declares and assigns nothing; Semgrep keeps it apart from an assignment. */
export const expressionStatement: Lower = (to, row, role) => {
  const first = row + 1;
  if (to.kindName(first) === "assignment" && to.field(first, "right") < 0) {
    const opened = to.open(Kind.Variable, role, row);
    to.lowerChildren(first, DECLARATION, opened);
    return to.close(opened);
  }
  const opened = to.open(Kind.ExpressionStatement, role, row);
  if (hasComma(to, row)) oneOrTuple(to, to.namedChildren(row), Role.Value, true);
  else to.lowerAll(row, Role.Value);
  to.close(opened);
};

const BRANCH_ROLES: Readonly<Record<string, Role>> = { condition: Role.Condition, consequence: Role.Then };

/** `elif` is an `If` in the `Else` of the one before; its range goes to the end of the whole. */
export const ifStatement: Lower = (to, row, role) => {
  const opened: number[] = [];
  const branch = (clause: number, roleOfBranch: Role): void => {
    opened.push(to.open(Kind.If, roleOfBranch, clause, 0, to.table.start[clause], to.endOf(row)));
    for (const child of to.namedChildren(clause)) {
      const kind = to.kindName(child);
      if (kind === "elif_clause") branch(child, Role.Else);
      else if (kind === "else_clause") to.lowerAs(child, Role.Else);
      else to.lowerAs(child, BRANCH_ROLES[fieldName(to, child)] ?? Role.None);
    }
  };
  branch(row, role);
  while (opened.length > 0) to.close(opened.pop()!);
};

/**
 * The types of a clause are a list, in parentheses or not; with `as` they are one expression. (So `except $E` has its
 * meaning in Semgrep: not a list of several, but anything before an `as`.)
 */
export const exceptClause: Lower = (to, row, role) => {
  const opened = to.open(Kind.Catch, role, row);
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    const field = fieldName(to, child);
    if (kind === "*") to.builder.setAtom(opened, to.atomOf(child));
    else if (kind === "block") to.lowerAs(child, Role.Body);
    else if (field === "alias") to.lowerAs(child, Role.Target);
    else if (field === "value" && kind === "as_pattern") {
      to.lowerAs(child + 1, Role.Type);
      to.lowerAs(to.field(child, "alias"), Role.Target);
    } else if (field === "value" && kind === "tuple") to.lowerAll(child, Role.Type);
    else if (field === "value") to.lowerAs(child, Role.Type);
    else if (to.isNamed(child)) to.lowerAs(child, Role.None);
  }
  to.close(opened);
};

/** `value as target`, of `with` and of `case`. */
export const asPattern: Lower = (to, row, role) => {
  const opened = to.open(Kind.WithItem, role, row);
  const [value = -1, target = -1] = to.namedChildren(row);
  to.lowerAs(value, Role.Value);
  to.lowerAs(target, Role.Target);
  to.close(opened);
};

/** Of several items each but the first is a `with` of its own, in the body of the one before. */
export const withStatement: Lower = (to, row, role) => {
  const clause = to.childOfKind(row, "with_clause");
  const [first = -1, ...others] = clause < 0 ? [] : to.namedChildren(clause);
  const end = to.endOf(row);
  const opened = [to.open(Kind.With, role, row, 0, to.table.start[row], end)];
  const async = to.childOfKind(row, "async");
  if (async >= 0) to.leaf(Kind.Modifier, Role.Modifier, async);
  to.lowerAs(first, Role.Item);
  for (const item of others) {
    opened.push(to.open(Kind.Block, Role.Body, item, 0, to.table.start[item], end));
    opened.push(to.open(Kind.With, Role.Statement, item, 0, to.table.start[item], end));
    to.lowerAs(item, Role.Item);
  }
  to.lowerAs(to.field(row, "body"), Role.Body);
  while (opened.length > 0) to.close(opened.pop()!);
};

export const withItem: Lower = (to, row, role) => {
  let value = row + 1;
  while (to.kindName(value) === "parenthesized_expression") value = to.namedChildren(value)[0] ?? row;
  if (to.kindName(value) === "as_pattern") return to.lowerAs(value, role);
  const opened = to.open(Kind.WithItem, role, row);
  to.lowerAll(row, Role.Value);
  to.close(opened);
};

export const deleteStatement: Lower = (to, row, role) => {
  const opened = to.open(Kind.Delete, role, row);
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "expression_list") to.lowerAll(child, Role.Value);
    else to.lowerAs(child, Role.Value);
  }
  to.close(opened);
};

/** `global a, b`: one row for each name, from the keyword on. */
export const globalStatement: Lower = (to, row, role) => {
  const variant = to.intern(to.kindName(row).replace("_statement", ""));
  for (const name of to.namedChildren(row)) {
    const opened = to.open(Kind.Global, role, row, variant, to.table.start[row], to.table.end[name]);
    to.lowerAs(name, Role.Name);
    to.close(opened);
  }
};

/** Python 2's `print x` and `exec code`: the calls that they became. */
export const statementCall: Lower = (to, row, role) => {
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const call = to.open(Kind.Call, Role.Value, row);
  to.leaf(Kind.Identifier, Role.Callee, row + 1);
  to.lowerAll(row, Role.Argument);
  to.close(call);
  to.close(statement);
};

/** `print >>f, x` is `print(x, file=f)`. */
export const chevron: Lower = (to, row, role) => {
  const opened = to.open(Kind.Argument, role, row);
  to.leaf(Kind.Name, Role.Name, row + 1, to.intern("file"));
  to.lowerAll(row, Role.Value);
  to.close(opened);
};

export const typeAlias: Lower = (to, row, role) => {
  const opened = to.open(Kind.TypeAlias, role, row);
  const left = to.field(row, "left");
  const generic = to.childOfKind(left, "generic_type");
  const [name = -1, typeParameters = -1] = to.namedChildren(generic < 0 ? left : generic);
  to.lowerAs(name, Role.Name);
  to.lowerAs(typeParameters, Role.TypeParameter);
  to.lowerAs(to.field(row, "right"), Role.Type);
  to.close(opened);
};

/** The definition takes its decorators in, and begins at the first. */
export const decorated: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "decorator") to.before.push({ row: child, role: Role.Decorator });
    else to.lowerAs(child, role);
  }
};

const KEYWORDS: ReadonlySet<string> = new Set(["staticmethod", "abstractmethod"]);
const plainDecorator = nameDecorator("call");

/** A word of the language's own and what is no name are decorators of other sorts: `@$D` is neither. */
export const decorator: Lower = (to, row, role) => {
  const [value = -1] = to.namedChildren(row);
  const word = /^(\w+)(\(\))?$/.exec(to.textOf(value))?.[1] ?? "";
  const isKeyword = KEYWORDS.has(word);
  if (!isKeyword && (to.kindName(value) === "call" || isDottedName(to, value))) return plainDecorator(to, row, role);
  const opened = to.open(Kind.Decorator, role, row, to.intern(isKeyword ? word : "expression"));
  if (isKeyword) to.leaf(Kind.Name, Role.Value, value, to.intern(word));
  else to.lowerAs(value, Role.Value);
  to.close(opened);
};

function isDottedName(to: Lowerer, value: number): boolean {
  let root = value;
  while (to.kindName(root) === "attribute") root = to.field(root, "object");
  return to.kindName(root) === "identifier";
}

// Imports.

/** The text without what may stand between the words: `a . b` is `a.b`. */
const compact = (to: Lowerer, row: number): number => to.intern(to.textOf(row).replace(/[\s\\]+/g, ""));

/** The name of a module is one leaf, dots included, those before it too. */
export const dottedName: Lower = (to, row, role) => {
  if (role === Role.Specifier) {
    const opened = to.open(Kind.ImportSpecifier, role, row);
    to.leaf(Kind.Name, Role.Name, row, compact(to, row));
    return to.close(opened);
  }
  if (role !== Role.Module && role !== Role.Name) return memberPath(to, row, role);
  to.leaf(Kind.Name, role, row, compact(to, row));
};

/** One `Import` for each module, from the keyword to the module's end. */
export const importStatement: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    const alias = to.field(child, "alias");
    const opened = to.open(Kind.Import, role, child, to.intern("import"), to.table.start[row]);
    to.lowerAs(alias < 0 ? child : to.field(child, "name"), Role.Module);
    to.lowerAs(alias, Role.Alias);
    to.close(opened);
  }
};

const SPECIFIERS: Children = { fields: { name: Role.Specifier }, is: "from" };

export const futureImport: Lower = (to, row, role) => {
  const opened = to.open(Kind.Import, role, row);
  to.leaf(Kind.Name, Role.Module, to.childOfKind(row, "__future__"));
  to.lowerChildren(row, SPECIFIERS, opened);
  to.close(opened);
};

// `match`. A `case` has the alternatives of its pattern as tests, and none where everything matches.

export const matchStatement: Lower = (to, row, role) => {
  const opened = to.open(Kind.Switch, role, row);
  const subjects = to.fieldAll(row, "subject");
  oneOrTuple(to, subjects, Role.Subject, hasComma(to, row));
  for (const child of to.namedChildren(row)) {
    if (!subjects.includes(child)) to.lowerAs(child, to.kindName(child) === "block" ? Role.Case : Role.None);
  }
  to.close(opened);
};

const CASE_ROLES: Readonly<Record<string, Role>> = { guard: Role.Condition, consequence: Role.Statement };

export const caseClause: Lower = (to, row, role) => {
  const opened = to.open(Kind.Case, role, row);
  const isPattern = (child: number): boolean => to.kindName(child) === "case_pattern";
  const tests = to.children(row).filter(isPattern);
  if (tests.length > 0 && to.textOf(tests[0]!) !== "_") oneOrTuple(to, tests, Role.Test, hasComma(to, row));
  for (const child of to.namedChildren(row)) {
    if (!isPattern(child)) to.lowerAs(child, CASE_ROLES[fieldName(to, child)] ?? Role.None);
  }
  to.close(opened);
};

/** The children of a pattern, of which `_` and the sign of a number are bare tokens. */
export const casePattern: Lower = (to, row, role) => {
  let minus = -1;
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    if (kind === "-") minus = child;
    else if (kind === "_") to.leaf(Kind.Identifier, role, child);
    else if (to.isNamed(child) && minus >= 0) {
      const opened = to.open(Kind.Unary, role, minus, to.intern("-"), to.table.start[minus], to.table.end[child]);
      to.lowerAs(child, Role.Operand);
      to.close(opened);
      minus = -1;
    } else if (to.isNamed(child)) to.lowerAs(child, role);
  }
};

/** `A | B | C`, of types too. */
export const union: Lower = (to, row, role) => {
  if (role === Role.Test) return casePattern(to, row, role);
  const opened = to.open(Kind.Binary, role, row, to.intern("|"));
  const first = to.builder.rows;
  casePattern(to, row, Role.Right);
  if (to.builder.rows > first) to.builder.setRole(first, Role.Left);
  to.close(opened);
};

export const keywordPattern: Lower = (to, row, role) => {
  const opened = to.open(Kind.Argument, role, row);
  const name = to.builder.rows;
  casePattern(to, row, Role.Value);
  if (to.builder.rows > name && to.builder.kindAt(name) === Kind.Identifier) {
    to.builder.setKind(name, Kind.Name);
    to.builder.setRole(name, Role.Name);
  }
  to.close(opened);
};

export const dictPattern: Lower = (to, row, role) => {
  const opened = to.open(Kind.Dict, role, row);
  let key = -1;
  for (const child of to.namedChildren(row)) {
    const field = fieldName(to, child);
    if (field === "key") key = child;
    else if (field === "value" && key >= 0) {
      const pair = to.open(Kind.Pair, Role.Element, key, 0, to.table.start[key], to.table.end[child]);
      to.lowerAs(key, Role.Key);
      to.lowerAs(child, Role.Value);
      to.close(pair);
      key = -1;
    } else to.lowerAs(child, Role.Element);
  }
  to.close(opened);
};
