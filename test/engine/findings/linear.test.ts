import assert from "node:assert/strict";
import { Lines } from "../../../src/engine/findings/lines";
import { redactText } from "../../../src/engine/findings/redact";
import { applySuppressions } from "../../../src/engine/findings/suppression";
import { readDirectives } from "../../../src/engine/findings/suppression-syntax";
import { finding } from "./example";

/** Long enough that anything quadratic takes many seconds, and a slow machine does not. */
const SIZE = 50_000;
const MOST_MILLISECONDS = 1_000;

function fill(part: string): string {
  return part.repeat(Math.ceil(SIZE / part.length));
}

function assertFast(what: string, action: () => void): void {
  const started = performance.now();
  action();
  const took = performance.now() - started;
  assert.ok(took < MOST_MILLISECONDS, `${JSON.stringify(what.slice(0, 40))} took ${took.toFixed(0)} ms`);
}

describe("text of any kind takes linear time", () => {
  const parts = [
    "caveat-ignore ",
    "caveat-ignore a(",
    "caveat-ignore a(b), ",
    "\n// caveat-ignore a(b)",
    " nosemgrep: a, ",
    "# nosec ",
    "#",
    "-",
    " ",
    "/**/",
    "a",
  ];
  const texts = parts.flatMap((part) => [fill(part), `${fill(part)}a nosec`, `${fill(part)} # caveat-ignore a.b(c)`]);

  it("to read suppressions from", () => {
    for (const text of texts) {
      const lines = new Lines(text);
      assertFast(text, () => readDirectives(lines, undefined));
      assertFast(text, () => readDirectives(lines, [{ start: 0, end: text.length }]));
      const many = [...text.matchAll(/\/\*\*\/|\/\/.*/g)].map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
      }));
      assertFast(text, () => readDirectives(lines, many));
    }
  });

  it("to apply them to", () => {
    const text = fill("eval(x); // caveat-ignore a(b)\n");
    const findings = [...text.matchAll(/eval/g)].map(({ index }) =>
      finding({ ruleId: "a", start: index, end: index + 4 }),
    );
    assertFast(text, () => {
      const applied = applySuppressions(text, findings, { uri: "", today: "2026-01-01", ran: new Map([["a", "a"]]) });
      assert.ok(applied.every(({ suppression }) => suppression !== undefined));
    });
  });

  it("to redact", () => {
    for (const part of [...parts, "password='", 'a="', "a = ", "'", "\\", "aB3", "a.", "$"]) {
      assertFast(part, () => redactText(fill(part)));
      assertFast(part, () => redactText(`${fill(part)}='`));
    }
  });
});
