// Solidity.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Language } from "../language";
import { type Children, custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import { expression } from "./expressions";
import * as lower from "./lower";

const contract = (is: string) =>
  node(Kind.Class, {
    fields: { name: Role.Name, body: Role.Member },
    kinds: { inheritance_specifier: Role.Parent, abstract: Role.Modifier, layout_specifier: Role.None },
    is,
  });

/** What a function takes and does; what it returns says nothing to rules. */
const functionChildren: Children = {
  fields: { name: Role.Name, body: Role.Body, return_type: Role.None },
  kinds: {
    parameter: Role.Parameter,
    event_parameter: Role.Parameter,
    error_parameter: Role.Parameter,
    visibility: Role.Modifier,
    state_mutability: Role.Modifier,
    virtual: Role.Modifier,
    override_specifier: Role.Modifier,
    modifier_invocation: Role.Decorator,
    public: Role.Modifier,
    internal: Role.Modifier,
    payable: Role.Modifier,
    modifier: Role.Modifier,
    anonymous: Role.Modifier,
  },
};
const fieldChildren: Children = {
  fields: { name: Role.Name, type: Role.Type, value: Role.Init, visibility: Role.Modifier, location: Role.Modifier },
  kinds: {
    constant: Role.Modifier,
    immutable: Role.Modifier,
    transient: Role.Modifier,
    override_specifier: Role.Modifier,
  },
};
const OPERATORS = ["+=", "-=", "*=", "/=", "%=", "^=", "&=", "|=", ">>=", ">>>=", "<<="];

const definitionShapes: Shapes = {
  source_file: node(Kind.Program, { rest: Role.Statement }),
  comment: drop,
  pragma_directive: custom(lower.pragma),
  import_directive: custom(lower.importDirective),
  using_directive: node(kindOf("using"), { fields: { source: Role.Type }, rest: Role.Name }),
  type_alias: unwrap,
  contract_declaration: contract("contract"),
  interface_declaration: contract("interface"),
  library_declaration: contract("library"),
  inheritance_specifier: custom(lower.parent),
  contract_body: flatten(Role.Member),
  struct_declaration: node(Kind.Class, { fields: { name: Role.Name, body: Role.Member }, is: "struct" }),
  struct_body: flatten(Role.Member),
  struct_member: node(Kind.Field, fieldChildren),
  enum_declaration: node(Kind.Class, { fields: { name: Role.Name, body: Role.Member }, is: "enum" }),
  enum_body: flatten(Role.Member),
  enum_value: leaf(Kind.Name),
  state_variable_declaration: node(Kind.Field, fieldChildren),
  constant_variable_declaration: node(Kind.Field, fieldChildren),
  user_defined_type_definition: node(Kind.TypeAlias, { fields: { name: Role.Name }, rest: Role.Type }),
  function_definition: node(Kind.Function, functionChildren),
  modifier_definition: node(Kind.Function, functionChildren),
  constructor_definition: custom(lower.named(functionChildren)),
  fallback_receive_definition: custom(lower.named(functionChildren)),
  // An event is a function without a body, as in Semgrep.
  event_definition: node(Kind.Function, functionChildren),
  error_declaration: node(Kind.Function, functionChildren),
  return_type_definition: drop,
  modifier_invocation: custom(lower.modifierInvocation),
  visibility: leaf(Kind.Modifier),
  state_mutability: leaf(Kind.Modifier),
  virtual: leaf(Kind.Modifier),
  override_specifier: leaf(Kind.Modifier),
  parameter: custom(lower.parameter),
  event_parameter: custom(lower.parameter),
  error_parameter: custom(lower.parameter),
  function_body: node(Kind.Block, { rest: Role.Statement }),
};

const typeShapes: Shapes = {
  type_name: custom(lower.typeName),
  user_defined_type: custom(lower.path),
  primitive_type: leaf(Kind.Identifier),
};

const statementShapes: Shapes = {
  statement: unwrap,
  block_statement: custom(lower.block),
  variable_declaration_statement: custom(lower.variable),
  variable_declaration_tuple: custom(lower.variableTuple),
  expression_statement: custom(lower.expressionStatement),
  if_statement: custom(lower.ifStatement),
  for_statement: node(Kind.For, {
    fields: { initial: Role.Init, condition: Role.Condition, update: Role.Update, body: Role.Body },
  }),
  while_statement: node(Kind.While, { fields: { condition: Role.Condition, body: Role.Body } }),
  do_while_statement: node(Kind.DoWhile, { fields: { condition: Role.Condition, body: Role.Body } }),
  continue_statement: node(Kind.Continue),
  break_statement: node(Kind.Break),
  return_statement: node(Kind.Return, { rest: Role.Value }),
  emit_statement: node(kindOf("emit"), { fields: { name: Role.Callee }, rest: Role.Argument }),
  revert_statement: custom(lower.revert),
  revert_arguments: flatten(Role.Argument),
  try_statement: node(Kind.Try, {
    fields: { attempt: Role.Subject, body: Role.Body },
    kinds: { parameter: Role.Parameter, catch_clause: Role.Catch },
  }),
  catch_clause: node(Kind.Catch, {
    fields: { body: Role.Body },
    kinds: { identifier: Role.Name, parameter: Role.Parameter },
  }),
};

const expressionShapes: Shapes = {
  expression: unwrap,
  identifier: custom(lower.identifier),
  parenthesized_expression: unwrap,
  call_expression: custom(expression),
  call_argument: flatten(),
  call_struct_argument: node(Kind.Argument, { fields: { name: Role.Name, value: Role.Value } }),
  struct_expression: custom(expression),
  struct_field_assignment: node(Kind.Argument, { fields: { name: Role.Name, value: Role.Value } }),
  payable_conversion_expression: custom(lower.keywordCall),
  meta_type_expression: node(kindOf("type of"), { rest: Role.Value }),
  type_cast_expression: node(Kind.Cast, { kinds: { primitive_type: Role.Type }, rest: Role.Value, is: "as" }),
  member_expression: custom(expression),
  array_access: custom(expression),
  slice_access: custom(expression),
  assignment_expression: node(Kind.Assign, { fields: { left: Role.Target, right: Role.Value } }),
  augmented_assignment_expression: node(Kind.CompoundAssign, {
    fields: { left: Role.Target, right: Role.Value },
    variant: OPERATORS,
  }),
  binary_expression: custom(expression),
  unary_expression: custom(expression),
  update_expression: custom(expression),
  ternary_expression: custom(expression),
  tuple_expression: custom(lower.tuple),
  inline_array_expression: node(Kind.Array, { rest: Role.Element }),
  string_literal: custom(lower.string),
  hex_string_literal: custom(lower.string),
  unicode_string_literal: custom(lower.string),
  number_literal: leaf(Kind.Number),
  boolean_literal: leaf(Kind.Boolean),
};

/** Inline assembly. */
const yulShapes: Shapes = {
  assembly_statement: node(kindOf("assembly"), { kinds: { assembly_flags: Role.None }, rest: Role.Statement }),
  assembly_flags: drop,
  yul_block: node(Kind.Block, { rest: Role.Statement }),
  yul_function_call: custom(lower.yulCall),
  yul_evm_builtin: leaf(Kind.Identifier),
  yul_identifier: unwrap,
  yul_path: unwrap,
  yul_assignment: custom(lower.yulAssignment),
  yul_variable_declaration: custom(lower.yulVariable),
  yul_if_statement: node(kindOf("yul if"), { rest: Role.None }),
  yul_decimal_number: leaf(Kind.Number),
  yul_hex_number: leaf(Kind.Number),
  yul_boolean: leaf(Kind.Boolean),
  yul_string_literal: custom(lower.string),
};

export const solidity: Language = {
  id: "solidity",
  aliases: ["sol"],
  extensions: [".sol"],
  interpreters: [],
  grammar: "solidity",
  shapes: { ...definitionShapes, ...typeShapes, ...statementShapes, ...expressionShapes, ...yulShapes },
  pattern: {
    // The only letter beyond those of words that its names may have; hardly any has it.
    letter: "$",
    spread: false,
    looseModifiers: [],
    // A version must be one to the grammar; of other pragmas it takes anything.
    rewrites: [[/\bpragma\s+solidity\b/g, "pragma solidity_"]],
    ellipses: ["@ @;", "@ @", "@;", "@;;", "@: @"],
    places: [
      { before: /\bfor\s*\($/, behind: /^\s*\)/, by: "@;;" },
      // Alone between statements or members.
      { before: /(?:^|[{};:)]|\belse)\s*$/, behind: /^(?!\s*[,.)\]=?;])/, by: "@ @;" },
    ],
    // A library has no name but its own.
    never: [/^\s*library\s+\$[A-Z_]/],
    contexts: [
      { before: "contract $ {", after: "\n}", when: /^\s*constructor\b/ },
      { before: "", after: "" },
      { before: "function $() {", after: "\n}" },
      { before: "function $() { $ = ", after: "; }" },
      { before: "contract $ {", after: "\n}" },
      { before: "function $() {", after: ";\n}" },
      { before: "", after: " { $$$ $$$; }" },
      { before: "function $() {", after: " { $$$; } }" },
    ],
  },
  scoping: { blocks: true, hoisted: [], assignmentDeclares: false, classScopeHidden: false, membersAreNames: true },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: false,
  folding: { locals: false, concat: [], integers: true, joinsNumbers: false, repeats: false },
  importsFiles: true,
  separator: ".",
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
