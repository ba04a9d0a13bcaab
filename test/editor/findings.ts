// Findings and reports for the tests of translations.
import type { AnalysisReport, Finding, Range, Rule } from "../../src/worker/protocol";

export const URI = "file:///w/app.js";

export function finding(start: number, end: number, over: Partial<Finding> = {}): Finding {
  return {
    uri: URI,
    ruleId: "javascript.eval-of-request",
    start,
    end,
    message: "Request data is run as code. Parse it instead.",
    severity: "high",
    confidence: "high",
    tier: "vuln",
    cwe: ["CWE-95"],
    owasp: ["A03:2021"],
    metavariables: {},
    trace: [],
    fixes: [],
    fingerprint: `caveat/v1:${start}`,
    ...over,
  };
}

export function report(findings: readonly Finding[], over: Partial<AnalysisReport> = {}): AnalysisReport {
  return {
    uri: URI,
    version: 1,
    findings,
    problems: [],
    hasSyntaxErrors: false,
    unsettled: [] as readonly Range[],
    milliseconds: 1,
    project: "",
    settled: false,
    rules: 1,
    ...over,
  };
}

export function rule(over: Partial<Rule> = {}): Rule {
  return {
    id: "javascript.eval-of-request",
    aliases: [],
    message: "Request data is run as code. Parse it instead.",
    severity: "high",
    confidence: "high",
    tier: "vuln",
    languages: ["javascript"],
    formula: { type: "pattern", pattern: "eval(...)" },
    paths: { include: [], exclude: [] },
    options: {},
    metadata: {},
    builtIn: true,
    ...over,
  };
}
