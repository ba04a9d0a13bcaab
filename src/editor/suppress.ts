// Turns a rule off on a line, in a file or below a folder, always with a reason.
import * as vscode from "vscode";
import { type EngineClient, RequestFailure } from "../worker/client";
import type { Documents } from "./documents";
import type { Findings } from "./findings";
import type { Fixes } from "./fixes";
import type { Projects } from "./projects";

export type SuppressionScope = "line" | "file" | "folder";

/** Names a finding across versions of its document. */
export interface FindingTarget {
  readonly uri: string;
  readonly ruleId: string;
  readonly fingerprint: string;
}

export class Suppressions {
  readonly #client: EngineClient;
  readonly #documents: Documents;
  readonly #findings: Findings;
  readonly #fixes: Fixes;
  readonly #projects: Projects;

  constructor(client: EngineClient, documents: Documents, findings: Findings, fixes: Fixes, projects: Projects) {
    this.#client = client;
    this.#documents = documents;
    this.#findings = findings;
    this.#fixes = fixes;
    this.#projects = projects;
  }

  /** @param reason asked for when it is not given. @returns whether the rule was turned off */
  async suppress(target: FindingTarget, scope: SuppressionScope, reason?: string): Promise<boolean> {
    const why = reason ?? (await askReason(target.ruleId));
    if (why === undefined) return false;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri, true));
    const project = this.#documents.projectOf(document);
    if (project === undefined) return false;
    try {
      if (scope === "folder") return await this.#inFolder(document, target.ruleId, why);
      return await this.#inText(document, project, target, scope, why);
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      vscode.window.showErrorMessage(error.message);
      return false;
    }
  }

  async #inText(
    document: vscode.TextDocument,
    project: string,
    target: FindingTarget,
    scope: "line" | "file",
    reason: string,
  ): Promise<boolean> {
    const shown = await this.#findings.present(document);
    const finding = shown?.findings.find(({ fingerprint }) => fingerprint === target.fingerprint);
    if (!finding) {
      vscode.window.showWarningMessage(vscode.l10n.t("The finding is no longer there."));
      return false;
    }
    const { version } = document;
    const proof = await this.#client.ask("suppress", { project, uri: target.uri, version, finding, scope, reason });
    if (proof.proved) return this.#fixes.apply({ document, version, fix: proof.fix });
    vscode.window.showWarningMessage(vscode.l10n.t("No comment can stand here: {0}", proof.reason));
    return false;
  }

  /** Accepts the rule's findings below the document's folder, in the nearest `.caveat.yml` or a new one. */
  async #inFolder(document: vscode.TextDocument, ruleId: string, reason: string): Promise<boolean> {
    const uri = this.#projects.configurationFor(document);
    if (!uri) return false;
    const creation = new vscode.WorkspaceEdit();
    creation.createFile(uri, { ignoreIfExists: true });
    if (!(await vscode.workspace.applyEdit(creation))) return false;
    const configuration = await vscode.workspace.openTextDocument(uri);
    const text = configuration.getText();
    const below = folderBelow(uri, document.uri);
    const suppression = { rule: ruleId, reason, ...(below === "" ? {} : { paths: [`/${below}`] }) };
    const changed = await this.#client.ask("accept", { text, suppression });
    const edit = new vscode.WorkspaceEdit();
    const end = configuration.positionAt(text.length);
    edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), changed);
    return (await vscode.workspace.applyEdit(edit)) && (await configuration.save());
  }
}

/** The folder of `file`, relative to that of `configuration`, which lies at or above it. */
function folderBelow(configuration: vscode.Uri, file: vscode.Uri): string {
  const root = configuration.path.slice(0, configuration.path.lastIndexOf("/") + 1);
  return file.path.slice(root.length, Math.max(root.length, file.path.lastIndexOf("/")));
}

function askReason(ruleId: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t("Turn {0} Off", ruleId),
    prompt: vscode.l10n.t("Why is this safe? The reason is kept for whoever reads the code next."),
    validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("A reason is needed.") : undefined),
  });
}
