// The worker in Node with the real engine, but for this: a rule whose id starts with `test.hang` never comes to its
// end in a text that says `hang`, and one that starts with `test.crash` ends the worker.
import { parentPort } from "node:worker_threads";
import type { Analysis, Analyzer, Phase } from "../../src/engine/analyzer";
import { createEngine } from "../../src/worker/engine";
import type { ToWorker } from "../../src/worker/protocol";
import { startWorker } from "../../src/worker/start";

function* hanging(steps: Generator<Phase, Analysis>, text: string): Generator<Phase, Analysis> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield step.value;
    if (step.value.phase !== "rule" || !text.includes("hang")) continue;
    if (step.value.ruleId.startsWith("test.crash")) process.exit(3);
    while (step.value.ruleId.startsWith("test.hang")) {
      // For ever, as a faulty matcher might.
    }
  }
}

const port = parentPort;
if (!port) throw new Error("This file is the code of a worker thread.");
startWorker(
  {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on("message", (message: ToWorker) => listener(message)),
  },
  () => new Promise((resolve) => setImmediate(resolve)),
  async (load, log) => {
    const engine = await createEngine(load, log);
    const { analyzer } = engine;
    const over: Partial<Analyzer> = {
      analyze: (uri, options) => hanging(analyzer.analyze(uri, options), analyzer.text(uri) ?? ""),
    };
    return { ...engine, analyzer: Object.assign(Object.create(analyzer) as Analyzer, over) };
  },
);
