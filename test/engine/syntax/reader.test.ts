import assert from "node:assert/strict";
import { Language, Parser, Tree } from "web-tree-sitter";
import { createSyntax, equalTables, type Grammar, type RawTable, RowFlag } from "../../../src/engine/syntax";
import { disagreement, PROBES, type ReadTree, readByCursor } from "../../../src/engine/syntax/tree-reader";
import { disk, diskBut, grammar, LANGUAGES, REAL_FILES, random, randomChanges, slowGrammar } from "./support";

/** A row as text, for messages that can be read. */
function show(g: Grammar, table: RawTable, row: number): string {
  const { kind, field, start, end, size, flags } = table;
  return `${row}: ${g.fieldNames[field[row]!]}:${g.kindName(kind[row]!)} [${start[row]}, ${end[row]}) size ${size[row]} flags ${flags[row]}`;
}

function assertSameTable(g: Grammar, actual: RawTable, expected: RawTable): void {
  if (equalTables(actual, expected)) return;
  for (let row = 0; row < expected.length; row++) assert.equal(show(g, actual, row), show(g, expected, row));
  assert.fail(`lengths ${actual.length} and ${expected.length}, errors ${actual.hasError} and ${expected.hasError}`);
}

describe("syntax: the reader", () => {
  for (const [seed, language] of LANGUAGES.entries()) {
    it(`reads real ${language} as the cursor does, and after random edits`, async () => {
      const fast = await grammar(language);
      const slow = await slowGrammar(language);
      assert.deepEqual([fast.reader, slow.reader], ["module", "cursor"]);
      const next = random(seed + 1);
      let withErrors = 0;
      for (const text of REAL_FILES[language]()) {
        const documents = [fast.open(text), slow.open(text)] as const;
        assertSameTable(fast, documents[0].snapshot.table, documents[1].snapshot.table);
        for (let edit = 0; edit < 8; edit++) {
          const changes = randomChanges(next, documents[0].snapshot.text.length);
          const [actual, expected] = documents.map((document) => document.edit(changes).table);
          assertSameTable(fast, actual!, expected!);
          if (actual!.hasError) withErrors++;
        }
        for (const document of documents) document.dispose();
      }
      assert.ok(withErrors >= 8, `only ${withErrors} states with errors`);
    });
  }

  it("is checked by texts that hold a field, an alias, an extra, an error and a missing token", async () => {
    const g = await grammar("javascript");
    const tables = PROBES.map((text) => g.parse(text).table);
    const has = (test: (table: RawTable, row: number) => boolean) =>
      tables.some((table) => Array.from({ length: table.length }, (_, row) => row).some((row) => test(table, row)));
    assert.ok(
      has((table, row) => table.field[row] === g.field("left")),
      "field",
    );
    assert.ok(
      has((table, row) => table.kind[row] === g.namedKind("property_identifier")),
      "alias",
    );
    assert.ok(
      has((table, row) => (table.flags[row]! & RowFlag.extra) !== 0),
      "extra",
    );
    assert.ok(
      has((table, row) => (table.flags[row]! & RowFlag.error) !== 0),
      "error",
    );
    assert.ok(
      has((table, row) => (table.flags[row]! & RowFlag.missing) !== 0),
      "missing",
    );
  });

  it("is not used where it reads anything differently", async () => {
    await grammar("javascript");
    const language = await Language.load(await disk.load("tree-sitter-javascript.wasm"));
    const but =
      (change: (table: RawTable) => RawTable): ReadTree =>
      (tree) =>
        change(readByCursor(tree));
    assert.equal(disagreement(readByCursor, language), undefined);
    for (const column of ["kind", "field", "start", "end", "size", "flags"] as const) {
      const wrong = but((table) => ({ ...table, [column]: table[column].map((value) => value + 1) }));
      assert.match(String(disagreement(wrong, language)), /^the tree of .* differs$/, column);
    }
    const blind = but((table) => ({ ...table, hasError: !table.hasError }));
    assert.match(String(disagreement(blind, language)), /differs$/);
    const throwing: ReadTree = () => {
      throw new WebAssembly.RuntimeError("unreachable");
    };
    assert.equal(disagreement(throwing, language), "unreachable");
  });

  it("gives way to the cursor, and says so, where its module is missing, no module, or another one", async () => {
    const other = await disk.load("tree-sitter-python.wasm");
    for (const bytes of [() => new Uint8Array([1, 2, 3]), () => other]) {
      const logged: string[] = [];
      const syntax = await createSyntax(diskBut("tree-reader.wasm", bytes), (message) => logged.push(message));
      const g = await syntax.grammar("python");
      assert.equal(g.reader, "cursor");
      assert.equal(g.parse("a = 1\n").table.length, 6);
      assert.equal(logged.length, 1);
      assert.match(
        logged[0]!,
        /^Trees are read by the slower cursor: Grammar file tree-reader\.wasm: cannot be loaded \(/,
      );
    }
  });

  it("reads 200,000 nested brackets", async () => {
    const depth = 200_000;
    const { table } = (await grammar("javascript")).parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
    assert.equal(table.hasError, false);
    assert.equal(table.length, 3 * depth + 2);
    assert.equal(table.size[1], 3 * depth + 1);
  });

  it("lets no tree leak over many edits", async () => {
    const made = new Set<Tree>();
    const { parse } = Parser.prototype;
    const { delete: free } = Tree.prototype;
    Parser.prototype.parse = function (...args) {
      const tree = parse.apply(this, args);
      if (tree) made.add(tree);
      return tree;
    };
    Tree.prototype.delete = function () {
      made.delete(this);
      free.call(this);
    };
    try {
      const g = await grammar("javascript");
      const document = g.open("let a = [1, 2, 3];\n".repeat(50));
      const next = random(7);
      for (let edit = 0; edit < 300; edit++) {
        document.edit(randomChanges(next, document.snapshot.text.length));
        g.parse("f(");
        if (edit % 10 === 0) document.reparse();
        assert.equal(made.size, 1);
      }
      document.dispose();
      document.dispose();
      assert.equal(made.size, 0);
    } finally {
      Parser.prototype.parse = parse;
      Tree.prototype.delete = free;
    }
  });
});
