// PowerShell, by tree-sitter-powershell: what becomes of the grammar's kinds, and how patterns are made to parse.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Language } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import * as commands from "./commands";
import * as expressions from "./expressions";
import { LETTER, NAME_STAND_IN } from "./expressions";
import * as statements from "./statements";

const LEVELS = ["logical", "bitwise", "comparison", "additive", "multiplicative", "format", "range"];
const levels = LEVELS.flatMap((level) => [`${level}_expression`, `${level}_argument_expression`]);

const shapes: Shapes = {
  program: custom(statements.program),
  comment: drop,
  statement_list: custom(statements.statementList),
  statement_block: custom(statements.block),
  script_block: flatten(),
  script_block_body: flatten(),
  named_block_list: flatten(),
  named_block: custom(statements.namedBlock),
  empty_statement: drop,
  param_block: custom(statements.scriptParameters),
  parameter_list: flatten(),
  script_parameter: custom(statements.parameter),
  class_method_parameter: custom(statements.parameter),
  function_parameter_declaration: flatten(),
  function_statement: custom(statements.functionStatement),
  class_statement: custom(statements.classStatement("class")),
  class_property_definition: custom(statements.property),
  class_method_definition: custom(statements.method),
  enum_statement: custom(statements.classStatement("enum")),
  enum_member: custom(statements.property),
  if_statement: custom(statements.ifStatement),
  foreach_statement: custom(statements.forEach),
  for_statement: node(Kind.For, {
    fields: { for_initializer: Role.Init, for_condition: Role.Condition, for_iterator: Role.Update },
    rest: Role.Body,
  }),
  for_initializer: unwrap,
  for_condition: unwrap,
  for_iterator: unwrap,
  while_statement: node(Kind.While, { fields: { condition: Role.Condition }, rest: Role.Body }),
  while_condition: unwrap,
  do_statement: custom(statements.doWhile),
  switch_statement: node(Kind.Switch, { kinds: { switch_condition: Role.Subject, switch_body: Role.Case } }),
  switch_condition: unwrap,
  switch_body: flatten(Role.Case),
  switch_clauses: flatten(Role.Case),
  switch_clause: custom(statements.switchClause),
  try_statement: node(Kind.Try, {
    kinds: { statement_block: Role.Body, catch_clauses: Role.Catch, finally_clause: Role.Finally },
  }),
  catch_clauses: flatten(Role.Catch),
  catch_clause: node(Kind.Catch, { kinds: { catch_type_list: Role.Type, statement_block: Role.Body } }),
  catch_type_list: flatten(),
  finally_clause: node(Kind.Finally, { rest: Role.Body }),
  trap_statement: node(kindOf("trap"), { rest: Role.Body }),
  data_statement: node(kindOf("data"), { rest: Role.Body }),
  flow_control_statement: custom(statements.flowControl),

  pipeline: custom(expressions.pipeline),
  pipeline_chain: custom(expressions.pipeline),
  assignment_expression: custom(statements.assignment),
  left_assignment_expression: unwrap,
  command: custom(commands.command),
  generic_token: custom(commands.token),
  command_argument_sep: drop,
  redirection: drop,
  ...Object.fromEntries(levels.map((level) => [level, custom(expressions.operation)])),
  array_literal_expression: custom(expressions.list),
  unary_expression: custom(expressions.operation),
  expression_with_unary_operator: custom(expressions.unary),
  cast_expression: custom(expressions.cast),
  pre_increment_expression: custom(expressions.update),
  pre_decrement_expression: custom(expressions.update),
  post_increment_expression: custom(expressions.update),
  post_decrement_expression: custom(expressions.update),
  parenthesized_expression: unwrap,
  sub_expression: custom((to, row, role) => {
    for (const child of to.namedChildren(row)) to.lowerAll(child, role);
  }),
  array_expression: custom(expressions.arrayOf),
  script_block_expression: custom(statements.scriptBlock),
  hash_literal_expression: node(Kind.Dict, { rest: Role.Element }),
  hash_literal_body: flatten(),
  hash_entry: custom(expressions.entry),
  member_access: custom(expressions.member),
  member_name: unwrap,
  element_access: custom(expressions.element),
  invokation_expression: custom(expressions.invocation),
  argument_list: flatten(),
  argument_expression_list: flatten(),
  argument_expression: unwrap,
  type_literal: unwrap,
  type_spec: unwrap,
  type_name: custom(expressions.typeName),
  array_type_name: node(kindOf("array type"), { rest: Role.Value }),
  generic_type_name: custom((to, row, role) => to.lowerAll(row, role)),
  generic_type_arguments: drop,
  attribute_argument: custom(statements.attributeArgument),

  variable: custom(expressions.variable),
  simple_name: custom(expressions.word),
  string_literal: custom(expressions.string),
  integer_literal: leaf(Kind.Number),
  real_literal: leaf(Kind.Number),
};

const ANY = LETTER.repeat(3);
/** Operators that look as parameters do. */
const OPERATOR =
  "-(?:[ic]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin|replace|split)|is|isnot|as|and|or|xor|not|b(?:and|or|xor|not)|sh[lr]|f|join)\\b";
/** What follows the name of a command, and no variable. */
const REST = `[ \\t]+(?!${OPERATOR}|in\\b)(?:\\.\\.\\.|[\\w$'"@([]|-[\\w$])`;
const METAVARIABLE = "\\$(?=[A-Z_][A-Z0-9_]*(?![\\w:]))(?!_(?!\\w))";

/** Metavariables where a bare word must stand are made one; variables of letters that the grammar lacks need braces. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\[${METAVARIABLE}(?=\\w+\\])`, "g"), `[${NAME_STAND_IN}`],
  [new RegExp(`(\\bclass\\s+)${METAVARIABLE}`, "gi"), `$1${NAME_STAND_IN}`],
  [new RegExp(`(\\b(?:function|filter)\\s+)${METAVARIABLE}`, "gi"), `$1${LETTER}`],
  [new RegExp(`((["'])(?<=(?:^|[^\\w"'])["']))${METAVARIABLE}(?=\\w+\\2)`, "g"), `$1${LETTER}`],
  [new RegExp(`((?:^|[\\n;|({]|\\$\\(|&&|\\|\\|)[ \\t]*)${METAVARIABLE}(?=\\w+${REST})`, "gi"), `$1${LETTER}`],
  [new RegExp(`(\\|\\s*)${METAVARIABLE}(?=\\w+\\s*(?:[|;)\\n]|$))`, "g"), `$1${LETTER}`],
  [new RegExp(`${METAVARIABLE}(\\w+)`, "g"), `$$${NAME_STAND_IN}$1`],
  [/\.\s*\.\.\.\s*\.(?=[\w$])/g, `.\${${ANY}}.`],
  // A function without a list of parameters may have any; what follows one must begin a line.
  [/(\b(?:function|filter)\s+[\w-ꓘ]+)\s*\{(?!\s*(?:\[[^\]]*\]\s*)*param\b)/gi, `$1(\${${ANY}}) {`],
  [/(\bparam\s*\((?:[^()]|\([^()]*\))*\))[ \t]*(?=[^\s}]|$)/gi, "$1\n"],
  // A call of the stand-in, wherever an expression may stand.
  [/<\.\.\.\s*([\s\S]*?)\s*\.\.\.>/g, `$(${LETTER}d ($1))`],
];

/** Behind an open parenthesis or brace: whole strings and pairs of brackets. */
const GIVEN = `(?:[^()"']|"[^"]*"|'[^']*'|\\([^()]*\\))*`;
const BRACED = `(?:[^{}"']|"[^"]*"|'[^']*'|\\{[^{}]*\\})*`;

export const powershell: Language = {
  id: "powershell",
  aliases: ["ps1", "pwsh"],
  extensions: [".ps1", ".psm1", ".psd1"],
  interpreters: ["pwsh", "powershell"],
  grammar: "powershell",
  shapes,
  pattern: {
    letter: LETTER,
    spread: false,
    looseModifiers: [],
    reserved: ["$_"],
    bareName: () => false,
    rewrites: REWRITES,
    ellipses: ["${@}", "'@' = (@)", "@;", "'@' { @ }"],
    places: [
      { before: new RegExp(`@\\{(?:${BRACED}[\\n;])?\\s*$`), behind: /^\s*(?:[;\n}]|$)/, by: "'@' = (@)" },
      { before: new RegExp(`@\\{(?:${BRACED}[\\n;])?\\s*$`), behind: /^/, by: "'@' = (@);" },
      { before: new RegExp(`@\\{${BRACED}[^=\\s][ \\t]+$`), behind: /^/, by: "; '@' = (@)" },
      {
        before: new RegExp(`(?:\\b(?:function|filter)\\s+[\\w-ꓘ]+|\\bparam)\\s*\\(${GIVEN}$`, "i"),
        behind: /^/,
        by: "${@}",
      },
      { before: new RegExp(`(?:[.:][\\w$]+|@)\\(${GIVEN}$`), behind: /^/, by: "${@}" },
      { before: new RegExp(`(?:[+*/,%]|\\s-|${OPERATOR})\\s*$`, "i"), behind: /^/, by: "${@}" },
      { before: /^/, behind: new RegExp(`^\\s*(?:[+*/,%]|-\\s|${OPERATOR})`, "i"), by: "${@}" },
    ],
    contexts: [
      { before: `try { ${ANY} } `, after: "", when: /^\s*(?:catch|finally)\b/i },
      { before: "", after: ` { ${ANY} }`, when: /^\s*(?:if|while|foreach|for|function)\b[^{]*$/i },
      { before: "", after: "" },
      { before: "", after: "\n;" },
      { before: "@{ ", after: "\n}" },
      { before: `switch (${ANY}) { `, after: "\n}" },
      { before: `class ${NAME_STAND_IN}C { `, after: "\n}" },
    ],
  },
  scoping: {
    blocks: false,
    hoisted: [],
    assignmentDeclares: true,
    classScopeHidden: false,
    lambdasShare: true,
  },
  comments: { line: "#", block: ["<#", "#>"] },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: true,
  folding: { locals: false, concat: ["+"], integers: true, fractions: true, joinsNumbers: true, repeats: true },
  separator: ".",
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
