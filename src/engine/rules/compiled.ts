// Built-in rules as JSON: reading YAML when the engine starts would cost over 100 times as much.
import type { LibraryModel } from "../dataflow";
import { loadRules, mergeRules } from "./loader";
import { isRecord } from "./metadata";
import type { Formula, Rule, RuleError } from "./rule";
import type { SharedTexts } from "./shared";
import { type TaintOf, withFormulas } from "./taint";

/** Grows when the layout of compiled rules changes. */
const version = 2;

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

/** The same as a file holds it: parts of flows that several rules have in common stand there once. */
export function packed({ version, rules, models }: CompiledRules): unknown {
  const formulas: Formula[] = [];
  const known = new Map<string, number>();
  const number = (formula: Formula): number => {
    const text = JSON.stringify(formula);
    const index = known.get(text) ?? formulas.push(formula) - 1;
    known.set(text, index);
    return index;
  };
  const lean = rules.map(({ formula, ...rest }) => ({
    ...rest,
    formula: formula.type === "taint" ? withFormulas(formula, number) : formula,
  }));
  return { version, formulas, rules: lean, models };
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
  const { formulas } = json;
  return Array.isArray(formulas) ? unpacked(rules as readonly PackedRule[], formulas) : (rules as readonly Rule[]);
}

/** A rule in taint mode names its formulas by their numbers. */
interface PackedRule extends Omit<Rule, "formula"> {
  readonly formula: Formula | TaintOf<number>;
}

function unpacked(rules: readonly PackedRule[], formulas: readonly Formula[]): readonly Rule[] {
  const formulaAt = (index: number): Formula => {
    const formula = formulas[index];
    if (!formula) throw new Error(`The compiled rules are damaged: there is no formula ${index}.`);
    return formula;
  };
  return rules.map((rule) => {
    const { formula } = rule;
    return { ...rule, formula: formula.type === "taint" ? withFormulas(formula, formulaAt) : formula };
  });
}

/** The models of a compiled file, whose rules have been loaded. */
export function loadCompiledModels(json: unknown): readonly LibraryModel[] {
  return isRecord(json) && Array.isArray(json.models) ? json.models : [];
}

/** A shipped rule has no mistakes to point at, so its places would only cost space. */
function withoutPlaces(formula: Rule["formula"]): Rule["formula"] {
  return JSON.parse(JSON.stringify(formula, (key, value: unknown) => (key === "at" ? undefined : value)));
}
