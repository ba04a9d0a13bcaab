import assert from "node:assert/strict";
import { bash } from "../../../src/engine/languages/bash";
import { loweringOf } from "../../../src/engine/languages/language";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

/** A pattern, a script, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  ["echo \\$X", "echo \\$A; echo \\$X", "echo \\$X"],
  // The only statement of a branch or of a `$(…)` is no list; a subshell is one that stands for itself.
  ["foo x\n...", "if a; then\nfoo x\nfi\nif a; then\nfoo x\nb\nfi", "foo x\nb", "foo x"],
  ["if a; then\nfoo x\n...\nfi", "if a; then\nfoo x\nfi"],
  ["a\n...\nfoo x", "a\n(\nfoo x\n)"],
  ["foo x\n...", "(\nfoo x\nb\n)\nc", "foo x\nb", "foo x"],
  ["foo x\n...", "y=$(b; foo x; c)", "foo x; c", "foo x"],
  ["foo x\n...", "case y in\na) foo x ;;\nesac"],
  // A command is all its words, however they are quoted.
  ["foo bar", `foo "bar"; foo 'bar'; foo "$bar"`, 'foo "bar"', "foo 'bar'"],
  ["foo bar", "foo bar baz"],
  ["foo ... 5", "foo 5; foo 1 2 5; foo 5 6", "foo 5", "foo 1 2 5"],
  ["cp ... $X ... $X", "cp a b c b; cp a b c", "cp a b c b"],
  ["$CMD foo", 'a foo; "$b" foo', "a foo", '"$b" foo'],
  ["echo $...ARGS x", "echo a b x; echo a", "echo a b x"],
  // Three dots are any text where they are all of it.
  ['echo "a... b"', 'echo "a... b"; echo "a x b"', 'echo "a... b"'],
  ['echo "... $X"', 'echo "... $a"; echo "b $a"', 'echo "... $a"'],
  ["echo '...'", "echo 'a'; echo \"$a\"; echo b", "echo 'a'", "echo b"],
  ["echo '$M'", "echo 'a'; echo \"$a\"", "echo 'a'"],
  // A word alone is looked for anywhere, a command is not an argument.
  ["foo", "bar foo; foo", "foo"],
  ["foo;", "bar foo; foo", "foo"],
  ["foo > x", "bar foo; foo", "foo"],
  // Redirections and a command's own variables do not count.
  ["curl ... | sh", "curl -s x 2>/dev/null | sh", "curl -s x 2>/dev/null | sh"],
  ["cat | sh", "cat <<EOF | sh\nhi\nEOF", "cat <<EOF | sh"],
  ["cmd x", "A=1 cmd x", "A=1 cmd x"],
  ["$A=1", "A=1 cmd x; B=1", "B=1"],
  ["export A=...", "export A=1 B=2; A=2; local A=3; export A", "A=1", "A=2", "A=3"],
  ["a+=...", "a+=x; a=x", "a+=x"],
  // Operators.
  ["$X | sh", "curl a | sh; curl | sh", "curl | sh"],
  ["... | sh", "curl a | sh; sh | a", "curl a | sh"],
  ["sh | a", "a | sh"],
  ["... || ...", "a || b && c", "a || b"],
  ["! ...", "! a b", "! a b"],
  ["... &", "a; b &", "b &"],
  // Expansions and strings.
  ["eval $X", 'eval $x; eval "$x"', "eval $x", 'eval "$x"'],
  ['eval "$X"', 'eval $x; eval "$x"; eval "${x}"; eval "a"', 'eval "$x"', 'eval "${x}"'],
  ["eval ${$X}", 'eval $x; eval ${x}; eval "$x"; eval ${x:-a}; eval ${a[0]}', "eval $x", "eval ${x}", "eval ${x:-a}"],
  ['"..."', 'a "b" "c$d"', '"c$d"'],
  ["foo --x=$X", 'foo --x=$y; foo --x="$y"; foo --x=y', "foo --x=$y", 'foo --x="$y"'],
  ["...${$V}...", "a b${c}d $e", "b${c}d"],
  ['"${$A}...${$B}"', '"${X}aa${Y}"; "a${X}aa${Y}"', '"${X}aa${Y}"'],
  ["$F=''\ntouch \"${$F}\"", "out=''\ntouch \"$out\"", "out=''\ntouch \"$out\""],
  ["$V=$(cat)\n...\neval ${$V}", "c=$(cat)\necho\neval $c", "c=$(cat)\necho\neval $c"],
  ["$(foo ...)", "a `foo b` $(foo c)", "`foo b`", "$(foo c)"],
  ["ar=(1 ...)", "ar=(1 2); ar=(2)", "ar=(1 2)"],
  ["arr[0]=...", "arr[1]=2", "arr[1]=2"],
  ["foo <... bar ...>", 'foo "$(a | bar)"; foo baz', 'foo "$(a | bar)"'],
  // Statements.
  ["if ...; then ...; fi", "if a; then b; else c; fi", "if a; then b; else c; fi"],
  ["echo ...", "if echo a; then echo b; fi", "echo a", "echo b"],
  ["for $X in 1 2; do ...; done", "for i in 1 2; do a; b; done", "for i in 1 2; do a; b; done"],
  ["while ...; do a; done", "while true; do a; done < x", "while true; do a; done"],
  ["function $F() { ...; }", "f() { a; }", "f() { a; }"],
  ["a; ...; b", "a\nx\nb", "a\nx\nb"],
  ["{ a; }", "{ a && b; }", "{ a && b; }"],
  ["(a)", "(a); { a; }", "(a)"],
  ['[ -z "$X" ]', '[ -z "$1" ] && a; [[ -z $1 ]]; [ b ]', '[ -z "$1" ]', "[ b ]"],
  ["$a", "[ $a ]; [[ $a ]]; b $a", "$a"],
];

/** A script and its statements. */
const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    `foo $a "b" 'c'`,
    "(ExpressionStatement value:(Call argument:(String foo) argument:(Unary $ operand:(Identifier a)) argument:(String b) argument:(String c)))",
  ],
  [
    "a | b | c",
    "(ExpressionStatement value:(Binary pipe left:(Binary pipe left:(Call argument:(String a)) right:(Call argument:(String b))) right:(Call argument:(String c))))",
  ],
  [
    "if a; then b; elif c; then d; else e; fi",
    "(If condition:(Call argument:(String a)) then:(Block (ExpressionStatement value:(Call argument:(String b)))) else:(If condition:(Call argument:(String c)) then:(Block (ExpressionStatement value:(Call argument:(String d)))) else:(Block (ExpressionStatement value:(Call argument:(String e))))))",
  ],
  [
    "case $x in a|b) c;; esac",
    "(Switch subject:(Unary $ operand:(Identifier x)) case:(Case test:(String a) test:(String b) (ExpressionStatement value:(Call argument:(String c)))))",
  ],
  ["x=", "(ExpressionStatement value:(Assign target:(Name x) value:(String)))"],
  ["export A=1 B", "(ExpressionStatement value:(Assign target:(Name A) value:(String 1)))"],
  [
    "for i in 1; do a; done",
    "(ForEach in target:(Name i) iterable:(String 1) body:(Block (ExpressionStatement value:(Call argument:(String a)))))",
  ],
  [
    "until a; do b; done",
    "(While until condition:(Call argument:(String a)) body:(Block (ExpressionStatement value:(Call argument:(String b)))))",
  ],
];

describe("Bash", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${JSON.stringify(pattern)} in ${JSON.stringify(code)}`, async () => {
      assert.deepEqual(await textsOf("bash", pattern, code), matched);
    });
  }

  for (const [code, ...statements] of TREES) {
    it(`lowers ${code}`, async () => {
      const loaded = await grammar("bash");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(bash, loaded).lower(parsed), parsed.interner), statements);
    });
  }

  it("keeps every row within its parent, in text with errors too", async () => {
    const loaded = await grammar("bash");
    const code = 'foo() { if a; then b &\nelif c; then d; else e; fi; }\nx="a ${b}" c <<E | d\n$y\nE\n';
    for (const text of [code, `${code}if (\nfoo bar\n`]) {
      const parsed = loaded.parse(text);
      const tree = loweringOf(bash, loaded).lower(parsed);
      assert.ok(printAll(tree, parsed.interner).join("\n").includes("(String b)"));
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, `row ${row}`);
      }
    }
  });
});
