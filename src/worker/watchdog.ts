// Decides when a worker that does not answer is hung, and what is to blame. It starts and ends nothing itself.
import type { Phase } from "./protocol";

export interface WatchdogTimes {
  /** Silence, while something is asked of the worker, after which it is asked for a sign of life (ms). */
  readonly silence: number;
  /** How long it then has to give one (ms): the host itself may have been busy. */
  readonly grace: number;
}

export const DEFAULT_TIMES: WatchdogTimes = { silence: 8_000, grace: 2_000 };

/** Pauses before the second, third… start in a row (ms); the last one repeats. */
const BACK_OFF = [0, 250, 1_000, 4_000, 15_000, 60_000];

/** A worker that lived so long (ms) starts with a clean record. */
const HEALTHY_AFTER = 60_000;

/** What the worker said last: the file it works on and the phase it is in. */
export interface Suspicion {
  readonly uri: string;
  readonly phase: Phase;
}

export interface WatchdogHost {
  /** Whether the worker owes an answer. */
  busy(): boolean;
  /** Asks for a sign of life. */
  ping(): void;
  hung(): void;
}

/** Watches one worker after the other; all times are wall time and concern this class alone. */
export class Watchdog {
  readonly #host: WatchdogHost;
  readonly #times: WatchdogTimes;
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastSign = 0;
  #asked: number | undefined;
  #startedAt = 0;
  #restarts = 0;
  /** What the worker announced last; kept until it reports. */
  suspicion: Suspicion | undefined;

  constructor(host: WatchdogHost, times: WatchdogTimes = DEFAULT_TIMES) {
    this.#host = host;
    this.#times = times;
  }

  /** A worker was started. */
  started(): void {
    this.stop();
    this.#startedAt = Date.now();
    this.suspicion = undefined;
    this.sign();
    this.#timer = setInterval(() => this.#look(), Math.min(this.#times.silence, this.#times.grace) / 2);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** The worker was given work after it had none: its silence counts from now. */
  asked(): void {
    this.sign();
  }

  /** Any message of the worker. */
  sign(): void {
    this.#lastSign = Date.now();
    this.#asked = undefined;
  }

  /** How long to wait before the next worker is started (ms), after one has ended. */
  backOff(): number {
    if (Date.now() - this.#startedAt > HEALTHY_AFTER) this.#restarts = 0;
    const pause = BACK_OFF[Math.min(this.#restarts, BACK_OFF.length - 1)] ?? 0;
    this.#restarts += 1;
    return pause;
  }

  #look(): void {
    const now = Date.now();
    if (!this.#host.busy()) {
      this.sign();
    } else if (this.#asked !== undefined) {
      if (now - this.#asked < this.#times.grace) return;
      this.stop();
      this.#host.hung();
    } else if (now - this.#lastSign >= this.#times.silence) {
      this.#asked = now;
      this.#host.ping();
    }
  }
}
