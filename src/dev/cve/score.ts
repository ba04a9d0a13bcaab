// `npm run cve -- FOLDER [--half open|closed] [--language NAME]... [--show]` scans both texts of every repair of the list with the built-in
// rules, and prints how many are flagged before the repair at its place, and silent there after it. FOLDER is what
// fetch.ts made. Of the closed half only figures are printed: it is for one count at the end, and not to learn from.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { asTask } from "../process";
import type { CveLanguage } from "./advisories";
import { PROFILES, Scanner, type ScoredProfile, type SourceText, type Squiggle } from "./engine";
import { type Entry, HALVES, type Half, readList } from "./list";
import { atRepair, isOfFamily, type Touched, touchedOf } from "./places";

type Side = "before" | "after";

/** What is found at the repaired places of an entry. */
interface Outcome {
  readonly entry: Entry;
  readonly before: readonly Squiggle[];
  readonly after: readonly Squiggle[];
}

function textsOf(entry: Entry, folder: string, side: Side): SourceText[] | undefined {
  const texts = entry.files.map(({ path }) => ({ path, from: join(folder, entry.half, entry.id, side, path) }));
  if (!texts.every(({ from }) => existsSync(from))) return undefined;
  return texts.map(({ path, from }) => ({ path, text: readFileSync(from, "utf8") }));
}

/** The other files of the repository, where they were fetched: what is the same on both sides, and what is not. */
function othersOf(entry: Entry, folder: string, side: Side): SourceText[] {
  const own = new Set(entry.files.map(({ path }) => path));
  const others = new Map<string, SourceText>();
  for (const part of ["rest", side]) {
    const from = join(folder, entry.half, entry.id, part);
    if (!existsSync(from)) continue;
    for (const found of readdirSync(from, { recursive: true, withFileTypes: true })) {
      const file = join(found.parentPath, found.name);
      const path = relative(from, file).replaceAll("\\", "/");
      if (found.isFile() && !own.has(path)) others.set(path, { path, text: readFileSync(file, "utf8") });
    }
  }
  return [...others.values()];
}

const changedIn = (entry: Entry, side: Side, text: SourceText) =>
  entry.files.find(({ path }) => path === text.path)?.[side] ?? [];

async function foundAt(
  scanner: Scanner,
  entry: Entry,
  folder: string,
  side: Side,
  texts: readonly SourceText[],
  touched: Touched,
  profile: ScoredProfile,
) {
  const places = new Map<string, ReturnType<typeof atRepair>>();
  for (const text of texts)
    places.set(text.path, atRepair(changedIn(entry, side, text), await scanner.outline(text), touched));
  return (await scanner.squiggles(texts, profile, othersOf(entry, folder, side))).filter(
    (squiggle) => isOfFamily(squiggle.finding.cwe, entry.cwes) && places.get(squiggle.path)?.(squiggle),
  );
}

/** Nothing where the folder lacks a text of the entry. */
async function outcomeOf(
  scanner: Scanner,
  entry: Entry,
  folder: string,
  profile: ScoredProfile,
): Promise<Outcome | undefined> {
  const [before, after] = [textsOf(entry, folder, "before"), textsOf(entry, folder, "after")];
  if (!before || !after) return undefined;
  const namedOn = async (side: Side, texts: readonly SourceText[]) =>
    (await Promise.all(texts.map((text) => scanner.named(text, changedIn(entry, side, text))))).flat();
  const touched = touchedOf([await namedOn("before", before), await namedOn("after", after)]);
  return {
    entry,
    before: await foundAt(scanner, entry, folder, "before", before, touched, profile),
    after: await foundAt(scanner, entry, folder, "after", after, touched, profile),
  };
}

const share = (part: number, whole: number): string =>
  `${part} of ${whole}${whole === 0 ? "" : ` (${((100 * part) / whole).toFixed(0)} %)`}`;

function printRow(name: string, outcomes: readonly Outcome[]): void {
  const flagged = outcomes.filter(({ before }) => before.length > 0);
  const silent = (some: readonly Outcome[]) => some.filter(({ after }) => after.length === 0).length;
  console.log(
    `  ${name.padEnd(11)} flagged before ${share(flagged.length, outcomes.length).padEnd(16)}` +
      ` silent after ${share(silent(outcomes), outcomes.length).padEnd(17)}` +
      ` of the flagged ${share(silent(flagged), flagged.length)}`,
  );
}

const places = (squiggles: readonly Squiggle[]): string =>
  squiggles.map(({ finding, path, line }) => `${finding.ruleId} ${path}:${line}`).join(", ") || "nothing";

function printEntry({ entry, before, after }: Outcome): void {
  const name = `${entry.language} ${entry.id} ${entry.repository} CWE-${entry.cwes.join(", CWE-")}`;
  console.log(`    ${name}\n      before: ${places(before)}\n      after: ${places(after)}`);
}

function printTable(profile: ScoredProfile, half: Half, outcomes: readonly Outcome[], missing: number): void {
  console.log(`${half}, profile ${profile}${missing > 0 ? `; the texts of ${missing} are missing` : ""}`);
  for (const language of new Set<CveLanguage>(outcomes.map(({ entry }) => entry.language))) {
    printRow(
      language,
      outcomes.filter(({ entry }) => entry.language === language),
    );
  }
  printRow("all", outcomes);
}

async function scoreHalf(half: Half, languages: readonly string[], folder: string, show: boolean): Promise<void> {
  const scanner = await Scanner.start();
  const entries = readList().entries.filter(
    (entry) => entry.half === half && (languages.length === 0 || languages.includes(entry.language)),
  );
  for (const profile of PROFILES) {
    const outcomes: Outcome[] = [];
    for (const entry of entries) {
      const outcome = await outcomeOf(scanner, entry, folder, profile);
      if (!outcome) continue;
      outcomes.push(outcome);
      if (show && half === "open") printEntry(outcome);
    }
    printTable(profile, half, outcomes, entries.length - outcomes.length);
  }
}

asTask(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      half: { type: "string", default: "open" },
      language: { type: "string", multiple: true },
      show: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const [folder] = positionals;
  const half = HALVES.find((one) => one === values.half);
  if (folder === undefined || half === undefined) {
    console.error("Name the folder of the texts, and the half: open or closed.");
    return 2;
  }
  await scoreHalf(half, values.language ?? [], folder, values.show);
  return 0;
});
