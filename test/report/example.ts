// A scan with a bit of everything, for all report writers.
import type { ScanResult } from "../../src/report/result";
import { findingAt } from "../engine/findings/example";

const ROOT = "file:///project/";
const APP = `const express = require("express");\nconst app = express();\n\tapp.get("/", (req) => {\n\t\teval(req.query.x); // <b>\n});\n`;
const CONFIG = 'const password = "hunter2-correct-horse";\nlogin(password);\n';

export function exampleResult(changes: Partial<ScanResult> = {}): ScanResult {
  const app = { uri: `${ROOT}src/my%20app.js`, path: "src/my app.js" };
  const config = { uri: `${ROOT}config.js`, path: "config.js" };
  const source = APP.indexOf("req.query.x");
  const evaluated = findingAt(APP, "eval(req.query.x)", {
    uri: app.uri,
    fingerprint: "caveat/v1:0123456789abcdef0123456789abcdef",
    message: "The request is run as code,\nwhich lets it do anything. Parse it instead.",
    metavariables: { $X: { text: "req.query.x" } },
    trace: [
      { uri: app.uri, kind: "source", start: source, end: source + 11, message: "The request comes in." },
      { uri: `${ROOT}lib/far.js`, kind: "step", start: 5, end: 9, message: "Another file." },
      { uri: `${ROOT}gone.js`, kind: "step", start: 7, end: 8, message: "A file that is gone." },
      { uri: app.uri, kind: "sink", start: source - 5, end: source + 12, message: "It is run." },
    ],
    fixes: [
      {
        title: "Parse it as JSON",
        files: [{ uri: app.uri, edits: [{ start: source - 5, end: source - 1, text: "JSON.parse" }] }],
      },
    ],
  });
  return {
    version: "1.2.3",
    root: ROOT,
    files: [
      {
        ...config,
        text: CONFIG,
        findings: [
          findingAt(CONFIG, '"hunter2-correct-horse"', {
            uri: config.uri,
            ruleId: "javascript.secret",
            severity: "medium",
            cwe: ["CWE-798"],
          }),
          findingAt(CONFIG, "login", {
            uri: config.uri,
            ruleId: "javascript.secret",
            severity: "low",
            suppression: { by: "caveat-ignore", reason: "a test", until: "2027-01-31" },
          }),
          findingAt(CONFIG, "(password)", {
            uri: config.uri,
            ruleId: "caveat.suppression-unused",
            severity: "low",
            cwe: [],
            owasp: [],
          }),
        ],
        problems: [],
      },
      {
        ...app,
        text: APP,
        findings: [evaluated],
        problems: [
          {
            uri: app.uri,
            message: "The text does not parse; some rules may miss something.",
            range: { start: 0, end: 5 },
          },
        ],
      },
    ],
    traced: [{ uri: `${ROOT}lib/far.js`, path: "lib/far.js", text: "1;\n  f(2);\n" }],
    rules: [
      {
        id: "javascript.eval-of-request",
        title: "Request run as code",
        message: "The request is run as code.",
        severity: "high",
        confidence: "high",
        tier: "vuln",
        languages: ["javascript"],
        cwe: ["CWE-95", "CWE-94"],
        owasp: ["A03:2021"],
        references: ["https://cwe.mitre.org/data/definitions/95.html"],
        explanation: "What is **run** can do <anything>.",
      },
      {
        id: "javascript.secret",
        title: "Secret in code",
        message: "A secret.",
        severity: "medium",
        confidence: "low",
        tier: "vuln",
        languages: ["javascript"],
        cwe: ["CWE-798"],
        owasp: [],
        references: [],
      },
    ],
    problems: [
      { path: "rules/own.yml", line: 3, column: 7, ruleId: "own.rule", message: "The pattern does not parse." },
      { message: "No such profile." },
    ],
    scanned: 40,
    skipped: { minified: 3, binary: 0, ignored: 2 },
    milliseconds: 1234.5,
    ...changes,
  };
}

/** Nothing found, nothing wrong. */
export function emptyResult(): ScanResult {
  return exampleResult({ files: [], problems: [], skipped: {} });
}
