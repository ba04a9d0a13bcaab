// `caveat rules`: the built-in rules, for people and for programs.
import { describeRule } from "./describe-rule";
import { builtInRules } from "./rule-sources";
import type { Process } from "./scan";

export async function listRules(format: "text" | "json", { stdout }: Process): Promise<number> {
  const rules = (await builtInRules()).map(describeRule).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (format === "json") {
    stdout.write(`${JSON.stringify({ version: 1, rules }, undefined, 2)}\n`);
    return 0;
  }
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  for (const { id, severity, tier, cwe, title } of rules) {
    const kind = tier === "audit" ? "audit" : severity;
    stdout.write(`${id.padEnd(width)}  ${kind.padEnd(8)}  ${(cwe[0] ?? "").padEnd(8)}  ${title}\n`);
  }
  return 0;
}
