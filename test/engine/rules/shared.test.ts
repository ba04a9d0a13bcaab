import assert from "node:assert/strict";
import { plain, readLocated } from "../../../src/engine/rules/located";
import { readSharedTexts, withShared } from "../../../src/engine/rules/shared";

const expand = (text: string, shared: string): unknown =>
  plain(withShared(readLocated(text), readSharedTexts([shared])));

describe("shared texts", () => {
  it("puts the items of a list where it is named in a list", () => {
    assert.deepEqual(expand("patterns: [a, shared: two, b]", "two: [c, d]"), { patterns: ["a", "c", "d", "b"] });
  });

  it("puts any other value in the place of the mapping", () => {
    assert.deepEqual(expand("pattern-inside: { shared: one }", "one: f()"), { "pattern-inside": "f()" });
  });

  it("lets one name another", () => {
    assert.deepEqual(expand("[shared: outer]", "outer: [shared: inner, x]\ninner: [y]"), ["y", "x"]);
  });

  it("leaves a mapping with other keys alone", () => {
    assert.deepEqual(expand("{ shared: one, more: 1 }", "one: x"), { shared: "one", more: 1 });
  });

  it("says where a name is unknown, contains itself or is given twice", () => {
    assert.throws(() => expand("a:\n  - shared: none", "one: x"), {
      message: "There is no shared text `none`.",
      at: { line: 1, column: 4 },
    });
    assert.throws(() => expand("[shared: one]", "one: [shared: one]"), {
      message: "The shared text `one` contains itself.",
    });
    assert.throws(() => readSharedTexts(["one: x", "one: y"]), { message: "The shared text `one` is given twice." });
  });
});
