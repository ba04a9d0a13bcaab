// A file system in memory, given as paths and contents.
import type { EntryType, FileSystem } from "../../src/project/discover";

export class MemoryFiles implements FileSystem {
  /** Paths that cannot be read. */
  readonly broken = new Set<string>();

  constructor(readonly files: Readonly<Record<string, string>>) {}

  async stat(path: string): Promise<EntryType | undefined> {
    this.#check(path);
    return path in this.files ? "file" : this.#below(path).length > 0 ? "folder" : undefined;
  }

  async readFolder(path: string): Promise<{ name: string; type: EntryType }[]> {
    this.#check(path);
    const names = new Map<string, EntryType>();
    for (const file of this.#below(path)) {
      const [name, ...rest] = file.slice(path.length + 1).split("/");
      names.set(name, rest.length > 0 ? "folder" : "file");
    }
    return [...names].map(([name, type]) => ({ name, type })).reverse();
  }

  async readText(path: string): Promise<string> {
    this.#check(path);
    return this.files[path];
  }

  #below(path: string): string[] {
    return Object.keys(this.files).filter((file) => file.startsWith(`${path}/`));
  }

  #check(path: string): void {
    if (this.broken.has(path)) {
      throw new Error("Permission denied.");
    }
  }
}
