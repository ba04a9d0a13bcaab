import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { php } from "../../../src/engine/languages/php";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["A", "new A(); $a; a();", "A", "a"],
  ["f(A)", "f(A); f(a); f('A');", "f(A)", "f(a)"],
  // Names: functions and classes in any case, methods and constants as they are.
  ['foo("...$X...")', "foo(\"a '$b' c\"); foo('a'); foo(\"$b\");", "foo(\"a '$b' c\")"],
  ["foo($X)", "FOO(1); foo(2, 3); $o->foo(1);", "FOO(1)"],
  ["new Foo(...)", "new FOO(1); new Foo; new \\Foo();", "new FOO(1)", "new Foo"],
  ["$X->foo()", "$a->foo(); A::foo(); $a?->foo(); $a->Foo();", "$a->foo()", "A::foo()", "$a?->foo()"],
  ["foo(...)", "\\foo(1); A\\foo(1); @foo(2);", "foo(2)"],
  ["function Foo(...) { ... }", "class A { function Foo() {} function foo() {} }", "function Foo() {}"],
  ["A\\Foo::bar()", "use A\\Foo; foo::bar(); Foo::BAR();", "foo::bar()"],
  ["new A\\B\\C()", "use A\\{B\\C as D, E}; new D(); new E(); new A\\B\\C();", "new D()", "new A\\B\\C()"],
  // Metavariables are variables, but for the superglobals.
  ["$X = $_GET[$K]", "$a = $_GET['b']; $a = $_POST['b'];", "$a = $_GET['b']"],
  ["f($x)", "f($x); f($y);", "f($x)"],
  ["function $F(..., $A, ...) { ... f($A); }", "function g($a, $b) { f($b); }", "function g($a, $b) { f($b); }"],
  ["$X->$M(...)", "$a->b(1); $a->$c();", "$a->b(1)", "$a->$c()"],
  ["$X->a()-> ... ->b()", "$x->a()->c(1)->d->b();", "$x->a()->c(1)->d->b()"],
  ["f($...A, 3)", "f(1, 2, 3); f(3); f(3, 1);", "f(1, 2, 3)", "f(3)"],
  // What counts as a call.
  ["$F(...)", "echo 1; isset($a); include 'b'; new C; !$d; empty($e);", "echo 1", "include 'b'", "empty($e)"],
  ["isset(...)", "isset($a, $b); empty($a);", "isset($a, $b)"],
  ["echo $X;", "echo 1; echo(2); echo 3, 4; ?><?= $a ?><?php print 5;", "echo 1;", "echo(2);", "<?= $a"],
  ["include(...)", "include 'a'; include($b . 'c'); require 'd';", "include 'a'", "include($b . 'c')"],
  ["exit(...)", "die('a'); exit;", "die('a')", "exit"],
  ["`...`", "`ls`; `ls $a`;", "`ls`", "`ls $a`"],
  // Strings and constants. Beside dots a bare metavariable is a piece of text, one in braces is code.
  ['f("$X...")', 'f("a $b"); f("$a$b"); f("a {$b} c"); f("a");', 'f("a $b")', 'f("a {$b} c")'],
  ['f("...$X")', 'f("a $b"); f("a $b c"); f("$b");', 'f("a $b c")'],
  ['f("...{$X}...")', 'f("a $b"); f("{$a}"); f("a");', 'f("a $b")', 'f("{$a}")'],
  ['f("...")', "f('a'); f(\"b\"); f(\"$c\"); f('d' . 'e');", "f('a')", 'f("b")', "f('d' . 'e')"],
  ['f("$X")', "f('a'); f(\"$c\");", "f('a')"],
  ['$X = "$A{$B}..."', '$a = "b {$c} d"; $a = "b";', '$a = "b {$c} d"'],
  ['f("...")', "$a = 'b'; function g() { f($a); } $c = h(); f($c);", "f($a)"],
  ['f("...")', "class A { const K = 'k'; function g() { f(self::K); f(static::K); } }", "f(self::K)"],
  ['f("...")', "$a = 'x'; f('rm ' . escapeshellarg($a)); f(escapeshellarg($b));", "f('rm ' . escapeshellarg($a))"],
  ["f(false)", "f(FALSE); $a = False; f($a);", "f(FALSE)", "f($a)"],
  ['"a" . $X', "'a' . $b . 'c';", "'a' . $b . 'c'", "'a' . $b"],
  ["$A . 'x' . $B", "$a . $b . 'x' . $c . $d;", "$a . $b . 'x' . $c . $d", "$a . $b . 'x' . $c"],
  ["$X && $Y", "$a and $b;", "$a and $b"],
  // Arrays are lists.
  ["f(['a' => $X])", "f(array('a' => 1)); f(['a' => 1, 'b' => 2]);", "f(array('a' => 1))"],
  ["f([..., 'a' => $X, ...])", "f(['b' => 2, 'a' => 1, 3]);", "f(['b' => 2, 'a' => 1, 3])"],
  ["f(..., secure: true)", "f('a', secure: true); f('a', true);", "f('a', secure: true)"],
  // Statements and definitions.
  ["if ($X)", "if ($a) { f(); } else { g(); }", "if ($a) { f(); } else { g(); }"],
  ["if (...) { ... }", "if ($a): f(); endif;", "if ($a): f(); endif;"],
  ["foreach ($X as $Y) { ... }", "foreach ($a as $k => $v) { f(); }", "foreach ($a as $k => $v) { f(); }"],
  ["$A = true;\n...\nf(..., $A);", "$b = true; if ($c) { f(1, $b); }", "$b = true; if ($c) { f(1, $b); }"],
  ["$X = $Y;", "static $a = 1; const K = 2; $b .= 3;", "static $a = 1", "const K = 2;"],
  ["class $C { ... private $X = '...'; ... }", "class A { private $p = 'a'; }", "class A { private $p = 'a'; }"],
  ["class $C extends D { ... }", "final class A extends D implements E {}", "final class A extends D implements E {}"],
  ["interface $I extends A { ... }", "interface B extends C, A {}", "interface B extends C, A {}"],
  ["public function $F($X) { ... }", "class A { public function b($c) { d(); } }", "public function b($c) { d(); }"],
  ["function ($X) { ... }", "$f = function ($a) use ($b) { c(); };", "function ($a) use ($b) { c(); }"],
  ["return $X;", "return 1; $f = fn($a) => $a;", "return 1;"],
  ["#[$A]\nclass $C { ... }", "#[B] class D {} class E {}", "#[B] class D {}"],
  ["use A\\B;", "use A\\B as C; use A\\D;", "use A\\B as C;"],
  ["try { ... } catch (E $e) { ... }", "try { a(); } catch (E $e) {}", "try { a(); } catch (E $e) {}"],
  ["namespace A;\n...\nf();", "namespace A; g(); f(); namespace B; f();", "namespace A; g(); f();"],
  ['"$S" .= $X', '$a .= "b"; $c = "d" . $e;'],
];

/** Code and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    "if ($a) f(); elseif ($b) g();",
    "(If condition:(Identifier $a) then:(ExpressionStatement value:(Call callee:(Identifier f))) else:(If condition:(Identifier $b) then:(ExpressionStatement value:(Call callee:(Identifier g)))))",
  ],
  [
    "use A\\B as C, D;",
    "(Import module:(Name a) specifier:(ImportSpecifier name:(Name b) alias:(Name c)))",
    "(Import module:(Name d))",
  ],
  [
    "const A = 1, B = 2;",
    "(Variable modifier:(Modifier const) target:(Name A) init:(Number 1))",
    "(Variable modifier:(Modifier const) target:(Name B) init:(Number 2))",
  ],
  [
    '"a $b[0] {$c->d}";',
    '(ExpressionStatement value:(Template part:(StringPart "a ") part:(Index object:(Identifier $b) index:(Number 0)) part:(StringPart " ") part:(Member object:(Identifier $c) property:(Name d))))',
  ],
  ["<<<E\na\nE;", "(ExpressionStatement value:(String a))"],
];

describe("PHP", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${JSON.stringify(pattern)} in ${JSON.stringify(code)}`, async () => {
      assert.deepEqual(await textsOf("php", pattern, `<?php ${code}`), matched);
    });
  }

  for (const [code, ...statements] of TREES) {
    it(`lowers ${code}`, async () => {
      const loaded = await grammar("php");
      const parsed = loaded.parse(`<?php ${code}`);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(php, loaded).lower(parsed), parsed.interner), statements);
    });
  }

  it("keeps every row within its parent, in text with errors too", async () => {
    const loaded = await grammar("php");
    const code = "<html><?php foreach ($a as $b): ?><b><?= $b ?></b><?php endforeach; class A { const B = 'c'; }\n";
    for (const text of [code, `${code} if ( { $x->`]) {
      const parsed = loaded.parse(text);
      const tree = loweringOf(php, loaded).lower(parsed);
      assert.ok(printAll(tree, parsed.interner).join("\n").includes("(Call callee:(Identifier echo)"));
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, `row ${row}`);
      }
    }
  });
});
