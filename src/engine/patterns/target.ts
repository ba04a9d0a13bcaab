// A document against compiled patterns: where each can begin, and the matches it has.
import type { MatchList, Regex, RegexEngine } from "../regex";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Range } from "../tree/tree";
import { type Area, eachWithin, Near, type Span } from "./area";
import { type PatternAtoms, patternAtoms } from "./atoms";
import { Rows } from "./beginnings";
import { headEnd } from "./definitions";
import { isExpression, type MatchDocument } from "./document";
import { HeldCalls } from "./held";
import {
  type Accepts,
  type Binding,
  type Bindings,
  type Match,
  type Pattern,
  type Piece,
  rowsOf,
  type Target,
  type Where,
} from "./match";
import { matchRoot } from "./matcher";
import { Matches } from "./matches";
import { Matching, StepLimit, sameBinding } from "./matching";
import { type CompiledPattern, listOf, type PatternNode } from "./pattern";
import { searchSequence } from "./sequences";
import { calleeOf, mayStart, namedCalls, startKinds } from "./starts";
import { type Content, literalContent, numberOf } from "./strings";
import { pieceKind } from "./template";
import { matchTyped } from "./types";

/** Steps that one pattern may take in one document: generous for linear work, an end for the rest. */
const stepLimit = (rows: number): number => 300_000 + 60 * rows;

/** Steps that all searches of one rule in one document may take together. */
export const stepBudget = (rows: number): number => 3_000_000 + 1_000 * rows;

export interface TargetHost {
  readonly regexes: RegexEngine;
  /** What the running rule has left: every search is charged to it, one whose matches are known as well. */
  readonly budget?: { left: number };
  /** A pattern's search was ended by its step limit or by the rule's; its matches so far stand. */
  limited(pattern: Pattern): void;
}

/** The matches of a whole document, and the steps that they took. */
interface Found {
  readonly matches: readonly Match[];
  readonly steps: number;
}

/** Where alone something is new in a document: rows in which it can begin, around the ranges too, and those ranges. */
export interface Clip {
  readonly spans: readonly Span[];
  readonly ranges: readonly Range[];
}

export class DocumentTarget implements Target {
  readonly text: string;
  readonly language: string;
  readonly floats: boolean;
  private readonly atoms: PatternAtoms;
  private readonly found = new Map<Pattern, Found>();
  private readonly rows = new Map<readonly Span[], Rows>();
  /** The ranges that were last asked for: all parts of a formula ask for the same. */
  private last: { readonly ranges: readonly Range[]; readonly near: Near; readonly isClipped: boolean } | undefined;

  constructor(
    readonly document: MatchDocument,
    private readonly host: TargetHost,
    private readonly clip?: Clip,
  ) {
    this.text = document.text;
    this.language = document.language.id;
    this.atoms = patternAtoms(document.interner);
    this.floats = !document.language.folding.integers;
  }

  matchAll(regex: Regex): MatchList {
    return this.document.matchAll(regex);
  }

  find(pattern: Pattern, { within, near, accepts }: Where = {}): readonly Match[] {
    const compiled = pattern as CompiledPattern;
    if (compiled.selector && within) return this.select(compiled, within);
    const matches = this.findNear(compiled, near, accepts?.concerns(pattern.metavariables) ? accepts : undefined);
    if (!within) return matches;
    return matches.filter(({ start, end }) => within.some((range) => range.start <= start && end <= range.end));
  }

  private findNear(pattern: CompiledPattern, near?: readonly Range[], accepts?: Accepts): readonly Match[] {
    const known = this.found.get(pattern);
    if (known) {
      this.charge(known.steps);
      return known.matches;
    }
    const { length } = this.document.tree;
    if (near || accepts) {
      const around = near && this.nearOf(near);
      const spans = around?.isClipped ? this.clip!.spans : undefined;
      return this.search(pattern, { from: 0, to: length, near: around?.near, accepts, spans }).matches;
    }
    const found = this.search(pattern, { from: 0, to: length });
    // What a rule's budget cut off another rule may find.
    if ((this.host.budget?.left ?? 1) > 0) this.found.set(pattern, found);
    return found.matches;
  }

  private nearOf(ranges: readonly Range[]) {
    if (this.last?.ranges !== ranges) {
      const isClipped = this.clip !== undefined && liesIn(ranges, this.clip.ranges);
      this.last = { ranges, near: new Near(ranges), isClipped };
    }
    return this.last;
  }

  /** All matches that begin in some rows, but those of sequences that overlap none of the ranges. */
  findFrom(pattern: Pattern, spans: readonly Span[], near: Near): readonly Match[] {
    const area = { from: 0, to: this.document.tree.length, spans, near };
    return this.search(pattern as CompiledPattern, area).matches;
  }

  private charge(steps: number): void {
    if (this.host.budget) this.host.budget.left -= steps;
  }

  findIn(pattern: Pattern, binding: Binding, outer: Bindings): readonly Match[] {
    if (binding.row < 0 || (binding.kind !== "node" && binding.kind !== "rows")) return [];
    const { tree } = this.document;
    const rows = rowsOf(binding, tree.size);
    const last = rows.at(-1)!;
    const list = rows.every((row) => tree.role[row] === Role.Statement) ? rows : [];
    const area = { from: binding.row, to: last + tree.size[last]!, outer, list };
    return this.search(pattern as CompiledPattern, area).matches;
  }

  same(left: Binding, right: Binding): boolean {
    return sameBinding(this.document, left, right);
  }

  hasType(binding: Binding, type: Pattern): boolean {
    if (binding.row < 0 || (binding.kind !== "node" && binding.kind !== "content")) return false;
    let holds = false;
    const m = this.matching(type as CompiledPattern);
    const root = rootOf(type as CompiledPattern)!;
    matchTyped(m, { name: type.source.replace(/\s+/g, ""), node: root }, binding.row, () => {
      holds = true;
    });
    return holds;
  }

  bindingAt({ start, end }: Range): Binding {
    const { tree } = this.document;
    let found = -1;
    for (let row = 1; row < tree.length; row++) {
      if (tree.start[row] !== start || tree.end[row] !== end) continue;
      if (found < 0 || isExpression(tree.kind[row]!)) found = row;
      if (isExpression(tree.kind[row]!)) break;
    }
    const text = this.text.slice(start, end);
    return { start, end, text, kind: found < 0 ? "text" : "node", row: found, count: found < 0 ? 0 : 1 };
  }

  pieces(binding: Binding): readonly Piece[] {
    const { tree, interner } = this.document;
    const { kind, row, text } = binding;
    const source = (at: number): string => this.text.slice(tree.start[at]!, tree.end[at]!);
    if (kind === "content" && row >= 0 && tree.kind[row] === Kind.String)
      return [{ text: source(row), kind: "string" }];
    if (kind !== "node" && kind !== "rows") return [{ text, kind: "other" }];
    return rowsOf(binding, tree.size).map((at) => {
      const isStatement = tree.role[at] === Role.Statement;
      return {
        text: source(at),
        kind: isStatement ? "statement" : pieceKind(tree.kind[at]!, interner.text(tree.atom[at]!)),
      };
    });
  }

  content(binding: Binding): Content | undefined {
    if (binding.kind === "content" || binding.kind === "text") return binding;
    const { kind, row, count } = binding;
    // `$...X` for all that an element holds may be one text.
    return kind === "node" || (kind === "rows" && count === 1) ? literalContent(this.document, row) : undefined;
  }

  constant(binding: Binding): string | number | boolean | bigint | undefined {
    if (binding.kind === "content") return binding.text;
    if (binding.row < 0 || binding.kind !== "node") return undefined;
    const { tree, interner, semantics } = this.document;
    const text = interner.text(tree.atom[binding.row]!);
    switch (tree.kind[binding.row]) {
      case Kind.String:
      case Kind.MarkupText:
        return text;
      case Kind.Number:
        // A bigint of JavaScript is no number to a comparison.
        return /^\d+n$/.test(text) ? undefined : numberOf(text);
      case Kind.Boolean:
        return text.toLowerCase() === "true";
      default: {
        const constant = semantics.constantOf(binding.row);
        if (constant && "value" in constant) return constant.value;
        return this.joined(binding.row) ?? this.product(binding.row);
      }
    }
  }

  memoryFault({ kind, row }: Binding): string | undefined {
    return kind === "node" && row >= 0 ? this.document.semantics.memoryFault(row) : undefined;
  }

  elements({ kind, row }: Binding): readonly Binding[] | undefined {
    const { tree, language } = this.document;
    if (!language.folding.lists || kind !== "node" || row < 0 || tree.kind[row] !== Kind.Array) return undefined;
    return childrenIn(tree, row).map((element) =>
      this.bindingAt({ start: tree.start[element]!, end: tree.end[element]! }),
    );
  }

  /** `60 * 60 * 24`: what comparisons compute even of a language whose numbers are not folded. */
  private product(row: number): number | undefined {
    const { tree, interner } = this.document;
    const text = interner.text(tree.atom[row]!);
    if (tree.kind[row] === Kind.Number) return /n$/.test(text) ? undefined : numberOf(text);
    if (tree.kind[row] !== Kind.Binary || text !== "*") return undefined;
    let product = 1;
    for (const operand of childrenIn(tree, row)) {
      const factor = this.product(operand);
      if (factor === undefined) return undefined;
      product *= factor;
    }
    return product;
  }

  /** The text of a template all of whose parts are constants, numbers too. */
  private joined(row: number): string | undefined {
    const { tree, interner, semantics } = this.document;
    if (tree.kind[row] !== Kind.Template) return undefined;
    const parts = childrenIn(tree, row, Role.Part).map((part) => {
      if (tree.kind[part] === Kind.StringPart) return interner.text(tree.atom[part]!);
      const constant = semantics.constantOf(part);
      return constant && "value" in constant ? String(constant.value) : undefined;
    });
    return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
  }

  /** `pattern: $X`: every expression that lies in one of the ranges. */
  private select(pattern: CompiledPattern, within: readonly Range[]): readonly Match[] {
    const { tree } = this.document;
    const node = rootOf(pattern)!;
    const matches = new Matches();
    const m = this.matching(pattern);
    for (let row = 0; row < tree.length; row++) {
      if (!isExpression(tree.kind[row]!) || this.document.isType(row)) continue;
      const [start, end] = [tree.start[row]!, tree.end[row]!];
      if (!within.some((range) => range.start <= start && end <= range.end)) continue;
      m.bindRow(node.name, row, () => matches.add(start, end, m.bindings));
    }
    return matches.sorted();
  }

  private matching(pattern: CompiledPattern, { outer, accepts }: Partial<Area> = {}): Matching {
    const limit = Math.min(stepLimit(this.document.tree.length), Math.max(0, this.host.budget?.left ?? Infinity));
    return new Matching(this.document, pattern, this.atoms.of(pattern), this.host.regexes, limit, outer, accepts);
  }

  /** False where the document lacks a name that every match holds. */
  private mayOccur(pattern: CompiledPattern): boolean {
    return this.atoms.mayOccur(pattern) && pattern.qualifiers.every((text) => this.document.mayQualify(text));
  }

  private mayBegin({ beginnings }: CompiledPattern, { spans }: Area): boolean {
    if (!spans) return true;
    let rows = this.rows.get(spans);
    if (!rows) {
      rows = new Rows(this.document, spans);
      this.rows.set(spans, rows);
    }
    return rows.mayBegin(beginnings);
  }

  private search(pattern: CompiledPattern, area: Area): Found {
    if (!this.mayOccur(pattern) || !this.mayBegin(pattern, area)) return NOTHING;
    const m = this.matching(pattern, area);
    const matches = new Matches();
    try {
      if (pattern.shape.type === "sequence") searchSequence(m, pattern.shape.statements, area, matches);
      else this.searchNode(m, pattern.shape.root, area, matches, pattern.head);
    } catch (error) {
      if (!(error instanceof StepLimit)) throw error;
      this.host.limited(pattern);
    }
    this.charge(m.steps);
    return { matches: matches.sorted(), steps: m.steps };
  }

  private searchNode(m: Matching, root: PatternNode, area: Area, matches: Matches, head: boolean): void {
    const { tree } = this.document;
    let start = 0;
    const held = calleeOf(root) === undefined ? new HeldCalls(m, [root]) : undefined;
    const names = root.type === "metavariable" || root.kind === Kind.Identifier || root.kind === Kind.Member;
    const found = (): void => {
      const range = this.rangeOf(root, start);
      matches.add(range.start, head ? headEnd(this.document, start) : range.end, m.bindings);
    };
    this.eachStart(m, root, area, (row) => {
      if (area.near && !area.near.overlaps(tree.start[row]!, tree.end[row]!)) return;
      if (held && !held.mayBeIn(row, tree.size[row]!)) return;
      // The expression of a decorator counts as one only by this option.
      if (!m.options.attr_expr && tree.kind[tree.parent[row]!] === Kind.Decorator) return;
      if (names && !(area.outer && row === area.from) && this.document.isType(row)) return;
      if (!(area.outer && row === area.from) && !mayStart(this.document, root, row)) return;
      start = row;
      matchRoot(m, root, row, found);
    });
  }

  /** A declaration that an assignment pattern matches is reported from its name to its value. */
  private rangeOf(root: PatternNode, row: number): Range {
    const { tree } = this.document;
    const isField = tree.kind[row] === Kind.Field;
    const declared = isField || tree.kind[row] === Kind.Variable;
    const name = declared && root.kind === Kind.Assign ? childIn(tree, row, isField ? Role.Name : Role.Target) : -1;
    const value = name < 0 ? -1 : childIn(tree, row, Role.Init);
    // A destructuring keeps its keyword.
    const from = name < 0 || tree.size[name]! > 1 ? row : name;
    // A word before the definition (`export`) is a part of it where the pattern says it.
    const words = name < 0 && root.parts.has(Role.Modifier) ? childrenIn(tree, row, Role.Modifier) : [];
    const said = words.filter((word) =>
      listOf(root, Role.Modifier).some(({ text }) => text === this.document.interner.text(tree.atom[word]!)),
    );
    const start = Math.min(tree.start[from]!, ...said.map((word) => tree.start[word]!));
    return { start, end: tree.end[value < 0 ? row : value]! };
  }

  private eachStart(m: Matching, root: PatternNode, area: Area, visit: (row: number) => void): void {
    const { tree, language } = this.document;
    if (root.kind === Kind.Decorator && language.pattern.loneDecorators === false) return;
    if (root.type === "metavariable" || root.type === "deep" || root.type === "ellipsis") {
      for (const { from, to } of area.spans ?? [area]) {
        for (let row = from; row < to; row++)
          if (isExpression(tree.kind[row]!) || (row === area.from && area.outer) || (root.typed && this.isGiven(row)))
            visit(row);
      }
      if (root.inner?.kind === Kind.Assign) this.document.eachOfKind(Kind.Variable, area, visit);
      return;
    }
    const named = namedCalls(this.document, root);
    if (named) return eachWithin(named, area, visit);
    if (root.kind === Kind.Assign && m.options.flddef_assign) this.document.eachOfKind(Kind.Function, area, visit);
    if (root.kind === Kind.Return) {
      const isIn = (row: number): boolean => (area.spans ?? [area]).some(({ from, to }) => row >= from && row < to);
      for (const row of this.document.returned) if (isIn(row)) visit(row);
    }
    for (const kind of startKinds(root)) this.document.eachOfKind(kind, area, visit);
    // A fragment that is a name itself (a property, a parameter) behaves as the expression of that name.
    if (area.outer && tree.kind[area.from] === Kind.Name) visit(area.from);
    // One that is an expression is a statement too.
    if (area.outer && root.kind === Kind.ExpressionStatement && isExpression(tree.kind[area.from]!)) visit(area.from);
  }

  /** A declared name with a value counts as assigned to, and so as an expression. */
  private isGiven(row: number): boolean {
    const { tree } = this.document;
    const role = tree.role[row];
    if (tree.kind[row] !== Kind.Name || (role !== Role.Target && role !== Role.Name)) return false;
    const declaration = tree.parent[row]!;
    const declares = tree.kind[declaration] === Kind.Variable || tree.kind[declaration] === Kind.Field;
    return declares && childIn(tree, declaration, Role.Init) >= 0;
  }
}

const NOTHING: Found = { matches: [], steps: 0 };

/** Whether each range lies in one of others. */
const liesIn = (ranges: readonly Range[], others: readonly Range[]): boolean =>
  ranges.every(({ start, end }) => others.some((other) => other.start <= start && end <= other.end));

const rootOf = (pattern: CompiledPattern): PatternNode | undefined =>
  pattern.shape.type === "node" ? pattern.shape.root : undefined;
