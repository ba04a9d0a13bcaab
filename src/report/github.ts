// Workflow commands that GitHub Actions turns into annotations on the changed lines.
import type { Severity } from "../engine/findings/finding";
import { type LocatedFinding, locatedFindings, placeAt, type ScanResult } from "./result";

const COMMANDS: Readonly<Record<Severity, string>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
};

/** One line for each finding that is not suppressed, then for each problem. */
export function githubReport(result: ScanResult): string {
  const findings = locatedFindings(result, false).map(annotation);
  const problems = [
    ...result.problems.map(({ path, line, message }) => command("error", { file: path, line }, message)),
    ...result.files.flatMap(({ path, problems }) =>
      problems.map(({ message }) => command("warning", { file: path }, message)),
    ),
  ];
  return [...findings, ...problems].map((line) => `${line}\n`).join("");
}

function annotation({ finding, file, lines }: LocatedFinding): string {
  const start = placeAt(lines, finding.start);
  const end = placeAt(lines, finding.end);
  // Columns are shown only for ranges within one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return command(
    COMMANDS[finding.severity],
    { file: file.path, line: start.line, endLine: end.line, ...columns, title: finding.ruleId },
    finding.message,
  );
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const listed = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${listed.length > 0 ? ` ${listed.join(",")}` : ""}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
