// Random patterns, rules and texts, from a fixed seed; `npm run fuzz` goes on with others.
import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { filesUnder } from "../../../src/dev/files";
import { fuzz, fuzzRuleFiles, replay, sampled } from "../../../src/dev/fuzz/try";
import { inRoot } from "../../../src/dev/paths";
import { languages } from "../../../src/engine/languages";

/** Languages that have no sample yet; the list may only shrink. */
const WITHOUT_SAMPLE: ReadonlySet<string> = new Set([
  "bash",
  "java",
  "kotlin",
  "go",
  "rust",
  "terraform",
  "php",
  "ruby",
  "csharp",
  "c",
  "cpp",
  "solidity",
  "yaml",
  "dockerfile",
  "json",
  "html",
  "xml",
  "properties",
]);

describe("fuzzing", () => {
  it("knows code of every language", () => {
    const known = sampled().map(({ id }) => id);
    const lacking = languages.map(({ id }) => id).filter((id) => !known.includes(id));
    assert.deepEqual(lacking, [...WITHOUT_SAMPLE]);
  });

  for (const language of sampled()) {
    it(`${language.id}: patterns, rules and texts of any form are answered, within bounds and the same each time`, async () => {
      const { ran, findings } = await fuzz(language, 60, 7);
      assert.ok(ran > 20, `${ran} rules ran`);
      assert.ok(findings > 0, "something was found");
    }).timeout(60_000);
  }

  it("damaged rule files are told what is wrong, and never throw", () => {
    const files = filesUnder(inRoot("src/rules/python")).map((path) => readFileSync(path, "utf8"));
    assert.ok(fuzzRuleFiles(files, 300, 7) > 50);
  });

  for (const path of filesUnder(inRoot("test/engine/fuzz/cases"))) {
    it(`what broke once: ${path.slice(path.lastIndexOf("/") + 1)}`, () => replay(readFileSync(path, "utf8")));
  }
});
