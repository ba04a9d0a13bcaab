import { deepStrictEqual } from "node:assert";
import { textsOf } from "../patterns/matches";

/** A pattern, code, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // What types a `new` is given is not looked at; a call's types are.
  ["new Map<string, $V>()", "new Map(); new Map<number, A>();", "new Map()", "new Map<number, A>()"],
  ["f<any>()", "f<any>(); f<string>();", "f<any>()"],
  // An object among the parameters is another thing with a type behind it.
  ["({ $A }) => $B", "({ a }) => a; ({ b }: T) => b;", "({ a }) => a"],
  [
    "function $F({ ..., $P, ... }) { ... }",
    "function f({ a, b }) {}\nfunction g({ a }: T) {}",
    "function f({ a, b }) {}",
  ],
  // What a declared module holds never runs.
  [
    "const $X: number",
    'declare module "m" { const a: number; }\ndeclare namespace n { const b: number; }\ndeclare const c: number;',
    "const c: number",
  ],
  // A field alone is none whose value is a function.
  ["$K: () => $V", "const a = { b: () => c, d() {} };"],
  ["b: $V", "const a = { b: 1, c: 2 };", "b: 1"],
  // What declares several names is no declaration of one.
  ["const $X = f(...)", "const { a } = f(1); const b = f(2); const [c] = f(3);", "const b = f(2)"],
  ["const $X = $Y", "const { a } = f(1); const b = 2;", "const { a } = f(1)", "const b = 2"],
  ["$X = f(...)", "const { a } = f(1); const b = f(2);", "const { a } = f(1)", "b = f(2)"],
  ["a[0]", "a?.[0]; a[0]; a?.b;", "a?.[0]", "a[0]"],
  ["function $F($P) { ... }", "function f(a: T) {}", "function f(a: T) {}"],
];

describe("patterns of TypeScript", () => {
  for (const [pattern, code, ...matched] of MATCHES)
    it(`${pattern} in ${code}`, async () => deepStrictEqual(await textsOf("typescript", pattern, code), matched));
});
