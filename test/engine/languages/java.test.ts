import assert from "node:assert/strict";
import { java } from "../../../src/engine/languages/java";
import { loweringOf } from "../../../src/engine/languages/language";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

const inMethod = (statements: string): string => `class A { void m(String s, int n) { ${statements} } }`;

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["$X.b", "module a.b { exports a.b; }"],
  // Declarations: of variables and fields alike, one each.
  ["String $X = $Y;", inMethod('String a = "b"; String c;'), 'String a = "b";'],
  ["int $X;", inMethod("int a = 3; int b;"), "int b;"],
  ["byte[] $X = $Y;", inMethod("byte a[] = {1}; byte b = 1;"), "byte a[] = {1};"],
  [
    'private static final String $X = "...";',
    'class A { private static final String B = "a", C = "b"; final String D = "c"; }',
    'private static final String B = "a", C = "b"',
    'private static final String B = "a"',
  ],
  ["$X = 1", "class A { int b = 1; void m() { int c = 1; c = 1; } }", "b = 1", "c = 1"],
  ["List<$T> $X = $Y;", inMethod("List<String> a = b; List c = d;"), "List<String> a = b;"],
  ["List<...> $X = $Y;", inMethod("List<String> a = b;")],
  ["List $X = $Y;", inMethod("List<String> a = b;"), "List<String> a = b;"],
  [
    "int foo = $X;\n...\nint bar = $Y;",
    "class A { int foo = 1; int x; int bar = 2; }",
    "int foo = 1; int x; int bar = 2",
  ],
  // Methods, constructors, parameters.
  [
    "$T $M(..., String $X, ...) { ... }",
    "class A { void m(int a, String b) {} void n(int a) {} }",
    "void m(int a, String b) {}",
  ],
  ["static final int $X", "class A { private final static int b; final int c; }", "private final static int b"],
  ["void f(...)", "class A { void f(int a) { b(); } void g() {} }", "void f(int a)"],
  [
    "$R $M($...ARGS) { ... }",
    "class A { A() {} int m(int a, long b) { return a; } }",
    "int m(int a, long b) { return a; }",
  ],
  ["public $C(...) { ... }", "class A { public A() {} public void m() {} }", "public A() {}", "public void m() {}"],
  ["void $F(double... $X) { ... }", "class A { void f(double... a) {} void g(double a) {} }", "void f(double... a) {}"],
  ["void $F(String[] $X) { ... }", "class A { void f(String... a) {} void g(String[] a) {} }", "void g(String[] a) {}"],
  ["$T $M() throws $E;", "interface A { int m() throws B; int n(); }", "int m() throws B;"],
  ["super(...)", "class A { A() { super(1); this(); } }", "super(1)"],
  ["static { ... }", "class A { static { b(); } { c(); } static void d() {} }", "static { b(); }"],
  // Classes.
  ["class $X implements C { ... }", "class A implements B, C {} class D {}", "class A implements B, C {}"],
  ["class $X { ... }", "interface A {} record B() {} enum C {} class D {}", "enum C {}", "class D {}"],
  ["@A\nclass $X", "@A class B { int c; } class D {}", "@A class B { int c; }"],
  [
    "class $C { ... private $C() { ... } ... }",
    "class A { int b; private A() { c(); } } class D { private D(int e) {} }",
    "class A { int b; private A() { c(); } }",
  ],
  ["enum $A { ... }", "enum B { C, D }", "enum B { C, D }"],
  ["new A(...)", inMethod("new A(1); new A(2) { int b; }; new B();"), "new A(1)"],
  ["new A(...) { ... }", inMethod("new A(1); new A(2) { int b; };"), "new A(2) { int b; }"],
  // Annotations.
  ["@A(..., k = $V)", '@A(v = "x", k = 1) class B {} @A(k = 2) class C {}', '@A(v = "x", k = 1)', "@A(k = 2)"],
  [
    "@A(...)\n$T $M(...) { ... }",
    "class B { @A int m() { return 1; } @C int n() { return 2; } }",
    "@A int m() { return 1; }",
  ],
  // A handler by itself is never found.
  ["catch (A $E) { ... }", "class B { void c() { try { d(); } catch (A e) { f(); } } }"],
  // Of members of one name the first counts.
  ["class $C { ... void a(int $X) { ... } ... }", "class B { void a(A b) {} void a(int c) {} }"],
  [
    "class $C { ... void $M(int $X) { ... } ... }",
    "class B { void a(A b) {} void a(int c) {} }",
    "class B { void a(A b) {} void a(int c) {} }",
  ],
  ["@$X\nclass $C { ... }", "@A(b = 1) class B {} @A class C {}", "@A class C {}"],
  [
    "@A(value = {...})\n$T $M() { ... }",
    "class B { @A({1}) int m() { return 1; } @A(value = {2}) int n() { return 2; } }",
    "@A(value = {2}) int n() { return 2; }",
  ],
  ["@a.B.C(k = $V)", "import a.B;\n@B.C(k = 1) class D {}", "@B.C(k = 1)"],
  // Statements.
  [
    "try { ... } catch ($T $E) { ... }",
    inMethod("try {} catch (A | B e) {} catch (C e) {}\ntry {} catch (D e) {} finally {}"),
    "try {} catch (A | B e) {} catch (C e) {}",
  ],
  ["try { ... } catch (B $E) { ... }", inMethod("try {} catch (A | B e) {}")],
  [
    "try { ... } catch (...) { }",
    inMethod("try {} catch (A e) { } try {} catch (B e) { c(); }"),
    "try {} catch (A e) { }",
  ],
  ["try { ... }", inMethod("try { a(); } catch (B e) {} try { c(); } finally {}"), "try { a(); } catch (B e) {}"],
  [
    "try { ... } catch (A $E) { ... }",
    inMethod("try (R r = f()) { a(); } catch (A e) {}"),
    "try (R r = f()) { a(); } catch (A e) {}",
  ],
  ["f();", inMethod("a.map(b -> f()); x = f(); if (f()) {}"), "f()", "x = f();"],
  ["return f();", inMethod("a.map(b -> f()); a.map(b -> { return f(); });"), "return f()"],
  [
    "for (...) { ... }",
    inMethod("for (int i = 0; ; ) { a(); } for (String t : u) { b(); } while (c) {}"),
    "for (int i = 0; ; ) { a(); }",
    "for (String t : u) { b(); }",
  ],
  ["if (...)\n  ...", inMethod("if (a) return; b();"), "if (a) return;"],
  ["$X++", inMethod("n++; ++n;"), "n++"],
  [
    "switch ($X) { case 1: ... }",
    inMethod("switch (n) { case 1: a(); default: b(); } switch (n) { case 2: }"),
    "switch (n) { case 1: a(); default: b();",
  ],
  ["assert $X;", inMethod("assert a; assert b : c;"), "assert a"],
  ["synchronized ($X) { ... }", inMethod("synchronized (this) { a(); }"), "synchronized (this) { a(); }"],
  // Expressions.
  ["$X::$M", inMethod("f(A::b); f(A::new);"), "A::b", "A::new"],
  [
    "($A, $B) -> { ... }",
    inMethod("f((a, b) -> a); f((a, b) -> { return a; }); f(a -> a);"),
    "(a, b) -> a",
    "(a, b) -> { return a; }",
  ],
  ["($T) $X", inMethod("Object o = (Object) s;"), "(Object) s"],
  ["new byte[] {...}", inMethod("f(new byte[] {1}, new byte[1], new int[] {1});"), "new byte[] {1}"],
  ["new byte[$N]", inMethod("f(new byte[1], new int[1]);"), "new byte[1]"],
  [
    "$X instanceof A",
    inMethod("if (s instanceof A) {} if (s instanceof A t) {}"),
    "s instanceof A",
    "s instanceof A t",
  ],
  ["A.class", inMethod("f(A.class, B.class);"), "A.class"],
  ["$DB\n  . ...\n  .end()", inMethod("a.b(1).c.end(); end();"), "a.b(1).c.end()"],
  ["$X = new B(). ... .c()", inMethod("A a = new B().d(1).c(); E e = new B();"), "a = new B().d(1).c()"],
  ['"..." + $X', inMethod('f("a" + s + "b");'), '"a" + s'],
  ["new a.B<$T>(...)", "import a.B;\nclass C { Object d = new B<E>(1), f = new G<E>(); }", "new B<E>(1)"],
  // Imports.
  ["import a.b.$X;", "import a.b.C;\nimport a.D;", "import a.b.C"],
  ["import a.b;", "import a.b.C;\nimport a.b.*;\nimport a.bc.D;", "import a.b.C", "import a.b.*"],
  ["import static $X;", "import a.B;\nimport static a.C.d;", "import static a.C.d"],
  [
    "a.B.c(...)",
    "import a.B;\nimport static a.B.c;\nclass D { Object e = f(B.c(1), c(2), g.c(3)); }",
    "B.c(1)",
    "c(2)",
  ],
  ["a.B.c(...)", "import a.*;\nclass D { Object e = B.c(1); }", "B.c(1)"],
  ["$M.c(...)", "import static a.B.c;\nclass D { Object e = c(1); }", "c(1)"],
  ["package $P;", "package a.b;\nclass C {}", "package a.b"],
  // Constants.
  [
    'f("...")',
    'class A { String k; private String l, m = "a"; A() { l = "b"; } void g() { f(k); f(l); f(m); f(this.m); } }',
    "f(l)",
    "f(m)",
    "f(this.m)",
  ],
  ['f("...")', 'class A { String k = "a"; final String l = "b"; void g() { f(k); f(l); } }', "f(l)"],
  ['f("...")', 'class A { private String k; void set() { k = "a"; } void g() { f(k); k = "b"; f(k); } }', "f(k)"],
  ['f("ab")', inMethod('String t = "a"; f(t + "b"); t = s; f(t + "b");'), 'f(t + "b")'],
  ['f("...")', inMethod('f(String.format("%d", 1)); f(String.format("%s", s));'), 'f(String.format("%d", 1))'],
  ["f(8)", inMethod("f(0x8); f(010); f(8L); f(4 * 2);"), "f(0x8)", "f(010)", "f(4 * 2)"],
  // Types of metavariables.
  [
    "(Foo $X).bar()",
    "class A { Foo f; void m(Foo x, Other y) { x.bar(); y.bar(); Foo.bar(); f.bar(); this.f.bar(); } }",
    "x.bar()",
    "Foo.bar()",
    "f.bar()",
    "this.f.bar()",
  ],
  [
    "(Foo $X).bar()",
    inMethod("for (Foo f : l) f.bar(); try (Foo g = h()) { g.bar(); } catch (Foo e) {} var v = new Foo(); v.bar();"),
    "f.bar()",
    "g.bar()",
    "v.bar()",
  ],
  ["(a.Foo $X).bar()", "import a.Foo;\nclass B { void m(Foo x, b.Foo y) { x.bar(); y.bar(); } }", "x.bar()"],
  [
    "f((int $X))",
    inMethod("f(n); f(1); f(s.length()); f(n * 2); f(a.length); f(s); f(-n);"),
    "f(n)",
    "f(1)",
    "f(s.length())",
    "f(n * 2)",
    "f(a.length)",
  ],
  [
    "f((boolean $X))",
    inMethod("f(n == 1); f(!s); f(a ^ true); f(s.equals(1)); f(s.startsWith(1)); f(a && b);"),
    "f(n == 1)",
    "f(!s)",
    "f(a ^ true)",
    "f(s.equals(1))",
  ],
  [
    "f((String $X))",
    "class A { void m(List<String> l, Map<Integer, String> n, List<Foo> o) { f(l.get(0)); f(n.get(1)); f(o.get(2)); } }",
    "f(l.get(0))",
    "f(n.get(1))",
  ],
  ["(Bar[] $A) = $B;", inMethod("Bar[] a; a = c; s = c;"), "a = c;"],
  [
    "f((Foo $X))",
    inMethod("f((Foo) s); f(new Foo()); f(new Foo() {}); f(n > 1 ? new Foo() : new Foo());"),
    "f((Foo) s)",
    "f(new Foo())",
    "f(n > 1 ? new Foo() : new Foo())",
  ],
  ["import a.b", "import a.b; import c.d;", "import a.b"],
  [
    "int $F(..., @A(...) $P) { ... }",
    'class C { int m(String s, @A("b") String t) { } }',
    'int m(String s, @A("b") String t) { }',
  ],
  ["$F(..., $X) { ... }", "class C { void m(String s) { f(s); } }"],
  // What an inner object is made of is a part of the `new`.
  ["outer.new $X(...)", inMethod("outer.new B(1); o.new C(); new D();"), "outer.new B(1)"],
  ["new $X(...)", inMethod("outer.new B(1); new D();"), "new D()"],
  // A case holds one statement, or a block.
  [
    "switch (p) { case 1: a(); ... }",
    inMethod("switch (p) { case 1: a(); } switch (p) { case 1: a(); b(); } switch (p) { case 1: { a(); } }"),
    "switch (p) { case 1: a(); b();",
    "switch (p) { case 1: { a(); }",
  ],
  [
    "switch (p) { case 1: { ... } }",
    inMethod("switch (p) { case 1: a(); } switch (p) { case 1: a(); b(); }"),
    "switch (p) { case 1: a(); b();",
  ],
  ["switch (p) { case 1: a(); }", inMethod("switch (p) { case 1: { a(); } } switch (p) { case 1: a(); b(); }")],
];

/** Code and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    "import static a.b.C.d;",
    "(Import modifier:(Modifier static) module:(Name a.b.C) specifier:(ImportSpecifier name:(Name d)))",
  ],
  ["import a.*;", "(Import module:(Name a) specifier:(ImportSpecifier *))"],
  [
    "final int a = 1, b;",
    "(Variable modifier:(Modifier final) type:(Identifier int) target:(Name a) init:(Number 1))",
    "(Variable modifier:(Modifier final) type:(Identifier int) target:(Name b))",
  ],
  [
    "try (A a = b; c) {}",
    "(With item:(Variable type:(Identifier A) target:(Name a) init:(Identifier b)) item:(Identifier c) body:(Try body:(Block)))",
  ],
  [
    "class A { @B int c() { super.d(); } }",
    "(Class class name:(Name A) member:(Function decorator:(Decorator value:(Call callee:(Identifier B))) returnType:(Identifier int) name:(Name c) body:(Block (ExpressionStatement value:(Call callee:(Member object:(Identifier super) property:(Name d)))))))",
  ],
  [
    'a = switch (b) { case 1, 2 -> c; default -> { yield "d"; } };',
    "(ExpressionStatement value:(Assign target:(Identifier a) value:(Switch subject:(Identifier b) case:(Case test:(Number 1) test:(Number 2) (ExpressionStatement value:(Identifier c))) case:(Case (Block (Return yield value:(String d)))))))",
  ],
  [
    "a[0] += b;",
    "(ExpressionStatement value:(CompoundAssign += target:(Index object:(Identifier a) index:(Number 0)) value:(Identifier b)))",
  ],
  ['String a = """\n  b""";', '(Variable type:(Identifier String) target:(Name a) init:(String "\\n  b"))'],
  [
    "record A(int b) { A { c(); } }",
    "(Class record name:(Name A) parameter:(Parameter type:(Identifier int) target:(Name b)) member:(Function name:(Name A) body:(Block (ExpressionStatement value:(Call callee:(Identifier c))))))",
  ],
];

const line = (code: string): string => code.replaceAll(/\s+/g, " ");

describe("Java", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${line(pattern)} in ${line(code)}`, async () =>
      assert.deepEqual(await textsOf("java", pattern, code), matched));
  }

  for (const [code, ...expected] of TREES) {
    it(`${line(code)} becomes its tree`, async () => {
      const loaded = await grammar("java");
      const parsed = loaded.parse(`${code}\n`);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(java, loaded).lower(parsed), parsed.interner), expected);
    });
  }
});
