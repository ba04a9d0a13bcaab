// Rust's expressions, macros and `use` declarations.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** The content between the quotes, without what stands before them: `b"…"`, `r#"…"#`. */
export const quoted: Lower = (to, row, role) => {
  const text = to.textOf(row);
  const open = text.indexOf('"') + 1;
  to.leaf(Kind.String, role, row, to.intern(text.slice(open, Math.max(open, text.lastIndexOf('"')))));
};

/** `a::b` is a member of `a`. */
export const scoped: Lower = (to, row, role) => {
  const path = to.field(row, "path");
  const name = to.field(row, "name");
  if (path < 0) return to.lowerAs(name, role);
  const opened = to.open(Kind.Member, role, row);
  // The words of a path are no types by themselves.
  if (to.table.size[path] === 1) to.leaf(Kind.Identifier, Role.Object, path);
  else if (to.kindName(path) === "generic_type") genericPath(to, path);
  else to.lowerAs(path, Role.Object);
  to.leaf(Kind.Name, Role.Property, name);
  to.close(opened);
};

/** A type says its last name alone, as in Semgrep: `io::Result<()>` is a `Result<()>`. What is made is named in full. */
export const scopedType: Lower = (to, row, role) => {
  if (role === Role.Callee) return scoped(to, row, role);
  to.leaf(Kind.Identifier, role, to.field(row, "name"));
};

/** `Vec::<u8>`: what a pattern means by `Vec` is not this. */
function genericPath(to: Lowerer, row: number): void {
  const opened = to.open(kindOf("generic_path"), Role.Object, row);
  to.lowerAs(to.field(row, "type"), Role.Value);
  to.lowerAs(to.field(row, "type_arguments"), Role.TypeArgument);
  to.close(opened);
}

export const member: Lower = (to, row, role) => {
  const opened = to.open(Kind.Member, role, row);
  to.lowerAs(to.field(row, "value"), Role.Object);
  to.leaf(Kind.Name, Role.Property, to.field(row, "field"));
  to.close(opened);
};

/** `f::<T>(x)`: the types are the call's. */
export const call: Lower = (to, row, role) => {
  const callee = to.field(row, "function");
  const generic = callee >= 0 && to.kindName(callee) === "generic_function";
  const opened = to.open(Kind.Call, role, row);
  to.lowerAs(generic ? to.field(callee, "function") : callee, Role.Callee);
  if (generic) to.lowerAs(to.field(callee, "type_arguments"), Role.TypeArgument);
  to.lowerAs(to.field(row, "arguments"), Role.Argument);
  to.close(opened);
};

export const index: Lower = (to, row, role) => {
  const [object = -1, at = -1] = to.namedChildren(row);
  const opened = to.open(Kind.Index, role, row);
  to.lowerAs(object, Role.Object);
  to.lowerAs(at, Role.Index);
  to.close(opened);
};

/** `a..b`, either of which may be missing. */
export const range: Lower = (to, row, role) => {
  const opened = to.open(Kind.Binary, role, row);
  let behind = false;
  for (const child of to.children(row)) {
    if (to.isNamed(child)) to.lowerAs(child, behind ? Role.Right : Role.Left);
    else {
      to.builder.setAtom(opened, to.atomOf(child));
      behind = true;
    }
  }
  to.close(opened);
};

/** `T { x: 1, y, ..z }`: fields in any order, none left over. */
export const structExpression: Lower = (to, row, role) => {
  const opened = to.open(Kind.New, role, row);
  to.lowerAs(to.field(row, "name"), Role.Callee);
  const body = to.field(row, "body");
  const fields = to.open(Kind.Set, Role.Argument, body);
  to.lowerAll(body, Role.Element);
  to.close(fields);
  to.close(opened);
};

export const shorthand: Lower = (to, row, role) => {
  if (to.textOf(row) === ELLIPSIS) {
    to.leaf(Kind.Identifier, role, row);
    return;
  }
  const opened = to.open(Kind.Field, role, row);
  to.leaf(Kind.Name, Role.Name, row);
  to.leaf(Kind.Identifier, Role.Init, row);
  to.close(opened);
};

// Macros. What is between the parentheses are tokens: where they are words, literals, members and references to such
// with commas between they count as arguments, anything else is a list of tokens that only `...` and its like match.

/** The letter of stand-ins in patterns, and what stands for `...`. */
export const LETTER = "ꓘ";
const ELLIPSIS = LETTER.repeat(3);

export const macro: Lower = (to, row, role) => {
  const opened = to.open(Kind.Call, role, row);
  const sign = to.children(row).find((child) => to.textOf(child) === "!") ?? row;
  macroName(to, to.field(row, "macro"), to.table.end[sign]!);
  const tree = to.childOfKind(row, "token_tree");
  if (tree >= 0) macroArguments(to, tree);
  to.close(opened);
};

/** `a::b!`: the sign belongs to the name. */
function macroName(to: Lowerer, row: number, end: number): void {
  const leaf = (name: number, kind: Kind, role: Role): void => {
    const text = to.textOf(name);
    to.leaf(kind, role, name, to.intern(text === ELLIPSIS ? text : `${text}!`), to.table.start[name]!, end);
  };
  const path = to.field(row, "path");
  if (path < 0) return leaf(row, Kind.Identifier, Role.Callee);
  const opened = to.open(Kind.Member, Role.Callee, row);
  to.lowerAs(path, Role.Object);
  leaf(to.field(row, "name"), Kind.Name, Role.Property);
  to.close(opened);
}

/** Of a call or of an attribute. */
function macroArguments(to: Lowerer, tree: number): void {
  const tokens = to.children(tree).slice(1, -1);
  const groups: number[][] = [[]];
  for (const token of tokens) {
    if (to.textOf(token) === ",") groups.push([]);
    else groups.at(-1)!.push(token);
  }
  if (tokens.length === 0) return;
  if (groups.every((group) => isArgument(to, group))) for (const group of groups) argument(to, group);
  else {
    const opened = to.open(Kind.Argument, Role.Argument, tree);
    for (const token of tokens) to.lowerAs(token, Role.None);
    to.close(opened);
  }
}

function isArgument(to: Lowerer, group: readonly number[]): boolean {
  const [, words, signs] = partsOf(to, group);
  if (words.length === 0 || words.some((token) => to.kindName(token) === "token_tree")) return false;
  return signs.length === words.length - 1 && signs.every((sign) => sign === "." || sign === "::");
}

/** The references in front, the words, and what stands between these. */
function partsOf(to: Lowerer, group: readonly number[]): [prefixes: readonly number[], readonly number[], string[]] {
  const count = group.findIndex((token) => !REFERENCES.has(to.textOf(token)));
  const rest = group.slice(count);
  const signs = rest.filter((token) => !to.isNamed(token)).map((token) => to.textOf(token));
  return [group.slice(0, count), rest.filter((token) => to.isNamed(token)), signs];
}

const REFERENCES: ReadonlySet<string> = new Set(["&", "*"]);

/** `x`, `"a"`, `a.b.c`, `&x`, `*&x.y`. */
function argument(to: Lowerer, group: readonly number[]): void {
  const [prefixes, words] = partsOf(to, group);
  const end = to.table.end[group.at(-1)!];
  let role = Role.Argument;
  const opened: number[] = [];
  for (const prefix of prefixes) {
    opened.push(to.open(Kind.Unary, role, prefix, to.intern(to.textOf(prefix)), undefined, end));
    role = Role.Operand;
  }
  const first = words[0]!;
  for (let i = words.length - 1; i > 0; i--) {
    opened.push(to.open(Kind.Member, role, first, 0, undefined, to.table.end[words[i]!]));
    role = Role.Object;
  }
  to.lowerAs(first, role);
  for (const word of words.slice(1)) {
    to.leaf(Kind.Name, Role.Property, word);
    to.close(opened.pop()!);
  }
  while (opened.length > 0) to.close(opened.pop()!);
}

/** Tokens within tokens. */
export const tokenTree: Lower = (to, row, role) => {
  const opened = to.open(kindOf("token_tree"), role, row);
  to.lowerAll(row, Role.None);
  to.close(opened);
};

/** `#[a]`, `#[a(b)]`, `#[a = "b"]`. */
export const attribute: Lower = (to, row, role) => {
  const [name = -1] = to.namedChildren(row);
  const tree = to.field(row, "arguments");
  const value = to.field(row, "value");
  if (tree < 0 && value < 0) return to.lowerAs(name, role);
  const opened = to.open(Kind.Call, role, row);
  to.lowerAs(name, Role.Callee);
  if (tree >= 0) macroArguments(to, tree);
  to.lowerAs(value, Role.Argument);
  to.close(opened);
};

// Imports.

/** One `Import` for each name that a `use` brings, from the keyword to the name. */
export const use: Lower = (to, row) => {
  const keyword = to.childOfKind(row, "use");
  const argument = to.field(row, "argument");
  if (argument >= 0) uses(to, argument, [], keyword);
};

const compact = (to: Lowerer, row: number): string => to.textOf(row).replace(/\s+/g, "").replace(/^::/, "");

function uses(to: Lowerer, row: number, path: readonly string[], keyword: number): void {
  switch (to.kindName(row)) {
    case "use_list":
      for (const child of to.namedChildren(row)) uses(to, child, path, keyword);
      return;
    case "scoped_use_list": {
      const own = to.field(row, "path");
      return uses(to, to.field(row, "list"), own < 0 ? path : [...path, compact(to, own)], keyword);
    }
    case "use_wildcard": {
      const [own] = to.namedChildren(row);
      return imported(to, row, [...path, ...(own === undefined ? [] : [compact(to, own)]), "*"], -1, keyword);
    }
    case "use_as_clause": {
      const whole = [...path, compact(to, to.field(row, "path"))];
      return imported(to, row, whole, to.field(row, "alias"), keyword);
    }
    default:
      return imported(to, row, [...path, compact(to, row)], -1, keyword);
  }
}

/** `a::b::c` is `c` of `a::b`; `a::{self}` is `a`. */
function imported(to: Lowerer, row: number, parts: readonly string[], alias: number, keyword: number): void {
  const words = parts
    .join("::")
    .replace(/::self$/, "")
    .split("::");
  const name = words.pop()!;
  const role = Role.Statement;
  const opened = to.open(
    Kind.Import,
    role,
    row,
    to.intern(words.length > 0 ? "from" : "import"),
    to.table.start[keyword],
  );
  if (words.length === 0) {
    to.leaf(Kind.Name, Role.Module, row, to.intern(name));
    if (alias >= 0) to.leaf(Kind.Name, Role.Alias, alias);
  } else {
    to.leaf(Kind.Name, Role.Module, row, to.intern(words.join("::")));
    const specifier = to.open(Kind.ImportSpecifier, Role.Specifier, row, name === "*" ? to.intern("*") : 0);
    if (name !== "*") to.leaf(Kind.Name, Role.Name, row, to.intern(name));
    if (alias >= 0) to.leaf(Kind.Name, Role.Alias, alias);
    to.close(specifier);
  }
  to.close(opened);
}
