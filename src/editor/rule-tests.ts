// Annotated rule tests in the Testing view: one item per rule file that has files to test it beside it, one below it per
// rule. What fails is also marked at the rule's id in a rule file that is open.
import * as vscode from "vscode";
import { type EngineClient, RequestFailure } from "../worker/client";
import {
  fixedTarget,
  type ProjectFile,
  type RuleTestResult,
  type RuleTestTarget,
  testTargets,
} from "../worker/protocol";
import type { Mistakes } from "./mistakes";
import type { Projects } from "./projects";
import { holdsRules } from "./rule-checks";
import { type FailedTest, failedTests } from "./translate/rule-tests";

/** Pause after a change until the tests of open rule files are run again (ms). */
const PAUSE = 400;

/** A run of one rule file's tests gives up after this long (ms). */
const DEADLINE = 60_000;

/** A rule file with what tests it. */
interface Tested {
  readonly file: ProjectFile;
  readonly targets: readonly RuleTestTarget[];
}

export class RuleTests implements vscode.Disposable {
  readonly #client: EngineClient;
  readonly #projects: Projects;
  readonly #mistakes: Mistakes;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: vscode.Disposable[] = [];
  /** Made with the first test, so that who has none is not shown an empty view. */
  #controller: vscode.TestController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Rule files and the files that test them, by URI: what a change of is worth a look. */
  #concerned: ReadonlySet<string> = new Set();
  #marked = new Set<string>();

  constructor(client: EngineClient, projects: Projects, mistakes: Mistakes, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#projects = projects;
    this.#mistakes = mistakes;
    this.#log = log;
  }

  /** Follows rule files and their tests from now on. */
  start(): void {
    const { workspace } = vscode;
    this.#subscriptions.push(
      this.#projects.onDidConfigure(() => this.#later()),
      workspace.onDidOpenTextDocument((document) => holdsRules(document) && this.#later()),
      workspace.onDidChangeTextDocument(({ document }) => this.#touched(document.uri)),
      workspace.onDidSaveTextDocument((document) => this.#touched(document.uri)),
      workspace.onDidCreateFiles(() => this.#later()),
      workspace.onDidDeleteFiles(() => this.#later()),
      workspace.onDidRenameFiles(() => this.#later()),
      workspace.onDidCloseTextDocument((document) => this.#touched(document.uri)),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#controller?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #touched(uri: vscode.Uri): void {
    if (this.#concerned.has(uri.toString())) this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#refresh().catch((error: unknown) => this.#log.error(`Rule tests: ${String(error)}`));
    }, PAUSE);
  }

  /** Brings the items up to date, and what is marked in the rule files that are open. */
  async #refresh(): Promise<void> {
    // In a restricted workspace its rules do not run, for tests neither.
    const { isTrusted, textDocuments } = vscode.workspace;
    const open = (isTrusted ? textDocuments : []).filter(
      (document) => document.uri.scheme !== "untitled" && holdsRules(document),
    );
    const used = await this.#projects.ruleFiles();
    const uris = new Map([...used, ...open.map(({ uri }) => uri)].map((uri) => [uri.toString(), uri]));
    const found = await Promise.all([...uris.values()].map((uri) => this.#tested(uri)));
    const tested = found.filter((one) => one !== undefined);
    this.#concerned = new Set([
      ...uris.keys(),
      ...tested.flatMap(({ targets }) => targets.flatMap(({ file, fixed }) => [file.uri, fixed?.uri ?? file.uri])),
    ]);
    await this.#list(tested);
    await this.#mark(tested, open);
  }

  /** The rule file as it stands, with what tests it; undefined where nothing does. */
  async #tested(uri: vscode.Uri): Promise<Tested | undefined> {
    const folder = vscode.Uri.joinPath(uri, "..");
    const names = await namesIn(folder);
    const own = uri.path.slice(uri.path.lastIndexOf("/") + 1);
    const read = (name: string) => this.#projects.read(vscode.Uri.joinPath(folder, name));
    const targets = await Promise.all(
      testTargets(own, names).map(async (name) => {
        const fixedName = fixedTarget(name, names);
        const [file, fixed] = await Promise.all([read(name), fixedName === undefined ? undefined : read(fixedName)]);
        return file && { file, ...(fixed ? { fixed } : {}) };
      }),
    );
    const present = targets.filter((target) => target !== undefined);
    const file = present.length > 0 ? await this.#projects.read(uri) : undefined;
    return file && { file, targets: present };
  }

  async #list(tested: readonly Tested[]): Promise<void> {
    if (tested.length === 0 && !this.#controller) return;
    const controller = this.#controllerNow();
    const items = await Promise.all(
      tested.map(async ({ file }) => {
        const uri = vscode.Uri.parse(file.uri, true);
        // An item that is there already stays, with what is shown of its last run.
        const label = vscode.workspace.asRelativePath(uri);
        const item = controller.items.get(file.uri) ?? controller.createTestItem(file.uri, label, uri);
        const rules = await this.#client.ask("outline", { text: file.text });
        const children = rules.map(({ id, line }) => {
          const key = `${file.uri}#${id}`;
          const child = item.children.get(key) ?? controller.createTestItem(key, id, uri);
          child.range = new vscode.Range(line, 0, line, 0);
          return child;
        });
        item.children.replace(children);
        return item;
      }),
    );
    controller.items.replace(items);
  }

  #controllerNow(): vscode.TestController {
    if (this.#controller) return this.#controller;
    const controller = vscode.tests.createTestController("caveat.rules", vscode.l10n.t("Caveat Rules"));
    controller.refreshHandler = () => this.#refresh();
    const run = (request: vscode.TestRunRequest, token: vscode.CancellationToken) =>
      this.#run(controller, request, token);
    controller.createRunProfile(vscode.l10n.t("Run"), vscode.TestRunProfileKind.Run, run, true);
    this.#controller = controller;
    return controller;
  }

  async #run(
    controller: vscode.TestController,
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const run = controller.createTestRun(request);
    const excluded = new Set(request.exclude ?? []);
    const asked = request.include ?? [...controller.items].map(([, item]) => item);
    const files = new Map(asked.map((item) => [(item.parent ?? item).id, item.parent ?? item]));
    try {
      for (const item of files.values()) {
        const whole = asked.includes(item);
        const children = [...item.children].map(([, child]) => child);
        const wanted = children.filter((child) => (whole || asked.includes(child)) && !excluded.has(child));
        if (token.isCancellationRequested || excluded.has(item)) continue;
        for (const child of wanted) run.started(child);
        await this.#runFile(run, item, wanted, whole, token);
      }
    } finally {
      run.end();
    }
  }

  async #runFile(
    run: vscode.TestRun,
    item: vscode.TestItem,
    wanted: readonly vscode.TestItem[],
    whole: boolean,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const tested = item.uri && (await this.#tested(item.uri));
    if (!tested) return;
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      const result = await this.#client.ask("testRules", tested, { deadline: DEADLINE, signal: abort.signal });
      const failed = failedTests(result, tested.targets, vscode.l10n.t);
      for (const { uri, line, text } of failed) {
        const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true));
        run.appendOutput(`${path}:${line}: ${text}\r\n`);
      }
      for (const child of wanted) report(run, child, result, failed);
      const others = failed.filter(({ ruleId }) => ruleId === undefined);
      if (whole && others.length > 0) run.failed(item, others.map(toMessage));
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      for (const child of wanted) run.errored(child, new vscode.TestMessage(error.message));
    } finally {
      subscription.dispose();
    }
  }

  /** Says at the ids of an open file's rules which of their tests fail. */
  async #mark(tested: readonly Tested[], open: readonly vscode.TextDocument[]): Promise<void> {
    const marked = new Set<string>();
    for (const one of tested) {
      const document = open.find(({ uri }) => uri.toString() === one.file.uri);
      const result = document && (await this.#results(one));
      if (!result || document.getText() !== one.file.text) continue;
      const failed = failedTests(result, one.targets, vscode.l10n.t).filter(({ ruleId }) => ruleId !== undefined);
      const rules = await this.#client.ask("outline", { text: one.file.text });
      const shown = rules.flatMap(({ id, line }) => {
        const own = failed.filter(({ ruleId }) => ruleId === id);
        return own.length > 0 ? [[document.uri, toDiagnostic(document, line, id, own)] as const] : [];
      });
      marked.add(one.file.uri);
      this.#mistakes.set(ownerOf(one.file.uri), shown);
    }
    for (const uri of this.#marked) if (!marked.has(uri)) this.#mistakes.set(ownerOf(uri), []);
    this.#marked = marked;
  }

  async #results(tested: Tested): Promise<RuleTestResult | undefined> {
    try {
      return await this.#client.ask("testRules", tested, { deadline: DEADLINE });
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      this.#log.warn(`${tested.file.uri}: ${error.message}`);
      return undefined;
    }
  }
}

const ownerOf = (uri: string): string => `tests ${uri}`;

function report(
  run: vscode.TestRun,
  item: vscode.TestItem,
  { rules, mistakes }: RuleTestResult,
  failed: readonly FailedTest[],
): void {
  const wrong = mistakes.filter(
    ({ ruleId, severity }) => severity === "error" && (ruleId === item.label || ruleId === undefined),
  );
  const own = failed.filter(({ ruleId }) => ruleId === item.label);
  if (own.length > 0) run.failed(item, own.map(toMessage));
  else if (rules.includes(item.label)) run.passed(item);
  else if (wrong.length > 0)
    run.errored(
      item,
      wrong.map(({ message }) => new vscode.TestMessage(message)),
    );
  else run.skipped(item);
}

function toMessage({ uri, line, text, expected, actual }: FailedTest): vscode.TestMessage {
  const message = vscode.TestMessage.diff(text, expected, actual);
  message.location = new vscode.Location(vscode.Uri.parse(uri, true), new vscode.Position(line - 1, 0));
  return message;
}

function toDiagnostic(
  document: vscode.TextDocument,
  line: number,
  ruleId: string,
  failed: readonly FailedTest[],
): vscode.Diagnostic {
  const start = document.lineAt(line).text.indexOf(ruleId);
  const range = start < 0 ? document.lineAt(line).range : new vscode.Range(line, start, line, start + ruleId.length);
  const count = failed.length;
  const text =
    count === 1
      ? vscode.l10n.t("A line of the rule's tests is not as annotated.")
      : vscode.l10n.t("{0} lines of the rule's tests are not as annotated.", count);
  const diagnostic = new vscode.Diagnostic(range, text, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = "Caveat";
  diagnostic.code = ruleId;
  diagnostic.relatedInformation = failed.slice(0, 8).map((one) => {
    const place = new vscode.Position(one.line - 1, 0);
    return new vscode.DiagnosticRelatedInformation(
      new vscode.Location(vscode.Uri.parse(one.uri, true), place),
      one.text,
    );
  });
  return diagnostic;
}

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) => ((type & vscode.FileType.File) === 0 ? [] : [name]));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return [];
    throw error;
  }
}
