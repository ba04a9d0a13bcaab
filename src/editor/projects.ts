// The projects: each workspace folder with its configuration and rule files, and one for documents outside any.
import * as vscode from "vscode";
import type { EngineClient } from "../worker/client";
import type { ProjectFile } from "../worker/protocol";
import type { Mistakes } from "./mistakes";
import { fileOf, relativePath } from "./places";
import { CONFIGURATION_FILE, ProjectFiles, RULE_PLACES } from "./project-files";
import { readDebounce, readRuleFiles, readSettings, SECTION } from "./settings";

/** Pause between a change of a configuration or rule file and its use (ms). */
const PAUSE = 150;

/** The project of documents that lie in no workspace folder. */
const NO_FOLDER = "";

interface Project {
  readonly name: string;
  readonly folder: vscode.WorkspaceFolder | undefined;
  readonly files: ProjectFiles;
  configured: Promise<void> | undefined;
  timer?: ReturnType<typeof setTimeout>;
}

export class Projects implements vscode.Disposable {
  readonly #client: EngineClient;
  readonly #mistakes: Mistakes;
  readonly #log: vscode.LogOutputChannel;
  readonly #projects = new Map<string, Project>();
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(client: EngineClient, mistakes: Mistakes, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#mistakes = mistakes;
    this.#log = log;
  }

  /** Follows every change of settings, trust, configuration and rule files from now on, unsaved ones included. */
  start(): void {
    const { workspace } = vscode;
    this.#subscriptions.push(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.#forEach((project) => this.#reload(project));
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.#forEach((project) => this.#reload(project))),
      workspace.onDidChangeTextDocument(({ document }) => this.#touched(document.uri)),
      workspace.onDidCloseTextDocument((document) => this.#touched(document.uri)),
      workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const { uri } of removed) this.#projects.delete(uri.toString());
      }),
    );
    for (const pattern of [`**/${CONFIGURATION_FILE}`, RULE_PLACES]) {
      const watcher = workspace.createFileSystemWatcher(pattern);
      const touched = (uri: vscode.Uri) => this.#touched(uri);
      this.#subscriptions.push(
        watcher,
        watcher.onDidChange(touched),
        watcher.onDidCreate(touched),
        watcher.onDidDelete(touched),
      );
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#forEach(({ timer }) => clearTimeout(timer));
  }

  /** Names the project that a document belongs to. */
  projectOf(document: vscode.TextDocument): string {
    return vscode.workspace.getWorkspaceFolder(fileOf(document))?.uri.toString() ?? NO_FOLDER;
  }

  /** The document's path inside its project, with `/`; undefined for one outside any, or without a file. */
  pathOf(document: vscode.TextDocument): string | undefined {
    const file = fileOf(document);
    const folder = vscode.workspace.getWorkspaceFolder(file);
    return folder ? relativePath(folder, file) : undefined;
  }

  /** Resolves when the document's project is configured with every `.caveat.yml` above the document. */
  async ready(document: vscode.TextDocument): Promise<void> {
    const file = fileOf(document);
    const project = this.#projectOf(vscode.workspace.getWorkspaceFolder(file));
    const foundMore = await project.files.lookAbove(file);
    if (foundMore || !project.configured) project.configured = this.#configure(project);
    await project.configured;
  }

  /** Names of the configured projects, at least one. */
  async names(): Promise<string[]> {
    if (this.#projects.size === 0) {
      const project = this.#projectOf(vscode.workspace.workspaceFolders?.[0]);
      project.configured = this.#configure(project);
    }
    await Promise.all([...this.#projects.values()].map(({ configured }) => configured));
    return [...this.#projects.keys()];
  }

  /** The `.caveat.yml` nearest above the document, or else where one for its project would stand. */
  configurationFor(document: vscode.TextDocument): vscode.Uri | undefined {
    const file = fileOf(document);
    const folder = vscode.workspace.getWorkspaceFolder(file);
    return folder && this.#projectOf(folder).files.nearest(file);
  }

  #projectOf(folder: vscode.WorkspaceFolder | undefined): Project {
    const name = folder?.uri.toString() ?? NO_FOLDER;
    const known = this.#projects.get(name);
    if (known) return known;
    const project = { name, folder, files: new ProjectFiles(folder, this.#log), configured: undefined };
    this.#projects.set(name, project);
    return project;
  }

  #forEach(action: (project: Project) => void): void {
    for (const project of this.#projects.values()) action(project);
  }

  #touched(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const project = this.#projects.get(folder?.uri.toString() ?? NO_FOLDER);
    if (project?.files.changed(uri)) this.#reload(project);
  }

  #reload(project: Project): void {
    clearTimeout(project.timer);
    project.timer = setTimeout(() => {
      project.configured = this.#configure(project);
    }, PAUSE);
  }

  async #configure(project: Project): Promise<void> {
    const scope = project.folder?.uri;
    const trusted = vscode.workspace.isTrusted;
    try {
      const added = readRuleFiles(scope);
      const settings = { settings: readSettings(scope), debounce: readDebounce(scope) };
      const configurations: readonly ProjectFile[] = trusted ? await project.files.configurations() : [];
      const configure = async (more: readonly string[]) => {
        const ruleFiles = await project.files.ruleFiles([...added, ...more], trusted);
        return this.#client.configure(project.name, { ...settings, configurations, ruleFiles, trusted });
      };
      let configured = await configure([]);
      if (configured.ruleFiles.length > 0) configured = await configure(configured.ruleFiles);
      const { rules, mistakes } = configured;
      this.#log.info(`${project.name || "(no folder)"}: ${rules} rules, ${mistakes.length} mistakes in its files`);
      await this.#mistakes.show(project.name, mistakes);
    } catch (error) {
      this.#log.error(`${project.name}: ${String(error)}`);
    }
  }
}
