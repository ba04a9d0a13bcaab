// The newer syntax of formulas, under `match` → Formula. Throws LocatedError at the first mistake.
import {
  type FormulaSettings,
  languageOf,
  metavariableOf,
  readAnalysis,
  readComparison,
  readType,
} from "./condition-reader";
import { items, nothingToFind, readFocus, refuseSeveralLists } from "./formula-reader";
import { type Located, type LocatedEntry, LocatedError, type LocatedMap, mapOf, required, textOf } from "./located";
import type { Condition, Formula, Place } from "./rule";

const operators = ["pattern", "regex", "all", "any", "not", "inside", "anywhere"] as const;

/** What may stand beside the operator. */
const modifiers = ["where", "as", "fix"] as const;

type Block = Extract<Formula, { type: "all" }>;

/** The formula that a value of `match`, or an entry below it, stands for: a pattern's text, or a mapping with an operator. */
export function readMatch(value: Located, settings: FormulaSettings): Formula {
  return readMatchBeside(value, [], settings);
}

/** The same where the mapping holds more: `others` are keys that belong to whoever asks. */
export function readMatchBeside(value: Located, others: readonly string[], settings: FormulaSettings): Formula {
  if (value.type === "scalar") return { type: "pattern", pattern: textOf(value, "A pattern"), at: value.at };
  return readMapping(mapOf(value, "A formula"), settings, others);
}

function readMapping(map: LocatedMap, settings: FormulaSettings, others: readonly string[]): Formula {
  const known: readonly string[] = [...modifiers, ...others];
  const keys = [...map.entries.keys()].filter((key) => !known.includes(key));
  const [key, second] = keys;
  if (key === undefined) throw new LocatedError(`A formula needs one of ${listed(operators)}.`, map.at);
  if (second !== undefined) {
    const at = map.entries.get(second)?.at ?? map.at;
    throw new LocatedError(`A formula must have one operator, not both \`${key}\` and \`${second}\`.`, at);
  }
  const { value, at } = required(map, key, "A formula");
  return modified(readOperator(key, value, at, settings), map, settings);
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function readOperator(key: string, value: Located, at: Place, settings: FormulaSettings): Formula {
  switch (key) {
    case "pattern":
      return { type: "pattern", pattern: textOf(value, "`pattern`"), at };
    case "regex":
      return { type: "regex", regex: textOf(value, "`regex`"), at };
    case "not":
    case "inside":
    case "anywhere":
      return { type: key, formula: readMatch(value, settings), at };
    case "any": {
      const formulas = items(value, key).map((item) => readMatch(item, settings));
      const negative = formulas.find(({ type }) => type === "not");
      if (negative) throw new LocatedError("`not` may only stand directly under `all`.", negative.at ?? at);
      return { type: "any", formulas, at };
    }
    case "all": {
      const parts = items(value, key).map((item) => readMatch(item, settings));
      const negatives = parts.filter(({ type }) => type === "not");
      const positives = parts.filter(({ type }) => type !== "not");
      if (positives.length === 0 && !settings.fragment) throw nothingToFind("`all`", at);
      return { type: "all", positives, negatives, conditions: [], focus: [], at };
    }
    default:
      throw new LocatedError(`Unknown operator \`${key}\`.`, at);
  }
}

/** The formula with what stands beside its operator. An exclusion has no matches of its own, so nothing applies to it. */
function modified(formula: Formula, map: LocatedMap, settings: FormulaSettings): Formula {
  const where = map.entries.get("where");
  const as = map.entries.get("as");
  const fix = map.entries.get("fix");
  if (!where && !as && !fix) return formula;
  const { conditions, focus } = where ? readWhere(where, settings) : { conditions: [], focus: [] };
  if (formula.type === "not") return formula;
  return {
    ...blockOf(formula),
    conditions,
    focus,
    ...(as && { as: textOf(as.value, "`as`") }),
    ...(fix && { fix: textOf(fix.value, "`fix`").trim() }),
  };
}

function blockOf(formula: Formula): Block {
  if (formula.type === "all") return formula;
  return {
    type: "all",
    positives: [formula],
    negatives: [],
    conditions: [],
    focus: [],
    ...(formula.at && { at: formula.at }),
  };
}

function readWhere({ value, at }: LocatedEntry, settings: FormulaSettings): Pick<Block, "conditions" | "focus"> {
  const conditions: Condition[] = [];
  const focus: string[][] = [];
  for (const item of items(value, "where")) {
    const map = mapOf(item, "Each entry of `where`");
    const narrowed = map.entries.get("focus");
    if (narrowed) focus.push(readFocus(narrowed, "`focus`"));
    else conditions.push(readCondition(map, settings));
  }
  refuseSeveralLists(focus, at);
  return { conditions, focus };
}

function readCondition(map: LocatedMap, settings: FormulaSettings): Condition {
  const { entries, at } = map;
  if (entries.has("comparison")) return readComparison(map, at);
  if (!entries.has("metavariable")) {
    throw new LocatedError("An entry of `where` needs one of `focus`, `comparison`, `metavariable`.", at);
  }
  if (entries.has("analyzer")) return readAnalysis(map, at);
  if (entries.has("type") || entries.has("types")) return readType(map, at);
  const metavariable = metavariableOf(map, "An entry of `where`");
  const formula = readMapping(map, { ...settings, fragment: true }, [
    "metavariable",
    "language",
    "constant-propagation",
  ]);
  // A lone `regex` looks at the value that is known, from its start, and not for a place inside what is bound.
  if (formula.type === "regex") {
    return { type: "regex", metavariable, regex: formula.regex, constantPropagation: true, at };
  }
  return { type: "pattern", metavariable, ...languageOf(map), formula, at };
}
