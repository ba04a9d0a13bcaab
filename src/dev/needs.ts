// What the built-in rules need of a text, found out when they are built: when the engine starts most of them need not be
// compiled then, which would take longer than all else.
import { readFile } from "node:fs/promises";
import { Grammars } from "../engine/analysis/grammars";
import { PreparedRules } from "../engine/analysis/prepared-rules";
import { languageNamed } from "../engine/languages";
import { createRegexEngine, type RegexEngine } from "../engine/regex";
import { type CompiledFormula, isFlow, RuleFault } from "../engine/rules/compile";
import type { CompiledRules } from "../engine/rules/compiled";
import { fragmentLanguages } from "../engine/rules/fragment-languages";
import { type Required, requiredLiterals } from "../engine/rules/prefilter";
import type { Formula, Rule } from "../engine/rules/rule";
import { withFormulas } from "../engine/rules/taint";
import { createSyntax, type Syntax } from "../engine/syntax";
import { inRoot } from "./paths";

/** The rules with what each of their formulas needs. */
export async function withNeeds(compiled: CompiledRules): Promise<CompiledRules> {
  const source = { load: (file: string) => readFile(inRoot("grammars", file)) };
  const syntax = await createSyntax(source, console.warn);
  const regexes = await createRegexEngine(await source.load("pcre2.wasm"));
  const found = new Map<Rule, Required[]>();
  for (const name of new Set(compiled.rules.flatMap(({ languages }) => languages))) {
    const rules = compiled.rules.filter(({ languages }) => languages.includes(name));
    for (const [rule, needs] of await needsIn(name, rules, syntax, regexes)) {
      const others = found.get(rule);
      found.set(rule, others ? needs.map((each, index) => common(each, others[index]!)) : needs);
    }
  }
  return { ...compiled, rules: compiled.rules.map((rule) => noted(rule, found.get(rule))) };
}

/** By rule, what its formulas need in a language; nothing of a language without a grammar. */
async function needsIn(
  name: string,
  rules: readonly Rule[],
  syntax: Syntax,
  regexes: RegexEngine,
): Promise<ReadonlyMap<Rule, Required[]>> {
  const found = new Map<Rule, Required[]>();
  const language = languageNamed(name);
  if (!language) return found;
  const grammars = new Grammars(syntax);
  const fragments = fragmentLanguages(rules).map(languageNamed);
  for (const each of [language, ...fragments]) if (each) await grammars.load(each);
  const prepared = new PreparedRules(rules, grammars, regexes);
  for (const rule of rules) {
    const compiled = prepared.compile(rule, language);
    if (compiled instanceof RuleFault) throw compiled;
    const needs: Required[] = [];
    const note = (formula: CompiledFormula): number => needs.push(requiredLiterals(formula));
    if (isFlow(compiled)) withFormulas(compiled.formula, note);
    else note(compiled.formula);
    found.set(rule, needs);
  }
  return found;
}

/** What both ask for. */
function common(one: Required, other: Required): Required {
  const others = new Set(other.map((group) => JSON.stringify(group)));
  return one.filter((group) => others.has(JSON.stringify(group)));
}

/** A rule with what each of its formulas needs, in their order. */
function noted(rule: Rule, needs: readonly Required[] | undefined): Rule {
  if (!needs) return rule;
  let next = 0;
  const note = (formula: Formula): Formula => ({ ...formula, needs: needs[next++]! });
  const { formula } = rule;
  return { ...rule, formula: formula.type === "taint" ? withFormulas(formula, note) : note(formula) };
}
