import { deepStrictEqual, match, ok, strictEqual } from "node:assert";
import * as fc from "fast-check";
import { mergeRules } from "../../../src/engine/rules/loader";
import type { Rule, RuleError } from "../../../src/engine/rules/rule";
import { load, ruleWith } from "./rule-files";

/** The only mistake of a file. */
function error(text: string): RuleError {
  const { errors } = load(text);
  strictEqual(errors.length, 1, JSON.stringify(errors));
  return errors[0]!;
}

const patternsOf = (rules: readonly Rule[]): unknown[] =>
  rules.map(({ formula }) => (formula.type === "pattern" ? formula.pattern : formula.type));

describe("loader's errors", () => {
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
    ["an extraction", "  mode: extract\n  pattern: f()", /mode `extract` are not supported/, [5, 8]],
    ["dependencies", "  pattern: f()\n  r2c-internal-project-depends-on: {}", /about dependencies are not run/, [6, 2]],
    ["two syntaxes", "  pattern: f()\n  match: f()", /both `match` and `pattern`/, [6, 2]],
    ["only an exclusion", "  match: {not: f()}", /needs something to find/, [5, 2]],
    ["only exclusions", "  match: {all: [{not: f()}]}", /`all` needs something to find/, [5, 10]],
    ["two operators", "  match: {pattern: f(), regex: a}", /not both `pattern` and `regex`/, [5, 24]],
    ["an unknown operator of the newer syntax", "  match: {every: [f()]}", /^Unknown operator `every`\.$/, [5, 10]],
    ["no operator", "  match: {as: $X}", /needs one of `pattern`, `regex`/, [5, 9]],
    ["an exclusion among any", "  match: {any: [f(), {not: g()}]}", /only stand directly under `all`/, [5, 22]],
    ["a condition on nothing", "  match: {pattern: f(), where: [{strip: true}]}", /needs one of `focus`/, [5, 32]],
    ["an unknown mode", "  mode: fast\n  pattern: f()", /Unknown mode `fast`/, [5, 8]],
    [
      "an analyzer of the commercial engine",
      "  patterns:\n  - pattern: f()\n  - metavariable-analysis: {metavariable: $X, analyzer: entropy_v2}",
      /`entropy_v2` is only in Semgrep's commercial engine; use `entropy` or `redos`/,
      [7, 56],
    ],
    [
      "an unknown analyzer",
      "  match: {pattern: f($X), where: [{metavariable: $X, analyzer: luck}]}",
      /Unknown analyzer `luck`/,
      [5, 63],
    ],
    [
      "a condition on a resolved name",
      "  patterns:\n  - pattern: f()\n  - metavariable-name: {metavariable: $X}",
      /only in Semgrep's commercial engine/,
      [7, 4],
    ],
    [
      "a type without its name",
      "  patterns:\n  - pattern: f()\n  - metavariable-type: {metavariable: $X}",
      /needs the key `type` or `types`/,
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

  it("tells languages that are not supported, and runs the rule on the others", () => {
    const { rules, errors, notes } = load(ruleWith("  pattern: f()").replace("[python]", "[apex, py, ex]"));
    deepStrictEqual([rules[0]?.languages, errors], [["apex", "python", "elixir"], []]);
    deepStrictEqual(notes, [
      {
        file: "rules.yml",
        ruleId: "a",
        message: "Not supported, and so not run: `apex`, `elixir`.",
        at: { line: 4, column: 13 },
      },
    ]);
  });

  it("refuses a rule none of whose languages is supported", () => {
    const { message } = error(ruleWith("  pattern: f()").replace("[python]", "[clojure, ex]"));
    strictEqual(message, "No language of the rule is supported: `clojure`, `elixir`.");
  });

  it("runs both of two rules with one id, and says so", () => {
    const twice = `${ruleWith("  pattern: f()")}${ruleWith("  pattern: g()").replace("rules:\n", "")}`;
    const { rules, errors, notes } = load(twice);
    deepStrictEqual(patternsOf(rules), ["f()", "g()"]);
    deepStrictEqual(errors, []);
    deepStrictEqual(
      notes.map(({ ruleId, at, message }) => ({ ruleId, at, message })),
      [{ ruleId: "a", at: { line: 6, column: 6 }, message: "The id `a` is used twice; both rules run." }],
    );
    const merged = mergeRules([
      { file: "one.yml", rules },
      { file: "two.yml", rules: [...rules, ...load(ruleWith("\n  pattern: f()\n  fix: g()")).rules] },
    ]);
    deepStrictEqual([patternsOf(merged.rules), merged.errors], [["f()", "g()", "f()"], []]);
  });

  it("keeps the ids of built-in rules for them", () => {
    const own = load(ruleWith("  pattern: f()")).rules;
    const builtIn = own.map((rule) => ({ ...rule, builtIn: true }));
    const merged = mergeRules([
      { file: "one.yml", rules: builtIn },
      { file: "two.yml", rules: own },
    ]);
    deepStrictEqual(merged.rules, builtIn);
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

  it("says what a merge key lacks", () => {
    match(error(`rules: [{<<: x, id: a}]`).message, /^`<<` must name a mapping\.$/);
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
