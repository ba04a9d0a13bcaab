// XML.
import { Kind, kindOf, Role } from "../tree/kinds";
import type { Language } from "./language";
import { custom, drop, flatten, type Lower, leaf, node, type Shapes } from "./lowering";
import { attribute, BARE, element, markup, text, value } from "./markup";
import { PLAIN_ELLIPSIS, PLAIN_LETTER } from "./plain-names";

const xmlElement: Lower = (to, row, role) => {
  const [tag] = to.namedChildren(row);
  const content = to.childOfKind(row, "content");
  if (tag !== undefined) element(to, row, role, tag, content < 0 ? [] : to.namedChildren(content));
};

const shapes: Shapes = {
  Comment: drop,
  document: node(Kind.Program, { rest: Role.Statement }),
  prolog: flatten(),
  XMLDecl: drop,
  PI: drop,
  StyleSheetPI: drop,
  XmlModelPI: drop,
  element: custom(xmlElement),
  STag: drop,
  ETag: drop,
  EmptyElemTag: drop,
  Attribute: custom(attribute),
  AttValue: custom(value),
  CharData: custom(text),
  CDSect: flatten(),
  CDStart: drop,
  CData: custom(text),
  EntityRef: custom(text),
  CharRef: custom(text),
  Name: leaf(Kind.Name),
  doctypedecl: node(kindOf("doctypedecl"), { kinds: { Name: Role.Name }, rest: Role.Element }),
  GEDecl: node(kindOf("GEDecl"), { kinds: { Name: Role.Name }, rest: Role.Value }),
  ExternalID: node(kindOf("ExternalID"), { rest: Role.Value }),
  SystemLiteral: custom(value),
  PubidLiteral: custom(value),
  EntityValue: custom(value),
};

export const xml: Language = {
  ...markup,
  id: "xml",
  aliases: ["xsl", "svg"],
  extensions: [".xml", ".plist"],
  grammar: "xml",
  shapes,
  pattern: {
    ...markup.pattern,
    // Attributes have plain names, and values in quotes.
    rewrites: [
      [/(?<=<[^<>]*\s)\.\.\.(?=[\s/>])/g, `${PLAIN_ELLIPSIS}="..."`],
      [/(?<=^\s*|<[^<>]*\s)\$(?=[A-Z_][A-Z0-9_]*\s*=)/g, PLAIN_LETTER],
      [/=\s*(\$[A-Z_][A-Z0-9_]*|\.\.\.)(?=[\s/>]|$)/g, `="${BARE}$1"`],
    ],
  },
  commentKinds: ["Comment"],
};
