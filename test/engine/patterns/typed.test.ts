// Metavariables with a type, and what counts as evidence of one.
import assert from "node:assert/strict";
import { javascript } from "../../../src/engine/languages/javascript";
import type { PatternSyntax } from "../../../src/engine/languages/language";
import { takeTypes } from "../../../src/engine/patterns/typed";
import { boundTo, hasType, textsOf } from "./matches";

type Case = readonly [name: string, language: string, pattern: string, code: string, matched: readonly string[]];

const cases: readonly Case[] = [
  ["a declared variable", "ts", "f(($X : Foo))", "let a: Foo; f(a); let b: Bar; f(b)", ["f(a)"]],
  ["a parameter", "ts", "f(($X : Foo))", "function g(a: Foo, b: Bar) { f(a); f(b); }", ["f(a)"]],
  ["a field", "ts", "f(($X : Foo))", "class C { a: Foo; b: Bar; m() { f(this.a); f(this.b); } }", ["f(this.a)"]],
  ["a cast", "ts", "f(($X : Foo))", "f(a as Foo); f(a!); f(a as Bar)", ["f(a as Foo)"]],
  ["a constructor's call", "ts", "f(($X : Foo))", "f(new Foo()); const b = new Foo(); f(b)", ["f(new Foo())", "f(b)"]],
  ["a literal", "js", "f(($X : string))", 'f("a"); f(1)', ['f("a")']],
  ["a constant", "js", "f(($X : string))", 'const k = "a"; f(k)', ["f(k)"]],
  ["a comparison", "js", "f(($X : boolean))", "f(a == 1); f(!a); f(a + 1)", ["f(a == 1)", "f(!a)"]],
  ["numbers of JavaScript are floats", "js", "f(($X : float))", "f(1)", ["f(1)"]],
  ["no type is known", "ts", "f(($X : Foo))", "f(a)", []],
  ["a name is a type of its own name", "ts", "f(($X : Foo))", "f(Foo)", ["f(Foo)"]],
  ["a type with arguments", "ts", "f(($X : Map<$T, $U>))", "let a: Map<string, Foo>; f(a)", ["f(a)"]],
  ["any arguments", "ts", "f(($X : Map))", "let a: Map<string, Foo>; f(a)", ["f(a)"]],
  ["as a receiver", "ts", "($X : Foo).m()", "function g(a: Foo) { a.m(); b.m(); }", ["a.m()"]],
  ["alone", "ts", "($X : Foo)", "function g(a: Foo) { a.m(); }", ["a"]],
  ["an argument", "python", "f($X: int)", 'f(1)\nf("a")\nf(1 + 2)', ["f(1)", "f(1 + 2)"]],
  ["an argument that is annotated", "python", "f($X: Foo)", "def g(a: Foo):\n  f(a)", ["f(a)"]],
];

describe("typed metavariables", () => {
  for (const [name, language, pattern, code, matched] of cases) {
    it(name, async () => assert.deepEqual(await textsOf(language, pattern, code), matched));
  }

  it("bind the metavariables of their type", async () => {
    const bound = await boundTo("ts", "f(($X : Map<$T, $U>))", "let a: Map<string, Foo>; f(a)", "$U");
    assert.deepEqual(bound, ["Foo"]);
  });

  it("are asked for by themselves", async () => {
    const code = "function g(a: Foo) { f(a); }";
    assert.equal(await hasType("ts", "f($X)", code, "$X", "Foo"), true);
    assert.equal(await hasType("ts", "f($X)", code, "$X", "Bar"), false);
  });
});

describe("types in patterns", () => {
  const syntax = (typed: PatternSyntax["typed"]): PatternSyntax => ({ ...javascript.pattern, ...(typed && { typed }) });
  const types = (pattern: string, ...typed: NonNullable<PatternSyntax["typed"]>): readonly string[] =>
    takeTypes(pattern, syntax(typed)).types;

  it("stand before their metavariable", () => {
    assert.deepEqual(types("(Foo $X).bar((List<$T> $Y), (char *$Z), (int[] $W))", "type-first"), [
      "Foo",
      "List<$T>",
      "char *",
      "int[]",
    ]);
  });
  it("or behind it", () => {
    assert.deepEqual(types("return ($X : *http.Server)", "name-first"), ["*http.Server"]);
  });
  it("are not those of parameters", () => {
    assert.deepEqual(types("void f(Foo $X) { ... } catch (Foo $E) { }", "type-first"), []);
    assert.deepEqual(types("function f($X: Foo) { }; ($X: Foo) => $X", "name-first"), []);
    assert.deepEqual(types("def f($X: Foo): ...", "argument"), []);
  });
  it("are no operators", () => {
    assert.deepEqual(types("(await $X) + (a * $Y) + (a ? $X : b)", "type-first", "name-first"), []);
  });
  it("leave offsets where they were", () => {
    const { text } = takeTypes("f(($X : Foo), 1)", syntax(["name-first"]));
    assert.equal(text.indexOf("1"), "f(($X : Foo), 1)".indexOf("1"));
  });
});
