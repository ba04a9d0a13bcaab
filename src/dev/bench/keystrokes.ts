// The time of a key press, by file: from the message to the findings.
import { mkdirSync, writeFileSync } from "node:fs";
import {
  bySize,
  type CorpusFile,
  installedFile,
  lodash,
  matrix,
  packageFile,
  pythonFile,
  reactAdmin,
  sourcesUnder,
} from "../corpus";
import { inRoot } from "../paths";
import { measure } from "./child";
import { asSemgrepRules, benchRules, builtInRules, rulesFor } from "./rule-sets";
import { printRows, quantile, type Row, row } from "./statistics";

/** Of the text after the key press: does it parse, and if not, is the error in the statement being typed? */
export const STATES = ["error-free", "error here", "error elsewhere"] as const;
export type State = (typeof STATES)[number];

/** One key press, in milliseconds. */
export interface Keystroke {
  readonly state: State;
  readonly whole: number;
  /** The share of tree-sitter's own reparse; the rest is ours. */
  readonly parsing: number;
}

export interface Keystrokes {
  /** How many rules ran. */
  readonly rules: number;
  /** Of the file. */
  readonly lines: number;
  /** In the file, before any key press. */
  readonly findings: number;
  readonly keystrokes: readonly Keystroke[];
  /** What the engine could not do. */
  readonly problems: readonly string[];
}

interface Measured {
  readonly file: CorpusFile;
  readonly size: "1,000" | "10,000";
}

/** Of about 1,000 lines, and of 10,000 or the largest there is. All of lodash.js is one function; client.ts and
 * _pydecimal.py are one class for the most part. */
const files = (): readonly Measured[] => [
  { file: installedFile("yauzl/index.js", "javascript"), size: "1,000" },
  { file: installedFile("cheerio/src/api/manipulation.ts", "typescript"), size: "1,000" },
  { file: packageFile(reactAdmin, "src/input/AutocompleteInput.tsx", "tsx"), size: "1,000" },
  { file: pythonFile("ftplib.py"), size: "1,000" },
  { file: packageFile(lodash, "lodash.js", "javascript"), size: "10,000" },
  { file: packageFile(matrix, "src/client.ts", "typescript"), size: "10,000" },
  { file: packageFile(reactAdmin, "src/input/AutocompleteInput.spec.tsx", "tsx"), size: "10,000" },
  { file: pythonFile("_pydecimal.py"), size: "10,000" },
  { file: pythonFile("test/test_typing.py", "_pydecimal.py"), size: "10,000" },
];

/** One of about 1,000 lines and a large one of each language that a folder has. */
function filesBelow(folder: string): Measured[] {
  return [...bySize(sourcesUnder(folder)).values()].flatMap((files) => {
    const sized = (size: Measured["size"], wanted: number): Measured[] => {
      const near = files.filter(({ lines }) => lines >= wanted / 4 && lines <= wanted * 2);
      const [file] = near.sort((a, b) => Math.abs(a.lines - wanted) - Math.abs(b.lines - wanted));
      return file ? [{ file, size }] : [];
    };
    return [...sized("1,000", 1_000), ...sized("10,000", 10_000)];
  });
}

/** The files above; of the languages that these leave out what packages hold, or else a sample. */
function filesAtHand(): Measured[] {
  const named = files();
  const without = (others: readonly Measured[], known: readonly Measured[]): readonly Measured[] =>
    others.filter(({ file }) => known.every((one) => one.file.language !== file.language));
  const installed = [...named, ...without(filesBelow(inRoot("node_modules")), named)];
  const samples = sourcesUnder(inRoot("test/engine/languages/samples"));
  return [
    ...installed,
    ...without(
      samples.map((file) => ({ file, size: "1,000" })),
      installed,
    ),
  ];
}

const budgets = {
  "1,000": { ours: 8, whole: { share: 0.95, most: 16 } },
  "10,000": { ours: 20, whole: { share: 0.5, most: 33 } },
} as const;

/** Types for some seconds in each file of a folder, or of what is at hand, and sums all up in a table. */
export function keystrokes(bundle: string, seconds: number, folder?: string): void {
  const builtIn = builtInRules();
  const table: Row[] = [];
  for (const { file, size } of folder === undefined ? filesAtHand() : filesBelow(folder)) {
    const own = rulesFor(builtIn, file.language).length > 0 ? [] : ownRules(file.language);
    const result = measure<Keystrokes>(bundle, [file.path, file.language, String(seconds), "1", ...own]);
    const { lines, rules, findings } = result;
    const title = `${file.name}: ${lines} lines of ${file.language}, ${rules} rules in all languages, ${findings} findings`;
    printRows(
      title,
      STATES.flatMap((state) => rowsOf(result.keystrokes, state, size)),
    );
    for (const problem of result.problems) console.log(`  ! ${problem}`);
    table.push(summary(`${file.language}, ${lines} lines`, result.keystrokes, size));
  }
  printRows(
    "Key presses in every language, all states (flows of broken texts wait): ours p95 against its budget; the rest of error-free states",
    table,
  );
}

/** A file of the benchmark's own rules for a language that has no built-in ones; none where there are none either. */
function ownRules(language: string): string[] {
  const rules = rulesFor(benchRules(), language);
  if (rules.length === 0) return [];
  mkdirSync(inRoot("out"), { recursive: true });
  writeFileSync(inRoot("out/keystroke-rules.yml"), asSemgrepRules(rules));
  return [inRoot("out/keystroke-rules.yml")];
}

function summary(what: string, all: readonly Keystroke[], size: Measured["size"]): Row {
  const of = (some: readonly Keystroke[], value: (one: Keystroke) => number, share: number): number =>
    quantile(some.map(value), share);
  const free = all.filter(({ state }) => state === "error-free");
  const ours = ({ whole, parsing }: Keystroke): number => whole - parsing;
  const [half, most] = [of(free, ({ whole }) => whole, 0.5), of(free, ({ whole }) => whole, 0.95)];
  const more = `, ours p50 ${of(free, ours, 0.5).toFixed(1)}, whole p50 ${half.toFixed(1)} p95 ${most.toFixed(1)}`;
  return row(what, of(all, ours, 0.95), budgets[size].ours, "ms", more);
}

function rowsOf(all: readonly Keystroke[], state: State, size: Measured["size"]): Row[] {
  const some = all.filter((one) => one.state === state);
  if (some.length === 0) return [];
  const budget = budgets[size];
  const ours = some.map(({ whole, parsing }) => whole - parsing);
  const whole = some.map((one) => one.whole);
  const parsing = quantile(
    some.map((one) => one.parsing),
    0.5,
  );
  const ratio = `, ${(quantile(ours, 0.5) / parsing).toFixed(1)} × reparse`;
  const of = (share: number): number | undefined =>
    state === "error-free" && share === budget.whole.share ? budget.whole.most : undefined;
  return [
    row(`${state} (${some.length} keys): ours p50`, quantile(ours, 0.5), undefined, "ms", ratio),
    row("  ours p95", quantile(ours, 0.95), budget.ours, "ms"),
    row("  whole p50", quantile(whole, 0.5), of(0.5), "ms"),
    row("  whole p95", quantile(whole, 0.95), of(0.95), "ms"),
  ];
}
