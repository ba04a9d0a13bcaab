import assert from "node:assert/strict";
import { go } from "../../../src/engine/languages/go";
import { loweringOf } from "../../../src/engine/languages/language";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // Declarations and assignments.
  ["$X = f()", "x := f()\ny = f()\nvar z = f()", "x := f()", "y = f()", "z = f()"],
  ["$X := f()", "x := f()\ny = f()\nvar z = f()\na, b := f()", "x := f()", "a, b := f()"],
  ["var $X = $Y", "x := 1\nvar y = 2\nconst z = 3\nvar w int", "y = 2", "z = 3"],
  ["var $X = ...", "var y = 2\nvar w int", "y = 2"],
  ["var $X *http.Client", "var a *http.Client\nvar b *http.Client = nil", "a *http.Client"],
  ['const $X = "..."', 'const a = "b"\nvar c = "d"', 'a = "b"'],
  ["$X = 1", "n, m := 1, 2\nvar o, p = 1, 2", "n, m := 1, 2", "o, p = 1"],
  [
    "$X, $E := f(...)\n...\nif $E != nil { ... }",
    "a, e := f()\nb()\nif e != nil { return }",
    "a, e := f()\nb()\nif e != nil { return }",
  ],
  ["$A, $B = $B, $A", "a, b = b, a\na, b = a, b", "a, b = b, a"],
  // Initialisers of statements stand before them.
  ["if $A, $B := ...; $B { ... }", "if a, b := f(); b { g() }\nif a, b = f(); b {}", "if a, b := f(); b { g() }"],
  ["if $C { ... }", "if x := f(); x { g() }", "if x := f(); x { g() }"],
  ["$X := f()\n...\nh($X)", "if x := f(); x { h(x) }", "x := f(); x { h(x) }"],
  // Composite literals.
  ["T{..., A: $X, ...}", "T{A: 1}; &T{B: 2, A: 1}; T{1}; U{A: 1}", "T{A: 1}", "T{B: 2, A: 1}"],
  ["T{A: 1}", "T{A: 1, B: 2}"],
  ["&T{...}", "x := &T{A: 1}; y := T{}", "&T{A: 1}"],
  ["$F(...)", "T{1}; []byte(x); f(x)", "f(x)"],
  ["$T{$K: 77}", 'T{A: 77}; map[string]int{"a": 77}', "T{A: 77}"],
  ["A: true", "x := &T{A: true, B: false}; y := []T{{A: true}}", "A: true"],
  ["{..., A: $X, ...}", "y := []*T{{A: 1, B: 2}}", "{A: 1, B: 2}"],
  [
    'map[string]string{..., "a": $V, ...}',
    'm := map[string]string{"b": x, "a": y}',
    'map[string]string{"b": x, "a": y}',
  ],
  // Conversions are looked through, assertions are not.
  ['f("...")', 'f([]byte("a")); f(string("b")); f(x.(T))', 'f([]byte("a"))'],
  ['f("...")', 'k := []byte("a"); f(k)'],
  ["[]byte($X)", 'f([]byte("a"), []int(b))', '[]byte("a")'],
  ["$X.($T)", "a := b.(string)", "b.(string)"],
  // Calls, chains, variadics, semicolons.
  ["f($X...)", "f(a...); f(a)", "f(a...)"],
  ["f();", "x = f()\nif f() {}", "f()"],
  ["$C.A(). ... .B()", "x.A().C(1).D.B()", "x.A().C(1).D.B()"],
  ["defer $F.Close()", "defer a.Close()\nb.Close()", "a.Close()"],
  ["go func(...) { ... }(...)", "go func(a int) { b() }(1)", "func(a int) { b() }(1)"],
  ["make(..., $N)", "make(chan int); make([]int, 3)", "make([]int, 3)"],
  ["make([]$T, $N)", "make([]byte, 3); a := []int{4}; b := []int{4, 5}", "make([]byte, 3)", "[]int{4}"],
  ["map[$K]$V{}", "a := make(map[string]int); b := map[string]int{}", "make(map[string]int)", "map[string]int{}"],
  ["make(...)", "a := []int{1}; b := T{}; f()", "[]int{1}", "T{}"],
  ["new($T)", "a := new(T); b := &T{}; c := &T{A: 1}; d := T{}", "new(T)", "&T{}"],
  ["$F(...)", "make([]int, 1); new(T); f(1)", "f(1)"],
  ["make([]byte, $N)", "make([]byte, 3); make([]int, 3)", "make([]byte, 3)"],
  // Functions.
  ["func f(...) { ... }", "package p\nfunc (r *R) f(a int) {}", "func (r *R) f(a int) {}"],
  ["func f() { ... }", "package p\nfunc (r *R) f() {}\nfunc f() {}", "func f() {}"],
  [
    "func ($R *$T) $F(...) { ... }",
    "package p\nfunc (r *R) f() {}\nfunc g(r *R) {}\nfunc (s S) h() {}",
    "func (r *R) f() {}",
  ],
  ["func (o *T) M($A *$B, $R $C) $D", "package p\nfunc (o *T) M(a *A, b, c int) error { f() }"],
  [
    "func (o *T) M($A *$B, $R $C) $D",
    "package p\nfunc (o *T) M(a *A, b int) error { f() }",
    "func (o *T) M(a *A, b int) error",
  ],
  [
    "func f($...A, x int) { ... }",
    "func f(x int) { a() }\nfunc f(string, x int) { a() }\nfunc f(y int) { a() }",
    "func f(x int) { a() }",
    "func f(string, x int) { a() }",
  ],
  [
    "func $F(..., $R *http.Request, ...) { ... }",
    "package p\nfunc f(a, b int, r *http.Request) {}",
    "func f(a, b int, r *http.Request) {}",
  ],
  [
    "func $F(...) (..., error) { ... }",
    "package p\nfunc f() (int, error) {}\nfunc g() error {}",
    "func f() (int, error) {}",
  ],
  [
    "func $F(...) error { ... }",
    "package p\nfunc f() (err error) {}\nfunc g() error {}",
    "func f() (err error) {}",
    "func g() error {}",
  ],
  ["func $F(..., $A func(...) $T, ...)", "package p\nfunc f(a func()) {}\nfunc g(func()) {}", "func f(a func())"],
  [
    "func($W http.ResponseWriter, ...) { ... }",
    "h(func(w http.ResponseWriter, r int) { f() })",
    "func(w http.ResponseWriter, r int) { f() }",
  ],
  ["$F(...) bool", "type A interface {\n\tB(a int) bool\n\tC()\n}", "B(a int) bool"],
  // Loops and choices.
  [
    "for ... { ... }",
    "for {}\nfor a {}\nfor i := 0; i < 1; i++ {}\nfor range c {}",
    "for {}",
    "for a {}",
    "for i := 0; i < 1; i++ {}",
    "for range c {}",
  ],
  [
    "for _, $V := range $L { ... }",
    "for _, v := range l { f() }\nfor _, v = range l {}",
    "for _, v := range l { f() }",
  ],
  [
    "switch $X {\n  case ...\n}",
    'switch a {\ncase "b":\n\tf()\ndefault:\n\tg()\n}',
    'switch a {\ncase "b":\n\tf()\ndefault:\n\tg()',
  ],
  [
    "go func(...) {\n  ...\n  select {\n    case ...\n    case $C <- $V: ...\n    case ...\n  }\n  ...\n}(...)",
    "go func() {\n\tselect {\n\tcase c <- i: f()\n\tdefault: g()\n\t}\n}()",
    "func() {\n\tselect {\n\tcase c <- i: f()\n\tdefault: g()\n\t}\n}()",
  ],
  ["return $X", "f(func() { if a { b() } else { return c } })", "b()", "return c"],
  // Types and tags.
  ["type $T struct { ... }", "type A struct { b int }\ntype C int", "A struct { b int }"],
  ['`json:"a"`', 'type A struct {\n\tB int `json:"a"`\n}', '`json:"a"`'],
  ["$X", "var a map[string]int"],
  // Imports.
  ['import "a/b"', 'import x "a/b"\nimport "a/b/c"\nimport "a/bc"', 'import x "a/b"', 'import "a/b/c"'],
  ['import $X "a"', 'import "a"\nimport b "a"', 'import b "a"'],
  ['import (\n  ...\n  "b"\n  ...\n)', 'import (\n\t"a"\n\t"b"\n)', 'import (\n\t"a"\n\t"b"'],
  ["jwt.K", 'import j "github.com/golang-jwt/jwt/v5"\nf(j.K, jwt.K, k.K)', "j.K", "jwt.K"],
  ["youtube.K", 'import y "google.golang.org/api/youtube-go"\nf(y.K)', "y.K"],
  ["log.F()", 'import l "log"\nfunc f(l T) { l.F() }'],
  ['"..."', 'import "a"'],
  // Constants.
  ['f("...")', 'const k = "a"\nvar v = "b"\nfunc g() { f(k); f(v); w := "c"; f(w) }', "f(k)", "f(w)"],
  ['f("ab")', 'f("a" + "b"); f(`ab`)', 'f("a" + "b")', "f(`ab`)"],
  ["f(8)", "f(0x8); f(0o10); f(8.0)", "f(0x8)", "f(0o10)"],
  // Types of metavariables.
  ["f(($X : *R))", "func m(r *R) { f(r) }\nfunc (s *R) n() { f(s) }", "f(r)"],
  ["f(($X : *T))", "a := &T{}; f(a); b := new(T); f(b); c := T{}; f(c)", "f(a)", "f(b)"],
  ["f(($X : T))", "a := &T{}; f(a); c := T{}; f(c); d := make(T); f(d); e := g.(T); f(e)", "f(c)", "f(d)"],
  ["f(($X : string))", "func m(a, b string, c ...string) { f(a); f(b); f(c) }", "f(a)", "f(b)"],
  [
    "($X : *sql.DB).Query(...)",
    "type S struct { db *sql.DB }\nfunc (s *S) m() { s.db.Query(1); s.x.Query(1) }",
    "s.db.Query(1)",
  ],
  ["($X : http.Server).$M()", "var a http.Server\na.M()\nfmt.M()", "a.M()"],
  // One name in a loop is not two.
  [
    "for $X := range a { ... }",
    "package a\nfunc m() {\n\tfor i := range a { b() }\n\tfor i, c := range a { b() }\n}\n",
    "for i := range a { b() }",
  ],
  // Which way a channel goes is part of its type.
  ["make(chan $T)", "package a\nfunc m() {\n\tmake(chan int)\n\tmake(<-chan int)\n}\n", "make(chan int)"],
  ["var $X <-chan $T", "package a\nfunc m() {\n\tvar b <-chan int\n\tvar c chan int\n}\n", "b <-chan int"],
];

/** Code and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    "const a, b = 1, 2",
    "(Variable modifier:(Modifier var) modifier:(Modifier const) target:(Name a) init:(Number 1))",
    "(Variable modifier:(Modifier var) modifier:(Modifier const) target:(Name b) init:(Number 2))",
  ],
  [
    "if a := f(); a {}",
    "(Block (Variable modifier:(Modifier :=) target:(Identifier a) init:(Call callee:(Identifier f))) (If condition:(Identifier a) then:(Block)))",
  ],
  ["x++", "(ExpressionStatement value:(Update ++ operand:(Identifier x)))"],
  ["a[1:]", "(ExpressionStatement value:(Index : object:(Identifier a) index:(Slice lower:(Number 1))))"],
  [
    "switch a := b.(type) {\ncase int: f()\n}",
    "(Switch type subject:(Variable target:(Name a) init:(Identifier b)) case:(Case test:(Name int) (ExpressionStatement value:(Call callee:(Identifier f)))))",
  ],
  [
    "type A struct {\n\tB, C int\n\tD\n}",
    "(TypeAlias name:(Name A) type:(Class struct member:(Field name:(Name B) type:(Name int)) member:(Field name:(Name C) type:(Name int)) member:(Field type:(Name D))))",
  ],
];

const line = (code: string): string => code.replaceAll(/\s+/g, " ");

describe("Go", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${line(pattern)} in ${line(code)}`, async () => assert.deepEqual(await textsOf("go", pattern, code), matched));
  }

  for (const [code, ...expected] of TREES) {
    it(`${line(code)} becomes its tree`, async () => {
      const loaded = await grammar("go");
      const parsed = loaded.parse(`${code}\n`);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(go, loaded).lower(parsed), parsed.interner), expected);
    });
  }
});
