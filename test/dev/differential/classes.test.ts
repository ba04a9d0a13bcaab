import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCaveat } from "../../../src/dev/differential/caveat";
import {
  classOf,
  type Difference,
  type DifferenceClass,
  exampleDifferences,
  exampleFile,
  exampleRule,
  knownClasses,
  saying,
} from "../../../src/dev/differential/classes";

const classes = knownClasses();

/** The lines in which the rule of a class's example finds something in its code. */
async function foundIn(one: DifferenceClass): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), "class-"));
  try {
    writeFileSync(join(folder, exampleFile(one)), one.shown.code);
    const report = await runCaveat(JSON.stringify({ rules: [exampleRule(one)] }), folder, [exampleFile(one)]);
    assert.deepEqual([...report.refused.values()], []);
    return [...new Set(report.hits.map(({ line }) => line))].sort((a, b) => a - b);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Each stands for a difference that is there: what is mended fails here, and is to be taken from the list.
describe("classes of differences from Semgrep", () => {
  it("have names of their own, in the order of their causes", () => {
    const names = classes.map(({ name }) => name);
    assert.deepEqual([...new Set(names)], names);
    const causes = classes.map(({ cause }) => ["precise", "semgrep", "ours"].indexOf(cause));
    assert.deepEqual(
      causes,
      [...causes].sort((a, b) => a - b),
    );
    for (const { name, reason } of classes) assert.match(reason, /^[A-Z`<].*\.$/, name);
  });

  for (const one of classes) {
    it(`${one.name}: the example still differs, as it says`, async () => {
      assert.deepEqual(await foundIn(one), one.shown.caveat);
      assert.notDeepEqual(one.shown.caveat, one.shown.semgrep, "agrees with Semgrep: to be taken from the list");
    });

    it(`${one.name}: the differences of the example are its own`, () => {
      for (const difference of exampleDifferences(one)) assert.equal(classOf(classes, difference)?.name, one.name);
    });
  }
});

describe("the class of a difference", () => {
  const [shown, reason] = [{ rule: "f()", code: "", semgrep: [], caveat: [1] }, "Why."];
  const difference: Difference = {
    language: "go",
    side: "added",
    formula: { patterns: [{ pattern: "f($X)" }, { "metavariable-regex": { metavariable: "$X", regex: "a" } }] },
    text: "one\ntwo\nthree\n",
    line: 2,
  };
  const found = (more: Partial<DifferenceClass>, of = difference): string | undefined =>
    classOf([{ name: "it", cause: "ours", reason, shown, ...more }], of)?.name;

  it("is told by language, side, rule and code", () => {
    assert.equal(found({}), "it");
    assert.equal(found({ languages: ["java"] }), undefined);
    assert.equal(found({ languages: ["java", "go"] }), "it");
    assert.equal(found({ side: "missing" }), undefined);
    assert.equal(found({ rule: "^regex: a$" }), "it");
    assert.equal(found({ rule: "^pattern: a$" }), undefined);
    assert.equal(found({ code: "^one\ntwo(?![\\s\\S])" }), "it");
    assert.equal(found({ code: "three" }), undefined);
  });

  it("looks back a few lines, and no further", () => {
    const text = `start\n${"more\n".repeat(40)}end\n`;
    assert.equal(found({ code: "more\nend$" }, { ...difference, text, line: 42 }), "it");
    assert.equal(found({ code: "start" }, { ...difference, text, line: 42 }), undefined);
  });

  it("says what a formula says, a line for each text", () => {
    assert.equal(saying(difference.formula), "pattern: f($X)\nmetavariable: $X\nregex: a");
    assert.equal(saying({ pattern: "f()" }), "pattern: f()");
    assert.equal(saying({ "pattern-either": ["a", "b"], count: 3 }).trim(), "pattern-either: a\npattern-either: b");
  });
});
