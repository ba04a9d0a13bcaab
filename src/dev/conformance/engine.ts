// The product's own loader and analyzer, run over one text after another.
import { readFile } from "node:fs/promises";
import { type Analysis, type Analyzer, createAnalyzer } from "../../engine/analyzer";
import type { Rule } from "../../engine/rules/rule";
import { inRoot } from "../paths";

export class Engine {
  private opened = 0;

  private constructor(readonly analyzer: Analyzer) {}

  static async start(): Promise<Engine> {
    return new Engine(
      await createAnalyzer({ grammars: { load: (file) => readFile(inRoot("grammars", file)) }, log: () => undefined }),
    );
  }

  /** Throws an Error where a rule cannot run on the language, or the analysis has a problem to report. */
  async analyse(rules: readonly Rule[], language: string, text: string): Promise<Analysis> {
    const { analyzer } = this;
    await analyzer.ready(language, text);
    const set = analyzer.ruleSet(rules);
    const uri = `conformance:${++this.opened}`;
    analyzer.open({ uri, languageId: language, text, version: 1 });
    try {
      const steps = analyzer.analyze(uri, { rules: set, today: "2026-01-01", idle: true });
      for (;;) {
        const step = steps.next();
        if (!step.done) continue;
        const [problem] = step.value.problems;
        if (problem) throw new Error(problem.message);
        return step.value;
      }
    } finally {
      analyzer.close(uri);
    }
  }
}

/** One-based numbers of the lines on which findings start. */
export function linesOf(analysis: Analysis, text: string): Set<number> {
  return new Set(analysis.findings.map(({ start }) => text.slice(0, start).split("\n").length));
}
