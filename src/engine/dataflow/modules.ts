// Which module a name stands for, as far as a file tells it.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { FlowDocument } from "./flow-document";

/** Whether a name is what an import brings. */
export function isImport({ tree, semantics, document }: FlowDocument, name: number): boolean {
  let at = tree.kind[name] === Kind.Identifier ? semantics.declarationOf(name) : -1;
  const value = at < 0 ? -1 : semantics.initialiserOf(name);
  const callee = value >= 0 && tree.kind[value] === Kind.Call ? childIn(tree, value, Role.Callee) : -1;
  if (callee >= 0 && document.interner.text(tree.atom[callee]!) === document.language.requireCall) return true;
  while (at > 0 && tree.kind[at] !== Kind.Import) at = tree.parent[at]!;
  return at > 0;
}

/** Whether a file or one of its folders has the name of a module. */
export function isIn(uri: string, module: string): boolean {
  const name = module.split(/[\\/.:]/).at(-1)!;
  return name !== "" && uri.split("/").some((part) => part === name || part.startsWith(`${name}.`));
}
