// JavaScript, JSX included. TypeScript builds on these shapes.
import { Kind, Role } from "../../tree/kinds";
import type { Language } from "../language";
import {
  type Children,
  custom,
  decorator,
  drop,
  flatten,
  type Lower,
  leaf,
  node,
  type Shapes,
  unwrap,
} from "../lowering";
import {
  arrow,
  assignmentPattern,
  attribute,
  augmented,
  call,
  declaration,
  defaultImport,
  element,
  exported,
  forIn,
  functionParts,
  importStatement,
  isFunction,
  markupCode,
  markupText,
  namespace,
  pair,
  parameters,
  parenthesized,
  quoted,
  regex,
  shorthand,
  shorthandDefault,
  specifier,
  target,
  template,
} from "./lower";

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

const methodChildren: Children = { ...fieldChildren, omit: "value" };

/** A field; where its value is a function, a method. */
export const field: Lower = (to, row, role) => {
  const value = to.field(row, "value");
  const opened = to.open(isFunction(to, value) ? Kind.Function : Kind.Field, role, row);
  if (isFunction(to, value)) {
    to.lowerChildren(row, methodChildren, opened);
    functionParts(to, value);
  } else to.lowerChildren(row, fieldChildren, opened);
  to.close(opened);
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
  import_statement: custom(importStatement),
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
  function_expression: node(Kind.Lambda, { ...functionChildren, is: "function" }),
  generator_function: node(Kind.Lambda, { ...functionChildren, is: "function" }),
  arrow_function: custom(arrow),
  formal_parameters: custom(parameters),
  class_declaration: node(Kind.Class, classChildren),
  class: node(Kind.Class, classChildren),
  class_heritage: flatten(Role.Parent),
  class_body: flatten(Role.Member),
  class_static_block: unwrap,
  field_definition: custom(field),
  decorator: custom(decorator("call_expression")),

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
    fields: { constructor: Role.Callee, arguments: Role.Argument },
    // `new Map<string, A>()` is `new Map()` to a matcher, though a call keeps what it is given.
    omit: "type_arguments",
  }),
  member_expression: node(Kind.Member, {
    fields: { object: Role.Object, property: Role.Property },
    variant: "optional_chain",
  }),
  // `a?.[b]` is `a[b]`, as in Semgrep.
  subscript_expression: node(Kind.Index, { fields: { object: Role.Object, index: Role.Index } }),
  optional_chain: drop,
  parenthesized_expression: custom(parenthesized),
  assignment_expression: node(Kind.Assign, { fields: { left: Role.Target, right: Role.Value } }),
  assignment_pattern: custom(assignmentPattern),
  augmented_assignment_expression: custom(augmented),
  binary_expression: node(Kind.Binary, { fields: { left: Role.Left, right: Role.Right }, variant: "operator" }),
  unary_expression: node(Kind.Unary, { fields: { argument: Role.Operand }, variant: "operator" }),
  update_expression: node(Kind.Update, { fields: { argument: Role.Operand }, variant: "operator", prefixed: true }),
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
  jsx_expression: custom(markupCode),
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
  lowersLocally: true,
  pattern: {
    letter: "ꓘ",
    spread: true,
    looseModifiers: ["var"],
    looseLoops: true,
    loneDecorators: false,
    heads: [Kind.Function, Kind.Class],
    ellipses: ["@;", "case @:", "@() {}", "@;;", "{@}"],
    rewrites: [
      [/\bfor\s*\(\s*\.\.\.\s*\)/g, "for (...;;)"],
      [/(\bfrom\s+|\bimport\s+)(\$[A-Z_][A-Z0-9_]*)(?=\s*(;|\n|$))/g, '$1"$2"'],
      [/(?<=<[\w$.-]+(?:\s[^<>]*)?\s[\w$-]+=)(\$[A-Z_][A-Z0-9_]*|\.\.\.)(?=[\s/>])/g, "{$1}"],
    ],
    // Types: what a pattern gives one, code without types has not.
    nowhere: [
      /[$\w}\])]\??\s*:\s*[$\w{[(]/,
      /\bas\s+[$\w]/,
      /[$\w]<[$\w,\s.]+>\s*\(/,
      /\b(?:interface|enum|declare|abstract|readonly|private|public|protected|implements)\s/,
    ],
    contexts: [
      { before: "ꓘ = ", after: "", when: /^\s*(\{|function\b\s*\*?\s*\(|class\b\s*\{)/ },
      { before: "({", after: "\n})", when: /^\s*([\w$]+|"[^"]*"|'[^']*'|\[.*\])\s*:/ },
      { before: "class ꓘC {\n", after: "\nꓘm() {} }", when: /^\s*@/ },
      // Headers alone: without a body TypeScript would declare a function.
      { before: "", after: " { ꓘꓘꓘ }", when: /^\s*((export|default|async)\s+)*function\b[^{}]*\)\s*$/ },
      { before: "", after: " ꓘꓘꓘ", when: /^\s*if\s*\([^{}]*\)\s*$/ },
      { before: "try { ꓘꓘꓘ }", after: "", when: /^\s*(catch|finally)\b/ },
      { before: "", after: "" },
      { before: "ꓘ = ", after: "" },
      { before: "async function* ꓘf() {", after: "\n}" },
      { before: "class ꓘC {", after: "\n}" },
      { before: "class ꓘC {", completion: " { ꓘꓘꓘ }", after: "\n}" },
      { before: "", after: " { ꓘꓘꓘ }" },
      { before: "", after: " ꓘꓘꓘ" },
      { before: "", after: " catch { ꓘꓘꓘ }" },
      { before: "switch (ꓘꓘꓘ) {", after: "\n}" },
      { before: "({", after: "\n})" },
    ],
    // A function in an object is a method to Semgrep, and a field alone none.
    never: [/^\s*(?:[\w$]+|"[^"]*"|'[^']*')\s*:\s*(?:async\s+)?(?:function\b|\([^()]*\)\s*=>|[\w$]+\s*=>)/],
    typed: ["name-first"],
  },
  scoping: {
    partsAreSpelt: [Kind.Object, Kind.Pair, Kind.Array, Kind.Spread],
    functionsAreVariables: true,
    blocks: true,
    hoisted: ["var"],
    assignmentDeclares: false,
    classScopeHidden: false,
    implicitGlobals: true,
  },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["comment", "html_comment"],
  looseChildren: true,
  destructuringAssigns: true,
  constantModifiers: ["const"],
  moduleConstants: true,
  folding: {
    locals: true,
    inOrder: true,
    receiver: "this",
    concat: ["+"],
    integers: false,
    joinsNumbers: true,
    repeats: false,
  },
  requireCall: "require",
  // An import keeps the base name of its path, as in Semgrep; Node's own modules are the same with and without their scheme.
  moduleName: (path, fromRequire) => {
    const bare = path.replace(/^node:/, "");
    return fromRequire ? bare : bare.replace(/^.*\//, "").replace(/\.\w+$/, "");
  },
  separator: ".",
  flow: { receivers: ["this"], closures: true, fieldKeys: true, fallsThrough: true, offers: "unhidden" },
  loneCases: true,
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
  fixPrinting: { members: false, keywordsLast: false },
};
