// Random patterns, rules and texts: whatever comes in, the engine answers, within its bounds, and the same each time.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { type Analysis, type Analyzer, createAnalyzer } from "../../engine/analyzer";
import { type Language, languages } from "../../engine/languages";
import { loadGrammar, loweringOf } from "../../engine/languages/language";
import { canonicalLanguage } from "../../engine/rules/language-names";
import { loadRules } from "../../engine/rules/loader";
import { createSyntax } from "../../engine/syntax";
import { generate } from "../differential/generate";
import type { Source } from "../differential/sample";
import { filesUnder } from "../files";
import { inRoot } from "../paths";
import { pick, type Random, seeded } from "../random";

const load = (file: string) => readFile(inRoot("grammars", file));

/** Real-looking code of a language, of our own; undefined where there is none. */
export function sampleOf({ extensions, id }: Language): string | undefined {
  const files = filesUnder(inRoot("test/engine/languages/samples"));
  const path =
    files.find((file) => new RegExp(`/${id}\\.`).test(file)) ?? files.find((file) => file.endsWith(`/${id}`));
  if (path === undefined) return undefined;
  if (extensions.length > 0 && !extensions.some((extension) => path.endsWith(extension))) {
    throw new Error(`${path} has none of the extensions of ${id}.`);
  }
  return readFileSync(path, "utf8");
}

export const sampled = (): readonly Language[] => languages.filter((language) => sampleOf(language) !== undefined);

/** What is put into patterns and texts. */
const SHARDS = [
  "...",
  "$X",
  "$...X",
  "<... ",
  " ...>",
  '"$X"',
  '"=~/(/"',
  '"=~/a*/i"',
  "(",
  ")",
  "{",
  "}",
  "[",
  "]",
  ";",
  ",",
  "\n",
  "\t",
  " ",
  "@",
  ": ",
  '"',
  "'",
  "\\",
  "$",
  "ꓘ",
  "\u0000",
  "\ud800",
  "€",
];

/** One to three random edits: a shard put in, a piece taken out, a piece doubled. */
export function mutated(text: string, random: Random): string {
  let result = text;
  for (let edits = 1 + random(3); edits > 0; edits--) {
    const at = random(result.length + 1);
    const to = Math.min(result.length, at + 1 + random(12));
    const piece = result.slice(at, to);
    const by = pick(random, [pick(random, SHARDS), "", piece + piece]);
    result = result.slice(0, at) + by + result.slice(random(2) === 0 ? at : to);
  }
  return result;
}

export interface Tally {
  readonly runs: number;
  /** Rules that could be run, and findings that they had. */
  readonly ran: number;
  readonly findings: number;
}

/** An input on which the engine failed. */
export class Broken extends Error {
  constructor(
    readonly input: { readonly language: string; readonly rule: string; readonly text: string },
    cause: unknown,
  ) {
    super(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`, { cause });
    this.name = "Broken";
  }
}

/** Rules made of the sample's own pieces and then damaged, over the sample, damaged too in every second run. */
export async function fuzz(language: Language, runs: number, seed: number): Promise<Tally> {
  const text = sampleOf(language);
  if (text === undefined) throw new Error(`There is no sample of ${language.id}.`);
  const random = seeded(seed);
  const analyzer = await createAnalyzer({ grammars: { load }, log: () => undefined });
  await analyzer.ready(language.id, text);
  const source = await sourceOf(language, text);
  const name = ruleLanguage(language);
  let [ran, findings] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const rule = JSON.stringify(
      generate({ language: name, sources: [source], count: 1 + random(11), random }).at(-1)?.rule ?? {},
    );
    const damaged = random(4) === 0 ? rule : mutated(rule, random);
    const code = random(2) === 0 ? text : mutated(text, random);
    try {
      const analysis = analysed(analyzer, language.id, damaged, code);
      if (!analysis) continue;
      ran++;
      findings += analysis.findings.length;
      check(analysis, code);
      const again = analysed(analyzer, language.id, damaged, code);
      if (!isDeepStrictEqual(shown(again), shown(analysis))) throw new Error("A second analysis finds something else.");
    } catch (error) {
      throw new Broken({ language: language.id, rule: damaged, text: code }, error);
    }
  }
  analyzer.dispose();
  return { runs, ran, findings };
}

/** Rules know some languages by the name of another: TSX is TypeScript to them. */
export const ruleLanguage = ({ id, accepts }: Language): string => canonicalLanguage(id) ?? accepts[0] ?? id;

/** A sample parsed and lowered; rejects with an Error where it has a syntax error. */
export async function sourceOf(language: Language, text: string): Promise<Source> {
  const syntax = await createSyntax({ load }, () => undefined);
  const grammar = await loadGrammar(language, syntax);
  const parsed = grammar.parse(text);
  if (parsed.table.hasError) throw new Error(`The sample of ${language.id} does not parse without errors.`);
  const { table, interner } = parsed;
  return { text, tree: loweringOf(language, grammar).lower(parsed), table, interner, language };
}

function analysed(analyzer: Analyzer, languageId: string, rule: string, text: string): Analysis | undefined {
  const { rules } = loadRules(`{"rules":[${rule}]}`, "fuzz.json", { builtIn: false });
  if (rules.length === 0) return undefined;
  analyzer.open({ uri: "fuzz", languageId, text, version: 1 });
  const steps = analyzer.analyze("fuzz", { rules: analyzer.ruleSet(rules), today: "2026-01-01", idle: true });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const shown = (analysis: Analysis | undefined): unknown => analysis && [analysis.findings, analysis.problems];

function check({ findings, problems }: Analysis, text: string): void {
  for (const { start, end, ruleId } of findings) {
    if (start < 0 || end > text.length || start > end) throw new Error(`${ruleId} reports [${start}, ${end})`);
  }
  for (const { message } of problems) if (message.trim() === "") throw new Error("A problem says nothing.");
}

/** Tries an input that broke the engine once, as `artifacts` kept it. */
export async function replay(json: string): Promise<void> {
  const { language, rule, text } = JSON.parse(json) as Broken["input"];
  const analyzer = await createAnalyzer({ grammars: { load }, log: () => undefined });
  await analyzer.ready(language, text);
  const analysis = analysed(analyzer, language, rule, text);
  if (analysis) check(analysis, text);
  analyzer.dispose();
}

/** Rule files with random damage: all that is wrong with them is said, and nothing is thrown. */
export function fuzzRuleFiles(files: readonly string[], runs: number, seed: number): number {
  const random = seeded(seed);
  let refused = 0;
  for (let run = 0; run < runs; run++) {
    const text = mutated(pick(random, files), random);
    const { rules, errors } = loadRules(text, "fuzz.yml", { builtIn: false });
    if (errors.length > 0) refused++;
    else if (rules.length === 0) throw new Error(`Neither rules nor errors:\n${text}`);
    for (const { message } of errors) if (!/^[A-Z`].*[.`]$/s.test(message)) throw new Error(`No sentence: ${message}`);
  }
  return refused;
}
