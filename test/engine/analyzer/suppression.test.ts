// Suppressions as they stand in a text, and as the door writes them.
import assert from "node:assert/strict";
import type { Analyzer } from "../../../src/engine/analyzer";
import { EXPIRED, UNUSED, WITHOUT_REASON } from "../../../src/engine/findings/suppression";
import { createTestAnalyzer, Desk, only, rule, ruleFile, shown } from "./desk";

const RULES = ruleFile(rule("t.danger", "danger($X)"), rule("t.html", "<b>{$X}</b>", "", "[javascript]"));

let analyzer: Analyzer;
let desk: Desk;

describe("the door: suppressions", () => {
  before(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, RULES);
  });
  after(() => analyzer.dispose());

  const ids = (text: string, languageId = "javascript"): string[] =>
    desk
      .open(text, languageId)
      .findings.filter(({ suppression }) => suppression === undefined)
      .map(({ ruleId }) => ruleId);

  it("count on the line, on the line above and in the file's first comment, with their reason kept", () => {
    for (const text of [
      "danger(1); // caveat-ignore t.danger(a reason)\n",
      "// caveat-ignore t.danger(a reason)\ndanger(1);\n",
      "/* caveat-ignore t.danger(a reason) */ danger(1);\n",
      "// caveat-ignore-file t.danger(a reason)\nx;\ny;\ndanger(1);\n",
      "f(\n  // caveat-ignore t.danger(a reason)\n  danger(1),\n);\n",
    ]) {
      const { findings } = desk.open(text);
      assert.equal(findings.length, 1, text);
      assert.equal(findings[0].suppression?.reason, "a reason", text);
    }
    assert.deepEqual(ids("# caveat-ignore t.danger(a reason)\ndanger(1)\n", "python"), []);
  });

  it("count in comments only, and not two lines away", () => {
    assert.deepEqual(ids('"// caveat-ignore t.danger(a reason)"; danger(1);\n'), ["t.danger"]);
    assert.deepEqual(ids("// caveat-ignore t.danger(a reason)\n\ndanger(1);\n").sort(), [UNUSED, "t.danger"]);
    assert.deepEqual(ids("`\n// caveat-ignore t.danger(a reason)\n${danger(1)}`;\n"), ["t.danger"]);
  });

  it("do not count without a reason or past their day, and are reported", () => {
    assert.deepEqual(ids("danger(1); // caveat-ignore t.danger\n"), ["t.danger", WITHOUT_REASON]);
    assert.deepEqual(ids("danger(1); // caveat-ignore t.danger(why) until 2026-06-14\n"), ["t.danger", EXPIRED]);
    assert.deepEqual(ids("danger(1); // caveat-ignore t.danger(why) until 2026-06-15\n"), []);
    assert.deepEqual(ids("danger(1); // caveat-ignore t.danger(why) until tomorrow\n"), ["t.danger", EXPIRED]);
  });

  it("that suppress nothing are reported, with a proved fix that takes them away", () => {
    const text = "x; // caveat-ignore t.danger(gone)\ndanger(1); // caveat-ignore t.danger(known), t.html(gone)\n";
    const stale = desk.open(text).findings.filter(({ ruleId }) => ruleId === UNUSED);
    const texts = stale.map((finding) => {
      const proof = analyzer.prove(finding, finding.fixes[0], desk.options);
      return proof.proved ? proof.text : proof.reason;
    });
    assert.deepEqual(texts, [
      "x;\ndanger(1); // caveat-ignore t.danger(known), t.html(gone)\n",
      "x; // caveat-ignore t.danger(gone)\ndanger(1); // caveat-ignore t.danger(known)\n",
    ]);
    const all = analyzer.fixAll("a", stale, desk.options);
    assert.ok(all.proved && all.text === "x;\ndanger(1); // caveat-ignore t.danger(known)\n");
  });

  it("of rules that did not run are left alone", () => {
    assert.deepEqual(ids("x; // caveat-ignore somebody.elses(reason)\n"), []);
  });

  it("may name a former id", () => {
    const renamed = rule("t.danger", "danger($X)", "metadata: { caveat: { aliases: [t.peril] } }\n");
    const own = new Desk(analyzer, ruleFile(renamed));
    assert.deepEqual(shown(own.open("danger(1); // caveat-ignore t.peril(known)\n")), []);
  });
});

describe("the door: writing a suppression", () => {
  before(async () => {
    analyzer = await createTestAnalyzer();
    desk = new Desk(analyzer, RULES);
  });
  after(() => analyzer.dispose());

  /** The text with a suppression of its only finding; it must parse as before, and nothing be found or said of it. */
  function suppressed(
    text: string,
    ruleId: string,
    languageId = "javascript",
    scope: "line" | "file" = "line",
  ): string {
    const before = desk.open(text, languageId);
    const finding = only(before, ruleId);
    const proof = analyzer.suppress(finding, scope, "it is known", desk.options);
    assert.ok(proof.proved, `${text}: ${JSON.stringify(proof)}`);
    const after = desk.open(proof.text, languageId);
    assert.deepEqual([shown(after), after.hasSyntaxErrors], [[], before.hasSyntaxErrors], proof.text);
    return proof.text;
  }
  const comment = "caveat-ignore t.danger(it is known)";

  it("puts it on the line above, indented as the code", () => {
    assert.equal(
      suppressed("if (x) {\n    danger(1);\n}\n", "t.danger"),
      `if (x) {\n    // ${comment}\n    danger(1);\n}\n`,
    );
    assert.equal(
      suppressed("if x:\r\n\tdanger(1)\r\n", "t.danger", "python"),
      `if x:\r\n\t# ${comment}\r\n\tdanger(1)\r\n`,
    );
  });

  it("finds a place in JSX, inside a template literal, and within a continued line", () => {
    assert.equal(
      suppressed("const a = (\n  <p>\n    <b>{x}</b>\n  </p>\n);\n", "t.html"),
      "const a = (\n  <p>\n    {/* caveat-ignore t.html(it is known) */}\n    <b>{x}</b>\n  </p>\n);\n",
    );
    const template = suppressed("const a = `\n  one\n  ${danger(1)}\n`;\n", "t.danger");
    assert.match(template, /`\n {2}one\n {2}\$\{(\/\* .* \*\/ )?danger\(1\)\}\n`/);
    assert.equal(
      suppressed("x = 1 + \\\n    danger(1)\n", "t.danger", "python"),
      `x = 1 + \\\n    danger(1)  # ${comment}\n`,
    );
    assert.equal(
      suppressed("y\nx = 1 + \\\n    danger(1) + \\\n    2\n", "t.danger", "python"),
      `y\n# ${comment}\nx = 1 + \\\n    danger(1) + \\\n    2\n`,
    );
    const string = suppressed('x = f"""\n  {danger(1)}\n"""\n', "t.danger", "python");
    assert.match(string, /f"""\n {2}\{danger\(1\)\}\n"""/);
  });

  it("does it for the file, below what must stand first", () => {
    const file = "caveat-ignore-file t.danger(it is known)";
    assert.equal(suppressed("danger(1);\n", "t.danger", "javascript", "file"), `// ${file}\ndanger(1);\n`);
    assert.equal(
      suppressed("#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\ndanger(1)\n", "t.danger", "python", "file"),
      `#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n# ${file}\ndanger(1)\n`,
    );
  });

  it("suppresses one of two findings on neighbouring lines, and of two on one line both", () => {
    desk.open("danger(1);\ndanger(2);\n");
    const [, second] = desk.analyse().findings;
    const proof = analyzer.suppress(second, "line", "it is known", desk.options);
    assert.ok(proof.proved);
    assert.deepEqual(shown(desk.open(proof.text)), ["t.danger@0-9"]);
  });

  it("keeps a reason that would end its comment or its parentheses within them", () => {
    desk.open("danger(1);\n");
    const proof = analyzer.suppress(only(desk.analyse(), "t.danger"), "line", "a) b */\nc (", desk.options);
    assert.ok(proof.proved);
    assert.deepEqual(shown(desk.open(proof.text)), []);
    assert.equal(proof.text.split("\n").length, 3);
  });

  it("says where no document is open", () => {
    const finding = only(desk.open("danger(1);\n"), "t.danger");
    assert.deepEqual(analyzer.suppress({ ...finding, uri: "gone" }, "line", "r", desk.options), {
      proved: false,
      reason: "gone is not open.",
    });
  });
});
