// Keeps the engine's copies of the open documents equal to the editor's.
import * as vscode from "vscode";
import type { EngineClient } from "../worker/client";
import type { DocumentInput } from "../worker/protocol";
import type { Findings } from "./findings";
import type { Projects } from "./projects";

/** Schemes of documents that have no file system behind them and that a person edits all the same. */
const EDITED_WITHOUT_FILES = new Set(["untitled", "vscode-notebook-cell"]);

/** Whether a person edits the document, as opposed to looking at an older state, an output or a page of it. */
export function isEdited({ scheme }: vscode.Uri): boolean {
  return EDITED_WITHOUT_FILES.has(scheme) || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

interface Tracked {
  readonly document: vscode.TextDocument;
  readonly project: string;
  /** The engine has it; before, edits need not be sent. */
  sent: boolean;
}

export class Documents implements vscode.Disposable {
  readonly #tracked = new Map<string, Tracked>();
  readonly #client: EngineClient;
  readonly #projects: Projects;
  readonly #findings: Findings;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(client: EngineClient, projects: Projects, findings: Findings, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#projects = projects;
    this.#findings = findings;
    this.#log = log;
  }

  /** Opens what is open, visible documents first, and follows every change from now on. */
  start(): void {
    const { workspace, window } = vscode;
    this.#subscriptions.push(
      // A rename, like a change of language, arrives as a close and an open.
      workspace.onDidOpenTextDocument((document) => this.#open(document)),
      // A document whose file was deleted is left alone until it is saved again.
      workspace.onDidSaveTextDocument((document) => this.#open(document)),
      workspace.onDidCloseTextDocument((document) => this.#close(document.uri.toString())),
      workspace.onDidChangeTextDocument((event) => this.#edit(event)),
      workspace.onDidDeleteFiles(({ files }) => {
        for (const file of files) this.#deleted(file);
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.reopen()),
    );
    const visible = new Set(window.visibleTextEditors.map((editor) => editor.document));
    const others = workspace.textDocuments.filter((document) => !visible.has(document));
    for (const document of [...visible, ...others]) this.#open(document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Every document again: which project it belongs to may have changed. */
  reopen(): void {
    for (const { document } of [...this.#tracked.values()]) {
      this.#close(document.uri.toString());
      this.#open(document);
    }
  }

  /** The document as it stands, for an engine that has lost it. */
  snapshot(uri: string): DocumentInput | undefined {
    const tracked = this.#tracked.get(uri);
    if (!tracked?.sent) return undefined;
    return this.#inputOf(tracked.document);
  }

  /** The project of a tracked document; undefined for others. */
  projectOf(document: vscode.TextDocument): string | undefined {
    return this.#tracked.get(document.uri.toString())?.project;
  }

  #inputOf(document: vscode.TextDocument): DocumentInput {
    const path = this.#projects.pathOf(document);
    const { languageId, version } = document;
    const input = { uri: document.uri.toString(), languageId, version, text: document.getText() };
    return path === undefined ? input : { ...input, path };
  }

  #open(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (document.isClosed || !isEdited(document.uri) || this.#tracked.has(uri)) return;
    const tracked: Tracked = { document, project: this.#projects.projectOf(document), sent: false };
    this.#tracked.set(uri, tracked);
    this.#projects.ready(document).then(
      () => {
        if (this.#tracked.get(uri) !== tracked) return;
        tracked.sent = true;
        this.#findings.track(document);
        this.#client.open(tracked.project, this.#inputOf(document));
      },
      (error: unknown) => this.#log.error(`${uri}: ${String(error)}`),
    );
  }

  #edit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    // An event without changes says that the document was saved, or became dirty.
    if (contentChanges.length === 0 || !this.#tracked.get(uri)?.sent) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => {
      return { start: rangeOffset, end: rangeOffset + rangeLength, text };
    });
    this.#findings.edited(uri, document.version, changes);
    this.#client.edit(uri, document.version, changes);
  }

  #close(uri: string): void {
    const tracked = this.#tracked.get(uri);
    if (!tracked) return;
    this.#tracked.delete(uri);
    if (!tracked.sent) return;
    this.#client.close(uri);
    this.#findings.forget(uri);
  }

  /** The editor of a deleted file may stay open, but what it shows is no file any more. */
  #deleted(file: vscode.Uri): void {
    const folder = `${file.toString()}/`;
    for (const uri of [...this.#tracked.keys()]) {
      if (uri === file.toString() || uri.startsWith(folder)) this.#close(uri);
    }
  }
}
