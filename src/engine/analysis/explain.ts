// Explains one rule at one place of an open document: what keeps it from being looked for at all, then its formula.
import type { AnalysisOptions } from "../analyzer";
import type { ExplainedPart, Explanation } from "../findings/explanation";
import type { Range } from "../findings/finding";
import { type CompiledRule, isFlow, RuleFault } from "../rules/compile";
import { explainFormula, Recording } from "../rules/explain";
import { explainFlow } from "../rules/explain-flow";
import type { Literal } from "../rules/prefilter";
import type { Rule } from "../rules/rule";
import { isAcrossFiles } from "../rules/taint";
import type { Part } from "./part";
import type { PreparedRules } from "./prepared-rules";
import { Run, type Subject, type Tools } from "./run";
import { toEnd } from "./steps";

/** The options' rules are the rule alone; what hosts keep from running (profiles, excludes) is theirs to add. */
export function explain(subject: Subject, place: Range, options: AnalysisOptions, tools: Tools): Explanation {
  const rules = options.rules as PreparedRules;
  const rule = rules.rules[0]!;
  const start = { ruleId: rule.id, uri: subject.uri, place, reported: false };
  const run = new Run(subject, options, tools);
  const part = run.partAt(place.start);
  if (rules.applicable(part.language, undefined).length === 0)
    return { ...start, reasons: [wrongLanguage(rule, part)] };
  const compiled = rules.compile(rule, part.language);
  if (compiled instanceof RuleFault) return { ...start, reasons: [`The rule cannot run: ${compiled.message}`] };

  const excluded = rules.applicable(part.language, subject.path).length === 0;
  const recording = new Recording();
  const lacking = compiled.required.find((group) => !group.some(part.has));
  if (isFlow(compiled)) toEnd(run.follow(part, rules));
  else run.evaluate(part, compiled, recording);
  const {
    findings,
    found: { problems },
  } = run.finish(rules);
  const here = findings.filter(
    ({ ruleId, start: from, end }) => ruleId === rule.id && from <= place.end && place.start <= end,
  );
  const hidden = here.find(({ suppression }) => suppression !== undefined);
  const reported = !excluded && here.some(({ suppression }) => suppression === undefined);
  const reasons = [
    excluded ? `The rule's \`paths\` leave ${subject.path} out.` : undefined,
    lacking ? withoutLiteral(lacking) : undefined,
    !reported && hidden ? "It matches here, but a comment suppresses the finding." : undefined,
    !reported && run.isBrokenAt(place)
      ? "The code here does not parse without errors, so patterns may not match it."
      : undefined,
    ...problems.map(({ message }) => message),
  ];
  return {
    ...start,
    reported,
    reasons: reasons.filter((reason) => reason !== undefined),
    formula: explainRoot(compiled, run, part, recording, place, here.length > 0),
  };
}

/** The parts of a flow are looked for again, each by itself. */
function explainRoot(
  compiled: CompiledRule,
  run: Run,
  part: Part,
  recording: Recording,
  place: Range,
  reported: boolean,
): ExplainedPart {
  const { rule } = compiled;
  if (!isFlow(compiled)) return explainFormula(compiled.formula, rule, recording, place);
  return explainFlow(compiled.formula, {
    newer: rule.syntax === "match",
    reported,
    acrossFiles: isAcrossFiles(rule),
    explain: (formula) => {
      run.search(part, rule, formula, recording);
      return explainFormula(formula, rule, recording, place);
    },
  });
}

function wrongLanguage({ languages }: Rule, { language }: Part): string {
  const own = language ? `it is read as ${language.id}` : "its language is not known";
  return `The rule is for ${languages.join(", ")}, and the file is not: ${own}.`;
}

function withoutLiteral(group: readonly Literal[]): string {
  const texts = group.map(({ text }) => `\`${text}\``);
  return texts.length === 1
    ? `Every match holds ${texts[0]}, which does not occur in the file.`
    : `Every match holds one of ${texts.join(", ")}, of which none occurs in the file.`;
}
