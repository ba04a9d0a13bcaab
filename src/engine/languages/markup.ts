// What HTML and XML have in common.
import { Kind, Role } from "../tree/kinds";
import type { Language, PatternSyntax } from "./language";
import type { Lower, Lowerer } from "./lowering";
import { LETTER, spelt } from "./plain-names";

/** Text between tags, without the blanks around it; blanks alone are none. */
export const text: Lower = (to, row, role) => {
  const content = to.textOf(row);
  const trimmed = content.trim();
  if (trimmed === "") return;
  const start = to.table.start[row]! + content.indexOf(trimmed);
  to.leaf(Kind.MarkupText, role, row, to.intern(trimmed), start, start + trimmed.length);
};

/** The text of a script or a style, which counts where it is empty too. */
export const rawText: Lower = (to, row, role) => {
  if (to.textOf(row).trim() === "") to.leaf(Kind.MarkupText, role, row, to.intern(""));
  else text(to, row, role);
};

/** How a value without quotes begins where the grammar wants quotes. */
export const BARE = "qz";

/** A value, with its quotes or without. */
export const value: Lower = (to, row, role) => {
  const content = to.textOf(row);
  const quotes = /^["']/.test(content);
  if (!quotes && content.startsWith(LETTER)) to.leaf(Kind.Identifier, role, row);
  else if (content.startsWith(BARE + LETTER, 1)) {
    to.leaf(Kind.Identifier, role, row, to.intern(content.slice(1 + BARE.length, -1)));
  } else to.leaf(Kind.String, role, row, to.intern(quotes ? content.slice(1, -1) : content));
};

/** An element of a tag with its name and attributes, and of what it holds. */
export function element(to: Lowerer, row: number, role: Role, tag: number, children: readonly number[]): void {
  const opened = to.open(Kind.Element, role, row);
  for (const child of to.namedChildren(tag)) {
    const isAttribute = /^attribute$/i.test(to.kindName(child));
    if (isAttribute) to.lowerAs(child, Role.Attribute);
    else if (/^(?:tag_name|Name)$/.test(to.kindName(child))) to.leaf(Kind.Name, Role.Name, child);
  }
  for (const child of children) to.lowerAs(child, Role.Child);
  to.close(opened);
}

export const attribute: Lower = (to, row, role) => {
  const opened = to.open(Kind.Attribute, role, row);
  const [name, given] = to.namedChildren(row);
  if (name !== undefined) to.leaf(Kind.Name, Role.Name, name, to.intern(spelt(to.textOf(name))));
  if (given !== undefined) to.lowerAs(given, Role.Value);
  to.close(opened);
};

export const pattern: PatternSyntax = {
  letter: LETTER,
  spread: false,
  looseModifiers: [],
  ellipses: [],
  contexts: [
    // An attribute alone.
    { before: `<${LETTER} `, after: " />", when: /^\s*[\w$:@.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)\s*$/ },
    { before: "", after: "" },
  ],
};

/** All of a markup language that is not its grammar. */
export const markup: Omit<Language, "id" | "aliases" | "extensions" | "grammar" | "shapes" | "commentKinds"> = {
  interpreters: [],
  pattern,
  scoping: { blocks: false, hoisted: [], assignmentDeclares: false, classScopeHidden: false },
  comments: { block: ["<!--", "-->"] },
  constantModifiers: [],
  moduleConstants: false,
  folding: { locals: false, concat: [], integers: true, joinsNumbers: false, repeats: false },
  separator: ".",
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
  looseChildren: true,
};
