// The worker in Node: a thread of worker_threads.
import { parentPort } from "node:worker_threads";
import type { ToWorker } from "./protocol";
import { startWorker } from "./start";

const port = parentPort;
if (!port) throw new Error("This file is the code of a worker thread.");

startWorker(
  {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on("message", (message: ToWorker) => listener(message)),
  },
  () => new Promise((resolve) => setImmediate(resolve)),
);
