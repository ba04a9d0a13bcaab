import assert from "node:assert/strict";
import { csharp } from "../../../src/engine/languages/csharp";
import { loweringOf } from "../../../src/engine/languages/language";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, a code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // A namespace is not looked into from before it; what is in it begins at its brace.
  [
    "...\nf($X);",
    "using A;\nnamespace N { class C { void M() { f(a); } } }",
    "{ class C { void M() { f(a); } }",
    "class C { void M() { f(a); } }",
    "void M() { f(a); }",
    "f(a);",
  ],
  [
    "class C { void F() { $X(); } void F(int a) { b(); } }",
    "class C { void F() { a(); } void F(int a) { b(); } }",
    "class C { void F() { a(); } void F(int a) { b(); } }",
  ],
  // Calls.
  ["f($X, ...)", "f(1, 2); f();", "f(1, 2)"],
  ["f(out $X, ...)", "f(out var o, ref n);", "f(out var o, ref n)"],
  ["f(k: $X, ...)", "f(1, k: 2); f(2);", "f(1, k: 2)"],
  ["$F(...)", "x = typeof(A); f();", "f()"],
  ["A.G<$T>(...)", "A.G<int>(p); A.G(p);", "A.G<int>(p)"],
  ["A.G(...)", "A.G<int>(p);", "A.G<int>(p)"],
  ["$X.Run()", "a?.Run(); b!.Run();", "a?.Run()", "b!.Run()"],
  ["a.Run()", "a?.Run(); a.Run();", "a.Run()"],
  ["a.B(...). ... .D()", "a.B(1).C().D();", "a.B(1).C().D()"],
  ["g(q)", "g((string)q); g(q as string);", "g((string)q)", "g(q as string)"],
  ["f();", "return f(); f();", "return f();", "f();"],
  // What is made, with and without braces.
  ["new A(...)", "x = new A(1); y = new A(1) { B = 2 };", "new A(1)"],
  ["new A(...) { ... }", "x = new A(1); y = new A(1) { B = 2 };", "new A(1)", "new A(1) { B = 2 }"],
  ["new A { ..., B = $X }", "x = new A { C = 1, B = 2 };", "new A { C = 1, B = 2 }"],
  ["new A { B = $X }", "x = new A { C = 1, B = 2 };"],
  ["B = $X", "x = new A { C = 1, B = 2 };", "B = 2"],
  ["new List(...)", "x = new List<int>(c);", "new List<int>(c)"],
  ["new List<$T>(...) { $X }", "x = new List<int>(c) { 1 };", "new List<int>(c) { 1 }"],
  ["new $T[] { ... }", "x = new int[] { 1, 2 };", "new int[] { 1, 2 }"],
  ["new { A = $X, ... }", "x = new { A = 1, B };", "new { A = 1, B }"],
  // Declarations are no assignments, fields are declarations; `var` is any type.
  ['$X = "a"', 'var a = "a"; a = "a"; class C { string f = "a"; }', 'a = "a"'],
  ["var $X = $Y;", "var a = 1; int b = 2; class C { int c = 3; }", "a = 1;", "int b = 2;", "int c = 3;"],
  ["$T $X = $Y;", "var a = 1; int b = 2;", "int b = 2;"],
  ["int $X = 6;", "int a = 5, b = 6;", "int a = 5, b = 6;"],
  [
    "const string $X = $Y;",
    'class C { static readonly string a = "a"; string b = "b"; }',
    'static readonly string a = "a";',
  ],
  ["string $X;", "string? a; string b;", "string b;"],
  ["$X += $Y", "a += 1; a = a + 1;", "a += 1"],
  ["$A.$B += (...) => true;", "a.b += (s, c) => true;", "a.b += (s, c) => true;"],
  // Lambdas.
  ["(...) => { ... }", "f(x => x); f(x => { g(); }); f(delegate { g(); });", "x => { g(); }", "delegate { g(); }"],
  ["(...) => $X", "f(x => x.a); f(x => { });", "x => x.a"],
  // Statements.
  ["$X = f();\n...\ng($X);", "a = f(); h(); g(a);", "a = f(); h(); g(a);"],
  ["$X = f(); ... g($X);", "a = f(); if (b) { g(a); }", "a = f(); if (b) { g(a); }"],
  ["if ($X) $S;", "if (a) return 1; if (b) { c = 1; }", "if (a) return 1;", "if (b) { c = 1; }"],
  ["if ($A == $B) { ... }", "if (a == b) { f(); } else { }", "if (a == b) { f(); } else { }"],
  ["using (var $X = f()) { ... }", "using (var a = f()) { g(); }", "using (var a = f()) { g(); }"],
  ["lock ($X) { ... }", "lock (this) { f(); }", "lock (this) { f(); }"],
  ["foreach (var $X in $Y) { ... }", "foreach (string a in b) { }", "foreach (string a in b) { }"],
  ["foreach ($T $X in $Y) { ... }", "foreach (var a in b) { }"],
  ["try { ... } catch ($T $E) { ... }", "try { } catch (E e) when (e.A) { }", "try { } catch (E e) when (e.A) { }"],
  ["try { ... } catch ($T $E) { ... }", "try { } catch (E e) { } finally { }"],
  ["catch ($T $E) { ... }", "try { } catch (E e) { } catch { }", "catch (E e) { }"],
  [
    "switch ($X) { case 1: ... }",
    "switch (a) { case 1: f(); break; default: g(); break; }",
    "switch (a) { case 1: f(); break; default: g(); break; }",
  ],
  ["return $X;", "return; return 1;", "return 1;"],
  ["$X is string", "a = b is string; a = b is string s;", "b is string"],
  // Definitions begin at their first attribute.
  ["class $C : A { ... }", "class B : A, I { } class D : I, A { }", "class B : A, I { }"],
  ["class $C { ... }", "struct S { } record R { } interface I { }", "struct S { }"],
  ["class $C { ... public $T A { get; set; } ... }", "class B { public int A { get; set; } }"],
  ["class $C { ... public int $P { get; } ... }", "class B { public int A { get; } }"],
  [
    "class $C { ... public int A { get; set; } ... }",
    "class B { public int A { get; set; } }",
    "class B { public int A { get; set; } }",
  ],
  ["class $C { ... int a; ... }", "class B { int a; int b; }", "class B { int a; int b; }"],
  ["[A] class $C { ... }", "[A(1)] class B { } [A] class D { }", "A] class D { }"],
  ["A(...)", "[A(1)] class B { }", "A(1)"],
  ["[A(...)]\npublic $T $M(...) { ... }", "class C { [B, A] public int M() { } }", "B, A] public int M() { }"],
  ["$T $M(...) { ... }", "class C { C() { } int M() => 1; void N(); }", "int M() => 1;"],
  ["$T $M(...) { ... }", "class C { int P { get { return 1; } set; } }", "int P { get { return 1; }"],
  ["$T $M(..., [A] $P $X, ...) { ... }", "void M(int a, [A] B b) { }", "void M(int a, [A] B b) { }"],
  [
    "void $M(..., string $X, ...) { ... }",
    "void M(params string[] a) { } void N(string b) { }",
    "void N(string b) { }",
  ],
  ["class $C { ... $T $M(...) { ... } ... }", "class C { int a; void M() { } }", "class C { int a; void M() { } }"],
  ["return $X;", "class C { int M() => 1; }"],
  // Namespaces.
  ["using $X;", "using A.B; using C = D.E;", "using A.B;"],
  ["using A;", "using A.B;", "using A.B;"],
  ["A.B.File.Delete()", "using A.B; File.Delete();", "File.Delete()"],
  ["A.B.Abs()", "using static A.B; Abs();", "Abs()"],
  ["A.B.f()", "using C = A.B; C.f();", "C.f()"],
  ["A.B.$X.Delete()", "using A.B; File.Delete();"],
  ["namespace $N { ... }", "namespace A.B { class C { } }", "A.B { class C { } }"],
  ["using $U;\n...\nclass $C { ... }", "using A;\nnamespace B;\nclass C { }", "using A;\nnamespace B;\nclass C { }"],
  // Strings and constants.
  ['f("...")', 'f(@"a"); f("""b"""); f($"c{d}"); f("");', 'f(@"a")', 'f("""b""")', 'f("")'],
  ['$"...{$X}..."', 'f($"a{b}c{d}"); f("a");', '$"a{b}c{d}"'],
  ['f("ab")', 'f("a" + "b");', 'f("a" + "b")'],
  ['f("a")', 'class C { const string k = "a"; void M() { f(k); f(this.k); } }', "f(k)", "f(this.k)"],
  ['f("a")', 'class C { readonly string k = "a"; void M() { f(k); } }', "f(k)"],
  ['f("a")', 'class C { private string k = "a"; void M() { f(k); } }'],
  ['f("a")', 'void M() { string a; a = "a"; f(a); }', "f(a)"],
  ["'a'", "f('a', 'b');", "'a'"],
  // Types.
  ["(A $X).f()", "void M(A a, B b) { a.f(); b.f(); }", "a.f()"],
  ["(A $X).f()", "class C { A P { get; } private A q; void M() { P.f(); q.f(); } }", "P.f()", "q.f()"],
  ["(Random $X).Next()", "new Random().Next(); var r = new Random(); r.Next();", "new Random().Next()", "r.Next()"],
  ["(string $X) + $Y", 'x = "a" + b; y = 1 + b;', '"a" + b'],
  ["$X == (String $Y)", 'x = a == "b"; x = a == 1;', 'a == "b"'],
  ["(List<$T> $X).Add($Y)", "void M(List<int> a) { a.Add(1); }", "a.Add(1)"],
  ["g((string $X))", "void M(string? a, string b) { g(a); g(b); }", "g(b)"],
  ["if (a) { return $X }", "class A { int M() { if (a) { return 1; } if (b) { return 2; } } }", "if (a) { return 1; }"],
  ["f($X)\n...\ng($Y);", "class A { void M() { f(1); g(2); } }"],
  // A class is not found by its first property.
  ["class $C { public int A { get; set; } }", "class B { public int A { get; set; } }"],
  ["class $C { void M() { get(); } }", "class B { void M() { get(); } }", "class B { void M() { get(); } }"],
];

/** A code, its tree. */
const TREES: readonly (readonly [code: string, ...trees: string[]])[] = [
  [
    "this.a = base.f();",
    "(ExpressionStatement value:(Assign target:(Member object:(Identifier this) property:(Name a)) value:(Call callee:(Member object:(Identifier base) property:(Name f)))))",
  ],
  [
    "a?.b?[1].c();",
    "(ExpressionStatement value:(Call callee:(Member object:(Index object:(Unary ? operand:(Member object:(Unary ? operand:(Identifier a)) property:(Name b))) index:(Number 1)) property:(Name c))))",
  ],
  [
    "#if A\nf();\n#else\ng();\n#endif",
    "(ExpressionStatement value:(Call callee:(Identifier f)))",
    "(ExpressionStatement value:(Call callee:(Identifier g)))",
  ],
  [
    "i++; --i; x = -i;",
    "(ExpressionStatement value:(Update ++ operand:(Identifier i)))",
    '(ExpressionStatement value:(Update "-- before" operand:(Identifier i)))',
    "(ExpressionStatement value:(Assign target:(Identifier x) value:(Unary - operand:(Identifier i))))",
  ],
  [
    "for (int i = 0; i < 2; i++) { }",
    "(For init:(Variable type:(Identifier int) target:(Name i) init:(Number 0)) condition:(Binary < left:(Identifier i) right:(Number 2)) update:(Update ++ operand:(Identifier i)) body:(Block))",
  ],
  [
    "enum E { [A] X = 1, Y }",
    "(Class enum name:(Name E) member:(Field decorator:(Decorator value:(Call callee:(Identifier A))) name:(Name X) init:(Number 1)) member:(Field name:(Name Y)))",
  ],
  [
    "A.B<int>[] a;",
    "(Variable type:(<type> [] value:(TypeApply value:(Member object:(Identifier A) property:(Name B)) typeArgument:(Identifier int))) target:(Name a))",
  ],
];

describe("C#", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${pattern} in ${code}`, async () => {
      const found = await textsOf("csharp", pattern, code);
      assert.deepEqual(found, matched);
    });
  }

  for (const [code, ...trees] of TREES) {
    it(`tree of ${code}`, async () => {
      const loaded = await grammar("c_sharp");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(csharp, loaded).lower(parsed), parsed.interner), trees);
    });
  }
});
