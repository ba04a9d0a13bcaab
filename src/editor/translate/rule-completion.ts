// What may stand at a place of a YAML file, told from its JSON schema and the indentation around: the text is being
// written, so it need not parse.

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly maxProperties?: number;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

export interface Suggestion {
  readonly label: string;
  readonly kind: "key" | "value";
  /** A snippet: `$0` is where the cursor ends up. */
  readonly snippet: string;
  readonly description: string;
}

/** A line as far as its indentation and its first key tell. */
interface Line {
  /** Columns of the dashes before the content. */
  readonly dashes: readonly number[];
  /** Column of the content. */
  readonly column: number;
  readonly key: string | undefined;
  /** What follows the key, or the whole content. */
  readonly value: string;
}

/** Suggestions at the end of `before`, the text in front of the cursor; `after` is the rest of its line. */
export function suggestionsAt(schema: JsonSchema, before: string, after: string): Suggestion[] {
  const lines = before.split(/\r\n|\n|\r/);
  const line = readLine(lines.at(-1) ?? "");
  if (after.trim() !== "" && !/^\s*[\],#]/.test(after)) return [];
  const path = pathTo(lines, line);
  if (!path) return [];
  const nodes = resolve(schema, path);
  if (line.key !== undefined) {
    const partial = /^\s*\[/.test(line.value) ? ["[]"] : [];
    return values(
      nodes.flatMap((node) => step(schema, node, line.key ?? "")).flatMap((node) => walk(schema, node, partial)),
    );
  }
  const siblings = siblingsOf(lines, line);
  return [...keys(schema, nodes, siblings, line.dashes.length > 0), ...(siblings.size === 0 ? values(nodes) : [])];
}

function readLine(text: string): Line {
  const dashes: number[] = [];
  let column = 0;
  for (;;) {
    while (text[column] === " ") column++;
    if (text[column] !== "-" || (text[column + 1] !== " " && column + 1 !== text.length)) break;
    dashes.push(column);
    column++;
  }
  const content = text.slice(column);
  const [, key, value] = /^["']?([\w-]+)["']?:(?:\s+(.*)|)$/.exec(content) ?? [];
  return { dashes, column, key, value: key === undefined ? content : (value ?? "") };
}

/** The keys from the root to what holds the line's content, `[]` for an entry of a list; undefined inside a text. */
function pathTo(lines: readonly string[], line: Line): string[] | undefined {
  const path: string[] = [];
  let { column } = line;
  let dash = line.dashes.at(0);
  if (dash !== undefined) path.unshift("[]");
  for (let index = lines.length - 2; index >= 0; index--) {
    const text = lines[index] ?? "";
    if (/^\s*(#|$)/.test(text)) continue;
    const other = readLine(text);
    const parent = dash === undefined ? other.column < column : other.column <= dash;
    if (parent && other.key !== undefined) {
      if (/^[|>]/.test(other.value)) return undefined;
      path.unshift(other.key);
      ({ column } = other);
      dash = other.dashes.at(0);
      if (dash !== undefined) path.unshift("[]");
    } else if (dash === undefined && other.column === column && other.dashes.length > 0) {
      // The entry that the content belongs to begins here.
      [dash] = other.dashes;
      path.unshift("[]");
    }
  }
  return path;
}

/** Other keys of the mapping that the line's content belongs to, above it. */
function siblingsOf(lines: readonly string[], line: Line): ReadonlySet<string> {
  const found = new Set<string>();
  if (line.dashes.length > 0) return found;
  for (let index = lines.length - 2; index >= 0; index--) {
    const text = lines[index] ?? "";
    if (/^\s*(#|$)/.test(text)) continue;
    const other = readLine(text);
    if (other.column < line.column) break;
    if (other.column === line.column && other.key !== undefined) found.add(other.key);
    if (other.column === line.column && other.dashes.length > 0) break;
  }
  return found;
}

/** The node itself, what it refers to, and its alternatives. */
function alternatives(schema: JsonSchema, node: JsonSchema): JsonSchema[] {
  const target = node.$ref === undefined ? undefined : schema.definitions?.[node.$ref.replace("#/definitions/", "")];
  return [
    node,
    ...(target ? [target] : []),
    ...[...(target?.anyOf ?? []), ...(node.anyOf ?? [])].flatMap((one) => alternatives(schema, one)),
  ];
}

function step(schema: JsonSchema, node: JsonSchema, key: string): JsonSchema[] {
  const next =
    key === "[]" ? node.items : node.properties && Object.hasOwn(node.properties, key) && node.properties[key];
  return next ? alternatives(schema, next) : [];
}

function walk(schema: JsonSchema, node: JsonSchema, path: readonly string[]): JsonSchema[] {
  return path.reduce<JsonSchema[]>((nodes, key) => nodes.flatMap((one) => step(schema, one, key)), [node]);
}

function resolve(schema: JsonSchema, path: readonly string[]): JsonSchema[] {
  return walk(schema, schema, path);
}

function keys(
  schema: JsonSchema,
  nodes: readonly JsonSchema[],
  siblings: ReadonlySet<string>,
  inEntry: boolean,
): Suggestion[] {
  const open = nodes.filter(({ maxProperties = Number.POSITIVE_INFINITY }) => siblings.size < maxProperties);
  const properties = open.flatMap((node) => Object.entries(node.properties ?? {}));
  return [...new Map(properties)].flatMap(([label, node]) => {
    if (siblings.has(label)) return [];
    const description = alternatives(schema, node).find((one) => one.description !== undefined)?.description ?? "";
    return [{ label, kind: "key", snippet: label + opening(schema, node, inEntry ? "    " : "  "), description }];
  });
}

/** What follows a key, so that its value can be typed. */
function opening(schema: JsonSchema, node: JsonSchema, indent: string): string {
  const types = new Set(alternatives(schema, node).map(({ type }) => type));
  if (types.has("string")) return ": $0";
  if (types.has("array")) return node.items?.enum ? ": [$0]" : `:\n${indent}- $0`;
  return types.has("object") ? `:\n${indent}$0` : ": $0";
}

function values(nodes: readonly JsonSchema[]): Suggestion[] {
  const words = nodes.flatMap((node) => node.enum ?? (node.type === "boolean" ? [true, false] : []));
  return [...new Set(words.map(String))].map((label) => ({ label, kind: "value", snippet: label, description: "" }));
}
