import assert from "node:assert/strict";
import { applyEdits } from "../../../src/engine/findings/edits";
import type { Finding, Range } from "../../../src/engine/findings/finding";
import { applySuppressions, isDate, type SuppressionContext } from "../../../src/engine/findings/suppression";
import { insertFileSuppression, insertSuppression } from "../../../src/engine/findings/suppression-edits";
import { findingAt } from "./example";

const RULE = "javascript.eval";
const SLASHES = { line: "//", block: ["/*", "*/"] } as const;

/** Comments as a grammar would find them; good enough for the texts of these tests. */
function comments(text: string): Range[] {
  return [...text.matchAll(/\/\/[^\r\n]*|#[^\r\n]*|\/\*.*?\*\/|<!--.*?-->/gs)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function apply(
  text: string,
  options: Partial<SuppressionContext> & { unknown?: boolean; findings?: readonly Finding[] } = {},
): Finding[] {
  const findings =
    options.findings ??
    [...text.matchAll(/(?<![.\w])eval\(/g)].map(({ index }) =>
      findingAt(text, "eval(", { ruleId: RULE, start: index, end: index + 5 }),
    );
  return applySuppressions(text, findings, {
    uri: "file:///project/app.js",
    today: "2026-06-15",
    ran: new Map([
      [RULE, RULE],
      ["javascript.old-eval", RULE],
      ["javascript.other", "javascript.other"],
    ]),
    ...(options.unknown ? {} : { comments: comments(text) }),
    ...options,
  });
}

/** What is left to see: rule ids of the unsuppressed findings. */
function shown(text: string, options: Parameters<typeof apply>[1] = {}): string[] {
  return apply(text, options)
    .filter(({ suppression }) => suppression === undefined)
    .map(({ ruleId }) => ruleId.replace("caveat.suppression-", ""));
}

describe("caveat-ignore", () => {
  it("suppresses on its line and, alone, on the next one", () => {
    assert.deepEqual(shown("eval(x); // caveat-ignore javascript.eval(fixed input)"), []);
    assert.deepEqual(shown("// caveat-ignore javascript.eval(fixed input)\neval(x);"), []);
    assert.deepEqual(shown("f(); // caveat-ignore javascript.eval(fixed input)\neval(x);"), ["unused", RULE]);
    assert.deepEqual(shown("// caveat-ignore javascript.eval(fixed input)\n\neval(x);"), ["unused", RULE]);
  });

  it("keeps reason, until and place", () => {
    const [{ suppression }] = apply("eval(x); // caveat-ignore javascript.eval(a (b)  c) until 2026-06-15");
    assert.deepEqual(suppression, {
      by: "caveat-ignore",
      reason: "a (b) c",
      until: "2026-06-15",
      range: { start: 12, end: 68 },
    });
  });

  it("stands in block comments, JSX and stacks of comments", () => {
    assert.deepEqual(shown("/* caveat-ignore javascript.eval(why) */ eval(x)"), []);
    assert.deepEqual(shown("{/* caveat-ignore javascript.eval(why) */}\n{eval(x)}"), []);
    assert.deepEqual(shown("/*\n * caveat-ignore javascript.eval(why)\n */\neval(x)"), []);
    assert.deepEqual(
      shown("// caveat-ignore javascript.other(why)\n// caveat-ignore javascript.eval(why)\n// more\neval(x)"),
      ["unused"],
    );
    assert.deepEqual(shown("// TODO later; caveat-ignore javascript.eval(why)\neval(x)"), []);
  });

  it("names several rules, and former ids", () => {
    assert.deepEqual(shown("eval(x) // caveat-ignore javascript.other(why), javascript.eval(why)"), ["unused"]);
    assert.deepEqual(shown("eval(x) // caveat-ignore javascript.old-eval(why)"), []);
    assert.deepEqual(shown("eval(x) // caveat-ignore javascript.ev(why)"), [RULE]);
  });

  it("does not suppress without a reason, and is reported", () => {
    const [found, report] = apply("eval(x); // caveat-ignore javascript.eval");
    assert.equal(found.suppression, undefined);
    assert.equal(report.ruleId, "caveat.suppression-without-reason");
    assert.match(report.message, /gives no reason.*write javascript\.eval\(reason\)\.$/);
    assert.deepEqual(shown("eval(x); // caveat-ignore javascript.eval( )"), [RULE, "without-reason"]);
    assert.deepEqual(shown("eval(x); // caveat-ignore javascript.eval(never closed"), [RULE, "without-reason"]);
    assert.deepEqual(shown("eval(x); // caveat-ignore"), [RULE, "without-reason"]);
    assert.deepEqual(shown("eval(x); // caveat-ignore unknown.rule"), [RULE, "without-reason"]);
  });

  it("holds through its last day, then is reported", () => {
    const text = "eval(x); // caveat-ignore javascript.eval(why) until 2026-06-14";
    assert.deepEqual(shown(text), [RULE, "expired"]);
    assert.deepEqual(shown(text, { today: "2026-06-14" }), []);
    assert.deepEqual(shown("eval(x); // caveat-ignore javascript.eval(why) until 2026-02-30"), [RULE, "expired"]);
    assert.deepEqual(shown("eval(x); // caveat-ignore javascript.eval(why) until christmas"), [RULE, "expired"]);
  });

  it("is reported when it suppresses nothing, unless its rule did not run", () => {
    const [report] = apply("f(); // caveat-ignore javascript.eval(why)");
    assert.deepEqual([report.ruleId, report.tier, report.severity], ["caveat.suppression-unused", "audit", "low"]);
    assert.deepEqual(shown("f(); // caveat-ignore python.eval(why)"), []);
  });

  it("is not mistaken for prose or for a string", () => {
    assert.deepEqual(shown("// Write caveat-ignore with a reason.\nf()"), []);
    assert.deepEqual(shown('f("caveat-ignore javascript.eval"); eval(x)'), [RULE]);
    assert.deepEqual(shown("// my-caveat-ignore javascript.eval(why)\neval(x)"), [RULE]);
  });

  it("also counts at a finding's anchors", () => {
    const text = `f( // caveat-ignore javascript.eval(why)\n \`\n\${eval(x)}\`)`;
    assert.deepEqual(shown(text), ["unused", RULE]);
    assert.deepEqual(shown(text, { anchors: () => [0] }), []);
  });

  it("works in any line of a language without a grammar", () => {
    assert.deepEqual(shown("eval(x) % caveat-ignore javascript.eval(why)", { unknown: true }), []);
    assert.deepEqual(shown("; caveat-ignore javascript.eval(why)\neval(x)", { unknown: true }), []);
    assert.deepEqual(shown("<!-- caveat-ignore-file javascript.eval(why) -->\na\neval(x)", { unknown: true }), []);
    assert.deepEqual(shown("x caveat-ignore javascript.eval(why)\neval(x)", { unknown: true }), ["unused", RULE]);
  });

  it("keeps findings in order of place", () => {
    const starts = apply(
      "// caveat-ignore javascript.other(why)\neval(x)\n// caveat-ignore javascript.other(why)\neval(y)",
    ).map(({ start }) => start);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
    assert.equal(starts.length, 4);
  });
});

describe("caveat-ignore-file", () => {
  it("suppresses in the whole file from the first comment block", () => {
    assert.deepEqual(
      shown("#!/usr/bin/env node\n// A licence.\n\n// caveat-ignore-file javascript.eval(why)\nf();\neval(x)"),
      [],
    );
    assert.deepEqual(shown("/* A licence.\n * caveat-ignore-file javascript.eval(why)\n */\nf();\neval(x)"), []);
  });

  it("does not count after code, and says so", () => {
    const findings = apply("f();\n// caveat-ignore-file javascript.eval(why)\neval(x)");
    assert.deepEqual(
      findings.map(({ ruleId }) => ruleId),
      ["caveat.suppression-unused", RULE],
    );
    assert.match(findings[0].message, /stands after code/);
  });
});

describe("nosemgrep and nosec", () => {
  it("suppress on their line, nosemgrep also from the line before when nothing else stands there", () => {
    assert.deepEqual(shown("eval(x); // nosemgrep"), []);
    assert.deepEqual(shown("eval(x); // NOSEM"), []);
    assert.deepEqual(shown("// nosemgrep\neval(x)"), []);
    assert.deepEqual(shown("f() // nosemgrep\neval(x)"), [RULE]);
    assert.deepEqual(shown("eval(x) # nosec B307"), []);
    assert.deepEqual(shown("# nosec\neval(x)"), [RULE]);
    assert.deepEqual(apply("eval(x) # nosec")[0].suppression?.by, "nosec");
  });

  it("take any dotted suffix of an id", () => {
    for (const ids of ["eval", "javascript.eval", "other, eval", "javascript.eval because"]) {
      assert.deepEqual(shown(`eval(x); // nosemgrep: ${ids}`), [], ids);
    }
    assert.deepEqual(shown("eval(x); // nosemgrep: val"), [RULE]);
  });

  it("need a blank before, and the whole word", () => {
    assert.deepEqual(shown("eval(x); //nosemgrep"), [RULE]);
    assert.deepEqual(shown("eval(x); // nosemantics"), [RULE]);
    assert.deepEqual(shown("eval(x); // nosecret"), [RULE]);
  });

  it("are never reported themselves", () => {
    assert.deepEqual(shown("f(); // nosemgrep: eval\ng() # nosec"), []);
  });
});

describe("the fix of a suppression", () => {
  const removed = (text: string) => {
    const report = apply(text, { findings: [] }).find(({ ruleId }) => ruleId.startsWith("caveat."));
    return applyEdits(text, report?.fixes[0].files[0].edits ?? []);
  };

  it("removes the comment with its line, or with the blanks before it", () => {
    assert.equal(removed("a();\n  // caveat-ignore javascript.eval(why)\nb();\n"), "a();\nb();\n");
    assert.equal(removed("a();\n  {/* caveat-ignore javascript.eval(why) */}\nb();\n"), "a();\nb();\n");
    assert.equal(removed("a();  // caveat-ignore javascript.eval(why)\nb();"), "a();\nb();");
    assert.equal(removed("a();\n// caveat-ignore javascript.eval(why)"), "a();");
    assert.equal(removed("/* caveat-ignore javascript.eval */ a();"), "a();");
    assert.equal(removed("a(/* caveat-ignore javascript.eval(why) */);"), "a();");
  });

  it("leaves other words and other rules alone", () => {
    assert.equal(removed("a(); // Odd. caveat-ignore javascript.eval(why)"), "a(); // Odd.");
    assert.equal(
      removed("a(); // caveat-ignore javascript.eval(x), python.y(z) until 2027-01-01"),
      "a(); // caveat-ignore python.y(z) until 2027-01-01",
    );
    assert.equal(removed("a(); // caveat-ignore python.y(z), javascript.eval(x)"), "a(); // caveat-ignore python.y(z)");
  });
});

describe("insertSuppression", () => {
  it("offers places that suppress, the line above first, in the file's own line ends", () => {
    const text = "f();\r\n  eval(x);\r\n";
    const edits = insertSuppression(text, SLASHES, {
      ruleId: RULE,
      reason: "fixed input",
      offset: text.indexOf("eval"),
    });
    assert.equal(
      applyEdits(text, [edits[0]]),
      "f();\r\n  // caveat-ignore javascript.eval(fixed input)\r\n  eval(x);\r\n",
    );
    for (const edit of edits) {
      assert.deepEqual(shown(applyEdits(text, [edit])), [], edit.text);
    }
    assert.equal(edits.length, 5);
  });

  it("falls back to the statement's line", () => {
    const text = 'x = f"""\n{eval(y)}"""\n';
    const [, , above, trailing] = insertSuppression(
      text,
      { line: "#" },
      { ruleId: RULE, reason: "why", offset: text.indexOf("eval"), statement: 0 },
    );
    assert.equal(applyEdits(text, [above]), `# caveat-ignore javascript.eval(why)\n${text}`);
    assert.ok(trailing.text.startsWith("  #"));
  });

  it("keeps a reason from closing its parentheses or its comment", () => {
    for (const reason of ["a) b", "(", "end */ x", "two\nlines", ")("]) {
      const [edit] = insertSuppression("eval(x)", { block: ["/*", "*/"] }, { ruleId: RULE, reason, offset: 0 });
      assert.deepEqual(shown(applyEdits("eval(x)", [edit])), [], reason);
    }
  });

  it("stacks on a suppression that is there", () => {
    const text = "// caveat-ignore javascript.other(why)\neval(x);";
    const findings = (of: string) => [RULE, "javascript.other"].map((ruleId) => findingAt(of, "eval(x)", { ruleId }));
    const [edit] = insertSuppression(text, SLASHES, { ruleId: RULE, reason: "why", offset: text.indexOf("eval(x)") });
    const after = applyEdits(text, [edit]);
    assert.deepEqual(shown(after, { findings: findings(after) }), []);
  });

  it("has nothing to offer without a comment syntax", () => {
    assert.deepEqual(insertSuppression("eval(x)", {}, { ruleId: RULE, reason: "why", offset: 0 }), []);
    assert.deepEqual(insertFileSuppression("eval(x)", {}, RULE, "why"), []);
  });

  it("suppresses in a whole file below its header", () => {
    const text = "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nx\neval(y)\n";
    const [edit] = insertFileSuppression(text, { line: "#" }, RULE, "why");
    const after = applyEdits(text, [edit]);
    assert.ok(after.includes("utf-8 -*-\n# caveat-ignore-file javascript.eval(why)\nx"));
    assert.deepEqual(shown(after), []);
  });
});

describe("isDate", () => {
  it("takes days of the calendar only", () => {
    assert.deepEqual(["2027-01-31", "2028-02-29", "2027-02-29", "2027-1-3", "soon"].map(isDate), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
