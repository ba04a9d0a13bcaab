// The `metavariable-*` conditions of a rule file → Condition. Throws LocatedError at the first mistake.
import { canonicalLanguage } from "./language-names";
import { flagOf, type LocatedEntry, LocatedError, type LocatedMap, mapOf, required, textOf } from "./located";
import type { Condition, Formula, Place } from "./rule";

export interface FormulaSettings {
  /** Inside `metavariable-pattern`, where a formula may consist of exclusions only. */
  readonly fragment: boolean;
}

interface ConditionSettings extends FormulaSettings {
  /** Passed in, since formulas hold conditions and conditions hold formulas. */
  readonly readRoot: (map: LocatedMap, owner: string, settings: FormulaSettings) => Formula;
}

type ConditionReader = (entry: LocatedEntry, settings: ConditionSettings) => Condition;

/** By key of the rule file. */
export const conditionReaders: Readonly<Record<string, ConditionReader>> = {
  "metavariable-regex": readRegex,
  "metavariable-pattern": readPattern,
  "metavariable-comparison": readComparison,
};

/** `$X`, `$...X`, `$1`, and the names that regexes and generic patterns may bind. */
export function metavariableName(name: string, at: Place): string {
  if (/^\$(\.\.\.)?[A-Za-z_]\w*$|^\$\d+$/.test(name)) return name;
  throw new LocatedError(`\`${name}\` is no metavariable; write it as \`$NAME\`.`, at);
}

function metavariableOf(map: LocatedMap, owner: string): string {
  const { value } = required(map, "metavariable", owner);
  return metavariableName(textOf(value, "`metavariable`"), value.at);
}

function readRegex(entry: LocatedEntry): Condition {
  const owner = "`metavariable-regex`";
  const map = mapOf(entry.value, owner);
  return {
    type: "regex",
    metavariable: metavariableOf(map, owner),
    regex: textOf(required(map, "regex", owner).value, "`regex`"),
    constantPropagation: flagOf(map.entries.get("constant-propagation"), "`constant-propagation`", false),
    at: entry.at,
  };
}

function readPattern(entry: LocatedEntry, settings: ConditionSettings): Condition {
  const owner = "`metavariable-pattern`";
  const map = mapOf(entry.value, owner);
  const formula = settings.readRoot(map, owner, { fragment: true });
  const metavariable = metavariableOf(map, owner);
  const language = map.entries.get("language");
  if (!language) return { type: "pattern", metavariable, formula, at: entry.at };
  const name = textOf(language.value, "`language`");
  const canonical = canonicalLanguage(name);
  if (!canonical) throw new LocatedError(`Unknown language \`${name}\`.`, language.value.at);
  return { type: "pattern", metavariable, language: canonical, formula, at: entry.at };
}

function readComparison(entry: LocatedEntry): Condition {
  const owner = "`metavariable-comparison`";
  const map = mapOf(entry.value, owner);
  const comparison = textOf(required(map, "comparison", owner).value, "`comparison`");
  const strip = flagOf(map.entries.get("strip"), "`strip`", false);
  const metavariable = map.entries.has("metavariable") ? metavariableOf(map, owner) : undefined;
  if (strip && !metavariable)
    throw new LocatedError(`${owner} with \`strip\` needs the key \`metavariable\`.`, entry.at);
  const base = map.entries.get("base")?.value;
  if (base && (base.type !== "scalar" || typeof base.value !== "number")) {
    throw new LocatedError("`base` must be a number.", base.at);
  }
  return {
    type: "comparison",
    comparison,
    strip,
    ...(metavariable ? { metavariable } : {}),
    ...(base?.type === "scalar" && typeof base.value === "number" ? { base: base.value } : {}),
    at: entry.at,
  };
}
