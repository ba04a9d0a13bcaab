// The `metavariable-*` conditions of a rule file → Condition. Throws LocatedError at the first mistake.
import { canonicalLanguage } from "./language-names";
import { flagOf, type LocatedEntry, LocatedError, type LocatedMap, mapOf, required, textOf, textsOf } from "./located";
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
  "metavariable-comparison": (entry) => readComparison(mapOf(entry.value, "`metavariable-comparison`"), entry.at),
  "metavariable-type": (entry) => readType(mapOf(entry.value, "`metavariable-type`"), entry.at),
  "metavariable-analysis": (entry) => readAnalysis(mapOf(entry.value, "`metavariable-analysis`"), entry.at),
  "metavariable-name": refuseName,
  "semgrep-internal-metavariable-name": refuseName,
};

/** `$X`, `$...X`, `$1`, and the names that regexes and generic patterns may bind. */
export function metavariableName(name: string, at: Place): string {
  if (/^\$(\.\.\.)?[A-Za-z_]\w*$|^\$\d+$/.test(name)) return name;
  throw new LocatedError(`\`${name}\` is no metavariable; write it as \`$NAME\`.`, at);
}

/** The name under the key `metavariable`. */
export function metavariableOf(map: LocatedMap, owner: string): string {
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
  return { type: "pattern", metavariable: metavariableOf(map, owner), ...languageOf(map), formula, at: entry.at };
}

/** What the key `language` names, where it is there. */
export function languageOf(map: LocatedMap): { readonly language?: string } {
  const entry = map.entries.get("language");
  if (!entry) return {};
  const name = textOf(entry.value, "`language`");
  const language = canonicalLanguage(name);
  if (!language) throw new LocatedError(`Unknown language \`${name}\`.`, entry.value.at);
  return { language };
}

/** `comparison` with `metavariable`, `strip` and `base`; `at` is where the condition stands. */
export function readComparison(map: LocatedMap, at: Place): Condition {
  const owner = "A comparison";
  const comparison = textOf(required(map, "comparison", owner).value, "`comparison`");
  const strip = flagOf(map.entries.get("strip"), "`strip`", false);
  const metavariable = map.entries.has("metavariable") ? metavariableOf(map, owner) : undefined;
  if (strip && !metavariable) throw new LocatedError(`${owner} with \`strip\` needs the key \`metavariable\`.`, at);
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
    at,
  };
}

/** `metavariable` with `type` or `types`, and a `language`. */
export function readType(map: LocatedMap, at: Place): Condition {
  const owner = "A condition on a type";
  const types = ["type", "types"].flatMap((key) => {
    const entry = map.entries.get(key);
    return entry ? textsOf(entry.value, `\`${key}\``) : [];
  });
  if (types.length === 0) throw new LocatedError(`${owner} needs the key \`type\` or \`types\`.`, at);
  return { type: "type", metavariable: metavariableOf(map, owner), types, ...languageOf(map), at };
}

/** `metavariable` with `analyzer`. */
export function readAnalysis(map: LocatedMap, at: Place): Condition {
  const owner = "An analysis";
  const metavariable = metavariableOf(map, owner);
  const { value } = required(map, "analyzer", owner);
  const analyzer = textOf(value, "`analyzer`");
  if (analyzer === "entropy" || analyzer === "redos") return { type: "analysis", metavariable, analyzer, at };
  const hint =
    analyzer === "entropy_v2"
      ? "The analyzer `entropy_v2` is only in Semgrep's commercial engine"
      : `Unknown analyzer \`${analyzer}\``;
  throw new LocatedError(`${hint}; use \`entropy\` or \`redos\`.`, value.at);
}

function refuseName({ at }: LocatedEntry): never {
  throw new LocatedError("Conditions on a resolved name are only in Semgrep's commercial engine.", at);
}
