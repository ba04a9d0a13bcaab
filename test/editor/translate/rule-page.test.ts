import assert from "node:assert/strict";
import { levelOf } from "../../../src/editor/translate/level";
import { ownPage, ruleHover, ruleOfPagePath, rulePage, rulePagePath } from "../../../src/editor/translate/rule-page";
import { finding, rule } from "../findings";

const t = (message: string) => message;

describe("the rule page", () => {
  it("has title, facts, explanation, examples, fix, references and how to turn the rule off", () => {
    const page = rulePage(
      rule({
        metadata: {
          cwe: ["CWE-95: Eval Injection"],
          references: ["https://example.org/eval"],
          caveat: {
            title: "Request data run as code",
            explanation: "Whoever asks, **commands**.",
            examples: { bad: ["eval(req.query.x)"], good: ["JSON.parse(req.query.x)"] },
            fix: { title: "Parse as JSON", note: "it runs nothing" },
          },
        },
      }),
      t,
    );
    assert.match(page, /^# Request data run as code\n/);
    assert.match(page, /\[CWE-95\]\(https:\/\/cwe\.mitre\.org\/data\/definitions\/95\.html\)/);
    assert.match(page, /Whoever asks, \*\*commands\*\*\./);
    assert.match(page, /### Unsafe\n\n```javascript\neval\(req\.query\.x\)\n```/);
    assert.match(page, /### Safe\n\n```javascript\nJSON\.parse\(req\.query\.x\)\n```/);
    assert.match(page, /## Fix\n\nParse as JSON: it runs nothing/);
    assert.match(page, /- <https:\/\/example\.org\/eval>/);
    assert.match(page, /caveat-ignore javascript\.eval-of-request\(why this is safe\)/);
  });

  it("makes do with a rule that has nothing but a message, shown as text", () => {
    const page = rulePage(rule({ message: "Never use *this* <b>." }), t);
    assert.match(page, /^# javascript\.eval-of-request\n/);
    assert.match(page, /Never use \\\*this\\\* \\<b\\>\./);
    assert.doesNotMatch(page, /undefined/);
  });

  it("fences code that itself holds fences", () => {
    const bad = ["const page = `\n```js\neval(x)\n```\n`;"];
    const page = ruleHover(rule({ metadata: { caveat: { examples: { bad, good: [] } } } }), t);
    assert.match(page, /^````javascript\n/m);
  });

  it("is there for findings about suppressions as well", () => {
    assert.match(ownPage("caveat.suppression-unused", t) ?? "", /^# caveat\.suppression-unused\n/);
    assert.equal(ownPage("javascript.eval-of-request", t), undefined);
  });

  it("has a path that leads back to the rule", () => {
    assert.equal(ruleOfPagePath(rulePagePath("python.eval-of-request")), "python.eval-of-request");
    assert.equal(ruleOfPagePath("/a/b.md"), undefined);
  });
});

describe("levels", () => {
  it("are errors only where both impact and confidence are high", () => {
    assert.equal(levelOf(finding(0, 1)), "error");
    assert.equal(levelOf(finding(0, 1, { confidence: "medium" })), "warning");
    assert.equal(levelOf(finding(0, 1, { severity: "medium" })), "warning");
    assert.equal(levelOf(finding(0, 1, { severity: "low" })), "information");
    assert.equal(levelOf(finding(0, 1, { tier: "audit" })), "hint");
  });
});
