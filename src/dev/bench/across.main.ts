// Edits files of a tree, and analyses what rests on them. Run as a bundle: ROOT LIST, where LIST names a JSON file of
// [path, language]; prints an Across.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type AnalysisOptions, type Analyzer, createAnalyzer } from "../../engine/analyzer";
import { loadCompiledModels, loadCompiledRules } from "../../engine/rules/compiled";
import { pick, seeded } from "../random";
import type { Across, AcrossStep } from "./across";
import { asMeasurement } from "./child";
import { now, since } from "./clock";
import { randomLine } from "./typing";

const OPEN = 20;
/** Edits on which other documents rest, and how many are tried for them at most. */
const STEPS = 40;
const MOST_TRIED = 400;

interface TreeFile {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

function analysed(analyzer: Analyzer, uri: string, options: AnalysisOptions): void {
  const run = analyzer.analyze(uri, options);
  while (!run.next().done);
}

/** Types a line, or takes it away again, and analyses the file and what rests on it. */
function edited(
  analyzer: Analyzer,
  file: TreeFile,
  options: AnalysisOptions,
  text: string,
  isOpen: boolean,
): AcrossStep {
  const started = now();
  if (isOpen) {
    const before = analyzer.text(file.uri) ?? "";
    analyzer.edit(file.uri, 1, [{ start: 0, end: before.length, text }]);
    analysed(analyzer, file.uri, options);
  } else analyzer.addFile({ ...file, text });
  const own = since(started);
  const then = now();
  const outdated = analyzer.takeOutdated();
  for (const uri of outdated) analysed(analyzer, uri, options);
  return { own, dependants: outdated.length, others: since(then) };
}

asMeasurement(async (root, [list = ""]): Promise<Across> => {
  const listed: readonly (readonly [path: string, language: string])[] = JSON.parse(readFileSync(list, "utf8"));
  const files = listed.map(([path, languageId]): TreeFile => {
    return { uri: pathToFileURL(path).href, languageId, text: readFileSync(path, "utf8") };
  });
  const compiled: unknown = JSON.parse(readFileSync(join(root, "dist/rules.json"), "utf8"));
  const grammars = { load: async (file: string) => readFileSync(join(root, "grammars", file)) };
  const log = (text: string): void => void process.stderr.write(`${text}\n`);
  const analyzer = await createAnalyzer({ grammars, models: loadCompiledModels(compiled), log });
  for (const language of new Set(files.map(({ languageId }) => languageId))) await analyzer.ready(language);
  const options = { rules: analyzer.ruleSet(loadCompiledRules(compiled)), today: "2026-01-31" };
  for (const file of files) analyzer.addFile(file);
  const random = seeded(1);
  const open = new Set(Array.from({ length: OPEN }, () => pick(random, files)));
  const started = now();
  for (const file of open) analyzer.open({ ...file, version: 0 });
  for (const { uri } of open) analysed(analyzer, uri, options);
  const first = since(started);
  analyzer.takeOutdated();
  const steps: AcrossStep[] = [];
  for (let tried = 0; tried < MOST_TRIED && steps.length < STEPS; tried++) {
    const file = pick(random, tried % 2 === 0 ? [...open] : files);
    const { offset, letters } = randomLine(file.text, random);
    const text = file.text.slice(0, offset) + letters.join("") + file.text.slice(offset);
    for (const state of [text, file.text]) {
      const step = edited(analyzer, file, options, state, open.has(file));
      if (step.dependants > 0) steps.push(step);
    }
  }
  const lines = files.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0);
  return { files: files.length, lines, open: open.size, first, steps };
});
