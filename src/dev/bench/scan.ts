// A scan of a large tree by the command line as it ships, in processor time, against the bare parsing of its files.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { skipReason } from "../../project/files";
import { languageOf } from "../../project/language-of";
import {
  bySize,
  type CorpusFile,
  corpusUnder,
  lodash,
  matrix,
  packageFolder,
  pythonLibrary,
  reactAdmin,
  type SizedFile,
  sourcesUnder,
} from "../corpus";
import { inRoot } from "../paths";
import { measure } from "./child";
import { printRows, row } from "./statistics";

const BUDGET = 3;

/** Preloaded into the command line's process: says at the end what it and its threads took, in milliseconds. */
const METER = `require("node:worker_threads").isMainThread && process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  require("node:fs").writeFileSync(process.env.CAVEAT_METER, String((user + system) / 1000));
});`;

/** What the benchmark needs of the command line's JSON. */
interface Report {
  readonly findings: readonly unknown[];
  readonly errors: readonly unknown[];
  readonly summary: { readonly filesScanned: number; readonly rules: number };
}

/** The scan of the files at hand; with a folder, of its files instead, language by language. */
export function scan(parser: string, folder?: string): void {
  if (folder === undefined) return scanOf(parser, "Scan", atHand());
  for (const [language, files] of bySize(sourcesUnder(folder))) scanOf(parser, `Scan of ${language}`, files);
}

function scanOf(parser: string, title: string, sources: readonly CorpusFile[]): void {
  mkdirSync(inRoot("out"), { recursive: true });
  const folder = mkdtempSync(inRoot("out/scan-"));
  try {
    const tree = join(folder, "tree");
    const files = copyTree(tree, sources);
    const list = join(folder, "list.json");
    writeFileSync(list, JSON.stringify(files.map(({ path, language }) => [path, language])));
    const parsing = measure<number>(parser, [list]);
    const { report, milliseconds } = scanned(folder, tree);
    if (report.summary.filesScanned !== files.length) {
      throw new Error(`${report.summary.filesScanned} files were scanned instead of ${files.length}.`);
    }
    const lines = files.reduce((sum, file) => sum + file.lines, 0);
    const { findings, errors } = report;
    printRows(
      `${title}: ${files.length} files, ${lines} lines, ${report.summary.rules} rules, ${findings.length} findings, ` +
        `${errors.length} errors`,
      [
        row("processor time of the scan ÷ bare parsing", milliseconds / parsing, BUDGET, "×"),
        row("  the scan, start included", milliseconds, undefined, "ms"),
        row("  bare parsing", parsing, undefined, "ms"),
      ],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function atHand(): CorpusFile[] {
  return [
    ...corpusUnder(packageFolder(lodash), lodash.name, /\.js$/, "javascript"),
    ...corpusUnder(join(packageFolder(matrix), "src"), matrix.name, /\.ts$/, "typescript"),
    ...corpusUnder(join(packageFolder(reactAdmin), "src/input"), reactAdmin.name, /\.tsx?$/, "tsx"),
    ...corpusUnder(
      pythonLibrary(),
      "python",
      /^python\/(\w+|(asyncio|email|http|json|xml|unittest)\/.*)\.py$/,
      "python",
    ),
  ];
}

/** Copies sources, so that no .gitignore of ours holds for them; of what the command line would skip none. */
function copyTree(tree: string, sources: readonly CorpusFile[]): SizedFile[] {
  return sources.flatMap(({ name, path }): SizedFile[] => {
    const text = readFileSync(path, "utf8");
    const language = languageOf(path);
    if (language === undefined || skipReason(name, text) !== undefined) return [];
    const copy = join(tree, name);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(path, copy);
    return [{ name, path: copy, language, lines: text.split("\n").length - 1 }];
  });
}

function scanned(folder: string, tree: string): { readonly report: Report; readonly milliseconds: number } {
  const [meter, taken, output] = [join(folder, "meter.cjs"), join(folder, "taken"), join(folder, "report.json")];
  writeFileSync(meter, METER);
  const command = [inRoot("dist/cli.js"), "scan", "--jobs", "1", "--config", "default"];
  const args = ["--require", meter, ...command, "--format", "json", "--output", output, "."];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: tree,
    encoding: "utf8",
    env: { ...process.env, CAVEAT_METER: taken },
  });
  if (status !== 0 && status !== 1) throw new Error(`The scan ended with ${status ?? "a signal"}: ${stderr}`);
  return { report: JSON.parse(readFileSync(output, "utf8")), milliseconds: Number(readFileSync(taken, "utf8")) };
}
