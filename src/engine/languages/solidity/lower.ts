// What of Solidity's grammar needs more than a line in the table of shapes.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";

/** Names are expressions but where their role says that they are declared or follow a dot. */
export const identifier: Lower = (to, row, role) => {
  to.leaf(role === Role.Name || role === Role.Property ? Kind.Name : Kind.Identifier, role, row);
};

const name = (to: Lowerer, row: number, role: Role): void => {
  if (row >= 0) to.leaf(Kind.Name, role, row);
};

/** `pragma solidity >=0.4.0 <0.9.0;`: the name, then each constraint. A pattern has a `_` behind the name. */
export const pragma: Lower = (to, row, role) => {
  const opened = to.open(kindOf("pragma"), role, row);
  const parts = /^pragma\s+(\w+)\s*(.*?)\s*;?$/s.exec(to.textOf(row));
  const start = to.table.start[row]!;
  const [whole = "", word = "", rest = ""] = parts ?? [];
  to.leaf(
    Kind.Name,
    Role.Name,
    row,
    to.intern(word.replace(/^solidity_$/, "solidity")),
    start,
    start + whole.indexOf(word) + word.length,
  );
  const from = start + whole.lastIndexOf(rest);
  for (const match of rest.matchAll(/([\^~<>=]*)\s*([^\s^~<>=]+)/g)) {
    const [all, operator = "", version = ""] = match;
    const at = from + match.index;
    const end = at + all.length;
    const isAny = operator === "" && version.startsWith("$");
    const constraint = isAny ? -1 : to.open(kindOf("constraint"), Role.Value, row, to.intern(operator), at, end);
    to.leaf(Kind.Identifier, Role.Value, row, to.intern(version), end - version.length, end);
    if (constraint >= 0) to.close(constraint);
  }
  to.close(opened);
};

/** `import "a";`, `import {b as c} from "a";`, `import * as d from "a";`. */
export const importDirective: Lower = (to, row, role) => {
  const opened = to.open(Kind.Import, role, row);
  const source = to.field(row, "source");
  let specifier = -1;
  const close = (): void => {
    if (specifier >= 0) to.close(specifier);
    specifier = -1;
  };
  const names = to.fieldAll(row, "import_name");
  const aliases = new Set(to.fieldAll(row, "alias"));
  for (const child of to.namedChildren(row)) {
    if (names.includes(child)) {
      close();
      specifier = to.open(Kind.ImportSpecifier, Role.Specifier, child);
      name(to, child, Role.Name);
    } else if (aliases.has(child)) name(to, child, Role.Alias);
  }
  close();
  if (source >= 0) to.leaf(Kind.String, Role.Module, source, to.intern(to.textOf(source).slice(1, -1)));
  to.close(opened);
};

/** `is A, B(1)`: with arguments it is a call. */
export const parent: Lower = (to, row, role) => {
  const ancestor = to.field(row, "ancestor");
  const given = to.fieldAll(row, "ancestor_arguments");
  if (given.length === 0) return to.lowerAs(ancestor, role);
  const call = to.open(Kind.Call, role, row);
  to.lowerAs(ancestor, Role.Callee);
  for (const argument of given) if (to.isNamed(argument)) to.lowerAs(argument, Role.Argument);
  to.close(call);
};

/** Functions that their keyword names: `constructor`, `fallback`, `receive`. */
export const named =
  (children: Children): Lower =>
  (to, row, role) => {
    const opened = to.open(Kind.Function, role, row);
    to.leaf(Kind.Name, Role.Name, row + 1);
    to.lowerChildren(row, children, opened);
    to.close(opened);
  };

/** `onlyOwner`, `only(a)` of a function: a call. */
export const modifierInvocation: Lower = (to, row, role) => {
  const decorator = to.open(Kind.Decorator, role, row);
  const call = to.open(Kind.Call, Role.Value, row);
  const [called = -1, ...given] = to.namedChildren(row);
  to.lowerAs(called, Role.Callee);
  for (const argument of given) to.lowerAs(argument, Role.Argument);
  to.close(call);
  to.close(decorator);
};

/** `bytes memory a`, `address indexed b`. */
export const parameter: Lower = (to, row, role) => {
  const opened = to.open(Kind.Parameter, role, row);
  lowerDeclared(to, row);
  to.close(opened);
};

function lowerDeclared(to: Lowerer, row: number): void {
  to.lowerAs(to.field(row, "type"), Role.Type);
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    if (LOCATIONS.has(kind)) to.leaf(Kind.Modifier, Role.Modifier, child);
  }
  name(to, to.field(row, "name"), Role.Target);
}
const LOCATIONS: ReadonlySet<string> = new Set(["memory", "storage", "calldata", "indexed"]);

/** `mapping(K => V)`, `T[]`, or the name of a type. */
export const typeName: Lower = (to, row, role) => {
  const children = to.children(row);
  const words = children.map((child) => to.kindName(child));
  if (words[0] === "mapping") {
    const opened = to.open(kindOf("mapping"), role, row);
    to.lowerAs(to.field(row, "key_type"), Role.Key);
    to.lowerAs(to.field(row, "value_type"), Role.Value);
    to.close(opened);
  } else if (words.includes("[")) {
    const [element = -1, size = -1] = to.namedChildren(row);
    // `$T[...]` is an array with a size.
    const opened = to.open(kindOf("type"), role, row, to.intern(size < 0 ? "[]" : "[n]"));
    to.lowerAs(element, Role.Value);
    to.lowerAs(size, Role.Argument);
    to.close(opened);
  } else if (words[0] === "function") to.leaf(Kind.Identifier, role, row);
  else to.lowerAll(row, role);
};

/** `A.B` as a type is the member access that it is elsewhere. */
export const path: Lower = (to, row, role) => {
  const parts = to.namedChildren(row);
  const access = (last: number, as: Role): void => {
    const part = parts[last]!;
    if (last === 0) return to.lowerAs(part, as);
    const opened = to.open(Kind.Member, as, row, 0, undefined, to.table.end[part]!);
    access(last - 1, Role.Object);
    name(to, part, Role.Property);
    to.close(opened);
  };
  if (parts.length > 0) access(parts.length - 1, role);
};

// Statements.

/** `{ … }` and `unchecked { … }`. */
export const block: Lower = (to, row, role) => {
  const keyword = to.childOfKind(row, "unchecked");
  const unchecked = keyword < 0 ? -1 : to.open(kindOf("unchecked"), role, row);
  const start = keyword < 0 ? undefined : to.table.start[to.childOfKind(row, "{")];
  const opened = to.open(Kind.Block, keyword < 0 ? role : Role.Body, row, 0, start);
  for (const child of to.namedChildren(row)) if (child !== keyword) to.lowerAs(child, Role.Statement);
  to.close(opened);
  if (unchecked >= 0) to.close(unchecked);
};

export const variable: Lower = (to, row, role) => {
  const value = to.field(row, "value");
  const last = value < 0 ? row + 1 : value;
  const opened = to.open(Kind.Variable, role, row, 0, undefined, to.table.end[last]!);
  const one = to.childOfKind(row, "variable_declaration");
  if (one >= 0) lowerDeclared(to, one);
  else to.lowerAs(to.childOfKind(row, "variable_declaration_tuple"), Role.Target);
  to.lowerAs(value, Role.Init);
  to.close(opened);
};

/** `(bool a, )`: as many elements as there are places. */
export const variableTuple: Lower = (to, row, role) => {
  const opened = to.open(kindOf("declared tuple"), role, row);
  slots(to, row, (child) => {
    const declared = to.open(kindOf("declared"), Role.Element, child);
    lowerDeclared(to, child);
    to.close(declared);
  });
  to.close(opened);
};

export const tuple: Lower = (to, row, role) => {
  const opened = to.open(Kind.Tuple, role, row);
  slots(to, row, (child) => to.lowerAs(child, Role.Element));
  to.close(opened);
};

/** What stands between the commas; nothing is a row as well. */
function slots(to: Lowerer, row: number, lower: (child: number) => void): void {
  let filled = false;
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    if (to.isNamed(child)) {
      lower(child);
      filled = true;
    } else if (kind === "," || (kind === ")" && child > row + 2)) {
      if (!filled) to.leaf(kindOf("nothing"), Role.Element, child, 0, to.table.start[child]!, to.table.start[child]!);
      filled = false;
    }
  }
}

/** In the header of a `for` a condition is a statement to the grammar. */
export const expressionStatement: Lower = (to, row, role) => {
  if (role === Role.Condition) return to.lowerAll(row, role);
  const opened = to.open(Kind.ExpressionStatement, role, row);
  to.lowerAll(row, Role.Value);
  to.close(opened);
};

export const ifStatement: Lower = (to, row, role) => {
  const opened = to.open(Kind.If, role, row);
  to.lowerAs(to.field(row, "condition"), Role.Condition);
  const [then = -1, otherwise = -1] = to.fieldAll(row, "body");
  to.lowerAs(then, Role.Then);
  to.lowerAs(otherwise, Role.Else);
  to.close(opened);
};

/** `revert("a")` is a call, `revert E(1)` the call of `revert E`. */
export const revert: Lower = (to, row, role) => {
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const error = to.field(row, "error");
  const list = to.childOfKind(row, "revert_arguments");
  const last = list < 0 ? error : list;
  const end = to.table.end[last < 0 ? row + 1 : last]!;
  const call = to.open(Kind.Call, Role.Value, row, 0, undefined, end);
  if (list >= 0 && error >= 0) {
    const inner = to.open(Kind.Call, Role.Callee, row, 0, undefined, to.table.end[error]!);
    to.leaf(Kind.Identifier, Role.Callee, row + 1);
    to.lowerAs(error, Role.Argument);
    to.close(inner);
    to.lowerAs(list, Role.Argument);
  } else {
    to.leaf(Kind.Identifier, Role.Callee, row + 1);
    to.lowerAs(list < 0 ? error : list, Role.Argument);
  }
  to.close(call);
  to.close(statement);
};

// Expressions.

/** `payable(a)`. */
export const keywordCall: Lower = (to, row, role) => {
  const opened = to.open(Kind.Call, role, row);
  to.leaf(Kind.Identifier, Role.Callee, row + 1);
  for (const child of to.namedChildren(row)) if (child !== row + 1) to.lowerAs(child, Role.Argument);
  to.close(opened);
};

/** Adjacent literals are one. */
export const string: Lower = (to, row, role) => {
  const pieces = [...to.textOf(row).matchAll(/"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g)];
  to.leaf(Kind.String, role, row, to.intern(pieces.map(([, double, single]) => double ?? single ?? "").join("")));
};

// Inline assembly.

/** What stands alone is a statement. */
function asStatement(to: Lowerer, row: number, role: Role, write: (role: Role) => void): void {
  if (role !== Role.Statement) return write(role);
  const statement = to.open(Kind.ExpressionStatement, role, row);
  write(Role.Value);
  to.close(statement);
}

export const yulAssignment: Lower = (to, row, role) => {
  const parts = to.namedChildren(row);
  asStatement(to, row, role, (inner) => {
    if (parts.length < 2) return to.lowerAll(row, inner);
    const opened = to.open(Kind.Assign, inner, row);
    for (const target of parts.slice(0, -1)) to.lowerAs(target, Role.Target);
    to.lowerAs(parts.at(-1)!, Role.Value);
    to.close(opened);
  });
};

export const yulCall: Lower = (to, row, role) => {
  asStatement(to, row, role, (inner) => {
    const opened = to.open(Kind.Call, inner, row);
    to.lowerChildren(row, yulParts, opened);
    to.close(opened);
  });
};
const yulParts: Children = { fields: { function: Role.Callee }, rest: Role.Argument };

export const yulVariable: Lower = (to, row, role) => {
  const opened = to.open(kindOf("yul variable"), role, row);
  for (const target of to.fieldAll(row, "left")) {
    if (!to.isNamed(target)) continue;
    to.leaf(Kind.Name, Role.Target, target, to.intern(to.textOf(target)));
  }
  to.lowerAs(to.field(row, "right"), Role.Init);
  to.close(opened);
};
