import assert from "node:assert/strict";
import { kotlin } from "../../../src/engine/languages/kotlin";
import { loweringOf } from "../../../src/engine/languages/language";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  [
    "when ($X) {\n  in 1..2 -> a()\n  ...\n  in 5..6 -> b()\n}",
    "when (c) { in 1..2 -> a()\n 3 -> d()\n in 5..6 -> b() }",
    "when (c) { in 1..2 -> a()\n 3 -> d()\n in 5..6 -> b() }",
  ],
  [
    "class A {\n  fun a(b: B) { $X() }\n  fun a(c: C) { d() }\n}",
    "class A { fun a(b: B) { e() }\n fun a(c: C) { d() } }",
    "class A { fun a(b: B) { e() }\n fun a(c: C) { d() } }",
  ],
  // What Semgrep takes for expressions is not looked into behind a gap; loops and lambdas are.
  ["a()\n...\nb()", "fun f() {\n  a()\n  if (c) { b() }\n  try { b() } catch (e: E) { b() }\n}"],
  ["a()\n...\nb()", "fun f() {\n  a()\n  for (c in d) { b() }\n}", "a()\n  for (c in d) { b() }"],
  ["a()\n...\nb()", "fun f() {\n  a()\n  c.map { b() }\n}", "a()\n  c.map { b() }"],
  [
    "annotation class $A",
    "@T(1)\nannotation class B\n\nannotation class C",
    "@T(1)\nannotation class B",
    "annotation class C",
  ],
  // Variables and fields.
  ["val $X = $Y", "val a = 1\nvar b = 2\nval c: Int", "val a = 1"],
  ["var $X = $Y", "val a = 1\nvar b = 2", "var b = 2"],
  ["val $X: String = $Y", 'val a: String = "b"\nval c = "d"', 'val a: String = "b"'],
  ['private val $X = "..."', 'class A {\n  private val b = "c"\n  val d = "e"\n}', 'private val b = "c"'],
  ["$X = 1", "class A {\n  val b = 1\n}\nfun f() {\n  val c = 1\n  d = 1\n}", "b = 1", "c = 1", "d = 1"],
  ["val ($A, $B) = $C", "val (a, b) = c\nval d = e", "val (a, b) = c"],
  // Functions.
  [
    "fun $F(...) { ... }",
    "fun a(b: Int) = 1\nfun c(d: Int) { e() }\nclass F {\n  constructor(g: Int) { h() }\n}",
    "fun c(d: Int) { e() }",
    "constructor(g: Int) { h() }",
  ],
  ["fun $F(...) = $X", "fun a(b: Int) = 1\nfun c() { return 2 }", "fun a(b: Int) = 1"],
  ["fun $F(...): $T { ... }", "fun a(): Int { return 1 }\nfun b() { }", "fun a(): Int { return 1 }"],
  [
    "fun $F(..., $X: String, ...) { ... }",
    "fun a(b: Int, c: String = d) { }\nfun e(f: Int) { }",
    "fun a(b: Int, c: String = d) { }",
  ],
  ["@A\nfun $F(...) { ... }", "@A fun b() { }\nfun c() { }", "@A fun b() { }"],
  // Classes.
  [
    "class $C",
    "class A\nclass B(val c: Int)\nenum class D { E }\nobject F\ninterface G",
    "class A",
    "enum class D { E }",
  ],
  [
    "class $C(..., val $X: Int, ...)",
    "class A(val b: Int, c: String)\nclass D(e: Int)",
    "class A(val b: Int, c: String)",
  ],
  ["class A: B {\n  ...\n}", "class A : C, B {\n  val d = 1\n}", "class A : C, B {\n  val d = 1\n}"],
  // On one line such a class is read as a call.
  ["class $C { ... }", "class A {\n  val b = 1\n}"],
  [
    "class $C {\n  val b = $X\n  ...\n}",
    "class A {\n  val b = 1\n  fun c() { d() }\n}\nclass E { val f = 2 }",
    "class A {\n  val b = 1\n  fun c() { d() }\n}",
  ],
  [
    'interface $I {\n  @GET("$U")\n  suspend fun $F(): $T\n  ...\n}',
    'interface A {\n  @GET("b")\n  suspend fun c(): D\n  fun e(): F\n}',
    'interface A {\n  @GET("b")\n  suspend fun c(): D\n  fun e(): F\n}',
  ],
  ["object $O {\n  ...\n}", "object A {\n  val b = 1\n}\nclass C", "object A {\n  val b = 1\n}"],
  ["object : A(...) { ... }", "val x = object : A(1) {\n  fun b() {}\n}", "object : A(1) {\n  fun b() {}\n}"],
  // Calls.
  ["f($X)", "f(1)\nf(1) { a() }\nf(b = 1)\nf(*c)", "f(1)", "f(*c)"],
  ["f(..., b = $X)", "f(1, b = 2)\nf(b = 2, 1)", "f(1, b = 2)"],
  ["$F { ... }", "a { b() }\nc({ d() })\ne(1) { g() }", "a { b() }", "c({ d() })"],
  ["$F { $X -> ... }", "a { b -> c() }\nd { e() }", "a { b -> c() }"],
  ["{ $A, $B -> true }", "f { a, b -> true }\nf { a -> true }", "{ a, b -> true }"],
  ["g(...)", "g<A>(1)\ng<A>()\ng<A, B>(1, 2)\ng(3)", "g<A>(1)", "g<A>()", "g<A, B>(1, 2)", "g(3)"],
  ["shl($A, $B)", "a shl b", "a shl b"],
  ["$X.foo()", "a.foo()\nb?.foo()", "a.foo()"],
  ["$X?.foo()", "a.foo()\nb?.foo()", "b?.foo()"],
  ["$X!!", "a!!.b()", "a!!"],
  ["$X as $T", "a as B\nc as? D", "a as B", "c as? D"],
  ["$X is B", "a is B\na !is B", "a is B"],
  ["A::class.java", "f(A::class.java)", "A::class.java"],
  ["$X. ... .build()", "A().b().c(1).build()", "A().b().c(1).build()"],
  // Statements.
  ["if ($X) { ... }", "if (a) b()\nval c = if (d) 1 else 2", "if (a) b()", "if (d) 1 else 2"],
  ["when ($X) { 1 -> $Y }", "when (a) {\n  1 -> b()\n  else -> c()\n}", "when (a) {\n  1 -> b()\n  else -> c()\n}"],
  [
    "try { ... } catch ($E: A) { ... }",
    "try { b() } catch (e: A) { c() }\ntry { d() } catch (e: A) { } finally { }",
    "try { b() } catch (e: A) { c() }",
  ],
  ["for ($X in $Y) { ... }", "for (a in b) { c() }", "for (a in b) { c() }"],
  ["return $X", "fun f() = 1\nfun g() { a { b() } }\nfun h(): Int { return 2 }", "b()", "return 2"],
  ["$X = A()\n...\n$X.b()", "fun f() {\n  val c = A()\n  d()\n  c.b()\n}", "val c = A()\n  d()\n  c.b()"],
  // Strings.
  ['"...${...}..."', 'f("a $b", "c", "${d}")', '"a $b"', '"${d}"'],
  ['"hi $THERE"', 'f("hi $THERE", "hi ${THERE}", "hi you")', '"hi $THERE"', '"hi ${THERE}"'],
  ['f("...")', 'const val a = "b"\nfun g() { f(a); f("c $d") }', "f(a)"],
  // Imports.
  ["import a.b.$X", "import a.b.C\nimport a.b.D as E", "import a.b.C", "import a.b.D as E"],
  ["a.B.c()", "import a.B\nimport a.B as D\nfun f() { B.c(); D.c(); E.c() }", "B.c()", "D.c()"],
  // Types.
  ["h(($X : String))", 'fun f(a: String, b: Int, c: String?) { h(a); h(b); h(c); h("d") }', "h(a)", 'h("d")'],
  ["($X : A).b()", "class C(val d: A) {\n  fun e() { d.b(); this.d.b(); f.b() }\n}", "d.b()", "this.d.b()"],
  // Braces in a branch are a block, around one statement too.
  ["when (a) { 1 -> b() }", "fun f() { when (a) { 1 -> b() }\nwhen (a) { 1 -> { b() } } }", "when (a) { 1 -> b() }"],
  [
    "when (a) { 1 -> { ... } }",
    "fun f() { when (a) { 1 -> b() }\nwhen (a) { 1 -> { b() } } }",
    "when (a) { 1 -> { b() } }",
  ],
  // A class is not found by its companion.
  ["class $C {\n  ...\n  companion object { ... }\n}", "class A {\n  val b = 1\n  companion object { val c = 2 }\n}"],
];

/** Code and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  ["import a.b.C as D", "(Import module:(Name a.b) specifier:(ImportSpecifier name:(Name C) alias:(Name D)))"],
  ["import a.*", "(Import module:(Name a) specifier:(ImportSpecifier *))"],
  [
    "class A(val b: Int = 1) : C(2) {}",
    "(Class class name:(Name A) parameter:(Parameter modifier:(Modifier val) type:(Identifier Int) target:(Name b) default:(Number 1)) implements:(TypeApply value:(Identifier C) argument:(Number 2)))",
  ],
  [
    "f(1) { a, (b, c) -> d }",
    "(ExpressionStatement value:(Call callee:(Identifier f) argument:(Number 1) argument:(Lambda parameter:(Parameter target:(Name a)) parameter:(Parameter target:(Tuple element:(Name b) element:(Name c))) body:(Block (ExpressionStatement value:(Identifier d))))))",
  ],
  [
    'val a = "b $c ${d.e}"',
    '(Variable modifier:(Modifier val) target:(Name a) init:(Template part:(StringPart "b ") part:(Identifier c) part:(StringPart " ") part:(Member object:(Identifier d) property:(Name e))))',
  ],
  ["a += 1", "(ExpressionStatement value:(CompoundAssign += target:(Identifier a) value:(Number 1)))"],
  ["fun a() { break }", "(Function name:(Name a) body:(Block (Break)))"],
];

const line = (code: string): string => code.replaceAll(/\s+/g, " ");

describe("Kotlin", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${line(pattern)} in ${line(code)}`, async () =>
      assert.deepEqual(await textsOf("kotlin", pattern, code), matched));
  }

  for (const [code, ...expected] of TREES) {
    it(`${line(code)} becomes its tree`, async () => {
      const loaded = await grammar("kotlin");
      const parsed = loaded.parse(`${code}\n`);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(kotlin, loaded).lower(parsed), parsed.interner), expected);
    });
  }
});
