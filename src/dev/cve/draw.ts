// Draws the list of repairs, test/dataflow/cve.json: `node src/dev/run.mjs cve/draw ADVISORIES CLONES [--seed 5]`.
// ADVISORIES holds GitLab's advisory database (YAML files in folders named after registries), CLONES the histories
// (see clones.ts) of the repositories whose turn comes; one that is not there is passed over, and counted.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { YAMLParseError } from "yaml";
import { filesUnder } from "../files";
import { asTask } from "../process";
import { type Advisory, type CveLanguage, inDrawnOrder, LANGUAGES, readAdvisory } from "./advisories";
import { filesOfRepair, linesOfDiff } from "./changes";
import { Clone } from "./clones";
import { type Entry, HALVES, writeList } from "./list";

/** How many of each language. Those of C# and Ruby are few to begin with. */
const WANTED: Record<CveLanguage, number> = {
  javascript: 24,
  python: 24,
  java: 22,
  go: 22,
  php: 20,
  csharp: 10,
  ruby: 18,
};
/** So that no project decides a language's figure. */
const MOST_OF_A_REPOSITORY = 2;

function advisoriesIn(folder: string): Advisory[] {
  return filesUnder(folder).flatMap((path) => {
    try {
      return path.endsWith(".yml") ? (readAdvisory(readFileSync(path, "utf8")) ?? []) : [];
    } catch (error) {
      if (!(error instanceof YAMLParseError)) throw error;
      console.log(`${path} is not YAML: ${error.message.split("\n", 1)[0]}`);
      return [];
    }
  });
}

/** The repair as an entry, or why it cannot be one. */
function entryOf(advisory: Advisory, language: CveLanguage, clones: string): Omit<Entry, "half"> | string {
  const { fix, ...rest } = advisory;
  const clone = new Clone(clones, advisory.repository);
  if (!clone.exists) return "repository not at hand";
  const before = clone.parentOf(fix);
  if (before === undefined) return "commit not in the history";
  const files = filesOfRepair(clone.changes(before, fix), language);
  if (typeof files === "string") return files;
  const changed = files.map((path) => linesOfDiff(path, clone.diff(before, fix, path)));
  return { ...rest, language, before, after: fix, files: changed.filter((file) => file.before.length > 0) };
}

function draw(order: readonly Advisory[], language: CveLanguage, clones: string): Entry[] {
  const taken: Entry[] = [];
  const [ofRepository, passed] = [new Map<string, number>(), new Map<string, number>()];
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  let tried = 0;
  for (const advisory of order) {
    if (taken.length === WANTED[language]) break;
    tried++;
    const full = (ofRepository.get(advisory.repository) ?? 0) >= MOST_OF_A_REPOSITORY;
    const entry = full ? "two of its repository are there" : entryOf(advisory, language, clones);
    if (typeof entry === "string" || entry.files.length === 0) {
      count(passed, typeof entry === "string" ? entry : "nothing but a change of mode");
      continue;
    }
    count(ofRepository, advisory.repository);
    const { id, ...rest } = entry;
    taken.push({ id, half: HALVES[taken.length % 2] ?? "open", ...rest });
  }
  const reasons = [...passed].map(([reason, times]) => `${times} ${reason}`).join(", ");
  console.log(`${language}: ${taken.length} of the first ${tried} of ${order.length}; passed over: ${reasons}`);
  return taken;
}

asTask(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { seed: { type: "string", default: "5" } },
    allowPositionals: true,
  });
  const [folder, clones] = positionals;
  if (folder === undefined || clones === undefined) {
    console.error("Name the folder of the advisories and the folder of the clones.");
    return 2;
  }
  const advisories = advisoriesIn(folder);
  const seed = Number(values.seed);
  const entries = (Object.keys(LANGUAGES) as CveLanguage[]).flatMap((language) =>
    draw(inDrawnOrder(advisories, language, seed), language, clones),
  );
  writeList({ seed, entries });
  return 0;
});
