import assert from "node:assert/strict";
import { type Id, snippet, variables } from "./support";

/** What is tested, language, text, the variable of each `x` in order. */
type Case = readonly [string, Id, string, string];

const JAVASCRIPT: readonly Case[] = [
  ["a global that nobody declares", "js", "x; x.y", "- -"],
  ["a constant and its uses", "js", "const x = 1; f(x); () => x", "1 1 1"],
  ["use before a hoisted function", "js", "x(); function x() {}", "1 1"],
  ["a parameter shadows", "js", "const x = 1; function g(x) { x } x", "1 2 2 1"],
  ["an inner block shadows", "js", "let x; { let x; x } x", "1 2 2 1"],
  ["var belongs to the function", "js", "function g() { { var x = 1 } x } x", "1 1 -"],
  ["let belongs to the block", "js", "{ let x = 1; x } x", "1 1 -"],
  ["a function's body is the scope of its parameters", "js", "function g(x) { var x; x }", "1 1 1"],
  ["for has a scope", "js", "for (let x = 0; x < 1; x++) { x } x", "1 1 1 1 -"],
  ["for-of has a scope", "js", "for (const x of y) { x } x", "1 1 -"],
  ["for-of with var has none", "js", "for (var x of y) {} x", "1 1"],
  ["for-of that assigns", "js", "let x; for (x of y) { x }", "1 1 1"],
  ["catch has a scope", "js", "try {} catch (x) { x } x", "1 1 -"],
  ["cases share a scope", "js", "switch (1) { case 1: let x; case 2: x } x", "1 1 -"],
  ["arrow parameters", "js", "(x => x)(x)", "1 1 -"],
  ["the name of a function expression", "js", "const g = function x() { x }; x", "1 1 -"],
  ["the name of a class expression", "js", "const g = class x { m() { x } }; x", "1 1 -"],
  ["a class", "js", "class x { m() { x } } x", "1 1 1"],
  ["members are no names", "js", "class C { x = 1; m() { x; this.x } }", "- - -"],
  ["methods are no names", "js", "class C { x() { x } } ({ x() { x } })", "- - - -"],
  ["properties and keys are no names", "js", "let x; y.x; ({ x: 1, [x]: x })", "1 - - 1 1"],
  ["shorthand is a key and a use", "js", "let x; ({ x })", "1 - 1"],
  ["labels are no names", "js", "let x; x: for (;;) break x", "1 - -"],
  ["destructured object", "js", "const { x } = y; x", "- 1 1"],
  ["destructured under another name", "js", "const { a: { b: x } } = y; x", "1 1"],
  ["destructured with a default", "js", "const { x = 1 } = y; x", "- 1 1"],
  ["a default in a pattern is a use", "js", "let x; const { a = x } = y", "1 1"],
  ["destructured array with a rest", "js", "const [a, ...x] = y; x", "1 1"],
  ["destructured parameters", "js", "function g({ a: [x] }, y = x) { x }", "1 1 1"],
  ["a rest parameter", "js", "(...x) => x", "1 1"],
  ["destructuring assignment", "js", "let x; ({ a: x, b: [x] } = y)", "1 1 1"],
  ["assigning a property declares nothing", "js", "let x; x.y = 1; x[0] = 1", "1 1 1"],
  ["an assignment to what nobody declares makes a global", "js", "function g() { x = 1 } x", "1 1"],
  ["imports", "js", 'import x from "m"; x', "1 1"],
  ["imports under another name", "js", 'import { x as y } from "m"; x', "- -"],
  ["namespace imports", "js", 'import * as x from "m"; () => x', "1 1"],
  ["a parameter in a type is not one of the file", "ts", "let g: (x: string) => void; x", "- -"],
  ["a parameter with a modifier", "ts", "class C { constructor(private x: string) { x } }", "1 1"],
  ["interface, alias and enum", "ts", "interface A {} enum x {} let a: x", "1 1"],
  ["overloads are one", "ts", "function x(a: string): void; function x(a: any) {} x", "1 1 1"],
];

const PYTHON: readonly Case[] = [
  ["assignment declares", "py", "x = 1\nf(x)\n", "1 1"],
  ["use before the assignment", "py", "def g():\n  x\nx = 1\n", "1 1"],
  ["locals of two functions", "py", "def g():\n  x = 1\n  x\ndef h():\n  x = 2\n", "1 1 2"],
  ["a local shadows the module's", "py", "x = 1\ndef g():\n  x = 2\n  x\nx\n", "1 2 2 1"],
  ["blocks have no scope", "py", "if y:\n  x = 1\nx\n", "1 1"],
  ["global", "py", "x = 1\ndef g():\n  global x\n  x = 2\nx\n", "1 1 1 1"],
  ["global past a local", "py", "def g():\n  x = 1\n  def h():\n    global x\n    x = 2\n  x\nx\n", "1 2 2 1 2"],
  ["nonlocal", "py", "def g():\n  x = 1\n  def h():\n    nonlocal x\n    x = 2\n", "1 1 1"],
  ["augmented assignment", "py", "x = 1\nx += 1\n", "1 1"],
  ["walrus", "py", "if (x := y()):\n  x\n", "1 1"],
  [
    "for, with, except",
    "py",
    "for x in y:\n  x\nwith y as x:\n  x\ntry:\n  pass\nexcept E as x:\n  x\n",
    "1 1 1 1 1 1",
  ],
  ["tuples", "py", "(a, [x, *b]) = y\nx\n", "1 1"],
  ["parameters", "py", "def g(x, *a, **k):\n  x\nx\n", "1 1 -"],
  ["star parameters", "py", "def g(*x):\n  x\n", "1 1"],
  ["typed parameters", "py", "def g(x: int = 1):\n  x\n", "1 1"],
  ["a default stands outside", "py", "x = 1\nlambda x=x: x\n", "1 2 1 2"],
  ["a decorator stands outside", "py", "x = 1\n@x\ndef g(x):\n  pass\n", "1 1 2"],
  ["keywords are no names", "py", "x = 1\ng(x=x)\n", "1 - 1"],
  ["attributes are no names", "py", "x = 1\na.x\n", "1 -"],
  ["a comprehension's name", "py", "x = 1\n[x for x in y if x]\nx\n", "1 2 2 2 1"],
  ["a comprehension's first source stands outside", "py", "x = 1\n[x for x in x for z in x]\n", "1 2 2 1 2"],
  ["a class body is seen by itself", "py", "class C:\n  x = 1\n  y = x\n  def m(self):\n    return x\n", "1 1 -"],
  ["a class body does not hide the module's", "py", "x = 1\nclass C:\n  x = 2\n  def m(self):\n    x\nx\n", "1 2 1 1"],
  ["methods are seen by the class body alone", "py", "class C:\n  def x(self):\n    x\n  y = x\n", "1 - 1"],
  ["imports", "py", "import x\nimport x.y\nx\n", "1 1"],
  ["an assignment does not shadow an import", "py", "import x\ndef g():\n  x = y\n  x\n", "1 1 1"],
  ["a parameter shadows an import", "py", "import x\ndef g(x):\n  x\n", "1 2 2"],
  ["case captures", "py", "match y:\n  case (x, a.b):\n    x\n", "1 1"],
  ["case with keywords", "py", "match y:\n  case P(x=z):\n    x\n", "- -"],
  ["annotation only", "py", "def g():\n  x: int\n  x\n", "1 1"],
];

describe("semantics: scopes", () => {
  for (const [name, id, text, expected] of [...JAVASCRIPT, ...PYTHON]) {
    it(`${id}: ${name}`, async () => {
      assert.equal(await variables(id, text), expected, text);
    });
  }

  it("names the leaf that declares", async () => {
    const { semantics, text, tree } = await snippet("js", "let { a: [b] } = c; b;");
    const declaration = semantics.declarationOf(tree.length - 1);
    assert.equal(tree.start[declaration], text.indexOf("b"));
    assert.equal(semantics.declarationOf(declaration), declaration);
  });

  it("gives the only value of a name", async () => {
    const { semantics, text, tree } = await snippet("js", "let a = g(), b = 1; b = 2; let c; a; b; c;");
    const value = (name: string) => {
      const row = tree.start.indexOf(text.lastIndexOf(name));
      const identifier = row + tree.size[row]! - 1;
      const initialiser = semantics.initialiserOf(identifier);
      return initialiser < 0 ? "" : text.slice(tree.start[initialiser], tree.end[initialiser]);
    };
    assert.deepEqual(["a", "b", "c"].map(value), ["g()", "", ""]);
  });

  it("reads ten thousand nested or sequential functions in linear time", async () => {
    const functions = (count: number) =>
      Array.from({ length: count }, (_, i) => `function g${i}(a) { let b${i} = a; return b${i} + g${i >> 1}(x) }`);
    const flat = await snippet("js", functions(10_000).join("\n"));
    const started = performance.now();
    flat.semantics.declarationOf(0);
    assert.ok(performance.now() - started < 1000);
    let nested = "x";
    for (let depth = 0; depth < 200; depth++) nested = `function g${depth}(x${depth}) { ${nested}; return x }`;
    const deep = await snippet("js", nested);
    assert.equal(deep.semantics.declarationOf(deep.tree.length - 1), -1);
  });
});
