// Pattern text → CompiledPattern: stand-ins, the first context that parses, the rows of the pattern itself, its shape.
import type { Language, PatternContext, PatternSyntax } from "../languages/language";
import { loweringOf } from "../languages/language";
import type { Grammar, Interner, ParsedText } from "../syntax";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { PatternError } from "./match";
import type { CompiledPattern, NodeType, PatternNode, PatternOptions, PatternShape } from "./pattern";
import { requiredNames } from "./required";
import { candidates, standIns, undo } from "./standins";

/** @throws PatternError where the text does not parse in any of the language's contexts. */
export function compilePattern(
  source: string,
  language: Language,
  grammar: Grammar,
  options: PatternOptions = { symbolic: false, derived: false },
): CompiledPattern {
  const text = source.replace(/^\s*\n/, "").trimEnd();
  if (text.trim() === "") throw new PatternError("The pattern is empty.", 0);
  const { parsed, from, to } = parse(text, language, grammar, source.indexOf(text));
  const tree = loweringOf(language, grammar).lower(parsed);
  const builder = new NodeBuilder(tree, parsed.interner, language.pattern);
  const rows = topRows(tree, from, to);
  if (rows.length === 0) throw new PatternError("The pattern holds no code.", 0);
  const shape = shapeOf(builder, tree, rows, text);
  return {
    source,
    shape,
    options,
    texts: builder.texts,
    metavariables: builder.metavariables,
    ...requiredNames(shape),
    selector: shape.type === "node" && shape.root.type === "metavariable",
  };
}

interface Parsed {
  readonly parsed: ParsedText;
  /** Where the pattern's own text begins and ends in what was parsed. */
  readonly from: number;
  readonly to: number;
}

/** @param skipped how much of the rule's text stands before this */
function parse(text: string, language: Language, grammar: Grammar, skipped: number): Parsed {
  const { text: standing, ellipses } = standIns(text, language.pattern);
  const contexts = language.pattern.contexts.filter(({ when }) => when === undefined || when.test(text));
  const ordered = [...contexts.filter(({ when }) => when), ...contexts.filter(({ when }) => !when)];
  const tried = new Set<string>();
  // The attempt that came furthest says best where the pattern is wrong.
  let furthest = 0;
  for (const candidate of candidates(standing, ellipses, language.pattern)) {
    if (tried.has(candidate)) continue;
    tried.add(candidate);
    for (const context of ordered) {
      const parsed = grammar.parse(wrap(candidate, context));
      if (!parsed.table.hasError) {
        const from = context.before.length;
        // Without a wrapper in front, what follows completes the pattern: `function $F(...)` gets a body that may be any.
        const to = context.before === "" ? parsed.text.length : from + indented(candidate, context).length;
        return { parsed, from, to };
      }
      furthest = Math.max(furthest, Math.min(errorIn(parsed, context), text.length));
    }
  }
  throw new PatternError(`The pattern does not parse as ${language.id}.`, skipped + furthest);
}

/** Languages that nest by indentation get the pattern one step in where the context opens a block. */
function indented(text: string, context: PatternContext): string {
  return context.before.endsWith("\n  ") ? text.replaceAll("\n", "\n  ") : text;
}

const wrap = (text: string, context: PatternContext): string =>
  context.before + indented(text, context) + context.after;

/** Where the first error lies in the pattern itself. */
function errorIn({ table, text }: ParsedText, { before }: PatternContext): number {
  const row = table.flags.findIndex((flags) => (flags & 12) !== 0);
  if (row < 0) return 0;
  const steps = before.endsWith("\n  ") ? text.slice(before.length, table.start[row]!).split("\n").length - 1 : 0;
  return Math.max(0, table.start[row]! - before.length - 2 * steps);
}

/** The outermost rows that lie in the pattern's own text; wrappers around it are passed through. */
function topRows(tree: Tree, from: number, to: number): number[] {
  const rows: number[] = [];
  for (let row = 1; row < tree.length; ) {
    const inside = tree.start[row]! >= from && tree.end[row]! <= to;
    if (inside) rows.push(row);
    row += inside || tree.end[row]! <= from ? tree.size[row]! : 1;
    if (rows.length > 0 && row < tree.length && tree.start[row]! >= to) break;
  }
  return rows;
}

function shapeOf(builder: NodeBuilder, tree: Tree, rows: readonly number[], text: string): PatternShape {
  const row = rows[0]!;
  if (rows.length > 1) return { type: "sequence", statements: rows.map((each) => builder.build(each)) };
  if (tree.kind[row] === Kind.ExpressionStatement && !text.endsWith(";")) {
    const value = childIn(tree, row, Role.Value);
    if (value >= 0) return { type: "node", root: builder.build(value) };
  }
  return { type: "node", root: builder.build(row) };
}

/** Kinds that stand for nothing but the `...` they hold. */
const HOLLOW = new Set<number>([
  Kind.ExpressionStatement,
  Kind.Pair,
  Kind.Parameter,
  Kind.Attribute,
  Kind.Field,
  Kind.Function,
  Kind.Case,
  Kind.ImportSpecifier,
  Kind.WithItem,
  Kind.Spread,
  Kind.Block,
  Kind.Argument,
]);

class NodeBuilder {
  readonly texts: string[] = [];
  readonly metavariables = new Set<string>();
  private readonly textIds = new Map<string, number>();

  constructor(
    private readonly tree: Tree,
    private readonly interner: Interner,
    private readonly syntax: PatternSyntax,
  ) {}

  build(row: number): PatternNode {
    const { tree } = this;
    const kind = tree.kind[row]! as Kind;
    const role = tree.role[row]! as Role;
    const text = undo(this.interner.text(tree.atom[row]!), this.syntax.letter);
    const hollow = this.hollow(row);
    if (hollow) return hollow;
    if (tree.size[row] === 1 && isNameLike(kind)) {
      const special = this.named(text, kind, role);
      if (special) return special;
    }
    if (kind === Kind.String) {
      const special = this.string(text, role);
      if (special) return special;
    }
    if (kind === Kind.Call && this.isDeep(row)) {
      const inner = this.build(childrenIn(tree, row, Role.Argument)[0]!);
      return this.node("deep", kind, role, "", "", { inner });
    }
    const parts = new Map<Role, PatternNode[]>();
    for (const child of childrenIn(tree, row)) {
      const node = this.build(child);
      if (node.role === Role.Modifier && this.syntax.looseModifiers.includes(node.text)) continue;
      const list = parts.get(node.role);
      if (list) list.push(node);
      else parts.set(node.role, [node]);
    }
    const path = this.path(kind, text, parts);
    return this.node("node", kind, role, text, "", { parts, ...(path && { path }) });
  }

  private node(
    type: NodeType,
    kind: Kind,
    role: Role,
    text: string,
    name: string,
    more: Partial<PatternNode> = {},
  ): PatternNode {
    if (name !== "" && name !== "$_") this.metavariables.add(name);
    const parts = more.parts ?? NO_PARTS;
    return { type, kind, role, text, textId: this.textId(text), name, ...more, parts, places: [...parts] };
  }

  private textId(text: string): number {
    let id = this.textIds.get(text);
    if (id === undefined) {
      id = this.texts.length;
      this.texts.push(text);
      this.textIds.set(text, id);
    }
    return id;
  }

  /** A leaf that a stand-in stands in. */
  private named(text: string, kind: Kind, role: Role): PatternNode | undefined {
    if (text === "...") return this.node("ellipsis", kind, role, "", "");
    if (/^\$\.\.\.[A-Z_][A-Z0-9_]*$/.test(text)) return this.node("ellipsis-metavariable", kind, role, "", text);
    if (/^\$[A-Z_][A-Z0-9_]*$/.test(text)) return this.node("metavariable", kind, role, "", text);
    return undefined;
  }

  /** Strings whose whole content is special. */
  private string(text: string, role: Role): PatternNode | undefined {
    if (text === "...") return this.node("any-string", Kind.String, role, "", "");
    if (/^\$[A-Z_][A-Z0-9_]*$/.test(text)) return this.node("string-metavariable", Kind.String, role, "", text);
    const regex = /^=~\/(.*)\/([a-z]*)$/s.exec(text);
    if (!regex) return undefined;
    return this.node("string-regex", Kind.String, role, "", "", { regex: { source: regex[1]!, flags: regex[2]! } });
  }

  /** A row below which only one `...` or `$...X` stands, in a kind that lists hold: the ellipsis itself. */
  private hollow(row: number): PatternNode | undefined {
    const { tree } = this;
    if (!HOLLOW.has(tree.kind[row]!) || tree.size[row] === 1) return undefined;
    let name: string | undefined;
    for (let below = row + 1; below < row + tree.size[row]!; below++) {
      if (tree.size[below] !== 1) continue;
      if (tree.kind[below] === Kind.Block && tree.kind[row] === Kind.Function) continue;
      const text = undo(this.interner.text(tree.atom[below]!), this.syntax.letter);
      const special = text === "..." || /^\$\.\.\.[A-Z_]/.test(text);
      if (!special || (name !== undefined && name !== text)) return undefined;
      name = text;
    }
    if (name === undefined) return undefined;
    if (tree.kind[row] === Kind.Block && tree.role[row] !== Role.Statement) return undefined;
    return this.named(name, tree.kind[row]! as Kind, tree.role[row]! as Role);
  }

  private isDeep(row: number): boolean {
    const callee = childIn(this.tree, row, Role.Callee);
    return callee >= 0 && this.interner.text(this.tree.atom[callee]!) === `${this.syntax.letter}d`;
  }

  /** `a.b.$C` as its parts; other expressions have none. */
  private path(
    kind: Kind,
    text: string,
    parts: ReadonlyMap<Role, readonly PatternNode[]>,
  ): readonly PatternNode[] | undefined {
    if (kind !== Kind.Member || text !== "") return undefined;
    const object = parts.get(Role.Object)?.[0];
    const property = parts.get(Role.Property)?.[0];
    if (!object || !property || property.type === "ellipsis") return undefined;
    if (object.path) return [...object.path, property];
    const simple = object.type === "metavariable" || (object.type === "node" && object.kind === Kind.Identifier);
    return simple ? [object, property] : undefined;
  }
}

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
