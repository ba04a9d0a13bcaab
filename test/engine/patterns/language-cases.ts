// What single patterns match in languages beyond JavaScript and Python: the answers are those of a real Semgrep (1.182).

/** Name, language, pattern, code, the matched texts. */
export type LanguageCase = readonly [
  name: string,
  language: string,
  pattern: string,
  code: string,
  matched: readonly string[],
];

const twoCatches = "try { a(); } catch (E x) { b(); } catch (F y) { c(); }";
const withFinally = "try { a(); } catch (E x) { b(); } finally { c(); }";
const inJava = (statements: string, fields = ""): string => `class A { ${fields}void m() { ${statements} } }`;
const inGo = (statements: string): string => `package a\nfunc m() {\n\t${statements}\n}\n`;
const inCSharp = (field: string): string => `class A { ${field} void M() { f(k); } }`;
const inC = (statements: string): string => `void m() { ${statements} }`;

export const languageCases: readonly LanguageCase[] = [
  ["a declaration without a value", "java", "int $X;", inJava("int a = 3;"), []],
  ["one of two clauses", "java", "try { ... } catch ($T $E) { ... }", inJava(twoCatches), [twoCatches]],
  ["finally is never left out", "java", "try { ... } catch ($T $E) { ... }", inJava(withFinally), []],
  ["a declared variable", "java", "(Foo $X).bar()", inJava("Foo x; x.bar();"), ["x.bar()"]],
  ["the type itself", "java", "(Foo $X).bar()", inJava("Foo.bar();"), ["Foo.bar()"]],
  ["no type is known", "java", "(Foo $X).bar()", inJava("y.bar();"), []],
  [
    "a field that a constructor sets once",
    "java",
    'f("...");',
    'class A { private String k; A() { k = "a"; } void m() { f(k); } }',
    ["f(k);"],
  ],
  ["a field that others may set", "java", 'f("...");', inJava("f(k);", 'String k = "a"; '), []],
  ["an argument of a type", "java", "List<$T> $X = $Y;", inJava("List<String> a = b;"), ["List<String> a = b;"]],
  ["no ellipsis for it", "java", "List<...> $X = $Y;", inJava("List<String> a = b;"), []],
  ["an assignment is a declaration too", "go", "$X = f()", inGo("y := f()"), ["y := f()"]],
  ["a declaration is no assignment", "go", "$X := f()", inGo("y = f()"), []],
  ["a parameter's type", "go", "f(($X : *R))", "package a\nfunc m(r *R) { f(r) }\n", ["f(r)"]],
  ["a receiver's type is not known", "go", "f(($X : *R))", "package a\nfunc (r *R) m() { f(r) }\n", []],
  ["the last expression is returned", "ruby", "return $X", "def m\n  a\n  b + 1\nend\n", ["b + 1"]],
  ["a block is no argument", "ruby", "f($X)", "f(1) { a }\n", ["f(1)"]],
  ["a block that is passed is one", "ruby", "f($X)", "f(1, &b)\n", []],
  ["a method without parentheses is no call of it", "ruby", "a.f(...)", "x = a.f\n", []],
  ["functions in any case, and the tag's end", "php", "foo($X);", "<?php FOO(1); // foo\n", ["FOO(1);"]],
  ["isset is no function", "php", "$F(...)", "<?php isset($a);\n", []],
  ["a field that is only read", "csharp", 'f("...");', inCSharp('static readonly string k = "a";'), ["f(k);"]],
  ["a field that may change", "csharp", 'f("...");', inCSharp('private string k = "a";'), []],
  ["an array is no pointer", "c", "f((char *$X));", inC("char a[9]; f(a);"), []],
  ["nor in C++", "cpp", "f((char *$X));", inC("char a[9]; f(a);"), []],
  ["a pointer is one", "c", "f((char *$X));", inC("char *a; f(a);"), ["f(a);"]],
  ["auto is no type of a pattern", "cpp", "auto a = $Y;", inC("auto a = 1;"), []],
  ["but any type is", "cpp", "$T a = $Y;", inC("auto a = 1;"), ["auto a = 1;"]],
  ["a macro's arguments count", "rust", "foo!($X)", "fn m() { foo!(a, b); }", []],
  ["each end of a function is returned", "rust", "return $X", "fn m() -> i32 { if c { 1 } else { 2 } }", ["1", "2"]],
  ["a block behind the arguments is one more", "kotlin", "f($X)", "fun m() { f(1) { a() } }", []],
  ["an expression is no block", "kotlin", "fun $F(...) { ... }", "fun a(b: Int) = 1", []],
  ["an operator is a method", "scala", "$X.f($Y)", "object A { def m() = { a f b } }", ["a f b"]],
  ["named arguments keep their order", "scala", "f(k = $V, ...)", "object A { def m() = { f(j = 1, k = 2) } }", []],
  ["a pipeline's first part is no expression", "bash", "$X | sh", "curl a | sh\n", []],
  ["any first part", "bash", "... | sh", "curl a | sh\n", ["curl a | sh"]],
  [
    "attributes in any order, and strings for their values",
    "terraform",
    'resource "t" $N { ... a = true ... }',
    'resource "t" "n" {\n  b = 1\n  a = "true"\n  c = 2\n}\n',
    ['resource "t" "n" {\n  b = 1\n  a = "true"\n  c = 2\n}'],
  ],
  ["a local's value", "terraform", 'a = "x"', 'locals {\n  k = "x"\n}\nr {\n  a = local.k\n}\n', ["a = local.k"]],
  [
    "but not a local's local",
    "terraform",
    'a = "x"',
    'locals {\n  j = "x"\n  k = local.j\n}\nr {\n  a = local.k\n}\n',
    [],
  ],
  ["a pair of a larger map", "yaml", "privileged: true", "name: a\nprivileged: true\nz: 1\n", ["privileged: true"]],
  ["two pairs leave nothing over", "yaml", "a: 1\nb: 2", "a: 1\nb: 2\nc: 3\n", []],
  ["but with ... they do", "yaml", "a: 1\n...\nb: 2\n...", "a: 1\nb: 2\nc: 3\n", ["a: 1\nb: 2\nc: 3"]],
  ["a list of either style", "yaml", "a: [..., foo, ...]", "a:\n  - bar\n  - foo\n", ["a:\n  - bar\n  - foo"]],
  ["a bare word is no string", "yaml", 'a: "..."', "a: foo\n", []],
  ["a pair", "json", '"a": "..."', '{"a": "x", "b": 2}', ['"a": "x"']],
  ["blanks around text", "html", "<a>foo</a>", "<a> foo </a>", ["<a> foo </a>"]],
  ["each label", "dockerfile", "LABEL $K=$V", "FROM a\nLABEL A=1 B=2\n", ["LABEL A=1 B=2", "LABEL A=1"]],
  ["no variable", "dockerfile", "ENV $K=$V", "FROM a\nENV A=1\n", []],
  ["a cast is one to its type", "ts", "f(($X : Foo))", "f(a as Foo)", ["f(a as Foo)"]],
  ["an assertion is none", "ts", "f(($X : Foo))", "f(a!)", []],
  ["what is made", "ts", "f(($X : Foo))", "f(new Foo())", ["f(new Foo())"]],
  ["an f-string of constants is one", "python", 'f("...")', 'x = "b"\nf(f"a{x}")', ['f(f"a{x}")']],
  [
    "pairs of dictionaries within dictionaries",
    "python",
    'book({"rooms": [{"beds": $N, ...}, ...], "until": ..., ...}, pets={..., $P: False})',
    'book({"rooms": [{"beds": 2, "view": "sea"}, {"beds": 1}], "until": d, "board": h}, pets={"dog": True, "cat": False})',
    [
      'book({"rooms": [{"beds": 2, "view": "sea"}, {"beds": 1}], "until": d, "board": h}, pets={"dog": True, "cat": False})',
    ],
  ],
  [
    "which leave nothing over without an ellipsis",
    "python",
    'book({"rooms": [{"beds": $N, ...}, ...], "until": ...}, pets={..., $P: False})',
    'book({"rooms": [{"beds": 2}], "until": d, "board": h}, pets={"cat": False})',
    [],
  ],
];
