// Turns what was recorded of an evaluation into a tree that says which parts of the formula held at a place.
import { type ExplainedMatch, type ExplainedPart, MOST_MATCHES, type Verdict } from "../findings/explanation";
import type { Range } from "../findings/finding";
import type { Bindings, Pattern } from "../patterns/match";
import type { CompiledAll, CompiledCondition, CompiledFormula } from "./compile";
import { type Candidate, contains, inOrder } from "./ranges";
import type { Recorder } from "./recorder";
import type { Rule } from "./rule";

interface Step {
  readonly before: readonly Candidate[] | undefined;
  readonly after: readonly Candidate[];
}

interface Judgement {
  readonly candidate: Candidate;
  readonly held: boolean;
}

/** Keeps what one evaluation tells. */
export class Recording implements Recorder {
  private readonly matches = new Map<object, Candidate[]>();
  private readonly steps = new Map<object, Step>();
  private readonly last = new Map<object, readonly Candidate[]>();
  private readonly judgements = new Map<object, Judgement[]>();

  found(part: object, candidates: readonly Candidate[]): void {
    const known = this.matches.get(part);
    if (known) known.push(...candidates);
    else this.matches.set(part, [...candidates]);
    this.last.delete(part);
  }

  /** The block of a `metavariable-pattern` is evaluated once for each candidate: the steps add up. */
  left(block: CompiledFormula, part: object, candidates: readonly Candidate[]): void {
    const known = this.steps.get(part);
    const before = this.last.get(block);
    this.steps.set(part, {
      before: before && [...(known?.before ?? []), ...before],
      after: [...(known?.after ?? []), ...candidates],
    });
    this.last.set(block, candidates);
  }

  judged(condition: CompiledCondition, candidate: Candidate, held: boolean): void {
    const known = this.judgements.get(condition) ?? [];
    this.judgements.set(condition, [...known, { candidate, held }]);
  }

  foundBy(part: object): readonly Candidate[] {
    return this.matches.get(part) ?? [];
  }

  stepOf(part: object): Step | undefined {
    return this.steps.get(part);
  }

  judgementsOf(condition: object): readonly Judgement[] {
    return this.judgements.get(condition) ?? [];
  }
}

/** A formula's tree with its verdicts at a place, in the words of the rule's syntax; `recording` is of one evaluation of it. */
export function explainFormula(
  formula: CompiledFormula,
  { syntax }: Rule,
  recording: Recording,
  place: Range,
): ExplainedPart {
  return new Explainer(recording, place, syntax === "match" ? NEWER : CLASSIC).part(formula);
}

class Explainer {
  constructor(
    private readonly recording: Recording,
    private readonly place: Range,
    private readonly names: Names,
  ) {}

  part(formula: CompiledFormula): ExplainedPart {
    const parts = this.partsOf(formula);
    const own = this.simple(
      this.names.operators[formula.type],
      textOf(formula),
      this.recording.foundBy(formula),
      parts,
    );
    return formula.type === "all" ? { ...own, notes: [...own.notes, ...this.focusNotes(formula, own.verdict)] } : own;
  }

  private partsOf(formula: CompiledFormula): readonly ExplainedPart[] {
    switch (formula.type) {
      case "any":
        return formula.formulas.map((part) => this.part(part));
      case "inside":
        return isLeaf(formula.formula) ? [] : [this.part(formula.formula)];
      case "all":
        return this.block(formula);
      default:
        return [];
    }
  }

  private simple(
    operator: string,
    text: string,
    found: readonly Candidate[],
    parts: readonly ExplainedPart[] = [],
  ): ExplainedPart {
    const here = this.at(found);
    const nearest = here.length > 0 ? undefined : this.nearest(found);
    return {
      operator,
      text,
      condition: false,
      // Where it stands does not matter there.
      verdict: here.length > 0 || (operator === "anywhere" && found.length > 0) ? "yes" : "no",
      matches: found.length,
      here: inOrder(here).slice(0, MOST_MATCHES).map(shown),
      ...(nearest ? { nearest: shown(nearest) } : {}),
      notes: [],
      parts,
    };
  }

  private block(formula: CompiledAll): ExplainedPart[] {
    return [
      ...formula.positives.map((part) => this.combined(this.part(part), part)),
      ...formula.selectors.map((pattern) => this.selector(pattern)),
      ...formula.negatives.map((part) => this.negative(part)),
      ...formula.conditions.map((condition) => this.condition(condition)),
    ];
  }

  /** It is looked for only inside what the parts before it found. */
  private selector(pattern: Pattern): ExplainedPart {
    if (this.at(this.recording.stepOf(pattern)?.before ?? []).length === 0) {
      const notes = ["Nothing was left here in which it could be looked for."];
      const nothing = { condition: false, verdict: "open", matches: 0, here: [], parts: [] } as const;
      return { ...nothing, operator: "pattern", text: pattern.source, notes };
    }
    return this.combined(this.simple("pattern", pattern.source, this.recording.foundBy(pattern)), pattern);
  }

  /** A positive part may match at the place and yet not go together with the parts before it. */
  private combined(explained: ExplainedPart, part: object): ExplainedPart {
    const { before, after } = this.recording.stepOf(part) ?? { before: undefined, after: [] };
    const anywhere = explained.operator === "anywhere";
    const own = anywhere ? this.recording.foundBy(part) : this.at(this.recording.foundBy(part));
    if (explained.verdict !== "yes" || !before || this.at(after).length > 0) return explained;
    const others = this.at(before);
    // What the parts before it lack is said with them.
    if (others.length === 0) return explained;
    return { ...explained, verdict: "no", notes: [...explained.notes, disagreement(others, own, anywhere)] };
  }

  private negative(formula: CompiledFormula): ExplainedPart {
    const explained = this.part(formula);
    const { before = [], after } = this.recording.stepOf(formula) ?? { after: [] };
    const had = this.at(before).length;
    const kept = this.at(after).length;
    const notes =
      had === 0
        ? ["Nothing was left here that it could exclude."]
        : kept === had
          ? []
          : [
              `It excludes ${kept === 0 ? "everything" : `${had - kept} of ${had} matches`} that the parts above found here.`,
            ];
    const verdict: Verdict = had === 0 ? "open" : kept === 0 ? "no" : "yes";
    const { nearest: _, ...rest } = explained;
    return { ...rest, operator: this.names.negated[formula.type], verdict, notes, parts: explained.parts };
  }

  private condition(condition: CompiledCondition): ExplainedPart {
    const all = this.recording.judgementsOf(condition);
    const here = all.filter(({ candidate }) => touches(candidate, this.place));
    const verdict: Verdict = here.length === 0 ? "open" : here.some(({ held }) => held) ? "yes" : "no";
    const told = here.filter(({ held }) => held === (verdict === "yes"));
    const values = [...new Set(told.map(({ candidate }) => valuesOf(condition, candidate.bindings)))];
    return {
      operator: this.names.condition(condition.type),
      condition: true,
      text: describe(condition),
      verdict,
      matches: all.length,
      here: told.slice(0, MOST_MATCHES).map(({ candidate }) => shown(candidate)),
      notes: here.length === 0 ? ["Nothing was left here for it to judge."] : values.slice(0, MOST_MATCHES),
      parts: condition.type === "pattern" ? this.inner(condition, told[0]?.candidate) : [],
    };
  }

  /** The formula of a `metavariable-pattern`, judged on all that the metavariable stands for. */
  private inner(condition: CompiledCondition & { type: "pattern" }, candidate: Candidate | undefined): ExplainedPart[] {
    const binding = candidate?.bindings.get(condition.metavariable);
    // Offsets in a text that was read as another language are none of the file's.
    if (!binding || condition.language !== undefined) return [];
    return [new Explainer(this.recording, binding, this.names).part(condition.formula)];
  }

  private focusNotes({ focus, type }: CompiledAll, verdict: Verdict): string[] {
    if (type !== "all" || focus.length === 0 || verdict === "yes") return [];
    const names = focus.map((list) => `\`${list.join("`, `")}\``).join(" and ");
    return [`What is reported is narrowed to ${names} (\`focus-metavariable\`), which may stand elsewhere.`];
  }

  private at(candidates: readonly Candidate[]): readonly Candidate[] {
    return candidates.filter((candidate) => touches(candidate, this.place));
  }

  private nearest(candidates: readonly Candidate[]): Candidate | undefined {
    const distance = ({ start, end }: Range): number => Math.max(start - this.place.end, this.place.start - end);
    return candidates.reduce<Candidate | undefined>(
      (best, candidate) => (best && distance(best) <= distance(candidate) ? best : candidate),
      undefined,
    );
  }
}

const touches = (range: Range, place: Range): boolean => range.start <= place.end && place.start <= range.end;

const isLeaf = ({ type }: CompiledFormula): boolean => type === "pattern" || type === "regex";

/** What rule files call the parts of a formula. */
interface Names {
  readonly operators: Readonly<Record<CompiledFormula["type"], string>>;
  readonly negated: Readonly<Record<CompiledFormula["type"], string>>;
  condition(type: CompiledCondition["type"]): string;
}

const CLASSIC: Names = {
  operators: {
    pattern: "pattern",
    regex: "pattern-regex",
    any: "pattern-either",
    inside: "pattern-inside",
    anywhere: "anywhere",
    all: "patterns",
  },
  negated: {
    pattern: "pattern-not",
    regex: "pattern-not-regex",
    any: "pattern-not",
    inside: "pattern-not-inside",
    anywhere: "not anywhere",
    all: "pattern-not",
  },
  condition: (type) => `metavariable-${type}`,
};

/** In the newer syntax, under `match`. */
const NEWER: Names = {
  operators: { pattern: "pattern", regex: "regex", any: "any", inside: "inside", anywhere: "anywhere", all: "all" },
  negated: {
    pattern: "not",
    regex: "not regex",
    any: "not any",
    inside: "not inside",
    anywhere: "not anywhere",
    all: "not all",
  },
  condition: (type) => (type === "comparison" ? "where comparison" : "where metavariable"),
};

function textOf(formula: CompiledFormula): string {
  if (formula.type === "pattern") return formula.pattern.source.trim();
  if (formula.type === "regex") return formula.regex.source;
  return "formula" in formula ? textOf(formula.formula) : "";
}

function describe(condition: CompiledCondition): string {
  switch (condition.type) {
    case "regex":
      return `${condition.metavariable}: ${condition.regex.source}`;
    case "comparison":
      return condition.source;
    case "pattern":
      return condition.language === undefined
        ? condition.metavariable
        : `${condition.metavariable} as ${condition.language}`;
    case "type":
      return `${condition.metavariable}: ${condition.types.map(({ source }) => source).join(", ")}`;
    case "analysis":
      return `${condition.metavariable}: ${condition.analyzer}`;
  }
}

/** What a condition judged: the texts of its metavariables. */
function valuesOf(condition: CompiledCondition, bindings: Bindings): string {
  const named = condition.type === "comparison" ? (condition.source.match(/\$\w+/g) ?? []) : [condition.metavariable];
  const texts = [...new Set(named)].map((name) => {
    const binding = bindings.get(name);
    return binding ? `\`${name}\` is \`${brief(binding.text)}\`` : `\`${name}\` is not bound`;
  });
  return texts.length > 0 ? `${texts.join(", ")}.` : "";
}

/** Why matches at the same place do not go together. */
function disagreement(before: readonly Candidate[], own: readonly Candidate[], anywhere: boolean): string {
  for (const left of before) {
    for (const right of own) {
      if (!anywhere && !contains(left, right) && !contains(right, left)) continue;
      for (const [name, { text }] of left.bindings) {
        const other = right.bindings.get(name)?.text;
        if (other !== undefined && other !== text) {
          return `It matches ${anywhere ? "" : "here "}with \`${name}\` as \`${brief(other)}\`, the parts above with \`${brief(text)}\`.`;
        }
      }
    }
  }
  return "It matches here, but neither around nor inside what the parts above match, or with other values.";
}

function shown({ start, end, bindings }: Candidate): ExplainedMatch {
  return { start, end, bindings: Object.fromEntries([...bindings].map(([name, { text }]) => [name, brief(text)])) };
}

/** One line that fits beside others. */
function brief(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
