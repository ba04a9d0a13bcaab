import assert from "node:assert/strict";
import * as fc from "fast-check";
import { compileRules, loadCompiledRules } from "../../../src/engine/rules/compiled";
import { fragmentLanguages } from "../../../src/engine/rules/fragment-languages";
import { readLabelExpression } from "../../../src/engine/rules/label-expression";
import { LocatedError } from "../../../src/engine/rules/located";
import { DEFAULT_LABEL, type LabelExpression, type Taint } from "../../../src/engine/rules/taint";
import { load, only, ruleWith } from "./rule-files";

function taintOf(lines: string): Taint {
  const { formula } = only(ruleWith(lines));
  assert.ok(formula.type === "taint");
  return formula;
}

/** Without the places, which the tests of mistakes are about. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === "at" ? undefined : part)));

const label = (name: string): LabelExpression => ({ type: "label", name });
const pattern = (text: string) => ({ type: "pattern", pattern: text });

const CLASSIC = `  mode: taint
  pattern-sources:
  - pattern: source()
  - patterns: [{pattern: f($X)}, {focus-metavariable: $X}]
    exact: true
    by-side-effect: only
    control: true
    label: B
    requires: A
  pattern-sinks:
  - pattern: sink($X)
  - pattern: send($A, $B)
    exact: false
    at-exit: true
    requires: [{$A: A}, {$B: not A}]
  - pattern-either: [{pattern: g()}, {pattern: h()}]
    requires: A and (B or True)
  pattern-sanitizers:
  - pattern: clean(...)
  - pattern: check($X)
    exact: true
    by-side-effect: true
    not_conflicting: true
  pattern-propagators:
  - pattern: copy($A, $B)
    from: $B
    to: $A
  - pattern: decode($A)
    from: $A
    to: $A
    by-side-effect: false
    label: C
    replace-labels: [A, B]
    requires: A
`;

describe("a rule in taint mode", () => {
  it("has defaults for all that it does not say", () => {
    const { sources, sinks, sanitizers, propagators } = taintOf(CLASSIC);
    assert.deepEqual(plain([sources[0], sinks[0], sanitizers[0], propagators[0]]), [
      { formula: pattern("source()"), exact: false, bySideEffect: "no", control: false, label: DEFAULT_LABEL },
      { formula: pattern("sink($X)"), exact: true, atExit: false },
      { formula: pattern("clean(...)"), exact: false, bySideEffect: false, notConflicting: false },
      { formula: pattern("copy($A, $B)"), from: "$B", to: "$A", bySideEffect: true },
    ]);
  });

  it("says what it says", () => {
    const { sources, sinks, sanitizers, propagators } = taintOf(CLASSIC);
    const { formula: _source, ...source } = sources[1];
    const { formula: _sink, ...sink } = sinks[1];
    const { formula: _sanitizer, ...sanitizer } = sanitizers[1];
    const { formula: _propagator, ...propagator } = propagators[1];
    assert.deepEqual(plain([source, sink, sanitizer, propagator]), [
      { exact: true, bySideEffect: "only", control: true, label: "B", requires: label("A") },
      {
        exact: false,
        atExit: true,
        requires: {
          type: "each",
          parts: [
            { metavariable: "$A", expression: label("A") },
            { metavariable: "$B", expression: { type: "not", operand: label("A") } },
          ],
        },
      },
      { exact: true, bySideEffect: true, notConflicting: true },
      {
        from: "$A",
        to: "$A",
        bySideEffect: false,
        label: "C",
        replaceLabels: ["A", "B"],
        requires: label("A"),
      },
    ]);
    assert.deepEqual(plain(sinks[2].requires), {
      type: "all",
      expression: {
        type: "and",
        operands: [label("A"), { type: "or", operands: [label("B"), { type: "constant", value: true }] }],
      },
    });
  });

  it("may be written in the newer syntax, without a mode", () => {
    const newer = taintOf(`  taint:
    sources: [source(), {pattern: g($X), label: B, where: [{focus: $X}]}]
    sinks: [{any: [sink(...), {regex: a}], requires: B}]
    sanitizers: [{pattern: clean(...), not-conflicting: true}]
    propagators: [{pattern: "copy($A, $B)", from: $B, to: $A}]
`);
    assert.deepEqual(plain(newer.sources[0]), {
      formula: pattern("source()"),
      exact: false,
      bySideEffect: "no",
      control: false,
      label: DEFAULT_LABEL,
    });
    assert.deepEqual([newer.sources[1].formula.type, newer.sources[1].label], ["all", "B"]);
    assert.deepEqual(newer.sinks[0].requires, { type: "all", expression: label("B") });
    assert.equal(newer.sanitizers[0].notConflicting, true);
    assert.deepEqual([newer.propagators[0].from, newer.propagators[0].to], ["$B", "$A"]);
  });

  it("asks sources for their values, as text in lower case", () => {
    const { sources } = taintOf(`  mode: taint
  pattern-sources: [{pattern: f($X), caveat_values: [MD5, ""], caveat_under: hash}]
  pattern-sinks: [{pattern: sink(...)}]
`);
    assert.deepEqual(plain(sources[0]), {
      formula: pattern("f($X)"),
      exact: true,
      values: ["md5", ""],
      under: "hash",
      bySideEffect: "no",
      control: false,
      label: DEFAULT_LABEL,
    });
  });

  it("names languages in any of its formulas", () => {
    const inner = "{metavariable: $X, language: js, pattern: f()}";
    const part = (name: string): string =>
      `  pattern-${name}: [{patterns: [{pattern: g($X)}, {metavariable-pattern: ${inner}}]}]\n`;
    const rest = "  pattern-sinks: [{pattern: h()}]\n";
    const rule = only(ruleWith(`  mode: taint\n${part("sources")}${rest}`));
    assert.deepEqual(fragmentLanguages([rule]), ["javascript"]);
  });

  it("survives JSON, without places", () => {
    const { compiled, errors } = compileRules([{ file: "a.yml", text: ruleWith(CLASSIC) }]);
    assert.deepEqual(errors, []);
    const [rule] = loadCompiledRules(JSON.parse(JSON.stringify(compiled)));
    assert.deepEqual(rule.formula, plain(taintOf(CLASSIC)));
  });

  const SINKS = "  pattern-sinks: [{pattern: s()}]\n";
  const mistakes: readonly (readonly [string, string, RegExp, number, number])[] = [
    ["no sinks", "  mode: taint\n  pattern-sources: []", /needs the key `pattern-sinks`/, 1, 2],
    ["no sources", `  mode: taint\n${SINKS}`, /needs the key `pattern-sources`/, 1, 2],
    ["no sinks in the newer syntax", "  taint: {sources: [f()]}", /`taint` needs the key `sinks`/, 5, 9],
    ["no mode", `  pattern-sources: [{pattern: f()}]\n${SINKS}`, /needs `mode: taint`/, 5, 2],
    ["no list", `  mode: taint\n  pattern-sources: f()\n${SINKS}`, /`pattern-sources` must be a list/, 6, 19],
    ["a text", `  mode: taint\n  pattern-sources: [f()]\n${SINKS}`, /`pattern-sources` must be a mapping/, 6, 20],
    ["no formula", `  mode: taint\n  pattern-sources: [{label: A}]\n${SINKS}`, /needs one of `pattern`/, 6, 20],
    ["only an exclusion", "  taint: {sources: [{not: f()}], sinks: [s()]}", /`sources` needs something to find/, 5, 20],
    [
      "a bad side effect",
      `  mode: taint\n  pattern-sources: [{pattern: f(), by-side-effect: never}]\n${SINKS}`,
      /`by-side-effect` must be true, false or only/,
      6,
      51,
    ],
    [
      "a flag that is none",
      `  mode: taint\n  pattern-sources: [{pattern: f(), exact: 1}]\n${SINKS}`,
      /`exact` must be true or false/,
      6,
      42,
    ],
    [
      "a bad expression",
      `  mode: taint\n  pattern-sources: [{pattern: f(), requires: A &}]\n${SINKS}`,
      /no expression over labels.*: `&` is not expected\./,
      6,
      45,
    ],
    [
      "a propagator without its end",
      `  mode: taint\n  pattern-sources: [{pattern: f()}]\n${SINKS}  pattern-propagators: [{pattern: g($A), from: $A}]`,
      /A propagator needs the key `to`/,
      8,
      24,
    ],
    [
      "an end that is no metavariable",
      `  mode: taint\n  pattern-sources: [{pattern: f()}]\n${SINKS}  pattern-propagators: [{pattern: g(a), from: a, to: $A}]`,
      /`a` is no metavariable/,
      8,
      46,
    ],
    [
      "a condition of a sink on no metavariable",
      "  mode: taint\n  pattern-sources: [{pattern: f()}]\n  pattern-sinks: [{pattern: s($X), requires: [{X: A}]}]",
      /`X` is no metavariable/,
      7,
      47,
    ],
  ];
  for (const [title, lines, message, line, column] of mistakes) {
    it(`is refused for ${title}`, () => {
      const { errors } = load(ruleWith(lines));
      assert.equal(errors.length, 1, JSON.stringify(errors));
      assert.match(errors[0].message, message);
      assert.deepEqual(errors[0].at, { line, column });
    });
  }

  it("is refused for any text", () => {
    const text = ruleWith(`  mode: taint\n  pattern-sources: [{pattern-regex: f}]\n${SINKS}`);
    const { errors } = load(text.replace("python", "regex"));
    assert.match(errors[0].message, /^Taint mode follows code/);
  });

  it("runs with what has no meaning in it, which is said", () => {
    const { rules, errors, notes } = load(
      ruleWith(`  mode: taint\n  pattern-sources: [{pattern: f(), by_side_effect: true}]\n  pattern-sinks: []`),
    );
    assert.deepEqual([rules.length, errors], [1, []]);
    assert.deepEqual(
      notes.slice(0, 2).map(({ message, at }) => [message, at?.line]),
      [
        ["`by_side_effect` has no meaning in `pattern-sources`.", 6],
        ["`pattern-sinks` is empty, so the rule finds nothing.", 7],
      ],
    );
  });
});

describe("an expression over labels", () => {
  const at = { line: 3, column: 4 };
  const read = (text: string): LabelExpression => readLabelExpression(text, at);

  it("binds `not` before `and`, and `and` before `or`", () => {
    assert.deepEqual(read("A or not B and C"), {
      type: "or",
      operands: [label("A"), { type: "and", operands: [{ type: "not", operand: label("B") }, label("C")] }],
    });
    assert.deepEqual(read("not not (A)"), { type: "not", operand: { type: "not", operand: label("A") } });
    assert.deepEqual(read(" False\n"), { type: "constant", value: false });
  });

  it("is refused where it is none, at its place", () => {
    for (const text of ["", "A B", "A and", "or A", "(A", "A)", "A && B", "not", "1", "A == B"]) {
      assert.throws(
        () => read(text),
        (error) => error instanceof LocatedError && error.at === at && /no expression over labels/.test(error.message),
        text,
      );
    }
    assert.throws(() => read(`${"(".repeat(100_000)}A`), /nested too deeply/);
    assert.throws(() => read(`${"not ".repeat(100_000)}A`), /nested too deeply/);
  });

  it("throws nothing else, whatever the text", () => {
    const token = fc.constantFrom("A", "B", "and", "or", "not", "(", ")", "True", " ", "\n", "&", "é");
    const texts = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(" "));
    return fc.assert(
      fc.property(texts, (text) => {
        try {
          read(text);
        } catch (error) {
          assert.ok(error instanceof LocatedError, text);
        }
      }),
      { seed: 7 },
    );
  });
});
