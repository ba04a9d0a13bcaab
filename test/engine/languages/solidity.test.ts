import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { solidity } from "../../../src/engine/languages/solidity";
import { boundTo, textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, the statements of a function, what is matched in them. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["require($X, ...)", 'require(a > 0, "b"); require(c);', 'require(a > 0, "b")', "require(c)"],
  ["require(tx.origin == $X);", "require(tx.origin == msg.sender);", "require(tx.origin == msg.sender);"],
  [
    "$X.call{value: $V}(...)",
    'a.call{value: 1}(""); b.call{value: 1, gas: 2}(""); c.call("");',
    'a.call{value: 1}("")',
  ],
  ["$X.call(...)", 'a.call{value: 1}(""); c.call("");', 'c.call("")'],
  ["$X.call.value($V)(...)", 'a.call.value(1)("");', 'a.call.value(1)("")'],
  ["S({a: $X, b: $Y})", "S({b: 1, a: 2}); S({a: 1});", "S({b: 1, a: 2})"],
  ["new $C(...)", "A a = new A(1); a = B(1);", "new A(1)"],
  ["address($X)", "a = address(this); b = payable(c);", "address(this)"],
  ["f(a)", "f(uint(a));", "f(uint(a))"],
  ["payable($X)", "b = payable(c);", "payable(c)"],
  ["emit $E(...);", "emit A(1); A(1);", "emit A(1);"],
  ["revert $E(...);", 'revert A(1); revert("b");', "revert A(1);"],
  ["$F(...)", 'emit A(1); revert("b"); x = uint(a);', 'revert("b")'],
  // Declarations.
  ["uint $X = 1;", "uint a = 1; uint b; uint256 c = 1;", "uint a = 1"],
  ["string memory $X = $Y;", 'string memory a = "b"; string storage c = d;', 'string memory a = "b"'],
  [
    "mapping(address => uint) storage $X = $Y;",
    "mapping(address => uint) storage a = b;",
    "mapping(address => uint) storage a = b",
  ],
  ["uint[] memory $X = new uint[](...);", "uint[] memory a = new uint[](3);", "uint[] memory a = new uint[](3)"],
  ["(bool $X, ) = $Y;", "(bool a, ) = f(); (bool b, bytes memory c) = g();", "(bool a, ) = f()"],
  ["($A, $B) = $X", "(a, b) = f(); (uint c, uint d) = g();", "(a, b) = f()"],
  ["$X = 1", "uint a = 1; b = 1;", "a = 1", "b = 1"],
  ["$X[$I] -= $A;", "b[msg.sender] -= c; b[d] = e;", "b[msg.sender] -= c;"],
  // Statements.
  ["if ($X > 1) { ... }", "if (a > 1) { f(); } else if (b) g();", "if (a > 1) { f(); } else if (b) g();"],
  [
    "if ($C) { ... } else { ... }",
    "if (a) { } else if (b) { } else { }",
    "if (a) { } else if (b) { } else { }",
    "if (b) { } else { }",
  ],
  [
    "for (...; $I < $A.length; ...) { ... }",
    "for (uint i = 0; i < a.length; i++) { f(); }",
    "for (uint i = 0; i < a.length; i++) { f(); }",
  ],
  ["for (...) { ... }", "for (;;) { f(); }", "for (;;) { f(); }"],
  ["unchecked { ... }", "unchecked { a++; } { b++; }", "unchecked { a++; }"],
  ["try $X.f() { ... } catch { ... }", "try a.f() { } catch { }", "try a.f() { } catch { }"],
  ["try $X.f() { ... } catch { ... }", "try a.f() returns (uint v) { } catch { }"],
  ["$X.call(...);\n...\n$Y = $Z;", 'a.call(""); if (b) { c = 1; }', 'a.call(""); if (b) { c = 1; }'],
  ["return ($X, ...);", "return (1, true);", "return (1, true);"],
  ["mstore(...)", "assembly { mstore(a, 2) }", "mstore(a, 2)"],
  // Literals.
  // What the grammar puts together wrongly.
  ["$X.f(...)", "a = b || c.f(d); e = g + super.f(1) * 2;", "c.f(d)", "super.f(1)"],
  ["$A == $B", "a = b != c || d.e[f] == g[h].i;", "d.e[f] == g[h].i"],
  ["$A * $B", "a = b + c[d] * e[f];", "c[d] * e[f]"],
  ["!$X", "a = !b.c(d);", "!b.c(d)"],
  ["$X++", "++a; a++;", "a++"],
  ["++$X", "++a.b; a++;", "++a.b"],
  ["a ? $B : $C", "x = a ? b : c[0];", "a ? b : c[0]"],
  ["1 ether", "a = 1 ether; b = 1;", "1 ether"],
  ["1000", "a = 1_000; b = 0x3e8;", "1_000", "0x3e8"],
  ['f("ab")', 'f("a" "b");', 'f("a" "b")'],
  ["a ? $B : $C", "x = a ? b : c;", "a ? b : c"],
  ["$T[...] memory $X = $Y;", "uint[3] memory a = b; uint[] memory c = d;", "uint[3] memory a = b"],
  ["... = ...;", "a = b; c(d);", "a = b;"],
  ["$X = a($Y);\n...\nb($X)", "c = a(d); b(c);", "c = a(d); b(c);"],
];

/** The same outside functions. */
const TOP: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["pragma solidity ^0.8.0;", "pragma solidity ^0.8.0;", "pragma solidity ^0.8.0;"],
  ["pragma solidity ^0.8.0;", "pragma solidity 0.8.0;"],
  ["pragma solidity >= $V;", "pragma solidity >=0.4.0;", "pragma solidity >=0.4.0;"],
  ['import "a";', 'import "a";\nimport {b as c} from "d";', 'import "a";'],
  ["$X.$Y", 'import {A} from "./a.b";\ncontract B is A { }'],
  ["contract $C { ... }", "contract A { uint a; } interface I { }", "contract A { uint a; }"],
  [
    "contract $C is B { ... }",
    "contract A is B, C { } contract D is C, B { } contract E is B(1) { }",
    "contract A is B, C { }",
  ],
  ["contract $C is ..., C, ... { ... }", "contract A is B, C { }", "contract A is B, C { }"],
  [
    "function $F(...) public { ... }",
    "contract A { function f() public view { } function g() external { } }",
    "function f() public view { }",
  ],
  [
    "function $F(...) only(...) { ... }",
    "contract A { function f() only(1) { } function g() public { } }",
    "function f() only(1) { }",
  ],
  [
    "function $F(...) only { ... }",
    "contract A { function f() public only { } function g() only(1) { } }",
    "function f() public only { }",
  ],
  [
    "function $F(..., address $A, ...) { ... }",
    "contract A { function f(uint a, address b) public { } function g(address payable a) public { } }",
    "function f(uint a, address b) public { }",
  ],
  ["function $F(...) public;", "interface A { function f() public; }", "function f() public;"],
  [
    "constructor(...) { ... }",
    "contract A { constructor(uint a) B(a) { } function f() public { } }",
    "constructor(uint a) B(a) { }",
  ],
  [
    "modifier $M(...) { ... _; ... }",
    "contract A { modifier m { f(); _; } modifier n { f(); } }",
    "modifier m { f(); _; }",
  ],
  [
    "fallback() external payable { ... }",
    "contract A { fallback() external payable { f(); } }",
    "fallback() external payable { f(); }",
  ],
  ["event $E(...);", "contract A { event E(address indexed a); }", "event E(address indexed a);"],
  ["enum $E { ... }", "contract A { enum E { P, Q } }", "enum E { P, Q }"],
  ["struct $S { ... }", "contract A { struct S { uint a; } }", "struct S { uint a; }"],
  ["address $X;", "contract A { address private a; address b = c; }", "address private a;"],
  ["address private $X;", "contract A { address private a; address public b; }", "address private a;"],
  ["uint constant $X = $Y;", "contract A { uint public constant a = 1; uint b = 2; }", "uint public constant a = 1;"],
  [
    "contract $C { ... function $F(...) { ... } ... }",
    "contract A { uint a; function f() public { } }",
    "contract A { uint a; function f() public { } }",
  ],
  ["using $L for $T;", "contract A { using B for uint; }", "using B for uint;"],
  ["constructor(...) payable { ... }", "contract A { constructor() { } }"],
  ["constructor(...){}", "contract A { constructor() {} }", "constructor() {}"],
];

/** A code, its tree. */
const TREES: readonly (readonly [code: string, ...trees: string[]])[] = [
  [
    "struct S { uint a; B.C[] b; }",
    "(Class struct name:(Name S) member:(Field type:(Identifier uint) name:(Name a)) member:(Field type:(<type> [] value:(Member object:(Identifier B) property:(Name C))) name:(Name b)))",
  ],
  [
    'import {a, b as c} from "d";',
    "(Import specifier:(ImportSpecifier name:(Name a)) specifier:(ImportSpecifier name:(Name b) alias:(Name c)) module:(String d))",
  ],
  [
    "pragma solidity >=0.4.0 <0.9.0;",
    "(<pragma> name:(Name solidity) value:(<constraint> >= value:(Identifier 0.4.0)) value:(<constraint> < value:(Identifier 0.9.0)))",
  ],
];

describe("Solidity", () => {
  const inFunction = ([pattern, code, ...rest]: readonly string[]) =>
    [pattern!, `contract T { function t() { ${code} } }`, ...rest] as const;
  for (const [pattern, code, ...matched] of [...MATCHES.map(inFunction), ...TOP]) {
    it(`${pattern} in ${code}`, async () => assert.deepEqual(await textsOf("solidity", pattern, code), matched));
  }

  it("a pragma's constraint is bound as a whole", async () => {
    assert.deepEqual(await boundTo("solidity", "pragma solidity $V;", "pragma solidity ^0.8.0;", "$V"), ["^0.8.0"]);
  });

  for (const [code, ...trees] of TREES) {
    it(`tree of ${code}`, async () => {
      const loaded = await grammar("solidity");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(solidity, loaded).lower(parsed), parsed.interner), trees);
    });
  }
});
