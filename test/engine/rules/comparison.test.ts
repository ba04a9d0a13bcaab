/** Expected results were seen from Semgrep 1.182.0. */
import { ok, strictEqual, throws } from "node:assert";
import * as fc from "fast-check";
import { parseComparison, type Value } from "../../../src/engine/rules/comparison";
import { ComparisonError } from "../../../src/engine/rules/comparison-syntax";

const startMatcher = (regex: string) => (text: string) => new RegExp(`^(?:${regex})`).test(text);

function holds(source: string, values: Readonly<Record<string, Value>> = {}, strip = false): boolean {
  const input = { value: (name: string) => values[name], fault: () => undefined, today: "2026-06-15", strip };
  return parseComparison(source, startMatcher).holds(input);
}

describe("comparison", () => {
  const three = { $X: 3n };
  const text = (value: string) => ({ $X: value });

  const cases: readonly (readonly [string, Readonly<Record<string, Value>>, boolean])[] = [
    ["$X / 2 == 1", three, true],
    ["-7 / 2 == -3", {}, true],
    ["(0 - $X) % 2 == -1", three, true],
    ["7 % -2 == 1", {}, true],
    ["$X == 3.0", three, true],
    ["$X < 3.5", three, true],
    ["1.5 + 1 == 2.5", {}, true],
    ["$X ** 2 == 9", three, true],
    ["-2 ** 2 == -4", {}, true],
    ["2 ** -1 == 0", {}, false],
    ["~$X == -4", three, true],
    ["~$X == -4", { $X: 3 }, false],
    ["$X << 1 == 6", three, true],
    ["$X >> 1 == 1", three, true],
    ["5 & 3 == 1", {}, true],
    ["5 ^ 3 == 6", {}, true],
    ["5 | 3 == 7", {}, true],
    ["2 + 3 * 2 == 8", {}, true],
    ["0x10 == 16 and 1e3 == 1000 and 0b11 == 3 and 0o17 == 15 and 1_000 == 1000", {}, true],
    ["$X", three, false],
    ["$X", { $X: true }, true],
    ["not $X", { $X: false }, true],
    ["1 and $X == 3", three, false],
    ["True == 1", {}, false],
    ["(1 == 1) == True", {}, true],
    ["$X != 3", text("3"), true],
    ["$X == 3", text("3"), false],
    ["'a' < 'b'", {}, false],
    ["'a' + 'b' == 'ab'", {}, false],
    ["'3' in $X", text("13"), true],
    ["$X in 'abc'", text("b"), true],
    ["$X in ['3', 'b']", text("b"), true],
    ["$X not in [1, 2]", text("s"), true],
    ["not ($X in 2)", three, true],
    ["$X not in 2", three, false],
    ['str($X) == "1.5"', { $X: 1.5 }, true],
    ['str($X) == "2."', { $X: 2 }, true],
    ['str($X) == "120."', { $X: 120 }, true],
    ['str($X) == "1e+20"', { $X: 1e20 }, true],
    ['str($X) == "0.1"', { $X: 0.1 }, true],
    ['str($X) == "true"', { $X: true }, true],
    ["parse_promql_duration($X) == 90000", text("1m30s"), true],
    ['parse_promql_duration("1h") > parse_promql_duration("59m")', {}, true],
    ['parse_promql_duration("15ms") == 15 and parse_promql_duration("1y") == 31536000000', {}, true],
    ['parse_promql_duration("5") == 5', {}, false],
    ['parse_promql_duration("") == 0', {}, false],
    ["$X in [3]", { $X: 3 }, false],
    ["$X in [3.0]", { $X: 3 }, true],
    ["[1, '5'] == [1, $X]", text("5"), true],
    ["[] == []", {}, true],
    ["int($X) == 3", text("0x3"), true],
    ["int($X) == 3", text("x"), false],
    ["int('-5') == -5", {}, true],
    ["int('0x') == 0", {}, false],
    ["int(3.7) == 3", {}, false],
    ["int($X) == 3", { $X: 3 }, false],
    ["str($X) == '3'", three, true],
    ["str($X) == '3'", { $X: 3 }, false],
    ["str(1.0) == '1.0'", {}, false],
    ["str($X) == 'u.v'", { $X: { code: "u.v" } }, true],
    ["$X == $X", { $X: { code: "u" } }, false],
    ["not ($X == 'b')", { $X: { code: "u" } }, false],
    ["True or $X == 1", { $X: { code: "u" } }, false],
    ["True or $Y == 1", {}, false],
    [String.raw`re.match("\d+$", $X)`, text("55"), true],
    [String.raw`re.match("\\d", $X)`, text("x5"), false],
    ["not re . match('zzz', $X)", text("b"), true],
    ["re.match('3', $X)", three, false],
    ["strptime($X) < today()", text("2020-01-01"), true],
    ["today() - strptime($X) == 86400", text("2026-06-14"), true],
    ["strptime('20') < today()", {}, false],
    ["9 / 0 == 0 or True", {}, false],
    ["$X == '''5'''", text("5"), true],
  ];
  for (const [source, values, expected] of cases) {
    const shown = Object.entries(values).map(
      ([name, value]) => `${name} = ${typeof value === "bigint" ? `${value}n` : JSON.stringify(value)}`,
    );
    it(`${source}${shown.length > 0 ? ` with ${shown.join(", ")}` : ""} is ${expected}`, () => {
      strictEqual(holds(source, values), expected);
    });
  }

  it("strip wraps every metavariable in int()", () => {
    strictEqual(holds("$X == 3 and $Y == 10", { $X: "3", $Y: "0xA" }, true), true);
    strictEqual(holds("$X == 3", { $X: "three" }, true), false);
  });

  for (const source of [
    "1 < 2 < 3",
    "$X // 2 == 1",
    "len($X) > 1",
    "None == None",
    "1 if True else 2",
    "$1 == 1",
    "(1",
    "'a",
    "re.match($X, 'a')",
    "int()",
    "",
    "1 = 1",
    "0x == 1",
  ]) {
    it(`says what is wrong with \`${source}\``, () => {
      throws(
        () => holds(source),
        (error) => error instanceof ComparisonError && /^[A-Z`].*\.$/.test(error.message),
      );
    });
  }

  it("never throws anything but ComparisonError, nor overflows on nesting", () => {
    const words = fc.constantFrom(
      "(",
      ")",
      "[",
      "]",
      ",",
      " not ",
      " in ",
      " and ",
      " or ",
      "$X",
      "1",
      "2.5",
      "'a'",
      "**",
      "-",
      "~",
      "==",
      "<",
      "int(",
      "str(",
      "re.match('(",
      "%",
      "/",
      "<<",
      "True",
      "\\",
      "\n",
    );
    const sources: fc.Arbitrary<string> = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 30 }).map((parts) => parts.join("")),
    );
    return fc.assert(
      fc.property(sources, fc.oneof(fc.bigInt(), fc.double(), fc.string(), fc.boolean()), (source, $X) => {
        try {
          ok(typeof holds(source, { $X }) === "boolean");
        } catch (error) {
          if (!(error instanceof ComparisonError) && !(error instanceof SyntaxError)) throw error;
        }
      }),
      { seed: 20260615, numRuns: 2000 },
    );
  });

  it("refuses nesting without end", () => {
    for (const opening of ["(", "not ", "-", "[", "2**"]) throws(() => holds(opening.repeat(10_000)), ComparisonError);
  });

  it("computes as a reference does on random integer expressions", () => {
    interface Tree {
      readonly source: string;
      readonly value: bigint | undefined;
    }
    const leaf = fc.integer({ min: 0, max: 50 }).map((n): Tree => ({ source: String(n), value: BigInt(n) }));
    const operators: Readonly<Record<string, (a: bigint, b: bigint) => bigint | undefined>> = {
      "+": (a, b) => a + b,
      "-": (a, b) => a - b,
      "*": (a, b) => a * b,
      "/": (a, b) => (b === 0n ? undefined : a / b),
      "%": (a, b) => (b === 0n ? undefined : a % b),
      "&": (a, b) => a & b,
      "|": (a, b) => a | b,
      "^": (a, b) => a ^ b,
    };
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc
          .tuple(tie("tree"), fc.constantFrom(...Object.keys(operators)), tie("tree"))
          .map(([left, operator, right]): Tree => {
            const known = left.value !== undefined && right.value !== undefined;
            const value = known ? operators[operator]!(left.value, right.value) : undefined;
            return {
              source: `(${left.source} ${operator} ${right.source})`,
              value: value === undefined ? undefined : BigInt.asIntN(64, value),
            };
          }),
      ),
    }));
    return fc.assert(
      fc.property(tree, ({ source, value }) => {
        strictEqual(holds(`${source} == ${source}`), value !== undefined);
        if (value !== undefined) strictEqual(holds(`${source} == int('${value}')`), true);
      }),
      { seed: 20260615, numRuns: 500 },
    );
  });
});
