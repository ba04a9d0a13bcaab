// Puts the texts of the list's repairs into a folder, which no commit may hold:
// `node src/dev/run.mjs cve/fetch FOLDER CLONES [--half open|closed]`, each file as `FOLDER/HALF/ID/before/PATH` and
// `.../after/PATH`; beside them in `.../rest` what else of its language the repository holds, as a workspace would (and
// in `before` and `after` what the repair adds to that or changes there). They come from the repositories' histories in
// CLONES (see clones.ts); what is not there is fetched from GitHub, two commits deep. Where GitHub is out of reach, put
// clones there by hand, or the texts themselves.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { asTask } from "../process";
import { LANGUAGES } from "./advisories";
import { isSource } from "./changes";
import { Clone } from "./clones";
import { type Entry, HALVES, readList } from "./list";

/** Writes the other files of the language, so that flows may lead there. */
function fetchRest(clone: Clone, entry: Entry, target: string): void {
  const { extensions } = LANGUAGES[entry.language];
  const isOfLanguage = (path: string): boolean =>
    extensions.some((extension) => path.toLowerCase().endsWith(extension)) && isSource(path);
  const patterns = extensions.map((extension) => `:(icase,glob)**/*${extension}`);
  clone.write(entry.before, join(target, "rest"), patterns, isOfLanguage);
  const own = new Set(entry.files.map(({ path }) => path));
  for (const { path } of clone.changes(entry.before, entry.after)) {
    if (own.has(path) || !isOfLanguage(path)) continue;
    for (const side of ["before", "after"] as const) {
      const text = clone.text(entry[side], path);
      if (text !== undefined) put(join(target, side, path), text);
    }
    rmSync(join(target, "rest", path), { force: true });
  }
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Writes both texts of every file of the repair; false where one cannot be had. */
function fetchEntry(entry: Entry, folder: string, clones: string): boolean {
  const clone = new Clone(clones, entry.repository);
  clone.bring(entry.after);
  const texts = entry.files.flatMap(({ path }) =>
    (["before", "after"] as const).map((side) => ({ side, path, text: clone.text(entry[side], path) })),
  );
  for (const { side, path, text } of texts) {
    if (text === undefined) return false;
    put(join(folder, entry.half, entry.id, side, path), text);
  }
  fetchRest(clone, entry, join(folder, entry.half, entry.id));
  return true;
}

asTask(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { half: { type: "string" } },
    allowPositionals: true,
  });
  const [folder, clones] = positionals;
  if (folder === undefined || clones === undefined) {
    console.error("Name the folder for the texts and the folder of the clones.");
    return 2;
  }
  const halves = HALVES.filter((half) => values.half === undefined || values.half === half);
  const entries = readList().entries.filter(({ half }) => halves.includes(half));
  const missing = entries.filter((entry) => !fetchEntry(entry, folder, clones));
  for (const { id, repository, after } of missing) console.log(`${id}: ${repository} ${after} cannot be had.`);
  console.log(`${entries.length - missing.length} of ${entries.length} repairs are in ${folder}.`);
  return missing.length === 0 ? 0 : 1;
});
