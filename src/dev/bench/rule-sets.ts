// The rules a scan is measured with: the built-in ones of a language, or those beside this file where it has none yet.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { filesUnder } from "../files";
import { inRoot } from "../paths";
import { writeExpanded } from "../rules";

/** A rule as its file has it. */
interface PlainRule {
  readonly id: string;
  readonly languages: readonly string[];
  readonly mode?: string;
  /** `ast-grep` holds the closest equivalent for that program. */
  readonly metadata?: { readonly "ast-grep"?: unknown };
}

/** The built-in rules as any Semgrep reads them. */
export function builtInRules(): readonly PlainRule[] {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    writeExpanded(folder);
    return rulesBelow(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const benchRules = (): readonly PlainRule[] => rulesBelow(inRoot("src/dev/bench/rules"));

export const rulesFor = (rules: readonly PlainRule[], language: string): readonly PlainRule[] =>
  rules.filter(({ languages }) => languages.includes(language));

export const withEquivalent = (rules: readonly PlainRule[]): readonly PlainRule[] =>
  rules.filter(({ metadata }) => metadata?.["ast-grep"] !== undefined);

export const asSemgrepRules = (rules: readonly PlainRule[]): string => stringify({ rules });

/** The equivalents that the rules name, as ast-grep reads them. */
export function asAstGrepRules(rules: readonly PlainRule[], language: string): string {
  const documents = rules.map(({ id, metadata }) => ({ id, language, rule: metadata?.["ast-grep"] }));
  return documents.map((document) => stringify(document)).join("---\n");
}

function rulesBelow(folder: string): readonly PlainRule[] {
  const files = filesUnder(folder).filter((path) => path.endsWith(".yml"));
  return files.flatMap((path) => (parse(readFileSync(path, "utf8")) as { rules: PlainRule[] }).rules);
}
