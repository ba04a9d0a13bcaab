// The classes of differences from Semgrep that are known, each with its cause, and to which of them a difference belongs.
import { readFileSync } from "node:fs";
import { languageNamed } from "../../engine/languages";
import { inRoot } from "../paths";

/** More precise by design, a defect of Semgrep, or one of ours. */
export type Cause = "precise" | "semgrep" | "ours";

/** What is missing Semgrep finds alone, what is added we find alone. */
export type Side = "missing" | "added";

export interface DifferenceClass {
  readonly name: string;
  readonly cause: Cause;
  readonly reason: string;
  /** Canonical names; any where it is absent. */
  readonly languages?: readonly string[];
  readonly side?: Side;
  /** A regular expression on what the rule says, of which each line is `key: text` (see `saying`). */
  readonly rule?: string;
  /** A regular expression on the lines of the file up to that of the difference, which is the last. */
  readonly code?: string;
  /** The smallest example, with the lines that each of the two finds. */
  readonly shown: Example;
}

export interface Example {
  /** The first of `languages` where it is absent. */
  readonly language?: string;
  /** A pattern, or the keys of a rule. */
  readonly rule: string | Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly semgrep: readonly number[];
  readonly caveat: readonly number[];
}

export interface Difference {
  readonly language: string;
  readonly side: Side;
  /** The rule's operators. */
  readonly formula: unknown;
  readonly text: string;
  /** One-based. */
  readonly line: number;
}

/** The committed list; the first class that a difference suits is its own. */
export const knownClasses = (): readonly DifferenceClass[] =>
  JSON.parse(readFileSync(inRoot("test/dev/differential/classes.json"), "utf8"));

/** So many lines before a difference may tell its class. */
const LINES_BEFORE = 15;

/** The class of a difference, if it is a known one. */
export function classOf(classes: readonly DifferenceClass[], difference: Difference): DifferenceClass | undefined {
  const { language, side, formula, text, line } = difference;
  const said = saying(formula);
  const code = text
    .split("\n")
    .slice(Math.max(0, line - 1 - LINES_BEFORE), line)
    .join("\n");
  const holds = (regex: string | undefined, of: string): boolean =>
    regex === undefined || new RegExp(regex, "m").test(of);
  return classes.find(
    (one) =>
      (one.languages?.includes(language) ?? true) &&
      (one.side ?? side) === side &&
      holds(one.rule, said) &&
      holds(one.code, code),
  );
}

/** Every text of a formula behind its key, a line each at least: `pattern: f(...)`. */
export function saying(formula: unknown, key = ""): string {
  if (typeof formula === "string") return `${key}: ${formula}`;
  if (typeof formula !== "object" || formula === null) return "";
  const entries = Array.isArray(formula) ? formula.map((value) => [key, value] as const) : Object.entries(formula);
  return entries.map(([name, value]) => saying(value, name)).join("\n");
}

const languageOfExample = ({ languages, shown }: DifferenceClass): string => shown.language ?? languages?.[0] ?? "";

const formulaOfExample = ({ shown: { rule } }: DifferenceClass): Readonly<Record<string, unknown>> =>
  typeof rule === "string" ? { pattern: rule.includes("\n") ? `${rule.trimEnd()}\n` : rule } : rule;

/** The rule of an example, as a list of rules says it. */
export const exampleRule = (one: DifferenceClass): Readonly<Record<string, unknown>> => ({
  ...{ id: one.name, message: "An example.", severity: "INFO", languages: [languageOfExample(one)] },
  ...formulaOfExample(one),
});

/** What the file of an example is called. */
export const exampleFile = (one: DifferenceClass): string =>
  `${one.name}${languageNamed(languageOfExample(one))?.extensions[0] ?? `.${languageOfExample(one)}`}`;

/** The differences that an example shows. */
export function exampleDifferences(one: DifferenceClass): Difference[] {
  const { semgrep, caveat, code: text } = one.shown;
  const of = (side: Side, lines: readonly number[], others: readonly number[]): Difference[] =>
    lines
      .filter((line) => !others.includes(line))
      .map((line) => ({ language: languageOfExample(one), side, formula: formulaOfExample(one), text, line }));
  return [...of("missing", semgrep, caveat), ...of("added", caveat, semgrep)];
}
