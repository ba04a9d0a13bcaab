// What follows from a scan: baseline, report, lines on standard error, exit status.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  applyBaseline,
  createBaseline,
  type Located,
  parseBaseline,
  serializeBaseline,
} from "../engine/findings/baseline";
import type { Finding } from "../engine/findings/finding";
import { severityAtLeast } from "../engine/findings/severity";
import { suppressByConfiguration } from "../project/configuration";
import { showsTier } from "../project/select-rules";
import { githubReport } from "../report/github";
import { htmlReport } from "../report/html";
import { jsonReport } from "../report/json";
import { count, type ReportedFile, type ScanProblem, type ScanResult, type SourceFile } from "../report/result";
import { sarifReport } from "../report/sarif";
import { textReport } from "../report/text";
import type { Format, ScanOptions } from "./arguments";
import { describeRule } from "./describe-rule";
import { version } from "./installation";
import { absolutePath, explain, nodeFiles } from "./node-files";
import { display, type Process, type Scan, type ScannedTarget } from "./scan";

/** Writes everything and gives the exit status: 0 nothing, 1 findings, 2 something could not be read. */
export async function finish(scan: Scan, process: Process): Promise<number> {
  const { options } = scan;
  const targets = await withBaseline(
    options,
    scan.targets.map((target) => withConfiguration(target, scan.today)),
  );
  const problems = [...scan.problems, ...unreadable(targets)];
  const result = await toResult({ ...scan, targets, problems });
  const report = render(result, options.format, options.output === undefined && process.stdout.isTTY === true);
  if (options.output === undefined) {
    process.stdout.write(report);
  } else {
    await writeFile(options.output, report).catch((error: unknown) => {
      throw new Error(`The report cannot be written to ${options.output}: ${explain(error)}`);
    });
  }
  process.stderr.write(
    [...[...problems, ...scan.notes].map(problemLine), ...targets.flatMap(fixLines)]
      .map((line) => `${line}\n`)
      .join(""),
  );
  return problems.length > 0 ? 2 : targets.some((target) => failing(target, scan.asked)) ? 1 : 0;
}

function withConfiguration(target: ScannedTarget, today: string): ScannedTarget {
  const { answer, configuration, projectPath } = target;
  const findings = answer.findings.map((finding) =>
    suppressByConfiguration(finding, configuration, projectPath, today),
  );
  return { ...target, answer: { ...answer, findings } };
}

/** Marks, or writes down, what the baseline holds. */
async function withBaseline(
  options: ScanOptions,
  targets: readonly ScannedTarget[],
): Promise<readonly ScannedTarget[]> {
  if (options.baseline === undefined) {
    return targets;
  }
  const located: Located[] = targets.flatMap(({ projectPath, answer }) =>
    answer.findings.map((finding) => ({ path: projectPath, finding })),
  );
  const file = options.baseline;
  try {
    if (options.updateBaseline) {
      await writeFile(file, serializeBaseline(createBaseline(located)));
    }
    const marked = applyBaseline(located, parseBaseline(await readFile(file, "utf8")));
    let next = 0;
    return targets.map((target) => {
      const findings = marked.slice(next, next + target.answer.findings.length);
      next += findings.length;
      return { ...target, answer: { ...target.answer, findings } };
    });
  } catch (error) {
    throw new Error(`${file}: ${explain(error)} (--update-baseline writes one.)`, { cause: error });
  }
}

/** Each file that could not be read, and once what many files lack, such as a grammar. */
function unreadable(targets: readonly ScannedTarget[]): ScanProblem[] {
  const files = targets.flatMap(({ displayPath, answer: { error } }) =>
    error === undefined ? [] : [{ path: displayPath, message: error }],
  );
  const lacks = new Set(targets.map(({ answer }) => answer.lack).filter((lack) => lack !== undefined));
  return [...files, ...[...lacks].map((message) => ({ message }))];
}

/** The files that traces lead through and in which nothing was found. One that is gone since is shown by its name alone. */
async function tracedFiles(files: readonly ReportedFile[]): Promise<SourceFile[]> {
  const known = new Set(files.map(({ uri }) => uri));
  const steps = files.flatMap(({ findings }) => findings.flatMap(({ trace }) => trace.map(({ uri }) => uri)));
  const others = [...new Set(steps)].filter((uri) => !known.has(uri) && uri.startsWith("file:"));
  const read = others.map(async (uri): Promise<SourceFile[]> => {
    const path = absolutePath(fileURLToPath(uri));
    const text = await nodeFiles.readText(path).catch(() => undefined);
    return text === undefined ? [] : [{ uri, path: display(path), text }];
  });
  return (await Promise.all(read)).flat();
}

async function toResult(scan: Scan): Promise<ScanResult> {
  const skipped: Record<string, number> = { ...scan.skipped };
  for (const { answer } of scan.targets) {
    if (answer.skipped !== undefined) {
      skipped[answer.skipped] = (skipped[answer.skipped] ?? 0) + 1;
    }
  }
  const files = scan.targets.flatMap(({ uri, displayPath, answer }): ReportedFile[] =>
    answer.text === undefined
      ? []
      : [{ uri, path: displayPath, text: answer.text, findings: answer.findings, problems: answer.problems }],
  );
  return {
    version: version(),
    root: `${pathToFileURL(absolutePath(".")).href}/`,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    traced: await tracedFiles(files),
    rules: scan.rules.map(describeRule),
    problems: scan.problems,
    scanned: scan.targets.filter(({ answer }) => answer.skipped === undefined && answer.error === undefined).length,
    skipped,
    milliseconds: performance.now() - scan.started,
  };
}

function render(result: ScanResult, format: Format, colour: boolean): string {
  switch (format) {
    case "json":
      return jsonReport(result);
    case "sarif":
      return sarifReport(result);
    case "github":
      return githubReport(result);
    case "html":
      return htmlReport(result);
    default:
      return textReport(result, { colour: colour && process.env.NO_COLOR === undefined });
  }
}

/** `caveat: path:line:column: message (rule)`. */
export function problemLine({ path, line, column, message, ruleId }: ScanProblem): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(":");
  const rule = ruleId === undefined ? "" : ` (rule ${ruleId})`;
  return `caveat: ${place === "" ? "" : `${place}: `}${message.replace(/\s+/g, " ").trim()}${rule}`;
}

function fixLines({ displayPath, answer: { fixed } }: ScannedTarget): string[] {
  if (fixed === undefined) {
    return [];
  }
  const unproved = fixed.unproved.length > 0 ? `; fixes of ${fixed.unproved.join(", ")} are not proved` : "";
  return [`caveat: ${displayPath}: ${count(fixed.count, "fix").replace("fixs", "fixes")} applied${unproved}`];
}

function failing({ answer, configuration }: ScannedTarget, asked: ReadonlySet<string>): boolean {
  const counts = (finding: Finding) =>
    finding.suppression === undefined &&
    severityAtLeast(finding.severity, configuration.failOn) &&
    (showsTier(finding, configuration.profile) || asked.has(finding.ruleId));
  return answer.findings.some(counts);
}
