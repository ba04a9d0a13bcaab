import { deepStrictEqual, strictEqual } from "node:assert";
import { load, only, ruleWith } from "./rule-files";

describe("loader", () => {
  it("reads a whole rule", () => {
    const rule = only(`rules:
- id: python.example
  message: >
    Say what.
  severity: WARNING
  languages: [py, js]
  pattern: f($X)
  fix: "g($X) "
  fix-regex: {regex: a, replacement: b, count: 1}
  paths: {include: [src], exclude: "*.test.js"}
  options: {symbolic_propagation: true}
  metadata:
    category: security
    subcategory: [audit]
    confidence: HIGH
    cwe: ["CWE-089: SQL Injection", "CWE-20"]
    owasp: [A03:2021 - Injection, "A5:2025 Injection", A1 - Injection]
    references: https://example.org
    impact: HIGH
    caveat: {title: T, aliases: [python.old], examples: {bad: [a], good: [b, c]}, fix: {title: F}}
`);
    const { formula, ...others } = rule;
    deepStrictEqual(formula, { type: "pattern", pattern: "f($X)", at: { line: 6, column: 2 } });
    deepStrictEqual(others, {
      id: "python.example",
      aliases: ["python.old"],
      message: "Say what.",
      severity: "medium",
      confidence: "high",
      tier: "audit",
      languages: ["python", "javascript"],
      fix: "g($X)",
      fixRegex: { regex: "a", replacement: "b", count: 1 },
      paths: { include: ["src"], exclude: ["*.test.js"] },
      options: { symbolic_propagation: true },
      metadata: {
        category: "security",
        subcategory: ["audit"],
        confidence: "HIGH",
        cwe: ["CWE-89", "CWE-20"],
        owasp: ["A03:2021", "A05:2025"],
        references: ["https://example.org"],
        impact: "HIGH",
        caveat: {
          title: "T",
          aliases: ["python.old"],
          examples: { bad: ["a"], good: ["b", "c"] },
          fix: { title: "F" },
        },
      },
      builtIn: false,
    });
  });

  it("reads JSON, indented with tabs too", () => {
    const json = { rules: [{ id: "a", message: "m", severity: "LOW", languages: ["regex"], "pattern-regex": "a/b" }] };
    strictEqual(only(JSON.stringify(json, null, "\t")).severity, "low");
  });

  it("maps every severity; inventory and experiments are accepted and never run", () => {
    const severities = ["CRITICAL", "ERROR", "HIGH", "WARNING", "MEDIUM", "INFO", "LOW", "INVENTORY", "EXPERIMENT"];
    const mapped = severities.map((name) => load(ruleWith("  pattern: f()").replace("ERROR", name)));
    deepStrictEqual(
      mapped.map(({ rules }) => rules[0]?.severity),
      ["critical", "high", "high", "medium", "medium", "low", "low", undefined, undefined],
    );
    deepStrictEqual(
      mapped.flatMap(({ errors }) => errors),
      [],
    );
  });

  it("makes a user's rule without metadata a squiggle of medium confidence", () => {
    const { tier, confidence, metadata } = only(ruleWith("  pattern: f()"));
    deepStrictEqual({ tier, confidence, metadata }, { tier: "vuln", confidence: "medium", metadata: {} });
  });

  it("takes metadata of any shape", () => {
    for (const metadata of [
      "[1]",
      "text",
      "{cwe: 5, owasp: {}, confidence: [], caveat: 7, subcategory: {a: 1}}",
      "null",
    ]) {
      strictEqual(only(ruleWith(`  pattern: f()\n  metadata: ${metadata}`)).tier, "vuln");
    }
  });

  it("reads every search operator, nested ones too", () => {
    const { formula } = only(
      ruleWith(`  patterns:
  - pattern: a()
  - pattern-either:
    - pattern: b()
    - patterns: [{pattern: c()}, {pattern-not: d()}]
    - pattern-inside: e()
  - pattern-inside: {pattern-either: [{pattern: f()}]}
  - pattern-not-inside: g()
  - pattern-not: {patterns: [{pattern: h()}]}
  - pattern-not-regex: i
  - pattern-regex: j
  - metavariable-regex: {metavariable: $A, regex: k}
  - metavariable-pattern: {metavariable: $B, language: js, patterns: [{pattern-not: l}]}
  - metavariable-comparison: {metavariable: $C, comparison: $C > 1, strip: true, base: 8}
  - focus-metavariable: $A
  - focus-metavariable: $B`),
    );
    const plain: unknown = JSON.parse(
      JSON.stringify(formula, (key, value: unknown) => (key === "at" ? undefined : value)),
    );
    const pattern = (text: string) => ({ type: "pattern", pattern: text });
    const all = (positives: unknown[], negatives: unknown[]) => ({
      type: "all",
      positives,
      negatives,
      conditions: [],
      focus: [],
    });
    deepStrictEqual(plain, {
      type: "all",
      positives: [
        pattern("a()"),
        {
          type: "any",
          formulas: [
            pattern("b()"),
            all([pattern("c()")], [{ type: "not", formula: pattern("d()") }]),
            { type: "inside", formula: pattern("e()") },
          ],
        },
        { type: "inside", formula: { type: "any", formulas: [pattern("f()")] } },
        { type: "regex", regex: "j" },
      ],
      negatives: [
        { type: "not-inside", formula: pattern("g()") },
        { type: "not", formula: all([pattern("h()")], []) },
        { type: "not-regex", regex: "i" },
      ],
      conditions: [
        { type: "regex", metavariable: "$A", regex: "k", constantPropagation: false },
        {
          type: "pattern",
          metavariable: "$B",
          language: "javascript",
          formula: all([], [{ type: "not", formula: pattern("l") }]),
        },
        { type: "comparison", metavariable: "$C", comparison: "$C > 1", strip: true, base: 8 },
      ],
      focus: [["$A"], ["$B"]],
    });
  });

  it("skips rules for other versions before it looks at them", () => {
    deepStrictEqual(load(ruleWith("  min-version: 99.0.0\n  pattern-where-python: x")), {
      rules: [],
      errors: [],
      notes: [],
    });
    deepStrictEqual(load(ruleWith("  max-version: 1.0.0\n  pattern: f()")), { rules: [], errors: [], notes: [] });
    strictEqual(load(ruleWith("  min-version: 1.50.0\n  max-version: 2.0.0\n  pattern: f()")).rules.length, 1);
  });

  it("ignores keys it does not know", () => {
    strictEqual(only(ruleWith("  pattern: f()\n  author: me")).id, "a");
  });

  it("takes over what an alias or a merge key names", () => {
    const text = `common: &common {message: m, severity: &level LOW, languages: [python]}
others: &others {severity: HIGH, languages: [javascript], pattern: g()}
rules:
- <<: *common
  id: a
  pattern: f()
- <<: [*common, *others]
  id: b
- {id: c, message: m, severity: *level, languages: [python], pattern: h()}
`;
    const { rules, errors } = load(text);
    deepStrictEqual(errors, []);
    deepStrictEqual(
      rules.map(({ id, severity, languages, formula }) => [
        id,
        severity,
        languages[0],
        formula.type === "pattern" && formula.pattern,
      ]),
      [
        ["a", "low", "python", "f()"],
        ["b", "low", "python", "g()"],
        ["c", "low", "python", "h()"],
      ],
    );
  });
});
