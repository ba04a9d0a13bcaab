// What the suites use of `node:assert` where there is no Node: the web extension host.

class AssertionError extends Error {}

type Check = (value: unknown, message?: string) => asserts value;

const show = (value: unknown): string => JSON.stringify(value, null, 2) ?? String(value);

const ok: Check = (value, message) => {
  if (!value) throw new AssertionError(message ?? `${show(value)} is not truthy`);
};

function strictEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `${show(actual)} is not ${show(expected)}`);
}

function notStrictEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(!Object.is(actual, expected), message ?? `${show(actual)} is what it must not be`);
}

function deepStrictEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(same(actual, expected), message ?? `${show(actual)} is not ${show(expected)}`);
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

function match(actual: string, expected: RegExp, message?: string): void {
  ok(expected.test(actual), message ?? `${show(actual)} does not match ${expected}`);
}

async function rejects(promise: Promise<unknown>, message?: string): Promise<void> {
  const rejected = await promise.then(
    () => false,
    () => true,
  );
  ok(rejected, message ?? "the promise was kept");
}

function fail(message?: string): never {
  throw new AssertionError(message ?? "failed");
}

const equal = strictEqual;
const deepEqual = deepStrictEqual;
const assert = Object.assign((value: unknown, message?: string) => ok(value, message), {
  AssertionError,
  ok,
  equal,
  strictEqual,
  notStrictEqual,
  deepEqual,
  deepStrictEqual,
  match,
  rejects,
  fail,
});

export default assert;
export { AssertionError, deepEqual, deepStrictEqual, equal, fail, match, notStrictEqual, ok, rejects, strictEqual };
