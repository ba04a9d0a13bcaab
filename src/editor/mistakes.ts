// Squiggles in configuration and rule files for what is wrong with those files themselves.
import * as vscode from "vscode";
import type { FileMistake } from "../worker/protocol";
import { toRange } from "./convert";

const SEVERITIES: Readonly<Record<FileMistake["severity"], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
};

/** A diagnostic of a file. */
type Shown = readonly [uri: vscode.Uri, diagnostic: vscode.Diagnostic];

export class Mistakes implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection("caveat-configuration");
  /** What is shown, by who said it; a later word of the same one replaces the earlier. */
  readonly #shown = new Map<string, readonly Shown[]>();
  readonly #words = new Map<string, number>();

  dispose(): void {
    this.#diagnostics.dispose();
  }

  /** Shows mistakes instead of those that the same one (a project, a check of one file) had said before. */
  async show(owner: string, mistakes: readonly FileMistake[]): Promise<void> {
    const word = (this.#words.get(owner) ?? 0) + 1;
    this.#words.set(owner, word);
    const shown = await Promise.all(mistakes.map(toDiagnostic));
    if (this.#words.get(owner) === word) this.set(owner, shown);
  }

  /** The same of diagnostics that are made already. */
  set(owner: string, shown: readonly Shown[]): void {
    const before = this.#shown.get(owner) ?? [];
    if (shown.length > 0) this.#shown.set(owner, shown);
    else this.#shown.delete(owner);
    const uris = new Map([...before, ...shown].map(([uri]) => [uri.toString(), uri]));
    const all = [...this.#shown.values()].flat();
    for (const [key, uri] of uris) {
      const own = all.filter(([other]) => other.toString() === key).map(([, diagnostic]) => diagnostic);
      this.#diagnostics.set(uri, own);
    }
  }
}

async function toDiagnostic({ uri, range, message, severity, ruleId }: FileMistake): Promise<Shown> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const where = toRange(document, range ?? { start: 0, end: document.lineAt(0).text.length });
  const diagnostic = new vscode.Diagnostic(where, message, SEVERITIES[severity]);
  diagnostic.source = "Caveat";
  if (ruleId !== undefined) diagnostic.code = ruleId;
  return [document.uri, diagnostic];
}
