// How an analysis grows with the number of rules and with the size of the file.
import { mkdirSync } from "node:fs";
import { installedFile, pythonFile } from "../corpus";
import { inRoot } from "../paths";
import { buildRules } from "../rules";
import { measure } from "./child";
import { printRows, row } from "./statistics";

/** An analysis: its time and what it found. */
export interface Step {
  readonly milliseconds: number;
  readonly findings: number;
}

export interface Growth {
  readonly lines: number;
  /** Rules for the language. */
  readonly known: number;
  /** By the number of rules. */
  readonly byRules: readonly (Step & { readonly count: number })[];
  /** By how often the file stands behind itself, with the known rules. */
  readonly bySize: readonly (Step & { readonly count: number })[];
}

export function growth(bundle: string): void {
  mkdirSync(inRoot("out"), { recursive: true });
  const rules = inRoot("out/growth-rules.json");
  buildRules(rules);
  for (const { name, path, language } of [installedFile("yauzl/index.js", "javascript"), pythonFile("ftplib.py")]) {
    const { lines, known, byRules, bySize } = measure<Growth>(bundle, [path, language, rules]);
    const rows = (steps: Growth["byRules"], title: (count: number) => string) =>
      steps.map(({ count, milliseconds, findings }, at) => {
        const before = steps[at - 1];
        const grown = before ? `, × ${(milliseconds / before.milliseconds).toFixed(1)} of the row above` : "";
        return row(`${title(count)}, ${findings} findings`, milliseconds, undefined, "ms", grown);
      });
    printRows(`Growth of an analysis: ${name}, ${lines} lines of ${language}, ${known} rules`, [
      ...rows(byRules, (count) => `${count} rules`),
      ...rows(bySize, (count) => `${count * lines} lines`),
    ]);
  }
}
