// Turns the raw table of a grammar into the neutral tree. A language file says, by grammar kind, what becomes of a row:
// most kinds are one line of data (a Shape); what needs more is a small function that uses the Lowerer's primitives.
import type { Grammar, ParsedText, RawTable, TextRange } from "../syntax";
import { ERROR_KIND, RowFlag } from "../syntax";
import { Kind, kindOf, Role } from "../tree/kinds";
import { type Tree, TreeBuilder } from "../tree/tree";
import { type CompiledChildren, compileChildren } from "./children";
import { trimmedEnds, withoutBlanksBefore } from "./ends";
import { Takeover } from "./pieces";
import type { Children, Shape, Shapes } from "./shapes";

export * from "./shapes";

interface CompiledShape {
  readonly shape: Shape;
  readonly children: CompiledChildren | undefined;
}

/** Beyond this depth rows become opaque leaves: real code does not nest so, and the walk must not run out of stack. */
const MAXIMUM_DEPTH = 1500;

/** Neutral rows for each raw one, about, so that neither much is copied nor much left empty. */
const NEUTRAL_SHARE = 0.7;

/** A language's shapes bound to a loaded grammar; `lower` may be called for any text of it. */
export class Lowering {
  private readonly compiled: (CompiledShape | undefined)[];
  /** By kind: 1 for words that count as named rows. */
  private readonly tokens: Uint8Array;
  private readonly otherKind: Uint16Array;
  private readonly embeds = new Map<string, Lowering>();

  /** @param local see Language.lowersLocally */
  constructor(
    readonly grammar: Grammar,
    shapes: Shapes,
    private readonly local = false,
  ) {
    const kinds = grammar.kindNames.length;
    this.compiled = new Array(kinds).fill(undefined);
    this.otherKind = new Uint16Array(kinds);
    this.tokens = new Uint8Array(kinds);
    for (let kind = 0; kind < kinds; kind++) this.otherKind[kind] = kindOf(grammar.kindNames[kind]!);
    for (const [name, shape] of Object.entries(shapes)) {
      for (let kind = 0; kind < kinds; kind++) {
        // One name can have several ids (aliases); a named and an anonymous kind may share a name.
        if (grammar.kindNames[kind] !== name) continue;
        this.compiled[kind] = { shape, children: this.children(shape) };
        if (shape.type === "leaf" && shape.token) this.tokens[kind] = 1;
      }
    }
  }

  /** Lets this language's lowering call on another's (see Lowerer.embedded). */
  embed(language: string, lowering: Lowering): void {
    this.embeds.set(language, lowering);
  }

  /** @internal */
  embedded(language: string): Lowering {
    const lowering = this.embeds.get(language);
    if (!lowering) throw new Error(`The grammar of ${language} is not loaded; use loadGrammar.`);
    return lowering;
  }

  lower(parsed: ParsedText): Tree {
    const lowerer = new Lowerer(this, parsed);
    if (this.local) lowerer.takeover = Takeover.of(parsed, lowerer.builder);
    lowerer.lowerAs(0, Role.None);
    const tree = lowerer.builder.finish();
    lowerer.takeover?.finish(tree);
    return tree;
  }

  /** @internal */
  isToken(kind: number): boolean {
    return this.tokens[kind] === 1;
  }

  /** @internal */
  shapeOf(kind: number): CompiledShape | undefined {
    return this.compiled[kind];
  }

  /** @internal */
  passThroughKind(kind: number): number {
    return this.otherKind[kind]!;
  }

  private children(shape: Shape): CompiledChildren | undefined {
    if (shape.type !== "node") return undefined;
    return compileChildren(shape.children, this.grammar);
  }
}

/** One pass over one text; handed to the custom functions of a language. */
export class Lowerer {
  readonly table: RawTable;
  readonly text: string;
  readonly builder: TreeBuilder;
  /** Decorators and modifiers (raw rows) that stand before a definition but outside its node; the next definition takes them. */
  before: { readonly row: number; readonly role: Role.Decorator | Role.Modifier; readonly widens?: boolean }[] = [];
  /** @internal */
  takeover: Takeover | undefined;
  private depth = 0;
  private readonly atoms: Uint32Array;
  private readonly ends: Uint32Array;

  /** @param within the lowering of a surrounding text, and the raw row there that all rows count as */
  constructor(
    private readonly lowering: Lowering,
    private readonly parsed: ParsedText,
    private readonly within?: { readonly builder: TreeBuilder; readonly row: number },
  ) {
    this.table = withoutBlanksBefore(parsed.table, parsed.text);
    this.text = parsed.text;
    this.atoms = parsed.atoms;
    this.ends = trimmedEnds(parsed.table);
    this.builder = within?.builder ?? new TreeBuilder(Math.ceil(NEUTRAL_SHARE * parsed.table.length) + 16);
  }

  get grammar(): Grammar {
    return this.lowering.grammar;
  }

  /** The grammar's name of the row's kind. */
  kindName(row: number): string {
    return this.grammar.kindName(this.table.kind[row]!);
  }

  isNamed(row: number): boolean {
    return (this.table.flags[row]! & RowFlag.named) !== 0 || this.lowering.isToken(this.table.kind[row]!);
  }

  /** Comments and the like, which the grammar allows anywhere. */
  isExtra(row: number): boolean {
    return (this.table.flags[row]! & RowFlag.extra) !== 0;
  }

  /** Text that the grammar could not parse. */
  isError(row: number): boolean {
    return this.table.kind[row] === ERROR_KIND;
  }

  /** The row's children, anonymous tokens included, extras (comments) left out. */
  children(row: number): number[] {
    const found: number[] = [];
    const end = row + this.table.size[row]!;
    for (let child = row + 1; child < end; child += this.table.size[child]!)
      if (!this.isExtra(child)) found.push(child);
    return found;
  }

  namedChildren(row: number): number[] {
    return this.children(row).filter((child) => this.isNamed(child));
  }

  /** The first child in a grammar field, or -1. */
  field(row: number, name: string): number {
    const field = this.grammar.field(name);
    const end = row + this.table.size[row]!;
    for (let child = row + 1; child < end; child += this.table.size[child]!) {
      if (this.table.field[child] === field) return child;
    }
    return -1;
  }

  /** Every child in a grammar field. */
  fieldAll(row: number, name: string): number[] {
    const field = this.grammar.field(name);
    return this.children(row).filter((child) => this.table.field[child] === field);
  }

  /** The first child of a grammar kind, named or anonymous, or -1. */
  childOfKind(row: number, name: string): number {
    return this.children(row).find((child) => this.kindName(child) === name) ?? -1;
  }

  /** Where the row ends, comments at its end left out: a block of Python holds those behind its last statement. */
  endOf(row: number): number {
    return this.ends[row]!;
  }

  textOf(row: number): string {
    return this.text.slice(this.table.start[row]!, this.table.end[row]!);
  }

  /** The interned text of a range or of a string made up by the language. */
  intern(text: string): number {
    return this.parsed.interner.id(text);
  }

  atomOf(row: number): number {
    return this.table.size[row] === 1 ? this.atoms[row]! : this.intern(this.textOf(row));
  }

  /** Opens a neutral row for a raw one, with its range unless another is given. */
  open(kind: number, role: Role, row: number, atom = 0, start?: number, end?: number): number {
    return this.builder.open(
      kind,
      role,
      start ?? this.table.start[row]!,
      end ?? this.ends[row]!,
      this.rawOf(row),
      atom,
    );
  }

  close(row: number): void {
    this.builder.close(row);
  }

  /** A neutral leaf for a raw row; the atom is its text unless another is given. */
  leaf(kind: number, role: Role, row: number, atom?: number, start?: number, end?: number): number {
    return this.builder.leaf(
      kind,
      role,
      start ?? this.table.start[row]!,
      end ?? this.table.end[row]!,
      this.rawOf(row),
      atom ?? this.atomOf(row),
    );
  }

  private rawOf(row: number): number {
    return this.within ? this.within.row : row;
  }

  /**
   * Parses pieces of this text, as one, in a language that this one embeds, and lowers its statements into the open row,
   * each in `role`. The rows count as the raw row `row`.
   * @returns false where the pieces do not parse without an error; nothing is lowered then
   */
  embedded(language: string, ranges: readonly TextRange[], row: number, role: Role): boolean {
    const lowering = this.lowering.embedded(language);
    const parsed = lowering.grammar.parse(this.text, { ranges, interner: this.parsed.interner });
    if (parsed.table.hasError) return false;
    new Lowerer(lowering, parsed, { builder: this.builder, row: this.rawOf(row) }).lowerRoot(role);
    return true;
  }

  /** This text stands inside another; its root writes its statements into the row that is open there. */
  get isEmbedded(): boolean {
    return this.within !== undefined;
  }

  private lowerRoot(role: Role): void {
    const shape = this.lowering.shapeOf(this.table.kind[0]!)?.shape;
    if (shape?.type === "custom") shape.lower(this, 0, role);
    else this.lowerAll(0, role);
  }

  /** Lowers a raw row by its shape; -1 (an absent child) is nothing. */
  lowerAs(row: number, role: Role): void {
    if (row < 0) return;
    const isPiece = this.takeover && (role === Role.Statement || role === Role.Member) && this.before.length === 0;
    if (!isPiece) return this.lowerNow(row, role);
    const piece = this.takeover!.open(row, role, this.builder.openKind, this.depth);
    if (piece < 0) return;
    this.lowerNow(row, role);
    if (this.before.length === 0) this.takeover!.close(piece);
    else this.takeover!.drop(piece);
  }

  private lowerNow(row: number, role: Role): void {
    const kind = this.table.kind[row]!;
    const compiled = kind === ERROR_KIND ? undefined : this.lowering.shapeOf(kind);
    if (!compiled) {
      this.passThrough(row, role, kind);
      return;
    }
    const { shape } = compiled;
    if (shape.type === "leaf") this.leaf(shape.kind, role, row);
    if (shape.type === "drop" || shape.type === "leaf" || this.isTooDeep(row, role)) return;
    this.depth++;
    if (shape.type === "node") this.node(shape.kind, role, row, compiled.children);
    else if (shape.type === "custom") shape.lower(this, row, role);
    else if (shape.type === "flatten") this.lowerAll(row, shape.role ?? role);
    else this.unwrap(row, role, shape.widen);
    this.depth--;
  }

  /** Errors, and kinds without a shape, under their grammar name; a leaf keeps its text. */
  private passThrough(row: number, role: Role, kind: number): void {
    if (row === 0) {
      // The root is a statement list even where the whole text is one error.
      const program = this.open(Kind.Program, role, row);
      this.lowerAll(row, Role.Statement);
      this.close(program);
      return;
    }
    const own = kind === ERROR_KIND ? Kind.Error : this.lowering.passThroughKind(kind);
    if (kind !== ERROR_KIND && this.table.size[row] === 1) {
      this.leaf(own, role, row);
      return;
    }
    if (this.isTooDeep(row, role)) return;
    this.depth++;
    this.node(own, role, row, undefined);
    this.depth--;
  }

  private isTooDeep(row: number, role: Role): boolean {
    if (this.depth < MAXIMUM_DEPTH) return false;
    this.leaf(kindOf("too deep"), role, row, 0);
    return true;
  }

  /** Gives the open definition what `before` holds; decorators widen its range unless they say no, modifiers (`export`) never do. */
  takeBefore(definition: number): void {
    const { before } = this;
    this.before = [];
    for (const { row, role, widens = true } of before) {
      if (role === Role.Modifier) this.leaf(Kind.Modifier, role, row);
      else {
        if (widens) this.builder.widenStart(definition, this.table.start[row]!);
        this.lowerAs(row, role);
      }
    }
  }

  /** Lowers what of a row the grammar could not parse: it is part of nothing, but holds code. */
  lowerErrors(row: number): void {
    for (const child of this.children(row)) if (this.isError(child)) this.lowerAs(child, Role.None);
  }

  /** Lowers every named child of a raw row in one role. */
  lowerAll(row: number, role: Role): void {
    const end = row + this.table.size[row]!;
    for (let child = row + 1; child < end; child += this.table.size[child]!) {
      if (this.isNamed(child) && !this.isExtra(child)) this.lowerAs(child, role);
    }
  }

  /** Lowers the children of a raw row as `node` would, into the open neutral row; for custom functions. */
  lowerChildren(row: number, children: Children, into: number): void {
    this.placeChildren(row, this.compiledOnce(children), into);
  }

  private compiledOnce(children: Children): CompiledChildren {
    let compiled = compiledChildren.get(this.lowering)?.get(children);
    if (!compiled) {
      compiled = compileChildren(children, this.lowering.grammar);
      let cache = compiledChildren.get(this.lowering);
      if (!cache) {
        cache = new Map();
        compiledChildren.set(this.lowering, cache);
      }
      cache.set(children, compiled);
    }
    return compiled;
  }

  private unwrap(row: number, role: Role, widen: boolean): void {
    const before = this.builder.rows;
    this.lowerAll(row, role);
    if (widen && this.builder.rows > before)
      this.builder.setRange(before, this.table.start[row]!, this.table.end[row]!);
  }

  private node(kind: number, role: Role, row: number, children: CompiledChildren | undefined): void {
    const opened = this.open(kind, role, row);
    this.placeChildren(row, children, opened);
    this.close(opened);
  }

  private placeChildren(row: number, children: CompiledChildren | undefined, opened: number): void {
    const { table } = this;
    if (children?.is !== undefined) this.builder.setAtom(opened, this.intern(children.is));
    if (children?.definition && this.before.length > 0) this.takeBefore(opened);
    const end = row + table.size[row]!;
    for (let child = row + 1; child < end; child += table.size[child]!) {
      if (this.isExtra(child)) continue;
      const kind = table.kind[child]!;
      const field = table.field[child]!;
      if (field !== 0 && field === children?.omit) continue;
      if (!children) {
        if (this.isNamed(child)) this.lowerAs(child, kind === ERROR_KIND ? Role.Statement : Role.None);
        continue;
      }
      if ((field !== 0 && field === children.variantField) || children.variantKinds[kind] === 1) {
        const isBefore = children.prefixed && table.start[child] === table.start[row];
        this.builder.setAtom(opened, isBefore ? this.intern(`${this.textOf(child)} before`) : this.atomOf(child));
        continue;
      }
      const byKind = kind === ERROR_KIND ? -1 : children.byKind[kind]!;
      if (!this.isNamed(child)) {
        if (byKind >= 0) this.leaf(Kind.Modifier, byKind, child);
        continue;
      }
      const byField = field !== 0 ? children.byField[field]! : -1;
      const role = byField >= 0 ? byField : byKind;
      this.lowerAs(child, role >= 0 ? role : children.rest);
    }
  }
}

const compiledChildren = new WeakMap<Lowering, Map<Children, CompiledChildren>>();
