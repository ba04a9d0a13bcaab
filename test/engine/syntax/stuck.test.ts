// Texts on which a grammar's scanner would keep the parser for ever.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inRoot } from "../../../src/dev/paths";
import { createSyntax } from "../../../src/engine/syntax";

/** Kotlin's scanner looks across the comments for what ends the statement, and finds the same nothing each time. */
const STUCK = `      shops.apply {
        add(x.y.z)
        add(x.y.z)
      #}
    }
        // oo ooo ooo ooo oooooo-oooo ooooooo oooooooo oo ooo oo ooooo ooooooooooooooo ooooo oo
        // ooooo ooooooo ooooooooo oo oo ooo. ooooo oo oooo oooooooooo, ooo oooooo ooo'o oooo oooo
        // oooo ooo oooo ooooo oo oooooo o ooooooo ooooooooooooo. ooooooo oo oooooooo ooooooo.
        add(x.kotlin.test.junit)
      }
    }`;

describe("a parser that comes no further", () => {
  it("is stopped, and the text counts as one with errors until it is edited", async () => {
    const load = async (file: string) => readFileSync(inRoot("grammars", file));
    const syntax = await createSyntax({ load }, () => undefined);
    const grammar = await syntax.grammar("kotlin");
    const document = grammar.open("val first = 1\n");
    const { table } = document.edit([{ start: 0, end: 14, text: STUCK }]);
    assert.deepEqual([table.hasError, table.length], [true, 1]);
    const after = document.edit([{ start: 0, end: STUCK.length, text: "val second = 2\n" }]);
    assert.equal(after.table.hasError, false);
    assert.deepEqual(after.table, grammar.parse("val second = 2\n").table);
    document.dispose();
  }).timeout(30_000);
});
