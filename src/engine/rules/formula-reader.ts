// The search operators of a rule file → Formula. Throws LocatedError at the first mistake.
import { conditionReaders, type FormulaSettings, metavariableName } from "./condition-reader";
import { type Located, type LocatedEntry, LocatedError, type LocatedMap, mapOf, textOf, textsOf } from "./located";
import type { Condition, Formula, Place } from "./rule";

/** Operators that may be the root of a search rule, of a nested formula and of `metavariable-pattern`. */
export const FORMULA_KEYS = ["pattern", "patterns", "pattern-either", "pattern-regex"] as const;

const negations = { "pattern-not": "not", "pattern-not-inside": "not-inside" } as const;

/** The formula under the one key of `keys` that the mapping has; `owner` names the mapping in messages. */
export function readRoot(map: LocatedMap, owner: string, settings: FormulaSettings): Formula {
  const present = FORMULA_KEYS.filter((key) => map.entries.has(key));
  const [key, second] = present;
  if (!key)
    throw new LocatedError(`${owner} needs one of ${FORMULA_KEYS.map((name) => `\`${name}\``).join(", ")}.`, map.at);
  if (second) {
    const at = map.entries.get(second)?.at ?? map.at;
    throw new LocatedError(`${owner} has both \`${key}\` and \`${second}\`; only one can be its formula.`, at);
  }
  return readOperator(map, key, settings);
}

/** A formula as the value of `pattern-inside` and the like: text, or a mapping with one operator. */
function readNested(value: Located, owner: string, settings: FormulaSettings): Formula {
  if (value.type === "scalar") return { type: "pattern", pattern: textOf(value, owner), at: value.at };
  return readOperator(mapOf(value, owner), onlyKey(mapOf(value, owner), owner), settings);
}

function onlyKey(map: LocatedMap, owner: string): string {
  const [key, second] = map.entries.keys();
  if (key === undefined) throw new LocatedError(`${owner} must have an operator.`, map.at);
  if (second !== undefined) {
    throw new LocatedError(`${owner} must have one operator, not both \`${key}\` and \`${second}\`.`, map.at);
  }
  return key;
}

function readOperator(map: LocatedMap, key: string, settings: FormulaSettings): Formula {
  const entry = map.entries.get(key);
  if (!entry) throw new LocatedError(`The key \`${key}\` is missing.`, map.at);
  const { at, value } = entry;
  switch (key) {
    case "pattern":
      return { type: "pattern", pattern: textOf(value, "`pattern`"), at };
    case "pattern-regex":
      return { type: "regex", regex: textOf(value, "`pattern-regex`"), at };
    case "pattern-inside":
      return { type: "inside", formula: readNested(value, "`pattern-inside`", settings), at };
    case "semgrep-internal-pattern-anywhere":
      return { type: "anywhere", formula: readNested(value, `\`${key}\``, settings), at };
    case "pattern-either":
      return { type: "any", formulas: items(value, key).map((item) => readAlternative(item, settings)), at };
    case "patterns":
      return readAll(value, settings, at);
    default:
      throw unusable(key, at);
  }
}

function readAlternative(item: Located, settings: FormulaSettings): Formula {
  const map = itemOf(item, "`pattern-either`");
  return readOperator(map, onlyKey(map, "An entry of `pattern-either`"), settings);
}

function readAll(value: Located, settings: FormulaSettings, at: Located["at"]): Formula {
  const positives: Formula[] = [];
  const negatives: Formula[] = [];
  const conditions: Condition[] = [];
  const focus: string[][] = [];
  for (const item of items(value, "patterns")) {
    const map = itemOf(item, "`patterns`");
    const key = onlyKey(map, "An entry of `patterns`");
    const entry = map.entries.get(key);
    if (!entry) continue;
    const condition = conditionReaders[key];
    if (condition) {
      conditions.push(condition(entry, { ...settings, readRoot }));
    } else if (key === "focus-metavariable") {
      focus.push(readFocus(entry, "`focus-metavariable`"));
    } else if (key === "pattern-not-regex") {
      negatives.push({ type: "not-regex", regex: textOf(entry.value, "`pattern-not-regex`"), at: entry.at });
    } else if (key === "pattern-not" || key === "pattern-not-inside") {
      const formula = readNested(entry.value, `\`${key}\``, settings);
      negatives.push({ type: negations[key], formula, at: entry.at });
    } else {
      positives.push(readOperator(map, key, settings));
    }
  }
  if (positives.length === 0 && !settings.fragment) {
    throw nothingToFind("`patterns`", at);
  }
  refuseSeveralLists(focus, at);
  return { type: "all", positives, negatives, conditions, focus, at };
}

/** The names that a match is narrowed to. */
export function readFocus({ value }: LocatedEntry, what: string): string[] {
  return textsOf(value, what).map((name) => metavariableName(name, value.at));
}

/** One list is a union, several entries an intersection; Semgrep has no meaning for both at once. */
export function refuseSeveralLists(focus: readonly (readonly string[])[], at: Place): void {
  if (focus.length < 2 || focus.every((names) => names.length < 2)) return;
  throw new LocatedError("Several focuses of one block must each name one metavariable.", at);
}

/** The mistake of a formula that only excludes. */
export function nothingToFind(owner: string, at: Place): LocatedError {
  return new LocatedError(`${owner} needs something to find: a pattern, not only exclusions and conditions.`, at);
}

/** The entries of a list that is not empty. */
export function items(value: Located, key: string): readonly Located[] {
  if (value.type !== "list") throw new LocatedError(`\`${key}\` must be a list.`, value.at);
  if (value.items.length === 0) throw new LocatedError(`\`${key}\` must not be empty.`, value.at);
  return value.items;
}

function itemOf(item: Located, list: string): LocatedMap {
  if (item.type === "map") return item;
  throw new LocatedError(`Each entry of ${list} must be an operator such as \`pattern: …\`.`, item.at);
}

function unusable(key: string, at: Located["at"]): LocatedError {
  if (key === "pattern-where-python") {
    return new LocatedError(
      "`pattern-where-python` runs code of the rule and is not supported; use `metavariable-comparison`.",
      at,
    );
  }
  if (key in conditionReaders || key in negations || key === "pattern-not-regex" || key === "focus-metavariable") {
    return new LocatedError(`\`${key}\` may only stand directly under \`patterns\`.`, at);
  }
  const meant = key === "metavariable-regexp" ? "; it is called `metavariable-regex`" : "";
  return new LocatedError(`Unknown operator \`${key}\`${meant}.`, at);
}
