// Order of severities and confidences, and how Semgrep's names map to ours.
import { CONFIDENCES, type Confidence, SEVERITIES, type Severity } from "./finding";

const SEMGREP: ReadonlyMap<string, Severity> = new Map([
  ["error", "high"],
  ["warning", "medium"],
  ["info", "low"],
]);

/** Negative when `a` is worse than `b`, so that sorting puts the worst first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

/** Negative when `a` is surer than `b`. */
export function compareConfidence(a: Confidence, b: Confidence): number {
  return CONFIDENCES.indexOf(a) - CONFIDENCES.indexOf(b);
}

/** Whether `severity` is as bad as `threshold`, or worse. */
export function severityAtLeast(severity: Severity, threshold: Severity): boolean {
  return compareSeverity(severity, threshold) <= 0;
}

/** Whether `confidence` is as sure as `threshold`, or surer. */
export function confidenceAtLeast(confidence: Confidence, threshold: Confidence): boolean {
  return compareConfidence(confidence, threshold) <= 0;
}

/** Reads our names and Semgrep's (ERROR, WARNING, INFO, CRITICAL …) in any case; undefined for others. */
export function parseSeverity(name: string): Severity | undefined {
  const lower = name.toLowerCase();
  return SEMGREP.get(lower) ?? SEVERITIES.find((severity) => severity === lower);
}

/** Reads a confidence in any case; undefined for others. */
export function parseConfidence(name: string): Confidence | undefined {
  const lower = name.toLowerCase();
  return CONFIDENCES.find((confidence) => confidence === lower);
}
