// JavaScript, JSX included. TypeScript builds on these shapes.
import { Kind, Role } from "../tree/kinds";
import type { Language } from "./language";
import {
  type Children,
  custom,
  drop,
  flatten,
  type Lower,
  type Lowerer,
  leaf,
  node,
  type Shapes,
  unwrap,
} from "./lowering";

/** A declared name is not an expression: it lowers to a Name; anything else (a destructuring) by its shape. */
export function target(to: Lowerer, row: number, role: Role): void {
  if (row < 0) return;
  if (to.kindName(row) === "identifier") to.leaf(Kind.Name, role, row);
  else to.lowerAs(row, role);
}

/** `const a = 1, b = 2`: one Variable each, from the keyword to the end of its declarator. */
const declaration: Lower = (to, row, role) => {
  const keyword = to.children(row)[0]!;
  const outside = to.before;
  for (const declarator of to.namedChildren(row)) {
    to.before = outside;
    const variable = to.open(Kind.Variable, role, row, 0, to.table.start[row]!, to.table.end[declarator]!);
    to.takeBefore(variable);
    to.leaf(Kind.Modifier, Role.Modifier, keyword);
    target(to, to.field(declarator, "name"), Role.Target);
    to.lowerAs(to.field(declarator, "type"), Role.Type);
    to.lowerAs(to.field(declarator, "value"), Role.Init);
    to.close(variable);
  }
};

const assignmentPattern: Lower = (to, row, role) => {
  const assign = to.open(Kind.Assign, role, row);
  target(to, to.field(row, "left"), Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(assign);
};

/** A parameter of `formal_parameters`: a name, a pattern, one with a default, or a rest. */
function parameter(to: Lowerer, row: number): void {
  const kind = to.kindName(row);
  if (kind === "required_parameter" || kind === "optional_parameter") return to.lowerAs(row, Role.Parameter);
  const opened = to.open(Kind.Parameter, Role.Parameter, row);
  if (kind === "assignment_pattern") {
    target(to, to.field(row, "left"), Role.Target);
    to.lowerAs(to.field(row, "right"), Role.Default);
  } else if (kind === "rest_pattern") {
    to.builder.setAtom(opened, to.intern("..."));
    for (const child of to.namedChildren(row)) target(to, child, Role.Target);
  } else target(to, row, Role.Target);
  to.close(opened);
}

export const parameters: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) parameter(to, child);
};

/** Arrow functions; a body that is an expression begins at the `=>`, as a statement of its own. */
const arrow: Lower = (to, row, role) => {
  const lambda = to.open(Kind.Lambda, role, row);
  const async = to.childOfKind(row, "async");
  if (async >= 0) to.leaf(Kind.Modifier, Role.Modifier, async);
  const single = to.field(row, "parameter");
  if (single >= 0) parameter(to, single);
  to.lowerAs(to.field(row, "type_parameters"), Role.TypeParameter);
  to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  to.lowerAs(to.field(row, "return_type"), Role.ReturnType);
  const body = to.field(row, "body");
  if (body >= 0 && to.kindName(body) === "statement_block") to.lowerAs(body, Role.Body);
  else if (body >= 0) {
    const sign = to.childOfKind(row, "=>");
    const implicit = to.open(Kind.ImplicitReturn, Role.Body, body, 0, to.table.start[sign >= 0 ? sign : body]!);
    to.lowerAs(body, Role.Value);
    to.close(implicit);
  }
  to.close(lambda);
};

/** The content between the quotes, as written. */
export const quoted: Lower = (to, row, role) => {
  const start = to.table.start[row]!;
  const end = to.table.end[row]!;
  to.leaf(Kind.String, role, row, to.intern(to.text.slice(start + 1, Math.max(start + 1, end - 1))));
};

/** Text between substitutions is one StringPart each; empty ones are left out. */
const template: Lower = (to, row, role) => {
  const opened = to.open(Kind.Template, role, row);
  let from = to.table.start[row]! + 1;
  const part = (until: number): void => {
    if (until > from) to.leaf(Kind.StringPart, Role.Part, row, to.intern(to.text.slice(from, until)), from, until);
  };
  for (const child of to.children(row)) {
    if (to.kindName(child) !== "template_substitution") continue;
    part(to.table.start[child]!);
    to.lowerAll(child, Role.Part);
    from = to.table.end[child]!;
  }
  part(to.table.end[row]! - 1);
  to.close(opened);
};

const regex: Lower = (to, row, role) => {
  const pattern = to.field(row, "pattern");
  const opened = to.open(Kind.Regex, role, row, pattern < 0 ? 0 : to.atomOf(pattern));
  const flags = to.field(row, "flags");
  if (flags >= 0) to.leaf(Kind.Name, Role.Flags, flags);
  to.close(opened);
};

/** `x += e` is `x = x + e`. */
const augmented: Lower = (to, row, role) => {
  const left = to.field(row, "left");
  const operator = to.field(row, "operator");
  const assign = to.open(Kind.Assign, role, row);
  to.lowerAs(left, Role.Target);
  const binary = to.open(Kind.Binary, Role.Value, row, to.intern(to.textOf(operator).slice(0, -1)));
  to.lowerAs(left, Role.Left);
  to.lowerAs(to.field(row, "right"), Role.Right);
  to.close(binary);
  to.close(assign);
};

const call: Lower = (to, row, role) => {
  const argument = to.field(row, "arguments");
  if (argument >= 0 && to.kindName(argument) === "template_string") {
    const tagged = to.open(Kind.TaggedTemplate, role, row);
    to.lowerAs(to.field(row, "function"), Role.Callee);
    to.lowerAs(argument, Role.Value);
    to.close(tagged);
    return;
  }
  const opened = to.open(Kind.Call, role, row);
  to.lowerChildren(row, callee, opened);
  to.close(opened);
};
const callee: Children = {
  fields: { function: Role.Callee, type_arguments: Role.TypeArgument, arguments: Role.Argument },
};

/** `{a}` is `{a: a}`; of a destructuring the second is the declared name. */
const shorthand =
  (value: Kind): Lower =>
  (to, row, role) => {
    const pair = to.open(Kind.Pair, role, row);
    to.leaf(Kind.Name, Role.Key, row);
    to.leaf(value, Role.Value, row);
    to.close(pair);
  };

/** `{a = 1}` in a destructuring. */
const shorthandDefault: Lower = (to, row, role) => {
  const left = to.field(row, "left");
  const pair = to.open(Kind.Pair, role, row);
  to.leaf(Kind.Name, Role.Key, left);
  const assign = to.open(Kind.Assign, Role.Value, row);
  to.leaf(Kind.Name, Role.Target, left);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(assign);
  to.close(pair);
};

const pair =
  (value: (to: Lowerer, row: number, role: Role) => void): Lower =>
  (to, row, role) => {
    const key = to.field(row, "key");
    const computed = key >= 0 && to.kindName(key) === "computed_property_name";
    const opened = to.open(Kind.Pair, role, row, computed ? to.intern("computed") : 0);
    to.lowerAs(key, Role.Key);
    value(to, to.field(row, "value"), Role.Value);
    to.close(opened);
  };

const forIn: Lower = (to, row, role) => {
  const operator = to.field(row, "operator");
  const loop = to.open(Kind.ForEach, role, row, operator < 0 ? 0 : to.atomOf(operator));
  const keyword = to.field(row, "kind");
  if (keyword >= 0) to.leaf(Kind.Modifier, Role.Modifier, keyword);
  const left = to.field(row, "left");
  if (keyword >= 0) target(to, left, Role.Target);
  else to.lowerAs(left, Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Iterable);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(loop);
};

/** The definition that is exported takes `export` as a modifier; other exports are rows of their own. */
const exported: Lower = (to, row, role) => {
  const definition = to.field(row, "declaration");
  if (definition >= 0) {
    for (const child of to.children(row)) {
      const kind = to.kindName(child);
      if (kind === "export" || kind === "default") to.before.push({ row: child, role: Role.Modifier });
      else if (kind === "decorator") to.before.push({ row: child, role: Role.Decorator });
    }
    to.lowerAs(definition, role);
    to.before = [];
    return;
  }
  const opened = to.open(Kind.Export, role, row);
  to.lowerChildren(row, exports, opened);
  to.close(opened);
};
const exports: Children = {
  fields: { value: Role.Value, source: Role.Module },
  rest: Role.Specifier,
  variant: ["default"],
};

const defaultImport: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "identifier") {
      const specifier = to.open(Kind.ImportSpecifier, Role.Specifier, child, to.intern("default"));
      to.leaf(Kind.Name, Role.Name, child);
      to.close(specifier);
    } else to.lowerAs(child, role);
  }
};

export const namespace: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) to.leaf(Kind.Name, Role.Alias, child);
};

const specifier: Lower = (to, row, role) => {
  const opened = to.open(Kind.ImportSpecifier, role, row);
  const name = to.field(row, "name");
  if (name >= 0) to.leaf(Kind.Name, Role.Name, name);
  const alias = to.field(row, "alias");
  if (alias >= 0) to.leaf(Kind.Name, Role.Alias, alias);
  to.close(opened);
};

/** Parentheses widen what they hold, but for those that belong to a statement: `if (a)`. */
const parenthesized: Lower = (to, row, role) => {
  const ofStatement = (role === Role.Condition && to.builder.openKind !== Kind.Conditional) || role === Role.Subject;
  const inner = to.builder.rows;
  to.lowerAll(row, role);
  if (!ofStatement && to.builder.rows > inner) to.builder.setRange(inner, to.table.start[row]!, to.table.end[row]!);
};

/** `<a b={c}>text</a>` and `<a/>` are one kind; the closing tag says nothing. */
const element: Lower = (to, row, role) => {
  const opened = to.open(Kind.Element, role, row);
  const tag = to.kindName(row) === "jsx_element" ? to.field(row, "open_tag") : row;
  if (tag >= 0) {
    to.lowerAs(to.field(tag, "name"), Role.Name);
    for (const attribute of to.fieldAll(tag, "attribute")) to.lowerAs(attribute, Role.Attribute);
  }
  if (tag !== row) {
    for (const child of to.namedChildren(row)) {
      const kind = to.kindName(child);
      if (kind !== "jsx_opening_element" && kind !== "jsx_closing_element") to.lowerAs(child, Role.Child);
    }
  }
  to.close(opened);
};

const attribute: Lower = (to, row, role) => {
  const opened = to.open(Kind.Attribute, role, row);
  const [name, value] = to.namedChildren(row);
  if (name !== undefined) to.leaf(Kind.Name, Role.Name, name);
  if (value !== undefined) to.lowerAs(value, Role.Value);
  to.close(opened);
};

const markupText: Lower = (to, row, role) => {
  if (to.textOf(row).trim() !== "") to.leaf(Kind.MarkupText, role, row, to.intern(to.textOf(row).trim()));
};

const functionChildren: Children = {
  fields: {
    name: Role.Name,
    parameters: Role.Parameter,
    type_parameters: Role.TypeParameter,
    return_type: Role.ReturnType,
    body: Role.Body,
    decorator: Role.Decorator,
  },
  kinds: {
    async: Role.Modifier,
    "*": Role.Modifier,
    static: Role.Modifier,
    get: Role.Modifier,
    set: Role.Modifier,
    abstract: Role.Modifier,
    readonly: Role.Modifier,
    declare: Role.Modifier,
    accessibility_modifier: Role.Modifier,
    override_modifier: Role.Modifier,
  },
  definition: true,
};

const definedName: Lower = (to, row, role) => to.leaf(role === Role.Name ? Kind.Name : Kind.Identifier, role, row);

export const classChildren: Children = {
  fields: { name: Role.Name, body: Role.Member, decorator: Role.Decorator, type_parameters: Role.TypeParameter },
  kinds: { class_heritage: Role.Parent, abstract: Role.Modifier },
  is: "class",
  definition: true,
};

export const fieldChildren: Children = {
  ...functionChildren,
  fields: {
    property: Role.Name,
    name: Role.Name,
    value: Role.Init,
    type: Role.Type,
    decorator: Role.Decorator,
  },
};

export const functionShape = node(Kind.Function, functionChildren);

export const shapes: Shapes = {
  program: node(Kind.Program, { rest: Role.Statement }),
  statement_block: node(Kind.Block, { rest: Role.Statement }),
  hash_bang_line: drop,
  comment: drop,
  html_comment: drop,
  expression_statement: node(Kind.ExpressionStatement, { rest: Role.Value }),
  empty_statement: leaf(Kind.Empty),
  lexical_declaration: custom(declaration),
  variable_declaration: custom(declaration),
  using_declaration: custom(declaration),
  if_statement: node(Kind.If, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  else_clause: unwrap,
  while_statement: node(Kind.While, { fields: { condition: Role.Condition, body: Role.Body } }),
  do_statement: node(Kind.DoWhile, { fields: { condition: Role.Condition, body: Role.Body } }),
  for_statement: node(Kind.For, {
    fields: { initializer: Role.Init, condition: Role.Condition, increment: Role.Update, body: Role.Body },
  }),
  for_in_statement: custom(forIn),
  switch_statement: node(Kind.Switch, { fields: { value: Role.Subject, body: Role.Case } }),
  switch_body: flatten(Role.Case),
  switch_case: node(Kind.Case, { fields: { value: Role.Test, body: Role.Statement } }),
  switch_default: node(Kind.Case, { fields: { body: Role.Statement } }),
  try_statement: node(Kind.Try, { fields: { body: Role.Body, handler: Role.Catch, finalizer: Role.Finally } }),
  catch_clause: custom((to, row, role) => {
    const opened = to.open(Kind.Catch, role, row);
    target(to, to.field(row, "parameter"), Role.Target);
    to.lowerAs(to.field(row, "type"), Role.Type);
    to.lowerAs(to.field(row, "body"), Role.Body);
    to.close(opened);
  }),
  finally_clause: node(Kind.Finally, { fields: { body: Role.Body } }),
  with_statement: node(Kind.With, { fields: { object: Role.Item, body: Role.Body } }),
  return_statement: node(Kind.Return, { rest: Role.Value }),
  throw_statement: node(Kind.Throw, { rest: Role.Value }),
  break_statement: node(Kind.Break, { fields: { label: Role.Name } }),
  continue_statement: node(Kind.Continue, { fields: { label: Role.Name } }),
  labeled_statement: node(Kind.Label, { fields: { label: Role.Name, body: Role.Body } }),
  import_statement: node(Kind.Import, { fields: { source: Role.Module }, rest: Role.Specifier, is: "import" }),
  import_clause: custom(defaultImport),
  named_imports: flatten(Role.Specifier),
  namespace_import: custom(namespace),
  import_specifier: custom(specifier),
  export_statement: custom(exported),
  export_clause: flatten(Role.Specifier),
  export_specifier: custom(specifier),

  function_declaration: functionShape,
  generator_function_declaration: functionShape,
  method_definition: functionShape,
  function_expression: node(Kind.Lambda, functionChildren),
  generator_function: node(Kind.Lambda, functionChildren),
  arrow_function: custom(arrow),
  formal_parameters: custom(parameters),
  class_declaration: node(Kind.Class, classChildren),
  class: node(Kind.Class, classChildren),
  class_heritage: flatten(Role.Parent),
  class_body: flatten(Role.Member),
  class_static_block: unwrap,
  field_definition: node(Kind.Field, fieldChildren),
  decorator: node(Kind.Decorator, { rest: Role.Value }),

  identifier: custom(definedName),
  property_identifier: leaf(Kind.Name),
  private_property_identifier: leaf(Kind.Name),
  statement_identifier: leaf(Kind.Name),
  this: leaf(Kind.Identifier),
  super: leaf(Kind.Identifier),
  import: leaf(Kind.Identifier),
  undefined: leaf(Kind.Null),
  null: leaf(Kind.Null),
  true: leaf(Kind.Boolean),
  false: leaf(Kind.Boolean),
  number: leaf(Kind.Number),
  string: custom(quoted),
  template_string: custom(template),
  regex: custom(regex),
  call_expression: custom(call),
  arguments: flatten(Role.Argument),
  new_expression: node(Kind.New, {
    fields: { constructor: Role.Callee, type_arguments: Role.TypeArgument, arguments: Role.Argument },
  }),
  member_expression: node(Kind.Member, {
    fields: { object: Role.Object, property: Role.Property },
    variant: "optional_chain",
  }),
  subscript_expression: node(Kind.Index, {
    fields: { object: Role.Object, index: Role.Index },
    variant: "optional_chain",
  }),
  optional_chain: drop,
  parenthesized_expression: custom(parenthesized),
  assignment_expression: node(Kind.Assign, { fields: { left: Role.Target, right: Role.Value } }),
  assignment_pattern: custom(assignmentPattern),
  augmented_assignment_expression: custom(augmented),
  binary_expression: node(Kind.Binary, { fields: { left: Role.Left, right: Role.Right }, variant: "operator" }),
  unary_expression: node(Kind.Unary, { fields: { argument: Role.Operand }, variant: "operator" }),
  update_expression: node(Kind.Update, { fields: { argument: Role.Operand }, variant: "operator" }),
  ternary_expression: node(Kind.Conditional, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  sequence_expression: node(Kind.Sequence, { rest: Role.Element }),
  await_expression: node(Kind.Await, { rest: Role.Value }),
  yield_expression: node(Kind.Yield, { rest: Role.Value }),
  spread_element: node(Kind.Spread, { rest: Role.Value, is: "..." }),
  rest_pattern: node(Kind.Spread, { rest: Role.Value, is: "..." }),
  array: node(Kind.Array, { rest: Role.Element }),
  array_pattern: node(Kind.Array, { rest: Role.Element }),
  object: node(Kind.Object, { rest: Role.Element }),
  object_pattern: node(Kind.Object, { rest: Role.Element }),
  pair: custom(pair((to, row, role) => to.lowerAs(row, role))),
  pair_pattern: custom(pair(target)),
  shorthand_property_identifier: custom(shorthand(Kind.Identifier)),
  shorthand_property_identifier_pattern: custom(shorthand(Kind.Name)),
  object_assignment_pattern: custom(shorthandDefault),
  computed_property_name: unwrap,

  jsx_element: custom(element),
  jsx_self_closing_element: custom(element),
  jsx_attribute: custom(attribute),
  jsx_expression: unwrap,
  jsx_text: custom(markupText),
  html_character_reference: leaf(Kind.MarkupText),
};

export const javascript: Language = {
  id: "javascript",
  aliases: ["js", "javascriptreact"],
  extensions: [".js", ".jsx", ".cjs", ".mjs"],
  interpreters: ["node", "nodejs", "bun"],
  grammar: "javascript",
  shapes,
  pattern: {
    letter: "ꓘ",
    spread: true,
    ellipses: ["@;", "case @:", "@() {}", "@;;", "{@}"],
    contexts: [
      { before: "ꓘ = ", after: "", when: /^\s*(\{|function\b\s*\*?\s*\(|class\b\s*\{)/ },
      { before: "({", after: "\n})", when: /^\s*([\w$]+|"[^"]*"|'[^']*'|\[.*\])\s*:/ },
      { before: "try { ꓘꓘꓘ }", after: "", when: /^\s*(catch|finally)\b/ },
      { before: "", after: "" },
      { before: "ꓘ = ", after: "" },
      { before: "async function* ꓘf() {", after: "\n}" },
      { before: "class ꓘC {", after: "\n}" },
      { before: "", after: " { ꓘꓘꓘ }" },
      { before: "", after: " ꓘꓘꓘ" },
      { before: "", after: " catch { ꓘꓘꓘ }" },
      { before: "switch (ꓘꓘꓘ) {", after: "\n}" },
      { before: "({", after: "\n})" },
    ],
  },
  scoping: {
    blocks: true,
    hoisted: ["var"],
    assignmentDeclares: false,
    classScopeHidden: false,
    implicitGlobals: true,
  },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["comment", "html_comment"],
  constantModifiers: ["const"],
  moduleConstants: true,
  folding: { locals: true, receiver: "this", concat: ["+"], integers: false, joinsNumbers: true, repeats: false },
  requireCall: "require",
  // An import keeps the base name of its path, as in Semgrep; Node's own modules are the same with and without their scheme.
  moduleName: (path, fromRequire) => {
    const bare = path.replace(/^node:/, "");
    return fromRequire ? bare : bare.replace(/^.*\//, "").replace(/\.\w+$/, "");
  },
  separator: ".",
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
