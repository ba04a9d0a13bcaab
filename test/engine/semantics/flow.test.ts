import assert from "node:assert/strict";
import { arguments_, constants, type Id, snippet, written } from "./support";

/** What is tested, language, text, what is known of the first argument of each `f(…)`. */
type Case = readonly [string, Id, string, string];

/** `k` of these has more than one value, so that only the walk knows it. */
const JAVASCRIPT: readonly Case[] = [
  ["the last assignment holds", "js", 'let k = "a"; f(k); k = "b"; f(k); k = x; f(k)', '"a" "b" -'],
  ["x += e", "js", 'let k = "a"; k += "b"; f(k); k += x; f(k)', '"ab" -'],
  ["x++", "js", "let k = 1; f(k); k++; f(k)", "1 -"],
  ["a statement x.f()", "js", 'let k = 1; k = "b"; k.g(); f(k); k = "c"; y = k.g(); f(k)', '- "c"'],
  ["if and else, the same", "js", 'let k; if (x) k = "a"; else k = "a"; f(k)', '"a"'],
  ["if and else, others", "js", 'let k; if (x) { k = "a" } else { k = "b" } f(k)', "string"],
  ["if and else, of two types", "js", 'let k; if (x) { k = "a" } else { k = 1 } f(k)', "-"],
  ["if without else", "js", 'let k = "a"; if (x) k = "b"; f(k)', "string"],
  ["if without a value before", "js", 'let k; if (x) k = "a"; if (y) k = "b"; f(k)', "-"],
  ["inside the branch", "js", 'let k = "a"; if (x) { k = "b"; f(k) } else f(k)', '"b" "a"'],
  ["a branch that returns", "js", 'function g() { let k = "a"; if (x) { k = y; return } f(k) }', '"a"'],
  ["a branch that throws", "js", 'let k = "a"; if (x) { k = y; throw 1 } f(k)', '"a"'],
  ["after return", "js", 'function g() { let k = "a"; k = "b"; return; f(k) }', "-"],
  ["an assignment in a condition", "js", 'let k = "a"; if ((k = "b")) f(k); f(k)', '"b" "b"'],
  ["an assignment behind &&", "js", 'let k = "a"; x && (k = "b"); f(k); x && (k = y); f(k)', "string -"],
  ["an assignment in an arm", "js", 'let k = "a"; x ? (k = "b") : (k = "b"); f(k)', '"b"'],
  ["evaluation before the target", "js", 'let k = "a"; k = f(k); f(k)', '"a" -'],
  ["copies", "js", 'let k = "a", j = k; k = j + "b"; j = x; f(k)', '"ab"'],
  ["switch", "js", 'let k; switch (x) { case 1: k = "a"; break; default: k = "b" } f(k)', "string"],
  ["switch without default", "js", 'let k = y; switch (x) { case 1: k = "a"; break } f(k)', "-"],
  ["switch, the same", "js", 'let k; switch (x) { case 1: k = "a"; break; default: k = "a" } f(k)', '"a"'],
  ["fall through", "js", 'let k = "a"; switch (x) { case 1: k = y; case 2: f(k); break; case 3: f(k) }', '- "a"'],
  ["try", "js", 'let k = "a"; try { k = "b"; f(k) } catch { f(k) } f(k)', '"b" - -'],
  ["try that keeps it", "js", 'let k = x; k = "a"; try { g() } catch { f(k) } f(k)', '"a" "a"'],
  ["a write lost in a branch that throws", "js", 'let k = "a"; try { if (x) { k = y; throw 1 } } catch { f(k) }', "-"],
  ["finally", "js", 'let k = x; try { k = "a" } catch { k = "a" } finally { f(k) } f(k)', '"a" "a"'],
  ["destructuring", "js", 'let k = "a"; ({ k } = x); f(k); k = "b"; [k] = x; f(k)', "- -"],
  ["a function between", "js", 'let k = "a"; function g() { f(k) } k = "b"; f(k)', '- "b"'],
  [
    "variables of each function",
    "js",
    'function g() { let k = 1; k = "a"; f(k) } function h() { let k = 1; k = 2; f(k) }',
    '"a" 2',
  ],
  ["a parameter given a value", "js", 'function g(k) { f(k); k = "a"; f(k) }', '- "a"'],
  ["lambdas are functions", "js", 'const g = () => { let k = 1; k = "a"; f(k) }', '"a"'],
];

const LOOPS: readonly Case[] = [
  ["a loop loses what is not constant everywhere", "js", 'let k = 1; k = "a"; while (x) { f(k) } f(k)', "- -"],
  [
    "a loop of each kind",
    "js",
    'let k = 1; k = "a"; for (;;) { f(k); break } f(k); k = "b"; do f(k); while (x); f(k)',
    "- - - -",
  ],
  ["for-in", "js", 'let k = 1; k = "a"; for (const i in x) f(k); f(k)', "- -"],
  ["the head of a for", "js", 'let k = 1; for (k = "a"; f(k); g()) {} f(k)', "- -"],
  [
    "a loop that makes it constant again",
    "js",
    'let k = "a"; while (x) { f(k); k = "b"; f(k) } f(k)',
    'string "b" string',
  ],
  ["a loop that makes it the same", "js", 'let k = "a"; while (x) { f(k); k = "a" } f(k)', '"a" "a"'],
  ["a loop that makes it another in a branch", "js", 'let k = "a"; while (x) { if (y) k = "b"; f(k) } f(k)', "- -"],
  ["a loop that adds to it", "js", 'let k = "a"; while (x) { k = k + "b"; f(k) } f(k)', "- -"],
  ["a loop that is left", "js", 'let k = "a"; while (x) { if (y) { k = z; break } k = "a" } f(k)', "-"],
  [
    "a loop that goes on early",
    "js",
    'let k = "a"; while (x) { f(k); if (y) { k = z; continue } k = "a" } f(k)',
    "- -",
  ],
  ["do-while", "js", 'let k = x; do { k = "b" } while (x); f(k)', '"b"'],
  ["nested loops", "js", 'let k = "a"; while (x) { while (y) { f(k); k = "a" } k = "a" } f(k)', '"a" "a"'],
  ["a label on an outer loop", "js", 'let k = "a"; l: while (x) { while (y) { k = z; continue l } k = "a" } f(k)', "-"],
  ["a labelled block", "js", 'let k = "a"; l: { if (x) { k = "b"; break l } k = "a" } f(k)', "string"],
  [
    "a labelled block around a loop",
    "js",
    'let k = 1; l: { k = "b"; while (x) { k = "b"; break l } k = "c" } f(k)',
    "string",
  ],
  ["switch in a loop", "js", 'let k = "a"; while (x) { switch (y) { case 1: k = z; break } k = "a" } f(k)', '"a"'],
];

const PYTHON: readonly Case[] = [
  ["the last assignment holds", "py", "def g():\n  k = 'a'\n  f(k)\n  k = x\n  f(k)\n", '"a" -'],
  ["in a loop of a function", "py", "def g():\n  k = 'a'\n  for i in x:\n    f(k)\n  f(k)\n", "- -"],
  [
    "if, elif and else",
    "py",
    "def g():\n  if x:\n    k = 'a'\n  elif y:\n    k = 'b'\n  else:\n    k = 'c'\n  f(k)\n",
    "string",
  ],
  ["if and elif", "py", "def g():\n  if x:\n    k = 'a'\n  elif y:\n    k = 'a'\n  f(k)\n", "-"],
  [
    "augmented",
    "py",
    "def g():\n  k = 'a'\n  k += 'b'\n  f(k)\n  n = 1\n  n *= 5\n  f(n)\n  k += x\n  f(k)\n",
    '"ab" 5n -',
  ],
  ["walrus", "py", "def g():\n  if (k := 'a'):\n    f(k)\n", '"a"'],
  ["with", "py", "def g():\n  k = 'a'\n  with x as k:\n    f(k)\n", "-"],
  ["except", "py", "def g():\n  try:\n    k = x()\n  except E as e:\n    k = 'a'\n  f(k)\n", "-"],
  ["try and else", "py", "def g():\n  try:\n    x()\n  except E:\n    return\n  else:\n    k = 'a'\n  f(k)\n", '"a"'],
  ["for and else", "py", "def g():\n  for i in x:\n    pass\n  else:\n    k = 'a'\n  f(k)\n", '"a"'],
  [
    "while, break and else",
    "py",
    "def g():\n  k = y\n  while x:\n    if z:\n      break\n  else:\n    k = 'a'\n  f(k)\n",
    "-",
  ],
  ["del", "py", "def g():\n  k = 'a'\n  del k\n  f(k)\n", "-"],
  ["match", "py", "def g():\n  match x:\n    case 1:\n      k = 'a'\n    case _:\n      k = 'b'\n  f(k)\n", "string"],
  ["a case that captures", "py", "def g():\n  k = 'a'\n  match x:\n    case [k]:\n      f(k)\n", "-"],
  ["a comprehension's own name", "py", "def g():\n  k = 'a'\n  [f(k) for k in x]\n  f(k)\n", '- "a"'],
  ["a comprehension reads", "py", "def g():\n  k = 'a'\n  [f(k) for i in x]\n", '"a"'],
  ["nonlocal", "py", "def g():\n  k = 'a'\n  def h():\n    nonlocal k\n    k = x\n  f(k)\n", "-"],
  ["class bodies", "py", "class C:\n  k = 'a'\n  f(k)\n  def m(self):\n    f(k)\n", '"a" -'],
  ["module level, assigned twice", "py", "k = 'a'\nf(k)\nk = 'b'\nf(k)\nwhile x:\n  f(k)\n", '"a" "b" -'],
];

describe("semantics: constants along the flow", () => {
  for (const [name, id, text, expected] of [...JAVASCRIPT, ...LOOPS, ...PYTHON]) {
    it(`${id}: ${name}`, async () => {
      assert.equal(await constants(id, text), expected, text);
    });
  }

  it("stays linear where branches, cases and loops are many", async () => {
    const lines = Array.from({ length: 2000 }, (_, i) => `if (x) k${i} = "a"; else while (y) { k${i} = "b"; }`);
    const cases = Array.from({ length: 2000 }, (_, i) => `case ${i}: k${i} = "a";`);
    const declared = Array.from({ length: 2000 }, (_, i) => `let k${i} = "c";`);
    const made = await snippet(
      "js",
      `${declared.join("")}\n${lines.join("\n")}\nswitch (z) {\n${cases.join("\n")}\n}\nf(k0)`,
    );
    const started = performance.now();
    assert.equal(written(made.semantics.constantOf(arguments_(made)[0]!)), "-");
    assert.ok(performance.now() - started < 1500, `${performance.now() - started} ms`);
  });

  it("stops where loops in loops would be walked too often, and then knows less", async () => {
    const depth = 60;
    const text = `let k = "a"; ${'while (x) { k = "a"; '.repeat(depth)}${"}".repeat(depth)} f(k)`;
    const made = await snippet("js", text);
    const started = performance.now();
    assert.equal(written(made.semantics.constantOf(arguments_(made)[0]!)), "-");
    assert.ok(performance.now() - started < 500);
  });

  it("walks the deepest tree there is", async () => {
    const nested = `let k = 1; k = "a"; ${"if (x) {".repeat(800)} f(k) ${"}".repeat(800)}`;
    const deep = await snippet("js", nested);
    assert.doesNotThrow(() => arguments_(deep).map((row) => deep.semantics.constantOf(row)));
    const long = await snippet("js", `let k = "a"; k = "b"; f(${Array.from({ length: 3000 }, () => "k").join(" + ")})`);
    assert.doesNotThrow(() => arguments_(long).map((row) => long.semantics.constantOf(row)));
  });
});
