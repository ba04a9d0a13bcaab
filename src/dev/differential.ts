// Runs a real Semgrep and Caveat with the same rules over the same files, and prints every difference in (rule, line):
// `npm run differential` takes the built-in rules and their examples; `npm run differential -- --flows DIR` those of flows
// on the programs below a folder; `npm run differential -- --generated 40 [--seed 1]
// [--language NAME] [--show] DIR ...` rules made of pieces of the files below the folders, so many for each language.
// Semgrep is `semgrep` on the PATH.
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join, relative, resolve } from "node:path";
import { languageNamed } from "../engine/languages";
import { loadGrammar, loweringOf } from "../engine/languages/language";
import { createSyntax, type Syntax } from "../engine/syntax";
import { skipReason } from "../project/files";
import { languageOf } from "../project/language-of";
import { runCaveat } from "./differential/caveat";
import { type Comparison, compare } from "./differential/compare";
import { type GeneratedRule, generate, type Tally } from "./differential/generate";
import type { Source } from "./differential/sample";
import { type Hit, type Report, runSemgrep, SEMGREP_VERSION, semgrepVersion } from "./differential/semgrep";
import { filesUnder } from "./files";
import { inRoot } from "./paths";
import { asTask } from "./process";
import { type Random, seeded } from "./random";
import { readBuiltInRules, writeExpanded } from "./rules";

/** Files of more than this are left out: Semgrep would take minutes. */
const LARGEST_FILE = 60_000;
const MOST_FILES = 12;
/** Languages that the open Semgrep lacks. */
const UNKNOWN_TO_SEMGREP = new Set([".mts", ".cts", ".vue", ".svelte", ".rake", ".sbt"]);
const WITHOUT_ORACLE = new Set(["powershell", "properties"]);

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

function flag(args: string[], name: string): boolean {
  const at = args.indexOf(name);
  if (at >= 0) args.splice(at, 1);
  return at >= 0;
}

async function inTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "differential-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const filesIn = (folder: string): string[] => filesUnder(folder).map((path) => relative(folder, path));

async function judge(rules: string, folder: string): Promise<Comparison> {
  const [semgrep, caveat] = [await runSemgrep(rules, folder), await runCaveat(rules, folder, filesIn(folder))];
  return compare(semgrep, caveat);
}

/** Options of our own, without which a rule means what it means in Semgrep, and that by which flows are followed further. */
const OWN_OPTION = /^ +caveat_\w+: .*\n/gm;
const FURTHER = /^ +interfile: true\n/gm;

const share = ({ agreed, missing, added }: Comparison): string => {
  const all = agreed + missing.length + added.length;
  return `${agreed} of ${all} (rule, line) pairs agree, ${all === 0 ? "–" : ((100 * agreed) / all).toFixed(2)} %`;
};

function print(name: string, comparison: Comparison, describe: (hit: Hit) => string): void {
  const shown = (hit: Hit): string => `${hit.rule} ${hit.file}:${hit.line}${describe(hit)}`;
  for (const hit of comparison.missing) console.log(`  - ${shown(hit)}`);
  for (const hit of comparison.added) console.log(`  + ${shown(hit)}`);
  for (const reason of comparison.left) console.log(`  ? ${reason}`);
  console.log(`${name}: ${share(comparison)}; ${comparison.left.length} rules left aside`);
}

/** Writes the built-in rules below a folder, and gives the items of their lists. */
function expandedRules(folder: string): readonly string[] {
  writeExpanded(folder);
  return filesUnder(folder).map((path) => readFileSync(path, "utf8").replace(/^rules:\n/, ""));
}

/** The built-in rules of flows on the files below a folder, each by itself. */
async function flowsOn(programs: string): Promise<boolean> {
  return inTemporary(async (folder) => {
    const texts = expandedRules(join(folder, "rules")).filter((text) => /^ +mode: taint$/m.test(text));
    const copies = join(folder, "programs");
    cpSync(programs, copies, { recursive: true });
    const semgrep = await runSemgrep(`rules:\n${texts.join("\n")}`, copies);
    return flowsAlike(texts, copies, semgrep);
  });
}

/** The built-in rules on their own examples, each example a file. */
async function builtIn(): Promise<boolean> {
  return inTemporary(async (folder) => {
    const expanded = join(folder, "rules");
    const texts = expandedRules(expanded);
    const examples = join(folder, "examples");
    mkdirSync(examples);
    for (const rule of readBuiltInRules().rules) {
      const extension = languageNamed(rule.languages[0] ?? "")?.extensions[0] ?? ".txt";
      const { bad = [], good = [] } = rule.metadata.caveat?.examples ?? {};
      [...bad, ...good].forEach((text, index) => {
        writeFileSync(join(examples, `${rule.id}-${index}${extension}`), text);
      });
    }
    const rules = `rules:\n${texts.join("\n")}`;
    const semgrep = await runSemgrep(rules, examples);
    const plain = compare(semgrep, await runCaveat(rules.replace(OWN_OPTION, ""), examples, filesIn(examples)));
    print("Built-in rules, without our own options", plain, () => "");
    const own = compare(semgrep, await runCaveat(rules, examples, filesIn(examples)));
    print("Built-in rules, with them", own, () => "");
    const flows = await flowsAlike(texts, examples, semgrep);
    return flows && plain.missing.length + plain.added.length + own.missing.length === 0;
  });
}

/** Rules of flows alone: as Semgrep follows them, and as far as they are followed here, each difference with its reason. */
async function flowsAlike(texts: readonly string[], folder: string, semgrep: Report): Promise<boolean> {
  const own = texts.filter((text) => /^ +mode: taint$/m.test(text));
  const ids = new Set(own.flatMap((text) => [...text.matchAll(/^ *- id: (\S+)/gm)].map(([, id]) => id)));
  const theirs = { ...semgrep, hits: semgrep.hits.filter(({ rule }) => ids.has(rule)) };
  const rules = `rules:\n${own.join("\n")}`.replace(OWN_OPTION, "");
  const lineOf = ({ file, line }: Hit): string => readFileSync(join(folder, file), "utf8").split("\n")[line - 1] ?? "";
  const near = await runCaveat(rules.replace(FURTHER, ""), folder, filesIn(folder));
  const alike = compare(theirs, near);
  print("Flows, within functions", alike, (hit) => `: ${lineOf(hit).trim()}`);
  const far = compare(theirs, await runCaveat(rules, folder, filesIn(folder)));
  const known = new Set(near.hits.map(({ rule, file, line }) => `${rule} ${file} ${line}`));
  const reason = (hit: Hit): string => {
    if (far.added.includes(hit)) return "comes through calls, or by what is known of values";
    return known.has(`${hit.rule} ${hit.file} ${hit.line}`) ? "harmless by what is known of values" : "DEFECT";
  };
  print("Flows, as far as they go", far, (hit) => ` [${reason(hit)}]: ${lineOf(hit).trim()}`);
  const defects = far.missing.filter((hit) => reason(hit) === "DEFECT");
  return alike.missing.length + alike.added.length + defects.length === 0;
}

/** Readable files of moderate size, by language. */
function filesOf(folders: readonly string[]): Map<string, string[]> {
  const byLanguage = new Map<string, string[]>();
  for (const path of folders.flatMap((folder) => (statSync(folder).isDirectory() ? filesUnder(folder) : [folder]))) {
    if (statSync(path).size > LARGEST_FILE) continue;
    const language = languageOf(path, "");
    if (language === undefined || WITHOUT_ORACLE.has(language) || UNKNOWN_TO_SEMGREP.has(extname(path))) continue;
    if (skipReason(path, readFileSync(path, "utf8")) !== undefined) continue;
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), path]);
  }
  return byLanguage;
}

async function parsed(syntax: Syntax, path: string, name: string): Promise<Source | undefined> {
  const language = languageNamed(name);
  if (!language) return undefined;
  const grammar = await loadGrammar(language, syntax);
  const text = readFileSync(path, "utf8");
  const tree = grammar.parse(text);
  if (tree.table.hasError) return undefined;
  const { table, interner } = tree;
  return { text, tree: loweringOf(language, grammar).lower(tree), table, interner, language };
}

/** So many of the items, each at most once. */
function drawn<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, items.length) }, () => left.splice(random(left.length), 1)).flat();
}

/** Text of several lines ends with one, as the blocks do in which people write patterns. */
const asBlock = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.includes("\n") ? `${value}\n` : value;

async function generated(args: string[], count: number): Promise<boolean> {
  const seed = Number(option(args, "--seed") ?? 1);
  const only = option(args, "--language");
  const show = flag(args, "--show");
  const syntax = await createSyntax({ load: (file) => readFile(inRoot("grammars", file)) }, console.log);
  const tally: Tally = new Map();
  let [agreed, all] = [0, 0];
  for (const [language, paths] of filesOf(args.map((folder) => resolve(folder)))) {
    if (only !== undefined && language !== languageNamed(only)?.id) continue;
    const random = seeded(seed);
    const chosen = drawn(paths, MOST_FILES, random);
    const sources = (await Promise.all(chosen.map((path) => parsed(syntax, path, language)))).filter(
      (one) => one !== undefined,
    );
    if (sources.length === 0) continue;
    const rules = generate(language, sources, count, random, tally);
    const comparison = await inTemporary((folder) => {
      chosen.forEach((path, index) => {
        // Some are known by their whole name, which serves as an ending too.
        copyFileSync(
          path,
          join(folder, extname(path) === "" ? `${index}.${basename(path).toLowerCase()}` : `${index}${extname(path)}`),
        );
      });
      return judge(JSON.stringify({ rules: rules.map(({ rule }) => rule) }, asBlock), folder);
    });
    print(`${language}, ${rules.length} generated rules`, comparison, ({ rule }) =>
      show ? describe(rules, rule) : "",
    );
    agreed += comparison.agreed;
    all += comparison.agreed + comparison.missing.length + comparison.added.length;
  }
  for (const [name, times] of [...tally].sort()) console.log(`  ${name}: ${times} times`);
  console.log(`Generated rules: ${agreed} of ${all} pairs agree, ${((100 * agreed) / all).toFixed(2)} %`);
  return agreed === all;
}

function describe(rules: readonly GeneratedRule[], id: string): string {
  const { id: _, message, severity, languages, ...formula } = rules.find((rule) => rule.id === id)?.rule ?? {};
  return `\n      ${JSON.stringify(formula)}`;
}

asTask(async (given) => {
  const args = [...given];
  const version = semgrepVersion();
  if (version === undefined) {
    console.error(`There is no semgrep on the PATH; install semgrep==${SEMGREP_VERSION} from PyPI.`);
    return 2;
  }
  if (version !== SEMGREP_VERSION)
    console.log(`Compared with Semgrep ${version}; ${SEMGREP_VERSION} is what is meant.`);
  const count = Number(option(args, "--generated") ?? 0);
  const programs = option(args, "--flows");
  if (programs !== undefined) return (await flowsOn(resolve(programs))) ? 0 : 1;
  const same = count > 0 ? await generated(args, count) : await builtIn();
  return same ? 0 : 1;
});
