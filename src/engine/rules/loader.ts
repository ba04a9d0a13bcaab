// Rule files in Semgrep's syntax, YAML or JSON, as people write them → rules, and what is wrong with the others.
import { gt, lt, valid } from "semver";
import { languageNamed } from "../languages";
import { FORMULA_KEYS, nothingToFind, readRoot } from "./formula-reader";
import { canonicalLanguage, TEXT_LANGUAGES } from "./language-names";
import {
  type Located,
  type LocatedEntry,
  LocatedError,
  type LocatedMap,
  mapOf,
  plain,
  readLocated,
  required,
  textOf,
  textsOf,
} from "./located";
import { readMatch } from "./match-reader";
import { confidenceOf, isRecord, normalizeMetadata, SEVERITY_BY_NAME, tierOf } from "./metadata";
import type { FixRegex, Formula, Place, Rule, RuleError } from "./rule";
import { type SharedTexts, withShared } from "./shared";
import type { Taint } from "./taint";
import { readTaint, TAINT_KEYS } from "./taint-reader";

export interface LoadOptions {
  readonly builtIn: boolean;
  /** What `shared` in the built-in rules stands for; other rules have none. */
  readonly shared?: SharedTexts;
}

export interface LoadedRules {
  readonly rules: readonly Rule[];
  readonly errors: readonly RuleError[];
  /** What part of a rule is not run, though the rule is. */
  readonly notes: readonly RuleError[];
}

/** The version of Semgrep whose rule language this is; `min-version` and `max-version` are compared with it. */
const languageVersion = "1.182.0";

const severityNames = [...SEVERITY_BY_NAME.keys()].join(", ");

/** Modes and keys that ask for something else than is run, and what to say about them. */
const otherModes: Readonly<Record<string, string>> = {
  join: "Rules of mode `join` are not supported.",
  step: "Rules of mode `step` are not supported.",
  extract: "Rules of mode `extract` are not supported; Semgrep extracts nothing any more either.",
};
const otherKeys: Readonly<Record<string, string>> = {
  join: otherModes.join!,
  steps: otherModes.step!,
  extract: otherModes.extract!,
  "r2c-internal-project-depends-on": "Rules about dependencies are not run yet.",
};

/**
 * Reads one rule file. Never throws: a mistake that belongs to a rule with an id costs that rule, any other mistake
 * (bad syntax, a duplicate key, no list of rules, a rule without id) the whole file. `file` only names it in errors.
 */
export function loadRules(text: string, file: string, options: LoadOptions): LoadedRules {
  let nodes: readonly Located[];
  try {
    nodes = ruleList(readLocated(text));
    for (const node of nodes) readId(mapOf(node, "A rule"));
  } catch (error) {
    return { rules: [], errors: [fault(error, file)], notes: [] };
  }
  const rules: Rule[] = [];
  const errors: RuleError[] = [];
  const notes: RuleError[] = [];
  const ids = new Set<string>();
  for (const node of nodes) {
    const map = mapOf(node, "A rule");
    const id = readId(map);
    try {
      if (ids.has(id.text)) {
        if (options.builtIn)
          throw new LocatedError(`The id \`${id.text}\` is used twice; only the first rule runs.`, id.at);
        notes.push({
          file,
          ruleId: id.text,
          message: `The id \`${id.text}\` is used twice; both rules run.`,
          at: id.at,
        });
      }
      ids.add(id.text);
      const whole = options.shared ? mapOf(withShared(map, options.shared), "A rule") : map;
      const note = (message: string, at: Place): void => void notes.push({ file, ruleId: id.text, message, at });
      const rule = isForAnotherVersion(whole) ? undefined : readRule(whole, id.text, options.builtIn, note);
      if (rule) rules.push(rule);
    } catch (error) {
      errors.push(fault(error, file, id.text));
    }
  }
  return { rules, errors, notes };
}

/**
 * Joins the rules of several files. As in Semgrep, rules may share an id, and the same rule read twice runs once; but an id
 * of a built-in rule is taken.
 */
export function mergeRules(files: readonly { readonly file: string; readonly rules: readonly Rule[] }[]): LoadedRules {
  const owners = new Map<string, { readonly file: string; readonly builtIn: boolean; readonly texts: Set<string> }>();
  const rules: Rule[] = [];
  const errors: RuleError[] = [];
  for (const { file, rules: own } of files) {
    for (const rule of own) {
      const owner = owners.get(rule.id) ?? { file, builtIn: rule.builtIn, texts: new Set() };
      const text = owners.has(rule.id) || !rule.builtIn ? withoutPlaces(rule) : "";
      if (owners.has(rule.id) && (owner.builtIn || rule.builtIn)) {
        const message = `The id \`${rule.id}\` is already used by a rule of ${owner.file}.`;
        errors.push({ file, ruleId: rule.id, message });
      } else if (!owner.texts.has(text)) {
        rules.push(rule);
      }
      owner.texts.add(text);
      owners.set(rule.id, owner);
    }
  }
  return { rules, errors, notes: [] };
}

function withoutPlaces(rule: Rule): string {
  return JSON.stringify(rule, (key, value: unknown) => (key === "at" ? undefined : value));
}

function fault(error: unknown, file: string, ruleId?: string): RuleError {
  if (!(error instanceof LocatedError)) throw error;
  return { file, ...(ruleId === undefined ? {} : { ruleId }), message: error.message, at: error.at };
}

function ruleList(root: Located): readonly Located[] {
  const rules = root.type === "map" ? root.entries.get("rules")?.value : undefined;
  if (rules?.type === "list") return rules.items;
  throw new LocatedError("A rule file must have a list of rules under the key `rules`.", rules?.at ?? root.at);
}

function readId(map: LocatedMap): { text: string; at: Located["at"] } {
  const { value } = required(map, "id", "A rule");
  const text = textOf(value, "`id`");
  if (/^[a-zA-Z0-9._-]+$/.test(text)) return { text, at: value.at };
  throw new LocatedError("`id` may hold only letters, digits, dots, underscores and hyphens.", value.at);
}

function isForAnotherVersion(map: LocatedMap): boolean {
  const bound = (key: string) => {
    const entry = map.entries.get(key);
    if (!entry) return undefined;
    const version = textOf(entry.value, `\`${key}\``);
    if (!valid(version)) throw new LocatedError(`\`${key}\` must be a version such as 1.50.0.`, entry.value.at);
    return version;
  };
  const least = bound("min-version");
  const most = bound("max-version");
  return (least !== undefined && lt(languageVersion, least)) || (most !== undefined && gt(languageVersion, most));
}

/** `undefined` for a rule whose severity is never reported. */
function readRule(map: LocatedMap, id: string, builtIn: boolean, note: Note): Rule | undefined {
  const mode = readMode(map);
  const message = textOf(required(map, "message", "A rule").value, "`message`");
  const severityNode = required(map, "severity", "A rule").value;
  const severityName = textOf(severityNode, "`severity`");
  if (!SEVERITY_BY_NAME.has(severityName)) {
    throw new LocatedError(`Unknown severity \`${severityName}\`; use one of ${severityNames}.`, severityNode.at);
  }
  const languages = readLanguages(required(map, "languages", "A rule"), note);
  const formula = mode.taint ? readFlow(map, mode.at, languages, note) : readSearch(map, languages);
  const severity = SEVERITY_BY_NAME.get(severityName);
  if (!severity) return undefined;

  const metadataEntry = map.entries.get("metadata");
  const metadata = normalizeMetadata(metadataEntry && plain(metadataEntry.value));
  const options = map.entries.get("options");
  const optionValues = options ? plain(options.value) : {};
  const fix = map.entries.get("fix");
  const fixRegex = map.entries.get("fix-regex");
  return {
    id,
    aliases: metadata.caveat?.aliases ?? [],
    message: message.trim(),
    severity,
    confidence: confidenceOf(metadata),
    tier: tierOf(metadata),
    languages,
    formula,
    ...(map.entries.has(mode.taint ? "taint" : "match") ? { syntax: "match" as const } : {}),
    ...(fix ? { fix: textOf(fix.value, "`fix`").trim() } : {}),
    ...(fixRegex ? { fixRegex: readFixRegex(fixRegex) } : {}),
    paths: readPaths(map.entries.get("paths")),
    options: isRecord(optionValues) ? optionValues : {},
    metadata,
    builtIn,
  };
}

interface Mode {
  readonly taint: boolean;
  readonly at: Place;
}

function readMode(map: LocatedMap): Mode {
  const mode = map.entries.get("mode");
  const name = mode && textOf(mode.value, "`mode`");
  if (mode && name !== undefined && name !== "search" && name !== "taint") {
    throw new LocatedError(otherModes[name] ?? `Unknown mode \`${name}\`.`, mode.value.at);
  }
  for (const [key, entry] of map.entries) {
    if (Object.hasOwn(otherKeys, key)) throw new LocatedError(otherKeys[key]!, entry.at);
  }
  const newer = map.entries.get("taint");
  return { taint: name === "taint" || newer !== undefined, at: newer?.at ?? mode?.value.at ?? map.at };
}

/** A formula in either syntax. */
function readSearch(map: LocatedMap, languages: readonly string[]): Formula {
  const read = readFormula(map);
  return languages.includes("regex") ? onText(read) : read;
}

function readFlow(map: LocatedMap, at: Place, languages: readonly string[], note: Note): Taint {
  const textual = languages.find((language) => TEXT_LANGUAGES.has(language));
  if (textual) throw new LocatedError(`Taint mode follows code, and \`${textual}\` stands for any text.`, at);
  return readTaint(map, at, note);
}

function readFormula(map: LocatedMap): Formula {
  const match = map.entries.get("match");
  const other = FORMULA_KEYS.find((key) => map.entries.has(key));
  const flow = TAINT_KEYS.find((key) => map.entries.has(key));
  if (!match && !other && flow) {
    throw new LocatedError(`A rule with \`${flow}\` needs \`mode: taint\`.`, map.entries.get(flow)?.at ?? map.at);
  }
  if (!match) return readRoot(map, "A rule", { fragment: false });
  if (other) {
    throw new LocatedError(`A rule has both \`match\` and \`${other}\`; only one can be its formula.`, match.at);
  }
  const formula = readMatch(match.value, { fragment: false });
  if (formula.type === "not") throw nothingToFind("`match`", match.at);
  return formula;
}

type Note = (message: string, at: Place) => void;

/** Canonical names; those that are not run are told, and an error where none is. */
function readLanguages(entry: LocatedEntry, note: Note): string[] {
  if (entry.value.type !== "list" || entry.value.items.length === 0) {
    throw new LocatedError("`languages` must be a list with at least one language.", entry.value.at);
  }
  const languages = entry.value.items.map((item) => {
    const name = textOf(item, "Each entry of `languages`");
    const canonical = canonicalLanguage(name);
    if (!canonical) throw new LocatedError(`Unknown language \`${name}\`.`, item.at);
    return canonical;
  });
  const unique = [...new Set(languages)];
  const textual = unique.find((language) => TEXT_LANGUAGES.has(language));
  if (textual && unique.length > 1) {
    throw new LocatedError(`\`${textual}\` cannot be mixed with other languages.`, entry.value.at);
  }
  const idle = unique.filter((language) => !TEXT_LANGUAGES.has(language) && !languageNamed(language));
  const listed = idle.map((language) => `\`${language}\``).join(", ");
  if (idle.length === unique.length) {
    throw new LocatedError(`No language of the rule is supported: ${listed}.`, entry.value.at);
  }
  if (idle.length > 0) note(`Not supported, and so not run: ${listed}.`, entry.value.at);
  return unique;
}

/**
 * The formula of a rule for any text, which has no grammar that could parse a code pattern: what `pattern-inside` and the
 * like say is a regular expression there, as in Semgrep.
 */
function onText(formula: Formula): Formula {
  switch (formula.type) {
    case "pattern": {
      const at = formula.at ?? { line: 0, column: 0 };
      throw new LocatedError("A rule for the language `regex` can only use `pattern-regex`.", at);
    }
    case "any":
      return { ...formula, formulas: formula.formulas.map(onText) };
    case "all":
      return {
        ...formula,
        positives: formula.positives.map(onText),
        negatives: formula.negatives.map(onText),
        conditions: formula.conditions.map((condition) =>
          condition.type === "pattern" && !condition.language
            ? { ...condition, formula: onText(condition.formula) }
            : condition,
        ),
      };
    case "regex":
    case "not-regex":
      return formula;
    default: {
      const { formula: inner } = formula;
      const { type, at } = inner;
      const isText = type === "pattern";
      return {
        ...formula,
        formula: isText ? { type: "regex", regex: inner.pattern, ...(at && { at }) } : onText(inner),
      };
    }
  }
}

function readFixRegex(entry: LocatedEntry): FixRegex {
  const map = mapOf(entry.value, "`fix-regex`");
  const regex = textOf(required(map, "regex", "`fix-regex`").value, "`regex`");
  const replacement = textOf(required(map, "replacement", "`fix-regex`").value, "`replacement`");
  const count = map.entries.get("count")?.value;
  if (!count) return { regex, replacement };
  if (count.type !== "scalar" || typeof count.value !== "number" || !Number.isInteger(count.value) || count.value < 0) {
    throw new LocatedError("`count` must be a whole number.", count.at);
  }
  return { regex, replacement, count: count.value };
}

function readPaths(entry: LocatedEntry | undefined): Rule["paths"] {
  if (!entry) return { include: [], exclude: [] };
  const map = mapOf(entry.value, "`paths`");
  const globs = (key: string) => {
    const list = map.entries.get(key);
    return list ? textsOf(list.value, `\`${key}\` of \`paths\``) : [];
  };
  return { include: globs("include"), exclude: globs("exclude") };
}
