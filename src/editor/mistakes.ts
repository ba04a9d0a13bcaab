// Squiggles in configuration and rule files for what is wrong with those files themselves.
import * as vscode from "vscode";
import type { FileMistake } from "../worker/protocol";
import { toRange } from "./convert";

export class Mistakes implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection("caveat-configuration");
  /** Files with mistakes, by project. */
  readonly #shown = new Map<string, vscode.Uri[]>();

  dispose(): void {
    this.#diagnostics.dispose();
  }

  /** Shows the mistakes of a project's files instead of those shown before. */
  async show(project: string, mistakes: readonly FileMistake[]): Promise<void> {
    const uris = [...new Set(mistakes.map(({ uri }) => uri))];
    const files = await Promise.all(
      uris.map((uri) => {
        const found = mistakes.filter((mistake) => mistake.uri === uri);
        return toDiagnostics(vscode.Uri.parse(uri, true), found);
      }),
    );
    for (const uri of this.#shown.get(project) ?? []) this.#diagnostics.delete(uri);
    for (const [uri, diagnostics] of files) this.#diagnostics.set(uri, diagnostics);
    this.#shown.set(
      project,
      files.map(([uri]) => uri),
    );
  }
}

async function toDiagnostics(
  uri: vscode.Uri,
  mistakes: readonly FileMistake[],
): Promise<[vscode.Uri, vscode.Diagnostic[]]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const diagnostics = mistakes.map((mistake) => {
    const range = toRange(document, mistake.range ?? { start: 0, end: document.lineAt(0).text.length });
    const diagnostic = new vscode.Diagnostic(range, mistake.message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = "Caveat";
    if (mistake.ruleId !== undefined) diagnostic.code = mistake.ruleId;
    return diagnostic;
  });
  return [uri, diagnostics];
}
