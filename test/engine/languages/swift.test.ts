import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { swift } from "../../../src/engine/languages/swift";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // Calls: labels are names, closures behind are arguments, an index is a call.
  ["f($X)", "f(1)\nf(1, b: 2)\nf(b: 2)\nf { g() }", "f(1)", "f { g()"],
  ["f($X, b: $Y)", "f(1, b: 2)\nf(1, 2)", "f(1, b: 2)"],
  ["f(..., b: $Y, ...)", "f(b: 2)\nf(1, b: 2, c: 3)", "f(b: 2)", "f(1, b: 2, c: 3)"],
  ["$X.foo { ... }", "x.foo { a() }\nx.foo(1) { a() }", "x.foo { a()"],
  ["f($X) { ... }", "f(1) { a() }\nf(1)", "f(1) { a()"],
  ["$X[$Y]", "a[0]\nf(1)\nb", "a[0]", "f(1)"],
  ["$X.y(). ... .z()", "x.y().k(1).z()\nx.y()", "x.y().k(1).z()"],
  ["Insecure.MD5.hash(data: $X)", "Insecure.MD5.hash(data: d)\nInsecure.MD5.hash(d)", "Insecure.MD5.hash(data: d)"],
  ["foo($...A, 1)", "foo(a + b, 1)\nfoo(1)\nfoo(1, 2)", "foo(a + b, 1)", "foo(1)"],
  // Declarations.
  ["let $X = $Y", "let a = 1, b = 2\nvar c = 3", "let a = 1, b = 2", "let a = 1"],
  ["var $X = $Y", "class A { private var b = 1; static let c = 2 }", "private var b = 1"],
  ["let $X: $T = $Y", "let a: Int = 1\nlet b = 2", "let a: Int = 1"],
  ["$X = $Y", "let a: Int = 1\nb.c = 2\nd += 3", "a: Int = 1", "b.c = 2"],
  ["foo", "let foo = x\nlet y = try foo", "foo"],
  ["let $X = open()\n...\nclose($X)", "let a = open()\nb()\nclose(a)", "let a = open()\nb()\nclose(a)"],
  ["$X.min = .tls10", "c.min = .tls10\nc.min = tls.tls10", "c.min = .tls10"],
  // Choices: a guard is an `if` of the opposite.
  [
    "if $X { ... }",
    "func f() { if a { b() } else { c() }\nguard d else { return }\nif let e = g { } }",
    "if a { b() } else { c() }",
    "guard d else { return }",
    "if let e = g { }",
  ],
  ["if let $X = $Y { ... }", "func f() { if let a = b { c() }\nif d { } }", "if let a = b { c() }"],
  [
    "guard let $X = $Y else { ... }",
    "func f() { guard let a = b else { return }\nguard c else { return } }",
    "guard let a = b else { return }",
  ],
  ["!$X", "func f() { guard a else { return } }\n_ = !b", "a", "!b"],
  ["while $X { ... }", "while a { b() }", "while a { b() }"],
  ["for $X in $Y { ... }", "for (a, b) in c { d() }", "for (a, b) in c { d() }"],
  [
    "switch self {case .$X(..., $Y: $Z): ...}",
    "switch self { case .a(_, x: let y): return y }\nswitch self { case .b(let z): return z }",
    "switch self { case .a(_, x: let y): return y }",
  ],
  [
    "do { ... } catch { ... }",
    "do { try a() } catch { b() }\ndo { c() } catch let e { d() }",
    "do { try a() } catch { b() }",
  ],
  ["throw $X", "func f() { throw E.a }", "throw E.a"],
  ["try! $X", "let a = try b()\nlet c = try? d()", "try b()", "try? d()"],
  ["$X as! $T", "a as! B\nc as? D", "a as! B", "c as? D"],
  ["$X!", "a!\n_ = !b", "a!"],
  // Literals.
  [
    'f("...")',
    'let k = "a"\nvar v = "b"\nfunc g() { f("c"); f(k); f(v); var l = "d"; f(l); f("e" + k); f("\\(x)") }',
    'f("c")',
    "f(k)",
    "f(l)",
    'f("e" + k)',
  ],
  ['"=~/SELECT/"', 'q("SELECT \\(x)")', "SELECT "],
  ['f("a\\($X)b")', 'f("a\\(s)b")\nf("c\\(s)b")', 'f("a\\(s)b")'],
  ["f(8)", "f(8)\nf(0x8)", "f(8)", "f(0x8)"],
  ["[$X: $Y]", '["a": 1]\n["a": 1, "b": 2]', '["a": 1]'],
  ["[1, ...]", "[1, 2]\n[2]", "[1, 2]"],
  ["f(...)", '#if DEBUG\nf(#"raw"#)\n#endif', 'f(#"raw"#)'],
  ["\\$X.a", "b(\\.a)\nb(\\C.a)", "\\.a", "\\C.a"],
  // Definitions.
  [
    "func $F(...) { ... }",
    "class A { init(a: Int) { }\noverride func b() { } }",
    "init(a: Int) { }",
    "override func b() { }",
  ],
  ["func $F(...) -> $T { ... }", "func a() { }\nfunc b() -> Int { return 1 }", "b() -> Int { return 1 }"],
  ["@objc func $F(...) { ... }", "class A { @objc func a() { }\nfunc b() { } }", "@objc func a() { }"],
  ["func $F(_ $T: A, ...) { ... }", "func f(with a: A, b: B) { }\nfunc g(c: C) { }", "f(with a: A, b: B) { }"],
  [
    "class $C { ... }",
    "class A: B { }\nstruct C { }\nextension D { }\nprotocol E { }",
    "class A: B { }",
    "struct C { }",
    "extension D { }",
  ],
  ["class $C: Base { ... }", "class A: Base, P { }\nclass B: P { }", "class A: Base, P { }"],
  ["enum $E { ... }", "enum A { case b }\nclass C { }", "enum A { case b }"],
  ["import UIKit", "import UIKit.UIView\nimport UIKitten", "import UIKit.UIView"],
  // Types of metavariables.
  ["f(($X : Foo))", "func g(a: Foo, b: Bar) { f(a); f(b) }", "f(a)"],
  ["f(($X : String))", 'func g(a: String) { f(a); f("b"); let c = "d"; f(c); f(1) }', "f(a)", 'f("b")', "f(c)"],
  // A parameter `...` of a closure is one of that name.
  ["{ ... in\n ...\n}", "f { x in g() }\nf { g() }"],
];

/** Code and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    "guard let a = b, c else { return }",
    "(If condition:(Unary ! operand:(Binary && left:(WithItem target:(Identifier a) value:(Identifier b)) right:(Identifier c))) then:(Block (Return)))",
  ],
  ["x += 1", "(ExpressionStatement value:(CompoundAssign += target:(Identifier x) value:(Number 1)))"],
  [
    "a?.b!.c",
    '(ExpressionStatement value:(Member object:(Unary " !" operand:(Member object:(Identifier a) property:(Name b))) property:(Name c)))',
  ],
  [
    "let (a, b): (Int, A.B) = c",
    "(Variable modifier:(Modifier let) target:(Tuple element:(Name a) element:(Name b)) type:(<tuple_type> (<tuple_type_item> (Name Int)) (<tuple_type_item> (Member object:(Identifier A) property:(Name B)))) init:(Identifier c))",
  ],
  [
    "f { (a: Int) in a }",
    "(ExpressionStatement value:(Call callee:(Identifier f) argument:(Lambda parameter:(Parameter target:(Name a) type:(Name Int)) body:(Block (ExpressionStatement value:(Identifier a))))))",
  ],
];

const line = (code: string): string => code.replaceAll(/\s+/g, " ");

describe("Swift", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${line(pattern)} in ${line(code)}`, async () => {
      assert.deepEqual(await textsOf("swift", pattern, code), matched);
    });
  }

  for (const [code, ...expected] of TREES) {
    it(`${line(code)} becomes its tree`, async () => {
      const loaded = await grammar("swift");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(swift, loaded).lower(parsed), parsed.interner), expected);
    });
  }

  it("reads words that begin with a sign, one text after another", async () => {
    const loaded = await grammar("swift");
    for (const code of ["f(#file)", 'let a = #"b"#', "if #available(iOS 13, *) { f() }", "#if A\nf()\n#endif\n"]) {
      assert.equal(loaded.parse(code).table.hasError, false, code);
    }
  });
});
