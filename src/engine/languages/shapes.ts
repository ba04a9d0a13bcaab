// The words in which a language file says what becomes of a grammar's kinds; lowering.ts carries them out.
import { Kind, Role } from "../tree/kinds";
import type { Lowerer } from "./lowering";

/** Writes what a raw row becomes. `role` is what the row is to the neutral row that is open. */
export type Lower = (to: Lowerer, row: number, role: Role) => void;

/** How children of a node are placed: by their field, else by their kind, else `rest`. */
export interface Children {
  /** Grammar field → role. */
  readonly fields?: Readonly<Record<string, Role>>;
  /** Grammar kind of a child without a mapped field → role. Anonymous tokens named here become `Modifier` leaves in that role. */
  readonly kinds?: Readonly<Record<string, Role>>;
  /** Role of every other named child; by default they pass through in Role.None. */
  readonly rest?: Role;
  /** Field (`operator`) or anonymous tokens whose text is the row's variant. */
  readonly variant?: string | readonly string[];
  /** A field that is left out: a custom function lowers it. */
  readonly omit?: string;
  /** A variant that stands first is another one than behind what it is said of: `++x`, `x++`. */
  readonly prefixed?: boolean;
  /** A fixed variant. */
  readonly is?: string;
  /** Takes the decorators and modifiers that stood outside it (see Lowerer.before). */
  readonly definition?: boolean;
}

export type Shape =
  | { readonly type: "drop" }
  | { readonly type: "unwrap"; readonly widen: boolean }
  | { readonly type: "flatten"; readonly role?: Role }
  | { readonly type: "leaf"; readonly kind: number; readonly token?: boolean }
  | { readonly type: "node"; readonly kind: number; readonly children: Children }
  | { readonly type: "custom"; readonly lower: Lower };

/** The row and all below it vanish (comments, punctuation that the grammar names). */
export const drop: Shape = { type: "drop" };
/** The row's named children take its place and its role. */
export const unwrap: Shape = { type: "unwrap", widen: false };
/** As unwrap, but the child's range grows to the row's: parentheses, where Semgrep reports them. */
export const widen: Shape = { type: "unwrap", widen: true };
/** The row's named children take its place, each in `role` (the row's own by default): lists. */
export const flatten = (role?: Role): Shape => ({ type: "flatten", ...(role !== undefined && { role }) });
/** A leaf whose atom is the row's whole text. */
export const leaf = (kind: number): Shape => ({ type: "leaf", kind });
/** A leaf for a word that the grammar does not name: it counts as a named row. */
export const token = (kind: number): Shape => ({ type: "leaf", kind, token: true });
export const node = (kind: number, children: Children = {}): Shape => ({ type: "node", kind, children });
export const custom = (lower: Lower): Shape => ({ type: "custom", lower });

/** By the grammar's names of named kinds. */
export type Shapes = Readonly<Record<string, Shape>>;

/**
 * A decorator; one without arguments is a call without any.
 * @param calls kinds of the grammar that are calls already
 */
export const decorator =
  (...calls: string[]): Lower =>
  (to, row, role) => {
    const opened = to.open(Kind.Decorator, role, row);
    for (const child of to.namedChildren(row)) {
      if (calls.includes(to.kindName(child))) to.lowerAs(child, Role.Value);
      else {
        const call = to.open(Kind.Call, Role.Value, child);
        to.lowerAs(child, Role.Callee);
        to.close(call);
      }
    }
    to.close(opened);
  };
