// How long an edit of one file of a large tree takes to reach what other files show.
import { mkdirSync, writeFileSync } from "node:fs";
import type { CorpusFile } from "../corpus";
import { inRoot } from "../paths";
import { measure } from "./child";
import { printRows, quantile, row } from "./statistics";

/** An edit: what it cost in the file itself, and in the open documents whose flows rest on it. */
export interface AcrossStep {
  readonly own: number;
  readonly dependants: number;
  readonly others: number;
}

export interface Across {
  readonly files: number;
  readonly lines: number;
  readonly open: number;
  /** Until all open documents were analysed for the first time. */
  readonly first: number;
  readonly steps: readonly AcrossStep[];
}

/** Milliseconds. */
const BUDGET = 1_000;

/** @param trees the files of each language */
export function across(bundle: string, trees: Iterable<readonly [string, readonly CorpusFile[]]>): void {
  for (const [language, files] of trees) {
    mkdirSync(inRoot("out"), { recursive: true });
    const list = inRoot("out/across.json");
    writeFileSync(list, JSON.stringify(files.map((file) => [file.path, file.language])));
    const { lines, open, first, steps } = measure<Across>(bundle, [list]);
    const of = (what: keyof AcrossStep): number[] => steps.map((step) => step[what]);
    const most = Math.max(...of("dependants"));
    printRows(`Edits across files of ${language}: ${files.length} files, ${lines} lines, ${open} documents open`, [
      row("all open documents, the first time", first, undefined, "ms"),
      row(`the edited file, p50 of ${steps.length} lines`, quantile(of("own"), 0.5), undefined, "ms"),
      row(
        `what rests on it (${quantile(of("dependants"), 0.5)} documents), p50`,
        quantile(of("others"), 0.5),
        BUDGET,
        "ms",
      ),
      row(`  p95 (most documents: ${most})`, quantile(of("others"), 0.95), BUDGET, "ms"),
    ]);
  }
}
