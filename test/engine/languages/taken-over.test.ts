import assert from "node:assert/strict";
import { languageNamed } from "../../../src/engine/languages";
import { loadGrammar, loweringOf } from "../../../src/engine/languages/language";
import type { SyntaxSnapshot } from "../../../src/engine/syntax";
import { createSyntax } from "../../../src/engine/syntax";
import type { Tree } from "../../../src/engine/tree/tree";
import { disk, LANGUAGES, REAL_FILES, random, randomChanges } from "../syntax/support";

const COLUMNS = ["kind", "role", "start", "end", "size", "atom", "parent", "raw"] as const;

function assertSameTree(actual: Tree, expected: Tree): void {
  assert.equal(actual.length, expected.length);
  for (const column of COLUMNS) {
    const [left, right] = [actual[column], expected[column]];
    for (let row = 0; row < expected.length; row++) {
      if (left[row] !== right[row]) assert.equal(left[row], right[row], `${column} of row ${row}`);
    }
  }
}

/** As a text that is parsed once, whose tree is made anew. */
const alone = ({ text, table, atoms, interner }: SyntaxSnapshot) => ({ text, table, atoms, interner });

describe("languages: statements taken over after an edit", () => {
  for (const [seed, name] of LANGUAGES.entries()) {
    it(`are those of a fresh tree: ${name}, random edits, some seen together`, async () => {
      const language = languageNamed(name)!;
      assert.equal(language.lowersLocally, true);
      const grammar = await loadGrammar(language, await createSyntax(disk, assert.fail));
      const lowering = loweringOf(language, grammar);
      const next = random(seed + 200);
      let sharing = 0;
      for (const text of REAL_FILES[name]()) {
        const document = grammar.open(text);
        for (let edit = 0; edit < 15; edit++) {
          const at = Math.floor(next() * document.snapshot.text.length);
          const typed = [{ start: at, end: at, text: "x \n({"[Math.floor(next() * 5)]! }];
          document.edit(next() < 0.7 ? typed : randomChanges(next, document.snapshot.text.length));
          if (next() < 0.2) continue;
          const { snapshot } = document;
          if (snapshot.shared) sharing++;
          assertSameTree(lowering.lower(snapshot), lowering.lower(alone(snapshot)));
          if (next() < 0.3) document.edit([{ start: 0, end: snapshot.text.length, text }]);
        }
        document.dispose();
      }
      assert.ok(sharing > 20, `${sharing} trees shared rows with the one before`);
    });
  }
});
