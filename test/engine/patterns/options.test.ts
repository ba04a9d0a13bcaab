/** Options of rules; expected results as Semgrep 1.182.0 gives them. */
import { deepStrictEqual } from "node:assert";
import { c } from "../../../src/engine/languages/c";
import { cpp } from "../../../src/engine/languages/cpp";
import { DEFAULT_OPTIONS, optionsFrom, optionsIn, type PatternOptions } from "../../../src/engine/patterns/options";
import { textsOf } from "./matches";

type Option = keyof PatternOptions;

describe("options of patterns", () => {
  // What is found with the default, and with the other value.
  const cases: readonly (readonly [Option, string, string, string, readonly string[], readonly string[]])[] = [
    ["constant_propagation", "javascript", "f(1)", "const x = 1; f(x); f(1);", ["f(x)", "f(1)"], ["f(1)"]],
    [
      "arrow_is_function",
      "javascript",
      "f(() => 1)",
      "f(function () { return 1; });",
      ["f(function () { return 1; })"],
      [],
    ],
    ["arrow_is_function", "javascript", "f(() => { ... })", "f(function () {});", ["f(function () {})"], []],
    [
      "flddef_assign",
      "javascript",
      "$X = (...) => {...}",
      "class A { a = 1; b = () => { c(); }; m() { d(); } }",
      [],
      ["b = () => { c(); }", "m() { d(); }"],
    ],
    ["flddef_assign", "javascript", "m = $Y", "o = {m() { d(); }}", [], ["m() { d(); }"]],
    [
      "unify_ids_strictly",
      "javascript",
      "$V = open(); ... use($V);",
      "const v = open(); function h() { const v = 1; use(v); }",
      [],
      ["const v = open(); function h() { const v = 1; use(v); }"],
    ],
    ["let_is_var", "javascript", "var $X = 1;", "var x = 1;\nlet y = 1;", ["var x = 1", "let y = 1"], ["var x = 1"]],
    ["vardef_assign", "javascript", "x = 1", "var x = 1;", ["x = 1"], []],
    ["vardef_assign", "javascript", "<... x = 1 ...>", "var x = 1;", ["var x = 1"], []],
    [
      "implicit_ellipsis",
      "javascript",
      "f({x: 1})",
      "f({x: 1, y: 2}); f({x: 1});",
      ["f({x: 1, y: 2})", "f({x: 1})"],
      ["f({x: 1})"],
    ],
    ["implicit_ellipsis", "javascript", "f({x: 1, ...})", "f({x: 1, y: 2});", ["f({x: 1, y: 2})"], ["f({x: 1, y: 2})"]],
    ["attr_expr", "python", "f(1)", "@f(1)\ndef g(): pass\n", ["f(1)"], []],
    ["implicit_return", "javascript", "return $X", "a(() => 1);", ["=> 1"], []],
    ["implicit_deep_exprstmt", "javascript", "f();", "g(f());\nf();", ["g(f());", "f();"], ["f();"]],
    ["go_deeper_expr", "python", "f(<... a ...>)", "f(b(a))\nf(a)\n", ["f(b(a))", "f(a)"], ["f(a)"]],
    ["go_deeper_stmt", "javascript", "a();\n...\nb();", "a(); if (c) { b(); }", ["a(); if (c) { b(); }"], []],
    ["commutative_boolop", "javascript", "a && b", "b && a; a && b;", ["a && b"], ["b && a", "a && b"]],
    ["symmetric_eq", "javascript", "a == b", "b == a; a == b;", ["a == b"], ["b == a", "a == b"]],
    ["ac_matching", "javascript", "a | c", "c | a; a | c;", ["c | a", "a | c"], ["a | c"]],
    ["xml_attrs_implicit_ellipsis", "javascript", "<a/>", '<a b="1"/>', ['<a b="1"/>'], []],
    ["xml_singleton_loose_matching", "javascript", "<a/>", "<a>b</a>", ["<a>b</a>"], []],
    ["xml_children_ordered", "javascript", "<a><b/><c/></a>", "<a><c/><b/></a>", [], ["<a><c/><b/></a>"]],
  ];
  for (const [option, language, pattern, code, byDefault, otherwise] of cases) {
    it(`${option} decides on ${pattern} for ${code}`, async () => {
      const other = optionsFrom({ [option]: !DEFAULT_OPTIONS[option] });
      deepStrictEqual(await textsOf(language, pattern, code), byDefault);
      deepStrictEqual(await textsOf(language, pattern, code, other), otherwise);
    });
  }

  it("decorators keep their order only where they must", async () => {
    const found = (code: string, ordered: boolean): Promise<string[]> =>
      textsOf("python", "@a\n@b\ndef $F(): ...", code, optionsFrom({ decorators_order_matters: ordered }));
    const swapped = "@b\n@a\ndef f(): pass";
    const between = "@a\n@c\n@b\ndef f(): pass";
    deepStrictEqual([await found(swapped, false), await found(between, false)], [[swapped], [between]]);
    deepStrictEqual([await found(swapped, true), await found(between, true)], [[], [between]]);
  });

  const declared = "E a(b); E c(b, d); E e{b}; E g(h.i(), 1); int j(int k); E l(m(b));";
  const [ctor, function_] = [{ cpp_parsing_pref: "as_vardef_with_ctor" }, { cpp_parsing_pref: "as_fundef" }];
  const variables = ["E a(b);", "E c(b, d);", "E e{b};", "E g(h.i(), 1);", "E l(m(b));"];
  const preferred: readonly (readonly [Record<string, unknown>, string, readonly string[]])[] = [
    [ctor, "E $X(...);", variables],
    // It is the default where there are options at all.
    [{ interfile: true }, "E $X(...);", variables],
    [ctor, "E $X($Y, ...);", variables],
    [ctor, "const E $X($Y, 1);", []],
    [ctor, "{ ... E $X($Y, 1); ... }", [`{ ${declared} }`]],
    [ctor, "int $F(int $X);", ["int j(int k);"]],
    [ctor, "$T $F(int $X);", ["int j(int k);"]],
    [function_, "E $X($Y, ...);", []],
    [function_, "int $F(...);", ["int j(int k);"]],
    [function_, "E $X($Y);", []],
    [{}, "E $X($Y, ...);", []],
    [{}, "$T $F(...);", ["int j(int k);"]],
  ];
  for (const [values, pattern, found] of preferred) {
    it(`${JSON.stringify(values)} decides what ${pattern} of C++ declares`, async () => {
      const options = optionsFrom(values);
      const code = `void f() { ${declared} }`;
      deepStrictEqual(await textsOf("cpp", pattern, code, options), found);
    });
  }

  it("patterns that an option says nothing of are the same with it", () => {
    const options = optionsFrom(ctor);
    deepStrictEqual(optionsIn(options, c, "E a(...);"), DEFAULT_OPTIONS);
    deepStrictEqual(optionsIn(options, cpp, "return a(...);"), DEFAULT_OPTIONS);
    deepStrictEqual(optionsIn(options, cpp, "int a(int b, char *);"), DEFAULT_OPTIONS);
    deepStrictEqual(optionsIn(options, cpp, "E a(...);"), options);
    deepStrictEqual(optionsIn(options, cpp), options);
    deepStrictEqual(optionsIn(optionsFrom(function_), c), DEFAULT_OPTIONS);
  });

  it("knows an older name, and leaves out what it does not know", () => {
    deepStrictEqual(optionsFrom({ commutative_compop: true, luck: true, ac_matching: "yes" }), {
      ...DEFAULT_OPTIONS,
      cpp_parsing_pref: "as_vardef_with_ctor",
      symmetric_eq: true,
    });
  });
});
