// The files of a workspace by the names that they define: where a call may lead that leaves its file.
import type { Around, Meaning } from "../dataflow";
import { type Language, languageNamed } from "../languages";
import { detached } from "../syntax";

/** A file as a workspace holds it; the text of an open document is the document's. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** As `DocumentInput.path`. */
  readonly path?: string;
}

interface Entry extends WorkspaceFile {
  text: string;
  path?: string;
  readonly language: Language;
  /** Its name without folder and extension, and its folder. */
  readonly stem: string;
  readonly folder: string;
  /** Names that it defines, once they are asked for; what stands behind `class C` as well, as `<Parent`; of settings `/file`. */
  names: ReadonlySet<string>;
  /** Another number whenever it, or something that its flows rest on, is no longer what it was. */
  revision: number;
  /** Names that were looked up for it, and the files that were given for them. */
  readonly asked: Set<string>;
  readonly uses: Set<string>;
  /** What was given for names, as long as that is right. */
  readonly answers: Map<string, { readonly version: number; readonly found: readonly Entry[] }>;
  /** The same for many names at once: URIs. */
  near?:
    | { readonly version: number; readonly names: ReadonlySet<string>; readonly found: readonly string[] }
    | undefined;
  /** The words of its text, once they are asked for. */
  words?: ReadonlySet<string> | undefined;
}

/** Of files that may define a name, so many are looked into at most. */
const MOST_DEFINERS = 4;

/** Of files with classes below another one, so many; a class with more is none of which a call means a certain one. */
const MOST_HEIRS = 8;

/** Words before a name that is defined. Every part is bounded: a text may be anything. */
const DEFINITION =
  /\b(?:class|interface|trait|struct|enum|object|module|record|function|def|func|fun|fn|const|let|var|type|namespace)\s+(?:\([^)\n]{0,200}\)\s*)?[*&]?\s*(?:self\.)?([A-Za-z_$][\w$]*)|\b(?:exports|prototype)\.([A-Za-z_$][\w$]*)\s*=|^[A-Za-z_][\w \t*&:<>,]{0,120}?\b(\w+)[ \t]*\((?:[^;{}()]|\([^;{}()]{0,100}\)){0,400}\)\s*\{|^([A-Z_][A-Z\d_]*)[ \t]*(?::[^=\n]{0,80})?=(?!=)/gm;

/** A class, and what stands between its name and its body. */
const HEIR =
  /\b(?:class|interface|trait|struct|object|record)\s+\w+([^{;=\n]{0,300}(?:\n\s*(?:extends|implements|with|[:,])[^{;=\n]{0,300}){0,3})/g;

export class Workspace implements Around<WorkspaceFile> {
  private readonly entries = new Map<string, Entry>();
  private readonly byName = new Map<string, Set<Entry>>();
  /** URIs of the files that asked for a name, and of those that a file was given to. */
  private readonly askers = new Map<string, Set<string>>();
  private readonly users = new Map<string, Set<string>>();
  private readonly changed = new Set<string>();
  /** URIs of files whose names are not known yet. */
  private readonly unread = new Set<string>();
  private readonly asking = new Set<string>();
  private revisions = 0;
  /** Of what is known of any name. */
  private version = 0;
  /** Of what is known of a name. */
  private readonly versions = new Map<string, number>();

  /** Adds a file, or takes its new text. */
  set(file: WorkspaceFile): void {
    const known = this.entries.get(file.uri);
    if (known && file.path !== undefined) known.path = file.path;
    if (known?.text === file.text && known.languageId === file.languageId) return;
    const language = languageNamed(file.languageId);
    if (!language) {
      this.delete(file.uri);
      return;
    }
    if (known?.language === language) this.change(known, file.text);
    else {
      if (known) this.remove(known);
      else if (this.entries.size === 1) this.company();
      this.entries.set(file.uri, { ...file, ...place(file.uri), ...unasked(), language, revision: ++this.revisions });
    }
    this.unread.add(file.uri);
    this.outdate([file.uri], file.uri);
  }

  /** Takes another text; what it defines is looked for when another file asks. */
  private change(entry: Entry, text: string): void {
    this.forgetQuestions(entry);
    const { asked, uses, answers } = unasked();
    Object.assign(entry, { text, asked, uses, answers, near: undefined, words: undefined, revision: ++this.revisions });
  }

  /** Looks for the names of files whose text is new, but for the one that asks: what it defines is no other file's. */
  private read(asking: string): void {
    for (const uri of this.unread) {
      const entry = uri === asking ? undefined : this.entries.get(uri);
      if (!entry) continue;
      this.unread.delete(uri);
      const before = entry.names;
      entry.names = namesIn(entry);
      const added = [...entry.names].filter((name) => !before.has(name));
      for (const name of added) {
        addTo(this.byName, name, entry);
        this.renew(name);
      }
      for (const name of before) if (!entry.names.has(name)) this.withdraw(name, entry);
      this.outdate(this.concerned(entry, added), uri);
    }
  }

  delete(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    this.remove(entry);
    this.outdate([uri], uri);
  }

  get size(): number {
    return this.entries.size;
  }

  /** Another number whenever a file, or one that its flows rest on, is no longer what it was. */
  revision(uri: string): number {
    this.read(fileOf(uri));
    return this.entries.get(fileOf(uri))?.revision ?? 0;
  }

  /** The tree of a file was made anew: what rests on it has to be looked at again. */
  touch(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    entry.revision = ++this.revisions;
    this.outdate([uri], uri);
  }

  /** URIs of files whose flows rest on others that have changed since this was asked last. */
  takeOutdated(): readonly string[] {
    // Where one file alone asks for names, its own are no answer.
    if (this.asking.size > 0) this.read(this.asking.size === 1 ? [...this.asking][0]! : "");
    const uris = [...this.changed];
    this.changed.clear();
    return uris;
  }

  /** A file's flows are looked at now. */
  isCurrent(uri: string): void {
    this.changed.delete(uri);
  }

  /**
   * Files that may define a name which a file uses: those in its folder, and those that it mentions; or files with
   * classes that extend or implement one of the name.
   */
  definers(uri: string, name: string, as: Meaning): readonly WorkspaceFile[] {
    if (name.startsWith("/")) return this.lookUp(uri, name, MOST_DEFINERS, () => true);
    if (as === "parent") return this.lookUp(uri, `<${name}`, MOST_HEIRS, () => true);
    return this.lookUp(uri, name, MOST_DEFINERS, (from, entry) => mentions(from, entry, name));
  }

  /** URIs of the files that may define one of the names that a file uses. */
  neighbours(uri: string, names: ReadonlySet<string>): readonly string[] {
    this.read(fileOf(uri));
    const from = this.entries.get(fileOf(uri));
    if (!from) return [];
    if (from.near?.version === this.version && from.near.names === names) return from.near.found;
    const all = new Set([...names].flatMap((name) => this.definers(uri, name, "itself").map((entry) => entry.uri)));
    from.near = { version: this.version, names, found: [...all] };
    return from.near.found;
  }

  file(uri: string): WorkspaceFile | undefined {
    return this.entries.get(uri);
  }

  /** The only file has another one beside it: more of it matters now. */
  private company(): void {
    for (const [uri, entry] of this.entries) {
      entry.revision = ++this.revisions;
      this.changed.add(uri);
    }
  }

  private lookUp(
    uri: string,
    name: string,
    most: number,
    isMeant: (from: Entry, entry: Entry) => boolean,
  ): readonly Entry[] {
    this.read(fileOf(uri));
    const from = this.entries.get(fileOf(uri));
    if (!from) return [];
    this.asking.add(from.uri);
    if (!from.asked.has(name)) {
      from.asked.add(name);
      addTo(this.askers, name, from.uri);
    }
    const version = this.versions.get(name) ?? 0;
    const known = from.answers.get(name);
    if (known?.version === version) return known.found;
    const all = [...(this.byName.get(name) ?? [])];
    const likely = all.filter(
      (entry) => entry !== from && leadsTo(from.language, entry.language) && isMeant(from, entry),
    );
    // What a file names comes before what merely stands beside it.
    const distance = (entry: Entry): number =>
      (names(from, entry, name) ? 0 : 2) + (entry.folder === from.folder ? 0 : 1);
    const far = new Map(likely.map((entry) => [entry, distance(entry)]));
    const found = likely.sort((a, b) => far.get(a)! - far.get(b)! || (a.uri < b.uri ? -1 : 1)).slice(0, most);
    for (const entry of found) {
      if (from.uses.has(entry.uri)) continue;
      from.uses.add(entry.uri);
      addTo(this.users, entry.uri, from.uri);
    }
    from.answers.set(name, { version, found });
    return found;
  }

  /** Files that asked for one of the names that a file now defines, and would be given it. */
  private concerned(entry: Entry, names: readonly string[]): readonly string[] {
    return names.flatMap((name) =>
      [...(this.askers.get(name) ?? [])].filter((uri) => {
        const from = this.entries.get(uri);
        return (
          from &&
          from !== entry &&
          leadsTo(from.language, entry.language) &&
          (/^[</]/.test(name) || mentions(from, entry, name))
        );
      }),
    );
  }

  /** Marks files, and all that rest on one of them; not the one that has changed itself. */
  private outdate(uris: readonly string[], changed: string): void {
    const seen = new Set<string>();
    const next = [...uris];
    for (let each = next.pop(); each !== undefined; each = next.pop()) {
      if (seen.has(each)) continue;
      seen.add(each);
      next.push(...(this.users.get(each) ?? []));
      const entry = this.entries.get(each);
      if (!entry || each === changed) continue;
      entry.revision = ++this.revisions;
      this.changed.add(each);
    }
  }

  private renew(name: string): void {
    this.version++;
    this.versions.set(name, (this.versions.get(name) ?? 0) + 1);
  }

  private withdraw(name: string, entry: Entry): void {
    this.byName.get(name)?.delete(entry);
    this.renew(name);
  }

  private remove(entry: Entry): void {
    this.entries.delete(entry.uri);
    this.unread.delete(entry.uri);
    this.asking.delete(entry.uri);
    for (const name of entry.names) this.withdraw(name, entry);
    this.forgetQuestions(entry);
  }

  private forgetQuestions({ uri, asked, uses }: Entry): void {
    for (const name of asked) this.askers.get(name)?.delete(uri);
    for (const used of uses) this.users.get(used)?.delete(uri);
  }
}

/** Regions of a text are documents of their own, and look up what the text would. */
const fileOf = (uri: string): string => uri.replace(/#\d+$/, "");

function place(uri: string): Pick<Entry, "folder" | "stem"> {
  const [, folder = "", stem = ""] = /^(.*?)\/?([^/]*?)(?:\.[^./]*)?$/.exec(uri) ?? [];
  return { folder, stem };
}

const unasked = (): Pick<Entry, "names" | "asked" | "uses" | "answers"> => ({
  names: new Set(),
  asked: new Set(),
  uses: new Set(),
  answers: new Map(),
});

function namesIn({ uri, text, language }: Entry): ReadonlySet<string> {
  if (language.holdsSettings) return new Set([uri.slice(uri.lastIndexOf("/"))]);
  const names = [...text.matchAll(DEFINITION)].map(([, ...found]) =>
    detached(found.find((name) => name !== undefined) ?? ""),
  );
  for (const [, header = ""] of text.matchAll(HEIR)) {
    for (const [parent] of header.matchAll(/[A-Za-z_]\w*/g)) names.push(detached(`<${parent}`));
  }
  return new Set(language.flow?.foldsNames ? names.map((name) => name.toLowerCase()) : names);
}

function addTo<Key, Item>(map: Map<Key, Set<Item>>, key: Key, item: Item): void {
  const known = map.get(key);
  if (known) known.add(item);
  else map.set(key, new Set([item]));
}

/** Whether code of one language calls code of the other. */
export function areRelated(one: Language, other: Language): boolean {
  return one === other || one.patternsOf.includes(other.id) || other.patternsOf.includes(one.id);
}

/** Whether files of one language lead to files of the other: by calls, or by what they read. */
export function leadsTo(from: Language, to: Language): boolean {
  return areRelated(from, to) || (from.flow?.settings?.languages.includes(to.id) ?? false);
}

/** Whether a file may lead to another one: it names that or its folder, or stands beside it. */
function mentions(from: Entry, entry: Entry, name: string): boolean {
  const { folder } = entry;
  return folder === from.folder || names(from, entry, name) || hasWord(from, folder.slice(folder.lastIndexOf("/") + 1));
}

/** Whether a file names another one, or the other is called as what it defines. */
function names(from: Entry, { stem }: Entry, name: string): boolean {
  return stem === name || stem === snake(name) || hasWord(from, stem);
}

function hasWord(from: Entry, part: string): boolean {
  from.words ??= new Set(from.text.match(/\w+/g));
  return /^\w+$/.test(part) ? from.words.has(part) : part !== "" && from.text.includes(part);
}

const snake = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
