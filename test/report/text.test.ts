import assert from "node:assert/strict";
import { Lines } from "../../src/engine/findings/lines";
import { codeFrame } from "../../src/report/code-frame";
import { githubReport } from "../../src/report/github";
import { htmlReport } from "../../src/report/html";
import { jsonReport } from "../../src/report/json";
import { textReport } from "../../src/report/text";
import { emptyResult, exampleResult } from "./example";

describe("textReport", () => {
  it("shows each finding with its place, code, trace and fix, then a summary", () => {
    assert.equal(
      textReport(exampleResult(), { colour: false }),
      `config.js:1:18: warning (medium): The request is run as code. Parse it instead. [javascript.secret]
  > 1 | const password = "hunt…";
      |                  ^^^^^^^
    2 | login(password);

config.js:2:6: info (low): The request is run as code. Parse it instead. [caveat.suppression-unused]
    1 | const password = "hunt…";
  > 2 | login(password);
      |      ^^^^^^^^^^
    3 |

src/my app.js:4:3: error (high): The request is run as code, which lets it do anything. Parse it instead. [javascript.eval-of-request]
    3 | \tapp.get("/", (req) => {
  > 4 | \t\teval(req.query.x); // <b>
      | \t\t^^^^^^^^^^^^^^^^^
    5 | });
    source src/my app.js:4:8 The request comes in.
    step   lib/far.js:2:3 Another file.
    step   gone.js A file that is gone.
    sink   src/my app.js:4:3 It is run.
    fix: Parse it as JSON

src/my app.js: The text does not parse; some rules may miss something.

3 findings (1 high, 1 medium, 1 low); 40 files scanned with 2 rules in 1.2 s; 5 skipped (3 minified, 2 ignored); 1 suppressed.
`,
    );
  });

  it("says so when there is nothing", () => {
    assert.equal(textReport(emptyResult(), { colour: false }), "0 findings; 40 files scanned with 2 rules in 1.2 s.\n");
  });

  it("uses colours only when asked, and they change nothing else", () => {
    const plain = textReport(exampleResult(), { colour: false });
    const coloured = textReport(exampleResult(), { colour: true });
    assert.ok(!plain.includes("\u001b"));
    assert.ok(coloured.includes("\u001b[1;31merror (high)\u001b[0m"));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is taken out
    assert.equal(coloured.replace(/\u001b\[[\d;]*m/g, ""), plain);
  });
});

describe("codeFrame", () => {
  const frame = (text: string, start: number, end: number) => codeFrame(new Lines(text), { start, end }, 0);

  it("marks each line of a range, at most five", () => {
    const text = "a(\n  b,\n  c\n);\nd\ne\nf";
    assert.deepEqual(
      frame(text, 0, 14).map(({ text, marked }) => text.slice(marked?.start, marked?.end)),
      ["a(", "b,", "c", ");"],
    );
    assert.equal(frame(text, 0, text.length).length, 5);
  });

  it("keeps what is marked in sight of a long line", () => {
    const text = `${"x".repeat(1000)}eval(y)${"z".repeat(1000)}`;
    const [{ text: shown, marked }] = frame(text, 1000, 1007);
    assert.equal(shown.slice(marked?.start, marked?.end), "eval(y)");
    assert.ok(shown.length <= 165 && shown.startsWith("…") && shown.endsWith("…"), shown);
  });

  it("copes with an empty range and the end of the text", () => {
    assert.deepEqual(frame("", 0, 0), [{ number: 1, text: "", marked: { start: 0, end: 0 } }]);
    assert.deepEqual(frame("a\n", 2, 2), [{ number: 2, text: "", marked: { start: 0, end: 0 } }]);
  });
});

describe("jsonReport", () => {
  it("holds what its description says", () => {
    const report = JSON.parse(jsonReport(exampleResult()));
    assert.deepEqual([report.version, report.tool], [1, { name: "caveat", version: "1.2.3" }]);
    assert.deepEqual(report.summary, {
      findings: 3,
      suppressed: 1,
      filesScanned: 40,
      filesSkipped: { minified: 3, binary: 0, ignored: 2 },
      rules: 2,
      milliseconds: 1235,
    });
    const found = report.findings[3];
    assert.deepEqual(found.start, { line: 4, column: 3, offset: 86 });
    assert.deepEqual(found.end, { line: 4, column: 20, offset: 103 });
    assert.deepEqual(
      [found.path, found.ruleId, found.cwe],
      ["src/my app.js", "javascript.eval-of-request", ["CWE-95", "CWE-94"]],
    );
    assert.deepEqual(
      found.trace.map(({ path }: { path: string }) => path),
      ["src/my app.js", "lib/far.js", "gone.js", "src/my app.js"],
    );
    assert.deepEqual(found.fixes[0].edits[0].text, "JSON.parse");
    assert.deepEqual(report.findings[1].suppression, { by: "caveat-ignore", reason: "a test", until: "2027-01-31" });
    assert.equal("suppression" in found, false);
    assert.equal(report.errors.length, 3);
  });
});

describe("githubReport", () => {
  it("writes one command a finding and problem, with everything escaped", () => {
    assert.deepEqual(githubReport(exampleResult()).trimEnd().split("\n"), [
      "::warning file=config.js,line=1,endLine=1,col=18,endColumn=41,title=javascript.secret::The request is run as code. Parse it instead.",
      "::notice file=config.js,line=2,endLine=2,col=6,endColumn=16,title=caveat.suppression-unused::The request is run as code. Parse it instead.",
      "::error file=src/my app.js,line=4,endLine=4,col=3,endColumn=20,title=javascript.eval-of-request::The request is run as code,%0Awhich lets it do anything. Parse it instead.",
      "::error file=rules/own.yml,line=3::The pattern does not parse.",
      "::error::No such profile.",
      "::warning file=src/my app.js::The text does not parse; some rules may miss something.",
    ]);
    const result = exampleResult({ problems: [{ path: "a,b:c%.yml", message: "100 %" }], files: [] });
    assert.equal(githubReport(result), "::error file=a%2Cb%3Ac%25.yml::100 %25\n");
  });
});

describe("htmlReport", () => {
  it("is one page without script that escapes what it shows and cuts secrets", () => {
    const page = htmlReport(exampleResult());
    assert.ok(page.startsWith("<!doctype html>"));
    assert.ok(!/<script|<link|src=|<b>|hunter2-correct/.test(page));
    assert.ok(page.includes("can do &lt;anything&gt;"));
    assert.ok(page.includes("<mark>eval(req.query.x)</mark>); // &lt;b&gt;".replace(")</mark>)", ")</mark>")));
    assert.ok(page.indexOf("Request run as code") < page.indexOf("Secret in code"), "the worst first");
    assert.match(page, /<ol><li>[^\n]*src\/my app\.js:4<\/span> The request comes in\.<\/li><li>[^\n]*lib\/far\.js:2</);
    assert.ok(page.includes("rules/own.yml: The pattern does not parse."));
  });

  it("says so when there is nothing", () => {
    assert.ok(htmlReport(emptyResult()).includes("No findings. 40 files scanned with 2 rules."));
  });
});
