/** Expected results were seen from Semgrep 1.182.0 on the same rules and codes. */
import { deepStrictEqual, strictEqual } from "node:assert";
import { type Bench, createBench, ruleOf } from "./support";

interface Case {
  readonly title: string;
  readonly formula: string;
  readonly code: string;
  /** `matched text` or `matched text | message`, each distinct one once. */
  readonly expected: readonly string[];
  readonly message?: string;
  readonly language?: string;
}

const selection = "sel(k(m), n)\n";
const comparison = (text: string): string => `patterns:
- pattern: f($X)
- metavariable-comparison: {comparison: ${JSON.stringify(text)}}`;

const cases: readonly Case[] = [
  {
    title: "the context of a rule for any text is a regular expression",
    formula: "patterns: [{pattern-regex: 'ke.'}, {pattern-inside: 'a ... b'}]",
    code: "key keys\na key b\n",
    language: "regex",
    expected: ["key"],
  },
  {
    title: "what excludes in a rule for any text is a regular expression",
    formula: "patterns: [{pattern-regex: 'ke.'}, {pattern-not-inside: 'key?s'}, {pattern-not: 'kex'}]",
    code: "keys kex key\n",
    language: "regex",
    expected: ["key"],
  },
  {
    title: "a choice between contexts is one, and is looked for after the rest",
    formula:
      "patterns: [{pattern: \"...\\nclass $S { ... }\\n...\"}, {pattern-either: [{pattern-inside: 'function $F() { k($S); ... }'}, {pattern-inside: 'h($S)'}]}, {pattern: 'g($A)'}]",
    code: "function f() { k(C); g(1); }\nclass C {}\n",
    language: "javascript",
    expected: ["g(1)"],
  },
  {
    title: "intersection keeps the smaller range with the bindings of both",
    formula: "patterns: [{pattern: 'f($X)'}, {pattern: 'g($Y)'}]",
    code: "f(g(1))\ng(2)\nf(3)\n",
    message: "$X $Y",
    expected: ["g(1) | g(1) 1"],
  },
  {
    title: "shared metavariables must agree",
    formula: "patterns: [{pattern-inside: 'f($X, ...)'}, {pattern: 'g($X)'}]",
    code: "f(a, g(a))\nf(a, g(b))\n",
    expected: ["g(a)"],
  },
  {
    title: "only contexts report the smaller context",
    formula: "patterns: [{pattern-inside: 'oo($X, ...)'}, {pattern-inside: 'oo(..., $Y)'}]",
    code: "oo(1, 2)\n",
    message: "$X $Y",
    expected: ["oo(1, 2) | 1 2"],
  },
  {
    title: "a context never narrows a plain match",
    formula: "patterns: [{pattern: 'f(...)'}, {pattern-inside: 'g(...)'}]",
    code: "f(g(1))\ng(f(2))\n",
    expected: ["f(2)"],
  },
  {
    title: "a nested block of contexts is a context",
    formula: "patterns: [{patterns: [{pattern-inside: 'g(...)'}]}, {pattern: 'f(...)'}]",
    code: "f(1)\ng(f(2))\nf(g(3))\n",
    expected: ["f(2)"],
  },
  {
    title: "a focused context is a plain range",
    formula: "patterns: [{patterns: [{pattern-inside: 'f($X)'}, {focus-metavariable: $X}]}, {pattern: 'f(...)'}]",
    code: "f(1)\n",
    expected: ["1"],
  },
  {
    title: "alternatives are a union, contexts among them too",
    formula: "pattern-either: [{pattern-inside: 'f($X)'}, {pattern: 'g(1)'}]",
    code: "f(1)\ng(1)\ng(2)\n",
    expected: ["f(1)", "g(1)"],
  },
  {
    title: "a lone metavariable selects inside what the others found",
    formula: "patterns: [{pattern: 'sel(...)'}, {pattern: $X}]",
    code: selection,
    message: "$X",
    expected: ["sel(k(m), n) | sel(k(m), n)", "sel | sel", "k(m) | k(m)", "k | k", "m | m", "n | n"],
  },
  {
    title: "a bound lone metavariable selects every use",
    formula: "patterns: [{pattern-inside: 'selb($X); ...'}, {pattern: $X}, {pattern-not-inside: 'selb(...)'}]",
    code: "selb(o1); u(o1); v(o1.b); w(o2)\n",
    expected: ["o1"],
  },
  {
    title: "pattern-not removes equal ranges only",
    formula: "patterns: [{pattern: 'f(...)'}, {pattern-not: 'f(\"...\")'}]",
    code: 'f("a")\nf(g("a"))\n',
    expected: ['f(g("a"))'],
  },
  {
    title: "pattern-not of alternatives",
    formula: "patterns: [{pattern: 'f($X)'}, {pattern-not: {pattern-either: [{pattern: f(1)}, {pattern: f(2)}]}}]",
    code: "f(1)\nf(2)\nf(3)\n",
    expected: ["f(3)"],
  },
  {
    title: "a metavariable bound only by an exclusion is free",
    formula: "patterns: [{pattern: 'f(...)'}, {pattern-not: 'f($X, $X)'}]",
    code: "f(a, b)\nf(a, a)\n",
    expected: ["f(a, b)"],
  },
  {
    title: "an exclusion's metavariables must agree with the match",
    formula: "patterns: [{pattern: 'f($X, $Y)'}, {pattern-not: 'f($Y, $X)'}]",
    code: "f(a, b)\nf(a, a)\n",
    expected: ["f(a, b)"],
  },
  {
    title: "pattern-not-inside removes what is contained, bindings agreeing",
    formula: "patterns: [{pattern: 'f($X, $Y)'}, {pattern-not-inside: \"guard($X)\\n...\"}]",
    code: "f(b, a)\nguard(b)\nf(b, c)\nf(c, b)\n",
    expected: ["f(b, a)", "f(c, b)"],
  },
  {
    title: "pattern-not of a context removes what is contained",
    formula: "patterns: [{pattern: 'f($X)'}, {pattern-not: {patterns: [{pattern-inside: 'wrap(...)'}]}}]",
    code: "wrap(f(1))\nf(2)\n",
    expected: ["f(2)"],
  },
  {
    title: "an excluded regular expression removes either way round",
    formula: "patterns: [{pattern: 'f($X)'}, {pattern-not-regex: 'zz|^g\\(.*\\)$'}]",
    code: 'f("azza")\ng(f(1))\nf(2)\n',
    expected: ["f(2)"],
  },
  {
    title: "pattern and pattern-regex keep the regular expression's range; mere overlap is dropped",
    formula: "patterns: [{pattern: 'f($X)'}, {pattern-regex: 'z+|\\(1\\)\\nend'}]",
    code: 'f("azzb")\nf(1)\nend\n',
    expected: ["zz"],
  },
  {
    title: "captures are bound; the smaller match's numbers win, names must agree",
    formula: "patterns: [{pattern-regex: 'rx(\\d)(?<NN>\\d)'}, {pattern-regex: '(\\d)'}]",
    code: "rx45\n",
    message: "$1 $2 $NN",
    expected: ["4 | 4 5 5", "5 | 5 5 5"],
  },
  {
    title: "named captures conflict where they differ",
    formula: "patterns: [{pattern-regex: 'rx(\\d)(?<NN>\\d)'}, {pattern-regex: '(?<NN>\\d)'}]",
    code: "rx45\n",
    message: "$1 $NN",
    expected: ["5 | 5 5"],
  },
  {
    title: "a list of focused metavariables is a union",
    formula: "patterns: [{pattern: 'f($A, $B)'}, {focus-metavariable: [$A, $B]}]",
    code: "f(q, r)\n",
    expected: ["q", "r"],
  },
  {
    title: "two entries of focus are an intersection",
    formula: "patterns: [{pattern: 'f($A, $B)'}, {focus-metavariable: $A}, {focus-metavariable: $B}]",
    code: "f(q, r)\n",
    expected: [],
  },
  {
    title: "a focus that encloses the match leaves it",
    formula: "patterns: [{pattern-inside: 'enc($X)'}, {pattern: g}, {focus-metavariable: $X}]",
    code: "enc(q(g))\n",
    expected: ["g"],
  },
  {
    title: "metavariable-regex is anchored at the start of the source text, quotes included",
    formula: "patterns: [{pattern: 'f($X)'}, {metavariable-regex: {metavariable: $X, regex: 'a|[\"]b'}}]",
    code: 'f(ab)\nf(ba)\nf("b")\nf("a")\n',
    expected: ["f(ab)", 'f("b")'],
  },
  {
    title: "metavariable-regex with constant propagation sees the value without quotes",
    formula:
      "patterns: [{pattern: 'f($X)'}, {metavariable-regex: {metavariable: $X, regex: '(kk|12)$', constant-propagation: true}}]",
    code: 'K = "kk"\nf(K)\nf("kk")\nf(12)\nf("x")\n',
    expected: ["f(K)", 'f("kk")', "f(12)"],
  },
  {
    title: "named groups of metavariable-regex bind, once per match that follows at once",
    formula: "patterns: [{pattern: 'f($X)'}, {metavariable-regex: {metavariable: $X, regex: '(?<NN>[abc])'}}]",
    code: "f(abxc)\nf(bac)\n",
    message: "$NN",
    expected: ["f(abxc) | a", "f(abxc) | b", "f(bac) | b", "f(bac) | a", "f(bac) | c"],
  },
  {
    title: "metavariable-regex never passes on a numbered capture",
    formula: "patterns: [{pattern-regex: 'k=(\\d+)'}, {metavariable-regex: {metavariable: $1, regex: '6'}}]",
    code: "k=6\n",
    expected: [],
  },
  {
    title: "and does on a named one",
    formula: "patterns: [{pattern-regex: 'k=(?P<NN>\\d+)'}, {metavariable-regex: {metavariable: $NN, regex: '6'}}]",
    code: "k=6\n",
    expected: ["k=6"],
  },
  {
    title: "metavariable-regex sees the text of an ellipsis",
    formula: "patterns: [{pattern: 'f($...A)'}, {metavariable-regex: {metavariable: $...A, regex: '1, *2'}}]",
    code: "f(1, 2, 3)\nf(2, 1)\n",
    expected: ["f(1, 2, 3)"],
  },
  {
    title: "an unbound metavariable fails a condition",
    formula: "patterns: [{pattern: 'f($X)'}, {metavariable-regex: {metavariable: $Y, regex: ''}}]",
    code: "f(1)\n",
    expected: [],
  },
  {
    title: "metavariable-pattern matches anywhere inside; each condition's bindings make their own copies",
    formula: `patterns:
- pattern: two($X, $Y)
- metavariable-pattern: {metavariable: $X, pattern: 'a($A)'}
- metavariable-pattern: {metavariable: $Y, pattern: 'b($B)'}`,
    code: "two([a(1), a(3)], b(2))\n",
    message: "A=$A B=$B",
    expected: [1, 3].map((a) => `two([a(1), a(3)], b(2)) | A=${a} B=$B`).concat("two([a(1), a(3)], b(2)) | A=$A B=2"),
  },
  {
    title: "a metavariable-pattern that binds nothing new makes no copy",
    formula: `patterns:
- pattern: two($X, $Y)
- metavariable-pattern: {metavariable: $X, pattern: a(1)}
- metavariable-pattern: {metavariable: $Y, pattern: 'b($B)'}`,
    code: "two(a(1), b(2))\n",
    message: "B=$B",
    expected: ["two(a(1), b(2)) | B=2"],
  },
  {
    title: "what a metavariable-pattern binds is seen by focus",
    formula:
      "patterns: [{pattern: 'f($X)'}, {metavariable-pattern: {metavariable: $X, pattern: 'a($A)'}}, {focus-metavariable: $A}]",
    code: "f(b(a(1)))\n",
    expected: ["1"],
  },
  {
    title: "but not by other conditions of the block",
    formula: `patterns:
- pattern: f($X)
- metavariable-pattern: {metavariable: $X, pattern: 'g($Z)'}
- metavariable-regex: {metavariable: $Z, regex: '1'}`,
    code: "f(g(1))\n",
    expected: [],
  },
  {
    title: "only by those of a block around it",
    formula: `patterns:
- patterns: [{pattern: 'f($X)'}, {metavariable-pattern: {metavariable: $X, pattern: 'g($Z)'}}]
- metavariable-regex: {metavariable: $Z, regex: '1'}`,
    code: "f(g(1))\nf(g(2))\n",
    expected: ["f(g(1))"],
  },
  {
    title: "exclusions alone must equal the whole fragment",
    formula:
      "patterns: [{pattern: 'f($X)'}, {metavariable-pattern: {metavariable: $X, patterns: [{pattern-not: 'h(...)'}]}}]",
    code: "f(h(1))\nf([h(1)])\n",
    expected: ["f([h(1)])"],
  },
  {
    title: "outer bindings constrain the fragment's patterns, exclusions too",
    formula:
      "patterns: [{pattern: 'f($X, $Y)'}, {metavariable-pattern: {metavariable: $X, patterns: [{pattern-not: h($Y)}]}}]",
    code: "f(h(p), p)\nf(h(q), p)\n",
    expected: ["f(h(q), p)"],
  },
  {
    title: "contexts do not reach outside the fragment",
    formula: `patterns:
- pattern: f($X)
- metavariable-pattern: {metavariable: $X, patterns: [{pattern: q(...)}, {pattern-not-inside: r(...)}]}`,
    code: "f(q(1))\nf(r(q(2)))\nr(f(q(3)))\n",
    expected: ["f(q(1))", "f(q(3))"],
  },
  {
    title: "a fragment's regular expression sees quotes; with a language it does not",
    formula: `pattern-either:
- patterns: [{pattern: 'f($X)'}, {metavariable-pattern: {metavariable: $X, pattern-regex: '^a'}}]
- patterns: [{pattern: 'g($X)'}, {metavariable-pattern: {metavariable: $X, language: regex, pattern-regex: '^a'}}]`,
    code: 'f("ab")\ng("ab")\n',
    expected: ['g("ab")'],
  },
  {
    title: "a text is read as another language, and its bindings stand in the document",
    formula: `patterns:
- pattern: f("$S")
- metavariable-pattern: {metavariable: $S, language: javascript, pattern: alert($Q)}
- focus-metavariable: $Q`,
    code: 'f("alert(1); alert(two)")\n',
    expected: ["1", "two"],
  },
  { title: "comparison of numbers", formula: comparison("$X > 2"), code: "f(2)\nf(3)\n", expected: ["f(3)"] },
  { title: "of constants", formula: comparison("$X == 'v'"), code: 'K = "v"\nf(K)\nf(u)\n', expected: ["f(K)"] },
  { title: "code is not comparable", formula: comparison("$X == $X"), code: "f(u)\nf(1)\n", expected: ["f(1)"] },
  { title: "but its text is", formula: comparison("str($X) == 'u'"), code: "f(u)\nf(v)\n", expected: ["f(u)"] },
  { title: "membership in Python", formula: comparison("$X in [1, 2]"), code: "f(2)\nf(3)\n", expected: ["f(2)"] },
  {
    title: "membership in JavaScript, where numbers are floats",
    language: "javascript",
    formula: comparison("$X in [1, 2]"),
    code: "f(2)\n",
    expected: [],
  },
  {
    title: "products of numbers as they are written",
    language: "javascript",
    formula: comparison("$X > 3000"),
    code: "f(60 * 60 * 24);\nf(60 * 2);\nf(w * 4000);\n",
    expected: ["f(60 * 60 * 24)"],
  },
  {
    title: "what a comparison names need not be bound",
    language: "javascript",
    formula: "patterns: [{pattern: 'f($X)'}, {metavariable-comparison: {metavariable: $Y, comparison: '$X == 3'}}]",
    code: "f(3);\nf(4);\n",
    expected: ["f(3)"],
  },
  {
    title: "strip wraps metavariables in int()",
    formula:
      "patterns: [{pattern: 'f($X)'}, {metavariable-comparison: {metavariable: $X, strip: true, comparison: '$X == 3'}}]",
    code: 'f("3")\nf("0x3")\nf(3)\nf("x")\n',
    expected: ['f("3")', 'f("0x3")', "f(3)"],
  },
  {
    title: "rules for any text use regular expressions alone",
    language: "regex",
    formula: "patterns: [{pattern-regex: '^key=(?<NN>.*)$'}, {focus-metavariable: $NN}]",
    code: "# comment\nkey=abc\n  key=x\n",
    expected: ["abc"],
  },
];

describe("formula", () => {
  let bench: Bench;
  before(async () => {
    bench = await createBench();
  });

  for (const { title, formula, code, expected, message, language = "python" } of cases) {
    it(title, () => {
      const hits = bench.run(ruleOf(formula, { language, ...(message ? { message } : {}) }), code);
      deepStrictEqual([...new Set(hits.map((hit) => (message ? `${hit.text} | ${hit.message}` : hit.text)))], expected);
    });
  }

  it("gives matches in order of place, each once", () => {
    const rule = ruleOf("pattern-either: [{pattern: g($X)}, {pattern: f(...)}, {pattern: 'g(...)'}, {pattern: g(1)}]");
    deepStrictEqual(
      bench.run(rule, "g(f(1))\nf(g(1))\n").map(({ text, match }) => `${match.start} ${text} ${match.bindings.size}`),
      ["0 g(f(1)) 1", "0 g(f(1)) 0", "2 f(1) 0", "8 f(g(1)) 0", "10 g(1) 1", "10 g(1) 0"],
    );
  });

  it("says that text without a language cannot be searched by metavariable-pattern", () => {
    bench.reports.length = 0;
    const rule = ruleOf(
      "patterns: [{pattern: 'f(\"$S\")'}, {metavariable-pattern: {metavariable: $S, pattern-regex: a}}]",
    );
    deepStrictEqual(bench.run(rule, 'f("a")\n'), []);
    deepStrictEqual(bench.reports, ["`metavariable-pattern` on `$S` needs a `language`, since it stands for text."]);
  });

  it("ends in counted steps where everything lies in everything, and says so", () => {
    bench.reports.length = 0;
    const rule = ruleOf("patterns: [{pattern: 'f(...)'}, {pattern-inside: 'f(...)'}]");
    const nested = `${"f(".repeat(600)}1${")".repeat(600)}\n`;
    const hits = bench.run(rule, nested.repeat(3));
    strictEqual(hits.length > 0, true);
    deepStrictEqual(
      [...new Set(bench.reports)],
      ["The rule matches too many combinations of places in this file; some were left out."],
    );
  });
});
