// Which rules may find something in a document, and which of its functions are worth a walk for them: those with a sink in
// them, and those that call one of these by its name.
import type { FlowDocument } from "./flow-document";
import { DEFAULT_LABEL, type LabelExpression, type LabelGiver, labelsFrom, labelsMayHold } from "./labels";
import { isFunction, isLiteral, type Outline, type Sources } from "./outline";
import type { Program } from "./program";
import type { RuleMatches, SourceSpec } from "./specification";
import type { RuleMask } from "./taints";
import type { FlowInput } from "./workspace";

/** Files that are looked at from one, at most, the nearest first. */
const MOST_REACHED = 50;

/** What may be met on the way from a document, in itself and in those that it leads to. */
export interface Relevance {
  /** Rules of which there are sources and sinks on the way. */
  readonly rules: RuleMask;
  /** Rows of its functions from which sinks of these may be reached. */
  readonly rows: ReadonlySet<number>;
}

const NOTHING: Relevance = { rules: 0, rows: new Set() };

interface ReachedFile {
  readonly input: FlowInput;
  readonly outline: Outline;
}

/** Looks at a document and at what its calls may lead to; stops after each file of which nothing was known. */
export function* relevanceOf(program: Program, input: FlowInput): Generator<void, Relevance> {
  const reached = yield* reachedFrom(program, input);
  const outlines = new Map(reached.map((each) => [each.input.uri, each.outline]));
  const own = program.outline(input);
  const sinks = reached.reduce((mask, { outline }) => mask | outline.sinks, 0);
  const both = sinks & (program.strictRules | (yield* sourcesIn(program, reached, sinks)));
  const rules = both === 0 ? 0 : program.calls.sinksFrom(own, outlines, both);
  if (rules === 0) return NOTHING;
  const leading = program.calls.leadingTo(rules, outlines);
  const rows = [...own.functions].filter(([fn]) => isFunction(fn) && leading.has(fn)).map(([, { row }]) => row);
  return { rules, rows: new Set(rows) };
}

function* reachedFrom(program: Program, input: FlowInput): Generator<void, readonly ReachedFile[]> {
  const found = new Map([[input.uri, { input, outline: program.outline(input) }]]);
  for (const { input: each, outline } of found.values()) {
    for (const uri of each.alone ? [] : program.around.neighbours(each.uri, outline.names)) {
      if (found.has(uri)) continue;
      const other = program.around.file(uri);
      if (!other) continue;
      const isKnown = program.hasOutline(other);
      found.set(uri, { input: other, outline: program.outline(other) });
      if (found.size >= MOST_REACHED) return [...found.values()];
      if (!isKnown) yield;
    }
  }
  return [...found.values()];
}

/** Those of the rules by which taint can begin in the files, and get labels that a sink in them asks for. */
function* sourcesIn(program: Program, files: readonly ReachedFile[], rules: RuleMask): Generator<void, RuleMask> {
  let found = 0;
  const givers = new Map<RuleMask, readonly LabelGiver[]>();
  for (const { input, outline } of files) {
    const { sources, literalSinks } = outline;
    const wanted = rules & (~found | literalSinks);
    const unasked = wanted & ~sources.asked;
    if (unasked !== 0) {
      noteSources(program.sketch(input), unasked, sources);
      yield;
    }
    for (const [rule, own] of sources.givers) {
      if ((rule & wanted & ~found) === 0) continue;
      const all = [...(givers.get(rule) ?? []), ...own];
      givers.set(rule, all);
      if (mayReach(rule, labelsFrom(all), files)) found |= rule;
    }
  }
  return found;
}

/** Whether some sink of a rule takes what has such labels. */
function mayReach(rule: RuleMask, labels: ReadonlySet<string>, files: readonly ReachedFile[]): boolean {
  if (labels.size === 0) return false;
  const may = (expression: LabelExpression): boolean => labelsMayHold(expression, (label) => labels.has(label));
  return files.some(({ outline }) =>
    [...(outline.asking.get(rule) ?? [])].some((requires) => {
      if (!requires) return labels.has(DEFAULT_LABEL);
      return requires.type === "all" ? may(requires.expression) : requires.parts.every((part) => may(part.expression));
    }),
  );
}

function noteSources(document: FlowDocument, rules: RuleMask, sources: Sources): void {
  sources.asked |= rules;
  for (const [rule, matches] of document.marks.matches) {
    if ((rule & rules) === 0) continue;
    const givers = giversIn(matches);
    if (givers.length > 0) sources.givers.set(rule, givers);
    const beginning = matches.sources.filter(({ spec }) => begins(spec));
    if (beginning.length === 0) continue;
    if (beginning.some(({ match, spec }) => spec.control || isLiteral(document, match))) sources.literal |= rule;
  }
}

function giversIn({ sources, propagators }: RuleMatches): readonly LabelGiver[] {
  const beginning = [...new Set(sources.map(({ spec }) => spec))].map(({ label, requires }) => ({
    label,
    requires,
    begins: true,
  }));
  const changing = [...new Set(propagators.map(({ spec }) => spec))].flatMap(({ label, requires }) =>
    label === undefined ? [] : [{ label, requires, begins: false }],
  );
  return [...beginning, ...changing];
}

/** Whether a source makes taint of what has none. */
const begins = ({ requires }: SourceSpec): boolean => requires === undefined || labelsMayHold(requires, () => false);
