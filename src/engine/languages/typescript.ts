// TypeScript and TSX: JavaScript's shapes and what types add.
import { Kind, Role } from "../tree/kinds";
import {
  classChildren,
  field,
  fieldChildren,
  functionShape,
  javascript,
  shapes as javascriptShapes,
} from "./javascript";
import { namespace, target } from "./javascript/lower";
import type { Language } from "./language";
import { custom, drop, flatten, type Lower, leaf, node, type Shapes, unwrap, widen } from "./lowering";

/** `x as T`, `x satisfies T`, `x!`, `<T>x`. */
const cast =
  (operator: string, typeFirst = false): Lower =>
  (to, row, role) => {
    const opened = to.open(Kind.Cast, role, row, to.intern(operator));
    const parts = to.namedChildren(row);
    const [value, type] = typeFirst ? [parts[1], parts[0]] : parts;
    to.lowerAs(value ?? -1, Role.Value);
    // The type of `<T>x` stands in a list of its own.
    if (typeFirst && type !== undefined) for (const each of to.namedChildren(type)) to.lowerAs(each, Role.Type);
    else to.lowerAs(type ?? -1, Role.Type);
    to.close(opened);
  };

const parameter: Lower = (to, row, role) => {
  const opened = to.open(Kind.Parameter, role, row);
  for (const child of to.children(row)) {
    const kind = to.kindName(child);
    if (kind === "decorator") to.lowerAs(child, Role.Decorator);
    else if (kind.endsWith("_modifier") || kind === "readonly") to.leaf(Kind.Modifier, Role.Modifier, child);
  }
  const pattern = to.field(row, "pattern");
  if (pattern >= 0 && to.kindName(pattern) === "rest_pattern") {
    to.builder.setAtom(opened, to.intern("..."));
    for (const child of to.namedChildren(pattern)) target(to, child, Role.Target);
  } else target(to, pattern, Role.Target);
  to.lowerAs(to.field(row, "type"), Role.Type);
  to.lowerAs(to.field(row, "value"), Role.Default);
  to.close(opened);
};

/** What a declared module or namespace holds never runs: Semgrep does not read it, and no pattern is meant for it. */
const ambient: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    if (!/^(internal_)?module$/.test(to.kindName(child))) to.lowerAs(child, role);
  }
};

/** In a class body decorators are siblings that stand before their member. */
const classBody: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "decorator") to.before.push({ row: child, role: Role.Decorator });
    else to.lowerAs(child, role);
  }
  to.before = [];
};

/** `Promise<T>` in an `extends` clause: the class is the parent, its type arguments say nothing to a matcher. */
const extendsClause: Lower = (to, row) => {
  for (const parent of to.fieldAll(row, "value")) to.lowerAs(parent, Role.Parent);
  for (const parent of to.fieldAll(row, "type")) to.lowerAs(parent, Role.Parent);
};

const typeLeaf: Lower = (to, row, role) => to.leaf(role === Role.Name ? Kind.Name : Kind.Identifier, role, row);

export const shapes: Shapes = {
  ...javascriptShapes,
  abstract_class_declaration: node(Kind.Class, {
    ...classChildren,
    kinds: { ...classChildren.kinds, abstract: Role.Modifier },
  }),
  class_body: custom(classBody),
  extends_clause: custom(extendsClause),
  extends_type_clause: custom(extendsClause),
  implements_clause: flatten(Role.Implements),
  interface_declaration: node(Kind.Class, {
    ...classChildren,
    kinds: { extends_type_clause: Role.Parent },
    is: "interface",
  }),
  interface_body: flatten(Role.Member),
  object_type: node(Kind.Class, { rest: Role.Member, is: "object type" }),
  enum_declaration: node(Kind.Class, { fields: { name: Role.Name, body: Role.Member }, is: "enum", definition: true }),
  enum_body: flatten(Role.Member),
  public_field_definition: custom(field),
  property_signature: node(Kind.Field, fieldChildren),
  method_signature: functionShape,
  abstract_method_signature: functionShape,
  function_signature: functionShape,
  ambient_declaration: custom(ambient),
  type_alias_declaration: node(Kind.TypeAlias, {
    fields: { name: Role.Name, type_parameters: Role.TypeParameter, value: Role.Type },
    definition: true,
  }),
  import_require_clause: custom((to, row, role) => {
    namespace(to, row, role);
    to.lowerAs(to.field(row, "source"), Role.Module);
  }),

  required_parameter: custom(parameter),
  optional_parameter: custom(parameter),
  type_annotation: unwrap,
  type_parameters: flatten(Role.TypeParameter),
  type_arguments: flatten(Role.TypeArgument),
  generic_type: node(Kind.TypeApply, { fields: { name: Role.Value, type_arguments: Role.TypeArgument } }),
  type_identifier: custom(typeLeaf),
  predefined_type: leaf(Kind.Identifier),
  nested_type_identifier: node(Kind.Member, { fields: { module: Role.Object, name: Role.Property } }),
  nested_identifier: node(Kind.Member, { fields: { object: Role.Object, property: Role.Property } }),
  parenthesized_type: widen,
  literal_type: unwrap,

  as_expression: custom(cast("as")),
  satisfies_expression: custom(cast("satisfies")),
  non_null_expression: custom(cast("!")),
  type_assertion: custom(cast("as", true)),
  instantiation_expression: node(Kind.TypeApply, {
    fields: { function: Role.Value, type_arguments: Role.TypeArgument },
    rest: Role.Value,
  }),
  override_modifier: drop,
};

export const typescript: Language = {
  ...javascript,
  id: "typescript",
  aliases: ["ts"],
  extensions: [".ts", ".mts", ".cts"],
  interpreters: ["ts-node", "tsx", "deno"],
  grammar: "typescript",
  shapes,
  pattern: { ...javascript.pattern, nowhere: [], typeContexts: [{ before: "let ꓘ: ", after: ";" }] },
  // Semgrep runs rules of JavaScript on TypeScript too.
  accepts: ["javascript"],
  patternsOf: ["javascript"],
  fixPrinting: { members: false, keywordsLast: false },
};

/** TypeScript with JSX: its own grammar, the same language to rules. */
export const tsx: Language = {
  ...typescript,
  id: "tsx",
  aliases: ["typescriptreact"],
  extensions: [".tsx"],
  interpreters: [],
  grammar: "tsx",
  accepts: ["typescript", "javascript"],
  patternsOf: ["typescript", "javascript"],
  fixPrinting: { members: false, keywordsLast: false },
};
