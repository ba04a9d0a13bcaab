// The analysis of flows: from what rules say of documents to the sinks that taint reaches.
import type { MatchDocument } from "../patterns/document";
import type { Binding, Bindings, Match } from "../patterns/match";
import type { FlowDocument } from "./flow-document";
import { walkAlone, walkTogether } from "./functions";
import type { Reached } from "./heap";
import { DEFAULT_LABEL, labelsHold } from "./labels";
import type { RoundRule } from "./marks";
import { type LibraryModel, Models } from "./models";
import { Program } from "./program";
import type { FlowOptions, RuleMatches } from "./specification";
import { RULES_PER_ROUND, type RuleMask, type Step, type Taint, type Taints, unite } from "./taints";

export type { LibraryModel } from "./models";
export type { FlowOptions, RuleMatches } from "./specification";

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
  readonly document: MatchDocument;
  /** Another number whenever the document, or one that was given for names in it, is no longer what it was. */
  readonly revision: number;
  /** There are no others: rules that need them say nothing of it. */
  readonly alone: boolean;
  /** What a rule says of it; undefined where it cannot match. */
  matches(rule: Rule): RuleMatches | undefined;
}

export interface FlowContext<Rule> {
  /** Other documents in which a name may be defined that one uses, or classes below that of the name. */
  definers(uri: string, name: string, as: "itself" | "parent"): readonly FlowText<Rule>[];
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
  private context: FlowContext<Rule> | undefined;

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
        const workspace = {
          definers: ({ uri }: FlowDocument, name: string, as: "itself" | "parent") =>
            (this.context?.definers(uri, name, as) ?? []).map((text) => inputOf(text, bits)),
        };
        rounds.push({ rules: bits, program: new Program(masks, extended, known, strict, workspace) });
      }
    }
    this.rounds = rounds;
  }

  /** All flows of a document, in no order. */
  in(text: FlowText<Rule>, context: FlowContext<Rule>): Flow<Rule>[] {
    this.context = context;
    const flows = this.rounds.flatMap((round) => {
      round.program.begin();
      const document = round.program.document(inputOf(text, round.rules));
      if (!round.program.extended && !document.marks.hasSinks) return [];
      return merged(reachedIn(round.program, document, context)).flatMap((reached) => {
        const { rule, options } = round.rules.find(({ bit }) => bit === reached.mark.rule)!;
        return flowsOf(document, reached, options, context).map((flow) => ({ ...flow, rule }));
      });
    });
    this.context = undefined;
    return flows;
  }
}

function inputOf<Rule>(text: FlowText<Rule>, rules: Round<Rule>["rules"]) {
  const { uri, document, revision, alone } = text;
  return {
    uri,
    document,
    revision,
    alone,
    get matches(): ReadonlyMap<RuleMask, RuleMatches> {
      return new Map(
        rules.flatMap(({ rule, bit }) => {
          const matches = text.matches(rule);
          return matches ? [[bit, matches] as const] : [];
        }),
      );
    },
  };
}

function reachedIn<Rule>(program: Program, document: FlowDocument, context: FlowContext<Rule>): readonly Reached[] {
  if (program.extended) return walkTogether(program, document);
  const units = walkAlone(program, document);
  if (units.some(({ exhausted }) => exhausted)) context.limited();
  return units.flatMap(({ reached }) => reached);
}

/** Each sink once, with all that reaches it on any of the ways that were walked. */
function merged(all: readonly Reached[]): Reached[] {
  const known = new Map<string, Reached>();
  for (const reached of all) {
    const key = `${reached.document.id} ${reached.mark.id} ${reached.row}`;
    const before = known.get(key);
    known.set(key, before ? { ...before, taints: unite(before.taints, reached.taints) } : reached);
  }
  return [...known.values()];
}

function flowsOf<Rule>(from: FlowDocument, reached: Reached, options: FlowOptions, context: FlowContext<Rule>) {
  const { mark, taints } = reached;
  const { requires } = mark.spec;
  const real = taints.filter(({ origin }) => origin.parameter === undefined);
  const sources = requires ? asked(reached, real) : real.filter(({ origin }) => origin.label === DEFAULT_LABEL);
  return sources.flatMap((taint) => {
    const source = taint.origin.matches.get(mark.rule);
    if (!source) return [];
    if (options.taint_unify_mvars && !unify(source.bindings, mark.match.bindings, context)) return [];
    const bindings = new Map([...mark.match.bindings, ...source.bindings]);
    const { start, end } = options.taint_focus_on === "source" ? source : placeIn(from, reached);
    return [{ start, end, bindings, trace: traceOf(taint, reached) }];
  });
}

/** Where a document shows a flow: at the sink, or where it hands the data to the file that has it. */
function placeIn(from: FlowDocument, { document, mark, calls = [] }: Reached): { start: number; end: number } {
  if (document === from) return mark.match;
  const call = calls.findLast((each) => each.document === from);
  return call ? placeOf(from, call.row) : mark.match;
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

function traceOf({ step }: Taint, { document, row }: Reached): FlowStep[] {
  const steps: FlowStep[] = [];
  expand(step, false, steps);
  return [...steps, { ...placeOf(document, row), kind: "sink" }];
}

/** The places of a way, the first one first: what a call passes through in its function comes behind the call. */
function expand(last: Step, inner: boolean, steps: FlowStep[]): void {
  const way: Step[] = [];
  for (let at: Step | undefined = last; at; at = at.previous) way.push(at);
  for (const { document, row, kind, within } of way.reverse()) {
    // Within a function its parameters are no sources.
    if (!inner || kind !== "source") steps.push({ ...placeOf(document, row), kind });
    if (within && steps.length < LONGEST_TRACE) expand(within, true, steps);
  }
}

/** A trace shows so many places at most. */
const LONGEST_TRACE = 100;

function placeOf({ uri, tree }: FlowDocument, row: number): Omit<FlowStep, "kind"> {
  return { uri, start: tree.start[row]!, end: tree.end[row]! };
}
