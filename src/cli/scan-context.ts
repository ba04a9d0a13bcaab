// The other files of a scan, in a worker thread: data flows from one to the other, whichever thread scans them.
import type { Analyzer, RuleSet } from "../engine/analyzer";
import { isBinary } from "../project/files";
import { isFollowed, MOST_FOLLOWED } from "../project/followed";
import { languageOf } from "../project/language-of";
import type { ContextFile } from "./jobs";
import { decode, readBytes } from "./node-files";

/** How many files are read at once. */
const AT_ONCE = 32;

export class ScanContext {
  readonly #added = new Map<string, Promise<void>>();
  #length = 0;

  constructor(private readonly files: readonly ContextFile[]) {}

  /** Hands the analyzer the files that flows of a file may lead to, each language's once. Never rejects over a file. */
  async add(analyzer: Analyzer, rules: RuleSet, path: string): Promise<void> {
    const own = languageOf(path);
    if (own === undefined || this.files.length < 2) {
      return;
    }
    for (const language of rules.followedFrom(own)) {
      let added = this.#added.get(language);
      if (added === undefined) {
        added = this.#addAll(analyzer, language);
        this.#added.set(language, added);
      }
      await added;
    }
  }

  async #addAll(analyzer: Analyzer, language: string): Promise<void> {
    const files = this.files.filter(({ path }) => languageOf(path) === language);
    if (files.length === 0) {
      return;
    }
    // What is wrong with the grammar is said of the files that are scanned.
    const [ready] = await Promise.allSettled([analyzer.ready(language)]);
    if (ready.status === "rejected") {
      return;
    }
    for (let first = 0; first < files.length && this.#length < MOST_FOLLOWED; first += AT_ONCE) {
      const some = files.slice(first, first + AT_ONCE);
      const texts = await Promise.allSettled(some.map(({ path }) => readBytes(path)));
      for (const [index, read] of texts.entries()) {
        // A file that cannot be read is said where it is scanned.
        if (read.status === "fulfilled" && !isBinary(read.value)) {
          this.#addOne(analyzer, some[index], language, decode(read.value));
        }
      }
    }
  }

  #addOne(analyzer: Analyzer, { path, uri, projectPath }: ContextFile, languageId: string, text: string): void {
    if (isFollowed(path, text) && this.#length + text.length <= MOST_FOLLOWED) {
      this.#length += text.length;
      analyzer.addFile({ uri, languageId, text, path: projectPath });
    }
  }
}
