// What names mean in the documents that are analysed together. Each answer is noted as something on which rests what is
// being found out.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import { CallIndex } from "./call-index";
import { type ClassInfo, describeClass } from "./classes";
import { Documents } from "./documents";
import type { FlowDocument } from "./flow-document";
import { Memory } from "./memory";
import { isImport, isIn } from "./modules";
import { formerOutlines, type Outline, outlineOf } from "./outline";
import { Question, Questions, type Told } from "./questions";
import type { RuleMask } from "./taints";
import type { Callable } from "./values";
import type { Around, FlowInput } from "./workspace";

/** What was told of a state of a document, and what the next one is to be compared with. */
interface Outlined {
  readonly state: unknown;
  readonly outline: Outline;
  readonly former: readonly Outline[];
}

export abstract class Lookups {
  protected readonly memory = new Memory();
  private readonly files = new Documents(this.memory);
  readonly calls = new CallIndex();
  private readonly outlines = new Map<string, Outlined>();
  private readonly questions = new Questions();
  /** Another number for each analysis of a document: texts stay as they are meanwhile. */
  private turn = 0;
  /** What was looked up in this turn. */
  private readonly answers = new Map<string, unknown>();

  /** The files around the one that is analysed. */
  around!: Around<FlowInput>;

  /** By id; those that were replaced by others of their URI are gone. */
  get documents(): readonly FlowDocument[] {
    return this.files.byId;
  }

  /** To be called before a document is analysed, with the rules whose marks are needed; those of others may be missing. */
  begin(around: Around<FlowInput>, rules: RuleMask): void {
    this.files.begin(rules);
    this.start(around);
  }

  /** To be called before it is looked at which rules matter for a document: none is needed yet. */
  beginLooking(around: Around<FlowInput>): void {
    this.files.beginLooking();
    this.start(around);
  }

  private start(around: Around<FlowInput>): void {
    this.around = around;
    this.turn++;
    this.answers.clear();
  }

  /** As `begin`, where it may be that another document was analysed in the meantime. */
  resume(around: Around<FlowInput>, rules: RuleMask): void {
    if (this.around !== around) this.begin(around, rules);
  }

  /** As `beginLooking`, in the same case. */
  resumeLooking(around: Around<FlowInput>): void {
    if (this.around !== around) this.beginLooking(around);
  }

  /** The document as it is now; what was found out about an older state of it is kept where it holds still. */
  document(input: FlowInput): FlowDocument {
    return this.files.document(input);
  }

  /** Whether a document is still what it was when it was given. */
  isPresent(document: FlowDocument): boolean {
    return this.documents[document.id] === document;
  }

  /** Whether it is known what the rules say of a text. */
  isMarked(input: FlowInput): boolean {
    return this.files.isMarked(input);
  }

  /** The document by itself: enough to tell whether it is worth more. */
  sketch(input: FlowInput): FlowDocument {
    return this.files.sketch(input);
  }

  /** What is to be known of a document where another one leads there. */
  outline(input: FlowInput): Outline {
    const known = this.outlines.get(input.uri);
    if (known && known.state === input.state) return known.outline;
    const outline = outlineOf(this.sketch(input), known?.former);
    this.files.expect(outline.sinks);
    this.calls.set(input.uri, outline);
    const former = formerOutlines(outline, known?.former ?? []);
    this.outlines.set(input.uri, { state: input.state, outline, former });
    return outline;
  }

  hasOutline({ uri, state }: FlowInput): boolean {
    return this.outlines.get(uri)?.state === state;
  }

  /**
   * What is being found out rests on what is told of a row, by the document alone; `what` is the question. Says whether
   * that is new.
   */
  protected asked(what: string, { layout }: FlowDocument, row: number, told: Told): boolean {
    const question = this.questions.of(`${what} ${layout.placeIn(row)}`, () => new Question(layout, row, told));
    if (!this.memory.asks(question)) return false;
    const before = question.answer(this.turn);
    this.memory.rest(question, layout.lineage.id, () => question.isStill(before, this.turn));
    return true;
  }

  /** As `asked`, where the answer may be another one as more is found out. */
  protected askedAnew(what: string, { layout }: FlowDocument, row: number, told: Told): boolean {
    const { lineage } = layout;
    const key = `${what} ${lineage.id} ${row}`;
    if (!this.memory.asks(key)) return false;
    const now = layout.now(row);
    const before = now && told(now.document, now.row);
    this.memory.rest(key, lineage.id, () => {
      const later = layout.now(row);
      return later !== undefined && told(later.document, later.row) === before;
    });
    return true;
  }

  /** Looks something up for a document, and notes it as something that what is being found out rests on. */
  private lookUp<T>(document: FlowDocument, { what, find, describe }: Lookup<T>): readonly T[] {
    const answer = (each: FlowDocument): readonly T[] => {
      const key = `${each.id} ${what}`;
      const known = this.answers.get(key) as readonly T[] | undefined;
      if (known) return known;
      const found = find(each);
      this.answers.set(key, found);
      return found;
    };
    const found = answer(document);
    this.asked(what, document, 0, (each) => answer(each).map(describe).join("\n"));
    return found;
  }

  /** Classes that a name may mean in a document. */
  classesNamed(document: FlowDocument, name: string): readonly ClassInfo[] {
    const find = (each: FlowDocument): readonly ClassInfo[] => {
      const own = each.definitions.classes.get(name);
      return own ? [own] : this.imported(each, name).flatMap((other) => other.definitions.classes.get(name) ?? []);
    };
    return this.lookUp(document, { what: `class ${name}`, find, describe: describeClass });
  }

  /** The row of the name of a field that a class declares, in its document; -1 where it declares none of that name. */
  fieldOf({ document, row }: ClassInfo, name: string): number {
    const find = (each: FlowDocument, at: number): number => each.definitions.fieldOf(at, name);
    this.asked(`field ${name}`, document, row, (each, at) => {
      const field = find(each, at);
      return field < 0 ? "" : each.layout.placeIn(field);
    });
    return find(document, row);
  }

  /** Rows of the methods of a name that a class declares, in its document. */
  methodsOf({ document, row, name: owner }: ClassInfo, name: string): readonly number[] {
    const find = (each: FlowDocument, at: number): readonly number[] =>
      each.definitions.classAt(row < 0 ? -1 : at, owner)?.methods.get(name) ?? [];
    this.asked(`method ${row < 0 ? owner : ""}.${name}`, document, Math.max(0, row), (each, at) =>
      find(each, at)
        .map((method) => each.layout.placeIn(method))
        .join(" "),
    );
    return find(document, row);
  }

  /** Functions of other files that a name means. */
  functionsOf(document: FlowDocument, callee: number): readonly Callable[] {
    const called = calledIn(document, callee);
    const find = (each: FlowDocument) => this.findFunctions(each, called);
    const describe = ({ document: id, row }: Callable): string => this.documents[id]!.layout.placeIn(row);
    // What a name means is the same wherever its row is.
    const what = `function ${JSON.stringify(Object.values(called))}`;
    return this.lookUp(document, { what, find, describe });
  }

  /** What other files keep under a name that is imported, or read of what is. */
  protected valuesOf(document: FlowDocument, row: number): readonly Callable[] {
    const [owner, name] = document.semantics.canonicalPath(row)?.slice(-2) ?? [];
    if (owner === undefined || name === undefined) return [];
    const find = (each: FlowDocument): readonly Callable[] =>
      this.imported(each, name).flatMap((other) => {
        const value = isIn(other.uri, owner) ? other.definitions.values.get(name) : undefined;
        return value === undefined || value < 0 ? [] : [{ document: other.id, row: value }];
      });
    const describe = ({ document: id, row: at }: Callable): string => this.documents[id]!.layout.placeIn(at);
    return this.lookUp(document, { what: `value ${owner} ${name}`, find, describe });
  }

  /** Functions that have a name, as text, in a document or in others. */
  functionsNamed(document: FlowDocument, name: string): readonly Callable[] {
    const find = (each: FlowDocument): readonly Callable[] => {
      const own = each.definitions.functions.get(name);
      if (own) return own.map((row) => ({ document: each.id, row }));
      return this.imported(each, name).flatMap((other) =>
        (other.definitions.functions.get(name) ?? []).map((row) => ({ document: other.id, row })),
      );
    };
    this.asked(`function called ${name}`, document, 0, (each) =>
      find(each)
        .map((found) => this.documents[found.document]!.layout.placeIn(found.row))
        .join(" "),
    );
    return find(document);
  }

  private findFunctions(document: FlowDocument, called: Called): readonly Callable[] {
    const { path, name, isMember, isImported } = called;
    // A static function that is imported by itself.
    const statics = (path && path.length > 1 ? this.classesNamed(document, path.at(-2)!) : []).flatMap((info) =>
      this.methodsOf(info, name).map((row) => ({ document: info.document.id, row })),
    );
    if (statics.length > 0) return statics;
    const here = called.isName ? (document.definitions.functions.get(name) ?? []) : [];
    if (here.length > 0) return here.map((row) => ({ document: document.id, row }));
    // `m.f()` calls a function of the module `m`, and no other that is called so.
    if (isMember && !path && !isImported) return [];
    const owner = isMember ? path?.at(-2) : undefined;
    const others = this.imported(document, name).filter(({ uri }) => owner === undefined || isIn(uri, owner));
    return others.flatMap((other) =>
      (other.definitions.functions.get(name) ?? []).map((row) => ({ document: other.id, row })),
    );
  }

  /** Classes that extend or implement one which a document uses. */
  subclassesOf(document: FlowDocument, { name }: ClassInfo): readonly ClassInfo[] {
    const find = (each: FlowDocument): readonly ClassInfo[] =>
      [each, ...this.imported(each, name, "parent")].flatMap((other) =>
        [...other.definitions.classes.values(), ...other.definitions.unnamed].filter(({ parents }) =>
          parents.includes(name),
        ),
      );
    return this.lookUp(document, { what: `subclass ${name}`, find, describe: describeClass });
  }

  /** Other documents that may define a name which a document uses, or classes below that of the name. */
  imported(document: FlowDocument, name: string, as: "itself" | "parent" = "itself"): readonly FlowDocument[] {
    if (name === "") return [];
    const find = (each: FlowDocument): readonly FlowDocument[] =>
      this.around.definers(each.uri, name, as).map((input) => this.document(input));
    const describe = ({ layout }: FlowDocument): number => layout.lineage.id;
    return this.lookUp(document, { what: `${as} ${name}`, find, describe });
  }
}

/** What may be looked up for a document; it holds none. */
interface Lookup<T> {
  /** Tells it from other questions. */
  readonly what: string;
  find(document: FlowDocument): readonly T[];
  /** What tells one answer from another, in any state of its document. */
  describe(found: T): unknown;
}

/** What of a callee says which functions it means. */
interface Called {
  readonly path: readonly string[] | undefined;
  readonly name: string;
  readonly isName: boolean;
  readonly isMember: boolean;
  /** A member of what is imported. */
  readonly isImported: boolean;
}

function calledIn(document: FlowDocument, callee: number): Called {
  const { tree, semantics } = document;
  const isMember = tree.kind[callee] === Kind.Member;
  const path = semantics.canonicalPath(callee);
  const name = path?.at(-1) ?? document.textOf(isMember ? childIn(tree, callee, Role.Property) : callee);
  const isImported = isMember && isImport(document, childIn(tree, callee, Role.Object));
  return { path, name, isName: tree.kind[callee] === Kind.Identifier, isMember, isImported };
}
