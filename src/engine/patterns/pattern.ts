// A compiled pattern: small objects, one per neutral row of the pattern's own tree, grouped by role.
import type { Kind, Role } from "../tree/kinds";
import type { Beginnings } from "./beginnings";
import type { Pattern } from "./match";
import type { PatternOptions } from "./options";

/** What stands at a place of a pattern. */
export type NodeType =
  | "node"
  | "metavariable" // `$X`
  | "ellipsis" // `...`
  | "ellipsis-metavariable" // `$...X`
  | "deep" // `<... e ...>`, the expression is `parts[0]`
  | "any-string" // `"..."`
  | "string-metavariable" // `"$X"`
  | "string-regex"; // `"=~/re/"`

export interface PatternNode {
  readonly type: NodeType;
  readonly kind: Kind;
  readonly role: Role;
  /** A leaf's text or another row's variant; "" is none. */
  readonly text: string;
  /** Number of `text` among the pattern's texts: what its atom in a document is looked up by. */
  readonly textId: number;
  /** Another spelling that a document may hold, and its number. */
  readonly other?: { readonly text: string; readonly textId: number };
  /** Name of a metavariable with its `$`; "" is none. `$_` is not stored. */
  readonly name: string;
  /** Children by role, each list in source order. */
  readonly parts: ReadonlyMap<Role, readonly PatternNode[]>;
  /** The same as a list, for walking. */
  readonly places: readonly (readonly [Role, readonly PatternNode[]])[];
  /** For `deep`: the expression. */
  readonly inner?: PatternNode;
  /** For `string-regex`: the regular expression and its flags. */
  readonly regex?: { readonly source: string; readonly flags: string };
  /** For a metavariable: what its type must be. */
  readonly typed?: TypePattern;
  /** A dotted name (`os.system`, `$M.system`) as its parts, where the node is one. */
  readonly path?: readonly PatternNode[];
}

/** The type of a `(T $X)`. */
export interface TypePattern {
  /** As it is written, without blanks: what builtin types are known by. */
  readonly name: string;
  readonly node: PatternNode;
}

/** Decides what is visited. */
export type PatternShape =
  | { readonly type: "node"; readonly root: PatternNode }
  | { readonly type: "sequence"; readonly statements: readonly PatternNode[] };

export interface CompiledPattern extends Pattern {
  readonly options: PatternOptions;
  readonly shape: PatternShape;
  /** What its matches begin with. */
  readonly beginnings: Beginnings;
  /** Of a definition no more than what stands before its body. */
  readonly head: boolean;
  /** A sequence's last `...` takes any number of statements, and not only all. */
  readonly open: boolean;
  /** Every text that a document is asked for, by textId. */
  readonly texts: readonly string[];
}

export const listOf = (node: PatternNode, role: Role): readonly PatternNode[] => node.parts.get(role) ?? [];
export const partOf = (node: PatternNode, role: Role): PatternNode | undefined => node.parts.get(role)?.[0];
