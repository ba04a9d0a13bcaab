// The projects: each workspace folder with its configuration and rule files, and one for documents outside any.
import * as vscode from "vscode";
import type { EngineClient } from "../worker/client";
import type { Followed, ProjectFile } from "../worker/protocol";
import type { Mistakes } from "./mistakes";
import { fileOf, relativePath } from "./places";
import { CONFIGURATION_FILE, ProjectFiles, RULE_GLOBS } from "./project-files";
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
  followed: readonly Followed[];
  /** Counts the configurations, so that an older one that took longer does not win. */
  generation: number;
  timer?: ReturnType<typeof setTimeout>;
}

export class Projects implements vscode.Disposable {
  readonly #client: EngineClient;
  readonly #mistakes: Mistakes;
  readonly #log: vscode.LogOutputChannel;
  readonly #projects = new Map<string, Project>();
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #configured = new vscode.EventEmitter<void>();
  /** A project's configuration or rules were read anew. */
  readonly onDidConfigure = this.#configured.event;

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
    // The setting may name any file that can hold rules.
    for (const pattern of [`**/${CONFIGURATION_FILE}`, RULE_GLOBS, "**/*.{yml,yaml,json}"]) {
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

  /** The rule files that the projects read, once they are configured. */
  async ruleFiles(): Promise<readonly vscode.Uri[]> {
    await Promise.all([...this.#projects.values()].map(({ configured }) => configured));
    return [...this.#projects.values()].flatMap(({ files }) => files.used);
  }

  /** Whether some project reads its rules from the file. */
  usesRules(uri: vscode.Uri): boolean {
    return [...this.#projects.values()].some(({ files }) => files.uses(uri));
  }

  /** The file as it stands in an editor, or on disk, for the project of its folder. */
  read(uri: vscode.Uri): Promise<ProjectFile | undefined> {
    return this.#projectOf(vscode.workspace.getWorkspaceFolder(uri)).files.read(uri);
  }

  dispose(): void {
    this.#configured.dispose();
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

  /** How the names of files end that data of a file may flow to; none before the folder's project is configured. */
  followedFrom(folder: vscode.WorkspaceFolder, fileName: string): ReadonlySet<string> {
    const followed = this.#projects.get(folder.uri.toString())?.followed ?? [];
    const own = followed.filter(({ from }) => from.some((ending) => fileName.toLowerCase().endsWith(ending)));
    return new Set(own.flatMap(({ to }) => to));
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
    const project = {
      name,
      folder,
      files: new ProjectFiles(folder, this.#log),
      configured: undefined,
      followed: [],
      generation: 0,
    };
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
    project.generation += 1;
    const { generation } = project;
    const scope = project.folder?.uri;
    const trusted = vscode.workspace.isTrusted;
    try {
      const added = readRuleFiles(scope);
      const settings = { settings: readSettings(scope), debounce: readDebounce(scope) };
      const configurations: readonly ProjectFile[] = trusted ? await project.files.configurations() : [];
      const configure = async (more: readonly string[]) => {
        const ruleFiles = await project.files.ruleFiles([...added, ...more], trusted);
        if (generation !== project.generation) return undefined;
        return this.#client.configure(project.name, { ...settings, configurations, ruleFiles, trusted });
      };
      let configured = await configure([]);
      if (configured && configured.ruleFiles.length > 0) configured = await configure(configured.ruleFiles);
      // A newer configuration is under way: whoever waits for this one waits for that.
      if (!configured || generation !== project.generation) return project.configured;
      const { rules, mistakes, followed } = configured;
      project.followed = followed;
      this.#log.info(`${project.name || "(no folder)"}: ${rules} rules, ${mistakes.length} mistakes in its files`);
      await this.#mistakes.show(project.name, mistakes);
      this.#configured.fire();
    } catch (error) {
      this.#log.error(`${project.name}: ${String(error)}`);
    }
  }
}
