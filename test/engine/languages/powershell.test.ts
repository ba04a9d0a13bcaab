import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { powershell } from "../../../src/engine/languages/powershell";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, a script, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // Commands are calls, in any case; parameters are keyword arguments.
  ["Invoke-Expression $X", "invoke-expression $a; Invoke-Expression -Command $b", "invoke-expression $a"],
  ["Invoke-Expression ...", "$a = Invoke-Expression -Command $b; iex $c", "Invoke-Expression -Command $b"],
  ["Get-A ... -Uri $X ...", "Get-A -B c -Uri $d -Force; Get-A -Uri:$e", "Get-A -B c -Uri $d -Force", "Get-A -Uri:$e"],
  ["Get-A $X -Force", "Get-A -Force $b; Get-A $c -Force", "Get-A -Force $b", "Get-A $c -Force"],
  ["$CMD ... -Password $P ...", "New-A -User b -password 'c'", "New-A -User b -password 'c'"],
  ["Set-A Bypass ...", 'Set-A "Bypass" -B c; Set-A Other', 'Set-A "Bypass" -B c'],
  ["& $X ...", "& $a b; & c d; e", "& $a b"],
  ["... | iex", "a | b | iex; iex | a", "a | b | iex"],
  ["Get-A $X | $Y", "Get-A b | c", "Get-A b | c"],
  [
    "iex (New-Object Net.WebClient).Get(...)",
    "IEX (new-object System.Net.WebClient).get($a)",
    "IEX (new-object System.Net.WebClient).get($a)",
  ],
  // Members and types; `System.` goes without saying.
  ["[System.A.B]::C($X)", "[A.b]::c(1); [System.A.B]::C(2)", "[A.b]::c(1)", "[System.A.B]::C(2)"],
  ["[$T]::C(...)", "[Net.A]::C(1, 2)", "[Net.A]::C(1, 2)"],
  ["[A]::B = {...}", "[A]::B = { $true }", "[A]::B = { $true }"],
  ["$X.Foo(...)", "$a.b.foo(1); Get-A $b.Foo(2)", "$a.b.foo(1)", "$b.Foo(2)"],
  ["$X. ... .Foo()", "$a.b.c().Foo()", "$a.b.c().Foo()"],
  ["[int]$X", "$a = [int]$b", "[int]$b"],
  // Variables, strings, collections.
  ["$a", "$A + $b; $script:a", "$A", "$script:a"],
  ["$_", "a | % { $_ }; $b", "$_"],
  [
    "$password = '...'",
    "$Password = \"a\"; [string]$password = 'b'; $c = 'd'",
    '$Password = "a"',
    "[string]$password = 'b'",
  ],
  ['"$X"', "a 'b'; c \"$d\"", "'b'"],
  ['"...$X..."', 'a "b $c d"; e "f"', '"b $c d"'],
  ['"..." + $X', '$a = "b" + $c', '"b" + $c'],
  ['f("...")', "f('a')", "f('a')"],
  ["a $X", "$b = 'c'; a \"$b d\"", 'a "$b d"'],
  ['a "..."', "$b = 'c'; a \"$b d\"; a $e", 'a "$b d"'],
  ["@{ ... Password = $X ... }", "@{ A = 1; Password = 'b' }; @{ C = 2 }", "@{ A = 1; Password = 'b' }"],
  ["@(..., 'a', ...)", "@('b', 'a'); @(1)", "@('b', 'a')"],
  ["a <... $env:B ...>", "a ('c' + $env:b); a d", "a ('c' + $env:b)"],
  // Operators.
  ["$X -and $Y", "$a -AND $b", "$a -AND $b"],
  ["-not $X", "!$a; -not $b", "!$a", "-not $b"],
  ["$X -eq 1", "$a -ieq 1; $a -ne 1", "$a -ieq 1"],
  // Statements and definitions.
  ["if ($X -eq $Y) { ... }", "if ($a -eq 1) { b } else { c }", "if ($a -eq 1) { b } else { c }"],
  ["foreach ($X in $Y) { ... }", "foreach ($a in $b) { c }", "foreach ($a in $b) { c }"],
  ["function $F { ... }", "function A($b) { c }", "function A($b) { c }"],
  ["function $F(..., $P, ...) { ... }", "function A {\n param([int]$b)\n c\n}", "function A {\n param([int]$b)\n c\n}"],
  ["try { ... } catch { ... }", "try { a } catch { b }", "try { a } catch { b }"],
  [
    "$X = Read-Host ...\n...\niex $X",
    "$a = Read-Host 'b'\nif ($c) { iex $a }",
    "$a = Read-Host 'b'\nif ($c) { iex $a }",
  ],
  ["return $X", "function A { return $b }", "return $b"],
  ["throw $X", "throw 'a'", "throw 'a'"],
  ["class $C { ... }", "class A : B { [int]$c = 1 }", "class A : B { [int]$c = 1 }"],
];

/** A script and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    'Get-A $b -C d -Force "e" > f',
    "(ExpressionStatement value:(Call callee:(Identifier get-a) argument:(Identifier $b) argument:(Argument name:(Name c) value:(String d)) argument:(Argument name:(Name force)) argument:(String e)))",
  ],
  [
    "if ($a) { b } elseif ($c) { d } else { e }",
    "(If condition:(Identifier $a) then:(Block (ExpressionStatement value:(Call callee:(Identifier b)))) else:(If condition:(Identifier $c) then:(Block (ExpressionStatement value:(Call callee:(Identifier d)))) else:(Block (ExpressionStatement value:(Call callee:(Identifier e))))))",
  ],
  [
    "[Net.A]::new(1).B",
    "(ExpressionStatement value:(Member object:(New callee:(Member object:(Identifier net) property:(Name a)) argument:(Number 1)) property:(Name b)))",
  ],
  [
    "$a += 1, 2",
    "(ExpressionStatement value:(CompoundAssign += target:(Identifier $a) value:(Array element:(Number 1) element:(Number 2))))",
  ],
];

describe("PowerShell", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${JSON.stringify(pattern)} in ${JSON.stringify(code)}`, async () => {
      assert.deepEqual(await textsOf("powershell", pattern, code), matched);
    });
  }

  for (const [code, ...statements] of TREES) {
    it(`lowers ${code}`, async () => {
      const loaded = await grammar("powershell");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(powershell, loaded).lower(parsed), parsed.interner), statements);
    });
  }

  it("keeps every row within its parent, in text with errors too", async () => {
    const loaded = await grammar("powershell");
    const code = 'function A { process { b "c$($d)" | e } }\nswitch ($f) {\n 1 { g }\n default { h }\n}\n';
    for (const text of [code, `${code}if (\n`]) {
      const parsed = loaded.parse(text);
      const tree = loweringOf(powershell, loaded).lower(parsed);
      assert.ok(printAll(tree, parsed.interner).join("\n").includes("(StringPart c)"));
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, `row ${row}`);
      }
    }
  });
});
