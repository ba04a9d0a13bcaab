// The host's side of the protocol: one engine as the host sees it, whichever worker happens to run it at the moment.
import type {
  AnalysisReport,
  Configured,
  FromWorker,
  Params,
  ProjectInput,
  Request,
  RequestType,
  Result,
  TextChange,
  ToWorker,
  WorkerFailure,
} from "./protocol";
import { type DocumentInput, PROTOCOL_VERSION } from "./protocol";
import { Quarantine } from "./quarantine";
import type { Transport } from "./transport";
import { DEFAULT_TIMES, Watchdog, type WatchdogTimes } from "./watchdog";

export type EngineState = "starting" | "running" | "restarting" | "stopped";

/** What a host lends to its engine. */
export interface EngineHost {
  startWorker(): Promise<Transport>;
  /** Bytes of a file of the extension, by its path with `/`. */
  readAsset(path: string): Promise<Uint8Array>;
  /** The document as it stands now; undefined when it is no longer open. */
  snapshot(uri: string): DocumentInput | undefined;
  onAnalysis(report: AnalysisReport): void;
  onState(state: EngineState, builtInRules: number): void;
  /** Something a person must be told: a full sentence. */
  onNotice(notice: Notice): void;
  log(message: string): void;
}

/** A rule or a document that is left out because the engine stopped at it. */
export type Notice =
  | { readonly kind: "rule"; readonly ruleId: string; readonly uri: string }
  | { readonly kind: "document"; readonly uri: string };

export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds after which the worker gives up. */
  readonly deadline?: number;
}

/** A request that was not answered: see its code. */
export class RequestFailure extends Error {
  constructor(readonly failure: WorkerFailure) {
    super(failure.message);
    this.name = "RequestFailure";
  }
}

interface Pending {
  readonly request: Request;
  settle(message: Extract<FromWorker, { type: "reply" }>): void;
  /** Workers that ended while they owed the answer. */
  ended: number;
}

type DocumentRequest = "open" | "edit" | "close";
type Asked = Exclude<RequestType, DocumentRequest | "hello" | "configure" | "ping">;

/** So many workers may end over one request before it is given up. */
const MOST_ENDED = 3;

export class EngineClient {
  readonly #host: EngineHost;
  readonly #watchdog: Watchdog;
  readonly #quarantine = new Quarantine();
  readonly #pending = new Map<number, Pending>();
  readonly #projects = new Map<string, ProjectInput>();
  /** Project of every open document. */
  readonly #documents = new Map<string, string>();
  #transport: Transport | undefined;
  #starting: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;
  #generation = 0;
  #disposed = false;

  constructor(host: EngineHost, times: WatchdogTimes = DEFAULT_TIMES) {
    this.#host = host;
    this.#watchdog = new Watchdog(
      {
        busy: () => this.#pending.size > 0,
        ping: () => this.#post({ id: this.#nextId(), type: "ping", params: {} }),
        hung: () => this.#ended("It did not answer in time."),
      },
      times,
    );
  }

  /** Ids of the rules that are left out because the engine stopped at them. */
  get quarantined(): readonly string[] {
    return this.#quarantine.rules;
  }

  start(): void {
    this.#start(0, "starting");
  }

  /** Ends the worker and starts another, with every rule and document back in. */
  restart(): void {
    this.#quarantine.clear();
    this.#drop();
    this.#start(0, "restarting");
  }

  dispose(): void {
    this.#disposed = true;
    this.#drop();
    for (const pending of this.#pending.values()) this.#giveUp(pending, "The engine was stopped.");
    this.#pending.clear();
    this.#host.onState("stopped", 0);
  }

  /** Hands over a project's settings and files; documents of it are analysed again. */
  configure(project: string, input: ProjectInput): Promise<Configured> {
    this.#projects.set(project, input);
    return this.#request("configure", { project, input, quarantined: this.quarantined }, {});
  }

  open(project: string, document: DocumentInput): void {
    this.#documents.set(document.uri, project);
    this.#quarantine.reopen(document.uri);
    if (this.#transport) this.#tell("open", { project, document });
  }

  edit(uri: string, version: number, changes: readonly TextChange[]): void {
    const project = this.#documents.get(uri);
    if (project === undefined || this.#quarantine.holds(uri)) return;
    if (this.#transport) this.#tell("edit", { project, uri, version, changes });
  }

  close(uri: string): void {
    const project = this.#documents.get(uri);
    this.#documents.delete(uri);
    if (project !== undefined && this.#transport) this.#tell("close", { project, uri });
  }

  /** Asks the worker; rejects with a RequestFailure. A worker that ends meanwhile is replaced and asked once more. */
  ask<T extends Asked>(type: T, params: Params<T>, options: RequestOptions = {}): Promise<Result<T>> {
    return this.#request(type, params, options);
  }

  #request<T extends RequestType>(type: T, params: Params<T>, options: RequestOptions): Promise<Result<T>> {
    const { signal, deadline } = options;
    const id = this.#nextId();
    const request = { id, type, params, ...(deadline === undefined ? {} : { deadline }) } as Request;
    return new Promise((resolve, reject) => {
      const abort = () => {
        if (!this.#pending.delete(id)) return;
        this.#post({ type: "cancel", id });
        reject(new RequestFailure({ code: "cancelled", message: "The request was cancelled." }));
      };
      const settle: Pending["settle"] = (message) => {
        signal?.removeEventListener("abort", abort);
        if ("error" in message) reject(new RequestFailure(message.error));
        else resolve(message.result as Result<T>);
      };
      this.#await({ request, settle, ended: 0 });
      if (signal?.aborted) abort();
      else signal?.addEventListener("abort", abort, { once: true });
      if (this.#pending.has(id)) this.#post(request);
    });
  }

  /** A message about a document: its answer only says that the worker is done with it. */
  #tell<T extends DocumentRequest>(type: T, params: Params<T>): void {
    const request = { id: this.#nextId(), type, params } as Request;
    const settle: Pending["settle"] = (message) => {
      if ("error" in message) this.#host.log(`${type} ${describe(request)}: ${message.error.message}`);
    };
    this.#await({ request, settle, ended: 0 });
    this.#post(request);
  }

  #await(pending: Pending): void {
    if (this.#pending.size === 0) this.#watchdog.asked();
    this.#pending.set(pending.request.id, pending);
  }

  #post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void {
    this.#transport?.post(message, transfer);
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #start(pause: number, state: EngineState): void {
    this.#host.onState(state, 0);
    clearTimeout(this.#starting);
    this.#generation += 1;
    const generation = this.#generation;
    this.#starting = setTimeout(() => {
      this.#host.startWorker().then(
        (transport) => {
          if (generation === this.#generation && !this.#disposed) this.#started(transport);
          else transport.terminate();
        },
        (error: unknown) => {
          if (generation === this.#generation) this.#ended(`It could not be started: ${String(error)}`);
        },
      );
    }, pause);
  }

  /** Brings a new worker to where the last one was: projects, documents, then what is still asked. */
  #started(transport: Transport): void {
    this.#transport = transport;
    transport.onMessage((message) => {
      if (this.#transport === transport) this.#receive(message);
    });
    transport.onEnd((reason) => {
      if (this.#transport === transport) this.#ended(reason);
    });
    this.#watchdog.started();
    this.#hello();
    const asked = [...this.#pending.values()];
    const renewed = new Set(asked.map(({ request }) => request.type === "configure" && request.params.project));
    for (const [project, input] of this.#projects) {
      if (renewed.has(project)) continue;
      const settings = { project, input, quarantined: this.quarantined };
      this.#request("configure", settings, {}).catch((error: unknown) => this.#host.log(String(error)));
    }
    for (const { request } of asked) {
      if (request.type !== "configure") continue;
      this.#post({ ...request, params: { ...request.params, quarantined: this.quarantined } });
    }
    for (const uri of this.#quarantine.order(this.#documents.keys())) {
      const document = this.#host.snapshot(uri);
      if (document) this.#tell("open", { project: this.#documents.get(uri) ?? "", document });
    }
    for (const { request } of asked) if (request.type !== "configure" && request.type !== "hello") this.#post(request);
  }

  #hello(): void {
    const announceRules = this.#quarantine.replaying;
    this.#request("hello", { protocol: PROTOCOL_VERSION, announceRules }, {}).then(
      ({ builtInRules }) => this.#host.onState("running", builtInRules),
      (error: unknown) => {
        this.#host.log(`The engine did not start: ${String(error)}`);
        this.#host.onState("stopped", 0);
      },
    );
  }

  #receive(message: FromWorker): void {
    this.#watchdog.sign();
    switch (message.type) {
      case "reply": {
        const pending = this.#pending.get(message.id);
        this.#pending.delete(message.id);
        pending?.settle(message);
        if (pending) for (const uri of analysedBy(pending.request)) this.#survived(uri);
        break;
      }
      case "analysis":
        this.#survived(message.report.uri);
        this.#host.onAnalysis(message.report);
        break;
      case "phase":
        this.#watchdog.suspicion = message;
        break;
      case "need":
        this.#provide(message.id, message.asset);
        break;
      case "log":
        this.#host.log(message.message);
        break;
      case "alive":
        break;
    }
  }

  /** The worker is through with the document: nothing there hangs, unless a review of it is still to come. */
  #survived(uri: string): void {
    this.#watchdog.suspicion = undefined;
    const reviews = [...this.#pending.values()].some(({ request: r }) => r.type === "review" && r.params.uri === uri);
    if (!reviews && this.#quarantine.survived(uri)) this.#hello();
  }

  #provide(id: number, asset: string): void {
    const generation = this.#generation;
    const answer = (message: ToWorker, transfer?: readonly ArrayBuffer[]) => {
      if (generation === this.#generation) this.#post(message, transfer);
    };
    this.#host.readAsset(asset).then(
      (read) => {
        // A copy of its own: a buffer that the host shares with others must not be moved away.
        const bytes = read.slice();
        answer({ type: "asset", id, bytes }, [bytes.buffer]);
      },
      (error: unknown) => answer({ type: "asset", id, error: String(error) }),
    );
  }

  /** The worker hung or ended: blames what it was at, and starts another. */
  #ended(reason: string): void {
    if (this.#disposed) return;
    const { suspicion } = this.#watchdog;
    const at = suspicion ? ` It was at ${JSON.stringify(suspicion.phase)} of ${suspicion.uri}.` : "";
    this.#host.log(`The engine stopped. ${reason}${at}`);
    this.#drop();
    const notice = this.#quarantine.blame(suspicion);
    if (notice) this.#host.onNotice(notice);
    for (const [id, pending] of this.#pending) {
      pending.ended += 1;
      if (pending.ended < MOST_ENDED) continue;
      this.#pending.delete(id);
      this.#giveUp(pending, "The engine stopped over this more than once.");
    }
    this.#start(this.#watchdog.backOff(), "restarting");
  }

  /** Ends the worker, forgetting what the next one is told anew. */
  #drop(): void {
    this.#generation += 1;
    clearTimeout(this.#starting);
    this.#watchdog.stop();
    this.#transport?.terminate();
    this.#transport = undefined;
    for (const [id, { request }] of this.#pending) {
      if (request.type === "hello" || request.type === "open" || request.type === "edit" || request.type === "close") {
        this.#pending.delete(id);
      }
    }
  }

  #giveUp(pending: Pending, message: string): void {
    pending.settle({ type: "reply", id: pending.request.id, error: { code: "stopped", message } });
  }
}

/** The documents in which a request runs rules. */
function analysedBy({ type, params }: Request): readonly string[] {
  if (type === "testRules") return params.targets.map(({ file }) => file.uri);
  return type === "review" || type === "explain" ? [params.uri] : [];
}

function describe(request: Request): string {
  if (request.type === "open") return request.params.document.uri;
  return "uri" in request.params ? request.params.uri : "";
}
