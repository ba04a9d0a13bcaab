// The worker in a browser: a classic dedicated worker, started from a Blob.
import type { FromWorker, ToWorker } from "./protocol";
import { startWorker } from "./start";

/** The part of DedicatedWorkerGlobalScope used here; the project is compiled with the types of a window. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  addEventListener(type: "message", listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

// A message to oneself comes after those that wait; a timer would wait at least 4 ms.
const { port1, port2 } = new MessageChannel();
const paused: (() => void)[] = [];
port1.onmessage = () => paused.shift()?.();

startWorker(
  {
    post: (message) => scope.postMessage(message),
    onMessage: (listener) => scope.addEventListener("message", (event) => listener(event.data)),
  },
  () =>
    new Promise((resolve) => {
      paused.push(resolve);
      port2.postMessage(null);
    }),
);
