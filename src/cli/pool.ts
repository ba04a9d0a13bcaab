// Worker threads, each with an engine of its own. A thread that dies or hangs costs the file it was at, no other.
import { Worker } from "node:worker_threads";
import type { Rule } from "../engine/rules/rule";
import type { ContextFile, FromScanWorker, Jobs, JobType, ToScanWorker } from "./jobs";

/** A file that takes longer has hung the engine; milliseconds. */
const LONGEST = 120_000;

interface Task {
  readonly type: JobType;
  readonly job: Jobs[JobType]["job"];
  resolve(answer: Jobs[JobType]["answer"]): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  /** It runs code; until then its time is not the file's. */
  isOnline: boolean;
  current?: { readonly id: number; readonly task: Task };
  watch?: NodeJS.Timeout;
  /** What it said last before it died. */
  death?: string;
}

/** A scan makes much that it soon drops: with more room for what is young a tenth less time goes into clearing it. */
const LIMITS = { maxYoungGenerationSizeMb: 64 };

export class Pool {
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];
  #ruleSets: readonly (readonly Rule[])[] = [];
  #context: readonly ContextFile[] = [];
  #lastId = 0;
  #closed = false;

  /** `script` serves when it is started as a worker thread; see scan-worker.ts. */
  constructor(
    private readonly size: number,
    private readonly script: string,
    /** Milliseconds after which a job has hung. */
    private readonly longest = LONGEST,
  ) {}

  /**
   * The rule sets that scan jobs name by their index, and the files that data may flow to from others. To be called
   * before the first of these jobs.
   */
  useRules(ruleSets: readonly (readonly Rule[])[], context: readonly ContextFile[] = []): void {
    this.#ruleSets = ruleSets;
    this.#context = context;
    for (const { worker } of this.#threads) {
      post(worker, { type: "rules", ruleSets, context });
    }
  }

  /** Rejects with an Error in a sentence when the thread fails at this job. */
  run<T extends JobType>(type: T, job: Jobs[T]["job"]): Promise<Jobs[T]["answer"]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ type, job, resolve: resolve as Task["resolve"], reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #next(): void {
    if (this.#waiting.length === 0) {
      return;
    }
    const idle = [...this.#threads].find(({ current }) => current === undefined);
    const thread = idle ?? (this.#threads.size < this.size ? this.#start() : undefined);
    const task = thread === undefined ? undefined : this.#waiting.shift();
    if (thread === undefined || task === undefined) {
      return;
    }
    this.#lastId++;
    thread.current = { id: this.#lastId, task };
    this.#watch(thread);
    post(thread.worker, { type: task.type, id: this.#lastId, job: task.job } as ToScanWorker);
  }

  /** Ends the thread when it is still at its present job after the longest time. */
  #watch(thread: Thread): void {
    clearTimeout(thread.watch);
    if (!thread.isOnline || thread.current === undefined) {
      return;
    }
    thread.watch = setTimeout(() => {
      thread.death = `The engine took longer than ${this.longest / 1000} seconds and was stopped.`;
      // Its end is handled where every thread's is; the promise does not reject.
      void thread.worker.terminate();
    }, this.longest);
  }

  #start(): Thread {
    const thread: Thread = { worker: new Worker(this.script, { resourceLimits: LIMITS }), isOnline: false };
    thread.worker.on("online", () => {
      thread.isOnline = true;
      this.#watch(thread);
    });
    this.#threads.add(thread);
    thread.worker.on("message", (message: FromScanWorker) => this.#receive(thread, message));
    thread.worker.on("error", (error: Error) => {
      thread.death = `The engine failed: ${error.message.replace(/\.$/, "")}.`;
    });
    thread.worker.on("exit", () => this.#ended(thread));
    post(thread.worker, { type: "rules", ruleSets: this.#ruleSets, context: this.#context });
    return thread;
  }

  #receive(thread: Thread, message: FromScanWorker): void {
    const { current } = thread;
    if (current?.id !== message.id) {
      return;
    }
    thread.current = undefined;
    this.#watch(thread);
    if ("error" in message) {
      current.task.reject(new Error(message.error));
    } else {
      current.task.resolve(message.answer);
    }
    this.#next();
  }

  #ended(thread: Thread): void {
    this.#threads.delete(thread);
    clearTimeout(thread.watch);
    if (thread.current !== undefined) {
      thread.current.task.reject(new Error(thread.death ?? "The engine stopped unexpectedly."));
    }
    if (!this.#closed) {
      this.#next();
    }
  }
}

function post(worker: Worker, message: ToScanWorker): void {
  worker.postMessage(message);
}
