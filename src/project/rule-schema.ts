// The JSON schema of rule files, for editors: which keys stand where, and what their values may be. What is wrong with a
// rule is said by the reader of rules; the schema helps to write one.
import { CPP_PREFERENCES, DEFAULT_OPTIONS } from "../engine/patterns/options";
import { DEFAULT_FLOW_OPTIONS } from "../engine/rules/flow-options";
import { LANGUAGE_NAMES } from "../engine/rules/language-names";
import { SEVERITY_BY_NAME } from "../engine/rules/metadata";

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: "string", description });
const flag = (description: string, fallback: boolean): Schema => ({ type: "boolean", default: fallback, description });
const oneOf = (words: readonly (string | boolean)[], description: string): Schema => ({
  enum: [...words],
  description,
});
const list = (items: Schema, description: string): Schema => ({ type: "array", items, description });
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const object = (properties: Readonly<Record<string, Schema>>, description: string, more: Schema = {}): Schema => ({
  type: "object",
  description,
  properties,
  ...more,
});

const METAVARIABLE: Schema = { type: "string", pattern: "^\\$", description: "A metavariable, such as $X." };
const LANGUAGE: Schema = { enum: [...LANGUAGE_NAMES] };
/** A text, or a mapping with one operator. */
const NESTED: Schema = { anyOf: [{ type: "string" }, ref("operator")] };

/** What a rule, an alternative and the formula of `metavariable-pattern` may be. */
const FORMULA: Readonly<Record<string, Schema>> = {
  pattern: text("Code to find; `$X` stands for anything, `...` for any number of items."),
  patterns: list(ref("part"), "All of these hold, for the same values of the metavariables."),
  "pattern-either": list(ref("operator"), "One of these holds."),
  "pattern-regex": text("A regular expression (PCRE2) over the file's text."),
};

/** What may stand beside them in `patterns`. */
const PARTS: Readonly<Record<string, Schema>> = {
  "pattern-inside": { ...NESTED, description: "The match lies inside one of this." },
  "pattern-not": { ...NESTED, description: "The match is none of this." },
  "pattern-not-inside": { ...NESTED, description: "The match lies inside none of this." },
  "pattern-not-regex": text("A regular expression that does not match where the match is."),
  "metavariable-regex": object(
    {
      metavariable: METAVARIABLE,
      regex: text("A regular expression (PCRE2), from the start of what the metavariable stands for."),
      "constant-propagation": flag("Looks at the value that the metavariable is known to have.", false),
    },
    "What a metavariable stands for matches a regular expression.",
    { required: ["metavariable", "regex"] },
  ),
  "metavariable-pattern": object(
    {
      metavariable: METAVARIABLE,
      language: { ...LANGUAGE, description: "Reads the text as another language." },
      ...FORMULA,
    },
    "What a metavariable stands for holds a match.",
    { required: ["metavariable"] },
  ),
  "metavariable-comparison": object(
    {
      metavariable: METAVARIABLE,
      comparison: text("A comparison in Python's syntax, such as `$X > 1024`."),
      strip: flag("Reads texts as numbers.", false),
      base: { type: "integer", description: "The base of these numbers." },
    },
    "What metavariables stand for compares so.",
    { required: ["comparison"] },
  ),
  "metavariable-type": object(
    { metavariable: METAVARIABLE, type: text("A type."), types: list({ type: "string" }, "Types.") },
    "What a metavariable stands for has a type.",
    { required: ["metavariable"] },
  ),
  "metavariable-analysis": object(
    { metavariable: METAVARIABLE, analyzer: oneOf(["entropy", "redos"], "What to look for.") },
    "What a metavariable stands for is told by an analysis.",
    { required: ["metavariable", "analyzer"] },
  ),
  "focus-metavariable": {
    anyOf: [METAVARIABLE, { type: "array", items: METAVARIABLE }],
    description: "Reports only what this metavariable stands for.",
  },
};

/** The newer syntax: formulas under `match`. */
const FORMULA_2: Readonly<Record<string, Schema>> = {
  pattern: text("Code to find."),
  regex: text("A regular expression (PCRE2) over the file's text."),
  all: list(ref("formula2"), "All of these hold."),
  any: list(ref("formula2"), "One of these holds."),
  not: { ...ref("formula2"), description: "The match is none of this." },
  inside: { ...ref("formula2"), description: "The match lies inside one of this." },
  anywhere: { ...ref("formula2"), description: "This stands somewhere in the file." },
};
const WHERE: Readonly<Record<string, Schema>> = {
  focus: { anyOf: [METAVARIABLE, { type: "array", items: METAVARIABLE }], description: "Reports only this." },
  comparison: text("A comparison in Python's syntax."),
  metavariable: METAVARIABLE,
  type: text("A type."),
  types: list({ type: "string" }, "Types."),
  analyzer: oneOf(["entropy", "redos"], "What to look for."),
  language: { ...LANGUAGE, description: "Reads the text as another language." },
  ...FORMULA_2,
};

/** A formula with what may stand beside its operator. */
const BLOCK_2: Readonly<Record<string, Schema>> = {
  ...FORMULA_2,
  where: list(object(WHERE, "A condition."), "Conditions on what was found."),
  as: { ...METAVARIABLE, description: "Binds the whole match." },
  fix: text("What a match is replaced by."),
};

const REQUIRES = text("An expression over labels, such as `A and not B`.");
const LABEL = text("A name for this kind of taint.");

/** What stands beside the formula in the entries of taint mode, in both syntaxes, but for one key that they spell apart. */
const TAINT_ENTRIES: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  source: {
    exact: flag("Only the whole match is tainted, and not what stands inside it.", false),
    "by-side-effect": oneOf(
      [true, false, "only"],
      "What is matched stays tainted from then on; `only`: not yet there.",
    ),
    control: flag("Taints by the flow of control: every later sink is reached.", false),
    label: LABEL,
    requires: REQUIRES,
    caveat_values: list(
      { type: "string" },
      "It is a source where its value is known to be one of these, in whatever case; the empty one: where there is none.",
    ),
    caveat_under: { type: "string", description: "The key under which such a value stands in a table." },
  },
  sink: {
    exact: flag("Only the whole match is a sink, and not what stands inside it.", true),
    "at-exit": flag("Is a sink only where the function is left.", false),
    requires: {
      anyOf: [REQUIRES, list({ type: "object" }, "`$X: expression`, each about what one metavariable stands for.")],
      description: "The labels that must reach the sink.",
    },
  },
  sanitizer: {
    exact: flag("Only the whole match is clean, and not what stands inside it.", false),
    "by-side-effect": flag("What is matched stays clean from then on.", false),
  },
  propagator: {
    from: { ...METAVARIABLE, description: "Where taint comes from." },
    to: { ...METAVARIABLE, description: "Where it goes." },
    "by-side-effect": flag("What `to` stands for stays tainted from then on.", true),
    label: LABEL,
    "replace-labels": list({ type: "string" }, "The labels that the new one takes the place of."),
    requires: REQUIRES,
  },
};
const NOT_CONFLICTING = flag("Does not hold where it matches just what a source or a sink does.", false);

/** The definitions of the entries, `source` and so on; in the newer syntax `source2`. */
function taintDefinitions(): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(TAINT_ENTRIES).flatMap(([name, keys]) => {
      const also = (key: string): Readonly<Record<string, Schema>> =>
        name === "sanitizer" ? { [key]: NOT_CONFLICTING } : {};
      const required = name === "propagator" ? { required: ["from", "to"] } : {};
      const classic = object({ ...FORMULA, ...keys, ...also("not_conflicting") }, `A ${name}.`, required);
      const newer = object({ ...BLOCK_2, ...keys, ...also("not-conflicting") }, `A ${name}.`, required);
      return [
        [name, classic],
        [`${name}2`, { anyOf: [{ type: "string" }, newer] }],
      ];
    }),
  );
}

const TAINT_LISTS: Readonly<Record<string, string>> = {
  sources: "Where taint begins: what someone untrusted has a hand in.",
  sinks: "Where it must not arrive.",
  sanitizers: "What it does not pass.",
  propagators: "What carries it on, beside what always does.",
};

/** `pattern-sources` and so on, or without the prefix and of the newer syntax. */
function taintLists(newer: boolean): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(TAINT_LISTS).map(([name, description]) => {
      const entry = name.slice(0, -1);
      return newer ? [name, list(ref(`${entry}2`), description)] : [`pattern-${name}`, list(ref(entry), description)];
    }),
  );
}

/** Switches of `options` that matchers and the analysis of flows know, and those of generic patterns; without what is our own. */
const SWITCHES = { ...DEFAULT_OPTIONS, ...DEFAULT_FLOW_OPTIONS, generic_caseless: false, generic_multiline: true };

/** With what holds without them, by name. */
const OPTIONS: Readonly<Record<string, Schema>> = Object.fromEntries(
  Object.entries(SWITCHES)
    .filter(([name]) => !name.startsWith("caveat_"))
    .map(([name, fallback]): readonly [string, Schema] => [
      name,
      typeof fallback === "boolean"
        ? { type: "boolean", default: fallback }
        : { ...oneOf(["sink", "source"], "Where a flow is reported."), default: fallback },
    ])
    .concat([["cpp_parsing_pref", oneOf(CPP_PREFERENCES, "What `T a(b);` in a pattern of C++ declares.")]])
    .sort(([one], [other]) => (one < other ? -1 : 1)),
);

const METADATA = object(
  {
    category: { type: "string", default: "security" },
    subcategory: list({ enum: ["vuln", "audit", "guardrail"] }, "`audit` alone makes findings hints for a reviewer."),
    confidence: oneOf(["HIGH", "MEDIUM", "LOW"], "How sure a finding is."),
    cwe: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }], description: "Such as CWE-89." },
    owasp: {
      anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
      description: "Such as A03:2021.",
    },
    references: list({ type: "string" }, "Links."),
    technology: list({ type: "string" }, "What the rule is about."),
  },
  "Free; what is known is shown with a finding.",
);

const RULE: Readonly<Record<string, Schema>> = {
  id: { type: "string", pattern: "^[a-zA-Z0-9._-]+$", description: "Names the rule; suppressions refer to it." },
  message: text("What is wrong and what to do; `$X` shows what the metavariable stands for."),
  severity: oneOf([...SEVERITY_BY_NAME.keys()], "How bad a finding is."),
  languages: {
    ...list(LANGUAGE, "The languages of the files it looks at; patterns are read in the first."),
    minItems: 1,
  },
  ...FORMULA,
  match: { ...ref("formula2"), description: "The formula in the newer syntax." },
  fix: text("What a match is replaced by."),
  "fix-regex": object(
    {
      regex: text("What is replaced within a match."),
      replacement: text("By what; `\\1` is the first group."),
      count: { type: "integer", minimum: 0, description: "How often; without it, everywhere." },
    },
    "A replacement within each match.",
    { required: ["regex", "replacement"] },
  ),
  paths: object(
    {
      include: list({ type: "string" }, "Globs of the only files it looks at."),
      exclude: list({ type: "string" }, "Globs of files it does not look at."),
    },
    "Which files it looks at.",
  ),
  options: object(OPTIONS, "How its patterns match, and what carries taint on."),
  metadata: METADATA,
  mode: oneOf(["search", "taint"], "`search` unless it says otherwise; `taint` follows values from sources to sinks."),
  ...taintLists(false),
  taint: object(taintLists(true), "Sources and sinks in the newer syntax.", { required: ["sources", "sinks"] }),
  "min-version": text("The rule is for this version of the rule language and later ones."),
  "max-version": text("The rule is for this version of the rule language and earlier ones."),
};

/** The JSON schema of rule files. Unknown keys of a rule are allowed, as the rule language has it. */
export function ruleSchema(): Record<string, unknown> {
  const single = { additionalProperties: false, minProperties: 1, maxProperties: 1 };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Rules in Semgrep's syntax",
    ...object({ rules: list(ref("rule"), "The rules.") }, "A rule file.", { required: ["rules"] }),
    definitions: {
      rule: object(RULE, "A rule.", { required: ["id", "message", "severity", "languages"] }),
      operator: object({ ...FORMULA, "pattern-inside": PARTS["pattern-inside"] ?? {} }, "One operator.", single),
      part: object({ ...FORMULA, ...PARTS }, "One operator or condition.", single),
      formula2: {
        anyOf: [{ type: "string" }, object(BLOCK_2, "A formula.")],
      },
      ...taintDefinitions(),
    },
  };
}
