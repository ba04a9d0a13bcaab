// Kotlin, by tree-sitter-kotlin: what becomes of each of the grammar's named kinds, and how patterns are made to parse.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { COMMON_TYPES, type Language } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import * as definitions from "./definitions";
import * as lower from "./lower";

const shapes: Shapes = {
  shebang: drop,
  line_comment: drop,
  block_comment: drop,
  file_annotation: drop,
  source_file: custom(lower.statements),
  block: custom(lower.statements),
  package_header: custom(lower.packageHeader),
  import: custom(lower.importHeader),

  modifiers: custom(lower.modifiers),
  parameter_modifiers: custom(lower.modifiers),
  annotation: custom(lower.annotation),
  annotated_expression: custom(definitions.annotated),
  constructor_invocation: custom(lower.constructorInvocation),
  class_declaration: custom(definitions.classDeclaration()),
  object_declaration: custom(definitions.classDeclaration("object")),
  companion_object: custom(definitions.classDeclaration("object")),
  object_literal: custom(definitions.objectLiteral),
  primary_constructor: custom(definitions.primaryConstructor),
  class_parameters: flatten(),
  class_parameter: custom(definitions.classParameter),
  delegation_specifiers: flatten(),
  delegation_specifier: unwrap,
  class_body: flatten(),
  enum_class_body: flatten(),
  enum_entry: custom(definitions.enumEntry),
  secondary_constructor: custom(definitions.secondaryConstructor),
  constructor_delegation_call: custom(definitions.delegationCall),
  anonymous_initializer: custom(definitions.initializer),
  function_declaration: custom(definitions.functionDeclaration),
  function_value_parameters: custom(definitions.parameters),
  function_body: custom(definitions.functionBody),
  property_declaration: custom(definitions.property),
  getter: custom(definitions.accessor),
  setter: custom(definitions.accessor),
  type_alias: custom(definitions.typeAlias),

  if_expression: custom(definitions.ifExpression),
  when_expression: custom(definitions.whenExpression),
  when_entry: custom(definitions.whenEntry),
  type_test: custom(definitions.test),
  range_test: custom(definitions.test),
  try_expression: custom(definitions.tryExpression),
  catch_block: custom(definitions.catchBlock),
  finally_block: node(Kind.Finally, { rest: Role.Body }),
  for_statement: custom(definitions.forStatement),
  while_statement: custom(definitions.whileStatement(Kind.While)),
  do_while_statement: custom(definitions.whileStatement(Kind.DoWhile)),
  return_expression: custom(definitions.returnExpression),
  throw_expression: node(Kind.Throw, { rest: Role.Value }),

  identifier: custom(lower.identifier),
  this_expression: custom(lower.receiver("this")),
  super_expression: custom(lower.receiver("super")),
  string_literal: custom(lower.text),
  multiline_string_literal: custom(lower.text),
  number_literal: leaf(Kind.Number),
  float_literal: leaf(Kind.Number),
  parenthesized_expression: unwrap,
  call_expression: custom(lower.call),
  value_arguments: flatten(),
  value_argument: custom(lower.valueArgument),
  annotated_lambda: unwrap,
  lambda_literal: custom(definitions.lambda),
  anonymous_function: custom(definitions.anonymousFunction),
  spread_expression: node(Kind.Spread, { rest: Role.Value, is: "*" }),
  navigation_expression: custom(lower.navigation),
  callable_reference: custom(lower.navigation),
  index_expression: custom((to, row, role) => {
    const opened = to.open(Kind.Index, role, row);
    to.namedChildren(row).forEach((child, i) => {
      to.lowerAs(child, i === 0 ? Role.Object : Role.Index);
    });
    to.close(opened);
  }),
  assignment: custom(lower.assignment),
  binary_expression: custom(lower.binary),
  in_expression: custom(lower.operation),
  is_expression: custom(lower.operation),
  range_expression: custom(lower.operation),
  infix_expression: custom(lower.infix),
  unary_expression: custom(lower.unary),
  as_expression: node(Kind.Cast, { fields: { left: Role.Value, right: Role.Type }, is: "as" }),
  collection_literal: node(Kind.Array, { rest: Role.Element }),

  user_type: custom(lower.userType),
  nullable_type: node(kindOf("nullable type"), { rest: Role.Value }),
  parenthesized_type: unwrap,
  type_arguments: flatten(),
  type_projection: unwrap,
  type_parameters: flatten(),
  type_parameter: custom(definitions.typeParameter),
};

/** The text up to a member of a class: what is open is the class's body. */
const BALANCED = String.raw`(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*`;
const IN_CLASS = new RegExp(String.raw`(?<!:)\b(?:class|interface|object)\b[^{}]*\{${BALANCED}(?<=[{}\n;])\s*$`);
/** On one line a class of no more than `...` is read as a call, as in Semgrep. */
const ONE_LINE_CLASS = /^[^\n{]*(?<!:)\b(?:class|interface|object)[ \t]+[\w$][^\n{]*\{[ \t]*\.\.\.[ \t]*\}\s*$/;
/** A class whose companion the pattern speaks of is found nowhere. */
const WITH_COMPANION = /\b(?:class|interface|object)\b[^{]*\{[\s\S]*\bcompanion\s+object\b/;
const PARAMETERS = /\b(?:fun\b[^()]*|class\s+[\w$\uA4D8<>,]+\s*|constructor\s*)\((?:[^()]|\([^()]*\))*$/;

export const kotlin: Language = {
  id: "kotlin",
  aliases: ["kt"],
  extensions: [".kt", ".kts"],
  interpreters: ["kotlin", "kotlinc"],
  grammar: "kotlin",
  shapes,
  pattern: {
    letter: "ꓘ",
    spread: false,
    looseModifiers: [],
    ellipses: ["@: @", "typealias @ = @\n", "@ -> @", "@ in @", "@;"],
    places: [
      { before: /\bcatch\s*\($/, behind: /^\s*\)/, by: "@: @" },
      { before: /\bfor\s*\($/, behind: /^\s*\)/, by: "@ in @" },
      { before: /\bwhen\s*(?:\([^{]*\))?\s*\{\s*$/, behind: /^/, by: "@ -> @" },
      { before: /\bwhen\b[^{}]*\{[^{}]*\n\s*$/, behind: /^/, by: "@ -> @" },
      { before: IN_CLASS, behind: /^/, by: "typealias @ = @\n" },
      { before: PARAMETERS, behind: /^/, by: "@: @" },
    ],
    contexts: [
      { before: "try { ꓘꓘꓘ } ", after: "", when: /^\s*(catch|finally)\b/ },
      {
        before: "",
        completion: " catch (ꓘꓘꓘ: ꓘꓘꓘ) { ꓘꓘꓘ }",
        after: "",
        when: /^(?!.*\b(?:catch|finally)\b)\s*try\s*\{/s,
      },
      { before: "", after: "\n" },
      { before: "fun ꓘf() {\n", after: "\n}" },
      { before: "class ꓘC {\n", after: "\n}" },
      { before: "val ꓘ = ", after: "" },
      { before: "when (ꓘ) {\n", after: "\n}" },
      { before: "class ꓘC {\n", after: "\n fun ꓘf() {}\n}" },
    ],
    never: [ONE_LINE_CLASS, WITH_COMPANION],
    typed: ["name-first"],
    typeContexts: [{ before: "val ꓘ: ", after: "" }],
  },
  scoping: {
    blocks: true,
    hoisted: [],
    assignmentDeclares: false,
    classScopeHidden: false,
    membersAreNames: true,
  },
  comments: { line: "//", block: ["/*", "*/"] },
  commentKinds: ["line_comment", "block_comment"],
  constantModifiers: ["val", "const", "final"],
  moduleConstants: false,
  folding: { locals: false, receiver: "this", concat: ["+"], integers: true, joinsNumbers: true, repeats: false },
  types: {
    ...COMMON_TYPES,
    builtins: { ...COMMON_TYPES.builtins, integer: [...(COMMON_TYPES.builtins.integer ?? []), "Short", "Byte"] },
  },
  closed: [{ kind: Kind.If }, { kind: Kind.Switch }, { kind: Kind.Try }],
  implicitReturns: "lambdas",
  flow: { receivers: ["this"] },
  deepLambdas: true,
  separator: ".",
  accepts: [],
  patternsOf: [],
};
