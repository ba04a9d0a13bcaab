// Text of one language inside a tree of another: a made-up language whose template strings hold Python.
import * as assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inRoot } from "../../../src/dev/paths";
import { javascript } from "../../../src/engine/languages/javascript";
import { type Language, loadGrammar, loweringOf } from "../../../src/engine/languages/language";
import { custom } from "../../../src/engine/languages/lowering";
import { python } from "../../../src/engine/languages/python";
import { createSyntax } from "../../../src/engine/syntax";
import { Kind, Role } from "../../../src/engine/tree/kinds";
import { childIn } from "../../../src/engine/tree/tree";

const host: Language = {
  ...javascript,
  id: "host",
  embeds: [python],
  shapes: {
    ...javascript.shapes,
    template_string: custom((to, row, role) => {
      const opened = to.open(Kind.Block, role, row);
      const ranges = to
        .namedChildren(row)
        .map((child) => ({ start: to.table.start[child]!, end: to.table.end[child]! }));
      if (!to.embedded("python", ranges, row, Role.Statement)) to.leaf(Kind.String, Role.Statement, row);
      to.close(opened);
    }),
  },
};

async function lowered(text: string) {
  const load = (file: string) => readFile(inRoot("grammars", file));
  const syntax = await createSyntax({ load }, assert.fail);
  // A grammar of one's own, or the language would share its lowering with the real JavaScript.
  const grammar = await loadGrammar(host, syntax);
  const parsed = grammar.parse(text);
  return { tree: loweringOf(host, grammar).lower(parsed), interner: parsed.interner };
}

describe("Embedded languages", () => {
  it("are lowered in place, with offsets of the whole text and its interner", async () => {
    const text = "f(`print(a)`, a);\n";
    const { tree, interner } = await lowered(text);
    const block = tree.kind.indexOf(Kind.Block);
    const call = tree.kind.indexOf(Kind.Call, block);
    assert.equal(text.slice(tree.start[call], tree.end[call]), "print(a)");
    const argument = childIn(tree, call, Role.Argument);
    assert.equal(tree.atom[argument], interner.find("a"));
    assert.equal(tree.raw[call], tree.raw[block]);
  });

  it("are read as one text where they stand in pieces", async () => {
    const { tree, interner } = await lowered("f(`print(a,\n${x} b)`);\n");
    assert.ok(tree.kind.includes(Kind.Call), "the call of print");
    assert.ok(interner.find("print") > 0);
  });

  it("are left to the host language where they do not parse", async () => {
    const { tree } = await lowered("f(`print(`);\n");
    const block = tree.kind.indexOf(Kind.Block);
    assert.equal(tree.kind[block + 1], Kind.String);
  });
});
