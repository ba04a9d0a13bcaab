// Walks folders for the files of a scan and for the configurations that hold for them. What `.gitignore` names is left
// out, unless it was asked for by name.
import ignore, { type Ignore } from "ignore";
import { CONFIGURATION_FILE } from "./configuration";
import { type ConfigurationText, isConfigurationFile } from "./configuration-tree";

export type EntryType = "file" | "folder" | "other";

/** What a host lends; paths are absolute, with `/`. Methods reject with an Error when something cannot be read. */
export interface FileSystem {
  /** Follows links; undefined when nothing is there. */
  stat(path: string): Promise<EntryType | undefined>;
  /** Does not follow links: they are `other`. */
  readFolder(path: string): Promise<readonly { readonly name: string; readonly type: EntryType }[]>;
  readText(path: string): Promise<string>;
}

export interface DiscoveredFile {
  readonly path: string;
  /** Named itself, not found in a folder: scanned even if it looks generated. */
  readonly explicit: boolean;
}

export interface Discovery {
  readonly files: readonly DiscoveredFile[];
  /** Paths relative to the project's root. */
  readonly configurations: readonly ConfigurationText[];
  /** How many files and folders `.gitignore` or a folder's name left out. */
  readonly ignored: number;
  /** What could not be read. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** Never source of the project. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "__pycache__",
  ".venv",
  ".tox",
  ".mypy_cache",
]);

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * Finds the files below `paths`, in order and each once. `.gitignore` and `.caveat.yml` are read from `root`, the
 * project's folder, down to each path; a path outside it has only those at or below itself.
 */
export async function discover(fileSystem: FileSystem, root: string, paths: readonly string[]): Promise<Discovery> {
  const walk = new Walk(fileSystem, root);
  for (const path of paths) {
    await walk.start(path);
  }
  return walk;
}

class Walk implements Discovery {
  readonly files: DiscoveredFile[] = [];
  readonly configurations: ConfigurationText[] = [];
  readonly problems: { path: string; message: string }[] = [];
  ignored = 0;
  readonly #seen = new Set<string>();
  readonly #configured = new Set<string>();

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly root: string,
  ) {}

  async start(path: string): Promise<void> {
    const type = await this.#try(path, () => this.fileSystem.stat(path));
    if (type === undefined) {
      if (!this.problems.some((problem) => problem.path === path)) {
        this.problems.push({ path, message: "There is no such file or folder." });
      }
      return;
    }
    const above = await this.#prepareAbove(path);
    if (type === "folder") {
      // What is asked for by name is looked at even where version control ignores it.
      await this.#folder(path, isIgnored(above, path, true) ? [] : above);
    } else {
      this.#add(path, true);
    }
  }

  /** Reads the configurations and ignore files of the folders from the root down to the path's own folder. */
  async #prepareAbove(path: string): Promise<IgnoreFile[]> {
    const ignores: IgnoreFile[] = [];
    if (!path.startsWith(`${this.root}/`)) {
      return ignores;
    }
    let folder = this.root;
    for (const name of [
      "",
      ...path
        .slice(this.root.length + 1)
        .split("/")
        .slice(0, -1),
    ]) {
      folder = name === "" ? folder : `${folder}/${name}`;
      const names = (await this.#try(folder, () => this.fileSystem.readFolder(folder))) ?? [];
      ignores.push(...(await this.#prepare(folder, names)));
    }
    return ignores;
  }

  async #prepare(folder: string, entries: readonly { name: string; type: EntryType }[]): Promise<IgnoreFile[]> {
    const has = (name: string) => entries.some((entry) => entry.name === name && entry.type !== "folder");
    if (has(CONFIGURATION_FILE) && !this.#configured.has(folder)) {
      this.#configured.add(folder);
      const path = `${folder}/${CONFIGURATION_FILE}`;
      const text = await this.#try(path, () => this.fileSystem.readText(path));
      if (text !== undefined) {
        this.configurations.push({ path: this.#relative(path), text });
      }
    }
    const text = has(".gitignore")
      ? await this.#try(`${folder}/.gitignore`, () => this.fileSystem.readText(`${folder}/.gitignore`))
      : undefined;
    return text === undefined ? [] : [{ folder, rules: ignore().add(text) }];
  }

  async #folder(folder: string, above: readonly IgnoreFile[]): Promise<void> {
    const entries = await this.#try(folder, () => this.fileSystem.readFolder(folder));
    if (entries === undefined) {
      return;
    }
    const ignores = [...above, ...(await this.#prepare(folder, entries))];
    for (const { name, type } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${name}`;
      const skipped = type === "folder" && SKIPPED_FOLDERS.has(name);
      if (type === "other" || isConfigurationFile(name)) {
        continue;
      }
      if (skipped || isIgnored(ignores, path, type === "folder")) {
        this.ignored++;
      } else if (type === "folder") {
        await this.#folder(path, ignores);
      } else {
        this.#add(path, false);
      }
    }
  }

  #add(path: string, explicit: boolean): void {
    if (!this.#seen.has(path)) {
      this.#seen.add(path);
      this.files.push({ path, explicit });
    }
  }

  #relative(path: string): string {
    return path.startsWith(`${this.root}/`) ? path.slice(this.root.length + 1) : path;
  }

  async #try<T>(path: string, action: () => Promise<T>): Promise<T | undefined> {
    try {
      return await action();
    } catch (error) {
      this.problems.push({ path, message: (error as Error).message });
      return undefined;
    }
  }
}

/** As git judges: the last ignore file from the root down that says anything about the path decides. */
function isIgnored(files: readonly IgnoreFile[], path: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { folder, rules } of files) {
    const verdict = rules.test(path.slice(folder.length + 1) + (isFolder ? "/" : ""));
    ignored = verdict.ignored || (ignored && !verdict.unignored);
  }
  return ignored;
}
