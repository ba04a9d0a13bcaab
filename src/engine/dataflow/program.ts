// All that is analysed together: the documents of a round of rules, their functions, and where taint comes from.

import type { MatchDocument } from "../patterns/document";
import type { Match } from "../patterns/match";
import type { Constant } from "../semantics";
import { type Called, plainCall } from "./calls";
import type { FlowDocument } from "./flow-document";
import { combined } from "./fold";
import type { RoundRule } from "./marks";
import type { SourceSpec } from "./specification";
import type { Key } from "./state";
import { type Origin, Origins, type RuleMask, type Taints } from "./taints";
import type { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

export type { FlowDocument } from "./flow-document";

export class Program {
  readonly safeFunctions: RuleMask;
  readonly safeIndexes: RuleMask;
  readonly safeComparisons: RuleMask;
  readonly safeBooleans: RuleMask;
  readonly safeNumbers: RuleMask;
  /** Rules that follow assignments alone, and no operators and calls. */
  readonly safeOperators: RuleMask;
  private readonly origins = new Origins();
  /** By origin and rule: the match of the source, for its bindings. */
  private readonly matches = new Map<string, Match>();

  constructor(
    readonly rules: readonly RoundRule[],
    /** Whether the rules ask for more than Semgrep follows. */
    readonly extended: boolean,
  ) {
    const masked = (name: keyof RoundRule["options"]): RuleMask =>
      rules.reduce((mask, { rule, options }) => (options[name] === true ? mask | rule : mask), 0);
    this.safeFunctions = masked("taint_assume_safe_functions");
    this.safeIndexes = masked("taint_assume_safe_indexes");
    this.safeComparisons = masked("taint_assume_safe_comparisons");
    this.safeBooleans = masked("taint_assume_safe_booleans");
    this.safeNumbers = masked("taint_assume_safe_numbers");
    this.safeOperators = masked("taint_only_propagate_through_assignments");
  }

  sourceOrigin(document: FlowDocument, match: Match, spec: SourceSpec, rule: RuleMask): Origin {
    const { label, control } = spec;
    const key = `${document.id} ${match.start} ${match.end} ${label} ${control}`;
    const origin = this.origins.make(key, { label, control });
    const known = `${origin.id} ${rule}`;
    if (!this.matches.has(known)) this.matches.set(known, match);
    return origin;
  }

  /** The match of the source that an origin is for a rule. */
  sourceMatch(origin: Origin, rule: RuleMask): Match | undefined {
    return this.matches.get(`${origin.id} ${rule}`);
  }

  relabelled(origin: Origin, label: string): Origin {
    const made = this.origins.make(`${origin.key}\0${label}`, { ...origin, label });
    for (const { rule } of this.rules) {
      const match = this.sourceMatch(origin, rule);
      if (match) this.matches.set(`${made.id} ${rule}`, match);
    }
    return made;
  }

  /** What parts take from the whole. */
  below(taints: Taints, _key: string): Taints {
    return taints;
  }

  /** What a name holds that nothing on the way here gave a value. */
  unknown(unit: Unit, key: Key): Value {
    return unit.globals?.get(key) ?? NOTHING;
  }

  uninitialised(_unit: Unit, _row: number): Value {
    return NOTHING;
  }

  exception(_unit: Unit): Value {
    return NOTHING;
  }

  member(_unit: Unit, _row: number, _whole: Value, value: Value): Value {
    return value;
  }

  withConstant(unit: Unit, row: number, value: Value): Value {
    if (!this.extended || value.constant || value.taints.length > 0 || value.objects) return value;
    const constant: Constant | undefined = unit.document.constantOf(row);
    return constant ? { ...value, constant } : value;
  }

  slice(_unit: Unit, value: Value, _slice: number): Value {
    return value;
  }

  character(_value: Value, _at: Value): Value | undefined {
    return undefined;
  }

  combine(unit: Unit, row: number, operator: string, values: readonly Value[]): Value {
    return combined(unit, row, operator, values);
  }

  call(unit: Unit, called: Called): Value {
    return plainCall(unit, called);
  }
}

export type { MatchDocument };
