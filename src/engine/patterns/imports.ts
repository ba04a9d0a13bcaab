// Import patterns: prefixes of modules, `from a import b` for `import a.b`, `require` for an ES import.
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { matchSubset } from "./lists";
import { matchNode } from "./matcher";
import type { Matching, Next } from "./matching";
import { moduleParts } from "./nodes";
import { listOf, type PatternNode, partOf } from "./pattern";

/** A pattern of an import, against an import or a declaration that requires a module. */
export function matchImport(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  if (tree.kind[row] === Kind.Import) return matchStatement(m, node, row, next);
  const required = requiredModule(m, row);
  if (required < 0) return;
  const specifiers = listOf(node, Role.Specifier);
  if (partOf(node, Role.Alias)) return;
  matchModule(m, node, required, specifiers.length > 0, () => matchDestructured(m, specifiers, row, next));
}

function matchStatement(m: Matching, node: PatternNode, row: number, next: Next): void {
  const { tree } = m.document;
  const specifiers = listOf(node, Role.Specifier);
  const rows = childrenIn(tree, row, Role.Specifier);
  const module = childIn(tree, row, Role.Module);
  const alias = partOf(node, Role.Alias);
  const rest = (): void => {
    if (!alias) return matchSubset(m, specifiers, rows, next);
    const own = childIn(tree, row, Role.Alias);
    if (own >= 0) matchNode(m, alias, own, () => matchSubset(m, specifiers, rows, next));
  };
  if (module < 0) return;
  const modifiers = listOf(node, Role.Modifier);
  if (modifiers.length > childrenIn(tree, row, Role.Modifier).length) return;
  const whole = specifiers.length === 0 && !alias && rows.length === 1 ? partOf(node, Role.Module) : undefined;
  if (whole?.type === "metavariable") return bindWhole(m, whole, module, rows[0]!, next);
  matchBelow(m, node, row, rows, next);
  matchModule(
    m,
    node,
    module,
    specifiers.some(({ text }) => text !== "*"),
    rest,
  );
  // `import a.b` for `from a import b`
  const pattern = partOf(node, Role.Module);
  if (specifiers.length > 0 || alias || pattern?.type !== "node" || pattern.kind !== Kind.Name) return;
  const from = m.document.interner.text(tree.atom[module]!);
  for (const specifier of rows) {
    const name = childIn(tree, specifier, Role.Name);
    if (name < 0) continue;
    const whole = `${from}.${m.document.interner.text(tree.atom[name]!)}`;
    if (whole === pattern.text || (whole.startsWith(`${pattern.text}.`) && from.length < pattern.text.length)) next();
  }
}

/** `from a import b` for what lies below `a.b`: `import a.b.c`, `from a.b import c`. */
function matchBelow(m: Matching, node: PatternNode, row: number, rows: readonly number[], next: Next): void {
  const { tree, interner } = m.document;
  const specifiers = listOf(node, Role.Specifier);
  const name = specifiers.length === 1 && specifiers[0]!.text === "" ? partOf(specifiers[0]!, Role.Name) : undefined;
  const alias = name && partOf(specifiers[0]!, Role.Alias);
  const own = childIn(tree, row, Role.Alias);
  const module = childIn(tree, row, Role.Module);
  const names = moduleParts(interner.text(tree.atom[module]!));
  const from = partOf(node, Role.Module);
  if (!name || (alias && own < 0) || !from || tree.kind[module] !== Kind.Name || names.length < 2) return;
  const bindName = (part: PatternNode, text: string, then: Next): void => {
    const [start, end] = [tree.start[module]!, tree.end[module]!];
    if (part.type === "metavariable") m.bind(part.name, { kind: "text", start, end, row: -1, count: 0, text }, then);
    else if (part.text === text) then();
  };
  // All but the last is the module; with names of its own, what they are taken from is no more than the module; and
  // of `import a.b.*` the name is all that lies below the pattern's module.
  const named = rows.some((each) => tree.size[each]! > 1);
  const wildcard = rows.length > 0 && !named;
  const parts = from.type === "node" ? moduleParts(from.text).length : 1;
  const last = rows.length > 0 || from.path ? parts : names.length - 1;
  if ((named && from.type !== "node") || last >= names.length) return;
  const below = wildcard ? names.slice(last).join(".") : names[last]!;
  const bindFrom = (then: Next): void =>
    from.path
      ? matchParts(m, from.path, names.slice(0, last).join("."), module, true, then)
      : bindName(from, names.slice(0, last).join("."), then);
  bindFrom(() => bindName(name, below, () => (alias ? matchNode(m, alias, own, next) : next())));
}

/** `import $X`: all that is imported, as one name. */
function bindWhole(m: Matching, node: PatternNode, module: number, specifier: number, next: Next): void {
  const { tree, interner } = m.document;
  const name = childIn(tree, specifier, Role.Name);
  if (name < 0) return matchNode(m, node, module, next);
  const text = `${interner.text(tree.atom[module]!)}${m.document.language.separator}${interner.text(tree.atom[name]!)}`;
  m.bind(node.name, { kind: "text", start: tree.start[module]!, end: tree.end[name]!, row: -1, count: 0, text }, next);
}

/** The module is the pattern's or, where no names are asked for, one below it. */
function matchModule(m: Matching, node: PatternNode, module: number, whole: boolean, next: Next): void {
  const pattern = partOf(node, Role.Module);
  if (!pattern) return;
  if (pattern.type !== "node") return matchNode(m, pattern, module, next);
  const { tree, interner } = m.document;
  const text = interner.text(tree.atom[module]!);
  if (pattern.path) return matchParts(m, pattern.path, text, module, whole, next);
  const below = text.startsWith(`${pattern.text}/`) || (!whole && text.startsWith(`${pattern.text}.`));
  if (text === pattern.text || below) next();
}

/** `a.$B` against `a.b`, or `a.b.c` where names below count too. */
function matchParts(
  m: Matching,
  parts: readonly PatternNode[],
  text: string,
  module: number,
  whole: boolean,
  next: Next,
): void {
  const names = moduleParts(text);
  if (names.length < parts.length || (whole && names.length > parts.length)) return;
  const from = m.document.tree.start[module]!;
  const at = (index: number): void => {
    const part = parts[index];
    if (!part) return next();
    const name = names[index]!;
    if (part.type === "node") {
      if (part.text === name) at(index + 1);
      return;
    }
    const start = from + names.slice(0, index).join(".").length + (index > 0 ? 1 : 0);
    const binding = { start, end: start + name.length, row: -1, count: 0, text: name };
    m.bind(part.name, { kind: "text", ...binding }, () => at(index + 1));
  };
  at(0);
}

/** The module row of `const … = require("m")`, or -1. */
function requiredModule(m: Matching, row: number): number {
  const { tree, interner, language } = m.document;
  if (tree.kind[row] !== Kind.Variable || language.requireCall === undefined) return -1;
  const call = childIn(tree, row, Role.Init);
  if (call < 0 || tree.kind[call] !== Kind.Call) return -1;
  const callee = childIn(tree, call, Role.Callee);
  if (callee < 0 || interner.text(tree.atom[callee]!) !== language.requireCall) return -1;
  const module = childIn(tree, call, Role.Argument);
  return module >= 0 && tree.kind[module] === Kind.String ? module : -1;
}

/** `import {x as y} from "m"` against `const {x: y} = require("m")`. */
function matchDestructured(m: Matching, specifiers: readonly PatternNode[], row: number, next: Next): void {
  const { tree } = m.document;
  const target = childIn(tree, row, Role.Target);
  const pairs = target >= 0 && tree.kind[target] === Kind.Object ? childrenIn(tree, target, Role.Element) : [];
  const at = (index: number): void => {
    const specifier = specifiers[index];
    if (!specifier) return next();
    const name = partOf(specifier, Role.Name);
    if (!name || specifier.text !== "") return;
    const alias = partOf(specifier, Role.Alias);
    for (const pair of pairs) {
      const key = childIn(tree, pair, Role.Key);
      const value = childIn(tree, pair, Role.Value);
      if (key < 0) continue;
      matchNode(m, name, key, () =>
        alias && value >= 0 ? matchNode(m, alias, value, () => at(index + 1)) : at(index + 1),
      );
    }
  };
  at(0);
}
