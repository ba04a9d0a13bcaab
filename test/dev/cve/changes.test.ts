import assert from "node:assert/strict";
import { filesOfRepair, isSource, linesOfDiff } from "../../../src/dev/cve/changes";

const modified = (...paths: string[]) => paths.map((path) => ({ status: "M", path }));

describe("the files of a repair", () => {
  it("are source code that runs", () => {
    for (const path of ["src/app.py", "lib/contest.js", "templates/page.html.twig", "app/latest.rb"]) {
      assert.ok(isSource(path), path);
    }
    for (const path of [
      "README.md",
      "tests/app.py",
      "src/app.test.ts",
      "pkg/app_test.go",
      "src/AppTest.java",
      "docs/app.js",
      "dist/app.js",
      "lib/app.min.js",
      "src/app.d.ts",
      "setup.py",
      "lib/name/version.rb",
      "pkg/__version__.py",
    ]) {
      assert.ok(!isSource(path), path);
    }
  });

  it("are those of the language, where there are at most three and no others", () => {
    assert.deepEqual(filesOfRepair(modified("a.py", "CHANGES.md", "tests/test_a.py"), "python"), ["a.py"]);
    assert.equal(filesOfRepair(modified("a.py", "b.html"), "python"), "other source files");
    assert.equal(filesOfRepair(modified("a.py", "b.py", "c.py", "d.py"), "python"), "more than three source files");
    assert.equal(filesOfRepair(modified("CHANGES.md"), "python"), "no source file");
  });

  it("were there before", () => {
    const added = { status: "A", path: "new.go" };
    assert.deepEqual(filesOfRepair([added, ...modified("a.go")], "go"), ["a.go"]);
    assert.equal(filesOfRepair([added], "go"), "no source file that stays");
  });
});

describe("the lines of a repair", () => {
  it("are those that differ, on either side", () => {
    const diff = "--- a/x\n+++ b/x\n@@ -3 +3,2 @@ f\n-a\n+b\n+c\n@@ -10,2 +11 @@\n-d\n-e\n+@@ -1 +1 @@\n";
    assert.deepEqual(linesOfDiff("x", diff), {
      path: "x",
      before: [
        [3, 3],
        [10, 11],
      ],
      after: [
        [3, 4],
        [11, 11],
      ],
    });
  });

  it("are the ones around a gap, where lines come in or go", () => {
    assert.deepEqual(linesOfDiff("x", "@@ -0,0 +1,2 @@\n@@ -7,0 +10 @@\n@@ -9 +11,0 @@\n"), {
      path: "x",
      before: [
        [1, 1],
        [7, 8],
        [9, 9],
      ],
      after: [
        [1, 2],
        [10, 10],
        [11, 12],
      ],
    });
  });
});
