// Python, by tree-sitter-python: what becomes of each of the grammar's named kinds, and how patterns are made to parse.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Language } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes, unwrap, widen } from "../lowering";
import * as expressions from "./expressions";
import * as statements from "./statements";

const elements = (kind: Kind) => node(kind, { rest: Role.Element });

const comprehension = (container: string) =>
  node(Kind.Comprehension, {
    fields: { body: Role.Element },
    kinds: { for_in_clause: Role.Clause, if_clause: Role.Clause },
    is: container,
  });

const parameter = node(Kind.Parameter, { fields: { name: Role.Target, type: Role.Type, value: Role.Default } });

const statementShapes: Shapes = {
  module: node(Kind.Program, { rest: Role.Statement }),
  block: custom(statements.block),
  expression_statement: custom(statements.expressionStatement),
  if_statement: custom(statements.ifStatement),
  // On its own only in text with errors: the statement takes its clauses in.
  elif_clause: node(Kind.If, { fields: { condition: Role.Condition, consequence: Role.Then } }),
  else_clause: unwrap,
  while_statement: node(Kind.While, {
    fields: { condition: Role.Condition, body: Role.Body, alternative: Role.Else },
  }),
  for_statement: node(Kind.ForEach, {
    fields: { left: Role.Target, right: Role.Iterable, body: Role.Body, alternative: Role.Else },
    kinds: { async: Role.Modifier },
    is: "in",
  }),
  match_statement: custom(statements.matchStatement),
  case_clause: custom(statements.caseClause),
  try_statement: node(Kind.Try, {
    fields: { body: Role.Body },
    kinds: { except_clause: Role.Catch, else_clause: Role.Else, finally_clause: Role.Finally },
  }),
  except_clause: custom(statements.exceptClause),
  finally_clause: node(Kind.Finally, { kinds: { block: Role.Body } }),
  with_statement: custom(statements.withStatement),
  with_clause: flatten(),
  with_item: custom(statements.withItem),
  as_pattern: custom(statements.asPattern),
  as_pattern_target: unwrap,
  return_statement: node(Kind.Return, { rest: Role.Value }),
  raise_statement: node(Kind.Throw, { fields: { cause: Role.Cause }, rest: Role.Value }),
  assert_statement: node(Kind.Assert, { rest: Role.Value }),
  delete_statement: custom(statements.deleteStatement),
  global_statement: custom(statements.globalStatement),
  nonlocal_statement: custom(statements.globalStatement),
  pass_statement: node(Kind.Empty),
  break_statement: node(Kind.Break),
  continue_statement: node(Kind.Continue),
  print_statement: custom(statements.statementCall),
  exec_statement: custom(statements.statementCall),
  chevron: custom(statements.chevron),
};

const importShapes: Shapes = {
  import_statement: custom(statements.importStatement),
  import_from_statement: node(Kind.Import, {
    fields: { module_name: Role.Module, name: Role.Specifier },
    kinds: { wildcard_import: Role.Specifier },
    is: "from",
  }),
  future_import_statement: custom(statements.futureImport),
  aliased_import: node(Kind.ImportSpecifier, { fields: { name: Role.Name, alias: Role.Alias } }),
  wildcard_import: leaf(Kind.ImportSpecifier),
  dotted_name: custom(statements.dottedName),
  relative_import: custom(statements.dottedName),
  import_prefix: drop,
};

const definitionShapes: Shapes = {
  function_definition: node(Kind.Function, {
    fields: {
      name: Role.Name,
      type_parameters: Role.TypeParameter,
      parameters: Role.Parameter,
      return_type: Role.ReturnType,
      body: Role.Body,
    },
    kinds: { async: Role.Modifier },
    definition: true,
  }),
  class_definition: node(Kind.Class, {
    fields: { name: Role.Name, type_parameters: Role.TypeParameter, superclasses: Role.Parent, body: Role.Member },
    is: "class",
    definition: true,
  }),
  decorated_definition: custom(statements.decorated),
  decorator: custom(statements.decorator),
  parameters: custom(expressions.parameters),
  lambda_parameters: custom(expressions.parameters),
  default_parameter: parameter,
  typed_default_parameter: parameter,
  typed_parameter: custom(expressions.typedParameter),
  keyword_separator: leaf(Kind.Parameter),
  positional_separator: leaf(Kind.Parameter),
  lambda: custom(expressions.lambda),
  type_alias_statement: custom(statements.typeAlias),
  type_parameter: flatten(),
  constrained_type: custom(expressions.constrainedType),
  type: unwrap,
  generic_type: custom(expressions.genericType),
  union_type: custom(statements.union),
  member_type: node(Kind.Member, { kinds: { type: Role.Object, identifier: Role.Property } }),
  splat_type: custom(expressions.splat),
};

const expressionShapes: Shapes = {
  identifier: custom(expressions.identifier),
  parenthesized_expression: widen,
  parenthesized_list_splat: widen,
  assignment: expressions.assignment(Kind.Assign),
  named_expression: expressions.assignment(Kind.Assign),
  augmented_assignment: expressions.assignment(Kind.CompoundAssign),
  call: node(Kind.Call, { fields: { function: Role.Callee, arguments: Role.Argument } }),
  argument_list: flatten(),
  keyword_argument: node(Kind.Argument, { fields: { name: Role.Name, value: Role.Value } }),
  attribute: node(Kind.Member, { fields: { object: Role.Object, attribute: Role.Property } }),
  subscript: custom(expressions.subscript),
  slice: custom(expressions.slice),
  binary_operator: node(Kind.Binary, { fields: { left: Role.Left, right: Role.Right }, variant: "operator" }),
  boolean_operator: custom(expressions.booleanOperator),
  comparison_operator: custom(expressions.comparison),
  unary_operator: node(Kind.Unary, { fields: { argument: Role.Operand }, variant: "operator" }),
  not_operator: node(Kind.Unary, { fields: { argument: Role.Operand }, is: "not" }),
  conditional_expression: custom(expressions.conditional),
  await: node(Kind.Await, { rest: Role.Value }),
  yield: node(Kind.Yield, { rest: Role.Value, variant: ["yield", "from"] }),
  list_splat: custom(expressions.splat),
  list_splat_pattern: custom(expressions.splat),
  dictionary_splat: custom(expressions.splat),
  dictionary_splat_pattern: custom(expressions.splat),
  list: elements(Kind.Array),
  list_pattern: elements(Kind.Array),
  tuple: elements(Kind.Tuple),
  tuple_pattern: elements(Kind.Tuple),
  pattern_list: elements(Kind.Tuple),
  expression_list: elements(Kind.Tuple),
  set: elements(Kind.Set),
  dictionary: elements(Kind.Dict),
  pair: node(Kind.Pair, { fields: { key: Role.Key, value: Role.Value } }),
  list_comprehension: comprehension("list"),
  set_comprehension: comprehension("set"),
  dictionary_comprehension: comprehension("dict"),
  generator_expression: custom(expressions.generator),
  for_in_clause: custom(expressions.forInClause),
  if_clause: custom(expressions.ifClause),
};

const literalShapes: Shapes = {
  string: custom(expressions.string),
  concatenated_string: custom(expressions.concatenatedString),
  string_start: drop,
  string_content: leaf(Kind.StringPart),
  string_end: drop,
  interpolation: custom(expressions.interpolation),
  type_conversion: drop,
  format_specifier: flatten(),
  format_expression: unwrap,
  escape_sequence: drop,
  escape_interpolation: drop,
  integer: leaf(Kind.Number),
  float: leaf(Kind.Number),
  true: leaf(Kind.Boolean),
  false: leaf(Kind.Boolean),
  none: leaf(Kind.Null),
  // `...` is no ellipsis of a pattern here.
  ellipsis: leaf(kindOf("ellipsis")),
};

/** Patterns of `case`: what they look like as expressions. */
const caseShapes: Shapes = {
  case_pattern: custom(statements.casePattern),
  union_pattern: custom(statements.union),
  class_pattern: node(Kind.Call, { kinds: { dotted_name: Role.Callee, case_pattern: Role.Argument } }),
  keyword_pattern: custom(statements.keywordPattern),
  dict_pattern: custom(statements.dictPattern),
  splat_pattern: custom(expressions.splat),
  complex_pattern: leaf(Kind.Number),
};

export const python: Language = {
  id: "python",
  aliases: ["py", "python2", "python3"],
  extensions: [".py", ".pyi", ".pyw"],
  interpreters: ["python", "pypy"],
  grammar: "python",
  lowersLocally: true,
  shapes: {
    comment: drop,
    line_continuation: drop,
    ...statementShapes,
    ...importShapes,
    ...definitionShapes,
    ...expressionShapes,
    ...literalShapes,
    ...caseShapes,
  },
  pattern: {
    letter: "ꓘ",
    spread: false,
    looseModifiers: [],
    loneStatements: true,
    typesAreExpressions: true,
    // What a call gives is assigned to by no file.
    nowhere: [/^\s*\([^=]*\w\([^=]*\)[^=]*\)\s*=[^=]/],
    // Among the pairs of a dictionary; among the cases of a `match`.
    ellipses: ["**@", "case @: ꓘꓘꓘ"],
    // Among the pairs of a dictionary.
    places: [
      { before: /\{\s*$/, behind: /^\s*,\s*[^,{}]+:/, by: "**@" },
      { before: /[:}][^,{}()[\]]*,\s*$/, behind: /^\s*[,}]/, by: "**@" },
    ],
    contexts: [
      // A header alone is one with any body.
      { before: "", after: " ꓘꓘꓘ", when: /:\s*$/ },
      { before: "", after: "" },
      // A decorator, a clause of `try`, a `case`.
      { before: "pass\n", after: "\ndef ꓘf(): pass" },
      { before: "try: pass\n", after: "" },
      { before: "match ꓘ:\n  ", after: "" },
    ],
    typed: ["argument"],
    typeContexts: [{ before: "ꓘ: ", after: "" }],
  },
  scoping: {
    blocks: false,
    hoisted: [],
    assignmentDeclares: true,
    classScopeHidden: true,
    defaultsOutside: true,
    caseCaptures: true,
  },
  comments: { line: "#" },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: true,
  folding: {
    locals: false,
    inOrder: true,
    concat: ["+"],
    integers: true,
    fractions: true,
    joinsNumbers: false,
    repeats: true,
    lists: true,
  },
  separator: ".",
  flow: {
    receivers: ["self", "cls"],
    overloads: ["%", "/", "*", "-", "|", "&"],
    offers: "unhidden",
    classesCalled: true,
    keysIterated: true,
    completes: "__post_init__",
    calls: "__call__",
    enters: "__enter__",
    tupleClasses: ["NamedTuple", "namedtuple"],
    enums: ["Enum", "IntEnum", "StrEnum"],
    settings: { languages: ["properties"], file: /(?<![^/\\])[^/\\]+\.(?:ini|properties)$/ },
  },
  deepLambdas: true,
  accepts: [],
  patternsOf: [],
  fixPrinting: { members: true, keywordsLast: true },
};
