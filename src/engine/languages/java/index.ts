// Java, by tree-sitter-java: what becomes of each of the grammar's named kinds, and how patterns are made to parse.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Language } from "../language";
import { type Children, custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import * as expressions from "./expressions";
import * as lower from "./lower";

const definition: Children = {
  fields: {
    name: Role.Name,
    type_parameters: Role.TypeParameter,
    parameters: Role.Parameter,
    type: Role.ReturnType,
    body: Role.Body,
  },
};

/** @param own a token that tells what other patterns match too: an enum is a class, `@interface` an interface */
const classLike = (keyword: string, own = "") =>
  node(Kind.Class, {
    fields: {
      name: Role.Name,
      type_parameters: Role.TypeParameter,
      parameters: Role.Parameter,
      superclass: Role.Parent,
      interfaces: Role.Implements,
      body: Role.Member,
    },
    kinds: { extends_interfaces: Role.Parent, ...(own !== "" && { [own]: Role.Modifier }) },
    is: keyword,
  });

const binary = node(Kind.Binary, { fields: { left: Role.Left, right: Role.Right }, variant: "operator" });
const number = leaf(Kind.Number);

const statements: Shapes = {
  program: node(Kind.Program, { rest: Role.Statement }),
  package_declaration: custom(lower.packageDeclaration),
  import_declaration: custom(lower.importDeclaration),
  block: custom(lower.block),
  constructor_body: node(Kind.Block, { rest: Role.Statement }),
  expression_statement: node(Kind.ExpressionStatement, { rest: Role.Value }),
  explicit_constructor_invocation: custom(expressions.constructorCall),
  local_variable_declaration: custom(lower.declaration(Kind.Variable)),
  labeled_statement: custom((to, row, role) => {
    const opened = to.open(Kind.Label, role, row);
    const [label, body] = to.namedChildren(row);
    lower.name(to, label ?? -1, Role.Name);
    to.lowerAs(body ?? -1, Role.Body);
    to.close(opened);
  }),
  if_statement: node(Kind.If, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  while_statement: node(Kind.While, { fields: { condition: Role.Condition, body: Role.Body } }),
  do_statement: lower.unended(Kind.DoWhile, { fields: { condition: Role.Condition, body: Role.Body } }),
  for_statement: node(Kind.For, {
    fields: { init: Role.Init, condition: Role.Condition, update: Role.Update, body: Role.Body },
  }),
  enhanced_for_statement: custom(lower.forEach),
  switch_expression: custom(lower.switchOver),
  switch_block: flatten(Role.Case),
  switch_block_statement_group: custom(lower.caseGroup),
  switch_rule: custom(lower.caseGroup),
  yield_statement: lower.unended(Kind.Return, { rest: Role.Value, is: "yield" }),
  synchronized_statement: node(kindOf("synchronized"), {
    fields: { body: Role.Body },
    kinds: { parenthesized_expression: Role.Value },
  }),
  try_statement: node(Kind.Try, {
    fields: { body: Role.Body },
    kinds: { catch_clause: Role.Catch, finally_clause: Role.Finally },
  }),
  try_with_resources_statement: custom(lower.tryWithResources),
  resource_specification: flatten(),
  resource: custom(lower.resource),
  catch_clause: custom(lower.catchClause),
  finally_clause: node(Kind.Finally, { rest: Role.Body }),
  return_statement: lower.unended(Kind.Return, { rest: Role.Value }),
  throw_statement: lower.unended(Kind.Throw, { rest: Role.Value }),
  break_statement: lower.unended(Kind.Break, { rest: Role.Name }),
  continue_statement: lower.unended(Kind.Continue, { rest: Role.Name }),
  assert_statement: lower.unended(Kind.Assert, { rest: Role.Value }),
};

const definitions: Shapes = {
  modifiers: custom(lower.modifiers),
  marker_annotation: custom(lower.annotation),
  annotation: custom(lower.annotation),
  annotation_argument_list: flatten(),
  element_value_pair: node(Kind.Argument, { fields: { key: Role.Name, value: Role.Value } }),
  element_value_array_initializer: node(Kind.Array, { rest: Role.Element }),

  class_declaration: classLike("class"),
  record_declaration: classLike("record"),
  interface_declaration: classLike("interface"),
  enum_declaration: classLike("class", "enum"),
  annotation_type_declaration: classLike("interface", "@interface"),
  class_body: flatten(),
  interface_body: flatten(),
  annotation_type_body: flatten(),
  enum_body: flatten(),
  enum_body_declarations: flatten(),
  enum_constant: node(Kind.Field, { fields: { name: Role.Name, arguments: Role.Argument, body: Role.Member } }),
  superclass: flatten(),
  super_interfaces: flatten(),
  extends_interfaces: flatten(),
  type_list: flatten(),
  permits: drop,
  // What a module says of itself is not read, as in Semgrep.
  module_declaration: drop,
  field_declaration: custom(lower.declaration(Kind.Field)),
  constant_declaration: custom(lower.declaration(Kind.Field)),
  method_declaration: node(Kind.Function, definition),
  annotation_type_element_declaration: node(Kind.Function, definition),
  constructor_declaration: node(Kind.Function, definition),
  compact_constructor_declaration: node(Kind.Function, definition),
  static_initializer: custom(lower.staticBlock),
  throws: custom(lower.throws),
  formal_parameters: flatten(),
  formal_parameter: custom(lower.formalParameter),
  spread_parameter: custom(lower.spreadParameter),
  receiver_parameter: drop,
  inferred_parameters: custom(expressions.inferredParameters),
};

const types: Shapes = {
  type_identifier: custom(lower.identifier),
  integral_type: leaf(Kind.Identifier),
  floating_point_type: leaf(Kind.Identifier),
  boolean_type: leaf(Kind.Identifier),
  void_type: leaf(Kind.Identifier),
  scoped_type_identifier: custom(expressions.scopedType),
  generic_type: custom(expressions.genericType),
  type_arguments: flatten(),
  array_type: custom(expressions.arrayType),
  annotated_type: unwrap,
  type_parameters: flatten(),
  type_parameter: custom(expressions.typeParameter),
};

const expressionShapes: Shapes = {
  line_comment: drop,
  block_comment: drop,
  identifier: custom(lower.identifier),
  underscore_pattern: leaf(Kind.Identifier),
  this: leaf(Kind.Identifier),
  super: leaf(Kind.Identifier),
  scoped_identifier: node(Kind.Member, { fields: { scope: Role.Object, name: Role.Property } }),
  field_access: custom(expressions.fieldAccess),
  array_access: node(Kind.Index, { fields: { array: Role.Object, index: Role.Index } }),
  method_invocation: custom(expressions.invocation),
  argument_list: flatten(),
  object_creation_expression: custom(expressions.creation),
  array_creation_expression: custom(expressions.arrayCreation),
  array_initializer: node(Kind.Array, { rest: Role.Element }),
  method_reference: custom(expressions.methodReference),
  lambda_expression: custom(expressions.lambda),
  parenthesized_expression: unwrap,
  assignment_expression: custom(expressions.assignment),
  binary_expression: binary,
  instanceof_expression: custom(expressions.instanceOf),
  unary_expression: node(Kind.Unary, { fields: { operand: Role.Operand }, variant: "operator" }),
  update_expression: custom(expressions.update),
  ternary_expression: node(Kind.Conditional, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  cast_expression: node(Kind.Cast, { fields: { type: Role.Type, value: Role.Value }, is: "as" }),
  string_literal: custom(expressions.quoted),
  decimal_integer_literal: number,
  hex_integer_literal: number,
  octal_integer_literal: number,
  binary_integer_literal: number,
  decimal_floating_point_literal: number,
  hex_floating_point_literal: number,
  true: leaf(Kind.Boolean),
  false: leaf(Kind.Boolean),
  null_literal: leaf(Kind.Null),
};

/** Behind it a statement or a member may stand. */
const STATEMENT_START = /(?:^|[;}:\uA4D8]|\belse|\b(?:if|while|for)\s*\(.*\)|->\s*\{|[\w$)>]\s*\{)\s*$/s;
/** Words before a name and parentheses that are no type: what stands between the parentheses are arguments. */
const PARAMETERS =
  /(?<!\b(?:new|return|throw|else|assert|yield|case|do|instanceof)\s*)[\s>\]][\w$\uA4D8]+\s*\((?:[^()]|\([^()]*\))*$/;
/** A metavariable alone in the parameters of a method that has a body. */
const BARE_PARAMETER =
  /(?<=(?<!\bnew\s+)(?<=[\w>\]]\s+)[\w$]+\s*\((?:[^()]*,)?\s*)(\$[A-Z_][A-Z0-9_]*)(?=\s*(?:,[^()]*)?\)\s*(?:throws[^{]*)?\{)/g;

export const java: Language = {
  id: "java",
  aliases: [],
  extensions: [".java"],
  interpreters: [],
  grammar: "java",
  shapes: { ...statements, ...definitions, ...types, ...expressionShapes },
  pattern: {
    letter: "ꓘ",
    spread: false,
    varargs: true,
    heads: [Kind.Function],
    looseModifiers: [],
    // A parameter of any type is written as a name alone; annotations of one say nothing.
    rewrites: [
      [/@[\w.$]+(?:\([^()]*\))?\s+(?=\$[A-Z_][A-Z0-9_]*\s*[,)])/g, ""],
      [BARE_PARAMETER, "$1 $1"],
    ],
    ellipses: ["@ @;", "@ @", "@;", "@=@", "case @:", "@;;"],
    places: [
      // (`...` itself is `ꓘꓘꓘ` here.)
      { before: /\bcatch\s*\($/, behind: /^\s*\)/, by: "@ @" },
      { before: /\bfor\s*\($/, behind: /^\s*\)/, by: "@;;" },
      { before: /\bswitch\s*\([^{]*\{\s*$/, behind: /^/, by: "case @:" },
      { before: STATEMENT_START, behind: /^/, by: "@ @;" },
      { before: /\b(?:if|while|switch|try|synchronized)\s*\([^()]*$/, behind: /^/, by: "@" },
      { before: PARAMETERS, behind: /^[^{}]*\{/, by: "@ @" },
    ],
    contexts: [
      { before: "try { ꓘꓘꓘ(); } ", after: "", when: /^\s*(catch|finally)\b/ },
      { before: "", after: " catch (ꓘꓘꓘ ꓘꓘꓘ) { ꓘꓘꓘ ꓘꓘꓘ; }", when: /^(?!.*\b(?:catch|finally)\b)\s*try\s*\{/s },
      { before: "class ꓘC { ꓘC() {", after: ";} }", when: /^\s*(?:this|super)\s*\(/ },
      { before: "", after: "" },
      { before: "ꓘ = ", after: ";" },
      { before: "class ꓘC {", after: "\n}" },
      { before: "", after: " { ꓘꓘꓘ ꓘꓘꓘ; }" },
      { before: "switch (ꓘ) {", after: "\n}" },
      { before: "class ꓘC {", after: "\n void ꓘ; }" },
      { before: "class ꓘC { ", after: " {} }" },
      { before: "class ꓘC { ", completion: ";", after: "\n}" },
    ],
    never: [/^\s*catch\b/],
    functionsAsMembers: true,
    // A call and a block behind it.
    nowhere: [/^\s*\$[A-Z_][A-Z0-9_]*\((?:[^()]|\([^()]*\))*\)\s*\{/],
    typed: ["type-first"],
    typeContexts: [{ before: "final ", after: " ꓘ;" }],
  },
  scoping: {
    blocks: true,
    hoisted: [],
    assignmentDeclares: false,
    classScopeHidden: false,
    membersAreNames: true,
  },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["line_comment", "block_comment"],
  constantModifiers: ["final"],
  closedModifiers: ["private"],
  moduleConstants: false,
  folding: {
    locals: false,
    receiver: "this",
    concat: ["+"],
    integers: true,
    joinsNumbers: true,
    repeats: false,
    formats: ["String.format", "java.lang.String.format"],
  },
  types: {
    builtins: {
      integer: ["int", "long", "short", "Integer", "Long", "Short", "java.lang.Integer", "java.lang.Long"],
      float: ["float", "double", "Float", "Double", "java.lang.Float", "java.lang.Double"],
      string: ["String", "java.lang.String"],
      boolean: ["boolean", "Boolean", "java.lang.Boolean"],
      character: ["char", "Character", "java.lang.Character"],
      null: ["null"],
    },
    results: {
      equals: "boolean",
      isEmpty: "boolean",
      contains: "boolean",
      containsKey: "boolean",
      containsValue: "boolean",
      matches: "boolean",
      size: "integer",
      length: "integer",
      compareTo: "integer",
      compareToIgnoreCase: "integer",
      "Boolean.valueOf": "boolean",
      "Boolean.parseBoolean": "boolean",
      "Integer.valueOf": "integer",
      "Integer.parseInt": "integer",
      "Long.valueOf": "integer",
      "Long.parseLong": "integer",
    },
    inferred: ["var"],
    members: { length: "integer" },
    elementMethods: ["get"],
  },
  flow: {
    receivers: ["this"],
    accessors: true,
    fallsThrough: true,
    offers: "public",
    settings: {
      languages: ["properties"],
      file: /(?<![^/\\])[^/\\]+\.properties$/,
      bundles: { getBundle: ".properties" },
    },
  },
  loneCases: true,
  deepLambdas: true,
  separator: ".",
  accepts: [],
  patternsOf: [],
};
