// HTML. Scripts and styles are texts, as in Semgrep.
import { Kind, Role } from "../tree/kinds";
import { scripts } from "./inner/markup";
import type { Language } from "./language";
import { custom, drop, type Lower, node, type Shapes } from "./lowering";
import { attribute, element, markup, rawText, text, value } from "./markup";

const htmlElement: Lower = (to, row, role) => {
  const [tag, ...rest] = to.namedChildren(row);
  if (tag === undefined) return;
  element(
    to,
    row,
    role,
    tag,
    rest.filter((child) => to.kindName(child) !== "end_tag"),
  );
};

const shapes: Shapes = {
  comment: drop,
  doctype: drop,
  document: node(Kind.Program, { rest: Role.Statement }),
  element: custom(htmlElement),
  script_element: custom(htmlElement),
  style_element: custom(htmlElement),
  start_tag: drop,
  self_closing_tag: drop,
  end_tag: drop,
  erroneous_end_tag: drop,
  attribute: custom(attribute),
  attribute_value: custom(value),
  quoted_attribute_value: custom(value),
  text: custom(text),
  raw_text: custom(rawText),
  entity: custom(text),
};

export const html: Language = {
  ...markup,
  id: "html",
  aliases: ["django-html", "jinja-html", "handlebars"],
  extensions: [".html", ".htm"],
  grammar: "html",
  shapes,
  commentKinds: ["comment"],
  inner: scripts,
};

/** Single-file components: their templates are close enough to HTML for its grammar. */
export const vue: Language = { ...html, id: "vue", aliases: [], extensions: [".vue"] };
export const svelte: Language = { ...html, id: "svelte", aliases: [], extensions: [".svelte"] };
