// The language status item: what the engine does, how many rules run, how long the last analysis took.
import * as vscode from "vscode";
import type { EngineState, Notice } from "../worker/client";
import type { Findings } from "./findings";

export class Status implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #findings: Findings;
  readonly #subscriptions: vscode.Disposable[];
  #state: EngineState = "starting";
  /** Why something is left out, in sentences. */
  #notices: string[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
    this.#item = vscode.languages.createLanguageStatusItem("caveat.status", "*");
    this.#item.name = "Caveat";
    this.#item.command = { command: "caveat.showTimings", title: vscode.l10n.t("Rule Timings") };
    this.#subscriptions = [
      this.#item,
      findings.onDidChange((uri) => {
        if (uri === vscode.window.activeTextEditor?.document.uri.toString()) this.#update();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
    ];
    this.#update();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  engine(state: EngineState): void {
    this.#state = state;
    this.#update();
  }

  /** Forgets what was left out: a new engine gives everything another chance. */
  clear(): void {
    this.#notices = [];
  }

  /** Says, until the engine is restarted, that something is left out. @returns the sentence */
  notice(notice: Notice): string {
    const file = vscode.workspace.asRelativePath(vscode.Uri.parse(notice.uri, true));
    const sentence =
      notice.kind === "rule"
        ? vscode.l10n.t("The rule {0} is left out: the engine stopped at it in {1}.", notice.ruleId, file)
        : vscode.l10n.t("{0} is left out: the engine stopped at it.", file);
    this.#notices.push(sentence);
    this.#update();
    return sentence;
  }

  #update(): void {
    const item = this.#item;
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const report = uri === undefined ? undefined : this.#findings.of(uri)?.report;
    item.busy = this.#state === "starting" || this.#state === "restarting";
    item.text = this.#text(report?.rules, report?.milliseconds);
    const problems = [
      ...this.#notices,
      ...(report?.skipped === undefined ? [] : [report.skipped]),
      ...(report?.problems ?? []).map(({ message }) => message),
    ];
    item.detail = problems.join(" ") || "Caveat";
    const severities = vscode.LanguageStatusSeverity;
    item.severity = problems.length > 0 ? severities.Warning : severities.Information;
  }

  #text(rules: number | undefined, milliseconds: number | undefined): string {
    if (this.#state === "starting") return vscode.l10n.t("Caveat is starting");
    if (this.#state === "restarting") return vscode.l10n.t("Caveat is restarting");
    if (this.#state === "stopped") return vscode.l10n.t("Caveat has stopped");
    if (rules === undefined || milliseconds === undefined) return vscode.l10n.t("Caveat is active");
    return vscode.l10n.t("Caveat: {0} rules, {1} ms", rules, milliseconds.toFixed(1));
  }
}
