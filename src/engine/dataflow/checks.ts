// What a function has checked of its parameters: always, where it gives true, and where it gives false.
import { answerIn, answerOf } from "./answers";
import { assume } from "./guards";
import type { Key } from "./state";
import type { RuleMask } from "./taints";
import type { Unit } from "./unit";
import { NOTHING, type Value } from "./values";

type Masks = Map<number, RuleMask>;

export class Checks {
  private whenever: Masks | undefined;
  private true_: Masks | undefined;
  private false_: Masks | undefined;

  /** @param keys of the parameters, in order */
  constructor(private readonly keys: readonly Key[]) {}

  /** The function is left here with a value, that of the expression at `row` where there is one. */
  note(unit: Unit, value: Value, row: number): void {
    if (!unit.extended) return;
    this.whenever = both(this.whenever, this.masks(unit));
    const answer = answerIn(unit.document, row);
    // A function that ends without a value gives nothing.
    const truth = row < 0 ? false : answerOf(unit, answer, answer === row ? value : NOTHING);
    for (const holds of [true, false]) {
      if (truth === !holds) continue;
      const masks = unit.aside(() => {
        assume(unit, answer, holds);
        return this.masks(unit);
      });
      if (holds) this.true_ = both(this.true_, masks);
      else this.false_ = both(this.false_, masks);
    }
  }

  /** By parameter: rules for which it is harmless once the function is through. */
  get always(): ReadonlyMap<number, RuleMask> {
    return this.whenever ?? new Map();
  }

  /** The same where it gives true, or false. */
  when(holds: boolean): ReadonlyMap<number, RuleMask> {
    return (holds ? this.true_ : this.false_) ?? new Map();
  }

  private masks({ state }: Unit): Masks {
    const masks: Masks = new Map();
    for (const [index, key] of this.keys.entries()) {
      const checked = state.get(key)?.checked ?? 0;
      if (checked !== 0) masks.set(index, checked);
    }
    return masks;
  }
}

/** What holds on both ways. */
function both(left: Masks | undefined, right: Masks): Masks {
  if (!left) return right;
  const masks: Masks = new Map();
  for (const [index, rules] of left) {
    const common = rules & (right.get(index) ?? 0);
    if (common !== 0) masks.set(index, common);
  }
  return masks;
}
