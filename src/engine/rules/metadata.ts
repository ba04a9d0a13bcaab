// A rule's metadata in the forms that findings carry: severities, tiers, `CWE-89`, `A03:2021`.
import type { Confidence, Severity, Tier } from "../findings/finding";
import type { CaveatMetadata, Metadata } from "./rule";

/** Semgrep's severities, old and new; `undefined` is accepted but never reported. */
export const SEVERITY_BY_NAME: ReadonlyMap<string, Severity | undefined> = new Map<string, Severity | undefined>([
  ["CRITICAL", "critical"],
  ["ERROR", "high"],
  ["HIGH", "high"],
  ["WARNING", "medium"],
  ["MEDIUM", "medium"],
  ["INFO", "low"],
  ["LOW", "low"],
  ["INVENTORY", undefined],
  ["EXPERIMENT", undefined],
]);

/** A user's metadata is free: what has another shape than ours is left out, never an error. */
export function normalizeMetadata(raw: unknown): Metadata {
  if (!isRecord(raw)) return {};
  const { cwe, owasp, subcategory, references, confidence, category, caveat, ...others } = raw;
  return {
    ...others,
    ...(typeof category === "string" ? { category } : {}),
    ...listOf("subcategory", texts(subcategory)),
    ...listOf("cwe", unique(texts(cwe).map(cweId))),
    ...listOf("owasp", unique(texts(owasp).map(owaspId))),
    ...listOf("references", texts(references)),
    ...(typeof confidence === "string" ? { confidence } : {}),
    ...(isRecord(caveat) ? { caveat: normalizeCaveat(caveat) } : {}),
  };
}

/** How sure a finding is; medium where the rule does not say. */
export function confidenceOf(metadata: Metadata): Confidence {
  const name = metadata.confidence?.toLowerCase();
  return name === "high" || name === "low" ? name : "medium";
}

/** `audit` only where the rule says so and does not also call itself a vulnerability. */
export function tierOf(metadata: Metadata): Tier {
  const subcategories = metadata.subcategory ?? [];
  return subcategories.includes("audit") && !subcategories.includes("vuln") ? "audit" : "vuln";
}

/** "CWE-89: Improper …" → `CWE-89`. */
function cweId(text: string): string | undefined {
  const number = /\bCWE[-: ]?0*(\d+)/i.exec(text)?.[1];
  return number && `CWE-${number}`;
}

/** "A3:2021 - Injection" → `A03:2021`; an entry without a year names nothing certain. */
function owaspId(text: string): string | undefined {
  const [, number, year] = /\bA0?(\d{1,2})\s*[:-]\s*(20\d\d)\b/i.exec(text) ?? [];
  return number && `A${number.padStart(2, "0")}:${year}`;
}

function normalizeCaveat(raw: Record<string, unknown>): CaveatMetadata {
  const { title, explanation, examples, fix } = raw;
  const aliases = texts(raw.aliases);
  return {
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof explanation === "string" ? { explanation } : {}),
    ...(isRecord(examples) ? { examples: { bad: texts(examples.bad), good: texts(examples.good) } } : {}),
    ...(isRecord(fix) && typeof fix.title === "string" ? { fix: fixNote(fix.title, fix.note) } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
  };
}

function fixNote(title: string, note: unknown): CaveatMetadata["fix"] {
  return typeof note === "string" ? { title, note } : { title };
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function unique(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

function listOf<K extends string>(key: K, values: readonly string[]): Partial<Record<K, readonly string[]>> {
  return values.length > 0 ? ({ [key]: values } as Record<K, readonly string[]>) : {};
}

/** A mapping as YAML and JSON give it. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
