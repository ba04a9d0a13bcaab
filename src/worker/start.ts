// Composes the worker from its parts; the entries of the hosts differ in their port alone.
import { createEngine } from "./engine";
import { createProject } from "./project";
import { Service } from "./service";
import type { HostPort } from "./transport";

/**
 * Serves the port until the host ends the worker.
 * @param pause resolves after the messages that have arrived meanwhile were handled
 * @param makeEngine makes the engine from the files of the extension, when the host says hello
 */
export function startWorker(port: HostPort, pause: () => Promise<void>, makeEngine = createEngine): void {
  const assets = new Assets(port);
  const log = (message: string) => port.post({ type: "log", message });
  const service = new Service({
    post: (message) => port.post(message),
    pause,
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
    createEngine: () => makeEngine((name) => assets.load(name), log),
    createProject,
  });
  port.onMessage((message) => {
    if (message.type === "asset") assets.receive(message);
    else service.receive(message);
  });
  service.run().catch((error: unknown) => {
    // Ends the worker, so that the watchdog starts another.
    setTimeout(() => {
      throw error;
    });
  });
}

type AssetMessage =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };

/** Files of the extension, read by the host: a web worker has no other way to them. */
class Assets {
  readonly #port: HostPort;
  readonly #waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>();
  #lastId = 0;

  constructor(port: HostPort) {
    this.#port = port;
  }

  /** @param asset path inside the extension, with `/` */
  load(asset: string): Promise<Uint8Array> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#port.post({ type: "need", id, asset });
    });
  }

  receive(message: AssetMessage): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ("bytes" in message) waiting?.resolve(message.bytes);
    else waiting?.reject(new Error(message.error));
  }
}
