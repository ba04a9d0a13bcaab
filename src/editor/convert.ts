// Findings to VS Code's types.
import * as vscode from "vscode";
import type { Finding, Fix, Range, TraceStep } from "../worker/protocol";
import { isUnnecessary, type Level, levelOf } from "./translate/level";
import { RULE_SCHEME, rulePagePath } from "./translate/rule-page";
import { mainSteps } from "./translate/trace";

/** More steps of a trace than this are not shown beside a diagnostic. */
const MOST_RELATED = 8;

const SEVERITIES: Readonly<Record<Level, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** @param range offsets in the document's present text */
export function toRange(document: vscode.TextDocument, range: Range): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

export function toOffsets(document: vscode.TextDocument, range: vscode.Range): Range {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The page of a rule, as a link target. */
export function rulePageUri(ruleId: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_SCHEME, path: rulePagePath(ruleId) });
}

/** Where a finding is underlined: of a call with a callback of many lines only the first, so that the rest can be read. */
export function toShownRange(document: vscode.TextDocument, finding: Range): vscode.Range {
  const whole = toRange(document, finding);
  return whole.isSingleLine ? whole : new vscode.Range(whole.start, document.lineAt(whole.start.line).range.end);
}

/**
 * @param finding with offsets in the document's present text
 * @param locate tells where a step of a trace stands; undefined where that is not known
 */
export function toDiagnostic(
  document: vscode.TextDocument,
  finding: Finding,
  locate: (step: TraceStep) => vscode.Location | undefined,
): vscode.Diagnostic {
  const severity = SEVERITIES[levelOf(finding)];
  const diagnostic = new vscode.Diagnostic(toShownRange(document, finding), finding.message, severity);
  diagnostic.source = "Caveat";
  diagnostic.code = { value: finding.ruleId, target: rulePageUri(finding.ruleId) };
  if (isUnnecessary(finding)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  const related = mainSteps(finding.trace, MOST_RELATED).flatMap(({ step, number }) => {
    const location = locate(step);
    return location ? [new vscode.DiagnosticRelatedInformation(location, `${number}. ${step.message}`)] : [];
  });
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

/** One edit, and so one undo step, of all the files that a fix touches. Offsets refer to the files' present texts. */
export async function toWorkspaceEdit(fix: Fix): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, edits } of fix.files) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    for (const change of edits) edit.replace(document.uri, toRange(document, change), change.text);
  }
  return edit;
}
