// Runs a real Semgrep and Caveat with the same rules over the same files, and prints every difference in (rule, line):
// `npm run differential` takes the built-in rules and their examples; `npm run differential -- --flows DIR` those of flows
// on the programs below a folder; `npm run differential -- --generated 40 [--seed 1]
// [--language NAME] [--show] DIR ...` rules made of pieces of the files below the folders, so many for each language; of
// their differences those of a known class (`test/dev/differential/classes.json`) are counted, the others printed.
// Semgrep is `semgrep` on the PATH.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { languageNamed } from "../engine/languages";
import { runCaveat } from "./differential/caveat";
import { compare } from "./differential/compare";
import { generated } from "./differential/generated";
import { filesIn, inTemporary, print } from "./differential/judge";
import { type Hit, type Report, runSemgrep, SEMGREP_VERSION, semgrepVersion } from "./differential/semgrep";
import { filesUnder } from "./files";
import { asTask } from "./process";
import { readBuiltInRules, writeExpanded } from "./rules";

/** Options of our own, without which a rule means what it means in Semgrep, and that by which flows are followed further. */
const OWN_OPTION = /^( +)(caveat_\w+: )/gm;
const FURTHER = /^( +)(interfile: true\n)/gm;
/** They are not taken away: to Semgrep some patterns mean something else where a rule has options, whichever. */
const LEFT_OUT = "$1left_out_$2";

/** A condition of our own, which Semgrep answers with no: what the memory of a function holds. */
const OWN_CONDITION = /\bfault\(/;

/** A file of rules of flows. */
const isOfFlows = (text: string): boolean => /^ +mode: taint$/m.test(text);

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

function flag(args: string[], name: string): boolean {
  const at = args.indexOf(name);
  if (at >= 0) args.splice(at, 1);
  return at >= 0;
}

/** Writes the built-in rules below a folder, and gives the items of their lists. */
function expandedRules(folder: string): readonly string[] {
  writeExpanded(folder);
  return filesUnder(folder).map((path) => readFileSync(path, "utf8").replace(/^rules:\n/, ""));
}

/** The built-in rules of flows on the files below a folder, each by itself. */
async function flowsOn(programs: string): Promise<boolean> {
  return inTemporary(async (folder) => {
    const texts = expandedRules(join(folder, "rules")).filter(isOfFlows);
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
    const semgrep = await runSemgrep(`rules:\n${texts.join("\n")}`, examples);
    const searched = await searchedAlike(texts, examples, semgrep);
    const followed = await flowsAlike(texts, examples, semgrep);
    return searched && followed;
  });
}

/** What Semgrep says of the rules of some texts. */
function hitsOf(texts: readonly string[], semgrep: Report): Report {
  const ids = new Set(texts.flatMap((text) => [...text.matchAll(/^ *- id: (\S+)/gm)].map(([, id]) => id)));
  return { ...semgrep, hits: semgrep.hits.filter(({ rule }) => ids.has(rule)) };
}

/** Rules that search alone: as Semgrep reads them, and with our own options, by which they find more. */
async function searchedAlike(texts: readonly string[], folder: string, semgrep: Report): Promise<boolean> {
  const all = texts.filter((text) => !isOfFlows(text));
  const searching = all.filter((text) => !OWN_CONDITION.test(text));
  console.log(`${all.length - searching.length} rules ask what Semgrep does not know, and are left out`);
  const theirs = hitsOf(searching, semgrep);
  const rules = `rules:\n${searching.join("\n")}`;
  const plain = compare(theirs, await runCaveat(rules.replace(OWN_OPTION, LEFT_OUT), folder, filesIn(folder)));
  print("Searches, without our own options", plain, () => "");
  const own = compare(theirs, await runCaveat(rules, folder, filesIn(folder)));
  print("Searches, with them", own, () => "");
  return plain.missing.length + plain.added.length + own.missing.length === 0;
}

/** Rules of flows alone: as Semgrep follows them, and as far as they are followed here, each difference with its reason. */
async function flowsAlike(texts: readonly string[], folder: string, semgrep: Report): Promise<boolean> {
  const own = texts.filter(isOfFlows);
  const theirs = hitsOf(own, semgrep);
  const rules = `rules:\n${own.join("\n")}`.replace(OWN_OPTION, LEFT_OUT);
  const lineOf = ({ file, line }: Hit): string => readFileSync(join(folder, file), "utf8").split("\n")[line - 1] ?? "";
  const near = await runCaveat(rules.replace(FURTHER, LEFT_OUT), folder, filesIn(folder));
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
  if (count === 0) return (await builtIn()) ? 0 : 1;
  const seed = Number(option(args, "--seed") ?? 1);
  const only = option(args, "--language");
  const show = flag(args, "--show");
  const folders = args.map((folder) => resolve(folder));
  const same = await generated({ folders, count, seed, only: only && languageNamed(only)?.id, show });
  return same ? 0 : 1;
});
