// C. C++ builds on these shapes.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Language, PatternSyntax } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import {
  block,
  declaration,
  fieldDeclaration,
  functionDefinition,
  parameter,
  typeDefinition,
  typeDescriptor,
} from "./declarations";
import * as lower from "./lower";
import { memory } from "./memory";

const preprocessorShapes: Shapes = {
  comment: drop,
  preproc_include: custom(lower.include),
  preproc_def: custom(lower.define),
  preproc_function_def: custom(lower.define),
  preproc_params: flatten(Role.Parameter),
  preproc_call: drop,
  preproc_if: custom(lower.conditional),
  preproc_ifdef: custom(lower.conditional),
  preproc_elif: custom(lower.conditional),
  preproc_elifdef: custom(lower.conditional),
  preproc_else: custom(lower.conditional),
};

const definitionShapes: Shapes = {
  translation_unit: node(Kind.Program, { rest: Role.Statement }),
  declaration: custom(declaration),
  function_definition: custom(functionDefinition),
  field_declaration: custom(fieldDeclaration),
  type_definition: custom(typeDefinition),
  parameter_list: custom(lower.parameters),
  parameter_declaration: custom(parameter),
  variadic_parameter: custom(lower.variadic),
  linkage_specification: custom((to, row, role) => to.lowerAs(to.field(row, "body"), role)),
  declaration_list: custom(lower.declarationList),
  struct_specifier: custom(lower.specifier("struct")),
  union_specifier: custom(lower.specifier("union")),
  enum_specifier: custom(lower.specifier("enum")),
  field_declaration_list: flatten(Role.Member),
  enumerator_list: flatten(Role.Member),
  enumerator: node(Kind.Field, { fields: { name: Role.Name, value: Role.Init } }),
  bitfield_clause: drop,
  storage_class_specifier: custom(lower.modifier),
  type_qualifier: custom(lower.modifier),
  alignas_qualifier: drop,
  attribute_specifier: drop,
  attribute_declaration: drop,
  ms_declspec_modifier: drop,
  ms_based_modifier: drop,
  ms_call_modifier: drop,
  ms_pointer_modifier: drop,
};

const typeShapes: Shapes = {
  primitive_type: leaf(Kind.Identifier),
  sized_type_specifier: custom(lower.words),
  type_identifier: custom(lower.identifier),
  type_descriptor: custom(typeDescriptor),
  macro_type_specifier: custom((to, row, role) => to.lowerAs(to.field(row, "type"), role)),
};

const statementShapes: Shapes = {
  compound_statement: custom(block),
  expression_statement: custom(lower.expressionStatement),
  attributed_statement: unwrap,
  if_statement: node(Kind.If, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  else_clause: unwrap,
  while_statement: node(Kind.While, { fields: { condition: Role.Condition, body: Role.Body } }),
  do_statement: node(Kind.DoWhile, { fields: { condition: Role.Condition, body: Role.Body } }),
  for_statement: node(Kind.For, {
    fields: { initializer: Role.Init, condition: Role.Condition, update: Role.Update, body: Role.Body },
  }),
  switch_statement: node(Kind.Switch, { fields: { condition: Role.Subject, body: Role.Case } }),
  case_statement: node(Kind.Case, { fields: { value: Role.Test }, rest: Role.Statement }),
  return_statement: node(Kind.Return, { rest: Role.Value }),
  break_statement: node(Kind.Break),
  continue_statement: node(Kind.Continue),
  goto_statement: node(kindOf("goto"), { fields: { label: Role.Name } }),
  labeled_statement: node(Kind.Label, { fields: { label: Role.Name }, rest: Role.Body }),
  statement_identifier: leaf(Kind.Name),
};

const expressionShapes: Shapes = {
  identifier: custom(lower.identifier),
  field_identifier: leaf(Kind.Name),
  parenthesized_expression: unwrap,
  call_expression: node(Kind.Call, { fields: { function: Role.Callee, arguments: Role.Argument } }),
  argument_list: custom(lower.callArguments),
  field_expression: custom(lower.fieldAccess),
  subscript_expression: node(Kind.Index, { fields: { argument: Role.Object, index: Role.Index, indices: Role.Index } }),
  assignment_expression: custom(lower.assignment),
  binary_expression: node(Kind.Binary, { fields: { left: Role.Left, right: Role.Right }, variant: "operator" }),
  unary_expression: node(Kind.Unary, { fields: { argument: Role.Operand }, variant: "operator" }),
  pointer_expression: node(Kind.Unary, { fields: { argument: Role.Operand }, variant: "operator" }),
  update_expression: node(Kind.Update, { fields: { argument: Role.Operand }, variant: "operator", prefixed: true }),
  conditional_expression: node(Kind.Conditional, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  comma_expression: node(Kind.Sequence, { rest: Role.Element }),
  cast_expression: node(Kind.Cast, { fields: { type: Role.Type, value: Role.Value }, is: "as" }),
  sizeof_expression: node(Kind.Unary, { fields: { type: Role.Type, value: Role.Operand }, is: "sizeof" }),
  alignof_expression: node(Kind.Unary, { fields: { type: Role.Type }, is: "alignof" }),
  compound_literal_expression: node(kindOf("compound literal"), { fields: { type: Role.Type, value: Role.Value } }),
  extension_expression: unwrap,
  initializer_list: node(Kind.Array, { rest: Role.Element }),
  initializer_pair: custom(lower.initializerPair),
  string_literal: custom(lower.string),
  concatenated_string: custom(lower.joined),
  char_literal: leaf(kindOf("character")),
  number_literal: leaf(Kind.Number),
  true: leaf(Kind.Boolean),
  false: leaf(Kind.Boolean),
  null: leaf(Kind.Null),
};

export const shapes: Shapes = {
  ...preprocessorShapes,
  ...definitionShapes,
  ...typeShapes,
  ...statementShapes,
  ...expressionShapes,
};

export const pattern: PatternSyntax = {
  letter: "ꓘ",
  spread: false,
  looseModifiers: [],
  ellipses: ["@;", "@ @;", "case @:", "@;;"],
  places: [
    { before: /\bfor\s*\($/, behind: /^\s*\)/, by: "@;;" },
    { before: /\bswitch\s*\([^{]*\{\s*$/, behind: /^/, by: "case @:" },
    { before: /\b(?:struct|union|class)\b[^;{}()]*\{\s*$/, behind: /^/, by: "@ @;" },
    // Alone between statements.
    { before: /(?:^|[{};:)]|\belse)\s*$/, behind: /^(?!\s*[,.)\]=?;])/, by: "@;" },
  ],
  // The `...` behind a call expands a pack of arguments.
  nowhere: [/\)\s*\n\s*\.\.\.\s*$/],
  // A parameter `$...X` is a type of that name to Semgrep, braces by themselves hold statements, and no struct is bare.
  never: [/\w\s*\([^()]*\$\.\.\.[A-Z_]\w*[^()]*\)\s*\{/, /^\s*\{\s*(?:\.\w+\s*=|[^\s;,{}()]+\s*,)/, /^\s*struct\s*\{/],
  contexts: [
    { before: "void ꓘf() {", after: "\n}" },
    { before: "", after: "" },
    { before: "void ꓘf() { ꓘ = ", after: "; }" },
    { before: "void ꓘf() {", after: ";\n}" },
    { before: "void ꓘf() {", after: " { ꓘꓘꓘ; } }" },
    { before: "void ꓘf() { switch (ꓘ) {", after: "\n} }" },
  ],
  typed: ["type-first"],
  typeContexts: [{ before: "void ꓘf() { ꓘ = (", after: ") ꓘ; }" }],
};

export const c: Language = {
  id: "c",
  aliases: [],
  extensions: [".c", ".h"],
  interpreters: [],
  grammar: "c",
  shapes,
  pattern,
  scoping: {
    blocks: true,
    hoisted: [],
    assignmentDeclares: false,
    classScopeHidden: false,
    membersAreNames: true,
    addresses: true,
  },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: false,
  folding: {
    locals: false,
    concat: [],
    integers: true,
    joinsNumbers: false,
    repeats: false,
    declaredValues: lower.defined,
  },
  types: {
    nullPointers: true,
    builtins: {
      integer: ["int"],
      float: ["double", "float"],
      string: ["char*"],
      boolean: ["bool"],
      character: ["char"],
    },
  },
  separator: "::",
  flow: { receivers: ["this"], fallsThrough: true },
  memory,
  loneCases: true,
  deepLambdas: false,
  accepts: [],
  patternsOf: ["cpp"],
};
