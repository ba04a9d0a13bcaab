// A set of rules made ready: which apply to a language and a path, each compiled when it is first needed.
import picomatch from "picomatch/posix";
import type { RuleSet } from "../analyzer";
import { Flows, type LibraryModel } from "../dataflow";
import { type Language, languageNamed, languages } from "../languages";
import { compileTextPattern, textOptionsFrom } from "../patterns/generic/text-pattern";
import { optionsFrom, optionsIn } from "../patterns/options";
import type { RegexEngine } from "../regex";
import { type CompiledFormula, type CompiledRule, compileRule, RuleFault } from "../rules/compile";
import { flowOptionsFrom } from "../rules/flow-options";
import type { Formula, Rule } from "../rules/rule";
import { mayMatch, ruleMayMatch } from "../rules/sketch";
import type { Grammars } from "./grammars";
import type { Part } from "./part";
import { leadsTo } from "./workspace";

/** Of rules for any text: those that hold regular expressions only, and those with patterns over tokens. */
const ANY_TEXT = "regex";
const GENERIC = "generic";

export class PreparedRules implements RuleSet {
  /** Every id and former id to the rule's id: what suppressions may name. */
  readonly ids: ReadonlyMap<string, string>;
  private readonly byLanguage = new Map<string, readonly Rule[]>();
  private readonly byFlows = new Map<string, Flows<Rule> | null>();
  private readonly compiled = new Map<Rule, CompiledRule | RuleFault>();
  /** By what it says and by what its patterns are compiled with. */
  private readonly formulas = new Map<string, CompiledFormula>();

  constructor(
    readonly rules: readonly Rule[],
    private readonly grammars: Grammars,
    private readonly regexes: RegexEngine,
  ) {
    this.ids = new Map(rules.flatMap((rule) => [rule.id, ...rule.aliases].map((id) => [id, rule.id] as const)));
  }

  /** Rules that run on a document; `path` is relative to the project, without one `paths` is not asked. */
  applicable(language: Language | undefined, path: string | undefined): readonly Rule[] {
    const rules = this.forLanguage(language);
    return path === undefined ? rules : rules.filter((rule) => this.accepts(rule, path));
  }

  /** Whether a rule runs on a path. */
  applies(rule: Rule, path: string | undefined): boolean {
    return path === undefined || this.accepts(rule, path);
  }

  count(languageId: string, path?: string): number {
    return this.applicable(languageNamed(languageId), path).length;
  }

  followedFrom(languageId: string): readonly string[] {
    const language = languageNamed(languageId);
    const crosses = ({ formula, options }: Rule): boolean =>
      formula.type === "taint" && flowOptionsFrom(options).interfile;
    if (!language || !this.forLanguage(language).some(crosses)) return [];
    return languages.filter((other) => leadsTo(language, other)).map(({ id }) => id);
  }

  isCompiled(rule: Rule): boolean {
    return this.compiled.has(rule);
  }

  /** As mayMatch, of one formula. */
  may(rule: Rule, formula: Formula, has: Part["has"]): boolean {
    const language = languageNamed(rule.languages[0]!);
    const grammar = language && this.grammars.grammar(language);
    return !grammar || mayMatch(formula, has, (word) => grammar.anonymousKind(word) >= 0);
  }

  /** Told before the rule is compiled; a word is a keyword where the grammar of its language has it as a token. */
  mayMatch(rule: Rule, has: Part["has"]): boolean {
    const language = languageNamed(rule.languages[0]!);
    const grammar = language && this.grammars.grammar(language);
    return !grammar || ruleMayMatch(rule, has, (word) => grammar.anonymousKind(word) >= 0);
  }

  /** The compiled rule, or why it cannot run. */
  compile(rule: Rule, language: Language | undefined): CompiledRule | RuleFault {
    let compiled = this.compiled.get(rule);
    if (!compiled) {
      compiled = this.compileNow(rule, language);
      this.compiled.set(rule, compiled);
    }
    return compiled;
  }

  private compileNow(rule: Rule, language: Language | undefined): CompiledRule | RuleFault {
    try {
      // Patterns are parsed once, by the rule's first language; the document's own serves where that one is not loaded.
      const chosen = (name: string | undefined): Language | undefined => {
        const own = languageNamed(name ?? rule.languages[0]!);
        return own && this.grammars.grammar(own) ? own : name === undefined ? language : undefined;
      };
      return compileRule(rule, {
        pattern: (text, name) => {
          if ((name ?? rule.languages[0]) === GENERIC)
            return compileTextPattern(text, textOptionsFrom(rule.options), this.regexes);
          const own = chosen(name);
          return own && this.grammars.pattern(text, own, optionsFrom(rule.options));
        },
        type: (text, name) => {
          const own = chosen(name);
          return own && this.grammars.type(text, own);
        },
        regex: (pattern, options) => this.regexes.compile(pattern, options),
        fixCode: (text) => {
          const own = languageNamed(rule.languages[0]!);
          return own && this.grammars.template(text, own);
        },
        shared: (formula, make) => this.shared(formula, [chosen(undefined), rule], make),
      });
    } catch (error) {
      if (error instanceof RuleFault) return error;
      throw error;
    }
  }

  private shared(
    formula: Formula,
    [language, rule]: readonly [Language | undefined, Rule],
    make: () => CompiledFormula,
  ): CompiledFormula {
    let said = spelt.get(formula);
    if (said === undefined) {
      said = JSON.stringify(formula, (key, value: unknown) => (key === "at" || key === "needs" ? undefined : value));
      spelt.set(formula, said);
    }
    const options = optionsFrom(rule.options);
    const context = [
      language?.id,
      rule.languages[0],
      rule.builtIn,
      language ? optionsIn(options, language) : options,
      textOptionsFrom(rule.options),
    ];
    const key = JSON.stringify([said, ...context]);
    let compiled = this.formulas.get(key);
    if (!compiled) {
      compiled = make();
      this.formulas.set(key, compiled);
    }
    return compiled;
  }

  /** The rules in taint mode for a language, and what was found out with them. */
  flows(language: Language, strict: boolean, models: readonly LibraryModel[]): Flows<Rule> | undefined {
    const key = `${language.id} ${strict}`;
    let flows = this.byFlows.get(key);
    if (flows === undefined) {
      const given = bySources(this.forLanguage(language)).map((rule) => ({
        rule,
        options: flowOptionsFrom(rule.options),
      }));
      flows = given.length > 0 ? new Flows(given, models, language.id, strict) : null;
      this.byFlows.set(key, flows);
    }
    return flows ?? undefined;
  }

  private forLanguage(language: Language | undefined): readonly Rule[] {
    const id = language?.id ?? ANY_TEXT;
    let rules = this.byLanguage.get(id);
    if (!rules) {
      const names = new Set([ANY_TEXT, GENERIC, ...(language ? [language.id, ...language.accepts] : [])]);
      rules = this.rules.filter((rule) => rule.languages.some((name) => names.has(name)));
      this.byLanguage.set(id, rules);
    }
    return rules;
  }

  private accepts({ paths }: Rule, path: string): boolean {
    if (paths.include.length === 0 && paths.exclude.length === 0) return true;
    const matches = (glob: string): boolean => globMatcher(glob)(path);
    return !paths.exclude.some(matches) && (paths.include.length === 0 || paths.include.some(matches));
  }
}

/** What formulas say, without their places. */
const spelt = new WeakMap<Formula, string>();

const globs = new Map<string, (path: string) => boolean>();

/** Each glob G acts as itself at any depth, and as all below it, from the root where it begins with `/` or `./` (RULE-LANGUAGE §1). */
function globMatcher(glob: string): (path: string) => boolean {
  let matcher = globs.get(glob);
  if (!matcher) {
    const rooted = /^\.?\//.test(glob);
    const bare = glob.replace(/^\.?\//, "").replace(/\/$/, "");
    const patterns = rooted ? [bare, `${bare}/**`] : [`**/${bare}`, `**/${bare}/**`];
    matcher = picomatch(patterns, { dot: true, nobrace: true, noextglob: true, nonegate: true });
    globs.set(glob, matcher);
  }
  return matcher;
}

/**
 * Rules in taint mode: those with a source of their own first, and those last that begin where most do, at requests. As
 * many are followed at once as there is room for; where no request is, the others need no walk then.
 */
function bySources(rules: readonly Rule[]): readonly Rule[] {
  const sources = new Map<Rule, readonly Formula[]>();
  const count = new Map<Formula, number>();
  for (const rule of rules) {
    if (rule.formula.type !== "taint") continue;
    const own = rule.formula.sources.map(({ formula }) => formula);
    sources.set(rule, own);
    for (const each of new Set(own)) count.set(each, (count.get(each) ?? 0) + 1);
  }
  const rarest = (rule: Rule): number => Math.min(rules.length, ...sources.get(rule)!.map((each) => count.get(each)!));
  return [...sources.keys()].sort((a, b) => rarest(a) - rarest(b));
}
