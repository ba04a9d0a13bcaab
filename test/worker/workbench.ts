// A service with the real engine, in the test's own thread: what it posts is kept, and its messages are sent in order.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inRoot } from "../../src/dev/paths";
import { type Analyzer, createAnalyzer } from "../../src/engine/analyzer";
import { loadRules } from "../../src/engine/rules/loader";
import { createProject } from "../../src/worker/project";
import {
  type AnalysisReport,
  type FromWorker,
  type Params,
  PROTOCOL_VERSION,
  type ProjectInput,
  type Request,
  type RequestType,
  type Result,
} from "../../src/worker/protocol";
import { Service, type ServiceHost } from "../../src/worker/service";

/** A rule with a fix, and one for a reviewer's eye. */
export const RULES = `rules:
  - id: test.danger
    message: Something dangerous is done. Do it safely.
    severity: ERROR
    languages: [javascript, python]
    pattern: danger($X)
    fix: safe($X)
    metadata: { category: security, subcategory: [vuln], confidence: HIGH }
  - id: test.look
    message: Look at this.
    severity: INFO
    languages: [javascript]
    pattern: look(...)
    metadata: { category: security, subcategory: [audit] }
`;

export const PROJECT: ProjectInput = {
  settings: { disabledRules: [], exclude: [] },
  debounce: { least: 0, most: 0, idle: 10_000 },
  configurations: [],
  ruleFiles: [],
  trusted: true,
};

const loaded = loadRules(RULES, "rules.yml", { builtIn: true });
assert.deepEqual(loaded.errors, []);

export const createTestAnalyzer = (): Promise<Analyzer> =>
  createAnalyzer({
    grammars: { load: (file) => readFile(inRoot("grammars", file)) },
    log: () => undefined,
    now: () => performance.now(),
  });

export class Workbench {
  readonly posted: FromWorker[] = [];
  readonly service: Service;
  /** Called at every pause of a run: what comes between two slices. */
  atPause: () => void = () => undefined;
  #lastId = 0;
  #running: Promise<void>;
  #posted: (() => void)[] = [];

  constructor(over: Partial<ServiceHost> = {}) {
    this.service = new Service({
      post: (message) => {
        this.posted.push(message);
        for (const wake of this.#posted.splice(0)) wake();
      },
      pause: async () => {
        this.atPause();
        await new Promise((resolve) => setImmediate(resolve));
      },
      now: () => performance.now(),
      today: () => "2026-01-01",
      createEngine: async () => ({ analyzer: await createTestAnalyzer(), builtIn: loaded.rules }),
      createProject,
      ...over,
    });
    this.#running = this.service.run();
  }

  /** Says hello and configures the project "p". */
  async start(input: ProjectInput = PROJECT): Promise<void> {
    await this.ask("hello", { protocol: PROTOCOL_VERSION, announceRules: false });
    await this.ask("configure", { project: "p", input, quarantined: [] });
  }

  async stop(): Promise<void> {
    this.service.stop();
    await this.#running;
  }

  /** Sends a request without waiting; gives its id. */
  send<T extends RequestType>(type: T, params: Params<T>, deadline?: number): number {
    this.#lastId += 1;
    const request = { id: this.#lastId, type, params, ...(deadline === undefined ? {} : { deadline }) };
    this.service.receive(request as Request);
    return this.#lastId;
  }

  async reply(id: number): Promise<Extract<FromWorker, { type: "reply" }>> {
    const find = () => this.posted.find((message) => message.type === "reply" && message.id === id);
    for (let found = find(); ; found = find()) {
      if (found?.type === "reply") return found;
      await this.#nextPost(`the reply to request ${id}`);
    }
  }

  /** Sends a request and waits for what answers it; an error of the worker fails the test. */
  async ask<T extends RequestType>(type: T, params: Params<T>): Promise<Result<T>> {
    const reply = await this.reply(this.send(type, params));
    assert.ok("result" in reply, `${type}: ${JSON.stringify(reply)}`);
    return reply.result as Result<T>;
  }

  open(uri: string, text: string, languageId = "javascript", path?: string): Promise<Result<"open">> {
    const document = { uri, languageId, text, version: 1, ...(path === undefined ? {} : { path }) };
    return this.ask("open", { project: "p", document });
  }

  edit(uri: string, version: number, start: number, end: number, text: string): number {
    return this.send("edit", { project: "p", uri, version, changes: [{ start, end, text }] });
  }

  reports(uri: string): AnalysisReport[] {
    return this.posted.flatMap((message) => {
      return message.type === "analysis" && message.report.uri === uri ? [message.report] : [];
    });
  }

  last(uri: string): AnalysisReport {
    const report = this.reports(uri).at(-1);
    assert.ok(report, `${uri} was never analysed`);
    return report;
  }

  async #nextPost(what: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${what} never came`)), 10_000);
      this.#posted.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
