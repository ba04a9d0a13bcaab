// What was found in the open documents, and its squiggles.
import * as vscode from "vscode";
import type { AnalysisReport, Finding, Range, TextChange } from "../worker/protocol";
import { toDiagnostic } from "./convert";
import { visibleFindings } from "./translate/hold-back";
import { ChangeLog } from "./translate/moves";

/** What is on screen for a document; offsets refer to the text of `version`. */
export interface ShownFindings {
  readonly version: number;
  readonly findings: readonly Finding[];
  readonly report: AnalysisReport;
}

interface Tracked {
  readonly document: vscode.TextDocument;
  readonly changes: ChangeLog;
  shown?: ShownFindings;
}

export class Findings implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection("caveat");
  readonly #tracked = new Map<string, Tracked>();
  readonly #changed = new vscode.EventEmitter<string>();
  /** The URI of a document whose findings were reported anew, or which is no longer tracked. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    this.#diagnostics.dispose();
    this.#changed.dispose();
  }

  track(document: vscode.TextDocument): void {
    this.#tracked.set(document.uri.toString(), { document, changes: new ChangeLog(document.version) });
  }

  edited(uri: string, version: number, changes: readonly TextChange[]): void {
    this.#tracked.get(uri)?.changes.record(version, changes);
  }

  forget(uri: string): void {
    const tracked = this.#tracked.get(uri);
    this.#tracked.delete(uri);
    if (tracked) this.#diagnostics.delete(tracked.document.uri);
    this.#changed.fire(uri);
  }

  report(report: AnalysisReport): void {
    const tracked = this.#tracked.get(report.uri);
    if (!tracked) return;
    const { document, changes, shown } = tracked;
    const before = (shown?.findings ?? []).flatMap((finding) => {
      const range = changes.move(finding, shown?.version ?? 0, report.version);
      return range ? [{ finding, range }] : [];
    });
    const findings = visibleFindings(report, before);
    tracked.shown = { version: report.version, findings, report };
    const diagnostics = findings.flatMap((finding) => {
      const range = changes.move(finding, report.version);
      if (!range) return [];
      const trace = finding.trace.flatMap((step) => {
        const moved = step.uri === finding.uri ? changes.move(step, report.version) : step;
        return moved ? [{ ...step, start: moved.start, end: moved.end }] : [];
      });
      return [toDiagnostic(document, { ...finding, start: range.start, end: range.end, trace })];
    });
    this.#diagnostics.set(document.uri, diagnostics);
    this.#changed.fire(report.uri);
  }

  /** The last report, whatever its version; undefined before the first. */
  of(uri: string): ShownFindings | undefined {
    return this.#tracked.get(uri)?.shown;
  }

  /** Where a range of the text of `version` stands now; undefined where that cannot be said. */
  moved(uri: string, range: Range, version: number): Range | undefined {
    return this.#tracked.get(uri)?.changes.move(range, version);
  }

  /** What is found in the document as it stands; waits at most `patience` ms for it, then gives undefined. */
  async present(document: vscode.TextDocument, patience = 1_000): Promise<ShownFindings | undefined> {
    const uri = document.uri.toString();
    const now = () => {
      const shown = this.of(uri);
      return shown?.version === document.version ? shown : undefined;
    };
    const shown = now();
    if (shown || !this.#tracked.has(uri)) return shown;
    return new Promise((resolve) => {
      const done = () => {
        listener.dispose();
        clearTimeout(timer);
        resolve(now());
      };
      const timer = setTimeout(done, patience);
      const listener = this.onDidChange((changed) => {
        if (changed === uri && (now() || !this.#tracked.has(uri))) done();
      });
    });
  }
}
