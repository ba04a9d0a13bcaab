// One document as matching sees it: the tree, what its names mean, and an index of where patterns can begin.
import type { ClosedRows, Language } from "../languages/language";
import type { MatchList, Regex } from "../regex";
import { Semantics } from "../semantics";
import { implicitReturns } from "../semantics/returns";
import type { Interner } from "../syntax";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { type Area, eachWithin, lowerBound } from "./area";

export class MatchDocument {
  readonly semantics: Semantics;
  private readonly texts = new Map<Regex, MatchList>();
  private kinds: { readonly from: Int32Array; readonly rows: Int32Array } | undefined;
  private calls: Calls | undefined;
  private statements: Statements | undefined;
  private listed: readonly number[] | undefined;
  private readonly lined = new Map<number, readonly number[]>();
  private types: Uint8Array | undefined;
  private returns: ReadonlySet<number> | undefined;
  private modules: readonly string[] | undefined;
  private names: ReadonlyMap<number, readonly number[]> | undefined;

  /** @param isSound whether the text parsed without an error */
  constructor(
    readonly text: string,
    readonly tree: Tree,
    readonly interner: Interner,
    readonly language: Language,
    readonly isSound = true,
  ) {
    this.semantics = new Semantics(tree, interner, language);
  }

  /**
   * All matches of a regular expression in the text.
   * @throws RegexError where the text is too large.
   */
  matchAll(regex: Regex): MatchList {
    const list = this.texts.get(regex) ?? regex.matchAll(this.text);
    this.texts.set(regex, list);
    return list;
  }

  /** Rows of a kind in [from, to), in order. */
  rowsOfKind(kind: number, from = 0, to = this.tree.length): Int32Array {
    this.kinds ??= indexKinds(this.tree);
    const index = this.kinds;
    if (kind + 1 >= index.from.length) return NO_ROWS;
    const rows = index.rows.subarray(index.from[kind]!, index.from[kind + 1]!);
    return from === 0 && to === this.tree.length ? rows : rows.subarray(lowerBound(rows, from), lowerBound(rows, to));
  }

  /** Calls `visit` with each row of a kind in an area, in order. */
  eachOfKind(kind: number, area: Area, visit: (row: number) => void): void {
    this.kinds ??= indexKinds(this.tree);
    const { rows, from } = this.kinds;
    if (kind + 1 < from.length) eachWithin(rows, area, visit, from[kind]!, from[kind + 1]!);
  }

  /**
   * Calls whose callee ends in a name (`exec` of `a.b.exec(…)`), or undefined where an import renames that name, so that
   * any call may mean it.
   */
  callsNamed(atom: number): readonly number[] | undefined {
    this.calls ??= indexCalls(this);
    return this.calls.renamed.has(atom) ? undefined : (this.calls.byName.get(atom) ?? []);
  }

  /** Whether a name may stand before others in a dotted one: it occurs as a name, or in the path of an import. */
  mayQualify(text: string): boolean {
    if (this.interner.find(text) > 0) return true;
    this.modules ??= modulePaths(this);
    return this.modules.some((path) => path.includes(text));
  }

  /** Whether a row is a type, or a part of one, and no expression to a pattern. */
  isType(row: number): boolean {
    if (this.language.pattern.typesAreExpressions) return false;
    this.types ??= markTypes(this.tree);
    return this.types[row] === 1;
  }

  /** Rows of statements and expressions that their function returns without saying so. */
  get returned(): ReadonlySet<number> {
    const { implicitReturns: returning, closed } = this.language;
    const closedCases = closed?.some(({ of }) => of?.includes(Kind.Case)) ?? false;
    this.returns ??= returning ? implicitReturns(this.tree, returning === "lambdas", closedCases) : new Set();
    return this.returns;
  }

  /** The row that a Reference stands for: the one behind the last mark of its text before it; -1 where there is none. */
  markedFor(reference: number): number {
    const { tree } = this;
    const marks = this.rowsOfKind(Kind.Modifier, 0, reference);
    const mark = marks.findLast((row) => tree.atom[row] === tree.atom[reference]);
    return mark === undefined || mark + 1 + tree.size[mark + 1]! > reference ? -1 : mark + 1;
  }

  /** Rows of the names with this text, in order. */
  rowsNamed(atom: number): readonly number[] {
    this.names ??= indexNames(this.tree);
    return this.names.get(atom) ?? [];
  }

  /** Rows that hold statements, in order. */
  get lists(): readonly number[] {
    if (!this.listed) {
      // Kinds that the language alone knows may hold statements of their own too: the shell's `$(…)`.
      const inner = (this.language.closed ?? []).flatMap(({ kind }) => (kind >= Kind.Other ? [kind] : []));
      const kinds = new Set<number>([Kind.Program, Kind.Block, Kind.Case, ...inner]);
      this.listed = [...kinds].flatMap((kind) => [...this.rowsOfKind(kind)]).sort((a, b) => a - b);
    }
    return this.listed;
  }

  /** The rows of the statements that a row holds itself, in order. */
  statementsIn(list: number): readonly number[] {
    let rows = this.lined.get(list);
    if (!rows) {
      rows = childrenIn(this.tree, list, Role.Statement);
      this.lined.set(list, rows);
    }
    return rows;
  }

  /** Every statement with everything nested in it, in source order, from `first` up to the row `end`. */
  flattened(first: number, end: number): number[] {
    this.statements ??= indexStatements(this.tree, this.language.closed);
    const { rows, closedIn } = this.statements;
    const from = lowerBound(rows, first);
    const to = lowerBound(rows, end);
    const owner = rows[from] === first ? closedIn[from] : -1;
    const found: number[] = [];
    for (let i = from; i < to; i++) if (closedIn[i] === owner || closedIn[i] === ANYWHERE) found.push(rows[i]!);
    return found;
  }
}

/** Roles in which a name is a type and no value. */
export const TYPE_ROLES: ReadonlySet<number> = new Set([
  ...[Role.Type, Role.ReturnType, Role.TypeParameter, Role.TypeArgument],
]);

const NO_ROWS = new Int32Array(0);

interface Calls {
  readonly byName: ReadonlyMap<number, readonly number[]>;
  readonly renamed: ReadonlySet<number>;
}

interface Statements {
  readonly rows: Int32Array;
  /**
   * The innermost row around each that sequences do not look into, or -1: a method of an object literal, what is `closed`.
   * A lambda within it is looked into from outside all the same, wherever it stands.
   */
  readonly closedIn: Int32Array;
}

function indexKinds(tree: Tree): { from: Int32Array; rows: Int32Array } {
  let most = 0;
  for (let row = 0; row < tree.length; row++) if (tree.kind[row]! > most) most = tree.kind[row]!;
  const from = new Int32Array(most + 2);
  for (let row = 0; row < tree.length; row++) from[tree.kind[row]! + 1]!++;
  for (let kind = 0; kind <= most; kind++) from[kind + 1]! += from[kind]!;
  const next = from.slice();
  const rows = new Int32Array(tree.length);
  for (let row = 0; row < tree.length; row++) rows[next[tree.kind[row]!]!++] = row;
  return { from, rows };
}

function indexCalls(document: MatchDocument): Calls {
  const { tree } = document;
  const byName = new Map<number, number[]>();
  const renamed = new Set<number>();
  const callRows = [Kind.Call, Kind.New, Kind.TaggedTemplate].flatMap((kind) => [...document.rowsOfKind(kind)]);
  for (const row of callRows) {
    const name = lastName(tree, childIn(tree, row, Role.Callee));
    const list = byName.get(name);
    if (list) list.push(row);
    else byName.set(name, [row]);
  }
  for (const row of document.rowsOfKind(Kind.ImportSpecifier)) {
    if (childIn(tree, row, Role.Alias) >= 0) renamed.add(tree.atom[childIn(tree, row, Role.Name)]!);
  }
  for (const row of document.rowsOfKind(Kind.Variable)) {
    const target = childIn(tree, row, Role.Target);
    const value = childIn(tree, row, Role.Init);
    if (target < 0 || tree.kind[target] !== Kind.Object || value < 0 || tree.kind[value] !== Kind.Call) continue;
    // `const {exec: run} = require(…)`
    for (const pair of childrenIn(tree, target, Role.Element)) {
      const key = childIn(tree, pair, Role.Key);
      const name = childIn(tree, pair, Role.Value);
      if (key >= 0 && name >= 0 && tree.atom[key] !== tree.atom[name]) renamed.add(tree.atom[key]!);
    }
  }
  // A whole module renamed (`import a.b as c`) may be called itself.
  for (const row of document.rowsOfKind(Kind.Import)) {
    const module = childIn(tree, row, Role.Module);
    if (module < 0 || childIn(tree, row, Role.Alias) < 0) continue;
    const last = document.interner.text(tree.atom[module]!).split(/[./]/).at(-1)!;
    renamed.add(document.interner.find(last));
  }
  for (const [name, rows] of byName)
    byName.set(
      name,
      rows.sort((a, b) => a - b),
    );
  return { byName, renamed };
}

/** The atom of the last name of a callee, 0 where it has none. */
function lastName(tree: Tree, callee: number): number {
  if (callee < 0) return 0;
  if (tree.kind[callee] === Kind.TypeApply) return lastName(tree, childIn(tree, callee, Role.Value));
  if (tree.kind[callee] === Kind.Member) {
    const property = childIn(tree, callee, Role.Property);
    return property < 0 ? 0 : tree.atom[property]!;
  }
  return tree.kind[callee] === Kind.Identifier || tree.kind[callee] === Kind.Name ? tree.atom[callee]! : 0;
}

/** Texts of all that is imported, by statements and by calls of the language's `require`. */
function modulePaths(document: MatchDocument): string[] {
  const { tree, interner, language } = document;
  const imports = [...document.rowsOfKind(Kind.Import)].map((row) => childIn(tree, row, Role.Module));
  const require = language.requireCall === undefined ? -1 : interner.find(language.requireCall);
  const calls = require > 0 ? (document.callsNamed(require) ?? []) : [];
  const required = calls.map((row) => childIn(tree, row, Role.Argument));
  return [...imports, ...required].filter((row) => row >= 0).map((row) => interner.text(tree.atom[row]!));
}

function indexNames(tree: Tree): ReadonlyMap<number, readonly number[]> {
  const byAtom = new Map<number, number[]>();
  for (let row = 0; row < tree.length; row++) {
    if (tree.kind[row] !== Kind.Identifier && tree.kind[row] !== Kind.Name) continue;
    const list = byAtom.get(tree.atom[row]!);
    if (list) list.push(row);
    else byAtom.set(tree.atom[row]!, [row]);
  }
  return byAtom;
}

function markTypes(tree: Tree): Uint8Array {
  const types = new Uint8Array(tree.length);
  for (let row = 0; row < tree.length; ) {
    const end = row + tree.size[row]!;
    if (TYPE_ROLES.has(tree.role[row]!)) types.fill(1, row, end);
    row = types[row] === 1 ? end : row + 1;
  }
  return types;
}

/** Of statements in a lambda within something that is closed. */
const ANYWHERE = -2;

function indexStatements(tree: Tree, closed: readonly ClosedRows[] = []): Statements {
  const rows: number[] = [];
  const closedIn: number[] = [];
  const open: number[] = [];
  for (let row = 0; row < tree.length; row++) {
    while (open.length > 0 && row >= open.at(-1)! + tree.size[open.at(-1)!]!) open.pop();
    const around = open.at(-1) ?? -1;
    if (isStatementPlace(tree, row)) {
      rows.push(row);
      closedIn.push(around >= 0 && tree.kind[around] === Kind.Lambda ? ANYWHERE : around);
    }
    const isLambda = tree.kind[row] === Kind.Lambda && around >= 0;
    if (isLambda || isClosed(tree, row, closed)) open.push(row);
  }
  return { rows: Int32Array.from(rows), closedIn: Int32Array.from(closedIn) };
}

function isClosed(tree: Tree, row: number, closed: readonly ClosedRows[]): boolean {
  const kind = tree.kind[row];
  if (kind === Kind.Function && tree.role[row] === Role.Element) return true;
  return closed.some((one) => one.kind === kind && (one.of?.includes(tree.kind[tree.parent[row]!]!) ?? true));
}

/** A member of a statement list, or a bare statement where a block could stand. */
function isStatementPlace(tree: Tree, row: number): boolean {
  switch (tree.role[row]) {
    case Role.Statement:
    case Role.Member:
      return true;
    case Role.Then:
    case Role.Else:
    case Role.Body:
      return tree.kind[row] !== Kind.Block && tree.kind[tree.parent[row]!] !== Kind.Conditional;
    default:
      return false;
  }
}

/** Whether a row is an expression: what a bare `$X` ranges over. */
export function isExpression(kind: number): boolean {
  return kind === Kind.Lambda || (kind >= Kind.Identifier && kind <= Kind.MarkupText && !NOT_EXPRESSIONS.has(kind));
}

const NOT_EXPRESSIONS = new Set<number>([
  Kind.Name,
  Kind.Argument,
  Kind.Spread,
  Kind.StringPart,
  Kind.Pair,
  Kind.ComprehensionFor,
  Kind.ComprehensionIf,
  Kind.Attribute,
  Kind.MarkupText,
  Kind.Slice,
]);
