// `caveat explain`: all there is to say about a rule.
import type { Rule } from "../engine/rules/rule";
import { UsageError } from "./arguments";
import { describeRule } from "./describe-rule";
import { builtInRules } from "./rule-sources";
import type { Process } from "./scan";

/** Throws a UsageError when there is no such rule. */
export async function explainRule(ruleId: string, { stdout }: Process): Promise<number> {
  const rules = await builtInRules();
  const rule = rules.find(({ id, aliases }) => id === ruleId || aliases.includes(ruleId));
  if (rule === undefined) {
    const near = rules.map(({ id }) => id).filter((id) => id.includes(ruleId) || distance(id, ruleId) <= 3);
    const hint = near.length > 0 ? ` Did you mean ${near.slice(0, 3).join(", ")}?` : " caveat rules lists them all.";
    throw new UsageError(`There is no built-in rule ${ruleId}.${hint}`);
  }
  stdout.write(explanationOf(rule));
  return 0;
}

/** Markdown. */
export function explanationOf(rule: Rule): string {
  const { title, message, severity, confidence, tier, languages, cwe, owasp, references, explanation } =
    describeRule(rule);
  const { examples, fix } = rule.metadata.caveat ?? {};
  const kind = tier === "audit" ? "Audit hint" : `Severity ${severity}`;
  const code = (text: string) => `    ${text.trimEnd().replace(/\n/g, "\n    ")}`;
  const blocks = [
    `# ${title}`,
    `\`${rule.id}\` · ${[kind, `confidence ${confidence}`, languages.join(", "), ...cwe, ...owasp].join(" · ")}`,
    message,
    explanation?.trim(),
    ...(examples?.bad.length ? ["## Reported", ...examples.bad.map(code)] : []),
    ...(examples?.good.length ? ["## Not reported", ...examples.good.map(code)] : []),
    fix === undefined ? undefined : `## Fix\n\n${fix.title}.${fix.note === undefined ? "" : ` ${fix.note.trim()}`}`,
    references.length > 0
      ? `## References\n\n${references.map((reference) => `- ${reference}`).join("\n")}`
      : undefined,
  ];
  return `${blocks.filter((block) => block !== undefined && block !== "").join("\n\n")}\n`;
}

/** How many letters must be changed, added or taken away to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
