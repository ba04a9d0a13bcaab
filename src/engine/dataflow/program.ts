// All that is analysed together: the documents of a round of rules, their functions, and where taint comes from.
import type { Match } from "../patterns/match";
import type { Constant } from "../semantics";
import { Kind, Role } from "../tree/kinds";
import { childIn, childrenIn } from "../tree/tree";
import { type Called, plainCall } from "./calls";
import { type ClassInfo, Definitions } from "./classes";
import type { FlowDocument } from "./flow-document";
import { combined } from "./fold";
import { walkUnit } from "./functions";
import { extendedCall } from "./known-calls";
import { DEFAULT_LABEL } from "./labels";
import type { RoundRule } from "./marks";
import type { Models } from "./models";
import type { SourceSpec } from "./specification";
import { type Key, State } from "./state";
import { type Summary, summarise } from "./summaries";
import { ALL_RULES, type Origin, Origins, type RuleMask, type Taint, type Taints, unite } from "./taints";
import { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

export type { FlowDocument } from "./flow-document";

export class Program {
  readonly safeFunctions: RuleMask;
  readonly safeIndexes: RuleMask;
  readonly safeComparisons: RuleMask;
  readonly safeBooleans: RuleMask;
  readonly safeNumbers: RuleMask;
  /** Rules that follow assignments alone, and no operators and calls. */
  readonly safeOperators: RuleMask;
  private readonly origins = new Origins();
  /** By origin and rule: the match of the source, for its bindings. */
  private readonly matches = new Map<string, Match>();

  readonly documents: FlowDocument[] = [];
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
    strict: boolean,
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

  sourceOrigin(document: FlowDocument, match: Match, spec: SourceSpec, rule: RuleMask): Origin {
    const { label, control } = spec;
    const key = `${document.id} ${match.start} ${match.end} ${label} ${control}`;
    const origin = this.origins.make(key, { label, control });
    const known = `${origin.id} ${rule}`;
    if (!this.matches.has(known)) this.matches.set(known, match);
    return origin;
  }

  /** The match of the source that an origin is for a rule. */
  sourceMatch(origin: Origin, rule: RuleMask): Match | undefined {
    return this.matches.get(`${origin.id} ${rule}`);
  }

  relabelled(origin: Origin, label: string): Origin {
    const made = this.origins.make(`${origin.key}\0${label}`, { ...origin, label });
    for (const { rule } of this.rules) {
      const match = this.sourceMatch(origin, rule);
      if (match) this.matches.set(`${made.id} ${rule}`, match);
    }
    return made;
  }

  /** What parts take from the whole: of a parameter, that part of it. */
  below(taints: Taints, key: string): Taints {
    if (!taints.some(({ origin }) => origin.parameter !== undefined)) return taints;
    return taints
      .map((taint) => [{ ...taint, origin: this.origins.below(taint.origin, key) }])
      .reduce<Taints>(unite, []);
  }

  /** The taint that stands for what a caller hands over: for every rule, until it is known. */
  parameterTaint(document: FlowDocument, row: number, parameter: number): Taint {
    const origin = this.origins.make(`parameter ${document.id} ${row} ${parameter}`, { parameter });
    return { origin, rules: ALL_RULES, step: { document: document.id, row, kind: "source", previous: undefined } };
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
        const origin = this.sourceOrigin(document, match, spec, rule);
        return [{ origin, rules: rule, step: { document: document.id, row: at, kind: "source", previous: undefined } }];
      })
      .reduce(unite, []);
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
    const name = document.semantics.canonicalPath(callee)?.at(-1) ?? document.textOf(at);
    const here = tree.kind[callee] === Kind.Identifier ? (this.definitions(document).functions.get(name) ?? []) : [];
    if (here.length > 0) return here.map((row) => ({ document: document.id, row }));
    return this.imported(document, name).flatMap((other) =>
      (this.definitions(other).functions.get(name) ?? []).map((row) => ({ document: other.id, row })),
    );
  }

  subclassesOf(info: ClassInfo): readonly ClassInfo[] {
    return this.documents.flatMap((document) =>
      [...this.definitions(document).classes.values()].filter(({ parents }) => parents.includes(info.name)),
    );
  }

  /** Other documents that may define a name which a document uses. */
  private imported(_document: FlowDocument, _name: string): readonly FlowDocument[] {
    return [];
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

  member(_unit: Unit, _row: number, _whole: Value, value: Value): Value {
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
const SPECIAL_GUARDS: ReadonlySet<string> = new Set(["prefix", "traversal", "host"]);

/** Calls in calls that are followed, at most. */
const DEEPEST_CALLS = 40;
