// Starts the worker that ships and waits for the first findings. Run as a bundle: ROOT FILE LANGUAGE; prints a number.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { asMeasurement } from "./child";
import { now, since } from "./clock";
import { Conversation } from "./conversation";

asMeasurement(async (root, [file = "", language = ""]): Promise<number> => {
  const text = readFileSync(file, "utf8");
  const started = now();
  const thread = new Worker(join(root, "dist/worker.node.js"));
  const worker = new Conversation({
    post: (message) => thread.postMessage(message),
    onMessage: (listener) => thread.on("message", listener),
    asset: (path) => readFileSync(join(root, path)),
  });
  await worker.start();
  await worker.open(file, language, text);
  return since(started);
});
