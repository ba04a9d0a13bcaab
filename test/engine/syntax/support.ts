/** Shared by the tests of this room: grammars from disk, real files, seeded random edits. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createSyntax, type Grammar, type GrammarSource, type TextChange } from "../../../src/engine/syntax";

export const FOLDER = join(__dirname, "../../../grammars");
export const LANGUAGES = ["javascript", "typescript", "tsx", "python"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The project's own grammars folder. */
export const disk: GrammarSource = { load: (file) => readFile(join(FOLDER, file)) };

/** `disk`, but for one file, whose bytes are made from the real ones. */
export function diskBut(file: string, change: (bytes: Uint8Array) => Uint8Array): GrammarSource {
  return { load: async (name) => (name === file ? change(await disk.load(name)) : await disk.load(name)) };
}

function unexpected(message: string): never {
  throw new Error(`Unexpected log: ${message}`);
}

/** A grammar whose tables the side module reads. */
export async function grammar(name: string): Promise<Grammar> {
  return (await createSyntax(disk, unexpected)).grammar(name);
}

/** The same grammar, read by the cursor. */
export async function slowGrammar(name: string): Promise<Grammar> {
  const broken = diskBut("tree-reader.wasm", () => new Uint8Array());
  return (await createSyntax(broken, () => undefined)).grammar(name);
}

/** A generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SNIPPETS = [
  "x",
  " ",
  "\n",
  "(",
  ")",
  "{",
  "}",
  "]",
  '"',
  "'",
  "`",
  "/*",
  "*/",
  "#",
  ".",
  ",",
  "if (a) {",
  "def f():\n",
  "é😀",
  "\ud800",
  "=> {",
  "    ",
];

/** One to three changes that do not overlap: insertions, deletions and replacements. */
export function randomChanges(next: () => number, length: number): TextChange[] {
  const cuts = Array.from({ length: 2 * (1 + Math.floor(3 * next() ** 3)) }, () => Math.floor(next() * (length + 1)));
  cuts.sort((a, b) => a - b);
  const changes: TextChange[] = [];
  for (let i = 0; i < cuts.length; i += 2) {
    const start = cuts[i]!;
    const end = next() < 0.5 ? start : Math.min(start + Math.floor(next() * 12), cuts[i + 1]!);
    changes.push({ start, end, text: next() < 0.2 ? "" : SNIPPETS[Math.floor(next() * SNIPPETS.length)]! });
  }
  return changes.reverse();
}

let standardLibrary: string | undefined;

/** The text of a file of Python's standard library. */
export function pythonFile(name: string): string {
  standardLibrary ??= execFileSync("python3", ["-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"], {
    encoding: "utf8",
  }).trim();
  return readFileSync(join(standardLibrary, name), "utf8");
}

/** The text of a file of an installed package. */
export function packageFile(name: string): string {
  return readFileSync(join(__dirname, "../../../node_modules", name), "utf8");
}

/** Real files of 141 to 2,900 lines. */
export const REAL_FILES: Record<Language, () => string[]> = {
  javascript: () =>
    ["ajv/dist/compile/index.js", "mocha/lib/runner.js", "js-yaml/lib/loader.js", "picomatch/lib/parse.js"].map(
      packageFile,
    ),
  typescript: () =>
    ["ajv/lib/core.ts", "ajv/lib/compile/index.ts", "yaml/dist/doc/Document.d.ts", "editions/source/index.ts"].map(
      packageFile,
    ),
  tsx: () => [JSX, packageFile("ajv/lib/core.ts"), packageFile("ajv/lib/compile/validate/index.ts")],
  python: () => ["argparse.py", "json/decoder.py", "tarfile.py", "dataclasses.py"].map(pythonFile),
};

const JSX = Array.from(
  { length: 40 },
  (_, i) => `export function View${i}({ items }: { items: string[] }) {
  return (
    <ul className={"list" + ${i}} {...rest}>
      {items.map((item) => <li key={item}>{item} &amp; <b>more</b></li>)}
    </ul>
  );
}
`,
).join("\n");
