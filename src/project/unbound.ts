// Metavariables that a rule names where nothing can have bound them: a typing mistake, mostly.
import type { Range } from "../engine/findings/finding";
import type { Condition, Formula, Place, Rule } from "../engine/rules/rule";
import type { RuleFileText } from "./rule-file";

export interface Unbound {
  readonly name: string;
  readonly message: string;
  readonly range: Range | undefined;
}

/** What a rule's conditions, message and fix name though no pattern of it binds it. */
export function unboundMetavariables(rule: Rule, file: RuleFileText): Unbound[] {
  const names = new Names();
  const bound = names.boundByRule(rule);
  const inConditions = names.unbound.map(({ name, at, so }) => ({
    name,
    message: `Nothing binds \`${name}\`, so ${so}.`,
    range: at && file.below(at, name),
  }));
  const template = (key: "message" | "fix") =>
    metavariables(rule[key] ?? "")
      .filter((name) => !bound.has(name) && !bound.has(name.replace("$...", "$")))
      .map((name) => ({
        name,
        message: `Nothing binds \`${name}\`, so the ${key} shows it as it is written.`,
        range: file.inKey(rule.id, key, name),
      }));
  return [...inConditions, ...template("message"), ...template("fix")];
}

/** Walks a formula's parts in the order in which they are combined. */
class Names {
  readonly unbound: { readonly name: string; readonly at: Place | undefined; readonly so: string }[] = [];

  /** Of a flow, what its sources and sinks bind. */
  boundByRule({ formula }: Rule): ReadonlySet<string> {
    if (formula.type !== "taint") return this.boundBy(formula, new Set());
    const all = (parts: readonly { readonly formula: Formula }[]): string[] =>
      parts.flatMap((part) => [...this.boundBy(part.formula, new Set())]);
    const reported = new Set([...all(formula.sources), ...all(formula.sinks)]);
    all(formula.sanitizers);
    for (const propagator of formula.propagators) {
      const bound = this.boundBy(propagator.formula, new Set());
      for (const end of ["from", "to"] as const) {
        const name = propagator[end];
        if (!bound.has(name)) this.unbound.push({ name, at: propagator.at?.[end], so: "nothing is propagated" });
      }
    }
    return reported;
  }

  /** The names that matches of the formula may bind; `outer` are known around it. */
  boundBy(formula: Formula, outer: ReadonlySet<string>): ReadonlySet<string> {
    switch (formula.type) {
      case "pattern":
        return new Set(metavariables(formula.pattern));
      case "regex":
        return new Set(captures(formula.regex));
      case "any":
        return new Set(formula.formulas.flatMap((part) => [...this.boundBy(part, outer)]));
      case "inside":
      case "anywhere":
        return this.boundBy(formula.formula, outer);
      case "all":
        return this.all(formula, outer);
      case "not":
      case "not-inside":
        this.boundBy(formula.formula, outer);
        return new Set();
      case "not-regex":
        return new Set();
    }
  }

  private all(formula: Formula & { type: "all" }, outer: ReadonlySet<string>): ReadonlySet<string> {
    const bound = new Set(formula.positives.flatMap((part) => [...this.boundBy(part, outer)]));
    const known = new Set([...bound, ...outer]);
    for (const negative of formula.negatives) this.boundBy(negative, known);
    for (const condition of formula.conditions) {
      for (const name of namedBy(condition)) {
        if (!known.has(name)) this.unbound.push({ name, at: condition.at, so: "the condition never holds" });
      }
      for (const name of this.madeBy(condition, known)) bound.add(name);
    }
    if (formula.as !== undefined) bound.add(formula.as);
    return bound;
  }

  private madeBy(condition: Condition, known: ReadonlySet<string>): Iterable<string> {
    if (condition.type === "regex") return captures(condition.regex);
    return condition.type === "pattern" ? this.boundBy(condition.formula, known) : [];
  }
}

function namedBy(condition: Condition): readonly string[] {
  const { metavariable } = condition;
  const compared = condition.type === "comparison" ? metavariables(condition.comparison) : [];
  // What a regular expression captured is known when the rule runs only.
  const names = [...(metavariable === undefined ? [] : [metavariable]), ...compared];
  return [...new Set(names)].filter((name) => !/^\$\d/.test(name));
}

/** `$X` and `$...X` of a text, each once; `$_` binds nothing. */
function metavariables(text: string): string[] {
  const names = text.match(/\$(?:\.\.\.)?[A-Z_][A-Z0-9_]*/g) ?? [];
  return [...new Set(names)].filter((name) => name !== "$_");
}

/** The named groups of a regular expression. */
function captures(regex: string): string[] {
  return [...regex.matchAll(/\(\?P?<([A-Za-z_]\w*)>/g)].map(([, name]) => `$${name}`);
}
