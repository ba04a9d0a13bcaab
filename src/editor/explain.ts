// "Explain Why a Rule Does Not Match Here": a page on one rule at the line of the cursor.
import * as vscode from "vscode";
import { explanationPage } from "../report/explanation";
import { type EngineClient, RequestFailure } from "../worker/client";
import type { Explanation } from "../worker/protocol";
import type { Documents } from "./documents";
import type { Rules } from "./rules";

/** Scheme of the documents that hold the pages. */
export const EXPLANATION_SCHEME = "caveat-explanation";

/** An explanation gives up after this long (ms). */
const DEADLINE = 30_000;

/** Pages that are kept to be shown again. */
const MOST_PAGES = 50;

export class Explanations implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #client: EngineClient;
  readonly #documents: Documents;
  readonly #rules: Rules;
  readonly #pages = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(client: EngineClient, documents: Documents, rules: Rules) {
    this.#client = client;
    this.#documents = documents;
    this.#rules = rules;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#pages.get(uri.toString()) ?? vscode.l10n.t("Run the command again to explain the rule anew.");
  }

  /** Explains a rule, which the person chooses where none is given, at the cursor's line of the active editor. */
  async explain(ruleId?: string): Promise<Explanation | undefined> {
    const editor = vscode.window.activeTextEditor;
    const project = editor && this.#documents.projectOf(editor.document);
    if (!editor || project === undefined) {
      vscode.window.showInformationMessage(
        vscode.l10n.t("Open a file in the editor, and put the cursor on the line where a rule should match."),
      );
      return undefined;
    }
    const { document, selection } = editor;
    const { line } = selection.active;
    const id = ruleId ?? (await this.#rules.choose(vscode.l10n.t("Explain a Rule at Line {0}", line + 1)));
    if (id === undefined) return undefined;
    const { firstNonWhitespaceCharacterIndex, range } = document.lineAt(line);
    const start = document.offsetAt(new vscode.Position(line, firstNonWhitespaceCharacterIndex));
    const place = { start, end: document.offsetAt(range.end) };
    const where = { project, uri: document.uri.toString(), version: document.version };
    const text = document.getText();
    try {
      const explanation = await this.#client.ask("explain", { ...where, ruleId: id, place }, { deadline: DEADLINE });
      await this.#show(document.uri, text, line, explanation);
      return explanation;
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      vscode.window.showErrorMessage(vscode.l10n.t("{0} cannot be explained here: {1}", id, error.message));
      return undefined;
    }
  }

  async #show(file: vscode.Uri, text: string, line: number, explanation: Explanation): Promise<void> {
    const path = vscode.workspace.asRelativePath(file);
    const page = explanationPage(explanation, path, text);
    const name = `${explanation.ruleId} at ${path.slice(path.lastIndexOf("/") + 1)} ${line + 1}.md`;
    const uri = vscode.Uri.from({ scheme: EXPLANATION_SCHEME, path: `/${name}` });
    const oldest = this.#pages.keys().next();
    if (this.#pages.size >= MOST_PAGES && !oldest.done) this.#pages.delete(oldest.value);
    this.#pages.set(uri.toString(), page);
    this.#changed.fire(uri);
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true };
    await vscode.commands.executeCommand("vscode.open", uri, options);
  }
}
