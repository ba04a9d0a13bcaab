// Rules made of pieces of real files, by both engines: so many for each language, then more of what has hardly been found.
import { copyFileSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { languageNamed } from "../../engine/languages";
import { loadGrammar, loweringOf } from "../../engine/languages/language";
import { createSyntax, type Syntax } from "../../engine/syntax";
import { skipReason } from "../../project/files";
import { languageOf } from "../../project/language-of";
import { filesUnder } from "../files";
import { ruleLanguage } from "../fuzz/try";
import { inRoot } from "../paths";
import { type Random, seeded } from "../random";
import { type Cause, classOf, type DifferenceClass, knownClasses, type Side } from "./classes";
import { count, type GeneratedRule, generate, NAMES, namesOf, type Tally } from "./generate";
import { inTemporary, judge, print } from "./judge";
import type { Source } from "./sample";
import type { Hit } from "./semgrep";

/** Files of more than this are left out: Semgrep would take minutes. */
const LARGEST_FILE = 60_000;
const MOST_FILES = 12;
/** Languages that the open Semgrep lacks. */
const UNKNOWN_TO_SEMGREP = new Set([".mts", ".cts", ".vue", ".svelte", ".rake", ".sbt"]);
const WITHOUT_ORACLE = new Set(["powershell", "properties"]);

/** How many rules of each operator and context must find something, and how often more are drawn for that. */
const LEAST = 5;
const ROUNDS = 8;
/** Of one name, in one language and round. */
const MORE = 2;

export interface GeneratedRun {
  readonly folders: readonly string[];
  /** Rules of each language at first. */
  readonly count: number;
  readonly seed: number;
  /** One language only, by its id. */
  readonly only: string | undefined;
  /** Differences whose class is known are printed too. */
  readonly show: boolean;
}

/** A language, its files, and what has been drawn of them. */
interface Drawing {
  readonly language: string;
  readonly paths: readonly string[];
  readonly sources: readonly Source[];
  readonly random: Random;
  drawn: number;
}

interface Counts {
  /** Rules drawn, and those that find something, by name. */
  readonly drawn: Tally;
  readonly found: Tally;
  readonly classes: readonly DifferenceClass[];
  /** Differences by the name of their class. */
  readonly explained: Tally;
  rules: number;
  /** Rules that find something by the one or the other, and those of them that differ anywhere. */
  finding: number;
  differing: number;
  agreed: number;
  all: number;
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

async function drawings({ folders, seed, only }: GeneratedRun): Promise<Drawing[]> {
  const syntax = await createSyntax({ load: (file) => readFile(inRoot("grammars", file)) }, console.log);
  const all: Drawing[] = [];
  for (const [language, files] of filesOf(folders)) {
    if (only !== undefined && language !== only) continue;
    const random = seeded(seed);
    const paths = drawn(files, MOST_FILES, random);
    const sources = (await Promise.all(paths.map((path) => parsed(syntax, path, language)))).filter(
      (one) => one !== undefined,
    );
    if (sources.length > 0)
      all.push({ language: ruleLanguage(sources[0]!.language), paths, sources, random, drawn: 0 });
  }
  return all;
}

async function compareRules(drawing: Drawing, rules: readonly GeneratedRule[], counts: Counts, show: boolean) {
  if (rules.length === 0) return;
  const { language, paths } = drawing;
  drawing.drawn += rules.length;
  const { semgrep, comparison } = await inTemporary((folder) => {
    paths.forEach((path, index) => {
      // Some are known by their whole name, which serves as an ending too.
      const ending = extname(path) === "" ? `.${basename(path).toLowerCase()}` : extname(path);
      copyFileSync(path, join(folder, `${index}${ending}`));
    });
    return judge(JSON.stringify({ rules: rules.map(({ rule }) => rule) }, asBlock), folder);
  });
  const unexplained = new Set<Hit>();
  const explain = (side: Side, hit: Hit): void => {
    const found = classOf(counts.classes, { language, side, ...whereabouts(drawing, rules, hit) });
    if (found) count(counts.explained, [found.name]);
    else unexplained.add(hit);
  };
  for (const hit of comparison.missing) explain("missing", hit);
  for (const hit of comparison.added) explain("added", hit);
  const shown = (hit: Hit): boolean => show || unexplained.has(hit);
  print(`${language}, ${rules.length} generated rules`, comparison, ({ rule }) => describe(rules, rule), shown);
  const finding = new Set(semgrep.hits.map(({ rule }) => rule));
  for (const rule of rules) if (finding.has(rule.id)) count(counts.found, namesOf(rule));
  const differing = new Set([...comparison.missing, ...comparison.added].map(({ rule }) => rule));
  counts.finding += new Set([...finding, ...differing]).size;
  counts.differing += differing.size;
  counts.rules += rules.length;
  counts.agreed += comparison.agreed;
  counts.all += comparison.agreed + comparison.missing.length + comparison.added.length;
}

/** Draws the rules and prints the differences that have no class, and how many have one; whether all do. */
export async function generated(run: GeneratedRun): Promise<boolean> {
  const [classes, none] = [knownClasses(), { rules: 0, finding: 0, differing: 0, agreed: 0, all: 0 }];
  const counts: Counts = { drawn: new Map(), found: new Map(), classes, explained: new Map(), ...none };
  const languages = await drawings(run);
  const draw = (drawing: Drawing, most: number, only?: ReadonlyMap<string, number>): GeneratedRule[] =>
    generate({ ...drawing, count: most, tally: counts.drawn, from: drawing.drawn, ...(only && { only }) });
  for (const drawing of languages) await compareRules(drawing, draw(drawing, run.count), counts, run.show);
  for (let round = 0; round < ROUNDS; round++) {
    // Of what is rare no more is drawn at once than may be needed, each time beginning with another language.
    const expected = new Map(counts.found);
    for (const [at] of languages.entries()) {
      const drawing = languages[(at + 5 * round) % languages.length]!;
      const rare = NAMES.filter((name) => (expected.get(name) ?? 0) < LEAST + round);
      if (rare.length === 0) break;
      const rules = draw(drawing, MORE * rare.length, new Map(rare.map((name) => [name, MORE])));
      for (const rule of rules) count(expected, namesOf(rule));
      await compareRules(drawing, rules, counts, run.show);
    }
  }
  for (const name of NAMES) {
    console.log(`  ${name}: ${counts.drawn.get(name) ?? 0} rules, ${counts.found.get(name) ?? 0} find something`);
  }
  return summary(counts);
}

const percent = (part: number, all: number): string => (all === 0 ? "–" : `${((100 * part) / all).toFixed(2)} %`);

/** Prints the classes of the differences and the share that agrees; whether each difference has a class. */
function summary({ classes, explained, rules, finding, differing, agreed, all }: Counts): boolean {
  const of = (causes: readonly Cause[]): number =>
    classes.reduce((sum, { name, cause }) => sum + (causes.includes(cause) ? (explained.get(name) ?? 0) : 0), 0);
  for (const { name, cause, reason } of classes) {
    if (explained.has(name)) console.log(`  ${name} (${cause}): ${explained.get(name)} pairs. ${reason}`);
  }
  const [justified, own] = [of(["precise", "semgrep"]), of(["ours"])];
  const unexplained = all - agreed - justified - own;
  console.log(
    `${justified} pairs differ by design or by a defect of Semgrep, ${own} by a known one of ours, ${unexplained} by none.`,
  );
  console.log(
    `${finding - differing} of ${finding} rules that find something agree in all, ${percent(finding - differing, finding)}`,
  );
  const without = percent(agreed, all - justified);
  console.log(
    `${rules} generated rules: ${agreed} of ${all} pairs agree, ${percent(agreed, all)}; ${without} without those by design or by a defect of Semgrep`,
  );
  return unexplained === 0;
}

/** What tells the class of a difference. */
function whereabouts({ paths }: Drawing, rules: readonly GeneratedRule[], { rule, file, line }: Hit) {
  const path = paths[Number.parseInt(file, 10)]!;
  return { formula: formulaOf(rules, rule), text: readFileSync(path, "utf8"), line };
}

function formulaOf(rules: readonly GeneratedRule[], id: string): Readonly<Record<string, unknown>> {
  const { id: _, message, severity, languages, ...formula } = rules.find((rule) => rule.id === id)?.rule ?? {};
  return formula;
}

const describe = (rules: readonly GeneratedRule[], id: string): string =>
  `\n      ${JSON.stringify(formulaOf(rules, id))}`;
