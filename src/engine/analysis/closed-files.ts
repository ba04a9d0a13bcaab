// Files of a workspace that are not open, parsed where flows lead there.
import type { WorkspaceFile } from "./workspace";

/** So many are kept parsed. */
const MOST_PARSED = 200;

export class ClosedFiles<Subject> {
  /** The one looked into last at the end. */
  private readonly parsed = new Map<string, { readonly text: string; readonly subject: Subject }>();

  constructor(private readonly parse: (file: WorkspaceFile) => Subject) {}

  /** A file as it can be analysed. */
  subject(file: WorkspaceFile): Subject {
    const { uri, text } = file;
    const known = this.parsed.get(uri);
    const subject = known?.text === text ? known.subject : this.parse(file);
    this.parsed.delete(uri);
    this.parsed.set(uri, { text, subject });
    const [oldest] = this.parsed.keys();
    if (this.parsed.size > MOST_PARSED && oldest !== undefined) this.parsed.delete(oldest);
    return subject;
  }

  delete(uri: string): void {
    this.parsed.delete(uri);
  }
}
