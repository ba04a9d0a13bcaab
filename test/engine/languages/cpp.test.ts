import assert from "node:assert/strict";
import { cpp } from "../../../src/engine/languages/cpp";
import { loweringOf } from "../../../src/engine/languages/language";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, the statements of a function, what is matched in them. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  [
    "int f() { return $X; }",
    "template <typename T>\nint f() { return 1; }",
    "template <typename T>\nint f() { return 1; }",
  ],
  // The name of a definition is no expression, and `auto` is no type that a value has.
  ["$X::foo", "int a::foo() { return b::foo; }", "b::foo"],
  ["f((auto $X));", "void g() { auto a = h(); f(a); }"],
  ["f((int $X));", "void g() { auto a = 1; auto b = h(); f(a); f(b); }", "f(a);"],
  ["strcpy($D, $S)", "strcpy(buf, argv[1]);", "strcpy(buf, argv[1])"],
  ["f($X())", "f(bool()); f(g());", "f(g())"],
  // What the grammar takes for a function with parameters that are functions is made from what calls give.
  ["g(...)", "void f() { A a(g(b), c); A d(int()); A e(g(int)); }", "g(b)"],
  ["A $X($Y, $Z);", "void f() { A a(g(h(b)), c::d()); }", "A a(g(h(b)), c::d());"],
  ["a::$X", "a::b::f(); g(a::c);", "a::c"],
  ["$F->get()", "f->get(); g.get();", "f->get()"],
  ["$F.get()", "f->get(); g.get();", "f->get()", "g.get()"],
  ["A::run(...)", "A::run(s); B::run(s);", "A::run(s)"],
  ["$C::run(...)", "A::run(s); run(s);", "A::run(s)"],
  ["std::make_unique<$T>(...)", "auto a = std::make_unique<A>(1); make_unique<A>(1);", "std::make_unique<A>(1)"],
  ["bar(...)", "bar<int>(3);", "bar<int>(3)"],
  ["static_cast<$T>($X)", "int a = static_cast<int>(b);", "static_cast<int>(b)"],
  // Where something is made need not be said.
  [
    "$P = new $T[...];",
    "a = new int[10]; a = new (std::nothrow) int[10]; a = new (b) A;",
    "a = new int[10];",
    "a = new (std::nothrow) int[10];",
  ],
  ["new (...) A($X)", "a = new A(1); a = new (b) A(1);", "new (b) A(1)"],
  // A scope is no expression.
  ["A", "A::b(); c::A(); f(A);", "A"],
  ["new $T[...]", "int *p = new int[10]; A *a = new A(1);", "new int[10]"],
  ["new A(...)", "A *a = new A(1); a = new A{2}; b = new B();", "new A(1)", "new A{2}"],
  ["delete $X", "delete p; delete[] q;", "delete p"],
  ["delete[] $X;", "delete p; delete[] q;", "delete[] q;"],
  ["std::cout << ... << $X", 'std::cout << "a" << s;', 'std::cout << "a" << s'],
  // Declarations.
  ["std::string $X = $Y;", 'std::string a = "b"; string c = "d";', 'std::string a = "b";'],
  ["std::vector<$T> $X;", "std::vector<int> a; std::vector<int> b = c;", "std::vector<int> a;"],
  ["$T $X($Y);", "A a(b); A c{1}; A d;", "A a(b);", "A c{1};"],
  ["$X = $Y", "A a(b); int c = 1;", "a(b)", "c = 1"],
  ["auto $X = f();", "auto a = f();"],
  ["$T $X = f();", "auto a = f();", "auto a = f();"],
  ["$T *$X = new $T(...);", "A *a = new A(1); B *b = new A(1);", "A *a = new A(1);"],
  ["const int $X = $Y;", "const int a = 1; int b = 2;", "const int a = 1;"],
  // Statements.
  ["for (auto &$E : $V) { ... }", "for (auto &e : v) { f(e); }", "for (auto &e : v) { f(e); }"],
  ["for ($T $E : $V) { ... }", "for (auto &e : v) { f(e); }", "for (auto &e : v) { f(e); }"],
  ["try { ... } catch (...) { ... }", "try { f(); } catch (...) { }", "try { f(); } catch (...) { }"],
  [
    "try { ... } catch (const $T &$E) { ... }",
    "try { } catch (const A &e) { } catch (...) { }",
    "try { } catch (const A &e) { } catch (...) { }",
  ],
  ["throw std::runtime_error(...);", 'throw std::runtime_error("a");', 'throw std::runtime_error("a");'],
  ["if ($C) { ... }", "if (int a = f()) { g(); }", "if (int a = f()) { g(); }"],
  [
    "[...](...) { ... }",
    "auto f = [&](int a) { return a; }; auto g = [=] { h(); };",
    "[&](int a) { return a; }",
    "[=] { h(); }",
  ],
  ["{ ... }", "f();", "{ f(); }"],
  // Literals, types.
  ['f("a")', 'f(R"x(a)x"); f("b");', 'f(R"x(a)x")'],
  ["f(nullptr)", "f(nullptr);", "f(nullptr)"],
  ["f((std::string $X))", "std::string a; const char *b; f(a); f(b);", "f(a)"],
  ["(A *$X)->f()", "A *a = new A(); B *b; a->f(); b->f();", "a->f()"],
  ["(A $X).f()", "A a; a.f(); A *b; b->f();", "a.f()"],
  ["delete[]($X)", "delete[] a; delete b;", "delete[] a"],
  ["$F(...)", "delete a; b(c);", "b(c)"],
];

/** The same outside functions. */
const TOP: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["using namespace $X;", "using namespace std; using std::vector;", "using namespace std"],
  ["using std::vector;", "using namespace std; using std::vector;", "using std::vector"],
  [
    "std::system(...)",
    'using namespace std; void f() { system("a"); std::system("b"); }',
    'system("a")',
    'std::system("b")',
  ],
  ["system(...)", 'void f() { std::system("b"); }'],
  ["namespace $N { ... }", "namespace A { int a; }", "namespace A { int a; }"],
  ["void $C::$F(...) { ... }", "void A::f(int a) { } void g() { }", "void A::f(int a) { }"],
  ["class $C { ... };", "class A : public B { int a; }; struct S { };", "class A : public B { int a; }"],
  ["class $C : public B { ... };", "class A : public B { int a; }; class D { };", "class A : public B { int a; }"],
  [
    "int $F(...) { ... }",
    "class A { A(int a) : b(a) { } virtual int f() const override { } };",
    "virtual int f() const override { }",
  ],
  [
    "$T $F(..., const std::string &$S, ...) { ... }",
    "void f(int a, const std::string &b) { }",
    "void f(int a, const std::string &b) { }",
  ],
  ["f();", "template <class T> void g(T a) { f(); }", "f();"],
];

/** A code, its tree. */
const TREES: readonly (readonly [code: string, ...trees: string[]])[] = [
  [
    "a::b<int>::c d;",
    "(Variable type:(Member object:(Member scope object:(Identifier a) property:(TypeApply value:(Identifier b) typeArgument:(Identifier int))) property:(Name c)) target:(Name d))",
  ],
  [
    "auto [a, b] = f();",
    "(Variable type:(Identifier auto) target:(Tuple element:(Identifier a) element:(Identifier b)) init:(Call callee:(Identifier f)))",
  ],
  ["::f();", "(ExpressionStatement value:(Call callee:(Identifier f)))"],
  [
    "class A { public: A(B &&b) = delete; ~A(); };",
    "(Class class name:(Name A) member:(Function returnType:(Identifier void) name:(Name A) parameter:(Parameter type:(<type> && value:(Identifier B)) target:(Name b))) member:(Function returnType:(Identifier void) name:(Name ~A)))",
  ],
];

describe("C++", () => {
  const matches = [
    ...MATCHES.map(([pattern, code, ...rest]) => [pattern, `void t() { ${code} }`, ...rest] as const),
    ...TOP,
  ];
  for (const [pattern, code, ...matched] of matches) {
    it(`${pattern} in ${code}`, async () => assert.deepEqual(await textsOf("cpp", pattern, code), matched));
  }

  for (const [code, ...trees] of TREES) {
    it(`tree of ${code}`, async () => {
      const loaded = await grammar("cpp");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(cpp, loaded).lower(parsed), parsed.interner), trees);
    });
  }
});
