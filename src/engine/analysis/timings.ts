// What rules cost, since the engine began.

export interface RuleTiming {
  readonly ruleId: string;
  readonly milliseconds: number;
  readonly findings: number;
  /** Of matching, counted: the same on every machine. */
  readonly steps: number;
}

export class Timings {
  private readonly byRule = new Map<string, { -readonly [Part in keyof RuleTiming]: RuleTiming[Part] }>();

  readonly add = (ruleId: string, milliseconds: number, findings: number, steps: number): void => {
    let sum = this.byRule.get(ruleId);
    if (!sum) {
      sum = { ruleId, milliseconds: 0, findings: 0, steps: 0 };
      this.byRule.set(ruleId, sum);
    }
    sum.milliseconds += milliseconds;
    sum.findings += findings;
    sum.steps += steps;
  };

  /** The most costly first. */
  all(): readonly RuleTiming[] {
    return [...this.byRule.values()].map((sum) => ({ ...sum })).sort((a, b) => b.milliseconds - a.milliseconds);
  }
}
