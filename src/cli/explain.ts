// `caveat explain`: all there is to say about a rule, or why it does or does not match at a place.
import type { Rule } from "../engine/rules/rule";
import { ConfigurationTree } from "../project/configuration-tree";
import { discover } from "../project/discover";
import { distrustsParameters, whyNotShown } from "../project/select-rules";
import { explanationText } from "../report/explanation";
import type { ScanProblem } from "../report/result";
import { type ExplainOptions, UsageError } from "./arguments";
import { describeRule } from "./describe-rule";
import { absolutePath, nodeFiles } from "./node-files";
import { Pool } from "./pool";
import { BUILT_IN, joinRules } from "./rule-sources";
import { display, gatherRules, type Process, projectRoot } from "./scan";

/** Throws a UsageError when there is no such rule, or an Error in a sentence. */
export async function explain(options: ExplainOptions, process: Process): Promise<number> {
  const path = absolutePath(options.at?.path ?? ".");
  const root = await projectRoot(path);
  const { configurations } = await discover(nodeFiles, root, options.at === undefined ? [] : [path]);
  const above = options.profile === undefined ? {} : { profile: options.profile };
  const tree = new ConfigurationTree(configurations, {}, above);
  const gathered = await gatherRules({ config: withBuiltIn(options.config) }, root, tree);
  const { rules } = joinRules(gathered.files);
  const rule = rules.find(({ id }) => id === options.ruleId) ?? rules.find(byOtherName(options.ruleId));
  if (rule === undefined) {
    throw new UsageError(unknown(options.ruleId, rules, gathered.problems));
  }
  if (options.at === undefined) {
    process.stdout.write(explanationOf(rule));
    return 0;
  }
  const projectPath = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  const configuration = tree.forPath(projectPath);
  const pool = new Pool(1, process.script);
  try {
    const today = new Date().toISOString().slice(0, 10);
    const strict = distrustsParameters(configuration.profile);
    const { explanation, text } = await pool
      .run("explain", { path, projectPath, rule, line: options.at.line, today, strict })
      .catch((error: Error) => {
        throw new Error(`${display(path)}: ${error.message}`);
      });
    // What `--config` names runs whatever its tier.
    const asked = options.config.length > 0 && !rule.builtIn && options.profile === undefined;
    const shownBy = asked ? { ...configuration, profile: "audit" as const } : configuration;
    const reasons = whyNotShown(rule, shownBy, projectPath, today);
    const whole = {
      ...explanation,
      reported: explanation.reported && reasons.length === 0,
      reasons: [...reasons, ...explanation.reasons],
    };
    process.stdout.write(explanationText(whole, display(path), text));
    return 0;
  } finally {
    await pool.close();
  }
}

/** Without `--config` the project's own rules are known; with it, those named; the built-in ones always. */
function withBuiltIn(config: readonly string[]): readonly string[] {
  return config.length === 0 ? [] : [...config, BUILT_IN];
}

/** A former id, or the end of a dotted one. */
function byOtherName(name: string): (rule: Rule) => boolean {
  return ({ id, aliases }) => aliases.includes(name) || id.endsWith(`.${name}`);
}

function unknown(ruleId: string, rules: readonly Rule[], problems: readonly ScanProblem[]): string {
  const near = rules.map(({ id }) => id).filter((id) => id.includes(ruleId) || distance(id, ruleId) <= 3);
  const [problem] = problems;
  const hint =
    near.length > 0
      ? ` Did you mean ${near.slice(0, 3).join(", ")}?`
      : problem === undefined
        ? " caveat rules lists the built-in ones."
        : ` ${problem.path}: ${problem.message}`;
  return `There is no rule ${ruleId}.${hint}`;
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
