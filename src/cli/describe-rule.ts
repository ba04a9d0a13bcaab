// A rule as reports and listings show it.
import type { Rule } from "../engine/rules/rule";
import type { ReportedRule } from "../report/result";

export function describeRule(rule: Rule): ReportedRule {
  const { cwe = [], owasp = [], references = [], caveat } = rule.metadata;
  return {
    id: rule.id,
    title: caveat?.title ?? firstSentence(rule.message),
    message: rule.message,
    severity: rule.severity,
    confidence: rule.confidence,
    tier: rule.tier,
    languages: rule.languages,
    cwe,
    owasp,
    references,
    ...(caveat?.explanation === undefined ? {} : { explanation: caveat.explanation }),
  };
}

function firstSentence(message: string): string {
  const [sentence] = message.trim().split(/(?<=[.!?])\s/);
  return sentence.replace(/\s+/g, " ").replace(/\.$/, "");
}
