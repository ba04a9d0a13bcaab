// Where patterns can begin: rows of which it is said that none can begin there hold no beginning of a match.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "../../../src/dev/random";
import { Near, type Span } from "../../../src/engine/patterns/area";
import { anyOf, Rows } from "../../../src/engine/patterns/beginnings";
import { compilePattern } from "../../../src/engine/patterns/compile";
import type { CompiledPattern } from "../../../src/engine/patterns/pattern";
import { targetOf } from "./matches";

const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  javascript: [
    "$F($X)",
    "console.log(...)",
    "new $C(...)",
    "$A = $B",
    "return $X",
    "if ($C) { ... }",
    "$X.length",
    '"..."',
  ],
  python: ["$F($X)", "open(...)", "$A = $B", "return $X", "def $F(...): ...", "class $C: ...", "$X.name", "import $M"],
  java: ["$F($X)", "$O.equals(...)", "new $C(...)", "$T $A = $B;", "return $X;", "if ($C) { ... }", '"..."'],
};

describe("where patterns can begin", () => {
  for (const [language, sources] of Object.entries(PATTERNS)) {
    it(`leaves out no match of ${language}`, async () => {
      const files = { javascript: "javascript.js", python: "python.py", java: "java.java" };
      const file = join(__dirname, "../languages/samples", files[language as keyof typeof files]);
      const { document, target, spec, grammar } = await targetOf(language, readFileSync(file, "utf8"));
      const patterns = sources.map((source) => compilePattern(source, spec, grammar) as CompiledPattern);
      const random = seeded(7);
      const rows = document.tree.length;
      const near = new Near([{ start: 0, end: document.text.length }]);
      let passed = 0;
      for (let run = 0; run < 200; run++) {
        const from = random(rows);
        const spans: Span[] = [{ from, to: Math.min(rows, from + 1 + random(12)) }];
        const here = new Rows(document, spans);
        for (const pattern of patterns) {
          const { beginnings } = pattern;
          assert.equal(here.mayBegin(anyOf([beginnings])), here.mayBegin(beginnings));
          if (here.mayBegin(beginnings)) continue;
          passed++;
          assert.deepEqual(target.findFrom(pattern, spans, near), [], `${pattern.source} at row ${from}`);
        }
      }
      assert.ok(passed > 300, `${passed} were passed over`);
    });
  }
});
