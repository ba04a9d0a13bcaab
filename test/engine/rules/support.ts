/** Shared by the tests of this room: rules run on a code, with the real grammars and regular expressions. */

import { type Language, languageNamed } from "../../../src/engine/languages";
import { loweringOf, opened } from "../../../src/engine/languages/language";
import { compilePattern, compileType } from "../../../src/engine/patterns/compile";
import { MatchDocument } from "../../../src/engine/patterns/document";
import type { Match, Target } from "../../../src/engine/patterns/match";
import { optionsFrom } from "../../../src/engine/patterns/options";
import { DocumentTarget } from "../../../src/engine/patterns/target";
import { compileTemplate } from "../../../src/engine/patterns/template";
import { TextTarget } from "../../../src/engine/patterns/text-target";
import { createRegexEngine, type RegexEngine } from "../../../src/engine/regex";
import { type CompiledRule, compileRule, isFlow } from "../../../src/engine/rules/compile";
import { fixEdits } from "../../../src/engine/rules/fix";
import { evaluate } from "../../../src/engine/rules/formula";
import { loadRules } from "../../../src/engine/rules/loader";
import { interpolate } from "../../../src/engine/rules/message";
import type { Rule } from "../../../src/engine/rules/rule";
import { applyChanges, createSyntax, type Grammar, type Syntax } from "../../../src/engine/syntax";
import { grammarFiles } from "../patterns/matches";

export interface Hit {
  readonly ruleId: string;
  /** The matched source. */
  readonly text: string;
  readonly message: string;
  /** The whole code after the fix; absent where there is none. */
  readonly fixed?: string;
  readonly match: Match;
}

/** Runs rules on codes; made by `createBench`. */
export class Bench {
  /** What evaluations reported. */
  readonly reports: string[] = [];
  readonly #grammars = new Map<string, Grammar>();

  constructor(
    readonly regexes: RegexEngine,
    private readonly syntax: Syntax,
  ) {}

  async load(...names: readonly string[]): Promise<void> {
    for (const name of names) this.#grammars.set(name, await this.syntax.grammar(languageNamed(name)!.grammar));
  }

  target(code: string, name: string): Target | undefined {
    if (name === "regex" || name === "generic")
      return new TextTarget(code, ({ source }) => {
        throw new Error(`The step limit was hit by ${source}`);
      });
    const language = languageNamed(name);
    const grammar = language && this.#grammars.get(language.id);
    if (!grammar) return undefined;
    const parsed = grammar.parse(code);
    const document = new MatchDocument(code, loweringOf(language, grammar).lower(parsed), parsed.interner, language);
    const limited = (): void => {
      throw new Error("The step limit was hit.");
    };
    return new DocumentTarget(document, { regexes: this.regexes, limited });
  }

  /** Whether a code has syntax errors. */
  hasErrors(code: string, name: string): boolean {
    const grammar = this.#grammars.get(name);
    if (!grammar) throw new Error(`The language ${name} is not loaded.`);
    return grammar.parse(code).table.hasError;
  }

  compile(rule: Rule): CompiledRule {
    return compileRule(rule, {
      pattern: (text, name) => {
        const language: Language | undefined = languageNamed(name ?? rule.languages[0]!);
        const grammar = language && this.#grammars.get(language.id);
        return grammar && compilePattern(text, language, grammar, optionsFrom(rule.options));
      },
      type: (text, name) => {
        const language: Language | undefined = languageNamed(name ?? rule.languages[0]!);
        const grammar = language && this.#grammars.get(language.id);
        return grammar && compileType(text, language, grammar);
      },
      regex: (pattern, options) => this.regexes.compile(pattern, options),
      fixCode: (text) => {
        const language = languageNamed(rule.languages[0]!);
        const grammar = language && this.#grammars.get(language.id);
        return grammar && compileTemplate(text, language, grammar);
      },
    });
  }

  run(rule: Rule, code: string, language = rule.languages[0]!): Hit[] {
    const target = this.target(code, language);
    if (!target) throw new Error(`The language ${language} is not loaded.`);
    const compiled = this.compile(rule);
    if (isFlow(compiled)) throw new Error("A rule in taint mode is run by the analyzer.");
    const matches = evaluate(compiled.formula, {
      target,
      today: "2026-06-15",
      fragment: (text, name) => {
        const language = languageNamed(name);
        return this.target(language ? opened(text, language) : text, name);
      },
      report: (message) => this.reports.push(message),
    });
    return matches.map((match) => {
      const edits = fixEdits(compiled, match, target);
      return {
        ruleId: rule.id,
        text: code.slice(match.start, match.end),
        message: interpolate(rule.message, match, target),
        ...(edits.length > 0 ? { fixed: applyChanges(code, edits) } : {}),
        match,
      };
    });
  }
}

/** With the grammars of the languages that built-in rules are for. */
export async function createBench(): Promise<Bench> {
  const syntax = await createSyntax(grammarFiles, (message) => {
    throw new Error(message);
  });
  const bench = new Bench(await createRegexEngine(await grammarFiles.load("pcre2.wasm")), syntax);
  await bench.load("javascript", "typescript", "python", "php", "csharp", "ruby", "go", "c", "cpp", "java");
  return bench;
}

/** One rule from its formula as it would stand in a file; throws an Error with what the loader says against it. */
export function ruleOf(formula: string, { language = "python", message = "m" } = {}): Rule {
  const text = `rules:\n- id: test\n  message: ${JSON.stringify(message)}\n  severity: ERROR\n  languages: [${language}]\n${indented(formula)}`;
  const { rules, errors } = loadRules(text, "test.yml", { builtIn: false });
  const [rule] = rules;
  if (!rule) throw new Error(errors.map((error) => error.message).join("\n"));
  return rule;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
