// Ruby, by tree-sitter-ruby: what becomes of each of the grammar's named kinds, and how patterns are made to parse.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Language } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import * as expressions from "./expressions";
import { CLASS_STAND_IN } from "./expressions";
import * as statements from "./statements";

const value = (kind: Kind) => node(kind, { rest: Role.Value });
const elements = (kind: Kind) => node(kind, { rest: Role.Element });
const parameter = (is: string) => node(Kind.Parameter, { fields: { name: Role.Target, value: Role.Default }, is });
const spread = (is: string) => node(Kind.Spread, { rest: Role.Value, is });

/** A grammar kind; as a plain key it would look as if the table were a promise. */
const THEN: string = "then";

const shapes: Shapes = {
  program: custom(statements.program),
  comment: drop,
  uninterpreted: drop,
  heredoc_body: drop,
  empty_statement: drop,
  body_statement: custom(statements.classBody),
  block_body: custom(statements.block),
  [THEN]: custom(statements.statements),
  do: custom(statements.statements),
  parenthesized_statements: unwrap,
  begin: custom(statements.begin),
  begin_block: custom(statements.begin),
  end_block: custom(statements.begin),
  rescue: custom(statements.rescue),
  exceptions: flatten(),
  ensure: custom(statements.ensure),
  rescue_modifier: custom(statements.rescueModifier),
  if: custom(statements.conditional(false)),
  elsif: custom(statements.conditional(false)),
  if_modifier: custom(statements.conditional(false)),
  unless: custom(statements.conditional(true)),
  unless_modifier: custom(statements.conditional(true)),
  while: custom(statements.loop(false)),
  while_modifier: custom(statements.loop(false)),
  until: custom(statements.loop(true)),
  until_modifier: custom(statements.loop(true)),
  for: custom(statements.forIn),
  case: custom(statements.switchOn),
  case_match: custom(statements.switchOn),
  when: custom(statements.branch),
  in_clause: custom(statements.branch),
  else: custom(statements.branch),
  pattern: unwrap,
  return: value(Kind.Return),
  break: value(Kind.Break),
  next: value(Kind.Continue),
  redo: node(kindOf("redo")),
  retry: node(kindOf("retry")),
  alias: node(kindOf("alias"), { fields: { name: Role.Name, alias: Role.Alias } }),
  undef: node(kindOf("undef"), { rest: Role.Name }),

  method: custom(statements.method),
  singleton_method: custom(statements.method),
  class: node(Kind.Class, {
    fields: { name: Role.Name, superclass: Role.Parent, body: Role.Member },
    is: "class",
  }),
  module: node(Kind.Class, { fields: { name: Role.Name, body: Role.Member }, is: "module" }),
  singleton_class: node(Kind.Class, { fields: { value: Role.Parent, body: Role.Member }, is: "class <<" }),
  superclass: unwrap,
  method_parameters: custom(statements.parameters),
  block_parameters: custom(statements.parameters),
  lambda_parameters: custom(statements.parameters),
  optional_parameter: node(Kind.Parameter, { fields: { name: Role.Target, value: Role.Default } }),
  keyword_parameter: node(Kind.Parameter, { fields: { name: Role.Target, value: Role.Default } }),
  splat_parameter: parameter("*"),
  hash_splat_parameter: parameter("**"),
  block_parameter: parameter(""),
  destructured_parameter: elements(Kind.Tuple),
  // Told from a block, which is a lambda too.
  lambda: custom((to, row, role) => {
    const opened = to.open(Kind.Unary, role, row, to.intern("->"));
    statements.lambda(to, row, Role.Operand);
    to.close(opened);
  }),
  block: custom(statements.lambda),
  do_block: custom(statements.lambda),

  identifier: custom(expressions.identifier),
  constant: custom(expressions.identifier),
  instance_variable: custom(expressions.identifier),
  class_variable: custom(expressions.identifier),
  global_variable: custom(expressions.identifier),
  self: leaf(Kind.Identifier),
  super: leaf(Kind.Identifier),
  nil: node(Kind.Null),
  true: leaf(Kind.Boolean),
  false: leaf(Kind.Boolean),
  integer: leaf(Kind.Number),
  float: leaf(Kind.Number),
  rational: leaf(Kind.Number),
  complex: leaf(Kind.Number),
  character: leaf(kindOf("character")),
  string: custom(expressions.string),
  chained_string: custom(expressions.string),
  bare_string: custom(expressions.bareString),
  heredoc_beginning: custom(expressions.heredoc),
  subshell: custom(expressions.subshell),
  regex: custom(expressions.regex),
  simple_symbol: custom(expressions.symbol),
  hash_key_symbol: custom(expressions.symbol),
  delimited_symbol: custom(expressions.symbol),
  bare_symbol: custom(expressions.symbol),
  string_array: elements(Kind.Tuple),
  symbol_array: elements(Kind.Tuple),
  array: elements(Kind.Array),
  hash: elements(Kind.Dict),
  pair: custom(expressions.pair),
  call: custom(expressions.call),
  argument_list: custom((to, row, role) => {
    if (role === Role.Argument) to.lowerAll(row, role);
    else expressions.returned(to, row, role);
  }),
  splat_argument: spread("*"),
  hash_splat_argument: spread("**"),
  block_argument: spread("&"),
  forward_argument: leaf(kindOf("forward_argument")),
  element_reference: custom(expressions.elementReference),
  scope_resolution: custom(expressions.scopeResolution),
  assignment: custom(expressions.assignment(Kind.Assign)),
  operator_assignment: custom(expressions.assignment(Kind.CompoundAssign)),
  left_assignment_list: elements(Kind.Tuple),
  right_assignment_list: elements(Kind.Tuple),
  destructured_left_assignment: elements(Kind.Tuple),
  rest_assignment: spread("*"),
  binary: custom(expressions.binary),
  unary: custom(expressions.unary),
  conditional: node(Kind.Conditional, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  range: custom(expressions.range),
  yield: value(Kind.Yield),
};

const LETTER = "ꓘ";
const ANY = LETTER.repeat(3);

export const ruby: Language = {
  id: "ruby",
  aliases: ["rb"],
  extensions: [".rb", ".rake", ".gemspec", ".ru"],
  interpreters: ["ruby", "jruby"],
  grammar: "ruby",
  shapes,
  pattern: {
    letter: LETTER,
    spread: false,
    looseModifiers: [],
    loneStatements: true,
    rewrites: [
      // The name of a class must begin with a capital.
      [/(\b(?:class|module)\s+(?:[\w:]*::)?)\$(?=[A-Z_])/g, `$1${CLASS_STAND_IN}`],
      // A block in braces would belong to the `...` before it.
      [/^(\s*[\w$.]+ \.\.\.) \{([\s\S]*)\}\s*$/, "$1 do$2end"],
    ],
    ellipses: ["**@", "@: @", "@;"],
    places: [],
    contexts: [
      // A word alone is looked for anywhere; as a statement it would be a call.
      { before: `${LETTER} = (`, after: ")", when: /^\s*[\w$@]+[?!]?\s*$/ },
      { before: "", after: "\nend", when: /^\s*case\s[^\n]*$/ },
      { before: "begin; ", after: "\nend", when: /^\s*(?:rescue|ensure)\b/ },
      { before: "", after: "" },
      { before: "", after: `\n${ANY}\nend` },
      { before: `case ${LETTER}\n`, after: "\nend" },
      { before: `${LETTER}(`, after: ")" },
      { before: `${LETTER} = `, after: "" },
    ],
  },
  scoping: {
    partsAreSpelt: [Kind.Tuple],
    blocks: false,
    hoisted: [],
    assignmentDeclares: true,
    classScopeHidden: true,
    lambdasShare: true,
  },
  comments: { line: "#" },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: true,
  implicitReturns: true,
  classStatements: true,
  folding: {
    locals: false,
    concat: ["+"],
    integers: true,
    joinsNumbers: false,
    repeats: false,
    appends: ["<<", "concat"],
  },
  separator: "::",
  flow: {
    receivers: ["self"],
    offers: "unhidden",
    fieldPrefix: "@",
    changes: ["concat"],
    blocks: true,
    overloads: ["%", "*", "&", "|", "-"],
  },
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
