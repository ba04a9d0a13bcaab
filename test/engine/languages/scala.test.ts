import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { scala } from "../../../src/engine/languages/scala";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // Blocks are expressions, which are not looked into from before; lambdas within them are.
  [
    "a\n...\nf($X)",
    "object B {\n  a\n  if (c) {\n    d { q => f(1) }\n  }\n}",
    "a\n  if (c) {\n    d { q => f(1) }\n  }",
  ],
  ["a\n...\nf($X)", "object B {\n  a\n  if (c) {\n    d\n    f(1)\n  }\n}"],
  [
    "{ case A($X) => f($X)\n ...case B => 1 }",
    "g { case A(b) => f(b)\n case C => 2\n case B => 1 }",
    "{ case A(b) => f(b)\n case C => 2\n case B => 1 }",
  ],
  // What Semgrep takes for expressions is not looked into behind a gap; lambdas are.
  ["a()\n...\nb()", "def f() = {\n  a()\n  if (c) { b() }\n  while (d) { b() }\n}"],
  ["import a.b\n...\nc()", "import a.b\nclass D { def e() = { c() } }"],
  ["a()\n...\nb()", "def f() = {\n  a()\n  c.map { d => b() }\n}", "a()\n  c.map { d => b() }"],
  // Values.
  ["val $X = $Y", "val a = 1\nvar b = 2", "val a = 1"],
  ["var $X = $Y", "val a = 1\nvar b = 2", "val a = 1", "var b = 2"],
  ["private val $X = $Y", "class A {\n  private[this] val b = 1\n  val c = 2\n}", "private[this] val b = 1"],
  ["$X = 1", "val a = 1\ndef f = { b = 1 }", "a = 1", "b = 1"],
  ["val List(...) = ...", "object A {\n  val List(a, b) = c\n  val d = e\n}", "val List(a, b) = c"],
  ["val ($A, $B) = ...", "val (a, b) = c\nval d = e", "val (a, b) = c"],
  // Functions: with an expression or a block, with or without parameters.
  ["def $F(...) = { ... }", "def a = 1\ndef b() = { c() }\ndef d(e: Int): Int", "def a = 1", "def b() = { c() }"],
  ["def $F(...): $T = { ... }", "def a: Int = 1\ndef b() = { c() }", "def a: Int = 1"],
  [
    "def $F(..., $X: String, ...) = $Y",
    "def a(b: Int)(c: String) = { d(); e() }",
    "def a(b: Int)(c: String) = { d(); e() }",
  ],
  ["@A\ndef $F(...) = $X", "class B {\n  @A def c = 1\n  def d = 2\n}", "@A def c = 1"],
  // Classes.
  ["class $C { ... }", "class A\nclass B(c: Int)\ntrait D\nobject E", "class A"],
  [
    "class $C(...) { ... }",
    "class A\nclass B(c: Int)\ncase class D(e: Int)",
    "class A",
    "class B(c: Int)",
    "case class D(e: Int)",
  ],
  ["case class $C(...)", "class B(c: Int)\ncase class D(e: Int)", "case class D(e: Int)"],
  [
    "class $C extends A { ... }",
    "class B extends A\nclass C extends A(1)\nclass D extends E with A",
    "class B extends A",
  ],
  ["def $F(...) = $X", "def a[T: B](c: T) = d", "def a[T: B](c: T) = d"],
  [
    "class $C(..., $X: B, ...) { ... }",
    "class A @Inject() (b: B) { }\nclass C(d: D) { }",
    "class A @Inject() (b: B) { }",
  ],
  ["object $O { ... }", "object A { val b = 1 }\nclass C", "object A { val b = 1 }"],
  // Calls: signs and words between operands are methods, braces around an expression are parentheses.
  ["$X.op($Y)", "val a = b op c\nval d = e.op(f)", "b op c", "e.op(f)"],
  ['"..." + $X', 'f("a" + b + "c")', '"a" + b'],
  ["$X.foo", "f(a.foo, b.foo(), c foo d)", "a.foo", "b.foo", "c foo"],
  ["f(..., k = $V)", "f(1, k = 2)\nf(k = 2, 1)", "f(1, k = 2)"],
  ["f(k = $V, ...)", "f(j = 1, k = 2)"],
  ["$X.map { ... }", "a.map(b => c)\na.map { b => c }", "a.map(b => c)", "a.map { b => c }"],
  ["f(...)(...)", "f(1)(2)\ng(1)", "f(1)(2)"],
  ["new A(...)", "f(new A, new A(1), new A(2) { def b = 1 }, A(3), A.apply(4))", "new A", "new A(1)", "A.apply(4)"],
  ['Map(..., "k" -> $V, ...)', 'f(Map("j" -> a, "k" -> b))', 'Map("j" -> a, "k" -> b)'],
  ["$X. ... .build()", "f(A().b().c(1).build())", "A().b().c(1).build()"],
  // Branches.
  ["if ($X) { ... }", "val a = if (b) c() else d()", "if (b) c() else d()"],
  [
    "$X match { case $Y => $Z }",
    "a match { case 1 => b()\n  case _ => c() }",
    "a match { case 1 => b()\n  case _ => c() }",
  ],
  ["$X match { ... }", "a match { case 1 => b() }", "a match { case 1 => b() }"],
  ["try { ... } catch { ... }", "try { a() } catch { case e: B => c() }", "try { a() } catch { case e: B => c() }"],
  [
    "for (...; $X <- $Y if $Z; ...) yield ...",
    "for (a <- b; c <- d if e) yield f",
    "for (a <- b; c <- d if e) yield f",
  ],
  ["return $X", "def a = { b(); c() }\ndef d = return e", "c()", "return e"],
  [
    "val $X = new A()\n...\n$X.b()",
    "def f = {\n  val c = new A()\n  d()\n  c.b()\n}",
    "val c = new A()\n  d()\n  c.b()",
  ],
  // Strings.
  ['s"..."', 'f(s"a $b", s"c", sql"d $e", "g")', 's"a $b"', 's"c"'],
  ['sql"..."', 'f(sql"d $e")', 'sql"d $e"'],
  [
    'f("...")',
    'class A {\n  private val b = "c"\n  def d = { f(b); f(s"e"); f("""g"""); f(s"h $i") }\n}',
    "f(b)",
    'f(s"e")',
    'f("""g""")',
  ],
  // Imports.
  ["import a.b", "import a.b.C\nimport a.b._\nimport a.bc.D", "import a.b.C", "import a.b._"],
  ["a.B.c()", "import a.{B, D => E}\nobject F {\n  B.c()\n  a.B.c()\n  G.c()\n}", "B.c()", "a.B.c()"],
  // Types.
  ["h(($X: String))", 'class A(b: String) {\n  def c(d: Int) = { h(b); h(d); h("e") }\n}', "h(b)", 'h("e")'],
  ["($X: Foo).foo()", "def a(b: Foo, c: Bar) = { b.foo(); c.foo() }", "b.foo()"],
  ["Foo $X = new Foo(...);", "val a = new Foo(b)"],
  // Braces in a case are a block of its own.
  [
    "a match { case 1 => b() }",
    "a match { case 1 => b() }\na match { case 1 => { b() } }",
    "a match { case 1 => b() }",
  ],
];

/** Code and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    "import a.{B => C, _}",
    "(Import module:(Name a) specifier:(ImportSpecifier name:(Name B) alias:(Name C)) specifier:(ImportSpecifier *))",
  ],
  [
    "class A(val b: Int) extends C(1) with D",
    "(Class class name:(Name A) parameter:(Parameter modifier:(Modifier val) type:(Identifier Int) target:(Name b)) parent:(<construction> value:(Identifier C) argument:(Number 1)) implements:(Identifier D))",
  ],
  [
    "a + b",
    "(ExpressionStatement value:(Call callee:(Member object:(Identifier a) property:(Name +)) argument:(Identifier b)))",
  ],
  [
    "a.map { b => c }",
    "(ExpressionStatement value:(Call callee:(Member object:(Identifier a) property:(Name map)) argument:(Lambda parameter:(Parameter target:(Name b)) body:(Block (ExpressionStatement value:(Identifier c))))))",
  ],
  [
    "a match { case b: C if d => e }",
    "(Switch subject:(Identifier a) case:(Case test:(Variable type:(Identifier C) target:(Name b)) condition:(Identifier d) (ExpressionStatement value:(Identifier e))))",
  ],
  [
    "try a catch { case b: C => d } finally e",
    "(Try body:(Block (ExpressionStatement value:(Identifier a))) catch:(Catch type:(Identifier C) target:(Name b) body:(Block (ExpressionStatement value:(Identifier d)))) finally:(Finally body:(Block (ExpressionStatement value:(Identifier e)))))",
  ],
  ["a.asInstanceOf[B]", "(ExpressionStatement value:(Cast as value:(Identifier a) type:(Identifier B)))"],
];

const line = (code: string): string => code.replaceAll(/\s+/g, " ");

describe("Scala", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${line(pattern)} in ${line(code)}`, async () =>
      assert.deepEqual(await textsOf("scala", pattern, code), matched));
  }

  for (const [code, ...expected] of TREES) {
    it(`${line(code)} becomes its tree`, async () => {
      const loaded = await grammar("scala");
      const parsed = loaded.parse(`${code}\n`);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(scala, loaded).lower(parsed), parsed.interner), expected);
    });
  }
});
