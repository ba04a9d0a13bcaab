// Rules in taint mode on one part of a text: what each of their formulas finds becomes the input of the analysis of flows.
import { type Around, around, type Flow, type Flows, type FlowText, type RuleMatches } from "../dataflow";
import type { SpecMatch } from "../dataflow/specification";
import type { MatchDocument } from "../patterns/document";
import { type CompiledFormula, isFlow, RuleFault } from "../rules/compile";
import { flowOptionsFrom } from "../rules/flow-options";
import { couldMatch, type Required, requiredLiterals } from "../rules/prefilter";
import type { FormulaMatch } from "../rules/ranges";
import type { Formula, Rule } from "../rules/rule";
import { type CompiledTaint, DEFAULT_LABEL } from "../rules/taint";
import type { Part } from "./part";
import type { PreparedRules } from "./prepared-rules";

/** A file that flows lead to. */
export interface FollowedFile {
  readonly uri: string;
  /** As `FlowText.state`. */
  readonly state: unknown;
  /** As `FlowText.revision`. */
  readonly revision: number;
  /** Parsed when it is asked for. */
  readonly followed: FollowedPart;
}

/** A part of some text, and how formulas are looked for in it. */
export interface FollowedPart {
  readonly part: Part;
  search(rule: Rule, formula: CompiledFormula): readonly FormulaMatch[];
  /** Whether the rule runs on the file at all. */
  applies(rule: Rule): boolean;
}

export interface FollowTools extends Around<FollowedFile> {
  /** Parameters are not trusted. */
  readonly strict: boolean;
  /** There are no other files to which data could go. */
  readonly alone: boolean;
  /** Told that the analysis of the part was not finished. */
  limited(): void;
}

/** The flows of a part, for all of the rules at once; stops as `Flows.in` does. */
export function* follow(
  file: FollowedFile,
  rules: PreparedRules,
  flows: Flows<Rule>,
  tools: FollowTools,
): Generator<Rule | undefined, readonly Flow<Rule>[]> {
  const { document, target } = file.followed.part;
  if (!document) return [];
  return yield* flows.in(textOf(file, rules, tools.alone, tools.strict), {
    ...around(tools, (other) => textOf(other, rules, false, tools.strict)),
    same: (left, right) => target.same(left, right),
    limited: () => tools.limited(),
  });
}

function textOf(file: FollowedFile, rules: PreparedRules, alone: boolean, strict: boolean): FlowText<Rule> {
  const { uri, state, revision } = file;
  return {
    uri,
    state,
    revision,
    alone,
    get document(): MatchDocument {
      return file.followed.part.document!;
    },
    matches: (rule) =>
      alone || !flowOptionsFrom(rule.options).interfile
        ? matchesIn(file.followed, rule, rules, strict)
        : new LaterMatches(file, rule, rules, strict),
  };
}

/** What a rule says of a part where it must hold both ends of a flow; undefined where it cannot match. */
function matchesIn(followed: FollowedPart, rule: Rule, rules: PreparedRules, strict: boolean): RuleMatches | undefined {
  const { part } = followed;
  const { formula, options } = rule;
  if (formula.type !== "taint" || !followed.applies(rule)) return undefined;
  // Profile `strict` has sources of its own, for rules that look beyond a function.
  const distrusts = strict && flowOptionsFrom(options).interfile;
  const some = (specs: readonly { readonly formula: Formula }[]): boolean =>
    specs.some((spec) => part.may(rule, spec.formula, rules));
  if (!some(formula.sinks) || !(distrusts || some(formula.sources))) return undefined;
  const compiled = rules.compile(rule, part.language);
  if (compiled instanceof RuleFault || !isFlow(compiled) || !part.couldMatch(compiled)) return undefined;
  const { sanitizers, propagators } = compiled.formula;
  const sources = found(followed, rule, sourcesOf(compiled.formula, rule, strict));
  if (sources.length === 0 && !distrusts) return undefined;
  const sinks = found(followed, rule, compiled.formula.sinks);
  if (sinks.length === 0) return undefined;
  return {
    sinks,
    sources,
    sanitizers: found(followed, rule, sanitizers),
    propagators: found(followed, rule, propagators),
  };
}

/** What a rule says of one of several files: the ends of a flow may lie in others. Each part is looked for when asked for. */
class LaterMatches implements RuleMatches {
  private readonly known: { -readonly [Part in keyof RuleMatches]?: RuleMatches[Part] } = {};

  constructor(
    private readonly file: FollowedFile,
    private readonly rule: Rule,
    private readonly rules: PreparedRules,
    private readonly strict: boolean,
  ) {}

  get sinks(): RuleMatches["sinks"] {
    this.known.sinks ??= this.find("sinks");
    return this.known.sinks;
  }

  get sources(): RuleMatches["sources"] {
    this.known.sources ??= this.find("sources");
    return this.known.sources;
  }

  get sanitizers(): RuleMatches["sanitizers"] {
    this.known.sanitizers ??= this.find("sanitizers");
    return this.known.sanitizers;
  }

  get propagators(): RuleMatches["propagators"] {
    this.known.propagators ??= this.find("propagators");
    return this.known.propagators;
  }

  private find<Part extends keyof RuleMatches>(part: Part): SpecMatch<CompiledTaint[Part][number]>[] {
    const { rule, rules, file } = this;
    const { followed } = file;
    const { formula } = rule;
    const isSettings = followed.part.language?.holdsSettings ?? false;
    if (isSettings && !(part === "sources" && flowOptionsFrom(rule.options).caveat_settings)) return [];
    // Rules are compiled only where what they call occurs.
    const isPossible =
      formula.type === "taint" && formula[part].some((spec) => followed.part.may(rule, spec.formula, rules));
    const compiled = isPossible && followed.applies(rule) ? rules.compile(rule, followed.part.language) : undefined;
    if (!compiled || compiled instanceof RuleFault || !isFlow(compiled)) return [];
    const all = part === "sources" ? sourcesOf(compiled.formula, rule, this.strict) : compiled.formula[part];
    return found<CompiledTaint[Part][number]>(followed, rule, all);
  }
}

/** The label of sources outside of a request: the environment, files, tables. They count in profile `strict` alone. */
const OUTSIDE = "CAVEAT_OUTSIDE";

/** The sources of a rule that count in a profile. */
function sourcesOf(
  { sources }: CompiledTaint,
  { options }: Rule,
  strict: boolean,
): readonly CompiledTaint["sources"][number][] {
  if (sources.every(({ label }) => label !== OUTSIDE)) return sources;
  const counts = strict && flowOptionsFrom(options).caveat_strict !== false;
  return sources.flatMap((source) => (source.label !== OUTSIDE ? source : counts ? distrusted(source) : []));
}

const distrustedBy = new WeakMap<CompiledTaint["sources"][number], CompiledTaint["sources"][number]>();

/** The source as one that needs no label. */
function distrusted(source: CompiledTaint["sources"][number]): CompiledTaint["sources"][number] {
  const known = distrustedBy.get(source) ?? { ...source, label: DEFAULT_LABEL };
  distrustedBy.set(source, known);
  return known;
}

function found<Spec extends { readonly formula: CompiledFormula }>(
  followed: FollowedPart,
  rule: Rule,
  specs: readonly Spec[],
): SpecMatch<Spec>[] {
  const { part } = followed;
  const all: SpecMatch<Spec>[] = [];
  for (const spec of specs) {
    const { formula } = spec;
    if (part.possible?.holds(formula) === false || !couldMatch(requiredOf(formula), part.has)) continue;
    const matches = followed.search(rule, formula);
    if (matches.length === 0) continue;
    const focused = hasFocus(formula);
    for (const match of matches) all.push({ spec, match, focused });
  }
  return all;
}

const known = new WeakMap<CompiledFormula, Required>();

function requiredOf(formula: CompiledFormula): Required {
  let required = known.get(formula);
  if (!required) {
    required = requiredLiterals(formula);
    known.set(formula, required);
  }
  return required;
}

/** Whether some part of a formula narrows its matches to a metavariable. */
function hasFocus(formula: CompiledFormula): boolean {
  switch (formula.type) {
    case "all":
      return formula.focus.length > 0 || formula.positives.some(hasFocus);
    case "any":
      return formula.formulas.some(hasFocus);
    case "inside":
    case "anywhere":
      return hasFocus(formula.formula);
    default:
      return false;
  }
}
