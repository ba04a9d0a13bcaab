// Proves fixes in the worker and applies them, all files of one as one undo step.
import * as vscode from "vscode";
import { type EngineClient, RequestFailure } from "../worker/client";
import type { Finding, Fix, Proof } from "../worker/protocol";
import { toWorkspaceEdit } from "./convert";
import type { Documents } from "./documents";

/** A lightbulb is no place to wait longer (ms). */
const DEADLINE = 5_000;

/** A fix that holds for one version of a document. */
export interface ProvedFix {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly fix: Fix;
}

export class Fixes {
  readonly #client: EngineClient;
  readonly #documents: Documents;
  readonly #log: vscode.LogOutputChannel;
  /** Proofs for the document and version asked about last: the lightbulb asks at every move of the cursor. */
  #known = { uri: "", version: -1, proofs: new Map<string, Promise<ProvedFix | undefined>>() };

  constructor(client: EngineClient, documents: Documents, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#documents = documents;
    this.#log = log;
  }

  /** Every fix of the finding that holds. @param finding with offsets in the document's present text */
  async of(document: vscode.TextDocument, finding: Finding): Promise<ProvedFix[]> {
    const proved = await Promise.all(
      finding.fixes.map((fix, index) =>
        this.#once(document, `${finding.fingerprint}#${index}`, (where) =>
          this.#client.ask("prove", { ...where, finding, fix }, { deadline: DEADLINE }),
        ),
      ),
    );
    return proved.filter((fix) => fix !== undefined);
  }

  /** One fix for as many of the findings as can be fixed together. */
  all(document: vscode.TextDocument, findings: readonly Finding[]): Promise<ProvedFix | undefined> {
    const key = `all#${findings.map(({ fingerprint }) => fingerprint).join()}`;
    return this.#once(document, key, (where) =>
      this.#client.ask("fixAll", { ...where, findings }, { deadline: DEADLINE }),
    );
  }

  /** Applies a fix; refuses one for an older version of the document, and says so. */
  async apply(proved: ProvedFix): Promise<boolean> {
    const edit = await this.edit(proved);
    return edit !== undefined && vscode.workspace.applyEdit(edit);
  }

  /** The edit of a fix; undefined, with a word to the person, where the document has changed since it was proved. */
  async edit({ document, version, fix }: ProvedFix): Promise<vscode.WorkspaceEdit | undefined> {
    const edit = document.version === version ? await toWorkspaceEdit(fix) : undefined;
    if (edit && document.version === version) return edit;
    vscode.window.showWarningMessage(
      vscode.l10n.t("The document has changed since this fix was checked. Ask for the fix again."),
    );
    return undefined;
  }

  #once(
    document: vscode.TextDocument,
    key: string,
    ask: (where: { project: string; uri: string; version: number }) => Promise<Proof>,
  ): Promise<ProvedFix | undefined> {
    const uri = document.uri.toString();
    const { version } = document;
    if (this.#known.uri !== uri || this.#known.version !== version) {
      this.#known = { uri, version, proofs: new Map() };
    }
    const { proofs } = this.#known;
    const proof = proofs.get(key) ?? this.#ask(document, ask);
    proofs.set(key, proof);
    return proof;
  }

  async #ask(
    document: vscode.TextDocument,
    ask: (where: { project: string; uri: string; version: number }) => Promise<Proof>,
  ): Promise<ProvedFix | undefined> {
    const project = this.#documents.projectOf(document);
    if (project === undefined) return undefined;
    const { version } = document;
    try {
      const proof = await ask({ project, uri: document.uri.toString(), version });
      if (proof.proved) return { document, version, fix: proof.fix };
      this.#log.debug(`No fix: ${proof.reason}`);
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      this.#log.debug(`No fix: ${error.message}`);
    }
    return undefined;
  }
}
