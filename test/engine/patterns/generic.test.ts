// Generic patterns: tokens, blocks and ellipses (spacegrep), and the engine that makes one regular expression (aliengrep).
import * as assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inRoot } from "../../../src/dev/paths";
import { compileTextPattern, textOptionsFrom } from "../../../src/engine/patterns/generic/text-pattern";
import { PatternError } from "../../../src/engine/patterns/match";
import { TextTarget } from "../../../src/engine/patterns/text-target";
import { createRegexEngine, type RegexEngine } from "../../../src/engine/regex";

let regexes: RegexEngine;

before(async () => {
  regexes = await createRegexEngine(await readFile(inRoot("grammars/pcre2.wasm")));
});

function matches(pattern: string, text: string, options: Readonly<Record<string, unknown>> = {}) {
  const target = new TextTarget(text, ({ source }) => assert.fail(`${source} hit its limit`));
  return target.find(compileTextPattern(pattern, textOptionsFrom(options), regexes));
}

function found(pattern: string, text: string, options: Readonly<Record<string, unknown>> = {}): string[] {
  return matches(pattern, text, options).map(({ start, end }) => text.slice(start, end));
}

const captured = (pattern: string, text: string, name: string, options = {}): (string | undefined)[] =>
  matches(pattern, text, options).map(({ bindings }) => bindings.get(name)?.text);

const lines = (count: number): string => "x\n".repeat(count);

describe("generic patterns", () => {
  it("compare words and punctuation, whatever stands between them", () => {
    assert.deepEqual(found("a = b", "a=b; a  =\nb; ab = b"), ["a=b", "a  =\nb"]);
    assert.deepEqual(found("password", "passwords Password password_ password"), ["password"]);
    assert.deepEqual(found("é", "café é"), ["é", "é"]);
  });

  it("let an ellipsis reach ten lines down, or as many as the option says", () => {
    assert.equal(found("foo ... bar", `foo\n${lines(9)}bar`).length, 1);
    assert.equal(found("foo ... bar", `foo\n${lines(10)}bar`).length, 0);
    assert.equal(found("foo ... ... bar", `foo\n${lines(15)}bar`).length, 1);
    assert.equal(found("foo ... bar", "foo\nbar", { generic_ellipsis_max_span: 0 }).length, 0);
    assert.equal(found("foo ... bar", "foo x bar", { generic_ellipsis_max_span: 0 }).length, 1);
  });

  it("keep the shortest match of one start, and of one end the one that starts last", () => {
    assert.deepEqual(found("a ... b", "a a b b"), ["a b"]);
    assert.deepEqual(found("foo(...)", "foo(a (b) c)"), ["foo(a (b)"]);
  });

  it("take in the rest of the block behind a last ellipsis", () => {
    assert.deepEqual(found("begin ...", "x\n  begin a\n  b\ny"), ["begin a\n  b"]);
  });

  it("want an indented block where they are indented, and either where they are flat", () => {
    assert.deepEqual(found("f {\n  a\n}", "f { a }\nf {\n    a\n}\nf {\na\n}"), ["f { a }", "f {\n    a\n}"]);
    assert.deepEqual(found("f { a }", "f {\n  a\n}"), ["f {\n  a\n}"]);
    assert.deepEqual(found("f(\n  ...\n)", "f(g(1), h(2))"), ["f(g(1), h(2))"]);
  });

  it("bind a word to a metavariable, and what an ellipsis skips, blanks in front included", () => {
    assert.deepEqual(captured("set $KEY = $Value", "set a = b", "$KEY"), ["a"]);
    assert.deepEqual(captured("set $KEY = $Value", "set a = b", "$Value"), ["b"]);
    assert.deepEqual(found("$A == $A", "a == b, c == c"), ["c == c"]);
    assert.deepEqual(captured("k=$...X;", "k=a b;", "$...X"), ["a b"]);
    assert.deepEqual(captured("k=$...X;", "k= a b;", "$...X"), [" a b"]);
  });

  it("leave comments out where the option says in which style they are", () => {
    const text = "a /* b */ c\n// a c\n# a c";
    assert.deepEqual(found("a c", text), ["a c", "a c"]);
    assert.deepEqual(found("a c", text, { generic_comment_style: "c" }), ["a /* b */ c", "a c", "a c"]);
    assert.deepEqual(found("a c", text, { generic_comment_style: "cpp" }), ["a /* b */ c", "a c"]);
    assert.deepEqual(found("a c", text, { generic_comment_style: "shell" }), ["a c"]);
  });

  it("say nothing of texts without lines", () => {
    assert.deepEqual(found("needle", `${"x ".repeat(400)}needle`), []);
    assert.deepEqual(found("needle", `${"x ".repeat(100)}needle`), ["needle"]);
  });

  it("refuse ellipses that cannot be told apart", () => {
    assert.throws(() => matches("a ... $...B", ""), PatternError);
  });

  it("take time in proportion to the text", () => {
    const block = "a b c\n".repeat(3_000);
    assert.equal(found("a ... b ... c ... d", block).length, 0);
  });
});

describe("aliengrep patterns", () => {
  const options = { generic_engine: "aliengrep" };

  it("pair brackets", () => {
    assert.deepEqual(found("foo(...)", "foo(a (b) c) foo (\n1\n)", options), ["foo(a (b) c)", "foo (\n1\n)"]);
    assert.deepEqual(captured("foo($...ARGS)", "foo(a, (b), c)", "$...ARGS", options), ["a, (b), c"]);
  });

  it("match whole words, again where a metavariable recurs", () => {
    assert.deepEqual(found("id", "id idea id2 id", options), ["id", "id"]);
    assert.deepEqual(found("$A ... $A", "ab b, a ab a", options), ["ab b, a ab"]);
  });

  it("stay in a line where newlines count", () => {
    const single = { ...options, generic_multiline: false };
    assert.deepEqual(found("a ... b", "a x b\na\nb", single), ["a x b"]);
    assert.deepEqual(found("a .... b", "a\nb", single), ["a\nb"]);
    assert.deepEqual(captured("key: ...$X", "key: v", "$X", single), ["v"]);
  });

  it("follow their options", () => {
    assert.deepEqual(found("a-b", "a-b a-b-c", { ...options, generic_extra_word_characters: ["-"] }), ["a-b"]);
    assert.deepEqual(found("<...>", "<a <b> c>", { ...options, generic_extra_braces: [["<", ">"]] }), ["<a <b> c>"]);
    assert.deepEqual(found("abc", "ABC", { ...options, generic_caseless: true }), ["ABC"]);
  });
});
