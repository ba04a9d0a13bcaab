// JSON, with comments.
import { Kind, Role } from "../tree/kinds";
import { data } from "./data";
import { cells } from "./inner/notebooks";
import type { Language } from "./language";
import { custom, drop, leaf, node, type Shapes } from "./lowering";

const LETTER = "ꓘ";
/** The grammar has no names: in patterns a metavariable or `...` without quotes is a string that begins so. */
const BARE = "qz";
/** The key of an object that stands for `<... e ...>`. */
const DEEP = "qzDeep";

const shapes: Shapes = {
  comment: drop,
  document: node(Kind.Program, { rest: Role.Statement }),
  object: custom((to, row, role) => {
    const pairs = to.namedChildren(row);
    const deep = pairs.find((pair) => to.field(pair, "key") >= 0 && to.textOf(to.field(pair, "key")) === `"${DEEP}"`);
    const opened = to.open(deep === undefined ? Kind.Dict : Kind.Call, role, row);
    if (deep === undefined) for (const pair of pairs) to.lowerAs(pair, Role.Element);
    else {
      to.leaf(Kind.Identifier, Role.Callee, deep, to.intern(`${LETTER}d`));
      to.lowerAs(to.field(deep, "value"), Role.Argument);
    }
    to.close(opened);
  }),
  pair: node(Kind.Pair, { fields: { key: Role.Key, value: Role.Value } }),
  array: node(Kind.Array, { rest: Role.Element }),
  string: custom((to, row, role) => {
    const content = to.textOf(row).slice(1, -1);
    if (!content.startsWith(BARE + LETTER)) to.leaf(Kind.String, role, row, to.intern(content));
    else to.leaf(Kind.Identifier, role, row, to.intern(content.slice(BARE.length)));
  }),
  string_content: drop,
  escape_sequence: drop,
  number: leaf(Kind.Number),
  true: leaf(Kind.Boolean),
  false: leaf(Kind.Boolean),
  null: leaf(Kind.Null),
};

const TOKEN =
  /"(?:[^"\\]|\\.)*"|<\.\.\.|\.\.\.>|\.\.\.|\$(?:\.\.\.)?[A-Z_][A-Z0-9_]*|[{}[\]]|(?<![\w$])[A-Za-z_][\w-]*(?=\s*:)|[\w-]+|\S/g;

/** The pattern with what JSON has no notation for in strings; `...` among the entries of an object is an entry. */
function prepare(pattern: string): string {
  const open: string[] = [];
  let previous = "";
  return pattern.replace(TOKEN, (token) => {
    const before = previous;
    previous = token;
    if (token === "{" || token === "[") open.push(token);
    if (token === "}" || token === "]") open.pop();
    if (token === "<...") return `{"${DEEP}":`;
    if (token === "...>") return "}";
    // A key may be written as a name.
    if (/^[A-Za-z_]/.test(token) && !/^(?:true|false|null)$/.test(token)) return `"${token}"`;
    if (token.startsWith("$")) return `"${BARE}${token}"`;
    if (token !== "...") return token;
    const entry = open.at(-1) === "{" && before !== ":";
    return entry ? `"${BARE}...":"${BARE}..."` : `"${BARE}..."`;
  });
}

export const json: Language = {
  ...data,
  id: "json",
  aliases: ["jsonc"],
  extensions: [".json", ".ipynb"],
  grammar: "json",
  shapes,
  pattern: {
    letter: LETTER,
    spread: false,
    looseModifiers: [],
    ellipses: [],
    prepare,
    contexts: [
      { before: "{", after: "}", when: /^\s*"(?:[^"\\]|\\.)*"\s*:/ },
      { before: "", after: "" },
    ],
  },
  comments: { line: "//", block: ["/*", "*/"] },
  inner: cells,
};
