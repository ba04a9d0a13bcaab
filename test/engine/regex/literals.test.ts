import assert from "node:assert/strict";
import fc from "fast-check";
import { isLimitHit, literalsOf, RegexError } from "../../../src/engine/regex";
import { prefixOf } from "../../../src/engine/regex/literals";
import { engine } from "./support";

describe("regex: literals that must occur", () => {
  const CASES: readonly (readonly [pattern: string, literals: string[]])[] = [
    ["eval\\(", ["eval("]],
    ["\\bexec\\s*\\(\\s*['\"]rm", ["exec", "(", "rm"]],
    ["(?:foo)+bar?z", ["foo", "ba", "z"]],
    ["ab{2}c{0,3}d{,2}e", ["ab", "e"]],
    ["a{2}{3}b*{2}c", ["a", "c"]],
    ["a{x}", ["a{x}"]],
    ["a{,}", []],
    ["(a)?(?<n>bc)(?>d)(?:e|f)", ["bc", "d"]],
    ["a|b", []],
    ["(?i)abc", []],
    ["x(?i:abc)", []],
    ["(?s)abc.(?m)d", ["abc", "d"]],
    ["(?ms:abc)", ["abc"]],
    ["(?=abc)d(?!e)(?<=f)(?<!g)", ["d"]],
    ["\\Qa\\E", []],
    ["a(?#b)c", []],
    ["(*UTF)a", []],
    ["(?(?=a)b|c)", []],
    ["[]a]b[^]c]d[[:alpha:]]e[\\]f]g", ["b", "d", "e", "g"]],
    ["\\x41b\\x{41}c\\p{L}d\\pLe\\d", ["b", "c", "d", "e"]],
    ["\\cAb", []],
    ["\\n\\t-\\.", ["\n\t-."]],
    ["(a)\\1b", []],
    ["pre\\Kpost", ["pre", "post"]],
    ["😀?é", ["é"]],
    ["a\ufffdb", ["a", "b"]],
    ["", []],
  ];
  for (const [pattern, literals] of CASES) {
    it(`${pattern} → ${JSON.stringify(literals)}`, () => assert.deepEqual(literalsOf(pattern), literals));
  }

  const PREFIXES: readonly (readonly [pattern: string, prefix: string])[] = [
    ["catch\\s*x", "catch"],
    ["(?s)ab.*", "ab"],
    ["a?ab", ""],
    ["b*bc", ""],
    ["a|ab", ""],
    ["^ab", ""],
    ["(ab)c", ""],
    ["ab\\Kc", ""],
    ["a{2}b", "a"],
  ];
  for (const [pattern, prefix] of PREFIXES) {
    it(`${pattern} begins with ${JSON.stringify(prefix)}`, () => assert.equal(prefixOf(pattern), prefix));
  }

  it("occur in every match of random patterns, and what they begin with leads to all matches", async () => {
    const { compile } = await engine();
    const piece = fc.constantFrom(
      ..."aabbcAB12|()[]{},:-^$.?*+\\ ",
      ...[
        "(?:",
        "(?i)",
        "(?i:",
        "(?s)",
        "(?=",
        "(?!",
        "(?<=",
        "(?>",
        "(?<n>",
        "(?|",
        "[^",
        "[[:alpha:]]",
        "\\d",
        "\\w",
        "\\b",
        "\\Q",
        "\\E",
      ],
      ...[
        "\\x41",
        "\\x{61}",
        "\\p{L}",
        "\\K",
        "\\1",
        "(?1)",
        "(?(1)",
        "{0}",
        "{2}",
        "{1,2}",
        "{,2}",
        "+?",
        "++",
        "ab",
        "ba",
        "\\]",
        "\\(",
        "\\n",
        "\n",
      ],
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(""));
    const subject = fc.string({ unit: fc.constantFrom(..."aabbcAB12()[]{},-. \n"), maxLength: 24 });
    let [matched, told, begun] = [0, 0, 0];
    fc.assert(
      fc.property(pattern, fc.array(subject, { minLength: 4, maxLength: 4 }), (source, subjects) => {
        const literals = literalsOf(source);
        if (literals.length === 0) return;
        // `(?:pattern)` is the same to PCRE2, and holds nothing that exec would look for first.
        let [regex, own]: ReturnType<typeof compile>[] = [];
        try {
          regex = compile(`(?:${source}){1}(?#)`);
          own = compile(source);
        } catch (error) {
          if (error instanceof RegexError) return;
          throw error;
        }
        told++;
        for (const text of [...subjects, literals.join(""), `${literals.join("a")}b`]) {
          const found = regex.exec(text);
          if (found === undefined || isLimitHit(found)) continue;
          matched++;
          for (const literal of literals) assert.ok(text.includes(literal), JSON.stringify([source, text, literal]));
          if (prefixOf(source) === "") continue;
          begun++;
          assert.deepEqual(own.matchAll(text), regex.matchAll(text), JSON.stringify([source, text]));
        }
        regex.dispose();
        own.dispose();
      }),
      { seed: 5, numRuns: 20_000 },
    );
    assert.ok(told > 1000 && matched > 1000 && begun > 1000, `${told} patterns, ${matched} and ${begun} matches`);
  });
});
