// A text as one language reads it: the whole document, or a region of it that is in another language.
import type { Language } from "../languages";
import type { MatchDocument } from "../patterns/document";
import type { Target } from "../patterns/match";
import type { CompiledRule } from "../rules/compile";
import { Possible } from "../rules/possible";
import { couldMatch, type Literal } from "../rules/prefilter";
import type { Formula, Rule } from "../rules/rule";
import type { Range } from "../tree/tree";
import type { PreparedRules } from "./prepared-rules";

export class Part {
  /** Whether the text holds a literal, once looked for: many rules need the same. */
  private readonly held: Readonly<Record<Literal["as"], Map<string, boolean>>> = {
    name: new Map(),
    qualifier: new Map(),
    start: new Map(),
    text: new Map(),
  };

  /** @param ranges where the region stands; undefined for the whole document */
  constructor(
    private readonly text: string,
    readonly language: Language | undefined,
    readonly document: MatchDocument | undefined,
    readonly target: Target,
    private readonly ranges?: readonly Range[],
  ) {
    this.possible = document && Possible.in(document.interner);
  }

  get isWhole(): boolean {
    return this.ranges === undefined;
  }

  /** Whether a range lies between the region's first character and its last. */
  contains({ start, end }: Range): boolean {
    const { ranges } = this;
    return !ranges || (ranges[0]!.start <= start && end <= ranges.at(-1)!.end);
  }

  /** A rule not yet compiled is compiled only where the names that it calls occur. */
  mayMatch(rule: Rule, rules: PreparedRules): boolean {
    const { document } = this;
    return !document || rules.isCompiled(rule) || rules.mayMatch(rule, this.has);
  }

  /** The same of one formula of a rule. */
  may(rule: Rule, formula: Formula, rules: PreparedRules): boolean {
    const { document } = this;
    return !document || rules.isCompiled(rule) || rules.may(rule, formula, this.has);
  }

  /** What it may match by the names that its code holds. */
  readonly possible: Possible | undefined;

  couldMatch({ required }: CompiledRule): boolean {
    return couldMatch(required, this.has);
  }

  readonly has = ({ text, as }: Literal): boolean => {
    const { document } = this;
    if (document && as === "name") return document.interner.find(text) > 0;
    const asked = document ? as : "text";
    const known = this.held[asked];
    let held = known.get(text);
    if (held === undefined) {
      held = this.holds(text, asked);
      known.set(text, held);
    }
    return held;
  };

  private holds(text: string, as: Literal["as"]): boolean {
    const { document } = this;
    if (!document || as === "text") return this.text.includes(text);
    return (as === "start" && document.interner.hasStart(text)) || document.mayQualify(text);
  }
}
