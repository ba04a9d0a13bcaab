// The client against real worker threads with the real engine: hangs, crashes and kills.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { bundles } from "../../src/dev/build";
import { inRoot } from "../../src/dev/paths";
import { compileRules } from "../../src/engine/rules/compiled";
import { EngineClient, type Notice } from "../../src/worker/client";
import type { AnalysisReport, DocumentInput, FromWorker } from "../../src/worker/protocol";
import { PROJECT, RULES } from "./workbench";

const SCRIPT = inRoot("out/test/worker/hanging-worker.js");

const rule = (id: string) =>
  `  - id: ${id}\n    message: M.\n    severity: ERROR\n    languages: [javascript]\n    pattern: hang(...)\n`;

/** An engine on worker threads, and an editor that holds its documents. */
class Host {
  readonly documents = new Map<string, DocumentInput>();
  readonly reports: AnalysisReport[] = [];
  readonly notices: Notice[] = [];
  readonly workers: Worker[] = [];
  readonly client: EngineClient;

  constructor(rules: string) {
    const { compiled, errors } = compileRules([{ file: "rules.yml", text: rules }]);
    assert.deepEqual(errors, []);
    const bytes = new TextEncoder().encode(JSON.stringify(compiled));
    this.client = new EngineClient(
      {
        startWorker: async () => this.#startWorker(),
        readAsset: async (path) => (path === "dist/rules.json" ? bytes : readFile(inRoot(path))),
        snapshot: (uri) => this.documents.get(uri),
        onAnalysis: (report) => this.reports.push(report),
        onState: () => undefined,
        onNotice: (notice) => this.notices.push(notice),
        log: () => undefined,
      },
      { silence: 700, grace: 300 },
    );
    this.client.start();
  }

  #startWorker() {
    const worker = new Worker(SCRIPT);
    this.workers.push(worker);
    let terminated = false;
    return {
      post: (message: unknown, transfer: readonly ArrayBuffer[] = []) => worker.postMessage(message, [...transfer]),
      onMessage: (listener: (message: FromWorker) => void) => worker.on("message", listener),
      onEnd: (listener: (reason: string) => void) =>
        worker.on("exit", (code) => {
          if (!terminated) listener(`exit ${code}`);
        }),
      terminate: () => {
        terminated = true;
        void worker.terminate();
      },
    };
  }

  open(uri: string, text: string): void {
    const document = { uri, languageId: "javascript", version: 1, text };
    this.documents.set(uri, document);
    this.client.open("p", document);
  }

  append(uri: string, text: string): void {
    const before = this.documents.get(uri);
    assert.ok(before);
    const end = before.text.length;
    this.documents.set(uri, { ...before, version: before.version + 1, text: before.text + text });
    this.client.edit(uri, before.version + 1, [{ start: end, end, text }]);
  }

  /** Waits until the document's present version was analysed; gives the rules found. */
  async findings(uri: string): Promise<string[]> {
    for (let waited = 0; waited < 15_000; waited += 20) {
      const report = this.reports.findLast((one) => one.uri === uri);
      if (report && report.version === this.documents.get(uri)?.version)
        return report.findings.map((one) => one.ruleId);
      await sleep(20);
    }
    return assert.fail(`${uri} was not analysed`);
  }
}

describe("the engine on worker threads", () => {
  let host: Host;
  before(async () => {
    const entryPoints = [inRoot("test/worker/hanging-worker.ts")];
    await build({ ...bundles["worker.node.js"], entryPoints, outfile: SCRIPT });
  });
  const start = async (rules: string) => {
    host = new Host(rules);
    await host.client.configure("p", PROJECT);
  };
  afterEach(() => host.client.dispose());

  it("names a rule that hangs, goes on without it, and loses no document", async () => {
    await start(RULES + rule("test.hang"));
    host.open("file:///a.js", "danger(1);\n");
    assert.deepEqual(await host.findings("file:///a.js"), ["test.danger"]);
    host.open("file:///b.js", "danger(1);\n");
    await host.findings("file:///b.js");
    host.append("file:///b.js", "hang(1);\n");
    assert.deepEqual(await host.findings("file:///b.js"), ["test.danger"]);
    assert.deepEqual(host.notices, [{ kind: "rule", ruleId: "test.hang", uri: "file:///b.js" }]);
    assert.equal(host.workers.length, 3);
    host.append("file:///a.js", "danger(2);\n");
    assert.deepEqual(await host.findings("file:///a.js"), ["test.danger", "test.danger"]);
  });

  it("does the same for a rule that ends the worker, and for two at once", async () => {
    await start(RULES + rule("test.crash") + rule("test.hang"));
    host.open("file:///a.js", "hang(1);\ndanger(1);\n");
    assert.deepEqual(await host.findings("file:///a.js"), ["test.danger"]);
    assert.deepEqual(host.notices.map((notice) => notice.kind === "rule" && notice.ruleId).sort(), [
      "test.crash",
      "test.hang",
    ]);
  });

  it("takes up again, where it was, what was killed in the middle of an edit", async () => {
    await start(RULES);
    for (let index = 0; index < 5; index++) host.open(`file:///${index}.js`, "danger(1);\n");
    await host.findings("file:///4.js");
    host.append("file:///2.js", "danger(2);\n");
    await host.workers[0]?.terminate();
    host.append("file:///2.js", "danger(3);\n");
    assert.deepEqual(await host.findings("file:///2.js"), ["test.danger", "test.danger", "test.danger"]);
    assert.deepEqual(host.notices, []);
    for (let index = 0; index < 5; index++) {
      host.append(`file:///${index}.js`, "danger(9);\n");
      assert.equal((await host.findings(`file:///${index}.js`)).at(-1), "test.danger");
    }
  });

  it("answers a review that was under way when the worker was killed", async () => {
    await start(RULES);
    host.open("file:///a.js", "look(1);\n");
    await host.findings("file:///a.js");
    const review = host.client.ask("review", { project: "p", uri: "file:///a.js", version: 1 });
    await host.workers[0]?.terminate();
    assert.deepEqual(
      (await review).findings.map(({ ruleId }) => ruleId),
      ["test.look"],
    );
  });
});
