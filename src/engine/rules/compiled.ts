// Built-in rules as JSON: reading YAML when the engine starts would cost over 100 times as much.
import type { LibraryModel } from "../dataflow";
import { loadRules, mergeRules } from "./loader";
import { isRecord } from "./metadata";
import type { Rule, RuleError } from "./rule";
import type { SharedTexts } from "./shared";

/** Grows when the layout of compiled rules changes. */
const version = 1;

export interface CompiledRules {
  readonly version: number;
  readonly rules: readonly Rule[];
  /** What is known of libraries. */
  readonly models: readonly LibraryModel[];
}

export interface RuleFile {
  /** Names the file in errors. */
  readonly file: string;
  readonly text: string;
}

/** Reads the files of the built-in rules, in their order; what is in error is left out. */
export function compileRules(
  files: readonly RuleFile[],
  shared?: SharedTexts,
  models: readonly LibraryModel[] = [],
): {
  readonly compiled: CompiledRules;
  readonly errors: readonly RuleError[];
} {
  const loaded = files.map(({ file, text }) => ({
    file,
    ...loadRules(text, file, { builtIn: true, ...(shared && { shared }) }),
  }));
  const merged = mergeRules(loaded);
  const rules = merged.rules.map((rule) => ({ ...rule, formula: withoutPlaces(rule.formula) }));
  return {
    compiled: { version, rules, models },
    errors: [...loaded.flatMap(({ errors }) => errors), ...merged.errors],
  };
}

/** The rules of a compiled file; throws an Error that says what is wrong with another value. */
export function loadCompiledRules(json: unknown): readonly Rule[] {
  if (!isRecord(json) || !Array.isArray(json.rules))
    throw new Error("The compiled rules are damaged: there is no list of rules.");
  if (json.version !== version) {
    throw new Error(`The compiled rules have version ${String(json.version)}; this build reads version ${version}.`);
  }
  const rules: readonly unknown[] = json.rules;
  const damaged = rules.findIndex((rule) => !isRecord(rule) || typeof rule.id !== "string" || !isRecord(rule.formula));
  if (damaged >= 0) throw new Error(`The compiled rules are damaged: entry ${damaged + 1} is no rule.`);
  return rules as readonly Rule[];
}

/** The models of a compiled file, whose rules have been loaded. */
export function loadCompiledModels(json: unknown): readonly LibraryModel[] {
  return isRecord(json) && Array.isArray(json.models) ? json.models : [];
}

/** A shipped rule has no mistakes to point at, so its places would only cost space. */
function withoutPlaces(formula: Rule["formula"]): Rule["formula"] {
  return JSON.parse(JSON.stringify(formula, (key, value: unknown) => (key === "at" ? undefined : value)));
}
