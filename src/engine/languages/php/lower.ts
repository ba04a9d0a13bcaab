// What of PHP's grammar needs more than a line in the table of shapes.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Lower, Lowerer } from "../lowering";

/** The letter that stands in patterns for what PHP lacks; see PatternSyntax. */
export const LETTER = "þ";

/** Functions' and classes' names do not tell upper from lower case; metavariables do. */
const folded = (to: Lowerer, row: number): number => {
  const text = to.textOf(row);
  return to.intern(text.includes(LETTER) ? text : text.toLowerCase());
};

/** Roles in which a name is a function's or a class's. */
const FOLDED: ReadonlySet<Role> = new Set([
  Role.Callee,
  Role.Type,
  Role.ReturnType,
  Role.Parent,
  Role.Implements,
  Role.Right,
]);

/** A word without a `$`: a constant, a function, a class, a member. */
export const name: Lower = (to, row, role) => {
  if (role === Role.Name && to.builder.openKind === Kind.Class) foldedName(Kind.Name, to, row, role);
  else if (role === Role.Name || role === Role.Property) to.leaf(Kind.Name, role, row);
  else to.leaf(Kind.Identifier, role, row, FOLDED.has(role) ? folded(to, row) : to.atomOf(row));
};

export const foldedName = (kind: Kind.Name | Kind.Identifier, to: Lowerer, row: number, role: Role): void => {
  if (row >= 0) to.leaf(kind, role, row, folded(to, row));
};

/** `self`, `static`, and `parent`, which is not told from `self`. */
export const relativeScope: Lower = (to, row, role) => {
  const text = to.textOf(row).toLowerCase();
  to.leaf(Kind.Identifier, role, row, to.intern(text === "parent" ? "self" : text));
};

/** The class before a `::`. */
function classOf(to: Lowerer, row: number, role: Role): void {
  if (row >= 0 && to.kindName(row) === "name") foldedName(Kind.Identifier, to, row, role);
  else to.lowerAs(row, role);
}

/** `A\B\c` as members of members; one that begins with `\` begins at a root that no import stands for. */
export const qualifiedName: Lower = (to, row, role) => {
  const words = wordsOf(to, row);
  const rooted = !to.isNamed(row + 1);
  const depth = words.length - (rooted ? 0 : 1);
  const end = to.table.end[row]!;
  const opened: number[] = [];
  const variant = to.intern("\\");
  for (let i = 0; i < depth; i++) opened.push(to.open(Kind.Member, i === 0 ? role : Role.Object, row, variant));
  const first = rooted ? row + 1 : words[0]!;
  to.leaf(Kind.Identifier, depth > 0 ? Role.Object : role, first, rooted ? to.atomOf(first) : folded(to, first));
  for (const [index, word] of words.slice(rooted ? 0 : 1).entries()) {
    foldedName(Kind.Name, to, word, Role.Property);
    const member = opened.pop()!;
    to.builder.setRange(member, to.table.start[row]!, index === depth - 1 ? end : to.table.end[word]!);
    to.close(member);
  }
};

/** The words of a qualified name, in order. */
function wordsOf(to: Lowerer, row: number): number[] {
  return to.namedChildren(row).flatMap((child) => {
    if (to.kindName(child) === "namespace_name") return to.namedChildren(child);
    return to.kindName(child) === "name" ? [child] : [];
  });
}

/** `$x`: an expression; a declared name where it is a parameter or the target of a loop. The letter's `$` was put there. */
export const variable: Lower = (to, row, role) => {
  const text = to.textOf(row);
  const atom = to.intern(text.startsWith(`$${LETTER}`) ? text.slice(1) : text);
  const isName = role === Role.Name || role === Role.Property || role === Role.Target;
  to.leaf(isName ? Kind.Name : Kind.Identifier, role, row, atom);
};

/** `$a = e` has an expression for target, unlike a declaration. */
export const assignment: Lower = (to, row, role) => {
  const opened = to.open(Kind.Assign, role, row);
  const left = to.builder.rows;
  to.lowerAs(to.field(row, "left"), Role.Left);
  if (to.builder.rows > left) to.builder.setRole(left, Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(opened);
};

export const augmented: Lower = (to, row, role) => {
  const operator = to.field(row, "operator");
  const opened = to.open(Kind.CompoundAssign, role, row, operator < 0 ? 0 : to.atomOf(operator));
  const left = to.builder.rows;
  to.lowerAs(to.field(row, "left"), Role.Left);
  if (to.builder.rows > left) to.builder.setRole(left, Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(opened);
};

const OPERATORS: Readonly<Record<string, string>> = { and: "&&", or: "||", "<>": "!=" };

export const binary: Lower = (to, row, role) => {
  const operator = to.field(row, "operator");
  const word = operator < 0 ? "" : to.textOf(operator).toLowerCase();
  if (word === "??")
    return chosen(to, row, role, [to.field(row, "left"), to.field(row, "left"), to.field(row, "right")]);
  const opened = to.open(Kind.Binary, role, row, to.intern(OPERATORS[word] ?? word));
  to.lowerAs(to.field(row, "left"), Role.Left);
  const right = to.field(row, "right");
  if (word !== "instanceof" && right >= 0 && to.kindName(right) === "name") to.leaf(Kind.Identifier, Role.Right, right);
  else to.lowerAs(right, Role.Right);
  to.close(opened);
};

/** `a ?: b` and `a ?? b` are `a ? a : b`. */
export const conditional: Lower = (to, row, role) => {
  const condition = to.field(row, "condition");
  const then = to.field(row, "body");
  chosen(to, row, role, [condition, then < 0 ? condition : then, to.field(row, "alternative")]);
};

function chosen(to: Lowerer, row: number, role: Role, parts: readonly [number, number, number]): void {
  const opened = to.open(Kind.Conditional, role, row);
  const roles = [Role.Condition, Role.Then, Role.Else];
  for (const [index, part] of parts.entries()) to.lowerAs(part, roles[index]!);
  to.close(opened);
}

/** Words that PHP calls functions or that act as such: a call of the word. `isset` is a kind of its own. */
export const wordCall =
  (word: string): Lower =>
  (to, row, role) => {
    const call = to.open(Kind.Call, role, row);
    to.leaf(Kind.Identifier, Role.Callee, row + 1, to.intern(word));
    to.lowerAll(row, Role.Argument);
    to.close(call);
  };

/** The same as a statement: `echo $x;`. */
export const wordStatement =
  (word: string): Lower =>
  (to, row, role) => {
    const statement = to.open(Kind.ExpressionStatement, role, row);
    const last = to.children(row).findLast((child) => to.kindName(child) !== ";") ?? row;
    const call = to.open(Kind.Call, Role.Value, row, 0, to.table.start[row]!, to.table.end[last]!);
    to.leaf(Kind.Identifier, Role.Callee, row + 1, to.intern(word));
    for (const child of to.namedChildren(row)) {
      if (to.kindName(child) === "sequence_expression") to.lowerAll(child, Role.Argument);
      else to.lowerAs(child, Role.Argument);
    }
    to.close(call);
    to.close(statement);
  };

/** `<?= $x ?>` echoes; `throw` is a statement where it stands alone. */
export const expressionStatement: Lower = (to, row, role) => {
  const [child = -1] = to.namedChildren(row);
  if (child >= 0 && to.kindName(child) === "throw_expression") {
    const thrown = to.open(Kind.Throw, role, row);
    to.lowerAll(child, Role.Value);
    to.close(thrown);
    return;
  }
  const echoes = row > 0 && to.kindName(row - 1) === "php_tag" && to.textOf(row - 1) === "<?=";
  const start = to.table.start[echoes ? row - 1 : row]!;
  const statement = to.open(Kind.ExpressionStatement, role, row, 0, start);
  if (echoes) {
    const call = to.open(Kind.Call, Role.Value, row, 0, start);
    to.leaf(Kind.Identifier, Role.Callee, row - 1, to.intern("echo"));
    to.lowerAs(child, Role.Argument);
    to.close(call);
  } else to.lowerAs(child, Role.Value);
  to.close(statement);
};

export const call: Lower = (to, row, role) => {
  const callee = to.field(row, "function");
  const word = callee < 0 ? "" : to.textOf(callee).toLowerCase();
  const isset = word === "isset";
  const opened = to.open(isset ? kindOf("isset") : Kind.Call, role, row);
  if (word === "die") to.leaf(Kind.Identifier, Role.Callee, callee, to.intern("exit"));
  else if (!isset) to.lowerAs(callee, Role.Callee);
  to.lowerAs(to.field(row, "arguments"), Role.Argument);
  to.close(opened);
};

/** `$o->m(…)`, `$o?->m(…)`, `A::m(…)`: one kind of call, whose callee is a member. */
export const memberCall: Lower = (to, row, role) => {
  const opened = to.open(Kind.Call, role, row);
  const member = to.field(row, "name");
  const closed = to.childOfKind(row, "}");
  const end = closed >= 0 ? to.table.end[closed]! : to.table.end[member]!;
  memberOf(to, row, Role.Callee, to.field(row, "object") >= 0 ? "object" : "scope", end);
  to.lowerAs(to.field(row, "arguments"), Role.Argument);
  to.close(opened);
};

export const memberAccess: Lower = (to, row, role) => memberOf(to, row, role, "object", to.table.end[row]!);
export const staticProperty: Lower = (to, row, role) => memberOf(to, row, role, "scope", to.table.end[row]!);

function memberOf(to: Lowerer, row: number, role: Role, object: "object" | "scope", end: number): void {
  const member = to.open(Kind.Member, role, row, 0, to.table.start[row]!, end);
  const owner = to.field(row, object);
  // A word before an arrow is a class to a pattern.
  if (object === "scope" || to.kindName(owner) === "name") classOf(to, owner, Role.Object);
  else to.lowerAs(owner, Role.Object);
  to.lowerAs(to.field(row, "name"), Role.Property);
  to.close(member);
}

export const classConstant: Lower = (to, row, role) => {
  const [owner = -1, constant = -1] = to.namedChildren(row);
  const member = to.open(Kind.Member, role, row);
  classOf(to, owner, Role.Object);
  to.lowerAs(constant, Role.Property);
  to.close(member);
};

/** `f(k: v)` is a keyword argument; `f(&$x)` and `f(...$x)` stand as they are. */
export const argument: Lower = (to, row, role) => {
  const keyword = to.field(row, "name");
  if (keyword < 0) {
    for (const child of to.namedChildren(row)) if (to.kindName(child) !== "reference_modifier") to.lowerAs(child, role);
    return;
  }
  const opened = to.open(Kind.Argument, role, row);
  to.leaf(Kind.Name, Role.Name, keyword);
  for (const child of to.namedChildren(row)) if (child !== keyword) to.lowerAs(child, Role.Value);
  to.close(opened);
};

/** `k => v` is a pair, in arrays, `list(…)` and `yield`. */
export const element: Lower = (to, row, role) => {
  if (to.childOfKind(row, "=>") < 0) return to.lowerAll(row, role);
  const pair = to.open(Kind.Pair, role, row);
  const [key = -1, value = -1] = to.namedChildren(row);
  to.lowerAs(key, Role.Key);
  to.lowerAs(value, Role.Value);
  to.close(pair);
};

/** `[$a, , 'k' => $b]` as a target; `list($a)` is no array. A place left empty is nothing. */
export const list: Lower = (to, row, role) => {
  const opened = to.open(to.childOfKind(row, "list") < 0 ? Kind.Array : Kind.Tuple, role, row);
  const children = to.children(row);
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (!to.isNamed(child)) continue;
    const value = children[i + 2];
    if (value !== undefined && to.kindName(children[i + 1]!) === "=>") {
      const pair = to.open(Kind.Pair, Role.Element, child, 0, to.table.start[child]!, to.table.end[value]!);
      to.lowerAs(child, Role.Key);
      to.lowerAs(value, Role.Value);
      to.close(pair);
      i += 2;
    } else to.lowerAs(child, Role.Element);
  }
  to.close(opened);
};

export const newObject: Lower = (to, row, role) => {
  const opened = to.open(Kind.New, role, row);
  const [callee = -1, ...rest] = to.namedChildren(row);
  if (callee >= 0 && to.kindName(callee) === "anonymous_class") {
    to.lowerAs(to.childOfKind(callee, "arguments"), Role.Argument);
    to.lowerAs(callee, Role.Callee);
  } else to.lowerAs(callee, Role.Callee);
  for (const child of rest) to.lowerAs(child, Role.Argument);
  to.close(opened);
};

/** `x`, `'x'`, `"x $y"`, heredocs: a string where nothing is interpolated, else a template. */
export const string: Lower = (to, row, role) => {
  const body = to.field(row, "value");
  const pieces = to.namedChildren(body >= 0 ? body : row);
  const plain = pieces.filter((piece) => !isText(to, piece)).length === 0;
  if (plain) {
    const first = pieces[0];
    const last = pieces.at(-1);
    const content = first === undefined ? "" : to.text.slice(to.table.start[first], to.table.end[last!]);
    to.leaf(Kind.String, role, row, to.intern(content));
    return;
  }
  const opened = to.open(Kind.Template, role, row);
  parts(to, pieces, Role.Part);
  to.close(opened);
};

/** Text and interpolations; neighbouring pieces of text are one. */
function parts(to: Lowerer, pieces: readonly number[], role: Role): void {
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (!isText(to, piece)) {
      to.lowerAs(piece, role);
      continue;
    }
    let until = i;
    while (until + 1 < pieces.length && isText(to, pieces[until + 1]!)) until++;
    const [start, end] = [to.table.start[piece]!, to.table.end[pieces[until]!]!];
    to.leaf(Kind.StringPart, role, piece, to.intern(to.text.slice(start, end)), start, end);
    i = until;
  }
}

const TEXT: ReadonlySet<string> = new Set(["string_content", "escape_sequence", "nowdoc_string"]);
const isText = (to: Lowerer, row: number): boolean => TEXT.has(to.kindName(row));

/** A command in backticks: a call that is given the pieces of its text. */
export const shellCommand: Lower = (to, row, role) => {
  const opened = to.open(Kind.Call, role, row);
  to.leaf(Kind.Identifier, Role.Callee, row + 1, to.intern("`"));
  parts(to, to.namedChildren(row), Role.Argument);
  to.close(opened);
};
