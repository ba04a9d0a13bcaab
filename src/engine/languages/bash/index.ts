// The shell, by tree-sitter-bash.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Language } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes } from "../lowering";
import { LETTER, PLAIN_LETTER } from "../plain-names";
import * as commands from "./commands";
import * as words from "./words";

const shapes: Shapes = {
  comment: drop,
  program: custom(commands.program),
  command: custom(commands.command),
  command_name: flatten(),
  pipeline: custom(commands.pipeline),
  list: custom(commands.list),
  negated_command: node(Kind.Unary, { rest: Role.Operand, is: "!" }),
  redirected_statement: custom(commands.redirected),
  file_redirect: drop,
  heredoc_redirect: drop,
  herestring_redirect: drop,
  declaration_command: custom(commands.declarations),
  variable_assignments: custom(commands.declarations),
  variable_assignment: custom(commands.assignment),
  compound_statement: custom(commands.compound),
  do_group: custom(commands.compound),
  subshell: custom(commands.subshell),
  command_substitution: custom(commands.nested("command_substitution")),
  process_substitution: custom(commands.nested("process_substitution")),
  if_statement: custom(commands.ifStatement),
  while_statement: custom(commands.whileStatement),
  for_statement: custom(commands.forStatement),
  c_style_for_statement: node(Kind.For, {
    fields: { initializer: Role.Init, condition: Role.Condition, update: Role.Update, body: Role.Body },
  }),
  case_statement: node(Kind.Switch, { fields: { value: Role.Subject }, kinds: { case_item: Role.Case } }),
  case_item: custom(commands.caseItem),
  function_definition: node(Kind.Function, { fields: { name: Role.Name, body: Role.Body } }),
  unset_command: node(kindOf("unset_command"), { rest: Role.Argument }),

  word: custom((to, row, role) => (role === Role.Name ? to.leaf(Kind.Name, role, row) : words.word(to, row, role))),
  number: custom(words.word),
  extglob_pattern: custom(words.word),
  regex: custom(words.word),
  brace_expression: custom(words.word),
  concatenation: custom(words.concatenation),
  string: custom(words.string),
  translated_string: flatten(),
  raw_string: custom(words.rawString),
  ansi_c_string: custom(words.rawString),
  simple_expansion: custom(words.expansion),
  expansion: custom(words.expansion),
  variable_name: custom(words.variableName),
  special_variable_name: leaf(Kind.Identifier),
  subscript: node(Kind.Index, { fields: { name: Role.Object, index: Role.Index } }),
  array: node(Kind.Array, { rest: Role.Element }),

  arithmetic_expansion: node(kindOf("arithmetic_expansion"), { rest: Role.Value }),
  // What a test says does not count, as in Semgrep; only how it is written.
  test_command: custom((to, row, role) => {
    const bracket = to.children(row)[0];
    const opened = to.open(kindOf("test_command"), role, row, bracket === undefined ? 0 : to.atomOf(bracket));
    to.close(opened);
  }),
  binary_expression: node(Kind.Binary, { fields: { left: Role.Left, right: Role.Right }, variant: "operator" }),
  unary_expression: node(Kind.Unary, { rest: Role.Operand, variant: "operator" }),
  postfix_expression: node(Kind.Update, { rest: Role.Operand, variant: "operator" }),
  ternary_expression: node(Kind.Conditional, {
    fields: { condition: Role.Condition, consequence: Role.Then, alternative: Role.Else },
  }),
  parenthesized_expression: flatten(),
};

/** One word, an expansion or a substitution alone: an expression, wherever it stands. */
const WORD =
  /^\s*(?![\w$.]+(?:\[[^\]]*\])?\+?=)(?:"(?:[^"\\]|\\.)*"|'[^']*'|\$\{[^}]*\}|[$<>]\([^()]*\)|[^\s;&|<>()"'`#{}])+\s*$/;

/** How Semgrep's syntax is written where the shell's grammar takes only plain names, and what a deep expression is. */
export const rewrites: readonly (readonly [RegExp, string])[] = [
  [/(?<=\$\{[#!]?|\b(?:for|select)\s+)\$(?=[A-Z_])/g, PLAIN_LETTER],
  [/<\.\.\./g, `$(${LETTER}d`],
  [/\.\.\.>/g, " )"],
];

export const bash: Language = {
  id: "bash",
  aliases: ["sh", "shellscript"],
  extensions: [".sh", ".bash"],
  interpreters: ["bash", "sh", "dash", "ksh", "zsh"],
  grammar: "bash",
  shapes,
  pattern: {
    letter: LETTER,
    spread: false,
    looseModifiers: [],
    ellipses: ["@;"],
    // Behind a backslash it is text.
    bareName: (before) => !before.endsWith("\\"),
    contexts: [
      { before: `${LETTER} `, after: "", when: WORD },
      { before: "", after: "" },
    ],
    rewrites,
  },
  scoping: { blocks: false, hoisted: [], assignmentDeclares: false, classScopeHidden: false },
  comments: { line: "#" },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: false,
  folding: { locals: false, concat: [], integers: false, joinsNumbers: false, repeats: false },
  separator: ".",
  loneCases: true,
  loneBranches: true,
  closed: [
    { kind: Kind.Binary },
    { kind: kindOf("subshell") },
    { kind: kindOf("command_substitution") },
    { kind: kindOf("process_substitution") },
  ],
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
