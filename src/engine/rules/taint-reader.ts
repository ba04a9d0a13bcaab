// Sources, sinks, sanitizers and propagators of a rule file, in either syntax → Taint. Throws LocatedError at the first
// mistake.
import { metavariableName } from "./condition-reader";
import { FORMULA_KEYS, items, nothingToFind, readRoot } from "./formula-reader";
import { readLabelExpression } from "./label-expression";
import {
  flagOf,
  type Located,
  type LocatedEntry,
  LocatedError,
  type LocatedMap,
  mapOf,
  required,
  textOf,
  textsOf,
} from "./located";
import { readMatchBeside } from "./match-reader";
import type { Formula, Place } from "./rule";
import {
  DEFAULT_LABEL,
  type LabelExpression,
  type Propagator,
  type Sanitizer,
  type Sink,
  type SinkRequires,
  type Source,
  type Taint,
} from "./taint";

type Note = (message: string, at: Place) => void;

type PartName = "sources" | "sinks" | "sanitizers" | "propagators";

/** What the two syntaxes call the same things, and how their formulas are read. */
interface Syntax extends Readonly<Record<PartName, string>> {
  readonly notConflicting: string;
  /** The formula of an entry; `others` are the keys that may stand beside it. */
  formula(item: Located, others: readonly string[], list: string, note: Note): Formula;
}

const CLASSIC: Syntax = {
  sources: "pattern-sources",
  sinks: "pattern-sinks",
  sanitizers: "pattern-sanitizers",
  propagators: "pattern-propagators",
  notConflicting: "not_conflicting",
  formula(item, others, list, note) {
    const map = mapOf(item, `Each entry of \`${list}\``);
    for (const [key, { at }] of map.entries) {
      if (![...FORMULA_KEYS, ...others].includes(key)) note(`\`${key}\` has no meaning in \`${list}\`.`, at);
    }
    return readRoot(map, `An entry of \`${list}\``, { fragment: false });
  },
};

const NEWER: Syntax = {
  sources: "sources",
  sinks: "sinks",
  sanitizers: "sanitizers",
  propagators: "propagators",
  notConflicting: "not-conflicting",
  formula(item, others, list) {
    const formula = readMatchBeside(item, others, { fragment: false });
    if (formula.type === "not") throw nothingToFind(`An entry of \`${list}\``, item.at);
    return formula;
  },
};

/** The keys that only a rule in taint mode has, in the older syntax. */
export const TAINT_KEYS: readonly string[] = [CLASSIC.sources, CLASSIC.sinks, CLASSIC.sanitizers, CLASSIC.propagators];

/**
 * What a rule in taint mode says: under `taint`, or under `pattern-sources` and the like.
 * @param note told what has no effect, though the rule runs
 */
export function readTaint(rule: LocatedMap, at: Place, note: Note): Taint {
  const newer = rule.entries.get("taint");
  return newer
    ? new TaintReader(NEWER, note).read(mapOf(newer.value, "`taint`"), "`taint`", newer.at)
    : new TaintReader(CLASSIC, note).read(rule, "A rule in taint mode", at);
}

class TaintReader {
  constructor(
    private readonly syntax: Syntax,
    private readonly note: Note,
  ) {}

  read(map: LocatedMap, owner: string, at: Place): Taint {
    const { sources, sinks, sanitizers, propagators } = this.syntax;
    const part = <Part>(entry: LocatedEntry | undefined, key: string, read: (item: Located) => Part): Part[] => {
      if (!entry) return [];
      if (entry.value.type !== "list") throw new LocatedError(`\`${key}\` must be a list.`, entry.value.at);
      return entry.value.items.map(read);
    };
    const needed = <Part>(key: string, read: (item: Located) => Part): Part[] => {
      const entry = required(map, key, owner);
      const parts = part(entry, key, read);
      if (parts.length === 0) this.note(`\`${key}\` is empty, so the rule finds nothing.`, entry.at);
      return parts;
    };
    return {
      type: "taint",
      sources: needed(sources, (item) => this.source(item)),
      sinks: needed(sinks, (item) => this.sink(item)),
      sanitizers: part(map.entries.get(sanitizers), sanitizers, (item) => this.sanitizer(item)),
      propagators: part(map.entries.get(propagators), propagators, (item) => this.propagator(item)),
      at,
    };
  }

  private source(item: Located): Source<Formula> {
    const formula = this.formula(item, SOURCE_KEYS, "sources");
    const entries = entriesOf(item);
    const requires = entries.get("requires");
    const values = entries.get("caveat_values");
    const under = entries.get("caveat_under");
    return {
      formula,
      exact: flagOf(entries.get("exact"), "`exact`", values !== undefined),
      ...(values && { values: textsOf(values.value, "`caveat_values`").map((each) => each.toLowerCase()) }),
      ...(under && { under: textOf(under.value, "`caveat_under`") }),
      bySideEffect: readBySideEffect(entries.get("by-side-effect")),
      control: flagOf(entries.get("control"), "`control`", false),
      label: readLabel(entries.get("label")) ?? DEFAULT_LABEL,
      ...(requires && { requires: readRequires(requires.value) }),
    };
  }

  private sink(item: Located): Sink<Formula> {
    const formula = this.formula(item, ["exact", "at-exit", "requires"], "sinks");
    const entries = entriesOf(item);
    const requires = entries.get("requires");
    return {
      formula,
      exact: flagOf(entries.get("exact"), "`exact`", true),
      atExit: flagOf(entries.get("at-exit"), "`at-exit`", false),
      ...(requires && { requires: readSinkRequires(requires.value) }),
    };
  }

  private sanitizer(item: Located): Sanitizer<Formula> {
    const { notConflicting } = this.syntax;
    const formula = this.formula(item, ["exact", "by-side-effect", notConflicting], "sanitizers");
    const entries = entriesOf(item);
    return {
      formula,
      exact: flagOf(entries.get("exact"), "`exact`", false),
      bySideEffect: flagOf(entries.get("by-side-effect"), "`by-side-effect`", false),
      notConflicting: flagOf(entries.get(notConflicting), `\`${notConflicting}\``, false),
    };
  }

  private propagator(item: Located): Propagator<Formula> {
    const map = mapOf(item, `Each entry of \`${this.syntax.propagators}\``);
    const others = ["from", "to", "by-side-effect", "label", "replace-labels", "requires"];
    const formula = this.formula(item, others, "propagators");
    const from = required(map, "from", "A propagator");
    const to = required(map, "to", "A propagator");
    const label = readLabel(map.entries.get("label"));
    const replaced = map.entries.get("replace-labels");
    const requires = map.entries.get("requires");
    return {
      formula,
      from: metavariableName(textOf(from.value, "`from`"), from.value.at),
      to: metavariableName(textOf(to.value, "`to`"), to.value.at),
      bySideEffect: flagOf(map.entries.get("by-side-effect"), "`by-side-effect`", true),
      ...(label !== undefined && { label }),
      ...(replaced && { replaceLabels: textsOf(replaced.value, "`replace-labels`") }),
      ...(requires && { requires: readRequires(requires.value) }),
      at: { from: from.at, to: to.at },
    };
  }

  private formula(item: Located, others: readonly string[], list: PartName): Formula {
    return this.syntax.formula(item, others, this.syntax[list], this.note);
  }
}

const SOURCE_KEYS = ["exact", "by-side-effect", "control", "label", "requires", "caveat_values", "caveat_under"];

function readBySideEffect(entry: LocatedEntry | undefined): Source<Formula>["bySideEffect"] {
  const value = entry?.value;
  if (!value) return "no";
  if (value.type === "scalar" && value.value === "only") return "only";
  if (value.type === "scalar" && typeof value.value === "boolean") return value.value ? "yes" : "no";
  throw new LocatedError("`by-side-effect` must be true, false or only.", value.at);
}

function readLabel(entry: LocatedEntry | undefined): string | undefined {
  return entry && textOf(entry.value, "`label`").trim();
}

function readRequires(value: Located): LabelExpression {
  return readLabelExpression(textOf(value, "`requires`"), value.at);
}

/** An expression, or a list of `$X: expression`. */
function readSinkRequires(value: Located): SinkRequires {
  if (value.type === "scalar") return { type: "all", expression: readRequires(value) };
  const maps = value.type === "list" ? items(value, "requires") : [value];
  const parts = maps.flatMap((item) =>
    [...mapOf(item, "Each entry of `requires`").entries].map(([name, entry]) => ({
      metavariable: metavariableName(name, entry.at),
      expression: readRequires(entry.value),
    })),
  );
  return { type: "each", parts };
}

/** A pattern's text alone says nothing more. */
function entriesOf(item: Located): LocatedMap["entries"] {
  return item.type === "map" ? item.entries : new Map();
}
