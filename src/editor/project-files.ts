// Reads a project's configuration and rule files; what stands unsaved in an editor wins over the disk.
import * as vscode from "vscode";
import { folderOfGlob, isGlob, isRuleFile, type ProjectFile, RULE_PLACES } from "../worker/protocol";
import { relativePath } from "./places";

export const CONFIGURATION_FILE = ".caveat.yml";

/** What is to be watched for the rules that a workspace keeps without any setting. */
export const RULE_GLOBS = `**/{${RULE_PLACES.flatMap((place) => [place, `${place}/**`]).join(",")}}`;

/** Folders nested deeper than this below a rule folder are not looked into. */
const MOST_DEPTH = 8;

export class ProjectFiles {
  readonly #folder: vscode.WorkspaceFolder | undefined;
  readonly #log: vscode.LogOutputChannel;
  /** Folders whose `.caveat.yml` was looked for, and whether there is one. */
  readonly #looked = new Map<string, { readonly file: vscode.Uri; exists: boolean }>();
  /** Rule files that were read last, by URI. */
  #used: ReadonlyMap<string, vscode.Uri> = new Map();
  /** Files and folders that a setting or a configuration names, inside the project; of globs, what is before the first wildcard. */
  #named: readonly string[] = [];

  constructor(folder: vscode.WorkspaceFolder | undefined, log: vscode.LogOutputChannel) {
    this.#folder = folder;
    this.#log = log;
  }

  /** Looks for a configuration in every folder from the project's root to the file's; true when one was found. */
  async lookAbove(file: vscode.Uri): Promise<boolean> {
    if (!this.#folder) return false;
    const unknown = foldersAbove(this.#folder, file).filter((folder) => !this.#looked.has(folder.toString()));
    const found = await Promise.all(
      unknown.map(async (folder) => {
        const configuration = vscode.Uri.joinPath(folder, CONFIGURATION_FILE);
        const exists = await isThere(configuration);
        this.#looked.set(folder.toString(), { file: configuration, exists });
        return exists;
      }),
    );
    return found.includes(true);
  }

  /** The configuration nearest above the file, or where the project's own would stand. */
  nearest(file: vscode.Uri): vscode.Uri | undefined {
    if (!this.#folder) return undefined;
    const above = foldersAbove(this.#folder, file).map((folder) => this.#looked.get(folder.toString()));
    const found = above.findLast((looked) => looked?.exists);
    return found?.file ?? vscode.Uri.joinPath(this.#folder.uri, CONFIGURATION_FILE);
  }

  /** A file was changed, created or deleted, on disk or in an editor; true when the project may depend on it. */
  changed(uri: vscode.Uri): boolean {
    if (uri.path.endsWith(`/${CONFIGURATION_FILE}`)) {
      const folder = vscode.Uri.joinPath(uri, "..").toString();
      // If it was deleted, reading it finds that out.
      this.#looked.set(folder, { file: uri, exists: true });
      return true;
    }
    if (this.#used.has(uri.toString())) return true;
    const path = this.#folder && relativePath(this.#folder, uri);
    if (path === undefined) return false;
    // A folder may have come or gone; what lies beside rules, such as a file that tests them, changes none.
    const mayMatter = isRuleFile(path) || !path.slice(path.lastIndexOf("/") + 1).includes(".");
    const places = [...RULE_PLACES, ...this.#named];
    return places.some((place) => path === place || (mayMatter && path.startsWith(`${place}/`)));
  }

  /** The rule files that were read last. */
  get used(): readonly vscode.Uri[] {
    return [...this.#used.values()];
  }

  /** Whether the project reads its rules from the file. */
  uses(uri: vscode.Uri): boolean {
    return this.#used.has(uri.toString());
  }

  /** The text of every `.caveat.yml` that was found. */
  async configurations(): Promise<ProjectFile[]> {
    const files = await Promise.all(
      [...this.#looked.values()].filter(({ exists }) => exists).map(({ file }) => this.read(file)),
    );
    return files.filter((file) => file !== undefined).sort((a, b) => a.path.length - b.path.length);
  }

  /**
   * The text of every rule file: those of the workspace's own places, where it is trusted, and those of the setting.
   * (VS Code itself leaves out a restricted workspace's value of the setting.)
   */
  async ruleFiles(added: readonly string[], trusted: boolean): Promise<ProjectFile[]> {
    const root = this.#folder?.uri;
    const own = root && trusted ? RULE_PLACES.map((path) => vscode.Uri.joinPath(root, path)) : [];
    this.#named = added.map((path) => folderOfGlob(path.replace(/^\.\//, "")));
    const named = (await Promise.all(added.map((path) => this.#chosen(path)))).flat();
    const found = (await Promise.all([...own, ...named].map((uri) => rulesAt(uri, 0)))).flat();
    const unique = new Map(found.map((uri) => [uri.toString(), uri]));
    this.#used = unique;
    const files = await Promise.all([...unique.values()].map((uri) => this.read(uri)));
    return files.filter((file) => file !== undefined);
  }

  /** What a path or glob of the setting stands for; relative to the folder, or absolute. */
  async #chosen(path: string): Promise<vscode.Uri[]> {
    const root = this.#folder?.uri;
    const absolute = /^([/\\]|[A-Za-z]:[/\\])/.test(path);
    if (root && !absolute && isGlob(path)) {
      const found = await vscode.workspace.findFiles(new vscode.RelativePattern(root, path.replace(/^\.\//, "")));
      return found.filter((uri) => isRuleFile(uri.path)).sort((a, b) => (a.path < b.path ? -1 : 1));
    }
    if (!root && !absolute) return [];
    const uri = root
      ? absolute
        ? root.with({ path: slashed(path) })
        : vscode.Uri.joinPath(root, path)
      : vscode.Uri.file(path);
    if (!(await isThere(uri))) this.#log.warn(`caveat.ruleFiles: ${uri.toString(true)} cannot be read.`);
    return [uri];
  }

  /** The file as it stands in an editor, or on disk; undefined where it is not there or cannot be read. */
  async read(uri: vscode.Uri): Promise<ProjectFile | undefined> {
    const path = this.#folder ? relativePath(this.#folder, uri) : uri.path;
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open?.isDirty) return { uri: uri.toString(), path, text: open.getText() };
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return { uri: uri.toString(), path, text: new TextDecoder().decode(bytes) };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return undefined;
      this.#log.warn(`${uri.toString(true)} cannot be read: ${String(error)}`);
      return undefined;
    }
  }
}

/** Every folder from the project's root down to the one that holds the file. */
function foldersAbove(root: vscode.WorkspaceFolder, file: vscode.Uri): vscode.Uri[] {
  const names = relativePath(root, file).split("/").slice(0, -1);
  return [root.uri, ...names.map((_, index) => vscode.Uri.joinPath(root.uri, ...names.slice(0, index + 1)))];
}

/** The file itself, or every YAML or JSON file below the folder; none where nothing is there. */
async function rulesAt(uri: vscode.Uri, depth: number): Promise<vscode.Uri[]> {
  const type = await typeOf(uri);
  if (type === undefined || depth > MOST_DEPTH) return [];
  if ((type & vscode.FileType.Directory) === 0) return depth === 0 || isRuleFile(uri.path) ? [uri] : [];
  const entries = await vscode.workspace.fs.readDirectory(uri);
  const below = entries.map(([name]) => rulesAt(vscode.Uri.joinPath(uri, name), depth + 1));
  return (await Promise.all(below)).flat();
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return (await typeOf(uri)) !== undefined;
}

/** What is at the place; undefined where nothing is, or nothing that can be looked at. */
async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}

function slashed(path: string): string {
  const forward = path.replaceAll("\\", "/");
  return forward.startsWith("/") ? forward : `/${forward}`;
}
