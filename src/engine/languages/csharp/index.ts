// C#.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { COMMON_TYPES, type Language } from "../language";
import { type Children, custom, drop, flatten, leaf, node, type Shapes, token, unwrap } from "../lowering";
import * as definitions from "./definitions";
import * as expressions from "./expressions";
import * as names from "./names";
import * as statements from "./statements";

const resource = (is: string) =>
  node(Kind.With, { fields: { body: Role.Body }, kinds: { block: Role.Body }, rest: Role.Item, is });
const type = (is: string) => custom(names.type(is));
const clause = flatten(Role.Clause);

const statementShapes: Shapes = {
  compilation_unit: node(Kind.Program, { rest: Role.Statement }),
  comment: drop,
  shebang_directive: drop,
  preproc_region: drop,
  preproc_endregion: drop,
  preproc_line: drop,
  preproc_pragma: drop,
  preproc_nullable: drop,
  preproc_error: drop,
  preproc_warning: drop,
  preproc_define: drop,
  preproc_undef: drop,
  preproc_if: custom(statements.conditional),
  preproc_elif: custom(statements.conditional),
  preproc_else: custom(statements.conditional),
  preproc_if_in_attribute_list: custom(statements.conditional),
  extern_alias_directive: drop,
  global_statement: unwrap,
  using_directive: custom(definitions.using),
  namespace_declaration: custom(definitions.namespace),
  file_scoped_namespace_declaration: custom(definitions.namespace),
  global_attribute: node(kindOf("global attribute"), { kinds: { attribute: Role.Decorator } }),

  block: node(Kind.Block, { rest: Role.Statement }),
  expression_statement: node(Kind.ExpressionStatement, { rest: Role.Value }),
  empty_statement: leaf(Kind.Empty),
  local_declaration_statement: custom(statements.declaration(Kind.Variable)),
  variable_declaration: custom(statements.variables),
  if_statement: node(Kind.If, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  while_statement: node(Kind.While, { fields: { condition: Role.Condition, body: Role.Body } }),
  do_statement: node(Kind.DoWhile, { fields: { condition: Role.Condition, body: Role.Body } }),
  for_statement: node(Kind.For, {
    fields: { initializer: Role.Init, condition: Role.Condition, update: Role.Update, body: Role.Body },
  }),
  foreach_statement: custom(statements.forEach),
  switch_statement: node(Kind.Switch, { fields: { value: Role.Subject, body: Role.Case } }),
  switch_body: flatten(Role.Case),
  switch_section: custom(statements.section),
  try_statement: node(Kind.Try, {
    fields: { body: Role.Body },
    kinds: { catch_clause: Role.Catch, finally_clause: Role.Finally },
  }),
  catch_clause: node(Kind.Catch, { fields: { body: Role.Body } }),
  catch_declaration: custom((to, row) => {
    to.lowerAs(to.field(row, "type"), Role.Type);
    to.lowerAs(to.field(row, "name"), Role.Target);
  }),
  catch_filter_clause: flatten(Role.Condition),
  finally_clause: node(Kind.Finally, { rest: Role.Body }),
  using_statement: resource("using"),
  lock_statement: resource("lock"),
  fixed_statement: resource("fixed"),
  checked_statement: node(kindOf("checked"), { rest: Role.Body, variant: ["checked", "unchecked"] }),
  unsafe_statement: node(kindOf("unsafe"), { rest: Role.Body }),
  return_statement: node(Kind.Return, { rest: Role.Value }),
  throw_statement: node(Kind.Throw, { rest: Role.Value }),
  throw_expression: node(Kind.Throw, { rest: Role.Value }),
  break_statement: node(Kind.Break),
  continue_statement: node(Kind.Continue),
  goto_statement: node(kindOf("goto"), { rest: Role.Name }),
  labeled_statement: custom(statements.labelled),
  yield_statement: custom(statements.yields),
};

const typeChildren = (is: string): Children => ({
  fields: { name: Role.Name, body: Role.Member, type_parameters: Role.TypeParameter },
  kinds: {
    attribute_list: Role.Decorator,
    base_list: Role.Parent,
    parameter_list: Role.Parameter,
    type_parameter_list: Role.TypeParameter,
    modifier: Role.Modifier,
  },
  is,
  definition: true,
});
const definedType = (is: string) => custom(definitions.definition(Kind.Class, typeChildren(is)));

const definitionShapes: Shapes = {
  class_declaration: definedType("class"),
  // A structure is a class to rules.
  struct_declaration: definedType("class"),
  record_declaration: definedType("record"),
  interface_declaration: definedType("interface"),
  enum_declaration: definedType("enum"),
  enum_member_declaration_list: flatten(Role.Member),
  enum_member_declaration: custom(
    definitions.definition(Kind.Field, {
      fields: { name: Role.Name, value: Role.Init },
      kinds: { attribute_list: Role.Decorator },
    }),
  ),
  declaration_list: custom(definitions.declarations),
  base_list: custom(definitions.bases),
  primary_constructor_base_type: custom((to, row, role) => to.lowerAs(to.namedChildren(row)[0] ?? -1, role)),
  type_parameter_list: flatten(Role.TypeParameter),
  type_parameter: custom((to, row, role) => to.lowerAs(to.field(row, "name"), role)),
  type_parameter_constraints_clause: drop,
  modifier: custom(definitions.modifier),
  attribute_list: flatten(),
  attribute_target_specifier: drop,
  attribute: custom(definitions.attribute),
  attribute_argument_list: flatten(Role.Argument),
  attribute_argument: custom(expressions.argument),

  field_declaration: custom(statements.declaration(Kind.Field)),
  event_field_declaration: custom(statements.declaration(Kind.Field)),
  property_declaration: custom(definitions.property),
  indexer_declaration: custom(definitions.property),
  event_declaration: custom(definitions.property),
  method_declaration: custom(definitions.method),
  local_function_statement: custom(definitions.method),
  constructor_declaration: custom(definitions.method),
  constructor_initializer: custom(definitions.constructorInitializer),
  explicit_interface_specifier: drop,
  destructor_declaration: custom(definitions.method),
  operator_declaration: custom(definitions.method),
  conversion_operator_declaration: custom(definitions.method),
  delegate_declaration: custom(definitions.method),
  parameter_list: custom(definitions.parameters),
  bracketed_parameter_list: custom(definitions.parameters),
  parameter: custom(definitions.parameter),
  implicit_parameter: custom(definitions.parameter),
  arrow_expression_clause: custom(expressions.arrowBody),
};

const typeShapes: Shapes = {
  predefined_type: leaf(Kind.Identifier),
  // `var` says nothing of the type.
  implicit_type: drop,
  qualified_name: custom(names.qualified),
  alias_qualified_name: custom((to, row, role) => to.lowerAs(to.field(row, "name"), role)),
  generic_name: custom(names.generic),
  type_argument_list: flatten(Role.TypeArgument),
  nullable_type: type("?"),
  array_type: type("[]"),
  pointer_type: type("*"),
  tuple_type: node(kindOf("tuple_type"), { rest: Role.Element }),
  tuple_element: custom((to, row, role) => to.lowerAs(to.field(row, "type"), role)),
  ref_type: custom((to, row, role) => to.lowerAs(to.field(row, "type"), role)),
  scoped_type: custom((to, row, role) => to.lowerAs(to.field(row, "type"), role)),
};

const expressionShapes: Shapes = {
  identifier: custom(names.identifier),
  this: token(Kind.Identifier),
  base: token(Kind.Identifier),
  parenthesized_expression: unwrap,
  invocation_expression: custom(expressions.invocation),
  argument_list: flatten(Role.Argument),
  bracketed_argument_list: flatten(),
  argument: custom(expressions.argument),
  declaration_expression: custom((to, row, role) => to.lowerAs(to.field(row, "name"), role)),
  member_access_expression: custom(expressions.memberAccess),
  conditional_access_expression: custom(expressions.conditionalAccess),
  member_binding_expression: custom(expressions.memberBinding),
  element_binding_expression: custom(expressions.elementBinding),
  element_access_expression: node(Kind.Index, { fields: { expression: Role.Object, subscript: Role.Index } }),
  object_creation_expression: custom(expressions.creation),
  implicit_object_creation_expression: custom(expressions.creation),
  array_creation_expression: custom(expressions.creation),
  implicit_array_creation_expression: custom(expressions.creation),
  anonymous_object_creation_expression: custom(expressions.anonymousObject),
  implicit_stackalloc_expression: custom(expressions.creation),
  stackalloc_expression: custom(expressions.creation),
  // What stands in braces behind `new T(…)` are further elements of it; elsewhere it is an array.
  initializer_expression: node(Kind.Array, { rest: Role.Element }),
  collection_expression: node(Kind.Array, { rest: Role.Element }),
  collection_element: unwrap,
  expression_element: unwrap,
  spread_element: node(Kind.Spread, { rest: Role.Value, is: ".." }),
  assignment_expression: custom(expressions.assignment),
  binary_expression: custom(expressions.binary),
  prefix_unary_expression: custom(expressions.unary),
  postfix_unary_expression: custom(expressions.unary),
  unary_expression: custom(expressions.unary),
  conditional_expression: node(Kind.Conditional, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  as_expression: node(Kind.Cast, { fields: { left: Role.Value, right: Role.Type }, is: "as" }),
  cast_expression: node(Kind.Cast, { fields: { value: Role.Value, type: Role.Type }, is: "as" }),
  is_expression: node(Kind.Binary, { fields: { left: Role.Left, right: Role.Right }, is: "is" }),
  is_pattern_expression: node(Kind.Binary, { fields: { expression: Role.Left, pattern: Role.Right }, is: "is" }),
  constant_pattern: unwrap,
  type_pattern: unwrap,
  declaration_pattern: node(Kind.Variable, { fields: { type: Role.Type, name: Role.Target } }),
  var_pattern: node(Kind.Variable, { fields: { name: Role.Target } }),
  await_expression: node(Kind.Await, { rest: Role.Value }),
  lambda_expression: custom(expressions.lambda),
  anonymous_method_expression: custom(expressions.lambda),
  typeof_expression: node(Kind.Unary, { rest: Role.Operand, is: "typeof" }),
  sizeof_expression: node(Kind.Unary, { rest: Role.Operand, is: "sizeof" }),
  default_expression: node(Kind.Unary, { rest: Role.Operand, is: "default" }),
  checked_expression: node(Kind.Unary, { rest: Role.Operand, is: "checked" }),
  tuple_expression: node(Kind.Tuple, { rest: Role.Element }),
  tuple_pattern: node(Kind.Tuple, { rest: Role.Element }),
  range_expression: node(Kind.Binary, { rest: Role.Right, is: ".." }),
  ref_expression: unwrap,
  switch_expression: node(kindOf("switch_expression"), {
    kinds: { switch_expression_arm: Role.Case },
    rest: Role.Subject,
  }),
  query_expression: node(kindOf("query_expression"), { rest: Role.Clause }),
  from_clause: custom(expressions.fromClause),
  where_clause: node(Kind.ComprehensionIf, { rest: Role.Condition }),
  order_by_clause: clause,
  select_clause: node(kindOf("select"), { rest: Role.Value }),
  group_clause: node(kindOf("group"), { rest: Role.Value }),
  with_expression: node(kindOf("with_expression"), { kinds: { with_initializer: Role.Element }, rest: Role.Value }),
  with_initializer: custom(expressions.withInitializer),
};

const literalShapes: Shapes = {
  string_literal: custom(expressions.string),
  verbatim_string_literal: custom(expressions.string),
  raw_string_literal: custom(expressions.string),
  interpolated_string_expression: custom(expressions.interpolated),
  character_literal: leaf(kindOf("character")),
  integer_literal: leaf(Kind.Number),
  real_literal: leaf(Kind.Number),
  boolean_literal: leaf(Kind.Boolean),
  null_literal: leaf(Kind.Null),
};

export const csharp: Language = {
  id: "csharp",
  aliases: ["c#", "cs"],
  extensions: [".cs", ".csx"],
  interpreters: ["dotnet-script"],
  grammar: "c_sharp",
  shapes: { ...statementShapes, ...definitionShapes, ...typeShapes, ...expressionShapes, ...literalShapes },
  pattern: {
    letter: "ꓘ",
    spread: false,
    looseModifiers: [],
    // Only calls, assignments and the like are statements to the grammar.
    rewrites: [[/(?<=^\s*|[;{})]\s*|\.\.\.[ \t]*\n\s*|\belse\s+)(\$[A-Z_]\w*)\s*;/g, "ꓘs($1);"]],
    ellipses: ["@ @;", "@ @", "@=@", "case @:", "@;;"],
    places: [
      { before: /\bfor\s*\($/, behind: /^\s*\)/, by: "@;;" },
      { before: /\bswitch\s*\([^{]*\{\s*$/, behind: /^/, by: "case @:" },
      // The elements of what is made, and of an array.
      { before: /(?:\bnew\b[^;{}]*|=)\{\s*$/, behind: /^/, by: "@" },
      {
        before: /(?:^|[{};:)\]])\s*$/,
        behind: /^(?!\s*[,.)\]=?]|[^"\n]*"(?:[^"\n]*"[^"\n]*")*[^"\n]*(?:\n|$))/,
        by: "@ @;",
      },
    ],
    contexts: [
      { before: "try { ꓘꓘꓘ ꓘꓘꓘ; }", after: "", when: /^\s*(catch|finally)\b/ },
      { before: "", after: "" },
      { before: "ꓘ = ", after: ";" },
      { before: "", after: ";" },
      { before: "class ꓘC {", after: "\n}" },
      { before: "", after: " finally { ꓘꓘꓘ ꓘꓘꓘ; }", when: /^\s*try\s*\{[^{}]*\}$/ },
      { before: "", after: " { ꓘꓘꓘ ꓘꓘꓘ; }" },
      { before: "switch (ꓘꓘꓘ) {", after: "\n}" },
    ],
    // In a class a property of any type or name is never found: its accessors are functions named after it.
    never: [
      /\b(?:class|struct|interface|record)\b[^{]*\{[\s\S]*?\s(?:\$[A-Z_]\w*[?>\]]*\s+\w+|\$[A-Z_]\w*)\s*\{\s*(?:get|set|init)\b/,
      // Of no other either, but behind a first `...`.
      /\b(?:class|struct|interface|record)\b[^{]*\{(?!\s*\.\.\.)[\s\S]*?\{\s*(?:get|set|init)\b(?!\s*\()/,
    ],
    // A range from one call to another.
    nowhere: [/\)\s*\n\s*\.\.\.\s*\n\s*[\w$]/],
    typed: ["type-first"],
    typeContexts: [{ before: "const ", after: " ꓘ = ꓘ;" }],
  },
  scoping: { blocks: true, hoisted: [], assignmentDeclares: false, classScopeHidden: false, membersAreNames: true },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["comment"],
  constantModifiers: ["const"],
  moduleConstants: false,
  folding: { locals: false, receiver: "this", concat: ["+"], integers: true, joinsNumbers: false, repeats: false },
  types: { builtins: { ...COMMON_TYPES.builtins, integer: [...COMMON_TYPES.builtins.integer!, "short"] } },
  separator: ".",
  flow: { receivers: ["this"], offers: "public" },
  loneCases: true,
  closed: [{ kind: kindOf("namespace") }],
  deepLambdas: false,
  declarationsAssign: false,
  accepts: [],
  patternsOf: [],
};
