import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDocument, Scalar, stringify } from "yaml";
import { Lines } from "../../src/engine/findings/lines";
import { loadRules } from "../../src/engine/rules/loader";
import { RuleFileText } from "../../src/project/rule-file";
import { looksLikeRules } from "../../src/project/rule-files";
import { unboundMetavariables } from "../../src/project/unbound";

/** A rule file of one rule whose keys follow. */
const fileOf = (keys: string): string =>
  `rules:\n  - id: a.rule\n    message: M.\n    severity: ERROR\n    languages: [python]\n${keys.replace(/^(?=.)/gm, "    ")}\n`;

describe("a mistake in a rule file", () => {
  /** What is marked for an offset in a pattern whose key stands where `key` first does. */
  const marked = (text: string, key: string, pattern: string, offset: number): string => {
    const at = new Lines(text).positionAt(text.indexOf(key));
    const { start, end } = new RuleFileText(text).rangeOf({ ruleId: "a.rule", at, inside: { text: pattern, offset } });
    return text.slice(start, end);
  };
  const PATTERN = "if $X:\n  f('a',\n    $Y +* 2)";

  it("is marked where it is, in scalars of every style", () => {
    const block = PATTERN.replace(/^(?=.)/gm, "  ");
    const styles: Record<string, string> = {
      literal: `pattern: |\n${block}\n`,
      "literal with a comment and chomping": `pattern: |- # why\n${block}\n`,
      "literal with an indentation of its own": `pattern: |2\n${block}\n`,
      "literal after an empty line": `pattern: |\n\n${block}\n`,
      "double quotes": `pattern: ${JSON.stringify(PATTERN)}\n`,
      "single quotes over lines": `pattern: '${PATTERN.replaceAll("'", "''").replaceAll("\n", "\n\n    ")}'\n`,
    };
    for (const [style, keys] of Object.entries(styles)) {
      const text = fileOf(keys);
      const [rule] = loadRules(text, "f", { builtIn: false }).rules;
      const { formula } = rule;
      assert.ok(formula.type === "pattern", style);
      const offset = formula.pattern.indexOf("+* 2");
      assert.ok(offset >= 0, style);
      assert.match(marked(text, "pattern:", formula.pattern, offset), /^\+\* 2\)["']?$/, style);
    }
    assert.equal(marked(fileOf("pattern: f(1 +* 2)  # why"), "pattern:", "f(1 +* 2)", 5), "* 2)");
    assert.equal(marked(fileOf("pattern: >\n  f(1\n  +* 2)"), "pattern:", "f(1 +* 2)\n", 4), "+* 2)");
  });

  it("at the end of a pattern marks its last character", () => {
    assert.equal(marked(fileOf("pattern: f((\nfix: x"), "pattern:", "f((", 9), "(");
    assert.equal(marked(fileOf("pattern: |\n  f((\nfix: x"), "pattern:", "f((\n", 3), "(");
  });

  it("in a condition is marked in the text that is wrong", () => {
    const keys = "patterns:\n  - pattern: f($X)\n  - metavariable-regex:\n      metavariable: $X\n      regex: 'a(b'";
    assert.equal(marked(fileOf(keys), "metavariable-regex", "a(b", 1), "(b'");
  });

  const readBack = (text: string): unknown => {
    const document = parseDocument(text);
    return document.errors.length > 0 ? undefined : document.getIn(["rules", 0, "pattern"]);
  };

  it("is found again at the very character, whatever the library makes of a text", () => {
    const styles = ["PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL", "BLOCK_FOLDED"] as const;
    const unit = fc.constantFrom(..."ab($X).\n\n  \t'\"\\:#-{}[]é\u{1f600}|>&*!%@`,");
    const texts = fc.array(unit, { minLength: 1, maxLength: 60 }).map((units) => `x${units.join("")}`);
    fc.assert(
      fc.property(texts, fc.constantFrom(...styles), fc.nat(), (value, style, at) => {
        const scalar = new Scalar(value);
        scalar.type = style;
        const text = stringify({ rules: [{ id: "a", pattern: scalar, message: "m" }] }, { lineWidth: 30 });
        const offset = at % value.length;
        // Some texts the library cannot write plainly, and writes otherwise.
        fc.pre(/\S/.test(value[offset]) && readBack(text) === value);
        const key = new Lines(text).positionAt(text.indexOf("pattern:"));
        const { start } = new RuleFileText(text).rangeOf({ at: key, inside: { text: value, offset } });
        const source = text.indexOf("pattern: ") + "pattern: ".length;
        const header = /^[|>]/.test(text.slice(source)) ? text.indexOf("\n", source) : source;
        const [written, meant] = [text.slice(header, start), value.slice(0, offset)].map((one) =>
          one.replace(/\s/g, ""),
        );
        if (!/^['"]/.test(text.slice(source))) assert.equal(written, meant, JSON.stringify({ value, text, offset }));
        // Quotes and escapes may stand in the file alone; what is found is the same character all the same.
        const found = text.slice(start, start + 1) === "\\" ? value[offset] : text[start];
        assert.equal(found, value[offset], JSON.stringify({ value, text, offset, start }));
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it("in JSON is marked as well", () => {
    const text = `{"rules": [{"id": "a.rule", "pattern": "f(\\t\\"x\\" +* 2)"}]}`;
    assert.equal(marked(text, '"pattern"', 'f(\t"x" +* 2)', 7), '+* 2)"}]}'.slice(0, 6));
  });

  it("without a place is marked at the rule's id, else at the first line", () => {
    const text = `# Rules.\n${fileOf("pattern: f()")}`;
    const file = new RuleFileText(text);
    const shown = (place: Parameters<typeof file.rangeOf>[0]) => {
      const { start, end } = file.rangeOf(place);
      return text.slice(start, end);
    };
    assert.equal(shown({ ruleId: "a.rule" }), "a.rule");
    assert.equal(shown({ ruleId: "none" }), "# Rules.");
    assert.equal(shown({}), "# Rules.");
    assert.equal(shown({ at: { line: 3, column: 4 } }), "message: M.");
  });

  it("does not stop over files that are no YAML, deep or empty", () => {
    for (const text of [
      "",
      "rules: [",
      "\t",
      "[".repeat(100_000),
      "- ".repeat(5_000),
      "a: &a [*a]\n",
      "--- a\n--- b\n",
    ]) {
      const { start, end } = new RuleFileText(text).rangeOf({
        ruleId: "a",
        at: { line: 9, column: 9 },
        inside: { text: "f", offset: 3 },
      });
      assert.ok(0 <= start && start <= end && end <= text.length, text.slice(0, 20));
    }
  });
});

describe("metavariables that nothing binds", () => {
  const unbound = (keys: string, message = "M."): string[] => {
    const text = fileOf(keys).replace("message: M.", `message: ${message}`);
    const { rules, errors } = loadRules(text, "f", { builtIn: false });
    assert.deepEqual(errors, []);
    const file = new RuleFileText(text);
    const lines = new Lines(text);
    return unboundMetavariables(rules[0], file).map(({ name, range }) => {
      assert.ok(range, name);
      assert.equal(text.slice(range.start, range.end), name);
      return `${name} ${lines.lineAt(range.start) + 1}`;
    });
  };

  it("are told in messages and fixes", () => {
    assert.deepEqual(unbound("pattern: f($X, $...ARGS)\nfix: g($X, $...ARGS)", "Found $X."), []);
    assert.deepEqual(unbound("pattern: f($X)\nfix: |\n  g($X,\n    $Z)", "No $Y of $X_Y."), ["$Y 3", "$X_Y 3", "$Z 9"]);
  });

  it("are told in conditions", () => {
    assert.deepEqual(
      unbound(
        `patterns:
  - pattern: f($X)
  - pattern-inside: "def $F(...): ..."
  - metavariable-regex: { metavariable: $X, regex: "(?P<PART>a)" }
  - metavariable-regex: { metavariable: $Y, regex: a }
  - metavariable-comparison: { comparison: $X > $LIMIT }
  - metavariable-pattern:
      metavariable: $X
      patterns:
        - pattern: $A + $B
        - metavariable-regex: { metavariable: $F, regex: a }
        - metavariable-regex: { metavariable: $C, regex: a }`,
        "M $F $PART $A.",
      ),
      ["$Y 10", "$LIMIT 11", "$C 17"],
    );
  });

  it("are told in taint mode, whose sources and sinks bind what is reported", () => {
    const keys = `mode: taint
pattern-sources:
  - pattern: f($A)
pattern-sinks:
  - patterns: [{ pattern: s($B) }, { metavariable-regex: { metavariable: $A, regex: a } }]
pattern-sanitizers:
  - pattern: clean($C)
pattern-propagators:
  - pattern: g($D, $E)
    from: $D
    to: $F`;
    assert.deepEqual(unbound(keys, "$A $B $C $D."), ["$A 10", "$F 16", "$C 3", "$D 3"]);
  });

  it("are told in the newer syntax", () => {
    const keys = `match:
  all: [f($X), anywhere: g($Y)]
  as: $WHOLE
  where:
    - { metavariable: $X, regex: "(?<PART>a)" }
    - { metavariable: $Z, regex: a }
    - comparison: $Y > $LIMIT`;
    assert.deepEqual(unbound(keys, "M $X $Y $WHOLE $PART $NO."), ["$Z 11", "$LIMIT 12", "$NO 3"]);
  });

  it("are none where only an exclusion could bind them", () => {
    assert.deepEqual(unbound("patterns:\n  - pattern: f()\n  - pattern-not: f($Z)", "M $Z."), ["$Z 3"]);
    assert.deepEqual(unbound("pattern-either:\n  - pattern: f($Z)\n  - pattern: g()", "M $Z."), []);
  });
});

describe("what looks like a rule file", () => {
  it("has rules with an id and languages", () => {
    assert.equal(looksLikeRules(fileOf("pattern: f()")), true);
    assert.equal(looksLikeRules('{"rules": [{"id": "a", "languages": ["python"]}]}'), true);
    assert.equal(looksLikeRules("rules:\n  - host: a\n    http: b\n"), false);
  });
});
