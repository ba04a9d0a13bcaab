// The files of a workspace by the names that they define: where a call may lead that leaves its file.
import { type Language, languageNamed } from "../languages";

/** A file as a workspace holds it; the text of an open document is the document's. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

interface Entry extends WorkspaceFile {
  readonly language: Language;
  /** Its name without folder and extension, and its folder. */
  readonly stem: string;
  readonly folder: string;
  /** What it defines; undefined until it is asked for. */
  names: ReadonlySet<string> | undefined;
}

/** Of files that may define a name, so many are looked into at most. */
const MOST_DEFINERS = 4;

/** Words before a name that is defined. */
const DEFINITION =
  /\b(?:class|interface|trait|struct|enum|object|module|record|function|def|func|fun|fn|const|let|var|type|namespace)\s+(?:\([^)]*\)\s*)?[*&]?\s*(?:self\.)?([A-Za-z_$][\w$]*)|\b(?:exports|prototype)\.([A-Za-z_$][\w$]*)\s*=|^[A-Za-z_][\w\s*&:<>,]*?\b(\w+)\s*\([^;{}]*\)\s*\{/gm;

export class Workspace {
  private readonly entries = new Map<string, Entry>();
  private readonly byName = new Map<string, Set<Entry>>();
  /** URIs of files whose names are not known yet. */
  private readonly unread = new Set<string>();

  /** Adds a file, or takes its new text. */
  set(file: WorkspaceFile): void {
    const known = this.entries.get(file.uri);
    if (known?.text === file.text) return;
    this.delete(file.uri);
    const language = languageNamed(file.languageId);
    if (!language) return;
    const [, folder = "", stem = ""] = /^(.*?)\/?([^/]*?)(?:\.[^./]*)?$/.exec(file.uri) ?? [];
    this.entries.set(file.uri, { ...file, language, stem, folder, names: undefined });
    this.unread.add(file.uri);
  }

  /** Looks for the names of files whose text is new, but for the one that asks: what it defines is no other file's. */
  private read(asking: string): void {
    for (const uri of this.unread) {
      const entry = uri === asking ? undefined : this.entries.get(uri);
      if (!entry) continue;
      this.unread.delete(uri);
      const defined = [...entry.text.matchAll(DEFINITION)].map(([, a, b, c]) => a ?? b ?? c ?? "");
      entry.names = new Set(entry.language.flow?.foldsNames ? defined.map((name) => name.toLowerCase()) : defined);
      for (const name of entry.names) {
        const entries = this.byName.get(name) ?? new Set();
        this.byName.set(name, entries.add(entry));
      }
    }
  }

  delete(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    this.entries.delete(uri);
    this.unread.delete(uri);
    for (const name of entry.names ?? []) this.byName.get(name)?.delete(entry);
  }

  get size(): number {
    return this.entries.size;
  }

  /** Files that may define a name which a file uses: those in its folder, and those that it mentions. */
  definers(uri: string, name: string): readonly WorkspaceFile[] {
    this.read(uri);
    const from = this.entries.get(uri);
    const all = this.byName.get(name);
    if (!from || !all) return [];
    const likely = [...all].filter((entry) => entry !== from && related(entry, from) && mentions(from, entry, name));
    const near = ({ folder }: Entry): number => (folder === from.folder ? 0 : 1);
    return likely.sort((a, b) => near(a) - near(b) || (a.uri < b.uri ? -1 : 1)).slice(0, MOST_DEFINERS);
  }
}

function related({ language: one }: Entry, { language: other }: Entry): boolean {
  return one === other || one.patternsOf.includes(other.id) || other.patternsOf.includes(one.id);
}

/** Whether a file names another one, or the other is called as what it defines. */
function mentions(from: Entry, { stem, folder }: Entry, name: string): boolean {
  if (folder === from.folder || stem === name || stem === snake(name) || stem.toLowerCase() === name) return true;
  const isWord = (text: string): boolean => text !== "" && new RegExp(`\\b${escaped(text)}\\b`).test(from.text);
  return isWord(stem) || isWord(folder.slice(folder.lastIndexOf("/") + 1));
}

const snake = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
