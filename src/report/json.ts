// The stable JSON report. Keys are added, never renamed; lines and columns are one-based, columns and offsets count
// UTF-16 units, and ends are exclusive.
import type { Range } from "../engine/findings/finding";
import type { Lines } from "../engine/findings/lines";
import { type LocatedFinding, locatedFindings, placeAt, type ScanResult, Texts } from "./result";

const VERSION = 1;

/**
 * `{ version, tool: { name, version }, findings, errors, summary }`. Suppressed findings are in the list, with their
 * `suppression`; `errors` are files, rules and configurations that could not be read.
 */
export function jsonReport(result: ScanResult): string {
  const all = locatedFindings(result, true);
  const suppressed = all.filter(({ finding }) => finding.suppression !== undefined).length;
  const texts = new Texts(result);
  const report = {
    version: VERSION,
    tool: { name: "caveat", version: result.version },
    findings: all.map((located) => toJson(located, texts)),
    errors: [
      ...result.problems,
      ...result.files.flatMap(({ path, problems }) =>
        problems.map(({ message, ruleId }) => ({ path, message, ...(ruleId === undefined ? {} : { ruleId }) })),
      ),
    ],
    summary: {
      findings: all.length - suppressed,
      suppressed,
      filesScanned: result.scanned,
      filesSkipped: result.skipped,
      rules: result.rules.length,
      milliseconds: Math.round(result.milliseconds),
    },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function span(lines: Lines | undefined, { start, end }: Range): object {
  const place = (offset: number) => ({ ...(lines === undefined ? {} : placeAt(lines, offset)), offset });
  return { start: place(start), end: place(end) };
}

function toJson({ finding, file, lines }: LocatedFinding, texts: Texts): object {
  const { ruleId, message, severity, confidence, tier, cwe, owasp, fingerprint, suppression } = finding;
  return {
    ruleId,
    path: file.path,
    ...span(lines, finding),
    message,
    severity,
    confidence,
    tier,
    cwe,
    owasp,
    metavariables: Object.fromEntries(Object.entries(finding.metavariables).map(([name, { text }]) => [name, text])),
    trace: finding.trace.map((step) => ({
      kind: step.kind,
      message: step.message,
      path: texts.path(step.uri),
      ...span(texts.lines(step.uri), step),
    })),
    fixes: finding.fixes.map(({ title, files }) => ({
      title,
      edits: files.flatMap(({ uri, edits }) =>
        edits.map((edit) => ({ path: texts.path(uri), ...span(texts.lines(uri), edit), text: edit.text })),
      ),
    })),
    fingerprint,
    ...(suppression === undefined
      ? {}
      : { suppression: { by: suppression.by, reason: suppression.reason, until: suppression.until } }),
  };
}
