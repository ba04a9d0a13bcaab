import { strictEqual } from "node:assert";
import { looksRandom } from "../../../src/engine/rules/entropy";
import { mayBacktrack } from "../../../src/engine/rules/redos";

describe("the analyzer entropy", () => {
  const random = [
    "xAk7jqevt0ML",
    "7ebb8e3b91d26",
    "kqtlekiwrcjvk",
    "jD7N2kHD9FSUuErs",
    "b1939a9b4ddbe45cf642b0c3a4acdd7f",
    "1234567890123",
    "2020-01-01T00:00:00",
  ];
  for (const text of random) it(`finds ${text} random`, () => strictEqual(looksRandom(text), true));

  const not = [
    "",
    "0e7153bf7c",
    "password",
    "correct horse battery staple",
    "thisisanormalenglishsentence",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "0000000000000000000000",
    "com.example.service.UserRepository",
    "AUTHENTICATION_REQUIRED",
    "deadbeefdeadbeefdeadbeef",
  ];
  for (const text of not) it(`does not find ${text} random`, () => strictEqual(looksRandom(text), false));
});

describe("the analyzer redos", () => {
  const slow = [
    "(a{1,2})*$",
    "(a*?)*$",
    "(a+)+$",
    "(?:x|(?<n>a+b?))*c",
    "(a*a){20}$",
    "((a+)b?){2,}\\d",
    "([\\w-]+\\.?)+@",
  ];
  for (const regex of slow) it(`suspects ${regex}`, () => strictEqual(mayBacktrack(regex), true));

  const fast = [
    "",
    "a+$",
    "(a+)+",
    "(a?)*$",
    "(a|ab)*$",
    "(a++)+$",
    "(a+)++$",
    "(a+){3}$",
    "[(a+)+$]",
    "\\(a+\\)+$",
    "\\Q(a+)+\\E$",
    "(?#(a+)+)$",
    "(a+)+$)",
    "((a+)+$",
  ];
  for (const regex of fast) it(`does not suspect ${regex}`, () => strictEqual(mayBacktrack(regex), false));

  it("gives up on brackets without end", () => strictEqual(mayBacktrack("(".repeat(100_000)), false));
});
