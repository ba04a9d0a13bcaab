// What declares: variables, parameters, decorators, the clauses of statements that catch and loop.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import type { MatchDocument } from "./document";
import { matchArguments } from "./lists";
import { matchNode } from "./matcher";
import type { Matching, Next } from "./matching";
import { matchParts } from "./parts";
import { listOf, type PatternNode, partOf } from "./pattern";

/** `$X = e` also matches a declaration with that initialiser. */
export function matchDeclared(m: Matching, node: PatternNode, row: number, next: Next): void {
  if (!m.options.vardef_assign) return;
  const { tree } = m.document;
  const declared = childIn(tree, row, tree.kind[row] === Kind.Field ? Role.Name : Role.Target);
  const value = childIn(tree, row, Role.Init);
  if (declared < 0 || value < 0 || isCounter(m, row)) return;
  const byName = m.document.language.declarationsAssign !== "metavariables";
  if (!byName && partOf(node, Role.Target)!.type !== "metavariable") return;
  matchNode(m, partOf(node, Role.Target)!, declared, () => matchNode(m, partOf(node, Role.Value)!, value, next));
  matchPairs(m, node, declared, value, next);
}

/** `a = 1` in `a, b = 1, 2`. */
export function matchPairs(m: Matching, node: PatternNode, targets: number, values: number, next: Next): void {
  const { tree } = m.document;
  const target = partOf(node, Role.Target)!;
  if (targets < 0 || tree.kind[targets] !== Kind.Tuple || target.kind === Kind.Tuple) return;
  if (values < 0 || tree.kind[values] !== Kind.Tuple) return;
  const each = childrenIn(tree, targets, Role.Element);
  const given = childrenIn(tree, values, Role.Element);
  if (each.length !== given.length) return;
  each.forEach((row, index) => {
    matchNode(m, target, row, () => matchNode(m, partOf(node, Role.Value)!, given[index]!, next));
  });
}

/** What the head of a `for` declares is assigned to by no pattern; Go's `:=`, which is no word, assigns there. */
function isCounter({ document: { tree, interner } }: Matching, row: number): boolean {
  if (tree.role[row] !== Role.Init) return false;
  const modifier = childIn(tree, row, Role.Modifier);
  return childIn(tree, row, Role.Type) >= 0 || (modifier >= 0 && /^\w/.test(interner.text(tree.atom[modifier]!)));
}

/** `a = (...) => ...` against the method `a(...) ...`. */
export function matchMethodAssigned(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const [target, value] = [partOf(node, Role.Target), partOf(node, Role.Value)];
  const name = childIn(tree, row, Role.Name);
  const isMethod = tree.role[row] === Role.Member || tree.role[row] === Role.Element;
  if (!target || !value || name < 0 || !isMethod) return;
  if (value.type === "node") {
    if (value.kind !== Kind.Lambda) return;
    const places = [[Role.Name, [target]] as const, ...value.places];
    return matchParts(m, { ...value, kind: Kind.Function, places, parts: new Map(places) }, row, next);
  }
  matchNode(m, target, name, () => matchNode(m, value, row, next));
}

/** A parameter of the same sort; `$X` is a rest parameter too. */
export function matchParameter(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree, interner } = m.document;
  const rest = interner.text(tree.atom[row]!);
  const target = partOf(node, Role.Target);
  const any = target?.type === "metavariable" && rest === "..." && !partOf(node, Role.Type);
  // `{ a }: T` is taken apart behind its type, so that `{ $A }` alone does not see it.
  const object = target?.type === "node" && target.kind === Kind.Object;
  if (object && !partOf(node, Role.Type) && childIn(tree, row, Role.Type) >= 0) return;
  if (any || m.sameText(node, row)) matchParts(m, node, row, next);
}

/** `@a` and `@a()` are one; a decorator with arguments is neither. */
export function matchDecorator(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  if (!m.sameText(node, row)) return;
  const pattern = partOf(node, Role.Value);
  const value = childIn(tree, row, Role.Value);
  if (!pattern || value < 0) return matchParts(m, node, row, next);
  const called = tree.kind[value] === Kind.Call;
  const calls = pattern.type === "node" && pattern.kind === Kind.Call;
  const callee = calls ? partOf(pattern, Role.Callee) : pattern;
  const name = called ? childIn(tree, value, Role.Callee) : value;
  if (!callee || name < 0) return;
  const rows = called ? childrenIn(tree, value, Role.Argument) : [];
  const given = calls ? listOf(pattern, Role.Argument) : [];
  matchNode(m, callee, name, () => matchArguments(m, given, rows, tree.end[row]!, next));
}

/** `catch (...)` takes any clause, `catch ($E)` also one that names nothing. */
export function matchCatch(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  if (!m.sameText(node, row)) return;
  const head = node.places.filter(([role]) => role !== Role.Body).flatMap(([, parts]) => parts);
  const only = head.length === 1 ? head[0]! : undefined;
  const isBare = childIn(tree, row, Role.Target) < 0 && childIn(tree, row, Role.Type) < 0;
  // Without a type a clause is for any error, and so it is in a pattern.
  if (head.length === 0 && childIn(tree, row, Role.Type) >= 0) return;
  const isAny = only?.type === "ellipsis" || (only?.type === "metavariable" && only.role === Role.Target && isBare);
  if (isAny) matchBody(m, node, row, next);
  else matchParts(m, node, row, next);
}

/** `import {$X} from "m"` takes the default import too, which has the name `default` there. */
export function matchDefaultImport(m: Matching, node: PatternNode, row: number, next: Next): boolean {
  const { tree, interner } = m.document;
  if (node.text !== "" || interner.text(tree.atom[row]!) !== "default") return false;
  const name = partOf(node, Role.Name);
  const alias = partOf(node, Role.Alias);
  const own = childIn(tree, row, Role.Name);
  const then = (): void => (alias ? matchNode(m, alias, own, next) : next());
  if (name?.type === "metavariable") {
    const [start, end] = [tree.start[own]!, tree.end[own]!];
    m.bind(name.name, { kind: "text", start, end, row: -1, count: 0, text: "default" }, then);
  } else if (name?.text === "default") then();
  return true;
}

/** Of the head of a loop over values only what it names and goes through says something; `in` stands for `of` too. */
export function matchLoop(m: Matching, node: PatternNode, row: number, kind: number, next: Next): boolean {
  if (kind !== Kind.For && kind !== Kind.ForEach) return false;
  if (isAnyLoop(node)) {
    matchBody(m, node, row, next);
    return true;
  }
  if (kind !== Kind.ForEach || node.kind !== Kind.ForEach) return false;
  if (node.text !== "in" && !m.sameText(node, row)) return true;
  const [wanted, { tree, language }] = [partOf(node, Role.Target), m.document];
  const target = childIn(tree, row, Role.Target);
  const isPair = language.loopPairs && target >= 0 && tree.kind[target] === Kind.Tuple;
  if (isPair && (wanted?.type === "metavariable" || wanted?.type === "ellipsis")) return true;
  matchParts(m, node, row, next);
  return true;
}

/** `for (...)` is any loop with such a body. */
export function isAnyLoop(node: PatternNode): boolean {
  const head = node.places.filter(([role]) => role !== Role.Body).flatMap(([, parts]) => parts);
  const gaps = head.filter(({ type }) => type === "ellipsis").length;
  return gaps > 0 && head.every(({ type, kind }) => type === "ellipsis" || kind === Kind.Empty);
}

function matchBody(m: Matching, node: PatternNode, row: number, next: Next): void {
  const body = partOf(node, Role.Body);
  const own = childIn(m.document.tree, row, Role.Body);
  if (!body) next();
  else if (own >= 0) matchNode(m, body, own, next);
}

/** Where the head of a definition ends: before its body, or before the brace of a class's members. */
export function headEnd({ tree, text }: MatchDocument, row: number): number {
  const body = childIn(tree, row, Role.Body);
  const parts = childrenIn(tree, row).filter((part) => tree.role[part] !== Role.Member);
  const brace = body < 0 ? text.indexOf("{", Math.max(tree.start[row]!, ...parts.map((part) => tree.end[part]!))) : -1;
  let end = Math.min(tree.end[row]!, body >= 0 ? tree.start[body]! : brace >= 0 ? brace : tree.end[row]!);
  while (end > tree.start[row]! && /\s/.test(text[end - 1]!)) end--;
  return end;
}
