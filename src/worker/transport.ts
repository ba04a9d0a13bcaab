// The wire between host and worker; each host has its own worker and the same messages.
import type { FromWorker, ToWorker } from "./protocol";

/** A running worker as the host sees it. */
export interface Transport {
  /** `transfer` lists buffers that are moved instead of copied. */
  post(message: ToWorker, transfer?: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** Called once, when the worker has ended by itself or could not start; not after `terminate`. */
  onEnd(listener: (reason: string) => void): void;
  terminate(): void;
}

/** The host as a running worker sees it. */
export interface HostPort {
  post(message: FromWorker): void;
  onMessage(listener: (message: ToWorker) => void): void;
}
