import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  applyChanges,
  createSyntax,
  ERROR_KIND,
  GrammarFileError,
  type GrammarSource,
  Interner,
  verifiedSource,
} from "../../../src/engine/syntax";
import { disk, diskBut, grammar, LANGUAGES } from "./support";

const silent = () => undefined;
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("syntax: grammars", () => {
  it("name their kinds and fields", async () => {
    const g = await grammar("javascript");
    assert.equal(g.kindNames[g.namedKind("call_expression")], "call_expression");
    assert.equal(g.kindNames[g.anonymousKind("=>")], "=>");
    assert.equal(g.fieldNames[g.field("function")], "function");
    assert.equal(g.kindName(ERROR_KIND), "ERROR");
    assert.notEqual(g.namedKind("identifier"), g.anonymousKind("identifier"));
    assert.deepEqual([g.namedKind("no_such"), g.anonymousKind("call_expression"), g.field("no_such")], [-1, -1, -1]);
    assert.equal(g.namedKind("expression"), -1, "a supertype has no rows");
    assert.equal(g.fieldNames[0], "");
  });

  it("load once each, on first use", async () => {
    const loaded: string[] = [];
    const source: GrammarSource = {
      load(file) {
        loaded.push(file);
        return disk.load(file);
      },
    };
    const syntax = await createSyntax(source, silent);
    const [first, second] = await Promise.all([syntax.grammar("python"), syntax.grammar("python")]);
    assert.equal(first, second);
    assert.deepEqual(
      loaded.filter((file) => file.startsWith("tree-sitter-")),
      ["tree-sitter-python.wasm"],
    );
  });

  it("say which file is missing or damaged, each time, and leave the others alone", async () => {
    const syntax = await createSyntax(
      diskBut("tree-sitter-tsx.wasm", () => new Uint8Array([0, 97])),
      silent,
    );
    for (let time = 0; time < 2; time++) {
      await assert.rejects(syntax.grammar("tsx"), (error) => {
        assert.ok(error instanceof GrammarFileError);
        assert.equal(error.file, "tree-sitter-tsx.wasm");
        assert.match(error.message, /^Grammar file tree-sitter-tsx\.wasm: cannot be used \(/);
        return true;
      });
    }
    await assert.rejects(
      syntax.grammar("cobol"),
      /^GrammarFileError: Grammar file tree-sitter-cobol\.wasm: cannot be read \(/,
    );
    assert.equal((await syntax.grammar("python")).name, "python");
  });

  it("parse in every language", async () => {
    for (const language of LANGUAGES) assert.equal((await grammar(language)).parse("a(b)\n").table.hasError, false);
  });
});

describe("syntax: verified files", () => {
  const file = "tree-reader.wasm";

  it("passes right content on", async () => {
    const bytes = await disk.load(file);
    const source = verifiedSource(disk, { files: [{ file, sha256: hashOf(bytes) }] });
    assert.deepEqual(await source.load(file), bytes);
  });

  it("refuses wrong content with both hashes", async () => {
    const bytes = await disk.load(file);
    const source = verifiedSource(
      diskBut(file, (real) => real.slice(1)),
      { files: [{ file, sha256: hashOf(bytes) }] },
    );
    const expected = `Grammar file ${file}: has the wrong content (expected SHA-256 ${hashOf(bytes)}, found ${hashOf(bytes.slice(1))})`;
    await assert.rejects(source.load(file), { name: "GrammarFileError", file, message: expected });
  });

  it("refuses files that are not listed or cannot be read", async () => {
    await assert.rejects(
      verifiedSource(disk, { files: [] }).load(file),
      /tree-reader\.wasm: is not listed in the manifest/,
    );
    const gone = verifiedSource({ load: () => Promise.reject(new Error("ENOENT")) }, { files: [{ file, sha256: "" }] });
    await assert.rejects(gone.load(file), /tree-reader\.wasm: cannot be read \(ENOENT\)/);
  });
});

describe("syntax: texts", () => {
  it("interns equal texts once, 0 for none", () => {
    const interner = new Interner();
    const long = "a text that is longer than a short one";
    const [a, b] = [interner.id("a"), interner.id(long)];
    assert.deepEqual([interner.id(""), interner.id("a"), interner.id(`${long} `.slice(0, -1))], [0, a, b]);
    assert.deepEqual([interner.text(0), interner.text(a), interner.text(b)], ["", "a", long]);
    assert.deepEqual([interner.find("a"), interner.find("b"), interner.size], [a, -1, 3]);
    assert.throws(() => interner.text(3), RangeError);
  });

  it("applies changes as an editor does one after the other", () => {
    const at = (start: number, end: number, text: string) => ({ start, end, text });
    assert.equal(applyChanges("abc", []), "abc");
    assert.equal(applyChanges("abc", [at(1, 2, "X"), at(0, 0, "<"), at(3, 3, ">")]), "<aXc>");
    assert.equal(applyChanges("abc", [at(1, 1, "1"), at(1, 1, "2")]), "a21bc", "the later insertion comes first");
    assert.equal(applyChanges("abc", [at(1, 2, "X"), at(1, 1, "-")]), "a-Xc");
  });
});
