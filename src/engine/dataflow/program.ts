// All that is analysed together: the documents of a round of rules, their functions, and where taint comes from.
import type { Match } from "../patterns/match";
import type { Constant } from "../semantics";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { type Called, plainCall } from "./calls";
import { type ClassInfo, Definitions } from "./classes";
import { FlowDocument } from "./flow-document";
import { combined } from "./fold";
import { walkUnit } from "./functions";
import { extendedCall } from "./known-calls";
import { DEFAULT_LABEL } from "./labels";
import { Marks, Places, type RoundRule, type SourceMark } from "./marks";
import type { Models } from "./models";
import { sourceOrigin } from "./origins";
import { type Key, State } from "./state";
import { type Summary, summarise } from "./summaries";
import { ALL_RULES, type RuleMask, type Taint, type Taints, unite } from "./taints";
import { Unit } from "./unit";
import { NOTHING, type Value } from "./values";
import type { FlowInput, Workspace } from "./workspace";

export type { FlowDocument } from "./flow-document";

export class Program {
  readonly safeFunctions: RuleMask;
  readonly safeIndexes: RuleMask;
  readonly safeComparisons: RuleMask;
  readonly safeBooleans: RuleMask;
  readonly safeNumbers: RuleMask;
  /** Rules that follow assignments alone, and no operators and calls. */
  readonly safeOperators: RuleMask;

  /** By id; those that were replaced by others of their URI are gone. */
  readonly documents: FlowDocument[] = [];
  /** Those looked at last at the end. */
  private readonly byUri = new Map<string, FlowDocument>();
  /** What was looked up since the analysis of a document began: texts stay as they are meanwhile. */
  private readonly present = new Map<string, FlowDocument>();
  private readonly near = new Map<number, readonly FlowDocument[]>();
  private readonly lookedUp = new Map<string, readonly FlowDocument[]>();
  private readonly users = new Map<number, Set<number>>();
  private readonly strictRules: RuleMask;
  private readonly defined = new Map<number, Definitions>();
  private readonly tops = new Map<number, Unit>();
  private readonly summaries = new Map<string, Summary | "open">();
  private open = 0;

  constructor(
    readonly rules: readonly RoundRule[],
    /** Whether the rules ask for more than Semgrep follows. */
    readonly extended: boolean,
    readonly models: Models,
    readonly strict: boolean,
    private readonly workspace: Workspace,
  ) {
    const masked = (name: keyof RoundRule["options"]): RuleMask =>
      rules.reduce((mask, { rule, options }) => (options[name] === true ? mask | rule : mask), 0);
    this.strictRules = strict ? masked("caveat_strict") : 0;
    this.safeFunctions = masked("taint_assume_safe_functions");
    this.safeIndexes = masked("taint_assume_safe_indexes");
    this.safeComparisons = masked("taint_assume_safe_comparisons");
    this.safeBooleans = masked("taint_assume_safe_booleans");
    this.safeNumbers = masked("taint_assume_safe_numbers");
    this.safeOperators = masked("taint_only_propagate_through_assignments");
  }

  /** Rules for which a kind of check makes a value harmless. */
  rulesWithGuard(kind: string): RuleMask {
    if (!SPECIAL_GUARDS.has(kind)) return ALL_RULES;
    return this.rules.reduce(
      (mask, { rule, options }) => (options.caveat_guards.includes(kind) ? mask | rule : mask),
      0,
    );
  }

  /** What parts take from the whole: of a parameter, that part of it. */
  below(document: FlowDocument, taints: Taints, key: string): Taints {
    if (!taints.some(({ origin }) => origin.parameter !== undefined)) return taints;
    return taints
      .map((taint) => [{ ...taint, origin: document.origins.below(taint.origin, key) }])
      .reduce<Taints>(unite, []);
  }

  /** The taint that stands for what a caller hands over: for every rule, until it is known. */
  parameterTaint(document: FlowDocument, row: number, parameter: number): Taint {
    const origin = document.origins.make(`parameter ${row} ${parameter}`, { parameter });
    return { origin, rules: ALL_RULES, step: { document, row, kind: "source", previous: undefined } };
  }

  /** Where parameters are not trusted: that of a function which nothing in the file calls. */
  untrusted(document: FlowDocument, row: number, parameter: number): Taints {
    const rules = this.strictRules;
    if (rules === 0 || document.isCalled(row)) return [];
    const name = childIn(document.tree, parameter, Role.Target);
    const at = name < 0 ? parameter : name;
    const { start, end } = { start: document.tree.start[at]!, end: document.tree.end[at]! };
    const match: Match = { start, end, bindings: new Map() };
    const spec = { exact: true, bySideEffect: "no", control: false, label: DEFAULT_LABEL } as const;
    return this.rules
      .filter(({ rule }) => (rules & rule) !== 0)
      .map(({ rule }): Taints => {
        const origin = sourceOrigin(document, match, spec, rule, true);
        return [{ origin, rules: rule, step: { document, row: at, kind: "source", previous: undefined } }];
      })
      .reduce(unite, []);
  }

  /** Whether a source counts only where callers are unknown, and they are known. */
  hasCallers(document: FlowDocument, { rule, spec }: SourceMark, row: number): boolean {
    const { tree } = document;
    if (!this.rules.some((one) => one.rule === rule && one.options.caveat_uncalled === spec.label)) return false;
    let around = row;
    while (around > 0 && tree.kind[around] !== Kind.Function) around = tree.parent[around]!;
    return around > 0 && document.isCalled(around);
  }

  /** To be called before a document is analysed. */
  begin(): void {
    this.present.clear();
    this.lookedUp.clear();
    this.near.clear();
    let rows = 0;
    for (const [uri, { id, tree }] of [...this.byUri].reverse()) {
      rows += tree.length;
      if (rows <= MOST_ROWS) continue;
      this.byUri.delete(uri);
      this.forget(id);
    }
  }

  /** The document as it is now; what was found out about an older state of it, and with its help, is forgotten. */
  document(input: FlowInput): FlowDocument {
    const { uri } = input;
    let document = this.present.get(uri);
    if (!document) {
      document = this.current(input);
      this.present.set(uri, document);
    }
    return document;
  }

  private current(input: FlowInput): FlowDocument {
    const { uri, document, revision } = input;
    const before = this.byUri.get(uri);
    const isSame = before?.document.text === document.text && before.revision === revision;
    const after = isSame ? before : this.made(input, before);
    this.byUri.delete(uri);
    this.byUri.set(uri, after);
    if (before && before !== after) this.forget(before.id);
    return after;
  }

  private made(input: FlowInput, before: FlowDocument | undefined): FlowDocument {
    const { uri, document, revision, alone } = input;
    const isMarked = before?.document === document && before.marks.alone === alone;
    const marks = isMarked ? before.marks : new Marks(new Places(document), input.matches, alone);
    const made = new FlowDocument(this.documents.length, uri, revision, document, marks);
    this.documents.push(made);
    return made;
  }

  /** Forgets a document, and what was found out with its help. */
  private forget(id: number): void {
    const users = [...(this.users.get(id) ?? [])];
    this.users.delete(id);
    delete this.documents[id];
    this.defined.delete(id);
    for (const each of [id, ...users]) {
      this.tops.delete(each);
      for (const key of [...this.summaries.keys()]) if (key.startsWith(`${each}:`)) this.summaries.delete(key);
    }
    // What used these in its turn may have changed too.
    for (const user of users) if (this.users.has(user)) this.forgetUsers(user);
  }

  private forgetUsers(id: number): void {
    const users = [...(this.users.get(id) ?? [])];
    this.users.delete(id);
    for (const each of users) {
      this.tops.delete(each);
      for (const key of [...this.summaries.keys()]) if (key.startsWith(`${each}:`)) this.summaries.delete(key);
      this.forgetUsers(each);
    }
  }

  definitions(document: FlowDocument): Definitions {
    let definitions = this.defined.get(document.id);
    if (!definitions) {
      definitions = new Definitions(document);
      this.defined.set(document.id, definitions);
    }
    return definitions;
  }

  /** Classes that a name may mean in a document. */
  classesNamed(document: FlowDocument, name: string): readonly ClassInfo[] {
    const own = this.definitions(document).classes.get(name);
    if (own) return [own];
    return this.imported(document, name).flatMap((other) => this.definitions(other).classes.get(name) ?? []);
  }

  /** Functions of other files that a name means. */
  functionsOf(document: FlowDocument, callee: number) {
    const { tree } = document;
    const at = tree.kind[callee] === Kind.Member ? childIn(tree, callee, Role.Property) : callee;
    const path = document.semantics.canonicalPath(callee);
    const name = path?.at(-1) ?? document.textOf(at);
    // A static function that is imported by itself.
    const statics = (path && path.length > 1 ? this.classesNamed(document, path.at(-2)!) : []).flatMap((info) =>
      (info.methods.get(name) ?? []).map((row) => ({ document: info.document.id, row })),
    );
    if (statics.length > 0) return statics;
    const here = tree.kind[callee] === Kind.Identifier ? (this.definitions(document).functions.get(name) ?? []) : [];
    if (here.length > 0) return here.map((row) => ({ document: document.id, row }));
    return this.imported(document, name).flatMap((other) =>
      (this.definitions(other).functions.get(name) ?? []).map((row) => ({ document: other.id, row })),
    );
  }

  /** Classes that extend or implement one which a document uses. */
  subclassesOf(document: FlowDocument, { name }: ClassInfo): readonly ClassInfo[] {
    return [document, ...this.imported(document, name, "parent")].flatMap((each) =>
      [...this.definitions(each).classes.values()].filter(({ parents }) => parents.includes(name)),
    );
  }

  /** Other documents that may define a name which a document uses, or classes below that of the name. */
  imported(document: FlowDocument, name: string, as: "itself" | "parent" = "itself"): readonly FlowDocument[] {
    if (name === "") return [];
    const key = `${document.id} ${as} ${name}`;
    let found = this.lookedUp.get(key);
    if (!found) {
      found = this.workspace.definers(document, name, as).map((input) => this.usedBy(document, input));
      this.lookedUp.set(key, found);
    }
    return found;
  }

  /** Other documents that define something of these names, all that a document has. */
  neighbours(document: FlowDocument, names: ReadonlySet<string>): readonly FlowDocument[] {
    let found = this.near.get(document.id);
    if (!found) {
      const all = new Set([...names].flatMap((name) => this.imported(document, name)));
      all.delete(document);
      found = [...all];
      this.near.set(document.id, found);
    }
    return found;
  }

  private usedBy(document: FlowDocument, input: FlowInput): FlowDocument {
    const other = this.document(input);
    let users = this.users.get(other.id);
    if (!users) {
      users = new Set();
      this.users.set(other.id, users);
    }
    if (other !== document) users.add(document.id);
    return other;
  }

  /** The walk over the statements of a file, done once; what its names hold at its end is what its functions find. */
  top(document: FlowDocument): Unit {
    let unit = this.tops.get(document.id);
    if (!unit) {
      unit = new Unit(this, document, 0, new State());
      this.tops.set(document.id, unit);
      walkUnit(unit);
      unit.state = unit.after();
      for (const [key, value] of unit.state.entries()) document.globals.set(key, unit.snapshot(value));
    }
    return unit;
  }

  /** Whether it is just being found out what calls of a function do. */
  isOpen(document: FlowDocument, row: number): boolean {
    return this.summaries.get(`${document.id}:${row}`) === "open";
  }

  /** What calls of a function do; undefined while it is being found out, where a function calls itself. */
  summary(document: FlowDocument, row: number): Summary | undefined {
    const key = `${document.id}:${row}`;
    const known = this.summaries.get(key);
    if (known) return known === "open" ? undefined : known;
    if (this.open >= DEEPEST_CALLS) return undefined;
    this.top(document);
    this.open++;
    this.summaries.set(key, "open");
    const summary = summarise(this, document, row);
    this.summaries.set(key, summary);
    this.open--;
    return summary;
  }

  /** What the fields of a class hold from their declaration. */
  fieldsOf({ document, row }: ClassInfo): Value {
    const parts = new Map<string, Value>();
    if (row < 0) return NOTHING;
    const unit = new Unit(this, document, row, new State());
    for (const member of childrenIn(document.tree, row, Role.Member)) {
      const name = childIn(document.tree, member, Role.Name);
      const init = childIn(document.tree, member, Role.Init);
      if (document.tree.kind[member] === Kind.Field && init >= 0) {
        parts.set(`.${document.textOf(name)}`, unit.snapshot(unit.value(init)));
      }
    }
    return { taints: [], parts };
  }

  /** What a field holds that is given a value where it is declared, and nowhere else. */
  initial(document: FlowDocument, name: number): Value | undefined {
    if (!document.isField(name)) return undefined;
    const { tree, semantics } = document;
    const init = semantics.initialiserOf(name);
    if (init < 0 || tree.role[init] !== Role.Init) return undefined;
    let value = document.initials.get(init);
    if (!value) {
      document.initials.set(init, NOTHING);
      const unit = new Unit(this, document, init, new State());
      value = unit.snapshot(unit.value(init));
      document.initials.set(init, value);
    }
    return value;
  }

  /** What a name holds that nothing on the way here gave a value. */
  unknown(unit: Unit, key: Key): Value {
    const given = unit.globals?.get(key);
    if (given || !this.extended) return given ?? NOTHING;
    return unit.document.globals.get(key) ?? NOTHING;
  }

  /** A declaration without a value: of its class all the same. */
  uninitialised(_unit: Unit, _row: number): Value {
    return NOTHING;
  }

  /** `C.NAME`: what a class keeps under a name, in this file or another. */
  member(unit: Unit, row: number, whole: Value, value: Value): Value {
    const { document } = unit;
    const object = childIn(document.tree, row, Role.Object);
    const isName = object >= 0 && document.tree.kind[object] === Kind.Identifier;
    if (!isName || whole.objects || whole.callables || value.taints.length > 0 || value.constant) return value;
    const name = document.textOf(childIn(document.tree, row, Role.Property));
    for (const info of this.classesNamed(document, document.textOf(object))) {
      const field = info.fields.get(name);
      const held = field === undefined ? undefined : this.initial(info.document, field);
      if (held) return held;
    }
    return value;
  }

  withConstant(unit: Unit, row: number, value: Value): Value {
    if (!this.extended || value.constant || value.taints.length > 0 || value.objects || value.callables) return value;
    const constant: Constant | undefined = unit.document.constantOf(row);
    return constant ? { ...value, constant } : value;
  }

  slice(unit: Unit, value: Value, _slice: number): Value {
    const { constant: _, length: __, ...rest } = unit.snapshot(value);
    return rest;
  }

  /** `"abc"[1]`. */
  character({ constant }: Value, { constant: at }: Value): Value | undefined {
    if (constant?.type !== "string" || at?.type !== "number") return undefined;
    const value = constant.value[Number(at.value)];
    return value === undefined ? undefined : { taints: [], constant: { type: "string", value } };
  }

  combine(unit: Unit, row: number, operator: string, values: readonly Value[]): Value {
    return combined(unit, row, operator, values);
  }

  call(unit: Unit, called: Called): Value {
    return extendedCall(unit, called) ?? plainCall(unit, called);
  }
}

/** Checks that make a value harmless for the rules alone that name them. */
const SPECIAL_GUARDS: ReadonlySet<string> = new Set(["prefix", "traversal", "host", "newline", "bound"]);

/** Rows of all trees that are kept: a hundred files of 1,000 lines. */
const MOST_ROWS = 1_000_000;

/** Calls in calls that are followed, at most. */
const DEEPEST_CALLS = 40;
