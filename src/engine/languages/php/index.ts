// PHP, by tree-sitter-php: what becomes of each of the grammar's named kinds, and how patterns are made to parse.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Language } from "../language";
import { type Children, custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import * as expressions from "./lower";
import { LETTER } from "./lower";
import * as statements from "./statements";

const MODIFIERS: Children["kinds"] = {
  visibility_modifier: Role.Modifier,
  static_modifier: Role.Modifier,
  abstract_modifier: Role.Modifier,
  final_modifier: Role.Modifier,
  readonly_modifier: Role.Modifier,
};

const FUNCTION: Children = {
  fields: {
    attributes: Role.Decorator,
    name: Role.Name,
    parameters: Role.Parameter,
    return_type: Role.ReturnType,
    body: Role.Body,
    static_modifier: Role.Modifier,
  },
  kinds: { ...MODIFIERS, reference_modifier: Role.Modifier },
};

const PARAMETER: Children = {
  fields: {
    attributes: Role.Decorator,
    name: Role.Target,
    type: Role.Type,
    default_value: Role.Default,
    visibility: Role.Modifier,
    readonly: Role.Modifier,
    reference_modifier: Role.Modifier,
  },
  kinds: MODIFIERS,
};

const classOf = (is: string, parents: Role = Role.Parent) =>
  node(Kind.Class, {
    fields: { attributes: Role.Decorator, name: Role.Name, body: Role.Member },
    kinds: { ...MODIFIERS, base_clause: parents, class_interface_clause: Role.Implements },
    is,
  });

const word = (text: string): ReturnType<typeof custom> => custom(expressions.wordCall(text));

const shapes: Shapes = {
  program: custom(statements.program),
  php_tag: drop,
  php_end_tag: drop,
  text: drop,
  text_interpolation: drop,
  comment: drop,
  compound_statement: node(Kind.Block, { rest: Role.Statement }),
  colon_block: node(Kind.Block, { rest: Role.Statement }),
  expression_statement: custom(expressions.expressionStatement),
  empty_statement: leaf(Kind.Empty),
  echo_statement: custom(expressions.wordStatement("echo")),
  exit_statement: custom(expressions.wordStatement("exit")),
  unset_statement: custom(expressions.wordStatement("unset")),
  if_statement: custom(statements.ifStatement),
  while_statement: node(Kind.While, { fields: { condition: Role.Condition, body: Role.Body } }),
  do_statement: node(Kind.DoWhile, { fields: { condition: Role.Condition, body: Role.Body } }),
  for_statement: node(Kind.For, {
    fields: { initialize: Role.Init, condition: Role.Condition, update: Role.Update, body: Role.Body },
    rest: Role.Body,
  }),
  foreach_statement: custom(statements.forEach),
  switch_statement: node(Kind.Switch, { fields: { condition: Role.Subject, body: Role.Case } }),
  switch_block: flatten(Role.Case),
  case_statement: node(Kind.Case, { fields: { value: Role.Test }, rest: Role.Statement }),
  default_statement: node(Kind.Case, { rest: Role.Statement }),
  match_expression: node(Kind.Switch, { fields: { condition: Role.Subject, body: Role.Case }, is: "match" }),
  match_block: flatten(Role.Case),
  match_conditional_expression: node(Kind.Case, {
    fields: { conditional_expressions: Role.Test, return_expression: Role.Value },
  }),
  match_condition_list: flatten(Role.Test),
  match_default_expression: node(Kind.Case, { fields: { return_expression: Role.Value } }),
  try_statement: node(Kind.Try, {
    fields: { body: Role.Body },
    kinds: { catch_clause: Role.Catch, finally_clause: Role.Finally },
  }),
  catch_clause: node(Kind.Catch, { fields: { type: Role.Type, name: Role.Target, body: Role.Body } }),
  type_list: flatten(Role.Type),
  finally_clause: node(Kind.Finally, { fields: { body: Role.Body } }),
  return_statement: node(Kind.Return, { rest: Role.Value }),
  break_statement: node(Kind.Break, { rest: Role.Name }),
  continue_statement: node(Kind.Continue, { rest: Role.Name }),
  goto_statement: node(kindOf("goto"), { rest: Role.Name }),
  named_label_statement: node(Kind.Label, { rest: Role.Name }),
  global_declaration: node(Kind.Global, { rest: Role.Name, is: "global" }),
  function_static_declaration: custom(statements.statics),
  const_declaration: custom(statements.constants),
  namespace_definition: node(kindOf("namespace"), { fields: { name: Role.Name, body: Role.Body } }),
  namespace_name: leaf(Kind.Name),
  namespace_use_declaration: custom(statements.useDeclaration),

  function_definition: node(Kind.Function, FUNCTION),
  method_declaration: custom(statements.method(FUNCTION)),
  anonymous_function: node(Kind.Lambda, FUNCTION),
  anonymous_function_use_clause: drop,
  arrow_function: custom(statements.arrow),
  formal_parameters: flatten(Role.Parameter),
  simple_parameter: node(Kind.Parameter, PARAMETER),
  property_promotion_parameter: node(Kind.Parameter, PARAMETER),
  variadic_parameter: node(Kind.Parameter, { ...PARAMETER, is: "*" }),
  class_declaration: classOf("class"),
  interface_declaration: classOf("interface", Role.Implements),
  trait_declaration: classOf("trait"),
  enum_declaration: classOf("enum"),
  anonymous_class: classOf("class"),
  base_clause: flatten(),
  class_interface_clause: flatten(),
  declaration_list: flatten(),
  enum_declaration_list: flatten(),
  enum_case: node(Kind.Field, { fields: { attributes: Role.Decorator, name: Role.Name, value: Role.Init } }),
  property_declaration: custom(statements.properties),
  use_declaration: node(kindOf("use trait"), { rest: Role.Item }),
  use_list: drop,
  attribute_list: flatten(Role.Decorator),
  attribute_group: flatten(Role.Decorator),
  attribute: custom((to, row, role) => {
    const decorator = to.open(Kind.Decorator, role, row);
    const call = to.open(Kind.Call, Role.Value, row);
    const [name = -1] = to.namedChildren(row);
    to.lowerAs(name, Role.Callee);
    to.lowerAs(to.field(row, "parameters"), Role.Argument);
    to.close(call);
    to.close(decorator);
  }),
  ...Object.fromEntries(Object.keys(MODIFIERS).map((kind) => [kind, leaf(Kind.Modifier)])),
  reference_modifier: leaf(Kind.Modifier),

  named_type: unwrap,
  primitive_type: leaf(Kind.Identifier),
  optional_type: node(kindOf("optional type"), { rest: Role.Value }),
  union_type: node(kindOf("union type"), { rest: Role.Element }),
  cast_type: leaf(Kind.Identifier),

  name: custom(expressions.name),
  qualified_name: custom(expressions.qualifiedName),
  relative_name: custom(expressions.qualifiedName),
  relative_scope: custom(expressions.relativeScope),
  variable_name: custom(expressions.variable),
  by_ref: unwrap,
  string: custom(expressions.string),
  encapsed_string: custom(expressions.string),
  heredoc: custom(expressions.string),
  nowdoc: custom(expressions.string),
  shell_command_expression: custom(expressions.shellCommand),
  integer: leaf(Kind.Number),
  float: leaf(Kind.Number),
  boolean: custom((to, row, role) => to.leaf(Kind.Boolean, role, row, to.intern(to.textOf(row).toLowerCase()))),
  null: custom((to, row, role) => to.leaf(Kind.Null, role, row, to.intern("null"))),
  parenthesized_expression: unwrap,
  assignment_expression: custom(expressions.assignment),
  reference_assignment_expression: custom(expressions.assignment),
  augmented_assignment_expression: custom(expressions.augmented),
  binary_expression: custom(expressions.binary),
  unary_op_expression: node(Kind.Unary, { fields: { argument: Role.Operand }, variant: ["-", "+", "!", "~"] }),
  error_suppression_expression: word("@"),
  update_expression: node(Kind.Update, { fields: { argument: Role.Operand }, variant: "operator", prefixed: true }),
  cast_expression: node(Kind.Cast, { fields: { type: Role.Type, value: Role.Value }, is: "as" }),
  conditional_expression: custom(expressions.conditional),
  sequence_expression: node(Kind.Sequence, { rest: Role.Element }),
  function_call_expression: custom(expressions.call),
  member_call_expression: custom(expressions.memberCall),
  nullsafe_member_call_expression: custom(expressions.memberCall),
  scoped_call_expression: custom(expressions.memberCall),
  member_access_expression: custom(expressions.memberAccess),
  nullsafe_member_access_expression: custom(expressions.memberAccess),
  scoped_property_access_expression: custom(expressions.staticProperty),
  class_constant_access_expression: custom(expressions.classConstant),
  arguments: flatten(Role.Argument),
  argument: custom(expressions.argument),
  variadic_unpacking: node(Kind.Spread, { rest: Role.Value, is: "..." }),
  subscript_expression: custom((to, row, role) => {
    const opened = to.open(Kind.Index, role, row);
    const [object = -1, index = -1] = to.namedChildren(row);
    to.lowerAs(object, Role.Object);
    to.lowerAs(index, Role.Index);
    to.close(opened);
  }),
  object_creation_expression: custom(expressions.newObject),
  array_creation_expression: node(Kind.Array, { rest: Role.Element }),
  array_element_initializer: custom(expressions.element),
  list_literal: custom(expressions.list),
  print_intrinsic: word("print"),
  clone_expression: word("clone"),
  include_expression: word("include"),
  include_once_expression: word("include_once"),
  require_expression: word("require"),
  require_once_expression: word("require_once"),
  throw_expression: node(Kind.Throw, { rest: Role.Value }),
  yield_expression: node(Kind.Yield, { rest: Role.Value, variant: ["yield from"] }),
};

/** What takes a name and no variable: keywords before it, or a type before a parameter. */
const BARE_BEFORE =
  /(?:\b(?:function|class|interface|trait|enum|extends|namespace|use|goto|const|insteadof)\s+&?|\bimplements\s[\w\s,\\$]*|#\[\s*|\\|\bfunction\b[^{;]*\)\s*:\s*\??)$/;
const BARE_AFTER = /^(?:[ \t]+(?:&\s*)?(?:\.\.\.)?\$|\\)/;

/** Between double quotes, and not in the braces of an interpolation: text, as Semgrep has it. */
function isQuoted(before: string): boolean {
  const open = before.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "");
  return open.includes('"') && !/\{\$?$/.test(open);
}

/** Beside `...` it stands for a piece of text. */
const isBesideDots = (before: string, after: string): boolean => before.endsWith("...") || after.startsWith("...");

const BODY = `${LETTER.repeat(3)};`;

/** Behind the brace of a class, blocks within it closed. */
const IN_CLASS = /\b(?:class|interface|trait|enum)\b[^{}]*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*$/;

/** Text before the code or after some of it; variables but those of the language. */
const PAGES = { page: /^\s*<(?!\?php)|\?>\s*</, variable: /^\$(?!_[A-Z]+$|GLOBALS$)/ };

export const php: Language = {
  id: "php",
  aliases: [],
  extensions: [".php", ".tpl", ".phtml"],
  interpreters: ["php"],
  grammar: "php",
  shapes,
  pattern: {
    letter: LETTER,
    opening: "<?php ",
    spread: true,
    looseModifiers: [],
    // A method by itself is one whatever its modifiers are, as in Semgrep.
    rewrites: [
      [/^\s*(?:(?:public|private|protected|static|final|abstract)\s+)+(?=function\b)/i, ""],
      [/\blist\(\(\.\.\.\)\)/g, "list(...)"],
    ],
    qualifier: "\\",
    reserved: ["$_GET", "$_POST", "$_REQUEST", "$_COOKIE", "$_SERVER", "$_FILES", "$_SESSION", "$_ENV"],
    foldsNames: true,
    textsHoldText: true,
    bareName: (before, after) =>
      BARE_BEFORE.test(before) || BARE_AFTER.test(after) || (isQuoted(before) && !isBesideDots(before, after)),
    places: [
      {
        before: /\b(?:function|fn)\b(?:\s*&?\s*[\w$þ]*|[^{;]*\)\s*use)\s*\((?:[^()"']|"[^"]*"|'[^']*')*$/,
        behind: /^/,
        by: "$@",
      },
      { before: /\bfor\s*\(\s*$/, behind: /^\s*\)/, by: "@;;" },
      { before: /\bmatch\s*\([^{}]*\)\s*\{(?:[^{}]*,)?\s*$/, behind: /^/, by: "@ => @" },
      { before: IN_CLASS, behind: /^[ \t]*(?:\n|\}|$)/, by: "function @() {}" },
      { before: /(?:^|[;{}):])\s*$/, behind: /^[ \t]*(?:\n|\}|$)/, by: "@;" },
    ],
    ellipses: ["@;", "$@", "case @:", "function @() {}", "@;;", "@ => @"],
    // What is appended to a text as written.
    nowhere: [/^\s*(["']).*\1\s*[.+]=/],
    contexts: [
      {
        before: "",
        after: ` { ${BODY} }`,
        when: /^\s*(?:if|while|for|foreach|(?:(?:abstract|final)\s+)*function\s+[\w$]+)\s*\([^{;]*$/,
      },
      {
        before: "",
        after: " {}",
        when: /^\s*(?:#\[.*\]\s*)?(?:(?:abstract|final|readonly)\s+)*(?:class|interface|trait)\s[^{;]*$/,
      },
      { before: `try { ${BODY} } `, after: "", when: /^\s*(?:catch|finally)\b/ },
      { before: "", after: "" },
      { before: "", after: ";" },
      { before: `class ${LETTER}C { `, after: "\n}" },
      { before: `class ${LETTER}C { `, after: ` { ${BODY} }\n}` },
      { before: `switch (${LETTER}) { `, after: "\n}" },
      { before: "", after: ` ${BODY}` },
      { before: "", after: ` catch (${LETTER.repeat(3)}) { ${BODY} }` },
    ],
  },
  scoping: { blocks: false, hoisted: [], assignmentDeclares: true, classScopeHidden: false },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["comment"],
  constantModifiers: ["const"],
  moduleConstants: true,
  implicitReturns: "lambdas",
  folding: {
    locals: false,
    receiver: "self",
    concat: ["."],
    integers: true,
    fractions: true,
    joinsNumbers: false,
    repeats: false,
    formats: ["escapeshellarg"],
  },
  separator: "\\",
  flow: { receivers: ["$this"], fallsThrough: true, foldsNames: true, offers: "unhidden", pages: PAGES },
  loneCases: true,
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
