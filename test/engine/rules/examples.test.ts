/** Every rule's own examples: a bad one gives exactly one finding, a good one none, and a fix removes what it fixes. */
import { deepStrictEqual, strictEqual } from "node:assert";
import { readBuiltInRules } from "../../../src/dev/rules";
import { examplesOf } from "../../../src/engine/rules/examples";
import type { Rule } from "../../../src/engine/rules/rule";
import { type Bench, createBench, type Hit } from "./support";

/** As findings are: of one rule and range there is one. */
function findings(bench: Bench, rule: Rule, code: string): readonly Hit[] {
  return [...new Map(bench.run(rule, code).map((hit) => [`${hit.match.start}-${hit.match.end}`, hit])).values()];
}

describe("examples", () => {
  let bench: Bench;
  before(async () => {
    bench = await createBench();
  });

  // Rules in taint mode need the analyzer; `analyzer/built-in.test.ts` tries them with all others.
  for (const rule of readBuiltInRules().rules.filter(({ formula }) => formula.type !== "taint")) {
    it(rule.id, () => {
      for (const { kind, index, code } of examplesOf(rule)) {
        const found = findings(bench, rule, code);
        const expected = kind === "bad" ? 1 : 0;
        strictEqual(
          found.length,
          expected,
          `${kind} example ${index + 1}: ${found.map(({ text }) => text).join("\n---\n")}`,
        );
        for (const { fixed } of found) {
          if (fixed === undefined) continue;
          strictEqual(bench.hasErrors(fixed, rule.languages[0]!), false, `The fix does not parse:\n${fixed}`);
          const left = findings(bench, rule, fixed).map(({ text }) => text);
          deepStrictEqual(left, [], `The fix does not remove the finding:\n${fixed}`);
        }
      }
    });
  }
});
