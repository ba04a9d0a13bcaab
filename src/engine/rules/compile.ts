// A rule made ready to run: patterns, regular expressions and comparisons compiled, exclusions told apart by their kind.
import { type Pattern, PatternError } from "../patterns/match";
import { isLimitHit, type Regex, RegexError } from "../regex";
import { type Comparison, parseComparison } from "./comparison";
import { ComparisonError } from "./comparison-syntax";
import { type Required, requiredByBlock, requiredLiterals } from "./prefilter";
import type { Condition, Formula, Place, Rule } from "./rule";

/** Compiles the parts of rules; made by whoever knows grammars and regular expressions. */
export interface RuleCompiler {
  /**
   * A code pattern in the rule's own language, or in the one that `metavariable-pattern` names; `undefined` where that
   * language is not run. Throws PatternError.
   */
  pattern(text: string, language?: string): Pattern | undefined;
  /** Throws RegexError. */
  regex(pattern: string, options: { multiline: boolean }): Regex;
}

export type CompiledFormula =
  | { readonly type: "pattern"; readonly pattern: Pattern }
  | { readonly type: "regex"; readonly regex: Regex }
  | { readonly type: "any"; readonly formulas: readonly CompiledFormula[] }
  | { readonly type: "inside"; readonly formula: CompiledFormula }
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
    };

export interface CompiledRule {
  readonly rule: Rule;
  readonly formula: CompiledFormula;
  /** What a text must hold for the rule to match at all; see `couldMatch`. */
  readonly required: Required;
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

/** Throws RuleFault where a pattern, regular expression or comparison does not parse or its language is not run. */
export function compileRule(rule: Rule, compiler: RuleCompiler): CompiledRule {
  const formulas = new FormulaCompiler(rule, compiler);
  const formula = formulas.formula(rule.formula);
  const { fixRegex } = rule;
  return {
    rule,
    formula,
    required: requiredLiterals(formula),
    ...(fixRegex ? { fixRegex: formulas.regex(fixRegex.regex, false, undefined) } : {}),
  };
}

class FormulaCompiler {
  constructor(
    private readonly rule: Rule,
    private readonly compiler: RuleCompiler,
    private readonly language?: string,
  ) {}

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
        return { type: "inside", formula: this.formula(formula.formula) };
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
    };
    return { ...block, required: requiredByBlock(block) };
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
        const { language } = condition;
        const inner = language === undefined ? this : new FormulaCompiler(this.rule, this.compiler, language);
        const formula = inner.formula(condition.formula);
        return { type: "pattern", metavariable: condition.metavariable, formula, ...(language ? { language } : {}) };
      }
      case "comparison": {
        const comparison = this.comparison(condition.comparison, at);
        const { comparison: source, strip } = condition;
        return { type: "comparison", comparison, source, strip, ...(metavariable ? { metavariable } : {}) };
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

  private pattern(text: string, at: Place | undefined): Pattern {
    try {
      const pattern = this.compiler.pattern(text, this.language);
      if (pattern) return pattern;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw this.fault(`The pattern \`${firstLine(text)}\` cannot be read: ${error.message}.`, at, {
        text,
        offset: error.offset,
      });
    }
    const language = this.language ?? this.rule.languages[0];
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
