// The rows of a parsed pattern as PatternNodes: stand-ins undone, metavariables, ellipses and special strings told apart.
import type { PatternSyntax } from "../languages/language";
import type { Interner } from "../syntax";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import type { NodeType, PatternNode, TypePattern } from "./pattern";
import { undo } from "./standins";
import { TYPED_METAVARIABLE } from "./typed";

/** What all the parts of one pattern share: its texts, numbered, and its metavariables. */
export class PatternWords {
  readonly texts: string[] = [];
  readonly metavariables = new Set<string>();
  private readonly ids = new Map<string, number>();

  idOf(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.texts.length;
      this.texts.push(text);
      this.ids.set(text, id);
    }
    return id;
  }
}

/** Kinds that stand for nothing but the `...` they hold. */
const HOLLOW = new Set<number>([
  Kind.ExpressionStatement,
  Kind.Pair,
  Kind.Parameter,
  Kind.Attribute,
  Kind.Field,
  Kind.Variable,
  Kind.TypeAlias,
  Kind.Function,
  Kind.Case,
  Kind.ImportSpecifier,
  Kind.WithItem,
  Kind.Spread,
  Kind.Block,
  Kind.Argument,
  Kind.Import,
]);

const NOT_OF_LAMBDAS: ReadonlySet<Role> = new Set([Role.Modifier, Role.Name]);

export class NodeBuilder {
  /**
   * @param types of the typed metavariables, by their number
   * @param looseModifiers modifiers that stand for any of their sort
   */
  constructor(
    private readonly tree: Tree,
    private readonly interner: Interner,
    private readonly syntax: PatternSyntax,
    private readonly words: PatternWords,
    private readonly types: readonly TypePattern[] = [],
    private readonly looseModifiers: readonly string[] = syntax.looseModifiers,
  ) {}

  build(row: number): PatternNode {
    const { tree } = this;
    const kind = tree.kind[row]! as Kind;
    const role = tree.role[row]! as Role;
    const text = undo(this.interner.text(tree.atom[row]!), this.syntax.letter);
    const hollow = this.hollow(row);
    if (hollow) return hollow;
    if (tree.size[row] === 1 && isNameLike(kind)) {
      const special = this.named(text, this.isBareInText(row) ? Kind.String : kind, role);
      if (special) return special;
    }
    if (kind === Kind.String) {
      const special = this.string(row, text, role);
      if (special) return special;
    }
    const standIn = kind === Kind.Call ? this.standInCall(row) : undefined;
    if (standIn) {
      const inner = this.build(childrenIn(tree, row, Role.Argument)[0]!);
      return standIn === "d" ? this.node("deep", kind, role, "", "", { inner }) : { ...inner, role };
    }
    const parts = this.parts(row);
    const path = role === Role.Module ? this.modulePath(kind, text) : this.path(kind, text, parts);
    const other = kind === Kind.Identifier ? this.otherSpelling(text) : undefined;
    return this.node("node", kind, role, text, "", { parts, ...(path && { path }), ...(other && { other }) });
  }

  /** `"a $X"`, where variables look as metavariables do: such a one stands for text, and `{$X}` for code. */
  private isBareInText(row: number): boolean {
    const { tree } = this;
    if (!this.syntax.textsHoldText || tree.role[row] !== Role.Part) return false;
    const parent = tree.parent[row]!;
    const before = row === parent + 1 ? tree.start[parent]! + 1 : tree.end[row - 1]!;
    return tree.kind[parent] === Kind.Template && before === tree.start[row];
  }

  /** As the name of a class stands in the tree, which a word alone may be. */
  private otherSpelling(text: string): PatternNode["other"] {
    const folded = text.toLowerCase();
    if (!this.syntax.foldsNames || folded === text) return undefined;
    return { text: folded, textId: this.words.idOf(folded) };
  }

  /** The children by role, without modifiers that stand for any. */
  private parts(row: number): ReadonlyMap<Role, readonly PatternNode[]> {
    const parts = new Map<Role, PatternNode[]>();
    for (const child of childrenIn(this.tree, row)) {
      const node = this.build(child);
      // A function that is an expression has no modifiers and no name to a pattern.
      if (NOT_OF_LAMBDAS.has(node.role) && this.tree.kind[row] === Kind.Lambda) continue;
      const inLoop = this.tree.kind[row] === Kind.ForEach && this.syntax.looseLoops;
      if (inLoop && node.role === Role.Modifier && !isAsync(node)) continue;
      if (node.role === Role.Modifier && this.looseModifiers.includes(node.text)) continue;
      const list = parts.get(node.role);
      if (list) list.push(node);
      else parts.set(node.role, [node]);
    }
    return parts;
  }

  private node(
    type: NodeType,
    kind: Kind,
    role: Role,
    text: string,
    name: string,
    more: Partial<PatternNode> = {},
  ): PatternNode {
    if (name !== "" && name !== "$_") this.words.metavariables.add(name);
    const parts = more.parts ?? NO_PARTS;
    return { type, kind, role, text, textId: this.words.idOf(text), name, ...more, parts, places: [...parts] };
  }

  /** A leaf that a stand-in stands in. */
  private named(text: string, kind: Kind, role: Role): PatternNode | undefined {
    // Among the arguments of a type it stands for nothing, as in Semgrep.
    if (text === "..." && role === Role.TypeArgument) return undefined;
    if (text === "...") return this.node("ellipsis", kind, role, "", "");
    if (/^\$\.\.\.[A-Z_][A-Z0-9_]*$/.test(text)) return this.node("ellipsis-metavariable", kind, role, "", text);
    if (/^\$[A-Z_][A-Z0-9_]*$/.test(text)) {
      return this.syntax.reserved?.includes(text) ? undefined : this.node("metavariable", kind, role, "", text);
    }
    const typed = TYPED_METAVARIABLE.exec(text);
    if (!typed) return undefined;
    return this.node("metavariable", kind, role, "", typed[1]!, { typed: this.types[Number(typed[2])]! });
  }

  /** Strings whose whole content is special. */
  private string(row: number, text: string, role: Role): PatternNode | undefined {
    const parts = this.parts(row);
    if (text === "...") return this.node("any-string", Kind.String, role, "", "", { parts });
    if (/^\$[A-Z_][A-Z0-9_]*$/.test(text))
      return this.node("string-metavariable", Kind.String, role, "", text, { parts });
    const match = /^=~\/(.*)\/([a-z]*)$/s.exec(text);
    if (!match) return undefined;
    const regex = { source: match[1]!, flags: match[2]! };
    return this.node("string-regex", Kind.String, role, "", "", { parts, regex });
  }

  /** A row below which only one `...` or `$...X` stands, in a kind that lists hold: the ellipsis itself. */
  private hollow(row: number): PatternNode | undefined {
    const { tree } = this;
    if (!HOLLOW.has(tree.kind[row]!) || tree.size[row] === 1) return undefined;
    // A function stands for the members of a class only where it is the stand-in for these, which is empty.
    if (tree.kind[row] === Kind.Function && childIn(tree, row, Role.Parameter) >= 0) return undefined;
    // `default: ...` has no value.
    if (tree.kind[row] === Kind.Case && childIn(tree, row, Role.Test) < 0) return undefined;
    // `$...ARGS, x int` of Go gives both a type.
    const declared = tree.kind[row] === Kind.Parameter ? childIn(tree, row, Role.Target) : -1;
    const parameter = declared < 0 ? "" : undo(this.interner.text(tree.atom[declared]!), this.syntax.letter);
    if (/^\$\.\.\.[A-Z_]/.test(parameter)) return this.named(parameter, Kind.Parameter, tree.role[row]! as Role);
    let name: string | undefined;
    for (let below = row + 1; below < row + tree.size[row]!; below++) {
      if (tree.size[below] !== 1) {
        // `... && ...` says that there is an operator, `() => { ... }` that there is a function.
        if (!HOLLOW.has(tree.kind[below]!)) return undefined;
        continue;
      }
      if (tree.kind[below] === Kind.Block && tree.kind[row] === Kind.Function) continue;
      const text = undo(this.interner.text(tree.atom[below]!), this.syntax.letter);
      const special = text === "..." || /^\$\.\.\.[A-Z_]/.test(text);
      if (!special || (name !== undefined && name !== text)) return undefined;
      name = text;
    }
    if (name === undefined) return undefined;
    // A block of its own, but `{ꓘꓘꓘ}`, which stands for an ellipsis where the grammar takes nothing else.
    const isStandIn = tree.role[row] === Role.Statement && tree.end[row]! - tree.start[row]! === 5;
    if (tree.kind[row] === Kind.Block && !isStandIn) return undefined;
    // Among attributes `$...X` is a name as any other, which none bears.
    if (tree.kind[row] === Kind.Attribute && name !== "...") {
      return this.node("node", Kind.Attribute, tree.role[row]! as Role, name, "");
    }
    return this.named(name, tree.kind[row]! as Kind, tree.role[row]! as Role);
  }

  /** `ꓘd(e)` stands for `<... e ...>`, `ꓘs(e)` for an `e` that the grammar does not take for a statement. */
  private standInCall(row: number): "d" | "s" | undefined {
    const callee = childIn(this.tree, row, Role.Callee);
    const text = callee < 0 ? "" : this.interner.text(this.tree.atom[callee]!);
    if (text === `${this.syntax.letter}d`) return "d";
    return text === `${this.syntax.letter}s` ? "s" : undefined;
  }

  /** `a.$B`, which names of modules keep as one leaf. */
  private modulePath(kind: Kind, text: string): readonly PatternNode[] | undefined {
    const parts = moduleParts(text);
    if (kind !== Kind.Name || !parts.some((part) => METAVARIABLE.test(part))) return undefined;
    return parts.map((part) => {
      const type = METAVARIABLE.test(part) ? "metavariable" : "node";
      return this.node(type, kind, Role.None, part, type === "node" ? "" : part);
    });
  }

  /** `a.b.$C` as its parts; other expressions have none. */
  private path(
    kind: Kind,
    text: string,
    parts: ReadonlyMap<Role, readonly PatternNode[]>,
  ): readonly PatternNode[] | undefined {
    const { qualifier = "" } = this.syntax;
    if (kind !== Kind.Member || (text !== "" && text !== qualifier)) return undefined;
    const object = parts.get(Role.Object)?.[0];
    const property = parts.get(Role.Property)?.[0];
    if (!object || !property || property.type === "ellipsis") return undefined;
    if (object.path) return [...object.path, property];
    if (text !== qualifier) return undefined;
    const simple =
      (object.type === "metavariable" && !object.typed) || (object.type === "node" && object.kind === Kind.Identifier);
    return simple ? [object, property] : undefined;
  }
}

/** Of the words before the name in a loop, those that say more than that it is declared there. */
const isAsync = ({ text }: PatternNode): boolean => text === "async" || text === "await";

const METAVARIABLE = /^\$[A-Z_][A-Z0-9_]*$/;

/** The names of a module's path. */
export const moduleParts = (text: string): string[] => text.split(/\.|::|\\/);

const NO_PARTS: ReadonlyMap<Role, readonly PatternNode[]> = new Map();

function isNameLike(kind: Kind): boolean {
  return (
    kind === Kind.Identifier ||
    kind === Kind.Name ||
    kind === Kind.Null ||
    kind === Kind.StringPart ||
    kind >= Kind.Other ||
    kind === Kind.Modifier ||
    kind === Kind.MarkupText
  );
}
