// Reads the files of a workspace that are not open and that data may flow to, in the background, and follows their changes.
import * as vscode from "vscode";
import type { EngineClient, EngineState } from "../worker/client";
import { LARGEST_FOLLOWED, type ProjectFile, SKIPPED_FOLDERS } from "../worker/protocol";
import { isEdited } from "./documents";
import { fileOf, relativePath } from "./places";
import type { Projects } from "./projects";

/** How many files are read and handed over at once: the engine answers other requests between them. */
const AT_ONCE = 20;
/** Of one workspace folder. */
const MOST_FILES = 20_000;
/** Pause between a change of files and their being read again (ms). */
const PAUSE = 150;

/** One kind of files of one workspace folder. */
interface Kind {
  readonly folder: vscode.WorkspaceFolder;
  readonly known: Set<string>;
  readonly subscriptions: vscode.Disposable[];
  readonly stop: AbortController;
  /** Changed since they were read last. */
  readonly changed: Map<string, vscode.Uri>;
  timer?: ReturnType<typeof setTimeout>;
}

export class FollowedFiles implements vscode.Disposable {
  readonly #client: EngineClient;
  readonly #projects: Projects;
  readonly #log: vscode.LogOutputChannel;
  readonly #kinds = new Map<string, Kind>();
  readonly #subscriptions: vscode.Disposable[] = [];

  constructor(client: EngineClient, projects: Projects, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#projects = projects;
    this.#log = log;
  }

  /** From now on, what the flows of an open document may lead to is read once its project is configured. */
  start(): void {
    const { workspace } = vscode;
    this.#subscriptions.push(
      this.#projects.onDidConfigure(() => this.#lookAll()),
      workspace.onDidOpenTextDocument((document) => this.#look(document)),
      workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const folder of removed) this.#forget(folder);
      }),
    );
    this.#lookAll();
  }

  /** An engine that starts again has lost everything. */
  engine(state: EngineState): void {
    if (state !== "restarting") return;
    this.#stopAll();
    this.#lookAll();
  }

  dispose(): void {
    this.#stopAll();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #lookAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  #look(document: vscode.TextDocument): void {
    const file = fileOf(document);
    const folder = vscode.workspace.getWorkspaceFolder(file);
    if (!folder || !isEdited(document.uri)) return;
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    for (const ending of this.#projects.followedFrom(folder, name)) {
      const key = `${folder.uri.toString()} ${ending}`;
      if (!this.#kinds.has(key)) this.#follow(key, folder, ending);
    }
  }

  #follow(key: string, folder: vscode.WorkspaceFolder, ending: string): void {
    const pattern = new vscode.RelativePattern(folder, `**/*${ending}`);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const kind: Kind = {
      folder,
      known: new Set(),
      subscriptions: [watcher],
      stop: new AbortController(),
      changed: new Map(),
    };
    this.#kinds.set(key, kind);
    const touched = (uri: vscode.Uri) => this.#touched(kind, uri);
    kind.subscriptions.push(watcher.onDidChange(touched), watcher.onDidCreate(touched), watcher.onDidDelete(touched));
    this.#readAll(kind, pattern).catch((error: unknown) => this.#failed(kind, error));
  }

  async #readAll(kind: Kind, pattern: vscode.RelativePattern): Promise<void> {
    const skipped = `**/{${[...SKIPPED_FOLDERS].join(",")}}/**`;
    const found = await vscode.workspace.findFiles(pattern, skipped, MOST_FILES);
    const files = found.sort((a, b) => (a.path < b.path ? -1 : 1));
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Caveat reads files") };
    await vscode.window.withProgress(options, async (progress) => {
      for (let first = 0; first < files.length && !kind.stop.signal.aborted; first += AT_ONCE) {
        progress.report({ message: `${first} / ${files.length}` });
        if (await this.#handOver(kind, files.slice(first, first + AT_ONCE))) return;
      }
    });
  }

  #touched(kind: Kind, uri: vscode.Uri): void {
    const path = relativePath(kind.folder, uri);
    if (path.split("/").some((name) => SKIPPED_FOLDERS.has(name))) return;
    kind.changed.set(uri.toString(), uri);
    clearTimeout(kind.timer);
    kind.timer = setTimeout(() => {
      const uris = [...kind.changed.values()];
      kind.changed.clear();
      this.#handOver(kind, uris).catch((error: unknown) => this.#failed(kind, error));
    }, PAUSE);
  }

  /** Gives the engine the files as they are on disk now. @returns whether it takes no more */
  async #handOver(kind: Kind, uris: readonly vscode.Uri[]): Promise<boolean> {
    const { signal } = kind.stop;
    const read = await Promise.all(uris.map((uri) => this.#read(kind.folder, uri)));
    const files = read.filter((file) => file !== undefined);
    const there = new Set(files.map(({ uri }) => uri));
    const removed = uris.map((uri) => uri.toString()).filter((uri) => !there.has(uri) && kind.known.delete(uri));
    for (const uri of there) kind.known.add(uri);
    if (signal.aborted || files.length + removed.length === 0) return false;
    const project = kind.folder.uri.toString();
    return (await this.#client.ask("files", { project, files, removed }, { signal })).full;
  }

  /** The file on disk, whatever an editor shows of it; undefined where it is gone, too large or cannot be read. */
  async #read(folder: vscode.WorkspaceFolder, uri: vscode.Uri): Promise<ProjectFile | undefined> {
    try {
      const { size, type } = await vscode.workspace.fs.stat(uri);
      if (size > LARGEST_FOLLOWED || (type & vscode.FileType.File) === 0) return undefined;
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      return { uri: uri.toString(), path: relativePath(folder, uri), text };
    } catch (error) {
      if (error instanceof vscode.FileSystemError) return undefined;
      throw error;
    }
  }

  #failed({ stop, folder }: Kind, error: unknown): void {
    if (!stop.signal.aborted) this.#log.warn(`${folder.name}: ${String(error)}`);
  }

  #forget(folder: vscode.WorkspaceFolder): void {
    const project = folder.uri.toString();
    for (const [key, kind] of [...this.#kinds]) {
      if (kind.folder.uri.toString() !== project) continue;
      this.#stop(key, kind);
      const gone = this.#client.ask("files", { project, files: [], removed: [...kind.known] });
      gone.catch((error: unknown) => this.#log.warn(`${folder.name}: ${String(error)}`));
    }
  }

  #stopAll(): void {
    for (const [key, kind] of [...this.#kinds]) this.#stop(key, kind);
  }

  #stop(key: string, { stop, timer, subscriptions }: Kind): void {
    this.#kinds.delete(key);
    stop.abort();
    clearTimeout(timer);
    for (const subscription of subscriptions) subscription.dispose();
  }
}
