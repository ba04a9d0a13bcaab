// Terraform and other HCL. As in Semgrep a block is a call: its type is what is called, its labels and its body, an object,
// are the arguments.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import type { Language, TextOf } from "./language";
import { custom, drop, flatten, type Lower, type Lowerer, leaf, node, type Shapes, unwrap } from "./lowering";

const LETTER = "ꓘ";

/** Tokens that the grammar names: they hold no code. */
const PUNCTUATION = [
  "block_start",
  "block_end",
  "object_start",
  "object_end",
  "tuple_start",
  "tuple_end",
  "quoted_template_start",
  "quoted_template_end",
  "template_interpolation_start",
  "template_interpolation_end",
  "template_directive_start",
  "template_directive_end",
  "heredoc_start",
  "heredoc_identifier",
  "strip_marker",
  "ellipsis",
] as const;

const block: Lower = (to, row, role) => {
  const statement = to.open(Kind.ExpressionStatement, role, row);
  const call = to.open(Kind.Call, Role.Value, row);
  const [type, ...labels] = to.namedChildren(row);
  if (type !== undefined) to.leaf(Kind.Identifier, Role.Callee, type);
  for (const each of labels) if (/^(identifier|string_lit)$/.test(to.kindName(each))) label(to, each);
  const start = to.childOfKind(row, "block_start");
  const body = to.open(Kind.Object, Role.Argument, row, 0, to.table.start[start < 0 ? row : start]);
  to.lowerAs(to.childOfKind(row, "body"), Role.Element);
  for (const child of to.namedChildren(row)) if (to.kindName(child) === "ERROR") to.lowerAs(child, Role.Element);
  to.close(body);
  to.close(call);
  to.close(statement);
};

/** A label is bound without its quotes, as in Semgrep. */
function label(to: Lowerer, row: number): void {
  const text = to.textOf(row);
  if (!/^".*"$/s.test(text)) return to.lowerAs(row, Role.Argument);
  const [start, end] = [to.table.start[row]! + 1, to.table.end[row]! - 1];
  to.leaf(Kind.String, Role.Argument, row, to.intern(text.slice(1, -1)), start, end);
}

/** A name before `=` is a key, in a body as in an object. */
const attribute: Lower = (to, row, role) => {
  const pair = to.open(Kind.Pair, role, row);
  const [name, ...value] = to.namedChildren(row);
  if (name !== undefined) to.leaf(Kind.Name, Role.Key, name);
  for (const each of value) to.lowerAs(each, Role.Value);
  to.close(pair);
};

/** `a = 1` is what it is in a body; `a : 1` and `"a" = 1` are entries of another sort, as in Semgrep. */
const objectEntry: Lower = (to, row, role) => {
  const pair = to.open(Kind.Pair, role, row);
  const key = to.field(row, "key");
  const name = key < 0 || to.childOfKind(row, "=") < 0 ? -1 : soleIdentifier(to, key);
  if (name >= 0) to.leaf(Kind.Name, Role.Key, name);
  else {
    to.builder.setAtom(pair, to.intern(":"));
    to.lowerAs(key, Role.Key);
  }
  to.lowerAs(to.field(row, "val"), Role.Value);
  to.close(pair);
};

/** The identifier that an expression is, or -1. */
function soleIdentifier(to: Lowerer, expression: number): number {
  const children = to.children(expression);
  if (children.length !== 1 || to.kindName(children[0]!) !== "variable_expr") return -1;
  return to.namedChildren(children[0]!)[0] ?? -1;
}

/** Names with what follows them (`.a`, `[0]`, `.*`) stand side by side in the grammar; operators are between. */
const expression: Lower = (to, row, role) => postfix(to, steps(to, to.namedChildren(row)), role);

const steps = (to: Lowerer, rows: readonly number[]): number[] =>
  rows.flatMap((row) =>
    to.kindName(row) === "splat"
      ? to.namedChildren(row).flatMap((splat) => [splat, ...to.namedChildren(splat)])
      : [row],
  );

function postfix(to: Lowerer, rows: readonly number[], role: Role): void {
  const last = rows.at(-1);
  if (last === undefined) return;
  if (rows.length === 1) return to.lowerAs(last, role);
  const kind = to.kindName(last);
  const opened = to.open(kind === "index" ? Kind.Index : Kind.Member, role, rows[0]!, 0, undefined, to.table.end[last]);
  postfix(to, rows.slice(0, -1), Role.Object);
  if (kind === "index") to.lowerAs(last, Role.Index);
  else if (kind === "get_attr") to.leaf(Kind.Name, Role.Property, to.namedChildren(last)[0] ?? last);
  else to.leaf(Kind.Name, Role.Property, last, to.intern("*"), undefined, to.table.start[last]! + 1);
  to.close(opened);
}

const binary: Lower = (to, row, role) => {
  const operator = to.children(row).find((child) => !to.isNamed(child));
  const opened = to.open(Kind.Binary, role, row, operator === undefined ? 0 : to.atomOf(operator));
  const named = to.namedChildren(row);
  postfix(
    to,
    steps(
      to,
      named.filter((child) => operator === undefined || child < operator),
    ),
    Role.Left,
  );
  postfix(
    to,
    steps(
      to,
      named.filter((child) => operator !== undefined && child > operator),
    ),
    Role.Right,
  );
  to.close(opened);
};

const unary: Lower = (to, row, role) => {
  const operator = to.children(row)[0]!;
  const opened = to.open(Kind.Unary, role, row, to.atomOf(operator));
  postfix(to, steps(to, to.namedChildren(row)), Role.Operand);
  to.close(opened);
};

/** The lines between the first and the last; `<<-` takes away what all are indented by. */
function heredoc(text: string): string {
  const lines = text.split("\n").slice(1, -1);
  if (!text.startsWith("<<-")) return lines.join("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents, line.length))).join("\n");
}

/** A template without `${…}` is a string. */
const template: Lower = (to, row, role) => {
  const parts = to
    .namedChildren(row)
    .filter((child) => /^template_(literal|interpolation|directive)$/.test(to.kindName(child)));
  if (parts.every((part) => to.kindName(part) === "template_literal")) {
    const text = to.kindName(row) === "heredoc_template" ? heredoc(to.textOf(row)) : parts.map(to.textOf, to).join("");
    to.leaf(Kind.String, role, row, to.intern(text));
    return;
  }
  const opened = to.open(Kind.Template, role, row);
  for (const part of parts) to.lowerAs(part, Role.Part);
  to.close(opened);
};

const forExpression: Lower = (to, row, role) => {
  const object = to.kindName(row) === "for_object_expr";
  const opened = to.open(Kind.Comprehension, role, row, to.intern(object ? "dict" : "list"));
  for (const child of to.namedChildren(row)) {
    const kind = to.kindName(child);
    if (kind === "for_intro") {
      const clause = to.open(Kind.ComprehensionFor, Role.Clause, child);
      for (const part of to.namedChildren(child)) {
        if (to.kindName(part) === "identifier") to.leaf(Kind.Name, Role.Target, part);
        else to.lowerAs(part, Role.Iterable);
      }
      to.close(clause);
    } else to.lowerAs(child, kind === "for_cond" ? Role.Clause : Role.Element);
  }
  to.close(opened);
};

const shapes: Shapes = {
  ...Object.fromEntries(PUNCTUATION.map((kind) => [kind, drop])),
  comment: drop,
  config_file: node(Kind.Program, { rest: Role.Statement }),
  body: flatten(),
  block: custom(block),
  attribute: custom(attribute),
  expression: custom(expression),
  literal_value: unwrap,
  collection_value: unwrap,
  template_expr: unwrap,
  operation: unwrap,
  for_expr: unwrap,
  variable_expr: unwrap,
  identifier: leaf(Kind.Identifier),
  numeric_lit: leaf(Kind.Number),
  bool_lit: custom((to, row, role) => to.leaf(Kind.Boolean, role, row, to.intern(to.textOf(row)))),
  null_lit: leaf(Kind.Null),
  string_lit: custom(template),
  quoted_template: custom(template),
  heredoc_template: custom(template),
  template_literal: leaf(Kind.StringPart),
  template_interpolation: unwrap,
  tuple: node(Kind.Array, { rest: Role.Element }),
  object: node(Kind.Object, { rest: Role.Element }),
  object_elem: custom(objectEntry),
  index: unwrap,
  new_index: unwrap,
  legacy_index: custom((to, row, role) => {
    const start = to.table.start[row]! + 1;
    to.leaf(Kind.Number, role, row, to.intern(to.textOf(row).slice(1)), start);
  }),
  function_call: node(Kind.Call, { kinds: { identifier: Role.Callee, function_arguments: Role.Argument } }),
  function_arguments: flatten(),
  conditional: custom((to, row, role) => {
    const [condition, then, otherwise] = to.namedChildren(row);
    const opened = to.open(Kind.Conditional, role, row);
    to.lowerAs(condition ?? -1, Role.Condition);
    to.lowerAs(then ?? -1, Role.Then);
    to.lowerAs(otherwise ?? -1, Role.Else);
    to.close(opened);
  }),
  unary_operation: custom(unary),
  binary_operation: custom(binary),
  for_tuple_expr: custom(forExpression),
  for_object_expr: custom(forExpression),
  for_cond: node(Kind.ComprehensionIf, { rest: Role.Condition }),
};

/** `local.k` is what a `locals` block says, `var.k` the default of a `variable` block. */
function declaredValues(tree: Tree, textOf: TextOf): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  const pairs = (body: number): [string, number][] =>
    childrenIn(tree, body, Role.Element)
      .filter((entry) => tree.kind[entry] === Kind.Pair)
      .map((entry) => [textOf(childIn(tree, entry, Role.Key)), childIn(tree, entry, Role.Value)]);
  for (const statement of childrenIn(tree, 0, Role.Statement)) {
    const call = childIn(tree, statement, Role.Value);
    if (call < 0 || tree.kind[call] !== Kind.Call) continue;
    const type = textOf(childIn(tree, call, Role.Callee));
    const labels = childrenIn(tree, call, Role.Argument);
    const body = labels.pop()!;
    if (type === "locals") for (const [name, value] of pairs(body)) values.set(`local.${name}`, value);
    if (type === "variable" && labels.length === 1) {
      const initial = pairs(body).find(([name]) => name === "default");
      if (initial) values.set(`var.${textOf(labels[0]!)}`, initial[1]);
    }
  }
  return values;
}

/** An entry that may be any number of entries; it needs a line of its own. */
const ENTRIES = "\n@ = @\n";

export const terraform: Language = {
  id: "terraform",
  aliases: ["tf", "hcl", "terraform-vars", "opentofu", "opentofu-vars"],
  extensions: [".tf", ".tofu", ".hcl", ".tfvars"],
  interpreters: [],
  grammar: "hcl",
  shapes,
  pattern: {
    letter: LETTER,
    spread: false,
    looseModifiers: [],
    ellipses: [ENTRIES],
    places: [
      // In quotes; as a value; in a list or the arguments of a call.
      { before: /(^|\n)[^"\n]*("[^"\n]*"[^"\n]*)*"[^"\n]*$/, behind: /^/, by: "@" },
      { before: /[=:?([+\-*/<>&|!]\s*$/, behind: /^/, by: "@" },
      { before: /,\s*$/, behind: /^\s*([\])]|,?\s*("[^"]*"|[\w$.]+)\s*[,\])])/, by: "@" },
      { before: /^/, behind: /^/, by: ENTRIES },
    ],
    contexts: [
      { before: `${LETTER} = `, after: "", when: /^\s*([{"[(\d]|<<)/ },
      { before: "", after: "" },
      { before: `${LETTER} = `, after: "" },
    ],
  },
  scoping: { blocks: false, hoisted: [], assignmentDeclares: false, classScopeHidden: false },
  comments: { line: "#", block: ["/*", "*/"] },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: false,
  folding: {
    locals: false,
    concat: [],
    integers: true,
    joinsNumbers: true,
    repeats: false,
    looseLiterals: true,
    declaredValues,
  },
  separator: ".",
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
