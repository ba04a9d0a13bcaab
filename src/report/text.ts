// For people at a terminal. A finding's first line has one form, `path:line:column: error (high): message [rule]`, which
// editors and CI read with a pattern; what follows is indented.
import { SEVERITIES, type Severity } from "../engine/findings/finding";
import { codeFrame, type FrameLine } from "./code-frame";
import { count, type LocatedFinding, locatedFindings, placeAt, type ScanResult, Texts } from "./result";

export interface TextOptions {
  /** Whether the output is a terminal that shows colours. */
  readonly colour: boolean;
}

/** The words that problem matchers know. */
const WORDS: Readonly<Record<Severity, string>> = { critical: "error", high: "error", medium: "warning", low: "info" };

type Paint = (style: keyof typeof STYLES, text: string) => string;

const STYLES = { critical: "1;35", high: "1;31", medium: "1;33", low: "1;36", bold: "1", dim: "2" } as const;

/** The whole report. */
export function textReport(result: ScanResult, { colour }: TextOptions): string {
  const paint: Paint = (style, text) => (colour ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
  const texts = new Texts(result);
  const findings = locatedFindings(result, false).map((located) => findingText(located, texts, paint));
  const problems = result.files.flatMap(({ path, problems }) => problems.map(({ message }) => `${path}: ${message}\n`));
  return [...findings, ...(problems.length > 0 ? [problems.join("")] : []), summary(result, paint)].join("\n");
}

function findingText({ finding, file, lines }: LocatedFinding, texts: Texts, paint: Paint): string {
  const { line, column } = placeAt(lines, finding.start);
  const message = finding.message.replace(/\s+/g, " ").trim();
  const severity = paint(finding.severity, `${WORDS[finding.severity]} (${finding.severity})`);
  const head = `${paint("bold", `${file.path}:${line}:${column}`)}: ${severity}: ${message} ${paint("dim", `[${finding.ruleId}]`)}`;
  const frame = frameText(codeFrame(lines, finding), finding.severity, paint);
  const trace = finding.trace.map((step) => {
    const stepLines = texts.lines(step.uri);
    const place = stepLines === undefined ? undefined : placeAt(stepLines, step.start);
    const at = place === undefined ? texts.path(step.uri) : `${texts.path(step.uri)}:${place.line}:${place.column}`;
    return `    ${step.kind.padEnd(6)} ${at} ${step.message}`;
  });
  const fixes = finding.fixes.map(({ title }) => `    fix: ${title}`);
  return `${[head, ...frame, ...trace, ...fixes].join("\n")}\n`;
}

function frameText(frame: readonly FrameLine[], severity: Severity, paint: Paint): string[] {
  const width = String(frame.at(-1)?.number ?? 0).length;
  return frame.flatMap(({ number, text, marked }) => {
    const row = `  ${marked === undefined ? " " : ">"} ${String(number).padStart(width)} | ${text}`.trimEnd();
    if (marked === undefined) {
      return [paint("dim", row)];
    }
    // Tabs stay tabs, so that the marks stand below what they mark.
    const indent = text.slice(0, marked.start).replace(/[^\t]/g, " ");
    const marks = paint(severity, "^".repeat(Math.max(1, marked.end - marked.start)));
    return [row, `    ${" ".repeat(width)} | ${indent}${marks}`];
  });
}

function summary(result: ScanResult, paint: Paint): string {
  const shown = locatedFindings(result, false);
  const suppressed = locatedFindings(result, true).length - shown.length;
  const bySeverity = SEVERITIES.map((severity) => ({
    severity,
    number: shown.filter(({ finding }) => finding.severity === severity).length,
  }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => paint(severity, `${number} ${severity}`));
  const skipped = Object.entries(result.skipped).filter(([, number]) => number > 0);
  const sum = skipped.reduce((total, [, number]) => total + number, 0);
  const parts = [
    `${count(shown.length, "finding")}${bySeverity.length > 0 ? ` (${bySeverity.join(", ")})` : ""}`,
    `${count(result.scanned, "file")} scanned with ${count(result.rules.length, "rule")} in ${(result.milliseconds / 1000).toFixed(1)} s`,
    ...(sum > 0 ? [`${sum} skipped (${skipped.map(([reason, number]) => `${number} ${reason}`).join(", ")})`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ];
  return `${parts.join("; ")}.\n`;
}
