// Checks rule files that a person has open though no project reads its rules from them: told by what they hold.
import * as vscode from "vscode";
import { type EngineClient, RequestFailure } from "../worker/client";
import { isRuleFile, looksLikeRules } from "../worker/protocol";
import { isEdited } from "./documents";
import type { Mistakes } from "./mistakes";
import type { Projects } from "./projects";

/** Pause between a key press in a rule file and its check (ms). */
const PAUSE = 150;

/** Larger files are data (UTF-16 units). */
const LARGEST = 1_000_000;

/** Whether an open document may be a rule file, by its name and language: a cheap question. */
function mayHoldRules({ uri, languageId }: vscode.TextDocument): boolean {
  return isEdited(uri) && (isRuleFile(uri.path) || /^(yaml|jsonc?)$/.test(languageId));
}

/** Whether an open document is a rule file, by what it holds. */
export function holdsRules(document: vscode.TextDocument): boolean {
  const text = mayHoldRules(document) ? document.getText() : "";
  return text.length <= LARGEST && looksLikeRules(text);
}

export class RuleChecks implements vscode.Disposable {
  readonly #client: EngineClient;
  readonly #projects: Projects;
  readonly #mistakes: Mistakes;
  readonly #log: vscode.LogOutputChannel;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(client: EngineClient, projects: Projects, mistakes: Mistakes, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#projects = projects;
    this.#mistakes = mistakes;
    this.#log = log;
  }

  /** Follows every open document from now on. */
  start(): void {
    const { workspace } = vscode;
    this.#subscriptions.push(
      workspace.onDidOpenTextDocument((document) => this.#later(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#later(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document.uri)),
      // What a project reads, it checks itself.
      this.#projects.onDidConfigure(() => {
        for (const document of workspace.textDocuments) this.#later(document);
      }),
    );
    for (const document of workspace.textDocuments) this.#later(document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #later(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    if (!mayHoldRules(document)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      if (!holdsRules(document) || this.#projects.usesRules(document.uri)) return this.#forget(document.uri);
      this.#check(document).catch((error: unknown) => this.#log.error(`${key}: ${String(error)}`));
    }, PAUSE);
    this.#timers.set(key, timer);
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const { version } = document;
    const file = { uri, path: vscode.workspace.asRelativePath(document.uri, false), text: document.getText() };
    try {
      const mistakes = await this.#client.ask("check", { file });
      if (!document.isClosed && document.version === version && !this.#projects.usesRules(document.uri)) {
        await this.#mistakes.show(ownerOf(document.uri), mistakes);
      }
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      this.#log.warn(`${uri}: ${error.message}`);
    }
  }

  #forget(uri: vscode.Uri): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
    this.#mistakes.set(ownerOf(uri), []);
  }
}

const ownerOf = (uri: vscode.Uri): string => `check ${uri.toString()}`;
