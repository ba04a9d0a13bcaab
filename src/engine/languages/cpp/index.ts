// C++: C's shapes and what it adds.
import { Kind, kindOf, Role } from "../../tree/kinds";
import { c, shapes as cShapes, pattern } from "../c";
import { functionDefinition, parameter } from "../c/declarations";
import { specifier } from "../c/lower";
import { memory } from "../c/memory";
import type { Language } from "../language";
import { custom, drop, flatten, leaf, node, type Shapes, unwrap } from "../lowering";
import * as lower from "./lower";

const definitionShapes: Shapes = {
  using_declaration: custom(lower.using),
  namespace_definition: node(kindOf("namespace"), { fields: { name: Role.Name, body: Role.Body } }),
  namespace_alias_definition: custom(lower.namespaceAlias),
  namespace_identifier: custom(lower.identifier),
  nested_namespace_specifier: custom(lower.qualified),
  alias_declaration: node(Kind.TypeAlias, { fields: { name: Role.Name, type: Role.Type } }),
  template_declaration: custom(lower.template),
  template_instantiation: drop,
  class_specifier: custom(specifier("class")),
  access_specifier: drop,
  base_class_clause: flatten(Role.Parent),
  friend_declaration: drop,
  static_assert_declaration: node(kindOf("static_assert"), { fields: { condition: Role.Value, message: Role.Value } }),
  inline_method_definition: custom(functionDefinition),
  constructor_or_destructor_definition: custom(functionDefinition),
  optional_parameter_declaration: custom(parameter),
  variadic_parameter_declaration: custom(parameter),
  explicit_function_specifier: leaf(Kind.Modifier),
  virtual_specifier: leaf(Kind.Modifier),
  default_method_clause: drop,
  delete_method_clause: drop,
  pure_virtual_clause: drop,
  requires_clause: drop,
  field_initializer_list: flatten(Role.Cause),
  field_initializer: custom(lower.fieldInitializer),
  destructor_name: custom(lower.compactName),
  operator_name: custom(lower.compactName),
  operator_cast: custom(lower.compactName),
  structured_binding_declarator: node(Kind.Tuple, { rest: Role.Element }),
};

const typeShapes: Shapes = {
  placeholder_type_specifier: leaf(Kind.Identifier),
  qualified_identifier: custom(lower.qualified),
  template_type: node(Kind.TypeApply, { fields: { name: Role.Value, arguments: Role.TypeArgument } }),
  template_function: custom(lower.templateFunction),
  template_method: custom(lower.templateFunction),
  template_argument_list: flatten(Role.TypeArgument),
  dependent_type: unwrap,
  dependent_name: unwrap,
};

const statementShapes: Shapes = {
  condition_clause: custom(lower.condition),
  init_statement: unwrap,
  for_range_loop: custom(lower.forRange),
  try_statement: node(Kind.Try, { fields: { body: Role.Body }, kinds: { catch_clause: Role.Catch } }),
  catch_clause: custom(lower.catchClause),
  throw_statement: node(Kind.Throw, { rest: Role.Value }),
  co_return_statement: node(Kind.Return, { rest: Role.Value }),
  co_yield_statement: node(kindOf("co_yield"), { rest: Role.Value }),
};

const expressionShapes: Shapes = {
  this: leaf(Kind.Identifier),
  subscript_argument_list: flatten(Role.Index),
  call_expression: custom(lower.call),
  compound_literal_expression: custom(lower.literal),
  new_expression: custom(lower.creation),
  decltype: node(Kind.Unary, { rest: Role.Operand, is: "decltype" }),
  delete_expression: custom(lower.deletion),
  lambda_expression: custom(lower.lambda),
  co_await_expression: node(Kind.Await, { fields: { argument: Role.Value } }),
  parameter_pack_expansion: node(Kind.Spread, { fields: { pattern: Role.Value }, is: "..." }),
  raw_string_literal: cShapes.string_literal!,
  user_defined_literal: leaf(kindOf("user_defined_literal")),
};

export const cpp: Language = {
  ...c,
  id: "cpp",
  aliases: ["c++"],
  extensions: [".cpp", ".cc", ".cxx", ".c++", ".hpp", ".hh", ".hxx", ".h++", ".ipp", ".tpp"],
  grammar: "cpp",
  shapes: { ...cShapes, ...definitionShapes, ...typeShapes, ...statementShapes, ...expressionShapes },
  pattern: {
    ...pattern,
    scopes: true,
    declared: lower.declared,
    rewrites: [
      // To a pattern `auto` is no type that a variable has.
      [/(^|[;{}]\s*)((?:(?:const|static)\s+)*)auto(?=\s[^;:(){}]*=)/g, "$1$2ꓘauto"],
      [/\[\s*\.\.\.\s*\](?=\s*[({])/g, "[=]"],
      // Brackets and parentheses would make a lambda.
      [/\bdelete\s*\[\s*\]\s*\(([^()]*)\)/g, "delete[] $1"],
    ],
  },
  types: { ...c.types!, inferred: ["auto"] },
  folding: { ...c.folding, concat: ["+"], receiver: "this" },
  separator: "::",
  flow: { ...c.flow, overloads: ["/"] },
  memory: { ...memory, references: true },
  // What C's rules say of a header holds for a header of C++.
  accepts: [],
  patternsOf: [],
};
