import assert from "node:assert/strict";
import { type ReviewModel, reviewPage } from "../../../src/editor/translate/review-page";
import type { Review } from "../../../src/worker/protocol";
import { finding } from "../findings";

const t = (message: string, ...args: unknown[]) => message.replace(/\{(\d)\}/g, (_, index) => String(args[index]));

function page(over: Partial<Review> = {}, rules: ReviewModel["rules"] = []): string {
  const review = { findings: [], problems: [], hasSyntaxErrors: false, rules: 50, milliseconds: 3.2, ...over };
  return reviewPage({ file: "src/app.js", firstLine: 3, lastLine: 9, review, rules }, t, "n0nce");
}

describe("the review page", () => {
  it("says what was looked at when nothing was found", () => {
    const html = page();
    assert.match(html, /<h1>Nothing found<\/h1>/);
    assert.match(html, /src\/app\.js, lines 3 to 9 · 50 rules in 4 ms/);
  });

  it("lets nothing run but its own style and script", () => {
    const html = page();
    assert.match(html, /content="default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'"/);
    assert.equal(html.match(/<script/g)?.length, html.match(/<script nonce="n0nce"/g)?.length);
    assert.equal(html.match(/<style/g)?.length, html.match(/<style nonce="n0nce"/g)?.length);
    assert.doesNotMatch(html, / (style|on\w+)=/);
  });

  it("groups by rule and numbers the findings across the groups", () => {
    const first = { finding: finding(0, 4), line: 3, code: "eval(a)", fixes: ["Parse as JSON"], steps: [] };
    const steps = [
      { place: "Line 3", message: "It <enters>." },
      { place: "lib/b.js:7", message: "It is used." },
    ];
    const second = { finding: finding(9, 12, { ruleId: "b" }), line: 5, code: "run(b)", fixes: ["One", "Two"], steps };
    const html = page({ findings: [first.finding, second.finding] }, [
      { id: "a", title: "Rule A", explanation: "<p>Why A.</p>", findings: [first] },
      { id: "b", title: "Rule B", explanation: "<p>Why B.</p>", findings: [second] },
    ]);
    assert.match(html, /<h1>2 findings<\/h1>/);
    assert.match(html, /data-type="fix" data-finding="0" data-fix="0">Parse as JSON</);
    assert.match(html, /data-type="fix" data-finding="1" data-fix="1">Two</);
    assert.match(html, /<ol><li>Line 3: It &lt;enters&gt;\.<\/li><li>lib\/b\.js:7: It is used\.<\/li><\/ol>/);
    assert.deepEqual(
      [...html.matchAll(/data-type="trace" data-finding="(\d)"/g)].map(([, number]) => number),
      ["1"],
    );
    assert.ok(html.indexOf("Rule A") < html.indexOf("Rule B"));
  });

  it("shows code and messages as text", () => {
    const code = `el.innerHTML = "<img src=x onerror='alert(1)'>"`;
    const one = { finding: finding(0, 4, { message: "<b>&" }), line: 1, code, fixes: [], steps: [] };
    const html = page({ findings: [one.finding] }, [{ id: "a", title: "<i>", explanation: "", findings: [one] }]);
    assert.doesNotMatch(html, /<img|<b>|<i>/);
    assert.match(html, /&lt;img src=x onerror=&#39;alert\(1\)&#39;&gt;/);
  });

  it("says what was left out, and why", () => {
    assert.match(page({ skipped: "It is minified." }), /<h1>Not reviewed<\/h1>[\s\S]*It is minified\./);
    assert.match(page({ hasSyntaxErrors: true }), /syntax errors/);
    const accepted = finding(0, 4, { suppression: { by: "configuration", reason: "tests" } });
    assert.match(page({ findings: [accepted] }), /<h1>Nothing found<\/h1>[\s\S]*1 findings are suppressed/);
  });
});
