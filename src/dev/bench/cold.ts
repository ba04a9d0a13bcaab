// The time from the worker's start to the first findings, in processes that have never run it.
import { installedFile, packageFile, pythonFile, reactAdmin } from "../corpus";
import { measure } from "./child";
import { printRows, quantile, row } from "./statistics";

const BUDGET = 500;
const RUNS = 5;

export function cold(bundle: string): void {
  const files = [
    installedFile("yauzl/index.js", "javascript"),
    installedFile("cheerio/src/api/manipulation.ts", "typescript"),
    packageFile(reactAdmin, "src/input/AutocompleteInput.tsx", "tsx"),
    pythonFile("ftplib.py"),
  ];
  const rows = files.map(({ name, path, language }) => {
    const times = Array.from({ length: RUNS }, () => measure<number>(bundle, [path, language]));
    return row(
      `${name}, median of ${RUNS}`,
      quantile(times, 0.5),
      BUDGET,
      "ms",
      `, most ${Math.max(...times).toFixed(0)}`,
    );
  });
  printRows("Cold start: worker started → first findings of about 1,000 lines", rows);
}
