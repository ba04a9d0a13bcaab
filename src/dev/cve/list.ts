// The list of repairs, as it is committed: which advisory, which commits, which lines. It holds nothing of their texts.
import { readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "../paths";
import type { CveLanguage } from "./advisories";
import type { ChangedFile } from "./changes";

/** `open` may be looked at to improve the rules; `closed` is scored once, at the end, and its texts are never opened. */
export const HALVES = ["open", "closed"] as const;
export type Half = (typeof HALVES)[number];

/** One published repair. */
export interface Entry {
  readonly id: string;
  readonly half: Half;
  readonly language: CveLanguage;
  readonly ecosystem: string;
  readonly package: string;
  /** The first version without the weakness in each of its lines. */
  readonly fixed: readonly string[];
  readonly cwes: readonly number[];
  readonly repository: string;
  /** The commits before and after the repair. */
  readonly before: string;
  readonly after: string;
  readonly files: readonly ChangedFile[];
}

export interface CveList {
  readonly seed: number;
  readonly entries: readonly Entry[];
}

const path = inRoot("test/dataflow/cve.json");

export function readList(): CveList {
  return JSON.parse(readFileSync(path, "utf8")) as CveList;
}

/** Writes one entry a line, so that a difference shows which one changed. */
export function writeList({ seed, entries }: CveList): void {
  const lines = entries.map((entry) => JSON.stringify(entry));
  writeFileSync(path, `{"seed":${seed},"entries":[\n${lines.join(",\n")}\n]}\n`);
}
