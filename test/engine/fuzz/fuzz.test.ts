// Random patterns, rules and texts, from a fixed seed; `npm run fuzz` goes on with others.
import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { filesUnder } from "../../../src/dev/files";
import { fuzz, fuzzRuleFiles, replay, sampled } from "../../../src/dev/fuzz/try";
import { inRoot } from "../../../src/dev/paths";
import { languages } from "../../../src/engine/languages";

/** Of each language; the damage leaves about every third with a rule that can be run. */
const RUNS = 30;

describe("fuzzing", () => {
  it("knows code of every language", () => {
    const known = sampled().map(({ id }) => id);
    assert.deepEqual(
      known,
      languages.map(({ id }) => id),
    );
  });

  let found = 0;
  for (const language of sampled()) {
    it(`${language.id}: patterns, rules and texts of any form are answered, within bounds and the same each time`, async () => {
      const { ran, findings } = await fuzz(language, RUNS, 7);
      assert.ok(ran >= 5, `${ran} rules ran`);
      found += findings;
    }).timeout(60_000);
  }

  it("finds something now and then", () => assert.ok(found > 100, `${found} findings`));

  it("damaged rule files are told what is wrong, and never throw", () => {
    const files = filesUnder(inRoot("src/rules/python")).map((path) => readFileSync(path, "utf8"));
    assert.ok(fuzzRuleFiles(files, 300, 7) > 50);
  });

  for (const path of filesUnder(inRoot("test/engine/fuzz/cases"))) {
    it(`what broke once: ${path.slice(path.lastIndexOf("/") + 1)}`, () => replay(readFileSync(path, "utf8")));
  }
});
