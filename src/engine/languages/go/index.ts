// Go, by tree-sitter-go.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { COMMON_TYPES, type Language } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import * as expressions from "./expressions";
import * as lower from "./lower";

const statementShapes: Shapes = {
  source_file: node(Kind.Program, { rest: Role.Statement }),
  comment: drop,
  package_clause: node(Kind.Package, { rest: Role.Name }),
  import_declaration: custom(lower.importDeclaration),
  block: node(Kind.Block, { rest: Role.Statement }),
  statement_list: flatten(),
  empty_statement: drop,
  expression_statement: node(Kind.ExpressionStatement, { rest: Role.Value }),
  const_declaration: unwrap,
  var_declaration: unwrap,
  var_spec_list: unwrap,
  const_spec: custom(lower.specification),
  var_spec: custom(lower.specification),
  short_var_declaration: custom(lower.shortDeclaration),
  assignment_statement: custom(lower.assignment),
  inc_statement: custom(lower.update),
  dec_statement: custom(lower.update),
  if_statement: custom(lower.ifStatement),
  for_statement: custom(lower.forStatement),
  expression_switch_statement: custom(lower.switchStatement),
  type_switch_statement: custom(lower.switchStatement),
  expression_case: custom(lower.caseClause),
  type_case: custom(lower.caseClause),
  communication_case: custom(lower.caseClause),
  default_case: custom(lower.caseClause),
  select_statement: custom(lower.selectStatement),
  send_statement: node(Kind.Binary, { fields: { channel: Role.Left, value: Role.Right }, is: "<-" }),
  receive_statement: custom(lower.receive),
  go_statement: custom(lower.detached),
  defer_statement: custom(lower.detached),
  return_statement: node(Kind.Return, { rest: Role.Value }),
  break_statement: node(Kind.Break, { rest: Role.Name }),
  continue_statement: node(Kind.Continue, { rest: Role.Name }),
  goto_statement: node(kindOf("goto"), { rest: Role.Name }),
  labeled_statement: node(Kind.Label, { fields: { label: Role.Name }, rest: Role.Body }),
};

const definitionShapes: Shapes = {
  function_declaration: custom(lower.functionDefinition),
  method_declaration: custom(lower.functionDefinition),
  method_elem: custom(lower.functionDefinition),
  func_literal: custom(lower.functionLiteral),
  parameter_list: flatten(),
  parameter_declaration: custom(lower.parameter),
  variadic_parameter_declaration: custom(lower.parameter),
  type_declaration: unwrap,
  type_spec: node(Kind.TypeAlias, {
    fields: { name: Role.Name, type_parameters: Role.TypeParameter, type: Role.Type },
  }),
  type_alias: node(Kind.TypeAlias, {
    fields: { name: Role.Name, type_parameters: Role.TypeParameter, type: Role.Type },
    is: "=",
  }),
  struct_type: node(Kind.Class, { rest: Role.Member, is: "struct" }),
  field_declaration_list: flatten(),
  field_declaration: custom(expressions.fieldDeclaration),
  interface_type: node(Kind.Class, { rest: Role.Member, is: "interface" }),
  type_elem: node(Kind.Field, { rest: Role.Type }),
};

const typeShapes: Shapes = {
  type_identifier: leaf(Kind.Name),
  qualified_type: node(Kind.Member, { fields: { package: Role.Object, name: Role.Property } }),
  channel_type: custom(expressions.channel),
  pointer_type: node(Kind.PointerType, { rest: Role.Value }),
  parenthesized_type: unwrap,
  generic_type: node(Kind.TypeApply, { fields: { type: Role.Value, type_arguments: Role.TypeArgument } }),
  type_arguments: flatten(),
  type_parameter_list: flatten(),
  type_parameter_declaration: node(Kind.Parameter, { fields: { name: Role.Target, type: Role.Type } }),
  type_constraint: unwrap,
  function_type: custom(lower.functionType),
};

const expressionShapes: Shapes = {
  identifier: custom(lower.identifier),
  blank_identifier: custom(lower.identifier),
  package_identifier: custom(lower.identifier),
  field_identifier: leaf(Kind.Name),
  label_name: leaf(Kind.Name),
  iota: leaf(Kind.Identifier),
  nil: leaf(Kind.Null),
  true: leaf(Kind.Boolean),
  false: leaf(Kind.Boolean),
  int_literal: leaf(Kind.Number),
  float_literal: leaf(Kind.Number),
  interpreted_string_literal: custom(lower.quoted),
  raw_string_literal: custom(lower.quoted),
  expression_list: custom(lower.expressionList),
  parenthesized_expression: unwrap,
  call_expression: custom(expressions.call),
  argument_list: flatten(),
  variadic_argument: node(Kind.Spread, { rest: Role.Value, is: "..." }),
  selector_expression: node(Kind.Member, { fields: { operand: Role.Object, field: Role.Property } }),
  index_expression: node(Kind.Index, { fields: { operand: Role.Object, index: Role.Index } }),
  slice_expression: custom(expressions.slice),
  // Its type is no evidence of what the whole is.
  type_assertion_expression: node(Kind.Cast, {
    fields: { operand: Role.Value, type: Role.TypeArgument },
    is: "assert",
  }),
  type_conversion_expression: custom(expressions.conversion),
  type_instantiation_expression: node(Kind.TypeApply, { fields: { type: Role.Value }, rest: Role.TypeArgument }),
  composite_literal: custom(expressions.compositeLiteral),
  literal_value: node(Kind.Array, { rest: Role.Element }),
  literal_element: flatten(),
  keyed_element: custom(expressions.keyedElement),
  unary_expression: node(Kind.Unary, { fields: { operand: Role.Operand }, variant: "operator" }),
  binary_expression: node(Kind.Binary, { fields: { left: Role.Left, right: Role.Right }, variant: "operator" }),
};

/** `github.com/golang-jwt/jwt/v5` and `…/jwt-go` are called `jwt`. */
const packageName = (path: string): string => {
  const parts = path.split("/");
  if (parts.length > 1 && /^v\d+$/.test(parts.at(-1)!)) parts.pop();
  return parts.at(-1)!.replace(/-go$/, "");
};

export const go: Language = {
  id: "go",
  aliases: ["golang"],
  extensions: [".go"],
  interpreters: [],
  grammar: "go",
  shapes: { ...statementShapes, ...definitionShapes, ...typeShapes, ...expressionShapes },
  pattern: {
    letter: expressions.LETTER,
    spread: true,
    variadic: true,
    heads: [Kind.Function],
    looseModifiers: [],
    // In an import list; among the cases of a `switch`.
    ellipses: ['"@"', "@:", "case @:"],
    // A semicolon makes no statement of an expression.
    rewrites: [[/;\s*$/, ""]],
    places: [
      { before: /\bimport\s*\([^)]*$/, behind: /^/, by: '"@"' },
      { before: /\bcase\s+$/, behind: /^(?!\s*[:,<])/, by: "@:" },
    ],
    contexts: [
      // A header alone is one with any body.
      { before: "", after: " { ꓘꓘꓘ }\n", when: /^\s*func\b(?!\s*\((?:[^()]|\([^()]*\))*\)\s*\()[^{]*$/ },
      { before: "ꓘ{", after: "}\n", when: /^\s*(?:\{|[\w$]+\s*:(?!=)|"[^"]*"\s*:)/ },
      // The grammar wants the end of a statement's line.
      { before: "", after: "\n" },
      { before: "func ꓘ() {", after: "\n}\n" },
      { before: "type ꓘ interface {\n", after: "\n}\n" },
      { before: "switch ꓘ {\n", after: "\n}\n" },
      { before: "type ꓘ struct {\n", after: "\n}\n" },
      { before: "var ꓘ ", after: "\n" },
    ],
    typed: ["name-first"],
    typeContexts: [{ before: "var ꓘ ", after: "\n" }],
  },
  scoping: {
    blocks: true,
    hoisted: [],
    assignmentDeclares: false,
    classScopeHidden: false,
    partsAreSpelt: [Kind.Tuple],
  },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["comment"],
  constantModifiers: ["const"],
  moduleConstants: false,
  flow: { offers: "capital" },
  folding: { locals: false, concat: ["+"], integers: true, joinsNumbers: false, repeats: false, casts: false },
  types: { ...COMMON_TYPES, addressOf: "&", fieldsByName: true },
  moduleName: packageName,
  importsBind: packageName,
  implicitReturns: "lambdas",
  separator: ".",
  loneCases: true,
  loopPairs: true,
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
