// Which formulas find in a place what that place and what stands around it hold, whatever stands elsewhere.
import { ANYWHERE, anyOf, type Beginnings } from "../patterns/beginnings";
import type { Pattern } from "../patterns/match";
import type { CompiledPattern } from "../patterns/pattern";
import type { Regex } from "../regex";
import { Kind } from "../tree/kinds";
import type { CompiledAll, CompiledFormula } from "./compile";
import { inTurn } from "./formula";
import { type Required, requiredLiterals } from "./prefilter";

/** What is known of a formula before it is evaluated. */
export interface Scheme {
  /** What a text must hold for the formula to match. */
  readonly required: Required;
  /**
   * The patterns whose matches alone decide where it matches; undefined where other things do: a search of the raw text,
   * what may stand anywhere, the document as a whole.
   */
  readonly patterns: readonly Pattern[] | undefined;
  /** The regular expressions that decide it with them: each looks at the whole text. */
  readonly regexes: readonly Regex[];
  /** What the first pattern begins with that is looked for, and what any pattern does. */
  readonly first: Beginnings;
  readonly all: Beginnings;
  /** Whether a metavariable stands in one pattern alone and nothing else asks what it stands for. */
  isAlone(name: string): boolean;
  /** Names are looked through for their values. */
  readonly looksThrough: boolean;
  /** Each match is one of a single pattern, hangs on nothing else, and its range holds all that was matched. */
  readonly isSimple: boolean;
  /**
   * A formula that costs less and matches wherever this one does, if one is known: where that finds nothing, this does not
   * either. Of one without `patterns` it has them; of others it is what is looked for first, before any context of it.
   */
  readonly gate: CompiledFormula | undefined;
}

const known = new WeakMap<CompiledFormula, Scheme>();

export function schemeOf(formula: CompiledFormula): Scheme {
  let scheme = known.get(formula);
  if (!scheme) {
    const found = new Set<CompiledPattern>();
    const regexes = new Set<Regex>();
    // Of regular expressions alone, all are looked for anyway.
    const isLocal = collect(formula, found, regexes) && found.size > 0;
    const looksThrough = [...found].some(({ options }) => options.symbolic_propagation || options.caveat_derived_names);
    const patterns = isLocal ? [...found] : undefined;
    const gate = isLocal && regexes.size === 0 ? openingOf(formula, found) : gateOf(formula);
    const names = new Map<string, number>();
    countNames(formula, names);
    const isAlone = (name: string): boolean => names.get(name) === 1;
    const all = anyOf([...found].map(({ beginnings }) => beginnings));
    scheme = {
      required: requiredLiterals(formula),
      patterns,
      regexes: [...regexes],
      first: firstOf(formula),
      all,
      isAlone,
      looksThrough,
      isSimple: isSimple(formula),
      gate,
    };
    known.set(formula, scheme);
  }
  return scheme;
}

function isSimple(formula: CompiledFormula): boolean {
  switch (formula.type) {
    case "pattern":
      return !(formula.pattern as CompiledPattern).head;
    case "any":
      return formula.formulas.every(isSimple);
    case "all": {
      const { positives, negatives, selectors, conditions, focus } = formula;
      const isOne = positives.length === 1 && [negatives, selectors, focus].every(({ length }) => length === 0);
      return isOne && positives.every(isSimple) && conditions.every(({ type }) => type === "regex");
    }
    default:
      return false;
  }
}

function collect(formula: CompiledFormula, found: Set<CompiledPattern>, regexes?: Set<Regex>): boolean {
  const all = (parts: readonly CompiledFormula[]): boolean => parts.every((part) => collect(part, found, regexes));
  switch (formula.type) {
    case "regex":
      regexes?.add(formula.regex);
      return regexes !== undefined;
    case "anywhere":
      return false;
    case "inside":
      return collect(formula.formula, found, regexes);
    case "any":
      return all(formula.formulas);
    case "all":
      return formula.positives.length > 0 && all([...formula.positives, ...formula.negatives]);
    case "pattern": {
      const pattern = formula.pattern as CompiledPattern;
      // One over tokens is a search of the text.
      if (!pattern.options) return false;
      found.add(pattern);
      return true;
    }
  }
}

/** What a match begins with that the others are looked for around. */
function firstOf(formula: CompiledFormula): Beginnings {
  switch (formula.type) {
    case "pattern": {
      const pattern = formula.pattern as CompiledPattern;
      return pattern.options ? pattern.beginnings : ANYWHERE;
    }
    case "any":
      return anyOf(formula.formulas.map(firstOf));
    case "inside":
      return firstOf(formula.formula);
    case "all": {
      const [first] = inTurn(formula.positives);
      return first ? firstOf(first) : ANYWHERE;
    }
    case "regex":
    case "anywhere":
      return ANYWHERE;
  }
}

/** How often each metavariable is named, by patterns and by conditions. */
function countNames(formula: CompiledFormula, names: Map<string, number>): void {
  const count = (name: string): void => void names.set(name, (names.get(name) ?? 0) + 1);
  const each = (parts: readonly CompiledFormula[]): void => {
    for (const part of parts) countNames(part, names);
  };
  switch (formula.type) {
    case "regex":
      return;
    case "pattern":
      return formula.pattern.metavariables.forEach(count);
    case "inside":
    case "anywhere":
      return countNames(formula.formula, names);
    case "any":
      return each(formula.formulas);
    case "all":
      each([...formula.positives, ...formula.negatives]);
      for (const { metavariables } of formula.selectors) metavariables.forEach(count);
      for (const condition of formula.conditions) {
        if (condition.type === "pattern") countNames(condition.formula, names);
        const said = condition.type === "comparison" ? condition.source : "";
        const all = [condition.metavariable ?? "", ...(said.match(/\$(?:\.\.\.)?\w+/g) ?? [])];
        all.forEach(count);
      }
  }
}

/** What of a formula is made of patterns, less what narrows it further. */
function gateOf(formula: CompiledFormula): CompiledFormula | undefined {
  switch (formula.type) {
    case "regex":
    case "anywhere":
      return undefined;
    case "pattern":
      return collect(formula, new Set()) ? formula : undefined;
    case "inside": {
      const gate = gateOf(formula.formula);
      return gate && { type: "inside", formula: gate };
    }
    case "any": {
      const gates = formula.formulas.map(gateOf);
      return gates.every((gate) => gate !== undefined) ? { type: "any", formulas: gates } : undefined;
    }
    case "all":
      return gateOfAll(formula);
  }
}

function gateOfAll(formula: CompiledAll): CompiledFormula | undefined {
  const positives = formula.positives.flatMap((part) => gateOf(part) ?? []);
  return positives.length === 0 ? undefined : narrowed(formula, positives);
}

/** Some positives of a formula, with the conditions that speak of what they bind. */
function narrowed(formula: CompiledAll, positives: readonly CompiledFormula[]): CompiledAll {
  const names = positives.map(boundBy);
  const conditions = formula.conditions.filter(
    ({ type, metavariable = "" }) => type === "regex" && names.some((bound) => bound.has(metavariable)),
  );
  return { type: "all", positives, selectors: [], negatives: [], conditions, focus: [], required: formula.required };
}

/** What a formula begins with, where the rest of its patterns look through lists of statements. */
function openingOf(formula: CompiledFormula, patterns: ReadonlySet<CompiledPattern>): CompiledFormula | undefined {
  const opening = firstPart(formula);
  const first = new Set<CompiledPattern>();
  collect(opening, first);
  return [...patterns].some((pattern) => !first.has(pattern) && holdsStatements(pattern)) ? opening : undefined;
}

function firstPart(formula: CompiledFormula): CompiledFormula {
  switch (formula.type) {
    case "any":
      return { type: "any", formulas: formula.formulas.map(firstPart) };
    case "inside":
      return { type: "inside", formula: firstPart(formula.formula) };
    case "all": {
      const [first] = inTurn(formula.positives);
      return first ? narrowed(formula, [firstPart(first)]) : formula;
    }
    default:
      return formula;
  }
}

const holdsStatements = ({ shape }: CompiledPattern): boolean =>
  shape.type === "sequence" || [...shape.root.parts.values()].flat().some(({ kind }) => kind === Kind.Block);

/** The metavariables that every match of a formula binds. */
function boundBy(formula: CompiledFormula): ReadonlySet<string> {
  switch (formula.type) {
    case "pattern":
      return formula.pattern.metavariables;
    case "any": {
      const [first, ...others] = formula.formulas.map(boundBy);
      return new Set([...(first ?? [])].filter((name) => others.every((bound) => bound.has(name))));
    }
    case "all":
      return new Set(formula.positives.flatMap((part) => [...boundBy(part)]));
    case "inside":
    case "anywhere":
      return boundBy(formula.formula);
    case "regex":
      return new Set();
  }
}
