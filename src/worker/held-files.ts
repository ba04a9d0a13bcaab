// Files of the projects that are not open, and that data may flow to: as many of them as the memory is to hold.
import type { Analyzer } from "../engine/analyzer";
import { isFollowed, MOST_FOLLOWED } from "../project/followed";
import { languageOf } from "../project/language-of";
import type { Project } from "./project";
import type { ProjectFile } from "./protocol";

/** Lengths of the texts that are held, by URI, and their sum. */
export class HeldFiles {
  readonly #lengths = new Map<string, number>();
  #sum = 0;

  /** Whether a text may be held, instead of what is of its URI. */
  hasRoom(uri: string, length: number): boolean {
    return this.#sum - (this.#lengths.get(uri) ?? 0) + length <= MOST_FOLLOWED;
  }

  set(uri: string, length: number): void {
    this.delete(uri);
    this.#lengths.set(uri, length);
    this.#sum += length;
  }

  /** Whether there was one. */
  delete(uri: string): boolean {
    this.#sum -= this.#lengths.get(uri) ?? 0;
    return this.#lengths.delete(uri);
  }
}

/** Hands the analyzer what is new of a project's files, and takes away what is gone. Never rejects over a file. */
export async function holdFiles(
  held: HeldFiles,
  analyzer: Analyzer,
  project: Project,
  files: readonly ProjectFile[],
  removed: readonly string[],
): Promise<{ full: boolean }> {
  const remove = (uri: string): void => {
    if (held.delete(uri)) analyzer.removeFile(uri);
  };
  let full = false;
  for (const uri of removed) remove(uri);
  for (const { uri, path, text } of files) {
    const languageId = await readyLanguage(analyzer, path);
    full = !held.hasRoom(uri, text.length);
    const isWanted = isFollowed(path, text) && project.select(path, text).skipped === undefined;
    if (languageId === undefined || full || !isWanted) {
      remove(uri);
    } else {
      held.set(uri, text.length);
      analyzer.addFile({ uri, path, text, languageId });
    }
  }
  return { full };
}

/** The file's language; undefined where its grammar cannot be loaded, which is said where a document of it is opened. */
async function readyLanguage(analyzer: Analyzer, path: string): Promise<string | undefined> {
  const languageId = languageOf(path);
  if (languageId === undefined) return undefined;
  const [ready] = await Promise.allSettled([analyzer.ready(languageId)]);
  return ready.status === "fulfilled" ? languageId : undefined;
}
