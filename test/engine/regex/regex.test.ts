import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { createRegexEngine, isLimitHit, RegexError } from "../../../src/engine/regex";
import { allMatches, engine, firstMatch, matchOf, using } from "./support";

describe("regex: PCRE2's syntax", () => {
  const CASES: readonly (readonly [pattern: string, subject: string, match: string | undefined])[] = [
    ["(?i)PASS(?-i)Word", "x passWord", "passWord"],
    ["(?i)PASS(?-i)Word", "x passWORD", undefined],
    ["a\\hb", "a\tb", "a\tb"],
    ["a\\hb", "a\nb", undefined],
    ["[[:alnum:]]+", "-- ab1 --", "ab1"],
    ["\\Qa.b*\\E+", "aab a.b** ", "a.b**"],
    // A text to the version of PCRE2 that Semgrep has, and a quantifier to later ones.
    ["a{,2}b", "aab a{,2}b", "a{,2}b"],
    ["a{1, 2}b", "aab a{1, 2}b", "a{1, 2}b"],
    ["a{1,2}b\\{,2}\\Q{,3}\\E", "aab{,2}{,3}", "aab{,2}{,3}"],
    ["a++b", "aab", "aab"],
    ["a++ab", "aaab", undefined],
    ["(?>a|ab)c", "abc", undefined],
    ["(?<=\\$)\\d+", "€5 $42", "42"],
    ["(?<!\\$)\\b\\d+", "$42 7", "7"],
    ["(\\((?:[^()]|(?1))*\\))", "f(a(b)c) )", "(a(b)c)"],
    ["\\p{L}+", "1é한z2", "é한z"],
    ["\\A\\w", "ab", "a"],
    ["a\\Z", "a\n", "a"],
    ["(?s)a.b", "a\nb", "a\nb"],
    ["a.b", "a\nb", undefined],
    ["a\\Rb", "a\r\nb", "a\r\nb"],
    ["foo\\Kbar", "foobar", "bar"],
    ["(a)?(?(1)b|c)", "ab", "ab"],
    [".", "😀", "😀"],
    ["\\x{1F600}", "a😀", "😀"],
    ["(['\"])x\\1", `'x" "x"`, '"x"'],
  ];
  for (const [pattern, subject, expected] of CASES) {
    it(`${pattern} on ${JSON.stringify(subject)}`, async () =>
      assert.equal(await firstMatch(pattern, subject), expected));
  }

  it("matches at line ends only where multiline", async () => {
    assert.equal(await firstMatch("^b$", "a\nb\nc", true), "b");
    assert.equal(await firstMatch("^b$", "a\nb\nc"), undefined);
  });

  it("rejects wrong patterns with a reason and its offset", async () => {
    const { compile } = await engine();
    const wrong: readonly (readonly [pattern: string, offset: number, message: RegExp])[] = [
      ["ab(c", 4, /missing closing parenthesis/],
      ["é😀*+a**", 7, /quantifier does not follow a repeatable item/],
      ["[z-a]", 3, /range out of order/],
      ["(?<n>a)(?<n>b)", 12, /two named subpatterns have the same name/],
      ["a\ud800", 1, /UTF-16 error/],
      [`${"(".repeat(300)}${")".repeat(300)}`, 251, /parentheses are too deeply nested/],
    ];
    for (const [pattern, offset, message] of wrong) {
      assert.throws(
        () => compile(pattern),
        (error) => {
          assert.ok(error instanceof RegexError, String(error));
          assert.match(error.message, message);
          assert.equal(error.offset, offset, pattern);
          return true;
        },
      );
    }
  });

  it("compiles deep nesting", async () => {
    assert.equal(await firstMatch(`${"(".repeat(249)}a${")".repeat(249)}`, "aa"), "a");
  });

  it("refuses to start with bytes that are no module", async () => {
    await assert.rejects(createRegexEngine(new Uint8Array([1, 2, 3])), /WebAssembly/);
  });
});

describe("regex: matches", () => {
  it("tells from a long subject's beginning what no more than that decides", async () => {
    const patterns = ["a$", "a\\Z", "(?:ab|a)$", "a(?=b)", "a\\b", "(?i)A.$", "a|^$", "(?s)a.(?!b)", "a.?", "ab?a?b?$"];
    const endings = [
      "",
      "\n",
      "\nb",
      "b",
      "b\n",
      "😀",
      "\ud83d",
      "b".repeat(40),
      "\n".repeat(40),
      "😀".repeat(40),
      "-".repeat(40),
    ];
    for (const pattern of patterns) {
      // What repeats is not cut short: `(?:){0}` matches nothing, and is enough.
      const whole = `(?:x){0}${pattern}`;
      for (const subject of endings.map((ending) => `a${ending}`)) {
        const groups = await using(pattern, (regex) => matchOf(regex, subject, 0, true)?.groups);
        const expected = await using(whole, (regex) => matchOf(regex, subject, 0, true)?.groups);
        assert.deepEqual(groups, expected, `${pattern} on ${JSON.stringify(subject)}`);
      }
    }
  });

  it("are those of a text that was never seen before, however it came from the last one", async () => {
    const units = fc.constantFrom("a", "b", "\n", "é", "\ud83d", "\ude00", "\ude01", "😀");
    const text = fc.string({ unit: units, maxLength: 12 });
    const edit = fc.record({ at: fc.nat(12), gone: fc.nat(4), text });
    const source = "(?s)(.)b|\\x{1F600}|\\x{FFFD}+";
    await fc.assert(
      fc.asyncProperty(text, fc.array(edit, { minLength: 1, maxLength: 6 }), async (first, edits) => {
        const fresh = await createRegexEngine(await readFile(join(__dirname, "../../../grammars/pcre2.wasm")));
        const [followed, other] = [(await engine()).compile(source), fresh.compile(source)];
        let now = first;
        for (const { at, gone, text } of edits) {
          now = now.slice(0, at) + text + now.slice(at + gone);
          assert.deepEqual(followed.matchAll(now), other.matchAll(now), JSON.stringify(now));
          // Its place is taken by another before the next one.
          other.matchAll("-".repeat(now.length + 1));
        }
        followed.dispose();
        other.dispose();
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("answers the same when it is asked again, anchored or not", () =>
    using("b(c)?", (regex) => {
      for (let time = 0; time < 2; time++) {
        assert.deepEqual(matchOf(regex, "abc")?.groups, [
          { start: 1, end: 3 },
          { start: 2, end: 3 },
        ]);
        assert.equal(matchOf(regex, "abc", 0, true), undefined);
        assert.deepEqual(matchOf(regex, "bad", 0, true)?.groups, [{ start: 0, end: 1 }, undefined]);
      }
    }));

  it("have groups by number, with their names", async () => {
    await using("(?<key>\\w+)(=)?(?<value>\\d+)?", (regex) => {
      assert.deepEqual(regex.groupNames, [undefined, "key", undefined, "value"]);
      assert.equal(regex.source, "(?<key>\\w+)(=)?(?<value>\\d+)?");
      assert.deepEqual(matchOf(regex, " ab=12"), {
        start: 1,
        end: 6,
        groups: [
          { start: 1, end: 6 },
          { start: 1, end: 3 },
          { start: 3, end: 4 },
          { start: 4, end: 6 },
        ],
      });
      assert.deepEqual(matchOf(regex, "ab")?.groups, [
        { start: 0, end: 2 },
        { start: 0, end: 2 },
        undefined,
        undefined,
      ]);
    });
  });

  it("start at or after the offset asked for, or exactly there", async () => {
    await using("b", (regex) => {
      assert.equal(matchOf(regex, "abab", 2)?.start, 3);
      assert.equal(matchOf(regex, "abab", 2, true), undefined);
      assert.equal(matchOf(regex, "abab", 3, true)?.start, 3);
      assert.equal(matchOf(regex, "abab", 4), undefined);
      assert.equal(matchOf(regex, "abab", 9), undefined);
    });
    await using("(?<=a)b", (regex) => assert.equal(matchOf(regex, "ab", 1, true)?.start, 1));
  });

  it("have UTF-16 offsets and never start within a character", async () => {
    await using("(?=.)", (regex) => {
      const starts = regex.matchAll("😀b").matches.map(({ start }) => start);
      assert.deepEqual(starts, [0, 2]);
      assert.equal(matchOf(regex, "😀b", 1)?.start, 2);
      assert.equal(matchOf(regex, "😀b", 1, true), undefined);
    });
  });

  it("go on beside lone surrogates, which read as U+FFFD", async () => {
    const subject = "\udc00 a\ud800b 'x\ud83d' secret=1";
    assert.equal(await firstMatch("secret=\\d", subject), "secret=1");
    assert.equal(await firstMatch("'[^']*'", subject), "'x\ud83d'");
    assert.equal(await firstMatch("a.b", subject), "a\ud800b");
    assert.equal(await firstMatch("a\ufffdb", subject), "a\ud800b");
    assert.equal(await firstMatch("^\\x{FFFD}", subject), "\udc00");
  });

  it("are those of the subject given, also right after another", async () => {
    await using("\\d+", (regex) => {
      for (const [subject, start] of [
        ["a1", 1],
        ["bb1", 2],
        ["a1", 1],
        ["", undefined],
        ["a1", 1],
      ] as const) {
        assert.equal(matchOf(regex, subject)?.start, start);
      }
      const large = `${"x".repeat(3_000_000)}7`;
      assert.equal(matchOf(regex, large)?.start, 3_000_000);
      assert.equal(matchOf(regex, "a1")?.start, 1);
    });
  });

  it("are refused for a subject too large, and found again afterwards", async () => {
    await using("\\d", (regex) => {
      assert.throws(() => regex.exec("x".repeat(17_000_000)), {
        name: "RegexError",
        message: /17000000 characters is too large/,
      });
      assert.equal(matchOf(regex, "a1")?.start, 1);
    });
  });

  it("are not asked of a disposed regex", async () => {
    const regex = (await engine()).compile("\\d");
    regex.dispose();
    regex.dispose();
    assert.throws(() => regex.exec("1"), /disposed/);
  });

  it("come all in turn, empty ones too", async () => {
    assert.deepEqual(await allMatches("a+|b", "aab ba"), ["aa", "b", "b", "a"]);
    assert.deepEqual(await allMatches("a*", "baac"), ["", "aa", "", ""]);
    assert.deepEqual(await allMatches("x\\K", "xx"), ["", ""]);
    assert.deepEqual(await allMatches("", "ab"), ["", "", ""]);
  });

  it("come all that start in a range", async () => {
    assert.deepEqual(await allMatches("\\w+", "aa bb cc", 1, 6), ["a", "bb"]);
    assert.deepEqual(await allMatches("\\w+", "aa bb cc", 3, 4), ["bb"]);
    assert.deepEqual(await allMatches("$", "ab", 0, 2), [""]);
    assert.deepEqual(await allMatches("\\w", "ab", 2, 1), []);
    assert.deepEqual(await allMatches("\\w", "ab", 1, 99), ["b"]);
  });
});

describe("regex: limits", () => {
  const HARD: readonly (readonly [pattern: string, subject: string])[] = [
    ["^(a+)+$", `${"a".repeat(31)}!`],
    ["[a-z]+\\d", "a".repeat(160_000)],
    ["[A-Za-z0-9+/]{40,}={1,2};", `${"QUJD".repeat(25_000)}\n=;`],
    ["^.*?[a-z]++\\d", "a".repeat(160_000)],
    ["(a*)c?\\1de", `${"a".repeat(160_000)}\nde`],
    ["(?:(.)(?=(.*)))*(?:x|y)z", `${"a".repeat(160_000)}\nz`],
    ["(?:[a-z]*;?)*\\d\\d", "a".repeat(160_000)],
  ];
  for (const [pattern, subject] of HARD) {
    it(`end ${pattern} on ${subject.length} characters soon, at the same place each time`, async () => {
      await using(pattern, (regex) => {
        const started = performance.now();
        const result = regex.exec(subject);
        const spent = performance.now() - started;
        assert.ok(isLimitHit(result));
        assert.ok(spent < 3000, `${spent} ms`); // V8 takes from 12 seconds to half a minute for the first three
        assert.deepEqual(regex.exec(subject), result);
      });
    });
  }

  it("leave ordinary patterns alone on a long text", async () => {
    const line = 'const token = compute("https://example.org/a?b=c", [1, 2, 3]);\n';
    const subject = line.repeat(8000);
    for (const pattern of [
      "eval\\(",
      "(?i)password\\s*=",
      "[A-Za-z0-9+/]{40,}",
      "\\b(?:func|function)\\s+\\w+\\s*\\(",
    ]) {
      assert.deepEqual(await allMatches(pattern, subject), [], pattern);
    }
    assert.equal((await allMatches("https?://[^\\s\"']+", subject)).length, 8000);
    assert.equal((await allMatches("\\w+", subject)).length, 12 * 8000);
  });

  it("lie at 100,000 + 4 for each unit of the subject, however far the search begins", async () => {
    // Each start costs a few steps: the one given up at moves with the limit alone.
    const at = (subject: string, from = 0) =>
      using("(?:a|b)(?:a|b){30}c", (regex) => {
        const result = regex.exec(`${subject}\nc`, from);
        assert.ok(isLimitHit(result));
        return result.at - from;
      });
    const short = await at("ab".repeat(10_000));
    assert.ok(short > 1000 && short < 19_000, String(short));
    assert.equal(await at("ab".repeat(10_000), 1000), short);
    const ratio = (await at("ab".repeat(20_000))) / short;
    assert.ok(Math.abs(ratio - 260_000 / 180_000) < 0.01, String(ratio));
  });

  it("are hit once, and the search goes on at the next line", async () => {
    const hard = "a".repeat(40);
    const lines = ["aX", hard, "aaX", hard, "aX"];
    await using(
      "^(a+)+X$",
      (regex) => {
        const subject = lines.join("\n");
        const { matches, limitAt } = regex.matchAll(subject);
        assert.equal(limitAt, 3);
        assert.deepEqual(
          matches.map(({ start, end }) => subject.slice(start, end)),
          ["aX", "aaX", "aX"],
        );
      },
      true,
    );
  });

  it("bound all matches of a text together", async () => {
    const subject = `${"a".repeat(40)}\n`.repeat(2000);
    await using(
      "^(a+)+[XY]$",
      (regex) => {
        const started = performance.now();
        const { matches, limitAt } = regex.matchAll(subject);
        assert.deepEqual([matches.length, limitAt], [0, 0]);
        assert.ok(performance.now() - started < 5000);
      },
      true,
    );
  });

  it("bound memory", async () => {
    await using("(?:(.))*(?:x|y)z", (regex) => {
      const result = regex.exec(`${"a".repeat(1_000_000)}\nz`);
      assert.ok(isLimitHit(result));
      assert.equal(matchOf(regex, "axz")?.start, 0);
    });
  });
});
