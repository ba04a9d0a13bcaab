// Writes what is told from the sources: in README.md the rules and the settings, each between its markers, and the schema
// of rule files. `npm run docs`.
import { readFileSync, writeFileSync } from "node:fs";
import { describeRule } from "../cli/describe-rule";
import type { Rule } from "../engine/rules/rule";
import { ruleSchema } from "../project/rule-schema";
import { inRoot } from "./paths";
import { asTask, runTool } from "./process";
import { readBuiltInRules } from "./rules";

export const readme = inRoot("README.md");
export const ruleSchemaFile = inRoot("src/editor/media/rules.schema.json");

/** What headings call the languages that rules are written for. */
const languageNames: Readonly<Record<string, string>> = {
  javascript: "JavaScript",
  typescript: "TypeScript",
  python: "Python",
};

/** The text with each generated part as the sources have it now; throws an Error where a part's markers are missing. */
export function withGeneratedParts(text: string): string {
  const parts = { settings: settingsTable(), rules: ruleTables(readBuiltInRules().rules) };
  return Object.entries(parts).reduce((whole, [name, part]) => replacePart(whole, name, part), text);
}

function replacePart(text: string, name: string, part: string): string {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`There is no place between ${open.trim()} and ${close}.`);
  return `${text.slice(0, start + open.length)}\n${part}\n${text.slice(end)}`;
}

/** One table for each set of languages, in order of id. */
export function ruleTables(rules: readonly Rule[]): string {
  const groups = new Map<string, Rule[]>();
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const title = rule.languages.map((name) => languageNames[name] ?? name).join(" and ");
    groups.set(title, [...(groups.get(title) ?? []), rule]);
  }
  const tables = [...groups].map(([title, own]) => {
    const rows = own.map((rule) => {
      const { id, title: what, severity, tier, cwe } = describeRule(rule);
      const fixable = rule.fix !== undefined || rule.fixRegex !== undefined;
      return [
        `\`${id}\``,
        what,
        tier === "audit" ? `${severity}, hint` : severity,
        cwe.join(", "),
        fixable ? "yes" : "",
      ];
    });
    return `### ${title}\n\n${table(["rule", "what it finds", "severity", "CWE", "fix"], rows)}`;
  });
  const hints = rules.filter(({ tier }) => tier === "audit").length;
  const fixable = rules.filter(({ fix, fixRegex }) => fix !== undefined || fixRegex !== undefined).length;
  const sum = `${rules.length} rules, ${fixable} of them with a fix; ${hints} are hints for a reviewer, shown by Review and by the profile \`audit\`.`;
  return `${sum}\n\n${tables.join("\n")}`;
}

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

function settingsTable(): string {
  const manifest = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  const texts: Readonly<Record<string, string>> = JSON.parse(readFileSync(inRoot("package.nls.json"), "utf8"));
  const properties = manifest.contributes.configuration.properties as Readonly<Record<string, Setting>>;
  const said = (text: string): string => text.replace(/^%(.*)%$/, (_whole, key: string) => texts[key] ?? key);
  const rows = Object.entries(properties).map(([name, setting]) => {
    const what = said(setting.markdownDescription ?? setting.description ?? "");
    const values = (setting.enum ?? []).map((value, index) => {
      const meaning = setting.enumDescriptions?.[index];
      return meaning === undefined ? `\`${value}\`` : `\`${value}\`: ${said(meaning).replace(/\.$/, "")}`;
    });
    const all = !setting.enum
      ? what
      : setting.enumDescriptions
        ? `${what} ${values.join("; ")}.`
        : `${what.replace(/\.$/, "")}: ${values.join(", ")}.`;
    return [`\`${name}\``, all, isEmpty(setting.default) ? "none" : `\`${String(setting.default)}\``];
  });
  return table(["setting", "what it does", "default"], rows);
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s+/g, " ")).join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

if (require.main === module) {
  asTask(async () => {
    writeFileSync(readme, withGeneratedParts(readFileSync(readme, "utf8")));
    writeFileSync(ruleSchemaFile, JSON.stringify(ruleSchema()));
    return runTool("@biomejs/biome/bin/biome", ["format", "--write", ruleSchemaFile]);
  });
}
