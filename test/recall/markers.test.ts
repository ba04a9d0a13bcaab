import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Marker, markersOf, readMarkers, readSubjects } from "./markers";

const CORPUS = import.meta.dirname;
const LANGUAGES = ["javascript", "python"];

describe("recall corpus", () => {
  const subjects = readSubjects(readFileSync(join(CORPUS, "README.md"), "utf8"));

  it("has a table of subjects", () => {
    assert.equal(subjects.length, 31);
    assert.deepEqual([...new Set(subjects.flatMap((row) => row.languages))].sort(), LANGUAGES);
  });

  for (const language of LANGUAGES) {
    describe(language, () => {
      const markers = readMarkers(join(CORPUS, language));
      const weaknesses = markers.filter((marker) => marker.expected === "weakness");

      it("has at least 36 weaknesses, and no fewer safe twins", () => {
        assert.ok(weaknesses.length >= 36, `${weaknesses.length} weaknesses`);
        assert.ok(markers.length - weaknesses.length >= weaknesses.length);
      });

      it("covers every subject as weakness and as safe twin", () => {
        const seen = (expected: Marker["expected"]) =>
          [...new Set(markers.filter((marker) => marker.expected === expected).map(named))].sort();
        const wanted = subjects.filter((row) => row.languages.includes(language));
        assert.deepEqual(seen("weakness"), wanted.map(named).sort());
        assert.deepEqual(seen("safe"), wanted.map(named).sort());
      });

      it("has one marker in an item", () => {
        const items = markers.map((marker) => `${marker.file}:${marker.extent.first}`);
        assert.deepEqual(
          items.filter((item, index) => items.indexOf(item) !== index),
          [],
        );
      });
    });
  }
});

describe("markers of the recall corpus", () => {
  it("name the next line, and extend over the item", () => {
    const text = [
      "import os",
      "",
      "",
      "@app.route('/x')",
      "def f():",
      "    a = 1",
      "",
      "    # safe: CWE-78 command-injection",
      "    run(a)",
      "",
      "",
      "def g():",
      "    pass",
      "",
    ].join("\n");
    assert.deepEqual(markersOf("a.py", text), [
      {
        file: "a.py",
        line: 9,
        cwe: "CWE-78",
        subject: "command-injection",
        expected: "safe",
        extent: { first: 4, last: 9 },
      },
    ]);
  });

  it("extend to the end of the file, whatever its line ends", () => {
    const [marker] = markersOf("a.ts", "// weakness: CWE-95 code-injection\r\neval(\r\n  code,\r\n);\r\n\r\n");
    assert.equal(marker?.expected, "weakness");
    assert.deepEqual(marker?.extent, { first: 1, last: 4 });
  });

  it("are refused when malformed or followed by no code", () => {
    assert.throws(() => markersOf("a.js", "// weakness CWE-95 code-injection\neval(x);"), /a\.js:1: malformed marker/);
    assert.throws(() => markersOf("a.js", "# safe: CWE-95 code-injection\neval(x);"), /malformed marker/);
    assert.throws(() => markersOf("a.js", "// safe: CWE-95 code-injection\n\neval(x);"), /no line of code/);
    assert.throws(() => markersOf("a.js", "// safe: CWE-95 code-injection"), /no line of code/);
  });
});

/** A subject together with its CWE, so that a marker with another CWE than the table's shows. */
function named({ subject, cwe }: { subject: string; cwe: string }): string {
  return `${subject} ${cwe}`;
}
