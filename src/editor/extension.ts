// Composes the extension from its parts. Nothing here waits: the engine starts once VS Code has been let go on.
import * as vscode from "vscode";
import { EngineClient } from "../worker/client";
import type { Transport } from "../worker/transport";
import { Actions } from "./actions";
import { Documents } from "./documents";
import { EXPLANATION_SCHEME, Explanations } from "./explain";
import { Findings } from "./findings";
import { Fixes } from "./fixes";
import { FollowedFiles } from "./followed-files";
import { Mistakes } from "./mistakes";
import { OtherTexts } from "./other-texts";
import { Projects } from "./projects";
import { Reviews } from "./review";
import { RuleChecks } from "./rule-checks";
import { RuleCompletion } from "./rule-completion";
import { RuleTests } from "./rule-tests";
import { Rules } from "./rules";
import { Status } from "./status";
import { type FindingTarget, type SuppressionScope, Suppressions } from "./suppress";
import { type CommandLine, registerTasks } from "./tasks";
import { Traces } from "./traces";
import { RULE_SCHEME } from "./translate/rule-page";

/** What differs between hosts. */
export interface Platform {
  startWorker(extension: vscode.Uri): Promise<Transport>;
  /** Where processes can be started. */
  readonly commandLine?: CommandLine;
}

export function activate(context: vscode.ExtensionContext, platform: Platform): void {
  const started = performance.now();
  const log = vscode.window.createOutputChannel("Caveat", { log: true });
  const texts = new OtherTexts();
  const findings = new Findings(texts, log);
  const status = new Status(findings);
  const mistakes = new Mistakes();
  const client: EngineClient = new EngineClient({
    startWorker: () => platform.startWorker(context.extensionUri),
    readAsset: async (path) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, path)),
    snapshot: (uri) => documents.snapshot(uri),
    onAnalysis: (report) => findings.report(report),
    onState: (state) => [status, followed].forEach((each) => void each.engine(state)),
    onNotice: (notice) => warn(status.notice(notice), log),
    log: (message) => log.info(message),
  });
  const projects = new Projects(client, mistakes, log);
  const followed = new FollowedFiles(client, projects, log);
  const documents = new Documents(client, projects, findings, log);
  const fixes = new Fixes(client, documents, log);
  const rules = new Rules(client, projects, findings);
  const explanations = new Explanations(client, documents, rules);
  const checks = new RuleChecks(client, projects, mistakes, log);
  const tests = new RuleTests(client, projects, mistakes, log);
  const traces = new Traces(findings);
  const reviews = new Reviews(client, documents, findings, fixes, rules, texts, traces);
  const suppressions = new Suppressions(client, documents, findings, fixes, projects);

  context.subscriptions.push(
    ...[log, findings, status, mistakes, client, projects, documents, reviews, traces, explanations, checks, tests],
    followed,
    vscode.languages.registerCodeActionsProvider("*", new Actions(findings, fixes), Actions.metadata),
    vscode.languages.registerHoverProvider("*", rules),
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, rules),
    vscode.workspace.registerTextDocumentContentProvider(EXPLANATION_SCHEME, explanations),
    RuleCompletion.register(context.extensionUri, projects),
    ...commands({
      "caveat.reviewSelection": () => reviews.selection(),
      "caveat.reviewFile": () => reviews.file(),
      "caveat.showRule": (ruleId?: string) => rules.show(ruleId),
      "caveat.explainRule": (ruleId?: string) => explanations.explain(ruleId),
      ...traceCommands(traces),
      "caveat.showTimings": () => rules.showTimings(),
      "caveat.restartEngine": () => restart(client, status),
      "caveat.suppress": (target: FindingTarget, scope: SuppressionScope, reason?: string) =>
        suppressions.suppress(target, scope, reason),
      "caveat.openSample": () => openSample(context.extensionUri),
    }),
    ...(platform.commandLine ? [registerTasks(platform.commandLine)] : []),
  );
  client.start();
  projects.start();
  documents.start();
  followed.start();
  checks.start();
  tests.start();
  log.info(`Activated in ${(performance.now() - started).toFixed(1)} ms`);
}

function warn(sentence: string, log: vscode.LogOutputChannel): void {
  log.warn(sentence);
  vscode.window.showWarningMessage(sentence);
}

function restart(client: EngineClient, status: Status): void {
  status.clear();
  client.restart();
}

function traceCommands(traces: Traces): Readonly<Record<string, Command>> {
  return {
    "caveat.walkTrace": (target?: FindingTarget) => traces.walk(target),
    "caveat.nextStep": () => traces.next(),
    "caveat.previousStep": () => traces.previous(),
    "caveat.showTrace": (target?: FindingTarget) => traces.show(target),
    "caveat.endTrace": () => traces.end(),
  };
}

type Command = (...args: never[]) => unknown;

function commands(table: Readonly<Record<string, Command>>): vscode.Disposable[] {
  return Object.entries(table).map(([id, run]) =>
    vscode.commands.registerCommand(id, run as (...args: unknown[]) => unknown),
  );
}

/** A file to try things on: untitled, so that nothing is written. */
async function openSample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "dist/media/walkthrough/sample.txt"));
  const content = new TextDecoder().decode(bytes);
  const document = await vscode.workspace.openTextDocument({ language: "javascript", content });
  await vscode.window.showTextDocument(document);
}
