// What of JavaScript's grammar needs more than a line in the table of shapes.
import { Kind, kindOf, Role } from "../../tree/kinds";
import type { Children, Lower, Lowerer } from "../lowering";

/** A declared name is not an expression: it lowers to a Name; anything else (a destructuring) by its shape. */
export function target(to: Lowerer, row: number, role: Role): void {
  if (row < 0) return;
  if (to.kindName(row) === "identifier") to.leaf(Kind.Name, role, row);
  else to.lowerAs(row, role);
}

/** `const a = 1, b = 2`: one Variable each, from the keyword to the end of its declarator. */
export const declaration: Lower = (to, row, role) => {
  const keyword = to.children(row)[0]!;
  const outside = to.before;
  for (const declarator of to.namedChildren(row)) {
    to.before = outside;
    const variable = to.open(Kind.Variable, role, row, 0, to.table.start[row]!, to.table.end[declarator]!);
    to.takeBefore(variable);
    to.leaf(Kind.Modifier, Role.Modifier, keyword);
    target(to, to.field(declarator, "name"), Role.Target);
    to.lowerAs(to.field(declarator, "type"), Role.Type);
    to.lowerAs(to.field(declarator, "value"), Role.Init);
    to.close(variable);
  }
};

export const assignmentPattern: Lower = (to, row, role) => {
  const assign = to.open(Kind.Assign, role, row);
  target(to, to.field(row, "left"), Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(assign);
};

/** A parameter of `formal_parameters`: a name, a pattern, one with a default, or a rest. */
export function parameter(to: Lowerer, row: number): void {
  const kind = to.kindName(row);
  if (kind === "required_parameter" || kind === "optional_parameter") return to.lowerAs(row, Role.Parameter);
  const opened = to.open(Kind.Parameter, Role.Parameter, row);
  if (kind === "assignment_pattern") {
    target(to, to.field(row, "left"), Role.Target);
    to.lowerAs(to.field(row, "right"), Role.Default);
  } else if (kind === "rest_pattern") {
    to.builder.setAtom(opened, to.intern("..."));
    for (const child of to.namedChildren(row)) target(to, child, Role.Target);
  } else target(to, row, Role.Target);
  to.close(opened);
}

export const parameters: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) parameter(to, child);
};

/** Arrow functions; a body that is an expression begins at the `=>`, as a statement of its own. */
export const arrow: Lower = (to, row, role) => {
  const lambda = to.open(Kind.Lambda, role, row);
  functionParts(to, row);
  to.close(lambda);
};

const FUNCTIONS: ReadonlySet<string> = new Set(["arrow_function", "function_expression", "generator_function"]);

/** A property or field whose value is a function is a method: `a: () => b`, `a = function () {}`. */
export const isFunction = (to: Lowerer, row: number): boolean => row >= 0 && FUNCTIONS.has(to.kindName(row));

/** What a function has but its name; a body that is an expression is returned. */
export function functionParts(to: Lowerer, row: number): void {
  const async = to.childOfKind(row, "async");
  if (async >= 0) to.leaf(Kind.Modifier, Role.Modifier, async);
  const single = to.field(row, "parameter");
  if (single >= 0) parameter(to, single);
  to.lowerAs(to.field(row, "type_parameters"), Role.TypeParameter);
  to.lowerAs(to.field(row, "parameters"), Role.Parameter);
  to.lowerAs(to.field(row, "return_type"), Role.ReturnType);
  const body = to.field(row, "body");
  if (body >= 0 && to.kindName(body) === "statement_block") to.lowerAs(body, Role.Body);
  else if (body >= 0) {
    const sign = to.childOfKind(row, "=>");
    const implicit = to.open(Kind.ImplicitReturn, Role.Body, body, 0, to.table.start[sign >= 0 ? sign : body]!);
    to.lowerAs(body, Role.Value);
    to.close(implicit);
  }
}

/** The content between the quotes, as written. */
export const quoted: Lower = (to, row, role) => {
  const start = to.table.start[row]!;
  const end = to.table.end[row]!;
  to.leaf(Kind.String, role, row, to.intern(to.text.slice(start + 1, Math.max(start + 1, end - 1))));
};

/** Text between substitutions is one StringPart each; empty ones are left out. */
export const template: Lower = (to, row, role) => {
  const opened = to.open(Kind.Template, role, row);
  let from = to.table.start[row]! + 1;
  const part = (until: number): void => {
    if (until > from) to.leaf(Kind.StringPart, Role.Part, row, to.intern(to.text.slice(from, until)), from, until);
  };
  for (const child of to.children(row)) {
    if (to.kindName(child) !== "template_substitution") continue;
    part(to.table.start[child]!);
    to.lowerAll(child, Role.Part);
    from = to.table.end[child]!;
  }
  part(to.table.end[row]! - 1);
  to.close(opened);
};

export const regex: Lower = (to, row, role) => {
  const pattern = to.field(row, "pattern");
  const opened = to.open(Kind.Regex, role, row, pattern < 0 ? 0 : to.atomOf(pattern));
  const flags = to.field(row, "flags");
  if (flags >= 0) to.leaf(Kind.Name, Role.Flags, flags);
  to.close(opened);
};

/** `x += e` is `x = x + e`. */
export const augmented: Lower = (to, row, role) => {
  const left = to.field(row, "left");
  const operator = to.field(row, "operator");
  const assign = to.open(Kind.Assign, role, row);
  to.lowerAs(left, Role.Target);
  const binary = to.open(Kind.Binary, Role.Value, row, to.intern(to.textOf(operator).slice(0, -1)));
  to.lowerAs(left, Role.Left);
  to.lowerAs(to.field(row, "right"), Role.Right);
  to.close(binary);
  to.close(assign);
};

export const call: Lower = (to, row, role) => {
  const argument = to.field(row, "arguments");
  if (argument >= 0 && to.kindName(argument) === "template_string") {
    const tagged = to.open(Kind.TaggedTemplate, role, row);
    to.lowerAs(to.field(row, "function"), Role.Callee);
    to.lowerAs(argument, Role.Value);
    to.close(tagged);
    return;
  }
  const opened = to.open(Kind.Call, role, row);
  to.lowerChildren(row, callee, opened);
  to.close(opened);
};
const callee: Children = {
  fields: { function: Role.Callee, type_arguments: Role.TypeArgument, arguments: Role.Argument },
};

/** `{a}` is `{a: a}`; of a destructuring the second is the declared name. */
export const shorthand =
  (value: Kind): Lower =>
  (to, row, role) => {
    const pair = to.open(Kind.Pair, role, row);
    to.leaf(Kind.Name, Role.Key, row);
    to.leaf(value, Role.Value, row);
    to.close(pair);
  };

/** `{a = 1}` in a destructuring. */
export const shorthandDefault: Lower = (to, row, role) => {
  const left = to.field(row, "left");
  const pair = to.open(Kind.Pair, role, row);
  to.leaf(Kind.Name, Role.Key, left);
  const assign = to.open(Kind.Assign, Role.Value, row);
  to.leaf(Kind.Name, Role.Target, left);
  to.lowerAs(to.field(row, "right"), Role.Value);
  to.close(assign);
  to.close(pair);
};

export const pair =
  (value: (to: Lowerer, row: number, role: Role) => void): Lower =>
  (to, row, role) => {
    const key = to.field(row, "key");
    const computed = key >= 0 && to.kindName(key) === "computed_property_name";
    const content = to.field(row, "value");
    if (!computed && isFunction(to, content)) {
      const method = to.open(Kind.Function, role, row);
      to.leaf(Kind.Name, Role.Name, key, propertyName(to, key));
      functionParts(to, content);
      return to.close(method);
    }
    const opened = to.open(Kind.Pair, role, row, computed ? to.intern("computed") : 0);
    to.lowerAs(key, Role.Key);
    value(to, content, Role.Value);
    to.close(opened);
  };

/** A key's text, without quotes. */
const propertyName = (to: Lowerer, key: number): number =>
  to.kindName(key) === "string" ? to.intern(to.textOf(key).slice(1, -1)) : to.atomOf(key);

export const forIn: Lower = (to, row, role) => {
  const operator = to.field(row, "operator");
  const loop = to.open(Kind.ForEach, role, row, operator < 0 ? 0 : to.atomOf(operator));
  const keyword = to.field(row, "kind");
  if (keyword >= 0) to.leaf(Kind.Modifier, Role.Modifier, keyword);
  const left = to.field(row, "left");
  if (keyword >= 0) target(to, left, Role.Target);
  else to.lowerAs(left, Role.Target);
  to.lowerAs(to.field(row, "right"), Role.Iterable);
  to.lowerAs(to.field(row, "body"), Role.Body);
  to.close(loop);
};

/** The definition that is exported takes `export` as a modifier; other exports are rows of their own. */
export const exported: Lower = (to, row, role) => {
  const definition = to.field(row, "declaration");
  if (definition >= 0) {
    for (const child of to.children(row)) {
      const kind = to.kindName(child);
      if (kind === "export" || kind === "default") to.before.push({ row: child, role: Role.Modifier });
      else if (kind === "decorator") to.before.push({ row: child, role: Role.Decorator });
    }
    to.lowerAs(definition, role);
    to.before = [];
    return;
  }
  const opened = to.open(Kind.Export, role, row);
  to.lowerChildren(row, exportParts, opened);
  to.close(opened);
};
const exportParts: Children = {
  fields: { value: Role.Value, source: Role.Module },
  rest: Role.Specifier,
  variant: ["default"],
};

const importParts: Children = { fields: { source: Role.Module }, rest: Role.Specifier, is: "import" };

/** From the keyword to the path. */
export const importStatement: Lower = (to, row, role) => {
  const source = to.field(row, "source");
  const end = source < 0 ? to.endOf(row) : to.table.end[source]!;
  const opened = to.open(Kind.Import, role, row, 0, to.table.start[row], end);
  to.lowerChildren(row, importParts, opened);
  to.close(opened);
};

export const defaultImport: Lower = (to, row, role) => {
  for (const child of to.namedChildren(row)) {
    if (to.kindName(child) === "identifier") {
      const specifier = to.open(Kind.ImportSpecifier, Role.Specifier, child, to.intern("default"));
      to.leaf(Kind.Name, Role.Name, child);
      to.close(specifier);
    } else to.lowerAs(child, role);
  }
};

export const namespace: Lower = (to, row) => {
  for (const child of to.namedChildren(row)) to.leaf(Kind.Name, Role.Alias, child);
};

export const specifier: Lower = (to, row, role) => {
  const opened = to.open(Kind.ImportSpecifier, role, row);
  const name = to.field(row, "name");
  if (name >= 0) to.leaf(Kind.Name, Role.Name, name);
  const alias = to.field(row, "alias");
  if (alias >= 0) to.leaf(Kind.Name, Role.Alias, alias);
  to.close(opened);
};

/** Parentheses widen what they hold, but for those that belong to a statement: `if (a)`. */
export const parenthesized: Lower = (to, row, role) => {
  const ofStatement = (role === Role.Condition && to.builder.openKind !== Kind.Conditional) || role === Role.Subject;
  const inner = to.builder.rows;
  to.lowerAll(row, role);
  if (!ofStatement && to.builder.rows > inner) to.builder.setRange(inner, to.table.start[row]!, to.table.end[row]!);
};

/** `<a b={c}>text</a>` and `<a/>` are one kind; the closing tag says nothing, and a name as `a.b` is one word. */
export const element: Lower = (to, row, role) => {
  const opened = to.open(Kind.Element, role, row);
  const tag = to.kindName(row) === "jsx_element" ? to.field(row, "open_tag") : row;
  if (tag >= 0) {
    const name = to.field(tag, "name");
    if (name >= 0) to.leaf(Kind.Name, Role.Name, name);
    for (const attribute of to.fieldAll(tag, "attribute")) to.lowerAs(attribute, Role.Attribute);
  }
  if (tag !== row) {
    for (const child of to.namedChildren(row)) {
      const kind = to.kindName(child);
      if (kind !== "jsx_opening_element" && kind !== "jsx_closing_element") to.lowerAs(child, Role.Child);
    }
  }
  to.close(opened);
};

export const attribute: Lower = (to, row, role) => {
  const opened = to.open(Kind.Attribute, role, row);
  const [name, value] = to.namedChildren(row);
  if (name !== undefined) to.leaf(Kind.Name, Role.Name, name);
  if (value !== undefined) to.lowerAs(value, Role.Value);
  to.close(opened);
};

/** `{e}` among the children of an element is another thing than what `e` is there; as a value it is `e`. */
export const markupCode: Lower = (to, row, role) => {
  if (role !== Role.Child) return to.lowerAll(row, role);
  const opened = to.open(MARKUP_CODE, role, row);
  to.lowerAll(row, Role.Value);
  to.close(opened);
};
const MARKUP_CODE = kindOf("markup code");

/** Text counts as it is written; blanks over a line's end are none, and those around an ellipsis say nothing. */
export const markupText: Lower = (to, row, role) => {
  const text = to.textOf(row);
  const content = text.trim();
  if (content === "" && text.includes("\n")) return;
  to.leaf(Kind.MarkupText, role, row, to.intern(content === ELLIPSIS ? content : text));
};
const ELLIPSIS = "ꓘꓘꓘ";
