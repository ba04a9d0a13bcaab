// The client against workers that the test plays itself: what it sends, and what it does when they end or fall silent.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { EngineClient, type EngineState, type Notice, RequestFailure } from "../../src/worker/client";
import type { FromWorker, ProjectInput, ToWorker } from "../../src/worker/protocol";
import type { Transport } from "../../src/worker/transport";

const URI = "file:///a.js";
const INPUT: ProjectInput = {
  settings: { disabledRules: [], exclude: [] },
  debounce: { least: 0, most: 0, idle: 0 },
  configurations: [],
  ruleFiles: [],
  trusted: true,
};

/** A worker whose answers the test gives. */
class Played implements Transport {
  readonly got: ToWorker[] = [];
  say: (message: FromWorker) => void = () => assert.fail("nobody listens");
  end: (reason: string) => void = () => assert.fail("nobody listens");
  terminated = false;

  post(message: ToWorker): void {
    this.got.push(message);
    if (message.type === "hello") {
      this.say({ type: "reply", id: message.id, result: { protocol: 1, builtInRules: 2 } });
    }
  }
  onMessage(listener: (message: FromWorker) => void): void {
    this.say = listener;
  }
  onEnd(listener: (reason: string) => void): void {
    this.end = listener;
  }
  terminate(): void {
    this.terminated = true;
  }
  types(): string[] {
    return this.got.map(({ type }) => type);
  }
  last<T extends ToWorker["type"]>(type: T): Extract<ToWorker, { type: T }> {
    const found = this.got.findLast((message) => message.type === type);
    assert.ok(found, `no ${type} was sent`);
    return found as Extract<ToWorker, { type: T }>;
  }
}

function play(times = { silence: 60_000, grace: 60_000 }) {
  const workers: Played[] = [];
  const states: EngineState[] = [];
  const notices: Notice[] = [];
  const client = new EngineClient(
    {
      startWorker: async () => {
        const worker = new Played();
        workers.push(worker);
        return worker;
      },
      readAsset: async (path) => {
        if (path === "missing") throw new Error("no such file");
        return new TextEncoder().encode(path);
      },
      snapshot: (uri) => ({ uri, languageId: "javascript", version: 7, text: "now" }),
      onAnalysis: () => undefined,
      onState: (state) => states.push(state),
      onNotice: (notice) => notices.push(notice),
      log: () => undefined,
    },
    times,
  );
  const worker = async (index: number) => {
    for (let tries = 0; tries < 200 && !workers[index]; tries++) await sleep(10);
    const found = workers[index];
    assert.ok(found, `worker ${index} was not started`);
    await sleep(1);
    return found;
  };
  return { client, worker, states, notices };
}

const hangs = (at: "match" | "a-rule"): FromWorker => ({
  type: "phase",
  uri: URI,
  phase: at === "match" ? { phase: "match" } : { phase: "rule", ruleId: "a-rule" },
});

describe("the client of the worker", () => {
  let played: ReturnType<typeof play>;
  beforeEach(() => {
    played = play();
    played.client.start();
  });
  afterEach(() => played.client.dispose());

  it("brings a new worker to where the dead one was", async () => {
    const first = await played.worker(0);
    const configured = played.client.configure("p", INPUT);
    first.say({
      type: "reply",
      id: first.last("configure").id,
      result: { rules: 1, mistakes: [], ruleFiles: [], followed: [] },
    });
    await configured;
    played.client.open("p", { uri: URI, languageId: "javascript", version: 1, text: "then" });
    played.client.edit(URI, 2, [{ start: 0, end: 0, text: "x" }]);
    const timings = played.client.ask("timings", { project: "p" });
    first.end("killed");

    const second = await played.worker(1);
    assert.deepEqual(second.types(), ["hello", "configure", "open", "timings"]);
    assert.deepEqual(second.last("open").params.document, {
      uri: URI,
      languageId: "javascript",
      version: 7,
      text: "now",
    });
    second.say({ type: "reply", id: second.last("timings").id, result: [] });
    assert.deepEqual(await timings, []);
    assert.deepEqual(played.states.slice(0, 4), ["starting", "running", "restarting", "running"]);
  });

  it("replays a document at which the worker ended, announcing rules, and leaves out the one named then", async () => {
    const first = await played.worker(0);
    void played.client.configure("p", INPUT).catch(() => undefined);
    played.client.open("p", { uri: "file:///b.js", languageId: "javascript", version: 1, text: "" });
    played.client.open("p", { uri: URI, languageId: "javascript", version: 1, text: "" });
    first.say(hangs("match"));
    first.end("out of memory");

    const second = await played.worker(1);
    assert.equal(second.last("hello").params.announceRules, true);
    const opened = second.got.flatMap((message) => (message.type === "open" ? [message.params.document.uri] : []));
    assert.deepEqual(opened, [URI, "file:///b.js"]);
    assert.deepEqual(played.notices, []);
    second.say(hangs("a-rule"));
    second.end("out of memory");

    const third = await played.worker(2);
    assert.deepEqual(played.notices, [{ kind: "rule", ruleId: "a-rule", uri: URI }]);
    assert.deepEqual(third.last("configure").params.quarantined, ["a-rule"]);
  });

  it("stops announcing rules once the suspect came through", async () => {
    const first = await played.worker(0);
    played.client.open("p", { uri: URI, languageId: "javascript", version: 1, text: "" });
    first.say(hangs("match"));
    first.end("killed");
    const second = await played.worker(1);
    const analysis = { uri: URI, version: 7, findings: [], problems: [], hasSyntaxErrors: false, unsettled: [] };
    const report = { ...analysis, milliseconds: 1, project: "p", settled: true, rules: 1 };
    second.say({ type: "analysis", report });
    assert.equal(second.last("hello").params.announceRules, false);
    assert.deepEqual(played.notices, []);
  });

  it("gives a request up when worker after worker ends over it", async () => {
    const asked = played.client.ask("timings", { project: "p" });
    const failure = assert.rejects(
      asked,
      (error) => error instanceof RequestFailure && error.failure.code === "stopped",
    );
    for (let index = 0; index < 3; index++) (await played.worker(index)).end("crash");
    await failure;
  });

  it("cancels what is aborted, in the worker too", async () => {
    const worker = await played.worker(0);
    const abort = new AbortController();
    const asked = played.client.ask("timings", { project: "p" }, { signal: abort.signal });
    abort.abort();
    await assert.rejects(asked, (error) => error instanceof RequestFailure && error.failure.code === "cancelled");
    assert.equal(worker.last("cancel").id, worker.last("timings").id);
  });

  it("hands over files, and says which it cannot read", async () => {
    const worker = await played.worker(0);
    worker.say({ type: "need", id: 1, asset: "dist/rules.json" });
    worker.say({ type: "need", id: 2, asset: "missing" });
    await sleep(1);
    const [read, failed] = worker.got.filter((message) => message.type === "asset");
    assert.ok(read && "bytes" in read && new TextDecoder().decode(read.bytes) === "dist/rules.json");
    assert.ok(failed && "error" in failed && /no such file/.test(failed.error));
  });

  it("starts afresh on demand, and forgets what was left out", async () => {
    const first = await played.worker(0);
    played.client.open("p", { uri: URI, languageId: "javascript", version: 1, text: "" });
    played.client.restart();
    const second = await played.worker(1);
    assert.equal(first.terminated, true);
    assert.deepEqual(second.types(), ["hello", "open"]);
  });
});

describe("the watchdog", () => {
  it("replaces a worker that falls silent over its work, and not one that rests or gives signs of life", async () => {
    const { client, worker } = play({ silence: 60, grace: 40 });
    client.start();
    const first = await worker(0);
    await sleep(250);
    assert.equal(first.terminated, false, "it had nothing to do");

    client.open("p", { uri: URI, languageId: "javascript", version: 1, text: "" });
    for (let sign = 0; sign < 10; sign++) {
      await sleep(25);
      first.say({ type: "alive" });
    }
    assert.equal(first.terminated, false, "it was alive");

    first.say(hangs("match"));
    const second = await worker(1);
    assert.equal(first.terminated, true);
    assert.equal(second.last("hello").params.announceRules, true);
    client.dispose();
  });

  it("asks before it acts: a worker that answers the ping stays", async () => {
    const { client, worker } = play({ silence: 50, grace: 50 });
    client.start();
    const first = await worker(0);
    client.open("p", { uri: URI, languageId: "javascript", version: 1, text: "" });
    for (let round = 0; round < 20; round++) {
      await sleep(15);
      const ping = first.got.findLast((message) => message.type === "ping");
      if (ping) first.say({ type: "reply", id: ping.id, result: null });
    }
    assert.ok(first.types().includes("ping"));
    assert.equal(first.terminated, false);
    client.dispose();
  });
});
