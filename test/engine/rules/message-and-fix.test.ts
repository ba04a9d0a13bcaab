import { deepStrictEqual, strictEqual } from "node:assert";
import type { Binding, Match, Target } from "../../../src/engine/patterns/match";
import { fixTitle } from "../../../src/engine/rules/fix";
import { interpolate } from "../../../src/engine/rules/message";
import { type Bench, createBench, ruleOf } from "./support";

let bench: Bench;
before(async () => {
  bench = await createBench();
});

describe("message", () => {
  const message = (template: string, pattern: string, code: string): string =>
    bench.run(ruleOf(`pattern: ${pattern}`, { message: template }), code)[0]!.message;

  it("shows the source of what is bound", () => {
    strictEqual(message("Call of $F with $X.", "$F($X)", 'f(a + "b")\n'), 'Call of f with a + "b".');
  });

  it("leaves unbound names and an empty ellipsis as written", () => {
    strictEqual(message("$X $Y $...A", "f($X, $...A)", "f(1)\n"), "1 $Y $...A");
    strictEqual(message("$...A", "f($...A)", "f(1, 2)\n"), "1, 2");
  });

  it("takes the longest name that is bound, and a shorter one where it is not", () => {
    strictEqual(message("$X $XY $XYZ", "f($X, $XY)", "f(1, 2)\n"), "1 2 2Z");
  });

  it("shows the value that is known behind a name", () => {
    strictEqual(message("value($X) $X", "f($X)", 'K = "v"\nf(K)\n'), '"v" K');
    strictEqual(message("value($X)", "f($X)", "f(u)\n"), "u");
    strictEqual(message("value($X)", "f($X)", "f('v')\n"), "'v'");
  });

  it("does not look into what it inserted", () => {
    strictEqual(message("$X", 'f("$X", $Y)', 'f("$Y", 2)\n'), "$Y");
  });

  it("shows captures", () => {
    const rule = ruleOf("pattern-regex: 'k(?<NN>\\d)(\\w)'", { language: "regex", message: "$NN $2" });
    strictEqual(bench.run(rule, "k1a")[0]?.message, "1 a");
  });

  it("asks for the form of each inserted text, and of no value that was hidden before", () => {
    const binding: Binding = { start: 2, end: 3, text: "•••", kind: "node", row: 0, count: 1 };
    const match: Match = { start: 0, end: 4, bindings: new Map([["$X", binding]]) };
    const target: Target = {
      text: "f(K)",
      language: "python",
      floats: false,
      matchAll: () => ({ matches: [] }),
      find: () => [],
      findIn: () => [],
      same: () => false,
      hasType: () => false,
      bindingAt: () => binding,
      content: () => undefined,
      pieces: () => [],
      memoryFault: () => undefined,
      constant: () => "secret",
      elements: () => undefined,
    };
    strictEqual(
      interpolate("$X value($X)", match, target, (text) => `<${text}>`),
      "<•••> <•••>",
    );
  });
});

describe("fix", () => {
  const fixed = (lines: string, code: string, language = "python"): string | undefined =>
    bench.run(ruleOf(lines, { language }), code)[0]?.fixed;

  it("fills the template", () => {
    strictEqual(fixed("pattern: f($X)\nfix: g($X, safe=True)", "y = f(a)\n"), "y = g(a, safe=True)\n");
  });

  it("offers nothing without a fix, or where it changes nothing", () => {
    strictEqual(fixed("pattern: f($X)", "f(a)\n"), undefined);
    strictEqual(fixed("pattern: f($X)\nfix: f($X)", "f(a)\n"), undefined);
    strictEqual(fixed("pattern: f($X)\nfix-regex: {regex: z, replacement: y}", "f(a)\n"), undefined);
  });

  it("wins over fix-regex", () => {
    strictEqual(fixed("pattern: f($X)\nfix: g()\nfix-regex: {regex: f, replacement: h}", "f(a)\n"), "g()\n");
  });

  it("indents its further lines to the column of the match", () => {
    const rule = "pattern: f($X)\nfix: |\n  if $X:\n    g()\n\n    h()";
    strictEqual(fixed(rule, "if a:\n  f(1)\n"), "if a:\n  if 1:\n    g()\n  \n    h()\n");
    strictEqual(
      fixed('pattern: f($X)\nfix: "g();\\n$X;"', "if (a) {\n\tf(1);\n}", "javascript"),
      "if (a) {\n\tg();\n\t1;;\n}",
    );
    strictEqual(fixed("pattern: f($X)\nfix: g($X)", 'if a:\n  f("""p\nq""")\n'), 'if a:\n  g("""p\n  q""")\n');
  });

  it("keeps the file's line ends", () => {
    strictEqual(fixed('pattern: f($X)\nfix: "g = 1\\n$X"', "f(1)\r\nh()\r\n"), "g = 1\r\n1\r\nh()\r\n");
  });

  it("of our own rules leaves the lines of what it inserts, and adds no parentheses", () => {
    const own = { ...ruleOf("pattern: f($X)\nfix: |\n  g(\n    $X,\n\n  )"), builtIn: true };
    const hit = bench.run(own, 'if a:\n  y = f("""p\nq""")\n')[0];
    strictEqual(hit?.fixed, 'if a:\n  y = g(\n        """p\nq""",\n\n      )\n');
    strictEqual(
      bench.run({ ...ruleOf("pattern: f($X)\nfix: g($X)"), builtIn: true }, "f(1 + 2)")[0]?.fixed,
      "g(1 + 2)",
    );
  });

  // Each as Semgrep 1.182 gives it.
  const printed: readonly (readonly [string, string, string, string])[] = [
    ["f($X)", "$X", "f(1 + 2)", "(1 + 2)"],
    ["f($X)", "$X", "f(not x)", "(not x)"],
    ["f($X)", "$X", "f(x if y else z)", "x if y else z"],
    ["f($X)", "k.g($X, 1)", "f((5+3))", "k.g(((5+3)), 1)"],
    ["f($X)", "k.g($X,1)", "f(x.y(1,2))", "k.g(x.y(1,2), 1)"],
    ["f(k=$X)", "g(k=$X)", "f(k=1 + 2)", "g(k=1 + 2)"],
    ["f($...X)", "g($...X, k=2)", "f()", "g(k=2)"],
    ["f($...X)", "g(k =  2, $...X)", "f(1,2)", "g(1, 2, k =  2)"],
    ["f($...X)", "g($...X)", "f(1,  2)", "g(1,  2)"],
    ["f($...X, a=1, $...Y)", "g($...X, a =  2, $...Y)", "f(x, a=1,b=3)", "g(x, a =  2, b=3)"],
    ["f($X)", "[$X]", "f(1 + 2)", "[1 + 2]"],
    ["f($X)", "g($X).y", "f(1 + 2)", "g((1 + 2)).y"],
    ["f($X, $Y)", "$X and $Y", "f(a or b, c(1))", "((a or b) and c(1))"],
    ['f("$X")', "g('$X')", "f('it\"s')", "g('it\"s')"],
    ["a.$F($...X)", "b.$F($...X)", "a.c(1,2)", "b.c(1,2)"],
  ];
  for (const [pattern, fix, code, result] of printed) {
    it(`of Python is printed from its tree: ${fix} for ${code}`, () => {
      strictEqual(fixed(`pattern: ${JSON.stringify(pattern)}\nfix: ${JSON.stringify(fix)}`, code), result);
    });
  }

  const inJavaScript: readonly (readonly [string, string, string, string])[] = [
    ["f($X)", "g($X)", "f(!x)", "g((!x))"],
    ["f($X)", "g($X)", "f(typeof x)", "g(typeof x)"],
    ["f($X)", "g($X)", "f(a ?? b)", "g((a ?? b))"],
    ["f($X)", "g($X)", "f(...x)", "g(...x)"],
    ["f($X)", "$X.g()", "f(1 + 2)", "1 + 2.g()"],
    ["f($...X)", "k.g(1, $...X)", "f()", "k.g(1)"],
    ["f($X, $Y)", "$X === $Y", "f(a + b, c)", "((a + b) === c)"],
    ["f($X)", "!$X", "f(a + b)", "!a + b"],
  ];
  for (const [pattern, fix, code, result] of inJavaScript) {
    it(`of JavaScript is printed from its tree: ${fix} for ${code}`, () => {
      const rule = `pattern: ${JSON.stringify(pattern)}\nfix: ${JSON.stringify(fix)}`;
      strictEqual(fixed(rule, code, "javascript"), result);
    });
  }

  it("deletes the line where nothing else is on it", () => {
    const rule = 'pattern: f()\nfix: ""';
    strictEqual(fixed(rule, "a\n  f()  \nb\n"), "a\nb\n");
    strictEqual(fixed(rule, "a\nf() # c\n"), "a\n # c\n");
    strictEqual(fixed(rule, "a; f()"), "a; ");
    strictEqual(fixed(rule, "f()"), "");
  });

  it("drops an ellipsis that stands for nothing, with its comma", () => {
    strictEqual(fixed("pattern: f($...A)\nfix: g($...A, safe=True)", "f()\n"), "g(safe=True)\n");
    strictEqual(fixed("pattern: f($X, $...A)\nfix: g($X, $...A)", "f(1)\n"), "g(1)\n");
    strictEqual(fixed("pattern: f($X, $...A)\nfix: g($X, $...A)", "f(1, 2, k=3)\n"), "g(1, 2, k=3)\n");
  });

  it("replaces by a regular expression: all matches, or the first one as often as counted", () => {
    const rule = (more: string) => `pattern: f($X)\nfix-regex: {regex: '(a)(b)?', replacement: '[\\1$2\\0]'${more}}`;
    strictEqual(fixed(rule(""), "f(xaab)\n"), "f(x[aa][abab])\n");
    strictEqual(fixed(rule(", count: 2"), "f(xa)\n"), "f(x[[aa]a])\n");
    strictEqual(fixed(rule(", count: 0"), "f(xa)\n"), undefined);
    strictEqual(fixed("pattern: f($X)\nfix-regex: {regex: '^a', replacement: z}", "f(a)\n"), undefined);
  });

  it("ends where a counted replacement brings its own match back", () => {
    strictEqual(fixed("pattern: f($X)\nfix-regex: {regex: a, replacement: a, count: 100000000}", "f(a)\n"), undefined);
  });

  it("has a title", () => {
    strictEqual(fixTitle(ruleOf("pattern: f()")), "Apply the fix of test");
    const titled = ruleOf("pattern: f()\nmetadata: {caveat: {fix: {title: Use g}}}");
    deepStrictEqual([fixTitle(titled), titled.metadata.caveat?.fix], ["Use g", { title: "Use g" }]);
  });
});
