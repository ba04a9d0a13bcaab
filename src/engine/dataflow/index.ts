// The analysis of flows: from what rules say of documents to the sinks that taint reaches.
import type { MatchDocument } from "../patterns/document";
import type { Binding, Bindings, Match } from "../patterns/match";
import type { FlowDocument } from "./flow-document";
import { walkAlone, walkTogether } from "./functions";
import { type Reached, reachedBoth } from "./heap";
import { DEFAULT_LABEL, labelsHold } from "./labels";
import type { Layout } from "./layout";
import type { RoundRule } from "./marks";
import { type LibraryModel, Models } from "./models";
import { Program } from "./program";
import { type Relevance, relevanceOf } from "./relevance";
import type { FlowOptions, RuleMatches } from "./specification";
import { ALL_RULES, RULES_PER_ROUND, type RuleMask, type Step, type Taints } from "./taints";
import { type Around, around, type FlowInput } from "./workspace";

export type { LibraryModel } from "./models";
export type { FlowOptions, RuleMatches } from "./specification";
export { type Around, around, type Meaning } from "./workspace";

/** One place on the way of taint: UTF-16 offsets in the document of a URI. */
export interface FlowStep {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "source" | "step" | "call" | "sink";
}

/** Taint that reaches a sink. */
export interface Flow<Rule> extends Match {
  readonly rule: Rule;
  /** From the source to the sink. */
  readonly trace: readonly FlowStep[];
}

/** A document that is open to the analysis. */
export interface FlowText<Rule> {
  readonly uri: string;
  /** The same as long as the document's text and tree are. */
  readonly state: unknown;
  /** Parsed when it is asked for. */
  readonly document: MatchDocument;
  /** Another number whenever the document, or one that was given for names in it, is no longer what it was. */
  readonly revision: number;
  /** There are no others: rules that need them say nothing of it. */
  readonly alone: boolean;
  /** What a rule says of it; undefined where it cannot match. */
  matches(rule: Rule): RuleMatches | undefined;
}

export interface FlowContext<Rule> extends Around<FlowText<Rule>> {
  /** Whether two bindings are equal, of one document. */
  same(left: Binding, right: Binding): boolean;
  /** Told where something took too many steps. */
  limited(): void;
}

/** Rules that are followed together, and what was found out about documents with them. */
interface Round<Rule> {
  readonly rules: readonly { readonly rule: Rule; readonly bit: RuleMask; readonly options: FlowOptions }[];
  readonly program: Program;
}

/** The rules of a language; what is found out about a document is kept until it changes. */
export class Flows<Rule> {
  private readonly rounds: readonly Round<Rule>[];

  constructor(
    rules: readonly { readonly rule: Rule; readonly options: FlowOptions }[],
    models: readonly LibraryModel[],
    language: string,
    strict: boolean,
  ) {
    const known = new Models(models, language);
    const rounds: Round<Rule>[] = [];
    for (const extended of [false, true]) {
      const own = rules.filter(({ options }) => options.interfile === extended);
      for (let first = 0; first < own.length; first += RULES_PER_ROUND) {
        const together = own.slice(first, first + RULES_PER_ROUND);
        const bits = together.map(({ rule, options }, index) => ({ rule, options, bit: 1 << index }));
        const masks: RoundRule[] = bits.map(({ options, bit }) => ({ options, rule: bit }));
        rounds.push({ rules: bits, program: new Program(masks, extended, known, strict) });
      }
    }
    this.rounds = rounds;
  }

  /**
   * All flows of a document, in no order. Stops before each rule whose matches are looked for, and names it, and between
   * functions; other documents may be analysed in the meantime.
   */
  *in(text: FlowText<Rule>, context: FlowContext<Rule>): Generator<Rule | undefined, Flow<Rule>[]> {
    const flows: Flow<Rule>[] = [];
    for (const round of this.rounds) flows.push(...(yield* this.round(round, text, context)));
    return flows;
  }

  private *round(
    { program, rules }: Round<Rule>,
    text: FlowText<Rule>,
    context: FlowContext<Rule>,
  ): Generator<Rule | undefined, Flow<Rule>[]> {
    const files = around(context, (file) => inputOf(file, rules));
    const input = yield* this.matched(program, rules, text);
    for (;;) {
      if (program.extended) program.beginLooking(files);
      else program.begin(files, ALL_RULES);
      const relevance = program.extended ? yield* relevanceNow(program, input, files) : EVERYTHING;
      if (relevance.rules === 0) return [];
      program.begin(files, relevance.rules);
      const document = program.document(input);
      if (!program.extended && !document.marks.hasSinks) return [];
      const walk = reachedIn(program, document, relevance, context);
      let step = walk.next();
      while (!step.done) {
        yield undefined;
        program.resume(files, relevance.rules);
        // What was found out about it is gone where another state of it was looked at.
        if (!program.isPresent(document)) break;
        step = walk.next();
      }
      if (!step.done) continue;
      const found = merged(step.value).map((reached) => {
        const { rule, options } = rules.find(({ bit }) => bit === reached.mark.rule)!;
        return { reached, flows: flowsOf(text.uri, reached, options, context).map((flow) => ({ ...flow, rule })) };
      });
      return outermost(found.filter(({ flows }) => flows.length > 0)).flatMap(({ flows }) => flows);
    }
  }

  /** The text with what each rule says of it. */
  private *matched(
    program: Program,
    rules: Round<Rule>["rules"],
    text: FlowText<Rule>,
  ): Generator<Rule | undefined, FlowInput> {
    const input = inputOf(text, rules);
    if (program.isMarked(input)) return input;
    const matches = new Map<RuleMask, RuleMatches>();
    for (const { rule, bit } of rules) {
      yield rule;
      const found = text.matches(rule);
      if (!found) continue;
      // They are looked for now, its other parts where sinks may be reached.
      void found.sinks;
      matches.set(bit, found);
    }
    const { uri, state, revision, alone, document } = text;
    return { uri, state, revision, alone, document, matches };
  }
}

const EVERYTHING: Relevance = { rules: ALL_RULES, rows: new Set() };

function* relevanceNow(program: Program, input: FlowInput, files: Around<FlowInput>): Generator<undefined, Relevance> {
  const looking = relevanceOf(program, input);
  let step = looking.next();
  while (!step.done) {
    yield undefined;
    program.resumeLooking(files);
    step = looking.next();
  }
  return step.value;
}

function inputOf<Rule>(file: FlowText<Rule>, rules: Round<Rule>["rules"]): FlowInput {
  const { uri, state, revision, alone } = file;
  return {
    uri,
    state,
    revision,
    alone,
    get document(): MatchDocument {
      return file.document;
    },
    get matches(): ReadonlyMap<RuleMask, RuleMatches> {
      return new Map(
        rules.flatMap(({ rule, bit }) => {
          const matches = file.matches(rule);
          return matches ? [[bit, matches] as const] : [];
        }),
      );
    },
  };
}

function* reachedIn<Rule>(
  program: Program,
  document: FlowDocument,
  relevance: Relevance,
  context: FlowContext<Rule>,
): Generator<void, readonly Reached[]> {
  if (program.extended) return yield* walkTogether(program, document, relevance);
  const units = yield* walkAlone(program, document);
  if (units.some(({ exhausted }) => exhausted)) context.limited();
  return units.flatMap(({ reached }) => reached);
}

/** Each sink once, with all that reaches it on any of the ways that were walked. */
function merged(all: readonly Reached[]): Reached[] {
  const known = new Map<string, Reached>();
  for (const reached of all) {
    const key = `${reached.mark.id} ${reached.row}`;
    const before = known.get(key);
    known.set(key, before ? reachedBoth(before, reached) : reached);
  }
  return [...known.values()];
}

/** Without those of sinks that lie in others of the same spec: they say nothing new. */
function outermost<Found extends { readonly reached: Reached }>(all: readonly Found[]): readonly Found[] {
  const isWithin = (inner: Reached, outer: Reached): boolean => {
    if (inner.mark.spec !== outer.mark.spec || inner.at.uri !== outer.at.uri) return false;
    const [one, other] = [matchNow(inner.at, inner.mark.match), matchNow(outer.at, outer.mark.match)];
    return one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start;
  };
  return all.filter(({ reached }) => !reached.mark.within || !all.some((other) => isWithin(reached, other.reached)));
}

function flowsOf<Rule>(from: string, reached: Reached, options: FlowOptions, context: FlowContext<Rule>) {
  const { mark, taints } = reached;
  const { requires } = mark.spec;
  const real = inPlace(taints.filter(({ origin }) => origin.parameter === undefined));
  const sources = requires ? asked(reached, real) : real.filter(({ origin }) => origin.label === DEFAULT_LABEL);
  const sink = matchNow(reached.at, mark.match);
  return sources.flatMap(({ origin, step }) => {
    const known = origin.matches.get(mark.rule) ?? [];
    const source = (options.taint_unify_mvars ? known : known.slice(0, 1))
      .map((match) => matchNow(origin.at, match))
      .find(({ bindings }) => !options.taint_unify_mvars || unify(bindings, sink.bindings, context));
    if (!source) return [];
    const bindings = new Map([...sink.bindings, ...source.bindings]);
    const { start, end } = options.taint_focus_on === "source" ? source : (placeIn(from, reached) ?? sink);
    return [{ start, end, bindings, trace: traceOf(step, reached) }];
  });
}

/** In the order of their sources' places, whichever was found first. */
function inPlace(taints: Taints): Taints {
  const places = new Map(taints.map(({ origin, step }) => [origin, placeOf(sourceOf(step))] as const));
  return taints.toSorted((a, b) => {
    const [one, other] = [places.get(a.origin)!, places.get(b.origin)!];
    return one.uri === other.uri ? one.start - other.start || one.end - other.end : one.uri < other.uri ? -1 : 1;
  });
}

function sourceOf(step: Step): Step {
  let source = step;
  while (source.previous) source = source.previous;
  return source;
}

function matchNow(at: Layout, match: Match): Match {
  const { latest } = at.lineage;
  return latest ? at.matchIn(latest.layout, match) : match;
}

/** Where a document hands the data to the file in which the sink is; undefined where the sink is its own. */
function placeIn(from: string, { at, calls = [] }: Reached): { start: number; end: number } | undefined {
  if (at.uri === from) return undefined;
  const call = calls.findLast((each) => each.at.uri === from);
  return call && placeOf(call);
}

/** Where a sink asks for labels, all that reaches it counts together, and is one flow. */
function asked({ mark, each }: Reached, taints: Taints): Taints {
  const { requires } = mark.spec;
  const holds = (all: Taints, expression: Parameters<typeof labelsHold>[0]): boolean =>
    labelsHold(expression, (label) => all.some(({ origin }) => origin.label === label));
  if (taints.length === 0 || !requires) return [];
  const isMet =
    requires.type === "all"
      ? holds(taints, requires.expression)
      : requires.parts.every(({ metavariable, expression }) => holds(each?.get(metavariable) ?? [], expression));
  return isMet ? taints.slice(0, 1) : [];
}

function unify<Rule>(left: Bindings, right: Bindings, { same }: FlowContext<Rule>): boolean {
  return [...left].every(([name, binding]) => {
    const other = right.get(name);
    return !other || same(binding, other);
  });
}

function traceOf(last: Step, sink: Reached): FlowStep[] {
  const steps: FlowStep[] = [];
  expand(last, false, steps);
  return [...steps, { ...placeOf(sink), kind: "sink" }];
}

/** The places of a way, the first one first: what a call passes through in its function comes behind the call. */
function expand(last: Step, inner: boolean, steps: FlowStep[]): void {
  const way: Step[] = [];
  for (let at: Step | undefined = last; at; at = at.previous) way.push(at);
  for (const step of way.reverse()) {
    const { kind, within } = step;
    // Within a function its parameters are no sources.
    if (!inner || kind !== "source") steps.push({ ...placeOf(step), kind });
    if (within && steps.length < LONGEST_TRACE) expand(within, true, steps);
  }
}

/** A trace shows so many places at most. */
const LONGEST_TRACE = 100;

/** Where a row of some state of a document stands now. */
function placeOf({ at, row }: { readonly at: Layout; readonly row: number }): Omit<FlowStep, "kind"> {
  const now = at.now(row);
  if (!now) return { uri: at.uri, start: 0, end: 0 };
  const { start, end } = now.document.tree;
  return { uri: at.uri, start: start[now.row]!, end: end[now.row]! };
}
