import type { Constant } from "../semantics";
import { isWithin } from "../semantics/areas";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { calleesOf } from "./callees";
import type { Called } from "./calls";
import { type ClassInfo, lastName } from "./classes";
import { fileVariables, writtenLater } from "./file-variables";
import type { FlowDocument } from "./flow-document";
import { combined } from "./fold";
import { SPECIAL_GUARDS } from "./guard-kinds";
import { effectOf, extendedCall } from "./known-calls";
import type { Layout } from "./layout";
import { listed } from "./listed";
import { Lookups } from "./lookups";
import type { RoundRule, SourceMark } from "./marks";
import type { Premise } from "./memory";
import type { Models } from "./models";
import { isImport } from "./modules";
import { suspicionOf, suspicionsOf } from "./parameters";
import { sameHeld, sameSummary } from "./sameness";
import { settableFields } from "./settable";
import { fileNamed, settingAt } from "./settings";
import { type Deciding, decidingIn } from "./specialised";
import { type Key, State } from "./state";
import { type Summary, summarise } from "./summaries";
import { ALL_RULES, type RuleMask, type Taint, type Taints, taintsBelow } from "./taints";
import { keepingHeld, type Top, UNKNOWN_TOP, walkTop } from "./top";
import { isCalledAround, isUntrusted, untrustedTaints } from "./trust";
import { Unit } from "./unit";
import { NOTHING, type Value, withTaints } from "./values";

export type { FlowDocument } from "./flow-document";

export class Program extends Lookups {
  readonly safeFunctions: RuleMask;
  readonly safeIndexes: RuleMask;
  readonly safeComparisons: RuleMask;
  readonly safeBooleans: RuleMask;
  readonly safeNumbers: RuleMask;
  /** Rules that follow assignments alone, and no operators and calls. */
  readonly safeOperators: RuleMask;
  /** Rules whose sinks take a value by itself, and not what it holds. */
  readonly shallow: RuleMask;

  /** Rules by which parameters are not trusted. */
  readonly strictRules: RuleMask;
  private depth = 0;
  private readonly guarded = new Map<string, RuleMask>();
  /** Whether a function that was being looked at was called. */
  private cameRound = false;
  /** Ids of the documents whose statements are being walked. */
  private readonly openTops: number[] = [];
  /** Functions that were walked, so far. */
  walked = 0;

  constructor(
    readonly rules: readonly RoundRule[],
    /** Whether the rules ask for more than Semgrep follows. */
    readonly extended: boolean,
    readonly models: Models,
    readonly strict: boolean,
  ) {
    super();
    const masked = (name: keyof RoundRule["options"]): RuleMask =>
      rules.reduce((mask, { rule, options }) => (options[name] === true ? mask | rule : mask), 0);
    const distrusting = rules.filter(({ options }) => options.caveat_strict !== false);
    this.strictRules = strict ? distrusting.reduce((mask, { rule }) => mask | rule, 0) : 0;
    this.safeFunctions = masked("taint_assume_safe_functions");
    this.safeIndexes = masked("taint_assume_safe_indexes");
    this.safeComparisons = masked("taint_assume_safe_comparisons");
    this.safeBooleans = masked("taint_assume_safe_booleans");
    this.safeNumbers = masked("taint_assume_safe_numbers");
    this.shallow = rules.reduce((mask, { rule, options }) => (options.caveat_parts ? mask : mask | rule), 0);
    this.safeOperators = masked("taint_only_propagate_through_assignments");
  }

  /** Rules for which a kind of check makes a value harmless. */
  rulesWithGuard(kind: string): RuleMask {
    if (!SPECIAL_GUARDS.has(kind)) return ALL_RULES;
    let guarded = this.guarded.get(kind);
    if (guarded === undefined) {
      guarded = 0;
      for (const { rule, options } of this.rules) if (options.caveat_guards.includes(kind)) guarded |= rule;
      this.guarded.set(kind, guarded);
    }
    return guarded;
  }

  /** What parts take from the whole: of a parameter, that part of it. */
  below(document: FlowDocument, taints: Taints, key: string): Taints {
    return taintsBelow(document.origins, taints, key);
  }

  /** The taint that stands for what a caller hands over: for every rule, until it is known. */
  parameterTaint(document: FlowDocument, row: number, parameter: number): Taint {
    const origin = document.origins.make(`parameter ${row} ${parameter}`, { parameter });
    return { origin, rules: ALL_RULES, step: { at: document.layout, row, kind: "source", previous: undefined } };
  }

  /** What a parameter holds that is not trusted: nothing in the file says what the function is called with. */
  untrusted(document: FlowDocument, row: number, parameter: number): Taints {
    if (this.strictRules === 0) return [];
    this.asked("untrusted", document, row, isUntrusted);
    if (!isUntrusted(document, row)) return [];
    this.asked("suspicions", document, row, suspicionsOf);
    const suspicion = suspicionOf(document, parameter);
    const safe = suspicion === "text" ? 0 : suspicion === "number" ? this.safeNumbers | this.safeBooleans : ALL_RULES;
    return untrustedTaints(document, parameter, this.rules, this.strictRules & ~safe);
  }

  /** What the fields of a method's object hold that other code sets. */
  untrustedFields(document: FlowDocument, method: number): readonly (readonly [name: string, taints: Taints])[] {
    if (this.strictRules === 0) return [];
    this.asked("settable", document, method, (each, row) => [...settableFields(each, row).keys()].join());
    return [...settableFields(document, method)].map(
      ([name, row]) => [name, untrustedTaints(document, row, this.rules, this.strictRules)] as const,
    );
  }

  /** What a variable of a page holds that who includes the page gives a value: markup is what pages are made of. */
  untrustedOnPage(document: FlowDocument, row: number): Taints {
    if (this.strictRules === 0) return [];
    return untrustedTaints(document, row, this.rules, this.strictRules & this.rulesWithGuard("html"));
  }

  /** Whether a rule has sources with a label for parameters of functions that nothing calls. */
  isAssumed(rule: RuleMask, label: string): boolean {
    return this.rules.some((one) => one.rule === rule && one.options.caveat_uncalled === label);
  }

  /** Whether a source counts only where callers are unknown, and they are known, or hand over no text. */
  hasCallers(document: FlowDocument, { rule, spec }: SourceMark, row: number): boolean {
    const { tree } = document;
    if (!this.isAssumed(rule, spec.label)) return false;
    let around = row;
    let isText = true;
    while (around > 0 && tree.kind[around] !== Kind.Function && tree.kind[around] !== Kind.Lambda) {
      if (tree.kind[around] === Kind.Parameter) isText = suspicionOf(document, around) === "text";
      around = tree.parent[around]!;
    }
    this.asked("called", document, around, isCalledAround);
    return !isText || isCalledAround(document, around);
  }

  /** A walk comes by what stands in another segment of the document than the function that is walked. */
  reads(document: FlowDocument, row: number): void {
    this.asked("content", document, row, ({ layout }, at) => layout.contentAt(at));
  }

  /** What is known of the statements of a file; nothing while they are walked. */
  top(document: FlowDocument): Top {
    const { top } = document;
    if (document.isTopOpen) return UNKNOWN_TOP;
    if (top && this.memory.isChecked(top)) return top.value;
    document.isTopOpen = true;
    this.openTops.push(document.id);
    if (!top || !this.memory.holds(top)) {
      const { value, ...rest } = this.memory.keep(() => walkTop(this, document));
      document.top = { ...rest, value: top ? keepingHeld(top.value, value) : value };
    }
    document.isTopOpen = false;
    this.openTops.pop();
    return document.top!.value;
  }

  /** What a name that a unit does not declare holds at the end of the file's statements; nothing while these are walked. */
  private global({ document, row }: Unit, key: Key): Value | undefined {
    if (typeof key === "number" && row > 0 && isWithin(document.tree, key, row)) return undefined;
    if (typeof key === "number") this.askedAnew("global", document, key, this.globalOf);
    else this.askedAnew(`global ${key}`, document, 0, (each) => this.globalOf(each, key));
    return this.globalOf(document, key);
  }

  /** Made here, a premise with it holds nothing of where it is asked. */
  private readonly globalOf = (document: FlowDocument, key: Key): Value | undefined =>
    this.top(document).globals.get(key);

  /** Whether it is just being found out what calls of a function do. */
  isOpen(document: FlowDocument, row: number): boolean {
    this.askedAnew("open", document, row, (each, at) => each.open.has(at));
    const isOpen = document.open.has(row);
    if (isOpen) this.memory.build(undefined);
    this.cameRound ||= isOpen;
    return isOpen;
  }

  /** What calls of a function do; undefined while it is being found out, where a function calls itself. */
  summary(document: FlowDocument, row: number): Summary | undefined {
    const summary = this.known(document, row);
    const isNew = this.askedAnew("summary", document, row, (each, at) => this.known(each, at));
    if (isNew) this.memory.build(summary && document.functions.get(row));
    return summary;
  }

  /** The parameters of a function that decide which way it goes. */
  whatDecides(document: FlowDocument, row: number): Deciding {
    this.asked("deciding", document, row, (each, at) => decidingIn(each, at).text);
    return decidingIn(document, row);
  }

  /**
   * What a call of a function does with some of what it is given, which the key tells: found out once for all such calls.
   * Undefined where it calls itself, which is known as a whole alone.
   */
  summaryFor(document: FlowDocument, row: number, key: string, find: () => Summary): Summary | undefined {
    if (document.open.has(row) || this.depth >= DEEPEST_CALLS) return undefined;
    // How deep calls are followed is counted, and while the statements of a file are walked nothing is known of them.
    const whole = `${row} ${this.depth} ${this.openTops.join()} ${key}`;
    let kept = document.specialised.get(whole);
    if (!kept || !this.memory.holds(kept)) {
      kept = this.memory.keep(() => this.walkFor(document, row, find));
      if (kept.value) document.specialised.set(whole, kept);
    }
    const rests = kept;
    if (this.memory.asks(kept)) {
      this.memory.rest(kept, document.layout.lineage.id, () => this.memory.holds(rests));
      this.memory.build(kept);
    }
    return kept.value;
  }

  private walkFor(document: FlowDocument, row: number, find: () => Summary): Summary | undefined {
    const { cameRound } = this;
    this.reads(document, row);
    this.depth++;
    this.cameRound = false;
    document.open.add(row);
    const summary = find();
    document.open.delete(row);
    this.depth--;
    const isWhole = !this.cameRound;
    this.cameRound ||= cameRound;
    return isWhole ? summary : undefined;
  }

  private known(document: FlowDocument, row: number): Summary | undefined {
    const { functions, open } = document;
    const kept = functions.get(row);
    if (open.has(row)) return undefined;
    if (kept && this.memory.isChecked(kept)) return kept.value;
    if (this.depth >= DEEPEST_CALLS) return undefined;
    this.top(document);
    this.depth++;
    open.add(row);
    if (!kept || !this.memory.holds(kept)) {
      const { value, ...rest } = this.memory.keep(() => {
        this.walked++;
        this.memory.build(document.isTopOpen ? undefined : document.top);
        return summarise(this, document, row);
      });
      functions.set(row, { ...rest, value: kept && sameSummary(kept.value, value) ? kept.value : value });
    }
    open.delete(row);
    this.depth--;
    return functions.get(row)!.value;
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
    return init < 0 || tree.role[init] !== Role.Init ? undefined : this.heldAt(document, init);
  }

  /** What settings files of some names hold under a key, where one holds it. */
  setting(document: FlowDocument, names: readonly string[], key: string): Value | undefined {
    for (const file of names.flatMap((name) => this.imported(document, fileNamed(name)))) {
      this.asked(`setting ${key}`, file, 0, (each) => each.textOf(settingAt(each, key)));
      const row = settingAt(file, key);
      if (row >= 0) return this.heldAt(file, row);
    }
    return undefined;
  }

  private heldAt(document: FlowDocument, init: number): Value {
    const value = this.initialAt(document, init);
    const { lineage } = document.layout;
    const key = `initial ${lineage.id} ${init}`;
    if (this.memory.asks(key)) {
      this.memory.rest(key, lineage.id, this.holdsInitially(document.layout, init, value));
      this.memory.build(document.initials.get(init));
    }
    return value;
  }

  private holdsInitially(layout: Layout, init: number, value: Value): Premise {
    return () => {
      const now = layout.now(init);
      return now !== undefined && sameHeld(this.initialAt(now.document, now.row), value);
    };
  }

  private initialAt(document: FlowDocument, init: number): Value {
    const { initials } = document;
    const before = initials.get(init);
    if (before && this.memory.holds(before)) return before.value;
    // One that is defined by itself is nothing.
    initials.set(init, { value: NOTHING, premises: [], documents: new Set(), settled: false, checked: -1 });
    const kept = this.memory.keep(() => {
      const unit = new Unit(this, document, init, new State());
      return unit.snapshot(unit.value(init));
    });
    initials.set(init, kept);
    return kept.value;
  }

  /** What a name holds that nothing on the way here gave a value. */
  unknown(unit: Unit, key: Key): Value {
    const given = unit.globals?.get(key);
    if (given || !this.extended) return given ?? NOTHING;
    const held = this.global(unit, key) ?? NOTHING;
    const name = unit.file && typeof key === "number" ? fileVariables(unit.document).names.get(key) : undefined;
    if (name === undefined) return held;
    // Some function gives it another value.
    const { constant: _, ...rest } = held;
    return withTaints(rest, this.below(unit.document, unit.file!.taints, `.${name}`));
  }

  /** A declaration without a value: of its class all the same. */
  uninitialised(_unit: Unit, _row: number): Value {
    return NOTHING;
  }

  /** `C.NAME`: what a class keeps under a name, in this file or another. */
  member(unit: Unit, row: number, whole: Value, value: Value): Value {
    const { document } = unit;
    const object = childIn(document.tree, row, Role.Object);
    if (object < 0 || whole.objects || whole.callables || value.taints.length > 0 || value.constant) return value;
    const kind = document.tree.kind[object];
    const owner = lastName(document, object);
    // Behind the name of its package a class is told by its first letter.
    if (kind !== Kind.Identifier && !(kind === Kind.Member && /^\p{Lu}/u.test(owner))) return value;
    const name = document.textOf(childIn(document.tree, row, Role.Property));
    for (const info of this.classesNamed(document, owner)) {
      if (info.values.has(name)) return listed(this, info, name);
      const field = this.fieldOf(info, name);
      const held = field < 0 ? undefined : this.initial(info.document, field);
      if (held) return held;
    }
    return this.importedValue(document, row) ?? value;
  }

  /** What another file keeps under a name that this one imports, if it never holds anything else. */
  importedValue(document: FlowDocument, row: number): Value | undefined {
    const { tree } = document;
    const name = tree.kind[row] === Kind.Member ? childIn(tree, row, Role.Object) : row;
    if (tree.role[row] === Role.Callee || tree.role[row] === Role.Target || !isImport(document, name)) return undefined;
    const [found, ...others] = this.valuesOf(document, row);
    const other = found && others.length === 0 ? this.documents[found.document] : undefined;
    if (!found || !other || writtenLater(other, found.row)) return undefined;
    return this.heldAt(other, found.row);
  }

  withConstant(unit: Unit, row: number, value: Value): Value {
    if (!this.extended || value.constant || value.taints.length > 0 || value.objects || value.callables) return value;
    const constant: Constant | undefined = unit.document.constantOf(row);
    return constant ? { ...value, constant } : value;
  }

  combine(unit: Unit, row: number, operator: string, values: readonly Value[]): Value {
    return combined(unit, row, operator, values);
  }

  /** Whether a call is one of a library function that computes what it gives of what it is given. */
  computes(unit: Unit, called: Called): boolean {
    return effectOf(unit, called, false)?.folds !== undefined && calleesOf(unit, called).length === 0;
  }

  call(unit: Unit, called: Called): Value {
    return extendedCall(unit, called);
  }
}

/** Calls in calls that are followed, at most. */
const DEEPEST_CALLS = 40;
