import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { ruby } from "../../../src/engine/languages/ruby";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["a?", "b(a?); c.a?", "a?"],
  ["a(<... M.i ...>, false)", "a(M.i, false); a(1, false)", "a(M.i, false)"],
  ["%w[...].each", "%w[a b].each { |x| x }; [a].each { |x| x }", "%w[a b].each"],
  // Calls, with and without parentheses and blocks; a word alone is one as a statement.
  ["foo($X)", "foo 1; foo(2); a.foo(3); foo(4, &b)", "foo 1", "foo(2)"],
  ["foo($X)", "foo(1) { |a| b }", "foo(1)"],
  ["foo()", "foo; a = foo", "foo"],
  ["foo", "b = foo; c.foo", "foo"],
  ["$X.foo", "a.foo; a&.foo; foo", "a.foo", "a&.foo"],
  ["$X.foo(...)", "a.foo; a.foo(1); a.foo 2; a.foo { b }", "a.foo(1)", "a.foo 2", "a.foo"],
  ["foo. ... .bar", "foo.a.b(1).bar; foo.bar", "foo.a.b(1).bar", "foo.bar"],
  ["$X.each do |$Y|\n  ...\nend", "a.each { |b| c }; a.each { |b, c| d }", "a.each { |b| c }"],
  ["$M ... { ... }", "foo 1 do 2 end", "foo 1 do 2 end"],
  ["foo(&$B)", "foo(&b); foo(1, &b)", "foo(&b)"],
  ["-> { ... }", "a = -> { 1 }; b = ->(c) { 2 }", "-> { 1 }"],
  ["require $X", "require 'a'; require_relative 'b'", "require 'a'", "require_relative 'b'"],
  // Keyword arguments are written in two ways; hashes are none.
  ["foo(:a => $X)", "foo(a: 1); foo :a => 2; foo({a: 3}); foo('a' => 4)", "foo(a: 1)", "foo :a => 2"],
  ["foo(..., a: $X, ...)", "foo(1, b: 2, :a => 3)", "foo(1, b: 2, :a => 3)"],
  ["{..., a: $X, ...}", "b = {c: 1, :a => 2}; foo(a: 1)", "{c: 1, :a => 2}"],
  [":$A", "b :c; {d: 1}", ":c", "d"],
  ["foo(..., :b, ...)", "foo(1, :b); foo(b: 1)", "foo(1, :b)"],
  // Strings, constants, regular expressions, commands.
  ['f("...")', "f('a'); f(\"b\" 'c'); f(\"#{d}\"); f(:e)", "f('a')", "f(\"b\" 'c')"],
  ['f("...")', "K = 'a'\ndef g\n f(K)\n b = 'c'\n b << 'd'\n f(b)\n b << e\n f(b)\nend", "f(K)", "f(b)"],
  ['f("...#{$X}...")', 'f("a#{b}c"); f("#{d}"); f("e")', 'f("a#{b}c")', 'f("#{d}")'],
  ['f("...")', "f(<<~A)\n b\nA\nf(<<~C)\n #{d}\nC\n", "f(<<~A)"],
  ["`...`", "`ls`; %x(ls #{a}); 'b'", "`ls`", "%x(ls #{a})"],
  ["/$R/", "a =~ /b/i; a =~ /#{b}/", "/b/i"],
  ["/.../", "a =~ /#{b}/", "/#{b}/"],
  // Operators and assignments.
  ["!$X", "!a; not b", "!a", "not b"],
  ["$X && $Y", "a and b", "a and b"],
  ["a = 1", "a, b = 1, 2", "a, b = 1, 2"],
  ["$X.verify_mode = $Y", "a.verify_mode = A::B; a.b = 1", "a.verify_mode = A::B"],
  ["$X[:a]", "b[:a]; b['a']", "b[:a]"],
  ["A::B.new(...)", "A::B.new(1); ::A::B.new(2); A::B.new", "A::B.new(1)"],
  // Statements and definitions.
  ["if $X\n  ...\nend", "a if b; unless c then d end", "a if b", "unless c then d end"],
  [
    "begin\n ...\nrescue $E\n ...\nend",
    "begin; a; rescue B; end\nbegin; a; rescue B => e; end",
    "begin; a; rescue B; end",
  ],
  ["begin\n ...\nrescue\n ...\nend", "begin; a; rescue; end\nbegin; a; rescue B; end", "begin; a; rescue; end"],
  ["def $M(...)\n  ...\nend", "def a(b) c end; def self.d; end", "def a(b) c end"],
  ["def self.$M(...)\n  ...\nend", "def a; end; def self.d; end", "def self.d; end"],
  ["class $C < $D\n  ...\nend", "class A::B < C; end; class D; end", "class A::B < C; end"],
  ["class $C\n ...\n foo :$X\n ...\nend", "class A\n b\n foo :c\n d\nend", "class A\n b\n foo :c\n d\nend"],
  ["$X = params[...]\n...\nf($X)", "a = params[:b]\nif c\n f(a)\nend", "a = params[:b]\nif c\n f(a)\nend"],
  ["return $X", "def a\n if b then c else d end\nend", "c", "d"],
  ["return $X", "def a\n b = 1\nend; e { f }; def g; return h; end", "f", "return h"],
  ["return $X", "def a\n b\nrescue\n c\nensure\n d\nend", "d"],
  ["require($X)", 'require "a"\nrequire b[c]\nrequire "d#{e}"', 'require "a"'],
  ["load(...)", 'load "a"\nload "b#{c}"\nd(e)', 'load "b#{c}"'],
];

/** Code and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    "foo a, :k => 1 do |x| y end",
    "(ExpressionStatement value:(Call callee:(Call callee:(Identifier foo) argument:(Identifier a) argument:(Argument name:(Name k) value:(Number 1))) argument:(Lambda parameter:(Parameter target:(Name x)) body:(Block (ExpressionStatement value:(Call callee:(Identifier y)))))))",
  ],
  [
    "a unless b",
    "(If condition:(Unary ! operand:(Identifier b)) then:(Block (ExpressionStatement value:(Call callee:(Identifier a)))) else:(Block))",
  ],
  [
    "def self.f(a, b = 1, *c, d:, **e, &g) = h",
    "(Function self name:(Name f) parameter:(Parameter target:(Name a)) parameter:(Parameter target:(Name b) default:(Number 1)) parameter:(Parameter * target:(Name c)) parameter:(Parameter target:(Name d)) parameter:(Parameter ** target:(Name e)) parameter:(Parameter target:(Name g)) body:(Block (ExpressionStatement value:(Call callee:(Identifier h)))))",
  ],
  [
    "case a when 1, 2 then b else c end",
    "(Switch subject:(Identifier a) case:(Case test:(Number 1) test:(Number 2) (ExpressionStatement value:(Call callee:(Identifier b)))) case:(Case (ExpressionStatement value:(Call callee:(Identifier c)))))",
  ],
  ["a += 1", "(ExpressionStatement value:(CompoundAssign += target:(Identifier a) value:(Number 1)))"],
  ["%i(a)", "(ExpressionStatement value:(Tuple element:(Symbol name:(Name a))))"],
];

describe("Ruby", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${JSON.stringify(pattern)} in ${JSON.stringify(code)}`, async () => {
      assert.deepEqual(await textsOf("ruby", pattern, code), matched);
    });
  }

  for (const [code, ...statements] of TREES) {
    it(`lowers ${code}`, async () => {
      const loaded = await grammar("ruby");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(ruby, loaded).lower(parsed), parsed.interner), statements);
    });
  }

  it("keeps every row within its parent, in text with errors too", async () => {
    const loaded = await grammar("ruby");
    const code = 'class A\n def b\n  c rescue d\n ensure\n  e "f#{g}"\n end\nend\n';
    for (const text of [code, `${code}if (\n`]) {
      const parsed = loaded.parse(text);
      const tree = loweringOf(ruby, loaded).lower(parsed);
      assert.ok(printAll(tree, parsed.interner).join("\n").includes("(StringPart f)"));
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, `row ${row}`);
      }
    }
  });
});
