// What a language says of a row's children, looked up once in its grammar.
import type { Grammar } from "../syntax";
import { Role } from "../tree/kinds";
import type { Children } from "./shapes";

export interface CompiledChildren {
  readonly byField: Int16Array; // role or -1
  readonly byKind: Int16Array; // role or -1
  readonly rest: number;
  readonly variantField: number; // -1: none
  readonly variantKinds: Uint8Array; // 1: the row's variant
  readonly omit: number; // -1: none
  readonly is: string | undefined;
  readonly definition: boolean;
  readonly prefixed: boolean;
}

/** By the numbers that the grammar gives fields and kinds. */
export function compileChildren(children: Children, grammar: Grammar): CompiledChildren {
  const byField = new Int16Array(grammar.fieldNames.length).fill(-1);
  for (const [name, role] of Object.entries(children.fields ?? {})) {
    const field = grammar.field(name);
    if (field >= 0) byField[field] = role;
  }
  const byKind = new Int16Array(grammar.kindNames.length).fill(-1);
  for (const [name, role] of Object.entries(children.kinds ?? {})) {
    for (let kind = 0; kind < grammar.kindNames.length; kind++) {
      if (grammar.kindNames[kind] === name) byKind[kind] = role;
    }
  }
  const variantKinds = new Uint8Array(grammar.kindNames.length);
  let variantField = -1;
  if (typeof children.variant === "string") variantField = grammar.field(children.variant);
  else for (const token of children.variant ?? []) variantKinds[grammar.anonymousKind(token)] = 1;
  const { rest = Role.None, is, definition = false, prefixed = false } = children;
  const omit = children.omit === undefined ? -1 : grammar.field(children.omit);
  return { byField, byKind, rest, variantField, variantKinds, omit, is, definition, prefixed };
}
