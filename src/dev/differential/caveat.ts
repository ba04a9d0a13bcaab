// The same rules over the same files, by the engine as the hosts use it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Analyzer, createAnalyzer } from "../../engine/analyzer";
import { fragmentLanguages } from "../../engine/rules/fragment-languages";
import { loadRules } from "../../engine/rules/loader";
import { languageOf } from "../../project/language-of";
import { inRoot } from "../paths";
import { libraryModels } from "../rules";
import type { Report } from "./semgrep";

/** Runs the rules over files, named relative to `folder`. */
export async function runCaveat(text: string, folder: string, files: readonly string[]): Promise<Report> {
  const analyzer = await createAnalyzer({
    grammars: { load: (file) => readFile(inRoot("grammars", file)) },
    models: libraryModels(),
    log: () => undefined,
  });
  const { rules, errors } = loadRules(text, "rules.yaml", { builtIn: false });
  const refused = new Map(errors.map(({ ruleId = "", message }) => [ruleId, message]));
  for (const language of fragmentLanguages(rules)) await analyzer.ready(language);
  const set = analyzer.ruleSet(rules);
  const hits: Report["hits"][number][] = [];
  const abandoned = new Set<string>();
  for (const file of files) {
    const code = await readFile(join(folder, file), "utf8");
    const language = languageOf(file, code.slice(0, 200).split("\n", 1)[0]);
    if (language !== undefined) await analyzer.ready(language, code);
    analyzer.open({ uri: file, languageId: language ?? "plaintext", text: code, version: 1, path: file });
    const { findings, problems } = finish(analyzer.analyze(file, { rules: set, today: "2026-01-01", idle: true }));
    analyzer.close(file);
    for (const { ruleId, start } of findings) {
      hits.push({ rule: ruleId, file, line: code.slice(0, start).split("\n").length });
    }
    for (const { ruleId, message } of problems) {
      if (ruleId === undefined) continue;
      if (message.includes("cannot run")) refused.set(ruleId, message);
      else abandoned.add(`${ruleId}\0${file}`);
    }
  }
  analyzer.dispose();
  return { hits, refused, abandoned };
}

function finish(steps: ReturnType<Analyzer["analyze"]>) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
