// A rule made ready to run: patterns, regular expressions and comparisons compiled, exclusions told apart by their kind.
import { type Pattern, PatternError } from "../patterns/match";
import type { CodeTemplate } from "../patterns/template";
import { isLimitHit, type Regex, RegexError } from "../regex";
import { type Comparison, parseComparison } from "./comparison";
import { ComparisonError } from "./comparison-syntax";
import { looksRandom } from "./entropy";
import type { FixTemplate } from "./fix-template";
import { TEXT_LANGUAGES } from "./language-names";
import { type Required, requiredByBlock, requiredByFlow, requiredLiterals } from "./prefilter";
import { mayBacktrack } from "./redos";
import type { Condition, Formula, Place, Rule } from "./rule";
import { type CompiledTaint, isAcrossFiles, withFormulas } from "./taint";

/** Compiles the parts of rules; made by whoever knows grammars and regular expressions. */
export interface RuleCompiler {
  /**
   * A code pattern in the rule's own language, or in the one that `metavariable-pattern` names; `undefined` where that
   * language is not run. Throws PatternError.
   */
  pattern(text: string, language?: string): Pattern | undefined;
  /** A type as `metavariable-type` names it; otherwise as `pattern`. */
  type(text: string, language?: string): Pattern | undefined;
  /** Throws RegexError. */
  regex(pattern: string, options: { multiline: boolean }): Regex;
  /** The code of a fix in the rule's language; `undefined` where it is filled in as a text. */
  fixCode(text: string): CodeTemplate | undefined;
  /** What was made of an equal formula of an equal rule, if it was made before; otherwise what `make` gives. */
  shared?(formula: Formula, make: () => CompiledFormula): CompiledFormula;
}

export type CompiledFormula =
  | { readonly type: "pattern"; readonly pattern: Pattern }
  | { readonly type: "regex"; readonly regex: Regex }
  | { readonly type: "any"; readonly formulas: readonly CompiledFormula[] }
  | { readonly type: "inside"; readonly formula: CompiledFormula }
  | { readonly type: "anywhere"; readonly formula: CompiledFormula }
  | CompiledAll;

export interface CompiledAll {
  readonly type: "all";
  /** In the order of combination: `pattern-inside` after the others. */
  readonly positives: readonly CompiledFormula[];
  /** Lone `$X` beside other positives: looked for only inside what those found. */
  readonly selectors: readonly Pattern[];
  /** `pattern-not-inside` is an `inside`, `pattern-not-regex` a `regex`: what is excluded depends on the kind of what matches. */
  readonly negatives: readonly CompiledFormula[];
  readonly conditions: readonly CompiledCondition[];
  readonly focus: readonly (readonly string[])[];
  readonly as?: string;
  readonly fix?: FixTemplate;
  /** What a text must hold for this block to match. */
  readonly required: Required;
}

export type CompiledCondition =
  | {
      readonly type: "regex";
      readonly metavariable: string;
      readonly regex: Regex;
      readonly constantPropagation: boolean;
    }
  | {
      readonly type: "pattern";
      readonly metavariable: string;
      readonly language?: string;
      readonly formula: CompiledFormula;
    }
  | {
      readonly type: "comparison";
      readonly metavariable?: string;
      readonly comparison: Comparison;
      /** As it is written. */
      readonly source: string;
      readonly strip: boolean;
    }
  | { readonly type: "type"; readonly metavariable: string; readonly types: readonly Pattern[] }
  | {
      readonly type: "analysis";
      readonly metavariable: string;
      readonly analyzer: "entropy" | "redos";
      readonly holds: (text: string) => boolean;
    };

export type CompiledRule = SearchRule | FlowRule;

/** A rule in search mode. */
export interface SearchRule extends Compiled {
  readonly formula: CompiledFormula;
}

/** A rule in taint mode. */
export interface FlowRule extends Compiled {
  readonly formula: CompiledTaint;
}

interface Compiled {
  readonly rule: Rule;
  /** What a text must hold for the rule to match at all; see `couldMatch`. */
  readonly required: Required;
  readonly fix?: FixTemplate;
  readonly fixRegex?: Regex;
}

/** A pattern or regular expression at or below the key at a fault's place, and where in it (UTF-16 units) the fault lies. */
export interface FaultyText {
  readonly text: string;
  readonly offset: number;
}

/** Why a rule cannot run; the message is a full sentence. */
export class RuleFault extends Error {
  constructor(
    readonly ruleId: string,
    message: string,
    readonly at?: Place,
    readonly inside?: FaultyText,
  ) {
    super(message);
    this.name = "RuleFault";
  }
}

export function isFlow(compiled: CompiledRule): compiled is FlowRule {
  return compiled.formula.type === "taint";
}

/** Throws RuleFault where a pattern, regular expression or comparison does not parse or its language is not run. */
export function compileRule(rule: Rule, compiler: RuleCompiler): CompiledRule {
  const formulas = new FormulaCompiler(rule, compiler);
  const { formula, fix, fixRegex } = rule;
  const others = {
    rule,
    ...(fix === undefined ? {} : { fix: formulas.fix(fix) }),
    ...(fixRegex ? { fixRegex: formulas.regex(fixRegex.regex, false, undefined) } : {}),
  };
  if (formula.type === "taint") {
    // Many rules have their sources in common: one object lets what is found of them be found once.
    const flow = withFormulas(formula, (part) => {
      const make = (): CompiledFormula => formulas.formula(part);
      return compiler.shared ? compiler.shared(part, make) : make();
    });
    return { ...others, formula: flow, required: requiredByFlow(flow, isAcrossFiles(rule)) };
  }
  const search = formulas.formula(formula);
  return { ...others, formula: search, required: requiredLiterals(search) };
}

const asContext = (formula: CompiledFormula): CompiledFormula =>
  formula.type === "pattern" && formula.pattern.context ? { ...formula, pattern: formula.pattern.context } : formula;

const analyzers = { entropy: looksRandom, redos: mayBacktrack };

class FormulaCompiler {
  constructor(
    private readonly rule: Rule,
    private readonly compiler: RuleCompiler,
    private readonly language?: string,
  ) {}

  /** What stands in a text is a text of the same kind, unless the rule says otherwise. */
  private get textLanguage(): string | undefined {
    const own = this.language ?? this.rule.languages[0];
    return own !== undefined && TEXT_LANGUAGES.has(own) ? own : undefined;
  }

  formula(formula: Formula): CompiledFormula {
    switch (formula.type) {
      case "pattern":
        return { type: "pattern", pattern: this.pattern(formula.pattern, formula.at) };
      case "regex":
      case "not-regex":
        return { type: "regex", regex: this.regex(formula.regex, true, formula.at) };
      case "any":
        return { type: "any", formulas: formula.formulas.map((part) => this.formula(part)) };
      case "inside":
      case "not-inside":
        return { type: "inside", formula: asContext(this.formula(formula.formula)) };
      case "anywhere":
        return { type: "anywhere", formula: this.formula(formula.formula) };
      case "not":
        return this.formula(formula.formula);
      case "all":
        return this.all(formula);
    }
  }

  private all(formula: Formula & { type: "all" }): CompiledAll {
    const positives = formula.positives.map((part) => this.formula(part));
    const insides = positives.filter(({ type }) => type === "inside");
    const others = positives.filter(({ type }) => type !== "inside");
    const selectors = others.flatMap((part) => (part.type === "pattern" && part.pattern.selector ? [part] : []));
    const select = selectors.length < positives.length;
    const block = {
      type: "all" as const,
      positives: select ? [...others.filter((part) => !selectors.some((it) => it === part)), ...insides] : positives,
      selectors: select ? selectors.map(({ pattern }) => pattern) : [],
      negatives: formula.negatives.map((part) => this.formula(part)),
      conditions: formula.conditions.map((condition) => this.condition(condition)),
      focus: formula.focus,
      ...(formula.as === undefined ? {} : { as: formula.as }),
      ...(formula.fix === undefined ? {} : { fix: this.fix(formula.fix) }),
    };
    return { ...block, required: requiredByBlock(block) };
  }

  fix(text: string): FixTemplate {
    // Our own are written with the parentheses that they need; printed ones have more.
    const code = this.rule.builtIn ? undefined : this.compiler.fixCode(text);
    return { text, ...(code && { code }) };
  }

  private condition(condition: Condition): CompiledCondition {
    const { metavariable, at } = condition;
    switch (condition.type) {
      case "regex": {
        const { constantPropagation } = condition;
        const regex = this.regex(condition.regex, false, at);
        return { type: "regex", metavariable: condition.metavariable, regex, constantPropagation };
      }
      case "pattern": {
        const { language = this.textLanguage } = condition;
        const inner = language === undefined ? this : new FormulaCompiler(this.rule, this.compiler, language);
        const formula = inner.formula(condition.formula);
        return { type: "pattern", metavariable: condition.metavariable, formula, ...(language ? { language } : {}) };
      }
      case "comparison": {
        const comparison = this.comparison(condition.comparison, at);
        const { comparison: source, strip } = condition;
        return { type: "comparison", comparison, source, strip, ...(metavariable ? { metavariable } : {}) };
      }
      case "type":
        return { type: "type", metavariable: condition.metavariable, types: this.types(condition) };
      case "analysis": {
        const { analyzer } = condition;
        return { type: "analysis", metavariable: condition.metavariable, analyzer, holds: analyzers[analyzer] };
      }
    }
  }

  regex(source: string, multiline: boolean, at: Place | undefined): Regex {
    try {
      return this.compiler.regex(source, { multiline });
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      throw this.fault(
        `The regular expression \`${source}\` is wrong at offset ${error.offset}: ${error.message}.`,
        at,
        { text: source, offset: error.offset },
      );
    }
  }

  private types({ types, language = this.language, at }: Condition & { type: "type" }): Pattern[] {
    return types.map((type) => this.read(type, at, "type", () => this.compiler.type(type, language), language));
  }

  private pattern(text: string, at: Place | undefined): Pattern {
    return this.read(text, at, "pattern", () => this.compiler.pattern(text, this.language), this.language);
  }

  private read(
    text: string,
    at: Place | undefined,
    what: string,
    compile: () => Pattern | undefined,
    language = this.rule.languages[0],
  ): Pattern {
    try {
      const pattern = compile();
      if (pattern) return pattern;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw this.fault(`The ${what} \`${firstLine(text)}\` cannot be read: ${error.message}.`, at, {
        text,
        offset: error.offset,
      });
    }
    throw this.fault(`Patterns in the language \`${language}\` are not run yet.`, at);
  }

  private comparison(source: string, at: Place | undefined): Comparison {
    try {
      return parseComparison(source, (pattern) => {
        const regex = this.regex(pattern, false, at);
        return (text) => {
          const match = regex.exec(text, 0, true);
          return match !== undefined && !isLimitHit(match);
        };
      });
    } catch (error) {
      if (!(error instanceof ComparisonError)) throw error;
      throw this.fault(error.message, at, { text: source, offset: 0 });
    }
  }

  private fault(message: string, at: Place | undefined, inside?: FaultyText): RuleFault {
    return new RuleFault(this.rule.id, message.replace(/\.+$/, "."), at, inside);
  }
}

function firstLine(text: string): string {
  const [first = "", ...others] = text.trim().split("\n");
  return others.length > 0 ? `${first} …` : first;
}
