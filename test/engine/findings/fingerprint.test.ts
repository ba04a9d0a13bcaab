import assert from "node:assert/strict";
import fc from "fast-check";
import { type FingerprintParts, fingerprint, fingerprints } from "../../../src/engine/findings/fingerprint";
import { hash128 } from "../../../src/engine/findings/hash";

describe("hash128", () => {
  it("is MurmurHash3 over UTF-16LE bytes, as another implementation computes it", () => {
    const known: Record<string, string> = {
      "": "00000000000000000000000000000000",
      a: "033bb196ccef4fe1ccef4fe1ccef4fe1",
      abcdefg: "851fde5ef81a9aab2a351f32fa8e8ca7",
      abcdefgh: "6c3576558df898a1a76d230d42147114",
      "hello, world": "a852c8b9fdc4dd348d5ff2b878131e89",
      "The quick brown fox jumps over the lazy dog": "15beb6860f94f6cafed4894d28be6d5b",
      "é😀 漢字": "bc06b1d75492705ca2ba7e6419eca5f3",
    };
    assert.deepEqual(Object.fromEntries(Object.keys(known).map((text) => [text, hash128(text)])), known);
  });

  it("flips about half of its bits when one bit of the text flips", () => {
    const bits = (hex: string) =>
      [...hex].reduce((sum, digit) => sum + Number.parseInt(digit, 16).toString(2).replace(/0/g, "").length, 0);
    const xor = (a: string, b: string) =>
      [...a].map((digit, at) => (Number.parseInt(digit, 16) ^ Number.parseInt(b[at], 16)).toString(16)).join("");
    const text = "query(`select a + b`)";
    const flips = [...text].flatMap((character, at) =>
      [0, 7, 15].map(
        (bit) => text.slice(0, at) + String.fromCharCode(character.charCodeAt(0) ^ (1 << bit)) + text.slice(at + 1),
      ),
    );
    const mean = flips.reduce((sum, flipped) => sum + bits(xor(hash128(text), hash128(flipped))), 0) / flips.length;
    assert.ok(mean > 60 && mean < 68, `${mean} of 128 bits flipped on average`);
  });
});

describe("fingerprint", () => {
  const parts: FingerprintParts = { ruleId: "javascript.eval", symbols: ["App", "run"], text: "eval(a +  b)" };

  it("has its version and 32 hex digits", () => {
    assert.match(fingerprint(parts, 0), /^caveat\/v1:[0-9a-f]{32}$/);
  });

  it("does not depend on how blanks are set", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ \t\r\n]+$/), (blank) => {
        const texts = [`${blank}eval(a +${blank}b)${blank}`, `eval(${blank}a+b${blank})`];
        for (const text of texts) {
          assert.equal(fingerprint({ ...parts, text }, 0), fingerprint(parts, 0));
        }
      }),
      { seed: 1 },
    );
  });

  it("depends on each of its parts", () => {
    const others = [
      fingerprint(parts, 0),
      fingerprint(parts, 1),
      fingerprint({ ...parts, ruleId: "javascript.eval2" }, 0),
      fingerprint({ ...parts, symbols: ["App"] }, 0),
      fingerprint({ ...parts, symbols: ["Apprun"] }, 0),
      fingerprint({ ...parts, text: "eval(a-b)" }, 0),
      fingerprint({ ...parts, text: "eva l(a+b)" }, 0),
    ];
    assert.equal(new Set(others).size, others.length);
  });

  it("counts equal items, and only these", () => {
    const other = { ...parts, text: "eval(c)" };
    assert.deepEqual(fingerprints([parts, other, parts]), [
      fingerprint(parts, 0),
      fingerprint(other, 0),
      fingerprint(parts, 1),
    ]);
  });
});
