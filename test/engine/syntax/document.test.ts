import assert from "node:assert/strict";
import {
  applyChanges,
  type ChangedWindow,
  equalTables,
  type Grammar,
  type SyntaxDocument,
  type SyntaxSnapshot,
} from "../../../src/engine/syntax";
import { grammar, LANGUAGES, packageFile, REAL_FILES, random, randomChanges } from "./support";

/** The texts of a snapshot's atoms, row by row. */
function leaves({ table, atoms, interner }: SyntaxSnapshot): string[] {
  return Array.from({ length: table.length }, (_, row) => interner.text(atoms[row]!));
}

/** What atoms must say: the leaf's text in the document, "" on other rows. */
function expectedLeaves({ table, text }: SyntaxSnapshot): string[] {
  return Array.from({ length: table.length }, (_, row) =>
    table.size[row] === 1 ? text.slice(table.start[row], table.end[row]) : "",
  );
}

/** The promises of ChangedWindow, row by row. */
function assertWindow(before: SyntaxSnapshot, after: SyntaxSnapshot, window: ChangedWindow): void {
  const [old, now] = [before.table, after.table];
  const shift = after.text.length - before.text.length;
  const same = (a: number, b: number) =>
    old.kind[a] === now.kind[b] && old.field[a] === now.field[b] && old.flags[a] === now.flags[b];
  assert.ok(window.front + window.back <= Math.min(old.length, now.length));
  for (let row = 0; row < window.front; row++) {
    assert.ok(same(row, row) && old.start[row] === now.start[row]);
    if (old.size[row] !== now.size[row] || old.end[row] !== now.end[row]) {
      assert.equal(now.end[row]! - old.end[row]!, shift);
      assert.ok(now.size[row]! > 1 && old.size[row]! > 1);
    }
  }
  for (let back = 1; back <= window.back; back++) {
    const [a, b] = [old.length - back, now.length - back];
    assert.ok(same(a, b) && old.size[a] === now.size[b]);
    assert.equal(now.start[b]! - old.start[a]!, shift);
    assert.equal(now.end[b]! - old.end[a]!, shift);
  }
}

function opened(g: Grammar, text: string, body: (document: SyntaxDocument) => void): void {
  const document = g.open(text);
  try {
    body(document);
  } finally {
    document.dispose();
  }
}

describe("syntax: documents", () => {
  for (const [seed, language] of LANGUAGES.entries()) {
    it(`keeps ${language} tables, windows and atoms right over random edits`, async () => {
      const g = await grammar(language);
      const next = random(seed + 100);
      let clean = 0;
      for (const text of REAL_FILES[language]()) {
        opened(g, text, (document) => {
          for (let edit = 0; edit < 10; edit++) {
            const before = document.snapshot;
            const changes = randomChanges(next, before.text.length);
            const after = document.edit(changes);
            assert.equal(after.text, applyChanges(before.text, changes));
            assertWindow(before, after, after.window);
            assert.deepEqual(leaves(after), expectedLeaves(after));
            const fresh = g.parse(after.text);
            if (!after.table.hasError) {
              assert.ok(equalTables(after.table, fresh.table));
              clean++;
            }
            const again = document.reparse();
            assert.ok(equalTables(again.table, fresh.table));
            assert.deepEqual(again.window, { front: 0, back: 0 });
            assert.deepEqual(leaves(again), expectedLeaves(again));
            if (next() < 0.7) document.edit([{ start: 0, end: again.text.length, text }]); // so that not all states are broken
          }
        });
      }
      assert.ok(clean > 0);
    });
  }

  it("finds a narrow window for a key press, the texts around it kept", async () => {
    const g = await grammar("javascript");
    const text = packageFile("mocha/lib/runner.js");
    opened(g, text, (document) => {
      const at = text.indexOf("hookUp") + 3;
      const { table, window, interner } = document.edit([{ start: at, end: at, text: "x" }]);
      assert.ok(table.length - window.front - window.back <= 3, JSON.stringify(window));
      assert.equal(interner, document.snapshot.interner);
    });
  });

  it("puts a leaf whose text changed into the window although its row did not", async () => {
    const g = await grammar("javascript");
    opened(g, "f(abc, d);\n", (document) => {
      const after = document.edit([{ start: 3, end: 4, text: "X" }]);
      const row = leaves(after).indexOf("aXc");
      assert.ok(row >= after.window.front && row < after.table.length - after.window.back);
    });
  });

  it("takes several changes with offsets in the text before them, in any order", async () => {
    const g = await grammar("python");
    const changes = [
      { start: 0, end: 1, text: "first" },
      { start: 8, end: 9, text: "" },
      { start: 4, end: 5, text: "two\n\n" },
    ];
    opened(g, "a = b + c\n", (document) => {
      assert.equal(document.edit(changes).text, "first = two\n\n + \n");
      assert.equal(document.reparse().table.end[0], document.snapshot.text.length);
    });
    opened(g, "a = b + c\n", (document) => {
      assert.equal(document.edit([...changes].reverse()).text, "first = two\n\n + \n");
    });
  });

  it("changes nothing for an empty list, and refuses changes that overlap or lie outside", async () => {
    const g = await grammar("python");
    opened(g, "abc\n", (document) => {
      const before = document.snapshot;
      assert.equal(document.edit([]), before);
      const wrong = [
        [
          { start: 0, end: 2, text: "" },
          { start: 1, end: 3, text: "" },
        ],
        [{ start: 3, end: 5, text: "" }],
        [{ start: -1, end: 0, text: "" }],
        [{ start: 2, end: 1, text: "" }],
        [{ start: 0.5, end: 1, text: "" }],
      ];
      for (const changes of wrong) assert.throws(() => document.edit(changes), RangeError);
      assert.equal(document.snapshot, before);
      assert.equal(document.edit([{ start: 3, end: 3, text: "d" }]).text, "abcd\n");
    });
  });

  it("refuses edits once disposed, while snapshots stay", async () => {
    const document = (await grammar("python")).open("a\n");
    document.dispose();
    assert.throws(() => document.edit([{ start: 0, end: 0, text: "b" }]), /disposed/);
    assert.throws(() => document.reparse(), /disposed/);
    assert.equal(document.snapshot.text, "a\n");
  });

  for (const language of LANGUAGES) {
    it(`survives odd ${language}: empty, NUL, BOM, CRLF, lone surrogates, binary`, async () => {
      const g = await grammar(language);
      const binary = Array.from({ length: 5000 }, (_, i) => String.fromCharCode((i * 2654435761) & 0xffff)).join("");
      for (const text of [
        "",
        "\0",
        "a\0b = 1\n",
        "\ufeffabc = 1\r\nd = 2\r\n",
        "\ud83d",
        "a = '\udc00\ud83d'\n",
        "😀".repeat(9000),
        binary,
      ]) {
        opened(g, text, (document) => {
          const { table } = document.snapshot;
          assert.ok(table.end[0]! <= text.length);
          assert.deepEqual(leaves(document.snapshot), expectedLeaves(document.snapshot));
          const after = document.edit([{ start: 0, end: Math.min(1, text.length), text: "z " }]);
          assert.deepEqual(leaves(after), expectedLeaves(after));
        });
      }
    });
  }

  it("counts offsets from a byte order mark on", async () => {
    const { table, text } = (await grammar("javascript")).parse("\ufeffabc;\r\ndef;");
    assert.equal(table.hasError, false);
    assert.deepEqual([...table.start].map((start, row) => text.slice(start, table.end[row])).slice(1), [
      "abc;",
      "abc",
      ";",
      "def;",
      "def",
      ";",
    ]);
  });

  it("parses 5 MB and an edit in it", async () => {
    const g = await grammar("javascript");
    const line = `const value = compute("some text", [1, 2, 3]);\n`;
    const text = line.repeat(Math.ceil(5_000_000 / line.length));
    opened(g, text, (document) => {
      assert.equal(document.snapshot.table.hasError, false);
      const after = document.edit([{ start: 2_500_000, end: 2_500_001, text: "9" }]);
      assert.equal(after.text.length, text.length);
    });
  }).timeout(60_000);

  it("replaces the interner when it has grown over most of what it holds", async () => {
    const g = await grammar("javascript");
    opened(g, "let a = 0;\n".repeat(100), (document) => {
      const first = document.snapshot.interner;
      let heaviest = 0;
      for (let edit = 0; edit < 300; edit++) {
        const end = document.snapshot.text.indexOf(";");
        const after = document.edit([{ start: 8, end, text: `"${String(edit).repeat(1000)}"` }]);
        heaviest = Math.max(heaviest, after.interner.weight);
        assert.deepEqual(leaves(after), expectedLeaves(after));
      }
      assert.notEqual(document.snapshot.interner, first);
      assert.ok(heaviest < 100_000, `${heaviest}`);
    });
  });
});
