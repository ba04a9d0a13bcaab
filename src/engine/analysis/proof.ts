// A fix is offered only when proved: applied in memory, the text has no new error, the finding is gone, none is new.
import type { AnalysisOptions, Proof } from "../analyzer";
import { applyEdits, difference, mergeEdits, moveRange } from "../findings/edits";
import type { Finding, Fix, TextEdit } from "../findings/finding";
import { insertFileSuppression, insertSuppression } from "../findings/suppression-edits";
import { errorCount } from "./places";
import type { Subject } from "./run";

/** What proving needs of the analyzer. */
export interface Laboratory {
  /** The present state of an open document. */
  subject(uri: string): Subject | undefined;
  /** The same document with another text, parsed afresh. */
  variant(subject: Subject, text: string): Subject;
  /** All findings of the whole text, suppressed ones included. */
  findings(subject: Subject, options: AnalysisOptions): readonly Finding[];
  /** Where the innermost statement around an offset starts. */
  statementStart(subject: Subject, offset: number): number;
}

const refused = (reason: string): Proof => ({ proved: false, reason });

export function prove(finding: Finding, fix: Fix, options: AnalysisOptions, laboratory: Laboratory): Proof {
  let own: Proof | undefined;
  for (const { uri, edits } of fix.files) {
    const subject = laboratory.subject(uri);
    if (!subject) return refused(`${uri} is not open.`);
    const trial = attempt(subject, edits, options, laboratory);
    if (typeof trial === "string") return refused(trial);
    if (uri === finding.uri && trial.remaining([finding]).length > 0)
      return refused("The finding is still there after the fix.");
    if (uri === finding.uri) own = { proved: true, fix, text: trial.text };
  }
  return own ?? refused("The fix does not touch the finding's file.");
}

/** As many of the findings' first fixes as go together, proved as one edit. */
export function proveAll(
  uri: string,
  findings: readonly Finding[],
  options: AnalysisOptions,
  laboratory: Laboratory,
): Proof {
  const subject = laboratory.subject(uri);
  if (!subject) return refused(`${uri} is not open.`);
  const fixable = findings.filter(({ fixes }) => fixes.length > 0);
  const lists = fixable.map(({ fixes }) =>
    fixes[0]!.files.filter((file) => file.uri === uri).flatMap(({ edits }) => edits),
  );
  const title = fixable[0]?.fixes[0]?.title ?? "";
  const holds = (indices: readonly number[]): Proof | undefined => {
    const { edits, taken } = mergeEdits(indices.map((index) => lists[index]!));
    const trial = attempt(subject, edits, options, laboratory);
    if (typeof trial === "string" || trial.remaining(taken.map((index) => fixable[indices[index]!]!)).length > 0)
      return undefined;
    return { proved: true, fix: { title, files: [{ uri, edits }] }, text: trial.text };
  };
  let best: Proof | undefined;
  let kept: readonly number[] = [];
  // What does not hold is halved until the fixes to blame are left out, so that a few bad ones cost little.
  const take = (group: readonly number[]): void => {
    const more = group.length > 0 ? holds([...kept, ...group]) : undefined;
    if (more) {
      kept = [...kept, ...group];
      best = more;
    } else if (group.length > 1) {
      take(group.slice(0, group.length >> 1));
      take(group.slice(group.length >> 1));
    }
  };
  take(fixable.map((_, index) => index));
  return best ?? refused("None of the fixes could be proved.");
}

/** The first place for the comment at which the text still parses and the finding is suppressed. */
export function proveSuppression(
  finding: Finding,
  scope: "line" | "file",
  reason: string,
  options: AnalysisOptions,
  laboratory: Laboratory,
): Proof {
  const { uri, ruleId } = finding;
  const subject = laboratory.subject(uri);
  if (!subject) return refused(`${uri} is not open.`);
  const { text, language } = subject;
  const syntax = language?.comments ?? { line: "#" };
  const candidates =
    scope === "file"
      ? insertFileSuppression(text, syntax, ruleId, reason)
      : insertSuppression(text, syntax, {
          ruleId,
          reason,
          offset: finding.start,
          statement: laboratory.statementStart(subject, finding.start),
        });
  for (const edit of candidates) {
    const trial = attempt(subject, [edit], options, laboratory);
    if (typeof trial === "string" || trial.remaining([finding]).length > 0) continue;
    const fix = { title: `Suppress ${ruleId}`, files: [{ uri, edits: [edit] }] };
    return { proved: true, fix, text: trial.text };
  }
  return refused("No place was found where the comment would parse and suppress the finding.");
}

interface Trial {
  readonly text: string;
  /** Those of the given findings that are still found, and not suppressed. */
  remaining(findings: readonly Finding[]): readonly Finding[];
}

/** The edited text with its findings, or why it is no good: a new error, a new finding. */
function attempt(
  subject: Subject,
  edits: readonly TextEdit[],
  options: AnalysisOptions,
  laboratory: Laboratory,
): Trial | string {
  const { range: _, ...whole } = options;
  const text = edited(subject.text, edits);
  if (text === undefined) return "Its edits overlap or lie outside the text.";
  const variant = laboratory.variant(subject, text);
  if (subject.parsed && variant.parsed && errorCount(variant.parsed) > errorCount(subject.parsed)) {
    return "The text would not parse any more.";
  }
  const shown = (finding: Finding): boolean => finding.suppression === undefined;
  const before = laboratory.findings(subject, whole).filter(shown);
  const after = laboratory.findings(variant, whole).filter(shown);
  // What an edit keeps of the text that it replaces holds findings of its own.
  const changes = edits.map((edit) => narrowed(subject.text, edit));
  const same = (old: Finding, now: Finding): boolean => old.ruleId === now.ruleId && stands(old, now, changes);
  const fresh = after.find((now) => !before.some((old) => same(old, now)));
  if (fresh) return `The fix would bring a new finding: ${fresh.ruleId}.`;
  return { text, remaining: (findings) => findings.filter((old) => after.some((now) => same(old, now))) };
}

/** The edited text; undefined where the edits do not go together or were made for another text. */
function edited(text: string, edits: readonly TextEdit[]): string | undefined {
  try {
    return applyEdits(text, edits);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The part of an edit that changes something. */
function narrowed(text: string, { start, end, text: after }: TextEdit): TextEdit {
  const change = difference(text.slice(start, end), after) ?? { start: 0, end: 0, text: "" };
  return { start: start + change.start, end: start + change.end, text: change.text };
}

/** Whether a finding stands where an older one went; one that was edited itself is known by its start. */
function stands(old: Finding, now: Finding, edits: readonly TextEdit[]): boolean {
  const moved = moveRange(old, edits);
  if (moved) return moved.start === now.start && moved.end === now.end;
  let start = old.start;
  for (const edit of edits) if (edit.end <= old.start) start += edit.text.length - (edit.end - edit.start);
  return start === now.start;
}
