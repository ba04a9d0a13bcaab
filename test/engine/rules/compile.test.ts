import { deepStrictEqual, ok, strictEqual, throws } from "node:assert";
import { RuleFault } from "../../../src/engine/rules/compile";
import { compileRules, loadCompiledRules, packed } from "../../../src/engine/rules/compiled";
import { examplesOf } from "../../../src/engine/rules/examples";
import { couldMatch } from "../../../src/engine/rules/prefilter";
import { type Bench, createBench, ruleOf } from "./support";

let bench: Bench;
before(async () => {
  bench = await createBench();
});

describe("compile", () => {
  const faults: readonly (readonly [string, string, RegExp, number])[] = [
    [
      "a pattern that does not parse",
      "patterns:\n- pattern: f()\n- pattern-not: 'f(('",
      /The pattern `f\(\(` cannot be read: /,
      7,
    ],
    [
      "a regular expression that does not parse",
      "pattern-regex: 'a('",
      /The regular expression `a\(` is wrong at offset 2: /,
      5,
    ],
    [
      "a regular expression of a condition",
      "patterns:\n- pattern: f($X)\n- metavariable-regex: {metavariable: $X, regex: '['}",
      /The regular expression `\[`/,
      7,
    ],
    [
      "a comparison",
      "patterns:\n- pattern: f($X)\n- metavariable-comparison: {comparison: '$X <'}",
      /The comparison has an unexpected `its end`/,
      7,
    ],
    [
      "a numbered capture in a comparison",
      "patterns:\n- pattern-regex: (a)\n- metavariable-comparison: {comparison: '$1 == 2'}",
      /name the group/,
      7,
    ],
    [
      "a regular expression in a comparison",
      "patterns:\n- pattern: f($X)\n- metavariable-comparison: {comparison: \"re.match('(', $X)\"}",
      /The regular expression `\(`/,
      7,
    ],
    [
      "a language that is not run",
      "patterns:\n- pattern: f($X)\n- metavariable-pattern: {metavariable: $X, language: bash, pattern: a}",
      /`bash` are not run yet/,
      7,
    ],
  ];
  for (const [title, formula, message, line] of faults) {
    it(`says where and why: ${title}`, () => {
      throws(
        () => bench.compile(ruleOf(formula)),
        (error) => {
          ok(error instanceof RuleFault);
          strictEqual(error.ruleId, "test");
          strictEqual(error.at?.line, line);
          ok(message.test(error.message) && /[^.]\.$/.test(error.message), error.message);
          return true;
        },
      );
    });
  }

  it("says what is wrong with fix-regex", () => {
    throws(() => bench.compile(ruleOf("pattern: f()\nfix-regex: {regex: '(', replacement: a}")), RuleFault);
  });
});

describe("prefilter", () => {
  const could = (formula: string, text: string): boolean =>
    couldMatch(bench.compile(ruleOf(formula)).required, ({ text: literal }) => text.includes(literal));

  it("needs what every positive needs", () => {
    const formula = "patterns:\n- pattern: alpha(...)\n- pattern-inside: beta(...)\n- pattern-not: gamma(...)";
    strictEqual(could(formula, "beta(alpha())"), true);
    strictEqual(could(formula, "alpha()"), false);
    strictEqual(could(formula, "beta()"), false);
  });

  it("needs one of the alternatives", () => {
    const formula = "pattern-either:\n- pattern: alpha(...)\n- pattern: beta(...)";
    strictEqual(could(formula, "alpha()"), true);
    strictEqual(could(formula, "beta()"), true);
    strictEqual(could(formula, "gamma()"), false);
  });

  it("needs nothing where an alternative needs nothing", () => {
    strictEqual(could("pattern-either:\n- pattern: alpha(...)\n- pattern: $F(...)", "x"), true);
  });

  it("needs one of the words that a condition begins with, and what a searched fragment needs", () => {
    const begins =
      "patterns:\n- pattern: run($X)\n- metavariable-regex: { metavariable: $X, regex: '^(?:req|ctx)\\b' }";
    strictEqual(could(begins, "run(req)"), true);
    strictEqual(could(begins, "run(a)"), false);
    const anywhere =
      "patterns:\n- pattern: run($X)\n- metavariable-regex: { metavariable: $X, regex: '(?s).*(?:req|ctx)\\.' }";
    strictEqual(could(anywhere, "run(1 + ctx.a)"), true);
    strictEqual(could(anywhere, "run(a)"), false);
    const perhaps = "patterns:\n- pattern: run($X)\n- metavariable-regex: { metavariable: $X, regex: '^(req)?' }";
    strictEqual(could(perhaps, "run(a)"), true);
    const holds = "patterns:\n- pattern: run($X)\n- metavariable-pattern: { metavariable: $X, pattern: $A.query }";
    strictEqual(could(holds, "run(a.query)"), true);
    strictEqual(could(holds, "run(a.body)"), false);
  });

  it("needs a literal of each alternative of a condition, words of code where they begin one", () => {
    const needed = (positive: string, regex: string) => {
      const rule = `patterns:\n- ${positive}\n- metavariable-regex: { metavariable: $X, regex: '${regex}' }`;
      return bench
        .compile(ruleOf(rule))
        .required.flat()
        .map(({ text, as }) => `${as} ${text}`);
    };
    const nested = "^((req|ctx)\\b|[\\w.]+\\.searchParams\\b)(?!.*(a|b))[^ ]*$";
    deepStrictEqual(needed("pattern: $F($X)", nested), ["start req", "start ctx", "text .searchParams"]);
    deepStrictEqual(needed("pattern: $F($X)", "^(req|c\\.req|p?)$"), []);
    deepStrictEqual(needed("pattern: $F($X)", "^(req|params?|tr(a|b))$"), ["start req", "text param", "text tr"]);
    deepStrictEqual(needed("pattern: $F($X)", "^(get|put)\\w*$"), ["text get", "text put"]);
    // Captures may begin within a word.
    deepStrictEqual(needed("pattern-regex: '(?<X>a.*)'", "^(req|ctx)$"), ["text a", "text req", "text ctx"]);
  });

  it("needs the literals of regular expressions", () => {
    strictEqual(could("pattern-regex: 'secret_\\w+'", "no"), false);
    strictEqual(could("pattern-regex: 'secret_\\w+'", "secret_a"), true);
  });

  it("needs of a flow a source and a sink, or across files any part of it", () => {
    const flow =
      "mode: taint\npattern-sources: [{pattern: get()}, {pattern: read()}]\npattern-sinks: [{pattern: run(...)}, {pattern: eval(...)}]";
    strictEqual(could(flow, "eval(read())"), true);
    strictEqual(could(flow, "run(1)"), false);
    strictEqual(could(flow, "get()"), false);
    strictEqual(could(`${flow}\noptions: {interfile: true}`, "run(1)"), true);
    strictEqual(could(`${flow}\noptions: {interfile: true}`, "get()"), true);
    strictEqual(could(`${flow}\noptions: {interfile: true}`, "other()"), false);
  });

  it("never rules out a text that matches", () => {
    const formulas = [
      "pattern: os.system(...)",
      "pattern: '$X = $Y'",
      "patterns:\n- pattern: $X\n- pattern-inside: run(...)",
      "pattern-either:\n- pattern: run($C)\n- pattern-regex: ru.",
      "pattern: '\"=~/a/\"'",
    ];
    const code = 'from os import system as run\nx = "cat"\nrun(x)\n';
    for (const formula of formulas) {
      const rule = ruleOf(formula);
      ok(bench.run(rule, code).length > 0, formula);
      ok(could(formula, code), formula);
    }
  });
});

describe("compiled rules", () => {
  const file = (id: string) =>
    `rules: [{id: ${id}, message: m, severity: LOW, languages: [python], patterns: [{pattern: f($X)}, {metavariable-pattern: {metavariable: $X, pattern: g()}}], metadata: {at: {line: 5}, caveat: {examples: {bad: [x, y], good: [z]}}}}]`;

  it("survive JSON, without places but with all metadata", () => {
    const { compiled, errors } = compileRules([{ file: "a.yml", text: file("a") }]);
    deepStrictEqual(errors, []);
    const [rule] = loadCompiledRules(JSON.parse(JSON.stringify(compiled)));
    deepStrictEqual(rule, compiled.rules[0]);
    strictEqual(JSON.stringify(rule?.formula).includes('"at"'), false);
    deepStrictEqual(rule?.metadata.at, { line: 5 });
    strictEqual(rule?.builtIn, true);
    strictEqual(bench.run(rule!, "f(g())\n").length, 1);
  });

  it("hold once what several flows have in common", () => {
    const flow = (id: string) =>
      `{id: ${id}, message: m, severity: LOW, languages: [python], mode: taint, pattern-sources: [{pattern: s()}], pattern-sinks: [{pattern: ${id}()}]}`;
    const { compiled, errors } = compileRules([{ file: "a.yml", text: `rules: [${flow("a")}, ${flow("b")}]` }]);
    deepStrictEqual(errors, []);
    const json = JSON.stringify(packed(compiled));
    strictEqual(json.split('"s()"').length, 2);
    deepStrictEqual(loadCompiledRules(JSON.parse(json)), compiled.rules);
    const damaged = { ...JSON.parse(json), formulas: [] };
    throws(() => loadCompiledRules(damaged), /^Error: The compiled rules are damaged: there is no formula 0\.$/);
  });

  it("report the mistakes of every file", () => {
    const { compiled, errors } = compileRules([
      { file: "a.yml", text: file("a") },
      { file: "b.yml", text: "rules: [" },
      { file: "c.yml", text: file("a") },
    ]);
    strictEqual(compiled.rules.length, 1);
    deepStrictEqual(
      errors.map((error) => [error.file, error.ruleId]),
      [
        ["b.yml", undefined],
        ["c.yml", "a"],
      ],
    );
  });

  it("are refused where damaged", () => {
    for (const json of [
      null,
      5,
      [],
      {},
      { version: 2 },
      { version: 1, rules: [] },
      { version: 2, rules: [5] },
      { version: 2, rules: [{ id: "a" }] },
    ]) {
      throws(() => loadCompiledRules(json), /^Error: The compiled rules .*\.$/);
    }
  });

  it("carry their examples", () => {
    const { compiled } = compileRules([{ file: "a.yml", text: file("a") }]);
    deepStrictEqual(examplesOf(compiled.rules[0]!), [
      { ruleId: "a", kind: "bad", index: 0, code: "x" },
      { ruleId: "a", kind: "bad", index: 1, code: "y" },
      { ruleId: "a", kind: "good", index: 0, code: "z" },
    ]);
  });
});
