// The worker's own code in this thread, for measurements that another thread would hide.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FromWorker, ToWorker } from "../../worker/protocol";
import { startWorker } from "../../worker/start";
import { Conversation } from "./conversation";

/**
 * Starts it; messages are cloned as they would be on their way to another thread.
 * @param root the project's folder, which holds the files of the extension
 */
export function workerHere(root: string): Conversation {
  let toHost: (message: FromWorker) => void = () => {};
  let toWorker: (message: ToWorker) => void = () => {};
  const deliver = <Message>(message: Message, to: (message: Message) => void): void => {
    const copy = structuredClone(message);
    setImmediate(() => to(copy));
  };
  startWorker(
    {
      post: (message) => deliver(message, (copy) => toHost(copy)),
      onMessage: (listener) => {
        toWorker = listener;
      },
    },
    () => new Promise((resolve) => setImmediate(resolve)),
  );
  return new Conversation({
    post: (message) => deliver(message, (copy) => toWorker(copy)),
    onMessage: (listener) => {
      toHost = listener;
    },
    asset: (path) => readFileSync(join(root, path)),
  });
}
