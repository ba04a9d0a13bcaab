// A document as the analysis of flows sees it: its tree, its marks, and what its language says of values.
import type { MatchDocument } from "../patterns/document";
import type { Constant, Semantics } from "../semantics";
import { capturedNames } from "../semantics/variables";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Range, type Tree } from "../tree/tree";
import { Definitions, lastName } from "./classes";
import { Layout, type Lineage } from "./layout";
import type { Marks } from "./marks";
import type { Kept } from "./memory";
import type { Key } from "./state";
import type { Summary } from "./summaries";
import { Origins } from "./taints";
import type { Top } from "./top";
import type { Value } from "./values";
import type { FlowInput } from "./workspace";

export class FlowDocument {
  readonly uri: string;
  /** As `FlowInput.revision` and `FlowInput.state`. */
  readonly revision: number;
  readonly state: unknown;
  readonly tree: Tree;
  readonly semantics: Semantics;
  /** What is reached by a key of an object is its field. */
  readonly fieldKeys: boolean;
  readonly hasAccessors: boolean;
  readonly fallsThrough: boolean;
  readonly wholeDeclarations: boolean;
  /** Functions see the variables of the functions around them. */
  readonly closures: boolean;
  /** `"a" + 1` is a text. */
  readonly joinsNumbers: boolean;
  /** `7 / 2` is more than 3. */
  readonly fractions: boolean;
  /** A name by itself may call a method. */
  readonly callsAlone: boolean;
  /** A class is called as a function to make an object of it. */
  readonly classesCalled: boolean;
  /** What goes over a table goes over its keys, and what is empty counts as false. */
  readonly keysIterated: boolean;

  constructor(
    readonly id: number,
    { uri, revision, state }: Pick<FlowInput, "uri" | "revision" | "state">,
    readonly document: MatchDocument,
    readonly marks: Marks,
    lineage: Lineage,
  ) {
    const { language } = document;
    this.uri = uri;
    this.revision = revision;
    this.state = state;
    this.tree = document.tree;
    this.layout = new Layout(uri, lineage, document.tree);
    this.origins = new Origins(this.layout);
    this.semantics = document.semantics;
    this.fieldKeys = language.flow?.fieldKeys ?? false;
    this.hasAccessors = language.flow?.accessors ?? false;
    this.wholeDeclarations = language.flow?.wholeDeclarations ?? false;
    this.fallsThrough = language.flow?.fallsThrough ?? false;
    this.closures = language.flow?.closures ?? false;
    this.joinsNumbers = language.folding.joinsNumbers;
    this.fractions = language.folding.fractions ?? false;
    this.callsAlone = language.flow?.blocks ?? false;
    this.classesCalled = language.flow?.classesCalled ?? false;
    this.keysIterated = language.flow?.keysIterated ?? false;
  }

  readonly layout: Layout;
  /** Where taint comes from in this state. */
  readonly origins: Origins;
  /** What is known of its functions, by row. */
  readonly functions = new Map<number, Kept<Summary>>();
  /** What single calls of them do in this state, by what is known of such a call. */
  readonly specialised = new Map<string, Kept<Summary | undefined>>();
  /** Rows of the functions that are being looked at. */
  readonly open = new Set<number>();
  /** What is known of the statements of the file. */
  top: Kept<Top> | undefined;
  isTopOpen = false;
  /** What fields hold from their declaration on, by the row of that value. */
  readonly initials = new Map<number, Kept<Value>>();
  private defined: Definitions | undefined;
  private outer: readonly number[] | undefined;
  private calls: ReadonlyMap<string, readonly number[]> | undefined;

  /** Its classes and functions. */
  get definitions(): Definitions {
    this.defined ??= new Definitions(this);
    return this.defined;
  }

  /** Rows of the functions that stand in no other, or in a class of their own there. */
  get outerFunctions(): readonly number[] {
    this.outer ??= [...this.document.rowsOfKind(Kind.Function)].filter((row) => !this.isNested(row));
    return this.outer;
  }

  private isNested(row: number): boolean {
    const { tree, layout } = this;
    for (let at = tree.parent[row]!; at > 0; at = tree.parent[at]!) {
      if (tree.kind[at] === Kind.Class) return false;
      const isFunction = tree.kind[at] === Kind.Function || tree.kind[at] === Kind.Lambda;
      if (isFunction && !layout.isOpened(at)) return true;
    }
    return false;
  }

  /** The calls in the file of what has a name, as a function or as a method. */
  callsNamed(name: string): readonly number[] | undefined {
    if (!this.calls) {
      const calls = new Map<string, number[]>();
      for (const call of this.document.rowsOfKind(Kind.Call)) {
        const callee = lastName(this, childIn(this.tree, call, Role.Callee));
        const known = calls.get(callee);
        if (known) known.push(call);
        else calls.set(callee, [call]);
      }
      this.calls = calls;
    }
    return this.calls.get(name);
  }

  /** Variables of a page that nothing in it gives a value, each where it is first read. */
  get freeVariables(): ReadonlyMap<Key, number> {
    const free = new Map<Key, number>();
    const { pages } = this.document.language.flow ?? {};
    if (!pages?.page.test(this.document.text)) return free;
    for (const row of this.document.rowsOfKind(Kind.Identifier)) {
      const name = this.isReceiver(row) ? "this" : this.textOf(row);
      if (free.has(name) || !pages.variable.test(this.textOf(row)) || this.semantics.declarationOf(row) >= 0) continue;
      let around = row;
      while (around > 0 && !SCOPES.has(this.tree.kind[around]!)) around = this.tree.parent[around]!;
      if (around <= 0) free.set(name, row);
    }
    return free;
  }

  /** Whether other files may call a method of a class, as far as it says so itself. */
  offers(row: number): boolean {
    const offers = this.document.language.flow?.offers;
    const name = this.textOf(childIn(this.tree, row, Role.Name));
    if (offers === undefined || name === "") return false;
    if (offers === "capital") return /^\p{Lu}/u.test(name);
    const words = childrenIn(this.tree, row, Role.Modifier).map((each) => this.sourceOf(each));
    if (offers === "public") return words.includes("public");
    if (words.some((word) => HIDES.test(word)) || /^(?:_(?!_)|#)/.test(name)) return false;
    // A line `private` hides all that follows it.
    return !this.siblingsBefore(row).some((each) => HIDES.test(this.sourceOf(each)));
  }

  private siblingsBefore(row: number): readonly number[] {
    const siblings = childrenIn(this.tree, this.tree.parent[row]!);
    return siblings.filter((each) => each < row && this.tree.kind[each] === Kind.ExpressionStatement);
  }

  /** A row as it is written. */
  sourceOf(row: number): string {
    return this.document.text.slice(this.tree.start[row]!, this.tree.end[row]!);
  }

  /** Whether a method of the name puts what it is given into its object, as Semgrep has it. */
  changes(method: string): boolean {
    return this.document.language.flow?.changes?.includes(method) ?? false;
  }

  /** The text of a row's atom. */
  textOf(row: number): string {
    return row < 0 ? "" : this.document.interner.text(this.tree.atom[row]!);
  }

  /** Whether a call is another one with a block. */
  takesBlock(row: number): boolean {
    const { tree } = this;
    const callee = childIn(tree, row, Role.Callee);
    const isCall = callee >= 0 && tree.kind[callee] === Kind.Call;
    if (!isCall || !this.document.language.flow?.blocks) return false;
    return childrenIn(tree, row, Role.Argument).every((argument) => tree.kind[argument] === Kind.Lambda);
  }

  /** Whether subclasses of a class list their values. */
  isEnum(parent: string): boolean {
    return this.document.language.flow?.enums?.includes(parent) ?? false;
  }

  /** Whether an operator puts what is right of it behind what is left of it, and changes that. */
  appends(operator: string): boolean {
    return this.document.language.folding.appends?.includes(operator) ?? false;
  }

  /** The name of a function that is defined, as calls have it. */
  nameOf(row: number): string {
    return this.folded(this.textOf(row));
  }

  /** A name of a function as it is looked up. */
  folded(name: string): string {
    return this.document.language.flow?.foldsNames ? name.toLowerCase() : name;
  }

  /** Whether an expression is the object whose method this is: `this`. */
  isReceiver(row: number): boolean {
    const { flow } = this.document.language;
    return this.tree.kind[row] === Kind.Identifier && (flow?.receivers?.includes(this.textOf(row)) ?? false);
  }

  /** Whether a parameter is called as the object whose method this is. */
  isReceiverName(row: number): boolean {
    return row >= 0 && (this.document.language.flow?.receivers?.includes(this.textOf(row)) ?? false);
  }

  /** The key of what a name means: of its declaration, or its text where the file has none; `` of a parameter without. */
  keyOf(row: number): Key {
    if (row < 0) return "";
    const declaration = this.semantics.declarationOf(row);
    return declaration >= 0 ? declaration : this.textOf(row);
  }

  /** Whether a name means a field of the object by itself. */
  isField(row: number): boolean {
    const prefix = this.document.language.flow?.fieldPrefix;
    return this.semantics.isField(row) || (prefix !== undefined && this.textOf(row).startsWith(prefix));
  }

  /** `&x` and `*x`: the same place, as far as it is followed. */
  isAddress(row: number): boolean {
    const operator = this.textOf(row);
    return operator === "&" || operator === "*";
  }

  /** Whether a place lies within this one that is read or written by itself: the `a` of `a.b`, `a[0]` and `*a`. */
  isBase(row: number): boolean {
    const { tree } = this;
    const parent = tree.parent[row]!;
    const kind = tree.kind[parent];
    if (kind === Kind.Unary) return this.textOf(parent) === "*";
    const isPart = (kind === Kind.Member || kind === Kind.Index) && tree.role[row] === Role.Object;
    return isPart && tree.role[parent] !== Role.Callee;
  }

  /** Whether a call within a range has the row in it. */
  isCalledWithin(row: number, { start, end }: Range): boolean {
    const { tree } = this;
    for (
      let at = tree.parent[row]!;
      at >= 0 && tree.start[at]! >= start && tree.end[at]! <= end;
      at = tree.parent[at]!
    ) {
      if (tree.kind[at] === Kind.Call || tree.kind[at] === Kind.New) return true;
    }
    return false;
  }

  /** Whether an operation moves a pointer on, if its left side is one. */
  movesPointers(row: number): boolean {
    const operator = this.textOf(row);
    return this.document.language.memory !== undefined && (operator === "+" || operator === "-");
  }

  /** Whether a case is written `case 1 -> e`: it does not go on with the next. */
  isArrow(row: number): boolean {
    const { tree, document } = this;
    const test = childrenIn(tree, row, Role.Test).at(-1);
    const first = childIn(tree, row, Role.Statement);
    const from = test === undefined ? tree.start[row]! : tree.end[test]!;
    return first >= 0 && document.text.slice(from, tree.start[first]!).includes("->");
  }

  /** Whether an operator may be one that the program defines: nothing is known of what it makes. */
  overloads(row: number): boolean {
    return this.document.language.flow?.overloads?.includes(this.textOf(row)) ?? false;
  }

  /** Cases are shapes that values may have, with names for their parts. */
  get hasShapes(): boolean {
    return this.document.language.scoping.caseCaptures === true;
  }

  /** Names that the pattern of a case gives values. */
  capturesOf(test: number): readonly number[] {
    return this.document.language.scoping.caseCaptures ? [...capturedNames(this.tree, test)] : [];
  }

  builtinTypeOf(row: number): string | undefined {
    return this.semantics.builtinTypeOf(row);
  }

  constantOf(row: number): Constant | undefined {
    return this.semantics.constantOf(row);
  }

  /** Whether the last expression of a function's body is what it returns. */
  returnsLast(row: number): boolean {
    const { implicitReturns } = this.document.language;
    return implicitReturns === true || (implicitReturns === "lambdas" && this.tree.kind[row] === Kind.Lambda);
  }

  child(row: number, role: Role): number {
    return childIn(this.tree, row, role);
  }
}

/** What has variables of its own. */
const SCOPES: ReadonlySet<number> = new Set([Kind.Function, Kind.Lambda, Kind.Class]);

/** Words that hide a method from other files. */
const HIDES = /^(?:private|protected|internal)$/;
