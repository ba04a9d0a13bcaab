import assert from "node:assert/strict";
import { applyBaseline, createBaseline, parseBaseline, serializeBaseline } from "../../../src/engine/findings/baseline";
import { finding } from "./example";

const at = (path: string, fingerprint: string) => ({ path, finding: finding({ fingerprint, uri: path }) });
const kept = (located: ReturnType<typeof at>[], baseline: ReturnType<typeof at>[]) =>
  applyBaseline(located, createBaseline(baseline)).flatMap((one) =>
    one.suppression === undefined ? [`${one.uri} ${one.fingerprint}`] : [],
  );

describe("baseline", () => {
  it("survives writing and reading", () => {
    const baseline = createBaseline([at("b.js", "2"), at("a.js", "1"), at("a.js", "1")]);
    assert.deepEqual(parseBaseline(serializeBaseline(baseline)), baseline);
    assert.deepEqual(parseBaseline(serializeBaseline(createBaseline([]))).findings, []);
    assert.deepEqual(
      baseline.findings.map(({ path }) => path),
      ["a.js", "a.js", "b.js"],
    );
  });

  it("hides what it holds and marks why", () => {
    const [hidden] = applyBaseline([at("a.js", "1")], createBaseline([at("a.js", "1")]));
    assert.deepEqual(hidden.suppression, { by: "baseline" });
  });

  it("counts: a second copy is new", () => {
    assert.deepEqual(kept([at("a.js", "1"), at("a.js", "1")], [at("a.js", "1")]), ["a.js 1"]);
  });

  it("follows a renamed file, but pays for the file's own finding first", () => {
    assert.deepEqual(kept([at("new.js", "1")], [at("old.js", "1")]), []);
    assert.deepEqual(kept([at("a.js", "1"), at("b.js", "1")], [at("b.js", "1")]), ["a.js 1"]);
  });

  it("neither holds nor spends an entry on what a comment suppresses", () => {
    const suppressed = { path: "a.js", finding: finding({ fingerprint: "1", suppression: { by: "nosec" } }) };
    assert.deepEqual(createBaseline([suppressed]).findings, []);
    const applied = applyBaseline([suppressed, at("a.js", "1")], createBaseline([at("a.js", "1")]));
    assert.deepEqual(
      applied.map((one) => one.suppression?.by),
      ["nosec", "baseline"],
    );
  });

  it("says what is wrong with a file", () => {
    assert.throws(() => parseBaseline("{"), /no JSON/);
    assert.throws(() => parseBaseline('{"version": 9, "findings": []}'), /version 9.*reads version 1/);
    assert.throws(() => parseBaseline("null"), /version/);
    assert.throws(() => parseBaseline('{"version": 1, "findings": [{"fingerprint": 1}]}'), /needs a list/);
  });
});
