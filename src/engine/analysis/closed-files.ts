// Files of a workspace that are not open, parsed where flows lead there.
import { type Language, languageNamed } from "../languages";
import type { ParsedText } from "../syntax";
import type { Grammars } from "./grammars";
import type { OtherFile, Subject } from "./run";
import type { WorkspaceFile } from "./workspace";

/** So many are kept parsed. */
const MOST_PARSED = 200;

export class ClosedFiles {
  /** The one looked into last at the end. */
  private readonly parsed = new Map<string, Subject>();

  constructor(private readonly grammars: Grammars) {}

  /** A file as it can be analysed; undefined where its language is not ready. */
  other(file: WorkspaceFile): OtherFile | undefined {
    const language = languageNamed(file.languageId);
    const grammar = language && this.grammars.grammar(language);
    const { uri, text, path } = file;
    const parse = (): Subject => ({ uri, path, text, language, parsed: grammar?.parse(text), state: text });
    return grammar && { uri, state: text, subject: () => this.subject(file, parse) };
  }

  private subject({ uri, text }: WorkspaceFile, parse: () => Subject): Subject {
    const known = this.parsed.get(uri);
    const subject = known?.text === text ? known : parse();
    this.parsed.delete(uri);
    this.parsed.set(uri, subject);
    const [oldest] = this.parsed.keys();
    if (this.parsed.size > MOST_PARSED && oldest !== undefined) this.parsed.delete(oldest);
    return subject;
  }

  /** What is parsed of a file already. */
  known(uri: string, text: string, language: Language | undefined): ParsedText | undefined {
    const subject = this.parsed.get(uri);
    return subject?.text === text && subject.language === language ? subject.parsed : undefined;
  }

  delete(uri: string): void {
    this.parsed.delete(uri);
  }
}
