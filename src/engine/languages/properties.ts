// Properties: keys with values, each a line. Patterns are what they are in YAML.
import { Kind, Role } from "../tree/kinds";
import { data } from "./data";
import type { Language } from "./language";
import { custom, drop, type Lowerer, node, type Shapes } from "./lowering";

const LETTER = "ꓘ";
const STAND_IN = new RegExp(`^${LETTER}+[A-Z_0-9]*$`);
/** In a pattern, quotes around what is special say that the content is meant; elsewhere they are a part of the value. */
const SPECIAL = new RegExp(`^"(${LETTER}+[A-Z_0-9]*|=~/.*/[a-z]*)"$`);

function word(to: Lowerer, row: number, role: Role): void {
  const text = to.textOf(row).trimEnd();
  const end = to.table.start[row]! + text.length;
  if (STAND_IN.test(text)) to.leaf(Kind.Identifier, role, row, to.intern(text), undefined, end);
  else to.leaf(Kind.String, role, row, to.intern(SPECIAL.exec(text)?.[1] ?? text), undefined, end);
}

const shapes: Shapes = {
  comment: drop,
  file: node(Kind.Program, { rest: Role.Statement }),
  property: custom((to, row, role) => {
    const opened = to.open(Kind.Pair, role, row);
    const value = to.childOfKind(row, "value");
    const key = to.childOfKind(row, "key");
    if (key >= 0) word(to, key, Role.Key);
    if (value >= 0) word(to, value, Role.Value);
    else if (to.textOf(row).trim() !== LETTER.repeat(3)) {
      to.leaf(Kind.String, Role.Value, row, to.intern(""), to.table.end[row]!, to.table.end[row]!);
    }
    to.close(opened);
  }),
};

export const properties: Language = {
  ...data,
  id: "properties",
  aliases: ["java-properties", "dotenv", "ini"],
  extensions: [".properties", ".ini"],
  grammar: "properties",
  shapes,
  pattern: {
    letter: LETTER,
    spread: false,
    looseModifiers: [],
    ellipses: [],
    contexts: [{ before: "", after: "\n" }],
  },
  comments: { line: "#" },
  holdsSettings: true,
};
