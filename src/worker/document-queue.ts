// Which document is analysed next, and when. Pure bookkeeping over times that are passed in (ms of one clock).
import type { Debounce, Outcome } from "./protocol";

/** After so many abandoned runs one is finished whatever happens, so that a fast typist is not starved. */
export const MOST_ABANDONED = 3;

/** A document as the worker knows it. */
export interface QueuedDocument {
  readonly uri: string;
  readonly project: string;
  readonly languageId: string;
  readonly path?: string;
  /** What is to happen to the analyzer's copy, in order; run between analyses, never within one. */
  readonly steps: (() => void | Promise<void>)[];
  /** Version of the last message, whose step may still wait. */
  received: number;
  /** Version that the analyzer holds. */
  applied: number;
  /** Requests that the next analysis answers. */
  waiting: { readonly id: number; readonly version: number }[];
  /** When it is to be analysed; undefined when nothing changed. */
  due?: number;
  /** When the first change since the last finished analysis came. */
  changedSince?: number;
  lastEdit: number;
  /** The next analysis is of a document at rest. */
  settled: boolean;
  abandoned: number;
  /** What an analysis takes (ms). */
  cost: number;
  /** Why it, or code of another language in it, is read as plain text: a grammar could not be loaded. */
  failure?: string;
  closed: boolean;
}

export function queuedDocument(
  document: { uri: string; languageId: string; version: number; path?: string },
  project: string,
): QueuedDocument {
  const { uri, languageId, version, path } = document;
  return {
    uri,
    project,
    languageId,
    ...(path === undefined ? {} : { path }),
    steps: [],
    received: version,
    applied: -1,
    waiting: [],
    lastEdit: 0,
    settled: true,
    abandoned: 0,
    cost: 0,
    closed: false,
  };
}

/** The pause after a key press: twice what an analysis costs, within the bounds, and never postponed for ever. */
export function dueAfterEdit(document: QueuedDocument, now: number, debounce: Debounce): number {
  const pause = Math.min(debounce.most, Math.max(debounce.least, 2 * document.cost));
  const since = document.changedSince ?? now;
  return Math.min(now + pause, since + MOST_ABANDONED * pause);
}

/** The document to analyse at `now`: the one edited last among those that are due. */
export function nextDue(documents: Iterable<QueuedDocument>, now: number): QueuedDocument | undefined {
  let best: QueuedDocument | undefined;
  for (const document of documents) {
    if (document.due === undefined || document.due > now) continue;
    if (!best || document.lastEdit > best.lastEdit) best = document;
  }
  return best;
}

/** How long until some document is due; undefined when none waits. */
export function untilNextDue(documents: Iterable<QueuedDocument>, now: number): number | undefined {
  let least: number | undefined;
  for (const { due } of documents) if (due !== undefined) least = Math.min(least ?? Infinity, due - now);
  return least === undefined ? undefined : Math.max(0, least);
}

/** Takes the requests that an analysis of `version` answers, each with its outcome. */
export function answered(document: QueuedDocument, version: number): { id: number; outcome: Outcome }[] {
  const done = document.waiting.filter((request) => request.version <= version);
  document.waiting = document.waiting.filter((request) => request.version > version);
  return done.map((request) => ({
    id: request.id,
    outcome: request.version === version ? "analysed" : "superseded",
  }));
}

/** Notes what a finished analysis took and says when the document is to be looked at again. */
export function finished(document: QueuedDocument, milliseconds: number, idle: number): void {
  // Up slowly, down at once: the first analysis also loads and compiles, and must not slow down the next ones.
  document.cost = Math.min(milliseconds, 0.7 * document.cost + 0.3 * milliseconds);
  document.abandoned = 0;
  if (document.steps.length > 0) return;
  document.changedSince = undefined;
  document.due = document.settled ? undefined : document.lastEdit + idle;
  document.settled = true;
}
