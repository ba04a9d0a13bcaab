import assert from "node:assert/strict";
import { readArguments, UsageError } from "../../src/cli/arguments";

function mistake(...args: string[]): string {
  try {
    readArguments(args);
  } catch (error) {
    assert.ok(error instanceof UsageError);
    return error.message;
  }
  assert.fail(`${args.join(" ")} was accepted`);
}

describe("readArguments", () => {
  it("reads a scan with everything", () => {
    const typed =
      "scan -c a.yml --config rules --profile audit -f sarif -o out.sarif --severity high --fail-on critical --baseline b.json --update-baseline --changed=main --autofix --proved -j 3 --include src --exclude test --exclude gen a b";
    assert.deepEqual(readArguments(typed.split(" ")), {
      command: "scan",
      config: ["a.yml", "rules"],
      profile: "audit",
      format: "sarif",
      output: "out.sarif",
      severity: "high",
      failOn: "critical",
      baseline: "b.json",
      updateBaseline: true,
      changed: "main",
      autofix: true,
      proved: true,
      jobs: 3,
      include: ["src"],
      exclude: ["test", "gen"],
      paths: ["a", "b"],
    });
  });

  it("has defaults", () => {
    const options = readArguments(["scan", "."]);
    assert.ok(options.command === "scan" && options.jobs >= 1);
    const { jobs: _jobs, ...rest } = options;
    assert.deepEqual(rest, {
      command: "scan",
      config: [],
      format: "text",
      updateBaseline: false,
      autofix: false,
      proved: false,
      include: [],
      exclude: [],
      paths: ["."],
    });
  });

  it("takes --changed without a value, wherever it stands", () => {
    for (const args of [
      ["scan", "--changed", "."],
      ["scan", ".", "--changed"],
    ]) {
      const options = readArguments(args);
      assert.ok(options.command === "scan" && options.changed === "" && options.paths.length === 1);
    }
  });

  it("reads the other commands", () => {
    assert.deepEqual(readArguments(["test", "a", "b"]), { command: "test", paths: ["a", "b"] });
    assert.deepEqual(readArguments(["rules"]), { command: "rules", format: "text" });
    assert.deepEqual(readArguments(["rules", "--format", "json"]), { command: "rules", format: "json" });
    assert.deepEqual(readArguments(["explain", "a.b"]), { command: "explain", ruleId: "a.b", config: [] });
    assert.deepEqual(readArguments(["explain", "a", "C:/x y.py:12", "-c", "r.yml", "--profile", "audit"]), {
      command: "explain",
      ruleId: "a",
      at: { path: "C:/x y.py", line: 12 },
      config: ["r.yml"],
      profile: "audit",
    });
    for (const args of [[], ["--help"], ["-h"], ["help"], ["scan", "--help"]]) {
      assert.deepEqual(readArguments(args), { command: "help" });
    }
    assert.deepEqual(readArguments(["--version"]), { command: "version" });
  });

  it("says what is wrong in one sentence", () => {
    assert.equal(mistake("scna", "."), "There is no command “scna”; there are scan, test, rules and explain.");
    assert.equal(mistake("scan"), "scan needs a file or a folder.");
    assert.equal(
      mistake("scan", "--profile", "all", "."),
      "--profile takes one of recommended, audit, strict, not “all”.",
    );
    assert.equal(
      mistake("scan", "--fail-on", "ERROR", "."),
      "--fail-on takes one of critical, high, medium, low, not “ERROR”.",
    );
    assert.equal(mistake("scan", "--jobs", "0", "."), "--jobs takes a number from 1 to 999, not “0”.");
    assert.match(mistake("scan", "--confg", "a", "."), /^Unknown option '--confg'\.$/);
    assert.match(mistake("scan", ".", "--output"), /argument missing/);
    assert.equal(mistake("scan", "--update-baseline", "."), "--update-baseline needs --baseline FILE.");
    assert.equal(mistake("explain"), "explain needs the id of a rule.");
    assert.equal(mistake("explain", "a", "b:1", "c"), "“c” is one argument too many.");
    assert.equal(mistake("explain", "a", "b"), "explain takes a place such as src/app.py:12, not “b”.");
    assert.equal(mistake("explain", "a", "b:0"), "explain takes a place such as src/app.py:12, not “b:0”.");
    assert.equal(mistake("rules", "--format", "sarif"), "--format takes one of text, json, not “sarif”.");
    assert.equal(mistake("test"), "test needs a rule file or a folder of them.");
  });
});
