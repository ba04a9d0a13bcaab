// What was found in the open documents, and its squiggles.
import * as vscode from "vscode";
import type { AnalysisReport, Finding, Range, TextChange, TraceStep } from "../worker/protocol";
import { toDiagnostic, toRange } from "./convert";
import type { OtherTexts } from "./other-texts";
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
  readonly #texts: OtherTexts;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<string>();
  /** The URI of a document whose findings were reported anew, or which is no longer tracked. */
  readonly onDidChange = this.#changed.event;

  constructor(texts: OtherTexts, log: vscode.LogOutputChannel) {
    this.#texts = texts;
    this.#log = log;
  }

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
    const { changes, shown } = tracked;
    const before = (shown?.findings ?? []).flatMap((finding) => {
      const range = changes.move(finding, shown?.version ?? 0, report.version);
      return range ? [{ finding, range }] : [];
    });
    const findings = visibleFindings(report, before);
    const now = { version: report.version, findings, report };
    tracked.shown = now;
    this.#draw(tracked, now);
    this.#readOthers(tracked, now);
    this.#changed.fire(report.uri);
  }

  #draw({ document, changes }: Tracked, { findings, version }: ShownFindings): void {
    const own = document.uri.toString();
    const locate = (step: TraceStep): vscode.Location | undefined => {
      if (step.uri !== own) return this.#texts.location(step.uri, step);
      const moved = changes.move(step, version);
      return moved && new vscode.Location(document.uri, toRange(document, moved));
    };
    const diagnostics = findings.flatMap((finding) => {
      const range = changes.move(finding, version);
      return range ? [toDiagnostic(document, { ...finding, start: range.start, end: range.end }, locate)] : [];
    });
    this.#diagnostics.set(document.uri, diagnostics);
  }

  /** Files that traces lead through are read once the document rests; until then what was read before serves. */
  #readOthers(tracked: Tracked, shown: ShownFindings): void {
    const own = tracked.document.uri.toString();
    const steps = shown.findings.flatMap(({ trace }) => trace.map(({ uri }) => uri));
    const others = steps.filter((uri) => uri !== own && (shown.report.settled || !this.#texts.has(uri)));
    if (others.length === 0) return;
    this.#texts.read(others).then(
      () => {
        if (tracked.shown === shown && this.#tracked.get(own) === tracked) this.#draw(tracked, shown);
      },
      (error: unknown) => this.#log.error(String(error)),
    );
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
