// Shows the way that data takes to a finding: numbers beside each step, and a walk from one step to the next, across files.
import * as vscode from "vscode";
import type { Finding, Range, TraceStep } from "../worker/protocol";
import { toRange } from "./convert";
import type { Findings } from "./findings";
import type { FindingTarget } from "./suppress";
import { badges, numberedSteps, stepBeside, stepTitle } from "./translate/trace";

/** While this holds, the keys of the walk are bound. */
const CONTEXT = "caveat.walkingTrace";

interface Shown {
  readonly target: FindingTarget;
  readonly trace: readonly TraceStep[];
  /** Of the documents that were open when the trace was reported: what its offsets refer to. */
  readonly versions: ReadonlyMap<string, number>;
  /** The step that the person is at; undefined where only the numbers are shown. */
  readonly at: number | undefined;
}

export class Traces implements vscode.Disposable {
  readonly #findings: Findings;
  readonly #numbers = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.wordHighlightBackground"),
    overviewRulerColor: new vscode.ThemeColor("editorInfo.foreground"),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #item = vscode.window.createStatusBarItem("caveat.trace", vscode.StatusBarAlignment.Left);
  readonly #subscriptions: vscode.Disposable[];
  #shown: Shown | undefined;

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#item.name = vscode.l10n.t("Trace of a Finding");
    this.#item.command = "caveat.nextStep";
    this.#item.tooltip = vscode.l10n.t("Go to the next step of the trace");
    this.#subscriptions = [
      this.#numbers,
      this.#item,
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw()),
      findings.onDidChange((uri) => this.#follow(uri)),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Shows the numbers of a finding's steps, or takes them away. @returns how many steps are shown */
  async show(target?: FindingTarget): Promise<number> {
    if (this.#shown && target === undefined) {
      this.end();
      return 0;
    }
    return (await this.#begin(target, undefined)) ? (this.#shown?.trace.length ?? 0) : 0;
  }

  /** Goes to the first step of a finding, which the person chooses where several are at the cursor. */
  async walk(target?: FindingTarget): Promise<boolean> {
    return (await this.#begin(target, 0)) && this.#go(0);
  }

  /** The same for a finding of an analysis of its own, such as a review. @param version of the document that it is about */
  async walkThrough(finding: Finding, version: number): Promise<boolean> {
    this.#take(finding, version, 0);
    return this.#go(0);
  }

  async next(): Promise<boolean> {
    return this.#step(1);
  }

  async previous(): Promise<boolean> {
    return this.#step(-1);
  }

  end(): void {
    this.#set(undefined);
  }

  async #step(by: 1 | -1): Promise<boolean> {
    const { at, trace } = this.#shown ?? {};
    if (!trace) return this.walk();
    return this.#go(at === undefined ? 0 : stepBeside(trace.length, at, by));
  }

  async #begin(target: FindingTarget | undefined, at: number | undefined): Promise<boolean> {
    const finding = target ? this.#named(target) : await this.#chosen();
    if (!finding) return false;
    this.#take(finding, this.#findings.of(finding.uri)?.version, at);
    return true;
  }

  #take({ uri, ruleId, fingerprint, trace }: Finding, version: number | undefined, at: number | undefined): void {
    this.#set({ target: { uri, ruleId, fingerprint }, trace, versions: versionsWith(uri, version), at });
  }

  #named({ uri, fingerprint }: FindingTarget): Finding | undefined {
    const found = this.#findings.of(uri)?.findings.find((finding) => finding.fingerprint === fingerprint);
    return found && found.trace.length > 0 ? found : undefined;
  }

  /** Of the findings with a trace those at the cursor, or else all of the document; the person chooses where there are several. */
  async #chosen(): Promise<Finding | undefined> {
    const editor = vscode.window.activeTextEditor;
    const shown = editor && (await this.#findings.present(editor.document));
    const traced = shown?.findings.filter(({ trace }) => trace.length > 0) ?? [];
    if (!editor || traced.length === 0) {
      vscode.window.showInformationMessage(
        vscode.l10n.t("No finding of this file has a trace. Rules that follow data from a source to a sink leave one."),
      );
      return undefined;
    }
    const { line } = editor.selection.active;
    const here = traced.filter((finding) => toRange(editor.document, finding).start.line === line);
    const choice = here.length > 0 ? here : traced;
    if (choice.length === 1) return choice[0];
    const items = choice.map((finding) => {
      const at = editor.document.positionAt(finding.start).line + 1;
      return { label: finding.message, description: finding.ruleId, detail: vscode.l10n.t("Line {0}", at), finding };
    });
    const title = vscode.l10n.t("Walk Through the Trace of a Finding");
    return (await vscode.window.showQuickPick(items, { title }))?.finding;
  }

  #set(shown: Shown | undefined): void {
    this.#shown = shown;
    vscode.commands.executeCommand("setContext", CONTEXT, shown !== undefined);
    this.#draw();
    if (shown?.at === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(debug-step-over) ${stepTitle(shown.trace, shown.at, vscode.l10n.t)}`;
    this.#item.show();
  }

  async #go(at: number): Promise<boolean> {
    const shown = this.#shown;
    const step = shown?.trace[at];
    if (!shown || !step) return false;
    this.#set({ ...shown, at });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(step.uri, true));
      const seen = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
      await vscode.window.showTextDocument(document, {
        selection: toRange(document, this.#present(step, shown)),
        preview: true,
        ...(seen?.viewColumn === undefined ? {} : { viewColumn: seen.viewColumn }),
      });
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      vscode.window.showWarningMessage(vscode.l10n.t("This step of the trace cannot be shown: {0}", reason));
      return false;
    }
  }

  /** Where a step stands now. */
  #present(step: TraceStep, { versions }: Shown): Range {
    const version = versions.get(step.uri);
    const moved = version === undefined ? undefined : this.#findings.moved(step.uri, step, version);
    return moved ?? step;
  }

  #draw(): void {
    const shown = this.#shown;
    const steps = shown ? badges(numberedSteps(shown.trace)) : [];
    for (const editor of vscode.window.visibleTextEditors) {
      const own = steps.filter(({ step }) => step.uri === editor.document.uri.toString());
      editor.setDecorations(
        this.#numbers,
        own.map(({ step, text }) => decoration(toRange(editor.document, this.#present(step, shown!)), text, step)),
      );
    }
  }

  /** A new analysis of the document may give the finding another way, or none. */
  #follow(uri: string): void {
    const shown = this.#shown;
    if (!shown || shown.target.uri !== uri) return;
    const now = this.#named(shown.target);
    if (now) {
      const at = shown.at === undefined ? undefined : Math.min(shown.at, now.trace.length - 1);
      this.#take(now, this.#findings.of(uri)?.version, at);
    } else if (this.#findings.of(uri)?.report.settled) {
      // Of a document that was closed on the way nothing is known, and the walk goes on.
      this.end();
    }
  }
}

/** The versions that a trace's offsets refer to: that of its finding's document, and of what else is open. */
function versionsWith(uri: string, version: number | undefined): Map<string, number> {
  const versions = new Map(vscode.workspace.textDocuments.map((one) => [one.uri.toString(), one.version]));
  return version === undefined ? versions : versions.set(uri, version);
}

function decoration(range: vscode.Range, text: string, step: TraceStep): vscode.DecorationOptions {
  const before = {
    contentText: text,
    color: new vscode.ThemeColor("badge.foreground"),
    backgroundColor: new vscode.ThemeColor("badge.background"),
    // There is no other way to give it room.
    margin: "0 0.3em 0 0; padding: 0 0.3em; border-radius: 0.3em",
  };
  return { range, hoverMessage: `${text}. ${step.message}`, renderOptions: { before } };
}
