import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import * as fc from "fast-check";
import { loadRules, mergeRules } from "../../../src/engine/rules/loader";
import type { Rule, RuleError } from "../../../src/engine/rules/rule";

const load = (text: string, builtIn = false) => loadRules(text, "rules.yml", { builtIn });

/** A file of one rule with further lines. */
const ruleWith = (lines: string, id = "a"): string => `rules:
- id: ${id}
  message: Say what.
  severity: ERROR
  languages: [python]
${lines}
`;

function only(text: string, builtIn = false): Rule {
  const { rules, errors } = load(text, builtIn);
  deepStrictEqual(errors, []);
  strictEqual(rules.length, 1);
  return rules[0]!;
}

function error(text: string): RuleError {
  const { errors } = load(text);
  strictEqual(errors.length, 1, JSON.stringify(errors));
  return errors[0]!;
}

describe("loader: rules", () => {
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
    deepStrictEqual(load(ruleWith("  min-version: 99.0.0\n  pattern-where-python: x")), { rules: [], errors: [] });
    deepStrictEqual(load(ruleWith("  max-version: 1.0.0\n  pattern: f()")), { rules: [], errors: [] });
    strictEqual(load(ruleWith("  min-version: 1.50.0\n  max-version: 2.0.0\n  pattern: f()")).rules.length, 1);
  });

  it("ignores keys it does not know", () => {
    strictEqual(only(ruleWith("  pattern: f()\n  author: me")).id, "a");
  });
});

describe("loader: mistakes", () => {
  const mistakes: readonly (readonly [string, string, RegExp, (readonly [number, number])?])[] = [
    [
      "an unknown operator",
      "  patterns:\n  - pattern: f()\n  - pattern-nott: g()",
      /^Unknown operator `pattern-nott`\.$/,
      [7, 4],
    ],
    ["a missing formula", "  fix: x", /needs one of `pattern`/, [1, 2]],
    ["two formulas", "  pattern: f()\n  patterns: []", /both `pattern` and `patterns`/, [6, 2]],
    ["text under patterns", "  patterns:\n  - f()", /must be an operator/, [6, 4]],
    ["no positive", "  patterns:\n  - pattern-not: f()", /needs something to find/, [5, 2]],
    [
      "an exclusion among alternatives",
      "  pattern-either:\n  - pattern-not: f()",
      /only stand directly under `patterns`/,
      [6, 4],
    ],
    ["an empty list", "  patterns: []", /must not be empty/, [5, 12]],
    [
      "two operators in one entry",
      "  patterns:\n  - pattern: f()\n    pattern-not: g()",
      /one operator, not both/,
      [6, 4],
    ],
    ["a number as pattern", "  pattern: 5", /must be text; put it in quotes/, [5, 11]],
    ["taint", "  mode: taint\n  pattern-sinks: []", /mode `taint` are not run yet/, [5, 8]],
    ["taint without mode", "  taint: {}", /Taint rules are not run yet/, [5, 2]],
    ["the v2 syntax", "  match: f()", /`match` syntax are not run yet/, [5, 2]],
    ["an unknown mode", "  mode: fast\n  pattern: f()", /Unknown mode `fast`/, [5, 8]],
    [
      "an operator that is not run",
      "  patterns:\n  - pattern: f()\n  - metavariable-analysis: {}",
      /`metavariable-analysis` is not run yet/,
      [7, 4],
    ],
    [
      "code in rules",
      "  patterns:\n  - pattern: f()\n  - pattern-where-python: x",
      /not supported; use `metavariable-comparison`/,
      [7, 4],
    ],
    [
      "a condition without its key",
      "  patterns:\n  - pattern: f()\n  - metavariable-regex: {metavariable: $X}",
      /needs the key `regex`/,
      [7, 24],
    ],
    [
      "a name that is no metavariable",
      "  patterns:\n  - pattern: f()\n  - focus-metavariable: X",
      /`X` is no metavariable/,
      [7, 24],
    ],
    [
      "several lists of focus",
      "  patterns:\n  - pattern: f()\n  - focus-metavariable: [$A, $B]\n  - focus-metavariable: $A",
      /must each name one/,
      [5, 2],
    ],
    [
      "strip without metavariable",
      "  patterns:\n  - pattern: f()\n  - metavariable-comparison: {comparison: $X == 1, strip: true}",
      /needs the key `metavariable`/,
    ],
    ["a bad version", "  min-version: soon\n  pattern: f()", /must be a version/, [5, 15]],
    ["bad paths", "  paths: [a]\n  pattern: f()", /`paths` must be a mapping/, [5, 9]],
    ["a bad count", "  fix-regex: {regex: a, replacement: b, count: many}\n  pattern: f()", /whole number/],
  ];
  for (const [title, lines, message, place] of mistakes) {
    it(`${title}: says where, and other rules run`, () => {
      const other = "- {id: other, message: m, severity: LOW, languages: [python], pattern: f()}\n";
      const { rules, errors } = load(ruleWith(lines) + other);
      deepStrictEqual(
        rules.map(({ id }) => id),
        ["other"],
      );
      strictEqual(errors.length, 1);
      const [{ file, ruleId, at, message: said } = errors[0]!] = errors;
      strictEqual(file, "rules.yml");
      strictEqual(ruleId, "a");
      match(said, message);
      match(said, /^[A-Z`].*\.$/);
      if (place) deepStrictEqual(at, { line: place[0], column: place[1] });
    });
  }

  it("refuses severities and languages that do not exist", () => {
    match(error(ruleWith("  pattern: f()").replace("ERROR", "BAD")).message, /Unknown severity `BAD`/);
    match(error(ruleWith("  pattern: f()").replace("[python]", "[pythn]")).message, /Unknown language `pythn`/);
    match(error(ruleWith("  pattern: f()").replace("[python]", "[python, regex]")).message, /cannot be mixed/);
    match(error(ruleWith("  pattern: f()").replace("[python]", "python")).message, /must be a list/);
    match(error(ruleWith("  pattern: f()").replace("[python]", "[none]")).message, /only use `pattern-regex`/);
    match(error(ruleWith("  pattern: f()").replace("  message: Say what.\n", "")).message, /needs the key `message`/);
  });

  it("accepts languages that are not run", () => {
    deepStrictEqual(only(ruleWith("  pattern: f()").replace("[python]", "[tf, sol, ex]")).languages, [
      "terraform",
      "solidity",
      "elixir",
    ]);
  });

  it("runs the first of two rules with one id", () => {
    const twice = `${ruleWith("  pattern: f()")}${ruleWith("  pattern: g()").replace("rules:\n", "")}`;
    const { rules, errors } = load(twice);
    deepStrictEqual(
      rules.map(({ formula }) => formula.type === "pattern" && formula.pattern),
      ["f()"],
    );
    deepStrictEqual(
      errors.map(({ ruleId, at }) => ({ ruleId, at })),
      [{ ruleId: "a", at: { line: 6, column: 6 } }],
    );
    const merged = mergeRules([
      { file: "one.yml", rules },
      { file: "two.yml", rules },
    ]);
    strictEqual(merged.rules.length, 1);
    deepStrictEqual(merged.errors, [
      { file: "two.yml", ruleId: "a", message: "The id `a` is already used by a rule of one.yml." },
    ]);
  });

  it("refuses the file where the mistake is nobody's", () => {
    const broken: readonly (readonly [string, RegExp, number])[] = [
      ["rules:\n- id: [", /^Flow sequence/, 1],
      ["rules:\n- id: a\n  id: b\n", /^Map keys must be unique\.$/, 2],
      ["- id: a\n", /list of rules under the key `rules`/, 0],
      ["rules: 5\n", /list of rules under the key `rules`/, 0],
      ["", /list of rules under the key `rules`/, 0],
      ["rules:\n- message: m\n", /needs the key `id`/, 1],
      ["rules:\n- id: a b\n", /may hold only letters/, 1],
      ["rules:\n- a\n", /must be a mapping/, 1],
      ["a: &a [*a]\nrules: []\n", /nested too deeply/, 0],
    ];
    for (const [text, message, line] of broken) {
      const { ruleId, at, message: said } = error(text);
      strictEqual(ruleId, undefined);
      match(said, message);
      strictEqual(at?.line, line, text);
    }
  });

  it("survives aliases that multiply and brackets without end", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}]`);
    match(error(`a0: &a0 x\n${levels.join("\n")}\nrules: []\n`).message, /nested too deeply/);
    match(error("[".repeat(50_000)).message, /\.$/);
  });

  it("never throws on random text, and every error has a place and a sentence", () => {
    const token = fc.constantFrom(
      ...[
        "rules:",
        "- ",
        "id: a",
        "  ",
        "\n",
        "pattern: ",
        "patterns:",
        "pattern-either: ",
        "[",
        "]",
        "{",
        "}",
        ",",
        ": ",
        "&a ",
        "*a",
        "|",
        ">",
        "'",
        '"',
        "#",
        "\t",
        "severity: ERROR",
        "languages: [python]",
        "message: m",
        "metavariable-regex: ",
        "!!set",
        "? ",
        "--- ",
        "\ud800",
      ],
    );
    const random = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(token, { maxLength: 40 }).map((parts) => parts.join("")),
    );
    return fc.assert(
      fc.property(random, (text) => {
        for (const { message, at } of load(text).errors) {
          match(message, /\.$/);
          ok(at && at.line >= 0 && at.column >= 0);
        }
      }),
      { seed: 20260615, numRuns: 3000 },
    );
  });

  it("never throws on rules of any shape", () => {
    const keys = [
      "id",
      "message",
      "severity",
      "languages",
      "pattern",
      "patterns",
      "pattern-either",
      "pattern-not",
      "pattern-inside",
      "metavariable-regex",
      "metavariable",
      "regex",
      "comparison",
      "focus-metavariable",
      "fix",
      "fix-regex",
      "paths",
      "metadata",
      "options",
      "min-version",
      "mode",
    ];
    const leaf = fc.constantFrom("a", "$X", "ERROR", "python", 1, true, null);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 6 }),
      ),
    }));
    const rule = fc.tuple(value, fc.dictionary(fc.constantFrom(...keys), value)).map(([pattern, extra]) => ({
      id: "a",
      message: "m",
      severity: "ERROR",
      languages: ["python"],
      pattern,
      ...extra,
    }));
    return fc.assert(
      fc.property(rule, (content) => {
        const { rules, errors } = load(JSON.stringify({ rules: [content] }));
        ok(rules.length + errors.length <= 1);
      }),
      { seed: 20260615, numRuns: 1000 },
    );
  });
});
