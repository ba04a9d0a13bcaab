// The `metavariable-*` conditions of one `patterns` block.
import type { Accepts, Binding, Bindings } from "../patterns/match";
import { isLimitHit, type Regex, type RegexMatch } from "../regex";
import { isCode, type Value } from "./comparison";
import type { CompiledCondition } from "./compile";
import { type EvaluationContext, evaluateIn } from "./formula";
import { type Candidate, isNumbered } from "./ranges";
import { captures, DocumentScope, FragmentScope, type Scope, tooManySteps } from "./scope";

type PatternCondition = CompiledCondition & { type: "pattern" };
type RegexCondition = CompiledCondition & { type: "regex" };
type ComparisonCondition = CompiledCondition & { type: "comparison" };

const nothing: Bindings = new Map();

/** A longer text, such as the body of a function, is judged once all else of a match is found: most have no such match. */
const LONGEST_EARLY = 200;

export class Conditions implements Accepts {
  private readonly regexConditions: readonly RegexCondition[];

  constructor(
    private readonly conditions: readonly CompiledCondition[],
    private readonly scope: Scope,
    private readonly context: EvaluationContext,
  ) {
    this.regexConditions = conditions.filter((condition) => condition.type === "regex");
  }

  /**
   * None where a condition fails; else what the conditions newly bind, one entry per copy of the match. Each sees only
   * what patterns have bound, and each copy holds what one condition made.
   */
  bindings(candidate: Candidate): readonly Bindings[] {
    const { recorder } = this.context;
    const made: Bindings[] = [];
    let holds = true;
    for (const condition of this.conditions) {
      const found = this.check(condition, candidate.bindings);
      recorder?.judged(condition, candidate, found !== undefined, found ?? []);
      holds &&= found !== undefined;
      if (!found && !recorder) break;
      if (found) made.push(...found.filter(({ size }) => size > 0));
    }
    if (!holds) return [];
    return made.length > 0 ? made : [nothing];
  }

  /** False where a condition on what is bound already fails; later patterns add bindings but change none. */
  mayHold(bindings: Bindings): boolean {
    if (this.regexConditions.length === 0) return true;
    const units = (condition: CompiledCondition): number => textOf(condition, bindings)?.length ?? 0;
    const bound = this.regexConditions.filter((condition) => {
      return bindings.has(condition.metavariable) && units(condition) <= LONGEST_EARLY;
    });
    // The shorter texts first: a name of no interest spares the look at all that it is given.
    if (bound.length > 1) bound.sort((a, b) => units(a) - units(b));
    return bound.every((condition) => this.check(condition, bindings) !== undefined);
  }

  concerns(names: ReadonlySet<string>): boolean {
    return this.regexConditions.some(({ metavariable }) => names.has(metavariable));
  }

  /** False where a condition fails on what a name is bound to. */
  accepts(name: string, binding: Binding): boolean {
    return this.regexConditions.every((condition) => {
      if (condition.metavariable !== name || binding.text.length > LONGEST_EARLY) return true;
      return this.regex(condition, binding) !== undefined;
    });
  }

  /** `undefined` where it fails; else what it newly binds. */
  private check(condition: CompiledCondition, bindings: Bindings): readonly Bindings[] | undefined {
    if (condition.type === "comparison") return this.comparison(condition, bindings) ? [] : undefined;
    const binding = bindings.get(condition.metavariable);
    if (!binding) return undefined;
    if (condition.type === "analysis") return condition.holds(this.analysedText(binding)) ? [] : undefined;
    if (condition.type === "type") {
      return condition.types.some((type) => this.scope.target.hasType(binding, type)) ? [] : undefined;
    }
    return condition.type === "regex" ? this.regex(condition, binding) : this.pattern(condition, binding, bindings);
  }

  private regex(condition: RegexCondition, binding: Binding): readonly Bindings[] | undefined {
    const { metavariable, regex } = condition;
    if (isNumbered(metavariable)) return undefined;
    const text = condition.constantPropagation ? this.constantText(binding) : binding.text;
    const first = this.matchAt(regex, text, 0);
    if (!first) return undefined;
    if (regex.groupNames.every((name) => name === undefined)) return [];
    const offset = binding.start + Math.max(this.scope.target.text.slice(binding.start, binding.end).indexOf(text), 0);
    const made: Bindings[] = [];
    for (let match: RegexMatch | undefined = first; match; match = this.next(regex, text, match)) {
      made.push(named(captures(regex, match, text, offset)));
    }
    return made;
  }

  /** The match that follows at once; one capture after the other is a result of its own. */
  private next(regex: Regex, text: string, { start, end }: RegexMatch): RegexMatch | undefined {
    return end > start ? this.matchAt(regex, text, end) : undefined;
  }

  private matchAt(regex: Regex, text: string, offset: number): RegexMatch | undefined {
    const match = regex.exec(text, offset, true);
    if (!isLimitHit(match)) return match;
    this.context.report(tooManySteps(regex));
    return undefined;
  }

  private constantText(binding: Binding): string {
    const constant = this.scope.target.constant(binding);
    return constant === undefined ? binding.text : String(constant);
  }

  private pattern(condition: PatternCondition, binding: Binding, outer: Bindings): readonly Bindings[] | undefined {
    const made = this.inside(condition, binding, outer);
    if (!made || made.length === 0) return undefined;
    return made.map((bindings) => new Map([...bindings].filter(([name]) => !outer.has(name))));
  }

  private inside(condition: PatternCondition, binding: Binding, outer: Bindings): readonly Bindings[] | undefined {
    if (condition.language !== undefined) return this.reparsed(condition, condition.language, binding, outer);
    // A name that an import stands for is code that stands nowhere in the document.
    const isName = binding.kind === "text" && binding.row >= 0;
    if (isName) return this.reparsed(condition, this.scope.target.language, binding, outer);
    return this.within(condition, binding, outer);
  }

  private within(condition: PatternCondition, binding: Binding, outer: Bindings): readonly Bindings[] {
    // An operator is no fragment of the document.
    if (binding.kind === "text") return [];
    if (binding.row < 0 || binding.kind === "content" || !this.isCode(binding)) {
      this.context.report(
        `\`metavariable-pattern\` on \`${condition.metavariable}\` needs a \`language\`, since it stands for text.`,
      );
      return [];
    }
    const scope = new FragmentScope(this.scope.target, this.context.report, binding, outer);
    return evaluateIn(condition.formula, scope, this.context).map(({ bindings }) => bindings);
  }

  /** One node, or a list of statements; a list of others (`$...ARGS`) is no program. */
  private isCode(binding: Binding): boolean {
    return binding.kind === "node" || this.scope.target.pieces(binding).every(({ kind }) => kind === "statement");
  }

  /** The bound text read as another language, without its quotes. */
  private reparsed({ formula }: PatternCondition, language: string, binding: Binding, outer: Bindings) {
    const content = this.scope.target.content(binding);
    const raw = language === "generic" || language === "regex";
    if (!content && !raw) return undefined;
    const { text, start } = content ?? binding;
    const target = this.context.fragment(text, language);
    if (!target) {
      this.context.report(`The language \`${language}\` of a \`metavariable-pattern\` is not run yet.`);
      return undefined;
    }
    const scope = new DocumentScope(target, this.context.report, outer);
    const matches = evaluateIn(formula, scope, {
      ...this.context,
      target,
      has: undefined,
      possible: undefined,
      recorder: undefined,
    });
    // The language may have something stand before any code.
    const opening = target.text.length - text.length;
    return matches.map(({ bindings }) => moved(bindings, start - opening));
  }

  /** What analyzers look at: a literal's content, with the simplest escapes undone; else what is bound. */
  private analysedText(binding: Binding): string {
    const content = binding.kind === "node" ? this.scope.target.content(binding) : undefined;
    return content ? content.text.replaceAll(/\\([\\'"])/g, "$1") : binding.text;
  }

  /** As in Semgrep the metavariable that it names need not be bound: those that it compares do. */
  private comparison({ comparison, strip }: ComparisonCondition, bindings: Bindings): boolean {
    const value = (name: string): Value | undefined => {
      const binding = bindings.get(name);
      return binding && this.value(binding);
    };
    const fault = (name: string): string | undefined => {
      const binding = bindings.get(name);
      return binding && this.scope.target.memoryFault(binding);
    };
    return comparison.holds({ value, fault, today: this.context.today, strip });
  }

  /** What comparisons see: the constant that is known, a text's content, or mere code. */
  private value(binding: Binding): Value {
    const { kind, text } = binding;
    if (kind === "text") return text;
    const constant = this.scope.target.constant(binding);
    const { floats } = this.scope.target;
    if (typeof constant === "number") return floats || isFloat(constant, text) ? constant : BigInt(constant);
    if (typeof constant === "bigint" && floats) return { code: text };
    if (constant !== undefined) return constant;
    const elements = this.scope.target.elements(binding)?.map((element) => this.value(element));
    if (elements?.every((element) => !isCode(element))) return elements;
    return this.scope.target.content(binding)?.text ?? { code: text };
  }
}

function textOf(condition: CompiledCondition, bindings: Bindings): string | undefined {
  return condition.type === "comparison" ? undefined : bindings.get(condition.metavariable)?.text;
}

/** `3.0` and `3e0` are floats though their value is whole. */
function isFloat(value: number, text: string): boolean {
  return !Number.isInteger(value) || /^[\d_]*\.[\d_]*(e|$)|^[\d_]+e/i.test(text);
}

function named(bindings: Bindings): Bindings {
  return new Map([...bindings].filter(([name]) => !isNumbered(name)));
}

/** Bindings of a text that stands at an offset of the document; their rows belong to another tree. */
function moved(bindings: Bindings, offset: number): Bindings {
  const move = (binding: Binding): Binding => {
    const { start, end, text } = binding;
    return { start: offset + start, end: offset + end, text, kind: "text", row: -1, count: 0 };
  };
  return new Map([...bindings].map(([name, binding]) => [name, move(binding)]));
}
