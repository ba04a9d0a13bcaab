// A rule as a person reads it: its page, and the shorter form for a hover. Markdown.
import { EXPIRED, type Rule, UNUSED, WITHOUT_REASON } from "../../worker/protocol";
import type { Translate } from "./translate";

/** Scheme of the documents that hold the pages. */
export const RULE_SCHEME = "caveat-rule";

/** Path of a rule's page under that scheme. */
export function rulePagePath(ruleId: string): string {
  return `/${ruleId}.md`;
}

/** The rule whose page has the path; undefined for another path. */
export function ruleOfPagePath(path: string): string | undefined {
  return /^\/([^/]+)\.md$/.exec(path)?.[1];
}

/** The whole page: what is wrong and why, examples, fix, references, how to turn it off. */
export function rulePage(rule: Rule, t: Translate): string {
  const caveat = rule.metadata.caveat ?? {};
  const facts = [
    `**${t("Rule")}** \`${rule.id}\``,
    `**${t("Severity")}** ${rule.severity}`,
    `**${t("Confidence")}** ${rule.confidence}`,
    ...weaknesses(rule),
  ];
  const sections = [
    `# ${caveat.title ?? rule.id}`,
    facts.join(" · "),
    caveat.explanation ?? asText(rule.message),
    ...examples(rule, t, Number.POSITIVE_INFINITY),
    ...(caveat.fix ? [`## ${t("Fix")}`, [caveat.fix.title, caveat.fix.note].filter(Boolean).join(": ")] : []),
    ...references(rule, t),
    `## ${t("When it is right as it stands")}`,
    t("Say why in a comment on the line or above it; without a reason the comment does not count:"),
    fenced(`caveat-ignore ${rule.id}(${t("why this is safe")})`, ""),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** The page of a finding about a suppression, which no rule file describes; undefined for another id. */
export function ownPage(ruleId: string, t: Translate): string | undefined {
  const texts: Readonly<Record<string, string>> = {
    [UNUSED]: t(
      "This comment suppresses nothing: the code it was for has changed. Remove it, so that it hides nothing new.",
    ),
    [EXPIRED]: t("The day until which this suppression held has passed. Fix the finding, or decide anew."),
    [WITHOUT_REASON]: t("A suppression counts only with its reason, so that whoever reads the code next can judge it."),
  };
  const text = texts[ruleId];
  if (text === undefined) return undefined;
  const example = fenced(t("caveat-ignore rule-id(why this is safe) until 2027-01-31"), "");
  return `# ${ruleId}\n\n${text}\n\n${example}\n`;
}

/** What a hover says beyond the finding's message: the explanation and one example of each kind. */
export function ruleHover(rule: Rule, t: Translate): string {
  const caveat = rule.metadata.caveat ?? {};
  const parts = [`**${caveat.title ?? rule.id}**`, caveat.explanation ?? "", ...examples(rule, t, 1)];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** `CWE-95` and the like as links to their definitions. */
function weaknesses(rule: Rule): string[] {
  const names = rule.metadata.cwe ?? [];
  const links = names.flatMap((name) => {
    const number = /^CWE-(\d+)/i.exec(name)?.[1];
    return number ? [`[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`] : [];
  });
  return [...links, ...(rule.metadata.owasp ?? []).map((name) => `OWASP ${name}`)];
}

function examples(rule: Rule, t: Translate, most: number): string[] {
  const { bad = [], good = [] } = rule.metadata.caveat?.examples ?? {};
  const language = rule.languages[0] ?? "";
  const blocks = (title: string, codes: readonly string[]) =>
    codes.length === 0 ? [] : [`### ${title}`, ...codes.slice(0, most).map((code) => fenced(code, language))];
  return [...blocks(t("Unsafe"), bad), ...blocks(t("Safe"), good)];
}

function references(rule: Rule, t: Translate): string[] {
  const urls = rule.metadata.references ?? [];
  return urls.length === 0 ? [] : [`## ${t("References")}`, urls.map((url) => `- <${url}>`).join("\n")];
}

/** A code block whose fence is longer than any run of backticks within. */
function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.trimEnd()}\n${fence}`;
}

/** A message is text, not Markdown. */
function asText(message: string): string {
  return message.replace(/[\\`*_{}[\]()#+!<>|]/g, "\\$&");
}
