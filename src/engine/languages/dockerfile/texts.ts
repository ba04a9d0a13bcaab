// Texts of a Dockerfile: words in which variables are expanded, in quotes or not.
import { Kind, Role } from "../../tree/kinds";
import { hasStandIn, type Piece, piece, pieces } from "../bash/words";
import type { Lowerer } from "../lowering";
import { spelt } from "../plain-names";
import { WHOLE } from "./patterns";

/** How the variables in a text are written in the tree: as those of the shell, or as ones whose `ENV` says their value. */
export type Expansion = "$" | "${";

const QUOTED = /^(["'])(?:(?!\1)[\s\S])*\1$/;

/** A raw row with text as a word; `strip` is what stands before it that does not belong to it (`:` of a tag). */
export function text(to: Lowerer, row: number, role: Role, expansion: Expansion = "$", strip = 0): void {
  if (row < 0) return;
  const { table } = to;
  const whole = to.textOf(row);
  const inner = QUOTED.test(whole) ? 1 : 0;
  const start = table.start[row]! + strip + inner;
  const end = table.end[row]! - inner;
  const expanded = to.namedChildren(row).filter((child) => to.kindName(child) === "expansion");
  const content = to.text.slice(start, end);
  if (expanded.length === 0 && (inner > 0 || !hasStandIn(content))) {
    return quoted(to, row, role, content, table.start[row]! + strip);
  }
  const parts: (Piece | number)[] = [];
  let from = start;
  for (const child of expanded) {
    parts.push(...pieces(to.text.slice(from, table.start[child]!), from), child);
    from = table.end[child]!;
  }
  parts.push(...pieces(to.text.slice(from, end), from));
  if (parts.length === 1) return part(to, row, parts[0]!, role, expansion);
  const template = to.open(Kind.Template, role, row);
  for (const each of parts) part(to, row, each, Role.Part, expansion);
  to.close(template);
}

/** A text in quotes, or one without stand-ins; `"$X"` and `"..."` in quotes stay texts, which the matcher knows. */
function quoted(to: Lowerer, row: number, role: Role, content: string, start: number): void {
  if (content.startsWith(WHOLE)) to.leaf(Kind.Identifier, role, row, to.intern(spelt(content.slice(WHOLE.length))));
  else to.leaf(Kind.String, role, row, to.intern(spelt(content)), start);
}

function part(to: Lowerer, row: number, each: Piece | number, role: Role, expansion: Expansion): void {
  if (typeof each !== "number") return piece(to, row, each, role);
  const variable = to.childOfKind(each, "variable");
  const name = variable < 0 ? "" : to.textOf(variable);
  const bare = hasStandIn(name) && to.childOfKind(each, "{") < 0;
  if (bare) {
    to.leaf(Kind.Identifier, role, each, to.intern(spelt(name)));
    return;
  }
  const opened = to.open(Kind.Unary, role, each, to.intern(expansion));
  if (variable >= 0) to.leaf(Kind.Identifier, Role.Operand, variable, to.intern(spelt(name)));
  to.lowerAs(to.childOfKind(each, "expansion_modifier"), Role.Argument);
  to.close(opened);
}
