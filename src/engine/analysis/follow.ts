// Rules in taint mode on one part of a text: what each of their formulas finds becomes the input of the analysis of flows.
import { type Flow, type FlowOptions, findFlows, type LibraryModel, type RuleMatches } from "../dataflow";
import type { SpecMatch } from "../dataflow/specification";
import type { CompiledFormula, FlowRule } from "../rules/compile";
import { flowOptionsFrom } from "../rules/flow-options";
import type { FormulaMatch } from "../rules/ranges";
import type { Part } from "./part";

export interface FollowTools {
  readonly uri: string;
  readonly models: readonly LibraryModel[];
  /** Parameters are not trusted. */
  readonly strict: boolean;
  /** What a formula of a rule finds in the part. */
  search(rule: FlowRule, formula: CompiledFormula): readonly FormulaMatch[];
  /** Told that the analysis of the part was not finished. */
  limited(): void;
}

/** The flows of a part, for all of the rules at once. */
export function follow(part: Part, rules: readonly FlowRule[], tools: FollowTools): readonly Flow<FlowRule>[] {
  const { document, target } = part;
  if (!document) return [];
  const prepared = rules.map((rule) => ({
    rule,
    options: flowOptionsFrom(rule.rule.options),
    ...sinksOf(rule, tools),
  }));
  const possible = prepared.filter(({ sinks, options }) => sinks.length > 0 || options.interfile);
  if (possible.length === 0) return [];
  const given = possible.map(({ rule, options, sinks }) => ({ rule, options, matches: matchesOf(rule, sinks, tools) }));
  return findFlows(
    given.filter(({ matches, options }) => isPossible(matches, options)),
    {
      uri: tools.uri,
      document,
      models: tools.models,
      strict: tools.strict,
      same: (left, right) => target.same(left, right),
      limited: () => tools.limited(),
    },
  );
}

function isPossible({ sources, sinks }: RuleMatches, { interfile }: FlowOptions): boolean {
  return sinks.length > 0 && (sources.length > 0 || interfile);
}

function sinksOf(rule: FlowRule, tools: FollowTools): Pick<RuleMatches, "sinks"> {
  return { sinks: found(rule, rule.formula.sinks, tools) };
}

function matchesOf(rule: FlowRule, sinks: RuleMatches["sinks"], tools: FollowTools): RuleMatches {
  const { sources, sanitizers, propagators } = rule.formula;
  return {
    sinks,
    sources: found(rule, sources, tools),
    sanitizers: found(rule, sanitizers, tools),
    propagators: found(rule, propagators, tools),
  };
}

function found<Spec extends { readonly formula: CompiledFormula }>(
  rule: FlowRule,
  specs: readonly Spec[],
  tools: FollowTools,
): SpecMatch<Spec>[] {
  return specs.flatMap((spec) => {
    const focused = hasFocus(spec.formula);
    return tools.search(rule, spec.formula).map((match) => ({ spec, match, focused }));
  });
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
