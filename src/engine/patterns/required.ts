// What must occur in a document's text for a pattern to match: the prefilter that skips most rules for most files.
import { Kind, Role } from "../tree/kinds";
import type { PatternNode, PatternShape } from "./pattern";

const spellings = ({ text, other }: PatternNode): readonly string[] => (other ? [text, other.text] : [text]);

interface RequiredNames {
  readonly required: readonly (readonly string[])[];
  readonly qualifiers: readonly string[];
}

/**
 * Groups of names, each group an alternative: a document with none of a group's names as an atom cannot match. Strings and
 * numbers do not count, they may be folded constants; operators have equivalents.
 */
export function requiredNames(shape: PatternShape): RequiredNames {
  const names = new Map<string, readonly string[]>();
  const qualifiers = new Set<string>();
  const visit = (node: PatternNode): void => {
    if (node.type === "deep" && node.inner) visit(node.inner);
    if (node.type !== "node" || node.kind === Kind.Import) return;
    if (node.path) {
      // Under an alias the last name still stands in its import; those before it may be parts of the module's path.
      node.path.forEach((part, index) => {
        if (part.type !== "node") return;
        if (index < node.path!.length - 1) qualifiers.add(part.text);
        else names.set(part.text, spellings(part));
      });
      return;
    }
    const isName = node.kind === Kind.Name || (node.kind === Kind.Identifier && node.role !== Role.Module);
    if (isName) names.set(node.text, spellings(node));
    for (const list of node.parts.values()) for (const part of list) visit(part);
  };
  if (shape.type === "node") visit(shape.root);
  else for (const statement of shape.statements) visit(statement);
  names.delete("");
  return { required: [...names.values()], qualifiers: [...qualifiers] };
}
