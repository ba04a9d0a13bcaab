// A document as the analysis of flows sees it: its tree, its marks, and what its language says of values.
import type { MatchDocument } from "../patterns/document";
import type { Constant, Semantics } from "../semantics";
import { capturedNames } from "../semantics/variables";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn, type Tree } from "../tree/tree";
import { lastName } from "./classes";
import type { Marks } from "./marks";
import type { Key } from "./state";
import { Origins } from "./taints";
import type { Value } from "./values";

export class FlowDocument {
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
  /** A name by itself may call a method. */
  readonly callsAlone: boolean;

  constructor(
    readonly id: number,
    readonly uri: string,
    readonly revision: number,
    readonly document: MatchDocument,
    readonly marks: Marks,
  ) {
    const { language } = document;
    this.tree = document.tree;
    this.semantics = document.semantics;
    this.fieldKeys = language.flow?.fieldKeys ?? false;
    this.hasAccessors = language.flow?.accessors ?? false;
    this.wholeDeclarations = language.flow?.wholeDeclarations ?? false;
    this.fallsThrough = language.flow?.fallsThrough ?? false;
    this.closures = language.flow?.closures ?? false;
    this.joinsNumbers = language.folding.joinsNumbers;
    this.callsAlone = language.flow?.blocks ?? false;
  }

  /** What names of the file hold at its end. */
  readonly globals = new Map<Key, Value>();
  /** What fields hold from their declaration on, by the row of that value. */
  readonly initials = new Map<number, Value>();
  readonly origins = new Origins();
  private called: ReadonlySet<string> | undefined;

  /** Whether something in the file calls a function by its name. */
  isCalled(row: number): boolean {
    this.called ??= new Set(
      [...this.document.rowsOfKind(Kind.Call)].map((call) => {
        const callee = childIn(this.tree, call, Role.Callee);
        return (this.tree.kind[callee] === Kind.Member ? "." : "") + lastName(this, callee);
      }),
    );
    const name = this.nameOf(childIn(this.tree, row, Role.Name));
    const [first] = childrenIn(this.tree, row, Role.Parameter);
    const isMethod = this.tree.role[row] === Role.Member || (first !== undefined && this.textOf(first) === "receiver");
    // `a.f()` calls a method; a function of the file is called by its name alone.
    return this.called.has(name) || (isMethod && this.called.has(`.${name}`));
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

  /** Whether an operator puts what is right of it behind what is left of it, and changes that. */
  appends(operator: string): boolean {
    return this.document.language.folding.appends?.includes(operator) ?? false;
  }

  /** The name of a function that is defined, as calls have it. */
  nameOf(row: number): string {
    const name = this.textOf(row);
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

  /** Whether an operator may be one that the program defines: nothing is known of what it makes. */
  overloads(row: number): boolean {
    return this.document.language.flow?.overloads?.includes(this.textOf(row)) ?? false;
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
