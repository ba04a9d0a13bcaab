// The analysis of flows: from what rules say of a document to the sinks that taint reaches.

import type { MatchDocument } from "../patterns/document";
import type { Binding, Bindings, Match } from "../patterns/match";
import { FlowDocument } from "./flow-document";
import { walkAlone, walkTogether } from "./functions";
import { DEFAULT_LABEL, labelsHold } from "./labels";
import { Marks, Places, type RoundRule } from "./marks";
import { type LibraryModel, Models } from "./models";
import { Program } from "./program";
import type { FlowOptions, RuleMatches } from "./specification";
import { RULES_PER_ROUND, type Step, type Taint, type Taints, unite } from "./taints";
import type { Reached } from "./unit";

export type { LibraryModel } from "./models";
export type { FlowOptions, RuleMatches } from "./specification";

/** A rule of the caller's, and what it says of the document. */
export interface FlowRule<Rule> {
  readonly rule: Rule;
  readonly options: FlowOptions;
  readonly matches: RuleMatches;
}

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

export interface FlowContext {
  readonly uri: string;
  readonly document: MatchDocument;
  /** Whether two bindings are equal. */
  same(left: Binding, right: Binding): boolean;
  /** What is known of libraries, of the document's language. */
  readonly models?: readonly LibraryModel[];
  /** Parameters of functions that nothing in the file calls are sources too. */
  readonly strict?: boolean;
  /** Told where something took too many steps. */
  limited(): void;
}

/** All flows of a document, in no order. */
export function findFlows<Rule>(rules: readonly FlowRule<Rule>[], context: FlowContext): Flow<Rule>[] {
  const flows: Flow<Rule>[] = [];
  for (const extended of [false, true]) {
    const own = rules.filter(({ options }) => options.interfile === extended);
    for (let first = 0; first < own.length; first += RULES_PER_ROUND) {
      flows.push(...round(own.slice(first, first + RULES_PER_ROUND), extended, context));
    }
  }
  return flows;
}

function round<Rule>(rules: readonly FlowRule<Rule>[], extended: boolean, context: FlowContext): Flow<Rule>[] {
  const bits: RoundRule[] = rules.map(({ options, matches }, index) => ({ rule: 1 << index, options, matches }));
  const program = new Program(
    bits,
    extended,
    new Models(context.models ?? [], context.document.language.id),
    context.strict ?? false,
  );
  const marks = new Marks(new Places(context.document), bits);
  const document = new FlowDocument(0, context.uri, context.document, marks);
  program.documents.push(document);
  return merged(reachedIn(program, document, context)).flatMap((reached) => {
    const index = Math.log2(reached.mark.rule);
    const { rule, options } = rules[index]!;
    return flowsOf(program, reached, options, context).map((flow) => ({ ...flow, rule }));
  });
}

function reachedIn(program: Program, document: FlowDocument, context: FlowContext): readonly Reached[] {
  if (program.extended) return walkTogether(program, document);
  const units = walkAlone(program, document);
  if (units.some(({ exhausted }) => exhausted)) context.limited();
  return units.flatMap(({ reached }) => reached);
}

/** Each sink once, with all that reaches it on any of the ways that were walked. */
function merged(all: readonly Reached[]): Reached[] {
  const known = new Map<string, Reached>();
  for (const reached of all) {
    const key = `${reached.mark.id} ${reached.row}`;
    const before = known.get(key);
    known.set(key, before ? { ...before, taints: unite(before.taints, reached.taints) } : reached);
  }
  return [...known.values()];
}

function flowsOf(program: Program, reached: Reached, options: FlowOptions, context: FlowContext) {
  const { mark, taints } = reached;
  const { requires } = mark.spec;
  const real = taints.filter(({ origin }) => origin.parameter === undefined);
  const sources = requires ? asked(reached, real) : real.filter(({ origin }) => origin.label === DEFAULT_LABEL);
  return sources.flatMap((taint) => {
    const source = program.sourceMatch(taint.origin, mark.rule);
    if (!source) return [];
    if (options.taint_unify_mvars && !unify(source.bindings, mark.match.bindings, context)) return [];
    const bindings = new Map([...mark.match.bindings, ...source.bindings]);
    const { start, end } = options.taint_focus_on === "source" ? source : mark.match;
    return [{ start, end, bindings, trace: traceOf(taint, reached) }];
  });
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

function unify(left: Bindings, right: Bindings, { same }: FlowContext): boolean {
  return [...left].every(([name, binding]) => {
    const other = right.get(name);
    return !other || same(binding, other);
  });
}

function traceOf({ step }: Taint, { document, row }: Reached): FlowStep[] {
  const steps: FlowStep[] = [{ ...placeOf(document, row), kind: "sink" }];
  for (let at: Step | undefined = step; at; at = at.previous)
    steps.push({ ...placeOf(document, at.row), kind: at.kind });
  return steps.reverse();
}

function placeOf({ uri, tree }: FlowDocument, row: number): Omit<FlowStep, "kind"> {
  return { uri, start: tree.start[row]!, end: tree.end[row]! };
}
