// The worker's side of the protocol: keeps documents and projects, analyses what changed, answers requests.
// It knows no host: its clock, its pause and its port are handed in.
import type { Analysis, Analyzer } from "../engine/analyzer";
import type { Rule } from "../engine/rules/rule";
import {
  answered,
  dueAfterEdit,
  finished,
  MOST_ABANDONED,
  nextDue,
  type QueuedDocument,
  queuedDocument,
  untilNextDue,
} from "./document-queue";
import { HeldFiles } from "./held-files";
import type { createProject, Project, Selection } from "./project";
import type { FromWorker, Params, Request, ToWorker } from "./protocol";
import { answer, RequestError, type ServiceState } from "./requests";
import { drive } from "./run";

/** The engine with the rules that ship with it; made when the host says hello. */
export interface Engine {
  readonly analyzer: Analyzer;
  readonly builtIn: readonly Rule[];
}

export interface ServiceHost {
  post(message: FromWorker): void;
  /** Resolves after the messages that have arrived meanwhile were handled. */
  pause(): Promise<void>;
  /** Milliseconds of a clock that does not jump. */
  now(): number;
  /** The ISO date of today. */
  today(): string;
  createEngine(): Promise<Engine>;
  readonly createProject: typeof createProject;
}

/** A document may arrive before its project; until then these hold. */
const DEFAULT_DEBOUNCE = { least: 30, most: 500, idle: 300 };

export class Service {
  readonly #host: ServiceHost;
  readonly #state: ServiceState;
  readonly #requests: { readonly request: Request; readonly arrived: number }[] = [];
  readonly #closing: string[] = [];
  #wake: (() => void) | undefined;
  #stopped = false;

  constructor(host: ServiceHost) {
    this.#host = host;
    this.#state = {
      host,
      documents: new Map(),
      projects: new Map(),
      engine: undefined,
      announceRules: false,
      cancelled: new Set(),
      files: new HeldFiles(),
    };
  }

  /** Takes a message and returns at once; the work is done by `run`, between its slices. */
  receive(message: Exclude<ToWorker, { type: "asset" }>): void {
    switch (message.type) {
      case "cancel":
        this.#state.cancelled.add(message.id);
        break;
      case "open":
        this.#open(message.id, message.params);
        break;
      case "edit":
        this.#edit(message.id, message.params);
        break;
      case "close":
        this.#close(message.params.uri);
        this.#host.post({ type: "reply", id: message.id, result: "closed" });
        break;
      case "ping":
        this.#host.post({ type: "reply", id: message.id, result: null });
        break;
      default:
        this.#requests.push({ request: message, arrived: this.#host.now() });
    }
    this.#wake?.();
  }

  /** Works until `stop`: requests first, then the documents that are due, the one edited last before the others. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      for (const uri of this.#closing.splice(0)) this.#state.engine?.analyzer.close(uri);
      this.#reanalyzeOutdated();
      const next = this.#requests.shift();
      const document = next ? undefined : nextDue(this.#state.documents.values(), this.#host.now());
      if (next) await this.#serve(next.request, next.arrived);
      else if (document) await this.#attend(document);
      else await this.#rest();
    }
    this.#state.engine?.analyzer.dispose();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  /** Waits for a message or for the next document that is due. */
  async #rest(): Promise<void> {
    const wait = untilNextDue(this.#state.documents.values(), this.#host.now());
    await new Promise<void>((resolve) => {
      const timer = wait === undefined ? undefined : setTimeout(resolve, wait);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  #open(id: number, { document: input, project }: Params<"open">): void {
    this.#close(input.uri);
    const document = queuedDocument(input, project);
    document.steps.push(async () => {
      const { analyzer } = this.#state.engine ?? noEngine();
      let languageId = "plaintext";
      try {
        await analyzer.ready(input.languageId);
        languageId = input.languageId;
        await analyzer.ready(languageId, input.text);
      } catch (error) {
        // What needs no grammar, or only the document's own, still runs, and the person is told why the rest does not.
        document.failure = messageOf(error);
      }
      analyzer.open({ ...input, languageId });
      document.applied = input.version;
    });
    document.waiting.push({ id, version: input.version });
    document.lastEdit = this.#host.now();
    document.due = document.lastEdit;
    this.#state.documents.set(input.uri, document);
  }

  #edit(id: number, { uri, version, changes }: Params<"edit">): void {
    const document = this.#state.documents.get(uri);
    if (!document) {
      this.#host.post({ type: "reply", id, result: "closed" });
      return;
    }
    const now = this.#host.now();
    document.received = version;
    document.steps.push(async () => {
      const { analyzer } = this.#state.engine ?? noEngine();
      analyzer.edit(uri, version, changes);
      document.applied = version;
      if (document.failure !== undefined) return;
      try {
        // What was typed may begin code of another language.
        await analyzer.ready(document.languageId, analyzer.text(uri));
      } catch (error) {
        document.failure = messageOf(error);
      }
    });
    document.waiting.push({ id, version });
    document.lastEdit = now;
    document.changedSince ??= now;
    document.settled = false;
    document.due = dueAfterEdit(document, now, this.#debounce(document));
  }

  #close(uri: string): void {
    const document = this.#state.documents.get(uri);
    if (!document) return;
    this.#state.documents.delete(uri);
    document.closed = true;
    for (const { id } of document.waiting) this.#host.post({ type: "reply", id, result: "closed" });
    document.waiting = [];
    // Never within an analysis of it: the loop does it.
    if (document.applied >= 0) this.#closing.push(uri);
  }

  #debounce(document: QueuedDocument) {
    return this.#state.projects.get(document.project)?.input.debounce ?? DEFAULT_DEBOUNCE;
  }

  async #serve(request: Request, arrived: number): Promise<void> {
    try {
      const result = await answer(this.#state, request, arrived);
      this.#host.post({ type: "reply", id: request.id, result });
      if (request.type === "configure") this.#reanalyze(request.params.project);
    } catch (error) {
      const code = error instanceof RequestError ? error.code : "failed";
      if (code === "failed") this.#log(error);
      this.#host.post({ type: "reply", id: request.id, error: { code, message: messageOf(error) } });
    }
    this.#state.cancelled.delete(request.id);
  }

  /** A changed configuration may change the findings of every document of its project. */
  #reanalyze(project: string): void {
    const now = this.#host.now();
    for (const document of this.#state.documents.values()) {
      if (document.project === project) document.due ??= now;
    }
  }

  /** What changed in one document or file may change the findings of others. */
  #reanalyzeOutdated(): void {
    const now = this.#host.now();
    for (const uri of this.#state.engine?.analyzer.takeOutdated() ?? []) {
      const document = this.#state.documents.get(uri);
      if (document) document.due ??= now;
    }
  }

  /** Analyses a document that is due; whatever fails concerns this document alone. */
  async #attend(document: QueuedDocument): Promise<void> {
    document.due = undefined;
    try {
      for (let step = document.steps.shift(); step; step = document.steps.shift()) await step();
      const project = this.#state.projects.get(document.project);
      if (document.closed) return;
      if (project) await this.#analyze(document, project);
      else throw new RequestError("project", `The project ${document.project} was not configured.`);
    } catch (error) {
      this.#log(error);
      const code = error instanceof RequestError ? error.code : "failed";
      for (const { id } of document.waiting.splice(0)) {
        this.#host.post({ type: "reply", id, error: { code, message: messageOf(error) } });
      }
    }
  }

  async #analyze(document: QueuedDocument, project: Project): Promise<void> {
    const { analyzer } = this.#state.engine ?? noEngine();
    const { uri, applied: version } = document;
    document.settled ||= this.#host.now() - document.lastEdit >= this.#debounce(document).idle;
    const { settled } = document;
    const selection = project.select(document.path, analyzer.text(uri) ?? "");
    if (selection.skipped !== undefined) {
      return this.#report(document, selection, settled, emptyAnalysis(uri, version));
    }
    const { rules, strict } = selection;
    const options = { rules, strict, today: this.#host.today(), idle: settled };
    const announce = (phase: Parameters<Parameters<typeof drive>[1]["announce"]>[0]) =>
      this.#host.post({ type: "phase", uri, phase });
    const alive = () => this.#host.post({ type: "alive" });
    const run = await drive(
      analyzer.analyze(uri, options),
      { now: this.#host.now, pause: this.#host.pause, announce, alive },
      this.#state.announceRules,
      () => this.#overtaken(document),
    );
    if (run.finished) {
      const findings = run.value.findings.map((finding) => selection.mark(finding, options.today));
      return this.#report(document, selection, settled, { ...run.value, findings });
    }
    document.abandoned += 1;
    document.due ??= this.#host.now();
  }

  /** Whether a newer edit, of this document or of another that is due, makes the running analysis worthless. */
  #overtaken(document: QueuedDocument): boolean {
    if (document.closed || this.#stopped) return true;
    if (document.abandoned >= MOST_ABANDONED) return false;
    const next = nextDue(this.#state.documents.values(), this.#host.now());
    return document.steps.length > 0 || (next !== undefined && next.lastEdit > document.lastEdit);
  }

  #report(document: QueuedDocument, selection: Selection, settled: boolean, analysis: Analysis): void {
    if (document.closed) return;
    const failure = document.failure === undefined ? [] : [{ uri: document.uri, message: document.failure }];
    this.#host.post({
      type: "analysis",
      report: {
        ...analysis,
        problems: [...failure, ...analysis.problems],
        project: document.project,
        settled,
        rules: selection.rules.count(document.languageId, document.path),
        ...(selection.skipped === undefined ? {} : { skipped: selection.skipped }),
      },
    });
    for (const { id, outcome } of answered(document, analysis.version)) {
      this.#host.post({ type: "reply", id, result: outcome });
    }
    finished(document, analysis.milliseconds, this.#debounce(document).idle);
  }

  #log(error: unknown): void {
    this.#host.post({ type: "log", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function emptyAnalysis(uri: string, version: number): Analysis {
  return { uri, version, findings: [], problems: [], hasSyntaxErrors: false, unsettled: [], milliseconds: 0 };
}

function noEngine(): never {
  throw new RequestError("failed", "The engine did not start.");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
