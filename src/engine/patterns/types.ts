// Types as conditions: what is known of an expression's type against the type that a pattern writes.
import { type BuiltinType, COMMON_TYPES } from "../languages/language";
import type { Type } from "../semantics";
import { Kind, kindOf, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { TYPE_ROLES } from "./document";
import { matchNode } from "./matcher";
import type { Matching, Next } from "./matching";
import { partOf, type TypePattern } from "./pattern";

/** Calls `next` where the row is of the type. A name of which no type is known counts as a type itself. */
export function matchTyped(m: Matching, type: TypePattern, row: number, next: Next): void {
  const { tree, semantics } = m.document;
  const known = semantics.typeOf(row);
  if (known) return matchType(m, type, known, next);
  if (!isNamed(m, row) || isReceiver(m, row)) return;
  let outer = row;
  while (tree.kind[outer] === ARRAY_TYPE || tree.kind[tree.parent[outer]!] === ARRAY_TYPE) outer = tree.parent[outer]!;
  if (!TYPE_ROLES.has(tree.role[outer]!)) matchNode(m, type.node, row, next);
}

const ARRAY_TYPE = kindOf("array_type");

/** A name, or a chain of them: `a.b`. */
function isNamed({ document: { tree } }: Matching, row: number): boolean {
  let at = row;
  while (at >= 0 && tree.kind[at] === Kind.Member) at = childIn(tree, at, Role.Object);
  return at >= 0 && (tree.kind[at] === Kind.Identifier || (at === row && tree.kind[at] === Kind.Name));
}

const isReceiver = ({ document: { tree, interner, language } }: Matching, row: number): boolean =>
  tree.kind[row] === Kind.Identifier && interner.text(tree.atom[row]!) === language.folding.receiver;

function matchType(m: Matching, type: TypePattern, known: Type, next: Next): void {
  if ("builtin" in known) {
    const metavariable = type.node.type === "metavariable";
    if (metavariable || (!isQualified(m, type.name) && namesOf(m, known.builtin).includes(type.name))) return next();
    return matchBuiltinPointer(m, type, known.builtin, next);
  }
  if (known.pointer) {
    const { node } = type;
    if (node.type === "metavariable") return matchNode(m, node, known.row, next);
    const target = node.kind === Kind.PointerType ? partOf(node, Role.Value) : undefined;
    return target && matchNode(m, target, known.row, next);
  }
  const { tree, text } = m.document;
  const written = text.slice(tree.start[known.row]!, tree.end[known.row]!).replace(/\s+/g, "");
  if (type.node.type === "node" && areEqual(m, type.name, written)) return next();
  let matched = false;
  const { refused } = m;
  const found = (): void => {
    matched = true;
    next();
  };
  matchNode(m, type.node, known.row, found);
  // `List` is any list.
  if (matched || m.refused > refused) return;
  if (tree.kind[known.row] !== Kind.TypeApply || type.node.kind === Kind.TypeApply) return;
  const base = childIn(tree, known.row, Role.Value);
  if (base >= 0) matchNode(m, type.node, base, next);
}

/** `$T *` where a string is a `char *`; nothing is known of what the null of all pointers points to. */
function matchBuiltinPointer(m: Matching, { node }: TypePattern, builtin: BuiltinType, next: Next): void {
  const target = node.kind === Kind.PointerType ? partOf(node, Role.Value) : undefined;
  if (!target) return;
  const name = namesOf(m, builtin).find((each) => each.endsWith("*"));
  if (builtin === "null") next();
  else if (name !== undefined && target.type === "metavariable") {
    m.bind(target.name, { kind: "text", start: 0, end: 0, row: -1, count: 0, text: name.slice(0, -1) }, next);
  }
}

/** A type that a pattern names in full is that type alone. */
const isQualified = (m: Matching, name: string): boolean => name.includes(m.document.language.separator);

/** Builtin types that count as one: `int` and `Integer`. */
function areEqual(m: Matching, left: string, right: string): boolean {
  if (left === right) return true;
  if (isQualified(m, left)) return false;
  const { builtins } = m.document.language.types ?? COMMON_TYPES;
  return Object.values(builtins).some((names) => names.includes(left) && names.includes(right));
}

const namesOf = (m: Matching, builtin: BuiltinType): readonly string[] =>
  (m.document.language.types ?? COMMON_TYPES).builtins[builtin] ?? [];
