// What must occur in a document's text for a pattern to match: the prefilter that skips most rules for most files.
import { Kind, Role } from "../tree/kinds";
import type { PatternNode, PatternShape } from "./pattern";

/**
 * Groups of texts, each group an alternative: a document with none of a group's texts as an atom cannot match. Only names
 * count: strings and numbers may be folded constants, operators have equivalents.
 */
export function requiredTexts(shape: PatternShape): readonly (readonly string[])[] {
  const groups = new Map<string, readonly string[]>();
  const add = (text: string): void => {
    if (text !== "") groups.set(text, [text]);
  };
  const visit = (node: PatternNode): void => {
    if (node.type === "deep" && node.inner) visit(node.inner);
    if (node.type !== "node" || node.kind === Kind.Import) return;
    if (node.path) {
      // Under an alias the last name still stands in its import; a qualifier may not occur at all (JavaScript's paths).
      const last = node.path.at(-1)!;
      if (last.type === "node") add(last.text);
      return;
    }
    if (node.kind === Kind.Name || (node.kind === Kind.Identifier && node.role !== Role.Module)) add(node.text);
    for (const list of node.parts.values()) for (const part of list) visit(part);
  };
  if (shape.type === "node") visit(shape.root);
  else for (const statement of shape.statements) visit(statement);
  return [...groups.values()];
}
