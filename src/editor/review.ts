// Review Selection and Review File: every rule of the audit profile over a range, shown as a page.
import * as vscode from "vscode";
import { type EngineClient, RequestFailure } from "../worker/client";
import type { Finding, Range, TraceStep } from "../worker/protocol";
import { toOffsets, toRange } from "./convert";
import type { Documents } from "./documents";
import type { Findings } from "./findings";
import type { Fixes, ProvedFix } from "./fixes";
import type { OtherTexts } from "./other-texts";
import type { Rules } from "./rules";
import type { Traces } from "./traces";
import {
  numbered,
  type ReviewedFinding,
  type ReviewedRule,
  type ReviewMessage,
  type ReviewModel,
  reviewPage,
} from "./translate/review-page";

/** A review gives up after this long (ms). */
const DEADLINE = 60_000;

/** The page that is open and what it is about. */
interface OpenReview {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly range: Range;
  readonly model: ReviewModel;
  /** Proved fixes by the number of their finding on the page. */
  readonly fixes: readonly (readonly ProvedFix[])[];
}

export class Reviews implements vscode.Disposable {
  readonly #client: EngineClient;
  readonly #documents: Documents;
  readonly #findings: Findings;
  readonly #fixes: Fixes;
  readonly #rules: Rules;
  readonly #texts: OtherTexts;
  readonly #traces: Traces;
  #panel: vscode.WebviewPanel | undefined;
  #open: OpenReview | undefined;

  constructor(
    client: EngineClient,
    documents: Documents,
    findings: Findings,
    fixes: Fixes,
    rules: Rules,
    texts: OtherTexts,
    traces: Traces,
  ) {
    this.#client = client;
    this.#documents = documents;
    this.#findings = findings;
    this.#fixes = fixes;
    this.#rules = rules;
    this.#texts = texts;
    this.#traces = traces;
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  /** Reviews what is selected in the active editor. @returns what was shown; undefined when nothing could be */
  async selection(): Promise<ReviewModel | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.selection.isEmpty) {
      const whole = vscode.l10n.t("Review the Whole File");
      const message = vscode.l10n.t("Nothing is selected. Select the code to review, or review the whole file.");
      return (await vscode.window.showInformationMessage(message, whole)) === whole ? this.file() : undefined;
    }
    return this.#review(editor?.document, editor && toOffsets(editor.document, editor.selection));
  }

  /** Reviews the whole document of the active editor. */
  async file(): Promise<ReviewModel | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    return this.#review(document, document && { start: 0, end: document.getText().length });
  }

  async #review(document?: vscode.TextDocument, range?: Range): Promise<ReviewModel | undefined> {
    const project = document && this.#documents.projectOf(document);
    if (!document || !range || project === undefined) {
      vscode.window.showInformationMessage(vscode.l10n.t("Open a file in the editor to review it."));
      return undefined;
    }
    const options = {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t("Caveat: reviewing"),
      cancellable: true,
    };
    try {
      const open = await vscode.window.withProgress(options, (_, token) => this.#ask(document, project, range, token));
      this.#show(open);
      return open.model;
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      vscode.window.showErrorMessage(vscode.l10n.t("The review stopped: {0}", error.message));
      return undefined;
    }
  }

  async #ask(
    document: vscode.TextDocument,
    project: string,
    range: Range,
    token: vscode.CancellationToken,
  ): Promise<OpenReview> {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    const { version } = document;
    const where = { project, uri: document.uri.toString(), version, range };
    try {
      const review = await this.#client.ask("review", where, { deadline: DEADLINE, signal: abort.signal });
      const shown = review.findings.filter(({ suppression }) => suppression === undefined);
      const proved = await Promise.all(shown.map((finding) => this.#fixes.of(document, finding)));
      const fixesOf = new Map(shown.map((finding, index) => [finding, proved[index] ?? []]));
      const rules = await this.#group(document, shown, fixesOf);
      const model = {
        file: vscode.workspace.asRelativePath(document.uri),
        firstLine: document.positionAt(range.start).line + 1,
        lastLine: document.positionAt(range.end).line + 1,
        review,
        rules,
      };
      return { document, version, range, model, fixes: numbered(rules).map((one) => fixesOf.get(one.finding) ?? []) };
    } finally {
      subscription.dispose();
    }
  }

  /** Findings by rule, in the order in which the rules first occur. */
  async #group(
    document: vscode.TextDocument,
    findings: readonly Finding[],
    fixes: ReadonlyMap<Finding, readonly ProvedFix[]>,
  ): Promise<ReviewedRule[]> {
    const ids = [...new Set(findings.map(({ ruleId }) => ruleId))];
    await this.#texts.read(findings.flatMap(({ trace }) => trace.map(({ uri }) => uri)));
    const item = (finding: Finding): ReviewedFinding => {
      const { line } = document.positionAt(finding.start);
      const titles = (fixes.get(finding) ?? []).map(({ fix }) => fix.title);
      const steps = finding.trace.map((step) => ({ place: this.#placeOf(step, document), message: step.message }));
      return { finding, line: line + 1, code: document.lineAt(line).text.trim(), fixes: titles, steps };
    };
    return Promise.all(
      ids.map(async (id) => {
        const rule = await this.#rules.find(id);
        const { title = id, explanation = rule?.message ?? "" } = rule?.metadata.caveat ?? {};
        // VS Code's own renderer; it is part of every VS Code.
        const html = await vscode.commands.executeCommand<string>("markdown.api.render", explanation);
        const its = findings.filter(({ ruleId }) => ruleId === id);
        return { id, title, explanation: html, findings: its.map(item) };
      }),
    );
  }

  /** `Line 3`, or `lib/other.js:3` in another file. */
  #placeOf(step: TraceStep, document: vscode.TextDocument): string {
    const location = this.#texts.location(step.uri, step);
    const line = location ? location.range.start.line + 1 : undefined;
    if (step.uri === document.uri.toString() && line !== undefined) return vscode.l10n.t("Line {0}", line);
    const path = vscode.workspace.asRelativePath(vscode.Uri.parse(step.uri, true));
    return line === undefined ? path : `${path}:${line}`;
  }

  #show(open: OpenReview): void {
    this.#open = open;
    const title = vscode.l10n.t("Review of {0}", open.model.file);
    const panel = this.#panel ?? this.#createPanel(title);
    panel.title = title;
    panel.webview.html = reviewPage(open.model, vscode.l10n.t, crypto.randomUUID());
    panel.reveal(undefined, true);
  }

  #createPanel(title: string): vscode.WebviewPanel {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [], enableFindWidget: true };
    const panel = vscode.window.createWebviewPanel("caveat.review", title, place, options);
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#open = undefined;
    });
    panel.webview.onDidReceiveMessage((message: ReviewMessage) => this.#receive(message));
    this.#panel = panel;
    return panel;
  }

  async #receive(message: ReviewMessage): Promise<void> {
    const open = this.#open;
    if (!open) return;
    if (message.type === "rule") return this.#rules.show(message.ruleId);
    if (message.type === "show") return this.#reveal(open, numbered(open.model.rules)[message.finding]?.finding);
    if (message.type === "trace") return this.#walk(open, numbered(open.model.rules)[message.finding]?.finding);
    if (message.type === "fix") {
      const proved = open.fixes[message.finding]?.[message.fix];
      if (!proved || !(await this.#fixes.apply(proved))) return;
    }
    const range = this.#findings.moved(open.document.uri.toString(), open.range, open.version);
    await this.#review(open.document, range ?? { start: 0, end: open.document.getText().length });
  }

  async #walk({ version }: OpenReview, finding: Finding | undefined): Promise<void> {
    if (finding) await this.#traces.walkThrough(finding, version);
  }

  async #reveal({ document, version }: OpenReview, finding: Finding | undefined): Promise<void> {
    const range = finding && this.#findings.moved(document.uri.toString(), finding, version);
    if (!range) return;
    const selection = toRange(document, range);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection });
  }
}
