import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { rust } from "../../../src/engine/languages/rust";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["let $X = f($Y);", "fn a() { #[b]\n let c = f(1); }", "#[b]\n let c = f(1);"],
  // What Semgrep takes for expressions is not looked into behind a gap.
  ["a();\n...\nb();", "fn f() {\n  a();\n  match c { _ => { b(); } }\n  let d = if e { b(); 1 } else { 2 };\n}"],
  ["use a::b;\n...\nc();", "use a::b;\nimpl D { fn e() { c(); } }"],
  ["a();\n...\nb();", "fn f() {\n  a();\n  if c { b(); }\n}", "a();\n  if c { b(); }"],
  // Declarations.
  ["let $X = $Y;", "fn m() { let a = 1; let mut b = 2; let c; const D: u8 = 1; }", "a = 1;", "mut b = 2;"],
  ["let mut $X = $Y;", "fn m() { let a = 1; let mut b = 2; }", "mut b = 2;"],
  ["let $X: $T = $Y;", "fn m() { let a = 1; let b: u8 = 2; }", "b: u8 = 2;"],
  ["let $X;", "fn m() { let a; let b = 1; }", "a;"],
  ["let ($A, $B) = $C;", "fn m() { let (a, b) = f(); let c = f(); }", "(a, b) = f();"],
  ["a = $Y", "fn m() { let a = 1; a = 2; }", "a = 2"],
  ["$X = $Y", "fn m() { let a = 1; b = 2; c += 3; }", "a = 1", "b = 2"],
  ["static mut $X: $T = $Y;", "static mut A: u8 = 1; static B: u8 = 2;", "static mut A: u8 = 1;"],
  ['const $X: &str = "...";', 'pub const A: &str = "b"; const C: u8 = 1;', 'const A: &str = "b";'],
  [
    "let $X = open();\n...\nclose($X);",
    "fn m() { let a = open(); if b { close(a); } }",
    "a = open(); if b { close(a); }",
  ],
  // Paths and imports.
  [
    "std::process::Command::new($X)",
    "use std::process::Command; fn m() { Command::new(a); std::process::Command::new(b); process::Command::new(c); }",
    "Command::new(a)",
    "std::process::Command::new(b)",
  ],
  ["std::env::args()", "use std::{env, fs}; fn m() { env::args(); }", "env::args()"],
  ["env::args()", "fn m() { std::env::args(); }"],
  ["md5::compute(...)", "use md5::{Digest, compute as c}; fn m() { c(a); compute(b); }", "c(a)"],
  ["A::B::f", "use A::B::f as g; static X: () = g();", "g"],
  ["A::f()", "use A::*; fn m() { f(); }", "f()"],
  ["use md5;", "use md5::compute; use md5; use md50;", "use md5::compute", "use md5"],
  ["use $X::Command;", "use std::process::Command; use a::B;", "use std::process::Command"],
  ["use $X;", "use a::b; use c;", "use a::b", "use c"],
  ["h(...)", "fn m() { h::<u8>(1); h(2); }", "h::<u8>(1)", "h(2)"],
  ["Vec::new()", "fn m() { Vec::<u8>::new(); Vec::new(); }", "Vec::new()"],
  // Macros are calls of another name.
  ["foo!($X)", "fn m() { foo!(a); foo!{b}; foo!(a, b); foo!(a + b); foo!(c(1)); foo(d); }", "foo!(a)", "foo!{b}"],
  ['foo!("...", ...)', 'fn m() { foo!("a"); foo!("b", c.d, &e); foo!("f", g()); }', 'foo!("a")', 'foo!("b", c.d, &e)'],
  ["foo![...]", "fn m() { foo!(a, b()); foo![]; }", "foo!(a, b())", "foo![]"],
  ["bar($X)", "fn m() { foo!(bar(1)); }"],
  ["assert!($X == $Y)", "fn m() { assert!(a == b); assert!(a); }", "assert!(a == b)"],
  ['"..."', 'fn m() { foo!("a", b()); }', '"a"'],
  ["$F(...)", "fn m() { a!(b); C { d: 1 }; if let Some(e) = f {} }", "a!(b)"],
  // Expressions.
  ["f();", "fn m() { let a = f(); f(); }", "a = f();", "f();"],
  ["unsafe { ... }", "fn m() { unsafe { f(); } }", "unsafe { f(); }"],
  ["$X.a(). ... .b(...)", "fn m() { x.a().c?.d.b(1); }"],
  ["$X.a(). ... .b(...)", "fn m() { x.a().c(1).d.b(1); }", "x.a().c(1).d.b(1)"],
  ["s. ... .z", "fn m() { s.x.y.z; s.z; s.x; }", "s.x.y.z", "s.z"],
  ["T { a: false }", "fn m() { T { a: false }; T { a: false, b: 1 }; T { a: false, ..c }; }", "T { a: false }"],
  ["T { a: 1, b: 2 }", "fn m() { T { b: 2, a: 1 } }", "T { b: 2, a: 1 }"],
  ["&mut $X", "fn m() { f(&a); f(&mut b); }", "&a", "&mut b"],
  ["$X?", "fn m() { a()?; b(); }", "a()?"],
  ["$X as i8", "fn m() { a as i8; b as u8; }", "a as i8"],
  ["|$X| $Y", "fn m() { f(|a| a + 1); f(|a, b| a); }", "|a| a + 1"],
  ["|| { ... }", "fn m() { f(|| g()); f(move || { g() }); }", "|| { g() }"],
  ["f(<... g($X) ...>)", "fn m() { f(h(g(1))); f(|a| g(a)); f(|a| { g(a) }); }", "f(h(g(1)))", "f(|a| g(a))"],
  ["[..., 1, ...]", "fn m() { f([2, 1, 3]); f([2]); }", "[2, 1, 3]"],
  // Literals and constants.
  ['f("...")', 'fn m() { f("a"); f(b"b"); f(r#"c"#); f(b\'d\'); }', 'f("a")', 'f(b"b")', 'f(r#"c"#)'],
  ['f("...")', 'const K: &str = "a"; static S: &str = "b"; fn m() { f(K); f(S); let l = "c"; f(l); }', "f(K)", "f(l)"],
  ["f(8)", "fn m() { f(8); f(0x8); f(8u32); f(8.0); }", "f(8)", "f(0x8)"],
  // Choices and loops.
  ["if $X { ... }", "fn m() { if a { f(); } else { g() } if let Some(b) = c {} }", "if a { f(); } else { g() }"],
  ["if let Some($X) = $Y { ... }", "fn m() { if let Some(a) = b { f(); } if a {} }", "if let Some(a) = b { f(); }"],
  [
    "match $X { Ok(_) => ..., Err(_) => ... }",
    "fn m() { match a { Err(_) => {} Ok(_) => f(), } match b { Ok(_) => {} } }",
    "match a { Err(_) => {} Ok(_) => f()",
  ],
  ["match $X { $A => $B, _ => $C }", "fn m() { match a { 1 => 2, _ => 3 } }", "match a { 1 => 2, _ => 3"],
  ["for $I in ... { $J += $I; }", "fn m() { for i in 0..10 { j += i; } }", "for i in 0..10 { j += i; }"],
  ["loop { ... }", "fn m() { loop { break; } while a {} }", "loop { break; }"],
  // Definitions.
  ["fn $F(...) -> $T { ... }", "fn a() {} pub fn b() -> u8 { 1 }", "fn b() -> u8 { 1 }"],
  ["pub fn $F(...) { ... }", "fn a() {} pub fn b() {}", "fn a() {}", "fn b() {}"],
  ["unsafe fn $F(...) { ... }", "fn a() {} pub unsafe fn b() {}", "unsafe fn b() {}"],
  ["fn $F($X, ...) { ... }", "fn a(self, b: u8) {} fn c(u8) {} fn d() {}", "fn a(self, b: u8) {}", "fn c(u8) {}"],
  ["fn $F(&self, ...) { ... }", "impl A { fn b(&mut self) { c() } fn d() {} }", "fn b(&mut self) { c() }"],
  ["impl $T { ... }", "impl A for B { fn c() {} } impl D {}", "impl A for B { fn c() {}", "impl D"],
  [
    "struct $S { ... }",
    "pub struct A { b: u8 } struct C(u8); struct D;",
    "struct A { b: u8 }",
    "struct C(u8)",
    "struct D",
  ],
  ["mod tests { ... }", "mod tests { fn a() {} } mod b {}", "mod tests { fn a() {} }"],
  ["#[test]\nfn $F() { ... }", "#[test]\n#[ignore]\npub fn a() {}\nfn b() {}", "#[test]\n#[ignore]\npub fn a() {}"],
  ["#[a($X)]\nfn $F() { ... }", "#[a(b)]\nfn c() {}\n#[a]\nfn d() {}", "#[a(b)]\nfn c() {}"],
  // What functions return.
  ["return $X", "fn a() -> u8 { if b { 1 } else { return 2; } }", "1", "return 2"],
  ["return $X", 'fn a() { f(|| "b"); match c { 0 => d, _ => e } }', '"b"', "d", "e"],
  // Types of metavariables.
  ["f(($X : T))", "fn m(a: T, b: U) { f(a); f(b); let c: T = g(); f(c); }", "f(a)", "f(c)"],
  ["f(($X : &str))", "fn m(a: &str, b: &'static str, c: String) { f(a); f(b); f(c); }", "f(a)", "f(b)"],
  ["f(($X : Vec<u8>))", "fn m(a: Vec<u8>, b: &Vec<u8>) { f(a); f(b); }", "f(a)"],
  ["fn $F() { ... }", "mod a {\n#[test]\nfn b() {}\n}\n#[test]\nfn c() {}", "fn b() {}", "#[test]\nfn c() {}"],
  ["#[test] fn $F() { ... }", "mod a {\n#[test]\nfn b() {}\nfn c() {}\n}", "fn b() {}"],
  [
    "fn $F(...) -> Result<$T> { ... }",
    "fn a() -> io::Result<u8> { b() } fn c() -> Result<u8, E> { d() }",
    "fn a() -> io::Result<u8> { b() }",
  ],
  ["let $X: std::io::Error = $Y;", "fn m() { let a: Error = b; let c: Other = d; }", "a: Error = b;"],
  [
    "struct $S { ..., $F: Vec<$T>, ... }",
    "struct A { a: u8, b: Vec<u8>, c: u8 } struct B { a: u8 }",
    "struct A { a: u8, b: Vec<u8>, c: u8 }",
  ],
  // What chooses within a case is an expression.
  [
    "return f($X)",
    "fn m() -> A { match a { B::C => { if d { f(1) } else { f(2) } }, B::D => { f(3) }, B::E => f(4) } }",
    "f(3)",
    "f(4)",
  ],
  // What stands before `::` is a path, and no expression.
  ["$X::A", "fn f() { crate::A::b(); g(crate::A); }", "crate::A"],
  // A sequence may begin anywhere in a body.
  [
    "$X;\n...\nok()",
    "impl A { fn a() { 1 } fn b() { 2 } fn c() { ok() } }",
    "fn a() { 1 } fn b() { 2 } fn c() { ok() }",
    "fn b() { 2 } fn c() { ok() }",
  ],
  // A macro's definition is a statement.
  ["$X;\n...\nok()", "fn f() { macro_rules! a { () => {} } ok() }", "macro_rules! a { () => {} } ok()"],
];

/** Code and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    "use a::{self, b as c};",
    "(Import import module:(Name a))",
    "(Import from module:(Name a) specifier:(ImportSpecifier name:(Name b) alias:(Name c)))",
  ],
  ["x += 1;", "(ExpressionStatement value:(CompoundAssign += target:(Identifier x) value:(Number 1)))"],
  [
    "a.0[1];",
    "(ExpressionStatement value:(Index object:(Member object:(Identifier a) property:(Name 0)) index:(Number 1)))",
  ],
  ["f(..b);", "(ExpressionStatement value:(Call callee:(Identifier f) argument:(Binary .. right:(Identifier b))))"],
  [
    "while let Some(a) = b { }",
    "(While init:(WithItem target:(<tuple_struct_pattern> callee:(Identifier Some) argument:(Identifier a)) value:(Identifier b)) body:(Block))",
  ],
  [
    "m!(a.b, &c);",
    "(ExpressionStatement value:(Call callee:(Identifier m!) argument:(Member object:(Identifier a) property:(Name b)) argument:(Unary & operand:(Identifier c))))",
  ],
];

const line = (code: string): string => code.replaceAll(/\s+/g, " ");

describe("Rust", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${line(pattern)} in ${line(code)}`, async () =>
      assert.deepEqual(await textsOf("rust", pattern, code), matched));
  }

  for (const [code, ...expected] of TREES) {
    it(`${line(code)} becomes its tree`, async () => {
      const loaded = await grammar("rust");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(rust, loaded).lower(parsed), parsed.interner), expected);
    });
  }
});
