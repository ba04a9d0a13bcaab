// Names: by their spelling, and by what they were imported as; chains of members.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { matchNode, matchThroughCast, mayBeOptional } from "./matcher";
import type { Matching, Next } from "./matching";
import { type PatternNode, partOf } from "./pattern";

/** A name by its spelling; an expression also by what it was imported as. */
export function matchName(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const kind = tree.kind[row]!;
  if (kind === Kind.Identifier || kind === Kind.Name) {
    if (m.sameText(node, row)) return next();
    if (kind === Kind.Identifier && node.kind === Kind.Identifier) {
      const path = m.document.semantics.canonicalPath(row);
      if (path?.length === 1 && path[0] === node.text) next();
    }
    return;
  }
  // A key may be written as a string.
  if (kind === Kind.String && node.role === Role.Key && m.sameText(node, row)) return next();
  if (kind === Kind.Member && m.options.caveat_std_names && isInStd(m, row)) {
    const property = childIn(tree, row, Role.Property);
    return property >= 0 && m.sameText(node, property) ? next() : undefined;
  }
  matchThroughCast(m, node, row, next);
}

/** Whether a name is one of C++'s namespace `std`, which has C's library too. */
function isInStd({ document: { tree, interner } }: Matching, row: number): boolean {
  const object = childIn(tree, row, Role.Object);
  return object >= 0 && tree.kind[object] === Kind.Identifier && interner.text(tree.atom[object]!) === "std";
}

/** An access of the same property, a name imported under such a path, or with `...` a chain of any accesses and calls. */
export function matchMember(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree, semantics } = m.document;
  const kind = tree.kind[row]!;
  const property = partOf(node, Role.Property)!;
  if (property.type === "ellipsis") return matchChain(m, partOf(node, Role.Object)!, row, next);
  if (kind === Kind.Member && (m.sameText(node, row) || mayBeOptional(m, node, row))) {
    const own = childIn(tree, row, Role.Property);
    if (own >= 0 && (property.type !== "node" || m.sameText(property, own))) {
      // Spelling first; what it was imported as only where that fails, as Semgrep resolves names.
      let matched = false;
      const { refused } = m;
      matchNode(m, property, own, () =>
        matchNode(m, partOf(node, Role.Object)!, childIn(tree, row, Role.Object), () => {
          matched = true;
          next();
        }),
      );
      if (matched || m.refused > refused) return;
    }
  }
  if (!node.path || (kind !== Kind.Member && kind !== Kind.Identifier)) return matchThroughCast(m, node, row, next);
  const path = semantics.canonicalPath(row);
  if (path) return matchPath(m, node.path, path, row, next);
  if (semantics.wildcards.length === 0 || node.path.some(({ type }) => type !== "node")) return;
  const written = semantics.unknownPath(row);
  if (!written) return;
  for (const module of semantics.wildcards) matchPath(m, node.path, [...module, ...written], row, next);
}

/** A dotted name of the pattern against a canonical one; a metavariable binds a name made up for it. */
function matchPath(m: Matching, parts: readonly PatternNode[], path: readonly string[], row: number, next: Next): void {
  if (parts.length < path.length && parts[0]!.type === "metavariable") {
    // `$M.f` for `a.b.f`: it stands for all that is before.
    const first = path.length - parts.length + 1;
    const module = path.slice(0, first).join(m.document.language.separator);
    return matchPath(m, parts, [module, ...path.slice(first)], row, next);
  }
  if (parts.length !== path.length) return;
  const { tree } = m.document;
  const at = (index: number): void => {
    const part = parts[index];
    if (!part) return next();
    if (part.type === "metavariable") {
      const [start, end] = [tree.start[row]!, tree.end[row]!];
      m.bind(part.name, { kind: "text", start, end, row, count: 0, text: path[index]! }, () => at(index + 1));
    } else if (part.text === path[index]) at(index + 1);
  };
  at(0);
}

/** `o. ... .p`: any accesses and calls between. */
function matchChain(m: Matching, object: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  for (let at = row; at >= 0; ) {
    matchNode(m, object, at, next);
    const kind = tree.kind[at];
    if (kind === Kind.Member) at = childIn(tree, at, Role.Object);
    else if (kind === Kind.Call) at = childIn(tree, at, Role.Callee);
    else return;
  }
}
