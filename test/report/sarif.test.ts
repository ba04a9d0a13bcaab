import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import type { Log, Run } from "sarif";
import { sarifReport } from "../../src/report/sarif";
import { emptyResult, exampleResult } from "./example";

/** The published schema is a draft 4 whose keywords mean the same in draft 7, but for the name of its `id`; one regex is no `u` one. */
function schemaErrors(log: unknown): unknown {
  const path = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const { $schema: _schema, id: _id, ...schema } = JSON.parse(readFileSync(path, "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return validate(log) ? [] : validate.errors;
}

function run(text: string): Run {
  return (JSON.parse(text) as Log).runs[0];
}

describe("sarifReport", () => {
  const example = run(sarifReport(exampleResult()));
  const results = example.results ?? [];

  it("validates against the schema, and the check can fail", () => {
    assert.deepEqual(schemaErrors(JSON.parse(sarifReport(exampleResult()))), []);
    assert.deepEqual(schemaErrors(JSON.parse(sarifReport(emptyResult()))), []);
    assert.notDeepEqual(schemaErrors({ version: "2.1.0", runs: [{ tool: {} }] }), []);
  });

  it("counts columns in UTF-16 units, from one", () => {
    assert.equal(example.columnKind, "utf16CodeUnits");
    const region = results[3].locations?.[0].physicalLocation?.region;
    assert.deepEqual([region?.startLine, region?.startColumn, region?.endLine, region?.endColumn], [4, 3, 4, 20]);
    assert.deepEqual([region?.charOffset, region?.charLength], [86, 17]);
  });

  it("names files relative to the root, encoded", () => {
    assert.deepEqual(example.originalUriBaseIds, { "%SRCROOT%": { uri: "file:///project/" } });
    assert.deepEqual(results[3].locations?.[0].physicalLocation?.artifactLocation, {
      uri: "src/my%20app.js",
      uriBaseId: "%SRCROOT%",
    });
  });

  it("names files elsewhere by their own URI", () => {
    const uri = (path: string) => {
      const [file] = exampleResult().files;
      const location = run(sarifReport(exampleResult({ files: [{ ...file, path }] }))).results?.[0].locations?.[0];
      return location?.physicalLocation?.artifactLocation;
    };
    assert.deepEqual(uri("/else where/a.js"), { uri: "file:///else%20where/a.js" });
    assert.deepEqual(uri("D:/a.js"), { uri: "file:///D%3A/a.js" });
    assert.deepEqual(uri("untitled:a.js"), { uri: "untitled:a.js" });
  });

  it("describes every rule that a result names, with CWE tags, the most specific first", () => {
    const rules = example.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of results) {
      assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
    }
    assert.deepEqual(rules[0].properties?.tags, [
      "security",
      "external/cwe/cwe-095",
      "external/cwe/cwe-094",
      "external/owasp/a03:2021",
    ]);
    assert.deepEqual([rules[0].properties?.precision, rules[0].properties?.["security-severity"]], ["high", "8.0"]);
    assert.equal(rules[0].helpUri, "https://cwe.mitre.org/data/definitions/95.html");
    assert.equal(rules[2].id, "caveat.suppression-unused");
  });

  it("carries flows, fixes and fingerprints", () => {
    const steps = results[3].codeFlows?.[0].threadFlows[0].locations ?? [];
    assert.deepEqual(
      steps.map(({ kinds, location }) => {
        const { artifactLocation, region } = location?.physicalLocation ?? {};
        return [kinds?.join(), artifactLocation?.uri, region?.startLine, location?.message?.text];
      }),
      [
        ["source", "src/my%20app.js", 4, "The request comes in."],
        ["pass-through", "lib/far.js", 2, "Another file."],
        ["pass-through", "gone.js", undefined, "A file that is gone."],
        ["sink", "src/my%20app.js", 4, "It is run."],
      ],
    );
    assert.equal(results[3].fixes?.[0].artifactChanges[0].replacements[0].insertedContent?.text, "JSON.parse");
    assert.deepEqual(results[3].partialFingerprints, { "caveat/v1": "0123456789abcdef0123456789abcdef" });
    assert.equal(results[0].codeFlows, undefined);
  });

  it("marks what is suppressed, and only that", () => {
    assert.deepEqual(
      results.map(({ suppressions }) => suppressions),
      [[], [{ kind: "inSource", status: "accepted", justification: "a test" }], [], []],
    );
  });

  it("reports unreadable files, rules and paths as notifications", () => {
    const invocation = example.invocations?.[0];
    assert.equal(invocation?.executionSuccessful, false);
    assert.match(invocation?.toolExecutionNotifications?.[0].message.text ?? "", /does not parse/);
    assert.deepEqual(invocation?.toolConfigurationNotifications?.[0].associatedRule, { id: "own.rule" });
    assert.equal(run(sarifReport(emptyResult())).invocations?.[0].executionSuccessful, true);
  });

  it("shows no secret", () => {
    assert.ok(!sarifReport(exampleResult()).includes("hunter2-correct"));
  });
});
