// One HTML page that needs nothing else: no script, no font, no network.
import { SEVERITIES } from "../engine/findings/finding";
import { compareSeverity } from "../engine/findings/severity";
import { codeFrame, type FrameLine } from "./code-frame";
import {
  count,
  type LocatedFinding,
  locatedFindings,
  placeAt,
  type ReportedRule,
  type ScanResult,
  Texts,
} from "./result";

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --critical: #b0309f; --high: #d1242f; --medium: #b26a00; --low: #0b7285; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-bottom: 0; }
section { border-top: 1px solid var(--line); padding: .5rem 0 1rem; }
.badge { border-radius: 4px; padding: 0 .4rem; color: #fff; font-size: .85rem; }
.critical { background: var(--critical); } .high { background: var(--high); } .medium { background: var(--medium); } .low { background: var(--low); }
.id, .place { font-family: ui-monospace, monospace; font-size: .85rem; } .explanation { white-space: pre-wrap; }
pre { border: 1px solid var(--line); border-radius: 4px; padding: .5rem; overflow-x: auto; font-size: .85rem; }
mark { background: #ffd33d80; color: inherit; } .number { opacity: .5; user-select: none; }
`;

/** Findings grouped by rule, the worst first; suppressed ones are left out. */
export function htmlReport(result: ScanResult): string {
  const findings = locatedFindings(result, false);
  const groups = new Map<string, LocatedFinding[]>();
  for (const located of findings) {
    const group = groups.get(located.finding.ruleId) ?? [];
    group.push(located);
    groups.set(located.finding.ruleId, group);
  }
  const worst = (group: LocatedFinding[]) => group.map(({ finding }) => finding.severity).sort(compareSeverity)[0];
  const sorted = [...groups].sort(([, a], [, b]) => compareSeverity(worst(a), worst(b)));
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]));
  const texts = new Texts(result);
  const body = [
    "<h1>Caveat</h1>",
    `<p>${escapeHtml(overview(result, findings))}</p>`,
    ...sorted.map(([id, group]) => ruleSection(id, rules.get(id), group, texts)),
    problemSection(result),
  ];
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Caveat: ${escapeHtml(count(findings.length, "finding"))}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join("\n")}
</body>
</html>
`;
}

function overview(result: ScanResult, findings: readonly LocatedFinding[]): string {
  const parts = SEVERITIES.map(
    (severity) => `${findings.filter(({ finding }) => finding.severity === severity).length} ${severity}`,
  );
  const scanned = `${count(result.scanned, "file")} scanned with ${count(result.rules.length, "rule")}`;
  return findings.length === 0
    ? `No findings. ${scanned}.`
    : `${count(findings.length, "finding")}: ${parts.join(", ")}. ${scanned}.`;
}

function ruleSection(
  id: string,
  rule: ReportedRule | undefined,
  group: readonly LocatedFinding[],
  texts: Texts,
): string {
  const { severity, cwe } = group[0].finding;
  const explanation =
    rule?.explanation === undefined
      ? ""
      : `<details><summary>Explanation</summary><p class="explanation">${escapeHtml(rule.explanation.trim())}</p></details>`;
  return `<section>
<h2><span class="badge ${severity}">${severity}</span> ${escapeHtml(rule?.title ?? id)}</h2>
<p class="id">${escapeHtml([id, ...cwe].join(" · "))}</p>
${explanation}
${group.map((located) => findingBlock(located, texts)).join("\n")}
</section>`;
}

function findingBlock({ finding, file, lines }: LocatedFinding, texts: Texts): string {
  const { line, column } = placeAt(lines, finding.start);
  const steps = finding.trace.map((step) => {
    const stepLines = texts.lines(step.uri);
    const place = stepLines === undefined ? "" : `:${placeAt(stepLines, step.start).line}`;
    return `<li><span class="place">${escapeHtml(texts.path(step.uri) + place)}</span> ${escapeHtml(step.message)}</li>`;
  });
  const trace = steps.length > 0 ? `\n<details><summary>Trace</summary><ol>${steps.join("")}</ol></details>` : "";
  return `<article>
<p><span class="place">${escapeHtml(`${file.path}:${line}:${column}`)}</span> ${escapeHtml(finding.message)}</p>
<pre>${codeFrame(lines, finding, 2).map(frameRow).join("\n")}</pre>${trace}
</article>`;
}

function frameRow({ number, text, marked }: FrameLine): string {
  const { start, end } = marked ?? { start: text.length, end: text.length };
  const inside = end > start ? `<mark>${escapeHtml(text.slice(start, end))}</mark>` : "";
  return `<span class="number">${String(number).padStart(5)} </span>${escapeHtml(text.slice(0, start))}${inside}${escapeHtml(text.slice(end))}`;
}

function problemSection(result: ScanResult): string {
  const problems = [
    ...result.problems.map(({ path, message }) => (path === undefined ? message : `${path}: ${message}`)),
    ...result.files.flatMap(({ path, problems }) => problems.map(({ message }) => `${path}: ${message}`)),
  ];
  return problems.length === 0
    ? ""
    : `<section><h2>Not read</h2><ul>${problems.map((problem) => `<li>${escapeHtml(problem)}</li>`).join("")}</ul></section>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
