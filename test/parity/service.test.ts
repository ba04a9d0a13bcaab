// What only an editor hands over: half-typed texts, untitled documents, characters that no file can hold.
import assert from "node:assert/strict";
import { PROJECT, Workbench } from "../worker/workbench";

const HEALTHY = "file:///healthy.js";

describe("bad input, by the worker's service", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = new Workbench();
    await bench.start();
    await bench.open(HEALTHY, "danger(1);\n");
  });
  afterEach(async () => {
    // Whatever came before, another document is analysed as ever.
    await bench.reply(bench.edit(HEALTHY, 2, 0, 0, "danger(0);\n"));
    assert.equal(bench.last(HEALTHY).findings.length, 2);
    await bench.stop();
  });

  const found = (uri: string): number => bench.last(uri).findings.length;

  it("untitled documents have no path, and are analysed by every rule of their language", async () => {
    await bench.open("untitled:Untitled-1", "danger(1);\n");
    await bench.open("untitled:Untitled-2", "", "plaintext");
    assert.deepEqual([found("untitled:Untitled-1"), found("untitled:Untitled-2")], [1, 0]);
    assert.deepEqual(bench.last("untitled:Untitled-2").problems, []);
  });

  it("an empty document, and one emptied by an edit", async () => {
    await bench.open("file:///e.js", "");
    await bench.reply(bench.edit("file:///e.js", 2, 0, 0, "danger(1)"));
    assert.equal(found("file:///e.js"), 1);
    await bench.reply(bench.edit("file:///e.js", 3, 0, 9, ""));
    assert.equal(found("file:///e.js"), 0);
  });

  it("an empty selection, at the start and the end and beyond", async () => {
    for (const at of [0, 11, 500]) {
      const range = { start: at, end: at };
      const review = await bench.ask("review", { project: "p", uri: HEALTHY, version: 1, range });
      assert.deepEqual([review.findings.length, review.problems], [at === 0 ? 1 : 0, []]);
    }
  });

  it("every state on the way to a statement", async () => {
    const text = "if (x) { danger(`${danger(1)}`) }\n";
    await bench.open("file:///t.js", "danger(0);\n");
    let last = 0;
    for (let length = 0; length < text.length; length++) {
      last = bench.edit("file:///t.js", length + 2, 11 + length, 11 + length, text[length]);
    }
    await bench.reply(last);
    assert.deepEqual([found("file:///t.js"), bench.last("file:///t.js").hasSyntaxErrors], [3, false]);
  });

  it("lone surrogates, split and joined by edits", async () => {
    const uri = "file:///s.js";
    await bench.open(uri, "'\ud83d'; danger(1);\n");
    assert.equal(found(uri), 1);
    await bench.reply(bench.edit(uri, 2, 2, 2, "\ude00"));
    await bench.reply(bench.edit(uri, 3, 1, 2, ""));
    const [finding] = bench.last(uri).findings;
    assert.deepEqual([finding.start, finding.end], [5, 14]);
  });

  it("bytes of no text, and a minified bundle, are left alone with a reason or analysed, and harm nothing", async () => {
    await bench.open("file:///b.js", "danger(1);\0\0\u0001PNG\ufffd\ufffd\n");
    await bench.open("file:///m.js", `danger(1);${"var a=function(){return 1};".repeat(400)}`);
    assert.match(bench.last("file:///m.js").skipped ?? "", /^This file is not analysed: it is minified\.$/);
    assert.deepEqual(bench.last("file:///b.js").problems, []);
  });

  it("a broken configuration is said with its place, and what is right in others holds", async () => {
    const file = (path: string, text: string) => ({ uri: `file:///p/${path}`, path, text });
    const { mistakes } = await bench.ask("configure", {
      project: "p",
      input: {
        ...PROJECT,
        configurations: [file(".caveat.yml", "rules: [\n"), file("lib/.caveat.yml", "exclude: [gone]\n")],
      },
      quarantined: [],
    });
    assert.deepEqual(
      mistakes.map(({ uri, range }) => [uri, range !== undefined]),
      [["file:///p/.caveat.yml", true]],
    );
    await bench.open("file:///p/lib/gone/a.js", "danger(1);\n", "javascript", "lib/gone/a.js");
    assert.match(bench.last("file:///p/lib/gone/a.js").skipped ?? "", /excludes/);
  });
});
