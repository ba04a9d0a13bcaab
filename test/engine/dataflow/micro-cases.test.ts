// Taint, one behaviour at a time, from a rule's text to findings: the answers are those of a real Semgrep (1.182).
import assert from "node:assert/strict";
import type { Analyzer } from "../../../src/engine/analyzer";
import { covered, createTestAnalyzer, Desk } from "../analyzer/desk";

const SOURCE = "pattern-sources: [{pattern: t}]";
const SINK = "pattern-sinks: [{pattern: s(...)}]";
const PLAIN = `${SOURCE}\n${SINK}`;
const FOCUSED_SINK = "pattern-sinks: [{patterns: [{pattern: s($X)}, {focus-metavariable: $X}]}]";
const SAFE = "options: {taint_assume_safe_functions: true}";
const ASSIGNED = "options: {taint_only_propagate_through_assignments: true}";
const EXACT_CALLS = "pattern-sources: [{pattern-either: [{pattern: t()}, {pattern: g(...)}], exact: true}]";
const PART_SINK =
  "pattern-sinks: [{patterns: [{pattern-either: [{pattern: $X.$F}, {pattern: '$X[$F]'}, {pattern: s($X)}]}, {focus-metavariable: $X}]}]";
const CALLED = "pattern-sources: [{pattern: t()}]";
const focused = (pattern: string, more = ""): string =>
  `{patterns: [{pattern: '${pattern}'}, {focus-metavariable: $X}]${more}}`;

/** What a rule of these keys finds in a file. */
type Case = readonly [
  title: string,
  language: "javascript" | "python" | "ruby" | "c",
  keys: string,
  code: string,
  found: string[],
];

const sinks: readonly Case[] = [
  ["a call's result is taken for what it is given", "javascript", PLAIN, "s(g(t));\n", ["s(g(t))"]],
  ["unless functions are safe", "javascript", `${PLAIN}\n${SAFE}`, "s(g(t));\n", []],
  ["of a focused argument too", "javascript", `${SOURCE}\n${FOCUSED_SINK}`, "s(g(t));\n", ["g(t)"]],
  ["where it is safe as well", "javascript", `${SOURCE}\n${FOCUSED_SINK}\n${SAFE}`, "s(g(t));\n", []],
  ["a condition is no data", "javascript", PLAIN, "s(c ? a : b);\ns(t ? a : b);\ns(c ? t : b);\n", ["s(c ? t : b)"]],
  [
    "two sinks in each other are two",
    "javascript",
    `${SOURCE}\npattern-sinks: [{pattern: s(...)}, {pattern: r(...)}]`,
    "s(r(t));\n",
    ["s(r(t))", "r(t)"],
  ],
  ["of one sink the outermost counts", "javascript", PLAIN, "s(1, () => { s(t) });\n", []],
  ["narrowed ones count side by side", "javascript", `${SOURCE}\n${FOCUSED_SINK}\n${SAFE}`, "s(s(t));\n", ["t"]],
  ["and once where both are reached", "javascript", `${SOURCE}\n${FOCUSED_SINK}`, "s(s(t));\n", ["s(t)"]],
  ["of narrowed calls the outermost", "javascript", `${CALLED}\n${FOCUSED_SINK}\n${SAFE}`, "s(s(t()));\n", []],
  ["of calls that are exact sources too", "javascript", `${EXACT_CALLS}\n${SINK}`, "g(s(t()));\ns(t());\n", ["s(t())"]],
  [
    "a place that is read by its parts is not all of them",
    "javascript",
    `${SOURCE}\n${PART_SINK}`,
    "o.a = t;\no.b.c();\no.a.c;\ns(o);\n",
    ["o.a", "o"],
  ],
  ["nor where it is pointed to", "c", `${SOURCE}\n${PART_SINK}`, "void f(A *p) { p->a = t; *p; p->a.b; }\n", ["p->a"]],
  [
    "assignments alone hand on what parts hold",
    "javascript",
    `${SOURCE}\n${FOCUSED_SINK}\n${ASSIGNED}`,
    "o.a = t;\ns(o.a);\nx[0] = t;\ns(x[0]);\ny = t;\ns(y.a);\ns(y[0]);\ns(y + 1);\ny++;\ns(y);\n",
    ["o.a", "x[0]"],
  ],
];

const SANITIZED = `${PLAIN}\npattern-sanitizers: [{pattern: clean(...)}]`;
const CLEANED = `${PLAIN}\npattern-sanitizers: [${focused("clean($X)", ", by-side-effect: true")}]`;
const UNFOCUSED = `${PLAIN}\npattern-sanitizers: [{pattern: clean($X), by-side-effect: true}]`;

const sanitizers: readonly Case[] = [
  [
    "a source is one with the parts that were cleaned before",
    "javascript",
    CLEANED,
    "clean(t.a);\ns(t.a);\n",
    ["s(t.a)"],
  ],
  ["the result is clean", "javascript", SANITIZED, "s(clean(t));\n", []],
  ["and no sink stands in it", "javascript", SANITIZED, "clean(s(t));\n", []],
  ["what it was called with is not", "javascript", SANITIZED, "clean(t);\ns(t);\n", ["s(t)"]],
  ["by a side effect a variable is", "javascript", CLEANED, "x = t;\nclean(x);\ns(x);\n", []],
  ["so is what comes of it at once", "javascript", CLEANED, "x = t;\ns(f(clean(x)));\n", []],
  ["no sink stands in what has a side effect", "javascript", UNFOCUSED, "clean(s(t));\n", []],
  ["if it is exactly what is meant", "javascript", UNFOCUSED, "x = t;\nclean(x);\ns(x);\n", ["s(x)"]],
];

const places: readonly Case[] = [
  ["what is put into a list does not taint it", "python", PLAIN, "l.add(t)\ns(l)\n", []],
  ["a field taints its object", "python", PLAIN, "x.a = t\ns(x)\n", ["s(x)"]],
  ["and no other field", "python", PLAIN, "x.a = t\ns(x.b)\n", []],
  ["entries of an object are apart", "javascript", PLAIN, "o = {a: t, b: 1};\ns(o.b);\ns(o.a);\n", ["s(o.a)"]],
  [
    "what a pointer leads to is given by the pointer",
    "c",
    `pattern-sources: [{pattern: t()}]\npattern-sinks: [{patterns: [{pattern: '*$X = $Y'}, {focus-metavariable: $X}]}]`,
    "void f() {\n  int *p = t();\n  *p = 1;\n  *q = 1;\n}\n",
    ["p"],
  ],
  ["elements are not", "javascript", PLAIN, 'o["a"] = t;\ns(o["b"]);\ns(o.a);\n', ['s(o["b"])']],
  ["a clean element cleans the whole", "javascript", PLAIN, "o = t;\no[0] = 1;\ns(o);\n", []],
  ["a slice is not followed, an element is", "python", PLAIN, "s(t[1:])\ns(t[1])\n", ["s(t[1])"]],
  ["x.concat(y) changes x in Ruby", "ruby", PLAIN, "x = f()\nx.concat(t)\ns(x)\n", ["s(x)"]],
  ["and elsewhere it does not", "javascript", PLAIN, "x = f();\nx.concat(t);\ns(x);\n", []],
  [
    "closures see what is around them",
    "javascript",
    PLAIN,
    "function f() { const x = t; function g() { s(x); } }\n",
    ["s(x)"],
  ],
  ["but not in Python", "python", PLAIN, "def f():\n    x = t\n    def g():\n        s(x)\n", []],
];

const ONLY = `pattern-sources: [${focused("w($X)", ", by-side-effect: only")}]\n${SINK}`;
const SPREAD = `pattern-sources: [{pattern: w(...)}]\n${SINK}`;
const EXACT = `pattern-sources: [{pattern: w(...), exact: true}]\n${SINK}`;
const COPIES = `${CALLED}\n${SINK}\npattern-propagators: [{pattern: 'copy($A, $B)', from: $B, to: $A}]`;

const effects: readonly Case[] = [
  ["a variable is tainted from there on", "javascript", ONLY, "w(y);\ns(y);\n", ["s(y)"]],
  ["and not yet there", "javascript", ONLY, "s(w(y));\n", []],
  ["what stands in a source is tainted", "javascript", SPREAD, "w(s(y));\n", ["s(y)"]],
  ["but of an exact one, which is the call alone", "javascript", EXACT, "w(s(y));\ns(w(y));\n", ["s(w(y))"]],
  ["a propagator taints what it names", "javascript", COPIES, "copy(y, t());\ns(y);\n", ["s(y)"]],
  ["if what taints was looked at before", "javascript", COPIES, "x = t();\ncopy(y, x);\ns(y);\n", []],
];

const given = (pattern: string, more = ""): string => `pattern-sources: [${focused(pattern, more)}]\n${SINK}`;
const LASTING = given("$X = g()", ", by-side-effect: true");
const AFTERWARDS = given("$X = g()", ", by-side-effect: only");

const assigned: readonly Case[] = [
  [
    "what is assigned as a whole is no source",
    "javascript",
    given("$X = g()"),
    "var a = g();\ns(a);\nb = g();\ns(b);\n",
    [],
  ],
  ["nor is a field", "javascript", given("$X = g()"), "o.a = g();\ns(o.a);\n", []],
  ["by a side effect it is", "javascript", LASTING, "var a = g();\ns(a);\n", ["s(a)"]],
  ["from there on too", "javascript", AFTERWARDS, "var a = g();\ns(a);\n", ["s(a)"]],
  ["a part is one", "javascript", given("const {$X} = g()"), "const {a} = g();\ns(a);\n", ["s(a)"]],
  ["so is one of several", "python", given("$X, $Y = g()"), "a, b = g()\ns(a)\n", ["s(a)"]],
  ["but no element", "python", given("for $X in $Y: ..."), "for a in b:\n    s(a)\n", []],
];

const BOTH = `options: {taint_unify_mvars: true}
pattern-sources: [{patterns: [{pattern: 'function f(..., $X, ..., $Y, ...) { ... }'}, {focus-metavariable: [$X, $Y]}]}]
pattern-sinks: [{pattern: 's($X, $Y)'}]`;
const unified: readonly Case[] = [
  [
    "any of several matches may say what is meant",
    "javascript",
    BOTH,
    "function f(a, b, c) { s(b, c); }\n",
    ["s(b, c)"],
  ],
  ["one must", "javascript", BOTH, "function f(a, b, c) { s(c, b); }\n", []],
];

const LABELS = `pattern-sources: [{pattern: a(), label: A}, {pattern: c(...), label: C, requires: A}]`;
const labels: readonly Case[] = [
  [
    "a label may ask for another",
    "javascript",
    `${LABELS}\npattern-sinks: [{pattern: s(...), requires: C}]`,
    "s(c(a()));\ns(c(1));\n",
    ["s(c(a()))"],
  ],
  ["none is no taint", "javascript", `${LABELS}\npattern-sinks: [{pattern: s(...), requires: not A}]`, "s(z);\n", []],
  ["labelled taint does not come to plain sinks", "javascript", `${LABELS}\n${SINK}`, "s(a());\n", []],
];

const PARAMETER = `pattern-sources: [${focused("function f($X) { ... }")}]\n${SINK}`;
const parameters: readonly Case[] = [
  ["names of an object are tainted with it", "javascript", PARAMETER, "function f({a}) { s(a); }\n", ["s(a)"]],
  ["those of a list are not", "javascript", PARAMETER, "function f([a]) { s(a); }\n", []],
  ["a lambda's parameter begins clean", "javascript", PLAIN, "t.map(x => s(x));\n", []],
];

const ways: readonly Case[] = [
  [
    "what an else throws its handler does not see",
    "python",
    PLAIN,
    "def f():\n    x = 1\n    try:\n        pass\n    except E:\n        x = t\n    else:\n        raise E()\n    s(x)\n",
    [],
  ],
  [
    "lambdas that nothing calls do not see each other",
    "javascript",
    CLEANED.replace("{pattern: t}", "{pattern: t()}"),
    "function f() { const g = () => { x = t(); }; const h = () => { s(x); }; }\n",
    [],
  ],
  [
    "a source around a lambda is around what it holds",
    "javascript",
    `pattern-sources: [{pattern: w(...)}]\npattern-sinks: [{pattern: $A + $B}]`,
    "w(() => { x = 'a' + y; });\n",
    ["'a' + y"],
  ],
];

const indented = (text: string): string => text.replace(/^(?=.)/gm, "    ");
const ruleFile = (language: string, keys: string): string =>
  `rules:\n  - id: r\n    message: m\n    severity: ERROR\n    languages: [${language}]\n    mode: taint\n${indented(keys)}\n`;

describe("flows, as Semgrep follows them", () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await createTestAnalyzer();
  });
  after(() => analyzer.dispose());

  const groups = { sinks, sanitizers, places, effects, assigned, unified, labels, parameters, ways };
  for (const [group, cases] of Object.entries(groups)) {
    describe(group, () => {
      for (const [title, language, keys, code, expected] of cases) {
        it(title, () => {
          const desk = new Desk(analyzer, ruleFile(language, keys));
          assert.deepEqual(analyzer.ruleProblems(desk.rules), []);
          const analysis = desk.open(code, language);
          assert.deepEqual(analysis.problems, []);
          assert.deepEqual(covered(code, analysis), expected);
        });
      }
    });
  }
});
