// Flows over several files that change.
import assert from "node:assert/strict";
import { libraryModels, readBuiltInRules } from "../../../src/dev/rules";
import { type Analyzer, createAnalyzer, type RuleSet } from "../../../src/engine/analyzer";
import { disk } from "../syntax/support";

const MAIN = `from flask import request
from steps import pick


def handle():
    step = pick()
    eval(step(request.args["code"]))
`;

const STEPS = `def pick():
    return lambda text: text.strip()
`;

describe("flows over files that change", () => {
  let analyzer: Analyzer;
  let rules: RuleSet;

  beforeEach(async () => {
    analyzer = await createAnalyzer({ grammars: disk, models: libraryModels(), log: () => undefined });
    await analyzer.ready("python");
    rules = analyzer.ruleSet(readBuiltInRules().rules.filter(({ id }) => id === "python.eval-of-request"));
    analyzer.open({ uri: "file:///w/main.py", languageId: "python", text: MAIN, version: 1 });
    analyzer.open({ uri: "file:///w/steps.py", languageId: "python", text: STEPS, version: 1 });
  });

  afterEach(() => analyzer.dispose());

  function found(): number {
    const steps = analyzer.analyze("file:///w/main.py", { rules, today: "2026-01-01" });
    for (;;) {
      const step = steps.next();
      if (!step.done) continue;
      assert.deepEqual(step.value.problems, []);
      return step.value.findings.length;
    }
  }

  it("go on where a function was handed out by a file that has changed since", () => {
    assert.equal(found(), 1);
    analyzer.edit("file:///w/steps.py", 2, [{ start: 0, end: 0, text: "# Steps.\n\n" }]);
    assert.equal(found(), 1);
    analyzer.edit("file:///w/main.py", 2, [{ start: MAIN.length, end: MAIN.length, text: "\n" }]);
    assert.equal(found(), 1);
  });

  it("go on where that file is gone", () => {
    assert.equal(found(), 1);
    analyzer.close("file:///w/steps.py");
    assert.equal(found(), 1);
  });
});
