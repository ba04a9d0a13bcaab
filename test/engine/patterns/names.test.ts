// Symbolic propagation: names between a source and a sink are looked through.
import { deepStrictEqual } from "node:assert";
import { optionsFrom } from "../../../src/engine/patterns/options";
import { textsOf } from "./matches";

const found = (code: string, derived = false): Promise<string[]> =>
  textsOf(
    "javascript",
    "sink(<... source() ...>)",
    code,
    optionsFrom({ symbolic_propagation: true, caveat_derived_names: derived }),
  );

describe("names that are looked through", () => {
  it("stand for the value that they are given once", async () => {
    deepStrictEqual(await found("const a = source(); const b = `x${a}`; sink(b);"), ["sink(b)"]);
    deepStrictEqual(await found("let a = source(); a = other(); sink(a);"), []);
  });

  it("stand for the value that they have where they are read", async () => {
    deepStrictEqual(await found("let a = other(); sink(a); a = source(); sink(a);"), ["sink(a)"]);
    deepStrictEqual(await found("let a = source(); if (c) { a = other(); } sink(a);"), []);
    deepStrictEqual(await found("let a = source(); if (c) { b = other(); } sink(a);"), ["sink(a)"]);
    deepStrictEqual(await found("function f() { let a = other(); a = source(); return sink(a); }"), ["sink(a)"]);
    deepStrictEqual(await found("let a = source(); a = g(a); sink(a);"), ["sink(a)"]);
  });

  it("with one value keep it behind loops, where the language takes names so, and others do not", async () => {
    deepStrictEqual(await found("const a = source(); while (c) { b(); } sink(a);"), ["sink(a)"]);
    deepStrictEqual(await found("let a = other(); a = source(); while (c) { b(); } sink(a);"), []);
    deepStrictEqual(await found("let a; a = source(); sink(a); let b; if (c) { b = source(); } sink(b);"), ["sink(a)"]);
    const python = (code: string): Promise<string[]> =>
      textsOf("python", "sink(source())", code, optionsFrom({ symbolic_propagation: true }));
    const loop = "a = source()\nwhile c: b()\nsink(a)\n";
    deepStrictEqual(await python(loop), ["sink(a)"]);
    deepStrictEqual(await python(`def f():\n  ${loop.replaceAll("\n", "\n  ")}`), []);
  });

  it("of a Python `with` stand for what is opened", async () => {
    const options = optionsFrom({ symbolic_propagation: true });
    deepStrictEqual(await textsOf("python", "a().b()", "with a() as s:\n  s.b()\n", options), ["s.b()"]);
  });

  it("stand for what they were taken from, where that is asked for", async () => {
    const code = "const { a } = source(); sink(a); for (const b of source()) sink(b);";
    deepStrictEqual(await found(code, true), ["sink(a)", "sink(b)"]);
    deepStrictEqual(await found(code), []);
  });

  it("are looked into once each, however often they are used", async () => {
    const chain = Array.from({ length: 40 }, (_, i) => `const a${i + 1} = a${i} + a${i};`);
    const code = ["const a0 = nothing();", ...chain, "sink(a40);"].join("\n");
    deepStrictEqual(await found(code), []);
    deepStrictEqual(await found(code.replace("nothing", "source")), ["sink(a40)"]);
  });
});
