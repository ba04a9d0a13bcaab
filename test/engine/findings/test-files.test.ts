import assert from "node:assert/strict";
import { isTestFile } from "../../../src/engine/findings/test-files";

describe("files of tests", () => {
  const TESTS = [
    "tests/app.py",
    "src/test/java/shop/CartTest.java",
    "src/__tests__/cart.js",
    "src/Shop.Tests/CartTests.cs",
    "spec/models/cart_spec.rb",
    "lib/cart_spec.rb",
    "shop/test_cart.py",
    "conftest.py",
    "cart_test.go",
    "src/cart.test.ts",
    "src/cart.spec.tsx",
  ];
  const OTHERS = [
    "app.py",
    "src/main/java/shop/testcode/Case00001.java",
    "src/main/java/shop/CartTest.java",
    "testcode/Case00001.py",
    "latest/app.py",
    "contest.py",
    "attest_go.go",
    "test.py",
    "protest.js",
  ];
  for (const path of TESTS) it(`are told: ${path}`, () => assert.equal(isTestFile(path), true));
  for (const path of OTHERS) it(`are told from others: ${path}`, () => assert.equal(isTestFile(path), false));
});
