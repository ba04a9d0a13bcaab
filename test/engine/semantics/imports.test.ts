import assert from "node:assert/strict";
import { type Id, paths, snippet } from "./support";

/** What is tested, language, text, the path of each callee in order. */
type Case = readonly [string, Id, string, string];

const CASES: readonly Case[] = [
  ["named", "js", 'import { f } from "m"; f()', "m.f"],
  ["named under another name", "js", 'import { f as g } from "m"; g(1); f(1)', "m.f -"],
  ["namespace", "js", 'import * as m from "m"; m.f()', "m.f"],
  ["default imports stand for nothing", "js", 'import z from "m"; z.f(1); z()', "- -"],
  ["beside a default import", "js", 'import z, { f } from "m"; z(); f()', "- m.f"],
  ["the base name of a path", "js", 'import { f } from "../lib/m.js"; f()', "m.f"],
  ["require", "js", 'const n = require("m"); n.f(); n()', "- m.f m"],
  ["require with its whole path", "js", 'const n = require("./lib/m"); n.f()', "- ./lib/m.f"],
  ["require, destructured", "js", 'const { f, g: h } = require("m"); f(); h()', "- m.f m.g"],
  ["require, destructured with a default", "js", 'const { f = 1 } = require("m"); f()', "- m.f"],
  ["require, assigned", "js", 'let m; m = require("m"); m.f()', "- m.f"],
  ["require, then a member", "js", 'const f = require("m").f; f()', "- -"],
  ["require of what is not known", "js", "const m = require(a); m.f()", "- -"],
  ["another function of the name", "js", 'function require() {} const m = require("m"); m.f()', "- -"],
  ["in a function", "js", 'function g() { const m = require("m"); m.f() } m.f()', "- m.f -"],
  ["a parameter shadows", "js", 'import { f } from "m"; (f) => f()', "-"],
  ["a declaration shadows", "js", 'import * as m from "m"; { let m = 1; m.f() }', "-"],
  ["longer chains", "js", 'import * as m from "m"; m.a.b.f(); m.a().f(); m["a"]()', "m.a.b.f - m.a -"],
  ["optional chains", "js", 'import * as m from "m"; m?.f()', "m.f"],
  ["TypeScript", "ts", 'import type { f } from "m"; import m = require("n"); f(); m.g()', "m.f n.g"],

  ["module", "py", "import a\na.f()\n", "a.f"],
  ["module with dots", "py", "import a.b\na.b.f()\na.c()\n", "a.b.f a.c"],
  ["module under another name", "py", "import a.b as x\nx.f()\na.b.f()\n", "a.b.f -"],
  ["several modules", "py", "import a, b as c\na.f()\nc.f()\n", "a.f b.f"],
  ["from", "py", "from os import system\nsystem(c)\n", "os.system"],
  ["from under another name", "py", "from os import system as run\nrun(c)\nsystem(c)\n", "os.system -"],
  ["from, a module", "py", "from a.b import c, d\nc.f()\nd()\n", "a.b.c.f a.b.d"],
  ["in parentheses", "py", "from a import (\n  b,\n  c as d,\n)\nb()\nd()\n", "a.b a.c"],
  ["relative imports stand for nothing", "py", "from . import x\nfrom .a import y\nx()\ny()\n", "- -"],
  ["in a function", "py", "def g():\n  from os import system as run\n  run(c)\n", "os.system"],
  ["in a branch", "py", "try:\n  import a as x\nexcept E:\n  import b as x\nx.f()\n", "b.f"],
  ["the last one before a use", "py", "import a as x\nx.f()\nimport b as x\nx.f()\n", "a.f b.f"],
  ["an assignment does not shadow", "py", "import a\na = b\na.f()\ndef g():\n  a = c\n  a.f()\n", "a.f a.f"],
  ["a parameter shadows", "py", "import a\ndef g(a):\n  a.f()\n", "-"],
  ["a definition shadows", "py", "from a import f\ndef f():\n  pass\nf()\n", "-"],
  ["unimported", "py", "os.system(c)\n", "-"],
  ["a wildcard resolves nothing by itself", "py", "from os import *\nsystem(c)\n", "-"],
];

describe("semantics: imports", () => {
  for (const [name, id, text, expected] of CASES) {
    it(`${id}: ${name}`, async () => {
      assert.equal(await paths(id, text), expected, text);
    });
  }

  it("lists wildcard imports", async () => {
    const { semantics } = await snippet("py", "from os import *\nfrom a.b import *\nfrom . import *\nimport c\n");
    assert.deepEqual(semantics.wildcards, [["os"], ["a", "b"]]);
  });

  it("resolves only expressions", async () => {
    const { semantics } = await snippet("py", "import os\nos\n");
    const found = Array.from({ length: 6 }, (_, row) => semantics.canonicalPath(row)?.join(".") ?? "-");
    assert.deepEqual(
      found.filter((path) => path !== "-"),
      ["os"],
    );
  });
});
