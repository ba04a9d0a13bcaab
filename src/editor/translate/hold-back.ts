// What of an analysis is shown while a person types. The engine reports everything; this is the editor's courtesy.
import type { AnalysisReport, Finding, Range } from "../../worker/protocol";
import type { MovedRange } from "./moves";

/** A finding that was on screen, at its range in the text of the new analysis. */
export interface Shown {
  readonly finding: Finding;
  readonly range: MovedRange;
}

/**
 * The findings to show for `report`, given those that were on screen before.
 * At rest: all that was found. While typing: in the statement being typed nothing new appears, though what is shown
 * and still found stays. What was shown and was not edited itself stays as long as a syntax error hides it from the
 * analysis; such an error reaches far, as an open bracket takes what follows with it.
 */
export function visibleFindings(report: AnalysisReport, before: readonly Shown[]): readonly Finding[] {
  const found = report.findings.filter((finding) => finding.suppression === undefined);
  const unsettled = (range: Range) => report.unsettled.some((statement) => touches(statement, range));
  const shown = report.settled
    ? found
    : found.filter((finding) => !unsettled(finding) || before.some((old) => isSame(old, finding)));
  if (!report.hasSyntaxErrors) return shown;
  const hidden = before.filter((old) => !old.range.touched && !report.findings.some((now) => isSame(old, now)));
  // Their traces and fixes belong to an older text.
  const kept = hidden.map(({ finding, range }) => ({
    ...finding,
    start: range.start,
    end: range.end,
    trace: [],
    fixes: [],
  }));
  return [...shown, ...kept].sort((a, b) => a.start - b.start || a.end - b.end);
}

function isSame(old: Shown, finding: Finding): boolean {
  return old.finding.ruleId === finding.ruleId && touches(old.range, finding);
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}
