import assert from "node:assert/strict";
import { compareWithAnnotations, readAnnotations } from "../../src/project/annotations";

/** Expected lines by rule, then open ones. */
function read(text: string): [Record<string, number[]>, Record<string, number[]>] {
  const { expected, open } = readAnnotations(text);
  const plain = (map: ReadonlyMap<string, ReadonlySet<number>>) =>
    Object.fromEntries([...map].map(([id, lines]) => [id, [...lines]]));
  return [plain(expected), plain(open)];
}

describe("readAnnotations", () => {
  it("speaks of the next line, in every kind of comment", () => {
    for (const line of [
      "# ruleid: a.b",
      "//ruleid:a.b",
      "<!-- ruleid: a.b -->",
      "(* ruleid: a.b *)",
      "/* ruleid: a.b */",
      "{/* ruleid: a.b */}",
      "x(); // ruleid: a.b",
    ]) {
      assert.deepEqual(read(`\n${line}\nbad()`), [{ "a.b": [3] }, {}], line);
    }
  });

  it("takes several ids, and several lines", () => {
    assert.deepEqual(read("# ruleid: a, b\nx\r\n# ruleid: a\r\ny"), [{ a: [2, 4], b: [2] }, {}]);
  });

  it("keeps apart what is expected, what is not, and what is left open", () => {
    assert.deepEqual(read("# ok: a\nx\n# todoruleid: a\ny\n# todook: b\nz"), [{}, { a: [4], b: [6] }]);
  });

  it("reads the words of other engines", () => {
    assert.deepEqual(read("// ruleid: deepok: a\nx\n// deepruleid: b\ny\n// ruleid: deeptodoruleid: c\nz"), [
      { a: [2], c: [6] },
      {},
    ]);
  });

  it("needs a comment", () => {
    assert.deepEqual(read('f("ruleid: a")\nx'), [{}, {}]);
  });
});

describe("compareWithAnnotations", () => {
  const annotations = readAnnotations("# ruleid: a\n\n# todoruleid: a\n\n# ok: a\n");
  const compare = (...lines: number[]) =>
    compareWithAnnotations(
      ["a", "x.b"],
      lines.map((line) => ({ ruleId: "a", line })),
      annotations,
    ).map(({ verdict, line }) => `${verdict} ${line}`);

  it("names what is missing and what is noisy", () => {
    assert.deepEqual(compare(2), []);
    assert.deepEqual(compare(), ["Missing 2"]);
    assert.deepEqual(compare(2, 6, 6), ["Noisy 6"]);
    assert.deepEqual(compare(9, 1), ["Noisy 1", "Missing 2", "Noisy 9"]);
  });

  it("leaves open lines open", () => {
    assert.deepEqual(compare(2, 4), []);
  });

  it("takes an id by its last parts", () => {
    const fired = [{ ruleId: "x.b", line: 2 }];
    assert.deepEqual(compareWithAnnotations(["x.b"], fired, readAnnotations("# ruleid: b\n")), []);
    assert.deepEqual(compareWithAnnotations(["b"], [{ ruleId: "b", line: 2 }], readAnnotations("# ruleid: x.b\n")), []);
  });
});
