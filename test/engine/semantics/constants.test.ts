import assert from "node:assert/strict";
import { numberConstant } from "../../../src/engine/semantics";
import { constants, type Id, written } from "./support";

/** What is tested, language, text, what is known of the first argument of each `f(…)`. */
type Case = readonly [string, Id, string, string];

const LITERALS: readonly Case[] = [
  ["literals", "js", "f('a'); f(1); f(0x10); f(true); f(null); f(/a/); f(x)", '"a" 1 16 true - - -'],
  ["escapes stay as written", "js", String.raw`f("a\n")`, String.raw`"a\\n"`],
  ["folding", "js", 'f("a" + "b"); f("a" + 1); f(1 + "a"); f(1 + 2); f("a" - "b")', '"ab" "a1" - - computed'],
  ["templates", "js", `const k = "b"; f(\`a\`); f(\`a\${k}c\`); f(\`a\${x}\`); f(\`\${1}\`)`, '"a" "abc" - "1"'],
  ["tagged templates", "js", "f(t`a`)", "-"],
  ["operators on booleans", "js", "f(!true); f(true && false); f(false || true); f(x || true)", "false false true -"],
  ["signs", "js", "f(-1); f(+1); f(!1)", "-1 1 -"],
  ["choices", "py", 'f(x and "a" or "a"); f(x and "a" or "b"); f(x and y or "a"); f(x and "a" or y)', '"a" string - -'],
  ["ternaries", "js", 'f(x ? "a" : "a"); f(x ? "a" : "b"); f(x ? "a" : y); f(x ? 1 : 2)', '"a" string - -'],
  ["casts", "ts", 'f("a" as string); f("a"!); f(<string>"a")', '"a" "a" "a"'],
  ["assignment as a value", "js", 'f(x = "a")', '"a"'],
  ["literals", "py", "f('a')\nf(1)\nf(0x10)\nf(True)\nf(None)\nf(1.0)\n", '"a" 1n 16n true - 1'],
  ["adjacent strings", "py", "f('a' \"b\")\n", '"ab"'],
  ["integers", "py", "f(1 + 2)\nf(7 - 2 * 3)\nf(1 + 2.0)\nf(7 // 2)\nf('a' + 1)\n", "3n 1n - - -"],
  ["repetition", "py", "f('ab' * 2)\nf('a' * -1)\nf('a' * 10**99)\nf('a' * 1000000)\n", '"abab" "" string string'],
  ["formatted strings", "py", "k = 'b'\nf(f'a{k}c')\nf(f'a{x}')\nf(f'{1}')\n", '"abc" - -'],
  ["n-ary operators", "py", "f(True and False and x)\nf(True and True and False)\nf(not True)\n", "- false false"],
  ["comparisons", "py", "f(1 < 2)\nf(1 < 2 < 3)\nf('a' == 'a')\n", "- - computed"],
  ["methods and formatting", "py", "f('a'.upper())\nf('%s' % 'a')\nf('{}'.format('a'))\n", "- computed -"],
];

const EVERYWHERE: readonly Case[] = [
  ["const", "js", 'const k = "v"; f(k); function g() { for (;;) f(k) }', '"v" "v"'],
  ["unknown initialiser", "js", "let k = g(); f(k)", "-"],
  ["let assigned once", "js", 'function g() { let k = "a"; while (x) f(k) }', '"a"'],
  ["assigned once, after its declaration", "js", 'let k; k = "a"; f(k)', '"a"'],
  ["assigned twice", "js", 'let k = "a"; function g() { k = "b" } function h() { f(k) }', "-"],
  ["written by a closure", "js", 'let k = "a"; x(() => { k = y }); f(k)', "-"],
  ["constants of constants", "js", `const a = "a", b = a + "b", c = \`\${b}c\`; f(c)`, '"abc"'],
  ["constants defined later", "js", 'const b = a + "b"; const a = "a"; f(b)', "-"],
  ["constants of themselves", "js", "const a = b, b = a; f(a); let c = c; f(c)", "- -"],
  ["branches", "js", 'let k = c ? "a" : "b"; f(k); for (;;) f(k)', "string string"],
  ["destructuring", "js", 'const { k } = { k: "a" }; f(k); const [j = "a"] = x; f(j)', "- -"],
  ["the occurrence that defines", "js", 'const k = "a"; f(k = 1)', "1"],
  ["parameters", "js", 'function g(k = "a") { f(k) }', "-"],
  ["for-of", "js", 'for (const k of ["a"]) f(k)', "-"],
  ["a method call does not change a constant", "js", 'const k = "a"; k.g(); f(k)', '"a"'],
  ["shadowed", "js", 'const k = "a"; (k) => f(k)', "-"],
  ["globals that nobody declares", "js", 'k = "a"; function g() { f(k) }', '"a"'],
  ["an interface of the same name", "ts", 'const K = "a"; interface K {} f(K)', '"a"'],
  ["fields", "js", 'class C { k = "a"; m() { f(this.k); f(this.j); f(other.k) } }', '"a" - -'],
  ["fields assigned once, in the constructor", "js", 'class C { k; constructor() { this.k = "a"; f(this.k) } }', '"a"'],
  ["fields assigned twice", "js", 'class C { k = "a"; m() { this.k = x } n() { f(this.k) } }', "-"],
  ["fields that are counted", "js", "class C { k = 1; m() { this.k++; f(this.k) } }", "-"],
  ["fields that are not declared", "js", 'class C { m() { this.k = "a"; f(this.k) } }', "-"],
  ["fields of the class around", "js", 'class C { k = "a"; m() { class D { n() { f(this.k) } } } }', "-"],
  ["fields of themselves", "js", "class C { k = this.j; j = this.k; m() { f(this.k) } }", "-"],
  [
    "private and readonly fields",
    "ts",
    'class C { private readonly k: string = "a"; #j = 1; m() { f(this.k); f(this.#j) } }',
    '"a" 1',
  ],
  [
    "module level, in functions and loops",
    "py",
    "k = 'a'\ndef g():\n  while x:\n    f(k)\nfor i in x:\n  f(k)\n",
    '"a" "a"',
  ],
  ["module level, assigned twice", "py", "k = 'a'\nk = 'b'\ndef g():\n  f(k)\n", "-"],
  ["module level, assigned by a function", "py", "k = 'a'\ndef g():\n  global k\n  k = x\ndef h():\n  f(k)\n", "-"],
  ["module level, annotated", "py", "k: str = 'a'\ndef g():\n  f(k)\n", '"a"'],
  ["module level, augmented", "py", "k = 'a'\nk += x\ndef g():\n  f(k)\n", "-"],
  ["locals of the function around", "py", "def g():\n  k = 'a'\n  def h():\n    f(k)\n", "-"],
  ["multi-assignment", "py", "a, b = 'a', 'b'\nf(a)\n", "-"],
];

describe("semantics: constants", () => {
  for (const [name, id, text, expected] of [...LITERALS, ...EVERYWHERE]) {
    it(`${id}: ${name}`, async () => {
      assert.equal(await constants(id, text), expected, text);
    });
  }

  it("reads numbers as they are written", () => {
    const read = (text: string) => written(numberConstant(text, true));
    const texts = ["8", "0x8", "1_000", "010", "0o10", "0b11", "8L", "10n", "1.5", ".5", "1e3", "1.5f", "x", ""];
    assert.equal(texts.map(read).join(" "), "8n 8n 1000n 8n 8n 3n 8n 10n 1.5 0.5 1000 1.5 - -");
    assert.equal(written(numberConstant("8", false)), written(numberConstant("8.0", false)));
  });

  it("folds a long chain in linear time", async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `const a${i + 1} = a${i} + "x";`).join("\n");
    const started = performance.now();
    assert.equal(await constants("js", `const a0 = "";\n${many}\nf(a5000.length); f(a3)`), '- "xxx"');
    assert.ok(performance.now() - started < 3000);
  });
});
