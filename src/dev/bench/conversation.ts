// Speaks the worker's protocol with a worker: requests and their replies, and the next analysis of a document.
import type {
  AnalysisReport,
  FromWorker,
  ProjectFile,
  ProjectInput,
  RequestType,
  Result,
  ToWorker,
} from "../../worker/protocol";
import { PROTOCOL_VERSION } from "../../worker/protocol";

/** A running worker as a benchmark sees it. */
export interface Wire {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** A file of the extension by its path there. */
  asset(path: string): Uint8Array;
}

/** Analyses at once after an edit; what rests is left alone while a benchmark runs. */
const input: ProjectInput = {
  settings: { disabledRules: [], exclude: [] },
  debounce: { least: 0, most: 0, idle: 3_600_000 },
  configurations: [],
  ruleFiles: [],
  trusted: true,
};

const project = "";

export class Conversation {
  /** What the engine could not do, each once. */
  readonly problems = new Set<string>();
  private lastId = 0;
  private readonly replies = new Map<number, (result: Result<RequestType>) => void>();
  private readonly failures = new Map<number, (error: Error) => void>();
  private readonly reports = new Map<string, (report: AnalysisReport) => void>();
  private readonly versions = new Map<string, number>();

  constructor(private readonly wire: Wire) {
    wire.onMessage((message) => this.receive(message));
  }

  /** Greets and configures the worker, with rules of the project's own; gives the number of rules that run. */
  async start(ruleFiles: readonly ProjectFile[] = []): Promise<number> {
    await this.request("hello", { protocol: PROTOCOL_VERSION, announceRules: false });
    const configured = { project, input: { ...input, ruleFiles }, quarantined: [] };
    const { rules } = (await this.request("configure", configured)) as Result<"configure">;
    return rules;
  }

  /** Opens a document and waits for its first findings. */
  open(uri: string, languageId: string, text: string): Promise<AnalysisReport> {
    this.versions.set(uri, 1);
    const report = this.nextReport(uri);
    return this.after(this.request("open", { project, document: { uri, languageId, text, version: 1 } }), report);
  }

  /** Makes one change and waits for the findings of the new text. */
  edit(uri: string, start: number, end: number, text: string): Promise<AnalysisReport> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const report = this.nextReport(uri);
    return this.after(this.request("edit", { project, uri, version, changes: [{ start, end, text }] }), report);
  }

  private async after(request: Promise<unknown>, report: Promise<AnalysisReport>): Promise<AnalysisReport> {
    const [found] = await Promise.all([report, request]);
    for (const { message } of found.problems) this.problems.add(message);
    return found;
  }

  private nextReport(uri: string): Promise<AnalysisReport> {
    return new Promise((resolve) => this.reports.set(uri, resolve));
  }

  private request(type: RequestType, params: unknown): Promise<Result<RequestType>> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.replies.set(id, resolve);
      this.failures.set(id, reject);
      this.wire.post({ id, type, params } as ToWorker);
    });
  }

  private receive(message: FromWorker): void {
    switch (message.type) {
      case "need":
        this.wire.post({ type: "asset", id: message.id, bytes: this.wire.asset(message.asset) });
        return;
      case "analysis":
        this.reports.get(message.report.uri)?.(message.report);
        return;
      case "log":
        console.error(message.message);
        return;
      case "reply":
        if ("error" in message) this.failures.get(message.id)?.(new Error(message.error.message));
        else this.replies.get(message.id)?.(message.result);
        this.replies.delete(message.id);
        this.failures.delete(message.id);
    }
  }
}
