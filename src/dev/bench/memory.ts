// What a process holds in memory that is only the worker, with 50 documents of about 1,000 lines.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpusUnder, matrix, packageFolder, pythonLibrary, reactAdmin } from "../corpus";
import { inRoot } from "../paths";
import { seeded } from "../random";
import { measure } from "./child";
import { printRows, row } from "./statistics";

/** In bytes. */
export interface Held {
  /** Of the process, as the system counts it. */
  readonly resident: number;
  /** Of JavaScript's objects and their buffers. */
  readonly live: number;
}

export interface Memory {
  readonly documents: number;
  /** With the engine, with all documents, and after each quarter of the edits. */
  readonly started: Held;
  readonly opened: Held;
  readonly edited: readonly Held[];
}

const DOCUMENTS = 50;
const EDITS = 10_000;
const BUDGET = 300;
/** What counts as flat: the last quarter of the edits may add so much of it all. */
const MOST_GROWTH = 1.05;

const lines = (path: string): number => readFileSync(path, "utf8").split("\n").length;

export function memory(bundle: string): void {
  const candidates = [
    ...corpusUnder(inRoot("node_modules"), "node_modules", /\/(lib|src|dist)\/[\w/-]+\.js$/, "javascript"),
    ...corpusUnder(join(packageFolder(matrix), "src"), matrix.name, /\.ts$/, "typescript"),
    ...corpusUnder(join(packageFolder(reactAdmin), "src"), reactAdmin.name, /\.tsx$/, "tsx"),
    ...corpusUnder(pythonLibrary(), "python", /^python\/[\w]+\.py$/, "python"),
  ];
  const random = seeded(1);
  const shuffled = candidates.map((file) => ({ file, order: random(1 << 30) })).sort((a, b) => a.order - b.order);
  const chosen: (readonly [string, string])[] = [];
  for (const { file } of shuffled) {
    if (chosen.length === DOCUMENTS) break;
    const count = lines(file.path);
    if (count >= 700 && count <= 1400) chosen.push([file.path, file.language]);
  }
  const list = inRoot("out/memory.json");
  mkdirSync(inRoot("out"), { recursive: true });
  writeFileSync(list, JSON.stringify(chosen));
  const { documents, started, opened, edited } = measure<Memory>(bundle, [list, String(EDITS)], ["--expose-gc"]);
  const mega = (bytes: number | undefined): number => (bytes ?? Number.NaN) / 1e6;
  const each = (part: keyof Held): string => ` (${edited.map((one) => mega(one[part]).toFixed(0)).join(", ")})`;
  const [last, third] = [edited.at(-1), edited.at(-2)];
  printRows(`Memory of a process with only the worker (${new Set(chosen.map(([, name]) => name)).size} grammars)`, [
    row("engine started", mega(started.resident), undefined, "MB"),
    row(`${documents} documents of about 1,000 lines open`, mega(opened.resident), BUDGET, "MB"),
    row("  of it live", mega(opened.live), undefined, "MB"),
    row(`after ${EDITS} edits`, mega(last?.resident), undefined, "MB", each("resident")),
    row("  of it live", mega(last?.live), BUDGET, "MB", each("live")),
    row("  ÷ live after the third quarter of them", mega(last?.live) / mega(third?.live), MOST_GROWTH, "×"),
  ]);
}
