// Scala, by tree-sitter-scala: what becomes of each of the grammar's named kinds, and how patterns are made to parse.
import { Kind, Role } from "../../tree/kinds";
import { COMMON_TYPES, type Language } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import * as definitions from "./definitions";
import * as lower from "./lower";

const shapes: Shapes = {
  comment: drop,
  block_comment: drop,
  _end_ident: drop,
  compilation_unit: custom(lower.statements),
  block: custom(lower.statements),
  indented_block: custom(lower.statements),
  package_clause: custom(definitions.packageClause),
  import_declaration: custom(definitions.importDeclaration),

  modifiers: custom(definitions.modifiers),
  annotation: custom(definitions.annotation),
  class_definition: custom(definitions.classDefinition("class")),
  trait_definition: custom(definitions.classDefinition("trait")),
  object_definition: custom(definitions.classDefinition("object")),
  package_object: custom(definitions.classDefinition("object")),
  enum_definition: custom(definitions.classDefinition("enum")),
  extends_clause: custom(definitions.extendsClause),
  template_body: custom(lower.members),
  with_template_body: custom(lower.members),
  class_parameters: flatten(),
  class_parameter: custom(definitions.parameter),
  parameters: flatten(),
  parameter: custom(definitions.parameter),
  val_definition: custom(definitions.value),
  val_declaration: custom(definitions.value),
  var_definition: custom(definitions.value),
  var_declaration: custom(definitions.value),
  function_definition: custom(definitions.functionDefinition),
  function_declaration: custom(definitions.functionDefinition),
  type_definition: custom(definitions.typeDefinition),

  if_expression: custom(lower.ifExpression),
  match_expression: node(Kind.Switch, { fields: { value: Role.Subject, body: Role.Case } }),
  case_block: custom(lower.caseBlock),
  indented_cases: custom(lower.caseBlock),
  case_clause: custom(lower.caseClause),
  try_expression: custom(lower.tryExpression),
  while_expression: custom(lower.loop(Kind.While)),
  do_while_expression: custom(lower.loop(Kind.DoWhile)),
  for_expression: custom(lower.forExpression),
  enumerators: flatten(),
  enumerator: custom(lower.enumerator),
  return_expression: node(Kind.Return, { rest: Role.Value }),
  throw_expression: node(Kind.Throw, { rest: Role.Value }),

  typed_pattern: custom(definitions.typedPattern),
  tuple_pattern: custom(definitions.tuplePattern),
  case_class_pattern: custom(definitions.classPattern),

  identifier: custom(lower.identifier),
  operator_identifier: custom(lower.identifier),
  wildcard: leaf(Kind.Identifier),
  string: custom(lower.quoted),
  interpolated_string_expression: custom(lower.interpolated),
  interpolated_string: custom(lower.template),
  integer_literal: leaf(Kind.Number),
  floating_point_literal: leaf(Kind.Number),
  boolean_literal: leaf(Kind.Boolean),
  null_literal: leaf(Kind.Null),
  unit: node(Kind.Tuple),
  tuple_expression: node(Kind.Tuple, { rest: Role.Element }),
  parenthesized_expression: unwrap,
  field_expression: node(Kind.Member, { fields: { value: Role.Object, field: Role.Property } }),
  call_expression: custom(lower.call),
  arguments: flatten(),
  generic_function: custom(lower.genericFunction),
  instance_expression: custom(lower.creation),
  infix_expression: custom(lower.infix),
  postfix_expression: custom(lower.postfix),
  prefix_expression: custom((to, row, role) => {
    const [sign, operand] = to.children(row);
    const opened = to.open(Kind.Unary, role, row, sign === undefined ? 0 : to.atomOf(sign));
    to.lowerAs(operand ?? -1, Role.Operand);
    to.close(opened);
  }),
  assignment_expression: node(Kind.Assign, { fields: { left: Role.Target, right: Role.Value } }),
  ascription_expression: custom((to, row, role) => {
    const [value, type] = to.namedChildren(row);
    const opened = to.open(Kind.Cast, role, row, to.intern("as"));
    to.lowerAs(value ?? -1, Role.Value);
    to.lowerAs(type ?? -1, Role.Type);
    to.close(opened);
  }),
  lambda_expression: custom(lower.lambda),

  type_identifier: custom(lower.identifier),
  stable_type_identifier: custom(definitions.stableType),
  stable_identifier: custom(definitions.stableType),
  generic_type: node(Kind.TypeApply, { fields: { type: Role.Value, type_arguments: Role.TypeArgument } }),
  type_arguments: flatten(),
  type_parameters: flatten(Role.TypeParameter),
  covariant_type_parameter: custom(definitions.typeParameter),
  contravariant_type_parameter: custom(definitions.typeParameter),
};

const PARAMETERS =
  /\b(?:def\s+[^\s([]+\s*(?:\[[^\]]*\])?|class\s+[\w$\uA4D8]+(?:\[[^\]]*\])?)\s*\((?:[^()]|\([^()]*\))*$/;

export const scala: Language = {
  id: "scala",
  aliases: [],
  extensions: [".scala", ".sc", ".sbt"],
  interpreters: ["scala"],
  grammar: "scala",
  shapes,
  pattern: {
    letter: "ꓘ",
    spread: false,
    // `var` stands for `val` too.
    looseModifiers: ["var"],
    loneStatements: true,
    rewrites: [[/\bmatch\s+\.\.\.\s*$/, "match { ... }"]],
    ellipses: ["@: @", "case @ => @", "@ <- @", "@;"],
    places: [
      { before: /\bmatch\s*\{\s*$/, behind: /^/, by: "case @ => @" },
      { before: /\bcatch\s*\{\s*$/, behind: /^/, by: "case @ => @" },
      { before: /=>[^;{}]*(?<!=>\s*)$/, behind: /^\s*case\b/, by: "case @ => @ " },
      { before: /\bfor\s*[({](?:[^(){}]*;\s*)?$/, behind: /^\s*[;)}]/, by: "@ <- @" },
      { before: PARAMETERS, behind: /^/, by: "@: @" },
    ],
    contexts: [
      { before: "", after: "\n" },
      { before: "def ꓘf = {\n", after: "\n}" },
      { before: "class ꓘC {\n", after: "\n}" },
      { before: "val ꓘ = ", after: "\n" },
      { before: "ꓘ match {\n", after: "\n}" },
      { before: "class ꓘC {\n", after: "\n def ꓘf = 1\n}" },
    ],
    // A declaration as in Java assigns to a call.
    nowhere: [/^\s*[A-Z]\w*\s+\$[A-Z_]\w*\s*=/m],
    typed: ["name-first", "argument"],
    typeContexts: [{ before: "val ꓘ: ", after: " = 1" }],
  },
  scoping: {
    blocks: true,
    hoisted: [],
    assignmentDeclares: false,
    classScopeHidden: false,
    membersAreNames: true,
  },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["comment", "block_comment"],
  constantModifiers: ["val", "final"],
  moduleConstants: false,
  folding: {
    locals: false,
    receiver: "this",
    concat: [],
    integers: true,
    joinsNumbers: false,
    repeats: false,
    interpolators: ["s", "f", "raw"],
  },
  types: COMMON_TYPES,
  closed: [
    ...[Kind.If, Kind.Switch, Kind.Try, Kind.While, Kind.DoWhile, Kind.With].map((kind) => ({ kind })),
    { kind: Kind.Block, of: [Kind.Call, Kind.Function, Kind.Variable, Kind.Field] },
  ],
  implicitReturns: true,
  flow: { receivers: ["this"] },
  deepLambdas: true,
  separator: ".",
  accepts: [],
  patternsOf: [],
};
