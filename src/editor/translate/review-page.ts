// The page that a review opens: HTML without a style or script of its own origin but the nonced ones.
import type { Finding, Review } from "../../worker/protocol";
import { levelOf } from "./level";
import type { Translate } from "./translate";

/** A finding as the page shows it. */
export interface ReviewedFinding {
  readonly finding: Finding;
  /** One-based. */
  readonly line: number;
  /** The source line it starts on, without its indentation. */
  readonly code: string;
  /** Titles of the fixes that are proved, in order. */
  readonly fixes: readonly string[];
  /** The way that data takes to it, with the place of each step as people read it. */
  readonly steps: readonly { readonly place: string; readonly message: string }[];
}

export interface ReviewedRule {
  readonly id: string;
  readonly title: string;
  /** HTML, rendered from the rule's Markdown. */
  readonly explanation: string;
  readonly findings: readonly ReviewedFinding[];
}

export interface ReviewModel {
  readonly file: string;
  /** One-based, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly review: Review;
  readonly rules: readonly ReviewedRule[];
}

/** What the page posts when something in it is chosen. */
export type ReviewMessage =
  | { readonly type: "show"; readonly finding: number }
  | { readonly type: "fix"; readonly finding: number; readonly fix: number }
  | { readonly type: "trace"; readonly finding: number }
  | { readonly type: "rule"; readonly ruleId: string }
  | { readonly type: "again" };

/** Findings in the order in which the page numbers them. */
export function numbered(rules: readonly ReviewedRule[]): ReviewedFinding[] {
  return rules.flatMap(({ findings }) => findings);
}

/** @param nonce lets the page's own style and script run, and nothing else */
export function reviewPage(model: ReviewModel, t: Translate, nonce: string): string {
  const { review } = model;
  const csp = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const where = t("{0}, lines {1} to {2}", model.file, model.firstLine, model.lastLine);
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<title>${escapeHtml(t("Review"))}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(headline(review, t))}</h1>
<p>${escapeHtml(where)} · ${escapeHtml(t("{0} rules in {1} ms", review.rules, Math.ceil(review.milliseconds)))}</p>
${notes(review, t)}
<button data-type="again">${escapeHtml(t("Review Again"))}</button>
</header>
<main>
${groups(model.rules, t)}
</main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}

function headline(review: Review, t: Translate): string {
  const open = review.findings.filter(({ suppression }) => !suppression).length;
  if (review.skipped !== undefined) return t("Not reviewed");
  if (open === 0) return t("Nothing found");
  return open === 1 ? t("1 finding") : t("{0} findings", open);
}

function notes(review: Review, t: Translate): string {
  const suppressed = review.findings.filter(({ suppression }) => suppression).length;
  const lines = [
    ...(review.skipped === undefined ? [] : [review.skipped]),
    ...(review.hasSyntaxErrors ? [t("The file has syntax errors; what stands around them may have been missed.")] : []),
    ...(suppressed > 0 ? [t("{0} findings are suppressed with a reason and not listed.", suppressed)] : []),
    ...review.problems.map(({ message }) => message),
  ];
  return lines.map((line) => `<p class="note">${escapeHtml(line)}</p>`).join("\n");
}

function groups(rules: readonly ReviewedRule[], t: Translate): string {
  let number = 0;
  return rules
    .map((rule) => {
      const findings = rule.findings.map((finding) => {
        const html = findingItem(finding, number, t);
        number += 1;
        return html;
      });
      const facts = rule.findings[0]?.finding;
      const badges = facts
        ? [facts.severity, ...facts.cwe].map((text) => `<span>${escapeHtml(text)}</span>`).join(" ")
        : "";
      return `<section class="${facts ? levelOf(facts) : ""}">
<h2>${escapeHtml(rule.title)}</h2>
<p class="facts">${badges} <button class="link" data-type="rule" data-rule="${escapeHtml(rule.id)}">${escapeHtml(rule.id)}</button></p>
<ol>${findings.join("\n")}</ol>
<details><summary>${escapeHtml(t("Why this matters"))}</summary>${rule.explanation}</details>
</section>`;
    })
    .join("\n");
}

function findingItem({ finding, line, code, fixes, steps }: ReviewedFinding, number: number, t: Translate): string {
  const offered = fixes.map((title, fix) => {
    return `<button data-type="fix" data-finding="${number}" data-fix="${fix}">${escapeHtml(title)}</button>`;
  });
  const walk = `<button data-type="trace" data-finding="${number}">${escapeHtml(t("Walk Through Trace"))}</button>`;
  const buttons = steps.length > 0 ? [...offered, walk] : offered;
  const trace = steps.map(({ place, message }) => `<li>${escapeHtml(place)}: ${escapeHtml(message)}</li>`);
  return `<li>
<p><button class="link" data-type="show" data-finding="${number}">${escapeHtml(t("Line {0}", line))}</button> <code>${escapeHtml(code)}</code></p>
<p>${escapeHtml(finding.message)}</p>
${trace.length > 0 ? `<details><summary>${escapeHtml(t("Trace"))}</summary><ol>${trace.join("")}</ol></details>` : ""}
${buttons.length > 0 ? `<p>${buttons.join(" ")}</p>` : ""}
</li>`;
}

export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#39" };
  return text.replace(/[&<>"']/g, (character) => `&${names[character]};`);
}

const STYLE = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground);
  background: var(--vscode-editor-background); max-width: 60em; padding: 0 1.5em 2em; line-height: 1.5; }
h1 { font-size: 1.5em; font-weight: 600; } h2 { font-size: 1.15em; margin: 0; font-weight: 600; }
header { border-bottom: 1px solid var(--vscode-panel-border, transparent); padding-bottom: 1em; }
section { margin: 1.5em 0; padding: 0.2em 0 0.2em 1em; border-left: 3px solid var(--vscode-editorInfo-foreground); }
section.error { border-color: var(--vscode-editorError-foreground); }
section.warning { border-color: var(--vscode-editorWarning-foreground); }
section.hint { border-color: var(--vscode-descriptionForeground); }
.facts, .note { color: var(--vscode-descriptionForeground); } .facts { margin: 0.2em 0; }
.facts span { background: var(--vscode-badge-background); color: var(--vscode-badge-foreground);
  border-radius: 3px; padding: 0 0.4em; }
ol { padding-left: 1.5em; } li p { margin: 0.3em 0; }
code, pre { font-family: var(--vscode-editor-font-family); background: var(--vscode-textCodeBlock-background); }
pre { padding: 0.6em; overflow-x: auto; }
button { font: inherit; border: 0; border-radius: 2px; padding: 0.25em 0.8em; cursor: pointer;
  color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
button:hover { background: var(--vscode-button-hoverBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
button.link { padding: 0; color: var(--vscode-textLink-foreground); background: none; text-decoration: underline; }
summary { cursor: pointer; }
`;

const SCRIPT = `
const host = acquireVsCodeApi();
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-type]");
  if (!button) return;
  const { type, finding, fix, rule } = button.dataset;
  host.postMessage({ type, finding: Number(finding), fix: Number(fix), ruleId: rule });
});
`;
