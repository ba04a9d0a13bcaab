import assert from "node:assert/strict";
import { c } from "../../../src/engine/languages/c";
import { loweringOf } from "../../../src/engine/languages/language";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, the statements of a function, what is matched in them. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["f(e, $B)", "return f(BAD_CAST e, c);", "f(BAD_CAST e, c)"],
  ["void f() {\n  a(); // b\n\n  ...\n  $X();\n}", "void f() { a(); c(); d(); }", "void f() { a(); c(); d(); }"],
  ["void f() {\n  a();\n  // b\n  ...\n  $X();\n}", "void f() { a(); c(); d(); }", "void f() { a(); c(); d(); }"],
  ["strcpy($D, $S)", "strcpy(buf, argv[1]); strncpy(a, b, 1);", "strcpy(buf, argv[1])"],
  ["free($X);\n...\nfree($X);", "free(p); g(); free(p); free(q);", "free(p); g(); free(p);"],
  ["free($X); ... $X = NULL;", "free(p); *q = 1; p = NULL;", "free(p); *q = 1; p = NULL;"],
  ["sizeof($X)", "a = sizeof(int); b = sizeof(c);", "sizeof(c)"],
  ["sizeof(...)", "a = sizeof(int); b = sizeof(c);", "sizeof(int)", "sizeof(c)"],
  ["f($D, sizeof($D))", "f(a, sizeof(a)); f(a, sizeof(b));", "f(a, sizeof(a))"],
  ["$F(...)", "a = sizeof(c); (*f)(1);", "(*f)(1)"],
  ["(*$F)(...)", "(*f)(1); g(1);", "(*f)(1)"],
  // Declarations: a type is all but the name.
  ["int $X = $Y;", "int a = 1, b = 2; for (int i = 0;;) ;", "int a = 1, b = 2;", "int a = 1"],
  ["$T $X = f();", "char *a = f(); int b = g();", "char *a = f();"],
  ["$T *$X = f();", "char *a = f(); int b = f();", "char *a = f();"],
  ["char $X[$N];", "char a[10]; char b; int c[10];", "char a[10];"],
  ["$X = f()", "char *a = f(); b = f();", "a = f()", "b = f()"],
  ["struct s *$X;", "struct s *a; struct t *b; struct s c;", "struct s *a;"],
  ["const char *$X = $Y;", 'static const char *a = "b"; char *c = "d";', 'static const char *a = "b";'],
  // An assignment is looked for in expressions too, what has an address is not constant.
  ["$X = f();", "g(x = f()); int y = z = f(); return a = f();", "g(x = f());", "int y = z = f();", "return a = f();"],
  ["$X++;", "*p = *q++; *p = q++;", "*p = q++;"],
  ["f(0)", "int a = 0; f(a); int b = 0; g(&b); f(b);", "f(a)"],
  ["int $X;", "struct s { int a; } b; typedef struct { int c; } d;", "int a;", "int c;"],
  // `p->x` is `(*p).x`.
  ["$X->f()", "p->f(); s.f(); (*q).f();", "p->f()", "(*q).f()"],
  ["$X.f()", "p->f(); s.f();", "p->f()", "s.f()"],
  ["*$X = 1", "*p = 1; p = 1;", "*p = 1"],
  ["(char *)$X", "a = (char *)b; c = (int)d;", "(char *)b"],
  ["f(q)", "f((char *)q);", "f((char *)q)"],
  // Statements.
  ["if ($X < 0) { ... }", "if (a < 0) { f(); } else { g(); }", "if (a < 0) { f(); } else { g(); }"],
  ["if ($X == NULL || ...) return;", "if (a == NULL || b) return;", "if (a == NULL || b) return;"],
  ["if (<... f(...) ...>) { ... }", "if ((n = f(1)) < 0) { g(); }", "if ((n = f(1)) < 0) { g(); }"],
  ["while ($C) ;", "while (a) ; while (b) f();", "while (a) ;"],
  ["for (...) { ... }", "for (i = 0; i < n; i++) { f(); }", "for (i = 0; i < n; i++) { f(); }"],
  [
    "for (int $I = 0; $I < $N; $I++) { ... }",
    "for (int i = 0; i < n; i++) { f(); }",
    "for (int i = 0; i < n; i++) { f(); }",
  ],
  [
    "switch ($X) { case 1: ... }",
    "switch (a) { case 1: f(); break; default: g(); }",
    "switch (a) { case 1: f(); break; default: g(); }",
  ],
  ["goto $L;", "goto out; out: f();", "goto out;"],
  ["return ...;", "return; return 1;", "return;", "return 1;"],
  ["return $X;", "return; return 1;", "return 1;"],
  // Literals and constants.
  ['f("ab")', 'f("a" "b");', 'f("a" "b")'],
  ['f("...")', 'const char *a = "b"; f(a); f(c); f(L"d");', "f(a)", 'f(L"d")'],
  ["f(7)", "int a = 7; f(a); a = g(); f(a);", "f(a)"],
  ["'a'", "f('a', 'b');", "'a'"],
  // Types are exact.
  ["f((char *$X))", 'char *a; char b[9]; const char *c; f(a); f(b); f(c); f("d");', "f(a)", "f(c)", 'f("d")'],
  ["f((int $X))", "int a; unsigned int b; f(a); f(b); f(1);", "f(a)", "f(1)"],
  ["f((struct s *$X))", "struct s *a; struct s b; f(a); f(b);", "f(a)"],
  ["($T *$X) == ($T *$Y)", 'char *a; int *b; c = a == b; c = a == "d"; c = b == NULL;', 'a == "d"', "b == NULL"],
  [
    "switch ($V) { default: ... }",
    "switch (a) { case 1: b(); } switch (c) { default: d(); } switch (e) {}",
    "switch (c) { default: d(); }",
  ],
  ["(int $_) = <... (unsigned $_) ...>", "int a; unsigned b; a = a + 1; a = b + 1;", "a = b + 1"],
  ["f((float * $X))", "float *a; int *b; f(a); f(b);", "f(a)"],
  ["($T)(int $X)", "int a; long b; c = (char)a; c = (char)b;", "(char)a"],
  ["g($X)\n...", "g(a); h(b);"],
  // Braces by themselves hold statements.
  ["{ .a = 1, ... }", "struct s b = { .a = 1, .c = 2 };"],
];

/** The same outside functions. */
const TOP: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["#include <a.h>", '#include <a.h>\n#include "a.h"\n', "#include <a.h>"],
  ["#define $X 10", "#define A 10\n#define B 11\n", "A 10"],
  ["$T $F(...) { ... }", "static void *f(int a) { }\nint g(void);\n", "static void *f(int a) { }"],
  ["void *$F(...) { ... }", "static void *f(int a) { }\nvoid g(void) { }\n", "static void *f(int a) { }"],
  ["$T $F(void) { ... }", "int f(int a) { }\nint g(void) { }\n", "int g(void) { }"],
  [
    "$T $F(..., char *$S, ...) { ... }",
    "int f(int a, const char *b) { }\nint g(int *c) { }\n",
    "int f(int a, const char *b) { }",
  ],
  ["int $F(...);", "int f(int a);\nint g(void) { }\n", "int f(int a);"],
  ["f();", "#ifdef A\nvoid g(void) { f(); }\n#endif\n", "f();"],
];

/** A code, its tree. */
const TREES: readonly (readonly [code: string, ...trees: string[]])[] = [
  [
    "char *a[2];",
    "(Variable type:(<type> [] value:(PointerType value:(Identifier char)) argument:(Number 2)) target:(Name a))",
  ],
  [
    "int (*f)(char);",
    '(Variable type:(PointerType value:(<type> "()" value:(Identifier int) parameter:(Parameter type:(Identifier char)))) target:(Name f))',
  ],
  [
    "struct s { int a, *b; };",
    "(Class struct name:(Name s) member:(Field type:(Identifier int) name:(Name a)) member:(Field type:(PointerType value:(Identifier int)) name:(Name b)))",
  ],
  ["typedef unsigned  int *u;", '(TypeAlias name:(Name u) type:(PointerType value:(Identifier "unsigned int")))'],
  [
    "enum e { A = 1, B };",
    "(Class enum name:(Name e) member:(Field name:(Name A) init:(Number 1)) member:(Field name:(Name B)))",
  ],
  [
    "struct s a = { .b = 1 };",
    "(Variable type:(<type> struct value:(Identifier s)) target:(Name a) init:(Array element:(Pair key:(Name b) value:(Number 1))))",
  ],
  [
    "void f(int a, ...);",
    "(Function returnType:(Identifier void) name:(Name f) parameter:(Parameter type:(Identifier int) target:(Name a)) parameter:(Parameter ...))",
  ],
];

describe("C", () => {
  const matches = [
    ...MATCHES.map(([pattern, code, ...rest]) => [pattern, `void t() { ${code} }`, ...rest] as const),
    ...TOP,
  ];
  for (const [pattern, code, ...matched] of matches) {
    it(`${pattern} in ${code}`, async () => assert.deepEqual(await textsOf("c", pattern, code), matched));
  }

  for (const [code, ...trees] of TREES) {
    it(`tree of ${code}`, async () => {
      const loaded = await grammar("c");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(c, loaded).lower(parsed), parsed.interner), trees);
    });
  }
});
