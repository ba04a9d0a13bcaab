// SARIF 2.1.0, as code-scanning services read it.
import type {
  ArtifactLocation,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Suppression as SarifSuppression,
} from "sarif";
import type { Fix, Range, Severity, Suppression, TraceStep } from "../engine/findings/finding";
import type { Lines } from "../engine/findings/lines";
import { redactedSlice } from "./code-frame";
import {
  type LocatedFinding,
  locatedFindings,
  placeAt,
  type ReportedRule,
  type ScanProblem,
  type ScanResult,
  Texts,
} from "./result";

const BASE = "%SRCROOT%";

/** How severities map to SARIF's levels, and to the scores by which code scanning ranks. */
const LEVELS: Readonly<Record<Severity, { readonly level: Result.level; readonly score: string }>> = {
  critical: { level: "error", score: "9.5" },
  high: { level: "error", score: "8.0" },
  medium: { level: "warning", score: "5.5" },
  low: { level: "note", score: "3.0" },
};

/** The whole log, suppressed findings included and marked. */
export function sarifReport(result: ScanResult): string {
  const findings = locatedFindings(result, true);
  const rules = [...result.rules.map(describeRule), ...undescribed(result.rules, findings)];
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const texts = new Texts(result);
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Caveat", semanticVersion: result.version, rules } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [BASE]: { uri: result.root } },
        invocations: [
          {
            executionSuccessful: result.problems.length === 0,
            toolExecutionNotifications: fileNotifications(result, texts),
            toolConfigurationNotifications: result.problems.map(configurationNotification),
          },
        ],
        results: findings.map((located) => toResult(located, indices, texts)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function describeRule(rule: ReportedRule): ReportingDescriptor {
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.message },
    ...(rule.explanation === undefined ? {} : { help: { text: rule.explanation, markdown: rule.explanation } }),
    ...(rule.references.length > 0 && /^https?:/.test(rule.references[0]) ? { helpUri: rule.references[0] } : {}),
    defaultConfiguration: { level: LEVELS[rule.severity].level },
    properties: {
      tags: [
        "security",
        ...rule.cwe.map(cweTag),
        ...rule.owasp.map((entry) => `external/owasp/${entry.toLowerCase()}`),
      ],
      precision: rule.confidence,
      "security-severity": LEVELS[rule.severity].score,
    },
  };
}

/** `CWE-89` as `external/cwe/cwe-089`. */
function cweTag(cwe: string): string {
  return `external/cwe/cwe-${cwe.replace(/\D/g, "").padStart(3, "0")}`;
}

/** Findings about suppressions come from no rule: they are described by what they say. */
function undescribed(rules: readonly ReportedRule[], findings: readonly LocatedFinding[]): ReportingDescriptor[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Map(
    findings.filter(({ finding }) => !known.has(finding.ruleId)).map(({ finding }) => [finding.ruleId, finding]),
  );
  return [...others].map(([id, { severity }]) => ({
    id,
    shortDescription: { text: id.replace(/^caveat\./, "").replace(/-/g, " ") },
    defaultConfiguration: { level: LEVELS[severity].level },
  }));
}

function toResult(
  { finding, file, lines }: LocatedFinding,
  indices: ReadonlyMap<string, number>,
  texts: Texts,
): Result {
  const [prefix, digits] = finding.fingerprint.split(":");
  return {
    ruleId: finding.ruleId,
    ruleIndex: indices.get(finding.ruleId),
    level: LEVELS[finding.severity].level,
    message: { text: finding.message },
    locations: [{ physicalLocation: physicalLocation(file.path, lines, finding, true) }],
    partialFingerprints: { [prefix]: digits },
    ...(finding.trace.length > 0 ? { codeFlows: [codeFlow(finding.trace, texts)] } : {}),
    ...(finding.fixes.length > 0 ? { fixes: finding.fixes.map((fix) => toFix(fix, texts)) } : {}),
    suppressions: finding.suppression === undefined ? [] : [toSuppression(finding.suppression)],
    properties: { confidence: finding.confidence, tier: finding.tier, severity: finding.severity },
  };
}

function physicalLocation(path: string, lines: Lines | undefined, range: Range, snippet = false): PhysicalLocation {
  return {
    artifactLocation: artifact(path),
    region: {
      ...region(lines, range),
      ...(snippet && lines !== undefined ? { snippet: { text: redactedSlice(lines, range) } } : {}),
    },
  };
}

/** Paths below the root are relative to it; others are absolute, or URIs of their own such as `untitled:`. */
function artifact(path: string): ArtifactLocation {
  if (/^[a-z][a-z\d+.-]+:/i.test(path)) {
    return { uri: path };
  }
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const absolute = /^(?:\/|[A-Za-z]:\/)/.test(path);
  return absolute ? { uri: `file://${path.startsWith("/") ? "" : "/"}${encoded}` } : { uri: encoded, uriBaseId: BASE };
}

function region(lines: Lines | undefined, { start, end }: Range): Region {
  const characters = { charOffset: start, charLength: end - start };
  if (lines === undefined) {
    return characters;
  }
  const [from, to] = [placeAt(lines, start), placeAt(lines, end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, ...characters };
}

function codeFlow(trace: readonly TraceStep[], texts: Texts): NonNullable<Result["codeFlows"]>[number] {
  const locations = trace.map((step) => ({
    kinds: [step.kind === "step" ? "pass-through" : step.kind],
    location: {
      physicalLocation: physicalLocation(texts.path(step.uri), texts.lines(step.uri), step),
      message: { text: step.message },
    },
  }));
  return { threadFlows: [{ locations }] };
}

function toFix({ title, files }: Fix, texts: Texts): SarifFix {
  return {
    description: { text: title },
    artifactChanges: files.map(({ uri, edits }) => ({
      artifactLocation: artifact(texts.path(uri)),
      replacements: edits.map((edit) => ({
        deletedRegion: region(texts.lines(uri), edit),
        insertedContent: { text: edit.text },
      })),
    })),
  };
}

function toSuppression({ by, reason }: Suppression): SarifSuppression {
  const external = by === "configuration" || by === "baseline";
  return {
    kind: external ? "external" : "inSource",
    status: "accepted",
    justification: reason ?? by,
  };
}

function fileNotifications(result: ScanResult, texts: Texts): Notification[] {
  return result.files.flatMap(({ uri, path, problems }) =>
    problems.map((problem) => ({
      level: "warning" as const,
      message: { text: problem.message },
      locations: [
        {
          physicalLocation:
            problem.range === undefined
              ? { artifactLocation: artifact(path) }
              : physicalLocation(path, texts.lines(uri), problem.range),
        },
      ],
      ...(problem.ruleId === undefined ? {} : { associatedRule: { id: problem.ruleId } }),
    })),
  );
}

function configurationNotification({ message, path, line, column, ruleId }: ScanProblem): Notification {
  const place =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return {
    level: "error",
    message: { text: message },
    ...(path === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: artifact(path), ...place } }] }),
    ...(ruleId === undefined ? {} : { associatedRule: { id: ruleId } }),
  };
}
