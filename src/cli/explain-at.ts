// The worker thread's part of `caveat explain RULE FILE:LINE`.
import type { Analyzer } from "../engine/analyzer";
import { Lines } from "../engine/findings/lines";
import { languageOf } from "../project/language-of";
import type { ExplainJob, Jobs } from "./jobs";
import { nodeFiles } from "./node-files";

/** Rejects with an Error in a sentence where the file cannot be read or has no such line. */
export async function explainAt(analyzer: Analyzer, job: ExplainJob): Promise<Jobs["explain"]["answer"]> {
  const text = await nodeFiles.readText(job.path);
  const lines = new Lines(text);
  if (job.line > lines.count) {
    throw new Error(`It has no line ${job.line}, only ${lines.count}.`);
  }
  const language = languageOf(job.path, lines.line(0));
  if (language !== undefined) {
    await analyzer.ready(language, text);
  }
  const uri = job.path;
  analyzer.open({ uri, languageId: language ?? "plaintext", text, version: 1, path: job.projectPath });
  const line = job.line - 1;
  const indent = lines.line(line).search(/\S|$/);
  const place = { start: lines.start(line) + indent, end: lines.end(line) };
  return { explanation: analyzer.explain(uri, job.rule, place, job.today, job.strict), text };
}
