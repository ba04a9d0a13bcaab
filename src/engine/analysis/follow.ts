// Rules in taint mode on one part of a text: what each of their formulas finds becomes the input of the analysis of flows.
import type { Flow, FlowOptions, Flows, FlowText, RuleMatches } from "../dataflow";
import type { SpecMatch } from "../dataflow/specification";
import type { MatchDocument } from "../patterns/document";
import { type CompiledFormula, type FlowRule, isFlow, RuleFault } from "../rules/compile";
import { flowOptionsFrom } from "../rules/flow-options";
import type { FormulaMatch } from "../rules/ranges";
import type { Rule } from "../rules/rule";
import type { Part } from "./part";
import type { PreparedRules } from "./prepared-rules";
import type { Meaning } from "./workspace";

/** A file that flows lead to. */
export interface FollowedFile {
  readonly uri: string;
  readonly text: string;
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

export interface FollowTools {
  /** Parameters are not trusted. */
  readonly strict: boolean;
  /** There are no other files to which data could go. */
  readonly alone: boolean;
  /** Other files in which a name may be defined that a file uses, or classes below that of the name. */
  definers(uri: string, name: string, as: Meaning): readonly FollowedFile[];
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
    definers: (uri, name, as) =>
      tools.definers(uri, name, as).map((other) => textOf(other, rules, false, tools.strict)),
    same: (left, right) => target.same(left, right),
    limited: () => tools.limited(),
  });
}

function textOf(file: FollowedFile, rules: PreparedRules, alone: boolean, strict: boolean): FlowText<Rule> {
  const { uri, text, revision } = file;
  return {
    uri,
    text,
    revision,
    alone,
    get document(): MatchDocument {
      return file.followed.part.document!;
    },
    matches: (rule) => matchesIn(file.followed, rule, rules, alone, strict),
  };
}

/** What a rule says of a part; undefined where it cannot match there, or at all. */
function matchesIn(
  followed: FollowedPart,
  rule: Rule,
  rules: PreparedRules,
  alone: boolean,
  strict: boolean,
): RuleMatches | undefined {
  const { part } = followed;
  const { interfile }: FlowOptions = flowOptionsFrom(rule.options);
  // What the sinks of other files make of what this one hands on may depend on its sources and sanitizers alone.
  const isWhole = alone || !interfile;
  if (!followed.applies(rule) || (isWhole && !part.mayMatch(rule, rules))) return undefined;
  const compiled = rules.compile(rule, part.language);
  if (compiled instanceof RuleFault || !isFlow(compiled) || (isWhole && !part.couldMatch(compiled))) return undefined;
  const { sanitizers, propagators } = compiled.formula;
  const sources = found(followed, compiled, compiled.formula.sources);
  // Profile `strict` has sources of its own, for rules that look beyond a function.
  if (sources.length === 0 && isWhole && !(strict && interfile)) return undefined;
  const sinks = found(followed, compiled, compiled.formula.sinks);
  if (sinks.length === 0 && isWhole) return undefined;
  return {
    sinks,
    sources,
    sanitizers: found(followed, compiled, sanitizers),
    propagators: found(followed, compiled, propagators),
  };
}

function found<Spec extends { readonly formula: CompiledFormula }>(
  followed: FollowedPart,
  { rule }: FlowRule,
  specs: readonly Spec[],
): SpecMatch<Spec>[] {
  return specs.flatMap((spec) => {
    const focused = hasFocus(spec.formula);
    return followed.search(rule, spec.formula).map((match) => ({ spec, match, focused }));
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
