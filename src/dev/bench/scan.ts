// Scans of large trees, language by language, in processor time: against the bare parsing of the files, and where they
// are on the PATH against Semgrep with the same rules and against ast-grep with its closest equivalents of a few.
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
import { astGrep, caveat, type Scanned, semgrep } from "./contenders";
import { asAstGrepRules, asSemgrepRules, benchRules, builtInRules, rulesFor, withEquivalent } from "./rule-sets";
import { printRows, type Row, row } from "./statistics";

/** Of bare parsing: with search rules alone, and with all. */
const SEARCH_BUDGET = 3;
const BUDGET = 6;
/** Times faster than Semgrep. */
const FASTER = 20;

/** Scans the files that `trees` gives. */
export function scan(parser: string, pairs: readonly string[], folder?: string): void {
  for (const [language, files] of trees(pairs, folder)) {
    mkdirSync(inRoot("out"), { recursive: true });
    const aside = mkdtempSync(inRoot("out/scan-"));
    try {
      scanOf(parser, language, files, aside);
    } finally {
      rmSync(aside, { recursive: true });
    }
  }
}

/** Files by language: of pairs `LANGUAGE=FOLDER`, or all languages of a folder, or else what is at hand. */
export function trees(pairs: readonly string[], folder?: string): Iterable<readonly [string, readonly CorpusFile[]]> {
  if (pairs.length === 0) return bySize(folder === undefined ? sized(atHand()) : sourcesUnder(folder));
  return pairs.map((pair) => {
    const [language = "", below = ""] = pair.split(/=(.*)/s);
    const files = bySize(sourcesUnder(below)).get(language);
    if (files === undefined) throw new Error(`${pair}: there are no files of that language.`);
    return [language, files] as const;
  });
}

function scanOf(parser: string, language: string, sources: readonly CorpusFile[], aside: string): void {
  const tree = join(aside, "tree");
  const files = copyTree(tree, sources);
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const title = `Scan of ${language}: ${files.length} files, ${lines} lines`;
  const [builtIn, small] = [rulesFor(builtInRules(), language), rulesFor(benchRules(), language)];
  const rules = builtIn.length > 0 ? builtIn : small;
  if (rules.length === 0) return console.log(`\n${title}; there are no rules for it`);
  const write = (name: string, text: string): string => {
    writeFileSync(join(aside, name), text);
    return join(aside, name);
  };
  const parsing = measure<number>(parser, [
    write("list.json", JSON.stringify(files.map((file) => [file.path, file.language]))),
  ]);
  const config = write("rules.yml", asSemgrepRules(rules));
  const ours = caveat(builtIn.length > 0 ? "default" : config, tree, files.length);
  const search = rules.filter(({ mode }) => mode !== "taint");
  const searched = caveat(write("search.yml", asSemgrepRules(search)), tree, files.length);
  const origin = builtIn.length > 0 ? "built-in" : "of the benchmark's own";
  const some = withEquivalent(small);
  printRows(`${title}; processor time, one job`, [
    row("bare parsing", parsing, undefined, "ms"),
    scanRow(`${search.length} search rules ${origin}`, searched),
    row("  ÷ bare parsing", searched.milliseconds / parsing, SEARCH_BUDGET, "×"),
    scanRow(`${rules.length} rules ${origin}`, ours),
    row("  ÷ bare parsing", ours.milliseconds / parsing, BUDGET, "×"),
    ...againstSemgrep(ours, semgrep(config, tree)),
    ...(some.length === 0
      ? []
      : againstAstGrep(
          some.map(({ id }) => id),
          () => caveat(write("some.yml", asSemgrepRules(some)), tree, files.length),
          astGrep(write("ast-grep.yml", asAstGrepRules(some, language)), tree),
        )),
  ]);
}

const scanRow = (what: string, { milliseconds, findings, errors }: Scanned): Row =>
  row(what, milliseconds, undefined, "ms", `, ${findings} findings, ${errors} errors`);

function againstSemgrep(ours: Scanned, theirs: Scanned | undefined): Row[] {
  if (theirs === undefined) return [];
  const ratio = theirs.milliseconds / ours.milliseconds;
  const judged = { text: `≥ ${FASTER} ×`, kept: ratio >= FASTER };
  return [
    scanRow("  Semgrep with the same rules", theirs),
    { what: "  times faster than Semgrep", measured: `${ratio.toFixed(1)} ×`, budget: judged },
  ];
}

function againstAstGrep(names: readonly string[], ours: () => Scanned, theirs: Scanned | undefined): Row[] {
  if (theirs === undefined) return [];
  const mine = ours();
  return [
    scanRow(`the rules ${names.join(", ")}`, mine),
    scanRow("  ast-grep with its equivalents", theirs),
    row("  ÷ ast-grep", mine.milliseconds / theirs.milliseconds, undefined, "×"),
  ];
}

function atHand(): CorpusFile[] {
  return [
    ...corpusUnder(packageFolder(lodash), lodash.name, /\.js$/, "javascript"),
    ...corpusUnder(join(packageFolder(matrix), "src"), matrix.name, /\.ts$/, "typescript"),
    ...corpusUnder(join(packageFolder(reactAdmin), "src/input"), reactAdmin.name, /\.tsx$/, "tsx"),
    ...corpusUnder(
      pythonLibrary(),
      "python",
      /^python\/(\w+|(asyncio|email|http|json|xml|unittest)\/.*)\.py$/,
      "python",
    ),
  ];
}

const sized = (files: readonly CorpusFile[]): SizedFile[] =>
  files.map((file) => ({ ...file, lines: readFileSync(file.path, "utf8").split("\n").length - 1 }));

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
