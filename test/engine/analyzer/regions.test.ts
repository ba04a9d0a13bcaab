// Code of other languages is analysed where it stands, with the places of the whole text.
import * as assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inRoot } from "../../../src/dev/paths";
import { type Analyzer, createAnalyzer } from "../../../src/engine/analyzer";
import { loadRules } from "../../../src/engine/rules/loader";

const RULES = [
  { id: "eval", languages: ["javascript", "typescript"], pattern: "eval($X)" },
  { id: "twice", languages: ["javascript"], patterns: [{ pattern: "$F($X)" }, { "pattern-regex": "\\beval\\b" }] },
  { id: "piped", languages: ["bash"], pattern: "curl ... | sh" },
  { id: "shell", languages: ["python"], pattern: "os.system(...)" },
  { id: "run", languages: ["yaml"], pattern: "run: $X" },
  { id: "raw", languages: ["regex"], "pattern-regex": "eval|curl" },
].map((rule) => ({ message: "Found $X.", severity: "ERROR", ...rule }));

let analyzer: Analyzer;

before(async () => {
  const load = (file: string) => readFile(inRoot("grammars", file));
  analyzer = await createAnalyzer({ grammars: { load }, log: assert.fail });
});

after(() => analyzer.dispose());

async function found(languageId: string, text: string): Promise<string[]> {
  const { rules, errors } = loadRules(JSON.stringify({ rules: RULES }), "rules.json", { builtIn: false });
  assert.deepEqual(errors, []);
  await analyzer.ready(languageId, text);
  analyzer.open({ uri: "file", languageId, text, version: 1 });
  const steps = analyzer.analyze("file", { rules: analyzer.ruleSet(rules), today: "2026-01-01" });
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    assert.deepEqual(step.value.problems, []);
    return step.value.findings
      .filter(({ suppression }) => suppression === undefined)
      .map(({ ruleId, start, end }) => `${ruleId}: ${text.slice(start, end)}`);
  }
}

describe("regions", () => {
  it("of a workflow are the scripts of its steps, each in its shell", async () => {
    const text = `
run: curl outside | sh
jobs:
  build:
    steps:
      - uses: actions/checkout
      - name: first
        run: |
          echo "\${{ github.head_ref }}"
          curl a |
            sh
          curl b | sh # nosemgrep
      - run: curl c | sh
      - run: "curl d | sh"
      - shell: python
        run: |
          import os
          if True:
            os.system("curl")
      - run: >-
          curl e
          | sh
`;
    const all = await found("yaml", text);
    assert.deepEqual(
      all.filter((line) => !line.startsWith("raw") && !line.startsWith("run")),
      [
        "piped: curl a |\n            sh",
        "piped: curl c | sh",
        "piped: curl d | sh",
        'shell: os.system("curl")',
        "piped: curl e\n          | sh",
      ],
    );
    assert.equal(all.filter((line) => line.startsWith("raw")).length, 6, "raw texts are looked at once");
  });
});
