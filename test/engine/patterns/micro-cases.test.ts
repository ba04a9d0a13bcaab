// What a pattern matches, case by case: the answers are those of a real Semgrep (1.182).
import assert from "node:assert/strict";
import { optionsFrom } from "../../../src/engine/patterns/options";
import { languageCases } from "./language-cases";
import { boundTo, matchesOf, textsOf } from "./matches";

/** Name, language, pattern, code, the matched texts. */
type Case = readonly [name: string, language: string, pattern: string, code: string, matched: readonly string[]];

const cases: readonly Case[] = [
  ["equal metavariables unify", "python", "f($A, $A)", "f(n, n)\nf(n, m)", ["f(n, n)"]],
  ["$_ does not unify", "python", "f($_, $_)", "f(n, m)", ["f(n, m)"]],
  ["a keyword behind ... leaves nothing over", "python", "f(..., key=1)", "f(a, key=1, b=2)", []],
  ["... behind a keyword takes the rest", "python", "f(key=1, ...)", "f(a, key=1, b=2)", ["f(a, key=1, b=2)"]],
  ["keyword arguments count", "python", "f($X)", "f(a, k=1)", []],
  ["a dictionary is exact", "python", '{"k": $V}', 'x = {"k": 1, "z": 2}', []],
  ["a dictionary with ...", "python", '{..., "k": $V, ...}', 'x = {"k": 1, "z": 2}', ['{"k": 1, "z": 2}']],
  ["an object has slack", "js", "g({k: 1})", "g({z: 2, k: 1})", ["g({z: 2, k: 1})"]],
  ["an array has none", "js", "[1]", "x = [1, 2]", []],
  ["an expression reports itself", "js", "foo()", "const x = foo();", ["foo()"]],
  ["a statement reports its statement", "js", "foo();", "const x = foo();", ["const x = foo()"]],
  ["a returned call is a statement's", "js", "foo();", "function f() { return foo(); }", ["return foo();"]],
  ["a condition is not", "js", "foo();", "if (foo()) {}", []],
  ["an argument is looked into", "js", "foo();", "bar(foo());", ["bar(foo());"]],
  ["an operand is looked into", "js", "foo();", "a || foo();", ["a || foo();"]],
  ["a constructor's argument is not", "js", "foo();", "new A(foo());", []],
  ["var is any declaration", "js", "var $X = 1", "let y = 1", ["let y = 1"]],
  [
    "in a loop too",
    "js",
    "for (var $K in $S) { ... }",
    "for (const k in s) { f(k); }",
    ["for (const k in s) { f(k); }"],
  ],
  ["let is let", "js", "let $X = 1", "var y = 1", []],
  ["an assignment is a declaration too", "js", "$X = 1", "const y = 1", ["y = 1"]],
  ["a pair is no assignment", "js", "$X = 1", "z = {y: 1}", []],
  ["else may be left out", "python", "if $C: ...", "if a:\n  b\nelse:\n  c", ["if a:\n  b\nelse:\n  c"]],
  ["return $X needs a value", "python", "return $X", "def f():\n  return", []],
  ["return ... needs none", "python", "return ...", "def f():\n  return", ["return"]],
  ["operands of | may be left over", "js", "a | c", "x = a | b | c", ["a | b | c"]],
  ["operands of && may not", "js", "a && c", "x = a && b && c", []],
  ["concatenation nests to the left", "js", '"..." + $X', 'x = "a" + b + c', ['"a" + b']],
  ["a constant is a string", "js", 'f("...")', 'const k = "v"; f(k)', ["f(k)"]],
  ["an unknown value is none", "js", 'f("...")', "let k = g(); f(k)", []],
  ["two possible strings are some string", "js", 'f("...")', 'let k = c ? "a" : "b"; f(k)', ["f(k)"]],
  ["but not one of them", "js", 'f("a")', 'let k = c ? "a" : "b"; f(k)', []],
  ["an f-string of unknown parts is no constant", "python", 'f("...")', 'f(f"a{x}")', []],
  ["a string's content", "js", 'f("$S")', 'f("v")', ['f("v")']],
  ["nested statements behind ...", "js", "a(); ... b();", "a(); if (c) { b(); }", ["a(); if (c) { b(); }"]],
  ["never enclosing ones", "js", "a(); ... b();", "if (c) { a(); } b();", []],
  ["neighbours without ...", "js", "a(); b();", "a(); x(); b();", []],
  ["slack behind a sequence", "js", "a(); b();", "a(); b(); x();", ["a(); b();"]],
  ["a bare statement is a block of one", "js", "if ($C) { a(); }", "if (1) a();", ["if (1) a();"]],
  ["a block is exact", "js", "if ($C) { a(); }", "if (1) { a(); b(); }", []],
  [
    "a shadowed variable is another",
    "js",
    "$V = open(); ... use($V);",
    "const v = open(); function g() { const v = 1; use(v); }",
    [],
  ],
  [
    "a decorated function begins at its decorator",
    "python",
    "def $F(...): ...",
    "@d\ndef f(a):\n  pass",
    ["@d\ndef f(a):\n  pass"],
  ],
  ["an arrow is no function declaration", "js", "function $F(...) {...}", "const g = () => {}", []],
  ["a function expression is an arrow", "js", "(...) => {...}", "h(function (x) { })", ["function (x) { }"]],
  ["an alias by its path", "python", "os.system(...)", "from os import system as run\nrun(c)", ["run(c)"]],
  ["a name never imported", "python", "os.system(...)", "system(c)", []],
  ["a wildcard import needs a whole path", "python", "$M.system(...)", "from os import *\nsystem(c)", []],
  ["a wildcard import with one", "python", "os.system(...)", "from os import *\nsystem(c)", ["system(c)"]],
  ["operands of an expression statement", "js", "foo();", "1 + foo();", ["1 + foo();"]],
  ["an arrow's expression is a statement", "js", "foo();", "(() => foo())();", ["=> foo()"]],
  ["arms of a conditional are not looked into", "js", "foo();", "c ? foo() : b;", []],
  [
    "the range ends with the outer statement",
    "js",
    "a(); ... b();",
    "a(); if (c) { b(); z(); } y();",
    ["a(); if (c) { b(); z(); }"],
  ],
  ["a block has slack behind ...", "js", "if ($C) { ... a(); }", "if (1) { a(); b(); }", ["if (1) { a(); b(); }"]],
  ["a loop's block is no bare statement", "js", "while ($C) { ... }", "while (1) a();", []],
  ["a declaration without its keyword", "js", "$X = 1", "const a = 1", ["a = 1"]],
  ["compound assignment is an assignment", "js", "$X += 1", "x = x + 1", ["x = x + 1"]],
  ["not in Python", "python", "$X += 1", "x = x + 1", []],
  ["interpolation is no concatenation", "js", '"a" + $X', "y = `a${x}`", []],
  ["deep expressions stop at arrows", "js", "f(<... a ...>)", "f(() => a)", []],
  ["and go through arrays and objects", "js", "f(<... a ...>)", "f([{k: a}])", ["f([{k: a}])"]],
  ["content and name unify", "js", 'f("$S", $S)', 'f("ab", ab)', ['f("ab", ab)']],
  ["an open comprehension in braces", "py", "{... for $X in $Y}", "{a: b for a in c}", ["{a: b for a in c}"]],
  ["content and a name that is declared do not", "js", 'f("$S", $S)', 'const ab = g(); f("ab", ab)', []],
  ["content and literal do not", "js", 'f("$S", $S)', 'f("ab", "ab")', []],
  ["a named import by its path", "js", "m.f(...)", 'import {f as g} from "m"; g(1)', ["g(1)"]],
  ["a default import is not resolved", "js", "m.f(...)", 'import z from "m"; z.f(1)', []],
  ["the first field of a name counts", "js", "{a: 1}", "x = {a: 2, a: 1}", []],
  ["any field of any name", "js", "{$K: 1}", "x = {b: 1, a: 1}", ["{b: 1, a: 1}"]],
  [
    "except without as",
    "python",
    "try: ...\nexcept $E: ...",
    "try:\n  a\nexcept A:\n  b",
    ["try:\n  a\nexcept A:\n  b"],
  ],
  ["except with as is another", "python", "try: ...\nexcept $E: ...", "try:\n  a\nexcept A as e:\n  b", []],
  ["a bare except too", "python", "try: ...\nexcept $E: ...", "try:\n  a\nexcept:\n  b", []],
  ["a module constant survives a loop", "python", 'f("...")', 'k = "a"\nfor i in x:\n  f(k)', ["f(k)"]],
  ["a local one does not", "python", 'f("...")', 'def g():\n  k = "a"\n  for i in x:\n    f(k)', []],
  ["numbers by value", "js", "f(8)", "f(0x8); f(8.0)", ["f(0x8)", "f(8.0)"]],
  ["a method chain", "js", "$O. ... .end()", "o.a(1).b.end()", ["o.a(1).b.end()"]],
  ["one access", "js", "o. ... .b()", "o.b()", ["o.b()"]],
  ["optional chaining is another access", "js", "o.b", "x = o?.b", []],
  ["keys written as strings", "js", "f({a: 1})", "f({'a': 1})", ["f({'a': 1})"]],
  ["strings by a regular expression", "js", 'f("=~/^ab/")', 'f("abc"); f("xab")', ['f("abc")']],
  ["an import of any name", "js", 'import "m"', 'import {a} from "m"', ['import {a} from "m"']],
  [
    "a required name is an imported one",
    "js",
    'import {x} from "m"',
    'const {x} = require("m")',
    ['const {x} = require("m")'],
  ],
  ["a module by a prefix", "python", "import foo", "import foo.bar", ["import foo.bar"]],
  ["from a import b is import a.b", "python", "import a.b", "from a import b", ["from a import b"]],
  [
    "modifiers may be left out",
    "js",
    "function f() {...}",
    "async function f() { a() }",
    ["async function f() { a() }"],
  ],
  ["a method is a function", "js", "function $F(...) {...}", "class A { m(x) {} }", ["m(x) {}"]],
  ["casts are looked through", "ts", "f($X)", "f(a as Foo)", ["f(a as Foo)"]],
  ["JSX attributes in any order", "js", "<$T a={$V} />", "x = <b c='1' a={d}/>", ["<b c='1' a={d}/>"]],
  ["a list with gaps", "python", "[..., 2, ...]", "x = [1, 2, 3]", ["[1, 2, 3]"]],
  [
    "statements of a Python body",
    "python",
    "$V = open()\n...\nuse($V)",
    "def f():\n  v = open()\n  if c:\n    use(v)",
    ["v = open()\n  if c:\n    use(v)"],
  ],
  ["a decorator alone", "python", "@$D", "@a\n@b(1)\ndef f(): pass", ["@a"]],
  [
    "a decorator without arguments is one with none",
    "python",
    "@$D($...A)",
    "@a\n@b(1)\ndef f(): pass",
    ["@a", "@b(1)"],
  ],
  [
    "a decorator that is a word of the language or no name is no `@$D`",
    "python",
    "@$D(...)\ndef $F(...): ...",
    "@staticmethod\ndef f(): pass\n@a[0]\ndef g(): pass\n@h.i\ndef j(): pass",
    ["@h.i\ndef j(): pass"],
  ],
  [
    "a decorator that is a word",
    "python",
    "@staticmethod\ndef $F(...): ...",
    "@staticmethod\ndef f(): pass",
    ["@staticmethod\ndef f(): pass"],
  ],
  ["adjacent strings are one text and each its own", "python", '"..."', 'x = "a" "b"', ['"a" "b"', '"a"', '"b"']],
  ["only `{...}` passes over what is unpacked", "python", '{"a": 1, ...}', '{"a": 1, **b}', []],
  ["`{...}` passes over what is unpacked", "python", "{...}", '{"a": 1, **b}', ['{"a": 1, **b}']],
  ["several at once have no type", "python", "$X: $T = $V", "a, b = c, d\na: int = 1", ["a: int = 1"]],
  ["adjacent strings are not added", "python", 'f("a" + $X)', 'f("a" "b")', []],
  [
    "a piece with substitutions is a string, all pieces are none",
    "python",
    'f"...{$X}..."',
    'f("a" f"b{c}")',
    ['f"b{c}"'],
  ],
  ["a substitution with a format is no lone expression", "python", 'f"...{$X}..."', 'f"a{b!r}{c:>9}"', []],
  ["the text of a template is found deep in it", "python", 'f(<... "a" ...>)', 'f(f"a{b}")', ['f(f"a{b}")']],
  ["arguments of a decorator count", "python", "@a\ndef $F(...): ...", "@a(1)\ndef f(): pass", []],
  ["any clause", "python", "try: ...\nexcept ...: ...", "try: a\nexcept A as e: b", ["try: a\nexcept A as e: b"]],
  [
    "a clause that names nothing",
    "js",
    "try { ... } catch ($E) { ... }",
    "try { a } catch { b }",
    ["try { a } catch { b }"],
  ],
  ["any loop", "js", "for (...) { ... }", "for (const a of b) { c }", ["for (const a of b) { c }"]],
  ["any function", "js", "function ...(...) { ... }", "f(function (a) { b })", ["function (a) { b }"]],
  ["text with gaps has a substitution", "js", "`...${...}...`", "f(`a`, `a${b}c`)", ["`a${b}c`"]],
  ["text around a substitution", "js", "`$A${...}$B`", "f(`a`, `a${b}c`)", ["`a${b}c`"]],
  ["a constant regular expression", "js", "f(/a/)", "const r = /a/; f(r)", ["f(r)"]],
  ["numbers unify by value", "js", "f($X, $X)", "f(0x1, 1)", ["f(0x1, 1)"]],
  ["a module that is a metavariable", "js", "import $N from $M", 'import a from "b"', ['import a from "b"']],
  ["an attribute's value", "js", "<a b=$X>...</a>", '<a b="c">d</a>', ['<a b="c">d</a>']],
  [
    "branches that are equal",
    "js",
    "if ($C) $S; else $S;",
    "if (a) { b; c } else { b; c }",
    ["if (a) { b; c } else { b; c }"],
  ],
  ["a block of any length", "python", "while $C:\n  $S", "while a:\n  b\n  c", ["while a:\n  b\n  c"]],
  ["a field is assigned by a statement too", "ts", "$X = f();", "class A { b = f(); }", ["b = f()"]],
  ["a cast before its value", "ts", "$X as $T", "f(<Foo>a)", ["<Foo>a"]],
  ["a value is equal to its cast", "ts", "f($X, $X)", "f(a, a as Foo)", ["f(a, a as Foo)"]],
  ["text of an f-string", "python", '"=~/b/"', 'f(f"a{x}b")', ["b"]],
  ["a string's prefix says nothing", "python", 'f("a")', 'f(b"a")', ['f(b"a")']],
  ["where the pattern has none", "python", 'f(b"...")', 'f("a")\nf(b"a")', ['f(b"a")']],
  ["strings of other prefixes are others", "python", "$X == $X", 'b"a" == "a"', []],
  ["a lambda is an expression", "js", "$X", "() => {}", ["() => {}"]],
  ["names of an outer function too", "python", "global $X", "def f():\n  nonlocal a", ["nonlocal a"]],
  ["a part of a module's name", "python", "import a.$B", "import a.b", ["import a.b"]],
  [
    "methods of two classes may have one name",
    "python",
    "def $F(): ...\n...\ndef $F(): ...",
    "class A:\n  def f(): b\n  def f(): c",
    ["def f(): b\n  def f(): c"],
  ],
  ["a wildcard within a function says nothing", "python", "m.x", "def f():\n  from m import *\n  g(x)", []],
  [
    "an assignment throws nothing",
    "python",
    'f("a")',
    'def g():\n  k = "a"\n  try:\n    pass\n  except E:\n    k = "b"\n  f(k)',
    ["f(k)"],
  ],
  ["a string so many times", "python", 'f("...")', 'def g(n):\n  k = "a"\n  m = k * n\n  f(m)', ["f(m)"]],
  [
    "... at the end takes any number of statements",
    "js",
    "a(); ...",
    "a(); b(); c();",
    ["a(); b(); c();", "a(); b();", "a();"],
  ],
  ["a type is no expression", "ts", "$X", "let a: Foo", []],
  ["in Python it is", "python", "int", "def f(a: int): pass", ["int"]],
  ["a tagged template is a call", "js", "t($X)", "t`a`", ["t`a`"]],
  ["but not with the template", "js", "t(`...`)", "t`a`", []],
  ["what deletes is one to any call", "js", "$F($X)", "delete a.b", ["delete a.b"]],
  ["any access may be optional", "js", "$A.b", "a?.b", ["a?.b"]],
  [
    "a loop of either sort",
    "js",
    "for (let $K in $O) { ... }",
    "for (const a of b) { c }",
    ["for (const a of b) { c }"],
  ],
  ["a property that is a function is a method", "js", "function $F(...) { ... }", "x = {a: () => b}", ["a: () => b"]],
  ["and no pair", "js", "{$K: $V}", "x = {a: () => b}", []],
  ["but a pair with any value", "js", "{$K: ...}", "x = {a: () => b}", ["{a: () => b}"]],
  ["a field that is a function is a method", "js", "$X = $Y", "class A { a = () => b }", []],
  ["a method is no function elsewhere", "js", "$M(...) { ... }", "function f() {}\nclass A { m() {} }", ["m() {}"]],
  ["a body that returns is an expression", "js", "() => $X", "f(() => { return a; })", ["() => { return a; }"]],
  ["a default import has a name", "js", "import {$X} from 'm'", "import a from 'm'", ["import a from 'm'"]],
  ["the index of a slice", "python", "$A[$B]", "a[1:2]\na[1]", ["a[1]"]],
  ["names below a module's name", "python", "from a import b", "from a.b import c", ["from a.b import c"]],
  ["a module is from the one above", "python", "from a import $X", "import a.b", ["import a.b"]],
  ["fields are statements to a sequence", "python", "a()\n...\nb()", "class C:\n  a()\n  b()", ["a()\n  b()"]],
];

describe("patterns, as Semgrep matches them", () => {
  for (const [name, language, pattern, code, matched] of [...cases, ...languageCases]) {
    it(`${language}: ${name}`, async () => {
      assert.deepEqual(await textsOf(language, pattern, code), matched);
    });
  }

  it("js: a deep metavariable is every part, the operator too", async () => {
    assert.deepEqual((await boundTo("js", "f(<... $E ...>)", "f(a + b)", "$E")).sort(), ["+", "a", "a + b", "b"]);
  });

  it("js: a field of any name is each field", async () => {
    assert.deepEqual(await boundTo("js", "{$K: 1}", "x = {b: 1, a: 1}", "$K"), ["b", "a"]);
  });

  it("js: a name is itself and what it stands for, where rules ask for that", async () => {
    const code = "const x = g(1); f(x);";
    const matches = await matchesOf("js", "f($X)", code, optionsFrom({ symbolic_propagation: true }));
    assert.deepEqual(matches.map(({ bindings }) => bindings.get("$X")?.text).sort(), ["g(1)", "x"]);
  });

  it("python: $_ is not bound", async () => {
    assert.deepEqual(await boundTo("python", "f($_, $_)", "f(n, m)", "$_"), [""]);
  });

  it("js: $...X takes any number of arguments", async () => {
    assert.deepEqual(await boundTo("js", "f($...X, 3, $...Y)", "f(1, 2, 3, 4)", "$...X"), ["1, 2"]);
  });
});
